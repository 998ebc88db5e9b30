"""Conversion. FHIRPath N1 2.0.0, section 5.5."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from conformance.fhirpath.errors import FhirPathError
from conformance.fhirpath.numbers import MAX_INTEGER, is_number
from conformance.fhirpath.quantity import Quantity, convert, parse_quantity
from conformance.fhirpath.scope import Code, Scope, truth
from conformance.fhirpath.system import text
from conformance.fhirpath.temporal import Moment, parse_date, parse_datetime, parse_time

from .signature import BOOLEAN, Function, anything, scalar, string

_TRUE = frozenset({"true", "t", "yes", "y", "1", "1.0"})
_FALSE = frozenset({"false", "f", "no", "n", "0", "0.0"})
_INTEGER = re.compile(r"[+-]?\d{1,19}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d{1,400}(\.\d{1,400})?", re.ASCII)


def _to_boolean(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if is_number(value):
        return bool(value) if value in (0, 1) else None
    lower = value.lower() if isinstance(value, str) else ""
    return True if lower in _TRUE else False if lower in _FALSE else None


def _to_integer(value: Any) -> int | None:
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        number = int(value)
        return number if abs(number) <= MAX_INTEGER else None
    return None


def _to_decimal(value: Any) -> Decimal | None:
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    return None


def _to_quantity(value: Any, unit: str | None = None) -> Quantity | None:
    if isinstance(value, int | Decimal):
        value = Quantity(Decimal(value))
    elif isinstance(value, str):
        value = parse_quantity(value)
    if not isinstance(value, Quantity) or unit is None:
        return value if isinstance(value, Quantity) else None
    return convert(value, unit)


def _to_date(value: Any) -> Moment | None:
    if isinstance(value, Moment) and value.kind != "Time":
        return Moment("Date", value.parts[:3])
    if not isinstance(value, str):
        return None
    parsed = parse_date(value) or parse_datetime(value)
    return parsed and Moment("Date", parsed.parts[:3])


def _to_datetime(value: Any) -> Moment | None:
    if isinstance(value, Moment) and value.kind != "Time":
        return replace(value, kind="DateTime")
    return parse_datetime(value) if isinstance(value, str) else None


def _to_time(value: Any) -> Moment | None:
    if isinstance(value, Moment) and value.kind == "Time":
        return value
    return parse_time(value) if isinstance(value, str) else None


def _iif(
    scope: Scope, items: list[Any], criterion: Code, then: Code, otherwise: Code | None = None
) -> list[Any]:
    if len(items) > 1:
        raise FhirPathError("iif() takes a single item")
    inner = scope.on(items, scope.index)
    if truth(criterion(inner)):
        return then(inner)
    return otherwise(inner) if otherwise else []


_CONVERSIONS: dict[str, Callable[..., Any]] = {
    "Boolean": _to_boolean,
    "Integer": _to_integer,
    "Decimal": _to_decimal,
    "Quantity": _to_quantity,
    "Date": _to_date,
    "DateTime": _to_datetime,
    "Time": _to_time,
    "String": text,
}


def _to(kind: str) -> Function:
    takers = (anything, string) if kind == "Quantity" else (anything,)
    optional = len(takers) - 1
    return scalar(_CONVERSIONS[kind], *takers, returns=f"System.{kind}", optional=optional)


def _converts(kind: str) -> Function:
    takers = (anything, string) if kind == "Quantity" else (anything,)

    def check(*values: Any) -> bool:
        return _CONVERSIONS[kind](*values) is not None

    return scalar(check, *takers, returns=BOOLEAN, optional=len(takers) - 1)


TABLE = {
    "iif": Function(_iif, 2, 3, lazy=True),
    **{f"to{kind}": _to(kind) for kind in _CONVERSIONS},
    **{f"convertsTo{kind}": _converts(kind) for kind in _CONVERSIONS},
}
