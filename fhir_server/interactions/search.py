"""search: one type, several types, a compartment; by GET and by POST (http.html 3.1.0.9)."""

from collections.abc import Collection, Iterable

from conformance import json
from conformance.definitions import resource_types
from fhir_server.bundles import Links, bundle, page_url, search_entries
from fhir_server.errors import BadRequest, NotSupported, UnsupportedMediaType, outcome
from fhir_server.http import Call, Pairs, Reply, negotiate, read_query
from fhir_server.search import Query, parse
from fhir_server.search.compartments import membership, types_in
from fhir_server.search.include import CUT
from fhir_server.search.query import Within
from fhir_server.search.results import PRESENTATION
from fhir_server.search.run import Page, run
from fhir_server.search.run_contained import run_contained
from fhir_server.search.several import Confine, Several, parse_several, run_several
from fhir_server.server import Server
from fhir_server.store.documents import Stored
from fhir_server.subset import subset

FORM = "application/x-www-form-urlencoded"
TYPE = "_type"
ANY = "*"


async def search(call: Call, server: Server) -> Reply:
    """`[type]?...`: a searchset Bundle, one page of matches with links to its neighbours."""
    _read_form(call)
    context = server.search_context(call)
    query = await server.worker.understood(lambda: parse(call.type, call.query, context))
    running = run if query.contained == "false" else run_contained
    page = await running(server.store, query, context, call.session)
    return searchset(server, call.type, query, page)


async def search_system(call: Call, server: Server) -> Reply:
    """`?_type=Patient,Observation&...`: several types, all of them without `_type`."""
    _read_form(call)
    every = [t for t in resource_types() if t != "Parameters"]
    return await search_several(call, server, "", every)


async def search_compartment(call: Call, server: Server) -> Reply:
    """`Patient/[id]/Observation?...`, or `Patient/[id]/*` for all types of the compartment."""
    _read_form(call)
    name = f"{call.type}/{call.id}"

    def confine(type_: str) -> Within:
        return Within(name, membership(call.type, [call.id], type_))

    if call.member == ANY:
        types = types_in(call.type)
        return await search_several(call, server, f"{name}/{ANY}", types, confine)
    context = server.search_context(call)
    within = confine(call.member)
    query = await server.worker.understood(
        lambda: parse(call.member, call.query, context, within=within)
    )
    page = await run(server.store, query, context, call.session)
    return searchset(server, f"{name}/{call.member}", query, page)


async def search_several(
    call: Call, server: Server, path: str, types: Collection[str], confine: Confine = lambda _: None
) -> Reply:
    """The answer to a search on those of some types that `_type` names."""
    context = server.search_context(call)
    wanted = [pair for pair in call.query if pair[0] != TYPE]
    said = [pair for pair in call.query if pair[0] == TYPE]
    named = named_types(said, types)
    several = await server.worker.understood(
        lambda: parse_several(named, wanted, context, confine, said)
    )
    page = await run_several(server.store, several, context, call.session)
    return searchset(server, path, several, page)


def named_types(said: Pairs, types: Collection[str]) -> list[str]:
    """The types that `_type` asks for out of those possible, or all of these."""
    if not said:
        return list(types)
    if len(said) > 1:
        raise BadRequest("_type is given twice; separate types by commas.", expression="http._type")
    named = list(dict.fromkeys(said[0][1].split(",")))
    for type_ in named:
        if type_ not in types:
            raise NotSupported(
                f"_type: {type_[:64]!r} cannot be searched here; these can: "
                f"{', '.join(sorted(types))}.",
                expression="http._type",
            )
    return named


def _read_form(call: Call) -> None:
    """Add the parameters in the form of a POST; those of the URL count too."""
    if call.method == "POST":
        if call.media_type != FORM and call.body:
            raise UnsupportedMediaType(f"A search by POST takes its parameters as {FORM}.")
        form = read_query(call.body.decode("utf-8", "replace"))
        call.query = [*call.query, *form]
        if any(name in PRESENTATION for name, _ in form):
            call.format = negotiate(call.query, call.headers.get("accept", ""))


def searchset(server: Server, path: str, query: Query | Several, page: Page) -> Reply:
    """A page as a Bundle: matches, what is included, and what there is to say about them."""
    entries = search_entries(server.base, shown(page.resources, query.summary, query.elements))
    if page.included:
        entries += search_entries(server.base, shown(page.included, query.summary), "include")
    if issues := [*query.issues, *([CUT] if page.includes_cut else [])]:
        said = json.encode(outcome(issues))
        entries.append(b'{"resource":%b,"search":{"mode":"outcome"}}' % said)
    links = links_of(server.url(path), query.self_params, page)
    return Reply(200, json=bundle("searchset", entries, links=links, total=page.total))


def links_of(url: str, understood: Pairs, page: Page) -> Links:
    """The link self (exactly what was understood), first, next and previous."""
    plain = page_url(url, understood)
    links = [("self", plain)]
    if page.next_cursor or page.previous_cursor:
        links.append(("first", plain))
    if page.next_cursor:
        links.append(("next", page_url(url, understood, _cursor=page.next_cursor)))
    if page.previous_cursor:
        links.append(("previous", page_url(url, understood, _cursor=page.previous_cursor)))
    return links


def shown(
    resources: Iterable[Stored], summary: str, elements: Collection[str] = ()
) -> list[tuple[Stored, bytes]]:
    """Resources as `_summary` and `_elements` ask for them; the latter are about matches only."""
    if summary == "false" and not elements:
        return [(s, s.json) for s in resources]
    asked, names = None if summary == "false" else summary, frozenset(elements)
    return [(s, json.encode(subset(json.decode(s.json), asked, names))) for s in resources]
