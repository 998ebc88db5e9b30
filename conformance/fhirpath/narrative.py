"""What a narrative may hold: basic XHTML. FHIR R4, narrative.html, section 2.4.1."""

import html
import re

from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"
_ELEMENTS = frozenset(
    ["a", "abbr", "acronym", "b", "big", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "dfn", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "q", "samp", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "ul", "var"]
)
_COMMON = frozenset(
    ["class", "dir", "id", "lang", "style", "title", "{http://www.w3.org/XML/1998/namespace}lang"]
)
_ATTRIBUTES = {
    "a": "accesskey charset coords href hreflang name rel rev shape tabindex type",
    "blockquote": "cite",
    "col": "align char charoff span valign width",
    "colgroup": "align char charoff span valign width",
    "img": "alt border height ismap longdesc src usemap width",
    "q": "cite",
    "table": "border cellpadding cellspacing frame rules summary width",
    "tbody": "align char charoff valign",
    "td": "abbr align axis char charoff colspan headers height nowrap rowspan scope valign width",
    "tfoot": "align char charoff valign",
    "th": "abbr align axis char charoff colspan headers height nowrap rowspan scope valign width",
    "thead": "align char charoff valign",
    "tr": "align char charoff valign",
    "ol": "compact start type",
    "ul": "compact type",
    "li": "type value",
    "pre": "width",
    "hr": "align noshade size width",
    "br": "clear",
}
_ALLOWED = {name: _COMMON | set(_ATTRIBUTES.get(name, "").split()) for name in _ELEMENTS}
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]*;)")


def is_narrative(text: str) -> bool:
    """Whether a string is one XHTML `div` with some content, of permitted elements only.

    Named entities of HTML are let pass, declarations and processing instructions are not.
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text or "<?" in text:
        return False
    known = _ENTITY.sub(lambda m: html.unescape(m[0]), text)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(known.encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        return False
    return root.tag == f"{_XHTML}div" and all(map(_permitted, root.iter())) and _has_content(root)


def _permitted(element: etree._Element) -> bool:
    if element.tag is etree.Comment:
        return True
    if not isinstance(element.tag, str) or not element.tag.startswith(_XHTML):
        return False
    allowed = _ALLOWED.get(element.tag.removeprefix(_XHTML))
    return allowed is not None and allowed.issuperset(map(str, element.attrib))


def _has_content(root: etree._Element) -> bool:
    text = "".join(root.itertext("*"))
    return bool(text.strip()) or root.find(f".//{_XHTML}img") is not None
