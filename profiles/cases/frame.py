"""What all parts of a case start from: the policy, the region, today, the beginning of its ids."""

from dataclasses import dataclass
from datetime import date, timedelta

from profiles import policies
from profiles.policies import Policy

from .dates import term_end
from .regions import REGIONS, Region

SIGNED_DAYS_AGO = 200


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a case; every day in it is so many days before `today`.

    The contract was signed for `years` on the day `signed`, on which its term begins.
    """

    policy: Policy
    region: Region
    today: date
    prefix: str
    signed: date
    years: int

    @classmethod
    def of(cls, policy: str, today: date, prefix: str) -> "Frame":
        """The frame of a policy's case.

        Raises:
            PolicyError: there is no policy of that name.

        """
        rules, region = policies.load(policy), REGIONS[policy]
        signed = today - timedelta(days=SIGNED_DAYS_AGO)
        return cls(rules, region, today, prefix, signed, region.years)

    def id(self, name: str) -> str:
        """The id of a resource of the case."""
        return f"{self.prefix}-{name}"

    def day(self, ago: int) -> date:
        """A day so many days ago; negative ones are still to come."""
        return self.today - timedelta(days=ago)

    @property
    def end(self) -> date:
        """The last day of the term."""
        return term_end(self.policy, self.signed, self.years)

    @property
    def by_household(self) -> bool:
        """Whether the policy lets a household sign; where it says nothing, each resident does."""
        parties = self.policy.contract.parties.on(self.signed)
        return parties is not None and "household" in parties.value
