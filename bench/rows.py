"""The rows of the table: what is asked of a FHIR server and, for the same work, of the floor."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from .data import PATIENTS, SYSTEM, bundle, encoded, patient, patient_id, record_number

POOL = 500
Ask = Callable[[int], tuple[str, str, bytes]]


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of request: `ask` gives method, path under the base and body by Patient number.

    `bar` is the share of the floor's rate that is wanted, `resources` what one request writes or
    reads. A `coalesced` row's floor must be far ahead of the bare loop.
    """

    name: str
    ask: Ask
    bar: float | None = None
    resources: int = 1
    coalesced: bool = False
    writes: bool = False


def _post(n: int) -> tuple[str, str, bytes]:
    resource = patient(n)
    del resource["id"]
    return "POST", "/Patient", encoded(resource)


def _search(n: int) -> tuple[str, str, bytes]:
    value = quote(f"{SYSTEM}|{record_number(n)}", safe="")
    return "GET", f"/Patient?identifier={value}", b""


ROWS = (
    Row("read", lambda n: ("GET", f"/Patient/{patient_id(n)}", b""), 0.6, coalesced=True),
    Row("vread", lambda n: ("GET", f"/Patient/{patient_id(n)}/_history/1", b"")),
    Row("search", _search, 0.5, coalesced=True),
    Row("bundle", lambda _: ("GET", "/Patient?_count=100", b""), 0.6, resources=100),
    Row("create", _post, 0.33, coalesced=True, writes=True),
    Row("update", lambda n: ("PUT", f"/Patient/{patient_id(n)}", encoded(patient(n))), writes=True),
    Row(
        "transaction",
        lambda n: ("POST", "", bundle(range(n, n + 100), "POST")),
        0.33,
        resources=100,
        writes=True,
    ),
)


@lru_cache
def numbers(row: Row) -> tuple[int, ...]:
    """The Patients a row goes through, spread so that neighbours in time are not the same."""
    if row.name == "transaction":
        return tuple(range(0, 1_600, 100))
    return tuple(n * 7 % PATIENTS for n in range(PATIENTS if not row.writes else POOL))


def fhir_requests(row: Row, base: str) -> list[bytes]:
    """The requests of a row to the FHIR server at `base`."""
    parts = urlsplit(base)
    return [
        request(method, f"{parts.path}{path}", parts.netloc, body)
        for method, path, body in map(row.ask, numbers(row))
    ]


def floor_requests(row: Row, base: str) -> list[bytes]:
    """The same requests as the floor understands them: the bodies travel too."""
    host = urlsplit(base).netloc
    return [
        request(method, f"/{row.name}/{n}", host, body)
        for n in numbers(row)
        for method, _, body in [row.ask(n)]
    ]


def request(method: str, path: str, host: str, body: bytes = b"") -> bytes:
    """An HTTP/1.1 request as bytes."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Accept: application/fhir+json"]
    if body:
        lines += ["Content-Type: application/fhir+json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body
