"""$sign: what was applied for comes into force, with all that belongs to it."""

from .world import TODAY, answered, code, day, extension, ref, rules, state, text


def test_a_contract_comes_into_force_with_its_period_by_the_policy(world):
    contract = world.draft(world.team(), world.resident())
    signed = answered(world.sign(contract))
    assert state(signed) == "active"
    assert signed["status"] == "executed"
    assert signed["issued"] == TODAY
    assert signed["applies"] == {"start": TODAY, "end": "2026-12-31"}
    assert signed["meta"]["versionId"] == "2"


def test_debug(world):
    import json, time
    c = world.draft(world.team(), world.resident())
    t=time.time(); r = world.sign(c); print(time.time()-t)
    print(json.dumps(r.json(), ensure_ascii=False)[:6000])
    for p in r.json()["parameter"]:
        if "valueReference" in p:
            x = world.get(p["valueReference"]["reference"]); 
            if x["resourceType"] in ("Patient","EpisodeOfCare","Provenance","CarePlan"): print(json.dumps(x, ensure_ascii=False))
            else: print(x["resourceType"], x["restriction"], x.get("description"))
    for _ in range(5):
        c = world.draft(world.team(), world.resident())
        t=time.time(); r = world.sign(c); print(time.time()-t)
    c = world.draft(world.team(), world.resident(), package="hainan-basic-1")
    r=world.sign(c); print(json.dumps(r.json(), ensure_ascii=False)[:9000])
    assert 0
