"""The command `fhir-conformance`. Each subcommand is a module of `conformance.commands`.

Exit status: 0 conforms, 1 findings or failed checks, 2 wrong usage or something that cannot be
read, 3 a server that cannot be reached.
"""

import sys
from importlib import import_module

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
    if name not in COMMANDS:
        print(f"fhir-conformance: there is no command {name!r}; see --help", file=sys.stderr)
        raise SystemExit(2)
    raise SystemExit(import_module(f"conformance.commands.{name}").main(arguments[1:]))


def _help() -> str:
    lines = [f"  {name:<14}{says}" for name, says in COMMANDS.items()]
    usage = "usage: fhir-conformance COMMAND [OPTIONS] ...; each command has a --help of its own"
    return "\n".join([usage, "", "Check FHIR R4 resources and servers.", "", *lines])


if __name__ == "__main__":
    main()
