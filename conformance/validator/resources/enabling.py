"""Whether an item of a Questionnaire is enabled by the answers given so far.

FHIR R4 questionnaire.html, section 2.38.6 and Questionnaire.item.enableWhen.
"""

import operator
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeAlias

from conformance.fhirpath import FhirPathError, evaluate

from .fault import Json, choice, objects
from .questionnaire_types import compare, same


class Level:
    """An owner of items around an item: in the Questionnaire, and what the response has for it."""

    def __init__(self, asked: Json, given: Json) -> None:
        self.asked = asked
        self.given = given

    @cached_property
    def questions(self) -> frozenset[str]:
        """The linkIds of all items below, as the Questionnaire has them."""
        return frozenset(link for link, _ in _below(self.asked))

    @cached_property
    def answers(self) -> dict[str, list[Any]]:
        """The answers below by linkId, in their order."""
        found: dict[str, list[Any]] = {}
        for link, item in _below(self.given):
            values = (choice(answer, "value") for _, answer in objects(item, "answer"))
            found.setdefault(link, []).extend(value[1] for value in values if value)
        return found


Chain: TypeAlias = Sequence[Level]
"""The levels around an item, innermost first: of an answer, of groups, of the response."""

_ORDERS: dict[str, Callable[[int, int], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}

# Conditions as expressions: of SDC, and of the forms that came before it.
_EXPRESSIONS = frozenset(
    {
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
        "http://phr.kanta.fi/StructureDefinition/fiphr-ext-questionnaire-enablewhen",
    }
)


def is_enabled(item: Json, chain: Chain) -> bool:
    """Whether an item of a Questionnaire is to be answered."""
    conditions = [_holds(condition, chain) for _, condition in objects(item, "enableWhen")]
    if expression := _expression(item):
        conditions.append(_is_true(expression, chain[-1].given))
    if not conditions:
        return True
    return all(conditions) if item.get("enableBehavior") == "all" else any(conditions)


def _holds(condition: Json, chain: Chain) -> bool:
    """One enableWhen. `!=` holds when no answer is equal, so also without one."""
    wanted = choice(condition, "answer")
    if wanted is None:
        return True
    suffix, value = wanted[0].removeprefix("answer"), wanted[1]
    answers = _answers(condition.get("question", ""), chain)
    kind = condition.get("operator")
    if kind == "exists":
        return bool(answers) is value
    if kind in ("=", "!="):
        equal = any(same(suffix, given, value) for given in answers)
        return equal if kind == "=" else not equal
    if kind not in _ORDERS:
        return True
    orders = [compare(suffix, given, value) for given in answers]
    return any(_ORDERS[kind](order, 0) for order in orders if order is not None)


def _answers(question: str, chain: Chain) -> list[Any]:
    """The answers to a question, within the innermost level that asks it."""
    level = next((level for level in chain if question in level.questions), None)
    return level.answers.get(question, []) if level else []


def _below(owner: Json) -> Iterator[tuple[str, Json]]:
    """The items below an owner, of a Questionnaire or a response, in any depth."""
    for _, item in objects(owner, "item"):
        yield item.get("linkId", ""), item
        yield from _below(item)
        for _, answer in objects(item, "answer"):
            yield from _below(answer)


def _expression(item: Json) -> str | None:
    for _, extension in objects(item, "extension"):
        if extension.get("url") in _EXPRESSIONS:
            expression = extension.get("valueExpression", {})
            if expression.get("language", "text/fhirpath") == "text/fhirpath":
                found = expression.get("expression", extension.get("valueString"))
                return found if isinstance(found, str) else None
    return None


def _is_true(expression: str, response: Json) -> bool:
    """Whether an expression holds of the response; one that cannot be judged hides nothing."""
    try:
        return evaluate(expression, response, environment={"resource": response}) == [True]
    except FhirPathError:
        return True
