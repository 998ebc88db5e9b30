"""FHIR elements as System values, System values as plain JSON, and their type names.

System values are bool, int, Decimal, str, `Moment` and `Quantity`. FHIR R4, fhirpath.html,
section 2.9.1.3 (implicit conversions between FHIR and System types).
"""

from collections.abc import Callable
from decimal import Decimal
from math import isfinite
from typing import Any

from conformance import definitions

from .errors import FhirPathError
from .model import Node
from .numbers import is_number
from .quantity import Quantity
from .temporal import Moment, parse_date, parse_datetime, parse_time

UCUM = "http://unitsofmeasure.org"
_QUANTITIES = frozenset({"Quantity", "Age", "Count", "Distance", "Duration"})
_LARGEST_EXPONENT = 1_000


def _decimal(value: Any) -> Any:
    """A number as a Decimal, a float by the digits it is written with; anything else as it is."""
    kind = type(value)
    if kind is int:
        return Decimal(value)
    return Decimal(repr(value)) if kind is float and isfinite(value) else value


_MOMENTS: dict[str, Callable[[str], Moment | None]] = {
    "date": parse_date,
    "dateTime": parse_datetime,
    "instant": parse_datetime,
    "time": parse_time,
}


def to_system(item: Any) -> Any:
    """The System value of a FHIR primitive or quantity; any other item as it is.

    A primitive without a value, or with one that is not of its type, stays a node or raw value.
    """
    if type(item) is not Node or item.value is None:
        return item
    value = item.value
    if type(value) is str:
        parse = _MOMENTS.get(item.type or "")
        return value if parse is None else (parse(value) or value)
    if type(value) is not dict:
        return _decimal(value) if item.type == "decimal" else value
    if item.type in _QUANTITIES:
        return _quantity(value) or item
    return item


def value_of(item: Any) -> Any:
    """The System value of an item as `to_system`; None for a primitive that has none."""
    value = to_system(item)
    return None if type(value) is Node and value.value is None else value


def _quantity(value: dict[str, Any]) -> Quantity | None:
    number = _decimal(value.get("value"))
    if not isinstance(number, Decimal) or "comparator" in value:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        return None
    code = value.get("code") if value.get("system") == UCUM else None
    unit = code or value.get("code") or value.get("unit") or "1"
    return Quantity(number, unit) if isinstance(unit, str) else None


def to_plain(item: Any) -> Any:
    """The JSON value of an item: FHIR data as it is, dates as strings, quantities as `Quantity`."""
    if type(item) is Node:
        return item.value
    if type(item) is Moment:
        return str(item)
    if type(item) is Quantity:
        if item.calendar:
            return {"value": item.value, "unit": item.unit}
        return {"value": item.value, "unit": item.unit, "system": UCUM, "code": item.unit}
    return item


_SYSTEM_TYPES: dict[type, str] = {
    bool: "Boolean",
    int: "Integer",
    Decimal: "Decimal",
    str: "String",
    Quantity: "Quantity",
}
SYSTEM = frozenset({*_SYSTEM_TYPES.values(), "Date", "DateTime", "Time"})
"""The System types by name."""


def system_type(value: Any) -> str:
    """The System type of a System value, without its namespace."""
    return value.kind if type(value) is Moment else _SYSTEM_TYPES[type(value)]


def fhir_type(item: Any) -> str:
    """The FHIR type of an item; of a System value the FHIR type that it would be written as."""
    if type(item) is Node:
        return item.type or "Element"
    name = system_type(item)
    return name if name == "Quantity" else name[0].lower() + name[1:]


def type_matcher(name: str, position: int | None = None) -> Callable[[Any], bool]:
    """A test whether an item is of a type, `name` being a type specifier such as `FHIR.Patient`.

    A name without namespace is looked up in FHIR, then in System, and must be there; one with a
    namespace that has no such type matches nothing. N1 sections 4.9 and 10.2.
    """
    namespace, _, short = name.rpartition(".")
    fhir = namespace in ("", "FHIR") and definitions.type_named(short) is not None
    system = namespace in ("", "System") and short in SYSTEM
    if not (fhir or system or namespace in ("FHIR", "System")):
        raise FhirPathError(f"There is no type {name}", position)

    def matches(item: Any) -> bool:
        if type(item) is Node:
            return fhir and item.type is not None and definitions.is_a(item.type, short)
        return system and system_type(item) == short

    return matches


def text(item: Any) -> str | None:
    """The string form of a single item, None where it has none. N1 section 5.5 (toString)."""
    value = to_system(item)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}" if abs(value.adjusted()) <= _LARGEST_EXPONENT else str(value)
    if is_number(value) or isinstance(value, str | Moment | Quantity):
        return str(value)
    return None
