"""$evaluate-measure: an indicator for a period and a scope, of one resident, by name, or in sum.

Source: FHIR R4 measure-operation-evaluate-measure.html; the OperationDefinition
measure-evaluate-measure of the profiles adds team, institution, division and publicView. On the
type `measure` may be repeated: then the answer is a Bundle with a report for each, all of one
moment.
"""

from dataclasses import replace
from typing import Any

from conformance import json
from fhir_server.errors import BadRequest, TooCostly
from fhir_server.http import Call, Reply
from fhir_server.operations.asked import Asked
from fhir_server.operations.operation import Operation
from fhir_server.server import Server
from profiles import CANONICAL

from .asked import (
    MOST_MEMBERS,
    SCOPE,
    existing,
    reference,
    reported_period,
    scope,
    today_of,
)
from .evaluate import Group
from .facts import Facts
from .hiding import hide
from .measures import measure_of
from .report import Framing, measure_report
from .run import Wanted, evaluated, policy_of
from .scope import Scope
from .spreadsheet import figures, wants_spreadsheet, workbook

Json = dict[str, Any]

PARAMETERS = ("periodStart", "periodEnd", "measure", "reportType", "subject", "practitioner",
              "lastReceivedOn", *SCOPE, "publicView")  # fmt: skip
KINDS = {
    "subject": "individual",
    "individual": "individual",
    "subject-list": "subject-list",
    "population": "summary",
}
SUBJECTS = ("Patient", "PractitionerRole", "Practitioner", "Group")
DOCTORS = ("PractitionerRole", "Practitioner")
MOST_MEASURES = 50


async def evaluate_measure(call: Call, server: Server) -> Reply:
    """A MeasureReport, or a Bundle of them where several measures are named."""
    asked = Asked(call, PARAMETERS)
    measures = [await measure_of(server, named) for named in _named(call, asked)]
    today = today_of(call, server)
    within = await _subject(asked, server, await scope(asked, server))
    wanted = Wanted(measures, reported_period(asked, today), within, policy_of(server))
    kind = _kind(asked)
    facts, groups = await evaluated(server.store, wanted)
    framing = Framing(
        kind,
        wanted.period,
        call.now,
        _text(asked, "subject"),
        _text(asked, "practitioner"),
        _below(asked, facts, kind),
    )
    for each in groups:
        _finish(each, framing)
    if wants_spreadsheet(call):
        return workbook([figures(m, g, facts) for m, g in zip(measures, groups, strict=True)])
    reports = [measure_report(m, g, facts, framing) for m, g in zip(measures, groups, strict=True)]
    if len(reports) == 1:
        return Reply(200, json=json.encode(reports[0]))
    return Reply(200, json=json.encode(bundle(reports)))


def bundle(resources: list[Json]) -> Json:
    """A collection."""
    entries = [{"resource": each} for each in resources]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def _named(call: Call, asked: Asked) -> list[str]:
    """The measures: that of the instance, or those of the parameter."""
    named = asked.all("measure")
    if bool(call.id) == bool(named):
        raise BadRequest(
            "$evaluate-measure is about the Measure with the id in the URL, or about those named "
            "by the parameter measure.",
            expression="http.measure",
        )
    if len(named) > MOST_MEASURES or not all(isinstance(each, str) for each in named):
        raise BadRequest(
            f"measure is the URL or id of a Measure, given at most {MOST_MEASURES} times.",
            expression="http.measure",
        )
    return [f"Measure/{call.id}"] if call.id else [str(each) for each in named]


def _kind(asked: Asked) -> str:
    """The type of the report; that of one resident names the resident."""
    subject = _text(asked, "subject")
    given = asked.text("reportType") or ("subject" if subject else "population")
    if given not in KINDS:
        raise BadRequest(f"reportType is one of {', '.join(KINDS)}.", expression="http.reportType")
    if KINDS[given] == "individual" and not subject:
        raise BadRequest("A report on one subject needs subject.", expression="http.subject")
    return KINDS[given]


def _text(asked: Asked, name: str) -> str:
    if name not in asked:
        return ""
    type_, id_ = reference(asked.all(name)[0], name, SUBJECTS)
    return f"{type_}/{id_}"


async def _subject(asked: Asked, server: Server, within: Scope) -> Scope:
    """The scope, narrowed to a resident, a group of residents, or a doctor."""
    for name in ("subject", "practitioner"):
        if not (named := _text(asked, name)):
            continue
        type_, _, id_ = named.partition("/")
        if name == "practitioner" and type_ not in DOCTORS:
            raise BadRequest(
                "practitioner is a Practitioner or PractitionerRole.",
                expression="http.practitioner",
            )
        found = json.decode((await existing(server, type_, id_, name)).json)
        if type_ in DOCTORS:
            doctor = found.get("practitioner", {}).get("reference", f"Practitioner/{id_}")
            within = replace(within, doctors=frozenset({doctor.partition("/")[2]}))
        else:
            within = replace(within, residents=_residents(type_, id_, found))
    return within


def _residents(type_: str, id_: str, found: Json) -> frozenset[str]:
    if type_ == "Patient":
        return frozenset({id_})
    members = [m for m in found.get("member", ()) if not m.get("inactive")]
    if len(members) > MOST_MEMBERS:
        raise TooCostly(f"A group of at most {MOST_MEMBERS:,} members can be the subject.")
    references = (m["entity"].get("reference", "") for m in members)
    return frozenset(r.partition("/")[2] for r in references if r.startswith("Patient/"))


def _below(asked: Asked, facts: Facts, kind: str) -> int | None:
    """Below which number a public view hides counts."""
    if not asked.flag("publicView"):
        return None
    if kind != "summary":
        raise BadRequest("A public view names nobody.", expression="http.publicView")
    value = facts.policy.reports.small_cells_below.on(facts.day)
    return value.value if value else 1


def _finish(groups: list[Group], framing: Framing) -> None:
    """Hide what a public view hides; refuse lists that are too long for one resource."""
    for group in groups:
        if framing.below is not None:
            hide(group, framing.below)
        for population in group.whole.populations:
            population.is_listed = framing.kind == "subject-list"
        longest = max((len(p.units) for p in group.whole.populations), default=0)
        if framing.kind == "subject-list" and longest > MOST_MEMBERS:
            raise TooCostly(
                f"The list would have {longest:,} entries; narrow the scope to at most "
                f"{MOST_MEMBERS:,}."
            )


OPERATION = Operation(
    "evaluate-measure",
    frozenset({"type", "instance"}),
    evaluate_measure,
    f"{CANONICAL}/OperationDefinition/measure-evaluate-measure",
    types=frozenset({"Measure"}),
    writes_spreadsheets=True,
)
