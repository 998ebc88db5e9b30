"""The check that one document held by a long transaction slows no other request."""

import threading
from collections.abc import Callable

from pymongo import MongoClient
from pymongo.read_concern import ReadConcern

from .data import encoded, patient, patient_id
from .driver import Result, drive
from .rows import ROWS, fhir_requests, request

CONCURRENCY = 16
# A request that waits takes as long as the document is held, and so does the median of all if they
# wait for it; less than this may be the weather on a shared machine.
SLOWEST_SHARE = 0.5
P50_GROWTH = 5.0


def held_document(uri: str, address: tuple[str, int], base: str, seconds: float) -> str:
    """Measure reads, creates and updates without and with one Patient held; a sentence if slowed.

    While it is held one update of that Patient waits for it, as a client's would.
    """
    seconds = max(seconds, 1.0)
    slowed = []
    for name in ("read", "create", "update"):
        row = next(row for row in ROWS if row.name == name)
        requests = iter(fhir_requests(row, base) * 1_000)
        others = lambda r=requests: drive(address, r, CONCURRENCY, seconds)  # noqa: E731
        free = others()
        held = _while_held(uri, address, base, others)
        print(
            f"one document held, {name}: p50 {free.p50 * 1e3:.1f} -> {held.p50 * 1e3:.1f} ms, "
            f"slowest {free.slowest * 1e3:.0f} -> {held.slowest * 1e3:.0f} ms"
        )
        if held.slowest > seconds * SLOWEST_SHARE or held.p50 > free.p50 * P50_GROWTH:
            slowed.append(name)
    return f"a document held by a transaction slows {', '.join(slowed)}" if slowed else ""


def _while_held(
    uri: str, address: tuple[str, int], base: str, others: Callable[[], Result]
) -> Result:
    id_ = patient_id(1_999)  # none of those the rows write
    put = request("PUT", f"/fhir/Patient/{id_}", base.split("/")[2], encoded(patient(1_999)))
    with MongoClient(uri) as client, client.start_session() as session:
        with session.start_transaction(read_concern=ReadConcern("snapshot")):
            held = client["bench"]["Patient"]
            held.update_one({"_id": id_}, {"$set": {"held": True}}, session=session)
            waiting = threading.Thread(target=lambda: drive(address, iter([put] * 2), 1, 0.0))
            waiting.start()
            result = others()
            session.abort_transaction()
        waiting.join()
    return result
