r"""`_text` and `_content`: resources whose narrative, or whose whole content, has some words.

An entry is `_text\u0001<word>`, folded; Chinese, which has no spaces, is entered as pairs of
neighbouring characters. What is asked for is cut up the same way, and all of it must occur: a
resource may have the pairs of 糖尿病 apart. A phrase in quotes is verified on the resource. One
Chinese character is found as what begins a pair. What AND, OR and NOT do: `text_syntax.py`.

It takes many entries, so a setting switches it on; what was stored before that is found after
`fhir-server reindex`.

Source: FHIR R4 search.html, 3.1.1.4.20 (text search).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape as unescape_html
from typing import Any

from conformance.definitions import is_a
from conformance.json import decode
from fhir_server.errors import BadRequest, NotSupported, TooCostly

from .catalogue import require_standard
from .context import SearchContext, narrowed
from .filters import NOTHING, SEPARATOR, Filter, all_of, any_of, equal, none_of, starting
from .joins import resolved
from .params import unescape, values_of
from .pending import Pending, Reader
from .text_syntax import AND, NOT, OR, Combined, Tree, read

TEXT, CONTENT = "_text", "_content"
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")
TAG = re.compile(r"<[^>]*>")
MOST_BYTES = 60
UNREAD = frozenset({"data", "resourceType"})
"""Properties that are no text: base64, and what every resource of a type has."""
MOST_READ = 5_000
OFF = "is switched off; the setting FHIR_TEXT_SEARCH switches it on"

Json = dict[str, Any]


def text_entries(resource: Json) -> Iterator[str]:
    """The entries of the narrative and of all content."""
    for code in (TEXT, CONTENT):
        found: dict[str, None] = {}
        for text in texts(code, resource):
            found |= dict.fromkeys(pieces(text))
        yield from (f"{code}{SEPARATOR}{piece}" for piece in found)


def texts(code: str, resource: Json) -> Iterator[str]:
    """What one of the two parameters reads of a resource."""
    if code == TEXT:
        yield _plain((resource.get("text") or {}).get("div") or "")
        return
    for text in _strings(resource):
        yield _plain(text) if text[:4] == "<div" else text


def compile_text(code: str, resource_type: str, text: str, ctx: SearchContext) -> Filter:
    """The filter of one of the two parameters; refused by name when they are switched off."""
    if not ctx.text_search:
        raise NotSupported(f"{code} {OFF}")
    if code == TEXT and not is_a(resource_type, "DomainResource"):
        raise NotSupported(f"a {resource_type} has no narrative")
    require_standard(resource_type, f"{code!r} of {resource_type}")
    return any_of(
        _compile(code, resource_type, read(unescape(value)), ctx) for value in values_of(text)
    )


def _compile(code: str, resource_type: str, tree: Tree, ctx: SearchContext) -> Filter:
    if isinstance(tree, Combined):
        parts = [_compile(code, resource_type, part, ctx) for part in tree.parts]
        return COMBINED[tree.word](parts)
    wanted = list(pieces(tree.text, asked=True))
    if not wanted:
        raise BadRequest(f"{tree.text[:64]!r} has no word to look for")
    found = all_of(_one(code + SEPARATOR, piece) for piece in wanted)
    if not tree.adjacent or len(wanted) == 1:
        return found
    return {
        "idx": Phrase(resource_type, code, spread(tree.text), narrowed(resource_type, [found], ctx))
    }


@dataclass(frozen=True)
class Phrase(Pending):
    """Words that stand next to each other; `criterion` is what their entries say."""

    type: str
    code: str
    words: str
    criterion: Filter

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """The resources that have them so; raises TooCostly where too many have the words."""
        wanted = await resolved(store, self.criterion, session)
        found = await store.find(self.type, wanted, limit=MOST_READ + 1, session=session)
        if len(found) > MOST_READ:
            raise TooCostly(f"More than {MOST_READ:,} resources have the words of a phrase.")
        ids = [s.id for s in found if any(map(self._stands_in, texts(self.code, decode(s.json))))]
        return {"_id": {"$in": ids}} if ids else NOTHING

    def _stands_in(self, text: str) -> bool:
        return self.words in spread(text)


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
    for word in _words(text):
        if IS_HAN.match(word):
            yield from (word[i : i + 2] for i in range(len(word) - 1))
            if not asked or len(word) == 1:
                yield word[-1]
        elif asked or len(word.encode()) <= MOST_BYTES:
            yield word


def spread(text: str) -> str:
    """The folded words of a text with spaces around, each Chinese character by itself."""
    words = (" ".join(w) if IS_HAN.match(w) else w for w in _words(text))
    return f" {' '.join(words)} "


def _words(text: str) -> list[str]:
    """The folded words; what is Chinese without a break is one."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)
    )
    return WORD.findall(unicodedata.normalize("NFC", bare))


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


COMBINED: dict[str, Callable[[list[Filter]], Filter]] = {AND: all_of, OR: any_of, NOT: none_of}
