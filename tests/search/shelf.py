"""Resources in a real MongoDB, and searches for them the way the server does both."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

from msgspec.structs import replace

from conformance.json import encode
from fhir_server.search import Query, SearchContext, entries, parse
from fhir_server.search.run import Page, run
from fhir_server.store.documents import Draft, Stored, to_document
from fhir_server.store.mongo import Store

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
CONTEXT = SearchContext(key=b"secret", now=NOW, bases=("http://here/fhir", "https://alias/r4"))


def query(type_: str, search: str, **context: Any) -> Query:
    """The compiled search of a query string."""
    pairs = parse_qsl(search, keep_blank_values=True)
    return parse(type_, pairs, replace(CONTEXT, **context))


class Shelf:
    """One database."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.written = 0

    async def put(self, *resources: dict[str, Any], **place: Any) -> None:
        """Store resources, each a millisecond later than the one before."""
        for resource in resources:
            type_ = resource["resourceType"]
            await self.store.prepare([type_])
            found = entries(type_, resource, replace(CONTEXT, **place))
            self.written += 1
            updated = NOW + timedelta(milliseconds=self.written)
            stored = Stored(
                type_, resource["id"], 1, updated, "PUT", deleted=False, json=encode(resource)
            )
            document = to_document(Draft(stored, found.idx, found.sort))
            await self.store.current(type_).replace_one({"_id": stored.id}, document, upsert=True)

    async def fill(self, resources: Iterable[dict[str, Any]]) -> None:
        """Store many resources at once."""
        documents: dict[str, list[dict[str, Any]]] = {}
        for resource in resources:
            type_ = resource["resourceType"]
            found = entries(type_, resource, CONTEXT)
            stored = Stored(
                type_, resource["id"], 1, NOW, "PUT", deleted=False, json=encode(resource)
            )
            document = to_document(Draft(stored, found.idx, found.sort))
            documents.setdefault(type_, []).append(document)
        await self.store.prepare(documents)
        for type_, listed in documents.items():
            await self.store.current(type_).insert_many(listed)

    async def delete(self, type_: str, id_: str) -> None:
        """Leave a deletion, which has no entries."""
        stored = Stored(type_, id_, 2, NOW, "DELETE", deleted=True, json=b"")
        await self.store.current(type_).replace_one({"_id": id_}, to_document(Draft(stored)))

    async def page(self, type_: str, search: str, **context: Any) -> Page:
        """One page."""
        asked = query(type_, search, **context)
        return await run(self.store, asked, replace(CONTEXT, **context))

    async def ids(self, type_: str, search: str) -> list[str]:
        """The ids of all matches, in order; the total must agree."""
        page = await self.page(type_, f"{search}&_count=1000")
        assert page.total == len(page.resources)
        counted = await self.page(type_, f"{search}&_summary=count")
        assert (counted.resources, counted.total) == ([], page.total)
        return [r.id for r in page.resources]
