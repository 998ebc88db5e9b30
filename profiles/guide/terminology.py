"""The pages of code systems, value sets, concept maps and systems of identifiers."""

from collections.abc import Iterator

from profiles import Json

from .content import Lang, content, display, said
from .links import canonical, page, pages
from .markup import Html, code, join, table, tag
from .structure import about, section
from .words import word


def code_system(name: str, lang: Lang) -> Html:
    """The page of a CodeSystem: all codes with their displays in both languages."""
    system = content().resources[name]
    to_codes = [p for p in system.get("property", ()) if p["type"] == "code"]
    properties = {p["code"]: said(p, "description", lang) for p in to_codes}
    heads = [word(key, lang) for key in ("code", "chinese", "english", "definition")]
    rows = [
        [*_concept(*each, lang), *(_values(each[0], key) for key in properties)]
        for each in _concepts(system.get("concept", []))
    ]
    return _page(name, lang, section("codes", lang, table([*heads, *properties.values()], rows)))


def _concepts(concepts: list[Json], depth: int = 0) -> Iterator[tuple[Json, int]]:
    """The concepts of a system, each before those below it, with its depth."""
    for concept in concepts:
        yield concept, depth
        yield from _concepts(concept.get("concept", []), depth + 1)


def _concept(concept: Json, depth: int, lang: Lang) -> list[str]:
    indented = tag("span", code(concept["code"]), class_=f"depth{min(depth, 3)}")
    defined = said(concept, "definition", lang)
    return [indented, display(concept, "zh"), display(concept, "en"), defined]


def _values(concept: Json, key: str) -> Html:
    """The codes that a concept leads to by one of the properties of its system."""
    values = (p["valueCode"] for p in concept.get("property", ()) if p["code"] == key)
    return join(map(code, values), ", ")


def value_set(name: str, lang: Lang) -> Html:
    """The page of a ValueSet: what it takes from which system."""
    compose = content().resources[name].get("compose", {})
    parts = [_included(each, lang) for each in compose.get("include", ())]
    for each in compose.get("exclude", ()):
        parts += [tag("p", word("without", lang)), _included(each, lang)]
    return _page(name, lang, section("codes", lang, join(parts)))


def _included(part: Json, lang: Lang) -> Html:
    """A part of a value set: a system, or other value sets; chosen codes, filters or all."""
    froms = [part[key] for key in ("system",) if key in part] + part.get("valueSet", [])
    conditions = [f"{f['property']} {f['op']} {f['value']}" for f in part.get("filter", ())]
    chosen = part.get("concept", [])
    how = join(map(code, conditions), ", ") if conditions else word("all", lang)
    known = _known(part.get("system", ""))
    shown = chosen or ([] if conditions else list(known.values()))
    heads = [word(key, lang) for key in ("code", "chinese", "english")]
    rows = [_member(known.get(c["code"], {}) | c) for c in shown]
    top = [join((canonical(url, lang) for url in froms), " | ")]
    return join([tag("p", *top, *([] if chosen else [": ", how])), table(heads, rows)])


def _known(system: str) -> dict[str, Json]:
    """The concepts of a code system by code, none of one that is not ours."""
    name = content().name_of(system)
    concepts = content().resources[name].get("concept", []) if name else []
    return {concept["code"]: concept for concept, _ in _concepts(concepts)}


def _member(concept: Json) -> list[str]:
    return [code(concept["code"]), display(concept, "zh"), display(concept, "en")]


def concept_map(name: str, lang: Lang) -> Html:
    """The page of a ConceptMap: each code with what it becomes, and what is lost."""
    keys = ("from", "name", "equivalence", "to", "name", "remark")
    heads = [word(key, lang) for key in keys]
    parts = []
    for group in content().resources[name].get("group", ()):
        ends = [canonical(group.get(end, ""), lang) for end in ("source", "target")]
        rows = [row for element in group["element"] for row in _mapped(element, group, lang)]
        parts += [tag("p", join(ends, " → ")), table(heads, rows)]
    return _page(name, lang, section("codes", lang, join(parts)))


def _mapped(element: Json, group: Json, lang: Lang) -> Iterator[list[str]]:
    first = _end(element, group.get("source", ""), lang)
    for target in element.get("target", ()):
        to = _end(target, group.get("target", ""), lang)
        yield [*first, target["equivalence"], *to, target.get("comment", "")]
        first = ["", ""]


def _end(mapped: Json, system: str, lang: Lang) -> list[str]:
    """A code of a map with its display: that of its system where this is ours."""
    if "code" not in mapped:
        return ["", ""]
    return [code(mapped["code"]), display(_known(system).get(mapped["code"], mapped), lang)]


def naming_system(name: str, lang: Lang) -> Html:
    """The page of a NamingSystem: what identifies the identifiers."""
    ids = content().resources[name].get("uniqueId", ())
    rows = [[each["type"], code(each["value"])] for each in ids]
    return _page(name, lang, table([word("type", lang), word("system", lang)], rows))


def _page(name: str, lang: Lang, body: Html) -> Html:
    users, _ = content().users_of(name)
    top = about(content().resources[name], lang)
    return join([top, body, section("used-by", lang, pages(users, lang))])


def listing(lang: Lang) -> Html:
    """The page of all codes: a table for each kind of definition."""
    kinds = ("CodeSystem", "ValueSet", "ConceptMap", "NamingSystem")
    return join(section(kind, lang, _listing(content().of(kind), lang)) for kind in kinds)


def _listing(names: list[str], lang: Lang) -> Html:
    heads = [word("name", lang), word("url", lang)]
    return table(heads, (_row(name, lang) for name in names))


def _row(name: str, lang: Lang) -> list[str]:
    resource = content().resources[name]
    url = resource.get("url") or resource["uniqueId"][0]["value"]
    return [page(name, lang), code(url)]
