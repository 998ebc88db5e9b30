"""Cross-origin requests from browser applications (Fetch standard, CORS protocol).

Applications on this machine may call without being listed; others by `FHIR_CORS_ORIGINS`.
"""

import re
from collections.abc import Mapping, Sequence

from .errors import Forbidden

LOOPBACK = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
EXPOSED = "ETag, Location, Content-Location, Last-Modified, Retry-After, X-Request-Id"
ALLOWED = (
    "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Exist, "
    "If-None-Match, Prefer, X-Request-Id, X-Security-Context"
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
