"""Operators. FHIRPath N1 2.0.0, section 6: the tables at the end name them all."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from . import quantity, temporal
from .equality import Set, all_equal, all_equivalent, order
from .errors import FhirPathError
from .functions.subsetting import union
from .numbers import ARITHMETIC, Number, checked, is_number
from .quantity import DEFINITE, Quantity
from .scope import Code, Scope, single, truth
from .system import to_system, value_of
from .temporal import Moment

Operator = Callable[[Scope, list[Any], list[Any]], list[Any]]
LogicOperator = Callable[[Scope, list[Any], Code], list[Any]]

_SECONDS: dict[str, int | Decimal] = {
    "week": 604_800, "day": 86_400, "hour": 3_600, "minute": 60, "second": 1,
    "millisecond": Decimal("0.001"),
}  # fmt: skip
_KEYWORD = {code: keyword for keyword, code in DEFINITE.items()}


def _decimals(calculate: Callable[[Decimal, Decimal], Decimal]) -> Callable[..., Number | None]:
    return lambda a, b: checked(calculate(Decimal(a), Decimal(b)))


def _exactly(
    integers: Callable[[int, int], int], decimals: Callable[[Decimal, Decimal], Decimal]
) -> Callable[[Number, Number], Number | None]:
    """Integers stay integers; with a decimal on one side the result is a decimal."""

    def run(a: Number, b: Number) -> Number | None:
        if isinstance(a, int) and isinstance(b, int):
            return checked(integers(a, b))
        return checked(decimals(Decimal(a), Decimal(b)))

    return run


def _whole_division(a: Number, b: Number) -> Number | None:
    if not b:
        return None
    whole = ARITHMETIC.divide_int(Decimal(a), Decimal(b))
    return checked(int(whole)) if whole.is_finite() else None


def _remainder(a: Number, b: Number) -> Number | None:
    result = checked(ARITHMETIC.remainder(Decimal(a), Decimal(b))) if b else None
    both_whole = isinstance(a, int) and isinstance(b, int)
    return result if result is None or not both_whole else int(result)


def move(moment: Moment, by: Quantity, sign: int) -> Moment | None:
    """A date or time moved by a duration. Section 6.6.7.

    Raises `FhirPathError` for a unit that is no definite duration ('a' and 'mo' are none).
    """
    keyword = by.unit if by.calendar else _KEYWORD.get(by.unit)
    if keyword is None or (moment.kind == "Time" and keyword in ("year", "month", "week", "day")):
        raise FhirPathError(f"A {moment.kind} cannot be moved by {by}")
    if abs(by.value) > 10**15:
        return None
    if keyword in ("year", "month"):
        return temporal.add_months(moment, int(by.value) * (12 if keyword == "year" else 1) * sign)
    # The fraction of anything longer than a second is ignored.
    amount = by.value if keyword in ("second", "millisecond") else Decimal(int(by.value))
    seconds = amount * _SECONDS[keyword] * sign
    if moment.kind == "Time":
        return temporal.add_to_time(moment, seconds)
    return temporal.add_seconds(moment, seconds)


def _arithmetic(symbol: str, numbers: Callable[..., Any], *pairs: tuple[Any, ...]) -> Operator:
    """An operator on single values: on numbers, and on the (left type, right type, code) given."""

    def run(scope: Scope, left: list[Any], right: list[Any]) -> list[Any]:
        a, b = value_of(single(left)), value_of(single(right))
        if a is None or b is None:
            return []
        both = is_number(a) and is_number(b)
        result = numbers(a, b) if both else _typed(symbol, a, b, pairs)
        if type(result) is str:
            scope.run.charge(result)
        return [] if result is None else [result]

    return run


def _typed(symbol: str, a: Any, b: Any, pairs: tuple[tuple[Any, ...], ...]) -> Any:
    for left_type, right_type, calculate in pairs:
        if isinstance(a, left_type) and isinstance(b, right_type):
            return calculate(a, b)
    raise FhirPathError(f"There is no {symbol} for these types")


def _scaled(operator: Callable[[Quantity, Quantity], Any]) -> tuple[tuple[Any, ...], ...]:
    """Quantity with quantity or number, a number being a quantity of the unit 1."""

    def lift(a: Any, b: Any) -> Any:
        if isinstance(a, bool) or isinstance(b, bool):
            raise FhirPathError("A Boolean is no quantity")
        return operator(*(x if type(x) is Quantity else Quantity(Decimal(x)) for x in (a, b)))

    number = (int, Decimal)
    return (Quantity, (Quantity, *number), lift), (number, Quantity, lift)


def _concatenate(scope: Scope, left: list[Any], right: list[Any]) -> list[Any]:
    parts = [value_of(single(side)) for side in (left, right)]
    texts = ["" if p is None else p for p in parts]
    if not all(isinstance(t, str) for t in texts):
        raise FhirPathError("There is no & for these types")
    return [scope.run.charge("".join(texts))]


def _ordered(test: Callable[[int], bool]) -> Operator:
    def run(_: Scope, left: list[Any], right: list[Any]) -> list[Any]:
        a, b = single(left), single(right)
        result = None if a is None or b is None else order(a, b)
        return [] if result is None else [test(result)]

    return run


def _equal(_: Scope, left: list[Any], right: list[Any]) -> list[Any]:
    answer = all_equal(left, right)
    return [] if answer is None else [answer]


def _not_equal(_: Scope, left: list[Any], right: list[Any]) -> list[Any]:
    answer = all_equal(left, right)
    return [] if answer is None else [not answer]


def _in(scope: Scope, left: list[Any], right: list[Any]) -> list[Any]:
    item = single(left)
    return [] if item is None else [item in Set(scope.run, right)]


def is_one_of(texts: frozenset[str]) -> Callable[[Scope, list[Any]], list[Any]]:
    """`in` for strings that are known beforehand."""

    def run(_: Scope, left: list[Any]) -> list[Any]:
        item = single(left)
        if item is None:
            return []
        value = to_system(item)
        return [type(value) is str and value in texts]

    return run


def _and(scope: Scope, left: list[Any], right: Code) -> list[Any]:
    a = truth(left)
    if a is False:
        return [False]
    b = truth(right(scope))
    return [False] if b is False else [True] if a and b else []


def _or(scope: Scope, left: list[Any], right: Code) -> list[Any]:
    a = truth(left)
    if a:
        return [True]
    b = truth(right(scope))
    return [True] if b else [False] if a is False and b is False else []


def _xor(scope: Scope, left: list[Any], right: Code) -> list[Any]:
    a, b = truth(left), truth(right(scope))
    return [] if a is None or b is None else [a is not b]


def _implies(scope: Scope, left: list[Any], right: Code) -> list[Any]:
    a = truth(left)
    if a is False:
        return [True]
    b = truth(right(scope))
    return [True] if b else [False] if a and b is False else []


LOGIC: dict[str, LogicOperator] = {"and": _and, "or": _or, "xor": _xor, "implies": _implies}
"""Operators whose right side runs only when it matters."""

OPERATORS: dict[str, Operator] = {
    "|": union,
    "=": _equal,
    "!=": _not_equal,
    "~": lambda scope, left, right: [all_equivalent(left, right, scope.run)],
    "!~": lambda scope, left, right: [not all_equivalent(left, right, scope.run)],
    "<": _ordered(lambda order: order < 0),
    "<=": _ordered(lambda order: order <= 0),
    ">": _ordered(lambda order: order > 0),
    ">=": _ordered(lambda order: order >= 0),
    "in": _in,
    "contains": lambda scope, left, right: _in(scope, right, left),
    "&": _concatenate,
    "+": _arithmetic(
        "+",
        _exactly(int.__add__, ARITHMETIC.add),
        (str, str, str.__add__),
        (Moment, Quantity, lambda a, b: move(a, b, 1)),
        (Quantity, Quantity, lambda a, b: quantity.add(a, b, 1)),
    ),
    "-": _arithmetic(
        "-",
        _exactly(int.__sub__, ARITHMETIC.subtract),
        (Moment, Quantity, lambda a, b: move(a, b, -1)),
        (Quantity, Quantity, lambda a, b: quantity.add(a, b, -1)),
    ),
    "*": _arithmetic("*", _exactly(int.__mul__, ARITHMETIC.multiply), *_scaled(quantity.multiply)),
    "/": _arithmetic("/", _decimals(ARITHMETIC.divide), *_scaled(quantity.divide)),
    "div": _arithmetic("div", _whole_division),
    "mod": _arithmetic("mod", _remainder),
}
