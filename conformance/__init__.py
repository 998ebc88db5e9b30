"""Everything that says whether data conforms to FHIR R4: definitions, FHIRPath, validator.

>>> from conformance import validate
>>> [issue.diagnostics for issue in validate({"resourceType": "Patient", "gender": "boy"})]

This package never imports the server, so that it can judge any server from outside.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conformance.issue import Issue
    from conformance.packages import Library

__all__ = ["validate"]


def validate(
    resource: Any, profile: str | None = None, packages: Iterable[str] = ()
) -> list["Issue"]:
    """Return everything that is wrong with a decoded resource, the profiles it declares included.

    `profile` is the canonical URL of another profile to judge it by. `packages` are names of
    installed packages (`name#version`) or paths of `.tgz` files and folders, whose definitions are
    in force beside those of R4 and of family doctor contract services.

    Raises:
        PackageError: a package is not there or cannot be read.

    """
    from conformance import validator  # noqa: PLC0415  # only who validates pays for the import

    profiles = [profile] if profile else []
    return validator.validate(resource, profiles, library=_library(tuple(packages)))


@lru_cache(maxsize=8)
def _library(packages: tuple[str, ...]) -> "Library":
    from conformance.packages import Library, gather  # noqa: PLC0415

    return Library.built_in().with_packages(*gather(packages).packages)
