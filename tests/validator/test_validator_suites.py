"""Material that others wrote: official examples, official validator cases, Synthea bundles."""

import bz2
import json
import os
from collections import defaultdict
from pathlib import Path

import yaml

from conformance.issue import errors
from conformance.json import JsonError, decode
from conformance.packages import Library
from conformance.validator import check

HERE = Path(__file__).parent
EXAMPLES_BYTES = int(os.environ.get("FHIR_EXAMPLES_BYTES", "32000"))


def faults(body, library=None):
    try:
        return errors(check(decode(body), library=library))
    except JsonError as error:
        return [error]


def test_official_examples_pass_but_for_those_known_to_be_wrong(official_examples):
    """Those up to FHIR_EXAMPLES_BYTES: the few large ones take most of the time."""
    tried = {f.stem: f for f in official_examples if f.stat().st_size <= EXAMPLES_BYTES}
    known = yaml.safe_load((HERE / "known_faults_of_examples.yaml").read_text())
    expected = {row["rule"]: set(row["files"]) & tried.keys() for row in known}
    broken = defaultdict(set)
    for name, file in tried.items():
        for issue in faults(file.read_bytes(), Library.core()):
            broken[issue.rule].add(name)
    assert broken == {rule: files for rule, files in expected.items() if files}


def test_official_cases_are_judged_as_expected_but_for_known_differences(shared):
    suite = shared / "suites" / "validator"
    known = yaml.safe_load((HERE / "known_differences.yaml").read_text())
    expected = {case: row["judged"] for row in known for case in row["cases"]}
    different = {}
    for case in json.loads((suite / "cases.json").read_text())["cases"]:
        if case["tier"] == "core" and case["scope"] == "A" and not case["profile"]:
            found = faults((suite / "files" / case["file"]).read_bytes())
            judged = "invalid" if found else "valid"
            if judged != case["expected"]:
                different[case["id"]] = judged
    assert different == expected


def test_synthea_bundles_pass(shared):
    files = sorted((shared / "suites" / "bundles").glob("*.bz2"), key=lambda f: f.stat().st_size)
    for file in files[:12]:
        assert faults(bz2.decompress(file.read_bytes())) == []
