"""The formats of the primitive types. FHIR R4 datatypes.html, section 2.24.0.1.

A format is a test that is quick when the value is right, and a sentence for when it is not.
Regular expressions are those of the page, read as ASCII as the page means them (an ideographic
space is a character like any other), with possessive quantifiers; dates must also exist.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple

from conformance.says import says, shown

from .rules import OK, Finding, Findings
from .scope import Check, Scope

MAX_STRING = 1024 * 1024
_LARGEST = 2**31 - 1

Test = Callable[[Any], bool]


class Format(NamedTuple):
    """A primitive type: its JSON type and form by their keys in messages, the test of a value."""

    json: str
    holds: Test
    form: str


_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_YEAR = r"(?!0000)(\d{4})"
_DAY = rf"{_YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?"
_ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))"
_BASE64 = re.compile(r"[0-9A-Za-z+/]*={0,2}", re.ASCII)


def _matches(pattern: str) -> Test:
    fullmatch = re.compile(pattern, re.ASCII).fullmatch
    return lambda value: type(value) is str and fullmatch(value) is not None


def _exists_on_calendar(pattern: str) -> Test:
    """The test of a date whose groups 1 to 3 are year, month and day, the later ones optional."""
    fullmatch = re.compile(pattern, re.ASCII).fullmatch

    def holds(value: Any) -> bool:
        found = fullmatch(value) if type(value) is str else None
        if found is None:
            return False
        year, month, day = found.groups()
        return day is None or day < "29" or int(day) <= monthrange(int(year), int(month))[1]

    return holds


def _within(least: int) -> Test:
    return lambda value: type(value) is int and least <= value <= _LARGEST


def _is_text(value: Any) -> bool:
    return (
        type(value) is str
        and len(value) <= MAX_STRING
        # Letters and digits alone need no closer look.
        and (value.isalnum() or (value.strip() != "" and _FORBIDDEN.search(value) is None))
    )


def _is_decimal(value: Any) -> bool:
    kind = type(value)
    return (
        kind is int
        or (kind is Decimal and value.is_finite())
        or (kind is float and isfinite(value))
    )


def _is_base64(value: Any) -> bool:
    if type(value) is not str or not value:
        return False
    compact = value if value.isalnum() else "".join(value.split())
    return len(compact) % 4 == 0 and _BASE64.fullmatch(compact) is not None and compact != ""


_is_uri = _matches(r"[^\x00-\x20\ufffe\uffff]+")

FORMATS: dict[str, Format] = {
    "base64Binary": Format("a-string", _is_base64, "form-base64"),
    "boolean": Format("true-or-false", lambda value: type(value) is bool, "form-boolean"),
    "canonical": Format("a-string", _is_uri, "form-uri"),
    "code": Format("a-string", _matches(r"[^\s]+(?: [^\s]+)*"), "form-code"),
    "date": Format(
        "a-string",
        _exists_on_calendar(rf"{_YEAR}(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?"),
        "form-date",
    ),
    "dateTime": Format(
        "a-string",
        _exists_on_calendar(
            rf"{_YEAR}(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T{_CLOCK}{_ZONE})?)?)?"
        ),
        "form-dateTime",
    ),
    "decimal": Format("a-number", _is_decimal, "form-decimal"),
    "id": Format("a-string", _matches(r"[A-Za-z0-9.\-]{1,64}"), "form-id"),
    "instant": Format(
        "a-string",
        _exists_on_calendar(rf"{_DAY}T{_CLOCK}{_ZONE}"),
        "form-instant",
    ),
    "integer": Format("a-whole-number", _within(-_LARGEST - 1), "form-integer"),
    "markdown": Format("a-string", _is_text, "form-text"),
    "oid": Format("a-string", _matches(r"urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+"), "form-oid"),
    "positiveInt": Format("a-whole-number", _within(1), "form-positiveInt"),
    "string": Format("a-string", _is_text, "form-text"),
    "time": Format("a-string", _matches(_CLOCK), "form-time"),
    "unsignedInt": Format("a-whole-number", _within(0), "form-unsignedInt"),
    "uri": Format("a-string", _is_uri, "form-uri"),
    "url": Format("a-string", _is_uri, "form-uri"),
    "uuid": Format(
        "a-string",
        _matches(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        "form-uuid",
    ),
    "xhtml": Format("a-string", lambda value: type(value) is str and value != "", "form-xhtml"),
}

_JSON_TYPES: dict[str, tuple[type, ...]] = {
    "a-string": (str,),
    "true-or-false": (bool,),
    "a-number": (int, float, Decimal),
    "a-whole-number": (int,),
}


def _check_of(name: str) -> Check:
    json, holds, form = FORMATS[name]

    def check(value: Any, _: Scope) -> Findings:
        return OK if holds(value) else (_fault(name, json, form, value),)

    return check


PLAIN: dict[str, Check] = {name: _check_of(name) for name in FORMATS}
"""The check of a primitive type by its name (`dateTime`)."""


def json_type_fault(wanted: str, value: Any) -> Finding:
    """Say that a value is not of the JSON type its element has, named by its key in messages."""
    if value is None:
        return Finding("null-value", says("null-value", wanted=says(wanted)))
    return Finding("json-type", says("json-type", value=shown(value), wanted=says(wanted)))


def _fault(name: str, json: str, form: str, value: Any) -> Finding:
    if type(value) not in _JSON_TYPES[json]:
        return json_type_fault(json, value)
    if value == "":
        return Finding("empty-value", says("empty-value", type=name))
    if isinstance(value, str) and len(value) > MAX_STRING:
        return Finding("string-length", says("string-length", type=name, most=MAX_STRING))
    if name in ("string", "markdown") and str(value).isspace():
        return Finding("blank-string", says("blank-string", type=name))
    sentence = says("value-format", value=shown(value), type=name, form=says(form))
    return Finding("value-format", sentence)
