"""Findings that follow from others, or say the same as others.

Whoever mends the cause is rid of what follows from it, too; what is the same is said once.

Asked only about findings. Said is what is certain from the sentences: an element, or a slice of it,
is missing because it is misspelt; an element is missing because one of its slices is, or because
it is the one by which the slice of its holder would be told; an extension is empty because a part
of it is missing; an invariant speaks of an element that is broken; a contained resource is unused
because the reference to it has a typing error.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conformance.issue import SEVERITIES, Issue, Told
from conformance.says import Says

_BREAKS = frozenset({"unknown-element", "json-type", "null-value", "value-format", "empty-array"})
_LACKS = ("slice-min", "profile-min")
_WORD = re.compile(r"[a-z]\w*")


def grouped(findings: Sequence[Told]) -> list[Issue]:
    """The issues of findings, each with its cause in `group` where it follows from another."""
    causes = _Causes(findings)
    return [causes.named(told) for told in findings]


class _Causes:
    """The findings that others may follow from, by where those would stand."""

    def __init__(self, findings: Sequence[Told]) -> None:
        self._broken: dict[str, list[Told]] = defaultdict(list)  # by the place of the holder
        self._lacking: dict[str, list[Told]] = defaultdict(list)  # so, slices before elements
        self._slices: dict[tuple[str, str], Told] = {}  # by the value in none, what it is told by
        self._reference: Told | None = None
        for told in findings:
            rule, place = told.issue.rule, told.issue.expression
            if rule in _BREAKS:
                self._broken[place.rpartition(".")[0]].append(told)
            elif rule == "ref-1":
                self._reference = self._reference or told
            elif rule in _LACKS:
                self._lacking[place].append(told)
            if rule in ("slice-unmatched", "slice-min"):
                self._slices.setdefault(_awaited(told), told)
        for lacks in self._lacking.values():
            lacks.sort(key=lambda told: _LACKS.index(told.issue.rule))

    def named(self, told: Told) -> Issue:
        """The issue of a finding with the name of its cause, as far as it has one."""
        cause = None if told.issue.group else next(self._of(told), None)
        return replace(told.issue, group=_name(cause.issue)) if cause else told.issue

    def _of(self, told: Told) -> Iterator[Told]:
        key, args, place = told.says.key, told.says.args, told.issue.expression
        if key == "contained-unused" and self._reference:
            yield self._reference
        elif key in ("required-element", "profile-min"):
            yield from self._misspelt(place, args["name"])
            if awaiting := self._slices.get((place, args["name"])):
                yield awaiting
            yield from self._missing_slices(place, args["name"])
        elif key in ("slice-min", "slice-unmatched"):
            yield from self._misspelt(*_awaited(told))
            yield from self._misspelt(place, args.get("name", ""))
        elif key == "extension-has-neither":
            yield from self._misspelt(place, "value")
            yield from self._misspelt(place, "extension")
            yield from self._lacking.get(place, ())
        elif key == "invariant":
            broken = self._broken.get(place, ())
            spoken_of = set(_WORD.findall(args["expression"])) if broken else set()
            yield from (each for each in broken if not spoken_of.isdisjoint(_names(each)))

    def _misspelt(self, place: str, name: str) -> Iterator[Told]:
        """The elements of an object that were meant to be this one, or its value of some type."""
        for each in self._broken.get(place, ()):
            if any(meant == name or _is_choice_of(meant, name) for meant in _names(each)[1:]):
                yield each

    def _missing_slices(self, place: str, name: str) -> Iterator[Told]:
        """The slices of an element that an object lacks."""
        for each in self._lacking.get(place, ()):
            if each.issue.rule == "slice-min" and each.says.args["name"] == name:
                yield each


def _awaited(told: Told) -> tuple[str, str]:
    """The place of the value that comes nearest to a slice, and the element that it lacks for it.

    Both are empty where there is no such value, or where it has the element with another value.
    """
    nearest = told.says.args.get("nearest") or told.hint
    args = nearest.args if nearest else {}
    if not isinstance(args.get("found"), Says):
        return "", ""
    word = _WORD.match(args["path"])
    return args.get("place", told.issue.expression), word[0] if word else ""


# Rules that one fault breaks together, the plainest first.
_TOGETHER = (("required-binding", "profile-binding"), ("profile-value-type", "slice-unmatched"))
_RANKS = {rule: (group, rank) for group in _TOGETHER for rank, rule in enumerate(group)}


def said_once(issues: Sequence[Issue]) -> list[Issue]:
    """The issues without those about a value of which a worse one says the same.

    What followed from one that is left out follows from the one that stays.
    """
    if len(issues) < 2:
        return list(issues)
    worst: dict[tuple[str, ...], Issue] = {}
    for issue in sorted(issues, key=_badness):
        if issue.rule in _RANKS:
            worst.setdefault(_fault(issue), issue)
    kept = []
    stands_for: dict[str, str] = {}
    for issue in issues:
        said = worst.get(_fault(issue), issue) if issue.rule in _RANKS else issue
        if _badness(said) == _badness(issue):
            kept.append(issue)
        else:
            stands_for[_name(issue)] = _name(said)
    return [replace(i, group=stands_for[i.group]) if i.group in stands_for else i for i in kept]


def _fault(issue: Issue) -> tuple[str, ...]:
    return issue.pointer, *_RANKS[issue.rule][0]


def _badness(issue: Issue) -> tuple[int, int]:
    return SEVERITIES.index(issue.severity), _RANKS[issue.rule][1] if issue.rule in _RANKS else 0


def _name(issue: Issue) -> str:
    return f"{issue.rule} {issue.expression}".strip()


def _is_choice_of(key: str, name: str) -> bool:
    """Whether a JSON property is one of a choice: `valueString` of `value`."""
    return key.startswith(name) and key[len(name) :][:1].isupper()


def _names(cause: Told) -> list[str]:
    """The name of an element that is broken, and of the one it was meant to be."""
    name = re.sub(r"(?:\[\d+\])?$", "", cause.issue.expression).rpartition(".")[2]
    hint = cause.says.args.get("hint")
    return [name, *([hint.args["name"]] if hint and "name" in hint.args else [])]
