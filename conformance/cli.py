"""The command `fhir-conformance`. Each subcommand is a module of `conformance.commands`.

Exit codes: 0 conforms, 1 findings or failed checks, 2 wrong usage or nothing to read.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

COMMANDS = {
    "validate": "Judge resources, and say how to mend what is wrong.",
    "test": "Test a FHIR server from outside.",
    "requirements": "List what is required, and what covers it.",
    "snapshot": "Generate the snapshot of a profile.",
    "package": "List, install and show FHIR packages.",
}


def main() -> None:
    """Run the command line. Only the subcommand that is asked for is imported."""
    arguments = sys.argv[1:]
    name = arguments[0] if arguments else "--help"
    if name in ("--help", "-h"):
        print(_help())
        raise SystemExit(0 if arguments else 2)
    if name not in COMMANDS or find_spec(f"conformance.commands.{name}") is None:
        print(f"fhir-conformance: there is no command {name!r}; see --help", file=sys.stderr)
        raise SystemExit(2)
    command = import_module(f"conformance.commands.{name}")
    if hasattr(command, "main"):
        raise SystemExit(command.main(arguments[1:]))
    _run_typed(name, command)


def _run_typed(name: str, command: ModuleType) -> None:
    """Run a subcommand that typer reads the options of: a function, or an `app` of several."""
    import typer  # noqa: PLC0415  # it takes a fifth of a second, which `validate` has not

    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.callback()(lambda: None)
    if hasattr(command, "app"):
        app.add_typer(command.app, name=name)
    else:
        app.command(name)(getattr(command, name))
    app(prog_name="fhir-conformance")


def _help() -> str:
    lines = [f"  {name:<14}{says}" for name, says in COMMANDS.items()]
    usage = "usage: fhir-conformance COMMAND [OPTIONS] ...; each command has a --help of its own"
    return "\n".join([usage, "", "Check FHIR R4 resources and servers.", "", *lines])


if __name__ == "__main__":
    main()
