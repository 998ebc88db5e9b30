"""`fhir-conformance validate`: judge files, report what is wrong, exit 0, 1 or 2."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer

from conformance.reports import Language, report
from conformance.run import (
    Baseline,
    BaselineError,
    Piece,
    ProfileError,
    Result,
    Run,
    Wishes,
    judge_all,
    pieces,
)

Format = Literal["text", "json", "outcome", "junit", "sarif", "html"]
Unresolved = Literal["ignore", "information", "warning", "error"]

_PATIENCE = 1.0  # seconds before progress is shown


def validate(  # noqa: PLR0913  # an option each
    *,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Files, folders, patterns, or - for standard input: JSON, XML, NDJSON, also .gz.",
            show_default=False,
        ),
    ],
    profile: Annotated[
        list[str] | None, typer.Option(help="Judge against this profile (URL or URL|version).")
    ] = None,
    package: Annotated[
        list[str] | None,
        typer.Option(help="Load this FHIR package: a .tgz, a folder, or name#version."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to report.")] = "text",
    output: Annotated[Path | None, typer.Option(help="Write the report to a file.")] = None,
    lang: Annotated[
        Language | None, typer.Option(help="Language of the report.", show_default="from LANG")
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning"], typer.Option(help="The least severity that makes exit 1.")
    ] = "error",
    baseline: Annotated[
        Path | None, typer.Option(help="Leave out the findings known in this file.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(help="Write the findings to this file as known.")
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Judge again when a file changes.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 for as many as pay.")] = 0,
    unresolved: Annotated[
        Unresolved, typer.Option(help="What references to resources not at hand are.")
    ] = "ignore",
) -> None:
    """Judge FHIR R4 resources. Exit 0: no findings; 1: findings; 2: something could not be read."""
    language: Language = lang or _language_of(os.environ)
    wishes = Wishes(tuple(profile or ()), tuple(package or ()), unresolved)
    try:
        known = Baseline.read(baseline) if baseline else None
        while True:
            run = _run(files, wishes, jobs)
            if write_baseline:
                Baseline.of(run.places).write(write_baseline)
            if known:
                run = run.without(known.known(run.places))
            with _opened(output) as out:
                report(form)(run, language, out)
            if not watch:
                break
            _wait_for_change(files)
    except (ProfileError, BaselineError, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    raise typer.Exit(_exit_code(run, fail_on, accepted=write_baseline is not None))


def _exit_code(run: Run, fail_on: str, *, accepted: bool) -> int:
    """2 when something could not be judged, 1 for findings that are bad enough."""
    counts = run.counts()
    bad = counts["fatal"] + counts["error"] + (counts["warning"] if fail_on == "warning" else 0)
    if run.failures:
        return 2
    return 1 if bad and not accepted else 0


def _language_of(environment: os._Environ[str]) -> Language:
    """Chinese where the system speaks it, else English."""
    spoken = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, spoken), "").lower().startswith("zh") else "en"


def _run(files: list[str], wishes: Wishes, jobs: int) -> Run:
    start = time.perf_counter()
    run = Run()
    for result in _with_progress(judge_all(pieces(files), wishes, jobs)):
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
            typer.echo(f"\r{len(files):,} files, {count:,} resources", nl=False, err=True)
    if shown:
        typer.echo("\r\x1b[K", nl=False, err=True)


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
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


def _wait_for_change(files: list[str]) -> None:
    """Return when one of the files is written, appears or goes away."""
    before = _stamps(files)
    while _stamps(files) == before:
        time.sleep(0.3)


def _stamps(files: list[str]) -> dict[str, int]:
    found: Iterator[Piece] = (piece for piece in pieces(files) if piece.data is None)
    return {p.file: Path(p.file).stat().st_mtime_ns for p in found if Path(p.file).exists()}
