"""$gaps: whom a rule over a period misses, by name.

Source: the OperationDefinition contract-gaps of the profiles. A rule refuses nothing; its Measure
has a denominator, whom it is meant for, and a numerator, whom it reaches: the others are the gap.
"""

from datetime import date
from typing import Any

from fhir_server.errors import BadRequest, TooCostly, Unprocessable
from fhir_server.http import Call, Reply
from fhir_server.operations.asked import Asked, answer
from fhir_server.operations.operation import Operation
from fhir_server.server import Server
from profiles import CANONICAL

from .asked import MOST_MEMBERS, SCOPE, day, period, scope, today_of
from .evaluate import Group, Population
from .measures import measure_of
from .report import Framing, measure_report
from .run import Wanted, evaluated, policy_of

Json = dict[str, Any]

GAP = "Gap 缺口"


async def gaps(call: Call, server: Server) -> Reply:
    """A report of type subject-list and its List, for each measure."""
    asked = Asked(call, ("measure", "periodStart", "periodEnd", *SCOPE))
    named = asked.all("measure")
    if not named or not all(isinstance(each, str) for each in named):
        raise BadRequest("$gaps needs the parameter measure, a URL.", expression="http.measure")
    measures = [await measure_of(server, each) for each in named]
    today = today_of(call, server)
    asked_last = day(asked.text("periodEnd") or str(today), "periodEnd", ends=True)
    if asked_last > today:
        raise BadRequest(
            f"periodEnd is {asked_last}, after today, {today}.", expression="http.periodEnd"
        )
    first = day(asked.text("periodStart") or str(date(asked_last.year, 1, 1)), "periodStart")
    within = await scope(asked, server)
    wanted = Wanted(measures, period(first, asked_last, today), within, policy_of(server))
    facts, groups = await evaluated(server.store, wanted)
    framing = Framing("subject-list", wanted.period, call.now)
    reports = []
    for measure, of_measure in zip(measures, groups, strict=True):
        of_measure[0].whole.populations.append(_missed(of_measure[0], measure))
        reports.append(measure_report(measure, of_measure, facts, framing))
    listed = [{"name": "report", "resource": report} for report in reports]
    listed += [{"name": "list", "resource": _list(report)} for report in reports]
    return answer(listed)


def _missed(group: Group, measure: Json) -> Population:
    """Who is in the denominator and not in the numerator."""
    meant, reached = group.whole.of("denominator"), group.whole.of("numerator")
    known = meant is not None and meant.count is not None
    if not known or not meant or not reached or any(u.type != "Patient" for u in meant.units):
        raise Unprocessable(
            f"The measure {measure.get('id', '')} counts no residents of whom some are missed.",
            expression="http.measure",
        )
    ids = {unit.id for unit in reached.units}
    missed = [unit for unit in meant.units if unit.id not in ids]
    if len(missed) > MOST_MEMBERS:
        raise TooCostly(
            f"The list would have {len(missed):,} entries; narrow the scope to at most "
            f"{MOST_MEMBERS:,}."
        )
    return Population({"text": GAP}, len(missed), missed, is_listed=True)


def _list(report: Json) -> Json:
    """The list of a report as a resource of its own."""
    contained = next(each for each in report["contained"] if each["resourceType"] == "List")
    made: Json = {name: value for name, value in contained.items() if name != "id"}
    return made | {"date": report["date"]}


OPERATION = Operation(
    "gaps",
    frozenset({"type"}),
    gaps,
    f"{CANONICAL}/OperationDefinition/contract-gaps",
    types=frozenset({"Contract"}),
)
