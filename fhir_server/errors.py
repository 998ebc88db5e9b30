"""Every way a request can fail, as one tree.

    FhirError                      status  issue code
    ├── BadRequest                 400     invalid
    │   ├── Malformed              400     structure
    │   └── NotSupported           400     not-supported
    ├── Forbidden                  403     forbidden
    │   └── TooCostly              403     too-costly
    ├── NotFound                   404     not-found
    ├── MethodNotAllowed           405     not-supported
    ├── NotAcceptable              406     not-supported
    ├── Conflict                   409     conflict
    ├── Gone                       410     deleted
    ├── PreconditionFailed         412     conflict
    │   └── MultipleMatches        412     multiple-matches
    ├── TooLarge                   413     too-long
    ├── UnsupportedMediaType       415     not-supported
    ├── Misdirected                421     forbidden
    ├── Unprocessable              422     processing
    ├── PreconditionRequired       428     required
    ├── TooManyRequests            429     throttled
    ├── NotImplementedHere         501     not-supported
    ├── Indexing                   503     transient
    └── Unavailable                503     transient

Raised anywhere, turned into an OperationOutcome in one place (`app.py`).
Source: FHIR R4 http.html, section 3.1.0.1.10 (status codes), valueset-issue-type.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from conformance.issue import Issue

# What neither a FHIR string nor XML may hold, should a client's own text be quoted.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class FhirError(Exception):
    """A refused request: `diagnostics` is one plain sentence, `expression` a FHIRPath."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "exception"

    def __init__(
        self,
        diagnostics: str = "",
        *,
        expression: str = "",
        rule: str = "",
        issues: Iterable[Issue] = (),
    ) -> None:
        """Carry either one sentence or ready-made findings."""
        own = [Issue(rule, "error", self.code, expression, diagnostics)] if diagnostics else []
        self.issues: list[Issue] = [*own, *issues]
        super().__init__("; ".join(i.diagnostics for i in self.issues))

    def outcome(self) -> dict[str, Any]:
        """The OperationOutcome that tells the client."""
        return outcome(self.issues)


def outcome(issues: Iterable[Issue]) -> dict[str, Any]:
    """An OperationOutcome of findings; without any it says that all is well."""
    listed = [_writable(i).as_outcome_issue() for i in issues]
    well = {"severity": "information", "code": "informational", "diagnostics": "All OK."}
    return {"resourceType": "OperationOutcome", "issue": listed or [well]}


def _writable(issue: Issue) -> Issue:
    if UNWRITABLE.search(issue.diagnostics + issue.expression) is None:
        return issue
    said, where = (UNWRITABLE.sub("\ufffd", t) for t in (issue.diagnostics, issue.expression))
    return replace(issue, diagnostics=said, expression=where)


class BadRequest(FhirError):
    """The request cannot be understood."""

    status, code = 400, "invalid"


class Malformed(BadRequest):
    """The body is not well-formed JSON, XML or FHIR."""

    code = "structure"


class NotSupported(BadRequest):
    """The request asks for something R4 allows and this server does not do."""

    code = "not-supported"


class Forbidden(FhirError):
    """The caller may not do this."""

    status, code = 403, "forbidden"


class TooCostly(Forbidden):
    """The answer would take more than the server grants one request."""

    code = "too-costly"


class NotFound(FhirError):
    """No such resource, version, type or route."""

    status, code = 404, "not-found"


class MethodNotAllowed(FhirError):
    """The route exists, not with this method; `allow` are those it has."""

    status, code = 405, "not-supported"

    def __init__(self, diagnostics: str, *, allow: Iterable[str] = ()) -> None:
        """`allow` goes into the header of that name."""
        super().__init__(diagnostics)
        self.allow = tuple(allow)


class NotAcceptable(FhirError):
    """No representation the client would accept."""

    status, code = 406, "not-supported"


class Conflict(FhirError):
    """The state of other resources forbids it."""

    status, code = 409, "conflict"


class Gone(FhirError):
    """The resource was deleted; `etag` is that of the deletion."""

    status, code = 410, "deleted"

    def __init__(self, diagnostics: str, *, version: int | None = None) -> None:
        """`version` is the version that is the deletion."""
        super().__init__(diagnostics)
        self.version = version


class PreconditionFailed(FhirError):
    """If-Match, If-None-Match or a condition does not hold."""

    status, code = 412, "conflict"


class MultipleMatches(PreconditionFailed):
    """A condition matches more than one resource."""

    code = "multiple-matches"


class TooLarge(FhirError):
    """The body or the stored resource exceeds a limit."""

    status, code = 413, "too-long"


class UnsupportedMediaType(FhirError):
    """The body's content type is not understood."""

    status, code = 415, "not-supported"


class Misdirected(FhirError):
    """The Host header names another server."""

    status, code = 421, "forbidden"


class Unprocessable(FhirError):
    """Well-formed, but against FHIR or the rules; `issues` say what."""

    status, code = 422, "processing"


class PreconditionRequired(FhirError):
    """The server is set to demand If-Match."""

    status, code = 428, "required"


class TooManyRequests(FhirError):
    """Queues are full."""

    status, code = 429, "throttled"


class NotImplementedHere(FhirError):
    """A method the server does not know."""

    status, code = 501, "not-supported"


class Indexing(FhirError):
    """The entries that the search needs are still being made; `Retry-After` goes with it."""

    status, code = 503, "transient"


class Unavailable(FhirError):
    """MongoDB does not answer; `Retry-After` goes with it."""

    status, code = 503, "transient"
