"""Links of a narrative. FHIR R4 narrative.html, section 2.4.1.

Judged with a library only: whoever asks for everything that is wrong wants to know of dead links,
whoever stores a resource does not.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from conformance.says import shown
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .fault import Json, fault, objects

_VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)')"""
_HREF = re.compile(rf"<a\s[^<>]*?\bhref{_VALUE}")
_ANCHOR = re.compile(rf"\s(?:id|name){_VALUE}")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_FOLLOWED = frozenset({"http", "https", "mailto", "tel", "sms", "ftp", "data"})


def narrative_link_faults(resource: Json, scope: Scope) -> Findings:
    """Say which links lead nowhere: to no anchor or contained resource, or by no protocol."""
    narrative = resource.get("text")
    div = narrative.get("div") if isinstance(narrative, dict) else None
    if scope.library is None or not isinstance(div, str) or "href" not in div:
        return ()
    return list(_faults(div, resource))


def _faults(div: str, resource: Json) -> Iterator[Finding]:
    anchors: set[Any] = set(_values(_ANCHOR, div))
    anchors |= {contained.get("id") for _, contained in objects(resource, "contained")}
    place = ("text", "div")
    for link in dict.fromkeys(_values(_HREF, div)):
        scheme = _SCHEME.match(link)
        if scheme and scheme[1].lower() not in _FOLLOWED:
            yield fault("narrative-link-scheme", place, link=shown(link))
        elif link[:1] == "#" and link != "#" and link[1:] not in anchors:
            yield fault("narrative-link-dead", place, link=shown(link))


def _values(attribute: re.Pattern[str], div: str) -> Iterator[str]:
    """The values of an attribute, in either kind of quotes."""
    return (unescape(double or single) for double, single in attribute.findall(div))
