"""The entries of a Bundle by full URL, and what a reference in one of them leads to.

FHIR R4 bundle.html, sections 2.36.4.1 and 2.36.4.2. Made once for a Bundle, so that resolving all
its references takes time in proportion to its size.
"""

import re
from collections import defaultdict
from typing import NamedTuple

from conformance.definitions import resource_types

from .fault import Json, objects

_RESTFUL = re.compile(r"(https?://\S*/)([A-Z][A-Za-z]+)/([A-Za-z0-9.\-]{1,64})")
_LITERAL = re.compile(r"(?:\S*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.\-]{1,64})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_TYPES = frozenset(resource_types())


class RestfulUrl(NamedTuple):
    """The URL of a resource on a server: `root` ends with a slash."""

    root: str
    type: str
    id: str


def restful(url: str | None) -> RestfulUrl | None:
    """The parts of a RESTful URL without version, None for any other."""
    found = _RESTFUL.fullmatch(url) if url else None
    return RestfulUrl(*found.groups()) if found and found[2] in _TYPES else None


def is_absolute(url: str) -> bool:
    """Whether a URL names its scheme."""
    return _SCHEME.match(url) is not None


def type_and_id(reference: str) -> tuple[str, str] | None:
    """What a literal reference says of its target, None where it says nothing."""
    found = _LITERAL.fullmatch(reference.partition("/_history/")[0])
    return (found[1], found[2]) if found and found[1] in _TYPES else None


class BundleIndex:
    """The entries of one Bundle. Entries are known by their number."""

    def __init__(self, bundle: Json) -> None:
        self.bundle = bundle
        self.entries = dict(objects(bundle, "entry"))
        self._by_url: dict[str, list[int]] = defaultdict(list)
        self._nameless: dict[str, list[int]] = defaultdict(list)
        self._by_identity: dict[str, list[int]] = defaultdict(list)
        for number, entry in self.entries.items():
            resource = entry.get("resource")
            url = entry.get("fullUrl")
            if isinstance(url, str):
                self._by_url[url].append(number)
            if isinstance(resource, dict) and "id" in resource:
                identity = f"{resource.get('resourceType')}/{resource['id']}"
                self._by_identity[identity].append(number)
                if url is None:
                    self._nameless[identity].append(number)

    def resource(self, number: int) -> Json:
        """The resource of an entry, empty where it has none."""
        resource = self.entries[number].get("resource")
        return resource if isinstance(resource, dict) else {}

    def resolve(self, reference: str, number: int) -> list[int]:
        """The entries a literal reference in an entry leads to: none, one, or several."""
        url, _, version = reference.partition("/_history/")
        found = self._by_url.get(url, []) if is_absolute(url) else self._relative(url, number)
        if not version:
            return found
        return [n for n in found if self.resource(n).get("meta", {}).get("versionId") == version]

    def _relative(self, url: str, number: int) -> list[int]:
        """A relative reference is relative to the server its entry comes from.

        Entries without a full URL are known by type and id alone; and who writes `Type/uuid` to
        an entry named `urn:uuid:…` means that entry, although R4 gives it no meaning.
        """
        base = restful(self.entries[number].get("fullUrl"))
        found = self._by_url.get(base.root + url, []) if base else []
        return found or self._nameless.get(url, []) or self._by_uuid(url)

    def _by_uuid(self, url: str) -> list[int]:
        return self._by_url.get(f"urn:uuid:{url.rpartition('/')[2]}", [])

    def namesakes(self, reference: str) -> list[int]:
        """The entries of the type and id a reference names, whatever their full URLs."""
        named = type_and_id(reference)
        return self._by_identity.get("/".join(named), []) if named else []
