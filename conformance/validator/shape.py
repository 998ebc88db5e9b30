"""The shape of R4: which elements, of which JSON types, how many, in which form.

FHIR R4 json.html and the element definitions. Each type is compiled on its first use into one
closure; a closure returns what it found with steps relative to its own value, and whoever called it
adds its step, so that a resource without faults builds no paths at all.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from conformance.definitions import Constraint, Element, Type, all_types, resource_types
from conformance.says import says, shown

from .bindings import bound, required_set
from .invariants import SIMPLE_QUANTITY, SPOILS, Judge, judge_of
from .primitives import FORMATS, PLAIN, Test, json_type_fault
from .references import targeted
from .resources import resource_rule_faults, rules_of
from .rules import OK, Finding, Findings, Step, under
from .scope import Check, Scope
from .types import EXTRAS

# Snapshot and differential hold the same element under the same id.
_SHARING_IDS = frozenset({"ElementDefinition"})


class Slot(NamedTuple):
    """One JSON property: the check of a value, the FHIRPath step, whether values stand in an array.

    `holds` is what says at once that a value is right, where the format of a primitive is all there
    is to judge. No element of base R4 has a maximum between one and many.
    """

    check: Check
    step: str
    is_array: bool
    holds: Test | None = None


class Sibling(NamedTuple):
    """The property `_x` beside a primitive `x`, which is `key`.

    `value_set` is that of a required binding, for which no extension stands in.
    """

    key: str
    step: str
    is_array: bool
    value_set: str


def resource_check(value: Any, scope: Scope) -> Findings:
    """Judge a resource inside another that is its own root: in a Bundle, in Parameters."""
    if type(value) is not dict:
        return (json_type_fault("a-resource", value),)
    return resource_faults(value, scope.of_root(value))


def resource_faults(value: dict[str, Any], scope: Scope) -> Findings:
    """Judge a resource by its resourceType."""
    name = value.get("resourceType")
    if name is None:
        return (Finding("resource-type-required", says("resource-type-required")),)
    if type(name) is not str or name not in _known_resources():
        hint = scope.hints.nearest(name, resource_types())
        sentence = says("resource-type-known", name=shown(name), hint=hint)
        return (Finding("resource-type-known", sentence),)
    found = object_check(name)(value, scope)
    if not scope.ruled or (scope.library is None and not rules_of(name)):
        return found
    if any(finding.rule in SPOILS or finding.rule == "resource-type-known" for finding in found):
        return found
    return [*found, *resource_rule_faults(name, value, scope)]


@cache
def _known_resources() -> frozenset[str]:
    return frozenset(resource_types())


def _contained_check(value: Any, scope: Scope) -> Findings:
    """Judge a contained resource. FHIR R4 references.html, section 2.3.0.2."""
    if type(value) is not dict:
        return (json_type_fault("a-resource", value),)
    found = list(resource_faults(value, scope.of_contained(value)))
    if "id" not in value:
        found.append(Finding("contained-id", says("contained-id")))
    return found


@cache
def object_check(type_name: str) -> Check:
    """Return the check of a complex type, a backbone element (by path) or a resource type."""
    compiled: _Shape | None = None

    def check(value: Any, scope: Scope) -> Findings:
        nonlocal compiled
        if type(value) is not dict:
            return (json_type_fault("an-object", value),)
        shape = compiled = compiled or _Shape(all_types()[type_name])
        if len(value) < 2 and not shape.is_resource and (not value or "id" in value):
            return (_nothing_in(value),)
        found: list[Finding] = []
        slot_of = shape.slots.get
        for key, child in value.items():
            slot = slot_of(key)
            if slot is None:
                found += shape.sibling_or_stranger(key, child, value, scope)
                continue
            judge, step, is_array, holds = slot
            if is_array:
                found += _array_faults(key, child, value, slot, scope)
            elif (holds is None or not holds(child)) and (faults := judge(child, scope)):
                found += under(step, faults)
        if shape.required:
            found += shape.missing(value)
        if shape.choices and not shape.choices.keys().isdisjoint(value):
            found += shape.double_choices(value)
        if shape.more is not None:
            found += shape.more(value, scope)
        if shape.judge is not None and scope.judging:
            found += shape.judge(value, scope, found)
        return found

    return check


def _nothing_in(value: dict[str, Any]) -> Finding:
    return Finding("ele-1", says("only-an-id" if value else "nothing-inside"))


def _array_faults(
    key: str, child: Any, parent: dict[str, Any], slot: Slot, scope: Scope
) -> Iterable[Finding]:
    """Judge the items of a repeating element; null is a gap where `_x` has something."""
    check, step, _, holds = slot
    if type(child) is not list:
        return under(step, [json_type_fault("an-array", child)])
    if not child:
        return under(step, [Finding("empty-array", says("empty-array"))])
    if holds is not None and all(map(holds, child)):
        return OK
    found: list[Finding] = []
    for index, item in enumerate(child):
        faults = check(item, scope)
        if faults and not (item is None and _has_item(parent.get("_" + key), index)):
            found += under(f"[{index}]", faults)
            scope.surplus.cut(found)
    return under(step, found) if found else OK


def _has_item(array: Any, index: int) -> bool:
    return type(array) is list and index < len(array) and array[index] is not None


class _Shape:
    """The compiled tables of one type."""

    __slots__ = (
        "choices",
        "is_resource",
        "judge",
        "more",
        "name",
        "required",
        "siblings",
        "slots",
    )

    def __init__(self, kind: Type) -> None:
        self.name = kind.name
        self.is_resource = kind.kind == "resource"
        self.slots: dict[str, Slot] = {}
        self.siblings: dict[str, Sibling] = {}
        self.choices: dict[str, str] = {}
        self.required: list[tuple[str, str, frozenset[str]]] = []
        for element in kind.elements:
            self._add(element)
        if self.is_resource:
            self.slots["resourceType"] = Slot(lambda _value, _scope: OK, ".resourceType", False)
        self.more = EXTRAS.get("DomainResource" if "contained" in self.slots else kind.name)
        self.judge: Judge | None = judge_of(kind.constraints, kind.name)

    def _add(self, element: Element) -> None:
        name = f".{element.name}"
        for key, type_name in element.json_keys().items():
            check = _element_check(element, type_name)
            if key == "id" and not self.is_resource and self.name not in _SHARING_IDS:
                check = _unique_id(check)
            plain = check is PLAIN.get(type_name)
            holds = FORMATS[type_name].holds if plain else None
            slot = Slot(check, Step(name, key), element.max != 1, holds)
            self.slots[key] = slot
            if _is_primitive(type_name) and element.xml == "":
                step, value_set = Step(name, "_" + key), required_set(element, type_name)
                self.siblings["_" + key] = Sibling(key, step, slot.is_array, value_set)
                if element.choice:
                    self.choices["_" + key] = element.name
            if element.choice:
                self.choices[key] = element.name
        if element.min:
            key, *others = element.json_keys()
            siblings = (f"_{each}" for each in (key, *others))
            self.required.append((element.name, key, frozenset((*others, *siblings))))

    def missing(self, value: dict[str, Any]) -> list[Finding]:
        """Say which required elements are not there."""
        return [
            Finding("required-element", says("required-element", type=self.name, name=name))
            for name, key, others in self.required
            if key not in value and others.isdisjoint(value)
        ]

    def double_choices(self, value: dict[str, Any]) -> Iterable[Finding]:
        """Say which choice elements have a value of more than one type."""
        given = [key for key in value if key in self.choices]
        if len(given) < 2:
            return OK
        taken: dict[str, dict[str, str]] = {}
        for key in given:
            base = key.lstrip("_")
            taken.setdefault(self.choices[key], {})[base] = base if base in value else key
        return [_double(name, keys) for name, keys in taken.items() if len(keys) > 1]

    def sibling_or_stranger(
        self, key: str, child: Any, parent: dict[str, Any], scope: Scope
    ) -> Iterable[Finding]:
        """Judge a property that is no element: `_x` beside a primitive, or unknown."""
        sibling = self.siblings.get(key)
        if sibling is None:
            hint = scope.hints.nearest(key, self.slots)
            sentence = says("unknown-element", type=self.name, name=shown(key), hint=hint)
            return under(Step(f".{key[:60]}", key), [Finding("unknown-element", sentence)])
        judge = _sibling_array_faults if sibling.is_array else _sibling_faults
        return under(sibling.step, judge(child, parent.get(sibling.key), sibling.value_set, scope))


def _double(name: str, keys: dict[str, str]) -> Finding:
    """Say which values a choice has, at the property that came first."""
    finding = Finding("single-choice", says("single-choice", name=name, keys=sorted(keys)))
    finding.steps.append(Step(f".{name}", next(iter(keys.values()))))
    return finding


def _is_primitive(type_name: str) -> bool:
    return all_types()[type_name].kind == "primitive-type"


def _element_check(element: Element, type_name: str) -> Check:
    """Combine what the type, the binding, the targets and the invariants of an element say."""
    if type_name == "Resource":
        return _contained_check if element.name == "contained" else resource_check
    primitive = _is_primitive(type_name)
    check = PLAIN[type_name] if primitive else object_check(type_name)
    check = bound(element, type_name, check)
    if type_name == "Reference":
        check = targeted(element.targets, check)
    constraints = _constraints(element, type_name)
    if element.simple and type_name == "Quantity":
        constraints = (*constraints, SIMPLE_QUANTITY)
    judge = judge_of(constraints, type_name)
    return check if judge is None else _judged(check, judge)


def _unique_id(check: Check) -> Check:
    """An id of an element is unique within its resource. FHIR R4 element.html, section 2.24.0.1."""

    def judge(value: Any, scope: Scope) -> Findings:
        found = check(value, scope)
        if found or scope.is_new_id(value):
            return found
        return (Finding("element-id-unique", says("element-id-unique", id=shown(value))),)

    return judge


def _constraints(element: Element, type_name: str) -> tuple[Constraint, ...]:
    """Return the invariants of an element; one that reuses a backbone has its own, or its origin's.

    Where R4 states some at a content reference they repeat those of the origin under other keys.
    """
    parent, _, name = type_name.rpartition(".")
    if element.constraints or not parent:
        return element.constraints
    return all_types()[parent].by_name[name].constraints


def _judged(check: Check, judge: Judge) -> Check:
    def both(value: Any, scope: Scope) -> Findings:
        found = check(value, scope)
        return [*found, *judge(value, scope, found)] if scope.judging else found

    return both


def _sibling_faults(child: Any, value: Any, value_set: str, scope: Scope) -> Findings:
    """Judge `_x`: an Element that carries an extension, or an id beside a value."""
    if type(child) is dict and value is not None and child.keys() == {"id"}:
        return _unique_id(PLAIN["string"])(child["id"], scope)
    found = object_check("Element")(child, scope)
    if value is None and value_set and not found:
        return (Finding("required-binding", says("code-absent", value_set=value_set)),)
    return found


def _sibling_array_faults(
    child: Any, values: Any, value_set: str, scope: Scope
) -> Iterable[Finding]:
    """Judge `_x` beside a repeating `x`: as long as it, null where there is nothing to add."""
    if type(child) is not list:
        return [json_type_fault("an-array", child)]
    if not child:
        return [Finding("empty-array", says("empty-array"))]
    if type(values) is list and len(values) != len(child):
        sentence = says("sibling-length", values=len(values), siblings=len(child))
        return [Finding("sibling-length", sentence)]
    found: list[Finding] = []
    for index, item in enumerate(child):
        value = values[index] if type(values) is list else None
        if item is not None:
            found += under(f"[{index}]", _sibling_faults(item, value, value_set, scope))
        elif type(values) is not list:
            found += under(f"[{index}]", [Finding("null-value", says("null-alone"))])
    return found
