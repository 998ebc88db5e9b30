"""Chains of any shape: the search finds what walking all resources finds.

Random graphs and random chains, forward and reverse, typed and untyped, up to four steps, some of
them between resources that stand in one container; the words of search.html on the single criterion
at the end are those of `oracle.py`.
"""

import random
import re
from typing import Any
from urllib.parse import quote

import pytest

from conformance.definitions import search_parameters

from .oracle import matches
from .shelf import Shelf

Json = dict[str, Any]

LINKS: dict[str, dict[str, tuple[str, ...]]] = {
    "Patient": {"organization": ("Organization",), "link": ("Patient",)},
    "Organization": {"partof": ("Organization",)},
    "Encounter": {"subject": ("Patient", "Group"), "service-provider": ("Organization",)},
    "Observation": {
        "subject": ("Patient", "Group"),
        "patient": ("Patient",),
        "encounter": ("Encounter",),
        "has-member": ("Observation",),
        "performer": ("Patient", "Organization"),
    },
    "Group": {"member": ("Patient",), "managing-entity": ("Organization",)},
}
"""The types a reference parameter leads to in these tests."""

ELEMENTS = {
    "organization": "managingOrganization", "partof": "partOf", "has-member": "hasMember",
    "service-provider": "serviceProvider", "managing-entity": "managingEntity",
    "patient": "subject",
}  # fmt: skip
ENDS: dict[str, list[tuple[str, str]]] = {
    "Patient": [("gender", "male"), ("gender:not", "male"), ("name", "li"), ("name:exact", "Wang")],
    "Organization": [("name", "ward,clinic"), ("name:contains", "ar"), ("partof:missing", "true")],
    "Encounter": [("status", "finished")],
    "Observation": [("status", "final"), ("status:not", "final"), ("encounter:missing", "false")],
    "Group": [("type", "person"), ("member:missing", "true")],
}


def graph(chance: random.Random) -> list[Json]:
    """Some resources of each type that refer to each other, or to what is not there.

    Every other one contains resources, which refer to each other, too.
    """
    return [
        {**outer, "contained": resources(chance, inside=True)} if outer["id"] in "13" else outer
        for outer in resources(chance)
    ]


def resources(chance: random.Random, *, inside: bool = False) -> list[Json]:
    """Four of each type, or two of each to be contained."""

    def to(*types: str) -> Json:
        type_, number = chance.choice(types), chance.randrange(5)
        local = chance.random() < (0.8 if inside else 0.4)
        return {"reference": f"#{type_}-{number % 2}" if local else f"{type_}/{number}"}

    def perhaps(**elements: Any) -> Json:
        return {key: value for key, value in elements.items() if chance.random() < 0.7}

    made = []
    for number in range(2 if inside else 4):
        for resource in (
            {"resourceType": "Patient", **perhaps(
                gender=chance.choice(["male", "female"]),
                name=[{"family": chance.choice(["Li", "Wang"])}],
                managingOrganization=to("Organization"), link=[{"other": to("Patient")}])},
            {"resourceType": "Organization", **perhaps(
                name=chance.choice(["Ward", "Clinic", "Acme"]), partOf=to("Organization"))},
            {"resourceType": "Encounter", "status": chance.choice(["finished", "planned"]),
             **perhaps(subject=to("Patient", "Group"), serviceProvider=to("Organization"))},
            {"resourceType": "Observation", "status": chance.choice(["final", "amended"]),
             **perhaps(subject=to("Patient", "Group"), encounter=to("Encounter"),
                       hasMember=[to("Observation"), to("Observation")],
                       performer=[to("Patient", "Organization"), to("Patient")])},
            {"resourceType": "Group", "type": "person", **perhaps(
                member=[{"entity": to("Patient")}, {"entity": to("Patient")}],
                managingEntity=to("Organization"))},
        ):  # fmt: skip
            name = f"{resource['resourceType']}-{number}" if inside else str(number)
            made.append({**resource, "id": name})
    return made


def chain(chance: random.Random, type_: str, steps: int) -> tuple[str, str]:
    """The name and value of a criterion on a type."""
    if not steps:
        return chance.choice(
            [*ENDS[type_], ("_id", f"{chance.randrange(4)},{chance.randrange(4)}")]
        )
    backward = [(s, c) for s, codes in LINKS.items() for c, to in codes.items() if type_ in to]
    forward = [(c, t) for c, targets in LINKS[type_].items() for t in targets]
    if chance.random() < 0.4 and backward:
        source, code = chance.choice(backward)
        rest, value = chain(chance, source, steps - 1)
        return f"_has:{source}:{code}:{rest}", value
    code, target = chance.choice(forward)
    rest, value = chain(chance, target, steps - 1)
    return f"{code}{chance.choice(['', f':{target}'])}.{rest}", value


def referred(resource: Json, code: str) -> list[str]:
    """What a resource refers to by a parameter, as `Type/id` or `#id`."""
    value = resource.get(ELEMENTS.get(code, code), [])
    found = [
        entry.get("other", entry.get("entity", entry))["reference"]
        for entry in (value if isinstance(value, list) else [value])
    ]
    types = LINKS[resource["resourceType"]][code]
    return [r for r in found if re.split("[/-]", r.lstrip("#"))[0] in types]


def holds(
    resource: Json, name: str, text: str, world: dict[str, Json], container: Json | None = None
) -> bool:
    """Whether a resource, perhaps a contained one, meets a criterion, by walking all there is.

    A contained one has no id of its own, and nothing refers to it from outside.
    """
    if container and name.startswith(("_has:", "_id")):
        return False
    root = container or resource
    if name.startswith("_has:"):
        _, source, code, rest = name.split(":", 3)
        own = f"{resource['resourceType']}/{resource['id']}"
        return any(
            own in referred(other, code) and holds(other, rest, text, world)
            for other in world.values()
            if other["resourceType"] == source
        )
    head, dot, rest = name.partition(".")
    if dot:
        code, _, type_ = head.partition(":")
        local = {f"#{r['id']}": r for r in root.get("contained", [])}
        names = referred(resource, code)
        stored = [(world[r], None) for r in names if r in world]
        return any(
            holds(target, rest, text, world, held_in)
            for target, held_in in [*stored, *((local[r], root) for r in names if r in local)]
            if type_ in ("", target["resourceType"]) and has(target["resourceType"], rest)
        )
    if name == "_id":
        return resource["id"] in text.split(",")
    return matches(resource, name, text)


def has(type_: str, name: str) -> bool:
    """Whether a type has the parameter that a criterion starts with."""
    if name.startswith(("_id", "_has:")):
        code = name.split(":")[2] if name.startswith("_has:") else ""
        source = name.split(":")[1] if code else ""
        return not code or type_ in LINKS[source][code]
    head, dot, _ = name.partition(".")
    code = head.partition(":")[0]
    if dot:
        return code in LINKS[type_]
    return any(d.code == code and type_ in d.base for d in search_parameters())


@pytest.mark.parametrize("seed", range(6))
async def test_chains_find_what_walking_finds(shelf: Shelf, seed: int) -> None:
    chance = random.Random(seed)
    stored = graph(chance)
    for type_ in LINKS:
        await shelf.store.current(type_).delete_many({})
    await shelf.put(*stored)
    world = {f"{r['resourceType']}/{r['id']}": r for r in stored}
    found_any = 0
    for _ in range(60):
        type_ = chance.choice(list(LINKS))
        criteria = [
            chain(chance, type_, chance.randrange(1, 5)) for _ in range(chance.choice([1, 1, 2]))
        ]
        wanted = [
            r["id"]
            for r in stored
            if r["resourceType"] == type_ and all(holds(r, *c, world) for c in criteria)
        ]
        search = "&".join(f"{name}={quote(value)}" for name, value in criteria)
        assert await shelf.ids(type_, search) == wanted, f"{type_}?{search}"
        found_any += bool(wanted)
    assert found_any > 5
