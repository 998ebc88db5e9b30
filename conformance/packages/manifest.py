"""What a package says of itself in `package.json`.

Source: https://confluence.hl7.org/display/FHIR/NPM+Package+Specification
"""

import re
from typing import Any

import msgspec

from conformance.says import says

from .errors import PackageError

# Names and versions become names of folders.
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,200}")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+_$-]{0,100}")


class Manifest(msgspec.Struct, frozen=True, rename={"fhir_versions": "fhirVersions"}):
    """A `package.json`, as far as it is read. `dependencies` are versions by package name."""

    name: str
    version: str
    fhir_versions: tuple[str, ...] = ()
    dependencies: dict[str, str] = {}
    canonical: str = ""
    title: str = ""
    description: str = ""


def manifest_of(data: bytes) -> Manifest:
    """Read a `package.json`.

    Raises:
        PackageError: it is none, or the package is not for FHIR R4.

    """
    try:
        manifest = msgspec.convert(_without_nulls(msgspec.json.decode(data)), Manifest)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise PackageError(says("package-manifest", why=str(error))) from error
    if not NAME.fullmatch(manifest.name) or not VERSION.fullmatch(manifest.version):
        named = f"{manifest.name}#{manifest.version}"[:200]
        raise PackageError(says("package-name", named=named))
    versions = manifest.fhir_versions
    if versions and not any(v == "4.0" or v.startswith("4.0.") for v in versions):
        named = f"{manifest.name}#{manifest.version}"
        raise PackageError(says("package-version", package=named, versions=versions))
    return manifest


def _without_nulls(value: Any) -> Any:
    return {k: v for k, v in value.items() if v is not None} if isinstance(value, dict) else value
