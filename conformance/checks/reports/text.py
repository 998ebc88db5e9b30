"""The report for a terminal: a line a check, by subject; failures with their reason and request."""

from typing import TextIO

from rich.console import Console
from rich.markup import escape

from conformance.checks.results import Outcome, Result, Run
from conformance.says import Language, said, says

from . import by_subject, demanded, reason, requirement, summary, worded

_MARKS: dict[Outcome, str] = {
    "pass": "[green]✓[/]",
    "fail": "[bold red]✗[/]",
    "skip": "[yellow]–[/]",
    "error": "[bold magenta]![/]",
}


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write the results, then the run in one sentence."""
    console = Console(file=out, highlight=False, soft_wrap=True)
    console.print(_server(run, language), markup=False)
    for subject, results in by_subject(run):
        console.print(f"\n[bold]{worded(subject, language)}[/]")
        for result in results:
            _write_result(result, language, console)
    if left := [place for result in run.results for place in result.left_behind]:
        sentence = said(says("checks-left-behind", places=left), language)
        console.print(f"\n[yellow]{escape(sentence)}[/]")
    console.print(f"\n{summary(run, language)}")


def _server(run: Run, language: Language) -> str:
    return said(says("checks-server", server=f"{run.server}, {run.base}"), language)


def _write_result(result: Result, language: Language, console: Console) -> None:
    title = escape(worded(result.check.title, language))
    console.print(f"  {_MARKS[result.outcome]} {title}  [dim]{result.check.id}[/]")
    if why := reason(result, language):
        console.print(f"      {escape(why)}")
    if result.outcome in ("fail", "error"):
        what = requirement(result)
        console.print(f"      [dim]{demanded(result)} ({what.verb})  {what.spec}[/]")
