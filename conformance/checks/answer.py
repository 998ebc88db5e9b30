"""What a server answered, as checks read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from conformance import json
from conformance.json import JsonError

from .verdict import Failed

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """A response; `asked` is the request in a few words, for sentences."""

    asked: str
    status: int
    headers: httpx.Headers
    data: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.data.decode("utf-8", "replace")

    @property
    def resource(self) -> Json:
        """The body as a resource in JSON. Raises Failed where it is none."""
        try:
            found = json.decode(self.data)
        except JsonError:
            found = None
        if not isinstance(found, dict) or "resourceType" not in found:
            raise Failed("check-no-resource", asked=self.asked, status=self.status)
        return found

    @property
    def id(self) -> str:
        """The id of the resource in the body, or what the Location says."""
        return str(self.resource.get("id", "")) if self.data else self.place[1]

    @property
    def version(self) -> str:
        """The version id that ETag gives. Raises Failed without one."""
        tag: str = self.headers.get("etag", "")
        if not tag.strip('W/"'):
            raise Failed("check-no-header", asked=self.asked, name="ETag")
        return tag.removeprefix("W/").strip('"')

    @property
    def place(self) -> tuple[str, str, str]:
        """Type, id and version of the Location. Raises Failed without one of that form."""
        parts = self.headers.get("location", "").split("?")[0].split("/")
        if len(parts) > 3 and parts[-2] == "_history":
            return parts[-4], parts[-3], parts[-1]
        if len(parts) > 1:
            return parts[-2], parts[-1], ""
        raise Failed("check-no-header", asked=self.asked, name="Location")

    @property
    def entries(self) -> list[Json]:
        """The entries of the Bundle in the body."""
        found = self.resource.get("entry", [])
        return [entry for entry in found if isinstance(entry, dict)]

    def link(self, relation: str) -> str:
        """The link of the Bundle in the body with a relation, "" without one."""
        links: list[Json] = self.resource.get("link", [])
        return next((str(link["url"]) for link in links if link.get("relation") == relation), "")


def matches(answer: Answer) -> Iterator[Json]:
    """The resources of a searchset that match, without those included and without outcomes."""
    for entry in answer.entries:
        if entry.get("search", {}).get("mode", "match") == "match" and "resource" in entry:
            yield entry["resource"]
