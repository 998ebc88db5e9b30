r"""Search type string: starts-with, `:exact` and `:contains`, over text, names and addresses.

An entry is `<folded>`, with `\u0002<text as written>` after it where the two differ. All shapes
are index-exact: the beginning of the folded text is a range (up to 200 bytes with the parameter's
name), `:exact` is one equality, `:contains` a pattern over the parameter's entries, at most 32
characters. Text whose entry would be cut is entered once more in overlapping pieces for
`:contains`.

Folding takes away case, accents, width, punctuation, and spaces beyond the first. Chinese has no
words to begin with: any part of a name is found by `:contains`, its beginning without.

Source: FHIR R4 search.html, 3.1.1.5.6 (string).
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import CUT, LAST, Filter, between, cut, equal, starting
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import unescape

from .model import Compiler, Indexed, each_of

WRITTEN = "\x02"
PIECE = "\x04"
PIECE_BYTES = 192
CONTAINS_LENGTH = 32
SORT_LENGTH = 64
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
ASCII_PUNCTUATION = str.maketrans("", "", "".join(set(string.punctuation) - set("$+<=>^`|~")))
DROPPED = frozenset({"Mn", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"})

NAME_PARTS = ("family", "given", "prefix", "suffix", "text")
ADDRESS_PARTS = ("line", "city", "district", "state", "country", "postalCode", "text")


def fold(text: str) -> str:
    """Text as it is compared: `Müller-Lüdenscheidt` is `mullerludenscheidt`."""
    if text.isascii():
        bare = text.lower().translate(ASCII_PUNCTUATION)
    else:
        spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
        kept = "".join(c for c in spread if unicodedata.category(c) not in DROPPED)
        bare = unicodedata.normalize("NFKC", kept)
    return " ".join(bare.split()) or text.strip()


def index(value: Any, kind: str, parameter: Parameter, _: Place) -> Indexed:
    """The entries of one string, HumanName or Address; sorting takes the folded text."""
    entries: list[str] = []
    keys: list[str] = []
    for text in texts(value, kind):
        folded = fold(text)
        entries.append(_entry(folded, text))
        keys.append(folded[:SORT_LENGTH])
        if cut(whole := parameter.key + entries[-1]) != whole:
            entries += _pieces(folded)
    return (entries, min(keys), max(keys)) if entries else None


def texts(value: Any, kind: str) -> Iterable[str]:
    """The strings in which a value is searched."""
    if isinstance(value, str):
        return (value,)
    if kind == "HumanName":
        return dict.fromkeys([*_parts(value, NAME_PARTS), *_chinese_name(value)])
    return dict.fromkeys(_parts(value, ADDRESS_PARTS)) if kind == "Address" else ()


def _parts(value: dict[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        part = value.get(name)
        if isinstance(part, str):
            yield part
        elif part:
            yield from filter(None, part)


def _chinese_name(name: dict[str, Any]) -> Iterator[str]:
    """Family name and given names as they are written together."""
    family = name.get("family")
    given = "".join(filter(None, name.get("given", ())))
    if family and given and HAN.search(family) and HAN.search(given):
        yield family + given


def _pieces(folded: str) -> Iterator[str]:
    """Overlapping pieces, so that whatever `:contains` may ask for stands whole in one of them."""
    width = PIECE_BYTES // len(max(folded).encode())
    step = width - CONTAINS_LENGTH + 1
    return (PIECE + folded[i : i + width] for i in range(0, len(folded), step))


def _entry(folded: str, text: str) -> str:
    written = unicodedata.normalize("NFC", text)
    return folded if folded == written else f"{folded}{WRITTEN}{written}"


def _starts(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    return starting(parameter.key + fold(unescape(raw)))


def _exact(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    text = unescape(raw)
    return equal(parameter.key + _entry(fold(text), text))


def _contains(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    folded = fold(unescape(raw))
    if len(folded) > CONTAINS_LENGTH:
        raise BadRequest(f":contains takes at most {CONTAINS_LENGTH} characters")
    pattern = f"^.{{{len(parameter.key)}}}[^{WRITTEN}{CUT}]*{re.escape(folded)}"
    return between(parameter.key, parameter.key + LAST, pattern=pattern)


MODIFIERS: dict[str, Compiler] = {
    "": partial(each_of, _starts),
    "exact": partial(each_of, _exact),
    "contains": partial(each_of, _contains),
}
