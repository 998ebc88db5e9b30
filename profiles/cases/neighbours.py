"""Households around a case: signed one by one with its team, over the last year and a half."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from .care import service_task
from .contracts import Party, contract, episode
from .dates import years_on
from .fhir import Json, concept, extension, ref
from .frame import Frame
from .packages import Offer
from .records import Followed
from .residents import by_contract, household, patient
from .setting import Setting, address, person_name

_FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
_GIVEN = "安宁平和康健乐明春秋"
_CHANNEL = extension(
    "signing-channel", valueCodeableConcept=concept("contract-signing-channel", "initial-load")
)
_ELDERLY_FROM, _CHILD_BELOW = 65, 7
# Steps that share no factor with what they are counted by, so that neighbours differ.
_AGES, _SIGNED, _DUE = 7, 53, 11


@dataclass(frozen=True, slots=True)
class _Member:
    """One of a household: sex, years older than the head, what they are to the head (GB/T 4761)."""

    key: str
    gender: str
    older: int
    relationship: str


_MEMBERS = (
    _Member("head", "male", 0, "02"),
    _Member("wife", "female", -2, "12"),
    _Member("mother", "female", 27, "52"),
    _Member("son", "male", -28, "22"),
)


def around(frame: Frame, place: Setting, offered: Offer, number: int) -> list[Json]:
    """Make so many households of one to four; where only residents sign, of one."""
    return [each for n in range(1, number + 1) for each in _household(frame, place, offered, n)]


def _household(frame: Frame, place: Setting, offered: Offer, n: int) -> Iterator[Json]:
    signed = frame.day(3 + n * _SIGNED % 560)
    own = replace(frame, prefix=frame.id(f"n{n:03}"), signed=signed, years=_years(frame, n))
    members = _MEMBERS[: 1 + n % 4] if frame.by_household else _MEMBERS[:1]
    people = [_person(own, place, member, n) for member in members]
    pairs = [(who, member.relationship) for who, member in zip(people, members, strict=True)]
    group = household(own, place, pairs) if frame.by_household else None
    packages = [(package, people) for package in offered.shared]
    agreed = contract(own, place, Party("", people, people[0], group), packages, [])
    # Neighbours were there before: their papers and insurance are not part of the case.
    agreed["extension"] = [each for each in agreed["extension"] if each["url"] != _CHANNEL["url"]]
    agreed["extension"].append(_CHANNEL)
    yield from (*people, *([group] if group else []), agreed)
    for who, member in zip(people, members, strict=True):
        cared = episode(own.id(f"episode-{member.key}"), who, agreed, place)
        yield cared
        if agreed["status"] == "executed" and _is_chronic(_age(member, n)):
            followed = Followed(own, place, who, agreed, cared, agreed, {})
            start = max(signed, frame.day(40 - n * _DUE % 100))
            due = (start, start + timedelta(days=30))
            item = offered.item("item-hypertension")
            yield service_task(followed, f"follow-up-{member.key}", item, due)


def _person(frame: Frame, place: Setting, member: _Member, n: int) -> Json:
    age = _age(member, n)
    groups = (
        ("child-0-6", age < _CHILD_BELOW),
        ("elderly", age >= _ELDERLY_FROM),
        ("hypertension", _is_chronic(age)),
    )
    serial = 4 * n + _MEMBERS.index(member)
    family = _FAMILIES[
        (n + 3 * _MEMBERS.index(member)) % 20 if member.gender == "female" else n % 20
    ]
    made = patient(
        frame.id(member.key),
        person_name(family, f"例{_GIVEN[serial % 10]}"),
        member.gender,
        years_on(frame.today, -age) - timedelta(days=serial * _SIGNED % 365),
        100 + serial,
        tuple(code for code, applies in groups if applies),
    )
    in_force = frame.today <= frame.end
    return made | {
        "address": [address(f"示例社区{n % 30 + 1}号楼{n // 30 + 1}01室", "home")],
        **({"generalPractitioner": by_contract(place.lead)} if in_force else {}),
        "managingOrganization": ref(place.provider),
    }


def _age(member: _Member, n: int) -> int:
    """The head is from 30 to 59."""
    return 30 + n * _AGES % 30 + member.older


def _is_chronic(age: int) -> bool:
    return age >= 45 and age % 2 == 0


def _years(frame: Frame, n: int) -> int:
    """A length of term that the policy allows."""
    term = frame.policy.term
    least, most = term.min_years.on(frame.signed), term.max_years.on(frame.signed)
    low, high = least.value if least else 1, most.value if most else 1
    return low + n % (high - low + 1)
