"""Which pages there are, and the frame of each."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import get_args

from .adopt import adopt
from .content import Lang, content, title
from .markup import Html, join, link, tag
from .overview import choice, overview
from .structure import example, listed, structure
from .tables import policy_table, requirement_table
from .terminology import code_system, concept_map, listing, naming_system, value_set
from .words import word

STYLE = "guide.css"
ROOT = "index.html"
_LANGUAGES: tuple[Lang, ...] = get_args(Lang)

Body = Callable[[Lang], Html]


def _extensions(lang: Lang) -> Html:
    return listed(content().extensions(), lang)


# The pages of the navigation: name, title, content.
_MAIN: dict[str, tuple[str, Body]] = {
    "index": ("overview", overview),
    "extensions": ("extensions", _extensions),
    "codes": ("codes", listing),
    "requirements": ("requirements", requirement_table),
    "policies": ("policies", policy_table),
    "adopt": ("adopt", adopt),
}
# The page of a resource by its type; of any other it shows the JSON.
_RESOURCE: dict[str, Callable[[str, Lang], Html]] = {
    "StructureDefinition": structure,
    "CodeSystem": code_system,
    "ValueSet": value_set,
    "ConceptMap": concept_map,
    "NamingSystem": naming_system,
}


def paths() -> Iterator[str]:
    """The paths of all files of the guide."""
    yield from (ROOT, STYLE)
    for lang in _LANGUAGES:
        yield from (f"{lang}/{name}.html" for name in (*_MAIN, *content().resources))


def render(path: str) -> str | None:
    """A file of the guide by its path, such as `zh/index.html`; None where there is none."""
    if path == STYLE:
        return Path(__file__).with_name(STYLE).read_text(encoding="utf-8")
    if path == ROOT:
        return _document("en", word("guide", "en"), choice(), STYLE)
    folder, _, file = path.partition("/")
    lang = next((each for each in _LANGUAGES if each == folder), None)
    named = _page(file.removesuffix(".html"), lang) if lang and file.endswith(".html") else None
    if lang is None or named is None:
        return None
    heading, body = named
    top = [_navigation(file, lang), tag("h1", heading)]
    return _document(lang, heading, join([*top, tag("main", body(lang))]), f"../{STYLE}")


def _page(name: str, lang: Lang) -> tuple[str, Body] | None:
    """The heading of a page and what makes its body."""
    if name in _MAIN:
        head, body = _MAIN[name]
        return word("guide" if name == "index" else head, lang), body
    resource = content().resources.get(name)
    if resource is None:
        return None
    make = _RESOURCE.get(resource["resourceType"], example)
    return title(resource, lang), partial(make, name)


def _navigation(file: str, lang: Lang) -> Html:
    """Links to the main pages, and to this page in the other language."""
    other: Lang = "en" if lang == "zh" else "zh"
    links = [link(f"{name}.html", word(head, lang)) for name, (head, _) in _MAIN.items()]
    switch = tag(
        "a", word("other", lang), href=f"../{other}/{file}", hreflang=other, class_="other"
    )
    return tag("nav", *links, switch)


def _document(lang: Lang, heading: str, body: Html, style: str) -> str:
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", heading),
        tag("link", rel="stylesheet", href=style),
    )
    html = tag("html", head, tag("body", body), lang="zh-CN" if lang == "zh" else lang)
    return f"<!DOCTYPE html>\n{html}\n"
