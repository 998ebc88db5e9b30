"""The command `fhir-server`. Each subcommand is a function in a module of its own name.

Exit codes: 0 done, 1 MongoDB cannot be used, 2 wrong usage or settings, 3 the application failed
to start.
"""

import sys
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from fhir_server.indexing.command import reindex
from fhir_server.loader.command import load
from fhir_server.serve import PortError
from fhir_server.serve import serve as run_server
from fhir_server.settings import Settings, explain
from fhir_server.store.binary import DatabaseError

app = typer.Typer(
    help="A FHIR R4 server on MongoDB.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; what stops it is told in one line, never as a traceback."""
    try:
        app()
    except DatabaseError as error:
        _give_up(str(error), 1)
    except PortError as error:
        _give_up(str(error), 2)
    except ValidationError as error:
        _give_up(explain(error), 2)


def _give_up(sentence: str, code: int) -> None:
    print(f"fhir-server: {sentence}", file=sys.stderr)
    raise SystemExit(code)


@app.command()
def serve(  # noqa: PLR0913 a parameter is a flag
    *,
    host: Annotated[str | None, typer.Option(help="Address to listen on (loopback).")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one.")] = None,
    workers: Annotated[int | None, typer.Option(help="Number of server processes.")] = None,
    data_dir: Annotated[
        Path | None, typer.Option(help="Directory of the embedded MongoDB.")
    ] = None,
    mongodb_uri: Annotated[
        str | None, typer.Option(help="A MongoDB to use instead of the embedded one.")
    ] = None,
    demo: Annotated[bool | None, typer.Option(help="Load the fictitious demo data.")] = None,
    policy: Annotated[
        str | None, typer.Option(help="The regional policy, such as shenzhen-2017.")
    ] = None,
    today: Annotated[
        str | None, typer.Option(help="The day that counts as today, as 2026-11-22.")
    ] = None,
) -> None:
    """Serve FHIR; without --mongodb-uri on a MongoDB of its own.

    Every setting can also be given as FHIR_<NAME> in the environment; a flag goes before it.
    """
    if data_dir and mongodb_uri:
        raise typer.BadParameter("give either --data-dir or --mongodb-uri")
    given: dict[str, Any] = {
        name: value
        for name, value in {
            "host": host,
            "port": port,
            "workers": workers,
            "data_dir": data_dir,
            "mongodb_uri": mongodb_uri,
            "demo": demo,
            "policy": policy,
            "today": today,
        }.items()
        if value is not None
    }
    if data_dir:
        given["mongodb_uri"] = None  # the flag goes before the environment
    run_server(Settings(**given))


app.command()(load)
app.command()(reindex)


@app.command()
def version() -> None:
    """Print the version."""
    print(metadata.version("family-doctor-fhir"))


if __name__ == "__main__":
    main()
