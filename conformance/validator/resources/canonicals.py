"""Resources with a canonical URL. FHIR R4 resource.html, section 2.26.4."""

from conformance.says import shown
from conformance.validator.rules import Findings
from conformance.validator.scope import Scope

from .bundle_index import is_absolute
from .fault import Json, fault

_NAMES = """
    ActivityDefinition CapabilityStatement ChargeItemDefinition CodeSystem CompartmentDefinition
    ConceptMap EffectEvidenceSynthesis EventDefinition Evidence EvidenceVariable ExampleScenario
    GraphDefinition ImplementationGuide Library Measure MessageDefinition OperationDefinition
    PlanDefinition Questionnaire ResearchDefinition ResearchElementDefinition RiskEvidenceSynthesis
    SearchParameter StructureDefinition StructureMap TerminologyCapabilities TestScript ValueSet
"""
CANONICAL = frozenset(_NAMES.split())


def canonical_faults(resource: Json, _: Scope) -> Findings:
    """A canonical URL is absolute: it is the same everywhere."""
    url = resource.get("url")
    if isinstance(url, str) and not is_absolute(url):
        return (fault("canonical-url", ("url",), url=shown(url)),)
    return ()
