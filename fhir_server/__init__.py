"""The FHIR R4 REST server over MongoDB."""
