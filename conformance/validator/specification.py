"""The page of the specification that a rule comes from."""

from conformance.definitions import type_named
from conformance.issue import Issue
from conformance.says import Says

_R4 = "https://hl7.org/fhir/R4/"

_PAGES: dict[str, str] = {
    "json": "json.html",
    "xml": "xml.html",
    "resource-object": "json.html#resources",
    "resource-type-required": "json.html#resources",
    "resource-type-known": "resourcelist.html",
    "resource-type-expected": "resourcelist.html",
    "json-type": "json.html#primitive",
    "null-value": "json.html#primitive",
    "empty-array": "json.html",
    "empty-value": "datatypes.html#string",
    "blank-string": "datatypes.html#string",
    "string-length": "datatypes.html#string",
    "single-choice": "formats.html#choice",
    "sibling-length": "json.html#primitive",
    "required-binding": "terminologies.html#required",
    "reference-target": "references.html",
    "contained-id": "references.html#contained",
    "ele-1": "element.html",
    "ref-1": "references.html#contained",
    "ext-1": "extensibility.html",
    "txt-1": "narrative.html",
    "txt-2": "narrative.html",
    "dom-2": "references.html#contained",
    "dom-3": "references.html#contained",
    "dom-4": "references.html#contained",
    "dom-5": "references.html#contained",
}

# Rules of single resource types, by how their ids begin; the first that fits counts.
_FAMILIES: dict[str, str] = {
    "element-id-": "element.html",
    "bundle-link": "bundle.html",
    "bundle-full-url": "bundle.html#bundle-unique",
    "bundle-reference": "bundle.html#references",
    "bundle-request": "http.html#transaction",
    "bundle-": "bundle.html",
    "questionnaire-": "questionnaire.html",
    "response-": "questionnaireresponse.html",
    "answer-": "questionnaire.html",
    "code-unknown": "terminologies.html",
    "code-system-": "codesystem.html",
    "value-set-": "valueset.html",
    "canonical-url": "resource.html#canonical",
    "fhirpath-": "fhirpath.html",
    "element-definition-": "elementdefinition.html",
    "slicing-discriminator": "profiling.html#discriminator",
    "snapshot-": "profiling.html#snapshot",
    "structure-": "structuredefinition.html",
    "measure-": "measurereport.html",
    "narrative-": "narrative.html",
}

# Data types that have a page of their own, or share another one than datatypes.html.
_PAGE_OF_TYPE: dict[str, str] = {
    **dict.fromkeys(("Element", "BackboneElement"), "element"),
    **dict.fromkeys(("Meta", "Resource"), "resource"),
    **dict.fromkeys(
        (
            "ContactDetail",
            "Contributor",
            "DataRequirement",
            "Expression",
            "ParameterDefinition",
            "RelatedArtifact",
            "TriggerDefinition",
            "UsageContext",
        ),
        "metadatatypes",
    ),
    "Dosage": "dosage",
    "ElementDefinition": "elementdefinition",
    "Extension": "extensibility",
    "Narrative": "narrative",
    "Reference": "references",
}


def page_of(issue: Issue, said: Says) -> str:
    """The address of the page and, where it is sure, the paragraph; empty when there is none."""
    if issue.rule in _PAGES:
        return _R4 + _PAGES[issue.rule]
    if issue.rule == "value-format":
        return f"{_R4}datatypes.html#{said.args['type']}"
    if issue.rule in ("unknown-element", "required-element"):
        return _definition(said.args["type"], said.args["name"], issue.rule)
    for start, page in _FAMILIES.items():
        if issue.rule.startswith(start):
            return _R4 + page
    root = type_named(issue.expression.partition(".")[0])
    return f"{_R4}{root.name.lower()}.html" if root and issue.code == "invariant" else ""


def _definition(type_name: str, name: str, rule: str) -> str:
    root = type_name.partition(".")[0]
    kind = type_named(root)
    own = root.lower() if kind and kind.kind == "resource" else "datatypes"
    path = type_name if rule == "unknown-element" else f"{type_name}.{name}"
    element = type_named(type_name)
    if element and name in element.by_name and element.by_name[name].choice:
        path += "_x_"
    return f"{_R4}{_PAGE_OF_TYPE.get(root, own)}-definitions.html#{path}"
