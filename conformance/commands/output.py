"""Where reports go, and in which language: the same for every subcommand."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from conformance.reports import Language


def spoken(environment: Mapping[str, str] = os.environ) -> Language:
    """Chinese where the system speaks it, else English."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, names), "").lower().startswith("zh") else "en"


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
