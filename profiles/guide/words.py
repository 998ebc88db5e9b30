"""The words of the guide itself, in English and Chinese: the `.toml` files here."""

import tomllib
from functools import cache
from pathlib import Path

from profiles import Json

from .content import Lang


def word(key: str, lang: Lang) -> str:
    """A word of the guide in a language."""
    both: list[str] = texts("words")[key]
    return both[lang == "zh"]


@cache
def texts(name: str) -> Json:
    """A file of texts by its name without `.toml`."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
