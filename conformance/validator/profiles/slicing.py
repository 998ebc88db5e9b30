"""Slices: how many values are in each, in which order, and what they have to be.

FHIR R4 profiling.html, section 5.1.0.12.
"""

from collections.abc import Callable
from typing import Any

from conformance.fhirpath import Node
from conformance.says import says

from .definition import Definition
from .discriminators import Criterion, Found, criterion
from .finding import Finding, finding, is_error
from .nearest import nearest_slice, nearest_value
from .placing import JudgeAll, Placed, Slice, Slices, place, united
from .session import Judge, Session
from .shown import times

_BY_URL = {"discriminator": [{"type": "value", "path": "url"}], "rules": "open"}
_BY_TYPE = {"discriminator": [{"type": "type", "path": "$this"}], "rules": "open"}


def sliced(
    definition: Definition, compile_slice: Callable[[Definition], Judge | None]
) -> JudgeAll | None:
    """The judge of the slices of an element; None when it has none."""
    if not definition.slices:
        return None
    slicing = _slicing_of(definition)
    prepared: list[Slices] = []

    def judge(parent: Node, values: list[Node], session: Session, out: list[Finding]) -> None:
        if not prepared:
            made = [_prepare(each, slicing, compile_slice, session) for each in definition.slices]
            prepared.append(united(made))
        slices = prepared[0]
        _say_undecidable(definition, slices, parent, session, out)
        placed = [place(value, slices, session, out) for value in values]
        _judge_rules(slicing, placed, slices.listed, session, out)
        outside = [p.value for p in placed if p.at is None and not p.perhaps]
        uncertain = {at for p in placed for at in p.perhaps}
        for at, each in enumerate(slices.listed):
            members = [p.value for p in placed if p.at == at]
            if at not in uncertain and not each.holds(len(members)):
                out.append(_miscounted(parent, each, members, outside, session, out))
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
    return Slice(
        name=definition.slice_name,
        element=definition.name,
        least=definition.least,
        most=definition.most,
        criteria=criteria,
        judge=judge,
        judge_all=sliced(definition, compile_slice),
    )


def _by_validity(judge: Judge) -> Criterion:
    """The criterion of a slicing without discriminators: the value is valid in the slice."""

    def test(nodes: list[Node], session: Session) -> bool:
        found: list[Finding] = []
        for node in nodes:
            judge(node, session, found)
        return not any(map(is_error, found))

    return Criterion("$this", (), Found(test, says("valid-in-slice")))


def _say_undecidable(
    definition: Definition, slices: Slices, parent: Node, session: Session, out: list[Finding]
) -> None:
    url, element = definition.url, definition.element.get("id")
    out += [
        finding("slice-undecidable", parent, slice=each.name, url=url)
        for each in slices.undecidable
        if session.first_time(f"{url} {element}:{each.name}")
    ]


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
    for i, (value, at, perhaps) in enumerate(placed):
        if perhaps:
            continue
        if at is None:
            if rules == "closed":
                nearest = nearest_slice(value, slices, session)
                names = [s.name for s in slices]
                out.append(finding("slice-unmatched", value, slices=names, nearest=nearest))
            elif rules == "openAtEnd" and taken and i < taken[-1]:
                out.append(finding("slice-end", value))
        elif slicing.get("ordered") and at < latest:
            before = slices[latest].name
            out.append(finding("slice-order", value, slice=slices[at].name, before=before))
        else:
            latest = max(latest, at)


def _miscounted(
    parent: Node,
    each: Slice,
    members: list[Node],
    outside: list[Node],
    session: Session,
    out: list[Finding],
) -> Finding:
    """Say that a slice has too few or too many values."""
    args: dict[str, Any] = {"name": each.element, "slice": each.name, "found": len(members)}
    if len(members) < each.least:
        hint, nearest = nearest_value(outside, each, session)
        refused = (f for f in out if f.rule == "slice-unmatched" and f.node is nearest)
        cause = next(refused, None)
        least = times(each.least)
        return finding("slice-min", parent, least=least, hint=hint, cause=cause, **args)
    return finding("slice-max", parent, most=times(each.most or 0), **args)
