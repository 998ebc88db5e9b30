"""Rules of single resource types that their definitions do not say: one file for each family.

A row in `RULES_OF` is all it takes: a function gets the resource and its scope once its shape is
judged, and returns findings with their places. It may rely on the JSON types of the definitions.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from conformance.validator.rules import Findings
from conformance.validator.scope import Scope

from .bundles import bundle_faults
from .canonicals import CANONICAL, canonical_faults
from .code_systems import code_system_faults
from .concept_maps import concept_map_faults
from .measure_reports import measure_report_faults
from .narrative_links import narrative_link_faults
from .questionnaires import questionnaire_faults
from .responses import response_faults
from .search_parameters import search_parameter_faults
from .structure_definitions import structure_definition_faults
from .value_sets import value_set_faults

ResourceRule: TypeAlias = Callable[[dict[str, Any], Scope], Findings]

_OWN: Mapping[str, ResourceRule] = {
    "Bundle": bundle_faults,
    "CodeSystem": code_system_faults,
    "ConceptMap": concept_map_faults,
    "MeasureReport": measure_report_faults,
    "Questionnaire": questionnaire_faults,
    "QuestionnaireResponse": response_faults,
    "SearchParameter": search_parameter_faults,
    "StructureDefinition": structure_definition_faults,
    "ValueSet": value_set_faults,
}


def _tables() -> dict[str, list[ResourceRule]]:
    rules: dict[str, list[ResourceRule]] = defaultdict(list)
    for name in CANONICAL:
        rules[name].append(canonical_faults)
    for name, rule in _OWN.items():
        rules[name].append(rule)
    return dict(rules)


RULES_OF: Mapping[str, list[ResourceRule]] = _tables()
"""What a resource type demands beyond its definition."""


def resource_rule_faults(name: str, resource: dict[str, Any], scope: Scope) -> Findings:
    """Judge a resource of well-formed shape by the rules of its type, and its narrative's links."""
    found = [fault for rule in RULES_OF.get(name, ()) for fault in rule(resource, scope)]
    return [*found, *narrative_link_faults(resource, scope)]
