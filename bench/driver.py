"""A closed-loop HTTP/1.1 load driver: each connection asks again as soon as it is answered."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import cast

import uvloop

LAST_CHUNK = b"0\r\n\r\n"


@dataclass(slots=True)
class Load:
    """What came of one run: seconds it took, latency in seconds of each answer, what failed."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def result(self) -> "Result":
        """The run in figures."""
        ordered = sorted(self.latencies)
        count = len(ordered)
        if not count:
            raise SystemExit(f"no request was answered well: {self.failures[:3]}")
        p50, p99 = ordered[count // 2], ordered[min(count * 99 // 100, count - 1)]
        return Result(count, count / self.seconds, p50, p99, ordered[-1], self.failures)


@dataclass(frozen=True, slots=True)
class Result:
    """Requests, requests a second, and latencies in seconds of one run."""

    requests: int
    rate: float
    p50: float
    p99: float
    slowest: float
    failures: list[str]


def drive(
    address: tuple[str, int], requests: Iterator[bytes], concurrency: int, seconds: float
) -> Result:
    """Send requests over `concurrency` connections; what is under way at the end is waited for."""
    return uvloop.run(_drive(address, requests, concurrency, seconds)).result()


async def _drive(
    address: tuple[str, int], requests: Iterator[bytes], concurrency: int, seconds: float
) -> Load:
    loop = asyncio.get_running_loop()
    load = Load()
    connections = [_Connection(load, requests) for _ in range(concurrency)]
    for connection in connections:
        await loop.create_connection(partial(_itself, connection), *address)
    started = time.perf_counter()
    for connection in connections:
        connection.start(started + seconds)
    await asyncio.gather(*(c.done for c in connections))
    load.seconds = time.perf_counter() - started
    return load


def _itself(connection: "_Connection") -> "_Connection":
    return connection


class _Connection(asyncio.Protocol):
    """One keep-alive connection. Bodies are counted, not kept."""

    def __init__(self, load: Load, requests: Iterator[bytes]) -> None:
        self._load = load
        self._requests = requests
        self._transport: asyncio.WriteTransport | None = None
        self._until = self._sent = 0.0
        self._head = b""
        self._missing = -1  # bytes of the body still to come; -1 before the headers end
        self._chunked = False
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)

    def start(self, until: float) -> None:
        self._until = until
        self._ask()

    def _ask(self) -> None:
        assert self._transport is not None
        self._head, self._missing = b"", -1
        self._sent = time.perf_counter()
        self._transport.write(next(self._requests))

    def data_received(self, data: bytes) -> None:
        if self._missing < 0:
            self._head += data
            end = self._head.find(b"\r\n\r\n")
            if end < 0:
                return
            lines = self._head[:end].lower()
            _, found, length = lines.partition(b"\r\ncontent-length:")
            self._chunked = not found
            self._missing = int(length.split(b"\r\n", 1)[0]) if found else 0
            self._missing -= len(self._head) - end - 4
        else:
            self._missing -= len(data)
        if data.endswith(LAST_CHUNK) if self._chunked else self._missing <= 0:
            self._answered()

    def _answered(self) -> None:
        now = time.perf_counter()
        if self._head[9:10] == b"2":
            self._load.latencies.append(now - self._sent)
        else:
            self._load.failures.append(self._head[:600].decode(errors="replace"))
        if now < self._until and len(self._load.failures) < 100:
            self._ask()
        else:
            self._finish()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self._load.failures.append(f"connection lost: {exc}")
            self._finish()

    def _finish(self) -> None:
        if not self.done.done():
            self.done.set_result(None)
        if self._transport is not None:
            self._transport.close()
