"""capabilities in mode `terminology`: what the terminology operations do, and which codes are here.

Source: FHIR R4 terminologycapabilities.html.
"""

import asyncio
from collections import defaultdict
from functools import cache
from typing import Any

from conformance import json
from conformance.packages import Library
from conformance.terminology import CodeSystem, System, Terminology, filters_of
from fhir_server.operations.expand import SUPPORTED, TEXT_FILTER
from fhir_server.server import Server
from fhir_server.terminology import of_built_in

Json = dict[str, Any]

MOST_STORED = 20_000


async def terminology_capabilities(server: Server) -> Json:
    """What stands in a TerminologyCapabilities beside its head; code systems as stored now."""
    stored = await server.store.find("CodeSystem", {}, limit=MOST_STORED)
    return {
        "lockedDate": False,
        "codeSystem": await asyncio.to_thread(_code_systems, [s.json for s in stored]),
        "expansion": {
            "hierarchical": False,
            "paging": True,
            "incomplete": False,
            "parameter": [{"name": name} for name in SUPPORTED],
            "textFilter": TEXT_FILTER,
        },
        "codeSearch": "explicit",
        "validateCode": {"translations": True},
        "translation": {"needsMap": False},
    }


def _code_systems(stored: list[bytes]) -> list[Json]:
    """Those that the server brings, and those stored here in their place or beside them."""
    resources = [json.decode(each) for each in stored]
    terminology = Terminology(Library().with_resources(resources))
    versions: dict[str, set[str]] = defaultdict(set)
    for resource in resources:
        versions[resource.get("url", "")].add(resource.get("version", ""))
    found = {url: listed for url, listed in _built_in().items() if url not in versions}
    for url, known in versions.items():
        if (default := terminology.system(url)) is not None:
            named = (terminology.system(url, version) for version in sorted(known))
            found[url] = _listed(default, [each for each in named if each is not None])
    return [found[url] for url in sorted(found)]


@cache
def _built_in() -> dict[str, Json]:
    return {system.url: _listed(system, [system]) for system in of_built_in().systems()}


def _listed(default: System, versions: list[System]) -> Json:
    """A code system; the default is the version that is meant where none is named."""
    if not isinstance(default, CodeSystem):
        return {"uri": default.url}
    return {
        "uri": default.url,
        "version": [
            _version(each, is_default=each.version == default.version)
            for each in versions
            if isinstance(each, CodeSystem)
        ],
        "subsumption": default.is_hierarchy,
    }


def _version(system: CodeSystem, *, is_default: bool) -> Json:
    return {
        **({"code": system.version} if system.version else {}),
        "isDefault": is_default,
        "filter": [{"code": name, "op": list(ops)} for name, ops in filters_of(system).items()],
        **({"property": list(system.declared)} if system.declared else {}),
    }
