"""The pages of the requirements and of the regional policies."""

import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from profiles import Json, policies
from profiles.policies import Policy, Setting, Value
from profiles.requirements import (
    Carriers,
    Requirement,
    cited_by,
    own_invariants,
    requirements,
    sources,
)

from .content import Lang, content
from .links import answer, ids_in, page, served
from .markup import Html, code, join, link, table, tag
from .words import texts, word

_KINDS = ("operations", "rules", "measures", "adapters", "checks")


def requirement_table(lang: Lang) -> Html:
    """All requirements, with what is demanded, by whom, and what carries it."""
    keys = ("code", "name", "demand", "source", "carriers")
    heads = [word(key, lang) for key in keys]
    return table(heads, (_requirement(each, lang) for each in requirements().values()))


def _requirement(row: Requirement, lang: Lang) -> list[str]:
    said_by = [sources()[key][lang == "zh"] for key in row.sources]
    return [
        tag("span", row.id, id=row.id),
        row.chinese if lang == "zh" else row.title,
        row.rule_chinese if lang == "zh" else row.rule,
        join(tag("div", each) for each in said_by),
        join(tag("div", each) for each in _carried(row, lang)),
    ]


def _carried(row: Requirement, lang: Lang) -> Iterator[Html]:
    """A line for each kind of what carries a requirement; else the sentence why nothing does."""
    definitions, invariants = _citations().get(row.id, ({}, {}))
    if definitions:
        yield join((page(name, lang) for name in definitions), ", ")
    if invariants:
        links = [link(f"{name}.html#{key}", code(key)) for key, name in invariants.items()]
        yield join(links, ", ")
    yield from _named(row.carriers, lang)
    for line in _named(row.planned, lang):
        yield join([word("planned", lang), ": ", line])
    if row.sentence:
        yield tag("span", row.sentence[lang == "zh"])


def _named(carriers: Carriers, lang: Lang) -> Iterator[Html]:
    for kind in _KINDS:
        names: tuple[str, ...] = getattr(carriers, kind)
        if names:
            shown = (_definition(kind, name, lang) for name in names)
            yield join([word(kind, lang), ": ", join(shown, ", ")])


def _definition(kind: str, name: str, lang: Lang) -> Html:
    """What carries a requirement, with a link to its definition where it has one."""
    pages = {"measures": {name: f"Measure-{name}"}, "operations": _operations()}.get(kind, {})
    return page(pages[name], lang) if name in pages else code(name)


@cache
def _operations() -> dict[str, str]:
    """The pages of the OperationDefinitions by what is called, such as Contract/$sign."""
    names = {name: content().resources[name] for name in content().of("OperationDefinition")}
    return {f"{type_}/${d['code']}": n for n, d in names.items() for type_ in d["resource"]}


@cache
def _citations() -> dict[str, tuple[dict[str, None], dict[str, str]]]:
    """By requirement: the profiles and extensions that cite it, the invariants with theirs."""
    found: dict[str, tuple[dict[str, None], dict[str, str]]] = {}
    for name in content().of("StructureDefinition"):
        definition = content().resources[name]
        for requirement in cited_by(definition):
            found.setdefault(requirement, ({}, {}))[0][name] = None
        for constraint in own_invariants(definition):
            for requirement in ids_in(constraint.get("requirements", "")):
                found.setdefault(requirement, ({}, {}))[1][constraint["key"]] = name
    return found


def policy_table(lang: Lang) -> Html:
    """The policies side by side, a section of the model at a time."""
    chosen = [policies.load(name) for name in policies.names()]
    named = [policy.chinese if lang == "zh" else policy.title for policy in chosen]
    parts = []
    for part in fields(Policy):
        if is_dataclass(part.default):
            rows = list(_settings(part.name, chosen, lang))
            heads = [word("setting", lang), *named]
            parts += [tag("h2", _called(part.name, lang), id=part.name), table(heads, rows, "side")]
    return join(parts)


def _settings(section: str, chosen: list[Policy], lang: Lang) -> Iterator[list[str]]:
    """A line for each matter that some policy speaks of."""
    for each in fields(getattr(chosen[0], section)):
        cells = [_cell(policy, section, each.name, lang) for policy in chosen]
        if any(cells):
            key = f"{section}.{each.name}"
            yield [join([tag("div", _called(key, lang)), code(key)]), *cells]


def _cell(policy: Policy, section: str, name: str, lang: Lang) -> Html:
    setting: Setting[Any] = getattr(getattr(policy, section), name)
    inherited = _is_inherited(policy, section, name)
    lines = [_line(value, inherited=inherited, lang=lang) for value in setting.values]
    return join(lines)


def _is_inherited(policy: Policy, section: str, name: str) -> bool:
    """Whether a policy has a setting from the one that it inherits."""
    return name not in _written(policy.id).get(section, {})


@cache
def _written(policy: str) -> Json:
    """What stands in the file of a policy itself."""
    return tomllib.loads((policies.FOLDER / f"{policy}.toml").read_text(encoding="utf-8"))


def _line(value: Value[Any], *, inherited: bool, lang: Lang) -> Html:
    days = " – ".join(str(day or "") for day in (value.valid_from, value.valid_to))
    remarks = [
        word(value.severity, lang) if value.severity else "",
        days if days != " – " else "",
        word("own", lang) if value.own else "",
        word("overridable", lang) if value.overridable else "",
        word("inherited", lang) if inherited else "",
    ]
    between = "；" if lang == "zh" else "; "
    quiet = tag("div", between.join(r for r in remarks if r), class_="quiet")
    shown = tag("strong", _shown(value.value, lang))
    return tag("div", shown, " ", served(value.requirement), quiet)


def _shown(value: Any, lang: Lang) -> str:
    match value:
        case bool():
            return answer(value, lang)
        case tuple():
            return ", ".join(value)
        case Decimal():
            return f"{value:f}"
    return str(value)


def _called(key: str, lang: Lang) -> str:
    """What a section or a matter of the policies is called."""
    plain = key.rpartition(".")[2].replace("_", " ")
    return str(texts("matters")[key]) if lang == "zh" else plain
