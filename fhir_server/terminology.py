"""The terminology of this server: what is stored here, before what R4 brings.

A question is about one value set, code system or concept map. What that needs in turn is read from
the store first, level by level; then `conformance.terminology` answers without further reading.

Source: FHIR R4 terminology-service.html.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from conformance import terminology
from conformance.json import decode
from conformance.terminology import Terminology, TerminologyError

from .definitions import Wanted, built_in, named
from .errors import FhirError, NotFound, NotSupported, TooCostly, Unprocessable
from .search.filters import equal
from .search.parameters import parameters
from .search.pending import Reader
from .search.types import token
from .store.documents import Stored

Json = dict[str, Any]

MOST_READ = 500
MOST_REMEMBERED = 16
# What a value set is made of, and the map that another one falls back on.
OF_VALUE_SETS = {"system": "CodeSystem", "valueSet": "ValueSet"}
OF_CONCEPT_MAPS = {"url": "ConceptMap"}
CONTENT_MODE = "http://hl7.org/fhir/codesystem-content-mode"
ERRORS: dict[type[TerminologyError], type[FhirError]] = {
    terminology.Unknown: NotFound,
    terminology.CircularImport: Unprocessable,
    terminology.Malformed: Unprocessable,
    terminology.TooCostly: TooCostly,
    terminology.Unsupported: NotSupported,
}

_remembered: dict[frozenset[bytes], Terminology] = {}


def refusal(error: TerminologyError) -> FhirError:
    """A question that the terminology cannot answer, as a refused request."""
    return ERRORS[type(error)](str(error))


async def gathered(
    store: Reader,
    wanted: Iterable[Wanted] = (),
    *,
    given: Sequence[Json] = (),
    supplements: bool = False,
    maps: bool = False,
    session: Any = None,
) -> Terminology:
    """The terminology that knows what is `wanted`, `given` resources, and what these need.

    `supplements` adds the stored CodeSystems that are supplements, `maps` all stored ConceptMaps.
    """
    found: dict[str, Stored] = {}
    left = {*wanted, *(need for resource in given for need in needs(resource))}
    asked: set[Wanted] = set()
    while left:
        asked |= left
        stored = await stored_definitions(store, left, session)
        found |= {each.reference: each for each in stored}
        resources = [decode(each.json) for each in stored]
        here = {(r["resourceType"], r.get("url", "")) for r in resources}
        resources += filter(None, (built_in().find(url, type_) for type_, url in left - here))
        left = {need for resource in resources for need in needs(resource)} - asked
        if len(asked) > MOST_READ:
            raise TooCostly(f"This would take more than {MOST_READ} resources to answer.")
    more = await _stored_supplements(store, session) if supplements else []
    if maps:
        more += await store.find("ConceptMap", {}, limit=MOST_READ, session=session)
    systems = [r for r in given if r["resourceType"] == "CodeSystem"]
    return _compiled([*found.values(), *more], systems)


async def stored_definitions(
    store: Reader, wanted: Iterable[Wanted], session: Any = None
) -> list[Stored]:
    """The stored resources among those wanted."""
    found: list[Stored] = []
    listed = list(wanted)
    for type_ in sorted({type_ for type_, _ in listed}):
        key = parameters(type_)["url"].key
        entries = [equal(key + url)["idx"] for kind, url in listed if kind == type_]
        criteria = {"idx": entries[0] if len(entries) == 1 else {"$in": entries}}
        found += await store.find(type_, criteria, limit=MOST_READ, session=session)
    return found


async def _stored_supplements(store: Reader, session: Any) -> list[Stored]:
    mode = parameters("CodeSystem")["content-mode"]
    criteria = token.of_concepts(mode, [(CONTENT_MODE, "supplement")])
    return await store.find("CodeSystem", criteria, limit=MOST_READ, session=session)


def needs(resource: Json) -> Iterator[Wanted]:
    """What a value set or concept map refers to that an answer may need."""
    match resource.get("resourceType"):
        case "ValueSet":
            yield from named([resource.get("compose"), resource.get("expansion")], OF_VALUE_SETS)
        case "ConceptMap":
            yield from named(resource.get("group"), OF_CONCEPT_MAPS)


def _compiled(stored: Sequence[Stored], given: Sequence[Json]) -> Terminology:
    """A terminology of R4 and these; the last few are kept, with what they have compiled."""
    if given:
        return _made(stored, given)
    key = frozenset(s.json for s in stored)
    if not key:
        return of_built_in()
    known = _remembered.get(key)
    if known is None:
        while len(_remembered) >= MOST_REMEMBERED:
            _remembered.pop(next(iter(_remembered)))
        known = _remembered[key] = _made(stored, ())
    return known


def _made(stored: Iterable[Stored], given: Sequence[Json]) -> Terminology:
    latest_first = sorted(stored, key=lambda s: s.updated, reverse=True)
    resources = [decode(s.json) for s in latest_first]
    supplements = [r for r in resources if r.get("content") == "supplement"]
    others = [r for r in resources if r.get("content") != "supplement"]
    library = built_in().with_resources(others).with_resources(given)
    return Terminology(library, supplements)


@cache
def of_built_in() -> Terminology:
    """The terminology of what the server brings."""
    return Terminology(built_in())
