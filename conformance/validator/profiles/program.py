"""The profiles of a library, each compiled when it is first judged."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeAlias

from conformance.packages import Library
from conformance.says import SaidError, Says
from conformance.terminology import Terminology
from conformance.validator.rules import Finding
from conformance.validator.scope import Hints, Scope
from conformance.validator.shape import resource_faults

from .definition import Definition, tree

Json: TypeAlias = dict[str, Any]


class Program:
    """What is made of the definitions of a library: trees, and judges of a kind.

    A profile is one of: known, unknown (nothing here has its URL), broken (see `why_broken`).
    """

    def __init__(self, library: Library, compiler: Callable[[Definition], Any]) -> None:
        self.library = library
        self.terminology = library.derived(Terminology)
        self._compiler = compiler
        self._structures: dict[str, Json] = {}
        self._broken: dict[str, Says] = {}
        # By the identity of their structures, which the library keeps.
        self._trees: dict[int, Definition] = {}
        self._judges: dict[int, Any] = {}
        self.no_system = lru_cache(maxsize=4096)(self._no_system)

    def structure(self, canonical: str) -> Json | None:
        """A StructureDefinition with its snapshot; None when it is unknown or broken."""
        if canonical in self._structures:
            return self._structures[canonical]
        if canonical in self._broken:
            return None
        try:
            structure = self.library.structure(canonical)
        except SaidError as error:
            self._broken[canonical] = error.says
            return None
        if structure is None:
            return None
        if fault := _fault_of(structure):
            self._broken[canonical] = fault
            return None
        self._structures[canonical] = structure
        return structure

    def why_broken(self, canonical: str) -> Says | None:
        """Why a profile cannot be used: it is no StructureDefinition, or has no snapshot."""
        self.structure(canonical)
        return self._broken.get(canonical)

    def tree(self, canonical: str) -> Definition | None:
        """The definitions of a profile, or of a type by its name; None without a structure."""
        structure = self.structure(canonical)
        return None if structure is None else self._tree(structure)

    def judge(self, canonical: str) -> Any:
        """The compiled judge of a profile; None without a structure."""
        structure = self.structure(canonical)
        if structure is None:
            return None
        if id(structure) not in self._judges:
            self._judges[id(structure)] = self._compiler(self._tree(structure))
        return self._judges[id(structure)]

    def _tree(self, structure: Json) -> Definition:
        if id(structure) not in self._trees:
            self._trees[id(structure)] = tree(structure)
        return self._trees[id(structure)]

    def _no_system(self, system: str) -> str:
        """The key of the sentence why a `Coding.system` names no code system; empty if it may."""
        if ":" not in system:
            return "code-system"
        find = self.library.find
        is_set = find(system, "ValueSet") is not None and find(system, "CodeSystem") is None
        return "code-system-value-set" if is_set else ""


def _fault_of(structure: Json) -> Says | None:
    """What is wrong with the shape of a definition that is not built in, so that it can be read.

    Judging relies on JSON types, and on what `_RELIED_ON` names; what else is wrong with a
    definition is no reason not to judge by it.
    """
    if structure is Library.built_in().find(structure["url"], "StructureDefinition"):
        return None
    found = resource_faults(structure, Scope(structure, judging=False, hints=Hints()))
    return next((f.says for f in found if _is_unreadable(f)), None)


_RELIED_ON = frozenset({"code", "path", "type"})


def _is_unreadable(finding: Finding) -> bool:
    if finding.rule == "required-element":
        return finding.says.args.get("name") in _RELIED_ON
    return finding.rule in ("json-type", "null-value")
