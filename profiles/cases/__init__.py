"""One complete worked case for each regional policy, as a transaction Bundle.

>>> from datetime import date
>>> from profiles import cases
>>> cases.bundle("hainan-2024", date(2026, 11, 22))["type"]
'transaction'

Institution, team, four residents, packages, contract, consents, plan, tasks, follow-ups, a referral
up and back with its appointment, fees and a monthly report, from signing 200 days before `today`
on. Who signs, for how long, who is in the team and which way a referral goes is what the policy
says; where it is silent, the text of the contract's first term says what was done instead.
Everything is plainly invented: people are called 示例 ("example"), telephone numbers begin with
000-555, numbers have right check characters over a division that is not assigned, and every
resource but the published items bears the label HTEST, "test health data". The same day gives the
same Bundle.
"""

from datetime import date

from .care import care
from .consents import consents
from .contracts import signed
from .fhir import Json, transaction
from .frame import Frame
from .money import fees
from .neighbours import around
from .packages import offer
from .referral import referral
from .regions import REGIONS
from .report import report
from .residents import residents
from .setting import setting

__all__ = ["bundle", "names"]


def names() -> list[str]:
    """The policies that have a case: all of them."""
    return sorted(REGIONS)


def bundle(policy: str, today: date, prefix: str | None = None, neighbours: int = 0) -> Json:
    """Make the case of a policy, and so many households of the same team around it.

    Ids begin with `prefix`, by default the policy's name; those of published items are their own.

    Raises:
        PolicyError: there is no policy of that name.

    """
    frame = Frame.of(policy, today, prefix or policy)
    place = setting(frame)
    people = residents(frame, place)
    offered = offer(frame)
    papers = signed(frame, place, people, offered)
    served = care(frame, place, people, offered, papers)
    agreed = consents(frame, place, people, papers.contracts)
    done = [*served.resources(), *referral(served), *fees(frame, place, people, papers)]
    parts = (place.resources(), people.resources(), offered.resources(), papers.resources())
    whole = [each for made in parts for each in made]
    counted = report(frame, place, papers, done)
    near = around(frame, place, offered, neighbours)
    return transaction([*whole, *agreed, *done, counted, *near])
