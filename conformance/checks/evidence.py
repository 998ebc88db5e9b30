"""What is kept of each request and its answer: enough to see the fault, never a secret."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_CHARACTERS = 4_000
"""How much is kept of a body."""

_WITHHELD = "(withheld)"
_SECRET = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})
_DULL = frozenset({"host", "accept-encoding", "connection", "user-agent", "date", "server"})


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer; `status` is 0 and `reason` says why when none came."""

    method: str
    url: str
    request_headers: Mapping[str, str]
    request_body: str
    status: int
    reason: str
    response_headers: Mapping[str, str]
    response_body: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Veil:
    """Keeps the headers that a user gave, and their values wherever they are echoed, to itself."""

    names: frozenset[str]
    values: tuple[str, ...]

    @classmethod
    def over(cls, headers: Mapping[str, str]) -> "Veil":
        """A veil over the user's headers. A token is hidden without its scheme, too."""
        words = {word for value in headers.values() for word in (value, value.split(" ")[-1])}
        longest_first = sorted((word for word in words if len(word) > 3), key=len, reverse=True)
        return cls(_SECRET | {name.lower() for name in headers}, tuple(longest_first))

    def headers(self, headers: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Headers as they are kept."""
        return {
            name: _WITHHELD if name.lower() in self.names else self.text(value)
            for name, value in headers
            if name.lower() not in _DULL
        }

    def text(self, text: str) -> str:
        """A text as it is kept."""
        for value in self.values:
            text = text.replace(value, _WITHHELD)
        return text

    def body(self, data: bytes) -> str:
        """A body as it is kept: its beginning."""
        text = self.text(data[: 4 * MOST_CHARACTERS].decode("utf-8", "replace"))
        if len(text) <= MOST_CHARACTERS:
            return text
        return f"{text[:MOST_CHARACTERS]}… ({len(data):,} bytes)"
