"""Everything that is not FHIR: the page at `/`, the guide, health and metrics."""

from importlib.metadata import version

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from .asgi import RETRY_SECONDS
from .console import Overview, guide, router
from .errors import FhirError
from .server import Server

PACKAGE = "family-doctor-fhir"


def site(server: Server) -> FastAPI:
    """The FastAPI application beside the FHIR base."""
    app = FastAPI(title="Family-doctor FHIR server", openapi_url=None, docs_url=None)
    app.include_router(router(lambda: overview(server)))
    app.include_router(guide.router())

    @app.exception_handler(FhirError)
    async def refused(_request: Request, error: FhirError) -> Response:
        """The page at `/` while MongoDB is away: the sentence, with its status."""
        return PlainTextResponse(str(error), error.status, {"retry-after": RETRY_SECONDS})

    @app.get("/health")
    async def health(response: Response) -> dict[str, str]:
        """200 when MongoDB answers, 503 when not."""
        try:
            await server.store.ping()
        except Exception:  # noqa: BLE001 - whatever is wrong, the answer is "not ready"
            response.status_code = 503
            return {"status": "mongodb away"}
        return {"status": "ready"}

    @app.get("/metrics")
    async def metrics() -> Response:
        """Prometheus text format."""
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return app


async def overview(server: Server) -> Overview:
    """What the page at `/` shows."""
    return Overview(
        version=version(PACKAGE),
        base_url=server.base,
        mongodb=await server.store.mongodb_version(),
        counts=dict(await server.store.counts()),
        started=server.started,
    )
