"""capabilities: `GET [base]/metadata` (http.html 3.1.0.14), derived from the tables that serve."""

from hashlib import blake2b
from importlib.metadata import version
from typing import Any

from conformance import json
from conformance.definitions import compartments, resource_types
from fhir_server import operations, routes
from fhir_server.errors import NotSupported
from fhir_server.http import JSON_TYPES, XML_TYPES, Call, Reply, instant, tags
from fhir_server.search import general_parameters, search_parameters_for
from fhir_server.search.catalogue import catalogue, derived
from fhir_server.search.include import ANY
from fhir_server.search.links import reference_parameters
from fhir_server.server import Server
from fhir_server.subset import subset

from .represent import subset_asked
from .terminology_capabilities import terminology_capabilities

Json = dict[str, Any]

PACKAGE = "family-doctor-fhir"
NEARLY_ALL = 100
ANYTHING = (
    "_revinclude also takes the reference parameters that may refer to (nearly) any type, and "
    "[type]:* for all of a type."
)
COMPARTMENT = "http://hl7.org/fhir/CompartmentDefinition/"


TERMINOLOGY = "terminology"
MODES = ("full", "normative", TERMINOLOGY)
# What R4 has for trial use in a CapabilityStatement, of what this one says of a type.
TRIAL_USE = frozenset(
    {
        "versioning",
        "readHistory",
        "updateCreate",
        "conditionalCreate",
        "conditionalRead",
        "conditionalUpdate",
        "conditionalDelete",
        "referencePolicy",
        "searchInclude",
        "searchRevInclude",
    }
)


async def capabilities(call: Call, server: Server) -> Reply:
    """The CapabilityStatement of this server, whole or its normative portions.

    It is the same as long as the search parameters are. In the mode `terminology` it is a
    TerminologyCapabilities.
    """
    mode = call.parameter("mode") or "full"
    if mode not in MODES:
        raise NotSupported(f"mode {mode[:32]!r} is not known here; {', '.join(MODES)} are.")
    if mode == TERMINOLOGY:
        told = head("TerminologyCapabilities", server) | await terminology_capabilities(server)
        return _reply(call, "TerminologyCapabilities", json.encode(told))
    if server.statement is None or server.statement[0] is not catalogue():
        whole = statement(server)
        modes = {"full": json.encode(whole), "normative": json.encode(normative(whole))}
        server.statement = catalogue(), modes
    return _reply(call, "CapabilityStatement", server.statement[1][mode])


def _reply(call: Call, type_: str, body: bytes) -> Reply:
    """What was asked for of a statement, with an ETag that changes when it does."""
    summary, elements = subset_asked(call, type_)
    if summary or elements:
        body = json.encode(subset(json.decode(body), summary, elements))
    tag = blake2b(body, digest_size=8).hexdigest()
    headers = {"etag": f'W/"{tag}"'}
    if tag in tags(call.headers.get("if-none-match", "")):
        return Reply(304, headers=headers)
    return Reply(200, json=body, headers=headers)


def normative(whole: Json) -> Json:
    """A statement without what R4 has for trial use."""
    (rest,) = whole["rest"]
    kept = [{k: v for k, v in r.items() if k not in TRIAL_USE} for r in rest["resource"]]
    return {**whole, "rest": [{**rest, "resource": kept}]}


def head(type_: str, server: Server) -> Json:
    """What says whose capabilities these are."""
    return {
        "resourceType": type_,
        "status": "active",
        "date": instant(server.started),
        "kind": "instance",
        "software": {"name": "Family-doctor FHIR server", "version": version(PACKAGE)},
        "implementation": {
            "description": "FHIR R4 server for family-doctor contract services",
            "url": server.base,
        },
    }


def statement(server: Server) -> Json:
    """What this server does, true to the letter."""
    return {
        **head("CapabilityStatement", server),
        "fhirVersion": "4.0.1",
        "format": sorted({*JSON_TYPES.values(), *XML_TYPES.values(), "json", "xml"}),
        "patchFormat": [
            "application/json-patch+json",
            "application/fhir+json",
            "application/fhir+xml",
        ],
        "rest": [
            {
                "mode": "server",
                "documentation": ANYTHING,
                "resource": [resource(t, server) for t in sorted(routes.endpoints())],
                "interaction": [{"code": code} for code in interactions("")] + [{"code": "batch"}],
                "operation": listed_operations("", "system"),
                "compartment": [f"{COMPARTMENT}{type_.lower()}" for type_ in compartments()],
            }
        ],
    }


def interactions(start: str) -> list[str]:
    """The interactions of the routes that begin with a segment: `{type}`, or "" for the system."""
    return [
        r.interaction
        for r in routes.ROUTES
        if r.interaction and r.path.startswith("{type}") == bool(start)
    ]


def resource(type_: str, server: Server) -> Json:
    """What can be done with one type."""
    settings = server.settings
    policy = ["literal", "logical", "local"]
    return {
        "type": type_,
        "profile": f"http://hl7.org/fhir/StructureDefinition/{type_}",
        "interaction": [{"code": code} for code in interactions("{type}")],
        "versioning": "versioned-update" if settings.require_if_match else "versioned",
        "readHistory": True,
        "updateCreate": settings.update_create,
        "conditionalCreate": True,
        "conditionalRead": "full-support",
        "conditionalUpdate": True,
        "conditionalDelete": settings.conditional_delete,
        "referencePolicy": [*policy, *(["enforced"] if settings.references == "enforce" else [])],
        "searchParam": [
            {"name": p.code, "definition": p.url, "type": p.type}
            for p in (*search_parameters_for(type_), *general_parameters(type_, server.place))
        ],
        "searchInclude": [
            ANY,
            *(f"{type_}:{code}" for code in (ANY, *reference_parameters(type_))),
        ],
        **({"searchRevInclude": reverse} if (reverse := reverse_includes(type_)) else {}),
        "operation": listed_operations(type_, "type", "instance"),
    }


def reverse_includes(type_: str) -> list[str]:
    """What `_revinclude` takes where a type is searched.

    Parameters that may refer to anything would be listed with every type; ANYTHING says it once.
    """
    return _reverse_includes().get(type_, [])


@derived
def _reverse_includes() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for source in resource_types():
        for code, parameter in reference_parameters(source).items():
            if parameter.open and len(parameter.targets) < NEARLY_ALL:
                for target in parameter.targets:
                    found.setdefault(target, []).append(f"{source}:{code}")
    return found


def listed_operations(type_: str, *levels: str) -> list[Json]:
    """The operations that can be called on a type at any of some levels."""
    return [
        {"name": o.name, "definition": o.definition}
        for o in operations.OPERATIONS
        if any(o.is_at(level, type_) for level in levels)
    ]
