"""The library: what a canonical URL means when packages and resources say different things."""

import tracemalloc

from package_making import PROFILE

from conformance.packages import Library

CORE = "http://hl7.org/fhir/StructureDefinition/"
URL = PROFILE["url"]


def test_core_by_url_version_type_and_name():
    core = Library.core()
    assert core.find(CORE + "Patient")["type"] == "Patient"
    assert core.find(CORE + "Patient|4.0.1") is core.find(CORE + "Patient|4.0")
    assert core.find(CORE + "Patient|5.0.0") is None
    assert core.find(CORE + "Patient", "ValueSet") is None
    assert core.find(CORE + "Patient", "ValueSet", "StructureDefinition") is not None
    assert core.structure("Patient") is core.structure(CORE + "Patient")
    assert core.structure("Nothing") is None
    assert core.find("") is None


def test_core_is_whole():
    core = Library.core()
    counted = {
        kind: len(list(core.urls(kind)))
        for kind in ("StructureDefinition", "ValueSet", "CodeSystem", "ConceptMap")
    }
    assert counted == {
        "StructureDefinition": 655,
        "ValueSet": 1316,
        "CodeSystem": 1059,
        "ConceptMap": 80,
    }
    for kind in counted:
        assert all(core.find(url, kind)["resourceType"] == kind for url in core.urls(kind))


def test_versions_in_the_urls_of_core_are_versions():
    core = Library.core()
    tables = [
        core.find("http://terminology.hl7.org/CodeSystem/v2-0006|" + v) for v in ("2.1", "2.4")
    ]
    assert [table["id"] for table in tables] == ["v2-2.1-0006", "v2-2.4-0006"]


def test_what_comes_later_hides_what_is_there():
    mine = {"resourceType": "StructureDefinition", "url": CORE + "Patient", "version": "0.1"}
    library = Library.core().with_resources([mine])
    assert library.find(CORE + "Patient") is mine
    assert library.find(CORE + "Patient|4.0.1")["type"] == "Patient"
    assert Library.core().find(CORE + "Patient") is not mine
    assert list(library.urls("StructureDefinition")).count(CORE + "Patient") == 1


def test_of_versions_added_together_the_highest_is_meant():
    versions = [PROFILE | {"version": v} for v in ("1.9.0", "1.10.0", "1.10.0-beta", "1.2.0")]
    library = Library.core().with_resources(versions)
    assert library.find(URL)["version"] == "1.10.0"
    assert library.find(URL + "|1.9")["version"] == "1.9.0"


def test_resources_that_are_no_definitions_are_left_out():
    oddities = [{"resourceType": "Patient"}, {"url": 7}, {"url": ""}, {"url": "http://x.org/a"}]
    library = Library.core().with_resources(oddities)
    assert library.find("http://x.org/a") == {"url": "http://x.org/a"}
    assert list(library.urls("Patient")) == []


def test_a_snapshot_is_made_once():
    library = Library.core().with_resources([PROFILE])
    assert library.structure(URL) is library.structure(URL)


def test_reading_all_of_core_keeps_little():
    core = Library.core()
    tracemalloc.start()
    try:
        for url in core.urls("StructureDefinition"):
            core.find(url)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 40_000_000
