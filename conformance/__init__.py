"""Everything that says whether data conforms to FHIR R4: definitions, FHIRPath, validator.

This package never imports the server, so that it can judge any server from outside.
"""
