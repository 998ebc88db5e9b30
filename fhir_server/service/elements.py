"""Reading R4 elements of our profiles: extensions, codes, references, days, amounts.

Resources are plain dicts as `conformance.json` decodes them. What is absent reads as "" or None,
never as an error: shape is judged by the profiles.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from profiles import CANONICAL

Json = dict[str, Any]

CHINA = ZoneInfo("Asia/Shanghai")
"""Legal dates are days there."""


class Span(NamedTuple):
    """Days from `start` to `end`, both included."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.start <= day <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether they have a day in common."""
        return self.start <= other.end and other.start <= self.end


def extension_url(name: str) -> str:
    """The URL of one of our extensions."""
    return f"{CANONICAL}/StructureDefinition/{name}"


def system(name: str) -> str:
    """The URL of one of our code systems."""
    return f"{CANONICAL}/CodeSystem/{name}"


def extensions(element: Json, name: str) -> Iterator[Json]:
    """Our extensions of a name on an element."""
    url = extension_url(name)
    return (e for e in element.get("extension", []) if e.get("url") == url)


def extension_value(element: Json, name: str, kind: str) -> Any:
    """The value of the first extension of a name, such as `valueCode`; None without one."""
    return next((e[kind] for e in extensions(element, name) if kind in e), None)


def part(element: Json, name: str, kind: str) -> Any:
    """The value of a part of a complex extension, by the part's own name; None without one."""
    parts = (e for e in element.get("extension", []) if e.get("url") == name)
    return next((e[kind] for e in parts if kind in e), None)


def codes(concept: Json | None, code_system: str) -> list[str]:
    """The codes of a CodeableConcept in one of our code systems."""
    url = system(code_system)
    codings = (concept or {}).get("coding", [])
    return [c["code"] for c in codings if c.get("system") == url and "code" in c]


def code(concept: Json | None, code_system: str) -> str:
    """The first of its codes in one of our code systems; "" without one."""
    return next(iter(codes(concept, code_system)), "")


def reference(element: Json | None) -> str:
    """What a Reference refers to, as `Type/id` without a version; "" without one."""
    text = str((element or {}).get("reference", ""))
    if text.count("/") < 2:
        return text
    return "/".join(text.partition("/_history/")[0].rsplit("/", 2)[-2:])


def own_reference(resource: Json) -> str:
    """`Type/id` of a resource; "" before it has an id."""
    return f"{resource['resourceType']}/{resource['id']}" if "id" in resource else ""


def day(text: str | None) -> date | None:
    """The day of a date, dateTime or instant, in China; None for a month, a year or nothing."""
    if text is None or len(text) < len("2024-01-01"):
        return None
    if "T" not in text:
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    return (moment.astimezone(CHINA) if moment.tzinfo else moment).date()


def holds(period: Json | None, on: date) -> bool:
    """Whether a Period, open where it says nothing, has a day."""
    span = period or {}
    return (day(span.get("start")) or on) <= on <= (day(span.get("end")) or on)


def fen(money: Json | None) -> int:
    """A Money in fen; 0 without a value."""
    value = (money or {}).get("value", 0)
    return int((value if isinstance(value, Decimal) else Decimal(str(value))) * 100)


def yuan(amount: int) -> Json:
    """Fen as a Money."""
    return {"value": Decimal(amount).scaleb(-2), "currency": "CNY"}
