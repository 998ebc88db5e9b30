"""Walks for reports: everything of a type, as it was when the first of it was read."""

import json

import pytest
from pymongo.errors import OperationFailure

from fhir_server.errors import Unavailable
from fhir_server.store.connect import connect
from fhir_server.store.documents import Draft, Stored, utc_now
from fhir_server.store.mongo import Store
from fhir_server.store.scanning import BATCH, at_one_moment


@pytest.fixture
async def store(mongodb_uri, database):
    async with connect(mongodb_uri, database) as opened:
        yield Store(opened)


async def put(store, type_, *ids, deleted=False):
    for id_ in ids:
        body = b"" if deleted else json.dumps({"resourceType": type_, "id": id_}).encode()
        version = Stored(type_, id_, 1, utc_now(), "PUT", deleted=deleted, json=body, token=id_)
        await store.insert(Draft(version))


def ids(batches):
    return [json.loads(body)["id"] for batch in batches for body in batch]


async def test_a_moment_does_not_see_what_is_written_meanwhile(store):
    await put(store, "Basic", "a", "b")
    await put(store, "Flag", "f")
    await put(store, "Flag", "gone", deleted=True)

    async def work(moment):
        first = ids([batch async for batch in moment.walk("Basic")])
        await put(store, "Basic", "c")
        await put(store, "Flag", "g")
        again = ids([batch async for batch in moment.walk("Basic")])
        return first, again, ids([batch async for batch in moment.walk("Flag")])

    first, again, flags = await at_one_moment(store, work)
    assert sorted(first) == sorted(again) == ["a", "b"]
    assert flags == ["f"]


async def test_more_than_a_batch_and_some_by_id(store):
    wanted = {f"n{number}" for number in range(BATCH + 5)}
    await store.prepare(["List"])
    await store.current("List").insert_many(
        [{"_id": each, "json": json.dumps({"id": each}).encode()} for each in wanted]
    )

    async def work(moment):
        every = ids([batch async for batch in moment.walk("List")])
        return every, ids([batch async for batch in moment.named("List", ["n1", "n7", "none"])])

    every, some = await at_one_moment(store, work)
    assert len(every) == len(wanted)
    assert set(every) == wanted
    assert sorted(some) == ["n1", "n7"]


async def test_a_moment_that_is_lost_is_tried_again_and_then_given_up(store):
    tries = []

    async def lost(_):
        tries.append(1)
        raise OperationFailure("too old", 239)

    with pytest.raises(Unavailable, match="changed too much"):
        await at_one_moment(store, lost)
    assert len(tries) == 3
