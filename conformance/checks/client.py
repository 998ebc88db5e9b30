"""What a check works with: requests to the server, data of its own, and the evidence of both."""

import asyncio
import time
import uuid
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

import httpx

from conformance import json

from .answer import Answer
from .evidence import Exchange, Veil
from .needs import Capabilities
from .verdict import Failed, Skipped

Json = dict[str, Any]
_Done = TypeVar("_Done")

FHIR_JSON = "application/fhir+json"
FHIR_XML = "application/fhir+xml"
TAG_SYSTEM = "urn:fhir-conformance"
"""System of the tag that marks every resource of the kit."""

_IN_QUERY = "%!$&'()*+,;=:@/?"
"""What stands in a query as it is; RFC 3986 wants the rest, such as `|`, in percent encoding."""

MOST_BYTES = 32 * 1024 * 1024
_MOST_PAGES = 200


@dataclass
class Client:
    """Requests of one check. All resources it makes carry a tag and an identifier of its own."""

    http: httpx.AsyncClient
    base: str
    capabilities: Capabilities
    veil: Veil
    timeout: float
    own: str = field(default_factory=lambda: str(uuid.uuid4()))
    exchanges: list[Exchange] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    made: dict[str, None] = field(default_factory=dict)

    async def get(self, path: str, **headers: str) -> Answer:
        """GET a path under the base, or one of the server's own links."""
        return await self.send("GET", path, headers=headers)

    async def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        """POST a resource, or a body as it is."""
        return await self.send("POST", path, body, headers)

    async def put(self, path: str, body: Any, **headers: str) -> Answer:
        """PUT a resource, or a body as it is."""
        return await self.send("PUT", path, body, headers)

    async def patch(self, path: str, body: Any, content_type: str, **headers: str) -> Answer:
        """PATCH with a document of a media type."""
        return await self.send("PATCH", path, body, {"content_type": content_type, **headers})

    async def delete(self, path: str, **headers: str) -> Answer:
        """DELETE."""
        return await self.send("DELETE", path, headers=headers)

    async def send(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send a request, keep it as evidence, and remember what it made.

        Bodies that are no text or bytes are written as JSON. In names of headers `_` is `-`.
        """
        given = {
            "accept": FHIR_JSON,
            **{k.replace("_", "-"): v for k, v in (headers or {}).items()},
        }
        data = _encoded(body)
        if data is not None:
            given.setdefault("content-type", FHIR_JSON)
        request = self.http.build_request(method, self._url(path), content=data, headers=given)
        answer = await self._exchange(request, f"{method} {self._short(path)}")
        self._remember(method, path, answer)
        return answer

    async def _exchange(self, request: httpx.Request, asked: str) -> Answer:
        start = time.perf_counter()
        try:
            async with asyncio.timeout(self.timeout):
                response = await self.http.send(request, stream=True)
                data = await _read(response, asked)
        except (httpx.HTTPError, TimeoutError) as error:
            self._keep(request, None, type(error).__name__, b"", start)
            raise
        self._keep(request, response, "", data, start)
        return Answer(asked, response.status_code, response.headers, data)

    def _keep(
        self,
        request: httpx.Request,
        response: httpx.Response | None,
        reason: str,
        data: bytes,
        start: float,
    ) -> None:
        self.exchanges.append(
            Exchange(
                method=request.method,
                url=self.veil.text(str(request.url)),
                request_headers=self.veil.headers(request.headers.items()),
                request_body=self.veil.body(request.content),
                status=0 if response is None else response.status_code,
                reason=reason,
                response_headers=self.veil.headers(
                    () if response is None else response.headers.items()
                ),
                response_body=self.veil.body(data),
                seconds=time.perf_counter() - start,
            )
        )

    def _url(self, path: str) -> str:
        if not path.startswith(("http://", "https://")):
            place, mark, query = path.partition("?")
            return f"{self.base}/{place}".rstrip("/") + mark + quote(query, safe=_IN_QUERY)
        if urlsplit(path)[:2] != urlsplit(self.base)[:2]:
            raise Failed("check-foreign-link", url=path)
        return path

    def _short(self, path: str) -> str:
        return path.removeprefix(self.base).lstrip("/") or "[base]"

    def _remember(self, method: str, path: str, answer: Answer) -> None:
        """Note what was created, so that it can be deleted: by the answer, never by a search.

        What answers 200 was there before; a server in error could name what is somebody else's.
        """
        places = []
        if method == "PUT" and "?" not in path and answer.status in (200, 201):
            places.append(path)
        elif method in ("POST", "PUT") and answer.status == 201:
            places.append(answer.headers.get("location", ""))
        elif method == "POST" and not path and answer.status == 200:
            responses = [entry.get("response", {}) for entry in answer.entries]
            created = [r for r in responses if str(r.get("status")).startswith("201")]
            places += [str(r.get("location", "")) for r in created]
        for place in places:
            parts = place.split("/_history/")[0].split("/")
            if len(parts) > 1:
                self.made["/".join(parts[-2:])] = None

    # Data

    def patient(self, **elements: Any) -> Json:
        """A Patient of this check's own, not yet stored."""
        return self.resource("Patient", **elements)

    def observation(self, **elements: Any) -> Json:
        """An Observation of this check's own, not yet stored."""
        return self.resource("Observation", **elements)

    def resource(self, type_: str, **elements: Any) -> Json:
        """A resource with this check's tag and an identifier nobody else has."""
        identifier = [] if type_ in _WITHOUT_IDENTIFIER else [self.identifier()]
        return {
            "resourceType": type_,
            "meta": {"tag": [{"system": TAG_SYSTEM, "code": self.own}]},
            **({"identifier": identifier} if identifier else {}),
            **_REQUIRED.get(type_, {}),
            **elements,
        }

    def identifier(self, value: str = "") -> Json:
        """An identifier in this check's own system."""
        return {"system": self.system, "value": value or uuid.uuid4().hex}

    @property
    def system(self) -> str:
        """A system of identifiers of this check's own."""
        return f"urn:uuid:{self.own}"

    def criteria(self, resource: Json) -> str:
        """The search that finds one resource by its identifier."""
        identifier = resource["identifier"][0]
        return f"identifier={identifier['system']}|{identifier['value']}"

    def mine(self, type_: str) -> str:
        """The search that finds what this check has made of a type. Skips where none can."""
        for name, value in (
            ("_tag", f"{TAG_SYSTEM}|{self.own}"),
            ("identifier", f"{self.system}|"),
        ):
            if name in self.capabilities.parameters(type_):
                return f"{name}={value}"
        raise Skipped("check-cannot-narrow", type=type_)

    async def create(self, resource: Json, **headers: str) -> Json:
        """Store a resource; as it was stored. Raises Failed when the server does not create it."""
        answer = await self.post(resource["resourceType"], resource, **headers)
        if answer.status != 201:
            raise Failed("check-status", asked=answer.asked, status=answer.status, wanted="201")
        if answer.data:
            stored = answer.resource
            if stored.get("id"):
                return stored
        type_, id_, _ = answer.place
        return (await self.get(f"{type_}/{id_}")).resource

    async def given(self, type_: str, **by_label: Json) -> dict[str, Json]:
        """Store resources of a type, by label; sentences call them by their labels."""
        making = (self.create(self.resource(type_, **elements)) for elements in by_label.values())
        stored = dict(zip(by_label, await together(*making), strict=True))
        self.labels |= {resource["id"]: label for label, resource in stored.items()}
        return stored

    async def pages(self, path: str) -> list[Answer]:
        """All pages of a search or history, by their next links."""
        pages = [await self.get(path)]
        while pages[-1].status == 200 and (following := pages[-1].link("next")):
            if len(pages) == _MOST_PAGES:
                raise Failed("check-endless", asked=pages[0].asked, pages=_MOST_PAGES)
            pages.append(await self.get(following))
        return pages

    async def clean(self) -> list[str]:
        """Delete what was made, the newest first, since references may be enforced.

        Returns what the server would not delete.
        """
        answers = {place: await self.delete(place) for place in reversed(self.made)}
        return [place for place, a in answers.items() if a.status not in (200, 202, 204, 404, 410)]


_REQUIRED: dict[str, Json] = {
    "Observation": {"status": "final", "code": {"text": "fhir-conformance"}},
    "ValueSet": {"status": "draft"},
}
_WITHOUT_IDENTIFIER = frozenset({"Binary", "Bundle"})


async def together(*requests: Awaitable[_Done]) -> list[_Done]:
    """Carry requests out at the same moment, all to their end even if one fails."""
    done = await asyncio.gather(*requests, return_exceptions=True)
    for one in done:
        if isinstance(one, BaseException):
            raise one
    return [one for one in done if not isinstance(one, BaseException)]


async def _read(response: httpx.Response, asked: str) -> bytes:
    """The body, as far as a server may go."""
    parts, size = [], 0
    try:
        async for part in response.aiter_bytes():
            parts.append(part)
            size += len(part)
            if size > MOST_BYTES:
                raise Failed("check-too-large", asked=asked, most=MOST_BYTES)
    finally:
        await response.aclose()
    return b"".join(parts)


def _encoded(body: Any) -> bytes | None:
    if body is None or isinstance(body, bytes):
        return body
    return body.encode() if isinstance(body, str) else json.encode(body)
