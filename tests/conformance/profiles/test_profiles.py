"""What profiles demand, feature by feature. Cases are data: a file of `cases/` for each feature.

A file holds `profiles` by name (their type and the elements of the differential by id, or a whole
differential's header, too), other resources under `support`, a resource `given`, and `cases` that
overlay it, each with the findings it must have as `rule expression`, and words they must say.
"""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

import conformance
from conformance.json import decode, encode
from conformance.packages import Library
from conformance.validator import Options, profiles, validate
from conformance.validator.profiles.rules import PROFILE_RULES

CORE = "http://hl7.org/fhir/StructureDefinition/"
OWN = "http://example.org/fhir/StructureDefinition/"
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def load():
    for file in FILES:
        content = yaml.safe_load(file.read_text())
        for case in content["cases"]:
            yield pytest.param(content, case, id=f"{file.stem}: {case['name']}")


def element(element_id, content):
    """An ElementDefinition from its id, `Patient.name:official.given`."""
    last = element_id.rpartition(".")[2]
    path = ".".join(step.partition(":")[0] for step in element_id.split("."))
    named = {"sliceName": last.partition(":")[2]} if ":" in last else {}
    return {"id": element_id, "path": path, **named, **content}


def structure(name, profile):
    elements = [element(key, value or {}) for key, value in profile.get("elements", {}).items()]
    kind = "complex-type" if profile["type"] in ("Extension", "Address", "Quantity") else "resource"
    header = {
        "resourceType": "StructureDefinition",
        "url": OWN + name,
        "name": name.replace("-", "_"),
        "status": "active",
        "fhirVersion": "4.0.1",
        "kind": kind,
        "abstract": False,
        "type": profile["type"],
        "baseDefinition": profile.get("base", CORE + profile["type"]),
        "derivation": "constraint",
        "differential": {"element": [element(profile["type"], {}), *elements]},
    }
    return header | profile.get("header", {})


def plain(value):
    """YAML as the JSON reader would give it: decimals for floats."""
    return decode(encode(exact(value)))


def exact(value):
    if isinstance(value, dict):
        return {k: exact(v) for k, v in value.items()}
    if isinstance(value, list):
        return [exact(v) for v in value]
    return Decimal(str(value)) if isinstance(value, float) else value


@pytest.mark.parametrize(("content", "case"), list(load()))
def test_a_profile_demands_just_this(content, case):
    profiles = content["profiles"]
    definitions = [structure(name, profile) for name, profile in profiles.items()]
    library = Library.core().with_resources(plain([*definitions, *content.get("support", [])]))
    resource = plain(content.get("given", {}) | case.get("with", {}))
    judged = case.get("profiles", [next(iter(profiles))])
    found = validate(
        {k: v for k, v in resource.items() if v is not None},
        [each if ":" in each else OWN + each for each in judged],
        library=library,
        options=Options(**content.get("options", {}), **case.get("options", {})),
    )
    assert sorted(f"{i.rule} {i.expression}" for i in found) == sorted(case.get("faults", []))
    for words in case.get("says", []):
        assert words in " ".join(
            f"{i.diagnostics} {i.hint} {i.chinese} {i.hint_chinese}" for i in found
        )
    assert all(i.chinese and (i.hint_chinese or not i.hint) for i in found)


def test_each_rule_is_explained_has_its_sentence_and_a_case():
    readme = (Path(profiles.__file__).parent / "README.md").read_text()
    cases = "".join(file.read_text() for file in FILES)
    for rule in PROFILE_RULES:
        assert f"| `{rule}` |" in readme
        assert rule in cases


def test_a_large_bundle_shows_the_worst_findings_and_counts_the_rest():
    extension = {"url": "http://a.b/c", "valueString": "x"}
    patients = [{"resourceType": "Patient", "extension": [extension]} for _ in range(1_200)]
    patients[-1]["gender"] = "boy"
    entries = [
        {"fullUrl": f"http://a.b/Patient/{i}", "resource": {**patient, "id": str(i)}}
        for i, patient in enumerate(patients)
    ]
    found = validate({"resourceType": "Bundle", "type": "collection", "entry": entries})
    assert len(found) == 1_001
    assert "Bundle.entry[1199].resource.gender" in [i.expression for i in found]
    assert (found[-1].rule, found[-1].diagnostics) == (
        "findings-cut",
        "There are 201 findings more.",
    )


def test_what_is_found_in_excess_is_counted_wherever_it_is_let_go():
    extension = {"url": "http://a.b/c", "valueString": "x"}
    patient = {"resourceType": "Patient", "extension": [extension] * 2, "nam": 1}
    entries = [{"fullUrl": f"urn:oid:1.2.{i}", "resource": patient} for i in range(2_500)]
    found = validate({"resourceType": "Bundle", "type": "collection", "entry": entries})
    assert {i.rule for i in found[:-1]} == {"unknown-element"}
    assert found[-1].diagnostics == "There are 6,500 findings more."


def test_the_public_function_takes_a_profile_by_its_canonical_url():
    vital = {"resourceType": "Observation", "status": "final", "code": {"text": "x"}}
    found = conformance.validate(vital, CORE + "vitalsigns")
    assert {"slice-min", "vs-2", "profile-min"} <= {i.rule for i in found}
    assert {i.profile for i in found if i.rule == "slice-min"} == {CORE + "vitalsigns"}


def test_floats_count_as_the_decimals_they_are_written_as():
    total = {
        "key": "sum",
        "severity": "error",
        "human": "It adds up",
        "expression": "lineItem.priceComponent.amount.value.aggregate($this + $total, 0)"
        " = totalNet.value",
    }
    elements = {
        "Invoice": {"constraint": [total]},
        "Invoice.lineItem.priceComponent.factor": {"fixedDecimal": Decimal("0.1")},
        "Invoice.lineItem.priceComponent.amount.value": {"maxValueDecimal": Decimal("0.2")},
    }
    profile = structure("adding", {"type": "Invoice", "elements": elements})
    library = Library.core().with_resources([profile])
    parts = [
        {"type": "base", "factor": 0.1, "amount": {"value": value, "currency": "CNY"}}
        for value in (0.1, 0.2)
    ]
    invoice = {
        "resourceType": "Invoice",
        "status": "draft",
        "lineItem": [{"chargeItemCodeableConcept": {"text": "a"}, "priceComponent": parts}],
        "totalNet": {"value": 0.3, "currency": "CNY"},
    }
    assert validate(invoice, [OWN + "adding"], library=library) == []
    parts[1] |= {"factor": 0.11, "amount": {"value": 0.21, "currency": "CNY"}}
    invoice["totalNet"]["value"] = float("nan")
    found = validate(invoice, [OWN + "adding"], library=library)
    assert {i.rule for i in found} >= {"fixed-value", "max-value", "value-format"}


def test_what_is_referred_to_may_be_fetched():
    named = structure("named", {"type": "Patient", "elements": {"Patient.name": {"min": 1}}})
    to_named = {"code": "Reference", "targetProfile": [OWN + "named"]}
    elements = {"Observation.subject": {"type": [to_named]}}
    referring = structure("referring", {"type": "Observation", "elements": elements})
    library = Library.core().with_resources([named, referring])
    resource = {
        "resourceType": "Observation",
        "status": "final",
        "code": {"text": "x"},
        "subject": {"reference": "Patient/1"},
    }
    here = {"Patient/1": {"resourceType": "Patient", "id": "1"}}
    options = Options(unresolved="error", resolve=here.get)
    found = validate(resource, [OWN + "referring"], library=library, options=options)
    assert [i.rule for i in found] == ["reference-profile"]
    here["Patient/1"]["name"] = [{"text": "A"}]
    assert validate(resource, [OWN + "referring"], library=library, options=options) == []
    here.clear()
    found = validate(resource, [OWN + "referring"], library=library, options=options)
    assert [i.rule for i in found] == ["reference-unresolved"]


CARD = [{"system": "http://a.b/card"}]
BY_SYSTEM = {"discriminator": [{"type": "value", "path": "system"}], "rules": "open"}
UNMATCHED = "slice-unmatched Patient.identifier[0]"
IN_NO_SLICE = [
    ("closed", {"system": "http://a.b/crad"}, {"slice-unmatched": "", "slice-min": UNMATCHED}),
    (
        "closed",
        {"value": "1"},
        {"profile-min": UNMATCHED, "slice-unmatched": "", "slice-min": UNMATCHED},
    ),
    ("open", {"value": "1"}, {"profile-min": "slice-min Patient", "slice-min": ""}),
    (
        "open",
        {"systm": "http://a.b/card"},
        {
            "unknown-element": "",
            "profile-min": "unknown-element Patient.identifier[0].systm",
            "slice-min": "unknown-element Patient.identifier[0].systm",
        },
    ),
    (
        "closed",
        {"systm": "http://a.b/card"},
        {
            "unknown-element": "",
            "profile-min": "unknown-element Patient.identifier[0].systm",
            "slice-unmatched": "unknown-element Patient.identifier[0].systm",
            "slice-min": UNMATCHED,
        },
    ),
]


@pytest.mark.parametrize(("rules", "identifier", "groups"), IN_NO_SLICE)
def test_what_follows_from_a_value_in_no_slice_names_it(rules, identifier, groups):
    slicing = {"discriminator": [{"type": "value", "path": "system"}], "rules": rules}
    elements = {
        "Patient.identifier": {"slicing": slicing},
        "Patient.identifier.system": {"min": 1},
        "Patient.identifier:card": {"min": 1},
        "Patient.identifier:card.system": {"min": 1, "fixedUri": "http://a.b/card"},
    }
    library = Library.core().with_resources(
        [structure("carded", {"type": "Patient", "elements": elements})]
    )
    patient = {"resourceType": "Patient", "identifier": [identifier]}
    found = validate(patient, [OWN + "carded"], library=library)
    assert {i.rule: i.group for i in found} == groups


LACKING = [
    ({}, {"profile-min": "slice-min Patient", "slice-min": ""}),
    (
        {"identifer": [{"system": "http://a.b/card"}]},
        {
            "unknown-element": "",
            "profile-min": "unknown-element Patient.identifer",
            "slice-min": "unknown-element Patient.identifer",
        },
    ),
    (
        {"identifier": CARD, "extension": [{"url": OWN + "complex"}]},
        {
            "ext-1": "slice-min Patient.extension[0]",
            "profile-min": "slice-min Patient.extension[0]",
            "slice-min": "",
        },
    ),
    (
        {"identifier": CARD, "extension": [{"url": OWN + "plain"}]},
        {"ext-1": "profile-min Patient.extension[0]", "profile-min": ""},
    ),
    (
        {"identifier": CARD, "extension": [{"url": OWN + "plain", "valeString": "a"}]},
        {
            "unknown-element": "",
            "ext-1": "unknown-element Patient.extension[0].valeString",
            "profile-min": "unknown-element Patient.extension[0].valeString",
        },
    ),
]


@pytest.mark.parametrize(("given", "groups"), LACKING)
def test_what_is_said_of_one_lack_has_one_cause(given, groups):
    complex_ = {
        "Extension.url": {"fixedUri": OWN + "complex"},
        "Extension.extension": {"min": 1},
        "Extension.extension:part": {"min": 1},
        "Extension.extension:part.url": {"fixedUri": "part"},
    }
    elements = {
        "Patient.identifier": {"min": 1, "slicing": BY_SYSTEM},
        "Patient.identifier:card": {"min": 1},
        "Patient.identifier:card.system": {"min": 1, "fixedUri": "http://a.b/card"},
    }
    plain_ = {"Extension.url": {"fixedUri": OWN + "plain"}, "Extension.value[x]": {"min": 1}}
    library = Library.core().with_resources(
        [
            structure("carded", {"type": "Patient", "elements": elements}),
            structure("complex", {"type": "Extension", "elements": complex_}),
            structure("plain", {"type": "Extension", "elements": plain_}),
        ]
    )
    found = validate({"resourceType": "Patient", **given}, [OWN + "carded"], library=library)
    assert {i.rule: i.group for i in found} == groups


@pytest.mark.parametrize(
    ("identifiers", "nearest"),
    [
        ([{"system": "urn:oid:1.2"}, {"system": "http://a.b/crad"}], "[1]: at 'system'"),
        ([{"value": "1"}, {"systm": "http://a.b/card"}, {"value": "2"}], "[1]: at 'system'"),
    ],
)
def test_of_values_in_no_slice_the_one_that_was_meant_is_named(identifiers, nearest):
    elements = {
        "Patient.identifier": {"slicing": BY_SYSTEM},
        "Patient.identifier:card": {"min": 1},
        "Patient.identifier:card.system": {"min": 1, "fixedUri": "http://a.b/card"},
    }
    profile = structure("carded", {"type": "Patient", "elements": elements})
    library = Library.core().with_resources([profile])
    patient = {"resourceType": "Patient", "identifier": identifiers}
    [issue] = [
        i for i in validate(patient, [OWN + "carded"], library=library) if i.rule == "slice-min"
    ]
    assert nearest in issue.hint


def test_a_required_element_that_tells_a_slice_follows_from_the_slice():
    slicing = {"discriminator": [{"type": "pattern", "path": "code"}], "rules": "closed"}
    elements = {
        "Observation.component": {"slicing": slicing},
        "Observation.component:a.code": {"patternCodeableConcept": {"text": "a"}},
    }
    library = Library.core().with_resources(
        [structure("parted", {"type": "Observation", "elements": elements})]
    )
    part = {"valueString": "x"}
    resource = {"resourceType": "Observation", "status": "final", "code": {"text": "x"}}
    found = validate(resource | {"component": [part]}, [OWN + "parted"], library=library)
    assert {i.rule: i.group for i in found} == {
        "required-element": "slice-unmatched Observation.component[0]",
        "slice-unmatched": "",
    }


@pytest.mark.parametrize("name", ["Patient", "string", "Quantity", "bp", "patient-birthTime"])
def test_the_types_of_fhirpath_are_types_in_definitions(name):
    """R4's own definitions name them (elementdefinition.html), though no value set lists them."""
    library = Library.core()
    definition = library.structure(name)
    assert "http://hl7.org/fhirpath/System.String" in str(definition)
    assert "profile-binding" not in {i.rule for i in validate(definition, library=library)}
    other = "http://hl7.org/fhirpath/System.Colour"
    changed = {**definition, "snapshot": {"element": [{**ROOT, "type": [{"code": other}]}]}}
    found = [i for i in validate(changed, library=library) if i.rule == "profile-binding"]
    assert [i.expression for i in found] == ["StructureDefinition.snapshot.element[0].type[0].code"]


ROOT = {"id": "Patient", "path": "Patient"}
