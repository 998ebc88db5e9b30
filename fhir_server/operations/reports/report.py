"""Write what was evaluated as a MeasureReport that conforms to fd-measure-report.

A figure that cannot be known has a data-absent-reason instead of a number, and the report contains
an OperationOutcome that says why. Source: FHIR R4 measurereport.html.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fhir_server.service.elements import CHINA
from profiles import CANONICAL

from .asked import Period
from .evaluate import Group, Part, Population
from .facts import Facts
from .records import OWN
from .strata import BREAKDOWNS, coding_of, reference, reported_for

Json = dict[str, Any]

ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
PROFILE = f"{OWN}fd-measure-report"
NOTES = "notes"
EVERYBODY = "All institutions of this service 本服务的全部机构"


@dataclass(frozen=True, slots=True)
class Framing:
    """What a report says of itself: its kind (summary, individual, subject-list), when, for whom.

    `below`: it is public, and counts below this number are hidden.
    """

    kind: str
    period: Period
    made: datetime
    subject: str = ""
    reporter: str = ""
    below: int | None = None


def measure_report(measure: Json, groups: list[Group], facts: Facts, framing: Framing) -> Json:
    """The report of one Measure."""
    lists: list[Json] = []
    written = [_group(each, facts, lists) for each in groups]
    notes = _notes(groups)
    stated = sorted({p.stated_by for g in groups for p in g.whole.populations if p.stated_by})
    seen = [*({"reference": f"Group/{id_}"} for id_ in stated)]
    seen += [{"reference": f"#{NOTES}"}] if notes else []
    canonical = measure.get("url") or f"{CANONICAL}/Measure/{measure.get('id', '')}"
    version = f"|{measure['version']}" if "version" in measure else ""
    return _kept(
        resourceType="MeasureReport",
        meta={"profile": [PROFILE]},
        contained=[*lists, *notes],
        extension=_extensions(facts, framing),
        status="pending" if framing.period.is_open else "complete",
        type=framing.kind,
        measure=canonical + version,
        subject={"reference": framing.subject} if framing.subject else None,
        date=framing.made.astimezone(CHINA).isoformat(timespec="seconds"),
        reporter=_reporter(facts, framing),
        period={"start": str(framing.period.first), "end": str(framing.period.last)},
        improvementNotation=measure.get("improvementNotation"),
        group=written,
        evaluatedResource=seen,
    )


def _kept(**elements: Any) -> Json:
    return {name: value for name, value in elements.items() if value not in (None, [], {})}


def _extensions(facts: Facts, framing: Framing) -> list[Json]:
    scope, parts = facts.scope, {}
    if scope.team:
        parts["team"] = reference("CareTeam", scope.team)
    if scope.institution:
        parts["institution"] = reference("Organization", scope.institution)
    if scope.division:
        parts["division"] = coding_of(scope.division)
    found = [reported_for(**parts)] if parts else []
    if framing.below is not None:
        found.append({"url": f"{OWN}suppressed-below", "valuePositiveInt": framing.below})
    return found


def _reporter(facts: Facts, framing: Framing) -> Json:
    """The institution of the scope, or the doctor; nobody in particular for everything."""
    team = facts.rows.teams.get(facts.scope.team)
    institution = facts.scope.institution or (team.institution if team else "")
    if institution:
        return {"reference": f"Organization/{institution}"}
    return {"reference": framing.reporter} if framing.reporter else {"display": EVERYBODY}


def _notes(groups: Iterable[Group]) -> list[Json]:
    """Why figures are missing, each reason once."""
    missing = dict.fromkeys(p.missing for g in groups for p in g.whole.populations if p.missing)
    if not missing:
        return []
    issues = [
        {"severity": "warning", "code": "incomplete", "diagnostics": sentence}
        for sentence in missing
    ]
    return [{"resourceType": "OperationOutcome", "id": NOTES, "issue": issues}]


def _group(group: Group, facts: Facts, lists: list[Json]) -> Json:
    url = f"{OWN}denominator-kind"
    stratifiers = [
        _kept(
            code=[{"text": s.code["text"]}] if "text" in s.code else [],
            stratum=[_stratum(s.name, part, facts) for part in s.parts],
        )
        for s in group.stratifiers
        if s.parts
    ]
    return _kept(
        extension=[{"url": url, "valueCode": group.denominator_kind}],
        code=group.definition.get("code"),
        population=[_population(p, group.whole, lists) for p in group.whole.populations],
        **_score(group.whole),
        stratifier=stratifiers,
    )


def _stratum(name: str, part: Part, facts: Facts) -> Json:
    breakdown = BREAKDOWNS[name]
    return _kept(
        extension=[breakdown.scope(part.key)] if breakdown.scope and part.key else [],
        value=breakdown.value(facts, part.key),
        population=[_population(p, part, []) for p in part.populations],
        **_score(part),
    )


def _population(population: Population, part: Part, lists: list[Json]) -> Json:
    made: Json = {"code": population.code}
    if part.is_hidden or population.count is None:
        made["_count"] = _absent("masked" if part.is_hidden else "unknown")
        return made
    made["count"] = population.count
    if population.is_listed:
        lists.append(_list(population, f"list-{len(lists) + 1}"))
        made["subjectResults"] = {"reference": f"#{lists[-1]['id']}"}
    return made


def _score(part: Part) -> Json:
    """The score in percent, or why there is none: hidden, unknown, or nothing to divide by."""
    if part.of("denominator") is None and part.score is None:
        return {}
    if part.is_hidden:
        return {"measureScore": _absent("masked")}
    if part.score is None:
        known = all(p.count is not None for p in part.populations)
        return {"measureScore": _absent("not-applicable" if known else "unknown")}
    percent = {"system": "http://unitsofmeasure.org", "code": "%", "unit": "%"}
    return {"measureScore": {"value": part.score, **percent}}


def _absent(reason: str) -> Json:
    return {"extension": [{"url": ABSENT, "valueCode": reason}]}


def _list(population: Population, id_: str) -> Json:
    """Whom or what a population counts, by name."""
    named = sorted({f"{unit.type}/{unit.id}" for unit in population.units if unit.id})
    return _kept(
        resourceType="List",
        id=id_,
        status="current",
        mode="snapshot",
        title=population.kind or population.code.get("text"),
        entry=[{"item": {"reference": reference}} for reference in named],
    )
