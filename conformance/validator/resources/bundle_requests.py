"""The requests of a batch or transaction. FHIR R4 http.html, section 3.1.0.11.

Whether they can be served is for the server to say; judged is what no server could accept.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from conformance.definitions import resource_types
from conformance.says import shown
from conformance.validator.rules import Finding

from .fault import Json, Place, fault, later_ones, objects

_URL = re.compile(r"(?:https?://\S*?/)?([A-Z][A-Za-z]+)(?:/([A-Za-z0-9.\-]{1,64}))?(\?\S+)?")
_TYPES = frozenset(resource_types())
_PATCHES = frozenset({"Binary", "Parameters"})


class Method(NamedTuple):
    """What a method wants: a body (None: of no matter), and the forms of its URL."""

    body: bool | None
    forms: frozenset[str]
    conditions: frozenset[str]


METHODS: dict[str, Method] = {
    "GET": Method(False, frozenset(), frozenset({"ifNoneMatch", "ifModifiedSince"})),
    "HEAD": Method(False, frozenset(), frozenset({"ifNoneMatch", "ifModifiedSince"})),
    "POST": Method(True, frozenset({"type"}), frozenset({"ifNoneExist"})),
    "PUT": Method(True, frozenset({"id", "query"}), frozenset({"ifMatch", "ifNoneMatch"})),
    "PATCH": Method(True, frozenset({"id", "query"}), frozenset({"ifMatch"})),
    "DELETE": Method(False, frozenset({"id", "query"}), frozenset({"ifMatch"})),
}
_CONDITIONS = ("ifNoneMatch", "ifModifiedSince", "ifMatch", "ifNoneExist")


def request_faults(bundle: Json) -> Iterator[Finding]:
    """Say which entries of a batch or transaction ask for something that means nothing."""
    if bundle.get("type") not in ("batch", "transaction"):
        return
    written: list[str | None] = []
    numbers: list[int] = []
    for number, entry in objects(bundle, "entry"):
        request = entry.get("request", {})
        wanted = METHODS.get(request.get("method"))
        if wanted is not None and isinstance(request.get("url"), str):
            yield from _entry_faults(("entry", number), entry, wanted)
            written.append(_identity_written(request))
            numbers.append(number)
    if bundle["type"] == "transaction":
        for which, identity in later_ones(written):
            place = ("entry", numbers[which], "request")
            yield fault("bundle-request-overlap", place, identity=identity)


def _identity_written(request: Json) -> str | None:
    """The resource an entry writes, where its URL says so: `Patient/1`."""
    found = _URL.fullmatch(request["url"])
    writes = request["method"] in ("PUT", "PATCH", "DELETE")
    return f"{found[1]}/{found[2]}" if writes and found and found[2] else None


def _entry_faults(place: Place, entry: Json, wanted: Method) -> Iterator[Finding]:
    request, resource = entry["request"], entry.get("resource", {})
    method, url = request["method"], request["url"]
    for name in _CONDITIONS:
        if name in request and name not in wanted.conditions:
            place_of = (*place, "request", name)
            yield fault("bundle-request-condition", place_of, name=name, method=method)
    if resource and wanted.body is False:
        yield fault("bundle-request-no-resource", (*place, "resource"), method=method)
    if not wanted.forms or "$" in url or "_search" in url:
        return
    if not resource and wanted.body:
        yield fault("bundle-request-resource", place, method=method)
    yield from _url_faults((*place, "request", "url"), request, resource, wanted)


def _url_faults(place: Place, request: Json, resource: Json, wanted: Method) -> Iterator[Finding]:
    """Judge `Type`, `Type/id` or `Type?query` by its method and beside its resource."""
    method, url = request["method"], request["url"]
    found = _URL.fullmatch(url)
    form = "query" if found and found[3] else "id" if found and found[2] else "type"
    if not found or found[1] not in _TYPES or form not in wanted.forms or (found[2] and found[3]):
        yield fault("bundle-request-url", place, url=shown(url), method=method)
        return
    type_ = resource.get("resourceType")
    if method == "PATCH":
        if resource and type_ not in _PATCHES:
            yield fault("bundle-request-patch", (*place[:2], "resource"), type=type_)
    elif resource and type_ != found[1]:
        yield fault("bundle-request-type", place, url=shown(url), type=type_)
    elif method == "PUT" and found[2] and resource and resource.get("id") != found[2]:
        yield fault("bundle-request-id", place, url=shown(url), id=shown(resource.get("id")))
