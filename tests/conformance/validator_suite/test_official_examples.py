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
    }
}


def test_official_examples_fit_their_profiles_extensions_and_code_systems(official_examples):
    """Those up to FHIR_EXAMPLES_BYTES; what base R4 says of them is tested elsewhere."""
    broken = defaultdict(set)
    for file in official_examples:
        if file.stat().st_size <= EXAMPLES_BYTES:
            for issue in errors(judge(decode(file.read_bytes()), [], Library.core(), Options())):
                broken[issue.rule].add(file.stem)
    assert broken == WRONG
