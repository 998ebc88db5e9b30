"""The command line in the language of its user: argparse, with the words of our tables."""

import argparse
import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import pairwise
from typing import Any

from conformance.says import Language
from conformance.words import ARGPARSE, COMMAND_TEXTS

_language: ContextVar[Language] = ContextVar("_language", default="en")


def spoken(environment: Mapping[str, str] = os.environ) -> Language:
    """Chinese where the system speaks it, else English."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, names), "").lower().startswith("zh") else "en"


def parsed(
    make: Callable[[], argparse.ArgumentParser], arguments: Sequence[str]
) -> tuple[argparse.Namespace, Language]:
    """The options of a command, and the language to speak: that of `--lang`, else the system's.

    The language counts from here on, for `word` too, and for what is wrong with the options.
    """
    language = speak(arguments)
    with _argparse_in(language):
        return make().parse_args(arguments), language


def speak(arguments: Sequence[str]) -> Language:
    """Speak the language that arguments ask for, else that of the system, from here on."""
    asked = [value for name, value in pairwise(arguments) if name == "--lang"]
    asked += [each.removeprefix("--lang=") for each in arguments if each.startswith("--lang=")]
    language: Language = "zh" if (asked or [spoken()])[-1] == "zh" else "en"
    _language.set(language)
    return language


def word(key: str, **args: Any) -> str:
    """A row of `COMMAND_TEXTS` in the language that is spoken."""
    english, chinese = COMMAND_TEXTS[key]
    return (chinese if _language.get() == "zh" else english).format_map(args)


def parser(command: str) -> argparse.ArgumentParser:
    """A parser for a command, with what it is for, its exit status, and `--lang`."""
    made = argparse.ArgumentParser(
        f"fhir-conformance {command}",
        description=word(f"command-{command}"),
        epilog=word(f"status-{command}") if f"status-{command}" in COMMAND_TEXTS else None,
        allow_abbrev=False,
        formatter_class=_Formatter,
    )
    return _with_language(made)


def add_action(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str
) -> argparse.ArgumentParser:
    """Add an action to a command, with what it is for and `--lang`."""
    does = word(f"option-{name}")
    made = actions.add_parser(name, help=does, description=does, formatter_class=_Formatter)
    return _with_language(made)


def _with_language(to: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Add `--lang`, which may stand anywhere and has been read already."""
    to.add_argument("--lang", choices=("zh", "en"), help=word("option-lang"))
    return to


@contextmanager
def _argparse_in(language: Language) -> Iterator[None]:
    """Argparse asks gettext for its words; while this lasts, it is given ours."""
    if language == "en":
        yield
        return
    names = vars(argparse)
    kept = {name: names[name] for name in ("_", "ngettext")}
    names["_"] = lambda text: ARGPARSE.get(text, text)
    names["ngettext"] = lambda one, many, n: ARGPARSE.get(one if n == 1 else many, many)
    try:
        yield
    finally:
        names.update(kept)


class _Formatter(argparse.HelpFormatter):
    """Help whose lines are as wide as the terminal, where Chinese characters take two columns."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        if text.isascii():
            return super()._split_lines(text, width)
        lines, room = [""], width
        for character in " ".join(text.split()):
            columns = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            if columns > room:
                lines.append("")
                room = width
            lines[-1] += character
            room -= columns
        return lines

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in self._split_lines(text, width - len(indent)))
