"""Send the headers of an answer and the beginning of its body in one piece.

uvicorn writes them one after the other, and uvloop hands each write to the kernel at once. For
small answers that second call, and waking the client twice, is a tenth of all the work.
"""

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LARGE = 32_768  # bytes from which joining costs more than a second call


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
    """uvicorn's HTTP/1.1 with answers in one piece."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has come."""
        super().connection_made(cast("asyncio.Transport", OnePiece(transport, self.loop)))
