"""The report of the team for the last whole month, counted from the case itself."""

from datetime import date, timedelta

import profiles

from .contracts import Signed
from .dates import last_month, moment
from .fhir import Json, concept, extension, foreign, part, ref, resource
from .frame import Frame
from .setting import Setting

MEASURE = f"{profiles.CANONICAL}/Measure/monthly-report|0.1.0"


def report(frame: Frame, place: Setting, papers: Signed, others: list[Json]) -> Json:
    """Make the monthly report of a case from what was signed and what was done."""
    first, last = last_month(frame.today)
    tasks = [r for r in others if _claims(r, "fd-service-task")]
    done = [t for t in tasks if t["status"] == "completed"]
    due = [t for t in tasks if _within(t["restriction"]["period"]["end"], first, last)]
    performed = [t for t in done if _within(t["executionPeriod"]["start"], first, last)]
    signed = {c["id"] for c in papers.contracts.values() if _within(c["issued"], first, last)}
    households = {
        each["reference"]
        for contract in papers.contracts.values()
        for each in contract["subject"]
        if each["reference"].startswith("Group/")
    }
    written = [r for r in others if r["resourceType"] == "ServiceRequest"]
    sent = [r for r in written if _within(r["authoredOn"], first, last)]
    columns = {
        "residents-contracted": len(papers.episodes),
        "households-contracted": len(households),
        "contracts-new": len(signed),
        "services-due": len(due),
        "services-done": len(performed),
        "referrals-up": len([r for r in sent if _claims(r, "fd-referral-up")]),
        "referrals-back": len([r for r in sent if _claims(r, "fd-back-referral")]),
    }
    return resource(
        "MeasureReport",
        frame.id("monthly-report"),
        "fd-measure-report",
        status="complete",
        type="summary",
        measure=MEASURE,
        date=moment(last + timedelta(days=1), "01:00"),
        reporter=ref(place.provider),
        period={"start": first.isoformat(), "end": last.isoformat()},
        group=[_column(code, count) for code, count in columns.items()],
        extension=[
            extension(
                "reported-for",
                part("team", valueReference=ref(place.team)),
                part("institution", valueReference=ref(place.provider)),
            )
        ],
    )


def _column(code: str, count: int) -> Json:
    population = foreign("measure-population", "initial-population", "Initial Population")
    return {
        "extension": [extension("denominator-kind", valueCode="none")],
        "code": concept("report-column", code),
        "population": [{"code": population, "count": count}],
    }


def _claims(each: Json, profile: str) -> bool:
    return any(url.endswith(f"/{profile}") for url in each["meta"].get("profile", ()))


def _within(day: str, first: date, last: date) -> bool:
    return first <= date.fromisoformat(day[:10]) <= last
