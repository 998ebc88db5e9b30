r"""Search type token: codes, identifiers, contact points, booleans. All shapes are index-exact.

A qualified value has the entries `<code>` and `<system>\u0002<code>`, the system empty where there
is none. A parameter that reads nothing but plain codes, booleans, contact points and the like
(`gender`, `active`) has only `<code>`; the systems such codes belong to are known from the
required binding. `system|` is a range, everything else one equality.

`:text` reads the beginning of `\u0006<folded>`, one entry for each text, display, and text of an
identifier's type; `:of-type` one equality on `\u0007<type's system>\u0002<its code>\u0002<value>`.
`:in` and `:below` and their opposites are lists of equalities, which terminology gives
(`membership.py`).

Codes are compared without regard to case, as the specification wants it when in doubt. There is no
doubt for plain codes, which are FHIR's own, and for UCUM.

Source: FHIR R4 search.html, 3.1.1.5.9 (token).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import NOTHING, Filter, any_of, equal, none_of, starting
from fhir_server.search.parameters import BOOLEAN_SYSTEM, Parameter
from fhir_server.search.params import split, unescape

from . import string
from .model import Compiler, Indexed, each_of

QUALIFIED = "\x02"
TEXT = "\x06"
OF_TYPE = "\x07"
SORT_LENGTH = 64
MIME_TYPES = "http://hl7.org/fhir/ValueSet/mimetypes"
CASE_SENSITIVE = frozenset({"http://unitsofmeasure.org"})

Json = dict[str, Any]


def index(value: Any, kind: str, parameter: Parameter, _: Place) -> Indexed:
    """The entries of one value; sorting takes the code."""
    if parameter.unqualified:
        code = _code(value)
        if code is None:
            return None
        entry = code if parameter.case_matters else code.casefold()
        return [entry], entry[:SORT_LENGTH], entry[:SORT_LENGTH]
    parts = PARTS.get(kind)
    entries = parts(value) if parts else entries_of(None, _code(value))
    if not entries:
        return None
    codes = [e for e in entries if QUALIFIED not in e and e[:1] != TEXT] or [""]
    return entries, min(codes)[:SORT_LENGTH], max(codes)[:SORT_LENGTH]


def entries_of(system: str | None, code: str | None) -> list[str]:
    """The entries of a code in a system, either of which may be missing."""
    if code is None:
        return [f"{system}{QUALIFIED}"] if system else []
    compared = _compared(system, code)
    return [code.casefold(), f"{system or ''}{QUALIFIED}{compared}"]


def _coding(value: Json) -> list[str]:
    entries = entries_of(value.get("system"), value.get("code"))
    if display := value.get("display"):
        entries.append(_text_entry(display))
    return entries


def _concept(value: Json) -> list[str]:
    entries = [entry for coding in value.get("coding", ()) if coding for entry in _coding(coding)]
    if text := value.get("text"):
        entries.append(_text_entry(text))
    return entries


def _identifier(value: Json) -> list[str]:
    entries = entries_of(value.get("system"), value.get("value"))
    if kind := value.get("type"):
        if text := kind.get("text"):
            entries.append(_text_entry(text))
        entries += _of_type_entries(kind.get("coding", ()), value.get("value"))
    return entries


def _text_entry(text: str) -> str:
    return TEXT + string.folded(text)


def _of_type_entries(codings: Sequence[Json], value: str | None) -> list[str]:
    if value is None:
        return []
    return [
        _typed_value(coding.get("system"), coding["code"], value)
        for coding in codings
        if coding and "code" in coding
    ]


def _typed_value(system: str | None, code: str, value: str) -> str:
    compared = _compared(system, code)
    return f"{OF_TYPE}{system or ''}{QUALIFIED}{compared}{QUALIFIED}{value.casefold()}"


def _contact(value: Json) -> list[str]:
    """A contact point's system is a kind (phone), not a namespace."""
    return entries_of(None, value.get("value"))


def _code(value: Any) -> str | None:
    """The text of a value that has no system: a primitive, or a contact point."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return value.get("value") if isinstance(value.get("value"), str) else None
    return str(value)


def _compared(system: str | None, code: str) -> str:
    return code if system in CASE_SENSITIVE else code.casefold()


PARTS: dict[str, Callable[[Json], list[str]]] = {
    "CodeableConcept": _concept,
    "Coding": _coding,
    "Identifier": _identifier,
    "ContactPoint": _contact,
}


def parse(raw: str) -> tuple[str | None, str | None]:
    """System and code of one value: None when not said, an empty system when there is to be none.

    `code`, `system|code`, `|code`, `system|`.
    """
    parts = [unescape(part) for part in split(raw, "|")]
    if len(parts) == 1:
        return None, parts[0]
    if len(parts) > 2:
        raise BadRequest(
            r"a token is code, system|code, |code or system|; a | inside is written \|"
        )
    system, code = parts
    if not system and not code:
        raise BadRequest("a token is code, system|code, |code or system|; this one says neither")
    return system, code or None


def match(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    """Resources with this code, identifier or value."""
    system, code = parse(raw)
    if parameter.unqualified:
        return _match_unqualified(parameter, system, code)
    return match_qualified(parameter.key, system, code)


def match_qualified(key: str, system: str | None, code: str | None) -> Filter:
    """The filter for entries of `entries_of` under a key."""
    if code is None:
        return starting(f"{key}{system}{QUALIFIED}")
    if system is None:
        return equal(key + code.casefold())
    named = "" if system == BOOLEAN_SYSTEM else system
    return equal(f"{key}{named}{QUALIFIED}{_compared(system, code)}")


def _match_unqualified(parameter: Parameter, system: str | None, code: str | None) -> Filter:
    key, codes = parameter.key, parameter.systems.get(system or "", frozenset())
    if code is None:
        return any_of([NOTHING, *(equal(key + c) for c in codes)])
    if parameter.kinds == {"boolean"} and code not in ("true", "false"):
        raise BadRequest(f"{code!r} is neither true nor false")
    if system and code not in codes:
        return NOTHING
    return equal(key + (code if parameter.case_matters else code.casefold()))


def _not(parameter: Parameter, values: Sequence[str], ctx: SearchContext) -> Filter:
    """Resources none of whose values is among these; one without any value matches too."""
    return none_of([each_of(match, parameter, values, ctx)])


def _text(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    """Resources with a text, display or type of identifier that begins so, however it is coded."""
    return starting(parameter.key + _text_entry(unescape(raw)))


def _of_type(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    parts = [unescape(part) for part in split(raw, "|")]
    if len(parts) != 3 or not all(parts):
        raise BadRequest("a value is (type's system)|(type's code)|(identifier's value)")
    return equal(parameter.key + _typed_value(*parts))


def of_concepts(parameter: Parameter, concepts: Iterable[tuple[str, str]]) -> Filter:
    """Resources with one of these codes, each (system, code)."""
    one = _match_unqualified if parameter.unqualified else _match_concept
    return any_of([NOTHING, *(one(parameter, system, code) for system, code in concepts)])


def _match_concept(parameter: Parameter, system: str | None, code: str) -> Filter:
    return match_qualified(parameter.key, system, code)


def has(parameter: Parameter, modifier: str) -> bool:
    """Whether a modifier makes sense for what the parameter reads."""
    if modifier == "of-type":
        return not parameter.kinds or "Identifier" in parameter.kinds
    if modifier == "below" and reads_mime_types(parameter):
        return True
    return modifier not in NEEDS_CONCEPT or not parameter.unqualified


def reads_mime_types(parameter: Parameter) -> bool:
    """Whether its values are MIME types."""
    bindings = [end.element.binding for end in parameter.ends or ()]
    return any(b is not None and b[1].partition("|")[0] == MIME_TYPES for b in bindings)


NEEDS_CONCEPT = frozenset({"text", "above", "below"})

MODIFIERS: dict[str, Compiler] = {
    "": partial(each_of, match),
    "not": _not,
    "text": partial(each_of, _text),
    "of-type": partial(each_of, _of_type),
}
