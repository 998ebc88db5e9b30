"""A Questionnaire in itself, beyond the invariants que-1 to que-13.

FHIR R4 questionnaire.html, sections 2.38.5 to 2.38.7.
"""

from collections.abc import Iterator

from conformance.says import shown
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .fault import Json, Place, choice, fault, objects
from .questionnaire_types import ANSWERS


def questionnaire_faults(questionnaire: Json, _: Scope) -> Findings:
    """Judge conditions, options and initial values against the questions they are about."""
    items = list(_items(questionnaire, ()))
    types = {item.get("linkId", ""): item.get("type", "") for _, item in items}
    found: list[Finding] = []
    for place, item in items:
        found += _condition_faults(place, item, types)
        found += _value_faults(place, item, "answerOption", "questionnaire-option-type")
        found += _value_faults(place, item, "initial", "questionnaire-initial-type")
    return found


def _items(owner: Json, place: Place) -> Iterator[tuple[Place, Json]]:
    for index, item in objects(owner, "item"):
        here = (*place, "item", index)
        yield here, item
        yield from _items(item, here)


def _condition_faults(place: Place, item: Json, types: dict[str, str]) -> Iterator[Finding]:
    for index, condition in objects(item, "enableWhen"):
        question = condition.get("question")
        here = (*place, "enableWhen", index)
        if question not in types:
            if question is not None:
                where = (*here, "question")
                yield fault("questionnaire-enable-question", where, question=shown(question))
            continue
        given = choice(condition, "answer")
        wanted = ANSWERS.get(types[question], frozenset())
        operator = condition.get("operator")
        if given is None or (operator == "exists" and wanted):
            continue
        suffix = given[0].removeprefix("answer")
        if suffix not in wanted:
            yield fault(
                "questionnaire-enable-type",
                (*here, "answer"),
                question=shown(question),
                type=types[question],
                answer=suffix,
            )


def _value_faults(place: Place, item: Json, name: str, rule: str) -> Iterator[Finding]:
    wanted = ANSWERS.get(item.get("type", ""))
    for index, owner in objects(item, name):
        given = choice(owner, "value")
        if given is not None and wanted is not None:
            suffix = given[0].removeprefix("value")
            if suffix not in wanted:
                where = (*place, name, index, "value")
                yield fault(rule, where, type=item["type"], given=suffix)
