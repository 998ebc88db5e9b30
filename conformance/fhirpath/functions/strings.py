"""String functions. FHIRPath N1 2.0.0, section 5.6; encode to join are of later versions.

Regular expressions run on RE2, in time linear in the text (no look-around, no back-references).
"""

import base64
import binascii
import html
import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import re2

from conformance.fhirpath.errors import FhirPathError
from conformance.fhirpath.scope import Scope, single

from .signature import BOOLEAN, INTEGER, STRING, Function, integer, scalar, string

_GROUP = re.compile(r"\$(?:(\d)|\{(\w+)\}|\$)|(\\)")


@lru_cache(maxsize=1024)
def _regex(pattern: str) -> Any:
    options = re2.Options()
    options.dot_nl = True
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as e:
        raise FhirPathError(f"The regular expression cannot be used: {_reason(e)}") from None


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else ""
    return reason.decode() if isinstance(reason, bytes) else str(reason)


def _matches(text: str, pattern: str) -> bool:
    return _regex(pattern).search(text) is not None


def _matches_full(text: str, pattern: str) -> bool:
    return _regex(pattern).fullmatch(text) is not None


def _replace_matches(text: str, pattern: str, substitution: str) -> str:
    if not pattern:
        return text
    template = _GROUP.sub(_group, substitution)
    try:
        return str(_regex(pattern).sub(template, text))
    except (re2.error, IndexError) as e:
        raise FhirPathError(f"The substitution cannot be used: {_reason(e)}") from None


def _group(match: re.Match[str]) -> str:
    if match[3]:
        return "\\\\"
    return f"\\g<{match[1] or match[2]}>" if match[1] or match[2] else "$"


def _substring(text: str, start: int, length: int | None = None) -> str | None:
    if not 0 <= start < len(text):
        return None
    return text[start:] if length is None else text[start : start + max(0, length)]


_ENCODERS: dict[str, Callable[[bytes], str]] = {
    "base64": lambda data: base64.b64encode(data).decode(),
    "urlbase64": lambda data: base64.urlsafe_b64encode(data).decode(),
    "hex": lambda data: data.hex(),
}
_DECODERS: dict[str, Callable[[str], bytes]] = {
    "base64": lambda text: base64.b64decode(text, validate=True),
    "urlbase64": base64.urlsafe_b64decode,
    "hex": bytes.fromhex,
}


def _encode(text: str, form: str) -> str | None:
    encoder = _ENCODERS.get(form)
    return None if encoder is None else encoder(text.encode())


def _decode(text: str, form: str) -> str | None:
    decoder = _DECODERS.get(form)
    try:
        return None if decoder is None else decoder(text).decode()
    except (binascii.Error, ValueError):
        raise FhirPathError(f"The string is not {form}") from None


def _unescape_json(text: str) -> str:
    # Quotes need no escape here, though they do within a JSON document.
    try:
        return str(
            json.loads('"' + re.sub(r'(\\.)|"', lambda m: m[1] or '\\"', text) + '"', strict=False)
        )
    except ValueError:
        raise FhirPathError("The string is not escaped as JSON") from None


_ESCAPERS = {"html": html.escape, "json": lambda text: json.dumps(text, ensure_ascii=False)[1:-1]}
_UNESCAPERS = {"html": html.unescape, "json": _unescape_json}


def _escape(text: str, form: str) -> str | None:
    escaper = _ESCAPERS.get(form)
    return None if escaper is None else escaper(text)


def _unescape(text: str, form: str) -> str | None:
    unescaper = _UNESCAPERS.get(form)
    return None if unescaper is None else unescaper(text)


def _split(text: str, separator: str) -> list[str]:
    return text.split(separator) if separator else list(text)


def _join(scope: Scope, items: list[Any], separator: list[Any] | None = None) -> list[Any]:
    item = single(separator or [])
    glue = "" if item is None else string(item)
    parts = [string(x) for x in items]
    if not parts:
        return []
    size = sum(map(len, parts)) + len(glue) * len(parts)
    scope.run.spend(size >> 6)
    return [scope.run.charge(glue.join(parts))]


def _replace(text: str, pattern: str, substitution: str) -> str:
    # Bounded before it is made: both may be long.
    if text.count(pattern) * len(substitution) > len(text) + 1_000_000:
        raise FhirPathError("The replacement makes a string that is too long")
    return text.replace(pattern, substitution)


TABLE = {
    "indexOf": scalar(str.find, string, string, returns=INTEGER),
    "lastIndexOf": scalar(str.rfind, string, string, returns=INTEGER),
    "substring": scalar(_substring, string, integer, integer, returns=STRING, optional=1),
    "startsWith": scalar(str.startswith, string, string, returns=BOOLEAN),
    "endsWith": scalar(str.endswith, string, string, returns=BOOLEAN),
    "contains": scalar(str.__contains__, string, string, returns=BOOLEAN),
    "upper": scalar(str.upper, string, returns=STRING),
    "lower": scalar(str.lower, string, returns=STRING),
    "replace": scalar(_replace, string, string, string, returns=STRING),
    "matches": scalar(_matches, string, string, returns=BOOLEAN),
    "matchesFull": scalar(_matches_full, string, string, returns=BOOLEAN),
    "replaceMatches": scalar(_replace_matches, string, string, string, returns=STRING),
    "length": scalar(len, string, returns=INTEGER),
    "toChars": scalar(list, string, returns=STRING),
    "encode": scalar(_encode, string, string, returns=STRING),
    "decode": scalar(_decode, string, string, returns=STRING),
    "escape": scalar(_escape, string, string, returns=STRING),
    "unescape": scalar(_unescape, string, string, returns=STRING),
    "trim": scalar(str.strip, string, returns=STRING),
    "split": scalar(_split, string, string, returns=STRING),
    "join": Function(_join, 0, 1, returns=STRING),
}
