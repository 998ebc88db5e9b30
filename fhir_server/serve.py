"""`fhir-server serve`: the port, then MongoDB, then one server process or several.

    parent   listens, owns the embedded mongod, and with one worker serves too
    worker   with several: a process each, on the same socket, ended with the parent

SIGTERM and Ctrl-C drain what is under way, then end the workers, then mongod.
"""

import multiprocessing
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import typer
import uvicorn
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from fhir_server import logs
from fhir_server.settings import Settings
from fhir_server.store import outside
from fhir_server.store.embedded import embedded
from fhir_server.store.launch import die_with_parent
from fhir_server.wire import OnePieceProtocol

BACKLOG = 2048
DRAIN_SECONDS = 10
KEEP_ALIVE_SECONDS = 65  # longer than the idle time after which proxies and clients let go


class PortError(Exception):
    """The address cannot be listened on; the message says what to do."""


def serve(settings: Settings) -> None:
    """Serve until a signal; raises PortError, DatabaseError or SystemExit."""
    logs.configure(settings)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _leave)
    with _listen(settings.host, settings.port) as listener:
        settings = settings.listening_on(listener.getsockname()[1])
        with _mongodb(settings) as uri:
            settings = settings.model_copy(update={"mongodb_uri": uri})
            _announce(settings)
            run = _run_here if settings.workers == 1 else _run_workers
            run(settings, listener)


def worker_app() -> Any:
    """Make the application in a worker process, whose settings are in the environment."""
    # A parent that was killed must not leave workers that hold the port.
    parent = multiprocessing.parent_process()
    if parent and parent.pid:
        die_with_parent(parent.pid, signal.SIGKILL)
    return _create_app(Settings())


def _create_app(settings: Settings) -> Any:
    from fhir_server.app import create_app  # noqa: PLC0415 - a refusal need not wait for it

    return create_app(settings)


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _listen(host: str, port: int) -> socket.socket:
    """Listen at once: two servers on one port are found out before anything else starts."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise PortError(
            f"port {port} on {host} cannot be used ({error.strerror}): "
            "choose another with --port, or set FHIR_PORT"
        ) from None
    return listener


@contextmanager
def _mongodb(settings: Settings) -> Iterator[str]:
    if settings.mongodb_uri:
        # Before any worker starts, so that a refusal is one sentence and not one from each.
        outside.check(settings.mongodb_uri)
        yield settings.mongodb_uri
        return
    directory = settings.data_dir.absolute()
    typer.echo(f"MongoDB   starting, data in {directory}")
    with embedded(directory, settings.cache_gb) as uri:
        yield uri


def _announce(settings: Settings) -> None:
    typer.echo(f"FHIR R4   {settings.base_url}")
    typer.echo(f"Console   {settings.origin}/")
    typer.echo("Ctrl-C stops it.")


def _config(app: Any, settings: Settings, *, factory: bool) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=factory,
        workers=settings.workers,
        loop="uvloop",
        http=OnePieceProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,  # it would hold query strings
        proxy_headers=False,
        server_header=False,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=DRAIN_SECONDS,
    )


def _run_here(settings: Settings, listener: socket.socket) -> None:
    uvicorn.Server(_config(_create_app(settings), settings, factory=False)).run([listener])


def _run_workers(settings: Settings, listener: socket.socket) -> None:
    os.environ.update(settings.to_environment())
    config = _config(f"{__name__}:{worker_app.__name__}", settings, factory=True)
    supervisor = Multiprocess(config, sockets=[listener])
    supervisor.run()
    if any(worker.exitcode == STARTUP_FAILURE for worker in supervisor.processes):
        raise SystemExit(STARTUP_FAILURE)
