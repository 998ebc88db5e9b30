"""Read a policy from TOML; what is wrong with it is said with file and key."""

import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from profiles.requirements import requirements

from .model import Money, Policy, Setting, Value

Table = dict[str, Any]

_WORDS = {bool: "true or false", int: "a whole number", Decimal: "a number", Money: "an amount"}
_WORDS |= {str: "a text", date: "a date"}


class PolicyError(ValueError):
    """A policy that cannot be read: one sentence with the file and the key."""


class _Fault(ValueError):
    """What is wrong in a file, beginning with the key."""


def read(path: Path, heirs: tuple[str, ...] = ()) -> Policy:
    """The policy in a file, with what it inherits from others in the same folder.

    Raises:
        PolicyError: it is no policy, or one that it inherits is none.

    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        own = _policy(path.stem, table)
        if own.inherits in (path.stem, *heirs):
            raise _Fault(f"inherits: {own.inherits!r} inherits from this policy.")
    except (ValueError, OSError) as error:
        raise PolicyError(f"{path.name}: {error}") from error
    if not own.inherits:
        return own
    return _completed(own, read(path.with_stem(own.inherits), (path.stem, *heirs)))


def _policy(name: str, table: Table) -> Policy:
    hints = get_type_hints(Policy)
    found: Table = {"id": name}
    for key, given in _known(table, hints.keys() - {"id"}):
        is_section = is_dataclass(hints[key])
        found[key] = (_section if is_section else _typed)(hints[key], given, key)
    for each in fields(Policy):
        if each.default is MISSING and not found.get(each.name):
            raise _Fault(f"{each.name} is missing.")
    return Policy(**found)


def _section(section: Any, given: Any, name: str) -> Any:
    """A section of the model, such as `term`."""
    hints = get_type_hints(section)
    rows = _known(given, hints.keys(), f"{name}.")
    return section(**{key: _setting(hints[key], row, f"{name}.{key}") for key, row in rows})


def _setting(hint: Any, given: Any, key: str) -> Setting[Any]:
    """A setting of the type that the model gives it: one value, or several that hold in turn."""
    rows = given if isinstance(given, list) else [given]
    values = tuple(_value(get_args(hint)[0], row, key) for row in rows)
    for earlier, later in pairwise(values):
        if (earlier.valid_to or date.max) >= (later.valid_from or date.min):
            raise _Fault(f"{key}: its values do not hold one after the other.")
    return Setting(values)


def _value(kind: Any, row: Any, key: str) -> Value[Any]:
    hints = get_type_hints(Value) | {"value": kind, "requirement": str}
    found = {
        name: _typed(hints[name], given, f"{key}.{name}")
        for name, given in _known(row, hints.keys(), f"{key}.")
    }
    if missing := {"value", "requirement"} - found.keys():
        raise _Fault(f"{key}: {min(missing)} is missing.")
    if kind is Money and "valid_from" not in found:
        raise _Fault(f"{key}: an amount of money needs valid_from.")
    ids = found["requirement"].split()
    if not ids or not requirements().keys() >= set(ids):
        raise _Fault(f"{key}.requirement: {found['requirement']!r} is no list of requirements.")
    return Value(**found | {"requirement": tuple(ids)})


def _known(table: Any, keys: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    if not isinstance(table, dict):
        raise _Fault(f"{prefix.rstrip('.')}: it is no table.")
    for key, given in table.items():
        if key not in keys:
            raise _Fault(f"{prefix}{key}: there is no such key.")
        yield key, given


def _typed(kind: Any, given: Any, key: str) -> Any:
    """What is given, as a value of a type of the model."""
    if NoneType in get_args(kind):
        kind = next(each for each in get_args(kind) if each is not NoneType)
    if get_origin(kind) is tuple:
        if not isinstance(given, list):
            raise _Fault(f"{key}: expected a list, found {given!r}.")
        return tuple(_typed(get_args(kind)[0], each, key) for each in given)
    if get_origin(kind) is Literal:
        if given not in get_args(kind):
            raise _Fault(f"{key}: expected one of {', '.join(get_args(kind))}, found {given!r}.")
        return given
    plain = Decimal if kind is Money else kind
    if plain is Decimal and type(given) is int:
        return Decimal(given)
    if type(given) is not plain:
        raise _Fault(f"{key}: expected {_WORDS[kind]}, found {given!r}.")
    return given


def _completed(own: Policy, parent: Policy) -> Policy:
    """A policy with its parent's values where it is silent."""
    sections = [f.name for f in fields(Policy) if is_dataclass(getattr(own, f.name))]
    return replace(own, **{s: _filled(getattr(own, s), getattr(parent, s)) for s in sections})


def _filled(own: Any, parent: Any) -> Any:
    silent = [f.name for f in fields(own) if not getattr(own, f.name).values]
    return replace(own, **{name: getattr(parent, name) for name in silent})
