"""Dates: every prefix against an evaluator that follows the words of the specification."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pymongo import MongoClient
from pymongo.collection import Collection

from fhir_server.search import entries
from fhir_server.search.types.decimals import encode, fixed

from .shelf import CONTEXT, query

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
PREFIXES = ("eq", "ne", "gt", "lt", "ge", "le", "sa", "eb")

Span = tuple[datetime, datetime]

# Few distinct instants, so that bounds meet, nest and touch often.
years = st.sampled_from(["2019", "2020", "2021"])
months = st.builds("{}-{:02}".format, years, st.sampled_from([1, 2, 12]))
days = st.builds("{}-{:02}".format, months, st.sampled_from([1, 2, 28]))
zones = st.sampled_from(["Z", "+08:00", "-05:00"])
minutes = st.builds("{}T{:02}:{:02}{}".format, days, st.sampled_from([0, 23]), st.just(0), zones)
seconds = st.builds(
    "{}T{:02}:00:{}{}".format, days, st.sampled_from([0, 8]), st.sampled_from(["00", "59.5"]), zones
)
stored_texts = years | months | days | seconds
periods = st.builds(
    lambda a, b: {"start": a, "end": b} if a and b else {"start": a} if a else {"end": b or "2020"},
    st.none() | stored_texts,
    st.none() | stored_texts,
).filter(
    lambda p: not ("start" in p and "end" in p) or of_text(p["start"])[0] < of_text(p["end"])[1]
)
asked = st.tuples(st.sampled_from(PREFIXES), years | months | days | minutes | seconds)


def of_text(text: str) -> Span:
    """The interval of a date or time, by the calendar."""
    zone = SHANGHAI
    if len(text) == 4:
        return datetime(int(text), 1, 1, tzinfo=zone), datetime(int(text) + 1, 1, 1, tzinfo=zone)
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        following = (year + month // 12, month % 12 + 1)
        return datetime(year, month, 1, tzinfo=zone), datetime(*following, 1, tzinfo=zone)
    start = datetime.fromisoformat(text)
    if len(text) == 10:
        start = start.replace(tzinfo=zone)
        return start, start + timedelta(days=1)
    width = timedelta(milliseconds=100) if "." in text else timedelta(seconds=1)
    return start, start + (
        width
        if text.count(":") - text[19:].count(":") == 2 or "." in text
        else timedelta(minutes=1)
    )


def of_period(period: dict[str, str]) -> Span:
    start = of_text(period["start"])[0] if "start" in period else FIRST
    return start, of_text(period["end"])[1] if "end" in period else LAST


def related(prefix: str, target: Span, search: Span) -> bool:
    """search.html 3.1.1.4.5, sentence by sentence."""
    contains = search[0] <= target[0] and target[1] <= search[1]
    above_intersects = target[1] > search[1]
    below_intersects = target[0] < search[0]
    return {
        "eq": contains,
        "ne": not contains,
        "gt": above_intersects,
        "lt": below_intersects,
        "ge": above_intersects or contains,
        "le": below_intersects or contains,
        "sa": target[0] >= search[1],
        "eb": target[1] <= search[0],
    }[prefix]


@pytest.fixture(scope="module")
def collection(mongodb_uri: str, database: str) -> Iterator[Collection[dict[str, Any]]]:
    with MongoClient[dict[str, Any]](mongodb_uri) as client:
        found = client[database]["Encounter"]
        found.create_index([("idx", 1), ("_id", 1)])
        yield found
        client.drop_database(database)


def encounter(spans: list[dict[str, str]]) -> dict[str, Any]:
    return {"resourceType": "Encounter", "location": [{"period": p} for p in spans]}


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.lists(periods, min_size=1, max_size=3), min_size=1, max_size=12),
    st.lists(asked, min_size=6, max_size=12),
)
def test_every_prefix_over_repeating_periods(
    collection: Collection[dict[str, Any]],
    shelves: list[list[dict[str, str]]],
    searches: list[tuple[str, str]],
) -> None:
    collection.delete_many({})
    collection.insert_many(
        {"_id": i, "idx": entries("Encounter", encounter(spans), CONTEXT).idx}
        for i, spans in enumerate(shelves)
    )
    for prefix, text in searches:
        wanted = [
            i for i, spans in enumerate(shelves)
            if any(related(prefix, of_period(p), of_text(text)) for p in spans)
        ]  # fmt: skip
        written = (prefix + text).replace("+", "%2B")
        found = collection.find(query("Encounter", f"location-period={written}").filter)
        assert sorted(d["_id"] for d in found) == wanted, (prefix, text)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(stored_texts, min_size=1, max_size=20), st.lists(asked, min_size=6, max_size=12))
def test_every_prefix_over_dates_and_times(
    collection: Collection[dict[str, Any]], texts: list[str], searches: list[tuple[str, str]]
) -> None:
    collection.delete_many({})
    collection.insert_many(
        {"_id": i, "idx": entries("Observation", {"effectiveDateTime": text}, CONTEXT).idx}
        for i, text in enumerate(texts)
    )
    for prefix, text in searches:
        wanted = [i for i, t in enumerate(texts) if related(prefix, of_text(t), of_text(text))]
        written = (prefix + text).replace("+", "%2B")
        found = collection.find(query("Observation", f"date={written}").filter)
        assert sorted(d["_id"] for d in found) == wanted, (prefix, text)


@given(
    st.lists(
        st.decimals(allow_nan=False, allow_infinity=False, places=12)
        | st.decimals(-9, 9, places=3),
        min_size=2,
    )
)
def test_encoded_numbers_sort_like_numbers(numbers: list[Decimal]) -> None:
    assert sorted(numbers) == sorted(numbers, key=encode)
    assert [encode(a) == encode(b) for a in numbers for b in numbers] == [
        a == b for a in numbers for b in numbers
    ]


@given(st.lists(st.decimals(-(10**9), 10**9, places=6), min_size=2))
def test_numbers_of_fixed_width_sort_like_numbers(numbers: list[Decimal]) -> None:
    assert sorted(numbers) == sorted(numbers, key=fixed)
    assert {len(fixed(n)) for n in numbers} == {37}
