"""Strict JSON in and out, with decimals that keep value and precision.

RFC 8259 and FHIR R4 json.html: property names are unique within an object, decimals keep their
precision (`1.00` stays `1.00`), and strings hold neither NUL nor half a surrogate pair.

msgspec does the work at full speed and is right about nearly everything. What it lets pass (a
repeated property, NUL, huge exponents, great depth) leaves traces that are cheap to see; only
then, or after a failure, does `json_faults` read the text again and name the first fault.
"""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any

import msgspec

from conformance.says import says

from .json_faults import HUGE, MAX_DEPTH, JsonError, report_fault

__all__ = ["JsonError", "decode", "encode", "exact"]

_LARGE = 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_decoder = msgspec.json.Decoder(float_hook=Decimal)
_encoder = msgspec.json.Encoder(decimal_format="number")


def encode(obj: Any) -> bytes:
    """Write compact UTF-8 JSON. Decimals become numbers with all their digits."""
    return _encoder.encode(obj)


def decode(data: bytes | str) -> Any:
    """Read a JSON text; numbers with a fraction or exponent become Decimal, others int.

    `1e3` is written back as `1E+3`, equal in value and precision; refused are exponents of more
    than three digits and depths over 100. A byte order mark is skipped.

    Raises:
        JsonError: the first fault in the text, with line and column.

    """
    try:
        raw = (data.encode() if isinstance(data, str) else data).removeprefix(_BOM)
        value = _decoder.decode(raw)
        doubtful = _is_doubtful(raw, value)
    except (msgspec.DecodeError, UnicodeError, RecursionError, InvalidOperation) as error:
        report_fault(data)
        raise JsonError(says("json-unreadable", why=str(error)), 1, 1) from error
    if doubtful:
        report_fault(data)
    return value


def exact(value: Any) -> Any:
    """A decoded value with the decimals that its floats are written as; itself if it has none.

    Other readers of JSON make floats of decimals. What is no number (`NaN`) stays a float.
    """
    return _without_floats(value) if _has_float(value) else value


def _has_float(value: Any) -> bool:
    waiting: list[Any] = [[value]]
    for each in waiting:
        for child in each.values() if type(each) is dict else each:
            kind = type(child)
            if kind is dict or kind is list:
                waiting.append(child)
            elif kind is float:
                return True
    return False


def _without_floats(value: Any) -> Any:
    if type(value) is dict:
        return {key: _without_floats(child) for key, child in value.items()}
    if type(value) is list:
        return [_without_floats(child) for child in value]
    return Decimal(repr(value)) if type(value) is float and isfinite(value) else value


def _is_doubtful(raw: bytes, value: Any) -> bool:
    """Whether the text may hold a fault that msgspec lets pass. Never wrong when it says no.

    A repeated property is dropped with its colon, so the colons no longer add up; an escaped colon
    could hide that. Huge exponents and NUL are written in one way only.
    """
    if raw.count(b"{") + raw.count(b"[") > MAX_DEPTH and _is_deep(value):
        return True
    if b"\\u003a" in raw or b"\\u003A" in raw:
        return True
    colons = 0
    for written in _written(value, len(raw)):
        colons += written.count(b":")
        if b"\\u0000" in written or HUGE.search(written) is not None:
            return True
    return colons != raw.count(b":")


def _written(value: Any, size: int) -> Iterator[bytes]:
    """The value as JSON; the items of long lists each for themselves, to need less memory."""
    if size < _LARGE or type(value) is not dict:
        yield _encoder.encode(value)
        return
    lists = {name: child for name, child in value.items() if type(child) is list}
    yield _encoder.encode(value | dict.fromkeys(lists))
    for items in lists.values():
        yield from map(_encoder.encode, items)


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for node in level
            for child in (node.values() if type(node) is dict else node)
            if type(child) is dict or type(child) is list
        ]
        if not level:
            return False
    return True
