"""The mutation campaign: it breaks rules of every kind, and sees when a validator is blind."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from conformance.json import encode
from conformance.mutants.campaign import FOUND, SURVIVED, Campaign
from conformance.mutants.corpus import Corpus, Example
from conformance.mutants.operators import OPERATORS
from conformance.packages import Library
from conformance.validator import validate

OWN = "http://example.org/fhir/StructureDefinition/"
WARD = yaml.safe_load((Path(__file__).parent / "ward.yaml").read_text())
LIBRARY = Library.core().with_resources(WARD["structures"])
CORPUS = Corpus([Example("ward", WARD["example"])])
PROFILES = (f"{OWN}ward-measurement", f"{OWN}ward")


def outcomes(judge=validate):
    campaign = Campaign(LIBRARY, CORPUS, most=1, judge=judge)
    return [outcome for url in PROFILES for outcome in campaign.run(url).outcomes]


def test_a_fault_of_every_kind_is_made_and_found():
    made = outcomes()
    assert [o for o in made if o.verdict == SURVIVED] == []
    assert {o.demand.kind for o in made} == {operator.kind for operator in OPERATORS}


def test_every_rule_is_broken_or_has_a_reason():
    result = Campaign(LIBRARY, CORPUS, most=1).run(PROFILES[0])
    broken = {o.demand for o in result.outcomes}
    assert broken.isdisjoint(result.skipped)
    assert len(broken) + len(result.skipped) == result.demands
    assert all(result.skipped.values())
    assert len(broken) > 20 * len(result.skipped)


BLIND = {
    "profile-min": "min",
    "profile-absent": "absent",
    "pattern-value": "pattern",
    "slice-order": "slice-order",
    "slice-end": "slice-end",
    "slice-unmatched": "slice-closed",
    "ward-1": "invariant",
    "extension-context": "context",
}


@pytest.mark.parametrize(("rule", "kind"), BLIND.items())
def test_a_validator_that_does_not_know_a_rule_is_caught(rule, kind):
    def blind(*args, **options):
        return [issue for issue in validate(*args, **options) if issue.rule != rule]

    assert kind in {o.demand.kind for o in outcomes(blind) if o.verdict == SURVIVED}


def test_a_validator_that_names_the_wrong_place_is_caught():
    def lost(*args, **options):
        return [replace(issue, pointer="/elsewhere") for issue in validate(*args, **options)]

    found = {o.verdict for o in outcomes(lost)}
    assert SURVIVED in found
    assert FOUND not in found


def test_an_example_that_breaks_the_profile_it_declares_is_named():
    wrong = {k: v for k, v in WARD["example"].items() if k != "subject"}
    corpus = Corpus([Example("wrong", wrong), Example("ward", WARD["example"])])
    result = Campaign(LIBRARY, corpus, most=1).run(PROFILES[0])
    assert result.unfit == {"wrong": "profile-min at Observation"}
    assert result.outcomes


SAMPLE = ("Encounter", "Period", "date", "vitalsigns", "shareablevalueset", "patient-birthPlace")


@pytest.fixture(scope="module")
def official(official_examples):
    return Campaign(Library.core(), Corpus.of_folders([official_examples[0].parent]), most=1)


@pytest.mark.parametrize("name", SAMPLE)
def test_every_fault_in_official_examples_is_found(official, name):
    result = official.run(name)
    assert [o._replace(resource=None) for o in result.outcomes if o.verdict == SURVIVED] == []
    assert len({o.demand for o in result.outcomes}) > 0.9 * result.demands


def campaign(*arguments):
    command = [sys.executable, "-m", "conformance.mutants", "--jobs", "1", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_prints_a_table_and_ends_with_0(tmp_path):
    example = {"resourceType": "Basic", "code": {"text": "a"}}
    (tmp_path / "basic.json").write_bytes(encode(example))
    done = campaign("--examples", str(tmp_path), "--profile", "Basic")
    assert done.returncode == 0, done.stderr
    rows = {line.split()[0]: line.split() for line in done.stdout.splitlines() if line.strip()}
    assert rows["min"][-1] == rows["all"][-1] == "100.00%"


def test_a_package_is_tried_with_its_own_profiles_alone(tmp_path):
    package, examples = tmp_path / "wards" / "package", tmp_path / "examples"
    package.mkdir(parents=True)
    examples.mkdir()
    manifest = {"name": "example.wards", "version": "1.0.0", "fhirVersions": ["4.0.1"]}
    (package / "package.json").write_bytes(encode(manifest))
    for structure in WARD["structures"]:
        (package / f"{structure['name']}.json").write_bytes(encode(structure))
    (examples / "ward.json").write_bytes(encode(WARD["example"]))
    done = campaign("--package", str(package.parent), "--examples", str(examples), "--list")
    assert done.returncode == 0, done.stdout + done.stderr
    assert {line.split()[0] for line in done.stdout.splitlines() if OWN in line} == set(PROFILES)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--profile", "Nothing"), "The profile Nothing is not known."),
        (("--package", "no.such#1.0.0"), "no.such"),
        (("--examples", "/nowhere"), "There is no folder /nowhere with examples."),
    ],
)
def test_what_cannot_be_tried_is_said_in_one_line(tmp_path, arguments, sentence):
    done = campaign("--examples", str(tmp_path), *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
