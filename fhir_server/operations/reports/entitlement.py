"""$entitlement: what a registration desk has to know of a resident, fast.

Is the resident under contract on a day, with whom, which reductions are left in that year, which
preferences hold. Source: the OperationDefinition contract-entitlement of the profiles; DECISIONS of
the region are read from its policy: the reductions of packages by the day that is asked about.
"""

import asyncio
from datetime import date
from decimal import Decimal
from typing import Any

from fhir_server.http import Call, Reply
from fhir_server.operations.asked import Asked, answer
from fhir_server.operations.operation import Operation
from fhir_server.server import Server
from profiles import CANONICAL
from profiles.policies import Policy

from .asked import day, today_of
from .lookups import Looking, covering, resident_of
from .records import (
    ChargeItem,
    Contract,
    EpisodeOfCare,
    ServiceRequest,
    Task,
    code,
    codes,
    day_of,
)
from .run import policy_of

Json = dict[str, Any]

NOT_CHARGED = frozenset({"entered-in-error", "aborted", "not-billable"})


async def entitlement(call: Call, server: Server) -> Reply:
    """Parameters: `covered`, and all that follows from it."""
    asked = Asked(call, ("patient", "identifier", "date"))
    looking = Looking(call, server)
    contract = await looking.read(Contract, call.id) if call.id else None
    resident = await resident_of(asked, looking, contract)
    given = asked.text("date") if "date" in asked else None
    on = day(given, "date") if given else today_of(call, server)
    found = await covering(looking, resident, on.isoformat())
    if found is None or (contract and found[1].id != contract.id):
        return answer([{"name": "covered", "valueBoolean": False}])
    charges, tasks, referrals = await asyncio.gather(
        looking.matches(ChargeItem, subject=f"Patient/{resident}"),
        looking.matches(Task, patient=f"Patient/{resident}", status="completed"),
        looking.matches(ServiceRequest, subject=f"Patient/{resident}", status="active"),
    )
    policy = policy_of(server)
    return answer(
        [
            *_cover(*found),
            *_discounts(found[1], policy, on, charges, tasks),
            *_preference(policy, on),
            {"name": "priority", "valueBoolean": _has_priority(referrals, on)},
        ]
    )


def _cover(episode: EpisodeOfCare, contract: Contract) -> list[Json]:
    made: list[Json] = [
        {"name": "covered", "valueBoolean": True},
        {"name": "contract", "valueReference": {"reference": f"Contract/{contract.id}"}},
        {
            "name": "period",
            "valuePeriod": {"start": episode.period.start, "end": episode.period.end},
        },
    ]
    doctor = next((s.party for s in contract.signer if s.type_.code == "family-doctor"), None)
    team = next(iter(episode.team), None) or doctor
    for name, reference in (("team", team), ("institution", episode.managing_organization)):
        if reference and reference.reference:
            made.append({"name": name, "valueReference": {"reference": reference.reference}})
    return made


def _discounts(
    contract: Contract, policy: Policy, on: date, charges: list[ChargeItem], tasks: list[Task]
) -> list[Json]:
    """What is left in the calendar year of the reductions of the packages signed."""
    kinds = {
        k for t in contract.term if t.offer.type_ for k in codes([t.offer.type_], "package-kind")
    }
    packages = policy.packages
    per_visit = packages.exam_reduction_per_visit.on(on)
    per_year = packages.exam_reduction_per_person_year.on(on)
    exams = packages.health_management_exams_per_year.on(on)
    year, made = f"{on.year}-", []
    if "treatment-discount" in kinds and per_visit and per_year:
        used = sum((-c.price_override.value for c in charges if _is_reduction(c, year)), Decimal())
        left = max(Decimal(), per_year.value - used)
        made.append(
            _part(
                "discount",
                item=("Code", "exam-discount"),
                perVisit=("Money", _money(min(per_visit.value, left))),
                left=("Money", _money(left)),
            )
        )
    if "health-management" in kinds and exams:
        done = sum(_is_exam(task, year) for task in tasks)
        times = ("Integer", max(0, exams.value - done))
        made.append(_part("discount", item=("Code", "physical-exam"), times=times))
    return made


def _is_reduction(charge: ChargeItem, year: str) -> bool:
    when = day_of(charge.occurrence_date_time or charge.occurrence_period.start)
    is_one = code(charge.code, "fee-kind") == "exam-reduction"
    return is_one and charge.status not in NOT_CHARGED and when.startswith(year)


def _is_exam(task: Task, year: str) -> bool:
    items = codes([task.code], "service-item") if task.code else []
    return "physical-exam" in items and day_of(task.execution_period.start).startswith(year)


def _preference(policy: Policy, on: date) -> list[Json]:
    """What settlement gives to those under contract, where the policy says so."""
    waived = policy.settlement.outpatient_copay_waived.on(on)
    percent = policy.settlement.inpatient_percent_contracted.on(on)
    parts: dict[str, tuple[str, Any]] = {}
    if waived:
        parts["outpatientFeeWaived"] = ("Boolean", waived.value)
    if percent:
        parts["inpatientPercent"] = ("Decimal", percent.value)
    return [_part("preference", **parts)] if parts else []


def _has_priority(referrals: list[ServiceRequest], on: date) -> bool:
    """Whether a referral up was sent that is not closed."""
    return any(
        "up" in codes(each.category, "referral-direction")
        and day_of(each.authored_on) <= on.isoformat()
        for each in referrals
    )


def _part(name: str, **parts: tuple[str, Any]) -> Json:
    return {
        "name": name,
        "part": [{"name": each, f"value{type_}": value} for each, (type_, value) in parts.items()],
    }


def _money(amount: Decimal) -> Json:
    return {"value": amount.quantize(Decimal("0.01")), "currency": "CNY"}


OPERATION = Operation(
    "entitlement",
    frozenset({"type", "instance"}),
    entitlement,
    f"{CANONICAL}/OperationDefinition/contract-entitlement",
    types=frozenset({"Contract"}),
)
