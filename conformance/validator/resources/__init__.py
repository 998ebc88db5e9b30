"""Rules of single resource types that their definitions do not say: one file for each family.

A row in `RULES_OF` is all it takes: the function gets the resource and its scope once its shape is
judged, and returns findings with their places. It may rely on the JSON types of the definitions.
"""

from collections.abc import Callable, Mapping
from typing import Any

from conformance.validator.rules import Findings
from conformance.validator.scope import Scope

from .bundles import bundle_faults
from .questionnaires import questionnaire_faults
from .responses import response_faults

RULES_OF: Mapping[str, Callable[[dict[str, Any], Scope], Findings]] = {
    "Bundle": bundle_faults,
    "Questionnaire": questionnaire_faults,
    "QuestionnaireResponse": response_faults,
}
