"""The command `fhir-conformance`. Each subcommand is a module of `conformance.commands`.

Exit status: 0 conforms, 1 findings or failed checks, 2 wrong usage or something that cannot be
read, 3 a server that cannot be reached.
"""

import sys
from importlib import import_module

COMMANDS = ("validate", "test", "requirements", "snapshot", "package")


def main() -> None:
    """Run the command line. Only the subcommand that is asked for is imported."""
    arguments = sys.argv[1:]
    name = arguments[0] if arguments else "--help"
    if name in COMMANDS:
        raise SystemExit(import_module(f"conformance.commands.{name}").main(arguments[1:]))
    from conformance.commands.arguments import speak, word  # noqa: PLC0415  # else not needed

    speak(arguments)
    if name not in ("--help", "-h"):
        print(word("command-unknown", name=name), file=sys.stderr)
        raise SystemExit(2)
    lines = [f"  {command:<14}{word(f'command-{command}')}" for command in COMMANDS]
    print("\n".join([word("command-line"), "", word("command-about"), "", *lines]))
    raise SystemExit(0 if arguments else 2)


if __name__ == "__main__":
    main()
