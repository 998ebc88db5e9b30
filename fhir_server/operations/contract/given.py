"""What an operation on contracts was given: dates, references, signatures, and who performs it."""

import datetime as dt
from typing import Any

from fhir_server.errors import BadRequest, Unprocessable
from fhir_server.http import Call
from fhir_server.operations.asked import Asked
from fhir_server.service.elements import Json, reference
from fhir_server.service.unit import Unit


class Given(Asked):
    """The input of one call, with what these operations need."""

    def __init__(self, call: Call, supported: tuple[str, ...]) -> None:
        """Read the input; raises BadRequest on names that the operation has not."""
        super().__init__(call, supported)
        self.key = call.headers.get("idempotency-key", "")
        self.names = supported

    def everything(self) -> Json:
        """All that was given, as the identity of a request."""
        return {name: self.all(name) for name in self.names if name in self}

    def date(self, name: str) -> dt.date | None:
        """A legal date."""
        text = self.text(name)
        if text is None:
            return None
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise self._wrong(name, "a date, as 2026-11-22") from None

    def needed(self, name: str) -> dt.date:
        """A date that must be there."""
        found = self.date(name)
        if found is None:
            raise BadRequest(f"${self._operation} needs the parameter {name}.")
        return found

    def references(self, name: str, *types: str) -> tuple[str, ...]:
        """References to resources of some types, as `Type/id`, each once."""
        found = [self._reference(name, value, types) for value in self.all(name)]
        return tuple(dict.fromkeys(found))

    def reference(self, name: str, *types: str) -> str:
        """One reference, "" when absent."""
        found = self.references(name, *types)
        if len(found) > 1:
            raise BadRequest(f"The parameter {name!r} may be given once.")
        return found[0] if found else ""

    def _reference(self, name: str, value: Any, types: tuple[str, ...]) -> str:
        text = reference({"reference": value} if isinstance(value, str) else value)
        if text.partition("/")[0] not in types:
            raise self._wrong(name, f"a Reference to {' or '.join(types)}")
        return text

    def objects(self, name: str) -> tuple[Json, ...]:
        """Values of a complex type, such as Signature."""
        found = self.all(name)
        if not all(isinstance(value, dict) for value in found):
            raise self._wrong(name, "no text: it is sent in a Parameters body")
        return tuple(found)

    async def performer(self, unit: Unit, institution: str = "") -> str:
        """The PractitionerRole that acts, who must be at work in the institution; "" for none."""
        who = self.reference("performer", "PractitionerRole")
        if not who:
            return ""
        role = await unit.need(who, "performer")
        works = reference(role.get("organization"))
        if role.get("active") is False or (institution and works != institution):
            raise Unprocessable(
                f"{who} is not at work in {institution or 'an institution'}.",
                expression="performer",
                rule="rule-performer",
            )
        return who
