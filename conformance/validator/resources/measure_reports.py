"""A MeasureReport against its Measure. FHIR R4 measurereport.html, section 9.12.4."""

from collections.abc import Iterator
from typing import Any

from conformance.says import shown
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .definitions import definition
from .fault import Json, Place, fault, objects


def measure_report_faults(report: Json, scope: Scope) -> Findings:
    """Judge that groups and stratifiers are those of the Measure, where that is known."""
    canonical = report.get("measure")
    measure = definition("Measure", canonical, scope) if isinstance(canonical, str) else None
    return list(_faults(report, measure)) if measure is not None else ()


def _faults(report: Json, measure: Json) -> Iterator[Finding]:
    wanted = [group for _, group in objects(measure, "group")]
    for index, group in objects(report, "group"):
        place = ("group", index)
        same = [w for w in wanted if _meets(group.get("code"), w.get("code"))]
        if len(wanted) == 1 and not same and "code" not in group:
            same = wanted
        if same:
            yield from _component_faults(place, group, same[0])
        else:
            yield fault("measure-group", place, measure=shown(report["measure"]))
    if len(wanted) == 1 and len(report.get("group", ())) > 1:
        yield fault("measure-group", ("group", 1), measure=shown(report["measure"]))


def _component_faults(place: Place, group: Json, wanted: Json) -> Iterator[Finding]:
    """The components of strata are components of a stratifier."""
    known = [
        component.get("code")
        for _, stratifier in objects(wanted, "stratifier")
        for _, component in objects(stratifier, "component")
    ]
    for which, stratifier in objects(group, "stratifier"):
        for number, stratum in objects(stratifier, "stratum"):
            for index, component in objects(stratum, "component"):
                code = component.get("code")
                if not any(_meets(code, each) for each in known):
                    here = ("stratifier", which, "stratum", number, "component", index)
                    yield fault("measure-component", (*place, *here))


def _meets(left: Any, right: Any) -> bool:
    """Whether two concepts share a code, or a text where neither has codes."""
    if not isinstance(left, dict) or not isinstance(right, dict):
        return left is right
    a, b = (
        [(c.get("system"), c.get("code")) for _, c in objects(x, "coding")] for x in (left, right)
    )
    return bool(set(a) & set(b)) if a and b else left.get("text") == right.get("text")
