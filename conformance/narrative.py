"""What a narrative may hold: basic, harmless XHTML. FHIR R4 narrative.html, section 2.4.1.

The rules txt-1 (permitted elements and attributes) and txt-2 (some content), and what the page says
beside them: no scripts, no declarations, no active links.
"""

import re
from collections.abc import Iterator
from html.entities import name2codepoint

from lxml import etree

from conformance.says import Says, says, shown

_XHTML = "{http://www.w3.org/1999/xhtml}"
_ELEMENT_NAMES = """
    a abbr acronym address area b bdo big blockquote br caption cite code col colgroup dd dfn div dl
    dt em h1 h2 h3 h4 h5 h6 hr i img kbd li map ol p pre q samp small span strong sub sup table
    tbody td tfoot th thead tr tt ul var
"""
_ATTRIBUTE_NAMES = """
    abbr accesskey align alt axis bgcolor border cellhalign cellpadding cellspacing cellvalign char
    charoff charset cite class colspan compact coords dir frame headers height href hreflang hspace
    id lang longdesc name nohref noshade nowrap rel rev rowspan rules scope shape size span src
    start style summary tabindex title type usemap valign value vspace width
    {http://www.w3.org/XML/1998/namespace}lang {http://www.w3.org/XML/1998/namespace}space
"""
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_LINKS = frozenset({"href", "src", "cite", "longdesc", "usemap"})
_SCRIPT = re.compile(r"(?:javascript|vbscript|data|livescript|mocha):", re.IGNORECASE)
_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|bmp|webp)[;,]", re.IGNORECASE)
_ACTIVE_STYLE = re.compile(
    r"expression\s*\(|javascript:|vbscript:|@import|-moz-binding|behavior\s*:|\\", re.IGNORECASE
)
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]+")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_OPENING = '<div xmlns="http://www.w3.org/1999/xhtml">'
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(/?)>")
# What text between tags cannot hold as it is, or XML not at all.
_NOT_TEXT = re.compile(r"[<>&\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


def narrative_faults(text: str) -> Iterator[tuple[str, Says]]:
    """Yield (rule, sentence) for what is wrong with the `div` of a narrative.

    `text` is the XHTML as it stands in JSON. The rule is txt-1 or txt-2. Named entities of HTML
    are let pass although plain XML does not know them.
    """
    if _is_bare(text):
        return
    if "<!DOCTYPE" in text or "<!ENTITY" in text or "<?" in text:
        yield "txt-1", says("narrative-declaration")
        return
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    try:
        root = etree.fromstring(text.encode(), _PARSER)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        yield "txt-1", says("narrative-form", why=_reason(error))
        return
    if root.tag != f"{_XHTML}div":
        yield "txt-1", says("narrative-div")
        return
    for element in root.iter():
        if element.tag is not etree.Comment:
            yield from (("txt-1", sentence) for sentence in _element_faults(element))
    has_text = any(str(text).strip() for text in root.itertext("*"))
    if not has_text and root.find(f".//{_XHTML}img[@src]") is None:
        yield "txt-2", says("narrative-empty")


def is_narrative(text: str) -> bool:
    """Whether the `div` of a narrative keeps txt-1 and txt-2: FHIRPath's `htmlChecks()`."""
    return next(narrative_faults(text), None) is None


def _is_bare(text: str) -> bool:
    """Whether a narrative is surely fine: some text in known elements without any attribute.

    Most are, and seeing it takes a third of the time of parsing; whatever is not goes the long way.
    """
    if not text.startswith(_OPENING) or not text.endswith("</div>"):
        return False
    parts = _TAG.split(text[len(_OPENING) :])
    words = "".join(parts[::4])
    if _NOT_TEXT.search(words) or words.isspace() or not words:
        return False
    opened = ["div"]
    for closing, name, empty in zip(parts[1::4], parts[2::4], parts[3::4], strict=True):
        if not opened or name not in _ELEMENTS or (closing and empty):
            return False
        if not closing and not empty:
            opened.append(name)
        elif closing and opened.pop() != name:
            return False
    return not opened


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    known = name in name2codepoint and name not in _XML_ENTITIES
    return chr(name2codepoint[name]) if known else entity[0]


def _reason(error: Exception) -> str:
    """Return the parser's sentence without the name it gives the text."""
    return str(error).removesuffix(")").replace(" (<string>, line ", ", line ")


def _element_faults(element: etree._Element) -> Iterator[Says]:
    name = str(element.tag).removeprefix(_XHTML)
    if name not in _ELEMENTS:
        yield says("narrative-element", name=name)
        return
    for key, value in element.attrib.items():
        attribute = str(key)
        if attribute not in _ATTRIBUTES:
            yield says("narrative-attribute", name=shown(attribute))
        elif attribute in _LINKS and _is_active(attribute, str(value)):
            yield says("narrative-script", name=attribute, value=shown(str(value)))
        elif attribute == "style" and _ACTIVE_STYLE.search(str(value)):
            yield says("narrative-style", value=shown(str(value)))


def _is_active(attribute: str, link: str) -> bool:
    """Whether a browser would run the link: it skips blanks and control characters in a scheme."""
    bare = _IGNORED_BY_BROWSERS.sub("", link)
    return bool(_SCRIPT.match(bare)) and not (attribute == "src" and _IMAGE.match(bare))
