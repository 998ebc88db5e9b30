"""What a narrative may hold: basic, harmless XHTML. FHIR R4 narrative.html, section 2.4.1.

The rules txt-1 (permitted elements and attributes) and txt-2 (some content), and what the page says
beside them: no scripts, no declarations, no active links.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from conformance.says import Says

_ELEMENT_NAMES = """
    a abbr acronym address area b bdo big blockquote br caption cite code col colgroup dd dfn div dl
    dt em h1 h2 h3 h4 h5 h6 hr i img kbd li map ol p pre q samp small span strong sub sup table
    tbody td tfoot th thead tr tt ul var
"""
ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_OPENING = '<div xmlns="http://www.w3.org/1999/xhtml">'
_TAG = re.compile(r"</?[a-z][a-z0-9]*/?>")
# What text between tags cannot hold as it is, or XML not at all.
_NOT_TEXT = re.compile(r"[<>&\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def narrative_faults(text: str) -> Iterator[tuple[str, Says]]:
    """Yield (rule, sentence) for what is wrong with the `div` of a narrative.

    `text` is the XHTML as it stands in JSON. The rule is txt-1 or txt-2. Named entities of HTML
    are let pass although plain XML does not know them.
    """
    if not _is_bare(text):
        from .narrative_markup import markup_faults  # noqa: PLC0415  # a parser takes long to load

        yield from markup_faults(text)


def is_narrative(text: str) -> bool:
    """Whether the `div` of a narrative keeps txt-1 and txt-2: FHIRPath's `htmlChecks()`."""
    return next(narrative_faults(text), None) is None


def _is_bare(text: str) -> bool:
    """Whether a narrative is surely fine: some text in known elements without any attribute.

    Most are, and seeing it takes a third of the time of parsing; whatever is not goes the long way.
    """
    if not text.startswith(_OPENING) or not text.endswith("</div>"):
        return False
    inside = text[len(_OPENING) :]
    words = _TAG.sub("", inside)
    if _NOT_TEXT.search(words) or words.isspace() or not words:
        return False
    return _is_nested("".join(_TAG.findall(inside)))


@lru_cache(maxsize=1024)
def _is_nested(tags: str) -> bool:
    """Whether known elements, after a first opening `div`, are closed in order. Templates recur."""
    opened = ["div"]
    for tag in tags[1:-1].split("><"):
        name = tag.strip("/")
        if not opened or name not in ELEMENTS or (tag[0] == tag[-1] == "/"):
            return False
        if tag[0] == "/":
            if opened.pop() != name:
                return False
        elif tag[-1] != "/":
            opened.append(name)
    return not opened
