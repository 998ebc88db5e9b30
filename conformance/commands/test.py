"""`fhir-conformance test`: check a FHIR server, report what it does wrong, exit 0, 1, 2 or 3."""

import argparse
import asyncio
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import urlsplit

from conformance.checks import run as runs
from conformance.checks.check import Check
from conformance.checks.reports import FORMATS, report
from conformance.checks.subjects import every_check
from conformance.says import says

from . import arguments
from .arguments import word
from .output import complain, opened, unreadable

UNREACHABLE = 3


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = arguments.parser("test")
    add = made.add_argument
    add("base_url", metavar="BASE_URL", type=_base, help=word("option-base-url"))
    add("--format", choices=FORMATS, default="text", help=word("option-format"))
    add("--output", type=Path, metavar="FILE", help=word("option-output"))
    add("--only", action="append", default=[], metavar="GLOB", help=word("option-only"))
    add(
        "--header",
        action="append",
        default=[],
        type=_header,
        metavar="'NAME: VALUE'",
        help=word("option-header"),
    )
    add("--timeout", type=seconds, default=30, metavar="S", help=word("option-timeout"))
    add("--keep", action="store_true", help=word("option-keep"))
    writing = made.add_mutually_exclusive_group()
    writing.add_argument("--write", action="store_true", default=True, help=word("option-write"))
    writing.add_argument(
        "--read-only", dest="write", action="store_false", help=word("option-read-only")
    )
    return made


def main(given: Sequence[str]) -> int:
    """Run the command; its exit status."""
    options, language = arguments.parsed(parser, given)
    checks = chosen(options.only)
    if not checks:
        complain(says("checks-none", patterns=options.only), language)
        return 2
    headers = dict(options.header)
    wishes = runs.Wishes(headers, options.timeout, keep=options.keep, write=options.write)
    try:
        done = asyncio.run(runs.run(options.base_url, checks, wishes))
        with opened(options.output) as out:
            report(options.format)(done, language, out)
    except runs.Unreachable as error:
        complain(error.reason, language)
        return UNREACHABLE
    except OSError as error:
        unreadable(error, language)
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
        raise argparse.ArgumentTypeError(word("usage-url", url=url))
    if parts.username or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError(word("usage-url-parts"))
    return url


def _header(line: str) -> tuple[str, str]:
    name, colon, value = (part.strip() for part in line.partition(":"))
    if not (colon and name and line.isprintable() and line.isascii()):
        raise argparse.ArgumentTypeError(word("usage-header"))
    return name, value


def seconds(text: str) -> float:
    """An option's value in seconds."""
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number < 3600:
        raise argparse.ArgumentTypeError(word("usage-seconds", text=text))
    return number
