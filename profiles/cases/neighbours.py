"""Residents around a case: signed one by one with its team, over the last year and a half."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from .care import Followed, service_task
from .contracts import Party, contract, episode
from .dates import years_on
from .fhir import Json, ref
from .frame import Frame
from .packages import Offer
from .residents import by_contract, patient
from .setting import Setting, address, person_name

_FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
_GIVEN = "安宁平和康健乐明春秋"
# Steps that share no factor with what they are counted by, so that neighbours differ.
_AGES, _SIGNED, _DUE = 37, 53, 11


def around(frame: Frame, place: Setting, offered: Offer, number: int) -> list[Json]:
    """Make so many residents with what belongs to them; the same ones for the same day."""
    return [each for n in range(1, number + 1) for each in _neighbour(frame, place, offered, n)]


def _neighbour(frame: Frame, place: Setting, offered: Offer, n: int) -> Iterator[Json]:
    signed = frame.day(3 + n * _SIGNED % 560)
    own = replace(frame, prefix=frame.id(f"n{n:03}"), signed=signed, years=_years(frame, n))
    person = _person(own, place, n)
    packages = [(package, [person]) for package in offered.shared]
    agreed = contract(own, place, Party("", [person], person), packages, [])
    cared = episode(own.id("episode"), person, agreed, place)
    if agreed["status"] != "executed":
        del person["generalPractitioner"]
    yield from (person, agreed, cared)
    if agreed["status"] == "executed" and _is_chronic(n):
        followed = Followed(own, place, person, agreed, cared, agreed, {})
        start = max(signed, frame.day(40 - n * _DUE % 100))
        due = (start, start + timedelta(days=30))
        yield service_task(followed, "follow-up", offered.item("item-hypertension"), due)


def _person(frame: Frame, place: Setting, n: int) -> Json:
    gender = "male" if n % 2 else "female"
    born = years_on(frame.today, -_age(n)) - timedelta(days=n * _SIGNED % 365)
    groups = [("elderly", _age(n) >= 65), ("hypertension", _is_chronic(n))]
    made = patient(
        frame.id("resident"),
        person_name(_FAMILIES[n % 20], f"例{_GIVEN[n // 20 % 10]}"),
        gender,
        born,
        100 + n,
        tuple(code for code, applies in groups if applies),
    )
    return made | {
        "address": [address(f"示例社区{n % 30 + 1}号楼{n // 30 + 1}01室", "home")],
        "generalPractitioner": by_contract(place.lead),
        "managingOrganization": ref(place.provider),
    }


def _age(n: int) -> int:
    """From 18 to 89."""
    return 18 + n * _AGES % 72


def _is_chronic(n: int) -> bool:
    return _age(n) >= 45 and n % 2 == 0


def _years(frame: Frame, n: int) -> int:
    """A length of term that the policy allows."""
    term = frame.policy.term
    least, most = term.min_years.on(frame.signed), term.max_years.on(frame.signed)
    low, high = least.value if least else 1, most.value if most else 1
    return low + n % (high - low + 1)
