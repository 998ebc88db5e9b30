"""`fhir-conformance validate`: judge files, report what is wrong, exit 0, 1 or 2.

Its options are read by argparse, because typer alone takes a fifth of a second to start.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from conformance.reports import FORMATS, report
from conformance.run import (
    Baseline,
    BaselineError,
    Judge,
    ProfileError,
    Result,
    Run,
    Wishes,
    judge_all,
    pieces,
)
from conformance.says import Language

from . import arguments
from .arguments import word
from .output import complain, opened, unreadable

_PATIENCE = 1.0  # seconds before progress is shown


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = arguments.parser("validate")
    add = made.add_argument
    add("files", nargs="+", metavar="FILE", help=word("option-files"))
    add("--profile", action="append", default=[], metavar="URL", help=word("option-profile"))
    add("--package", action="append", default=[], metavar="PACKAGE", help=word("option-package"))
    add("--format", choices=FORMATS, default="text", help=word("option-format"))
    add("--output", type=Path, metavar="FILE", help=word("option-output"))
    severities = ("error", "warning")
    add("--fail-on", choices=severities, default="error", help=word("option-fail-on"))
    add("--baseline", type=Path, metavar="FILE", help=word("option-baseline"))
    add("--write-baseline", type=Path, metavar="FILE", help=word("option-write-baseline"))
    add("--watch", action="store_true", help=word("option-watch"))
    add("--jobs", type=int, default=0, metavar="N", help=word("option-jobs"))
    levels = ("ignore", "information", "warning", "error")
    add("--unresolved", choices=levels, default="ignore", help=word("option-unresolved"))
    return made


def main(given: Sequence[str]) -> int:
    """Run the command; the answer is the exit status."""
    options, language = arguments.parsed(parser, given)
    try:
        known = Baseline.read(options.baseline) if options.baseline else None
        judge = Judge(Wishes(tuple(options.profile), tuple(options.package), options.unresolved))
        for clause in judge.missing:
            complain(clause, language)
        while True:
            code = _once(options, language, judge, known)
            if not options.watch:
                return code
            _wait_for_change(options.files)
    except (ProfileError, BaselineError) as error:
        complain(error.says, language)
        return 2
    except OSError as error:
        unreadable(error, language)
        return 2
    except KeyboardInterrupt:
        return 130


def _once(
    options: argparse.Namespace, language: Language, judge: Judge, known: Baseline | None
) -> int:
    run = _run(options.files, judge, max(options.jobs, 0))
    if options.write_baseline:
        Baseline.of(run.places).write(options.write_baseline)
        known = Baseline.of(run.places)
    if known:
        run = run.without(known.judge())
    with opened(options.output) as out:
        report(options.format)(run, language, out)
    return _exit_code(run, options.fail_on)


def _exit_code(run: Run, fail_on: str) -> int:
    """2 when something could not be judged, 1 for findings that are bad enough."""
    counts = run.counts()
    bad = counts["fatal"] + counts["error"] + (counts["warning"] if fail_on == "warning" else 0)
    if run.failures:
        return 2
    return 1 if bad else 0


def _run(files: list[str], judge: Judge, jobs: int) -> Run:
    start = time.perf_counter()
    run = Run()
    for result in _with_progress(judge_all(pieces(files), judge, jobs)):
        run.add(result)
    run.seconds = time.perf_counter() - start
    return run


def _with_progress(results: Iterable[Result]) -> Iterator[Result]:
    """Say on a terminal how far it is, where that takes longer than a moment."""
    shows = sys.stderr.isatty()
    next_time = time.monotonic() + _PATIENCE
    files: set[str] = set()
    count = 0
    shown = False
    for result in results:
        yield result
        files.add(result.file)
        count += result.count
        if shows and time.monotonic() > next_time:
            next_time, shown = time.monotonic() + 0.2, True
            progress = word("progress", files=len(files), resources=count)
            print(f"\r{progress}", end="", file=sys.stderr)
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr)


def _wait_for_change(files: list[str]) -> None:
    """Return when one of the files is written, appears or goes away."""
    before = _stamps(files)
    while _stamps(files) == before:
        time.sleep(0.3)


def _stamps(files: list[str]) -> dict[str, int]:
    found = {piece.file for piece in pieces(name for name in files if name != "-")}
    return {name: Path(name).stat().st_mtime_ns for name in found if Path(name).exists()}
