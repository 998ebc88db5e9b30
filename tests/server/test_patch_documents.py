"""JSON Patch (RFC 6902) and FHIRPath Patch (fhirpatch.html) applied to resources."""

import json
import os
from copy import deepcopy
from decimal import Decimal
from pathlib import Path

import pytest

from fhir_server.errors import BadRequest, FhirError, Malformed, Unprocessable
from fhir_server.patch import apply_fhirpath_patch, apply_json_patch

SHARED = Path(os.environ.get("FHIR_SHARED") or Path(__file__).parents[3] / "shared")
SUITE = SHARED / "suites" / "patch"

needs_suite = pytest.mark.skipif(
    not SUITE.is_dir(), reason=f"no patch cases in {SUITE}; FHIR_SHARED names the folder"
)


def cases(name):
    path = SUITE / f"{name}.json"
    listed = json.loads(path.read_text()) if path.exists() else {"cases": []}
    return [pytest.param(c, id=c.get("name") or c["comment"]) for c in listed["cases"]]


@needs_suite
@pytest.mark.parametrize("case", cases("json_patch_cases"))
def test_the_shared_json_patch_cases(case):
    if "error" in case:
        with pytest.raises(Unprocessable, match="Operation 0"):
            apply_json_patch(case["doc"], case["patch"])
    else:
        assert apply_json_patch(case["doc"], case["patch"]) == case["expected"]


@needs_suite
@pytest.mark.parametrize("case", cases("fhirpath_patch_cases"))
def test_the_shared_fhirpath_patch_cases(case):
    before = deepcopy(case)
    if case["error"]:
        with pytest.raises(FhirError):
            apply_fhirpath_patch(case["input"], case["patch"])
    else:
        assert apply_fhirpath_patch(case["input"], case["patch"]) == case["output"]
    assert case == before


PATIENT = {"resourceType": "Patient", "name": [{"family": "王"}, {"family": "李"}], "active": True}


def test_json_patch_changes_neither_resource_nor_operations():
    resource = deepcopy(PATIENT)
    operations = [
        {"op": "add", "path": "/contact", "value": [{"name": {}}]},
        {"op": "add", "path": "/contact/0/name/text", "value": "王芳"},
        {"op": "move", "from": "/name/0", "path": "/name/1"},
        {"op": "remove", "path": "/active"},
    ]
    given = deepcopy(operations)
    assert apply_json_patch(resource, operations) == {
        "resourceType": "Patient",
        "name": [{"family": "李"}, {"family": "王"}],
        "contact": [{"name": {"text": "王芳"}}],
    }
    assert (resource, operations) == (PATIENT, given)


def test_json_patch_keeps_decimals():
    resource = {"resourceType": "Basic", "a": Decimal("1.00")}
    operations = [
        {"op": "test", "path": "/a", "value": Decimal("1.0")},
        {"op": "copy", "from": "/a", "path": "/b"},
        {"op": "add", "path": "/c", "value": Decimal("1E+3")},
    ]
    patched = apply_json_patch(resource, operations)
    assert [str(patched[key]) for key in "abc"] == ["1.00", "1.00", "1E+3"]


@pytest.mark.parametrize(
    ("operation", "error", "said"),
    [
        (5, Malformed, "Operation 1 is no"),
        ({}, Malformed, "'op'"),
        ({"op": "delete", "path": "/active"}, Malformed, "delete"),
        ({"op": "add", "path": "/active"}, Malformed, "'value'"),
        ({"op": "move", "path": "/active"}, Malformed, "'from'"),
        ({"op": "remove", "path": "active"}, Malformed, "start with /"),
        ({"op": "remove", "path": 3}, Malformed, "'path'"),
        ({"op": "remove", "path": "/gender"}, Unprocessable, r"\(remove\).*'/gender'"),
        ({"op": "remove", "path": "/name/7"}, Unprocessable, "'/name/7'"),
        ({"op": "add", "path": "/name/-1", "value": 1}, Unprocessable, "'/name/-1'"),
        ({"op": "replace", "path": "/active/x", "value": 1}, Unprocessable, "'/active/x'"),
        ({"op": "copy", "from": "/x", "path": "/y"}, Unprocessable, r"\(copy from '/x'\)"),
        ({"op": "test", "path": "/active", "value": False}, Unprocessable, r"\(test\) fails"),
        ({"op": "test", "path": "/active", "value": 1}, Unprocessable, r"\(test\) fails"),
        ({"op": "test", "path": "/gender", "value": None}, Unprocessable, r"\(test\)"),
        ({"op": "replace", "path": "", "value": 1}, Unprocessable, "no resource"),
    ],
)
def test_json_patch_names_the_operation_at_fault(operation, error, said):
    fine = {"op": "test", "path": "/active", "value": True}
    with pytest.raises(error, match=said) as raised:
        apply_json_patch(PATIENT, [fine, operation])
    assert "王" not in str(raised.value)


@pytest.mark.parametrize(
    "operations",
    [
        [{"op": "copy", "from": "", "path": f"/a{i}"} for i in range(64)],
        [{"op": "copy", "from": "/a0", "path": f"/a{i + 1}"} for i in range(10_000)],
        [{"op": "add", "path": "/a" * (i + 1), "value": {}} for i in range(200)],
    ],
    ids=["doubling", "repeating", "nesting"],
)
def test_json_patch_cannot_grow_without_end(operations):
    with pytest.raises(Unprocessable, match=r"copies more|nests"):
        apply_json_patch({"resourceType": "Basic", "a0": "x" * 10_000}, operations)


# ---- FHIRPath Patch


def part(name, **value):
    return {"name": name, **value}


def operation(kind, path, *parts, name=None):
    listed = [part("type", valueCode=kind), part("path", valueString=path), *parts]
    if name:
        listed.append(part("name", valueString=name))
    return {"name": "operation", "part": listed}


def patched(resource, *operations):
    parameters = {"resourceType": "Parameters", "parameter": list(operations)}
    before = deepcopy((resource, parameters))
    result = apply_fhirpath_patch(resource, parameters)
    assert (resource, parameters) == before
    return {k: v for k, v in result.items() if k != "resourceType"}


def patient(**elements):
    return {"resourceType": "Patient", **elements}


def value(**given):
    return part("value", **given)


NOON = {"extension": [{"url": "http://example.org/noon", "valueBoolean": True}]}
LATE = {"extension": [{"url": "http://example.org/late", "valueBoolean": True}]}


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        (
            {},
            operation("add", "Patient", value(valueDate="1930-01-01"), name="birthDate"),
            {"birthDate": "1930-01-01"},
        ),
        (
            {},
            operation("add", "Patient", value(valueBoolean=False), name="deceased"),
            {"deceasedBoolean": False},
        ),
        (
            {},
            operation("add", "Patient", value(valueBoolean=False), name="deceased[x]"),
            {"deceasedBoolean": False},
        ),
        (
            {},
            operation("add", "Patient", value(valueBoolean=True), name="deceasedBoolean"),
            {"deceasedBoolean": True},
        ),
        (
            {"birthDate": "1930-01-01"},
            operation(
                "add",
                "Patient.birthDate",
                value(
                    part=[
                        part("url", valueUri="http://example.org/noon"),
                        part("value", valueBoolean=True),
                    ]
                ),
                name="extension",
            ),
            {"birthDate": "1930-01-01", "_birthDate": NOON},
        ),
        (
            {"name": [{"given": ["A"]}]},
            operation("add", "Patient.name", value(valueString="B"), name="given"),
            {"name": [{"given": ["A", "B"]}]},
        ),
        (
            {"name": [{"given": ["A", "B"], "_given": [None, NOON]}]},
            operation(
                "add", "Patient.name", value(valueString="C", _valueString=LATE), name="given"
            ),
            {"name": [{"given": ["A", "B", "C"], "_given": [None, NOON, LATE]}]},
        ),
        (
            {},
            operation(
                "add",
                "Patient",
                value(
                    part=[
                        part("name", valueHumanName={"text": "王芳"}),
                        part("telecom", valueContactPoint={"value": "1"}),
                        part("telecom", valueContactPoint={"value": "2"}),
                    ]
                ),
                name="contact",
            ),
            {
                "contact": [
                    {"name": {"text": "王芳"}, "telecom": [{"value": "1"}, {"value": "2"}]},
                ]
            },
        ),
        (
            {},
            operation(
                "add", "Patient", value(resource={"resourceType": "Basic"}), name="contained"
            ),
            {"contained": [{"resourceType": "Basic"}]},
        ),
        (
            {"name": [{"given": ["A", "C"], "_given": [None, NOON]}]},
            operation(
                "insert",
                "Patient.name.given",
                value(valueString="B"),
                part("index", valueInteger=1),
            ),
            {"name": [{"given": ["A", "B", "C"], "_given": [None, None, NOON]}]},
        ),
        (
            {"name": [{"given": ["A"]}]},
            operation(
                "insert",
                "Patient.name.given",
                value(valueString="B"),
                part("index", valueInteger=1),
            ),
            {"name": [{"given": ["A", "B"]}]},
        ),
        (
            {},
            operation(
                "insert",
                "Patient.telecom",
                value(valueContactPoint={"value": "1"}),
                part("index", valueInteger=0),
            ),
            {"telecom": [{"value": "1"}]},
        ),
        (
            {"name": [{"family": "A"}, {"family": "B"}]},
            operation(
                "insert",
                "Patient.name.where(family='B').given",
                value(valueString="C"),
                part("index", valueInteger=0),
            ),
            {"name": [{"family": "A"}, {"family": "B", "given": ["C"]}]},
        ),
        (
            {"name": [{"given": ["A", "B"], "_given": [NOON, None]}]},
            operation(
                "move",
                "Patient.name.given",
                part("source", valueInteger=0),
                part("destination", valueInteger=1),
            ),
            {"name": [{"given": ["B", "A"], "_given": [None, NOON]}]},
        ),
        (
            {"name": [{"given": ["A", "B"], "_given": [NOON, None]}]},
            operation("delete", "Patient.name.given[0]"),
            {"name": [{"given": ["B"]}]},
        ),
        ({}, operation("delete", "Patient.birthDate"), {}),
        (
            {"birthDate": "1930-01-01", "_birthDate": NOON},
            operation("delete", "Patient.birthDate"),
            {},
        ),
        (
            {"birthDate": "1930-01-01", "_birthDate": NOON},
            operation("delete", "Patient.birthDate.extension"),
            {"birthDate": "1930-01-01"},
        ),
        (
            {"name": [{"given": ["A", "B"], "_given": [None, NOON]}]},
            operation("delete", "Patient.name.given[1].extension[0]"),
            {"name": [{"given": ["A", "B"]}]},
        ),
        (
            {"contact": [{"name": {"text": "x"}}], "active": True},
            operation("delete", "Patient.contact.name.text"),
            {"active": True},
        ),
        (
            {"birthDate": "1930-01-01", "_birthDate": NOON},
            operation("replace", "Patient.birthDate", value(valueDate="1931")),
            {"birthDate": "1931"},
        ),
        (
            {"deceasedBoolean": False},
            operation("replace", "Patient.deceased", value(valueDateTime="2020-01-01")),
            {"deceasedDateTime": "2020-01-01"},
        ),
        (
            {"identifier": [{"system": "s", "value": "1"}, {"system": "t", "value": "2"}]},
            operation(
                "replace", "Patient.identifier.where(system='t').value", value(valueString="3")
            ),
            {"identifier": [{"system": "s", "value": "1"}, {"system": "t", "value": "3"}]},
        ),
        (
            {"gender": "male"},
            operation("replace", "Patient.gender", value(valueCode="female")),
            {"gender": "female"},
        ),
        (
            {"text": {"status": "generated", "div": "<div/>"}},
            operation("replace", "Patient.text.div", value(valueString="<div>王</div>")),
            {"text": {"status": "generated", "div": "<div>王</div>"}},
        ),
    ],
)
def test_fhirpath_patch(before, step, after):
    assert patched(patient(**before), step) == after


def test_fhirpath_patch_keeps_decimals():
    observation = {"resourceType": "Observation", "status": "final"}
    step = operation(
        "add", "Observation", value(valueQuantity={"value": Decimal("70.10")}), name="value"
    )
    result = patched(observation, step, operation("delete", "Observation.status"))
    assert str(result["valueQuantity"]["value"]) == "70.10"


def test_each_operation_sees_the_one_before():
    steps = [
        operation("add", "Patient", value(valueHumanName={"text": "a"}), name="name"),
        operation("add", "Patient.name", value(valueString="F"), name="family"),
        operation("delete", "Patient.name.text"),
    ]
    assert patched(patient(), *steps) == {"name": [{"family": "F"}]}


TWO = {"name": [{"text": "a", "given": ["A"]}, {"text": "b"}], "active": True}


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (operation("add", "Patient", value(valueBoolean=True), name="active"), "already"),
        (operation("add", "Patient", value(valueString="x"), name="nickname"), "no element"),
        (operation("add", "Patient", value(valueString="x"), name="birthDate"), "cannot be a"),
        (operation("add", "Patient", value(valueString="x"), name="deceased"), "cannot be a"),
        (operation("add", "Patient", value(part=[]), name="deceased"), "choice"),
        (operation("add", "Patient", value(part=[]), name="contact"), "no parts"),
        (operation("add", "Patient.name", value(valueString="x"), name="family"), "one element"),
        (operation("add", "Patient.photo", value(valueString="x"), name="title"), "none"),
        (operation("replace", "Patient.birthDate", value(valueDate="2000")), "none"),
        (operation("replace", "Patient.name", value(valueHumanName={"text": "x"})), "selects 2"),
        (operation("replace", "Patient.active", value(valueString="x")), "cannot be a"),
        (operation("replace", "Patient", value(valueString="x")), "itself"),
        (operation("delete", "Patient.name"), "selects 2"),
        (operation("delete", "Patient"), "itself"),
        (operation("delete", "Patient.name.count()"), "calculated"),
        (
            operation(
                "insert", "Patient.name", value(valueString="x"), part("index", valueInteger=0)
            ),
            "cannot be a",
        ),
        (
            operation(
                "insert",
                "Patient.name",
                value(valueHumanName={"text": "x"}),
                part("index", valueInteger=3),
            ),
            "outside 0 to 2",
        ),
        (
            operation(
                "insert", "Patient.active", value(valueBoolean=True), part("index", valueInteger=0)
            ),
            "list",
        ),
        *(
            (operation("insert", path, given, part("index", valueInteger=index)), said)
            for path, given, index, said in (
                ("Patient.telecom", value(valueContactPoint={"value": "1"}), 1, "outside 0 to 0"),
                ("Patient.birthDate", value(valueDate="2000"), 0, "does not repeat"),
                ("Patient.name.prefix", value(valueString="x"), 0, "selects nothing"),
                ("Patient.telecom.first()", value(valueString="x"), 0, "selects nothing"),
            )
        ),
        (
            operation(
                "move",
                "Patient.name[0]",
                part("source", valueInteger=0),
                part("destination", valueInteger=0),
            ),
            "whole of one list",
        ),
        (
            operation(
                "move",
                "Patient.name",
                part("source", valueInteger=0),
                part("destination", valueInteger=2),
            ),
            "destination 2 is outside 0 to 1",
        ),
        (
            operation(
                "move",
                "Patient.name",
                part("source", valueInteger=-1),
                part("destination", valueInteger=0),
            ),
            "source -1",
        ),
    ],
)
def test_what_does_not_fit_the_resource_is_unprocessable(step, said):
    fine = operation("delete", "Patient.birthDate")
    with pytest.raises(Unprocessable, match=f"Operation 1 .*{said}"):
        patched(patient(**TWO), fine, step)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ({"name": "op"}, "'operation'"),
        ({"name": "operation"}, "'type'"),
        (operation("remove", "Patient.active"), "'remove'"),
        ({"name": "operation", "part": [part("type", valueCode="delete")]}, "'path'"),
        ({"name": "operation", "part": [5]}, "array of objects"),
        (operation("add", "Patient", value(valueString="x")), "'name'"),
        (operation("replace", "Patient.active"), "'value'"),
        (operation("insert", "Patient.name", value(valueString="x")), "'index'"),
        (operation("delete", "Patient.active", part("colour", valueString="x")), "'colour'"),
        (operation("delete", "Patient.active", part("path", valueString="x")), "twice"),
        (
            operation(
                "move",
                "Patient.name",
                part("source", valueString="0"),
                part("destination", valueInteger=0),
            ),
            "whole number",
        ),
        (operation("delete", "Patient..active"), "Operation 1"),
        (operation("delete", "Patient.nickname"), "nickname"),
        (operation("delete", "Observation.code"), "Operation 1"),
        (operation("delete", "Patient.where("), "Operation 1"),
    ],
)
def test_what_is_no_fhirpath_patch_is_a_bad_request(step, said):
    fine = operation("delete", "Patient.birthDate")
    with pytest.raises(BadRequest, match=said):
        patched(patient(**TWO), fine, step)
