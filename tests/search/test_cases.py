"""The rules of search.html, section by section: `cases/*.yaml` says what each search finds.

A file has resources of one type by id (`kept`), those of other types by `Type/id` (`besides`), and
cases: a query string with the ids it `finds`,
in any order, or words of the sentence that it is `refused` with, or only when it runs, `fails`.
"""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from fhir_server.errors import FhirError

from .shelf import Shelf, query


class Loader(yaml.SafeLoader):
    """YAML whose dates stay text and whose fractions stay exact."""


Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
Loader.add_constructor("tag:yaml.org,2002:float", lambda _, node: Decimal(node.value))

FILES = [
    yaml.load(path.read_text(), Loader) | {"name": path.stem}
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
]
CASES = [(file, case) for file in FILES for case in file["cases"]]
FILLED: set[str] = set()


def named(*kinds: str) -> dict[str, Any]:
    chosen = [(file, case) for file, case in CASES if case.keys() & set(kinds)]
    return {
        "argvalues": chosen,
        "ids": [f"{file['name']}: {case['search']}" for file, case in chosen],
    }


async def fill(shelf: Shelf, file: dict[str, Any]) -> None:
    """Each file has its resources alone in their collection."""
    if file["name"] in FILLED:
        return
    FILLED.add(file["name"])
    kept = {f"{file['type']}/{id_}": r for id_, r in file["kept"].items()}
    resources = [
        {"resourceType": reference.split("/")[0], "id": reference.split("/")[1], **(resource or {})}
        for reference, resource in (kept | file.get("besides", {})).items()
    ]
    for type_ in {r["resourceType"] for r in resources}:
        await shelf.store.current(type_).delete_many({})
    await shelf.put(*resources)
    await shelf.put({"resourceType": file["type"], "id": "zz-deleted"})
    await shelf.delete(file["type"], "zz-deleted")


@pytest.mark.parametrize(("file", "case"), **named("finds", "fails"))
async def test_finds(shelf: Shelf, file: dict[str, Any], case: dict[str, Any]) -> None:
    await fill(shelf, file)
    if "fails" in case:
        with pytest.raises(FhirError, match=re.escape(case["fails"])):
            await shelf.ids(file["type"], case["search"])
        return
    assert await shelf.ids(file["type"], case["search"]) == sorted(case["finds"])


@pytest.mark.parametrize(("file", "case"), **named("refused"))
def test_refuses_by_name(file: dict[str, Any], case: dict[str, Any]) -> None:
    with pytest.raises(FhirError) as refusal:
        query(file["type"], case["search"])
    parameter = case["search"].partition("=")[0]
    assert case["refused"] in str(refusal.value)
    assert parameter in str(refusal.value)
    assert refusal.value.issues[0].expression == f"http.{parameter}"
    assert refusal.value.status == case.get("status", 400)
