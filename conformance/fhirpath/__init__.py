"""FHIRPath N1 (2.0.0) on the R4 model, compiled to closures.

The engine for search extraction, invariants and FHIRPath Patch:

- `evaluate("Patient.name.given", patient)` runs an expression once;
- `compile("Patient.name.given", "Patient")` gives an `Expression` to run many times, as plain
  values, as values with their FHIR types (`typed`), or as places in the JSON (`locate`).

The way of an expression: `lexer` → `parser` → `syntax` → `pruning` → `compiler` (or `plain`, for
paths that need no more than the JSON). Functions are in the tables of `functions/`, operators in
`operators`, values in `temporal`, `quantity` and `ucum`.

Source: https://hl7.org/fhirpath/N1 and FHIR R4, fhirpath.html.
"""

from .errors import FhirPathError
from .expression import Expression, compile, evaluate  # noqa: A004 - the word of the trade
from .model import Node
from .scope import Options

__all__ = ["Expression", "FhirPathError", "Node", "Options", "compile", "evaluate"]
