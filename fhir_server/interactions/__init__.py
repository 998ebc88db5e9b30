"""The RESTful interactions of FHIR R4, one module each, in FHIR's words (http.html)."""
