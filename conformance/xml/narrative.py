"""The narrative: XHTML inside XML, a string in JSON, the same characters in both.

Source: FHIR R4 json.html, section 2.6.2.7 (narrative); narrative.html.
"""

import re
from html.entities import html5
from xml.parsers import expat

from conformance.says import says

from .errors import XmlError

XHTML = "http://www.w3.org/1999/xhtml"
NAMESPACE_SEPARATOR = " "

_PREDEFINED = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_ENTITY = re.compile(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->|&([A-Za-z][A-Za-z0-9]*;)", re.DOTALL)


def without_named_entities(text: str) -> str:
    """The text with `&nbsp;` as `&#160;`: XML without a DTD does not know HTML's names."""
    return _ENTITY.sub(_numeric, text) if "&" in text else text


def _numeric(match: re.Match[str]) -> str:
    name = match[1]
    if name is None or name in _PREDEFINED or name not in html5:
        return match[0]
    return "".join(f"&#{ord(character)};" for character in html5[name])


_START_TAG = re.compile(r"""<div(?:[^"'<>]|"[^"<]*"|'[^'<]*')*>""")


def for_json(source: str, prefix: str) -> str:
    """A `div` as it stood in XML, able to stand alone: its namespace declared, and by default."""
    if prefix:
        source = re.sub(rf"(</?){re.escape(prefix)}:", r"\1", source)
    return source if _declares_namespace(source) else _with_namespace(source)


def for_xml(div: str) -> str:
    """A `div` from JSON, fit to stand in XML: one element, well-formed, in its namespace."""
    text = without_named_entities(div).strip()
    root = _root_of(text)
    if root == "div" and not _declares_namespace(text):
        return _with_namespace(text)
    if root.split(NAMESPACE_SEPARATOR) != [XHTML, "div"]:
        raise XmlError(says("xml-narrative-div"))
    return text


def _declares_namespace(div: str) -> bool:
    start = _START_TAG.match(div)
    return start is None or re.search(r"\sxmlns\s*=", start[0]) is not None


def _with_namespace(div: str) -> str:
    return f'<div xmlns="{XHTML}"{div[len("<div") :]}'


def _root_of(text: str) -> str:
    """The name of the one element of a document, with its namespace before it."""
    names: list[str] = []
    parser = expat.ParserCreate(namespace_separator=NAMESPACE_SEPARATOR)
    parser.StartDoctypeDeclHandler = _refuse
    parser.XmlDeclHandler = _refuse
    parser.StartElementHandler = lambda name, _: names.append(name)
    try:
        parser.Parse(text.encode(), True)
    except (expat.ExpatError, UnicodeEncodeError) as error:
        raise XmlError(says("xml-narrative-form", why=str(error))) from error
    return names[0]


def _refuse(*_: object) -> None:
    raise XmlError(says("xml-narrative-declaration"))
