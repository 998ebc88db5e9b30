"""How to mend what is wrong: a hint for people and, where nothing can be lost, a JSON Patch.

Asked only about findings, never on the way of a good resource. To add a hint: a function of the
sentence and the spot, a row in `MENDS` under the key of the sentence, and a row in
`messages_hints.py`. JSON Patch: RFC 6902; each patch is for the resource as it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from conformance.definitions import codes_of, type_named
from conformance.issue import Issue
from conformance.says import Says, says, shown

from .primitives import FORMATS
from .specification import page_of

Patch: TypeAlias = list[dict[str, Any]]


class Mend(NamedTuple):
    """What to do, and the patch that does it where that is safe."""

    hint: Says
    patch: Patch | None = None


class Spot(NamedTuple):
    """Where a finding stands: the pointer, the value there, and what holds it."""

    pointer: str
    value: Any
    holder: Any
    root: Any

    @property
    def name(self) -> str:
        """The last step of the pointer."""
        return _plain(self.pointer.rpartition("/")[2])


def mended(issue: Issue, said: Says, resource: Any) -> Issue:
    """The finding with a hint, a patch and a link to the specification, as far as there are any."""
    mend = MENDS[said.key](said, _spot(issue.pointer, resource)) if said.key in MENDS else None
    issue = replace(issue, spec=page_of(issue, said))
    if mend is None:
        return issue
    hint = mend.hint
    return replace(issue, hint=hint.english, hint_chinese=hint.chinese, patch=mend.patch)


def _spot(pointer: str, root: Any) -> Spot:
    holder, value = None, root
    for part in pointer.split("/")[1:]:
        holder, name = value, _plain(part)
        if isinstance(holder, list):
            value = holder[int(name)] if name.isdigit() and int(name) < len(holder) else None
        else:
            value = holder.get(name) if isinstance(holder, dict) else None
    return Spot(pointer, value, holder, root)


def _plain(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")


def _write(spot: Spot, value: Any) -> Mend:
    patch = [{"op": "replace", "path": spot.pointer, "value": value}]
    return Mend(says("hint-write", value=shown(value)), patch)


def _remove(_: Says, spot: Spot) -> Mend:
    """Remove what holds nothing; out of an array only where something is left in it."""
    alone = isinstance(spot.holder, list) and len(spot.holder) == 1
    path = spot.pointer.rpartition("/")[0] if alone else spot.pointer
    return Mend(says("hint-remove"), [{"op": "remove", "path": path}] if path else None)


def _rename(said: Says, spot: Spot) -> Mend:
    """Rename to the nearest element; by a patch when only case and dashes differ."""
    near = said.args["hint"].args.get("name")
    if near is None:
        return Mend(says("hint-no-element"))
    hint = says("hint-rename", name=near)
    if _folded(near) != _folded(spot.name) or near in (spot.holder or ()):
        return Mend(hint)
    path = f"{spot.pointer.rpartition('/')[0]}/{near}"
    return Mend(hint, [{"op": "move", "from": spot.pointer, "path": path}])


def _retype(said: Says, _: Spot) -> Mend | None:
    near = said.args["hint"].args.get("name")
    return Mend(says("hint-write", value=repr(near))) if near else None


def _folded(name: str) -> str:
    return re.sub(r"[-_\s]", "", name).casefold()


_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?")


def _as_number(text: str) -> Any:
    number = Decimal(text) if _NUMBER.fullmatch(text) else None
    return int(text) if number is not None and "." not in text else number


_CONVERSIONS: dict[str, Callable[[str], Any]] = {
    "a-number": _as_number,
    "a-whole-number": lambda text: value if isinstance(value := _as_number(text), int) else None,
    "true-or-false": {"true": True, "false": False}.get,
}


def _convert(said: Says, spot: Spot) -> Mend | None:
    """A value in the JSON type its element has, when it is the same value."""
    wanted, value = said.args["wanted"].key, spot.value
    if wanted == "an-array":
        patch = [{"op": "replace", "path": spot.pointer, "value": [value]}]
        return Mend(says("hint-array"), patch)
    if isinstance(value, list) and len(value) == 1:
        patch = [{"op": "replace", "path": spot.pointer, "value": value[0]}]
        return Mend(says("hint-no-array"), patch)
    if wanted == "a-string" and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _write(spot, str(value))
    if isinstance(value, str) and wanted in _CONVERSIONS:
        converted = _CONVERSIONS[wanted](value.strip())
        return None if converted is None else _write(spot, converted)
    return None


_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|月)?")
_COMPACT_DATE = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_MOMENT = re.compile(
    r"(\S{8,10})[T\s]+(\d\d?:\d\d:\d\d(?:\.\d+)?)\s*(Z|[+-]\d\d:?\d\d)", re.IGNORECASE
)


def _respellings(kind: str, text: str) -> Iterator[str]:
    """Ways to write the same value; the first that has the form of the type is meant."""
    yield text.strip()
    if kind == "code":
        yield " ".join(text.split())
    if kind in ("date", "dateTime", "instant"):
        yield _date(text.strip())
        if found := _MOMENT.fullmatch(text.strip()):
            zone = found[3].upper()
            zone = zone if ":" in zone or zone == "Z" else f"{zone[:3]}:{zone[3:]}"
            yield f"{_date(found[1])}T{found[2]:0>8}{zone}"
    if kind in ("oid", "uuid"):
        yield text.strip().lower()
        yield f"urn:{kind}:{text.strip().lower()}"


def _date(text: str) -> str:
    found = _DATE.fullmatch(text) or _COMPACT_DATE.fullmatch(text)
    if found is None:
        return text
    year, *rest = found.groups()
    return "-".join([year, *(f"{int(part):02}" for part in rest if part)])


_FORM_HINTS = {"date": "hint-date", "dateTime": "hint-moment", "instant": "hint-moment"}


def _respell(said: Says, spot: Spot) -> Mend | None:
    """A value in the form of its type."""
    kind, text = said.args["type"], spot.value
    if isinstance(text, str) and kind in FORMATS and kind not in ("string", "markdown", "xhtml"):
        for spelling in _respellings(kind, text[:200] if len(text) < 200 else ""):
            if spelling != text and FORMATS[kind].holds(spelling):
                return _write(spot, spelling)
    return Mend(says(_FORM_HINTS[kind])) if kind in _FORM_HINTS else None


# What Chinese systems write where FHIR has a code of the same meaning.
_MEANT = {"男": "male", "女": "female", "其他": "other", "未知": "unknown"}


def _recode(said: Says, spot: Spot) -> Mend | None:
    """The code that is meant: spelt in another case, or in Chinese."""
    hint, text = said.args["hint"], spot.value
    codes = hint.args.get("codes") or [hint.args.get("name", "")]
    meant = _MEANT.get(text.strip(), text)
    same = [code for code in codes if code and _folded(code) == _folded(meant)]
    if len(same) == 1:
        return _write(spot, same[0])
    return Mend(says("hint-write", value=repr(hint.args["name"]))) if "name" in hint.args else None


def _add(said: Says, _: Spot) -> Mend:
    """Name the element that is missing, with its types or its few codes."""
    name = said.args["name"]
    kind = type_named(said.args["type"])
    element = kind.by_name.get(name) if kind else None
    if element is None:
        return Mend(says("hint-add", name=name, form=says("nothing")))
    strength, value_set = element.binding or ("", "")
    by_system = codes_of(value_set) if strength == "required" else None
    codes = sorted({code for listed in (by_system or {}).values() for code in listed})
    form = (
        says("hint-of-codes", codes=codes)
        if 0 < len(codes) <= 10
        else says("hint-of-type", types=[each.rpartition(".")[2] for each in element.types[:8]])
    )
    return Mend(says("hint-add", name=name, form=form))


def _keep_one(said: Says, _: Spot) -> Mend:
    return Mend(says("hint-keep-one", keys=said.args["keys"]))


def _drop_meta(names: tuple[str, ...], _: Says, spot: Spot) -> Mend:
    """Remove from `meta` what a contained resource may not have."""
    meta = spot.value["meta"]
    given = [f"/meta/{name}" for name in names if name in meta]
    paths = given if len(given) < len(meta) else ["/meta"]
    patch = [{"op": "remove", "path": f"{spot.pointer}{path}"} for path in paths]
    hint = says("hint-remove-these", names=[path[1:].replace("/", ".") for path in paths])
    return Mend(hint, patch)


def _contained(_: Says, spot: Spot) -> Mend | None:
    listed = spot.root.get("contained")
    inner = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    ids = [f"#{each['id']}" for each in inner if "id" in each]
    return Mend(says("hint-contained-one-of", ids=ids)) if ids else None


def _declare_xhtml(_: Says, spot: Spot) -> Mend:
    hint = says("hint-xhtml")
    if not str(spot.value).startswith("<div>"):
        return Mend(hint)
    value = str(spot.value).replace("<div>", '<div xmlns="http://www.w3.org/1999/xhtml">', 1)
    return Mend(hint, [{"op": "replace", "path": spot.pointer, "value": value}])


def _only(key: str, said: Says, _: Spot) -> Mend:
    """A hint that is the same wherever the finding stands."""
    return Mend(Says(key, said.args))


def _count(said: Says, spot: Spot) -> Mend:
    return _write(spot, said.args["concepts"])


def _display(said: Says, spot: Spot) -> Mend:
    return _write(spot._replace(pointer=f"{spot.pointer}/display"), said.args["right"])


def _take_id(_: Says, spot: Spot) -> Mend:
    """Give the resource of an entry the id that its full URL ends with."""
    id_ = str(spot.value).rpartition("/")[2]
    entry = spot.pointer.rpartition("/")[0]
    patch = [{"op": "add", "path": f"{entry}/resource/id", "value": id_}]
    return Mend(says("hint-take-id", id=shown(id_)), patch)


MENDS: dict[str, Callable[[Says, Spot], Mend | None]] = {
    "unknown-element": _rename,
    "resource-type-known": _retype,
    "empty-array": _remove,
    "empty-value": _remove,
    "nothing-inside": _remove,
    "null-value": _remove,
    "json-type": _convert,
    "value-format": _respell,
    "code-of-value-set": _recode,
    "coding-of-value-set": partial(_only, "hint-coding"),
    "concept-of-value-set": partial(_only, "hint-coding"),
    "required-element": _add,
    "single-choice": _keep_one,
    "contained-id": partial(_only, "hint-contained-id"),
    "contained-unused": partial(_only, "hint-contained-unused"),
    "contained-missing": _contained,
    "contained-version": partial(_drop_meta, ("versionId", "lastUpdated")),
    "contained-security": partial(_drop_meta, ("security",)),
    "narrative-div": _declare_xhtml,
    "code-system-count": _count,
    "answer-display": _display,
    "bundle-full-url-without-id": _take_id,
    "bundle-reference-near": partial(_only, "hint-full-url"),
}
