"""The page of a profile or an extension: what it is, its elements, rules and examples."""

from collections.abc import Iterator
from typing import Any

from profiles import Json

from .content import Lang, content, purpose, said, title, translated
from .links import canonical, ids_in, linked_json, pages, served, short_json
from .markup import Html, code, inline, join, link, prose, table, tag
from .words import word


def structure(name: str, lang: Lang) -> Html:
    """The page of a StructureDefinition."""
    definition = content().resources[name]
    users, conforming = content().users_of(name)
    return join(
        [
            about(definition, lang),
            _elements(definition, lang),
            _rules(definition, lang),
            section("uses", lang, _extensions_used(definition, lang)),
            section("examples", lang, pages(conforming, lang)),
            section("used-by", lang, pages(users, lang)),
        ]
    )


def section(head: str, lang: Lang, body: Html) -> Html:
    """A part of a page under its heading; nothing where it is empty."""
    return join([tag("h2", word(head, lang), id=head), body]) if body else Html()


def about(definition: Json, lang: Lang) -> Html:
    """What every definition says of itself: description, URL, requirements, sources."""
    described = translated(definition, "description", lang)
    # What has no translation is shown as it was written, and marked so.
    foreign = None if described or lang == "en" else definition.get("language", "en")
    requirements, source = purpose(definition, lang)
    contexts = [code(c["expression"]) for c in definition.get("context", ())]
    base = definition.get("baseDefinition")
    rows = {
        "url": code(definition["url"]) if "url" in definition else "",
        "type": code(definition["type"]) if isinstance(definition.get("type"), str) else "",
        "base": canonical(base, lang) if base else "",
        "context": join(contexts, ", "),
        "requirements": served(requirements),
        "source": source,
    }
    shown = [
        Html(tag("dt", word(key, lang)) + tag("dd", value)) for key, value in rows.items() if value
    ]
    text = described or said(definition, "description", lang)
    return join([prose(text, foreign), tag("dl", *shown)])


def example(name: str, lang: Lang) -> Html:
    """The page of an example or another resource without rules: the resource as JSON."""
    resource = content().resources[name]
    declared = resource.get("meta", {}).get("profile", [])
    conforms = tag("ul", *(tag("li", canonical(url, lang)) for url in declared))
    users, _ = content().users_of(name)
    return join(
        [
            about(resource, lang) if "url" in resource else Html(),
            section("conforms", lang, conforms if declared else Html()),
            tag("h2", "JSON"),
            linked_json(name),
            section("used-by", lang, pages(users, lang)),
        ]
    )


def _elements(definition: Json, lang: Lang) -> Html:
    heads = [word(key, lang) for key in ("element", "flags", "cardinality", "type", "meaning")]
    shown = [e for e in definition["differential"]["element"] if _is_worth_a_line(e)]
    rows = [_element(element, lang) for element in shown]
    note = tag("p", word("only-changed", lang), class_="quiet")
    return section("elements", lang, join([note, table(heads, rows, "elements")]))


def _is_worth_a_line(element: Json) -> bool:
    """Not the root, nor what any extension has: the list of its parts, and its URL."""
    last = element["id"].rpartition(".")[2]
    plain = last in ("extension", "modifierExtension", "url") and not element.get("mustSupport")
    return "." in element["path"] and not plain


def _element(element: Json, lang: Lang) -> list[str]:
    path = tag("code", element["id"].partition(".")[2], class_="path")
    flag = tag("abbr", "S", title=word("must-support", lang)) if element.get("mustSupport") else ""
    cardinality = f"{element['min']}..{element['max']}"
    types = join((_type(t, lang) for t in element.get("type", ())), " | ")
    return [
        path,
        flag,
        cardinality,
        join([types, *_limits(element, lang)]),
        _meaning(element, lang),
    ]


def _type(type_: Json, lang: Lang) -> Html:
    """A type with its profiles or the targets of its references."""
    name = type_["code"].rpartition(".")[2]
    named = [canonical(url, lang) for url in type_.get("profile", ())]
    targets = [canonical(url, lang) for url in type_.get("targetProfile", ())]
    parts = [join(named, " | ") if named else Html(name)]
    if targets:
        parts += [Html("("), join(targets, " | "), Html(")")]
    return join(parts)


def _limits(element: Json, lang: Lang) -> Iterator[Html]:
    """What else holds of the value: codes, a fixed value or pattern, slices."""
    if "valueSet" in element.get("binding", {}):
        binding = element["binding"]
        strength = "example-strength" if binding["strength"] == "example" else binding["strength"]
        said_of = [canonical(binding["valueSet"], lang), f" ({word(strength, lang)})"]
        yield tag("div", word("binding", lang), " ", *said_of, class_="limit")
    for key, value in element.items():
        if key.startswith(("fixed", "pattern")):
            yield tag("div", word("fixed", lang), " ", _value(value, lang), class_="limit")
    if "slicing" in element and not element["path"].endswith("xtension"):
        by = [code(d["path"]) for d in element["slicing"].get("discriminator", ())]
        yield tag("div", word("slices", lang), " ", join(by, ", "), class_="limit")


def _value(value: Any, lang: Lang) -> Html:
    """A fixed value or pattern: a code or a system of identifiers with a link, else JSON."""
    if isinstance(value, dict) and value.keys() == {"system"}:
        return canonical(value["system"], lang)
    codings = value.get("coding", [value]) if isinstance(value, dict) else []
    if not codings or not all({"system", "code"} >= c.keys() and "code" in c for c in codings):
        return short_json(value)
    return join((_coding(each) for each in codings), ", ")


def _coding(coding: Json) -> Html:
    name = content().name_of(coding.get("system", ""))
    shown = code(coding["code"])
    return link(f"{name}.html", shown) if name else shown


def _meaning(element: Json, lang: Lang) -> Html:
    """The meaning in the page's language, then in the other; the requirements it serves."""
    first, second = (said(element, "short", each) for each in _both(lang))
    lines = [tag("div", inline(first))]
    if second != first:
        lines.append(tag("div", inline(second), class_="quiet", lang=_html_lang(_both(lang)[1])))
    if "comment" in element:
        foreign = None if lang == "en" or translated(element, "comment", lang) else "en"
        lines.append(
            tag("div", inline(said(element, "comment", lang)), class_="quiet", lang=foreign)
        )
    ids = served(ids_in(element.get("requirements", "")))
    return join([*lines, tag("div", ids, class_="ids") if ids else Html()])


def _both(lang: Lang) -> tuple[Lang, Lang]:
    return ("zh", "en") if lang == "zh" else ("en", "zh")


def _html_lang(lang: Lang) -> str:
    return "zh-CN" if lang == "zh" else lang


def _rules(definition: Json, lang: Lang) -> Html:
    heads = [word(key, lang) for key in ("rule", "severity", "meaning", "where", "expression")]
    rows = [
        _rule(element, constraint, lang)
        for element in definition["differential"]["element"]
        for constraint in element.get("constraint", ())
    ]
    return section("invariants", lang, table(heads, rows, "rules"))


def _rule(element: Json, constraint: Json, lang: Lang) -> list[str]:
    key = constraint["key"]
    ids = served(ids_in(constraint.get("requirements", "")))
    return [
        tag("code", key, id=key),
        word(constraint["severity"], lang),
        join([tag("div", inline(said(constraint, "human", lang))), tag("div", ids, class_="ids")]),
        code(element["id"]),
        code(constraint["expression"]),
    ]


def _extensions_used(definition: Json, lang: Lang) -> Html:
    urls = {
        url: None
        for element in definition["differential"]["element"]
        for type_ in element.get("type", ())
        if type_["code"] == "Extension"
        for url in type_.get("profile", ())
    }
    items = [tag("li", canonical(url, lang), " ", code(url.rpartition("/")[2])) for url in urls]
    return tag("ul", *items) if items else Html()


def listed(names: list[str], lang: Lang) -> Html:
    """A table of profiles or extensions: title, resource, first sentence."""
    heads = [word(key, lang) for key in ("name", "resource", "about")]
    return table(heads, (_listed(name, lang) for name in names), class_="listed")


def _listed(name: str, lang: Lang) -> list[str]:
    definition = content().resources[name]
    about_it = said(definition, "description", lang)
    on = [definition["type"]]
    if definition["type"] == "Extension":
        on = [context["expression"] for context in definition.get("context", ())]
    sentence = about_it.partition("\n")[0].partition("。" if "。" in about_it else ". ")[0]
    return [link(f"{name}.html", title(definition, lang)), code(", ".join(on)), inline(sentence)]
