"""Cross-origin requests from browser applications (Fetch standard, CORS protocol).

Applications on this machine may call without being listed; others by `FHIR_CORS_ORIGINS`.

A page of another site can have the name of that site resolve to this machine (DNS rebinding), and
then is no other origin to the browser. Only the Host header tells, so it must name this server.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from .errors import Forbidden, Misdirected

LOOPBACK = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
EXPOSED = (
    "ETag, Location, Content-Location, Last-Modified, Retry-After, X-Correlation-Id, X-Request-Id"
)
ALLOWED = (
    "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Exist, "
    "If-None-Match, Prefer, X-Correlation-Id, X-Request-Id, X-Security-Context"
)
METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"


def may_call(origin: str, allowed: Sequence[str]) -> bool:
    """Whether pages of this origin may use the server."""
    return "*" in allowed or origin in allowed or LOOPBACK.fullmatch(origin) is not None


def refuse_foreign_write(headers: Mapping[str, str], base: str, allowed: Sequence[str]) -> None:
    """Forbid a write by a page that may not call: browsers send simple requests without asking."""
    origin = headers.get("origin")
    if origin and not may_call(origin, allowed) and not f"{base}/".startswith(f"{origin}/"):
        raise Forbidden(
            f"Pages of {origin[:100]} may not write here; FHIR_CORS_ORIGINS names those that may."
        )


def refuse_foreign_host(host: str, bases: tuple[str, ...]) -> None:
    """Refuse a request for a server of another name than this machine's or those of `bases`."""
    if not _is_ours(host, bases):
        raise Misdirected(
            f"The Host header names {host[:100]!r}, which this server is not known as: "
            "FHIR_BASE_URL says how clients reach it, FHIR_BASE_URL_ALIASES how else."
        )


@lru_cache(maxsize=256)
def _is_ours(host: str, bases: tuple[str, ...]) -> bool:
    if not host:  # HTTP/1.0 needs none, and browsers always send it
        return True
    try:
        name = urlsplit(f"//{host}").hostname or ""
        if name == "localhost" or name in {urlsplit(base).hostname for base in bases}:
            return True
        return ip_address(name).is_loopback
    except ValueError:
        return False


def cors_headers(origin: str | None, allowed: Sequence[str]) -> list[tuple[bytes, bytes]]:
    """Headers for a request from this origin; none for one that may not call."""
    if origin is None or not may_call(origin, allowed):
        return []
    return [
        (b"access-control-allow-origin", origin.encode("latin-1", "replace")),
        (b"access-control-expose-headers", EXPOSED.encode()),
        (b"access-control-allow-headers", ALLOWED.encode()),
        (b"access-control-allow-methods", METHODS.encode()),
        (b"access-control-max-age", b"600"),
    ]
