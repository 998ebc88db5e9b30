"""What a differential makes of its base, case by case, and what it cannot."""

import copy
import random
from pathlib import Path

import pytest
import yaml

from conformance.packages import Library
from conformance.snapshot import SnapshotError, generate

MADE = "http://example.org/StructureDefinition/made"
CORE = "http://hl7.org/fhir/StructureDefinition/"
HERE = Path(__file__).parent


def cases(name):
    found = yaml.safe_load((HERE / name).read_text())
    return [pytest.param(case, id=case["name"]) for case in found]


def structure(case):
    kind = case.get("type", "Patient")
    return {
        "resourceType": "StructureDefinition",
        "url": MADE,
        "kind": case.get("kind", "resource"),
        "type": kind,
        "baseDefinition": case.get("base", CORE + kind),
        "derivation": case.get("derivation", "constraint"),
        "differential": {"element": case.get("differential", [])},
    }


def snapshot(made):
    return Library.core().with_resources([made]).structure(MADE)["snapshot"]["element"]


@pytest.mark.parametrize("case", cases("differentials.yaml"))
def test_the_snapshot_says(case):
    elements = {e["id"]: e for e in snapshot(structure(case))}
    for ident, expected in case.get("elements", {}).items():
        if expected is None:
            assert ident not in elements
        else:
            assert part(elements[ident], expected) == expected
    for ident, keys in case.get("keys", {}).items():
        assert [c["key"] for c in elements[ident]["constraint"]] == keys
    for ident, sources in case.get("sources", {}).items():
        found = {c["key"]: c["source"] for c in elements[ident]["constraint"]}
        assert {key: found[key] for key in sources} == sources
    wanted = case.get("order", [])
    assert [ident for ident in elements if ident in wanted] == wanted


def part(value, expected):
    """The keys of an object that are expected, and so on below."""
    if isinstance(value, dict) and isinstance(expected, dict):
        return {key: part(value.get(key), expected[key]) for key in expected}
    return value


@pytest.mark.parametrize("case", cases("refused.yaml"))
def test_a_differential_that_does_not_fit_is_refused_in_a_sentence(case):
    with pytest.raises(SnapshotError) as refusal:
        snapshot(structure(case))
    assert case["says"] in str(refusal.value)


def test_a_differential_without_elements_is_the_base():
    made = snapshot(structure({"type": "Patient"}))
    patient = Library.core().structure("Patient")["snapshot"]["element"]
    assert [e["id"] for e in made] == [e["id"] for e in patient]


def test_profiles_build_on_profiles_without_snapshots():
    first = structure({"differential": [{"path": "Patient.name", "min": 1}]})
    second = first | {
        "url": MADE + "-2",
        "baseDefinition": MADE,
        "differential": {"element": [{"path": "Patient.name.family", "min": 1}]},
    }
    made = Library.core().with_resources([first, second]).structure(MADE + "-2")
    least = {e["id"]: e["min"] for e in made["snapshot"]["element"]}
    assert (least["Patient.name"], least["Patient.name.family"]) == (1, 1)
    assert "snapshot" not in first


def test_a_circle_of_profiles_is_refused():
    profiles = [
        structure({}) | {"url": MADE + name, "baseDefinition": MADE + base}
        for name, base in ("ab", "bc", "ca")
    ]
    library = Library.core().with_resources(profiles)
    with pytest.raises(SnapshotError, match=f"in a circle: {MADE}a → {MADE}b → {MADE}c → {MADE}a"):
        library.structure(MADE + "a")


def test_a_differential_that_doubles_with_each_line_is_cut():
    by_code = {"discriminator": [{"type": "value", "path": "code"}], "rules": "open"}
    path, lines = "Questionnaire", []
    for _ in range(20):
        path += ".item"
        lines.insert(0, {"path": path, "sliceName": "x"})
        lines.insert(0, {"path": path, "slicing": by_code})
    lines = [{"path": path + ".linkId"}, *lines[::-1]]
    case = {"type": "Questionnaire", "differential": [line | {"id": ident(line)} for line in lines]}
    with pytest.raises(SnapshotError, match="has over 50,000 elements"):
        snapshot(structure(case))


def ident(line):
    return ":".join(filter(None, (line["path"], line.get("sliceName"))))


def test_a_path_of_any_depth_is_refused_at_once():
    deep = {"path": "Questionnaire" + ".item" * 10_000}
    with pytest.raises(SnapshotError, match="The differential has the path"):
        snapshot(structure({"type": "Questionnaire", "differential": [deep]}))


ODD = (None, 7, "", "x", "a.b", "#", ":", [], [7], [[]], {}, {"element": 7}, True)


def test_whatever_stands_in_a_structure_gives_a_snapshot_or_a_sentence():
    dice = random.Random(4)
    library = Library.core()
    originals = [library.find(CORE + name) for name in ("bp", "catalog", "SimpleQuantity", "Group")]
    refused = 0
    for _ in range(400):
        made = copy.deepcopy(dice.choice(originals))
        del made["snapshot"]
        for _ in range(dice.randint(1, 3)):
            owner, key = dice.choice(list(places(made)))
            owner[key] = copy.deepcopy(dice.choice(ODD))
        try:
            generate(made, library.find)
        except SnapshotError:
            refused += 1
    assert 100 < refused < 350


def places(value):
    """Each (object or list, key) of a JSON value."""
    if isinstance(value, dict | list):
        for key, member in value.items() if isinstance(value, dict) else enumerate(value):
            yield value, key
            yield from places(member)
