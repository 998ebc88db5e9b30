"""The shape that questions rely on in a value set, code system or concept map from outside.

Of one without it nothing is known. An element that is absent is no fault: R4 lets an extension
stand in for any value.
"""

from collections.abc import Mapping
from typing import Any

from conformance.says import says

from .model import Json, Malformed

Shape = type | str | list[type | str]
"""A JSON type, the name of a row of `SHAPES`, or a list of either."""

SHAPES: Mapping[str, Mapping[str, Shape]] = {
    "ValueSet": {
        "url": str,
        "version": str,
        "compose": "compose",
        "expansion": "expansion",
    },
    "compose": {"include": ["part"], "exclude": ["part"], "inactive": bool},
    "part": {
        "system": str,
        "version": str,
        "concept": ["concept"],
        "filter": ["filter"],
        "valueSet": [str],
    },
    "filter": {"property": str, "op": str, "value": str},
    "expansion": {
        "total": int,
        "offset": int,
        "parameter": ["parameter"],
        "contains": ["concept"],
        "extension": ["extension"],
    },
    "parameter": {"name": str, "valueBoolean": bool},
    "extension": {"url": str, "valueBoolean": bool},
    "CodeSystem": {
        "url": str,
        "version": str,
        "title": str,
        "name": str,
        "content": str,
        "caseSensitive": bool,
        "hierarchyMeaning": str,
        "supplements": str,
        "property": ["declaration"],
        "concept": ["concept"],
    },
    "declaration": {"code": str, "uri": str, "type": str},
    # One of a code system, of an include, or of an expansion.
    "concept": {
        "system": str,
        "version": str,
        "code": str,
        "display": str,
        "definition": str,
        "abstract": bool,
        "inactive": bool,
        "designation": ["designation"],
        "property": ["property"],
        "concept": ["concept"],
        "contains": ["concept"],
    },
    "designation": {"language": str, "use": dict, "value": str},
    "property": {
        "code": str,
        "valueCode": str,
        "valueCoding": dict,
        "valueString": str,
        "valueBoolean": bool,
    },
    "ConceptMap": {
        "url": str,
        "sourceCanonical": str,
        "sourceUri": str,
        "targetCanonical": str,
        "targetUri": str,
        "group": ["group"],
    },
    "group": {"source": str, "target": str, "element": ["mapped"], "unmapped": "unmapped"},
    "mapped": {"code": str, "display": str, "target": ["target"]},
    "target": {
        "code": str,
        "display": str,
        "equivalence": str,
        "dependsOn": ["dependency"],
        "product": ["dependency"],
    },
    "dependency": {"property": str, "system": str, "value": str, "display": str},
    "unmapped": {"mode": str, "code": str, "display": str, "url": str},
}


def check(kind: str, resource: Json) -> None:
    """Refuse what is not of its shape; raises Malformed, which says where."""
    if (path := _fault(kind, resource)) is not None:
        url = str(resource.get("url", "#"))[:200]
        raise Malformed(says("tx-malformed", kind=kind, url=url, path=path))


def is_sound(kind: str, resource: Json) -> bool:
    """Whether it is of its shape."""
    return _fault(kind, resource) is None


def _fault(kind: str, resource: Any) -> str | None:
    """The path of a value that is not of its shape; None when all are."""
    left: list[tuple[str, Shape, Any]] = [(kind, kind, resource)]
    while left:
        path, shape, value = left.pop()
        if isinstance(shape, list):
            if type(value) is not list:
                return path
            left += [(path, shape[0], each) for each in value]
        elif isinstance(shape, str):
            if type(value) is not dict:
                return path
            rows = SHAPES[shape]
            left += [(f"{path}.{key}", rows[key], v) for key, v in value.items() if key in rows]
        elif type(value) is not shape:
            return path
    return None
