"""All functions by name, but for those that the compiler knows itself: `is as ofType sort`."""

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
