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

from .output import opened, spoken

_PATIENCE = 1.0  # seconds before progress is shown
_EPILOG = """\
exit status: 0 no findings, 1 findings, 2 wrong usage or something could not be read
"""


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = argparse.ArgumentParser(
        "fhir-conformance validate",
        description="Judge FHIR R4 resources, and say how to mend what is wrong.",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add(
        "files",
        nargs="+",
        metavar="FILE",
        help="files, folders, patterns, - for standard input:"
        " JSON, XML and NDJSON, each also as .gz",
    )
    add(
        "--profile",
        action="append",
        default=[],
        metavar="URL",
        help="judge against this profile, too; may be repeated",
    )
    add(
        "--package",
        action="append",
        default=[],
        metavar="PACKAGE",
        help="a FHIR package: .tgz, folder or name#version; may be repeated",
    )
    add("--format", choices=FORMATS, default="text", help="how to report (text)")
    add("--output", type=Path, metavar="FILE", help="write the report to a file")
    add("--lang", choices=("zh", "en"), help="language of the report (that of the system)")
    add(
        "--fail-on",
        choices=("error", "warning"),
        default="error",
        help="the least severity that makes the exit status 1 (error)",
    )
    add("--baseline", type=Path, metavar="FILE", help="leave out the findings known in this file")
    add("--write-baseline", type=Path, metavar="FILE", help="write the findings down as known")
    add("--watch", action="store_true", help="judge again on each change of a file")
    add("--jobs", type=int, default=0, metavar="N", help="processes (as many as pay)")
    add(
        "--unresolved",
        choices=("ignore", "information", "warning", "error"),
        default="ignore",
        help="what references to resources that are not at hand are (ignore)",
    )
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command; the answer is the exit status."""
    options = parser().parse_args(arguments)
    try:
        known = Baseline.read(options.baseline) if options.baseline else None
        judge = Judge(Wishes(tuple(options.profile), tuple(options.package), options.unresolved))
        for sentence in judge.missing:
            print(f"fhir-conformance: {sentence}", file=sys.stderr)
        while True:
            code = _once(options, judge, known)
            if not options.watch:
                return code
            _wait_for_change(options.files)
    except (ProfileError, BaselineError, OSError) as error:
        print(f"fhir-conformance: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _once(options: argparse.Namespace, judge: Judge, known: Baseline | None) -> int:
    run = _run(options.files, judge, max(options.jobs, 0))
    if options.write_baseline:
        Baseline.of(run.places).write(options.write_baseline)
        known = Baseline.of(run.places)
    if known:
        run = run.without(known.judge())
    with opened(options.output) as out:
        report(options.format)(run, options.lang or spoken(), out)
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
            print(f"\r{len(files):,} files, {count:,} resources", end="", file=sys.stderr)
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
