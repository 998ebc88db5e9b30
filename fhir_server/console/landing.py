"""The page at `/`: what runs here, how much it holds, and the first commands to try.

One file of HTML without scripts, images or anything from elsewhere. The Content-Security-Policy
allows the page's own style sheet by its hash and nothing else.
"""

import base64
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

_STYLE = files(__package__).joinpath("landing.css").read_text(encoding="utf-8")
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_templates = Environment(
    loader=PackageLoader(__package__, package_path=""),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page shows.

    `base_url` is the FHIR base without a final slash, `mongodb` a version such as `6.0.5`,
    `counts` the current resources by type, `started` when this server began to serve.
    """

    version: str
    base_url: str
    mongodb: str
    counts: dict[str, int]
    started: datetime

    @property
    def home(self) -> str:
        """Scheme and host of the base URL, where `/health` and `/metrics` are."""
        scheme, host, *_ = urlsplit(self.base_url)
        return f"{scheme}://{host}"

    @property
    def held(self) -> list[tuple[str, int]]:
        """The types that hold something, most numerous first."""
        held = [(name, count) for name, count in self.counts.items() if count]
        return sorted(held, key=lambda row: (-row[1], row[0]))


def page(overview: Overview) -> HTMLResponse:
    """Render the page with its headers."""
    template = _templates.get_template("landing.html")
    return HTMLResponse(template.render(now=overview, style=_STYLE), headers=HEADERS)


def router(overview: Callable[[], Awaitable[Overview]]) -> APIRouter:
    """Serve the page at `/` (GET and HEAD); `overview` is asked anew each time."""
    routes = APIRouter(include_in_schema=False)

    async def landing() -> Any:
        return page(await overview())

    routes.add_api_route("/", landing, methods=["GET", "HEAD"], response_class=HTMLResponse)
    return routes
