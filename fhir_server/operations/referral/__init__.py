"""The operations of a referral: each is a row of `service/referrals.py`, run by `running.py`."""

from fhir_server.operations.operation import Operation
from fhir_server.service.referrals import STEPS

from .running import BASE, run

OPERATIONS = tuple(
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

__all__ = ["OPERATIONS"]
