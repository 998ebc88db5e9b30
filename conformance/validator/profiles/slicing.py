"""Slices: which value is in which, how many, in which order. FHIR R4 profiling.html, 5.1.0.12."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from conformance.fhirpath import Node
from conformance.says import Says, says

from .definition import Definition
from .discriminators import Criterion, criterion, every
from .finding import Finding, expression_of, finding, is_error
from .likeness import likeness
from .paths import values_at
from .session import Judge, Session
from .shown import shown, times

JudgeAll = Callable[[Node, list[Node], Session, list[Finding]], None]
"""Judges all values of an element, given the node they stand in."""

_BY_URL = {"discriminator": [{"type": "value", "path": "url"}], "rules": "open"}
_BY_TYPE = {"discriminator": [{"type": "type", "path": "$this"}], "rules": "open"}
_DEFAULT = "@default"
_MOST_COMPARED = 100


class Slice(NamedTuple):
    """A slice, ready to judge. Without criteria anything is perhaps in it."""

    definition: Definition
    criteria: list[Criterion]
    judge: Judge | None
    judge_all: JudgeAll | None

    @property
    def name(self) -> str:
        """The name of the slice."""
        return self.definition.slice_name


class Nearest(NamedTuple):
    """The slice a value comes nearest to, the criterion that keeps it out, and what is there.

    `met` is the number of criteria that it meets.
    """

    slice: Slice
    met: int
    failed: Criterion
    found: list[Node]


class Placed(NamedTuple):
    """A value with the number of the slice it is in, or those of the slices it is perhaps in."""

    value: Node
    at: int | None
    perhaps: Sequence[int] = ()


def sliced(
    definition: Definition, compile_slice: Callable[[Definition], Judge | None]
) -> JudgeAll | None:
    """The judge of the slices of an element; None when it has none."""
    if not definition.slices:
        return None
    slicing = _slicing_of(definition)
    prepared: list[Slice] = []

    def judge(parent: Node, values: list[Node], session: Session, out: list[Finding]) -> None:
        if not prepared:
            prepared.extend(
                _prepare(each, slicing, compile_slice, session) for each in definition.slices
            )
        _say_undecidable(definition, prepared, parent, session, out)
        placed = [_place(value, prepared, session, out) for value in values]
        _judge_rules(slicing, placed, prepared, session, out)
        outside = [p.value for p in placed if p.at is None and not p.perhaps]
        for at, each in enumerate(prepared):
            members = [p.value for p in placed if p.at == at]
            if not any(at in p.perhaps for p in placed):
                _judge_count(parent, each, members, outside, session, out)
            if each.judge is not None:
                for member in members:
                    each.judge(member, session, out)
            if each.judge_all is not None:
                each.judge_all(parent, members, session, out)

    return judge


def _slicing_of(definition: Definition) -> dict[str, Any]:
    """The slicing of an element; extensions are sliced by url, choices by type, unless it says."""
    own: dict[str, Any] = definition.element.get("slicing", {})
    if own.get("discriminator"):
        return own
    if definition.name in ("extension", "modifierExtension"):
        return _BY_URL | own
    if definition.base is not None and definition.base.choice:
        return _BY_TYPE | own
    return own


def _prepare(
    definition: Definition,
    slicing: dict[str, Any],
    compile_slice: Callable[[Definition], Judge | None],
    session: Session,
) -> Slice:
    judge = compile_slice(definition)
    listed = slicing.get("discriminator", ())
    found = [criterion(definition, d.get("type", ""), d.get("path", ""), session) for d in listed]
    criteria = [c for c in found if c is not None]
    if not listed and judge is not None:
        criteria = [_by_validity(judge)]
    return Slice(definition, criteria, judge, sliced(definition, compile_slice))


def _by_validity(judge: Judge) -> Criterion:
    """The criterion of a slicing without discriminators: the value is valid in the slice."""

    def test(nodes: list[Node], session: Session) -> bool:
        found: list[Finding] = []
        for node in nodes:
            judge(node, session, found)
        return not any(map(is_error, found))

    return Criterion("$this", (), test, says("valid-in-slice"))


def _say_undecidable(
    definition: Definition, slices: list[Slice], parent: Node, session: Session, out: list[Finding]
) -> None:
    for each in slices:
        if each.criteria or each.name == _DEFAULT:
            continue
        if session.first_time(f"{definition.url} {definition.element.get('id')}:{each.name}"):
            out.append(finding("slice-undecidable", parent, slice=each.name, url=definition.url))


def _place(value: Node, slices: list[Slice], session: Session, out: list[Finding]) -> Placed:
    """Find the slice of a value; say of one in several, or perhaps in some, that it is."""
    answers = [_is_in(value, each, session) for each in slices]
    places = [i for i, answer in enumerate(answers) if answer]
    if len(places) > 1:
        out.append(finding("slice-ambiguous", value, slices=[slices[i].name for i in places]))
    if places:
        return Placed(value, places[0])
    perhaps = [i for i, answer in enumerate(answers) if answer is None]
    if perhaps:
        if names := [slices[i].name for i in perhaps if slices[i].criteria]:
            out.append(finding("slice-unknown", value, slices=names))
        return Placed(value, None, perhaps)
    default = (i for i, each in enumerate(slices) if each.name == _DEFAULT)
    return Placed(value, next(default, None))


def _is_in(value: Node, each: Slice, session: Session) -> bool | None:
    if each.name == _DEFAULT:
        return False
    if not each.criteria:
        return None
    return every(_holds(c, value, session) for c in each.criteria)


def _holds(criterion: Criterion, value: Node, session: Session) -> bool | None:
    return criterion.test(values_at(value, criterion.steps, session), session)


def _judge_rules(
    slicing: dict[str, Any],
    placed: list[Placed],
    slices: list[Slice],
    session: Session,
    out: list[Finding],
) -> None:
    """Closed slicing, values outside at the end only, and the order of slices."""
    rules = slicing.get("rules", "open")
    taken = [i for i, each in enumerate(placed) if each.at is not None]
    latest = -1
    for i, (value, place, perhaps) in enumerate(placed):
        if perhaps:
            continue
        if place is None:
            if rules == "closed":
                out.append(_unmatched(value, slices, session))
            elif rules == "openAtEnd" and taken and i < taken[-1]:
                out.append(finding("slice-end", value))
        elif slicing.get("ordered") and place < latest:
            before = slices[latest].name
            out.append(finding("slice-order", value, slice=slices[place].name, before=before))
        else:
            latest = max(latest, place)


def _judge_count(
    parent: Node,
    each: Slice,
    members: list[Node],
    outside: list[Node],
    session: Session,
    out: list[Finding],
) -> None:
    definition = each.definition
    if len(members) < definition.least:
        hint, nearest = _nearest_of(outside, each, session)
        refused = (f for f in out if f.rule == "slice-unmatched" and f.node is nearest)
        out.append(
            finding(
                "slice-min",
                parent,
                name=definition.name,
                slice=each.name,
                least=times(definition.least),
                found=len(members),
                hint=hint,
                cause=next(refused, None),
            )
        )
    elif definition.most is not None and len(members) > definition.most:
        out.append(
            finding(
                "slice-max",
                parent,
                name=definition.name,
                slice=each.name,
                most=times(definition.most),
                found=len(members),
            )
        )


def _unmatched(value: Node, slices: list[Slice], session: Session) -> Finding:
    """Say of a value in no slice of a closed slicing what keeps it out of the nearest one."""
    names = [s.name for s in slices]
    nearest = _nearest(value, slices, session)
    why = says("no-nearest") if nearest is None else _explained("nearest-slice", nearest)
    return finding("slice-unmatched", value, slices=names, nearest=why)


def _nearest(value: Node, slices: list[Slice], session: Session) -> Nearest | None:
    """The slice of which a value meets the most criteria."""
    best: Nearest | None = None
    for each in slices:
        failed = [c for c in each.criteria if not _holds(c, value, session)]
        met = len(each.criteria) - len(failed)
        if failed and (best is None or met > best.met):
            found = values_at(value, failed[0].steps, session)
            best = Nearest(each, met, failed[0], found)
    return best


def _nearest_of(
    values: list[Node], each: Slice, session: Session
) -> tuple[Says | None, Node | None]:
    """Say of the value that comes nearest to a slice what keeps it out."""
    tried = [(n, value) for value in values if (n := _nearest(value, [each], session))]
    if not tried:
        return None, None
    most = max(nearest.met for nearest, _ in tried)
    alike = [pair for pair in tried if pair[0].met == most][:_MOST_COMPARED]
    nearest, value = max(alike, key=lambda pair: _likeness(*pair)) if len(alike) > 1 else alike[0]
    return _explained("nearest-value", nearest, place=expression_of(value)), value


def _likeness(nearest: Nearest, value: Node) -> float:
    return likeness(value.value, nearest.found, nearest.failed.expected)


def _explained(text: str, nearest: Nearest, **args: str) -> Says:
    """Name the criterion that keeps a value out of a slice."""
    failed = nearest.failed
    return says(
        text,
        **args,
        slice=nearest.slice.name,
        path=failed.path,
        expected=failed.expected,
        found=[_shown(node) for node in nearest.found[:3]] or says("no-value"),
    )


def _shown(node: Node) -> Any:
    is_resource = type(node.value) is dict and "resourceType" in node.value
    return node.type if is_resource else shown(node.value)
