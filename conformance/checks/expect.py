"""What a check may demand. Each of these raises `Failed` with a sentence of what was found."""

from collections.abc import Iterable
from typing import Any

from conformance import validator
from conformance.issue import errors
from conformance.says import Says

from .answer import Answer, matches
from .client import Client
from .verdict import Failed, Skipped

Json = dict[str, Any]


def status(answer: Answer, *wanted: int) -> Answer:
    """One of some HTTP status codes."""
    if answer.status not in wanted:
        codes = " / ".join(map(str, wanted))
        raise Failed("check-status", asked=answer.asked, status=answer.status, wanted=codes)
    return answer


def refused(answer: Answer, *wanted: int) -> Answer:
    """An error of the client's, of the codes wanted, else of any. R4 leaves the body open."""
    if wanted:
        return status(answer, *wanted)
    if not 400 <= answer.status < 500:
        raise Failed("check-status", asked=answer.asked, status=answer.status, wanted="4xx")
    return answer


def explained(answer: Answer, *wanted: int) -> Answer:
    """An error as `refused` wants it, with the OperationOutcome that R4 demands with it."""
    outcome(refused(answer, *wanted), "error", "fatal")
    return answer


def outcome(answer: Answer, *severities: str) -> Json:
    """An OperationOutcome, with an issue of one of some severities."""
    found = answer.resource
    said = found.get("issue", [])
    if (
        found["resourceType"] != "OperationOutcome"
        or not said
        or (severities and not any(i.get("severity") in severities for i in said))
    ):
        raise Failed("check-no-outcome", asked=answer.asked, status=answer.status)
    return found


def header(answer: Answer, name: str) -> str:
    """A header that is not empty; its value."""
    if not (value := answer.headers.get(name)):
        raise Failed("check-no-header", asked=answer.asked, name=name)
    return str(value)


def media_type(answer: Answer, wanted: str) -> Answer:
    """The media type of the answer."""
    found = answer.headers.get("content-type", "").split(";")[0].strip()
    same(answer, "Content-Type", found, wanted)
    return answer


def same(answer: Answer, name: str | Says, found: Any, wanted: Any) -> None:
    """Two values that must be equal to the last digit; `name` is what they are the value of."""
    if _exact(found) != _exact(wanted):
        raise Failed("check-value", asked=answer.asked, name=name, found=found, wanted=wanted)


def different(answer: Answer, name: str, found: Any, other: Any) -> None:
    """Two values that must not be equal."""
    if found == other:
        raise Failed("check-same-value", asked=answer.asked, name=name, found=found)


def that(condition: object, key: str, /, **args: Any) -> None:
    """Any condition, with the sentence for when it does not hold."""
    if not condition:
        raise Failed(key, **args)


def valid(answer: Answer) -> Json:
    """A resource in which our validator finds no error."""
    found = answer.resource
    for issue in errors(validator.check(found)):
        where, why = issue.expression, issue.diagnostics
        raise Failed("check-invalid", asked=answer.asked, where=where, why=why)
    return found


async def kept_out(client: Client, answer: Answer, place: str = "") -> None:
    """An invalid resource is refused, or what can be read at the place afterwards is valid.

    R4 obliges no server to validate what it gets; what it gives out has to be FHIR.
    """
    if answer.status in (200, 201):
        valid(status(await client.get(place or "/".join(answer.place[:2])), 200))
    else:
        status(answer, 400, 422)


def content(answer: Answer, wanted: Json, *names: str) -> Json:
    """The resource of the answer has these elements as they were sent; all but id and meta."""
    found = answer.resource
    for name in names or [n for n in wanted if n not in ("id", "meta", "text")]:
        same(answer, f"{found['resourceType']}.{name}", found.get(name), wanted.get(name))
    return found


def _exact(value: Any) -> Any:
    """A value such that 1.0 is not 1.00, nor 1 true, as they are to Python."""
    if isinstance(value, dict):
        return {name: _exact(part) for name, part in value.items()}
    return [_exact(part) for part in value] if isinstance(value, list) else repr(value)


async def finds(
    client: Client, query: str, *labels: str, may_refuse: bool = False, ordered: bool = False
) -> Answer:
    """A search finds those of the check's resources that have these labels, and nothing else.

    With `may_refuse` the server is free not to know a modifier or prefix; it is skipped then.
    """
    type_ = query.split("?", maxsplit=1)[0]
    answer = await client.get(f"{query}&{client.mine(type_)}")
    if may_refuse and 400 <= answer.status < 500:
        raise Skipped("check-refused-as-it-may", asked=answer.asked, status=answer.status)
    status(answer, 200)
    found = labelled(client, matches(answer))
    if (found if ordered else sorted(found)) != (list(labels) if ordered else sorted(labels)):
        raise Failed(
            "check-found", asked=answer.asked, found=_listed(found), wanted=_listed(labels)
        )
    return answer


def labelled(client: Client, resources: Iterable[Json]) -> list[str]:
    """Resources by the labels that the check gave them."""
    return [
        client.labels.get(str(r.get("id")), f"{r.get('resourceType')}/{r.get('id')}")
        for r in resources
    ]


def _listed(labels: Iterable[str]) -> str:
    return ", ".join(labels) or "∅"
