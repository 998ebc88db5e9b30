"""Codes for a search: those of a value set, those above or below another.

Whatever cannot be listed to the end is refused by name: a value set half listed would give half an
answer.

Source: FHIR R4 search.html, 3.1.1.4.4; valueset.html, 4.9 (compose, expansion).
"""

import re
from dataclasses import dataclass
from typing import Any

from conformance.json import decode
from conformance.terminology import CodeSystem, TerminologyError
from fhir_server.errors import BadRequest, NotSupported, TooCostly
from fhir_server.terminology import gathered, refusal

from .pending import Reader

MOST_CODES = 20_000
STORED_ID = re.compile(r"ValueSet/([A-Za-z0-9\-.]{1,64})", re.ASCII)

Json = dict[str, Any]
Concept = tuple[str, str]
"""System and code."""


@dataclass(frozen=True, slots=True)
class Terminology:
    """The terminology that one search sees."""

    store: Reader
    session: Any = None

    async def members(self, value_set: str) -> set[Concept]:
        """The codes of a value set, given by its canonical URL or as `ValueSet/id`."""
        asked: str | Json = value_set
        if by_id := STORED_ID.fullmatch(value_set):
            asked = await self._stored(by_id[1])
            known = await gathered(self.store, given=[asked], session=self.session)
        else:
            wanted = [("ValueSet", value_set.partition("|")[0])]
            known = await gathered(self.store, wanted, session=self.session)
        try:
            expansion = known.expand(asked, count=MOST_CODES)
        except TerminologyError as error:
            raise NotSupported(str(error)) from error
        if not expansion.complete:
            raise NotSupported(
                f"{value_set!r} cannot be listed to the end: {expansion.missing[0].english}"
            )
        if expansion.total > MOST_CODES:
            raise TooCostly(f"{value_set!r} has more than {MOST_CODES:,} codes")
        return {(concept.system, concept.code) for concept in expansion.concepts}

    async def related(self, system: str, code: str, *, below: bool) -> set[Concept]:
        """A code and all that it subsumes, or with `below` false all that subsume it."""
        known = await gathered(self.store, [("CodeSystem", system)], session=self.session)
        found = known.system(system)
        if not isinstance(found, CodeSystem) or not found.complete:
            raise NotSupported(f"the CodeSystem {system} is not here with all its codes")
        spelled = found.spelled(code)
        if spelled is None:
            raise BadRequest(f"{system} has no code {code[:64]!r}")
        try:
            others = found.descendants(spelled) if below else found.ancestors(spelled)
        except TerminologyError as error:
            raise refusal(error) from error
        return {(system, each) for each in (spelled, *others)}

    async def _stored(self, id_: str) -> Json:
        found = await self.store.find("ValueSet", {"_id": id_}, limit=1, session=self.session)
        if not found:
            raise NotSupported(f"ValueSet/{id_} is not stored here")
        resource: Json = decode(found[0].json)
        return resource
