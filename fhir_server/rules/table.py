"""All rules, by subject. A row names the requirements it serves and when it bites."""

from .model import Rule, Signing, When
from .terms import backdating, term

_TRANSITION: frozenset[When] = frozenset({"transition"})

RULES: tuple[Rule, ...] = (
    Rule("term", ("D6", "D7", "D8", "D9"), _TRANSITION, Signing, term),
    Rule("backdating", ("A12", "D18"), _TRANSITION, Signing, backdating),
)
