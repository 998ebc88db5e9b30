"""Snapshots made from differentials equal the published ones: R4's, and SUSHI's of our profiles."""

from pathlib import Path

import pytest
import yaml

from conformance.packages import Library
from conformance.snapshot import SnapshotError, generate
from profiles import CANONICAL

LIBRARY = Library.core()
DIFFERENCES = yaml.safe_load(Path(__file__).with_name("known_differences.yaml").read_text())

OURS = [u for u in Library.built_in().urls("StructureDefinition") if u.startswith(CANONICAL)]

WITH_DIFFERENTIAL = [
    structure
    for url in LIBRARY.urls("StructureDefinition")
    if (structure := LIBRARY.find(url, "StructureDefinition"))
    and "differential" in structure
    and "snapshot" in structure
]


def test_nearly_all_definitions_are_compared():
    profiles = [s for s in WITH_DIFFERENTIAL if s.get("derivation") == "constraint"]
    assert (len(profiles), len(WITH_DIFFERENTIAL)) == (439, 649)


@pytest.mark.parametrize("structure", WITH_DIFFERENTIAL, ids=lambda s: s["id"])
def test_the_snapshot_is_the_published_one(structure):
    known = tuple(DIFFERENCES.get(structure["id"], {}).get("elements", ()))
    bare = {key: value for key, value in structure.items() if key != "snapshot"}
    made = [said(e) for e in generate(bare, LIBRARY.find)["snapshot"]["element"]]
    published = [said(e) for e in structure["snapshot"]["element"]]
    for prefix in known:
        assert beginning(prefix, made) != beginning(prefix, published)
    assert without(known, made) == without(known, published)


@pytest.mark.parametrize("url", OURS)
def test_the_snapshot_of_a_profile_of_the_service_is_that_of_sushi(url):
    ours = Library.built_in()
    structure = ours.find(url, "StructureDefinition")
    bare = {key: value for key, value in structure.items() if key != "snapshot"}
    made = [said(e) for e in generate(bare, ours.find)["snapshot"]["element"]]
    assert made == [said(e) for e in structure["snapshot"]["element"]]


def beginning(prefix, elements):
    return [e for e in elements if e["id"].startswith(prefix)]


def without(prefixes, elements):
    return [e for e in elements if not e["id"].startswith(prefixes)]


def said(element):
    """What validation reads of an element."""
    fixed = {
        key: value
        for key, value in element.items()
        if key.startswith(("fixed", "pattern", "minValue", "maxValue"))
    }
    binding = element.get("binding", {})
    slicing = element.get("slicing", {})
    # The published resources leave out that unsliced extensions are sliced by url.
    is_default = element["path"].lower().endswith("extension") and not slicing.get("ordered")
    return fixed | {
        "id": element["id"],
        "path": element["path"],
        "slice": element.get("sliceName"),
        "cardinality": (element["min"], element["max"]),
        "maxLength": element.get("maxLength"),
        "contentReference": element.get("contentReference"),
        "types": [
            {k: t[k] for k in ("code", "profile", "targetProfile", "aggregation") if k in t}
            for t in element.get("type", ())
        ],
        "binding": (binding.get("strength"), binding.get("valueSet")),
        "slicing": None
        if not slicing or is_default
        else (slicing["rules"], slicing.get("ordered", False), slicing.get("discriminator", [])),
        "constraints": sorted((c["key"], c["expression"]) for c in element.get("constraint", ())),
    }


def test_definitions_without_base_and_differential_are_refused():
    event = LIBRARY.find("http://hl7.org/fhir/StructureDefinition/Event")
    with pytest.raises(SnapshotError, match="neither a base nor a differential"):
        generate({k: v for k, v in event.items() if k != "snapshot"}, LIBRARY.find)
