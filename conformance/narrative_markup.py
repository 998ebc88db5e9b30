"""Narratives with more than bare tags: parsed, and judged element by element."""

import re
from collections.abc import Iterator
from html.entities import name2codepoint

from lxml import etree

from conformance.says import Says, says, shown

from .narrative import ELEMENTS

_XHTML = "{http://www.w3.org/1999/xhtml}"
_ATTRIBUTE_NAMES = """
    abbr accesskey align alt axis bgcolor border cellhalign cellpadding cellspacing cellvalign char
    charoff charset cite class colspan compact coords dir frame headers height href hreflang hspace
    id lang longdesc name nohref noshade nowrap rel rev rowspan rules scope shape size span src
    start style summary tabindex title type usemap valign value vspace width
    {http://www.w3.org/XML/1998/namespace}lang {http://www.w3.org/XML/1998/namespace}space
"""
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_LINKS = frozenset({"href", "src", "cite", "longdesc", "usemap"})
_SCRIPT = re.compile(r"(?:javascript|vbscript|data|livescript|mocha):", re.IGNORECASE)
_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|bmp|webp)[;,]", re.IGNORECASE)
_ACTIVE_STYLE = re.compile(
    r"expression\s*\(|javascript:|vbscript:|@import|-moz-binding|behavior\s*:|\\", re.IGNORECASE
)
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]+")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


def markup_faults(text: str) -> Iterator[tuple[str, Says]]:
    """Yield (rule, sentence) for what is wrong with a `div`, as `narrative_faults` does."""
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


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    known = name in name2codepoint and name not in _XML_ENTITIES
    return chr(name2codepoint[name]) if known else entity[0]


def _reason(error: Exception) -> str:
    """Return the parser's sentence without the name it gives the text."""
    return str(error).removesuffix(")").replace(" (<string>, line ", ", line ")


def _element_faults(element: etree._Element) -> Iterator[Says]:
    name = str(element.tag).removeprefix(_XHTML)
    if name not in ELEMENTS:
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
