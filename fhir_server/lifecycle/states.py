"""The states of a contract and the ways between them, as the code system contract-state has them.

`expiring` is no state: it follows from the period and today. A contract that is new may enter in
any state to which a draft or an application leads; what happened elsewhere enters as a record in
any state.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

import profiles
from fhir_server.errors import Conflict

OFFERED: Final = frozenset({"draft", "applied"})
"""Nobody is bound yet."""
SIGNED: Final = frozenset({"pending-payment", "pending-receipt", "pending-start", "active"})


@cache
def transitions() -> Mapping[str, frozenset[str]]:
    """To which states each leads; the empty one is that of a contract that is not there yet."""
    table = profiles.read("CodeSystem-contract-state.json")
    ways = {
        concept["code"]: frozenset(
            each["valueCode"] for each in concept.get("property", []) if each["code"] == "next"
        )
        for concept in table["concept"]
    }
    return {"": OFFERED | SIGNED, **ways}


def check(before: str, after: str) -> None:
    """Refuse a change of state that the table does not have; Conflict names those it has."""
    leads = transitions().get(before, frozenset())
    if before == after or after in leads:
        return
    where = f"is {before}" if before else "is new"
    raise Conflict(
        f"A contract that {where} does not become {after}; it may become: "
        f"{', '.join(sorted(leads)) or 'none'}.",
        expression="Contract.extension",
        rule="rule-transition",
    )
