"""What profiles demand, feature by feature. Cases are data: a file of `cases/` for each feature.

A file holds `profiles` by name (their type and the elements of the differential by id, or a whole
differential's header, too), other resources under `support`, a resource `given`, and `cases` that
overlay it, each with the findings it must have as `rule expression`, and words they must say.
"""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from conformance.json import decode, encode
from conformance.packages import Library
from conformance.validator import Options, validate

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
        assert words in " ".join(f"{i.diagnostics} {i.hint}" for i in found)
    assert all(i.chinese and (i.hint_chinese or not i.hint) for i in found)
