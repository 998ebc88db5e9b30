"""The bare floor: a single-threaded loop over synchronous PyMongo, without HTTP."""

import itertools
import time
from collections.abc import Callable
from typing import Any

from pymongo import MongoClient

from .data import PATIENTS, document, patient_id, search_entry
from .driver import Load, Result
from .floors import BODY, CONCERNS, DATABASE, POOL, SNAPSHOT, Json, fresh


def bare(uri: str, row: str, seconds: float) -> Result | None:
    """One operation after the other; None for rows without such a loop."""
    with MongoClient[Json](uri) as client:
        patients = client.get_database(DATABASE, **CONCERNS)["Patient"]
        pool = [document(n) for n in range(POOL)]

        def insert_together(n: int) -> None:
            with client.start_session() as session:
                session.with_transaction(
                    lambda s: patients.insert_many(fresh(pool, n, 100), session=s), **SNAPSHOT
                )

        work: dict[str, Callable[[int], Any]] = {
            "read": lambda n: patients.find_one({"_id": patient_id(n)}, BODY),
            "search": lambda n: list(patients.find({"idx": search_entry(n)}, BODY)),
            "create": lambda n: patients.insert_one(fresh(pool, n, 1)[0]),
            "transaction": insert_together,
        }
        if row not in work:
            return None
        return _loop(work[row], seconds)


def _loop(once: Callable[[int], Any], seconds: float) -> Result:
    load = Load()
    once(0)
    started = now = time.perf_counter()
    for n in itertools.count(1):
        once(n % PATIENTS)
        before, now = now, time.perf_counter()
        load.latencies.append(now - before)
        if now > started + seconds:
            break
    load.seconds = now - started
    return load.result()
