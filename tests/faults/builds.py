"""`fhir-server` with a sudden death, or without one of its defences: `builds.py NAMES serve ...`.

`mutants` holds the defences that are taken away; the deaths here happen in the sound server too.
Both come at one certain place, so that what follows does not hang on timing.
"""

import asyncio
import os
import sys
from collections.abc import Callable
from typing import NoReturn

from mutants import MUTANTS

from fhir_server.cli import main
from fhir_server.store.follow import Follower
from fhir_server.store.lease import Lease
from fhir_server.store.mongo import Store


def die() -> NoReturn:
    """End as by `kill -9`: nothing is cleaned up, nobody is told."""
    os._exit(9)


def dies_in_update() -> None:
    """Die once the old versions of two resources are in history, before the new ones are there."""
    copy, copied = Store._copy_batch, []

    async def copy_and_die(self, type_, versions):
        await copy(self, type_, versions)
        copied.extend(versions)
        await (asyncio.Event().wait() if len(copied) < 2 else asyncio.to_thread(os._exit, 9))

    Store._copy_batch = copy_and_die


def dies_in_feed() -> None:
    """Die once the feed's position is set, before the rows that belong to it are written."""
    change = Lease.change

    async def change_and_die(self, fields, session=None):
        state = await change(self, fields, session)
        # Only with versions to enter; the position also moves when nothing happens.
        return die() if "seq" in fields and fields["seq"]["$add"][1] else state

    Lease.change = change_and_die


def without_feed() -> None:
    """Write nothing to the feed, like a server that is killed before it could."""

    async def idle(self):
        await asyncio.Event().wait()

    Follower.run = idle


DEATHS: dict[str, Callable[[], None]] = {
    f.__name__: f for f in (dies_in_update, dies_in_feed, without_feed)
}

if __name__ == "__main__":
    for name in filter(None, sys.argv.pop(1).split(",")):
        {**MUTANTS, **DEATHS}[name]()
    main()
