"""A value set as what it includes less what it excludes, each part knowing what it cannot know.

Within one include all conditions hold (system, concepts or filters, and every value set named);
of several includes one suffices; an exclude takes away. Where a part needs codes that are not here,
its answer is None, and so may be that of the whole. A stored expansion answers for a composition
that cannot be computed.

Source: FHIR R4 valueset.html, 4.9.5 (compose), 4.9.8 (expansion).
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from conformance.says import Says

from .logic import every, some, unless
from .model import Json, Verdict

Concept = tuple[str, str]
"""System and code."""


class Selection(NamedTuple):
    """Codes of one system: `codes` are those that can be listed, `words` what is said of them.

    `reason` says what is missing when these are not all of them.
    """

    has: Callable[[str], bool | None]
    codes: tuple[str, ...] = ()
    words: Mapping[str, Json] = {}
    reason: Says | None = None


class Part(NamedTuple):
    """One include or exclude: a selection from a system, or all that is in some value sets."""

    system: str
    own: Selection | None
    sets: tuple["ValueSet", ...] = ()
    reason: Says | None = None

    def has(self, system: str, code: str) -> bool | None:
        """Whether a code is in this part."""
        if self.own is not None and system != self.system:
            return False
        return every(self._conditions(system, code))

    def _conditions(self, system: str, code: str) -> Iterator[bool | None]:
        if self.own is not None:
            yield self.own.has(code)
        yield from (s.has(system, code) for s in self.sets)
        if self.reason is not None:
            yield None

    def listed(self) -> Iterator[tuple[Concept, Json]]:
        """What can be listed of it, in order, each with what the value set says of it."""
        if self.own is not None:
            words = self.own.words
            found = [((self.system, code), words.get(code, {})) for code in self.own.codes]
            rest = self.sets
        elif self.sets:
            first, *others = self.sets
            found = list(first.listing.items())
            rest = tuple(others)
        else:
            return
        for concept, said in found:
            if self.reason is None and all(s.has(*concept) for s in rest):
                yield concept, said

    @property
    def systems(self) -> tuple[str, ...]:
        """The systems its codes may be of."""
        if self.own is not None:
            return (self.system,)
        return tuple(dict.fromkeys(u for s in self.sets for u in s.systems))

    def missing(self) -> Iterator[Says]:
        """What is missing from the listing, and why."""
        if self.own is not None and self.own.reason is not None:
            yield self.own.reason
        if self.reason is not None:
            yield self.reason
        for each in self.sets:
            yield from each.missing

    def why_unknown(self, system: str, code: str) -> Says | None:
        """Why it is not known whether a code is in this part."""
        if self.reason is not None:
            return self.reason
        if self.own is not None and self.own.has(code) is None:
            return self.own.reason
        return next((why for s in self.sets if (why := s.why_unknown(system, code))), None)


class ValueSet:
    """A value set, its parts compiled. `url` is as it was asked for."""

    def __init__(
        self,
        url: str,
        resource: Json,
        include: tuple[Part, ...],
        exclude: tuple[Part, ...] = (),
        barred: Callable[[str, str], bool] | None = None,
    ) -> None:
        """`barred` says which codes `compose.inactive` keeps out."""
        self.url, self.resource = url, resource
        self._include, self._exclude, self._barred = include, exclude, barred
        self.verdicts: dict[tuple[str | None, str], Verdict] = {}

    def has(self, system: str, code: str) -> bool | None:
        """Whether a code is in the set; None when that cannot be known."""
        included = some(part.has(system, code) for part in self._include)
        if included is False or (self._barred and self._barred(system, code)):
            return False
        if not self._exclude:
            return included
        return unless(included, some(part.has(system, code) for part in self._exclude))

    def has_code(self, code: str) -> bool | None:
        """Whether a code is in the set under any system; "" stands for those of missing parts."""
        return some(self.has(system, code) for system in (*self.systems, ""))

    @cached_property
    def systems(self) -> tuple[str, ...]:
        """The systems its codes may be of."""
        return tuple(dict.fromkeys(u for part in self._include for u in part.systems))

    @cached_property
    def listing(self) -> dict[Concept, Json]:
        """What can be listed of it, in order, each with what a value set says of it."""
        found: dict[Concept, Json] = {}
        for part in self._include:
            for concept, said in part.listed():
                if said or concept not in found:
                    found[concept] = said
        if not self._exclude and self._barred is None:
            return found
        return {concept: said for concept, said in found.items() if self.has(*concept)}

    @cached_property
    def missing(self) -> tuple[Says, ...]:
        """What the listing lacks, each reason once; empty when it is the whole set."""
        reasons = [why for part in self._include for why in part.missing()]
        if self.listing or reasons:
            reasons += (why for part in self._exclude for why in part.missing())
        return tuple({why.english: why for why in reasons}.values())

    @cached_property
    def endless(self) -> bool:
        """Whether all that the listing lacks are codes without end."""
        return bool(self.missing) and all(why.key == "tx-endless" for why in self.missing)

    def why_unknown(self, system: str, code: str) -> Says | None:
        """Why it is not known whether a code is in the set."""
        parts = (*self._include, *self._exclude)
        doubtful = (part for part in parts if part.has(system, code) is None)
        return next((why for part in doubtful if (why := part.why_unknown(system, code))), None)
