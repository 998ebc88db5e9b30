"""Search type uri: the whole URI, literally; `:below` and `:above` for URLs. Index-exact.

A canonical with a version is found with and without it. Where a resource has a `version` beside its
`url`, `url|version` asks for both.

Source: FHIR R4 search.html, 3.1.1.5.10 (uri).
"""

from functools import partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import Filter, all_of, any_of, equal, starting
from fhir_server.search.parameters import Parameter, parameters
from fhir_server.search.params import unescape

from .model import Compiler, Indexed, each_of

SORT_LENGTH = 128


def index(value: Any, kind: str, _: Parameter, __: Place) -> Indexed:
    """The entries of one URI; sorting takes it as it is."""
    if not isinstance(value, str):
        return None
    entries = [value]
    if kind == "canonical" and "|" in value:
        entries.append(value.partition("|")[0])
    return entries, value[:SORT_LENGTH], value[:SORT_LENGTH]


def _whole(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    uri = unescape(raw)
    url, bar, version = uri.rpartition("|")
    beside = parameters(parameter.resource_type).get("version")
    if not bar or parameter.code != "url" or beside is None:
        return equal(parameter.key + uri)
    return all_of([equal(parameter.key + url), equal(beside.key + version.casefold())])


def _below(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    return starting(parameter.key + _url(raw))


def _above(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    """The URL itself and what it starts with, up to each of its slashes."""
    url = _url(raw)
    ends = [i for i, c in enumerate(url) if c == "/"]
    heads = {url, *(url[:i] for i in ends), *(url[: i + 1] for i in ends)}
    return any_of(equal(parameter.key + head) for head in heads if "://" in head)


def _url(raw: str) -> str:
    uri = unescape(raw)
    if uri.startswith("urn:"):
        raise BadRequest(":above and :below are for URLs, which have a hierarchy; URNs have none")
    return uri


MODIFIERS: dict[str, Compiler] = {
    "": partial(each_of, _whole),
    "below": partial(each_of, _below),
    "above": partial(each_of, _above),
}
