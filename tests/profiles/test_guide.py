"""The guide: a page for everything in both languages, no dead link, nothing unescaped."""

import posixpath
import re
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

import profiles
from profiles import guide
from profiles.guide.__main__ import write
from profiles.guide.markup import Html, prose, tag
from profiles.guide.picture import ARROWS, BOXES
from profiles.guide.words import texts
from profiles.policies import Policy
from profiles.requirements import requirements

VOID = {"br", "link", "meta"}
STRUCTURES = [e.file.removesuffix(".json") for e in profiles.entries("StructureDefinition")]
EXTENSIONS = [
    definition
    for definition in map(profiles.load, (e.url for e in profiles.entries("StructureDefinition")))
    if definition["type"] == "Extension"
]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


class Page(HTMLParser):
    """The links, anchors, tags and text of a page; every tag has to be closed in order."""

    def __init__(self, text):
        super().__init__()
        self.links, self.anchors, self.tags, self.words, self.open = [], set(), set(), [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        self.links += [held[key] for key in ("href", "src") if key in held]
        self.anchors.add(held.get("id"))
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return "".join(self.words)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The guide as it is written."""
    folder = tmp_path_factory.mktemp("guide")
    write(folder)
    return folder


@pytest.fixture(scope="module")
def pages(folder):
    """The pages by their paths."""
    found = folder.rglob("*.html")
    return {f.relative_to(folder).as_posix(): Page(f.read_text(encoding="utf-8")) for f in found}


def translations(element):
    """The Chinese meanings that a definition gives an element."""
    for extension in element.get("_short", {}).get("extension", ()):
        parts = {p["url"]: p.get("valueCode", p.get("valueString")) for p in extension["extension"]}
        if parts["lang"] == "zh":
            yield parts["content"]


def plain(sentence):
    """A sentence without the marks of code."""
    return sentence.replace("`", "")


def test_everything_has_a_page_in_both_languages(pages):
    files = [*profiles.GENERATED.glob("[A-Z]*-*.json"), *profiles.GENERATED.glob("examples/*")]
    wanted = {f"{lang}/{file.stem}.html" for lang in ("zh", "en") for file in files}
    assert wanted <= pages.keys()
    for path in wanted:
        other = path.replace("zh/", "en/") if path.startswith("zh/") else path.replace("en/", "zh/")
        assert f"../{other}" in pages[path].links


def test_no_link_is_dead(pages):
    known = set(guide.paths())
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert link.startswith("https://hl7.org/fhir/R4/")
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
            target = path if not parts.path else target
            assert target in known, (path, link)
            assert not parts.fragment or parts.fragment in pages[target].anchors, (path, link)


def test_every_definition_is_listed(pages):
    main = ("index", "extensions", "codes")
    for lang in ("zh", "en"):
        listed = {link for name in main for link in pages[f"{lang}/{name}.html"].links}
        assert {f"{file.stem}.html" for file in profiles.GENERATED.glob("[A-Z]*-*.json")} <= listed


def test_every_profile_has_its_place_in_one_subject():
    placed = [
        f"StructureDefinition-{n}" for s in texts("subjects")["subject"] for n in s["profiles"]
    ]
    extensions = {f"StructureDefinition-{r['id']}" for r in EXTENSIONS}
    assert sorted(placed) == sorted(set(STRUCTURES) - extensions)


def test_pages_run_nothing_and_fetch_nothing(pages):
    for path, page in pages.items():
        assert {"script", "style", "img", "iframe"}.isdisjoint(page.tags), path


def test_text_is_escaped_unless_it_was_made_as_html(pages):
    hostile = '<script>"&'
    assert tag("p", hostile) == "<p>&lt;script&gt;&quot;&amp;</p>"
    assert tag("p", Html("<b></b>"), title=hostile).startswith(
        '<p title="&lt;script&gt;&quot;&amp;'
    )
    assert "<script" not in prose(f"{hostile}\n\n- `{hostile}`\n- **{hostile}**")
    # What definitions say with angle brackets arrives as text.
    for name in STRUCTURES:
        definition = profiles.read(f"{name}.json")
        for element in definition["differential"]["element"]:
            for constraint in element.get("constraint", ()):
                assert constraint["expression"] in pages[f"en/{name}.html"].text


@pytest.mark.parametrize("name", STRUCTURES)
def test_elements_and_rules_are_said_in_chinese(name, pages):
    text = pages[f"zh/{name}.html"].text
    definition = profiles.read(f"{name}.json")
    for element in definition["differential"]["element"]:
        if element.get("mustSupport"):
            assert element["id"].partition(".")[2] in text
            assert all(plain(meaning) in text for meaning in translations(element))
        for constraint in element.get("constraint", ()):
            assert constraint["key"] in pages[f"zh/{name}.html"].anchors
            human = constraint["_human"]["extension"][0]["extension"][1]["valueString"]
            assert plain(human) in text


def test_the_contract_says_what_its_definition_says(pages):
    text = pages["en/StructureDefinition-fd-contract.html"].text
    for said in ("applies.start", "1..1", "Period as signed", "fd-contract-1"):
        assert said in text
    links = pages["en/StructureDefinition-fd-contract.html"].links
    for link in (
        "StructureDefinition-fd-resident.html",
        "StructureDefinition-contract-state.html",
        "ValueSet-signing-kind.html",
        "CodeSystem-contract-party.html",
        "requirements.html#D1",
        "Contract-example-contract-household.html",
    ):
        assert link in links


def test_a_system_of_identifiers_is_named_in_both_languages(pages):
    for lang, name in (("zh", "统一社会信用代码"), ("en", "Unified social credit code")):
        assert name in pages[f"{lang}/StructureDefinition-fd-institution.html"].words
        assert name in pages[f"{lang}/codes.html"].words


def test_each_code_is_in_the_table_of_its_system(pages):
    def codes(concepts):
        for concept in concepts:
            yield concept["code"]
            yield from codes(concept.get("concept", ()))

    for entry in profiles.entries("CodeSystem"):
        words = set(pages[f"zh/{entry.file.removesuffix('.json')}.html"].words)
        assert words >= set(codes(profiles.load(entry.url).get("concept", ())))


def test_all_requirements_have_a_row_that_can_be_linked_to(pages):
    for lang in ("zh", "en"):
        assert requirements().keys() <= pages[f"{lang}/requirements.html"].anchors
    assert all(r.chinese in pages["zh/requirements.html"].text for r in requirements().values())


def test_policies_stand_side_by_side_with_what_they_inherit(pages):
    text = pages["en/policies.html"].text
    assert text.index("capacity.max_per_team") < text.index("500", text.index("capacity.max"))
    assert "next-calendar-year" in text
    assert "inherited" in text
    matters = dict(texts("matters"))
    for part in fields(Policy):
        if is_dataclass(part.default):
            keys = [part.name, *(f"{part.name}.{f.name}" for f in fields(part.default))]
            assert all(CHINESE.search(matters.pop(key)) for key in keys)
    assert matters == {}


@pytest.mark.parametrize(("holder", "target"), [arrow[:2] for arrow in ARROWS])
def test_an_arrow_of_the_picture_is_a_reference_of_the_profile(holder, target):
    url = f"{profiles.CANONICAL}/StructureDefinition/fd-"
    elements = profiles.load(url + holder)["differential"]["element"]
    assert any(url + target in t.get("targetProfile", ()) for t in types_of(elements))


def types_of(elements):
    """The types of elements, and those of the extensions among them."""
    for element in elements:
        for type_ in element.get("type", ()):
            yield type_
            for extension in filter(profiles.find, type_.get("profile", ())):
                yield from types_of(profiles.load(extension)["differential"]["element"])


def test_no_box_of_the_picture_hides_another_or_lies_apart():
    assert len({box[:2] for box in BOXES.values()}) == len(BOXES)
    assert {name for arrow in ARROWS for name in arrow[:2]} == BOXES.keys()


def test_every_file_is_written(folder):
    written = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}
    assert written == set(guide.paths())
    assert "guide.css" in written
