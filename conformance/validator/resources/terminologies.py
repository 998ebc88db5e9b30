"""The terminology of the library in force."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conformance.packages import Library
    from conformance.terminology import Terminology


def terminology_of(library: "Library") -> "Terminology":
    """The terminology of a library, made once."""
    from conformance.terminology import Terminology  # noqa: PLC0415  # slow to load

    return library.derived(Terminology)
