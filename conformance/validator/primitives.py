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

from .rules import OK, Finding, Findings, shown
from .scope import Check, Scope

MAX_STRING = 1024 * 1024
_LARGEST = 2**31 - 1

Test = Callable[[Any], bool]


class Format(NamedTuple):
    """A primitive type: its JSON type, the test of a value, and the form in words."""

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
        and 0 < len(value) <= MAX_STRING
        and (value.isprintable() or _FORBIDDEN.search(value) is None)
        and not value.isspace()
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
    "base64Binary": Format("a string", _is_base64, "base64 in groups of four characters"),
    "boolean": Format("true or false", lambda value: type(value) is bool, "true or false"),
    "canonical": Format("a string", _is_uri, "a URI without white space"),
    "code": Format(
        "a string", _matches(r"[^\s]+(?: [^\s]+)*"), "a code: single spaces inside at most"
    ),
    "date": Format(
        "a string",
        _exists_on_calendar(rf"{_YEAR}(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?"),
        "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    "dateTime": Format(
        "a string",
        _exists_on_calendar(
            rf"{_YEAR}(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T{_CLOCK}{_ZONE})?)?)?"
        ),
        "a date that exists, or date and time with seconds and time zone",
    ),
    "decimal": Format("a number", _is_decimal, "a decimal number"),
    "id": Format(
        "a string", _matches(r"[A-Za-z0-9.\-]{1,64}"), "1 to 64 of A-Z, a-z, 0-9, - and ."
    ),
    "instant": Format(
        "a string",
        _exists_on_calendar(rf"{_DAY}T{_CLOCK}{_ZONE}"),
        "a date that exists with time, seconds and time zone",
    ),
    "integer": Format(
        "a whole number", _within(-_LARGEST - 1), "between -2147483648 and 2147483647"
    ),
    "markdown": Format("a string", _is_text, "text without control characters"),
    "oid": Format(
        "a string", _matches(r"urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+"), "urn:oid: and an OID"
    ),
    "positiveInt": Format("a whole number", _within(1), "between 1 and 2147483647"),
    "string": Format("a string", _is_text, "text without control characters"),
    "time": Format("a string", _matches(_CLOCK), "a time of day with seconds and without a zone"),
    "unsignedInt": Format("a whole number", _within(0), "between 0 and 2147483647"),
    "uri": Format("a string", _is_uri, "a URI without white space"),
    "url": Format("a string", _is_uri, "a URI without white space"),
    "uuid": Format(
        "a string",
        _matches(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        "urn:uuid: and a UUID in lower case",
    ),
    "xhtml": Format("a string", lambda value: type(value) is str and value != "", "an XHTML div"),
}

_JSON_TYPES: dict[str, tuple[type, ...]] = {
    "a string": (str,),
    "true or false": (bool,),
    "a number": (int, float, Decimal),
    "a whole number": (int,),
}


def primitive_check(name: str) -> Check:
    """Return the check of a primitive type by its name (`dateTime`)."""
    json, holds, form = FORMATS[name]

    def check(value: Any, _: Scope) -> Findings:
        return OK if holds(value) else (_fault(name, json, form, value),)

    return check


def json_type_fault(wanted: str, value: Any) -> Finding:
    """Say that a value is not of the JSON type its element has."""
    if value is None:
        return Finding("null-value", f"null stands where {wanted} must be.")
    return Finding("json-type", f"{_upper_first(shown(value))} stands where {wanted} must be.")


def _fault(name: str, json: str, form: str, value: Any) -> Finding:
    if type(value) not in _JSON_TYPES[json]:
        return json_type_fault(json, value)
    if value == "":
        return Finding("empty-value", f"An empty string is no {name}.")
    if isinstance(value, str) and len(value) > MAX_STRING:
        return Finding("string-length", f"The {name} is longer than {MAX_STRING:,} characters.")
    if name in ("string", "markdown") and str(value).isspace():
        return Finding("blank-string", f"The {name} holds white space only.")
    return Finding("value-format", f"{_upper_first(shown(value))} is no {name}: expected {form}.")


def _upper_first(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
