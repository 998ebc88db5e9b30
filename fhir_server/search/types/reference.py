r"""Search type reference: relative, absolute, versioned, canonical, logical. All index-exact.

A reference to this server has the entry `<Type>/<id>`, however it is written, and one more with
`/_history/<version>` where it names a version. Any other reference has its URL; a canonical with
a version has one more without, and one without a version one more that ends with a bar. The
identifier of a reference has the entries of a token, after `\u0005`.

An id alone is looked for among the types the parameter may point to: one equality where that is
one type, else a list.

Source: FHIR R4 search.html, 3.1.1.5.11 (reference).
"""

import re
from functools import partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import Filter, any_of, equal
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import unescape

from . import token
from .model import Compiler, Indexed, each_of

ID = re.compile(r"[A-Za-z0-9\-.]{1,64}", re.ASCII)
VERSIONED = "/_history/"
LOGICAL = "\x05"
CANONICAL = frozenset({"canonical"})
BY_URL = frozenset({"canonical", "uri"})
SORT_LENGTH = 128


def index(value: Any, _: str, __: Parameter, place: Place) -> Indexed:
    """The entries of one reference, canonical, URI or contained-in-a-Bundle resource.

    Sorting, and the indexes of hot pairs, take what is referred to, whatever its version.
    """
    if isinstance(value, str):
        literal = local(value, place)
        entries = _with_and_without_version(literal)
        if "|" not in literal:
            entries.append(literal + "|")
    elif "resourceType" in value:
        literal = f"{value['resourceType']}/{value['id']}" if "id" in value else ""
        entries = [literal] if literal else []
    else:
        written = value.get("reference") or ""
        literal = "" if written.startswith("#") else local(written, place)
        entries = _with_and_without_version(literal) if literal else []
        entries += _identifier_entries(value.get("identifier"))
    key = literal.partition(VERSIONED)[0][:SORT_LENGTH]
    return (entries, key, key) if entries else None


def local(reference: str, place: Place) -> str:
    """A reference to this server as `Type/id`, any other as it is."""
    for base in place.bases:
        if reference.startswith(f"{base}/"):
            return reference[len(base) + 1 :]
    return reference


def _with_and_without_version(literal: str) -> list[str]:
    separator = VERSIONED if VERSIONED in literal else "|"
    plain, found, _ = literal.partition(separator)
    return [literal, plain] if found else [literal]


def _identifier_entries(identifier: Any) -> list[str]:
    if not identifier:
        return []
    found = token.entries_of(identifier.get("system"), identifier.get("value"))
    return [LOGICAL + entry for entry in found]


def is_literal(parameter: Parameter) -> bool:
    """Whether its references may name a type and an id, or an identifier."""
    return not parameter.kinds or bool(parameter.kinds - BY_URL)


def _match(parameter: Parameter, raw: str, ctx: SearchContext) -> Filter:
    literal = local(unescape(raw), ctx)
    if not ID.fullmatch(literal):
        return equal(parameter.key + literal)
    return any_of(equal(f"{parameter.key}{target}/{literal}") for target in parameter.targets)


def of_type(target: str) -> Compiler:
    """The modifier `:Patient`: an id of one type, with or without the type before it."""

    def one(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
        found = unescape(raw).removeprefix(f"{target}/")
        if not ID.fullmatch(found):
            raise BadRequest(f"{found!r} is not an id of a {target}")
        return equal(f"{parameter.key}{target}/{found}")

    return partial(each_of, one)


def _identifier(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    return token.match_qualified(parameter.key + LOGICAL, *token.parse(raw))


MODIFIERS: dict[str, Compiler] = {
    "": partial(each_of, _match),
    "identifier": partial(each_of, _identifier),
}
