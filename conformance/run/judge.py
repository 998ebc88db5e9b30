"""Who judges a piece: reads it, asks the validator, and finds the places of what is wrong."""

import re
from dataclasses import dataclass
from typing import Any

from conformance import json
from conformance.issue import Issue
from conformance.packages import Library, gather
from conformance.positions import located
from conformance.says import SaidError, Says, TextError, says
from conformance.validator import Options, validate
from conformance.validator.profiles.options import Level

from .documents import Piece, Unreadable, read
from .results import Excerpt, Judged, Result

_ENDING = re.compile(r"\r\n|\n|\r")


class ProfileError(SaidError):
    """A profile or package that was asked for and cannot be had."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to judge: against which profiles, with which packages, how strictly."""

    profiles: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    unresolved: Level = "ignore"


class Judge:
    """Judges pieces as was wished. `missing` says what the packages need and is not installed.

    Raises:
        ProfileError: a profile or package cannot be had.

    """

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self.missing: list[Says] = []
        self._options = Options(unresolved=wishes.unresolved)
        try:
            self._library = self._loaded()
            unknown = [u for u in wishes.profiles if self._library.structure(u) is None]
        except SaidError as error:
            raise ProfileError(error.says) from error
        if unknown:
            raise ProfileError(says("profile-wanted", profile=unknown[0]))

    def _loaded(self) -> Library:
        """The definitions built in and of the packages; what those lack is said in `missing`."""
        if not self.wishes.packages:
            return Library.built_in()
        packages, self.missing = gather(self.wishes.packages)
        return Library.built_in().with_packages(*packages)

    def piece(self, piece: Piece) -> Result:
        """What is wrong with a file, or with some lines of one."""
        if piece.failure:
            return Result(piece.file, 0, failure=piece.failure)
        if piece.first_line and piece.data is not None:
            return self._lines(piece.file, piece.data, piece.first_line)
        try:
            data = read(piece.file) if piece.data is None else piece.data
        except Unreadable as error:
            return Result(piece.file, 0, failure=error.says)
        judged = self._document(data, 1)
        return Result(piece.file, 1, [judged] if judged.issues else [])

    def _lines(self, file: str, data: bytes, first_line: int) -> Result:
        """Judge NDJSON line by line. Empty lines are nothing."""
        count, judged = 0, []
        for number, line in enumerate(data.split(b"\n"), first_line):
            if not line or line.isspace():
                continue
            count += 1
            one = self._document(line, number)
            if one.issues:
                judged.append(one)
        return Result(file, count, judged)

    def _document(self, data: bytes, first_line: int) -> Judged:
        is_xml = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
        try:
            resource = _decoded_xml(data) if is_xml else json.decode(data)
        except TextError as error:
            issues = [_unreadable(error.says, error.line + first_line - 1, error.column, is_xml)]
            return Judged("", issues, _excerpts(_text(data), issues, first_line))
        issues = self.findings(resource)
        if not issues:
            return Judged("", [])
        name = _named(resource)
        del resource  # with the text in memory, too, a large one would be there twice
        text = _text(data)
        issues = located(issues, text, is_xml=is_xml, first_line=first_line)
        return Judged(name, issues, _excerpts(text, issues, first_line))

    def findings(self, resource: Any) -> list[Issue]:
        """Everything that is wrong with a decoded resource."""
        return validate(
            resource, self.wishes.profiles, library=self._library, options=self._options
        )


def _decoded_xml(data: bytes) -> Any:
    from conformance.xml import from_xml  # noqa: PLC0415  # most resources are JSON

    return from_xml(data)


def _unreadable(clause: Says, line: int, column: int, is_xml: bool) -> Issue:
    return Issue(
        rule="xml" if is_xml else "json",
        severity="fatal",
        code="structure",
        expression="",
        diagnostics=f"{clause.english}.",
        chinese=f"{clause.chinese}。",
        line=line,
        column=column,
    )


def _named(resource: Any) -> str:
    """The type and id of a resource, as far as it has them."""
    if not isinstance(resource, dict):
        return ""
    named = [resource.get("resourceType"), resource.get("id")]
    return "/".join(part[:64] for part in named if isinstance(part, str))


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace")


_BEFORE, _AFTER = 60, 60  # characters around a fault


def _excerpts(text: str, issues: list[Issue], first_line: int) -> list[Excerpt | None]:
    """The source around each finding, as far as it has a place."""
    starts = [0, *(ending.end() for ending in _ENDING.finditer(text))]
    return [_excerpt(text, starts, issue, first_line) for issue in issues]


def _excerpt(text: str, starts: list[int], issue: Issue, first_line: int) -> Excerpt | None:
    if not issue.line or not issue.column:
        return None
    start = starts[min(issue.line - first_line, len(starts) - 1)]
    at = start + issue.column - 1
    left, right = max(start, at - _BEFORE), at + _AFTER
    shown = _ENDING.split(text[left : right + 1], 1)[0]
    before, after = "…" * (left > start), "…" * (len(shown) > right - left)
    return Excerpt(f"{before}{shown[: right - left]}{after}", at - left + len(before) + 1)
