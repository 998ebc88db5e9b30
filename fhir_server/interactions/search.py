"""search: `GET [base]/[type]?...`, `POST [base]/[type]/_search` (http.html 3.1.0.9)."""

from collections.abc import Collection

from conformance import json
from fhir_server.bundles import Links, bundle, page_url, search_entry
from fhir_server.errors import UnsupportedMediaType, outcome
from fhir_server.http import Call, Reply, read_query
from fhir_server.search import Query, parse
from fhir_server.search.include import CUT
from fhir_server.search.run import Page, run
from fhir_server.server import Server
from fhir_server.store.documents import Stored
from fhir_server.subset import subset

FORM = "application/x-www-form-urlencoded"


async def search(call: Call, server: Server) -> Reply:
    """A searchset Bundle: one page of matches with links to its neighbours."""
    context = server.search_context(call)
    query = parse(call.type, call.query, context)
    page = await run(server.store, query, context, call.session)
    return searchset(server, server.url(call.type), query, page)


def searchset(server: Server, url: str, query: Query, page: Page) -> Reply:
    """A page as a Bundle: matches, what is included, and what there is to say about them."""
    entries = [
        search_entry(server.url(s.reference), shown(s, query.summary, query.elements), "match")
        for s in page.resources
    ]
    entries += [
        search_entry(server.url(s.reference), shown(s, query.summary), "include")
        for s in page.included
    ]
    if issues := [*query.issues, *([CUT] if page.includes_cut else [])]:
        said = json.encode(outcome(issues))
        entries.append(b'{"resource":%b,"search":{"mode":"outcome"}}' % said)
    links = links_of(url, query, page)
    return Reply(200, json=bundle("searchset", entries, links=links, total=page.total))


async def search_by_post(call: Call, server: Server) -> Reply:
    """The same search with its parameters in a form; those of the URL count too."""
    if call.media_type != FORM and call.body:
        raise UnsupportedMediaType(f"A search by POST takes its parameters as {FORM}.")
    call.query = [*call.query, *read_query(call.body.decode("utf-8", "replace"))]
    return await search(call, server)


def links_of(url: str, query: Query, page: Page) -> Links:
    """The link self (exactly what was understood), first, next and previous."""
    plain = page_url(url, query.self_params)
    links = [("self", plain)]
    if page.next_cursor or page.previous_cursor:
        links.append(("first", plain))
    if page.next_cursor:
        links.append(("next", page_url(url, query.self_params, _cursor=page.next_cursor)))
    if page.previous_cursor:
        links.append(("previous", page_url(url, query.self_params, _cursor=page.previous_cursor)))
    return links


def shown(stored: Stored, summary: str, elements: Collection[str] = ()) -> bytes:
    """A resource as `_summary` and `_elements` ask for it; the latter are about matches only."""
    if summary == "false" and not elements:
        return stored.json
    asked = None if summary == "false" else summary
    return json.encode(subset(json.decode(stored.json), asked, frozenset(elements)))
