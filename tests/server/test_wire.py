"""Answers leave in one piece; HEAD, empty answers and slow bodies are sent all the same."""

import asyncio

import pytest
import uvicorn

from fhir_server.wire import OnePiece, OnePieceProtocol


class Recorder(asyncio.Transport):
    """A transport that keeps what is written, call by call."""

    def __init__(self):
        super().__init__()
        self.calls = []
        self.closed = False

    def write(self, data):
        self.calls.append(data)

    def close(self):
        self.closed = True


async def test_headers_and_body_go_in_one_call():
    recorder = Recorder()
    transport = OnePiece(recorder, asyncio.get_running_loop())
    transport.write(b"head")
    transport.write(b"body")
    await asyncio.sleep(0)
    assert recorder.calls == [b"headbody"]


async def test_a_large_body_goes_after_its_headers():
    recorder = Recorder()
    transport = OnePiece(recorder, asyncio.get_running_loop())
    transport.write(b"head")
    transport.write(large := b"x" * 200_000)
    await asyncio.sleep(0)
    assert recorder.calls == [b"head", large]


async def test_what_nothing_follows_goes_in_the_next_turn_or_with_the_end():
    recorder = Recorder()
    transport = OnePiece(recorder, asyncio.get_running_loop())
    transport.write(b"head")
    await asyncio.sleep(0)
    assert recorder.calls == [b"head"]
    transport.write(b"last")
    transport.close()
    assert recorder.calls == [b"head", b"last"]
    assert recorder.closed


async def slow_app(scope, receive, send):
    await receive()
    headers = [(b"content-length", b"6")]
    status = 204 if scope["path"] == "/empty" else 200
    await send(
        {"type": "http.response.start", "status": status, "headers": headers[status == 204 :]}
    )
    if scope["path"] == "/slow":
        await send({"type": "http.response.body", "body": b"abc", "more_body": True})
        await asyncio.sleep(0.01)
        await send({"type": "http.response.body", "body": b"def"})
    else:
        await send({"type": "http.response.body", "body": b"" if status == 204 else b"abcdef"})


@pytest.fixture
async def connection():
    config = uvicorn.Config(
        slow_app, port=0, http=OnePieceProtocol, lifespan="off", log_config=None, ws="none"
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    yield reader, writer
    writer.close()
    await writer.wait_closed()
    server.should_exit = True
    await serving


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/", b"abcdef"),
        ("GET", "/slow", b"abcdef"),
        ("HEAD", "/", b""),
        ("GET", "/empty", b""),
    ],
)
async def test_answers_arrive_whole_on_one_connection(connection, method, path, body):
    reader, writer = connection
    for _ in range(3):
        writer.write(f"{method} {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        async with asyncio.timeout(5):
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 2")
            assert await reader.readexactly(len(body)) == body
