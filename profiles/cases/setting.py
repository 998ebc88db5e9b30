"""Who serves: institutions, the people who work there, the team, and the funds that pay."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import profiles

from .dates import years_on
from .fhir import Json, coding, concept, extension, foreign, number, part, ref, resource
from .frame import Frame
from .numbers import DIVISION, credit_code
from .regions import HOSPITAL, SPECIALIST, Member, Place

HEALTH_WORKER = "urn:oid:2.16.156.10011.1.4"
AREA = {
    "system": coding("gb-t-2260-division", "460000")["system"],
    "code": f"{DIVISION}001001",
    "display": "示例省示例市示例县示例街道示例社区",
}
_GOVERNMENT = extension("run-by", valueCode="government")
_AUTHORITIES = {
    "health-commission": ("govt", "Government", "示例市卫生健康委员会"),
    "insurance-fund": ("pay", "Payer", "示例市基本医疗保险基金"),
    "finance-bureau": ("govt", "Government", "示例市财政局"),
    "information-centre": ("govt", "Government", "示例市卫生健康信息中心"),
}
_PAID_BY = {
    "insurance-fund": "insurance-fund",
    "public-health-fund": "finance-bureau",
    "local-fiscal": "finance-bureau",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """The setting of a case; institutions by their key, roles by their code of team-role."""

    institutions: dict[str, Json]
    practitioners: dict[str, Json]
    roles: dict[str, Json]
    authorities: dict[str, Json]
    office: Json
    team: Json
    provider: Json

    @property
    def hospital(self) -> Json:
        """The hospital that receives referrals."""
        return self.institutions[HOSPITAL.key]

    @property
    def specialist(self) -> Json:
        """Who sees the resident there."""
        return self.roles[SPECIALIST.role]

    @property
    def lead(self) -> Json:
        """The doctor who leads the team."""
        return next(iter(self.roles.values()))

    @property
    def visitor(self) -> Json:
        """Who does the follow-ups: the second of the team."""
        return list(self.roles.values())[1]

    def payer(self, kind: str) -> Json:
        """The fund that pays a share, by a code of payer-kind."""
        return self.authorities[_PAID_BY[kind]]

    def resources(self) -> list[Json]:
        """All of it, in the order a reader meets it."""
        people = [*self.practitioners.values(), *self.roles.values()]
        places = [*self.institutions.values(), *self.authorities.values(), self.office]
        return [*places, *people, self.team]


def setting(frame: Frame) -> Setting:
    """Make the setting of a case."""
    institutions = {place.key: _institution(frame, place) for place in frame.region.places}
    members = (*frame.region.members, SPECIALIST)
    people = {m.role: _practitioner(frame, m, n) for n, m in enumerate(members, 1)}
    authorities = _authorities(frame)
    filed_with = authorities["health-commission"]
    roles = {
        m.role: _role(frame, m, people[m.role], institutions[m.place], filed_with) for m in members
    }
    provider = institutions[frame.region.signs]
    office = resource(
        "Location",
        frame.id("office"),
        status="active",
        name=f"{provider['name']}家庭医生工作室",
        mode="instance",
        managingOrganization=ref(provider),
    )
    team = _team(frame, provider, {m.role: roles[m.role] for m in frame.region.members})
    return Setting(institutions, people, roles, authorities, office, team, provider)


def _institution(frame: Frame, place: Place) -> Json:
    extensions = [_GOVERNMENT]
    if place == HOSPITAL:
        extensions.append(extension("institution-level", valueCode="level-2-a"))
    return resource(
        "Organization",
        frame.id(place.key),
        "fd-institution",
        extension=extensions,
        identifier=[{"system": _naming("uscc"), "value": credit_code(place.code)}],
        active=True,
        type=[concept("ws218-institution-class", place.kind)],
        name=place.name,
        telecom=[_telephone("000-555-0100")],
        address=[address("示例路1号", "work")],
    )


def _authorities(frame: Frame) -> dict[str, Json]:
    return {
        key: resource(
            "Organization",
            frame.id(key),
            active=True,
            type=[foreign("organization-type", code, display)],
            name=name,
        )
        for key, (code, display, name) in _AUTHORITIES.items()
    }


def _practitioner(frame: Frame, member: Member, serial: int) -> Json:
    return resource(
        "Practitioner",
        frame.id(member.role),
        "fd-practitioner",
        identifier=[{"system": HEALTH_WORKER, "value": f"{DIVISION}-{serial:04}"}],
        active=True,
        name=[person_name(member.family, "示例")],
        telecom=[_telephone(f"000-555-011{serial}")],
        gender=member.gender,
        qualification=[
            {"code": concept("licence-kind", member.licence)},
            {"code": concept("title-level", member.title)},
        ],
    )


def _role(frame: Frame, member: Member, person: Json, institution: Json, authority: Json) -> Json:
    is_doctor = member.licence in ("physician-practice", "rural-doctor-practice")
    is_family_doctor = is_doctor and member.place != HOSPITAL.key
    since = _years_ago(frame, 3)
    return resource(
        "PractitionerRole",
        frame.id(f"{member.role}-role"),
        "fd-family-doctor",
        extension=_registered(since, authority) if is_family_doctor else [],
        active=True,
        period={"start": since.isoformat()},
        practitioner=ref(person),
        organization=ref(institution),
        code=[concept("team-role", member.role), concept("title-level", member.title)],
        telecom=person["telecom"],
    )


def _registered(since: date, authority: Json) -> list[Json]:
    """Registered as a family doctor, and filed with the health commission."""
    filed = [
        part("status", valueCode="filed"),
        part("date", valueDate=since.isoformat()),
        part("authority", valueReference=ref(authority)),
    ]
    return [
        extension("registration-status", valueCode="registered"),
        extension("filing", *filed),
    ]


def _team(frame: Frame, provider: Json, roles: dict[str, Json]) -> Json:
    since = {"start": _years_ago(frame, 2).isoformat()}
    participants = [
        {"role": [concept("team-role", code)], "member": ref(role, _person(role)), "period": since}
        for code, role in roles.items()
    ]
    return resource(
        "CareTeam",
        frame.id("team"),
        "fd-team",
        extension=[*_capacity(frame), extension("service-area", valueCoding=AREA)],
        identifier=[number("team", f"{frame.prefix}-T-01")],
        status="active",
        name=frame.region.team,
        period=since,
        participant=participants,
        managingOrganization=[ref(provider)],
        telecom=[_telephone("000-555-0101")],
    )


def _capacity(frame: Frame) -> list[Json]:
    """The limit of the policy; where it names none, the team has set 2,000 residents for itself."""
    capacity = frame.policy.capacity
    unit, most = capacity.unit.on(frame.signed), capacity.max_per_team.on(frame.signed)
    parts = [
        part("unit", valueCode=unit.value if unit else "resident"),
        part("max", valuePositiveInt=most.value if most else 2000),
    ]
    return [extension("team-capacity", *parts)]


def person_name(family: str, given: str) -> Json:
    """A Chinese name."""
    return {"use": "official", "text": family + given, "family": family, "given": [given]}


def address(line: str, use: str, **more: Any) -> Json:
    """An address in the invented county."""
    places = {"city": "示例市", "district": "示例县", "state": "示例省", "country": "CN"}
    area = extension("division", valueCoding=AREA)
    text = f"示例省示例市示例县示例街道{line}"
    extensions = [area, *more.pop("extension", [])]
    return {"extension": extensions, "use": use, "text": text, "line": [line], **places}


def _person(role: Json) -> str:
    return str(role["practitioner"]["display"])


def _naming(name: str) -> str:
    return f"{profiles.CANONICAL}/NamingSystem/{name}"


def _telephone(value: str) -> Json:
    return {"system": "phone", "value": value, "use": "work"}


def _years_ago(frame: Frame, years: int) -> date:
    return years_on(frame.today, -years)
