"""$everything: the whole record of a patient, of all patients, of a group's, or of an encounter.

The matches are what the official compartment holds, and two types more that R4 leaves out of it:
contracts with the patient as subject and tasks for the patient. With them comes what they refer to
(practitioners, organizations, ...). The list is paged like a search on several types. Without an
id it is about all patients that the caller may see: what refers to none of them, because they were
deleted or never were there, is left out, and only a list that fits one page has a total.

`start` and `end` are about when care was given, by the parameter that CARE_DATES names for the
type; what has no such date is always there. `_since` is about the last change.

Source: FHIR R4 patient-operation-everything.html, group-operation-everything.html,
encounter-operation-everything.html.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from conformance import json
from fhir_server.errors import BadRequest, NotFound, NotSupported, TooCostly
from fhir_server.http import Call, Pairs, Reply
from fhir_server.interactions.search import TYPE, named_types, searchset
from fhir_server.search import SearchContext, resolved
from fhir_server.search.clauses import Clauses
from fhir_server.search.compartments import leading, membership, referring, types_in
from fhir_server.search.context import narrowed
from fhir_server.search.filters import LIVE, Filter, all_of, any_of
from fhir_server.search.include import EVERYTHING
from fhir_server.search.links import reference_parameter, references_in, target_of
from fhir_server.search.parameters import Parameter, parameters
from fhir_server.search.query import Within
from fhir_server.search.several import Keep, parse_several, run_several
from fhir_server.search.types.reference import local
from fhir_server.server import Server
from fhir_server.store.documents import Stored
from fhir_server.store.locks import Session
from fhir_server.store.mongo import Store

from .operation import Operation, read_input

PAGING = ("_count", "_cursor")
CHANGED = ("_since", TYPE)
CARE = ("start", "end")
MOST_MEMBERS = 1_000
COUNTED = "_count: 0 is for the record of one patient; that of all is not counted."

BESIDE_COMPARTMENT = {"Contract": "subject", "Task": "patient"}
"""Types that are part of a patient's record, by the parameter that names the patient."""

CARE_DATES = (
    "authoredon", "date", "onset-date", "authored-on", "authored", "occurrence", "issued",
    "created", "started", "whenhandedover", "effective", "effective-time", "datetime", "collected",
    "identified", "sent", "start-date", "datewritten", "recorded", "period",
)  # fmt: skip
"""Parameters that tell when care was given, the first that a type has."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What belongs to a record: the compartment's type, whose ids (None: all), and the focus."""

    compartment: str
    ids: Sequence[str] | None
    focus: tuple[str, str] | None = None

    def types(self) -> list[str]:
        """The types of a record."""
        beside = BESIDE_COMPARTMENT if self.compartment == "Patient" else ()
        focus = self.focus[:1] if self.focus else ()
        return sorted({*types_in(self.compartment), *beside, self.compartment, *focus})

    def members(self, type_: str) -> Filter:
        """What of a type belongs to it."""
        fragments: list[Filter] = []
        if self.focus and type_ == self.focus[0]:
            fragments.append({"_id": self.focus[1]})
        if type_ == self.compartment:
            fragments.append(LIVE if self.ids is None else {"_id": {"$in": list(self.ids)}})
        if type_ in types_in(self.compartment):
            fragments.append(membership(self.compartment, self.ids, type_))
        elif type_ in BESIDE_COMPARTMENT:
            parameter = reference_parameter(type_, BESIDE_COMPARTMENT[type_])
            fragments.append(referring(parameter, self.compartment, self.ids))
        return any_of(fragments)

    def leading(self, type_: str) -> list[Parameter]:
        """The parameters by which resources of a type belong to it."""
        if type_ in BESIDE_COMPARTMENT:
            return [reference_parameter(type_, BESIDE_COMPARTMENT[type_])]
        return leading(self.compartment, type_)


async def everything(call: Call, server: Server) -> Reply:
    """A page of the record."""
    asked = _asked(call)
    own = server.search_context(call)
    context = replace(own, count=own.max_count)
    scope = await _scope(call, server, context)
    path = "/".join(filter(None, (call.type, call.id, "$everything")))
    said = [pair for pair in asked if pair[0] not in PAGING]
    paging = [pair for pair in asked if pair[0] in PAGING]
    types = named_types([pair for pair in said if pair[0] == TYPE], scope.types())

    def confine(type_: str) -> Within:
        return Within(
            f"{path} {said}", all_of([scope.members(type_), *_limits(type_, said, context)])
        )

    several = parse_several(types, paging, context, confine, said)
    if TYPE not in dict(said):
        several.includes = (EVERYTHING._replace(but=frozenset(types)),)
    if scope.ids is None:
        if not several.shape.count:
            raise NotSupported(COUNTED, expression="http._count")
        several.keep = _of_known(scope, server.store, context, call.session)
    page = await run_several(server.store, several, context, call.session)
    return searchset(server, path, several, page)


def _of_known(scope: Scope, store: Store, context: SearchContext, session: Session | None) -> Keep:
    """Keeps what is about something that is there, and that the caller may see."""

    def owners(stored: Stored) -> set[str]:
        if stored.type == scope.compartment:
            return {stored.id}
        resource = json.decode(stored.json)
        targets = (
            target_of(reference)
            for parameter in scope.leading(stored.type)
            for reference in references_in(resource, parameter, context)
        )
        return {target[1] for target in targets if target and target[0] == scope.compartment}

    async def keep(found: Sequence[Stored]) -> list[Stored]:
        owned = [(stored, owners(stored)) for stored in found]
        ids = sorted(set().union(*(theirs for _, theirs in owned)))
        wanted = narrowed(scope.compartment, [{"_id": {"$in": ids}}], context)
        whole = await resolved(store, wanted, session)
        known = set(await store.ids(scope.compartment, whole, limit=len(ids) + 1, session=session))
        return [stored for stored, theirs in owned if theirs & known]

    return keep


def _asked(call: Call) -> Pairs:
    """The parameters as text, each once."""
    known = (*(CARE if call.type != "Encounter" else ()), *CHANGED, *PAGING)
    given = read_input(call, known)
    given[TYPE] = [",".join(map(str, given[TYPE]))] if TYPE in given else []
    for name, values in given.items():
        if len(values) > 1:
            raise BadRequest(f"{name} may be given once.", expression=f"http.{name}")
    return [(name, str(given[name][0])) for name in known if given.get(name)]


def _limits(type_: str, said: Pairs, context: SearchContext) -> list[Filter]:
    """What `start`, `end` and `_since` ask of a type."""
    asked = dict(said)
    clauses = Clauses(context)

    def clause(name: str, code: str, prefix: str) -> Filter:
        if not asked[name][:1].isdigit():
            raise BadRequest(f"{name} is a date or an instant.", expression=f"http.{name}")
        try:
            return clauses.compile(type_, code, prefix + asked[name])
        except BadRequest as error:
            raise BadRequest(f"{name}: {error}", expression=f"http.{name}") from error

    limits = [clause("_since", "_lastUpdated", "ge")] if "_since" in asked else []
    code = next((c for c in CARE_DATES if c in parameters(type_)), "")
    bounds = [
        clause(name, code or "_lastUpdated", prefix)
        for name, prefix in (("start", "ge"), ("end", "le"))
        if name in asked
    ]
    if bounds and code:
        undated = clauses.compile(type_, f"{code}:missing", "true")
        limits.append(any_of([undated, all_of(bounds)]))
    return limits


async def _scope(call: Call, server: Server, context: SearchContext) -> Scope:
    """What the record is about; NotFound when the caller cannot see the focus."""
    if not call.id:
        return Scope(call.type, None)
    wanted = narrowed(call.type, [{"_id": call.id}], context)
    whole = await resolved(server.store, wanted, call.session)
    found = await server.store.find(call.type, whole, limit=1, session=call.session)
    if not found:
        raise NotFound(f"{call.type}/{call.id[:64]} does not exist.")
    return SCOPES[call.type](json.decode(found[0].json), context)


def _of_group(group: dict[str, Any], context: SearchContext) -> Scope:
    """The patients who are active members."""
    ids = []
    for member in group.get("member", ()):
        reference = local(member.get("entity", {}).get("reference", ""), context)
        target = target_of(reference)
        if target and target[0] == "Patient" and not member.get("inactive"):
            ids.append(target[1])
    if len(ids) > MOST_MEMBERS:
        raise TooCostly(
            f"$everything is for groups of at most {MOST_MEMBERS:,} patients; this one has "
            f"{len(ids):,}."
        )
    return Scope("Patient", sorted(set(ids)), ("Group", group["id"]))


def _of_itself(resource: dict[str, Any], _: SearchContext) -> Scope:
    type_, id_ = resource["resourceType"], resource["id"]
    return Scope(type_, [id_], (type_, id_))


SCOPES: dict[str, Callable[[dict[str, Any], SearchContext], Scope]] = {
    "Patient": _of_itself,
    "Group": _of_group,
    "Encounter": _of_itself,
}

LEVELS = {"Patient": ("type", "instance"), "Group": ("instance",), "Encounter": ("instance",)}

EVERYTHING_OF = tuple(
    Operation(
        "everything",
        frozenset(levels),
        everything,
        f"http://hl7.org/fhir/OperationDefinition/{type_}-everything",
        types=frozenset({type_}),
    )
    for type_, levels in LEVELS.items()
)
