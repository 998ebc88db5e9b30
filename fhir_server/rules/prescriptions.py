"""How long a long prescription may supply. Source: F2 of the policies."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fhir_server.service.elements import day
from fhir_server.service.policies import Terms
from profiles.policies import Value

from .model import Breach, Prescription

_SUPPLY = "MedicationRequest.dispenseRequest.expectedSupplyDuration"


def _limits(terms: Terms, on: date) -> dict[str, Value[int] | None]:
    """The longest supply by unit of UCUM; each of them counts as three months."""
    rules = terms.policy.prescription
    return {
        "mo": rules.max_months.on(on),
        "wk": rules.max_weeks.on(on),
        "d": rules.max_days.on(on),
    }


def prescription_length(facts: Prescription) -> Iterator[Breach]:
    """The supply is no longer than the policy lets, in the unit that the prescription uses."""
    supply = facts.request.get("dispenseRequest", {}).get("expectedSupplyDuration", {})
    on = day(facts.request.get("authoredOn")) or facts.today
    unit, length = str(supply.get("code", "")), Decimal(str(supply.get("value", 0)))
    most = _limits(facts.terms, on).get(unit)
    if most and length > most.value:
        args = {"length": length, "most": most.value}
        yield Breach(f"prescription-{unit}", args, most, _SUPPLY)
