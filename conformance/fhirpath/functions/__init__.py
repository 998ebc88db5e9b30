"""All functions by name. One that takes a type (`is`, `as`, `ofType`) or sorts is the compiler's."""

from . import (
    boundary,
    conversion,
    existence,
    fhir,
    filtering,
    math,
    strings,
    subsetting,
    tree,
    utility,
)
from .signature import Function

FUNCTIONS: dict[str, Function] = {
    **existence.TABLE,
    **filtering.TABLE,
    **subsetting.TABLE,
    **conversion.TABLE,
    **strings.TABLE,
    **math.TABLE,
    **boundary.TABLE,
    **tree.TABLE,
    **utility.TABLE,
    **fhir.TABLE,
}
