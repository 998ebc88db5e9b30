"""What FHIR says about HTTP: formats, preferences, version tags, times.

Source: FHIR R4 http.html, sections 3.1.0.1 and 3.1.0.5; RFC 9110.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from conformance import json
from conformance.xml import XmlError, from_xml

from .errors import BadRequest, Malformed, NotAcceptable, UnsupportedMediaType

Pairs = list[tuple[str, str]]

# What a name in _format or Accept means; the media type the answer then carries.
JSON_TYPES = {
    "json": "application/fhir+json",
    "application/fhir+json": "application/fhir+json",
    "application/json": "application/json",
    "text/json": "text/json",
    "application/json+fhir": "application/fhir+json",
    "application/*": "application/fhir+json",
    "*/*": "application/fhir+json",
}
XML_TYPES = {
    "xml": "application/fhir+xml",
    "application/fhir+xml": "application/fhir+xml",
    "application/xml": "application/xml",
    "text/xml": "text/xml",
    "application/xml+fhir": "application/fhir+xml",
    "text/*": "text/xml",
}
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FHIR_VERSIONS = frozenset({"", "4.0", "4.0.1"})
MOST_FIELDS = 1_000
ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
RETURNS = ("minimal", "representation", "OperationOutcome")


@dataclass(frozen=True, slots=True)
class Format:
    """How an answer is written."""

    media_type: str = "application/fhir+json"
    xml: bool = False
    pretty: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """The Prefer header: what a write returns ("" when not said), and `handling=lenient`."""

    returns: str = ""
    lenient: bool = False
    respond_async: bool = False


FHIR_JSON = Format()
NO_PREFERENCES = Preferences()


# A Struct and no dataclass, like all that is made for each request: made in a quarter of the time.
class Call(Struct):
    """One interaction as a handler sees it: who, what, body, preferences, and when.

    `member` is the type in a compartment (`*` for all), `route` the path in the table of routes,
    `query` holds decoded name-value pairs, `headers` are lower case, `now` is the instant the
    request arrived. Entries of a Bundle are calls too: theirs carries the resource already decoded
    and, inside a transaction, its `session`.
    """

    method: str
    type: str = ""
    id: str = ""
    version: str = ""
    operation: str = ""
    member: str = ""
    route: str = ""
    query: Pairs = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    decoded: dict[str, Any] | None = None
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    format: Format = FHIR_JSON
    prefer: Preferences = NO_PREFERENCES
    session: Any = None

    @property
    def format_asked(self) -> bool:
        """Whether the URL names a format."""
        return any(key == "_format" for key, _ in self.query)

    @property
    def media_type(self) -> str:
        """The body's media type, lower case, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def resource(self) -> dict[str, Any]:
        """The body as a resource; raises Malformed or UnsupportedMediaType."""
        if self.decoded is None:
            parameters = self.headers.get("content-type", "").partition(";")[2]
            version = re.search(r"fhirversion\s*=\s*\"?([^\s;\"]*)", parameters, re.IGNORECASE)
            if version and version[1] not in FHIR_VERSIONS:
                raise UnsupportedMediaType(
                    f"The body is said to be FHIR {version[1][:20]}; this server reads FHIR 4.0."
                )
            self.decoded = decode(self.body, self.media_type)
        return self.decoded

    def parameter(self, name: str) -> str | None:
        """The last value of a query parameter."""
        return next((value for key, value in reversed(self.query) if key == name), None)


class Reply(Struct):
    """The answer to a call: `json` is the resource as bytes, `raw` bytes of another kind.

    `version` and `updated` become ETag and Last-Modified; `location` is absolute.
    """

    status: int
    json: bytes | None = None
    version: int | None = None
    updated: datetime | None = None
    location: str | None = None
    raw: bytes | None = None
    raw_type: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    outcome: dict[str, Any] | None = None


def decode(body: bytes, media_type: str) -> dict[str, Any]:
    """A resource from JSON or XML bytes."""
    if not body.strip():
        raise Malformed("The request has no body; a resource is expected.")
    if media_type in XML_TYPES:
        try:
            return from_xml(body)
        except XmlError as error:
            raise Malformed(f"The body is not FHIR XML: {error}.") from error
    if media_type and media_type not in JSON_TYPES:
        raise UnsupportedMediaType(
            f"The content type {media_type!r} is not understood; send application/fhir+json or "
            "application/fhir+xml."
        )
    try:
        value = json.decode(body)
    except json.JsonError as error:
        raise Malformed(f"The body is not JSON: {error}.") from error
    if not isinstance(value, dict):
        raise Malformed("The body is not a resource: a JSON object is expected.")
    return value


def negotiate(query: Pairs, accept: str) -> Format:
    """The format of the answer: `_format` first, then Accept by quality (http.html 3.1.0.1.11)."""
    asked = dict(query)
    pretty = asked.get("_pretty") == "true"
    wanted = asked["_format"].replace(" ", "+") if asked.get("_format") else accept
    return _choose(wanted or "*/*", from_query="_format" in asked, pretty=pretty)


@lru_cache(maxsize=256)
def _choose(wanted: str, *, from_query: bool, pretty: bool) -> Format:
    for name, version in by_quality(wanted):
        if version not in FHIR_VERSIONS:
            continue
        if name in JSON_TYPES:
            return Format(JSON_TYPES[name], xml=False, pretty=pretty)
        if name in XML_TYPES:
            return Format(XML_TYPES[name], xml=True, pretty=pretty)
    source = "_format" if from_query else "Accept"
    raise NotAcceptable(
        f"{source} {wanted[:100]!r} cannot be served; this server writes application/fhir+json and "
        "application/fhir+xml of FHIR version 4.0."
    )


def wants_spreadsheet(call: Call) -> bool:
    """Whether a table is asked for, as .xlsx: by `_format`, or as what Accept likes best."""
    asked = call.parameter("_format")
    if asked is not None:
        return asked.lower() in ("xlsx", SPREADSHEET)
    return next(iter(by_quality(call.headers.get("accept", ""))), ("", ""))[0] == SPREADSHEET


def by_quality(accept: str) -> Iterable[tuple[str, str]]:
    """Media types of an Accept header with their fhirVersion, best first; q=0 is left out."""
    ranked = []
    for item in accept.split(","):
        name, *parameters = (part.strip() for part in item.lower().split(";"))
        options = dict(p.partition("=")[::2] for p in parameters)
        quality = _quality(options.get("q", "1"))
        if quality > 0:
            ranked.append((-quality, name, options.get("fhirversion", "").strip('"')))
    return [(name, version) for _, name, version in sorted(ranked, key=lambda r: r[0])]


def _quality(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


@lru_cache(maxsize=256)
def preferences(header: str) -> Preferences:
    """The Prefer header; unknown preferences are ignored as RFC 7240 says."""
    wanted: dict[str, str] = {}
    for item in re.split(r"[,;]", header):
        key, _, value = item.strip().partition("=")
        wanted[key.strip().lower()] = value.strip().strip('"')
    returns = wanted.get("return", "").lower()
    return Preferences(
        returns=next((r for r in RETURNS if r.lower() == returns), ""),
        lenient=wanted.get("handling") == "lenient",
        respond_async="respond-async" in wanted,
    )


def etag(version: int) -> str:
    """The weak entity tag of a version (http.html 3.1.0.1.3)."""
    return f'W/"{version}"'


def tags(header: str) -> list[str]:
    """Version ids of If-Match or If-None-Match; weak, strong and unquoted tags are understood."""
    return [item.strip().removeprefix("W/").strip('"') for item in header.split(",")]


@lru_cache(maxsize=1024)
def http_date(when: datetime) -> str:
    """An instant as HTTP writes it, in whole seconds."""
    return format_datetime(when.replace(microsecond=0), usegmt=True)


def read_http_date(text: str) -> datetime | None:
    """The instant of an HTTP date, or of a FHIR instant as entries of a Bundle write it.

    None when it is neither (RFC 9110 then ignores the header).
    """
    try:
        when = datetime.fromisoformat(text) if text[:4].isdigit() else parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def instant(when: datetime) -> str:
    """An instant as FHIR writes it, with milliseconds."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_query(text: str) -> Pairs:
    """Decoded name-value pairs of a query or form body; refuses what is not UTF-8."""
    if not text:
        return []
    fields = text.split("&", MOST_FIELDS)
    try:
        if len(fields) > MOST_FIELDS:
            raise ValueError("too many")
        pairs = (field.partition("=") for field in fields if field)
        return [(_decoded(name), _decoded(value)) for name, _, value in pairs]
    except ValueError as error:
        raise BadRequest(
            "The query cannot be read: at most 1,000 parameters, percent-encoded UTF-8."
        ) from error


def _decoded(quoted: str) -> str:
    """What is quoted; raises UnicodeDecodeError. `parse_qsl` does the same, at thrice the price."""
    if "%" not in quoted and "+" not in quoted:
        return quoted
    return ESCAPED.sub(_unescaped, quoted.replace("+", " "))


def _unescaped(escaped: re.Match[str]) -> str:
    return bytes.fromhex(escaped[0].replace("%", "")).decode()
