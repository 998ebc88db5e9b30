r"""MongoDB filter fragments over the flat `idx` array, the only place that writes its operators.

An entry is `<param>\u0001<value>`. Whatever a client sends ends up as a string inside an entry,
never as a key or an operator.
"""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from fhir_server.errors import BadRequest

Filter = dict[str, Any]

SEPARATOR = "\x01"
CUT = "\x03"
LAST = "\U0010ffff"
PRESENT = "\x7f"  # stands for a value that has nothing to find, so that it is not missing
ENTRY_BYTES = 256
UNCUT = ENTRY_BYTES // 4  # characters, whatever they are
KEPT_BYTES = 200
STARTING_BYTES = KEPT_BYTES - 3  # the cut may fall into a character
LIVE: Filter = {"deleted": {"$exists": False}}
NOTHING: Filter = {"idx": {"$in": []}}


def cut(entry: str) -> str:
    """An entry of at most 256 bytes; a longer one keeps 200 bytes and a digest of the whole.

    Equality stays exact by the 128-bit digest, a range as long as its bounds fit what is kept.
    """
    if len(entry) <= UNCUT:
        return entry
    raw = entry.encode()
    if len(raw) <= ENTRY_BYTES:
        return entry
    digest = blake2b(raw, digest_size=16).hexdigest()
    return f"{raw[:KEPT_BYTES].decode(errors='ignore')}{CUT}{digest}"


def equal(entry: str) -> Filter:
    """Documents with this very entry."""
    return {"idx": cut(entry)}


def between(low: str, high: str, *, pattern: str = "") -> Filter:
    """Documents with an entry in `[low, high)` that fits `pattern`.

    `$elemMatch` keeps both bounds on one entry. `pattern` is ours, never a client's.
    """
    bounds = {"$gte": low, "$lt": high}
    return {"idx": {"$elemMatch": {**bounds, "$regex": pattern} if pattern else bounds}}


def starting(prefix: str) -> Filter:
    """Documents with an entry that starts with `prefix`; one beyond what is kept is refused."""
    if len(prefix.encode()) > STARTING_BYTES:
        raise BadRequest(
            f"what is searched by its beginning has at most {STARTING_BYTES} bytes, "
            "the parameter's name included"
        )
    return between(prefix, prefix + LAST)


def any_of(fragments: Iterable[Filter]) -> Filter:
    """OR. Equalities on one field become one `$in`; a single fragment stays, none is NOTHING."""
    equalities: dict[str, set[str]] = {}
    others: list[Filter] = []
    for fragment in fragments:
        ((key, value),) = fragment.items() if len(fragment) == 1 else (("", None),)
        if isinstance(value, str):
            equalities.setdefault(key, set()).add(value)
        elif isinstance(value, dict) and value.keys() == {"$in"}:
            equalities.setdefault(key, set()).update(value["$in"])
        elif fragment not in others:
            others.append(fragment)
    found = [
        {key: next(iter(values)) if len(values) == 1 else {"$in": sorted(values)}}
        for key, values in equalities.items()
    ] + others
    if not found:
        return NOTHING
    return found[0] if len(found) == 1 else {"$or": found}


def none_of(fragments: Iterable[Filter]) -> Filter:
    """NOT any of them; documents without a value match too."""
    return {"$nor": list(fragments)}


def all_of(fragments: Iterable[Filter]) -> Filter:
    """AND, as one flat document where no key repeats."""
    distinct: list[Filter] = []
    for fragment in fragments:
        if fragment not in distinct:
            distinct.append(fragment)
    if len(distinct) == 1:
        return distinct[0]
    merged: Filter = {}
    for fragment in distinct:
        if merged.keys() & fragment.keys():
            return {"$and": distinct}
        merged |= fragment
    return merged


def excludes_deleted(fragment: Filter) -> bool:
    """Whether a deleted document, which has no entries, can never match."""
    if "idx" in fragment:
        return True
    return "$or" in fragment and all(map(excludes_deleted, fragment["$or"]))
