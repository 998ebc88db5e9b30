"""Check characters, against python-stdnum; that of organisation codes against GB 11714 itself."""

from copy import deepcopy
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from profile_cases import examples, faults
from stdnum.cn import ric, uscc

DIGITS = "0123456789"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
OF_CREDIT_CODES = "".join(c for c in DIGITS + CAPITALS if c not in "IOSVZ")
OURS = "https://family-doctor-fhir.github.io/NamingSystem/"
FEW = settings(max_examples=60, deadline=None)

births = st.dates(date(1900, 1, 1), date(2025, 12, 31))


def numbered(resource_type, system):
    """An example that has an identifier of a system, and this identifier."""
    for example in examples().values():
        found = deepcopy(example)
        for identifier in found.get("identifier", ()):
            if found["resourceType"] == resource_type and identifier.get("system") == system:
                found["identifier"] = [identifier]
                return found, identifier
    raise AssertionError(f"no example {resource_type} has an identifier of {system}")


def is_accepted(resource):
    """Whether nothing is said against the identifier, or against what must agree with it."""
    return not any(
        "identifier" in i.expression or "." not in i.expression for i in faults(resource)
    )


@FEW
@given(
    st.text(DIGITS, min_size=6, max_size=6),
    births,
    st.integers(0, 999),
    st.sampled_from("0123456789X"),
)
def test_identity_card_numbers(division, birth, sequence, check):
    patient, identifier = numbered("Patient", "urn:oid:2.16.156.10011.1.3")
    number = f"{division}{birth:%Y%m%d}{sequence:03}"
    patient["birthDate"] = birth.isoformat()
    patient["gender"] = "male" if sequence % 2 else "female"
    identifier.pop("type", None)
    identifier["value"] = number + check
    assert is_accepted(patient) is (ric.calc_check_digit(number + check) == check)
    identifier["value"] = number + ric.calc_check_digit(number + check)
    assert is_accepted(patient)


@FEW
@given(
    st.text(DIGITS, min_size=8, max_size=8),
    st.text(OF_CREDIT_CODES, min_size=9, max_size=9),
    st.sampled_from(OF_CREDIT_CODES),
)
def test_unified_social_credit_codes(start, rest, check):
    organization, identifier = numbered("Organization", f"{OURS}uscc")
    identifier["value"] = start + rest + check
    assert is_accepted(organization) is uscc.is_valid(start + rest + check)
    identifier["value"] = start + rest + uscc.calc_check_digit(start + rest)
    assert is_accepted(organization)


@FEW
@given(st.text(DIGITS + CAPITALS, min_size=8, max_size=8), st.sampled_from("0123456789X"))
def test_organisation_codes(body, check):
    organization, identifier = numbered("Organization", f"{OURS}organisation-code")
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(w * (DIGITS + CAPITALS).index(c) for w, c in zip(weights, body, strict=True))
    right = "0123456789X"[-total % 11]
    identifier["value"] = body + check
    assert is_accepted(organization) is (check == right)
    identifier["value"] = body + right
    assert is_accepted(organization)
