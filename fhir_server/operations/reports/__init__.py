"""Reports and lists: figures over what is stored, a file for each operation.

`records` is what is read of resources, `gather` and its neighbours read them into the rows of
`facts`; `populations` and `activities` count, `indicators` is the table of all expressions;
`evaluate` turns a Measure into counts, scores and strata, `hiding` makes them fit for the public,
`report` and `spreadsheet` write them.
"""

from fhir_server.operations.operation import Operation

from . import check, entitlement, evaluate_measure, gaps, monthly_report, progress_report, sample

REPORTS: tuple[Operation, ...] = (
    evaluate_measure.OPERATION,
    monthly_report.OPERATION,
    progress_report.OPERATION,
    gaps.OPERATION,
    entitlement.OPERATION,
    check.OPERATION,
    sample.OPERATION,
)
