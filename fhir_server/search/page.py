"""Cursors: where a page begins, opaque to clients and signed, so that no state is kept.

A cursor is good for the list it was made for only (`scope`), and on every server with the key.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from hashlib import sha256
from typing import Any

import msgspec

from fhir_server.errors import BadRequest

SIGNATURE_BYTES = 16
LONGEST = 4096


def seal(position: list[Any], scope: str, key: bytes) -> str:
    """The cursor for a position (strings, integers, None) in the list that `scope` names."""
    payload = msgspec.json.encode(position)
    signed = _signature(payload, scope, key) + payload
    return urlsafe_b64encode(signed).rstrip(b"=").decode()


def unseal(cursor: str, scope: str, key: bytes) -> list[Any]:
    """The position in a cursor; BadRequest when it was tampered with or is of another list."""
    try:
        signed = urlsafe_b64decode(cursor[:LONGEST].encode() + b"=" * (-len(cursor) % 4))
    except (Base64Error, ValueError):
        signed = b""
    payload = signed[SIGNATURE_BYTES:]
    if not hmac.compare_digest(signed[:SIGNATURE_BYTES], _signature(payload, scope, key)):
        raise BadRequest(
            "The page link is damaged or belongs to another search: start from the first page.",
            expression="http._cursor",
        )
    position: list[Any] = msgspec.json.decode(payload)
    return position


def _signature(payload: bytes, scope: str, key: bytes) -> bytes:
    message = len(scope).to_bytes(8, "big") + scope.encode() + payload
    return hmac.digest(key, message, sha256)[:SIGNATURE_BYTES]
