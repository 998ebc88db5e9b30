"""`_id` and `_lastUpdated`, which are fields of the stored document and have no entries.

Both are index-exact. The last update is an instant of a whole millisecond; what a search says
beyond that is rounded outwards.

Source: FHIR R4 search.html, 3.1.1.4.1 and 3.1.1.4.2.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from fhir_server.errors import BadRequest

from .context import SearchContext
from .filters import Filter, any_of, none_of
from .parameters import Parameter
from .params import unescape
from .types import date
from .types.model import Compiler, each_of
from .types.reference import ID

LATEST = timedelta(days=3_652_058)  # 9999-12-31
UPDATED = "lu"


def _id(_: Parameter, raw: str, __: SearchContext) -> Filter:
    found = unescape(raw)
    if not ID.fullmatch(found):
        raise BadRequest(f"{found[:80]!r} is not a resource id")
    return {"_id": found}


def _not_id(parameter: Parameter, values: Sequence[str], ctx: SearchContext) -> Filter:
    return none_of([each_of(_id, parameter, values, ctx)])


def _last_updated(_: Parameter, raw: str, ctx: SearchContext) -> Filter:
    """A stored instant t is `[t, t + 1 ms)`; each prefix as in `interval`, on t alone."""
    prefix, (first, last) = date.read(raw, ctx)
    low, high = _instant(first // 1000), _instant(-(-last // 1000))
    before, from_end = {"$lt": low}, {"$gte": high}
    conditions = {
        "eq": [{"$gte": low, "$lt": high}],
        "ne": [before, from_end],
        "gt": [from_end],
        "lt": [before],
        "ge": [{"$gte": low}],
        "le": [{"$lt": high}],
        "sa": [from_end],
        "eb": [before],
        "ap": [{"$gte": low, "$lt": high}],
    }
    return any_of({UPDATED: condition} for condition in conditions[prefix])


def _instant(milliseconds: int) -> datetime:
    """A datetime for milliseconds since the year 1, within the calendar."""
    return date.EPOCH + min(timedelta(milliseconds=milliseconds), LATEST)


OWN: dict[str, dict[str, Compiler]] = {
    "_id": {"": partial(each_of, _id), "not": _not_id},
    "_lastUpdated": {"": partial(each_of, _last_updated)},
}
"""Modifiers by parameter."""
