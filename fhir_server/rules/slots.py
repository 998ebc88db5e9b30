"""Which share of a hospital's slots is released to primary institutions, and how far ahead.

Counted for each hospital and calendar day over all specialist outpatient slots, blocked ones too;
it refuses nothing. Source: G6 of the policies.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from fhir_server.service.elements import Json, day, extension_value
from fhir_server.service.policies import Terms


class Count(NamedTuple):
    """Slots of a day: all of them, and those that were released in time."""

    total: int
    released: int

    @property
    def share(self) -> Decimal:
        """The released ones as a fraction of all; 1 where there are none."""
        return Decimal(self.released) / self.total if self.total else Decimal(1)


def count(terms: Terms, slots: Iterable[Json], on: date) -> Count:
    """Count the slots of a hospital's day; those entered in error are none."""
    valid = [slot for slot in slots if slot.get("status") != "entered-in-error"]
    return Count(len(valid), sum(is_in_time(terms, slot, on) for slot in valid))


def is_in_time(terms: Terms, slot: Json, on: date) -> bool:
    """Whether a slot of a day was first released as many days ahead as the policy says, or more."""
    released = day(extension_value(slot, "released-on", "valueDate"))
    ahead = terms.policy.slots.release_days_ahead.on(on)
    return released is not None and released <= on - timedelta(days=ahead.value if ahead else 0)


def least(terms: Terms, on: date) -> Decimal | None:
    """The share that has to be released of a day's slots; None where the policy says nothing."""
    value = terms.policy.slots.min_share.on(on)
    return value.value if value else None


def goal(terms: Terms, on: date) -> Decimal | None:
    """The share that is aimed at on a day; None where there is no goal (yet)."""
    value = terms.policy.slots.goal_share.on(on)
    return value.value if value else None


def is_enough(terms: Terms, counted: Count, on: date) -> bool:
    """Whether the share of the policy is reached; always where it says nothing."""
    share = least(terms, on)
    return share is None or counted.share >= share
