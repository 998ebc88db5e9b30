"""Links between pages: all pages of a language stand in one folder."""

import json
import re
from collections.abc import Iterable

from profiles.requirements import requirements

from .content import Lang, content, title
from .markup import Html, code, join, link, tag
from .words import word

R4 = "http://hl7.org/fhir/"
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ID = re.compile(r"[A-I][1-9]\d?")


def canonical(url: str, lang: Lang) -> Html:
    """A definition by its URL: a link to its page here or in R4, with its title."""
    name = content().name_of(url)
    if name:
        return link(f"{name}.html", title(content().resources[name], lang))
    if url.startswith(f"{R4}StructureDefinition/"):
        return link(f"https://hl7.org/fhir/R4/{url.rpartition('/')[2].lower()}.html", _last(url))
    return code(_last(url) if url.startswith(R4) else url)


def _last(url: str) -> str:
    return url.rpartition("/")[2]


def page(name: str, lang: Lang) -> Html:
    """A page by its name, with the title of its resource."""
    return link(f"{name}.html", title(content().resources[name], lang))


def served(ids: Iterable[str]) -> Html:
    """Requirements by their ids."""
    known = [each for each in ids if each in requirements()]
    return join((link(f"requirements.html#{each}", each) for each in known), " ")


def ids_in(text: str) -> list[str]:
    """The ids of requirements in a text of an element or an invariant."""
    return _ID.findall(text)


def pages(names: Iterable[str], lang: Lang) -> Html:
    """A list of links, each with what its resource is."""
    rows = [
        tag("li", page(name, lang), " ", tag("span", name.replace("-", "/", 1), class_="quiet"))
        for name in names
    ]
    return tag("ul", *rows) if rows else Html()


def linked_json(name: str) -> Html:
    """A resource as it stands in its file; canonical URLs and references lead to their pages."""
    text = content().files[name].read_text(encoding="utf-8")
    parts: list[str] = []
    end = 0
    for found in _STRING.finditer(text):
        target = _target(found[1])
        if target and target != name:
            parts += [text[end : found.start()], '"', link(f"{target}.html", found[1]), '"']
            end = found.end()
    return tag("pre", tag("code", join([*parts, text[end:]])), tabindex="0")


def _target(text: str) -> str | None:
    return content().references.get(text) or content().name_of(text)


def short_json(value: object) -> Html:
    """A small value on one line."""
    return code(json.dumps(value, ensure_ascii=False))


def answer(value: bool, lang: Lang) -> str:
    """Yes or no."""
    return word("yes" if value else "no", lang)
