"""What the tests of the profiles share: definitions, examples, and the cases that break rules."""

from copy import deepcopy
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jsonpatch
import yaml

import profiles
from conformance.validator import validate

FOLDER = Path(profiles.__file__).parent
CASES = FOLDER / "examples" / "invalid"


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


class Exact(yaml.SafeLoader):
    """YAML as the JSON reader would give it: decimals for floats."""


Exact.add_constructor("tag:yaml.org,2002:float", lambda _, node: Decimal(node.value))


@cache
def generated():
    """Every resource of the package but examples, by its file."""
    files = sorted(profiles.GENERATED.glob("[A-Z]*.json"))
    return {path.stem: profiles.read(path.name) for path in files}


@cache
def definitions():
    """What defines something; not what is made by a profile of ours, such as a service package."""
    return {name: r for name, r in generated().items() if "profile" not in r.get("meta", {})}


@cache
def examples():
    """Every example by its id, and everything else that is made by a profile of ours."""
    made = [r for name, r in generated().items() if name not in definitions()]
    return {example["id"]: example for example in (*profiles.examples(), *made)}


@cache
def structures():
    """The profiles and extensions by id."""
    kind = "StructureDefinition"
    return {d["id"]: d for d in definitions().values() if d["resourceType"] == kind}


def named(file):
    """The profile or extension that a file of cases is about: ids of extensions lack the `fd-`."""
    return file.stem if file.stem in structures() else file.stem.removeprefix("fd-")


@cache
def cases():
    """All cases, in order of their files."""
    return [
        Case(named(file), row["breaks"], row["from"], row["patch"], row["expects"]["rule"], at)
        for file in sorted(CASES.glob("*.yaml"))
        for row in yaml.load(file.read_text(), Exact)
        if (at := row["expects"]["at"])
    ]


def broken(case):
    """The resource that a case makes of its example."""
    return jsonpatch.apply_patch(deepcopy(examples()[case.example]), case.patch)


@cache
def findings(number):
    """The errors and warnings about the resource of a case."""
    return faults(broken(cases()[number]))


@cache
def example_faults(name):
    """The errors and warnings about an example."""
    return faults(examples()[name])


def faults(resource, library=None):
    """The findings that are worse than information."""
    return [i for i in validate(resource, library=library) if i.severity != "information"]
