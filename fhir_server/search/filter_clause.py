"""`_filter`, compiled onto the same entries as plain parameters.

Each test means what its operator says of any one of a resource's values (`ne`: there is a value
that differs; `pr false` finds those without). Codes that FHIR itself defines are compared without
regard to case here, as the page wants it of all values; ids and URLs keep theirs.

Source: FHIR R4 search_filter.html.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from fhir_server.errors import BadRequest, NotSupported, TooCostly

from .context import SearchContext
from .filter_syntax import Not, Step, Test, Tree, read
from .filters import CUT, LAST, LIVE, Filter, all_of, any_of, between, none_of
from .own import OWN
from .parameters import Parameter, parameters
from .types import date, modifiers_of, string, token
from .types.interval import compare as compare_intervals
from .types.model import Compiler

if TYPE_CHECKING:
    from .clauses import Clauses

Operation = Callable[[Parameter, str, SearchContext], Filter]
SPECIALS = re.compile(r"[\\,|$]")


def compile_filter(clauses: "Clauses", resource_type: str, text: str, hops: int = 0) -> Filter:
    """The filter of a `_filter`; raises BadRequest, NotSupported or TooCostly."""
    return _compile(clauses, resource_type, read(text), hops)


def _compile(clauses: "Clauses", resource_type: str, tree: Tree, hops: int) -> Filter:
    if isinstance(tree, Test):
        try:
            return _path(clauses, resource_type, tree, tree.path, hops)
        except TooCostly:
            raise
        except BadRequest as error:
            raise type(error)(f"at character {tree.at}: {error}") from error
    if isinstance(tree, Not):
        return none_of([_compile(clauses, resource_type, tree.part, hops)])
    parts = [_compile(clauses, resource_type, part, hops) for part in tree.parts]
    return any_of(parts) if tree.word == "or" else all_of(parts)


def _path(
    clauses: "Clauses", resource_type: str, test: Test, path: tuple[Step, ...], hops: int
) -> Filter:
    step, *rest = path
    if not rest:
        return _test(resource_type, step.name, test, clauses.ctx)

    def criterion(target: str) -> Filter:
        found = _path(clauses, target, test, tuple(rest), hops + 1)
        if step.given is None:
            return found
        return all_of([found, _compile(clauses, target, step.given, hops + 1)])

    return clauses.through(
        resource_type, step.name, rest[0].name, criterion, fits=partial(_fits, rest), hops=hops + 1
    )


def _fits(path: list[Step], resource_type: str) -> bool:
    return path[0].name in parameters(resource_type)


def _test(resource_type: str, code: str, test: Test, ctx: SearchContext) -> Filter:
    known = parameters(resource_type)
    if code not in known:
        raise NotSupported(
            f"{resource_type} has no search parameter {code[:64]!r}; it has {', '.join(known)}"
        )
    parameter = known[code]
    table = OPERATIONS[parameter.type if code not in OWN else code] | {"pr": _present}
    if test.operator not in table:
        raise NotSupported(
            f"{code!r} cannot be compared by {test.operator!r}; it can by {', '.join(table)}"
        )
    return table[test.operator](parameter, test.value, ctx)


def _by(modifier: str, *, literal: bool = False) -> Operation:
    """The operation that a modifier does, on one value; a literal value has no separators."""

    def operation(parameter: Parameter, value: str, ctx: SearchContext) -> Filter:
        raw = SPECIALS.sub(r"\\\g<0>", value) if literal else value
        return _modifiers(parameter)[modifier](parameter, [raw], ctx)

    return operation


def _ordered(prefix: str) -> Operation:
    def operation(parameter: Parameter, value: str, ctx: SearchContext) -> Filter:
        return _modifiers(parameter)[""](parameter, [prefix + value], ctx)

    return operation


def _modifiers(parameter: Parameter) -> dict[str, Compiler]:
    return OWN.get(parameter.code) or modifiers_of(parameter)


def _present(parameter: Parameter, value: str, ctx: SearchContext) -> Filter:
    if value not in ("true", "false"):
        raise BadRequest("pr is followed by true or false")
    if parameter.code in OWN:
        return LIVE if value == "true" else none_of([LIVE])
    missing = "false" if value == "true" else "true"
    return _modifiers(parameter)["missing"](parameter, [missing], ctx)


def _overlaps(parameter: Parameter, value: str, ctx: SearchContext) -> Filter:
    _, (low, high) = date.read(f"eq{value}", ctx)
    return compare_intervals(parameter.key, "ap", f"{low:015x}", f"{high:015x}")


def _token(parameter: Parameter, value: str, ctx: SearchContext) -> Filter:
    return _by("")(parameter, _as_defined(parameter, value), ctx)


def _as_defined(parameter: Parameter, value: str) -> str:
    """A plain code as its system writes it, whatever the case it was asked in."""
    system, bar, code = value.rpartition("|")
    codes = (c for listed in parameter.systems.values() for c in listed)
    return f"{system}{bar}{next((c for c in codes if c.casefold() == code.casefold()), code)}"


def _whole_string(parameter: Parameter, value: str, _: SearchContext) -> Filter:
    folded = parameter.key + string.folded(value)
    written = folded + string.WRITTEN
    return any_of([{"idx": folded}, between(written, written + LAST)])


def _other_string(parameter: Parameter, value: str, _: SearchContext) -> Filter:
    same = f"{re.escape(string.folded(value))}(?:{string.WRITTEN}|$)"
    return _another(parameter, f"(?!{string.PIECE}|{same})")


def _ends(parameter: Parameter, value: str, _: SearchContext) -> Filter:
    folded = string.folded(value)
    if len(folded) > string.CONTAINS_LENGTH:
        raise BadRequest(f"ew takes at most {string.CONTAINS_LENGTH} characters")
    end, piece = re.escape(folded), string.PIECE
    whole = f"(?!{piece})[^{string.WRITTEN}{CUT}]*{end}(?:{string.WRITTEN}|$)"
    return _another(parameter, f"(?:{whole}|{piece}[^{piece}]*{end}{piece}$)")


def _other_token(parameter: Parameter, value: str, ctx: SearchContext) -> Filter:
    entries = _entries(_token(parameter, value, ctx), "a code")
    if parameter.unqualified:
        kind = ""
    elif any(token.QUALIFIED in entry for entry in entries):
        kind = f"(?![{token.TEXT}{token.OF_TYPE}])[^{token.QUALIFIED}]*{token.QUALIFIED}"
    else:
        kind = f"[^{token.QUALIFIED}{token.TEXT}{token.OF_TYPE}]+$"
    return _another(parameter, kind, entries)


def _other_reference(parameter: Parameter, value: str, ctx: SearchContext) -> Filter:
    if "/_history/" in value or "|" in value:
        raise BadRequest("ne takes a reference without a version")
    entries = _entries(_by("")(parameter, value, ctx), "a reference")
    return _another(parameter, "(?![\x05#])(?!.*(?:/_history/|\\|))", entries)


def _other_uri(parameter: Parameter, value: str, ctx: SearchContext) -> Filter:
    return _another(parameter, "", _entries(_by("", literal=True)(parameter, value, ctx), "a URI"))


def _another(parameter: Parameter, pattern: str, others: list[str] | None = None) -> Filter:
    """Resources with an entry of the parameter that fits, and is none of some others."""
    found = []
    for key in parameter.keys:
        fragment = between(key, key + LAST, pattern=f"^.{{{len(key)}}}(?!\x7f){pattern}")
        if others:
            fragment["idx"]["$elemMatch"]["$nin"] = others
        found.append(fragment)
    return any_of(found)


def _entries(fragment: Filter, what: str) -> list[str]:
    wanted = fragment.get("idx")
    if isinstance(wanted, str):
        return [wanted]
    if isinstance(wanted, dict) and wanted.keys() == {"$in"}:
        return list(wanted["$in"])
    raise BadRequest(f"ne takes {what}, whole")


ORDERED = {p: _ordered(p) for p in ("eq", "ne", "gt", "lt", "ge", "le", "ap", "sa", "eb")}
OPERATIONS: dict[str, dict[str, Operation]] = {
    "string": {
        "eq": _whole_string,
        "ne": _other_string,
        "co": _by("contains", literal=True),
        "sw": _by("", literal=True),
        "ew": _ends,
    },
    "token": {
        "eq": _token,
        "ne": _other_token,
        "ss": _by("below"),
        "sb": _by("above"),
        "in": _by("in"),
        "ni": _by("not-in"),
    },
    "reference": {"eq": _by(""), "re": _by(""), "ne": _other_reference},
    "uri": {"eq": _by("", literal=True), "ne": _other_uri, "sw": _by("below", literal=True)},
    "date": ORDERED | {"po": _overlaps},
    "number": ORDERED,
    "quantity": ORDERED,
    "composite": {"eq": _by("")},
    "special": {"eq": _by("")},
    "_id": {"eq": _by(""), "ne": _by("not")},
    "_lastUpdated": ORDERED,
}
"""Operations by search type, `pr` beside them all."""
