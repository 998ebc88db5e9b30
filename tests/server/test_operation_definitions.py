"""The operations of this server's own: each has a valid OperationDefinition, and is declared."""

from importlib.resources import files

import pytest

from conformance.issue import errors
from conformance.json import decode
from conformance.validator import check

BUNDLE = decode(files("fhir_server.operations").joinpath("definitions.json").read_bytes())
OWN = {e["resource"]["url"]: e["resource"] for e in BUNDLE["entry"]}


@pytest.mark.parametrize("url", OWN)
def test_is_valid(url):
    assert errors(check(OWN[url])) == []


def test_what_the_server_declares_is_defined(fhir):
    rest = fhir.get("metadata").json()["rest"][0]
    listed = [*rest["operation"], *(o for r in rest["resource"] for o in r.get("operation", []))]
    declared = {o["definition"]: o["name"] for o in listed}
    assert {url: o["code"] for url, o in OWN.items()}.items() <= declared.items()


def test_the_answer_has_the_parameters_of_the_definition(fhir):
    answered = {p["name"] for p in fhir.get("$index-status").json()["parameter"]}
    (defined,) = [o for o in OWN.values() if o["code"] == "index-status"]
    required = {p["name"] for p in defined["parameter"] if p["min"]}
    assert required <= answered <= {p["name"] for p in defined["parameter"]}
