"""The report as FHIR: an OperationOutcome, or a Bundle of one for each file.

As HL7's validator does, the file stands in an extension of the OperationOutcome.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from conformance.run.results import Run
from conformance.says import Language, said, says

from . import write_object

Json = dict[str, Any]

_FILE = "http://hl7.org/fhir/StructureDefinition/operationoutcome-file"


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write one resource."""
    outcomes = _outcomes(run, language)
    count = len(run.files) + len(run.failures)
    if count == 1:
        _write_outcome(*next(outcomes), out)
    else:
        out.write('{"resourceType": "Bundle", "type": "collection"')
        for number, outcome in enumerate(outcomes):
            out.write(',\n{"resource": ' if number else ',\n"entry": [{"resource": ')
            _write_outcome(*outcome, out)
            out.write("}")
        out.write("]}" if count else "}")
    out.write("\n")


def _outcomes(run: Run, language: Language) -> Iterator[tuple[str, Iterable[Json]]]:
    """Each file with its issues, those that could not be read last."""
    clean = {
        "severity": "information",
        "code": "informational",
        "diagnostics": said(says("report-clean"), language),
    }
    for file, places in run.by_file():
        found = (place.issue.as_outcome_issue() for place in places)
        yield file, found if file in run.faults else [clean]
    for file, why in run.failures:
        yield file, [{"severity": "fatal", "code": "exception", "diagnostics": why.english}]


def _write_outcome(file: str, issues: Iterable[Json], out: TextIO) -> None:
    extension = [{"url": _FILE, "valueString": file}]
    write_object({"resourceType": "OperationOutcome", "extension": extension}, "issue", issues, out)
