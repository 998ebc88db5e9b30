"""The service's own SearchParameters are valid, distinct from R4's, and each finds something."""

import pytest

import profiles
from conformance.definitions import search_parameters
from conformance.validator import check
from fhir_server.search import entries, search_parameters_for

OWN = [profiles.load(entry.url) for entry in profiles.entries("SearchParameter")]


@pytest.mark.parametrize("resource", OWN, ids=lambda r: r["id"])
def test_is_a_valid_parameter_that_r4_does_not_have(resource: dict[str, object]) -> None:
    assert not [i for i in check(resource) if i.severity == "error"]
    (type_,) = resource["base"]
    assert (type_, resource["code"]) not in {
        (b, d.code) for d in search_parameters() for b in d.base
    }
    listed = {p.code: p for p in search_parameters_for(type_)}
    assert listed[str(resource["code"])].url == resource["url"]


@pytest.mark.parametrize(
    ("resource", "entry"),
    [
        (
            {"resourceType": "CareTeam", "managingOrganization": [{"reference": "Organization/o"}]},
            "managing-organization\x01Organization/o",
        ),
        ({"resourceType": "CareTeam", "name": "Team 1"}, "name\x01team 1\x02Team 1"),
        (
            {"resourceType": "CareTeam", "participant": [{"role": [{"coding": [{"code": "n"}]}]}]},
            "role\x01n",
        ),
        (
            {"resourceType": "EpisodeOfCare", "team": [{"reference": "CareTeam/t"}]},
            "team\x01CareTeam/t",
        ),
        (
            {
                "resourceType": "Slot",
                "extension": [
                    {
                        "url": "https://family-doctor-fhir.github.io/StructureDefinition/released-to",
                        "valueReference": {"reference": "Organization/o"},
                    }
                ],
            },
            "released-to\x01Organization/o",
        ),
    ],
)
def test_is_entered(resource: dict[str, object], entry: str) -> None:
    assert entry in entries(str(resource["resourceType"]), resource).idx


def test_due_is_the_window_of_a_task() -> None:
    task = {"resourceType": "Task", "restriction": {"period": {"start": "2026", "end": "2026"}}}
    assert [e for e in entries("Task", task).idx if e.startswith("due\x01")]
