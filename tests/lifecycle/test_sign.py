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
