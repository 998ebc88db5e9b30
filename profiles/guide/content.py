"""What the guide tells of: the resources of `generated/`, and how they name each other.

Snapshots are read and dropped: of each element of a differential its line in the snapshot is kept,
which has what the base says. They are not read through `profiles.load`, which keeps them whole.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from profiles import GENERATED, Json
from profiles.requirements import sources

Lang = Literal["zh", "en"]

_TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
# A description in Chinese and then in English: the first words of each.
_BOTH = re.compile(r"([^。：；，]+).*。\s*([^.:;]+)", re.DOTALL)
# What is shown of an element even where its base says it.
_FROM_SNAPSHOT = {"min", "max", "type", "short", "_short", "binding"}
_PURPOSE = re.compile(r"Requirements: ([A-I0-9 ]*)\.\s*Source: (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Content:
    """The resources by the names of their pages, such as `StructureDefinition-fd-contract`.

    `urls` gives the name for a canonical URL, `examples` that for a reference such as `Contract/1`;
    `users` are the names of what mentions a canonical URL, or declares it as its profile.
    """

    resources: dict[str, Json]
    files: dict[str, Path]
    urls: dict[str, str]
    references: dict[str, str]
    users: dict[str, tuple[str, ...]]

    def of(self, *types: str) -> list[str]:
        """The names of the definitions of these types."""
        return [n for n, r in self.resources.items() if r["resourceType"] in types]

    def extensions(self) -> list[str]:
        """The names of the extensions."""
        structures = self.of("StructureDefinition")
        return [name for name in structures if self.resources[name]["type"] == "Extension"]

    def users_of(self, name: str) -> tuple[list[str], list[str]]:
        """What uses a definition: other definitions, and resources that declare it."""
        urls = urls_of(self.resources[name])
        users = [user for url in urls for user in self.users.get(url, ()) if user != name]
        declaring = [u for u in users if not set(urls).isdisjoint(declared(self.resources[u]))]
        return [user for user in users if user not in declaring], declaring

    def name_of(self, canonical: str) -> str | None:
        """The name of the page of a canonical URL, with or without version."""
        return self.urls.get(canonical) or self.urls.get(canonical.partition("|")[0])


def declared(resource: Json) -> list[str]:
    """The profiles that a resource declares."""
    profiles: list[str] = resource.get("meta", {}).get("profile", [])
    return profiles


@cache
def content() -> Content:
    """All that is in `generated/`, read once."""
    paths = [*sorted(GENERATED.glob("[A-Z]*-*.json")), *sorted(GENERATED.glob("examples/*.json"))]
    files = {path.stem: path for path in paths}
    resources = {name: _read(path) for name, path in files.items()}
    urls = {url: name for name, resource in resources.items() for url in urls_of(resource)}
    users: dict[str, dict[str, None]] = {}
    for name, resource in resources.items():
        for url in _mentioned(resource):
            if url in urls:
                users.setdefault(url, {})[name] = None
    return Content(
        resources,
        files,
        urls,
        {f"{r['resourceType']}/{r['id']}": name for name, r in resources.items()},
        {url: tuple(names) for url, names in users.items()},
    )


def _read(path: Path) -> Json:
    resource: Json = json.loads(path.read_bytes())
    if "snapshot" in resource:
        lines = {line["id"]: line for line in resource.pop("snapshot")["element"]}
        for element in resource["differential"]["element"]:
            line = lines.get(element["id"], {})
            for key in _FROM_SNAPSHOT & line.keys() - element.keys():
                element[key] = line[key]
    return resource


def urls_of(resource: Json) -> list[str]:
    """What a definition is known by: its canonical URL, or the systems of a NamingSystem."""
    own = [resource["url"]] if "url" in resource else []
    return own + [each["value"] for each in resource.get("uniqueId", ())]


def _mentioned(value: object) -> Iterator[str]:
    """The texts anywhere in a resource that could be URLs of definitions, without versions."""
    match value:
        case dict():
            for each in value.values():
                yield from _mentioned(each)
        case list():
            for each in value:
                yield from _mentioned(each)
        case str() if " " not in value:
            yield value.partition("|")[0]


def said(holder: Json, key: str, lang: Lang) -> str:
    """A text in a language by its translation; without one in the language it is written in."""
    return translated(holder, key, lang) or holder.get(key, "")


def translated(holder: Json, key: str, lang: Lang) -> str:
    """The translation of a text; empty where there is none.

    Source: https://hl7.org/fhir/R4/extension-translation.html
    """
    for extension in holder.get(f"_{key}", {}).get("extension", ()):
        if extension["url"] == _TRANSLATION:
            parts = {
                p["url"]: p.get("valueCode", p.get("valueString")) for p in extension["extension"]
            }
            if parts["lang"] == lang:
                return str(parts["content"])
    return ""


def display(concept: Json, lang: Lang) -> str:
    """The display of a concept by its designation in a language; without one its own."""
    for designation in concept.get("designation", ()):
        if designation.get("language", "").startswith(lang):
            return str(designation["value"])
    return str(concept.get("display", ""))


def title(resource: Json, lang: Lang) -> str:
    """What a resource is called; a NamingSystem by the first words of its description."""
    if resource["resourceType"] == "NamingSystem" and (
        both := _BOTH.match(resource["description"])
    ):
        return both[2 if lang == "en" else 1]
    named = said(resource, "title", lang) or resource.get("name")
    return named if isinstance(named, str) else f"{resource['resourceType']}/{resource['id']}"


def purpose(resource: Json, lang: Lang) -> tuple[list[str], str]:
    """The requirements that a definition serves, and its sources in words."""
    found = _PURPOSE.match(resource.get("purpose", ""))
    if not found:
        return [], resource.get("purpose", "")
    words = found[2]
    if lang == "zh":
        for english, chinese in sources().values():
            pattern = re.escape(english).replace(",", ",?")
            words = re.sub(pattern, chinese, words, flags=re.IGNORECASE)
    return found[1].split(), words
