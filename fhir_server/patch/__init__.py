"""The two kinds of patch document FHIR R4 knows: http.html, section 3.1.0.6 (patch).

Both take a resource and give a new one; what the result is worth is for the write gate to say, and
that a patch changes no identity, for the caller.
"""

from .fhirpath_patch import apply_fhirpath_patch
from .json_patch import apply_json_patch

__all__ = ["apply_fhirpath_patch", "apply_json_patch"]
