"""Rules of single resource types that their definitions do not say: one file for each family.

A row in `_FAMILIES` is all it takes: a function gets the resource and its scope once its shape is
judged, and returns findings with their places. It may rely on the JSON types of the definitions.
A family is imported when the first of its resources is judged: most runs meet few.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias

from conformance.validator.rules import Findings
from conformance.validator.scope import Scope

from .canonicals import CANONICAL, canonical_faults
from .narrative_links import narrative_link_faults

ResourceRule: TypeAlias = Callable[[dict[str, Any], Scope], Findings]

_FAMILIES: Mapping[str, tuple[str, str]] = {
    "Bundle": ("bundles", "bundle_faults"),
    "CodeSystem": ("code_systems", "code_system_faults"),
    "ConceptMap": ("concept_maps", "concept_map_faults"),
    "MeasureReport": ("measure_reports", "measure_report_faults"),
    "Questionnaire": ("questionnaires", "questionnaire_faults"),
    "QuestionnaireResponse": ("responses", "response_faults"),
    "SearchParameter": ("search_parameters", "search_parameter_faults"),
    "StructureDefinition": ("structure_definitions", "structure_definition_faults"),
    "ValueSet": ("value_sets", "value_set_faults"),
}


@cache
def rules_of(name: str) -> tuple[ResourceRule, ...]:
    """What a resource type demands beyond its definition."""
    rules: list[ResourceRule] = [canonical_faults] if name in CANONICAL else []
    if name in _FAMILIES:
        module, function = _FAMILIES[name]
        rules.append(getattr(import_module(f".{module}", __name__), function))
    return tuple(rules)


def resource_rule_faults(name: str, resource: dict[str, Any], scope: Scope) -> Findings:
    """Judge a resource of well-formed shape by the rules of its type, and its narrative's links."""
    found = [fault for rule in rules_of(name) for fault in rule(resource, scope)]
    return [*found, *narrative_link_faults(resource, scope)]
