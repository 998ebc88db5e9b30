"""A QuestionnaireResponse against its Questionnaire. FHIR R4 questionnaireresponse.html, 2.39.4.

Items stand where the Questionnaire has them, in its order; what is not enabled has no answer; what
is required has one, once the response is completed.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from conformance.says import shown
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .answer_sets import AnswerSets
from .answers import answer_faults
from .definitions import definition
from .enabling import Chain, Level, is_enabled
from .fault import Json, Place, fault, objects

_FINISHED = frozenset({"completed", "amended"})


class Form(NamedTuple):
    """What all items of a response are judged by."""

    links: frozenset[str]
    finished: bool
    sets: AnswerSets


def response_faults(response: Json, scope: Scope) -> Findings:
    """Judge a response by its Questionnaire, where that is contained, in the Bundle or known."""
    canonical = response.get("questionnaire")
    if canonical is None or not scope.whole:
        return ()
    questionnaire = _questionnaire(canonical, scope)
    if questionnaire is None:
        return _unknown(canonical, scope)
    form = Form(
        links=frozenset(_links(questionnaire)),
        finished=response.get("status") in _FINISHED,
        sets=AnswerSets(questionnaire, scope.library),
    )
    return list(_items_faults(questionnaire, response, (), (), form))


def _questionnaire(canonical: str, scope: Scope) -> Json | None:
    if canonical.startswith("#"):
        found = (c for _, c in objects(scope.root, "contained") if c.get("id") == canonical[1:])
        return next((c for c in found if c.get("resourceType") == "Questionnaire"), None)
    return definition("Questionnaire", canonical, scope)


def _unknown(canonical: str, scope: Scope) -> Findings:
    if scope.library is None:
        return ()
    other = scope.library.find(canonical)
    if other is not None and other["resourceType"] == "Questionnaire":
        return ()  # malformed, which is for its own check to say
    place = ("questionnaire",)
    if other is not None:
        type_ = other["resourceType"]
        return (fault("response-questionnaire", place, url=shown(canonical), type=type_),)
    return (fault("response-questionnaire-unknown", place, url=shown(canonical)),)


def _links(owner: Json) -> Iterator[str]:
    for _, item in objects(owner, "item"):
        yield item.get("linkId", "")
        yield from _links(item)


def _items_faults(
    asked: Json, given: Json, place: Place, chain: Chain, form: Form
) -> Iterator[Finding]:
    """Judge the items of a response, a group or an answer by those of the definition."""
    chain = (Level(asked, given), *chain)
    order = {item.get("linkId"): number for number, item in objects(asked, "item")}
    by_link: dict[str, list[int]] = defaultdict(list)
    last = 0
    for index, item in objects(given, "item"):
        link = item.get("linkId", "")
        here = (*place, "item", index)
        if link not in order:
            key = "response-item-misplaced" if link in form.links else "response-item"
            yield fault("response-item", here, key=key, link=shown(link))
            continue
        if order[link] < last:
            yield fault("response-order", here, link=shown(link))
        last = max(last, order[link])
        by_link[link].append(index)
    for _, item in objects(asked, "item"):
        yield from _question_faults(
            item, by_link[item.get("linkId", "")], given, place, chain, form
        )


def _question_faults(
    item: Json, indexes: list[int], owner: Json, place: Place, chain: Chain, form: Form
) -> Iterator[Finding]:
    """Judge what a response says under one item of the definition."""
    link = shown(item.get("linkId"))
    given = [((*place, "item", index), owner["item"][index]) for index in indexes]
    if not is_enabled(item, chain):
        for here, each in given:
            if _has_answer(each):
                yield fault("response-not-enabled", here, link=link)
        return
    if not given and item.get("required") and form.finished:
        yield fault("response-required", place, link=link)
    if len(given) > 1 and not item.get("repeats"):
        yield fault("response-repeats", given[1][0], link=link)
    judge = _group_faults if item.get("type") in ("group", "display") else _answers_faults
    for here, each in given:
        yield from judge(item, each, here, chain, form)


def _has_answer(item: Json) -> bool:
    return "answer" in item or any(_has_answer(inner) for _, inner in objects(item, "item"))


def _group_faults(
    item: Json, given: Json, place: Place, chain: Chain, form: Form
) -> Iterator[Finding]:
    link = shown(item.get("linkId"))
    if "answer" in given:
        yield fault("response-no-question", place, link=link, type=item.get("type"))
    if item.get("required") and form.finished and "item" not in given:
        yield fault("response-required", place, link=link)
    elif item.get("type") == "group":
        yield from _items_faults(item, given, place, chain, form)


def _answers_faults(
    item: Json, given: Json, place: Place, chain: Chain, form: Form
) -> Iterator[Finding]:
    link = shown(item.get("linkId"))
    answers = list(objects(given, "answer"))
    if "item" in given:
        yield fault("response-nesting", place, link=link)
    if not answers and item.get("required") and form.finished:
        yield fault("response-required", place, link=link)
    if len(answers) > 1 and not item.get("repeats"):
        yield fault("response-repeats", place, link=link)
    for index, answer in answers:
        here = (*place, "answer", index)
        yield from answer_faults(item, answer, here, form.sets)
        yield from _items_faults(item, answer, here, chain, form)
