"""Versions of packages and definitions: which is higher, which a request means.

Source: https://confluence.hl7.org/display/FHIR/NPM+Package+Specification (versions are SemVer;
`x` stands for any number), https://semver.org section 11 (precedence).
"""

from typing import Any

Precedence = tuple[Any, ...]


def precedence(version: str) -> Precedence:
    """A key that sorts versions: numbers as numbers, a pre-release below its release, "" lowest.

    Versions that are no SemVer (`2018-08-12`, `1`) are compared part by part in the same way.
    """
    release, _, label = version.partition("+")[0].partition("-")
    return (
        bool(version),
        tuple(_part(p) for p in release.split(".")),
        not label,
        tuple(_part(p) for p in label.split(".")),
    )


def _part(text: str) -> tuple[bool, int, str]:
    """A number sorts below a word, as SemVer says of pre-releases."""
    return (False, int(text), "") if text.isdecimal() else (True, 0, text)


def means(wanted: str, version: str) -> bool:
    """Whether a version is one that was asked for.

    `4.0.1` means itself; `4.0` and `4.0.x` any 4.0 release, no pre-release; `4.x` any 4; `latest`,
    `*` and "" anything.
    """
    if wanted in ("", "*", "latest") or wanted == version:
        return True
    parts = wanted.removesuffix(".x").removesuffix(".x").split(".")
    return len(parts) < 3 and "-" not in version and version.split(".")[: len(parts)] == parts
