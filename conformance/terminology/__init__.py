"""Terminology, offline: code systems, value sets and concept maps of a library of definitions.

>>> from conformance.packages import Library
>>> from conformance.terminology import Terminology
>>> terminology = Terminology(Library.core())
>>> terminology.validate("http://hl7.org/fhir/ValueSet/administrative-gender", None, "boy").result
False
"""

from .codesystem import CodeSystem
from .compose import System
from .filters import filters_of
from .model import (
    CircularImport,
    Expansion,
    Found,
    Listed,
    Malformed,
    Match,
    Property,
    Subsumption,
    TerminologyError,
    TooCostly,
    Translation,
    Unknown,
    Unsupported,
    Verdict,
)
from .terminology import Terminology

__all__ = [
    "CircularImport",
    "CodeSystem",
    "Expansion",
    "Found",
    "Listed",
    "Malformed",
    "Match",
    "Property",
    "Subsumption",
    "System",
    "Terminology",
    "TerminologyError",
    "TooCostly",
    "Translation",
    "Unknown",
    "Unsupported",
    "Verdict",
    "filters_of",
]
