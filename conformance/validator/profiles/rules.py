"""The rules of profiles: what each demands, its FHIR issue type, and how bad breaking it is."""

from conformance.validator.rules import Rule

PROFILE_RULES: dict[str, Rule] = {
    "profile-unknown": Rule("not-found", "warning", "A profile that is named is known."),
    "profile-broken": Rule("processing", "error", "A profile that is named can be used."),
    "profile-type": Rule("invalid", "error", "A profile is one of the type of the resource."),
    "profile-min": Rule("required", "error", "An element appears as often as the profile demands."),
    "profile-max": Rule("structure", "error", "An element appears no oftener than allowed."),
    "profile-absent": Rule("structure", "error", "An element the profile excludes is not there."),
    "profile-value-type": Rule("structure", "error", "A value has a type the profile permits."),
    "profile-choice": Rule("structure", "error", "A value fits one of the profiles of its type."),
    "fixed-value": Rule("value", "error", "A value is exactly the fixed one."),
    "pattern-value": Rule("value", "error", "A value holds everything the pattern has."),
    "min-value": Rule("value", "error", "A value is not below the minimum."),
    "max-value": Rule("value", "error", "A value is not above the maximum."),
    "max-length": Rule("too-long", "error", "A text is not longer than allowed."),
    "min-length": Rule("value", "error", "A text is not shorter than allowed."),
    "profile-regex": Rule("value", "error", "A text has the form the profile demands."),
    "value-alternative": Rule("required", "error", "A value that is absent has its stand-in."),
    "slice-min": Rule("required", "error", "A slice appears as often as the profile demands."),
    "slice-max": Rule("structure", "error", "A slice appears no oftener than allowed."),
    "slice-unmatched": Rule("structure", "error", "Closed slicing: each value is in a slice."),
    "slice-order": Rule("structure", "error", "Slices come in the order of the profile."),
    "slice-end": Rule("structure", "error", "openAtEnd: values outside of slices come last."),
    "slice-ambiguous": Rule("structure", "error", "A value is in one slice only."),
    "slice-undecidable": Rule("processing", "warning", "A slice says how it is told apart."),
    "slice-unknown": Rule("not-found", "information", "What a slice is told by is at hand."),
    "profile-binding": Rule("code-invalid", "error", "A code is from the bound value set."),
    "coding-unknown": Rule("code-invalid", "error", "A code system that is known has the code."),
    "code-system": Rule("code-invalid", "error", "A Coding names a code system by its URI."),
    "binding-unknown": Rule("not-found", "information", "A code can be judged offline."),
    "reference-type": Rule("structure", "error", "A reference points to a permitted type."),
    "reference-profile": Rule("structure", "error", "What is referred to fits a target profile."),
    "reference-aggregation": Rule("structure", "error", "A reference is of a permitted kind."),
    "reference-version": Rule("structure", "error", "A reference names a version as demanded."),
    "reference-unresolved": Rule("not-found", "information", "What is referred to is at hand."),
    "extension-unknown": Rule("extension", "information", "An extension has a known definition."),
    "extension-url": Rule("extension", "error", "The url of an extension is absolute."),
    "extension-context": Rule("extension", "error", "An extension stands where it may."),
    "extension-modifier": Rule("extension", "error", "Modifiers stand in modifierExtension."),
    "extension-no-extension": Rule("extension", "error", "The url is that of an extension."),
    "must-support": Rule("informational", "information", "Elements to be supported are there."),
    "invariant-unreadable": Rule("processing", "warning", "An invariant of a profile can be read."),
    "invariant-unjudged": Rule("incomplete", "warning", "An invariant can be judged."),
}

INVARIANT = Rule("invariant", "error", "An invariant of a profile holds.")
"""The rule of every invariant, which has its own key as id."""

# The pages of the specification, by how the ids of rules begin; the first that fits counts.
_PAGES: dict[str, str] = {
    "profile-binding": "terminologies.html#4.1.5",
    "profile-": "profiling.html",
    "slice-": "profiling.html#slicing",
    "fixed-": "elementdefinition.html",
    "pattern-": "elementdefinition.html",
    "min-": "elementdefinition.html",
    "max-": "elementdefinition.html",
    "value-alternative": "elementdefinition.html",
    "must-support": "profiling.html#mustsupport",
    "coding-": "datatypes.html#Coding",
    "code-system": "datatypes.html#Coding",
    "binding-": "terminologies.html#4.1.5",
    "reference-": "references.html",
    "extension-": "defining-extensions.html",
    "invariant-": "conformance-rules.html#constraints",
}


def page_of(rule: str) -> str:
    """The page of R4 that a rule comes from; that of invariants for one of a profile."""
    page = next((p for start, p in _PAGES.items() if rule.startswith(start)), "")
    own = page if rule in PROFILE_RULES else "conformance-rules.html#constraints"
    return f"https://hl7.org/fhir/R4/{own}"
