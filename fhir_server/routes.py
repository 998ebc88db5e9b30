"""The whole URL space: method, path under the base, handler, and what the interaction is called.

`{type}`, `{id}`, `{vid}` and `{member}` (a type in a compartment) stand for one segment; `$` for
the name of an operation. The CapabilityStatement is derived from this table.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from conformance.definitions import resource_types, type_named

from .errors import BadRequest, MethodNotAllowed, NotFound, NotImplementedHere
from .http import Call, Reply, read_query
from .interactions.batch import batch
from .interactions.capabilities import capabilities
from .interactions.create import create
from .interactions.delete import delete
from .interactions.history import instance_history, system_history, type_history
from .interactions.patch import patch
from .interactions.read import read
from .interactions.search import ANY, search, search_compartment, search_system
from .interactions.transaction import transaction
from .interactions.update import update
from .interactions.vread import vread
from .operations import operation
from .server import Server

Handler = Callable[[Call, Server], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Route:
    """One line of the URL space; `interaction` is FHIR's code for it, "" when it has none."""

    method: str
    path: str
    handler: Handler
    interaction: str = ""


async def bundle(call: Call, server: Server) -> Reply:
    """`POST [base]`: the Bundle says whether it is a batch or a transaction."""
    given = call.resource()
    kinds = {"batch": batch, "transaction": transaction}
    # By its text, since what is no string cannot be looked up.
    kind = kinds.get(str(given.get("type")))
    if given.get("resourceType") != "Bundle" or kind is None:
        raise BadRequest("POST to the base takes a Bundle of type batch or transaction.")
    return await kind(call, server)


ROUTES = (
    Route("GET", "metadata", capabilities),
    Route("GET", "", search_system, "search-system"),
    Route("POST", "", bundle, "transaction"),
    Route("POST", "_search", search_system),
    Route("GET", "_history", system_history, "history-system"),
    Route("GET", "$", operation),
    Route("POST", "$", operation),
    Route("GET", "{type}", search, "search-type"),
    Route("POST", "{type}", create, "create"),
    Route("PUT", "{type}", update),
    Route("PATCH", "{type}", patch),
    Route("DELETE", "{type}", delete),
    Route("POST", "{type}/_search", search),
    Route("GET", "{type}/_history", type_history, "history-type"),
    Route("GET", "{type}/$", operation),
    Route("POST", "{type}/$", operation),
    Route("GET", "{type}/{id}", read, "read"),
    Route("PUT", "{type}/{id}", update, "update"),
    Route("PATCH", "{type}/{id}", patch, "patch"),
    Route("DELETE", "{type}/{id}", delete, "delete"),
    Route("GET", "{type}/{id}/_history", instance_history, "history-instance"),
    Route("GET", "{type}/{id}/{member}", search_compartment),
    Route("POST", "{type}/{id}/{member}/_search", search_compartment),
    Route("GET", "{type}/{id}/$", operation),
    Route("POST", "{type}/{id}/$", operation),
    Route("GET", "{type}/{id}/_history/{vid}", vread, "vread"),
    Route("GET", "{type}/{id}/_history/{vid}/$", operation),
    Route("POST", "{type}/{id}/_history/{vid}/$", operation),
)

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
MEMBER, VERSION = "{member}", "{vid}"
PLACES = ("{type}", "{id}", MEMBER, "{?}")
FIXED = frozenset({"_history", "_search", "metadata"})


@cache
def table() -> dict[str, dict[str, Handler]]:
    """Handlers by path and method; HEAD goes wherever GET goes."""
    found: dict[str, dict[str, Handler]] = {}
    for route in ROUTES:
        found.setdefault(route.path, {})[route.method] = route.handler
    for methods in found.values():
        if "GET" in methods:
            methods["HEAD"] = methods["GET"]
    return found


@cache
def endpoints() -> frozenset[str]:
    """The types with endpoints: all but Parameters, which is never stored."""
    return frozenset(resource_types()) - {"Parameters"}


class Routes:
    """Finds the handler of a call; one for requests over HTTP and entries of Bundles."""

    def locate(self, call: Call, url: str) -> None:
        """Fill type, id, version, operation and query of a call from its URL under the base.

        Refuses what `dispatch` would refuse.
        """
        path, _, query = url.partition("?")
        self.place(call, path)
        call.query = read_query(query)
        handler(call)

    def place(self, call: Call, path: str) -> None:
        """Fill what the path says; `call.route` becomes the path in the table."""
        placed = _placed(path)
        call.route, call.type, call.id, call.version, call.member, call.operation = placed

    async def dispatch(self, call: Call, server: Server) -> Reply:
        """Carry a located call out; 404 for unknown paths and types, 405 for a wrong method."""
        return await handler(call)(call, server)


class Placed(NamedTuple):
    """What a path says: `route` is the path in the table, "" stands for what it does not name."""

    route: str
    type: str
    id: str
    version: str
    member: str
    operation: str


@lru_cache(maxsize=4096)
def _placed(path: str) -> Placed:
    names: list[str] = []
    shape: list[str] = []
    operation = ""
    for quoted in path.strip("/").split("/"):
        segment = unquote(quoted, errors="replace") if "%" in quoted else quoted
        if segment.startswith("$"):
            operation = operation or segment[1:]
            shape.append("$")
        elif segment in FIXED or not segment:
            shape.append(segment)
        else:
            place = PLACES[min(len(names), 3)]
            shape.append(VERSION if place == MEMBER and "_history" in shape else place)
            names.append(segment)
    type_, id_, third, *_ = *names, "", "", ""
    version, member = (third, "") if VERSION in shape else ("", third)
    return Placed("/".join(shape), type_, id_, version, member, operation)


def methods_of(call: Call) -> list[str]:
    """The methods of a located call's path."""
    return sorted(table().get(call.route, ()))


def handler(call: Call) -> Handler:
    """The handler of a located call."""
    return _handler(call.method, call.route, call.type, call.member)


@lru_cache(maxsize=4096)
def _handler(method: str, route: str, type_: str, member: str) -> Handler:
    methods = table().get(route)
    if methods is None:
        raise NotFound("There is nothing at this path; see [base]/metadata for what there is.")
    for name in (type_, member):
        if name and name != ANY and name not in endpoints():
            raise NotFound(_unknown_type(name))
    if found := methods.get(method):
        return found
    if method not in METHODS:
        raise NotImplementedHere(f"The method {method[:20]!r} is not known here.")
    raise MethodNotAllowed(
        f"{method} is not possible at this path; {', '.join(sorted(methods))} are.",
        allow=sorted(methods),
    )


def _unknown_type(name: str) -> str:
    if name == "Parameters":
        return "Parameters is never stored: it has operations' input and output, no endpoint."
    if (kind := type_named(name)) and kind.kind == "resource":
        return f"{name} is abstract and has no endpoint."
    close = get_close_matches(name[:64], endpoints(), n=1, cutoff=0.5)
    hint = f" Did you mean {close[0]}?" if close else ""
    return f"{name[:64]!r} is not a resource type of FHIR R4.{hint}"
