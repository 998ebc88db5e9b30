"""What tells a slice from others: its discriminators as tests. FHIR R4 profiling.html, 5.1.0.12."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from conformance.definitions import is_a
from conformance.fhirpath import Node
from conformance.fhirpath.model import children_named
from conformance.says import says

from .codes import member_of
from .definition import Definition
from .equality import equals, meets
from .paths import Step, contents, definitions_at, profiles_of, steps_of
from .session import Session
from .shown import shown

Test: TypeAlias = Callable[[list[Node], Session], bool | None]
"""Whether what stands at the path of a discriminator is what the slice asks for there.

None where that cannot be known: a value set or a profile is not at hand.
"""


def every(answers: Iterable[bool | None]) -> bool | None:
    """Whether all are true; None where one is not known and none is false."""
    known = True
    for answer in answers:
        if answer is False:
            return False
        known = known and answer is not None
    return True if known else None


def some(answers: Iterable[bool | None]) -> bool | None:
    """Whether one is true; None where one is not known and none is true."""
    known = True
    for answer in answers:
        if answer:
            return True
        known = known and answer is not None
    return False if known else None


class Found(NamedTuple):
    """What a slice asks for at a path, as a test and in words.

    `exactly` is the text that alone is met, where there is one.
    """

    test: Test
    expected: Any
    exactly: str | None = None


class Criterion(NamedTuple):
    """What a slice asks for at the path of one discriminator."""

    path: str
    steps: tuple[Step, ...]
    found: Found

    @property
    def expected(self) -> Any:
        """What is asked for, in words."""
        return self.found.expected


def criterion(definition: Definition, kind: str, path: str, session: Session) -> Criterion | None:
    """The criterion of a slice for a discriminator of a kind; None when it does not say."""
    steps = steps_of(path)
    if steps is None or kind not in _KINDS:
        return None
    found = _KINDS[kind](definitions_at(definition, steps, session), steps, session)
    if found is None and kind in ("value", "pattern"):
        found = _url_of_profile(definition) if path == "url" else None
        found = found or _by_value_above(definition, steps, session)
    return None if found is None else Criterion(path, steps, found)


def _by_value_above(
    definition: Definition, steps: tuple[Step, ...], session: Session
) -> Found | None:
    """The part of a fixed value or pattern that stands at the path, which is that of the whole."""
    for n in range(len(steps)):
        for holder in definitions_at(definition, steps[:n], session):
            whole = holder.value_of("fixed") or holder.value_of("pattern")
            parts = _parts(whole, steps[n:])
            if parts:
                return _test_of([_Demand(_meets(part), shown(part)) for part in parts])
    return None


def _parts(value: Any, steps: tuple[Step, ...]) -> list[Any]:
    """What stands at a path of element names in a JSON value."""
    found = [value]
    for step in steps:
        inner = [each.get(step.argument) for each in found if isinstance(each, dict)]
        found = [x for each in inner for x in (each if isinstance(each, list) else [each])]
        found = [x for x in found if x is not None and step.kind == "child"]
    return found


def _meets(pattern: Any) -> Callable[[Node, Session], bool]:
    return lambda node, _: meets(node.value, pattern)


def _url_of_profile(definition: Definition) -> Found | None:
    """The url of an extension whose definition is not at hand: that of its profile."""
    urls = [p.partition("|")[0] for p in profiles_of(definition)]
    if not urls:
        return None
    only = urls[0] if len(urls) == 1 else None
    return Found(lambda nodes, _: any(n.value in urls for n in nodes), urls, only)


def _by_value(leaves: list[Definition], _: tuple[Step, ...], session: Session) -> Found | None:
    if leaves and all(d.most == 0 for d in leaves):
        return Found(_must_not_exist, says("no-value"))
    demands = list(_demands(leaves, session, frozenset()))
    return _test_of(demands) if demands else None


def _test_of(demands: list["_Demand"]) -> Found:
    """The test whether each demand is met by one of the nodes."""
    if len(demands) == 1:
        met, expected, exactly = demands[0]

        def test_one(nodes: list[Node], session: Session) -> bool | None:
            if len(nodes) == 1:
                return met(nodes[0], session)
            return some(met(node, session) for node in nodes)

        return Found(test_one, expected, exactly)

    def test(nodes: list[Node], session: Session) -> bool | None:
        return every(some(demand.met(node, session) for node in nodes) for demand in demands)

    return Found(test, [d.expected for d in demands])


class _Demand(NamedTuple):
    """One thing that a value has to be; `exactly` is the text that it is."""

    met: Callable[[Node, Session], bool | None]
    expected: Any
    exactly: str | None = None


def _demands(
    definitions: Iterable[Definition], session: Session, seen: frozenset[int]
) -> Iterator[_Demand]:
    """What the definitions of a value demand: itself, or of what is below it."""
    for definition in definitions:
        if id(definition) in seen:
            continue
        own = list(_own_demands(definition))
        yield from own
        if not own:
            yield from _demands_below(definition, session, seen | {id(definition)})


def _own_demands(definition: Definition) -> Iterator[_Demand]:
    fixed, pattern = definition.value_of("fixed"), definition.value_of("pattern")
    binding = definition.element.get("binding", {})
    if fixed is not None:
        yield _Demand(lambda node, _: equals(node.value, fixed), shown(fixed), _text(fixed))
    elif pattern is not None:
        yield _Demand(_meets(pattern), shown(pattern), _text(pattern))
    elif binding.get("strength") == "required" and binding.get("valueSet"):
        if definition.base is not None and definition.base.binding == _pair(binding):
            return  # every value of base R4 is from it
        value_set = binding["valueSet"]

        def is_member(node: Node, session: Session) -> bool | None:
            return member_of(session.program.terminology, node, value_set)

        yield _Demand(is_member, says("code-of", value_set=value_set))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _pair(binding: dict[str, Any]) -> tuple[str, str]:
    return binding["strength"], binding["valueSet"]


def _demands_below(
    definition: Definition, session: Session, seen: frozenset[int]
) -> Iterator[_Demand]:
    if not definition.children and not profiles_of(definition):
        return
    for content in contents(definition, session):
        if content is not definition and id(content) not in seen:
            yield from _own_demands(content)
        for name, child in content.children.items():
            if name in ("extension", "id"):
                continue
            demanded = [child, *(s for s in child.slices if s.least)]
            for demand in _demands(demanded, session, seen):
                yield _below(name, demand)


def _below(name: str, demand: _Demand) -> _Demand:
    def met(node: Node, session: Session) -> bool | None:
        found: list[Node] = []
        children_named(node, name, found)
        return some(demand.met(each, session) for each in found)

    return _Demand(met, says("at-path", path=name, value=demand.expected))


def _by_existence(leaves: list[Definition], _: tuple[Step, ...], __: Session) -> Found | None:
    if any(d.least for d in leaves):
        return Found(lambda nodes, _: bool(nodes), says("any-value"))
    if leaves and all(d.most == 0 for d in leaves):
        return Found(_must_not_exist, says("no-value"))
    return None


def _must_not_exist(nodes: list[Node], _: Session) -> bool:
    return not nodes


def _by_type(leaves: list[Definition], _: tuple[Step, ...], __: Session) -> Found | None:
    names = sorted({name for d in leaves for name in d.type_names()})
    if not names:
        return None
    expected = says("of-type", types=names)

    def test(nodes: list[Node], _: Session) -> bool:
        return bool(nodes) and all(any(is_a(n.type or "", t) for t in names) for n in nodes)

    return Found(test, expected)


def _by_profile(leaves: list[Definition], steps: tuple[Step, ...], _: Session) -> Found | None:
    resolved = bool(steps) and steps[-1].kind == "resolve"
    profiles = [p for d in leaves for p in ([d.url] if resolved else profiles_of(d))]
    if not profiles:
        return None

    def test(nodes: list[Node], session: Session) -> bool | None:
        known = [node for node in nodes if type(node.value) is dict]
        return some(session.conforms(node, p) for node in known for p in profiles)

    return Found(test, says("of-profile", profiles=profiles))


_KINDS: dict[str, Callable[[list[Definition], tuple[Step, ...], Session], Found | None]] = {
    "value": _by_value,
    "pattern": _by_value,
    "exists": _by_existence,
    "type": _by_type,
    "profile": _by_profile,
}
