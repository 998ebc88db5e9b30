"""The page at `/`: right figures, nothing from elsewhere, safe with hostile text."""

import base64
import hashlib
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import httpx
import pytest
from fastapi import FastAPI

from fhir_server.console import Overview, router

NOW = Overview(
    version="0.1.0",
    base_url="http://127.0.0.1:8080/fhir",
    mongodb="6.0.5",
    counts={"Patient": 4, "Observation": 12345, "Basic": 0},
    started=datetime(2026, 11, 22, 8, 0, tzinfo=UTC),
)


async def ask(overview, method="GET"):
    async def current():
        return overview

    app = FastAPI()
    app.include_router(router(current))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.request(method, "/")


class Tags(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, text):
        super().__init__()
        self.seen = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


async def test_shows_what_runs_and_what_it_holds():
    answer = await ask(NOW)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    for text in ("0.1.0", "6.0.5", "2026-11-22 08:00:00 UTC", "12,345", "12,349 in all", "签约"):
        assert text in answer.text
    assert answer.text.index("Observation</a>") < answer.text.index("Patient</a>")
    assert "Basic</a>" not in answer.text


@pytest.mark.parametrize(
    "link",
    [
        "http://127.0.0.1:8080/fhir/metadata",
        "http://127.0.0.1:8080/guide/",
        "http://127.0.0.1:8080/health",
        "http://127.0.0.1:8080/metrics",
        "http://127.0.0.1:8080/fhir/Patient",
    ],
)
async def test_links_to(link):
    tags = Tags((await ask(NOW)).text).seen
    assert link in [attributes.get("href") for _, attributes in tags]


async def test_an_empty_server_says_how_to_load():
    answer = await ask(Overview("0.1.0", NOW.base_url, "6.0.5", {}, NOW.started))
    assert "fhir-server load" in answer.text
    assert "in all" not in answer.text


async def test_needs_nothing_but_itself():
    answer = await ask(NOW)
    policy = answer.headers["content-security-policy"]
    style = re.search(r"<style>(.*?)</style>", answer.text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    tags = Tags(answer.text).seen
    assert {"script", "link", "img", "iframe"}.isdisjoint({tag for tag, _ in tags})
    assert not any({"style", "src"} & set(attributes) for _, attributes in tags)


async def test_can_be_read_by_machines_that_read_aloud():
    tags = Tags((await ask(NOW)).text).seen
    named = [tag for tag, _ in tags]
    assert ("html", {"lang": "en"}) in tags
    assert any(attributes.get("lang") == "zh-CN" for _, attributes in tags)
    assert named.count("h1") == named.count("main") == named.count("title") == 1


async def test_text_from_outside_is_escaped():
    hostile = "<script>alert(1)</script>"
    answer = await ask(
        Overview(hostile, f'http://x/"{hostile}', hostile, {hostile: 1}, NOW.started)
    )
    assert "<script" not in answer.text
    assert "&lt;script&gt;" in answer.text


async def test_head_answers_without_a_body():
    answer = await ask(NOW, "HEAD")
    assert (answer.status_code, answer.content) == (200, b"")
