"""$progress-report: how far an area or institution has come, and how coverage grew in a year.

Source: the OperationDefinition measure-progress-report of the profiles. It contains the report
of coverage-growth: points gained on the same day of the year before.
"""

from fhir_server.http import Call, Reply
from fhir_server.operations.asked import Asked
from fhir_server.operations.operation import Operation
from fhir_server.server import Server
from profiles import CANONICAL

from .asked import SCOPE, reported_period, today_of
from .monthly_report import reported

MEASURE = "progress-report"
GROWTH = "coverage-growth"


async def progress_report(call: Call, server: Server) -> Reply:
    """A MeasureReport with a group for each column, or a spreadsheet."""
    asked = Asked(call, ("periodStart", "periodEnd", "measure", *SCOPE))
    period = reported_period(asked, today_of(call, server))
    return await reported(call, server, asked, period, MEASURE, GROWTH)


OPERATION = Operation(
    MEASURE,
    frozenset({"type"}),
    progress_report,
    f"{CANONICAL}/OperationDefinition/measure-progress-report",
    types=frozenset({"Measure"}),
    writes_spreadsheets=True,
)
