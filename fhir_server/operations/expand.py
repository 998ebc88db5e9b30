"""ValueSet/$expand: the codes of a value set (valueset-operation-expand.html).

The expansion is flat. A set that cannot be listed to the end is refused, as R4 demands; one without
end, such as all units, is marked as unclosed.
"""

import uuid
from typing import Any

from conformance import json
from conformance.terminology import Expansion, Listed, TerminologyError
from fhir_server.errors import NotSupported
from fhir_server.http import Call, Reply, instant
from fhir_server.server import Server
from fhir_server.terminology import gathered, refusal

from .asked import Asked
from .operation import Operation

Json = dict[str, Any]

SUPPORTED = (
    "url", "valueSet", "valueSetVersion", "filter", "offset", "count", "includeDesignations",
    "includeDefinition", "activeOnly", "excludeNested", "excludeNotForUI",
    "excludePostCoordinated", "displayLanguage",
)  # fmt: skip
UNSUPPORTED = (
    "context", "contextDirection", "date", "designation", "exclude-system", "system-version",
    "check-system-version", "force-system-version",
)  # fmt: skip
TEXT_FILTER = "Each word of the filter is in the code or in one of its displays, in any case."
# What an expansion repeats of its value set.
HEAD = ("url", "version", "name", "title", "status", "experimental")
UNCLOSED = "http://hl7.org/fhir/StructureDefinition/valueset-unclosed"


async def expand(call: Call, server: Server) -> Reply:
    """The value set with its expansion."""
    asked = Asked(call, SUPPORTED, UNSUPPORTED)
    url = asked.canonical("url", "valueSetVersion")
    own = await asked.subject(call, server, url, "valueSet", "ValueSet")
    wanted = [("ValueSet", url.partition("|")[0])] if url else []
    known = await gathered(server.store, wanted, given=[own] if own else [], supplements=True)
    try:
        expansion = known.expand(
            own or url or "",
            filter=asked.text("filter") or "",
            offset=asked.number("offset") or 0,
            count=asked.number("count"),
            active_only=bool(asked.flag("activeOnly")),
            selectable_only=bool(asked.flag("excludeNotForUI")),
            language=asked.text("displayLanguage") or "",
        )
        resource = own or known.value_set(url or "").resource
    except TerminologyError as error:
        raise refusal(error) from error
    if not expansion.complete and not expansion.endless:
        raise NotSupported(f"The value set cannot be listed: {expansion.missing[0].english}.")
    return Reply(200, json=json.encode(_answer(call, asked, resource, expansion)))


def _answer(call: Call, asked: Asked, resource: Json, expansion: Expansion) -> Json:
    kept = {"status": "active", **{k: resource[k] for k in HEAD if k in resource}}
    if asked.flag("includeDefinition") and "compose" in resource:
        kept["compose"] = resource["compose"]
    designations = bool(asked.flag("includeDesignations"))
    listed: Json = {
        **({"extension": [{"url": UNCLOSED, "valueBoolean": True}]} if expansion.endless else {}),
        "identifier": f"urn:uuid:{uuid.uuid4()}",
        "timestamp": instant(call.now),
        "total": expansion.total,
        "offset": asked.number("offset") or 0,
        "parameter": [*_parameters(asked), *_versions(expansion)],
        "contains": [_entry(concept, designations=designations) for concept in expansion.concepts],
    }
    whole = {k: v for k, v in listed.items() if v != []}
    return {"resourceType": "ValueSet", **kept, "expansion": whole}


def _entry(concept: Listed, *, designations: bool) -> Json:
    entry: Json = {
        "system": concept.system,
        "abstract": concept.abstract or None,
        "inactive": concept.inactive or None,
        "version": concept.version,
        "code": concept.code,
        "display": concept.display,
        "designation": list(concept.designations) if designations else None,
    }
    return {k: v for k, v in entry.items() if v not in (None, [], "")}


def _parameters(asked: Asked) -> list[Json]:
    """What was asked and bears on the codes that are listed."""
    texts = (("filter", "String"), ("displayLanguage", "Code"))
    found: list[Json] = [
        {"name": name, f"value{type_}": asked.text(name)} for name, type_ in texts if name in asked
    ]
    numbers = ("offset", "count")
    found += ({"name": n, "valueInteger": asked.number(n)} for n in numbers if n in asked)
    flags = ("activeOnly", "excludeNotForUI", "includeDesignations")
    found += ({"name": n, "valueBoolean": asked.flag(n)} for n in flags if n in asked)
    return [*found, {"name": "excludeNested", "valueBoolean": True}]


def _versions(expansion: Expansion) -> list[Json]:
    return [{"name": "version", "valueUri": canonical} for canonical in expansion.versions]


OPERATION = Operation(
    "expand",
    frozenset({"type", "instance"}),
    expand,
    "http://hl7.org/fhir/OperationDefinition/ValueSet-expand",
    types=frozenset({"ValueSet"}),
)
