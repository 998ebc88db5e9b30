"""A death that is reported waits for its confirmation; confirmed, it ends the resident's cover.

Setting `Patient.deceased` opens a task and blocks signing (a rule). Completing the task ends cover
on the day of death; contracts that cover others stay. Until then it may be taken back.
"""

from datetime import date

from fhir_server.service import contracts
from fhir_server.service.elements import Json, code, day, extension_url, reference, system
from fhir_server.service.unit import Unit

from .ending import LIVE, Farewell, close, drop_tasks
from .record import Step
from .signing import moment
from .transition import advance

KIND = "death-confirmation"


def is_confirmation(task: Json) -> bool:
    """Whether a Task is to confirm a death."""
    return code(task.get("code"), "task-kind") == KIND


def is_dead(patient: Json | None) -> bool:
    """Whether a Patient is said to have died."""
    said = patient or {}
    return bool(said.get("deceasedBoolean") or "deceasedDateTime" in said)


async def report(unit: Unit, patient: str) -> None:
    """Open the task, if the resident is under contract and it is not open yet."""
    if await _open(unit, patient):
        return
    live = await _covering(unit, patient)
    if not live:
        return
    unit.put(
        {
            "resourceType": "Task",
            "status": "requested",
            "intent": "order",
            "code": {"coding": [{"system": system("task-kind"), "code": KIND}]},
            "for": {"reference": patient},
            "focus": {"reference": patient},
            "authoredOn": moment(unit),
            "owner": {"reference": contracts.institution(live[0])},
        }
    )


async def withdraw(unit: Unit, patient: str) -> None:
    """The report was wrong: its task is off."""
    reason = {"text": "The report of the death was taken back."}
    for task in await _open(unit, patient):
        unit.put(task | {"status": "cancelled", "statusReason": reason})


async def confirm(unit: Unit, task: Json) -> None:
    """End the resident's cover on the day of death."""
    patient = reference(task.get("for"))
    resident = await unit.need(patient, "Task.for")
    died = day(resident.get("deceasedDateTime")) or unit.today
    step = Step("confirm-death", sources=(f"Task/{task['id']}",))
    for contract in await _covering(unit, patient):
        others = [c for c in contracts.covered(contract) if c.patient != patient]
        whole = contracts.in_force(contract)
        if not others:
            await close(unit, contract, Farewell(reason="deceased", end=died, step=step))
        elif whole and whole.holds(died):
            await advance(unit, _without(contract, patient, died), step)
            await drop_tasks(unit, contract, died, [patient])


async def _open(unit: Unit, patient: str) -> list[Json]:
    found = await unit.search("Task", f"patient={patient}&status=requested")
    return [task for task in found if is_confirmation(task)]


async def _covering(unit: Unit, patient: str) -> list[Json]:
    """The contracts under which a resident is."""
    name = f"resident/{patient}"
    await unit.take(name)
    named = [held["contract"] for held in unit.owned[name].get("held", [])]
    await unit.fetch(named)
    found = [await unit.read(each) for each in named]
    return [c for c in found if c is not None and contracts.state(c) in LIVE]


def _without(contract: Json, patient: str, last: date) -> Json:
    """The contract in which a resident is covered to a day."""
    url = extension_url("covered")
    spans = {c.patient: c.span for c in contracts.covered(contract)}
    span = spans[patient]
    first = span.start if span else last
    subjects = []
    for subject in contract["subject"]:
        if reference(subject) == patient:
            rest = [e for e in subject.get("extension", []) if e.get("url") != url]
            period = {"start": f"{first}", "end": f"{last}"}
            subjects.append(subject | {"extension": [*rest, {"url": url, "valuePeriod": period}]})
        else:
            subjects.append(subject)
    return contract | {"subject": subjects}
