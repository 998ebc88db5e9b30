"""Which conformance resources of R4 core are packed, and what of them is left out."""

import re
from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]

# In the order of the pack: what is used together lies together.
TYPES = (
    "StructureDefinition",
    "ValueSet",
    "CodeSystem",
    "ConceptMap",
    "SearchParameter",
    "OperationDefinition",
    "CompartmentDefinition",
)
# Said for people, by the publisher, or about the work on the standard.
UNREAD = frozenset(
    {"text", "meta", "contact", "publisher", "date", "jurisdiction", "useContext", "copyright"}
    | {"purpose", "mapping", "comment", "requirements", "alias", "example", "xpath", "keyword"}
)
# An element of a type of one's choice holds a value: each key in it may be what is asked for.
VALUES = re.compile(r"(?:fixed|pattern|defaultValue|minValue|maxValue|value)[A-Z]")
UNREAD_EXTENSIONS = frozenset(
    "http://hl7.org/fhir/StructureDefinition/structuredefinition-" + name
    for name in (
        "ballot-status",
        "category",
        "display-hint",
        "fmm",
        "fmm-no-warnings",
        "hierarchy",
        "normative-version",
        "security-category",
        "standards-status",
        "summary",
        "table-name",
        "template-status",
        "wg",
    )
)


def slimmed(resources: Iterable[Json]) -> list[Json]:
    """The resources in the order of the pack, without what neither a check nor a page reads."""
    return [_slim(resource) for resource in sorted(resources, key=_order)]


def _order(resource: Json) -> tuple[int, bool, str, str]:
    """By type; among structures the types before the profiles, these by the type they are on."""
    profile = resource.get("derivation") == "constraint"
    kind = TYPES.index(resource["resourceType"])
    return kind, profile, resource["type"] if profile else "", resource["url"]


def _slim(value: Any) -> Any:
    if isinstance(value, list):
        return [_slim(v) for v in value if not _is_unread(v)]
    if not isinstance(value, dict):
        return value
    kept = {k: v if VALUES.match(k) else _slim(v) for k, v in value.items() if k not in UNREAD}
    return {k: v for k, v in kept.items() if v != []}


def _is_unread(value: Any) -> bool:
    return isinstance(value, dict) and value.get("url") in UNREAD_EXTENSIONS
