"""One answer of a QuestionnaireResponse against its question.

FHIR R4 questionnaire.html, section 2.38.5, and the extensions of R4 and SDC that bound an answer.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from types import UnionType
from typing import Any, NamedTuple, TypeAlias

import re2

from conformance.definitions import resource_types
from conformance.says import Says, says, shown
from conformance.validator.rules import Finding

from .answer_sets import AnswerSets, Broken
from .fault import Json, Place, choice, fault, fault_saying, objects
from .questionnaire_types import ANSWERS, compare, same

_FHIR = "http://hl7.org/fhir/StructureDefinition/"
_SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
_UNIT_SET = f"{_FHIR}questionnaire-unitValueSet"
_TYPED = re.compile(r"(?:.*/)?([A-Za-z]+)/[A-Za-z0-9.\-]{1,64}(?:/_history/\S+)?")
_TYPES = frozenset(resource_types())
_ANSWERS = frozenset().union(*ANSWERS.values())
_MEGABYTE = 1024 * 1024


def answer_faults(item: Json, answer: Json, place: Place, sets: AnswerSets) -> Iterator[Finding]:
    """Judge one answer: its type, then its options, its value set, its bounds."""
    given = choice(answer, "value")
    wanted = ANSWERS.get(item.get("type", ""))
    if given is None or wanted is None:
        return
    suffix, value = given[0].removeprefix("value"), given[1]
    if suffix not in _ANSWERS:
        return
    here = (*place, "value")
    if suffix not in wanted:
        yield fault("answer-type", here, given=suffix, type=item["type"])
        return
    for rule, sentence in _broken(item, suffix, value, sets):
        yield fault_saying(rule, here, sentence)


def _broken(item: Json, suffix: str, value: Any, sets: AnswerSets) -> Iterator[Broken]:
    yield from _options(item, suffix, value)
    if suffix == "Coding" and "answerValueSet" in item:
        yield from sets.faults(item["answerValueSet"], value)
    bounds = _bounds(item)
    for unit_set in bounds[_UNIT_SET] if suffix == "Quantity" else ():
        if isinstance(unit_set, str):
            yield from sets.faults(unit_set, value)
    for url, limits in bounds.items():
        if (limit := LIMITS.get(url)) is None:
            continue
        fitting = [each for each in limits if isinstance(each, limit.type)]
        if fitting and (sentence := limit.judge(suffix, value, fitting)):
            yield "answer-bound", sentence
    if suffix == "Reference" and (sentence := _unknown_type(value)):
        yield "answer-bound", sentence


def _options(item: Json, suffix: str, value: Any) -> Iterator[Broken]:
    """An answer is one of the options, where there are some; a text is free in an open choice."""
    options = [given for _, o in objects(item, "answerOption") if (given := choice(o, "value"))]
    if not options or (item.get("type") == "open-choice" and suffix == "String"):
        return
    if not any(key == f"value{suffix}" and same(suffix, value, v) for key, v in options):
        yield "answer-option", says("answer-option", answer=_word(value))


def _bounds(item: Json) -> dict[str, list[Any]]:
    """What bounds an answer: the values of extensions by URL, and maxLength."""
    bounds: dict[str, list[Any]] = defaultdict(list)
    for _, extension in objects(item, "extension"):
        if bound := choice(extension, "value"):
            bounds[extension.get("url", "")].append(bound[1])
    if "maxLength" in item:
        bounds["maxLength"].append(item["maxLength"])
    return bounds


def _word(value: Any) -> str | Says:
    """An answer in a few words."""
    if not isinstance(value, dict):
        return shown(value)
    if "value" in value:
        return f"{value['value']} {value.get('unit', value.get('code', ''))}".strip()
    return shown(value.get("reference") or f"{value.get('system', '')}|{value.get('code', '')}")


Limiting: TypeAlias = Callable[[str, Any, list[Any]], Says | None]


class Limit(NamedTuple):
    """What bounds an answer: the type its values have, and what says how an answer breaks it."""

    type: type | UnionType
    judge: Limiting


def _ordered(key: str, sign: int) -> Limiting:
    """A bound that an answer must not be below (sign 1) or above (-1)."""

    def judge(suffix: str, value: Any, limits: list[Any]) -> Says | None:
        order = compare(suffix, value, limits[0])
        if order is None:
            return says("answer-incomparable", answer=_word(value), bound=_word(limits[0]))
        outside = order * sign < 0
        return says(key, answer=_word(value), bound=_word(limits[0])) if outside else None

    return judge


def _too_long(_: str, value: Any, limits: list[Any]) -> Says | None:
    if not isinstance(value, str) or len(value) <= limits[0]:
        return None
    return says("answer-too-long", length=len(value), bound=limits[0])


def _too_short(_: str, value: Any, limits: list[Any]) -> Says | None:
    if not isinstance(value, str) or len(value) >= limits[0]:
        return None
    return says("answer-too-short", length=len(value), bound=limits[0])


def _pattern(_: str, value: Any, limits: list[Any]) -> Says | None:
    """The whole answer matches; a pattern that this engine cannot read judges nothing."""
    try:
        holds = re2.fullmatch(limits[0], str(value))
    except re2.error:
        return None
    return None if holds else says("answer-pattern", answer=_word(value), pattern=limits[0])


def _places(_: str, value: Any, limits: list[Any]) -> Says | None:
    digits = str(value).partition(".")[2]
    if len(digits) <= limits[0]:
        return None
    return says("answer-places", answer=_word(value), bound=limits[0])


def _media(_: str, value: Any, limits: list[Any]) -> Says | None:
    media = value.get("contentType") if isinstance(value, dict) else None
    if media is None or media.partition(";")[0].strip() in limits:
        return None
    return says("answer-media", media=shown(media), permitted=limits)


def _size(_: str, value: Any, limits: list[Any]) -> Says | None:
    size = value.get("size", 0) if isinstance(value, dict) else 0
    if Decimal(size) <= Decimal(limits[0]) * _MEGABYTE:
        return None
    return says("answer-size", size=size, bound=limits[0])


def _target(_: str, value: Any, limits: list[Any]) -> Says | None:
    target = _type_of(value) if isinstance(value, dict) else None
    if target is None or target in limits:
        return None
    return says("answer-target", type=target, permitted=limits)


def _type_of(reference: Json) -> str | None:
    found = _TYPED.fullmatch(reference.get("reference", ""))
    return found[1] if found else reference.get("type")


def _unknown_type(reference: Json) -> Says | None:
    target = _type_of(reference)
    return says("answer-target-unknown", type=target) if target and target not in _TYPES else None


_NUMBER = int | float | Decimal

LIMITS: dict[str, Limit] = {
    f"{_FHIR}minValue": Limit(object, _ordered("answer-below", 1)),
    f"{_FHIR}maxValue": Limit(object, _ordered("answer-above", -1)),
    f"{_SDC}minQuantity": Limit(dict, _ordered("answer-below", 1)),
    f"{_SDC}maxQuantity": Limit(dict, _ordered("answer-above", -1)),
    "maxLength": Limit(int, _too_long),
    f"{_FHIR}minLength": Limit(int, _too_short),
    f"{_FHIR}regex": Limit(str, _pattern),
    f"{_FHIR}maxDecimalPlaces": Limit(int, _places),
    f"{_FHIR}mimeType": Limit(str, _media),
    f"{_FHIR}maxSize": Limit(_NUMBER, _size),
    f"{_FHIR}questionnaire-referenceResource": Limit(str, _target),
}
"""By extension, or element."""
