"""What a Bundle demands of its entries beyond the invariants bdl-1 to bdl-12.

FHIR R4 bundle.html, sections 2.36.2 to 2.36.4.
"""

import re
from collections.abc import Iterator

from conformance.says import shown
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .bundle_index import BundleIndex, is_absolute, restful
from .bundle_references import reference_faults
from .bundle_requests import request_faults
from .fault import Json, fault, later_ones, objects

_SINGLE_LINKS = frozenset({"self", "first", "last", "next", "previous", "prev"})
_NAMED_ALWAYS = frozenset({"document", "message"})
_NAMED_MOSTLY = frozenset({"collection", "searchset", "history"})
_NAMELESS = frozenset({"OperationOutcome", "Parameters", None})
_STATUS = re.compile(r"\d{3}\b")


def bundle_faults(bundle: Json, scope: Scope) -> Findings:
    """Judge links, full URLs, roles, requests and references of a Bundle."""
    if not scope.whole:
        return ()
    index = BundleIndex(bundle)
    found = list(_link_faults(bundle))
    for number, entry in index.entries.items():
        found += _full_url_faults(bundle, number, entry)
        found += _role_faults(number, entry)
    found += request_faults(bundle)
    found += reference_faults(bundle, index)
    return found


def _link_faults(bundle: Json) -> Iterator[Finding]:
    relations = [link.get("relation") for _, link in objects(bundle, "link")]
    for number, relation in later_ones(relations):
        if relation in _SINGLE_LINKS:
            yield fault("bundle-link-once", ("link", number), relation=relation)


def _full_url_faults(bundle: Json, number: int, entry: Json) -> Iterator[Finding]:
    place = ("entry", number, "fullUrl")
    resource = entry.get("resource", {})
    url = entry.get("fullUrl")
    if url is None:
        kind = bundle.get("type")
        if kind in _NAMED_ALWAYS:
            yield fault("bundle-full-url", place[:2])
        elif kind in _NAMED_MOSTLY and resource.get("resourceType") not in _NAMELESS:
            yield fault("bundle-full-url-advised", place[:2])
    elif not is_absolute(url):
        yield fault("bundle-full-url-absolute", place, url=shown(url))
    elif resource and not _gets_its_id(entry.get("request", {})):
        yield from _identity_faults(place, url, resource)


def _gets_its_id(request: Json) -> bool:
    """Whether a resource is to be created, or found by a query: its full URL is for this once."""
    return request.get("method") == "POST" or "?" in request.get("url", "")


def _identity_faults(place: tuple[str | int, ...], url: str, resource: Json) -> Iterator[Finding]:
    """The URL of a resource on a server ends with its type and id."""
    named = restful(url)
    if named is None:
        return
    type_, id_ = resource.get("resourceType"), resource.get("id")
    if id_ is None:
        key = "bundle-full-url-without-id"
        yield fault("bundle-full-url-id", place, key=key, url=shown(url), type=type_)
    elif named[1:] != (type_, id_):
        identity = f"{type_}/{id_}"
        yield fault("bundle-full-url-id", place, url=shown(url), identity=shown(identity))


def _role_faults(number: int, entry: Json) -> Iterator[Finding]:
    resource = entry.get("resource", {})
    mode = entry.get("search", {}).get("mode")
    if mode == "outcome" and resource.get("resourceType", "OperationOutcome") != "OperationOutcome":
        place: tuple[str | int, ...] = ("entry", number, "resource")
        yield fault("bundle-search-outcome", place, type=resource["resourceType"])
    if mode in ("match", "include") and resource and "id" not in resource:
        yield fault("bundle-search-id", ("entry", number, "resource"))
    status = entry.get("response", {}).get("status")
    if isinstance(status, str) and not _STATUS.match(status):
        place = ("entry", number, "response", "status")
        yield fault("bundle-response-status", place, status=shown(status))
