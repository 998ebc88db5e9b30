"""A test kit for FHIR R4 servers: a black box over HTTP, for any server.

`subjects/` holds the checks, small functions in a module a subject; `check.py` says what a check
is, `client.py` what it works with, `expect.py` what it may demand, `needs.py` what the server has
to declare first. `run.py` carries them out, `reports/` writes what was found. More in
docs/test-kit.md.
"""
