"""Search criteria that identify a resource, for conditional interactions (http.html 3.1.0.4.3)."""

from msgspec.structs import replace

from .errors import BadRequest
from .http import Call, Pairs, read_query
from .search import Query, SearchContext, parse
from .server import Server

# They shape an answer and say nothing about which resource is meant.
NOT_CRITERIA = frozenset(
    {"_format", "_pretty", "_count", "_sort", "_summary", "_elements", "_total"}
)


def criteria(text: str, call: Call, server: Server, where: str) -> Query:
    """Criteria in query form (`identifier=x|1`); refuses none, and any unknown parameter."""
    query = text.strip()
    # Only what follows the "?" of a search is asked for; some clients send the whole URL.
    for start in (f"{server.base}/{call.type}?", f"{call.type}?", "?"):
        query = query.removeprefix(start)
    pairs = read_query(query)
    wanted = [(name, value) for name, value in pairs if name not in NOT_CRITERIA]
    if not wanted:
        raise BadRequest(f"{where} has no search criteria; it would match every {call.type}.")
    return _parsed(wanted, call, server)


def criteria_of_query(call: Call, server: Server) -> Query:
    """Criteria in the URL of a conditional update, patch or delete."""
    wanted = [(name, value) for name, value in call.query if name not in NOT_CRITERIA]
    if not wanted:
        raise BadRequest(
            f"A {call.method} without id needs search criteria in the URL: {call.type}?identifier=…"
        )
    return _parsed(wanted, call, server)


def _parsed(wanted: Pairs, call: Call, server: Server) -> Query:
    query = parse(call.type, wanted, strict(call, server))
    if query.contained != "false":
        raise BadRequest(
            "Criteria of a conditional interaction are about resources of their own, not about "
            "contained ones.",
            expression="http._contained",
        )
    return query


def strict(call: Call, server: Server) -> SearchContext:
    """The context of criteria: an ignored parameter would change what is written."""
    return replace(server.search_context(call), lenient=False)
