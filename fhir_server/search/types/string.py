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
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import CUT, LAST, UNCUT, Filter, between, cut, equal, starting
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
PLAIN = re.compile("[0-9A-Za-z\u4e00-\u9fff]+")  # nothing to fold but case
DROPPED = frozenset({"Mn", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"})

Json = dict[str, Any]


def fold(text: str) -> str:
    """Text as it is compared: `Müller-Lüdenscheidt` is `mullerludenscheidt`."""
    if PLAIN.fullmatch(text):
        return text.lower()
    if text.isascii():
        bare = text.lower().translate(ASCII_PUNCTUATION)
    else:
        spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
        kept = "".join(c for c in spread if unicodedata.category(c) not in DROPPED)
        bare = unicodedata.normalize("NFKC", kept)
    return " ".join(bare.split()) or text.strip()


def index(value: Any, kind: str, parameter: Parameter, _: Place) -> Indexed:
    """The entries of one string, HumanName or Address; sorting takes the folded text."""
    texts = [value] if isinstance(value, str) else PARTS.get(kind, _no_parts)(value)
    if not texts:
        return None
    if len(texts) == 1:
        entry, bare = _entered(texts[0])
        if len(entry) + len(parameter.key) <= UNCUT:
            return [entry], bare[:SORT_LENGTH], bare[:SORT_LENGTH]
    entries, keys = map(list, zip(*map(_entered, texts), strict=True))
    if max(map(len, entries)) + len(parameter.key) > UNCUT:
        for entry, bare in map(_entered, texts):
            if cut(whole := parameter.key + entry) != whole:
                entries += _pieces(bare)
    return entries, min(keys)[:SORT_LENGTH], max(keys)[:SORT_LENGTH]


@lru_cache(maxsize=16_384)
def _entered(text: str) -> tuple[str, str]:
    """The entry of a string, and its folded form. Names, cities and the like recur."""
    bare = fold(text)
    written = unicodedata.normalize("NFC", text)
    return bare if bare == written else f"{bare}{WRITTEN}{written}", bare


def folded(text: str) -> str:
    """`fold`, remembered."""
    return _entered(text)[1]


def _human_name(name: Json) -> list[str]:
    """The parts of a name, and a Chinese family and given name as they are written together."""
    parts = _strings(name, "family", "given", "prefix", "suffix", "text")
    family, given = name.get("family"), "".join(filter(None, name.get("given", ())))
    if family and given and HAN.search(family) and HAN.search(given):
        parts.append(family + given)
    return parts


def _address(address: Json) -> list[str]:
    return _strings(address, "line", "city", "district", "state", "country", "postalCode", "text")


def _no_parts(_: Json) -> list[str]:
    return []


def _strings(value: Json, *names: str) -> list[str]:
    found: list[str] = []
    for name in names:
        part = value.get(name)
        if part is None:
            continue
        if isinstance(part, str):
            found.append(part)
        else:
            found += filter(None, part)
    return found


PARTS: dict[str, Callable[[Json], list[str]]] = {"HumanName": _human_name, "Address": _address}


def _pieces(text: str) -> Iterator[str]:
    """Overlapping pieces, so that whatever `:contains` may ask for stands whole in one of them.

    Those that reach the end of the text are marked by one more PIECE.
    """
    width = PIECE_BYTES // len(max(text).encode())
    step = width - CONTAINS_LENGTH + 1
    for i in range(0, len(text), step):
        yield PIECE + text[i : i + width] + (PIECE if i + width >= len(text) else "")


def _starts(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    return starting(parameter.key + fold(unescape(raw)))


def _exact(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    return equal(parameter.key + _entered(unescape(raw))[0])


def _contains(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    part = fold(unescape(raw))
    if len(part) > CONTAINS_LENGTH:
        raise BadRequest(f":contains takes at most {CONTAINS_LENGTH} characters")
    pattern = f"^.{{{len(parameter.key)}}}[^{WRITTEN}{CUT}]*{re.escape(part)}"
    return between(parameter.key, parameter.key + LAST, pattern=pattern)


MODIFIERS: dict[str, Compiler] = {
    "": partial(each_of, _starts),
    "exact": partial(each_of, _exact),
    "contains": partial(each_of, _contains),
}
