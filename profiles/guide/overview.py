"""The page at the start of each language, and that at the root which lets choose one."""

from collections.abc import Iterator

from .content import Lang, content
from .links import pages
from .markup import Html, join, link, prose, tag
from .picture import picture
from .structure import listed, section
from .words import texts, word

# What else is published, besides what has a page of its own in the navigation.
_KINDS = (
    "CapabilityStatement",
    "OperationDefinition",
    "SearchParameter",
    "Measure",
    "Library",
    "PlanDefinition",
    "Questionnaire",
    "ActivityDefinition",
)


def overview(lang: Lang) -> Html:
    """The picture, and a table of the profiles."""
    drawn = tag("figure", picture(lang), tag("figcaption", word("picture-note", lang)))
    return join(
        [
            prose(word("introduction", lang)),
            section("picture", lang, drawn),
            section("profiles", lang, join(_subjects(lang))),
            *(section(kind, lang, pages(_published(kind), lang)) for kind in _KINDS),
        ]
    )


def _subjects(lang: Lang) -> Iterator[Html]:
    """The profiles by what they are about."""
    for subject in texts("subjects")["subject"]:
        names = [f"StructureDefinition-{name}" for name in subject["profiles"]]
        yield join([tag("h3", subject["name"][lang == "zh"]), listed(names, lang)])


def _published(kind: str) -> list[str]:
    """The resources of a type that are no examples."""
    return [n for n in content().of(kind) if content().files[n].parent.name != "examples"]


def choice() -> Html:
    """The two languages."""
    zh, en = (word("guide", lang) for lang in ("zh", "en"))
    return join(
        [
            tag("p", link("zh/index.html", zh), lang="zh-CN"),
            tag("p", link("en/index.html", en), lang="en"),
        ]
    )
