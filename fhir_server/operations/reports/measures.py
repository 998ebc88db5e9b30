"""The Measures: those stored here, before those that the server brings."""

from typing import Any

from conformance import json
from fhir_server.definitions import built_in, plain
from fhir_server.errors import NotFound
from fhir_server.server import Server
from fhir_server.terminology import stored_definitions
from profiles import CANONICAL

Json = dict[str, Any]

OURS = f"{CANONICAL}/Measure/"
IN_FORCE = ("active", "draft")


async def measure_of(server: Server, named: str) -> Json:
    """The Measure with a canonical URL, a reference (`Measure/id`) or an id.

    Raises:
        NotFound: there is none.

    """
    found = await (_by_url if "://" in named or named.startswith("urn:") else _by_id)(server, named)
    if found is None:
        raise NotFound(f"There is no Measure {named[:200]!r} here.", expression="measure")
    return found


async def _by_url(server: Server, canonical: str) -> Json | None:
    version = canonical.partition("|")[2]
    stored = await stored_definitions(server.store, [("Measure", plain(canonical))])
    decoded: list[Json] = [json.decode(each.json) for each in stored]
    fit = [m for m in decoded if version in ("", m.get("version")) and m["status"] in IN_FORCE]
    if fit:
        return max(fit, key=lambda m: str(m.get("version", "")))
    return built_in().find(canonical, "Measure")


async def _by_id(server: Server, named: str) -> Json | None:
    id_ = named.removeprefix("Measure/")
    stored = await server.store.read("Measure", id_)
    if stored is not None and not stored.deleted:
        return dict(json.decode(stored.json))
    return built_in().find(OURS + id_, "Measure")
