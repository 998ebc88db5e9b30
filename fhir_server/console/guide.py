"""The guide to the profiles under `/guide`: a page is made when it is asked for."""

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from .landing import HEADERS

_POLICY = (
    "default-src 'none'; style-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {**HEADERS, "Content-Security-Policy": _POLICY, "Cache-Control": "max-age=300"}


def page(path: str) -> Response:
    """A file of the guide; a folder is its `index.html`."""
    from profiles import guide  # noqa: PLC0415 - only a server that is asked for it reads it

    name = path if path.rpartition("/")[2] else f"{path}index.html"
    text = guide.render(name)
    if text is None:
        return PlainTextResponse("The guide has no such page; it begins at /guide/.", 404)
    kind = "text/css" if name.endswith(".css") else "text/html"
    return Response(text, media_type=kind, headers=_HEADERS)


def router() -> APIRouter:
    """Serve the guide (GET and HEAD); its pages are made in threads."""
    routes = APIRouter(prefix="/guide", include_in_schema=False)

    def start() -> Response:
        # Relative, so that it holds behind a proxy that serves us under a path of its own.
        return RedirectResponse("guide/")

    routes.add_api_route("", start, methods=["GET", "HEAD"])
    routes.add_api_route("/{path:path}", page, methods=["GET", "HEAD"])
    return routes
