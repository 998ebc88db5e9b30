"""Stored SearchParameter resources: whether one can be used, and which of all are in effect.

Only active ones count. R4's and the service's own parameters stand: a stored definition of one of
them changes nothing, and is asked nothing. Of several definitions of one parameter that which is in
effect stays. What a composite refers to may arrive later: until then it is not in effect.

Source: FHIR R4 searchparameter.html.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from conformance.definitions import SearchParameter, is_a, resource_types, search_parameters
from conformance.fhirpath import FhirPathError
from conformance.fhirpath import compile as compile_path
from conformance.issue import Issue

from .catalogue import Definition, Part, Unused, catalogue
from .parameters import defined_parameters, loaded_parameter
from .paths import alternatives
from .readable import KINDS, can_read
from .service import service_parameters

Json = dict[str, Any]

CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
LONGEST_EXPRESSION = 4_000
MOST_DEFINITIONS = 2_000
USABLE = (*KINDS, "composite")
COMPONENTS = (2, 3)  # each multiplies the entries of an element
AHEAD = ("token", "reference")
LAST = ("date", "quantity", "reference", "string", "token")
SERVERS_OWN = frozenset({"id", "meta.lastUpdated", "meta.versionId"})
UNSAID = "To be used it says url, code, type and base, and of each component what it is."
UNUSABLE = (
    "What a parameter of type {} finds stands in no expression: it needs a server made for it. A "
    f"parameter stored here is of type {', '.join(USABLE)}."
)
RULE = "unusable-search-parameter"


class Problem(NamedTuple):
    """Why a definition cannot be used, and which element says so."""

    element: str
    sentence: str


def findings(resource: Json) -> list[Issue]:
    """What keeps an active SearchParameter from being used; nothing about any other resource."""
    if resource.get("resourceType") != "SearchParameter" or resource.get("status") != "active":
        return []
    if not _says_what_it_is(resource):
        return [Issue(RULE, "error", "required", "SearchParameter", UNSAID)]
    types = types_of(resource)
    if not types:
        return []
    known = _known(d for d in catalogue().definitions if d.id != resource.get("id"))
    found = [
        Issue(RULE, "error", "invalid", f"SearchParameter.{problem.element}", problem.sentence)
        for problem in problems(resource, types, known)
    ]
    missing = [] if found else list(_missing(resource, known))
    return found + [Issue(RULE, "warning", "not-found", "", sentence) for sentence in missing]


def settle(
    resources: Iterable[Json], before: Iterable[Definition]
) -> tuple[tuple[Definition, ...], tuple[Unused, ...]]:
    """Which of the stored SearchParameters are in effect, and why others are not.

    `before` are those in effect until now. `since` is left for who knows the epoch.
    """
    before = list(before)
    first = {d.id for d in before}
    active = sorted(
        (r for r in resources if r.get("status") == "active" and _says_what_it_is(r)),
        key=lambda r: (r["type"] == "composite", r["id"] not in first, r["id"]),
    )
    settling = _Settling(before)
    for resource in active:
        settling.take(resource)
    return tuple(settling.used), tuple(settling.unused)


class _Settling:
    """The definitions in effect so far; composites come last, when all others are known."""

    def __init__(self, before: Iterable[Definition]) -> None:
        self.used: list[Definition] = []
        self.unused: list[Unused] = []
        self._before = {d.id: replace(d, since=0) for d in before}
        self._known = _known(())
        self._taken: dict[tuple[str, str], str] = {}

    def take(self, resource: Json) -> None:
        """Put one definition into effect for the types that lack its code, or say why not."""
        code = resource["code"]
        every = _concrete(resource)
        free = types_of(resource)
        if standard := sorted(set(every) - set(free)):
            self._leave(resource, standard, "R4 or the service defines it")
        owners = {type_: self._taken[type_, code] for type_ in free if (type_, code) in self._taken}
        for owner in sorted(set(owners.values())):
            theirs = [type_ for type_ in free if owners.get(type_) == owner]
            self._leave(resource, theirs, f"SearchParameter/{owner} defines it")
        types = [type_ for type_ in free if type_ not in owners]
        if not types:
            return
        if reason := self._reason(resource, types):
            self._leave(resource, types, reason)
            return
        made = _definition(resource, types, self._known)
        self.used.append(made)
        self._known |= _known_as(made)
        self._taken |= {(type_, code): resource["id"] for type_ in types}

    def _reason(self, resource: Json, types: list[str]) -> str:
        """Why a definition cannot be in effect, "" when it can."""
        if missing := next(_missing(resource, self._known), ""):
            return missing
        if len(self.used) >= MOST_DEFINITIONS:
            return f"{MOST_DEFINITIONS:,} others are in use, which is the limit"
        if "expression" in resource:  # what is in effect as it stands was examined before
            same = self._before.get(resource["id"])
            if same and same == _definition(resource, types, self._known):
                return ""
        return next((p.sentence for p in problems(resource, types, self._known)), "")

    def _leave(self, resource: Json, types: Iterable[str], reason: str) -> None:
        self.unused.append(Unused(resource["id"], resource["code"], tuple(types), reason))


def _says_what_it_is(resource: Json) -> bool:
    """Whether what counts has a value, where FHIR lets an extension stand in its place."""
    said = [resource.get(name) for name in ("url", "code", "type")] + resource.get("base", [None])
    for component in resource.get("component", ()):
        said += [component.get("definition"), component.get("expression")]
    return all(said)


def types_of(resource: Json) -> list[str]:
    """The types a definition gives a new parameter: those that its expression reads."""
    expression = resource.get("expression", "")
    new = [t for t in _concrete(resource) if resource["code"] not in defined_parameters(t)]
    return [t for t in new if alternatives(expression, t)] or new


def _concrete(resource: Json) -> list[str]:
    bases = resource["base"]
    return [t for t in resource_types() if any(is_a(t, base) for base in bases)]


def problems(
    resource: Json, types: Collection[str], known: Mapping[str, Part]
) -> Iterator[Problem]:
    """What is wrong with a definition for some types; components not known are no fault of it."""
    if not CODE.fullmatch(resource["code"]):
        yield Problem(
            "code",
            "To be searched by, a code begins with a letter, and goes on with at most 63 letters, "
            "digits, - and _.",
        )
    kind = resource["type"]
    if kind not in USABLE:
        yield Problem("type", UNUSABLE.format(kind))
        return
    expression = resource.get("expression", "")
    if not expression or len(expression) > LONGEST_EXPRESSION:
        yield Problem(
            "expression", f"It needs an expression of at most {LONGEST_EXPRESSION:,} characters."
        )
        return
    found = list(_unreadable(resource, types, known))
    yield from found
    if not found and kind == "composite":
        yield from _misfits(resource, known)


def _unreadable(
    resource: Json, types: Collection[str], known: Mapping[str, Part]
) -> Iterator[Problem]:
    """What is wrong with the expressions; types for which they are the same are looked at once."""
    reading = {alternatives(resource["expression"], type_): type_ for type_ in types}
    for paths, type_ in reading.items():
        if sentence := _fault(resource, type_, paths, known):
            yield Problem("expression", sentence)
            return


def _fault(resource: Json, type_: str, paths: tuple[str, ...], known: Mapping[str, Part]) -> str:
    """Why the expressions cannot be used for a type, "" when they can."""
    if not paths:
        return f"The expression finds nothing in a resource of {type_}."
    own = {path.removeprefix(f"{type_}.").removeprefix("Resource.") for path in paths}
    if own & SERVERS_OWN:
        return f"{min(own & SERVERS_OWN)} is set by the server; search by _id or _lastUpdated."
    try:
        for path in paths:
            compile_path(path, type_, strict=True)
        for part in resource.get("component", ()):
            compile_path(part["expression"])
    except FhirPathError as error:
        return f"The expression is no FHIRPath of {type_}: {error}."
    if resource["type"] == "composite":
        return ""
    kinds = loaded_parameter(type_, _definition(resource, [type_], known)).kinds
    if can_read(resource["type"], kinds):
        return ""
    return (
        f"A parameter of type {resource['type']} cannot read {', '.join(sorted(kinds))}, which the "
        f"expression gives for {type_}."
    )


def _misfits(resource: Json, known: Mapping[str, Part]) -> Iterator[Problem]:
    """Components that cannot be searched together."""
    given = resource.get("component", ())
    if len(given) not in COMPONENTS:
        yield Problem("component", "A composite has two or three components here.")
        return
    for i, component in enumerate(given):
        fitting = LAST if i == len(given) - 1 else AHEAD
        part = known.get(_plain(component["definition"]))
        if part and part.type not in fitting:
            yield Problem(
                f"component[{i}]",
                f"Component {i + 1} is of type {part.type}; here it can be {', '.join(fitting)}.",
            )


def _missing(resource: Json, known: Mapping[str, Part]) -> Iterator[str]:
    for component in resource.get("component", ()):
        if _plain(component["definition"]) not in known:
            yield (
                f"It takes effect once there is an active SearchParameter {component['definition']}"
            )


def _known(loaded: Iterable[Definition]) -> dict[str, Part]:
    """What a component may refer to, by URL; its own expression is yet to be said."""
    known = dict(_standard())
    for definition in loaded:
        known |= _known_as(definition)
    return known


def _known_as(d: Definition | SearchParameter) -> dict[str, Part]:
    return {d.url: Part(d.url, d.code, d.type, d.expression or "", "", d.target)}


@cache
def _standard() -> dict[str, Part]:
    own = (o.definition for o in service_parameters())
    return {d.url: part for d in (*search_parameters(), *own) for part in _known_as(d).values()}


def _definition(resource: Json, types: Iterable[str], known: Mapping[str, Part]) -> Definition:
    parts = (
        replace(known[_plain(component["definition"])], expression=component["expression"])
        for component in resource.get("component", ())
        if resource["type"] == "composite"
    )
    return Definition(
        id=resource.get("id", ""),
        url=resource["url"],
        code=resource["code"],
        type=resource["type"],
        types=tuple(types),
        expression=resource["expression"],
        target=tuple(filter(None, resource.get("target", ()))),
        description=resource.get("description", ""),
        phonetic=resource["type"] == "string" and resource.get("xpathUsage") == "phonetic",
        parts=tuple(parts),
    )


def _plain(canonical: str) -> str:
    return canonical.partition("|")[0]
