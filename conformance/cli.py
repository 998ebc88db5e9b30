"""The command `fhir-conformance`. Each subcommand is a module of `conformance.commands`.

Exit codes: 0 conforms, 1 findings or failed checks, 2 wrong usage or nothing to read.
"""

import sys
from importlib import import_module
from importlib.util import find_spec

import typer

app = typer.Typer(
    name="fhir-conformance",
    help="Check FHIR R4 resources and servers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

COMMANDS = ("validate", "test", "requirements", "snapshot", "package")


def main() -> None:
    """Run the command line. Only the subcommand that is asked for is imported."""
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    for name in [asked] if asked in COMMANDS else COMMANDS:
        if find_spec(f"conformance.commands.{name}"):
            mount(name)
    app()


def mount(name: str) -> None:
    """Add a subcommand: the function of its name in its module, or the `app` of a group."""
    module = import_module(f"conformance.commands.{name}")
    if hasattr(module, "app"):
        app.add_typer(module.app, name=name)
    else:
        app.command(name)(getattr(module, name))


@app.callback()
def _commands() -> None:
    """Check FHIR R4 resources and servers."""


if __name__ == "__main__":
    main()
