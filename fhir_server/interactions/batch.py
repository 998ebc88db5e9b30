"""batch: `POST [base]` with a Bundle of type batch (http.html 3.1.0.11).

Entries are independent. Those of one rank run side by side, so that they share trips to MongoDB;
writes of one resource keep the order of the Bundle.
"""

import asyncio
from itertools import groupby

import structlog

from fhir_server.errors import FhirError, Unavailable, outcome
from fhir_server.http import Call, Reply
from fhir_server.server import Server
from fhir_server.store.faults import AWAY

from .entries import Entry, at_entry, bundle_entries, failed, read_entry, response_bundle
from .represent import said

SIDE_BY_SIDE = 32

log = structlog.get_logger()


async def batch(call: Call, server: Server) -> Reply:
    """200 with a batch-response; each entry has its own status."""
    given = bundle_entries(call, server)
    replies: dict[int, Reply] = {}
    entries: list[Entry | None] = []
    for index, item in enumerate(given):
        try:
            entries.append(read_entry(index, item, call, server))
        except FhirError as error:
            entries.append(None)
            replies[index] = failed(error)
    ranked = sorted((e for e in entries if e is not None), key=lambda e: e.rank)
    turns = asyncio.Semaphore(SIDE_BY_SIDE)
    away: list[Unavailable] = []
    for _, group in groupby(ranked, key=lambda e: e.rank):
        listed = list(group)
        done = await asyncio.gather(*(_answer(e, server, turns, away) for e in listed))
        replies.update(zip((e.index for e in listed), done, strict=True))
    return response_bundle(
        "batch-response", entries, [replies[i] for i in range(len(given))], server
    )


async def _answer(
    entry: Entry, server: Server, turns: asyncio.Semaphore, away: list[Unavailable]
) -> Reply:
    async with turns:
        try:
            with at_entry(entry):
                if away:  # each would wait for MongoDB as long as the one that noticed
                    raise Unavailable(f"Not attempted: {AWAY}")
                return await server.router.dispatch(entry.call, server)
        except FhirError as error:
            if isinstance(error, Unavailable):
                away.append(error)
            return failed(error)
        except Exception:
            log.exception("batch.entry_failed", entry=entry.index)
            problem = said("The server failed on this entry; its log has the details.")
            return Reply(500, outcome=outcome([problem]))
