"""The command line of the loader."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from fhir_server.errors import FhirError
from fhir_server.settings import Settings
from fhir_server.store.binary import DatabaseError

from . import servers
from .inputs import Watch, find
from .report import show, write
from .run import Load, Tally
from .state import Finished

STATE_NAME = "loaded.jsonl"


def load(
    paths: Annotated[list[Path], typer.Argument(exists=True, help="Files and folders.")],
    *,
    base_url: Annotated[
        str | None, typer.Option(help="A running FHIR server; without it, this server's database.")
    ] = None,
    data_dir: Annotated[
        Path | None, typer.Option(help="Directory of the embedded MongoDB.")
    ] = None,
    mongodb_uri: Annotated[
        str | None, typer.Option(help="A MongoDB to use instead of the embedded one.")
    ] = None,
    state: Annotated[
        Path | None, typer.Option(help="Notes the files done; by default in the data directory.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Load also files done before.")] = False,
    failures: Annotated[
        Path | None, typer.Option(help="Write every failure to this file, as JSON lines.")
    ] = None,
) -> None:
    """Load FHIR resources: JSON, Bundles and NDJSON, also as .gz and .bz2.

    Loading again makes no second copy, and a load that was stopped goes on where it was. Exit
    code 1 if anything failed.
    """
    settings = settings_for(data_dir, mongodb_uri)
    base_url = base_url and base_url.rstrip("/")
    try:
        finished = Finished(state or settings.data_dir / STATE_NAME, base_url or settings.base_url)
        if failures:
            write([], failures)
    except OSError as error:
        raise typer.BadParameter(f"{error.filename} cannot be written: {error.strerror}") from None
    server = servers.running(base_url) if base_url else servers.in_process(settings)

    async def run() -> Tally:
        files = find(paths)
        async with server as delivery:
            with _progress(files) as watch:
                return await Load(delivery, finished, again=again).run(files, watch)

    started = time.perf_counter()
    try:
        tally = asyncio.run(run())
    except (DatabaseError, FhirError) as error:
        hint = "if a server is running, name it with --base-url"
        raise DatabaseError(f"{error} ({hint})") from None
    show(tally, time.perf_counter() - started, Console())
    if failures:
        write(tally.failures, failures)
    raise typer.Exit(0 if tally.well else 1)


def settings_for(data_dir: Path | None, mongodb_uri: str | None) -> Settings:
    """The settings of the environment, with the database that flags name."""
    if data_dir and mongodb_uri:
        raise typer.BadParameter("give either --data-dir or --mongodb-uri")
    if data_dir:
        return Settings(data_dir=data_dir, mongodb_uri=None)
    return Settings(mongodb_uri=mongodb_uri) if mongodb_uri else Settings()


@contextmanager
def _progress(files: list[Path]) -> Iterator[Watch]:
    """A bar over the bytes of all files, on stderr; nothing where nobody looks."""
    taken = dict.fromkeys(files, 0)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not Console(stderr=True).is_terminal,
    )
    with bar:
        task = bar.add_task("loading", total=sum(file.stat().st_size for file in files))

        def watch(file: Path, bytes_taken: int) -> None:
            bar.update(task, advance=bytes_taken - taken[file], description=file.name[:40])
            taken[file] = bytes_taken

        yield watch
