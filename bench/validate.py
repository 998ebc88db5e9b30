"""`python -m bench.validate`: how fast and how lean the validator is, as a user starts it.

Ends with 1 when a bar is missed. The rows: a cold run of the command on one file; a warm call for a
small resource, for one of 2 KB with its reading, for expressions, and for two examples with their
profiles; Bundles of 2,500 and 10,000 entries,
whose times say whether the cost is linear; one of 18 MB with eight findings in every entry; NDJSON
of as many resources, right and wrong. Memory is the largest resident set of the process.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from conformance.definitions import search_parameters
from conformance.fhirpath import compile as compile_fhirpath
from conformance.json import decode
from conformance.validator import check, validate

COMMAND = [sys.executable, "-m", "conformance.cli", "validate"]
# A first run leaves compiled modules behind, unless the environment forbids it.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
COLD_RUNS = 9
_OF_SERVICE = Path(__file__).parents[1] / "profiles/generated/examples"
EXAMPLES = {
    "an Observation": _OF_SERVICE / "Observation-example-blood-pressure.json",
    "a Contract": _OF_SERVICE / "Contract-example-contract-individual-doctor.json",
}
REGISTERED = Path(__file__).parents[1] / "tests/validator/patient.json"
SEARCHED = (
    "identifier", "name", "family", "given", "birthdate", "gender", "address", "telecom",
    "general-practitioner", "organization",
)  # fmt: skip
SMALL, LARGE = 2_500, 10_000


class Row(NamedTuple):
    """One measurement and its bar; None where there is none."""

    name: str
    value: float
    unit: str
    bar: float | None


class Spent(NamedTuple):
    """What a process took: wall clock and processor in seconds, memory in MB."""

    wall: float
    processor: float
    memory: float


def patient(number: int) -> dict[str, object]:
    """A Patient of half a kilobyte, as a registration system sends it."""
    return {
        "resourceType": "Patient",
        "id": f"p{number}",
        "identifier": [{"system": "urn:oid:2.16.156.1", "value": f"{number:018d}"}],
        "active": True,
        "name": [{"use": "official", "text": "张三丰", "family": "张", "given": ["三丰"]}],
        "telecom": [{"system": "phone", "value": "13800138000", "use": "mobile"}],
        "gender": "male",
        "birthDate": "1980-01-01",
        "address": [{"use": "home", "text": "四川省成都市武侯区一环路 1 号", "city": "成都市"}],
    }


def faulty(number: int) -> dict[str, object]:
    """A Patient of 1.8 KB with eight findings, errors and notes."""
    div = f'<div xmlns="http://www.w3.org/1999/xhtml">{"张三丰，男，成都市武侯区。" * 24}</div>'
    marital = "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus"
    return patient(number) | {
        "text": {"status": "generated", "div": div},
        "extension": [{"url": f"http://a.org/{x}", "valueString": "x"} for x in "ab"],
        "gender": "男",
        "birthDate": "1980/01/01",
        "maritalStatus": {"coding": [{"system": marital, "code": "Q"}]},
        "contact": [{"relationship": []}],
        "sex": "M",
    }


def write_bundle(file: Path, size: int, make: Callable[[int], object] = patient) -> None:
    """A collection of Patients as JSON, piece by piece: a process begins as large as its parent."""
    with file.open("w") as out:
        out.write('{"resourceType": "Bundle", "type": "collection", "entry": [')
        for n in range(size):
            entry = {"fullUrl": f"http://a.org/Patient/p{n}", "resource": make(n)}
            out.write(("," if n else "") + json.dumps(entry, ensure_ascii=False))
        out.write("]}")


def run(*arguments: str, status: int = 0) -> Spent:
    """Run the command to its end; it must find nothing wrong, or something with `status` 1."""
    start = time.perf_counter()
    process = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL)
    _, ended, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(ended)
    if process.returncode != status:
        raise SystemExit(f"validate {' '.join(arguments)} ended with {process.returncode}")
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def fastest(call: Callable[[], object]) -> float:
    """The seconds of one call: the best of 30 rounds of 50."""
    best = 60.0
    for _ in range(30):
        start = time.perf_counter()
        for _ in range(50):
            call()
        best = min(best, (time.perf_counter() - start) / 50)
    return best


def measure(folder: Path) -> Iterator[Row]:
    """Every row, each as soon as it is known."""
    one = folder / "one.json"
    one.write_text(json.dumps(patient(1), ensure_ascii=False))
    run(str(one))  # the first run of a machine compiles the modules
    cold = [run(str(one)) for _ in range(COLD_RUNS)]
    yield Row("cold run on one file, median", statistics.median(c.wall for c in cold), "s", 0.5)
    yield Row("  of it processor", statistics.median(c.processor for c in cold), "s", None)
    yield Row("  memory", max(c.memory for c in cold), "MB", None)
    small = decode(one.read_bytes())
    yield Row("warm, base rules, 0.5 KB", fastest(lambda: check(small)) * 1e3, "ms", 1.0)
    yield Row("warm, profiles too, 0.5 KB", fastest(lambda: validate(small)) * 1e3, "ms", 1.0)
    text = REGISTERED.read_bytes()
    gate = fastest(lambda: check(decode(text))) * 1e3
    yield Row(f"warm, read and base rules, {len(text) / 1000:.1f} KB", gate, "ms", 0.3)
    yield from measure_fhirpath(decode(text))
    for name, example in EXAMPLES.items():
        text = example.read_bytes()
        resource = decode(text)
        row = f"warm, {name} by its profile, {len(text) / 1000:.1f} KB"
        yield Row(row, fastest(partial(validate, resource)) * 1e3, "ms", None)
    spent = {}
    for size in (SMALL, LARGE):
        file = folder / f"{size}.json"
        write_bundle(file, size)
        spent[size] = run(str(file))
    yield Row(f"Bundle of {LARGE:,} entries", spent[LARGE].wall, "s", 20)
    yield Row("  memory", spent[LARGE].memory, "MB", 150)
    start = statistics.median(c.processor for c in cold)
    growth = (spent[LARGE].processor - start) / (spent[SMALL].processor - start)
    yield Row(f"  processor against {SMALL:,} entries", growth, "times", 1.5 * LARGE / SMALL)
    file = folder / "faulty.json"
    write_bundle(file, LARGE, faulty)
    spent_on_faults = run(str(file), status=1)
    yield Row(f"{LARGE:,} entries, eight findings in each", spent_on_faults.wall, "s", 20)
    yield Row("  memory", spent_on_faults.memory, "MB", 150)
    yield from measure_lines(folder)


def measure_fhirpath(resource: dict[str, Any]) -> Iterator[Row]:
    """Rows of expressions: those of ten common searches together, and one that is a bomb."""
    by_code = {p.code: p.expression for p in search_parameters() if "Patient" in p.base}
    searched = [compile_fhirpath(by_code[code] or "", "Patient") for code in SEARCHED]
    run_all = fastest(lambda: [expression(resource) for expression in searched]) * 1e6
    yield Row("FHIRPath of ten searches on it", run_all, "us", 30)
    bomb = compile_fhirpath(f"'{'a' * 40}!'.matches('^(a+)+$')")
    yield Row("matches('^(a+)+$') on 40 characters", fastest(lambda: bomb(resource)) * 1e3, "ms", 1)


def measure_lines(folder: Path) -> Iterator[Row]:
    """The rows of NDJSON, in one process."""
    for name, make, status in (("right", patient, 0), ("wrong", faulty, 1)):
        lines = folder / f"{name}.ndjson"
        with lines.open("w") as file:
            file.writelines(f"{json.dumps(make(n), ensure_ascii=False)}\n" for n in range(LARGE))
        spent = run(str(lines), "--jobs", "1", status=status)
        yield Row(f"NDJSON of {LARGE:,} lines, {name}", spent.wall, "s", 20)
        yield Row("  memory", spent.memory, "MB", 150)


def main() -> int:
    """Print the table; 1 when a bar is missed."""
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        for row in measure(Path(folder)):
            bar = "" if row.bar is None else f"bar {row.bar:g}"
            fails = row.bar is not None and row.value > row.bar
            missed |= fails
            verdict = "MISSED" if fails else ""
            print(f"{row.name:<42}{row.value:>9.2f} {row.unit:<6}{bar:<10}{verdict}", flush=True)
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
