"""What the tests of the profiles share: definitions, examples, and the cases that break rules."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jsonpatch
import yaml

import profiles
from conformance import validate

FOLDER = Path(profiles.__file__).parent
CASES = FOLDER / "examples" / "invalid"
STUB = "Requirements: A13. Source: ."


class Case(NamedTuple):
    """A patch of a valid example, and the finding it must raise. `profile` is that of its file."""

    profile: str
    breaks: str
    example: str
    patch: list
    rule: str
    at: str

    def __str__(self):
        return f"{self.profile}: {self.breaks}"


@cache
def definitions():
    """Every definition by its file, those without a canonical URL too."""
    files = sorted(profiles.GENERATED.glob("[A-Z]*.json"))
    return {path.stem: profiles.read(path.name) for path in files}


@cache
def examples():
    """Every example by its id."""
    return {example["id"]: example for example in profiles.examples()}


@cache
def structures():
    """The profiles and extensions by id."""
    kind = "StructureDefinition"
    return {d["id"]: d for d in definitions().values() if d["resourceType"] == kind}


def is_stub(definition):
    """Whether a definition is only a frame yet: it names no source."""
    return definition.get("purpose") == STUB


@cache
def cases():
    """All cases, in order of their files."""
    return [
        Case(file.stem, row["breaks"], row["from"], row["patch"], row["expects"]["rule"], at)
        for file in sorted(CASES.glob("*.yaml"))
        for row in yaml.safe_load(file.read_text())
        if (at := row["expects"]["at"])
    ]


def broken(case):
    """The resource that a case makes of its example."""
    return jsonpatch.apply_patch(deepcopy(examples()[case.example]), case.patch)


@cache
def findings(number):
    """The errors and warnings about the resource of a case."""
    return faults(broken(cases()[number]))


def faults(resource):
    """The findings that are worse than information."""
    return [i for i in validate(resource) if i.severity != "information"]
