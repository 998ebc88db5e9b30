"""The words of search.html, spelled out on one resource at a time: slow, and without any index.

It reads values by the parameter's own expression from the definitions, and knows nothing of
entries, keys or filters. `matches(resource, "code:not", "http://a|x")` answers one criterion.
"""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from conformance.definitions import search_parameters
from conformance.fhirpath import compile as compile_path

from .shelf import NOW
from .test_dates import FIRST, LAST, of_period, of_text, related

Json = dict[str, Any]
Typed = tuple[Any, str]

OURS = "http://here/fhir/"
PREFIXES = ("eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap")
GRAMS = {"g": 1, "mg": Fraction(1, 1000), "kg": 1000}
UCUM = "http://unitsofmeasure.org"
BY_URL = {d.url: d for d in search_parameters()}


def matches(resource: Json, name: str, text: str) -> bool:
    """Whether a resource meets one criterion; commas in it are OR."""
    code, _, modifier = name.partition(":")
    definition = next(
        d for d in search_parameters() if d.code == code and resource["resourceType"] in d.base
    )
    values = text.split(",")
    if definition.type == "composite":
        found = any(composite(resource, definition, value) for value in values)
        return found if not modifier else (text == "false") == bool(list(elements(resource)))
    typed = compile_path(definition.expression or "", resource["resourceType"]).typed(resource)
    if modifier == "missing":
        return bool(typed) == (text == "false")
    one = TYPES[definition.type]
    if modifier == "not":
        return not any(one(pair, value, "") for pair in typed for value in values)
    return any(one(pair, value, modifier) for pair in typed for value in values)


def elements(resource: Json) -> Iterator[Json]:
    """The elements whose parts belong together in an Observation."""
    yield resource
    yield from resource.get("component", [])


def composite(resource: Json, definition: Any, text: str) -> bool:
    parts = text.split("$")
    scopes = [
        scope
        for scope in elements(resource)
        if ("component" in definition.code) == (scope is not resource)
        or definition.code.startswith("combo")
    ]
    for scope in scopes:
        kinds = []
        for (url, expression), part in zip(definition.components, parts, strict=True):
            type_ = "Observation" if scope is resource else "Observation.component"
            written = expression.replace("DateTime", "dateTime")
            typed = compile_path(written, type_).typed(scope)
            kinds.append(any(TYPES[BY_URL[url].type](pair, part, "") for pair in typed))
        if all(kinds):
            return True
    return False


def plain(text: str) -> str:
    """Without case, accents, punctuation, and spaces beyond the first."""
    kept = (
        c for c in unicodedata.normalize("NFKD", text.casefold())
        if unicodedata.category(c)[0] not in "MP"
    )  # fmt: skip
    return " ".join("".join(kept).split())


def string(pair: Typed, text: str, modifier: str) -> bool:
    value, kind = pair
    parts = [value]
    if kind == "HumanName":
        given = value.get("given", [])
        parts = [value.get("family"), value.get("text"), *given, *value.get("prefix", [])]
        if value.get("family", "") >= "\u4e00" and given and max("".join(given)) >= "\u4e00":
            parts.append(value["family"] + "".join(given))  # as Chinese names are written
    parts = [part for part in parts if part]
    if modifier == "exact":
        return text in parts
    if modifier == "contains":
        return any(plain(text) in plain(part) for part in parts)
    return any(plain(part).startswith(plain(text)) for part in parts)


def codings(pair: Typed) -> list[Json]:
    """Values as codings with `system`, `code` and `display`."""
    value, kind = pair
    if kind == "CodeableConcept":
        own = [{"display": value["text"]}] if "text" in value else []
        return [*value.get("coding", []), *own]
    if kind == "Identifier":
        texts = [{"display": value["type"]["text"]}] if "text" in value.get("type", {}) else []
        return [{"system": value.get("system"), "code": value.get("value")}, *texts]
    return [value if kind == "Coding" else {"code": value, "plain": True}]


def token(pair: Typed, text: str, modifier: str) -> bool:
    if modifier == "text":
        return any(
            plain(c["display"]).startswith(plain(text)) for c in codings(pair) if "display" in c
        )
    if modifier == "of-type":
        system, code, wanted = text.split("|")
        types = pair[0].get("type", {}).get("coding", [])
        same = any(
            t.get("system") == system and t["code"].casefold() == code.casefold() for t in types
        )
        return same and (pair[0].get("value") or "").casefold() == wanted.casefold()
    system, bar, code = text.rpartition("|")
    for each in codings(pair):
        if each.get("plain"):
            known = str(each["code"]).lower() if each["code"] in (True, False) else each["code"]
            if not system and known == code:
                return True
            continue
        fits = not bar or (each.get("system") or "") == system
        if fits and (bool(each.get("system")) if not code else False):
            return True
        if fits and code and (each.get("code") or "").casefold() == code.casefold():
            return True
    return False


def reference(pair: Typed, text: str, modifier: str) -> bool:
    value, kind = pair
    if kind == "canonical":
        return canonical(value, text, modifier)
    if modifier == "identifier":
        found = value.get("identifier")
        return bool(found) and token((found, "Identifier"), text, "")
    literal = value.get("reference", "").removeprefix(OURS)
    asked = text.removeprefix(OURS)
    if modifier:
        asked = f"{modifier}/{asked}"
    whole = {literal, literal.partition("/_history/")[0]}
    if "/" not in asked:
        return any(each.split("/")[:1] != [""] and each.count("/") == 1
                   and each.split("/")[1] == asked for each in whole)  # fmt: skip
    return asked in whole and bool(literal)


def canonical(value: str, text: str, modifier: str) -> bool:
    """With a version only that version; `:below` those that begin with it too; else any."""
    (own, _, version), (url, _, wanted) = value.partition("|"), text.partition("|")
    below = modifier == "below" and version.startswith(f"{wanted}.")
    return own == url and (not wanted or version == wanted or below)


def date(pair: Typed, text: str, _: str) -> bool:
    prefix, wanted = prefix_of(text)
    value, kind = pair
    target = of_period(value) if kind == "Period" else of_text(value)
    low, high = of_text(wanted)
    if prefix != "ap":
        return related(prefix, target, (low, high))
    margin = min(abs(NOW - low), abs(NOW - high)) / 10
    margin = timedelta(microseconds=margin // timedelta(microseconds=1))
    return target[0] < later(high, margin) and target[1] > later(low, -margin)


def later(instant: datetime, by: timedelta) -> datetime:
    try:
        return instant + by
    except OverflowError:
        return LAST if by > timedelta() else FIRST


def prefix_of(text: str) -> tuple[str, str]:
    return (text[:2], text[2:]) if text[:2] in PREFIXES else ("eq", text)


def compare(prefix: str, target: tuple[Any, Any], text: str, factor: Any = 1) -> bool:
    """A number, or an open or closed interval of numbers (None: no end), against a search value."""
    exact = Fraction(text)
    places = Decimal(text).as_tuple().exponent
    half = Fraction(1, 2) * Fraction(10) ** int(places)
    margin = half if prefix in ("eq", "ne") else abs(exact) / 10 if prefix == "ap" else 0
    low, high = (exact - margin) * factor, (exact + margin) * factor
    start = Fraction(target[0]) if target[0] is not None else Fraction(-(10**40))
    end = Fraction(target[1]) if target[1] is not None else Fraction(10**40)
    if start == end:  # a number
        return {
            "eq": low <= start < high, "ne": not low <= start < high, "gt": start > high,
            "lt": start < low, "ge": start >= low, "le": start <= high, "sa": start > high,
            "eb": start < low, "ap": low <= start <= high,
        }[prefix]  # fmt: skip
    inside = low <= start and end <= high
    return {
        "eq": inside, "ne": not inside, "gt": end > high, "lt": start < low,
        "ge": end > high or inside or start >= low, "le": start < low or inside or end <= high,
        "sa": start >= high, "eb": end <= low, "ap": start < high and end > low,
    }[prefix]  # fmt: skip


def number(pair: Typed, text: str, _: str) -> bool:
    value, kind = pair
    prefix, wanted = prefix_of(text)
    if kind == "Range":
        low, high = (value.get(end, {}).get("value") for end in ("low", "high"))
        return compare(prefix, (low, high), wanted)
    return compare(prefix, (value, value), wanted)


def quantity(pair: Typed, text: str, _: str) -> bool:
    value = pair[0]
    prefix, wanted = prefix_of(text.split("|", maxsplit=1)[0])
    system, unit = (*text.split("|")[1:], "", "")[:2]
    factor: Any = 1
    if system == UCUM and unit in GRAMS:
        if value.get("system") != UCUM or value.get("code") not in GRAMS:
            return False
        factor = Fraction(GRAMS[unit]) / Fraction(GRAMS[value["code"]])
    elif system and (value.get("system"), value.get("code")) != (system, unit):  # noqa: SIM114
        return False
    elif unit and unit not in (value.get("code"), value.get("unit")):
        return False
    ends = {"<": (None, value["value"]), ">": (value["value"], None)}
    target = ends.get(value.get("comparator", "")[:1], (value["value"], value["value"]))
    return compare(prefix, target, wanted, factor)


def uri(pair: Typed, text: str, modifier: str) -> bool:
    value = pair[0]
    if modifier == "below":
        return str(value).startswith(text)
    if modifier == "above":
        return text == value or text.startswith(value.rstrip("/") + "/") or text == value + "/"
    return bool(value == text)


TYPES: dict[str, Callable[[Typed, str, str], bool]] = {
    "string": string, "token": token, "reference": reference, "date": date, "number": number,
    "quantity": quantity, "uri": uri,
}  # fmt: skip
