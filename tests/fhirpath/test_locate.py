"""Where results stand in the JSON (`Expression.locate`)."""

import pytest

from conformance.fhirpath import compile  # noqa: A004


def at(resource, location):
    for step in location:
        resource = resource[step]
    return resource


@pytest.mark.parametrize(
    ("expression", "locations"),
    [
        ("Patient", [()]),
        ("Patient.active", [("active",)]),
        ("Patient.name", [("name", 0), ("name", 1)]),
        ("Patient.name[1].given", [("name", 1, "given", 0), ("name", 1, "given", 1)]),
        ("Patient.name.where(use = 'usual').given[1]", [("name", 1, "given", 1)]),
        ("Patient.contact.name.text", [("contact", 0, "name", "text")]),
        ("Patient.multipleBirth", [("multipleBirthInteger",)]),
        ("Patient.birthDate", [("birthDate",)]),
        ("Patient.birthDate.extension", [("_birthDate", "extension", 0)]),
        ("Patient.birthDate.extension.value", [("_birthDate", "extension", 0, "valueDateTime")]),
        ("Patient.birthDate.id", [("_birthDate", "id")]),
        ("Patient.contained.name", [("contained", 0, "name")]),
        ("Patient.generalPractitioner.resolve()", [("contained", 0)]),
        ("Patient.descendants().where($this = 'Tianjin')", [("address", 1, "city")]),
        ("Patient.gender | Patient.active", [("gender",), ("active",)]),
        ("Patient.name.given.count()", []),
        ("Patient.maritalStatus", []),
        ("Observation.status", []),
    ],
)
@pytest.mark.parametrize("context", ["Patient", None])
def test_locations(patient, expression, locations, context):
    assert compile(expression, context).locate(patient) == locations


def test_locations_lead_to_the_results(patient):
    expression = compile("Patient.descendants()", "Patient")
    locations = expression.locate(patient)
    assert len(set(locations)) == len(locations)
    assert [at(patient, location) for location in locations] == expression(patient)


def test_primitives_with_extensions_only():
    resource = {
        "resourceType": "Patient",
        "name": [{"given": [None, "Amy"], "_given": [{"id": "g"}, None]}],
        "_gender": {"extension": [{"url": "http://example.org/why", "valueCode": "unknown"}]},
    }
    given = compile("Patient.name.given", "Patient")
    assert given(resource) == ["Amy"]
    assert given.locate(resource) == [("name", 0, "given", 0), ("name", 0, "given", 1)]
    assert compile("Patient.name.given.id").locate(resource) == [("name", 0, "_given", 0, "id")]
    assert compile("Patient.name.given.select(hasValue())")(resource) == [False, True]
    assert compile("Patient.gender.exists() and Patient.gender.hasValue().not()")(resource) == [
        True
    ]
    why = compile("Patient.gender.extension.value", "Patient")
    assert why.typed(resource) == [("unknown", "code")]
    assert why.locate(resource) == [("_gender", "extension", 0, "valueCode")]


def test_fetched_resources_are_nowhere(patient):
    expression = compile("Patient.managingOrganization.resolve()", "Patient")
    fetched = {"resourceType": "Organization", "id": "1"}
    assert expression(patient, resolve=lambda _: fetched) == [fetched]
    assert expression.locate(patient, resolve=lambda _: fetched) == []
