"""Where reports go, and complaints: the same for every subcommand."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from conformance.says import Language, Says, said, says, says_os


def complain(clause: Says, language: Language) -> None:
    """Say on standard error what went wrong."""
    colon, stop = ("：", "。") if language == "zh" else (": ", ".")
    print(f"fhir-conformance{colon}{said(clause, language)}{stop}", file=sys.stderr)


def unreadable(error: OSError, language: Language) -> None:
    """Say of a file why it cannot be read or written."""
    complain(says("os-at", file=error.filename or "-", why=says_os(error)), language)


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """The report's file, or standard output; a reader that goes away is no error."""
    if output:
        with output.open("w", encoding="utf-8") as out:
            yield out
        return
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
