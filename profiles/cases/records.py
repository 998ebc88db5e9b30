"""What is written down of the patient's care: visits, measurements, answers to the two forms."""

from dataclasses import dataclass
from typing import Any

import profiles

from .dates import moment
from .fhir import Json, coding, concept, extension, foreign, ref, resource
from .frame import SIGNED_DAYS_AGO, Frame
from .setting import Setting

LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
_VITAL_SIGNS = [foreign("observation-category", "vital-signs", "Vital Signs")]
_LABORATORY = [foreign("observation-category", "laboratory", "Laboratory")]


@dataclass(frozen=True, slots=True)
class Followed:
    """What every record of a resident's care refers to; `basis` is the plan, if there is one."""

    frame: Frame
    place: Setting
    patient: Json
    contract: Json
    episode: Json
    basis: Json
    conditions: dict[str, Json]

    @property
    def link(self) -> Json:
        """The extension that names the contract."""
        return extension("contract", valueReference=ref(self.contract))


def visit(followed: Followed, id_: str, ago: int, item: str, who: Json) -> Json:
    """A visit of the patient at the institution, in the morning."""
    frame, place = followed.frame, followed.place
    mode = concept("urn:oid:2.16.156.10011.2.3.1.183", "1")
    return resource(
        "Encounter",
        frame.id(id_),
        "fd-service-encounter",
        status="finished",
        class_=foreign("v3-ActCode", "AMB", "ambulatory")["coding"][0],
        type=[concept("service-item", item), mode],
        subject=ref(followed.patient),
        episodeOfCare=[ref(followed.episode)],
        participant=[{"individual": ref(who, who["practitioner"]["display"])}],
        period={"start": moment(frame.day(ago), "09:20"), "end": moment(frame.day(ago), "09:45")},
        reasonReference=[ref(each) for each in followed.conditions.values()],
        location=[{"location": ref(place.office)}],
        serviceProvider=ref(place.provider),
    )


def pressure(followed: Followed, id_: str, seen: Json, values: tuple[int, int]) -> Json:
    """A blood pressure in mmHg, systolic and diastolic."""
    parts = zip(
        (("8480-6", "Systolic", "收缩压"), ("8462-4", "Diastolic", "舒张压")), values, strict=True
    )
    components = [
        {
            "code": _loinc(code, f"{name} blood pressure", chinese),
            "valueQuantity": {"value": value, "unit": "mmHg", "system": UCUM, "code": "mm[Hg]"},
        }
        for (code, name, chinese), value in parts
    ]
    panel = _loinc("85354-9", "Blood pressure panel with all children optional", "血压")
    return _measured(
        followed,
        id_,
        "fd-blood-pressure",
        seen,
        category=_VITAL_SIGNS,
        code=panel,
        component=components,
    )


def glucose(followed: Followed, id_: str, seen: Json) -> Json:
    """A fasting blood glucose in mmol/L."""
    text = "Fasting glucose [Moles/volume] in Capillary blood by Glucometer"
    return _measured(
        followed,
        id_,
        "fd-blood-glucose",
        seen,
        category=_LABORATORY,
        code=_loinc("14770-2", text, "空腹血糖"),
        valueQuantity={"value": 7, "unit": "mmol/L", "system": UCUM, "code": "mmol/L"},
    )


def _measured(followed: Followed, id_: str, profile: str, seen: Json, **content: Any) -> Json:
    return resource(
        "Observation",
        followed.frame.id(id_),
        profile,
        basedOn=[ref(followed.basis)],
        status="final",
        subject=ref(followed.patient),
        encounter=ref(seen),
        effectiveDateTime=seen["period"]["start"],
        performer=[seen["participant"][0]["individual"]],
        **content,
    )


def _loinc(code: str, display: str, text: str) -> Json:
    return {"coding": [{"system": LOINC, "code": code, "display": display}], "text": text}


def assessed(followed: Followed, seen: Json) -> Json:
    """The health assessment: ways of life, ability to care for oneself, grade of service."""

    def chosen(link: str, system: str, code: str) -> Json:
        return {"linkId": link, "answer": [{"valueCoding": coding(system, code)}]}

    return _response(
        followed,
        "health-assessment",
        moment(followed.frame.day(SIGNED_DAYS_AGO - 5), "09:40"),
        [
            {"linkId": "state", "item": [chosen("self-rated", "assessment-answer", "self-fair")]},
            {
                "linkId": "lifestyle",
                "item": [
                    chosen("smoking", "assessment-answer", "never-smoked"),
                    chosen("drinking", "assessment-answer", "never-drinks"),
                ],
            },
            chosen("self-care", "assessment-answer", "independent"),
            {"linkId": "conclusion", "item": [chosen("grade", "service-grade", "enhanced")]},
        ],
        encounter=ref(seen),
        author=seen["participant"][0]["individual"],
    )


def survey(followed: Followed) -> Json:
    """What the patient says of the services, and that the contract is real."""
    answers = (
        ("authenticity", "contract-authenticity", "confirmed"),
        ("satisfaction", "satisfaction-level", "satisfied"),
    )
    items = [
        {"linkId": link, "answer": [{"valueCoding": coding(system, code)}]}
        for link, system, code in answers
    ]
    when = moment(followed.frame.day(10), "10:15")
    commission = followed.place.authorities["health-commission"]
    return _response(followed, "satisfaction", when, items, author=ref(commission))


def _response(followed: Followed, form: str, authored: str, items: list[Json], **more: Any) -> Json:
    return resource(
        "QuestionnaireResponse",
        followed.frame.id(f"{form}-answers"),
        f"fd-{form}",
        extension=[followed.link],
        questionnaire=f"{profiles.CANONICAL}/Questionnaire/{form}|1",
        status="completed",
        subject=ref(followed.patient),
        authored=authored,
        source=ref(followed.patient),
        item=items,
        **more,
    )
