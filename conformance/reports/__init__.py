"""What a run found, written for people and for tools: one module a format.

A report is a function of the run, the language and the stream to write to. To add one: a module
with such a function, and a row in `FORMATS`; it is imported when it is asked for.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, TextIO, cast

from msgspec.json import format  # noqa: A004  # as its authors call it

from conformance.issue import Issue
from conformance.json import encode
from conformance.run.results import Run
from conformance.says import Language, said, says

Report = Callable[[Run, Language, TextIO], None]

FORMATS = ("text", "json", "outcome", "junit", "sarif", "html")


def report(name: str) -> Report:
    """The function that writes a format of `FORMATS`."""
    return cast("Report", import_module(f"{__name__}.{name}").write)


def message(issue: Issue, language: Language) -> str:
    """What a finding says."""
    return issue.chinese if language == "zh" and issue.chinese else issue.diagnostics


def hint(issue: Issue, language: Language) -> str:
    """How a finding is mended, as far as that is known."""
    return issue.hint_chinese if language == "zh" and issue.hint_chinese else issue.hint


def indented(value: Any) -> str:
    """A value as JSON to be read by people, too."""
    return format(encode(value), indent=1).decode()


def write_object(members: dict[str, Any], name: str, items: Iterable[Any], out: TextIO) -> None:
    """Write a JSON object whose last member is an array, item by item, since that may be long."""
    out.write("{")
    out.writelines(f"{indented(key)}: {indented(value)},\n" for key, value in members.items())
    out.write(f"{indented(name)}: [")
    out.writelines(f"{',' * (n > 0)}\n{indented(item)}" for n, item in enumerate(items))
    out.write("]}")


def summary(run: Run, language: Language) -> str:
    """The run in one sentence."""
    counts = run.counts()
    numbers = says(
        "report-counts",
        errors=counts["error"] + counts["fatal"],
        warnings=counts["warning"],
        notes=counts["information"],
    )
    scope = says("report-scope", resources=run.resources, files=len(run.files), seconds=run.seconds)
    known = says("report-known", known=run.known) if run.known else says("nothing")
    return said(says("report-summary", counts=numbers, scope=scope, known=known), language)
