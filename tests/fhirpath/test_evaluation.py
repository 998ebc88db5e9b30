"""What an evaluation may be given, and what it gives."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from conformance.fhirpath import FhirPathError, Node, compile, evaluate  # noqa: A004


@pytest.mark.parametrize(
    ("expression", "typed"),
    [
        ("Patient.active", [(True, "boolean")]),
        ("Patient.gender", [("female", "code")]),
        ("Patient.contact.name", [({"text": "李伟"}, "HumanName")]),
        ("Patient.contact.telecom.rank", []),
        ("Patient.multipleBirth", [(2, "integer")]),
        ("Patient.name.given.count() > 1", [(True, "boolean")]),
        ("Patient.contained.name", [("Clinic", "string")]),
        ("1.50", [(Decimal("1.50"), "decimal")]),
        ("@2014-01", [("2014-01", "date")]),
        ("@2014-01T", [("2014-01", "dateTime")]),
        ("@T10:30", [("10:30", "time")]),
        ("1 week", [({"value": Decimal(1), "unit": "week"}, "Quantity")]),
    ],
)
@pytest.mark.parametrize("context", ["Patient", None])
def test_typed(patient, expression, typed, context):
    assert compile(expression, context).typed(patient) == typed


def test_backbone_elements_are_typed_by_their_path(patient):
    ((value, kind),) = compile("Patient.contact", "Patient").typed(patient)
    assert (value, kind) == (patient["contact"][0], "Patient.contact")


def test_values_keep_their_precision():
    observation = {"resourceType": "Observation", "valueQuantity": {"value": Decimal("1.00")}}
    (value,) = evaluate("Observation.value.value", observation)
    assert str(value) == "1.00"


def test_floats_are_the_decimals_they_are_written_as():
    item = {"resourceType": "ChargeItem", "factorOverride": 0.1}
    assert evaluate("factorOverride = 0.1 and factorOverride + 0.2 = 0.3", item) == [True]
    assert evaluate("factorOverride < 0.2 and factorOverride * 3 = 0.3", item) == [True]
    invoice = {"resourceType": "Invoice", "totalNet": {"value": 0.3}}
    assert evaluate("totalNet.value.toString()", invoice) == ["0.3"]


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("deceased.exists()", [True]),
        ("deceased < @2020-01-01T00:00:00Z", []),
        ("@2020 >= deceased", []),
        ("deceased + 1 day", []),
        ("-deceased", []),
        ("'on ' & deceased", ["on "]),
        ("deceased.toString().length() = 10", []),
        ("deceased.length()", []),
        ("name.given.where($this > 'A')", ["B"]),
    ],
)
def test_a_primitive_without_a_value_is_there_but_gives_no_value(expression, result):
    absent = {
        "extension": [
            {
                "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
                "valueCode": "unknown",
            }
        ]
    }
    name = {"given": [None, "B"], "_given": [absent, None]}
    patient = {"resourceType": "Patient", "_deceasedDateTime": absent, "name": [name]}
    assert evaluate(expression, patient) == result


def test_unions_have_no_duplicates(patient):
    patient["name"][1]["given"] = ["芳", "芳"]
    family = compile("Patient.name.given | Practitioner.name.given", "Patient")
    assert family(patient) == ["芳"]
    assert compile("Patient.name.given", "Patient")(patient) == ["芳", "芳", "芳"]


def test_an_expression_for_one_type_is_empty_on_another(patient):
    assert compile("Observation.status", "Observation")(patient) == []
    assert compile("Patient.name.family | Person.name.family", "Person")(patient) == []


def test_it_runs_on_elements(patient):
    name = compile("given.first() & ' ' & family", "HumanName")
    assert name(patient["name"][1]) == ["Fang Wang"]
    assert compile("exists() and hasValue()", "date")("1990-03-07") == [True]
    element = Node(None, "date", {"extension": [{"url": "u", "valueCode": "x"}]})
    assert compile("hasValue() or extension.value = 'x'")(element) == [True]
    assert compile("hasValue()")(element) == [False]


def test_element_resource_and_root(patient):
    clinic = patient["contained"][0]
    expression = compile("%context.name & %resource.id & %rootResource.id", "Organization")
    assert expression(clinic, root=patient) == ["Clinicclinicwang"]
    inner = compile("%resource.id", "HumanName")
    assert inner(patient["name"][0], root=patient) == ["wang"]
    assert inner(patient["name"][0], root=patient, environment={"resource": clinic}) == ["clinic"]


def test_environment(patient):
    environment = {
        "limit": 2,
        "names": ["Amy", "Eve"],
        "other": {"resourceType": "Patient", "id": "o"},
    }
    assert evaluate("name.given.where($this in %names)", patient, environment=environment) == [
        "Amy"
    ]
    assert evaluate("name.count() >= %limit", patient, environment=environment) == [True]
    assert evaluate("%other.id", patient, environment=environment) == ["o"]


def test_resolve_hook(patient):
    asked = []

    def resolve(reference):
        asked.append(reference)
        return {"resourceType": "Practitioner", "id": "li"} if "Practitioner" in reference else None

    found = evaluate("generalPractitioner.resolve().id", patient, resolve=resolve)
    assert found == ["li", "clinic"]
    assert asked == ["Practitioner/li", "http://example.org/fhir/Organization/9/_history/2"]


@pytest.mark.parametrize("reference", ["urn:uuid:1", "Patient/1", "http://example.org/Patient/1"])
def test_bundle_entries_are_resolved(reference):
    full_url = reference if ":" in reference else "http://example.org/fhir/Patient/1"
    bundle = {
        "resourceType": "Bundle",
        "entry": [
            {"resource": {"resourceType": "Observation", "subject": {"reference": reference}}},
            {"fullUrl": full_url, "resource": {"resourceType": "Patient", "id": "1"}},
        ],
    }
    expression = compile("Bundle.entry.resource.subject.resolve()", "Bundle")
    assert expression.typed(bundle) == [({"resourceType": "Patient", "id": "1"}, "Patient")]
    assert expression.locate(bundle) == [("entry", 1, "resource")]
    subject = compile("Bundle.entry.resource.subject.where(resolve() is Patient).exists()")
    assert subject(bundle) == [True]


def test_terminology_and_profile_hooks(patient):
    asked = []

    def answer(value, kind, canonical):
        asked.append((value, kind, canonical))
        return None if canonical == "http://example.org/unknown" else value == "female"

    hooks = {"terminology": answer, "profiles": answer}
    assert evaluate("gender.memberOf('http://example.org/vs')", patient, **hooks) == [True]
    assert evaluate("id.conformsTo('http://example.org/p')", patient, **hooks) == [False]
    assert evaluate("gender.memberOf('http://example.org/unknown')", patient, **hooks) == []
    assert asked[0] == ("female", "code", "http://example.org/vs")
    assert asked[1] == ("wang", "id", "http://example.org/p")


def test_codings_are_members_by_system_and_code():
    coding = {"system": "http://hl7.org/fhir/administrative-gender", "code": "male"}
    url = "http://hl7.org/fhir/ValueSet/administrative-gender"
    member = compile(f"memberOf('{url}')", "Coding")
    assert member(coding) == [True]
    assert member({**coding, "system": "http://example.org"}) == [False]
    concept = compile(f"memberOf('{url}')", "CodeableConcept")
    assert concept({"coding": [{"code": "male"}, coding]}) == [True]
    assert concept({"text": "male"}) == [False]


def test_trace_and_clock(patient):
    told = []
    now = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    options = {"trace": lambda name, values: told.append((name, values)), "now": now}
    assert evaluate("today()", patient, **options) == ["2026-03-04"]
    assert evaluate("now()", patient, **options) == ["2026-03-04T23:30:00.000Z"]
    assert evaluate("timeOfDay()", patient, **options) == ["23:30:00.000"]
    assert evaluate("name.trace('given', given.first()).count()", patient, **options) == [2]
    assert told == [("given", ["芳", "Fang"])]


def test_modifier_extensions_must_be_known(patient):
    patient["modifierExtension"] = [{"url": "http://example.org/not", "valueBoolean": True}]
    assert evaluate("checkModifiers('http://example.org/not').id", patient) == ["wang"]
    with pytest.raises(FhirPathError):
        evaluate("checkModifiers('http://example.org/other')", patient)


@pytest.mark.parametrize(
    ("context", "expression"),
    [
        ("Patient", "Patient.nme"),
        ("Patient", "Patient.name.givn"),
        ("Patient", "Observation.status"),
        ("Observation", "Observation.valueQuantity"),
        ("Observation", "(Observation.value as Period).unit"),
        ("Patient", "name.where(famly = 'x')"),
        ("Patient", "iif('text', 1, 2)"),
    ],
)
def test_strict_refuses_what_the_model_does_not_have(patient, context, expression):
    with pytest.raises(FhirPathError):
        compile(expression, context, strict=True)
    compile(expression, context)(patient)


def test_strict_accepts_what_the_model_has(patient):
    expression = "Patient.contact.name.family | Person.name.family | Patient.contained.anything"
    assert compile(expression, "Patient", strict=True)(patient) == []


def test_errors_say_where():
    with pytest.raises(FhirPathError, match="character 5") as raised:
        compile("name.[0]")
    assert raised.value.position == 5


def test_malformed_resources_do_not_crash():
    resource = {
        "resourceType": "Patient",
        "name": "Wang",
        "birthDate": 1990,
        "gender": ["x", {"y": 1}],
        "contact": [None, 1, {"name": [{"family": "Li"}]}],
        "managingOrganization": {"reference": 1, "type": {}},
        "_active": [1],
        "extension": "x",
        "deceasedBoolean": "yes",
        "contained": [{"resourceType": 1}, {"resourceType": "Unknown", "a": {"b": 1}}],
    }
    assert evaluate("Patient.name.family", resource) == []
    assert evaluate("Patient.contact.name.family", resource) == ["Li"]
    assert evaluate("Patient.contained.a.b", resource) == [1]
    for expression in ("birthDate", "extension.url", "managingOrganization.resolve() is Patient"):
        evaluate(expression, resource)
    assert evaluate("descendants().count() > 5", resource) == [True]
