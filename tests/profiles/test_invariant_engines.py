"""Each invariant has the verdicts that another FHIRPath engine gives: the npm package fhirpath."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from profile_cases import broken, cases, example_faults, examples, findings, structures

from conformance.json import encode
from conformance.mutants.edits import pointer
from conformance.mutants.elements import Snapshot
from conformance.mutants.places import Places
from profiles.requirements import own_invariants

FOLDER = Path(__file__).parent
PACKAGE = json.loads((FOLDER.parents[1] / "profiles" / "package.json").read_text())
PIN = f"fhirpath@{PACKAGE['devDependencies']['fhirpath']}"


@pytest.fixture(scope="module")
def engine(request, npm):
    """A folder with the engine, installed once: that of `make profiles`, or one of pytest's."""
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    folders = [FOLDER.parents[1] / ".build" / "profiles", request.config.cache.mkdir("fhirpath")]
    for folder in folders:
        if (folder / "node_modules" / "fhirpath").is_dir():
            return folder
    quiet = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund"]
    (folders[1] / "package.json").write_text('{"private": true}')
    npm("install", *quiet, PIN, cwd=folders[1])
    return folders[1]


def judged():
    """The examples and the resources of the cases, each with what our validator says of it."""
    for name, example in examples().items():
        yield example, example_faults(name)
    for number, case in enumerate(cases()):
        yield broken(case), findings(number)


def roots(resource):
    """The values in a resource that a definition of ours is about: the path and its id."""
    by_url = {s["url"]: s["id"] for s in structures().values()}
    pending = [((), resource)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, list):
            pending += [((*path, i), v) for i, v in enumerate(value)]
        elif isinstance(value, dict):
            pending += [((*path, key), v) for key, v in value.items()]
            named = value.get("meta", {}).get("profile", []) if "resourceType" in value else []
            named = [*named, value.get("url")] if is_extension(path) else named
            yield from ((path, by_url[url]) for url in named if url in by_url)


def is_extension(path):
    return len(path) > 1 and path[-2] in ("extension", "modifierExtension")


def questions(resource):
    """Each invariant with each value that it is about: key, path of the value, type, expression."""
    for root, name in roots(resource):
        structure = structures()[name]
        places = None
        for element in structure["differential"]["element"]:
            for constraint in element.get("constraint", []):
                places = places or Places(Snapshot(structure), resource, root)
                for path in places.values(element["id"]):
                    yield constraint["key"], path, element["path"], constraint["expression"]


def every_invariant():
    """The invariants of all definitions that are more than frames."""
    return [c for s in structures().values() for c in own_invariants(s)]


def verdict(key, place, issues):
    """What our validator says of an invariant: whether it holds, None where it cannot be judged."""
    here = [i for i in issues if i.pointer == place]
    if any(i.rule == "invariant-unjudged" and f" {key} " in i.diagnostics for i in here):
        return None
    return all(i.rule != key for i in here)


def test_another_engine_gives_the_same_verdicts(engine):
    resources, tasks, asked, ours = [], [], [], []
    for resource, issues in judged():
        for key, path, base, expression in questions(resource):
            asked.append((resource["id"], key, pointer(path)))
            ours.append(verdict(key, pointer(path), issues))
            tasks.append([len(resources), path, base, expression])
        resources.append(resource)
    script = ["node", str(FOLDER / "fhirpath_verdicts.mjs"), str(engine / "package.json")]
    asking = encode({"resources": resources, "tasks": tasks})
    done = subprocess.run(script, input=asking, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    theirs = json.loads(done.stdout)
    differing = [
        (*question, f"ours {own}", f"theirs {other}")
        for question, own, other in zip(asked, ours, theirs, strict=True)
        if own is not (other if isinstance(other, bool) else None)
    ]
    assert differing == []
    assert {key for _, key, _ in asked} == {c["key"] for c in every_invariant()}
