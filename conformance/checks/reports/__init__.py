"""What a run of checks found, written for people and for tools: one module a format.

A report is a function of the run, the language and the stream to write to. To add one: a module
with such a function, and a row in `FORMATS`; it is imported when it is asked for.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import groupby
from typing import TextIO, cast

from conformance.checks.requirements import Requirement, fhir_requirements, policies
from conformance.checks.results import Outcome, Result, Run
from conformance.says import Language, Text, said, says

Report = Callable[[Run, Language, TextIO], None]

FORMATS = ("text", "json", "junit", "html", "testreport")

OUTCOMES: tuple[Outcome, ...] = ("fail", "error", "skip", "pass")


def report(name: str) -> Report:
    """The function that writes a format of `FORMATS`."""
    return cast("Report", import_module(f"{__name__}.{name}").write)


def worded(text: Text, language: Language) -> str:
    """A title in a language."""
    return text.chinese if language == "zh" else text.english


def requirement(result: Result) -> Requirement:
    """The requirement that a check tests."""
    return fhir_requirements()[result.check.requirement]


def demanded(result: Result) -> str:
    """The ids of all that demands a check: the requirement of R4, those of the policies."""
    return ", ".join((result.check.requirement, *policies().get(result.check.id, ())))


def reason(result: Result, language: Language) -> str:
    """Why a check did not pass."""
    return said(result.reason, language) if result.reason else ""


def by_subject(run: Run) -> Iterator[tuple[Text, list[Result]]]:
    """The results, by subject."""
    for subject, results in groupby(run.results, key=lambda result: result.check.subject):
        yield subject, list(results)


def summary(run: Run, language: Language) -> str:
    """The run in one sentence."""
    counts = run.counts()
    sentence = says(
        "checks-summary",
        passed=counts["pass"],
        failed=counts["fail"],
        skipped=counts["skip"],
        errors=counts["error"],
        seconds=run.seconds,
    )
    return said(sentence, language)
