"""The expressions of a SearchParameter. FHIR R4 searchparameter.html, section 5.5.4."""

from collections.abc import Iterator, Sequence

from conformance.fhirpath import FhirPathError, compile  # noqa: A004
from conformance.says import shown
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .fault import Json, fault, objects


def search_parameter_faults(parameter: Json, _: Scope) -> Findings:
    """Judge that expressions can be read, for each of the base types."""
    return list(_faults(parameter))


def _faults(parameter: Json) -> Iterator[Finding]:
    bases = [base for base in parameter.get("base", ()) if isinstance(base, str)]
    expression = parameter.get("expression")
    if isinstance(expression, str) and (why := _unreadable(expression, bases or [None])):
        yield fault("fhirpath-unreadable", ("expression",), expression=shown(expression), why=why)
    for index, component in objects(parameter, "component"):
        inner = component.get("expression")
        # A component starts from what the expression of the parameter finds, of any type.
        if isinstance(inner, str) and (why := _unreadable(inner, [None])):
            place = ("component", index, "expression")
            yield fault("fhirpath-unreadable", place, expression=shown(inner), why=why)


def _unreadable(expression: str, bases: Sequence[str | None]) -> str:
    """Why an expression cannot be read for one of the types, empty when it can."""
    for base in bases:
        try:
            compile(expression, base)
        except FhirPathError as error:
            return str(error).rstrip(".")
    return ""
