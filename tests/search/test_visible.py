"""Nothing leaks of what a caller may not see: neither found nor counted, nor by a chain or a page.

The same searches run on a database with everything under a toy policy, and on one that holds only
what the policy lets see. Every answer must be the same, page by page. The policy: resources with
the label `ours`, and Observations only about patients with that label.
"""

import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace
from pymongo.asynchronous.database import AsyncDatabase

from conformance.json import decode
from fhir_server.errors import NotFound
from fhir_server.http import Call
from fhir_server.indexing.worker import Worker
from fhir_server.interactions.search import search, search_compartment, search_system
from fhir_server.lifecycle import writes
from fhir_server.operations.everything import everything
from fhir_server.profiles import Profiles
from fhir_server.routes import Routes
from fhir_server.search import SearchContext
from fhir_server.search.filters import Filter
from fhir_server.search.joins import Join
from fhir_server.server import Server
from fhir_server.settings import Settings
from fhir_server.store.connect import connect
from fhir_server.store.epochs import Epochs
from fhir_server.store.feed import Feed
from fhir_server.store.mongo import Store
from fhir_server.store.owners import Owners

from .shelf import CONTEXT, Shelf

BASE = "http://here/fhir"
OURS = {"idx": "_security\x01ours"}
KINDS = ("Patient", "Observation", "Organization", "Encounter", "Group", "List", "Task", "Contract")


def policy(type_: str) -> Filter:
    """What of a type the caller may see."""
    if type_ == "Observation":
        return {"idx": Join("Patient", OURS, "", "subject\x01Patient/")}
    return OURS


def resources() -> list[dict[str, Any]]:
    """A small random graph, half of it ours."""
    chance = random.Random(7)

    def to(*types: str) -> dict[str, str]:
        return {"reference": f"{chance.choice(types)}/{chance.randrange(8)}"}

    made: list[dict[str, Any]] = []
    for number in range(8):
        made += [
            {"resourceType": "Patient", "gender": chance.choice(["male", "female"]),
             "name": [{"family": chance.choice(["Li", "Wang"])}],
             "managingOrganization": to("Organization"), "link": [{"other": to("Patient")}]},
            {"resourceType": "Organization", "name": chance.choice(["Ward", "Clinic"]),
             "partOf": to("Organization")},
            {"resourceType": "Observation", "status": "final", "subject": to("Patient"),
             "encounter": to("Encounter"), "performer": [to("Organization", "Patient")],
             "hasMember": [to("Observation")]},
            {"resourceType": "Encounter", "status": "finished", "subject": to("Patient"),
             "serviceProvider": to("Organization")},
            {"resourceType": "Group", "member": [{"entity": to("Patient")} for _ in range(3)],
             "managingEntity": to("Organization")},
            {"resourceType": "List", "entry": [{"item": to("Patient")} for _ in range(3)]},
            {"resourceType": "Task", "for": to("Patient"), "focus": to(*KINDS),
             "contained": [{"resourceType": "Patient", "id": "c", "managingOrganization":
                            to("Organization"), "gender": "male"}], "owner": {"reference": "#c"}},
            {"resourceType": "Contract", "subject": [to("Patient")]},
        ]  # fmt: skip
        for resource in made[-8:]:
            resource["id"] = str(number)
            if chance.random() < 0.5:
                resource["meta"] = {"security": [{"code": "ours"}]}
    return made


def seen(everyone: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the policy means, without a database."""
    labelled = {f"{r['resourceType']}/{r['id']}" for r in everyone if "meta" in r}
    return [
        r
        for r in everyone
        if (r["subject"]["reference"] if r["resourceType"] == "Observation" else name(r))
        in labelled
    ]


def name(resource: dict[str, Any]) -> str:
    return f"{resource['resourceType']}/{resource['id']}"


@dataclass(slots=True)
class Guarded(Server):
    """A server whose searches see what the policy lets see, or one without a policy."""

    guarded: bool = True

    def search_context(self, _: Call) -> SearchContext:
        return replace(CONTEXT, visible=policy if self.guarded else None)


def guard(database: AsyncDatabase[Any], *, guarded: bool) -> Guarded:
    """A server over a database, with the policy or without."""
    store = Store(database)
    worker = Worker(Epochs(database, "test"), store, CONTEXT)
    feed, routes = Feed(database), Routes()
    return Guarded(
        settings=Settings(),
        store=store,
        feed=feed,
        worker=worker,
        profiles=Profiles(store, feed),
        base=BASE,
        place=CONTEXT,
        signing_key=b"",
        router=routes,
        owners=Owners(database),
        life=writes,
        guarded=guarded,
    )


@pytest.fixture(scope="module")
async def servers(mongodb_uri: str, database: str) -> AsyncIterator[tuple[Server, Server]]:
    """The one with everything and a policy, the one with only what that lets see."""
    everyone = resources()
    async with (
        connect(mongodb_uri, database) as whole,
        connect(mongodb_uri, f"{database}_part") as part,
    ):
        for connected, kept in ((whole, everyone), (part, seen(everyone))):
            shelf = Shelf(Store(connected))
            for resource in everyone:  # so that the instants are the same
                await shelf.put(resource)
            for resource in everyone:
                if resource not in kept:
                    collection = shelf.store.current(resource["resourceType"])
                    await collection.delete_one({"_id": resource["id"]})
        both = [guard(d, guarded=g) for d, g in ((whole, True), (part, False))]
        yield both[0], both[1]
        await whole.client.drop_database(database)
        await part.client.drop_database(f"{database}_part")


async def answers(server: Server, url: str) -> list[Any]:
    """Each page: (what is on it and why, total)."""
    pages: list[Any] = []
    while url:
        call = Call("GET")
        server.router.locate(call, url)
        handler = everything if call.operation else {
            "{type}": search, "": search_system, "{type}/{id}/{member}": search_compartment
        }[call.route]  # fmt: skip
        try:
            body = decode((await handler(call, server)).json or b"")
        except NotFound as error:
            return [*pages, str(error)]
        pages.append((
            [(name(e["resource"]), e["search"]["mode"]) for e in body.get("entry", ())],
            body.get("total"),
        ))  # fmt: skip
        following = [k["url"] for k in body["link"] if k["relation"] == "next"]
        parts = urlsplit(following[0]) if following else None
        url = f"{parts.path.removeprefix('/fhir')}?{parts.query}" if parts else ""
    return pages


SEARCHES = [
    *KINDS,
    *(f"{kind}?_summary=count" for kind in KINDS),
    "Patient?gender=male",
    "Patient?gender:not=male",
    "Patient?_id=0,1,2,3,4,5,6,7",
    "Patient?_sort=-family&_count=1",
    "Patient?_sort=-_lastUpdated&_count=1",
    "Patient?organization.name=ward",
    "Patient?organization.partof.name=ward",
    "Patient?organization.partof.partof:missing=false",
    "Patient?organization:missing=true",
    "Patient?link:Patient.gender=male&_count=1",
    "Patient?_has:Observation:subject:status=final",
    "Patient?_has:Observation:patient:performer.name=ward",
    "Patient?_has:Observation:patient:_has:Observation:has-member:status=final",
    "Patient?_has:Group:member:managing-entity.name=clinic",
    "Patient?_has:Task:patient:_id=0,1,2,3",
    "Patient?_list=3",
    *(f"Encounter?service-provider:below={i}" for i in range(8)),
    *(f"Encounter?service-provider:above={i}" for i in range(8)),
    "Patient?organization:below=0,1,2,3&_summary=count",
    "Patient?gender=male&_contained=true&_count=1",
    "Patient?gender=male&_contained=both&_containedType=contained&_count=2",
    "Patient?organization.name=ward&_contained=both&_count=0",
    "Patient?gender:not=female&_contained=true&_include=Patient:organization",
    "Task?owner:Patient.gender=male",
    "Task?owner:Patient.organization.name=ward",
    "Task?owner:Patient.gender:not=female",
    "Patient?_filter=organization.name eq ward",
    "Patient?_filter=not (organization.name eq ward)",
    "Observation?subject.name=li&_count=1",
    "Observation?subject:Patient.organization.name=ward",
    "Observation?encounter.service-provider.name=ward",
    "Observation?has-member.has-member.subject.name=li",
    "Observation?performer.name=ward&_summary=count",
    "Observation?_include=*",
    "Observation?_include=Observation:subject&_include:iterate=Patient:link&_count=2",
    "Observation?_include:iterate=*",
    "Patient?_revinclude=Observation:*",
    "Patient?_revinclude=Observation:subject&_revinclude:iterate=Observation:has-member&_count=1",
    "Patient?_revinclude=Group:member&_revinclude=List:item&_revinclude:iterate=Task:focus",
    "?_type=Patient,Observation,Task&_count=2",
    "?_type=Observation,Encounter&subject:Patient.gender=male",
    "?_type=Patient,Observation,Task,List&_count=3&_sort=-_lastUpdated",
    "?_summary=count",
    *(f"Patient/{i}/Observation?_count=1" for i in range(8)),
    *(f"Patient/{i}/*?_count=2" for i in range(8)),
    *(f"Encounter/{i}/*" for i in range(8)),
    *(f"Patient/{i}/$everything?_count=2" for i in range(8)),
    "Patient/$everything?_count=7",
    "Patient/$everything?_type=Encounter,Observation",
    *(f"Group/{i}/$everything" for i in range(8)),
    *(f"Encounter/{i}/$everything?_type=Observation" for i in range(8)),
]


@pytest.mark.parametrize("url", SEARCHES)
async def test_what_cannot_be_seen_might_as_well_not_be(
    servers: tuple[Server, Server], url: str
) -> None:
    guarded, alone = servers
    assert await answers(guarded, url) == await answers(alone, url)


async def test_the_policy_hides_and_shows(servers: tuple[Server, Server]) -> None:
    everyone = resources()
    found = await answers(servers[0], "?_count=1000")
    shown = {name for name, _ in found[0][0]}
    assert shown == {name(r) for r in seen(everyone)}
    assert 20 < len(shown) < len(everyone)
