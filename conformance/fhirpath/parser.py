"""Tokens to a syntax tree by precedence climbing. FHIRPath N1 2.0.0, section 6.8, appendix B."""

from decimal import Decimal

from . import syntax
from .errors import FhirPathError
from .lexer import Token, tokens
from .quantity import CALENDAR, Quantity
from .temporal import Moment, parse_date, parse_datetime, parse_time

MAX_DEPTH = 100
"""How deep parentheses, arguments, signs and right operands may nest."""

MAX_DIGITS = 500
"""How long a number may be."""

PRECEDENCE = {
    operator: strength
    for strength, operators in enumerate(
        (
            ("implies",),
            ("or", "xor"),
            ("and",),
            ("in", "contains"),
            ("=", "~", "!=", "!~"),
            ("<=", "<", ">", ">="),
            ("|",),
            ("is", "as"),
            ("+", "-", "&"),
            ("*", "/", "div", "mod"),
        )
    )
    for operator in operators
}
_WORD_OPERATORS = frozenset(o for o in PRECEDENCE if o.isalpha())
_NOT_A_NAME = _WORD_OPERATORS - {"as", "contains", "in", "is"}
_MOMENTS = {"date": parse_date, "datetime": parse_datetime, "time": parse_time}


def parse(expression: str) -> syntax.Expr:
    """The syntax tree of an expression; raises `FhirPathError` where it is not FHIRPath."""
    parser = _Parser(tokens(expression))
    tree = parser.expression()
    parser.expect_end()
    return tree


class _Parser:
    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    def _advance(self) -> Token:
        token = self._token
        self._at += 1
        return token

    def _take(self, symbol: str) -> bool:
        if self._token.kind == "symbol" and self._token.text == symbol:
            self._at += 1
            return True
        return False

    def _fail(self, wanted: str) -> FhirPathError:
        token = self._token
        return FhirPathError(f"Expected {wanted}, found {token.text!r}", token.position)

    def expect(self, symbol: str) -> None:
        """Take the symbol, or fail."""
        if not self._take(symbol):
            raise self._fail(f"{symbol!r}")

    def expect_end(self) -> None:
        """Fail when anything is left over."""
        if self._token.kind != "end":
            raise self._fail("an operator or the end")

    def expression(self, least: int = 0) -> syntax.Expr:
        """An expression of operators at least as strong as `least`."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise FhirPathError(f"Nested deeper than {MAX_DEPTH}", self._token.position)
        left = self._signed()
        while (strength := self._operator()) is not None and strength >= least:
            token = self._advance()
            if token.text in ("is", "as"):
                name = self._type_name()
                left = syntax.TypeTest(token.text, left, name, token.position)
            else:
                right = self.expression(strength + 1)
                left = syntax.Binary(token.text, left, right, token.position)
        self._depth -= 1
        return left

    def _operator(self) -> int | None:
        token = self._token
        return PRECEDENCE.get(token.text) if token.kind in ("symbol", "name") else None

    def _signed(self) -> syntax.Expr:
        for sign in "+-":
            if self._take(sign):
                self._depth += 1
                if self._depth > MAX_DEPTH:
                    raise FhirPathError(f"Nested deeper than {MAX_DEPTH}", self._token.position)
                operand = self._signed()
                self._depth -= 1
                return syntax.Sign(sign, operand)
        return self._path()

    def _path(self) -> syntax.Expr:
        head = self._term()
        steps: list[syntax.Step] = []
        if head is None:
            head = syntax.This()
            steps.append(self._step(first=True))
        while True:
            if self._take("."):
                steps.append(self._step())
            elif self._take("["):
                steps.append(syntax.Index(self.expression()))
                self.expect("]")
            else:
                return syntax.Path(head, tuple(steps)) if steps else head

    def _term(self) -> syntax.Expr | None:
        """A literal, variable or parenthesis; None where the path starts with a name."""
        if (literal := self._literal()) is not None:
            return literal
        token = self._token
        if token.kind == "external":
            return syntax.External(self._advance().text, token.position)
        if token.kind == "dollar":
            name = self._advance().text
            return syntax.This() if name == "$this" else syntax.Dollar(name)
        if self._take("("):
            inner = self.expression()
            self.expect(")")
            return inner
        return None

    def _literal(self) -> syntax.Literal | None:
        token = self._token
        match token.kind:
            case "number":
                return self._number()
            case "string":
                return syntax.Literal(self._advance().text)
            case "date" | "datetime" | "time":
                return syntax.Literal(self._moment())
            case "name" if token.text in ("true", "false"):
                return syntax.Literal(self._advance().text == "true")
        if self._take("{"):
            self.expect("}")
            return syntax.Literal(None)
        return None

    def _number(self) -> syntax.Literal:
        text, position = self._token.text, self._advance().position
        if len(text) > MAX_DIGITS:
            raise FhirPathError(f"A number has at most {MAX_DIGITS} digits", position)
        number = Decimal(text) if "." in text else int(text)
        unit = self._token
        if unit.kind == "string":
            self._at += 1
            return syntax.Literal(Quantity(Decimal(number), unit.text))
        if unit.kind == "name" and unit.text in CALENDAR:
            self._at += 1
            return syntax.Literal(Quantity(Decimal(number), CALENDAR[unit.text], calendar=True))
        return syntax.Literal(number)

    def _moment(self) -> Moment:
        token = self._advance()
        moment = _MOMENTS[token.kind](token.text)
        if moment is None:
            raise FhirPathError(f"{token.text!r} is no date or time", token.position)
        return moment

    def _step(self, *, first: bool = False) -> syntax.Step:
        token = self._token
        if token.kind == "dollar" and not first:
            return syntax.Dollar(self._advance().text)
        named = token.kind == "quoted" or (
            token.kind == "name" and not (first and token.text in _NOT_A_NAME)
        )
        if not named:
            raise self._fail("a name or a value")
        self._at += 1
        if token.kind == "name" and self._take("("):
            return syntax.Call(token.text, self._arguments(), token.position)
        return syntax.Member(token.text, token.position, first)

    def _arguments(self) -> tuple[syntax.Expr, ...]:
        if self._take(")"):
            return ()
        found = [self._argument()]
        while self._take(","):
            found.append(self._argument())
        self.expect(")")
        return tuple(found)

    def _argument(self) -> syntax.Expr:
        argument = self.expression()
        if self._token.kind == "name" and self._token.text in ("asc", "desc"):
            return syntax.Descending(argument) if self._advance().text == "desc" else argument
        return argument

    def _type_name(self) -> str:
        """A type specifier: a name, perhaps after its namespace and a dot."""
        parts = [self._type_part()]
        while self._names_a_type() and self._take("."):
            parts.append(self._type_part())
        return ".".join(parts)

    def _type_part(self) -> str:
        if self._token.kind not in ("name", "quoted"):
            raise self._fail("a type name")
        return self._advance().text

    def _names_a_type(self) -> bool:
        if self._token.kind == "end" or self._tokens[self._at - 1].text not in ("FHIR", "System"):
            return False
        return self._tokens[self._at + 1].kind in ("name", "quoted")
