"""Clients that others wrote: fhirclient, fhirpy and fhir-kit-client work against the server."""

import subprocess
from pathlib import Path

import pytest
from build import SYSTEM, unique

# What these libraries deprecate among themselves is not ours to judge.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def test_fhirclient(server):
    from fhirclient.client import FHIRClient  # noqa: PLC0415 - its import warns
    from fhirclient.models.humanname import HumanName  # noqa: PLC0415
    from fhirclient.models.identifier import Identifier  # noqa: PLC0415
    from fhirclient.models.patient import Patient  # noqa: PLC0415

    smart = FHIRClient(settings={"app_id": "tests", "api_base": server})
    assert smart.prepare()
    key = unique()
    new = Patient()
    new.identifier = [Identifier({"system": SYSTEM, "value": key})]
    new.name = [HumanName({"family": "王", "given": ["芳"]})]
    assert new.create(smart.server)

    found = Patient.where({"identifier": f"{SYSTEM}|{key}"}).perform_resources(smart.server)
    assert [p.name[0].family for p in found] == ["王"]
    read = Patient.read(found[0].id, smart.server)
    read.gender = "female"
    assert read.update(smart.server)
    assert Patient.read(found[0].id, smart.server).meta.versionId == "2"
    read.delete(smart.server)
    assert not Patient.where({"identifier": key}).perform_resources(smart.server)


def test_fhirclient_follows_pages(server):
    from fhirclient.client import FHIRClient  # noqa: PLC0415
    from fhirclient.models.basic import Basic  # noqa: PLC0415

    smart = FHIRClient(settings={"app_id": "tests", "api_base": server})
    code = unique()
    for _ in range(5):
        basic = Basic({"resourceType": "Basic", "code": {"coding": [{"code": code}]}})
        assert basic.create(smart.server)
    search = Basic.where({"code": code, "_count": "2"})
    assert len({b.id for b in search.perform_resources_iter(smart.server)}) == 5


def test_fhirpy(server):
    from fhirpy import SyncFHIRClient  # noqa: PLC0415
    from fhirpy.base.exceptions import OperationOutcome, ResourceNotFound  # noqa: PLC0415

    client = SyncFHIRClient(server)
    key = unique()
    identifier = [{"system": SYSTEM, "value": key}]
    new = client.resource("Patient", name=[{"family": "王"}], identifier=identifier)
    new.save()
    assert new.id
    new["gender"] = "female"
    new.save()
    assert client.reference("Patient", new.id).to_resource()["gender"] == "female"
    patients = client.resources("Patient")
    assert patients.search(identifier=f"{SYSTEM}|{key}").get()["id"] == new.id
    assert len(patients.search(identifier=key).fetch_all()) == 1
    same, created = patients.search(identifier=f"{SYSTEM}|{key}").get_or_create(
        client.resource("Patient", identifier=identifier)
    )
    assert (same["id"], created) == (new.id, False)
    assert patients.search(identifier=key).count() == 1
    assert patients.search(identifier=key).first()["gender"] == "female"
    with pytest.raises(OperationOutcome):
        client.resource("Patient", colour="red").save()
    new.delete()
    with pytest.raises(ResourceNotFound):
        client.reference("Patient", new.id).to_resource()


async def test_fhirpy_without_blocking(server):
    from fhirpy import AsyncFHIRClient  # noqa: PLC0415

    client = AsyncFHIRClient(server)
    code = unique()
    for _ in range(5):
        await client.resource("Basic", code={"coding": [{"code": code}]}).save()
    found = client.resources("Basic").search(code=code).limit(2)
    assert len({r.id async for r in found}) == 5


KIT = """
import assert from "node:assert/strict";
import { Client } from "fhir-kit-client";

const [base, system, value] = process.argv.slice(2);
const client = new Client({ baseUrl: base });
const resourceType = "Patient";
const statement = await client.capabilityStatement();
assert.equal(statement.fhirVersion, "4.0.1");
const body = { resourceType, name: [{ family: "王" }], identifier: [{ system, value }] };
const made = await client.create({ resourceType, body });
const id = made.id;
assert.equal((await client.read({ resourceType, id })).name[0].family, "王");
const again = await client.create({
  resourceType, body, options: { headers: { "If-None-Exist": `identifier=${system}|${value}` } } });
assert.equal(again.id, id);
await client.update({ resourceType, id, body: { ...made, gender: "female" } });
await client.patch({ resourceType, id,
  jsonPatch: [{ op: "replace", path: "/gender", value: "male" }] });
assert.equal((await client.vread({ resourceType, id, version: "2" })).gender, "female");
assert.equal((await client.read({ resourceType, id })).gender, "male");
const searchParams = { identifier: `${system}|${value}` };
assert.equal((await client.search({ resourceType, searchParams })).total, 1);
const options = { postSearch: true };
const posted = await client.resourceSearch({ resourceType, searchParams, options });
assert.equal(posted.total, 1);
assert.equal((await client.history({ resourceType, id })).total, 3);
assert.equal((await client.history({ resourceType })).type, "history");
assert.equal((await client.history({})).type, "history");
const entry = [{ request: { method: "GET", url: `Patient/${id}` } }];
const batch = await client.batch({ body: { resourceType: "Bundle", type: "batch", entry } });
assert.equal(batch.entry[0].resource.id, id);
const transaction = await client.transaction({
  body: { resourceType: "Bundle", type: "transaction", entry } });
assert.equal(transaction.entry[0].response.status.slice(0, 3), "200");
const page = await client.search({ resourceType, searchParams: { _count: "1" } });
const next = await client.nextPage({ bundle: page });
assert.notEqual(next.entry[0].resource.id, page.entry[0].resource.id);
const outcome = await client.operation({ name: "validate", resourceType, input: body });
assert.equal(outcome.resourceType, "OperationOutcome");
await client.delete({ resourceType, id });
await assert.rejects(client.read({ resourceType, id }), (error) => error.response.status === 410);
console.log("all done");
"""


@pytest.fixture
def kit(request, npm) -> Path:
    """A folder where Node finds fhir-kit-client, fetched once into pytest's cache."""
    folder = Path(request.config.cache.mkdir("fhir-kit-client"))
    if not (folder / "node_modules" / "fhir-kit-client").is_dir():
        (folder / "package.json").write_text('{"private": true}')
        npm("install", "--no-audit", "--no-fund", "fhir-kit-client@2", cwd=folder)
    return folder


def test_fhir_kit_client(server, fhir, kit):
    for _ in range(2):
        fhir.made({"resourceType": "Patient"})
    script = kit / "tour.mjs"
    script.write_text(KIT)
    done = subprocess.run(
        ["node", script, server, SYSTEM, unique()],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "all done" in done.stdout, done.stderr
