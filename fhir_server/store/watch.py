"""Give up what may rightly take long soon after MongoDB has stopped answering."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from fhir_server.errors import Unavailable

from .faults import MAYBE

T = TypeVar("T")

EVERY_SECONDS = 0.5


async def watched(
    work: Callable[[], Coroutine[Any, Any, T]], ping: Callable[[], Awaitable[None]]
) -> T:
    """The result of `work`; Unavailable ("may have been applied") once a ping has failed."""
    task, watch = asyncio.create_task(work()), asyncio.create_task(_until_silent(ping))
    try:
        await asyncio.wait({task, watch}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        raise Unavailable(MAYBE)
    finally:
        task.cancel()
        watch.cancel()


async def _until_silent(ping: Callable[[], Awaitable[None]]) -> None:
    with suppress(Unavailable):
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            await ping()
