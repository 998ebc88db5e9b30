"""Cross-origin requests from browser applications (Fetch standard, CORS protocol).

Applications on this machine may call without being listed; others by `FHIR_CORS_ORIGINS`.
"""

import re
from collections.abc import Sequence

LOOPBACK = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
EXPOSED = "ETag, Location, Content-Location, Last-Modified, Retry-After, X-Request-Id"
ALLOWED = (
    "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Exist, "
    "If-None-Match, Prefer, X-Request-Id"
)
METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"


def cors_headers(origin: str | None, allowed: Sequence[str]) -> list[tuple[bytes, bytes]]:
    """Headers for a request from this origin; none for one that may not call."""
    if origin is None or not ("*" in allowed or origin in allowed or LOOPBACK.fullmatch(origin)):
        return []
    return [
        (b"access-control-allow-origin", origin.encode("latin-1", "replace")),
        (b"access-control-expose-headers", EXPOSED.encode()),
        (b"access-control-allow-headers", ALLOWED.encode()),
        (b"access-control-allow-methods", METHODS.encode()),
        (b"access-control-max-age", b"600"),
    ]
