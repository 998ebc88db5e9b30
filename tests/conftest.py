"""What many tests share: one MongoDB, a database for each module, a server for each module."""

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import httpx
import pytest

from fhir_server.store.embedded import embedded

REPOSITORY = Path(__file__).parent.parent
NPM_SECONDS = 120


@pytest.fixture(scope="session")
def shared() -> Path:
    """Test material that is not part of the repository; tests of it skip where it is absent."""
    directory = Path(os.environ.get("FHIR_SHARED", REPOSITORY.parent / "shared"))
    if not (directory / "suites").is_dir():
        pytest.skip(f"no test suites in {directory}: set FHIR_SHARED")
    return directory


def run_npm(*arguments: str, cwd: Path) -> None:
    """Run npm, or skip the test with the reason why nothing could be fetched."""
    what = arguments[-1]
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip(f"node and npm, which fetches {what}, are not installed")
    try:
        done = subprocess.run(
            ["npm", *arguments],
            cwd=cwd,
            capture_output=True,
            text=True,
            check=False,
            timeout=NPM_SECONDS,
        )
        failure = done.stderr[-300:] if done.returncode else ""
    except subprocess.TimeoutExpired:
        failure = f"nothing came within {NPM_SECONDS} s"
    if failure:
        shutil.rmtree(cwd / "node_modules", ignore_errors=True)
        pytest.skip(f"npm could not fetch {what}: {failure}")


@pytest.fixture(scope="session")
def npm() -> Callable[..., None]:
    """`run_npm`, for tests in any folder."""
    return run_npm


def fetched(request: pytest.FixtureRequest, name: str, variable: str) -> list[Path]:
    """The resources of an official R4 package: of a folder given by a variable, or fetched once."""
    given = os.environ.get(variable)
    cache = request.config.cache.mkdir(name.rpartition(".")[2])
    folder = Path(given) if given else Path(cache) / "package"
    # Tests run in several processes: one fetches, the others wait.
    with (Path(cache) / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            run_npm("pack", "--silent", f"{name}@4.0.1", cwd=folder.parent)
            packed = next(folder.parent.glob("*.tgz"))
            subprocess.run(["tar", "-xzf", packed], cwd=folder.parent, check=True)
            packed.unlink()
    return sorted(p for p in folder.glob("[!.]*.json") if p.name != "package.json")


@pytest.fixture(scope="session")
def official_examples(request: pytest.FixtureRequest) -> list[Path]:
    """The official R4 example resources: of FHIR_EXAMPLES, or fetched once into pytest's cache."""
    found = fetched(request, "hl7.fhir.r4.examples", "FHIR_EXAMPLES")
    assert len(found) > 5_000
    return found


@pytest.fixture(scope="session")
def official_expansions(request: pytest.FixtureRequest) -> list[Path]:
    """The value sets that R4 published with expansions: of FHIR_EXPANSIONS, or fetched once."""
    found = fetched(request, "hl7.fhir.r4.expansions", "FHIR_EXPANSIONS")
    assert len(found) > 500
    return found


@pytest.fixture(scope="session")
def mongodb_uri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A replica set: that of FHIR_TEST_MONGODB_URI, else an embedded one for this run."""
    given = os.environ.get("FHIR_TEST_MONGODB_URI")
    if given:
        yield given
        return
    with embedded(tmp_path_factory.mktemp("mongodb")) as uri:
        yield uri


@pytest.fixture(scope="module")
def database(request: pytest.FixtureRequest) -> str:
    """A database name of this module's own, new in every run."""
    module = request.module.__name__.replace(".", "_")
    return f"{module[-40:]}_{uuid.uuid4().hex[:8]}"


@contextmanager
def running(
    *flags: str, log: Path | None = None, **variables: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`fhir-server serve` with these flags and FHIR_ variables; its base URL, its process.

    Its stderr goes to the file `log`. Ends it with SIGTERM, and fails when it does not stop.
    """
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("FHIR_")}
    with (
        log.open("wb") if log else nullcontext() as errors,
        subprocess.Popen(
            [sys.executable, "-m", "fhir_server.cli", "serve", "--port", "0", *flags],
            env={**inherited, "PYTHONUNBUFFERED": "1", **variables},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=REPOSITORY,
        ) as process,
    ):
        try:
            yield _base_url(process), process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def _base_url(process: subprocess.Popen[str]) -> str:
    """What the server says it serves, once it answers."""
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        found = re.match(r"FHIR R4\s+(\S+)", line)
        if found:
            httpx.get(f"{found[1].removesuffix('/fhir')}/health", timeout=60).raise_for_status()
            return found[1]
    raise AssertionError(f"the server ended with {process.wait()} and said {said}")


@pytest.fixture(scope="module")
def server(mongodb_uri: str, database: str) -> Iterator[str]:
    """A real `fhir-server serve` in a process of its own with an empty database; its base URL."""
    with running("--mongodb-uri", mongodb_uri, FHIR_MONGODB_DATABASE=database) as (base, _):
        yield base


@pytest.fixture(scope="session")
def serve() -> Callable[..., object]:
    """`running`, for tests that need servers of their own."""
    return running
