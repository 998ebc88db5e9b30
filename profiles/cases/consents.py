"""What the residents let be passed on: their records, to the health record platform."""

from .dates import moment
from .fhir import HOME, Json, coding, concept, foreign, number, ref, resource
from .frame import Frame
from .residents import Residents
from .setting import Setting

_SCOPE = foreign("consentscope", "patient-privacy", "Privacy Consent")
_ACCESS = foreign("v3-ActCode", "INFA", "information access")["coding"][0]
_RECIPIENT = foreign("v3-ParticipationType", "IRCP", "information recipient")["coding"][0]
_DISCLOSE = foreign("consentaction", "disclose", "Disclose")
_NOTICE = f"{HOME}/notices/personal-information|1"


def consents(
    frame: Frame, place: Setting, people: Residents, contracts: dict[str, Json]
) -> list[Json]:
    """Make a consent of each resident, given as the contract was signed and as long as it runs."""
    return [
        _consent(frame, place, key, person, contracts[key], _decides(people, key))
        for key, person in people.people.items()
    ]


def _decides(people: Residents, key: str) -> Json:
    return people.guardian if key == "child" else people.people[key]


def _consent(
    frame: Frame, place: Setting, key: str, person: Json, contract: Json, decides: Json
) -> Json:
    purpose = concept("consent-purpose", "health-record")
    purpose["coding"].append(_ACCESS)
    platform = {"coding": [coding("platform", "health-record"), _RECIPIENT]}
    operator = ref(place.authorities["information-centre"])
    return resource(
        "Consent",
        frame.id(f"consent-{key}"),
        "fd-consent",
        identifier=[number("consent", frame.id(f"consent-{key}"))],
        status="active",
        scope=_SCOPE,
        category=[purpose],
        patient=ref(person),
        dateTime=moment(frame.signed, "10:05"),
        performer=[ref(decides)],
        organization=[ref(place.provider)],
        sourceReference=ref(contract),
        policy=[{"uri": _NOTICE}],
        provision={
            "type": "permit",
            "period": contract["applies"],
            "actor": [{"role": platform, "reference": operator}],
            "action": [_DISCLOSE],
        },
    )
