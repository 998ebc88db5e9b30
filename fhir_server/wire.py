"""HTTP/1.1 by uvicorn, with answers in one piece and an OperationOutcome for what is no HTTP.

uvicorn writes them one after the other, and uvloop hands each write to the kernel at once. For
small answers that second call, and waking the client twice, is a tenth of all the work.
"""

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from conformance import json
from conformance.issue import Issue

from .errors import outcome

LARGE = 32_768  # bytes from which joining costs more than a second call
UNREADABLE = Issue(
    "", "error", "structure", "", "This is no HTTP request with a known method and a valid URL."
)
OUTCOME = json.encode(outcome([UNREADABLE]))
REFUSAL = b"\r\n".join(
    (
        b"HTTP/1.1 400 Bad Request",
        b"content-type: application/fhir+json; charset=utf-8",
        b"content-length: %d" % len(OUTCOME),
        b"connection: close",
        b"",
        OUTCOME,
    )
)


class OnePiece:
    """A transport that holds a write back until the next one, or the next turn of the loop."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        """Stand in for `transport`."""
        self._transport = transport
        self._loop = loop
        self._held = b""
        self.is_closing = transport.is_closing  # asked for each request, found quicker so

    def __getattr__(self, name: str) -> Any:
        """Everything but writing is as it was."""
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Hold the first piece, send it with the second."""
        if self._held:
            held, self._held = self._held, b""
            if len(data) > LARGE:
                self._transport.write(held)
                self._transport.write(data)
            else:
                self._transport.write(held + data)
        else:
            self._held = data
            self._loop.call_soon(self._flush)

    def close(self) -> None:
        """Send what is held, then close."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        if self._held:
            held, self._held = self._held, b""
            self._transport.write(held)


class OnePieceProtocol(HttpToolsProtocol):
    """uvicorn's HTTP/1.1 with answers in one piece, and refusals that are OperationOutcomes."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has come."""
        super().connection_made(cast("asyncio.Transport", OnePiece(transport, self.loop)))

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - plain text of uvicorn's
        """Refuse what cannot be read as a request, and let the connection go."""
        self.transport.write(REFUSAL)
        self.transport.close()
