"""The states of a contract and the ways between them, as one table.

`expiring` is no state: it follows from the period and today. A contract that is new may enter in
any state to which a draft leads; what happened elsewhere enters as a record in any state.
"""

from collections.abc import Mapping
from typing import Final

from fhir_server.errors import Conflict

OFFERED: Final = frozenset({"draft", "applied"})
"""Nobody is bound yet."""
SIGNED: Final = frozenset({"pending-payment", "pending-receipt", "pending-start", "active"})

TRANSITIONS: Mapping[str, frozenset[str]] = {
    "": OFFERED | SIGNED,
    "draft": SIGNED | {"applied", "withdrawn"},
    "applied": SIGNED | {"rejected", "withdrawn"},
    "pending-payment": frozenset(
        {"pending-receipt", "pending-start", "active", "withdrawn", "lapsed", "void"}
    ),
    "pending-receipt": frozenset({"pending-start", "active", "withdrawn", "void"}),
    "pending-start": frozenset({"active", "terminated", "void"}),
    "active": frozenset({"expired", "renewed", "terminated", "disputed", "void"}),
    "disputed": frozenset({"active", "terminated", "void"}),
}
"""To which states each leads; the empty one is that of a contract that is not there yet."""


def check(before: str, after: str) -> None:
    """Refuse a change of state that the table does not have; Conflict names those it has."""
    if before == after or after in TRANSITIONS.get(before, ()):
        return
    possible = ", ".join(sorted(TRANSITIONS.get(before, ()))) or "none"
    where = f"is {before}" if before else "is new"
    raise Conflict(
        f"A contract that {where} does not become {after}; it may become: {possible}.",
        expression="Contract.extension",
        rule="rule-transition",
    )
