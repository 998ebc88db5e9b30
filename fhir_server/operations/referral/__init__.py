"""The operations of referrals and of the slots that are released for them.

Each step of a referral is a row of `service/referrals.py`, run by `running.py`.
"""

from fhir_server.operations.operation import Operation
from fhir_server.service.referrals import STEPS

from . import release
from .running import BASE, run

STEP_OPERATIONS = tuple(
    Operation(
        name,
        frozenset({"instance"}),
        run,
        f"{BASE}{name}",
        affects_state=True,
        types=frozenset({"ServiceRequest"}),
    )
    for name in STEPS
)

OPERATIONS = (*STEP_OPERATIONS, *release.OPERATIONS)

__all__ = ["OPERATIONS"]
