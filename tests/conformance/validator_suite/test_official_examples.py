"""The official examples of R4 have no fault beyond base R4, but for those known to be wrong."""

import os
from collections import defaultdict

from conformance.issue import errors
from conformance.json import decode
from conformance.packages import Library
from conformance.validator.profiles import Options, judge

EXAMPLES_BYTES = int(os.environ.get("FHIR_EXAMPLES_BYTES", "32000"))
WRONG = {
    "coding-unknown": {  # urn:ietf:rfc:3986, whose codes are URIs, is given RicardianContract
        "Contract-C-123",
        "Contract-INS-101",
    },
    # Translations stand in the concepts of an expansion instead of in their displays.
    "extension-context": {"Bundle-valueset-expansions"},
}


def test_official_examples_fit_their_profiles_extensions_and_code_systems(official_examples):
    """Those up to FHIR_EXAMPLES_BYTES; what base R4 says of them is tested elsewhere."""
    broken = defaultdict(set)
    files = {f.stem: f for f in official_examples if f.stat().st_size <= EXAMPLES_BYTES}
    for name, file in files.items():
        for issue in errors(judge(decode(file.read_bytes()), [], Library.core(), Options())):
            broken[issue.rule].add(name)
    wrong = {rule: names & files.keys() for rule, names in WRONG.items()}
    assert broken == {rule: names for rule, names in wrong.items() if names}
