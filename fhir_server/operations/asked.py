"""What a terminology operation was asked: its parameters, typed, from a query or a body alike.

Parameters that R4 defines and this server does not support are refused by name, not ignored: they
would change the answer.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from conformance import json
from conformance.issue import errors
from conformance.validator import check
from fhir_server.errors import BadRequest, Malformed, NotFound, NotSupported
from fhir_server.http import Call, Reply
from fhir_server.server import Server

from .operation import one, read_input

Json = dict[str, Any]

NUMERALS = 9


class Coded(NamedTuple):
    """A code with what came with it."""

    system: str | None
    code: str
    version: str | None = None
    display: str | None = None


class Asked:
    """The input of one call."""

    def __init__(
        self, call: Call, supported: Iterable[str], unsupported: Iterable[str] = ()
    ) -> None:
        """Read the input; raises BadRequest on names that R4 has not, NotSupported on others."""
        others = frozenset(unsupported)
        self._operation = call.operation
        self._given = read_input(call, {*supported, *others})
        for name in sorted(others & self._given.keys()):
            raise NotSupported(
                f"${call.operation} does not support the parameter {name} here.",
                expression=f"http.{name}",
            )

    def __contains__(self, name: str) -> bool:
        """Whether a parameter was given."""
        return name in self._given

    def all(self, name: str) -> list[Any]:
        """The values of a parameter that may be repeated."""
        return self._given.get(name, [])

    def text(self, name: str) -> str | None:
        """A string, code or URI."""
        value = one(self._given, name)
        if value is None or isinstance(value, str):
            return value
        raise self._wrong(name, "text")

    def required(self, name: str) -> str:
        """A string that must be there."""
        value = self.text(name)
        if not value:
            raise BadRequest(f"${self._operation} needs the parameter {name}.")
        return value

    def flag(self, name: str) -> bool | None:
        """A boolean."""
        value = one(self._given, name)
        value = {"true": True, "false": False}.get(value, value) if type(value) is str else value
        if value is None or isinstance(value, bool):
            return value
        raise self._wrong(name, "true or false")

    def number(self, name: str) -> int | None:
        """A whole number that is not negative."""
        value = one(self._given, name)
        text = str(value)
        if value is None:
            return None
        if isinstance(value, bool) or not text.isascii() or not text.isdigit():
            raise self._wrong(name, "a whole number, zero or more")
        if len(text) > NUMERALS:
            raise self._wrong(name, f"a number of at most {NUMERALS} digits")
        return int(text)

    def canonical(self, name: str, version_name: str) -> str | None:
        """A canonical URL, with the version if that came in a parameter of its own."""
        url, version = self.text(name), self.text(version_name)
        return f"{url}|{version}" if url and version and "|" not in url else url

    def resource(self, name: str, type_: str) -> Json | None:
        """A resource that is valid FHIR."""
        value = one(self._given, name)
        if value is None:
            return None
        if not isinstance(value, dict) or value.get("resourceType") != type_:
            raise self._wrong(name, f"a {type_}")
        if found := errors(check(value)):
            raise Malformed(issues=found)
        return value

    async def subject(
        self, call: Call, server: Server, url: str | None, name: str, type_: str
    ) -> Json | None:
        """The resource asked about: given as a parameter, or stored under the id of the request.

        None when it is named by `url`. Exactly one of the three must say what is asked about.
        """
        given = self.resource(name, type_)
        named = [url is not None, given is not None, bool(call.id)]
        if sum(named) != 1:
            raise BadRequest(
                f"${self._operation} is about one {type_}: named by url, given as {name}, or with "
                "its id in the request."
            )
        return given or await stored_instance(call, server)

    def coded(self, version: str = "version") -> list[Coded]:
        """The code, coding or codings asked about; `version` names the parameter of that."""
        given = [name for name in ("code", "coding", "codeableConcept") if name in self]
        if len(given) != 1:
            raise BadRequest(
                f"${self._operation} needs one of the parameters code, coding and codeableConcept."
            )
        if given == ["code"]:
            values = (self.text("system"), self.required("code"))
            return [Coded(*values, self.text(version), self.text("display"))]
        value = one(self._given, given[0])
        if not isinstance(value, dict):
            raise self._wrong(given[0], "no text: it is sent in a Parameters body")
        codings = value.get("coding", []) if given == ["codeableConcept"] else [value]
        found = [self._coding(c, given[0]) for c in codings]
        if not found:
            raise BadRequest("The codeableConcept has no coding.")
        return found

    def coded_as(self, letter: str) -> Coded:
        """One of the two codes that are compared: `codeA` or `codingA`."""
        code, coding = f"code{letter}", f"coding{letter}"
        if (code in self) == (coding in self):
            raise BadRequest(f"${self._operation} needs one of the parameters {code} and {coding}.")
        if code in self:
            return Coded(self.text("system"), self.required(code))
        return self._coding(one(self._given, coding), coding)

    def _coding(self, value: Any, name: str) -> Coded:
        if not isinstance(value, dict) or "code" not in value:
            raise self._wrong(name, "a Coding with a code")
        return Coded(value.get("system"), value["code"], value.get("version"), value.get("display"))

    def _wrong(self, name: str, what: str) -> BadRequest:
        return BadRequest(f"{name} is {what}.", expression=f"http.{name}")


async def stored_instance(call: Call, server: Server) -> Json | None:
    """The resource that the request names by its id, if it names one."""
    if not call.id:
        return None
    stored = await server.store.read(call.type, call.id)
    if stored is None or stored.deleted:
        raise NotFound(f"{call.type}/{call.id[:64]} does not exist.")
    resource: Json = json.decode(stored.json)
    return resource


def own_url(resource: Json | None) -> str:
    """The canonical URL of a resource that was given or is stored; it must have one."""
    url = resource.get("url") if resource else None
    if not isinstance(url, str):
        raise BadRequest("The resource asked about has no url.")
    return url


def answer(listed: Iterable[Json]) -> Reply:
    """A Parameters resource."""
    return Reply(200, json=json.encode({"resourceType": "Parameters", "parameter": list(listed)}))
