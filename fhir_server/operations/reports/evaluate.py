"""Evaluate a Measure over facts: counts, score and strata of each of its groups."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fhir_server.errors import Unprocessable

from .facts import Facts
from .indicators import BESIDE, EXPRESSIONS, OBSERVATIONS, conditions
from .populations import Missing, Units
from .records import OWN, is_within
from .strata import BREAKDOWNS

Json = dict[str, Any]

TENTH = Decimal("0.1")
MEASURED = "measure-observation"
# Shares of this Measure are judged for each hospital and day: those below the policy's are listed.
BY_HOSPITAL_AND_DAY = "slot-release-ratio"
BELOW_SHARE = "Hospital and day below the share 未达标的医院和日期"


@dataclass(slots=True)
class Population:
    """A population: its code as in the Measure; `count` is None where it cannot be known.

    `is_listed`: the report names whom it counts.
    """

    code: Json
    count: int | None
    units: Units = field(default_factory=list)
    per: int = 1
    stated_by: str = ""
    missing: str = ""
    is_listed: bool = False

    @property
    def kind(self) -> str:
        """Numerator, denominator …; "" for what has no code."""
        return str(next((c["code"] for c in self.code.get("coding", ())), ""))


@dataclass(slots=True)
class Part:
    """A whole or a stratum of it: its populations and its score in percent (or points)."""

    populations: list[Population]
    score: Decimal | None = None
    key: str = ""
    is_hidden: bool = False

    def of(self, kind: str) -> Population | None:
        """The population of a kind."""
        return next((p for p in self.populations if p.kind == kind), None)

    @property
    def size(self) -> int:
        """The smallest count that would be shown."""
        return min((p.count for p in self.populations if p.count is not None), default=0)


@dataclass(slots=True)
class Stratifier:
    """The parts of a whole by one breakdown, in the order of their keys."""

    name: str
    code: Json
    parts: list[Part]


@dataclass(slots=True)
class Group:
    """A group of a Measure, evaluated."""

    definition: Json
    whole: Part
    stratifiers: list[Stratifier] = field(default_factory=list)

    @property
    def denominator_kind(self) -> str:
        """What the group is divided by."""
        url = f"{OWN}denominator-kind"
        found = (e["valueCode"] for e in self.definition.get("extension", ()) if e["url"] == url)
        return next(found, "none")


def expression_of(criteria: Json) -> str:
    """The name of what criteria count.

    Raises:
        Unprocessable: this server does not compute it.

    """
    text = str(criteria.get("expression", ""))
    name = text if text in EXPRESSIONS or text in OBSERVATIONS else conditions().get(text, "")
    if not name:
        raise Unprocessable(
            f"The expression {text[:80]!r} is not computed here: a Measure names an expression of "
            "the library populations.",
            expression="Measure.group.population.criteria",
        )
    return name


def reads(measure: Json) -> frozenset[str]:
    """What has to be read for a Measure, beside what always is."""
    named = [
        expression_of(population.get("criteria", {}))
        for group in measure.get("group", ())
        for population in group.get("population", ())
    ]
    named += [name for id_, (name, _) in BESIDE.items() if id_ == measure.get("id")]
    return frozenset().union(*(EXPRESSIONS[n].reads for n in named if n in EXPRESSIONS))


def evaluate(measure: Json, facts: Facts) -> list[Group]:
    """Every group of a Measure, in its order."""
    return [_group(measure, group, facts) for group in measure.get("group", ())]


def _group(measure: Json, definition: Json, facts: Facts) -> Group:
    whole = Part([])
    for each in definition["population"]:
        name = expression_of(each.get("criteria", {}))
        if name in OBSERVATIONS:
            whole.score = _rounded(OBSERVATIONS[name](facts))
        else:
            whole.populations.append(_counted(each["code"], name, facts))
    beside = BESIDE.get(measure.get("id", ""))
    if beside:
        whole.populations.append(_counted({"text": beside[1]}, beside[0], facts))
    _exclude(whole)
    if whole.score is None:
        whole.score = score(whole)
    made = [
        _stratifier(s["criteria"]["expression"], s.get("code", {}), whole, facts)
        for s in definition.get("stratifier", ())
        if s.get("criteria", {}).get("expression") in BREAKDOWNS
    ]
    if measure.get("id") == BY_HOSPITAL_AND_DAY:
        made.append(_below_share(whole, facts))
    return Group(definition, whole, made)


def _counted(code: Json, name: str, facts: Facts) -> Population:
    per = EXPRESSIONS[name].per
    code = {"coding": code["coding"]} if "coding" in code else code
    units = _units(name, facts)
    if isinstance(units, Missing):
        return Population(code, None, missing=str(units))
    found = Population(code, amount(units, per), units, per)
    stated = _stated(name, facts)
    if stated:
        found.stated_by, found.count = stated
    return found


def _units(name: str, facts: Facts) -> Units | Missing:
    """What an expression counts, counted once however many Measures name it."""
    if name not in facts.known:
        try:
            facts.known[name] = EXPRESSIONS[name].units(facts)
        except Missing as missing:
            facts.known[name] = missing
    found: Units | Missing = facts.known[name]
    return found


def amount(units: Units, per: int) -> int:
    """What units amount to: how many there are, or whole yuan where they are amounts in fen."""
    total = Decimal(sum(unit.amount for unit in units)) / per
    return int(total.quantize(Decimal(1), ROUND_HALF_UP))


def _stated(name: str, facts: Facts) -> tuple[str, int] | None:
    """The number that an office states for the very area that is asked for, with its Group."""
    kinds = {
        "PermanentResidents": "permanent-residents",
        "RegisteredResidents": "registered-residents",
    }
    scope = facts.scope
    if name not in kinds or scope.team or scope.institution or scope.doctors:
        return None
    if scope.residents is not None:
        return None
    for each in facts.rows.stated:
        of_area = each.kind == kinds[name] and each.division == scope.division
        if of_area and is_within(facts.last, each.period):
            return each.group, each.number
    return None


def _exclude(whole: Part) -> None:
    """Take what is excluded out of the numerator."""
    excluded, numerator = whole.of("denominator-exclusion"), whole.of("numerator")
    if excluded and numerator and numerator.count is not None:
        ids = {unit.id for unit in excluded.units}
        numerator.units = [unit for unit in numerator.units if unit.id not in ids]
        numerator.count = len(numerator.units)


def score(part: Part) -> Decimal | None:
    """The numerator in percent of the denominator less what is excluded; None without either."""
    numerator, denominator = part.of("numerator"), part.of("denominator")
    if not numerator or not denominator or numerator.count is None or denominator.count is None:
        return None
    excluded = part.of("denominator-exclusion")
    below = _sum(denominator) - (_sum(excluded) if excluded else 0)
    return _rounded(Decimal(100 * _sum(numerator)) / below) if below > 0 else None


def _sum(population: Population) -> int:
    if population.stated_by:
        return (population.count or 0) * population.per
    return sum(unit.amount for unit in population.units)


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(TENTH, ROUND_HALF_UP)


def _stratifier(name: str, code: Json, whole: Part, facts: Facts) -> Stratifier:
    breakdown = BREAKDOWNS[name]
    by_part: list[dict[str, Units]] = []
    counted = [p for p in whole.populations if not p.missing]
    for population in counted:
        found: dict[str, Units] = defaultdict(list)
        for unit in population.units:
            for key in breakdown.parts(facts, unit):
                found[key].append(unit)
        by_part.append(found)
    keys = sorted(set().union(*by_part), key=lambda key: (key == "", key))
    parts = []
    for key in keys:
        made = [
            Population(p.code, amount(found[key], p.per), found[key], p.per)
            for p, found in zip(counted, by_part, strict=True)
        ]
        part = Part(made, key=key)
        part.score = score(part)
        for population in made:
            # One tells of which institution a team is; all of them would double the memory.
            population.units = population.units[:1]
        parts.append(part)
    return Stratifier(name, code, parts)


def _below_share(whole: Part, facts: Facts) -> Stratifier:
    """The hospitals and days whose share is below that of the policy."""
    wanted = facts.policy.slots.min_share.on(facts.day)
    least = Decimal(100) * wanted.value if wanted else Decimal()
    all_days = _stratifier("HospitalDayOf", {"text": BELOW_SHARE}, whole, facts)
    all_days.parts = [p for p in all_days.parts if p.score is not None and p.score < least]
    return all_days
