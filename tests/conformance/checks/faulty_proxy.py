"""A server with one fault: a proxy before a real one that breaks a request or an answer.

`http://host/NAME/fhir` is the real server with the fault of that name; all can be used at once.
"""

import asyncio
import json
import re
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode

import httpx
import uvicorn

KEPT_TYPES = {"Patient", "Observation", "ValueSet", "CodeSystem", "ConceptMap"}
OWN = {
    "host",
    "connection",
    "accept-encoding",
    "content-encoding",
    "content-length",
    "transfer-encoding",
}


@dataclass
class Request:
    """What a client asks: the path is under the base, the query in pairs."""

    method: str
    path: str
    query: list[tuple[str, str]]
    headers: dict[str, str]
    body: bytes

    def __str__(self) -> str:
        query = "&".join(f"{name}={value}" for name, value in self.query)
        return f"{self.method} {self.path}?{query}" if query else f"{self.method} {self.path}"


@dataclass
class Reply:
    """What the client gets."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


Forward = Callable[[Request], Awaitable[Reply]]
Fault = Callable[[Request, Forward], Awaitable[Reply]]
Json = dict[str, Any]


class Died(Exception):
    """The server breaks off in the middle of an answer."""


# Faults: `on` is searched in "METHOD path?query"


def answer(change: Callable[[Reply], object], on: str = "") -> Fault:
    """Break the answers."""

    async def fault(request: Request, forward: Forward) -> Reply:
        asked = str(request)
        reply = await forward(request)
        if re.search(on, asked):
            change(reply)
        return reply

    return fault


def ask(change: Callable[[Request], object], on: str = "") -> Fault:
    """Break the requests before they are carried out."""

    async def fault(request: Request, forward: Forward) -> Reply:
        if re.search(on, str(request)):
            change(request)
        return await forward(request)

    return fault


def pretend(status: int, on: str, header: str = "") -> Fault:
    """Answer without doing anything."""

    async def fault(request: Request, forward: Forward) -> Reply:
        if re.search(on, str(request)) and (not header or header in request.headers):
            return Reply(status)
        return await forward(request)

    return fault


def status(changes: dict[int, int], on: str = "") -> Fault:
    """Answer with other status codes."""
    return answer(
        lambda reply: setattr(reply, "status", changes.get(reply.status, reply.status)), on
    )


def edit(change: Callable[[Json], object], on: str) -> Fault:
    """Change the resource of the answer."""

    def changed(reply: Reply) -> None:
        if reply.status < 300:
            resource = json.loads(reply.body)
            change(resource)
            reply.body = json.dumps(resource).encode()

    return answer(changed, on)


def send(change: Callable[[Any], object], on: str) -> Fault:
    """Change the resource that is sent; what `change` returns replaces it, unless None."""

    def changed(request: Request) -> None:
        resource = json.loads(request.body)
        replaced = change(resource)
        request.body = json.dumps(resource if replaced is None else replaced).encode()

    return ask(changed, on)


def each(change: Callable[[Json], object], on: str) -> Fault:
    """Change every entry of the Bundle of the answer."""
    return edit(lambda bundle: [change(entry) for entry in bundle.get("entry", [])], on)


def entries(change: Callable[[list[Json]], list[Json]], on: str) -> Fault:
    """Change the list of entries of the answer."""
    return edit(lambda bundle: bundle.update(entry=change(bundle.get("entry", []))), on)


def bytes_of_answer(old: str, new: str, on: str) -> Fault:
    """Replace text in the answer."""
    return answer(
        lambda reply: setattr(reply, "body", reply.body.replace(old.encode(), new.encode())), on
    )


def bytes_of_request(old: str, new: str, on: str) -> Fault:
    """Replace text in the request."""
    return ask(
        lambda request: setattr(request, "body", request.body.replace(old.encode(), new.encode())),
        on,
    )


def deaf(header: str, on: str = "") -> Fault:
    """Ignore a header of the request."""
    return ask(lambda request: request.headers.pop(header, None), on)


def hears(header: str, value: str) -> Fault:
    """Take a header for another."""
    return ask(lambda request: request.headers.update({header: value}))


def lacks(header: str, on: str = "") -> Fault:
    """Answer without a header."""
    return answer(lambda reply: reply.headers.pop(header, None), on)


def gives(header: str, value: str, on: str) -> Fault:
    """Answer with a header of another value."""
    return answer(lambda reply: reply.headers.update({header: value}), on)


def ignores(name: str) -> Fault:
    """Ignore a search parameter, with any modifier or chain."""
    kept = re.compile(rf"(?!{re.escape(name)}($|[:.]))")
    return ask(
        lambda request: setattr(request, "query", [p for p in request.query if kept.match(p[0])])
    )


def renames(old: str, new: str) -> Fault:
    """Take a search parameter for another."""
    return ask(
        lambda request: setattr(
            request, "query", [(new if n == old else n, v) for n, v in request.query]
        )
    )


def misreads(name: str, change: Callable[[str], str]) -> Fault:
    """Take the value of a search parameter for another."""
    return ask(
        lambda request: setattr(
            request, "query", [(n, change(v) if n == name else v) for n, v in request.query]
        )
    )


def goes(old: str, new: str, method: str = "") -> Fault:
    """Carry the request out at another path, by another method."""

    def changed(request: Request) -> None:
        request.path = re.sub(old, new, request.path)
        request.method = method or request.method

    return ask(changed, f"^[A-Z]+ {old}")


def both(first: Fault, second: Fault) -> Fault:
    """Two faults at once."""

    async def fault(request: Request, forward: Forward) -> Reply:
        return await first(request, lambda changed: second(changed, forward))

    return fault


def racing(number: int, on: str, broken: Fault) -> Fault:
    """Be right with one request alone, and broken once so many come at the same time."""
    barrier = asyncio.Barrier(number)

    async def fault(request: Request, forward: Forward) -> Reply:
        if not re.search(on, str(request)):
            return await forward(request)
        async with asyncio.timeout(20):
            await barrier.wait()
        return await broken(request, forward)

    return fault


def repeats_first(on: str) -> Fault:
    """Answer every such request with the answer of the first."""
    first: list[asyncio.Task[Reply]] = []

    async def fault(request: Request, forward: Forward) -> Reply:
        if not re.search(on, str(request)):
            return await forward(request)
        if not first:
            first.append(asyncio.ensure_future(forward(request)))
        reply = await first[0]
        return Reply(reply.status, dict(reply.headers), reply.body)

    return fault


class Proxy:
    """The ASGI application."""

    def __init__(self, real: str, faults: dict[str, Fault]) -> None:
        self.real = real
        self.faults = faults
        self.http: httpx.AsyncClient
        self.base = ""

    async def __call__(self, scope: Json, receive: Any, send: Any) -> None:
        _, name, _, *rest = scope["raw_path"].split(b"?")[0].decode().split("/")
        base = f"{self.base}/{name}/fhir"
        body = b""
        while (message := await receive())["type"] == "http.request":
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        headers = {k.decode(): v.decode("latin-1") for k, v in scope["headers"]}
        request = Request(
            scope["method"],
            "/".join(rest),
            parse_qsl(scope["query_string"].decode().replace(base, self.real), True),
            {k: v for k, v in headers.items() if k not in OWN},
            body.replace(base.encode(), self.real.encode()),
        )
        request.query = [(n, v.replace(base, self.real)) for n, v in request.query]
        fault = self.faults.get(unquote(name))
        try:
            reply = await (fault(request, self.forward) if fault else self.forward(request))
        except Died:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            return
        await self._send(reply, base, send, bodiless=scope["method"] == "HEAD")

    async def forward(self, request: Request) -> Reply:
        response = await self.http.request(
            request.method,
            f"{self.real}/{request.path}".rstrip("/"),
            params=urlencode(request.query, quote_via=quote),
            headers=request.headers,
            content=request.body,
        )
        headers = {k: v for k, v in response.headers.items() if k not in OWN}
        reply = Reply(response.status_code, headers, response.content)
        if request.path == "metadata" and "json" in headers["content-type"]:
            reply.body = slim(reply.body)
        return reply

    async def _send(self, reply: Reply, base: str, send: Any, *, bodiless: bool) -> None:
        swap = (self.real.encode(), base.encode())
        bodiless = bodiless or reply.status in (204, 304)
        body = b"" if bodiless else reply.body.replace(*swap)
        headers = [(k.encode(), v.encode().replace(*swap)) for k, v in reply.headers.items()]
        if reply.status != 304:
            headers.append((b"content-length", str(len(body)).encode()))
        start = {"type": "http.response.start", "status": reply.status, "headers": headers}
        await send(start)
        await send({"type": "http.response.body", "body": body})


def slim(data: bytes) -> bytes:
    """The CapabilityStatement with the types that checks use: it is read very often."""
    statement = json.loads(data)
    rest = statement["rest"][0]
    rest["resource"] = [r for r in rest["resource"] if r["type"] in KEPT_TYPES]
    return json.dumps(statement).encode()


@contextmanager
def faulty(real: str, faults: dict[str, Fault]) -> Iterator[str]:
    """Run the proxy; its base without the name of a fault and /fhir."""
    proxy = Proxy(real, faults)
    config = uvicorn.Config(
        proxy,
        port=0,
        lifespan="off",
        ws="none",
        access_log=False,
        log_level="critical",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    ready = threading.Event()

    async def serve() -> None:
        async with httpx.AsyncClient(timeout=60) as proxy.http:
            serving = asyncio.create_task(server.serve())
            while not server.started:  # noqa: ASYNC110  # uvicorn has no event for it
                await asyncio.sleep(0.01)
            port = server.servers[0].sockets[0].getsockname()[1]
            proxy.base = f"http://127.0.0.1:{port}"
            ready.set()
            await serving

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(20)
    try:
        yield proxy.base
    finally:
        server.should_exit = True
        thread.join(20)
