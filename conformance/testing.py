"""For tests of your own, with pytest or without: what does not conform fails with a report."""

import io
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from conformance.json import encode
from conformance.reports import report
from conformance.run import Judge, Piece, Run, Wishes
from conformance.says import Language

__all__ = ["assert_conforms"]


def assert_conforms(
    resource: dict[str, Any] | str | bytes | Path,
    *profiles: str,
    packages: tuple[str | Path, ...] = (),
    lang: Language = "en",
) -> None:
    """Fail unless a resource has no errors against R4, its declared profiles and those given.

    The resource is a dict, JSON or XML as text, or the path of a file. `profiles` are canonical
    URLs; `packages` are FHIR packages as `.tgz`, folder or `name#version`.

    Raises:
        AssertionError: it does not conform; the message is the report for a terminal.
        ProfileError: a profile or package cannot be had.

    """
    __tracebackhide__ = True  # pytest shows the caller's line, not this one
    run = Run()
    run.add(_judge(profiles, tuple(map(str, packages))).piece(_piece(resource)))
    counts = run.counts()
    if run.failures or counts["error"] or counts["fatal"]:
        text = io.StringIO()
        report("text")(run, lang, text)
        raise AssertionError(f"the resource does not conform\n{text.getvalue()}")


@lru_cache(maxsize=16)
def _judge(profiles: tuple[str, ...], packages: tuple[str, ...]) -> Judge:
    return Judge(Wishes(profiles, packages))


def _piece(resource: dict[str, Any] | str | bytes | Path) -> Piece:
    if isinstance(resource, Path):
        return Piece(str(resource))
    if isinstance(resource, dict):  # a line an element, as one would write it
        return Piece("resource", msgspec.json.format(encode(resource), indent=2))
    return Piece("resource", resource.encode() if isinstance(resource, str) else resource)
