"""Searches that mean harm, or nothing: whether each is refused, and at once.

What is no error is answered, within the cap on a page; how long that takes is shown and not judged.
"""

import http.client
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

MOST_MS = 100.0
ROUNDS = 10
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
OK, BAD, TOO_COSTLY = 200, 400, 403


@dataclass(frozen=True, slots=True)
class Bad:
    """One search; `status` is what it has to be answered with. `form`: sent by POST."""

    name: str
    status: int
    type: str
    criterion: str
    value: str
    form: bool = False

    def send(self, connection: http.client.HTTPConnection, base: str) -> tuple[int, float]:
        """Status, and milliseconds until all of the answer is there."""
        search = f"{quote(self.criterion, safe=':$[]')}={quote(self.value)}"
        started = time.perf_counter()
        if self.form:
            connection.request("POST", f"{base}/{self.type}/_search", search, FORM)
        else:
            connection.request("GET", f"{base}/{self.type}?{search}")
        answer = connection.getresponse()
        answer.read()
        return answer.status, (time.perf_counter() - started) * 1e3


BAD_INPUT = (
    Bad("operator in a name", BAD, "Patient", "name[$ne]", "1"),
    Bad("operator as a name", BAD, "Patient", "$where", "1"),
    Bad("operator as a value", OK, "Patient", "name", '{"$gt":""}'),
    Bad("regular expression bomb", OK, "Patient", "name:contains", "(a+)+$" * 5),
    Bad("10,000 OR values", TOO_COSTLY, "Patient", "identifier",
        ",".join(f"s|{n}" for n in range(10_000)), form=True),
    Bad("chain of 50 steps", TOO_COSTLY, "Observation",
        ".".join(["subject:Patient.organization", *["partof"] * 50]), "x"),
    Bad("chain that branches", TOO_COSTLY, "Observation", "focus." * 5 + "code", "x"),
    Bad("_has of 50 steps", TOO_COSTLY, "Patient", "_has:Patient:link:" * 50 + "name", "x"),
    Bad("huge _count", OK, "Patient", "_count", "9" * 20),
    Bad("contradictory _sort", BAD, "Patient", "_sort", "name,-name"),
    Bad("broken _filter", BAD, "Patient", "_filter", "(name eq x"),
    Bad("deep _filter", BAD, "Patient", "_filter", "(" * 2_000 + "name eq x" + ")" * 2_000,
        form=True),
    Bad("long _filter", TOO_COSTLY, "Patient", "_filter", " or ".join(["name eq x"] * 700),
        form=True),
    Bad("forged cursor", BAD, "Patient", "_cursor", "abc"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answered:
    """One search after some rounds: the worst time in ms, and each status there was."""

    bad: Bad
    worst: float
    statuses: frozenset[int]

    @property
    def failure(self) -> str:
        """What must not be, as a sentence; "" for nothing."""
        if self.statuses != {self.bad.status}:
            got = ", ".join(map(str, sorted(self.statuses)))
            return f"{self.bad.name}: answered with {got}, wanted {self.bad.status}"
        if self.bad.status != OK and self.worst > MOST_MS:
            return f"{self.bad.name}: refused after {self.worst:.0f} ms, wanted {MOST_MS:.0f}"
        return ""

    def line(self) -> str:
        """One row of the table."""
        does = "answered" if self.bad.status == OK else "refused"
        return f"{self.bad.name:37}{does:11}{self.worst:>15.1f}"


def heading() -> str:
    """Column titles."""
    return f"{'bad input':37}{'':11}{f'worst of {ROUNDS}, ms':>15}"


def answered(base: str) -> Iterator[Answered]:
    """Each search in turn, `base` being the server's base URL; a first round warms the server."""
    parts = urlsplit(base)
    connection = http.client.HTTPConnection(parts.netloc)
    rounds = [[b.send(connection, parts.path) for b in BAD_INPUT] for _ in range(ROUNDS + 1)]
    connection.close()
    for bad, runs in zip(BAD_INPUT, zip(*rounds[1:], strict=True), strict=True):
        yield Answered(bad, max(ms for _, ms in runs), frozenset(status for status, _ in runs))
