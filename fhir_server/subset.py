"""Parts of a resource: `_summary` and `_elements`.

Mandatory elements stay whatever was asked for, so that what is left is still a resource; those that
modify the meaning of others stay too, except with `_summary=text`, which says "only". The outcome
carries the tag SUBSETTED, so that nobody takes it for the whole.

Source: FHIR R4 search.html, sections 3.1.1.5.7 (_summary) and 3.1.1.5.8 (_elements).
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

from conformance.definitions import Element, is_a, type_named

Json = dict[str, Any]

SUMMARIES = frozenset({"true", "text", "data", "count", "false"})
SUBSETTED = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
    "code": "SUBSETTED",
}
_ALWAYS = frozenset({"resourceType", "id", "meta"})


def subset(resource: Json, summary: str | None, elements: frozenset[str]) -> Json:
    """Pick the part of a resource that was asked for, as a new dict tagged SUBSETTED.

    `summary` is one of `SUMMARIES` or None. `elements` are base-level names, `name` or
    `Patient.name`; those of another type do not concern this one. Where there are any, they decide
    and `summary` does not. Asked for nothing less than all, the resource comes back untagged.
    """
    name = resource["resourceType"]
    if elements:
        return _tagged(_pick(resource, _elements_plan(name, elements)))
    if summary in (None, "false"):
        return dict(resource)
    if summary == "data":
        return _tagged({k: v for k, v in resource.items() if k not in ("text", "_text")})
    return _tagged(_pick(resource, _SUMMARY_PLANS[summary](name)))


def check_elements(type: str, elements: frozenset[str]) -> list[str]:  # noqa: A002
    """Those of `elements` that no base-level element of their type bears, sorted.

    A bare name belongs to `type`, `Observation.code` to Observation.
    """
    return sorted(e for e in elements if not _json_keys(type, e))


def _tagged(part: Json) -> Json:
    meta = dict(part.get("meta", {}))
    tags = meta.get("tag", [])
    if not any(SUBSETTED.items() <= tag.items() for tag in tags):
        meta["tag"] = [*tags, SUBSETTED]
    head: Json = {k: part[k] for k in ("resourceType", "id") if k in part}
    return {**head, "meta": meta, **{k: v for k, v in part.items() if k not in _ALWAYS}}


# A plan says what to keep of a type by JSON name: all of a property (None), or the summary of the
# type of its values ("" for a resource, which says it itself).
_Plan = dict[str, str | None]


def _pick(node: Json, plan: _Plan) -> Json:
    """Keep the properties in a plan, and drop what has nothing left."""
    part: Json = {}
    for key, value in node.items():
        if key in _ALWAYS and "resourceType" in node:
            part[key] = value
        elif key in plan:
            inner = plan[key]
            kept = value if inner is None else _summarize(value, inner)
            if kept not in ({}, []):
                part[key] = kept
    return part


def _summarize(value: Any, type_name: str) -> Any:
    if isinstance(value, list):
        return [kept for item in value if (kept := _summarize(item, type_name))]
    return _pick(value, _summary_plan(type_name or value["resourceType"]))


@cache
def _summary_plan(type_name: str) -> _Plan:
    """`_summary=true`: the elements so marked, and within them again those so marked."""
    kept: dict[str, str | None] = {}
    for element, key, child in _properties(type_name):
        if element.summary or element.min or element.modifier:
            kept[key] = "" if child == "Resource" else child if _has_summary(child) else None
    return kept


def _has_summary(type_name: str) -> bool:
    """Whether a type marks any element; Extension and Narrative do not, and are kept whole."""
    kind = type_named(type_name)
    return kind is not None and any(e.summary for e in kind.elements)


@cache
def _text_plan(type_name: str) -> _Plan:
    return _whole(type_name, lambda e: e.name == "text" or e.min > 0)


@cache
def _count_plan(type_name: str) -> _Plan:
    """`_summary=count` on one resource: none of it, that is, the least that is still a resource."""
    return _whole(type_name, lambda e: e.min > 0)


_SUMMARY_PLANS: dict[str | None, Callable[[str], _Plan]] = {
    "true": _summary_plan,
    "text": _text_plan,
    "count": _count_plan,
}


@lru_cache(maxsize=256)
def _elements_plan(type_name: str, elements: frozenset[str]) -> _Plan:
    asked = {key for e in elements if _concerns(type_name, e) for key in _json_keys(type_name, e)}
    needed = _whole(type_name, lambda e: e.min > 0 or e.modifier)
    return {**needed, **dict.fromkeys(asked), **dict.fromkeys("_" + key for key in asked)}


def _concerns(type_name: str, path: str) -> bool:
    owner, dot, _ = path.rpartition(".")
    return not dot or is_a(type_name, owner)


def _json_keys(type_name: str, path: str) -> frozenset[str]:
    """JSON properties of a base-level element: `value`, `value[x]`, `Observation.valueString`."""
    owner, dot, name = path.rpartition(".")
    kind = type_named(owner if dot else type_name)
    if kind is None or kind.kind != "resource":
        return frozenset()
    if element := kind.by_name.get(name.removesuffix("[x]")):
        return frozenset(element.json_keys())
    return frozenset({name} & kind.by_json_key.keys())


def _whole(type_name: str, wanted: Callable[[Element], bool]) -> _Plan:
    return {key: None for element, key, _ in _properties(type_name) if wanted(element)}


def _properties(type_name: str) -> Iterator[tuple[Element, str, str]]:
    """(element, JSON name, type) of a type's properties, those beside primitives included."""
    kind = type_named(type_name)
    for key, (element, child) in kind.by_json_key.items() if kind else ():
        yield element, key, child
        yield element, "_" + key, child
