"""`fhir-conformance test`: check a FHIR server, report what it does wrong, exit 0, 1, 2 or 3."""

import argparse
import asyncio
import sys
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import urlsplit

from conformance.checks import run as runs
from conformance.checks.check import Check
from conformance.checks.reports import FORMATS, report
from conformance.checks.subjects import every_check
from conformance.reports import said

from .output import opened, spoken

UNREACHABLE = 3
_EPILOG = """\
exit status: 0 nothing failed, 1 a check failed or got no answer, 2 wrong usage, 3 no such server
"""


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = argparse.ArgumentParser(
        "fhir-conformance test",
        description="Check a FHIR R4 server over HTTP: what it declares, it has to do.",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("base_url", metavar="BASE_URL", type=_base, help="the server, such as https://host/fhir")
    add("--format", choices=FORMATS, default="text", help="how to report (default: text)")
    add("--output", type=Path, metavar="FILE", help="write the report to a file")
    add("--lang", choices=("en", "zh"), help="language of the report (default: the system's)")
    add(
        "--only",
        action="append",
        default=[],
        metavar="GLOB",
        help="only checks whose id, or whose requirement's id, fits; may be repeated",
    )
    add(
        "--header",
        action="append",
        default=[],
        type=_header,
        metavar="'NAME: VALUE'",
        help="send this header, too; its value is never shown; may be repeated",
    )
    add("--timeout", type=seconds, default=30, metavar="S", help="seconds to wait for an answer")
    add("--keep", action="store_true", help="leave on the server what the checks make")
    writing = parser.add_mutually_exclusive_group()
    writing.add_argument(
        "--write", action="store_true", default=True, help="checks may write (default)"
    )
    writing.add_argument(
        "--read-only", dest="write", action="store_false", help="skip the checks that write"
    )
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    options = parser().parse_args(arguments)
    language = options.lang or spoken()
    checks = chosen(options.only)
    if not checks:
        print(f"fhir-conformance: no check fits {', '.join(options.only)}", file=sys.stderr)
        return 2
    headers = dict(options.header)
    wishes = runs.Wishes(headers, options.timeout, keep=options.keep, write=options.write)
    try:
        done = asyncio.run(runs.run(options.base_url, checks, wishes))
        with opened(options.output) as out:
            report(options.format)(done, language, out)
    except runs.Unreachable as error:
        print(f"fhir-conformance: {said(error.reason, language)}", file=sys.stderr)
        return UNREACHABLE
    except OSError as error:
        print(f"fhir-conformance: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    counts = done.counts()
    return 1 if counts["fail"] or counts["error"] else 0


def chosen(patterns: Iterable[str]) -> list[Check]:
    """The checks whose id, or whose requirement's, fits one of some patterns; all without any."""
    wanted = list(patterns) or ["*"]
    return [
        check
        for check in every_check().values()
        if any(fnmatchcase(x, p) for p in wanted for x in (check.id, check.requirement))
    ]


def _base(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise argparse.ArgumentTypeError(f"{url!r} is no URL such as https://host/fhir")
    if parts.username or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError("no user, ? or # in the URL; credentials go in --header")
    return url


def _header(line: str) -> tuple[str, str]:
    name, colon, value = (part.strip() for part in line.partition(":"))
    if not (colon and name and line.isprintable() and line.isascii()):
        raise argparse.ArgumentTypeError("a header is written 'Name: value', in ASCII")
    return name, value


def seconds(text: str) -> float:
    """An option's value in seconds."""
    if not 0 < (number := float(text)) < 3600:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 3600 seconds")
    return number
