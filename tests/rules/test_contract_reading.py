"""Reading our Contract: each function on the examples of the profiles."""

from datetime import date

import pytest
from signings import extended

import profiles
from fhir_server.service import contracts, elements
from fhir_server.service.contracts import Covered, Package, Share, Signer
from fhir_server.service.elements import Span


def example(name):
    return profiles.read(f"examples/Contract-example-contract-{name}.json")


def day(text):
    return date.fromisoformat(text)


SCHOOL = ["Patient/example-resident-mother", "Patient/example-resident-foreign"]
READ = [
    (contracts.state, "resident", "active"),
    (contracts.kind, "supplement", "supplement"),
    (contracts.signed_on, "resident", day("2024-09-01")),
    (contracts.signed_on, "applied", None),
    (contracts.applies, "switch", Span(day("2023-07-03"), day("2024-07-02"))),
    (contracts.applies, "applied", None),
    (contracts.ended_on, "switch", day("2023-12-31")),
    (contracts.ended_on, "resident", None),
    (contracts.in_force, "switch", Span(day("2023-07-03"), day("2023-12-31"))),
    (contracts.early_end_reason, "breach", "provider-breach"),
    (contracts.household, "household", "Group/example-household"),
    (contracts.household, "resident", ""),
    (contracts.community, "community", "Organization/example-school"),
    (contracts.party_kind, "household", "household"),
    (contracts.party_kind, "community", "functional-community"),
    (contracts.party_kind, "resident", "resident"),
    (contracts.institution, "resident", "Organization/example-institution"),
    (contracts.team, "resident", "CareTeam/example-team"),
    (contracts.team, "individual-doctor", "PractitionerRole/example-family-doctor-rural"),
    (contracts.channel, "resident", "wechat"),
    (contracts.is_renewal, "renewal", True),
    (contracts.is_renewal, "resident", False),
    (contracts.renews, "renewal", "Contract/example-contract-renewed"),
    (contracts.renewed_by, "renewed", "Contract/example-contract-renewal"),
    (contracts.supplement_of, "supplement", "Contract/example-contract-household"),
    (contracts.documents, "switch", ["DocumentReference/example-document-cancellation"]),
    (contracts.copies, "household", 2),
    (contracts.key_populations, "resident", ["elderly", "disabled"]),
    (
        contracts.packages,
        "community",
        [
            Package(
                "functional-community", "PlanDefinition/hainan-functional-community-1", (*SCHOOL,)
            )
        ],
    ),
]


@pytest.mark.parametrize(("read", "name", "expected"), READ)
def test_what_a_contract_says(read, name, expected):
    assert read(example(name)) == expected


def test_a_member_may_be_covered_for_a_part_of_the_period():
    covered = contracts.covered(example("household"))
    whole = Span(day("2017-11-20"), day("2018-12-31"))
    assert covered[0] == Covered("Patient/example-resident-father", whole)
    born = Span(day("2018-05-01"), day("2018-12-31"))
    assert covered[-1] == Covered("Patient/example-resident-child", born)


def test_cover_ends_early_with_the_contract():
    early = example("household")
    early = early | {
        "extension": [*early["extension"], extended("ended-on", valueDate="2018-06-30")]
    }
    assert {each.span.end for each in contracts.covered(early)} == {day("2018-06-30")}


def test_prices_are_in_fen_for_each_service_year():
    first, second, *_ = contracts.prices(example("tailored"))
    assert (first.fen, first.year) == (9000, Span(day("2024-03-01"), day("2024-12-31")))
    insurer = Share("commercial-insurance", 333, "Organization/example-payer-insurer")
    assert insurer in first.shares
    assert second.year == Span(day("2025-01-01"), day("2025-12-31"))


def test_signers_have_the_day_in_china_and_whom_they_sign_for():
    guardian, doctor = contracts.signers(example("individual-doctor"))[:2]
    child = "Patient/example-resident-child"
    assert guardian == Signer(
        "guardian", "RelatedPerson/example-related-person", guardian.signed, child
    )
    assert doctor.role == "family-doctor"
    assert elements.day("2024-01-09T16:30:00Z") == day("2024-01-10")


STATUSES = [
    ("draft", "resident", "negotiable"),
    ("applied", "resident", "offered"),
    ("withdrawn", "resident", "rejected"),
    ("lapsed", "resident", "rejected"),
    ("pending-payment", "resident", "executable"),
    ("pending-receipt", "resident", "executable"),
    ("pending-start", "resident", "executed"),
    ("active", "breach", "executed"),
    ("disputed", "resident", "disputed"),
    ("expired", "resident", "terminated"),
    ("renewed", "resident", "terminated"),
    ("terminated", "breach", "cancelled"),
    ("terminated", "switch", "revoked"),
    ("void", "resident", "entered-in-error"),
]


@pytest.mark.parametrize(("state", "name", "status"), STATUSES)
def test_a_state_has_its_status(state, name, status):
    before = example(name)
    after = contracts.with_state(before, state)
    assert (contracts.state(after), after["status"]) == (state, status)
    assert len(after["extension"]) == len(before["extension"])
    assert before == example(name)


@pytest.mark.parametrize(
    "name", ["resident", "breach", "switch", "applied", "household", "renewed"]
)
def test_the_status_of_an_example_is_that_of_its_state(name):
    given = example(name)
    assert contracts.with_state(given, contracts.state(given))["status"] == given["status"]


REFERENCES = [
    ("Patient/1", "Patient/1"),
    ("Patient/1/_history/2", "Patient/1"),
    ("https://example.org/fhir/Patient/1", "Patient/1"),
    (None, ""),
]


@pytest.mark.parametrize(("given", "expected"), REFERENCES)
def test_a_reference_is_a_type_and_an_id(given, expected):
    assert elements.reference({"reference": given} if given else None) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("2024-01-10", day("2024-01-10")), ("2024-01", None), ("2024", None), (None, None)],
)
def test_only_a_whole_day_is_a_day(given, expected):
    assert elements.day(given) == expected


def test_amounts_keep_their_fen():
    assert elements.fen(elements.yuan(333)) == 333
    assert str(elements.yuan(1000)["value"]) == "10.00"
    assert elements.fen(None) == 0
