"""The report for a terminal: by file, each finding with its line of source and a mark below it."""

import unicodedata
from collections.abc import Callable
from typing import TextIO

from conformance.run.results import Place, Run
from conformance.says import Language, said, says

from . import hint, message, summary

Paint = Callable[[str, str], str]

_COLOURS = {"fatal": "1;31", "error": "1;31", "warning": "1;33", "information": "1;36"}


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write the findings, then what could not be read, then the run in one sentence."""
    paint = _painted if out.isatty() else _plain
    for file, places in run.by_file():
        if file not in run.faults:
            continue
        out.write(f"{paint(_visible(file), '1')}\n")
        for place in places:
            _write_finding(place, language, out, paint)
        out.write("\n")
    for file, why in run.failures:
        sentence = said(says("report-unread", why=why), language)
        out.write(f"{paint(_visible(file), '1')}: {paint(sentence, '1;31')}\n")
    out.write(f"{summary(run, language)}\n")


def _write_finding(place: Place, language: Language, out: TextIO, paint: Paint) -> None:
    issue = place.issue
    at = f"{issue.line}:{issue.column}" if issue.line else "-"
    severity = paint(said(says(issue.severity), language), _COLOURS[issue.severity])
    subject = _visible(issue.expression or place.resource)
    out.write(f"  {at}  {severity}  {subject}  {paint(issue.rule, '2')}\n")
    out.write(f"      {_visible(message(issue, language))}\n")
    out.writelines(f"      {paint(line, '2')}\n" for line in _excerpt(place))
    if advice := hint(issue, language):
        out.write(f"      {_visible(said(says('report-hint', hint=advice), language))}\n")
    if issue.profile:
        label = said(says("report-profile"), language)
        out.write(f"      {label} {paint(_visible(issue.profile), '2')}\n")
    if issue.group:
        out.write(f"      {_visible(said(says('report-follows', group=issue.group), language))}\n")


def _excerpt(place: Place) -> list[str]:
    """The source around a finding, and a line with a mark below the fault."""
    if place.excerpt is None or not place.excerpt.text.strip():
        return []
    text, column = place.excerpt
    margin = f"{place.issue.line} | "
    indent = " " * (len(margin) + _width(_visible(text[: column - 1])))
    return [margin + _visible(text), f"{indent}^"]


def _visible(text: str) -> str:
    """Text without what would move the mark or the terminal's state."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " for c in text)


def _width(text: str) -> int:
    """The columns a text takes in a terminal: wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _plain(text: str, _: str) -> str:
    return text


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"
