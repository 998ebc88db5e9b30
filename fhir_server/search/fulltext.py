r"""`_text` and `_content`: resources whose narrative, or whose whole content, has some words.

An entry is `_text\u0001<word>`, folded; Chinese, which has no spaces, is entered as pairs of
neighbouring characters. What is asked for is cut up the same way, and all of it must occur: a
resource may have the pairs of 糖尿病 apart. One Chinese character is found as what begins a pair.

It takes many entries, so a setting switches it on; what was stored before that is found after
`fhir-server reindex`.

Source: FHIR R4 search.html, 3.1.1.4.10 (text search).
"""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape as unescape_html
from typing import Any

from conformance.definitions import is_a
from fhir_server.errors import BadRequest, NotSupported

from .catalogue import require_standard
from .context import SearchContext
from .filters import SEPARATOR, Filter, all_of, any_of, equal, starting
from .params import unescape, values_of

TEXT, CONTENT = "_text", "_content"
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")
TAG = re.compile(r"<[^>]*>")
MOST_BYTES = 60
UNREAD = frozenset({"data", "resourceType"})
"""Properties that are no text: base64, and what every resource of a type has."""
OFF = "is switched off; the setting FHIR_TEXT_SEARCH switches it on"

Json = dict[str, Any]


def text_entries(resource: Json) -> Iterator[str]:
    """The entries of the narrative and of all content."""
    narrative = (resource.get("text") or {}).get("div") or ""
    found = dict.fromkeys(pieces(_plain(narrative)))
    yield from (f"{TEXT}{SEPARATOR}{piece}" for piece in found)
    for text in _strings(resource):
        found |= dict.fromkeys(pieces(_plain(text) if text[:4] == "<div" else text))
    yield from (f"{CONTENT}{SEPARATOR}{piece}" for piece in found)


def compile_text(code: str, resource_type: str, text: str, ctx: SearchContext) -> Filter:
    """The filter of one of the two parameters; refused by name when they are switched off."""
    if not ctx.text_search:
        raise NotSupported(f"{code} {OFF}")
    if code == TEXT and not is_a(resource_type, "DomainResource"):
        raise NotSupported(f"a {resource_type} has no narrative")
    require_standard(resource_type, f"{code!r} of {resource_type}")
    return any_of(_all(code + SEPARATOR, unescape(value)) for value in values_of(text))


def _all(key: str, text: str) -> Filter:
    wanted = dict.fromkeys(pieces(text, asked=True))
    if not wanted:
        raise BadRequest(f"{text[:64]!r} has no word to look for")
    return all_of(_one(key, piece) for piece in wanted)


def _one(key: str, piece: str) -> Filter:
    if len(piece.encode()) > MOST_BYTES:
        raise BadRequest(f"a word has at most {MOST_BYTES} bytes")
    alone = len(piece) == 1 and IS_HAN.match(piece)
    return starting(key + piece) if alone else equal(key + piece)


def pieces(text: str, *, asked: bool = False) -> Iterator[str]:
    """The folded words of a text, Chinese in pairs.

    As stored, words too long to be asked for are left out, and the last character of Chinese stands
    alone too; as `asked`, one that stands alone does.
    """
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    for word in WORD.findall(unicodedata.normalize("NFC", bare)):
        if IS_HAN.match(word):
            yield from (word[i : i + 2] for i in range(len(word) - 1))
            if not asked or len(word) == 1:
                yield word[-1]
        elif asked or len(word.encode()) <= MOST_BYTES:
            yield word


def _plain(xhtml: str) -> str:
    return unescape_html(TAG.sub(" ", xhtml))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in UNREAD:
                yield from _strings(item)
