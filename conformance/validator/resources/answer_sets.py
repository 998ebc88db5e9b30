"""Whether a coded answer is from the value set its question names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from conformance.says import Says, says, shown

from .fault import Json, objects
from .terminologies import terminology_of

if TYPE_CHECKING:
    from conformance.packages import Library
    from conformance.terminology import Terminology

Broken: TypeAlias = tuple[str, Says]
"""A rule that an answer breaks, and the sentence that says how."""
Listed: TypeAlias = tuple[frozenset[tuple[str | None, str]], bool]
"""Systems and codes of a contained value set, and whether these are all."""


class AnswerSets:
    """The value sets of a Questionnaire: contained in it, or of a library.

    Nothing is said without a library, since value sets are made of code systems.
    """

    def __init__(self, questionnaire: Json, library: "Library | None") -> None:
        self._contained = {c.get("id"): c for _, c in objects(questionnaire, "contained")}
        self._library = library
        self._listed: dict[str, Listed] = {}

    def faults(self, value_set: str, coded: Json) -> Iterator[Broken]:
        """Say that a Coding, or the unit of a Quantity, is not in a value set or not known."""
        if self._library is None:
            return
        terminology = terminology_of(self._library)
        system, code, display = (coded.get(key) for key in ("system", "code", "display"))
        word = shown(f"{system}|{code}")
        if code is None:
            known: bool | None = False
        elif value_set.startswith("#"):
            known = self._is_contained(terminology, value_set, system, code)
        else:
            verdict = terminology.validate(value_set, system, code, display=display)
            known = verdict.result
            if known and verdict.message and verdict.display and verdict.display != display:
                said = says("answer-display", display=shown(display), right=verdict.display)
                yield "answer-display", said
        if known is False:
            yield "answer-value-set", says("answer-value-set", code=word, value_set=value_set)
        elif known is None:
            yield "answer-unknown", says("answer-unknown", code=word, value_set=value_set)

    def _is_contained(
        self, terminology: "Terminology", reference: str, system: str | None, code: str
    ) -> bool | None:
        if reference not in self._listed:
            self._listed[reference] = self._list(terminology, reference)
        codes, complete = self._listed[reference]
        return (system, code) in codes or (False if complete else None)

    def _list(self, terminology: "Terminology", reference: str) -> Listed:
        from conformance.terminology import TerminologyError  # noqa: PLC0415  # slow to load

        resource = self._contained.get(reference[1:])
        if resource is None:
            return frozenset(), False
        try:
            expansion = terminology.expand(resource)
        except TerminologyError:
            return frozenset(), False
        return frozenset((c.system, c.code) for c in expansion.concepts), expansion.complete
