"""One validation: the library, the resource around a value, and what was judged already."""

from collections.abc import Callable
from typing import Any, TypeAlias

from conformance.fhirpath import Node
from conformance.issue import MOST_FINDINGS, worst

from .codes import member_of
from .finding import Finding, finding, is_error
from .options import Options
from .program import Json, Program
from .targets import Targets

Judge: TypeAlias = Callable[[Node, "Session", list[Finding]], None]
"""Judges one value and appends what it finds."""


class Session:
    """The judging of one resource, with all that stands in it."""

    def __init__(self, root: Node, program: Program, options: Options) -> None:
        self.root = root
        self.program = program
        self.terminology = program.terminology
        self.options = options
        self.targets = Targets(root, options.resolve)
        self.surplus = 0
        self._found: dict[tuple[int, str], list[Finding]] = {}
        self._said: set[str] = set()

    def first_time(self, what: str) -> bool:
        """Whether this is said for the first time: what is wrong with a profile is said once."""
        is_new = what not in self._said
        self._said.add(what)
        return is_new

    def keep_worst(self, found: list[Finding]) -> None:
        """Let go of what no answer holds; it is counted in `surplus`."""
        if len(found) > 2 * MOST_FINDINGS:
            found[:], more = worst(found)
            self.surplus += more

    def findings(self, node: Node, canonical: str) -> list[Finding]:
        """What is wrong with a value against a profile, judged once.

        Profiles that lead back to a value they are judging find nothing there: the first judging
        says it all.
        """
        if type(node.value) is not dict:
            return self._judged(node, canonical)
        key = (id(node.value), canonical)
        found = self._found.get(key)
        if found is None:
            self._found[key] = []
            found = self._found[key] = self._judged(node, canonical)
        return found

    def conforms(self, node: Node, canonical: str) -> bool | None:
        """Whether a value has no error against a profile; None when the profile is not at hand."""
        if self.program.structure(canonical) is None:
            return None
        return not any(map(is_error, self.findings(node, canonical)))

    def _judged(self, node: Node, canonical: str) -> list[Finding]:
        found: list[Finding] = []
        judge: Judge | None = self.program.judge(canonical)
        if judge is not None:
            judge(node, self, found)
        elif (why := self.program.why_broken(canonical)) is not None:
            severity = self.options.broken_profile
            found.append(
                finding("profile-broken", node, profile=canonical, why=why, severity=severity)
            )
        elif (unknown := self.options.unknown_profile) != "ignore":
            found.append(finding("profile-unknown", node, profile=canonical, severity=unknown))
        return [f if f.profile else f._replace(profile=canonical) for f in found]

    def environment(self, node: Node, frame: Node | None = None) -> Json:
        """The options of FHIRPath for a node; `frame` is where `%resource` is looked for."""
        own = around = (frame or node).resource()
        while around.key == "contained" and around.parent is not None:
            around = around.parent
        return {
            "root": around.value,
            "environment": {"resource": own},
            "resolve": self.targets.named,
            "terminology": self._member_of,
            "profiles": self._conforms_to,
        }

    def _member_of(self, value: Any, type_name: str, value_set: str) -> bool | None:
        return member_of(self.terminology, Node(value, type_name), value_set)

    def _conforms_to(self, value: Any, type_name: str, canonical: str) -> bool | None:
        if self.program.structure(canonical) is None:
            return None
        return not any(map(is_error, self._judged(Node(value, type_name), canonical)))
