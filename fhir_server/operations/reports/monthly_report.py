"""$monthly-report: whom a team, institution or area covers at the month's end, and what it did.

Source: the OperationDefinition measure-monthly-report of the profiles. As a spreadsheet it has the
columns of `columns.toml`.
"""

from pathlib import Path
from typing import Any

from conformance import json
from fhir_server.http import Call, Reply, wants_spreadsheet
from fhir_server.operations.asked import Asked
from fhir_server.operations.operation import Operation
from fhir_server.server import Server
from profiles import CANONICAL

from .asked import SCOPE, Period, month, scope, today_of
from .columns import OWN_COLUMNS, Column, Table, tables
from .evaluate import Group
from .measures import OURS, measure_of
from .report import Framing, measure_report
from .run import Wanted, evaluated, policy_of
from .spreadsheet import table_of, workbook

Json = dict[str, Any]

MEASURE = "monthly-report"


async def monthly_report(call: Call, server: Server) -> Reply:
    """A MeasureReport with a group for each column, or a spreadsheet."""
    asked = Asked(call, ("month", "measure", *SCOPE))
    return await reported(call, server, asked, month(asked, today_of(call, server)), MEASURE)


async def reported(
    call: Call, server: Server, asked: Asked, period: Period, named: str, *beside: str
) -> Reply:
    """The report of a Measure with many columns, and in it those of others."""
    measure = await measure_of(server, asked.text("measure") or OURS + named)
    others = [await measure_of(server, OURS + each) for each in beside]
    within = await scope(asked, server)
    wanted = Wanted([measure, *others], period, within, policy_of(server))
    facts, evaluations = await evaluated(server.store, wanted)
    if wants_spreadsheet(call):
        groups = [group for each in evaluations for group in each]
        table = _table(server.settings.report_columns, measure, named, groups)
        return workbook([table_of(table, groups, facts)])
    framing = Framing("summary", period, call.now)
    own, *more = (
        measure_report(each, groups, facts, framing)
        for each, groups in zip(wanted.measures, evaluations, strict=True)
    )
    return Reply(200, json=json.encode(_joined(own, more)))


def _joined(own: Json, more: list[Json]) -> Json:
    """A report that contains others: its own groups are those of its Measure, and no more."""
    for number, each in enumerate(more, 1):
        own.setdefault("contained", []).append(each | {"id": f"beside-{number}"})
        own.setdefault("evaluatedResource", []).append({"reference": f"#beside-{number}"})
    return own


def _table(path: Path | None, measure: Json, named: str, groups: list[Group]) -> Table:
    """The columns for a Measure; one without its own table shows each of its groups."""
    known = tables(path or OWN_COLUMNS)
    if (id_ := measure.get("id", named)) in known:
        return known[id_]
    codings = [g.definition.get("code", {}).get("coding", [{}])[0] for g in groups]
    columns = [Column(c.get("code", ""), c.get("display", "")) for c in codings]
    return Table(measure.get("title", named), columns)


OPERATION = Operation(
    MEASURE,
    frozenset({"type"}),
    monthly_report,
    f"{CANONICAL}/OperationDefinition/measure-monthly-report",
    types=frozenset({"Measure"}),
    writes_spreadsheets=True,
)
