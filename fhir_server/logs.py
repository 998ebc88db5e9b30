"""Structured logs on stderr: one event a line, with the request's id, without personal data.

Events have a fixed sentence and values beside it. Query strings, bodies and resources never go
in: they name people. What code logs through `structlog` or `logging` comes out alike.
"""

import logging
import sys
from contextvars import ContextVar

import structlog
from structlog.typing import EventDict, Processor

from fhir_server.settings import Settings

TALKATIVE = ("pymongo", "httpx", "httpcore", "uvicorn", "asyncio")
"""Below WARNING these log commands or URLs, and with them personal data, or just every step."""

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The id of the request under way, which goes into each line."""


def _with_request(_: object, __: str, event: EventDict) -> EventDict:
    if named := request_id.get():
        event["request"] = named
    return event


SHARED: tuple[Processor, ...] = (
    _with_request,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(allow=()),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def configure(settings: Settings) -> None:
    """Send all logging of this process to stderr, in the form and from the level of `settings`."""
    as_json = settings.log_format == "json" or (
        settings.log_format == "auto" and not sys.stderr.isatty()
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *(_json() if as_json else _console()),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _json() -> tuple[Processor, ...]:
    # Tracebacks as text: the structured form would show local variables, and so resources.
    return structlog.processors.format_exc_info, structlog.processors.JSONRenderer(
        ensure_ascii=False
    )


def _console() -> tuple[Processor, ...]:
    plain = structlog.dev.plain_traceback
    return (structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain),)
