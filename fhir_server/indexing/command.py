"""The command line of reindexing."""

import asyncio
import time
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from conformance.definitions import resource_types
from fhir_server.errors import FhirError
from fhir_server.loader import servers
from fhir_server.loader.command import settings_for
from fhir_server.loader.delivery import Delivery, Unreachable
from fhir_server.store.binary import DatabaseError

LOOK_SECONDS = 0.2

Json = dict[str, Any]


def reindex(
    *,
    type_: Annotated[
        list[str] | None, typer.Option("--type", help="A resource type; without it, all.")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(help="A running FHIR server; without it, this server's database.")
    ] = None,
    data_dir: Annotated[
        Path | None, typer.Option(help="Directory of the embedded MongoDB.")
    ] = None,
    mongodb_uri: Annotated[
        str | None, typer.Option(help="A MongoDB to use instead of the embedded one.")
    ] = None,
) -> None:
    """Make the search entries of stored resources anew; versions and times stay.

    Searches go on meanwhile, and it can be stopped at any time: whoever serves the database next
    goes on. Without --base-url run it with the server's own settings.
    """
    types = type_ or []
    if unknown := [t for t in types if t not in resource_types()]:
        raise typer.BadParameter(f"{unknown[0]!r} is no resource type", param_hint="--type")
    settings = settings_for(data_dir, mongodb_uri).model_copy(update={"reindex_rate": 0})
    server = servers.running(base_url.rstrip("/")) if base_url else servers.in_process(settings)

    async def run() -> list[Json]:
        async with server as delivery:
            return await _follow(delivery, types)

    started = time.perf_counter()
    try:
        done = asyncio.run(run())
    except (DatabaseError, FhirError) as error:
        hint = "if a server is running, name it with --base-url"
        raise DatabaseError(f"{error} ({hint})") from None
    except Unreachable as error:
        raise DatabaseError(str(error)) from None
    _show(done, types, time.perf_counter() - started)


async def _follow(delivery: Delivery, types: list[str]) -> list[Json]:
    """Ask for it and wait until it is done, with a bar; what was done by type."""
    given: Json = {"resourceType": "Parameters"}
    if types:
        given["parameter"] = [{"name": "type", "valueCode": type_} for type_ in types]
    status = await delivery.operate("reindex", given)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("waiting")
        while not _values(status)["complete"]:
            await asyncio.sleep(LOOK_SECONDS)
            status = await delivery.operate("index-status")
            under_way = [t for t in _types(status) if not t["complete"] and t["total"]]
            for each in under_way[-1:]:
                done = each["total"] - each["left"]
                bar.update(task, description=each["code"], total=each["total"], completed=done)
    return [each for each in _types(status) if not types or each["code"] in types]


def _types(status: Json) -> list[Json]:
    return [_values(p, "part") for p in status["parameter"] if p["name"] == "type"]


def _values(parameters: Json, key: str = "parameter") -> Json:
    """The plain values by name."""
    return {
        each["name"]: value
        for each in parameters[key]
        for name, value in each.items()
        if name.startswith("value")
    }


def _show(done: list[Json], types: list[str], seconds: float) -> None:
    total = sum(each["total"] for each in done)
    for each in done:
        typer.echo(f"{each['code']:<32}{each['total']:>12,}")
    typer.echo(f"{total:,} resources of {'these' if types else 'all'} types in {seconds:.1f} s")
