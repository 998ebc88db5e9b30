"""Conditional references in a transaction: `Patient?identifier=…` (http.html 3.1.0.11.3).

They are resolved after everything without them is written, since they may mean it. Entries whose
references resolve are written then, and may in turn be what others mean.
"""

from collections.abc import Iterable, Mapping, Sequence

from conformance.definitions import resource_types
from fhir_server.commit import Write
from fhir_server.criteria import criteria
from fhir_server.errors import BadRequest, MultipleMatches
from fhir_server.http import Call
from fhir_server.references import rewrite, targets
from fhir_server.search import resolved
from fhir_server.server import Server
from fhir_server.store.locks import Session

from .entries import Entry, at_entry


class ConditionalReferences:
    """Which writes wait for which conditional references, and what those resolve to."""

    def __init__(self, server: Server, writes: Mapping[int, Write]) -> None:
        """Look through the resources of some writes."""
        self._server = server
        self._resolved: dict[str, str] = {}
        self._waiting = {
            index: found
            for index, write in writes.items()
            if write.resource is not None
            and (found := set(conditional(write.resource, write.type)))
        }

    def ready(self, writes: Mapping[int, Write]) -> list[int]:
        """The writes whose references are all resolved, rewritten."""
        listed = [
            index for index in writes if self._waiting.get(index, set()) <= self._resolved.keys()
        ]
        for index in listed:
            write = writes[index]
            if index in self._waiting and write.resource is not None:
                rewrite(write.resource, write.type, self._resolved)
        return listed

    async def resolve(
        self, writes: Mapping[int, Write], entries: Sequence[Entry], session: Session
    ) -> None:
        """Search for what is open; raises when nothing can be resolved any more."""
        progress = False
        for index in writes:
            with at_entry(entries[index]):
                for url in sorted(self._waiting[index] - self._resolved.keys()):
                    target = await self._search(url, entries[index].call, session)
                    if target is not None:
                        self._resolved[url] = target
                        progress = True
        if not progress:
            index = next(iter(writes))
            url = min(self._waiting[index] - self._resolved.keys())
            with at_entry(entries[index]):
                raise BadRequest(
                    f"The conditional reference to {url.partition('?')[0]} matches nothing.",
                    rule="unresolved-reference",
                )

    async def _search(self, url: str, call: Call, session: Session) -> str | None:
        type_, _, query = url.partition("?")
        asked = Call("GET", type=type_, now=call.now)
        wanted = criteria(query, asked, self._server, "A conditional reference")
        matching = await resolved(self._server.store, wanted.filter, session)
        found = await self._server.store.find(type_, matching, limit=2, session=session)
        if len(found) > 1:
            raise MultipleMatches(f"The conditional reference to {type_} matches more than one.")
        return found[0].reference if found else None


def has_conditional_references(writes: Iterable[Write]) -> bool:
    """Whether any of some writes waits for a search."""
    return any(w.resource is not None and conditional(w.resource, w.type) for w in writes)


def conditional(resource: dict[str, object], type_: str) -> list[str]:
    """The conditional references in a resource."""
    return [
        url
        for url in targets(resource, type_)
        if "?" in url and url.partition("?")[0] in resource_types()
    ]
