"""Which examples a profile is tried on: those that declare it, then those that happen to fit."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from conformance.issue import Issue

from .adapting import adapted
from .corpus import Corpus
from .edits import Path, add, at, put
from .elements import Json, Snapshot, is_array
from .places import Places, Specimen
from .samples import Samples, json_key

MOST = 3
_TRIED = 40
_ADAPTED = 20
_LOOKED_AT = 500

Faults = Callable[[Specimen], list[Issue]]


class Choice(NamedTuple):
    """The valid specimens, and the examples that declare the profile but break it, with why."""

    specimens: list[Specimen]
    unfit: dict[str, str]


def chosen(snapshot: Snapshot, corpus: Corpus, samples: Samples, faults: Faults) -> Choice:
    """Up to three specimens of a profile that are valid and differ in what they hold."""
    unfit: dict[str, str] = {}
    valid: list[Specimen] = []
    near: list[tuple[int, Specimen]] = []
    for specimen, is_declared in _candidates(snapshot, corpus, samples):
        if len(valid) >= _TRIED:
            break
        found = faults(specimen)
        if not found:
            valid.append(specimen)
            continue
        near.append((len(found), specimen))
        if is_declared:
            unfit[specimen.name] = f"{found[0].rule} at {found[0].expression}"
    if not valid:
        near.sort(key=lambda pair: pair[0])
        made = _made(snapshot, [specimen for _, specimen in near[:_ADAPTED]], samples)
        valid = [s for s in made if not faults(s)]
    return Choice(list(_differing(valid)), unfit)


def _made(snapshot: Snapshot, near: list[Specimen], samples: Samples) -> Iterator[Specimen]:
    """Examples brought into line with the profile, the least resource of the type among them."""
    if snapshot.structure["kind"] != "resource":
        return
    least = samples.of_type(snapshot.type)
    for specimen in (*near, *([Specimen(snapshot.type, least)] if least else [])):
        yield adapted(specimen, snapshot, samples)


def _candidates(
    snapshot: Snapshot, corpus: Corpus, samples: Samples
) -> Iterator[tuple[Specimen, bool]]:
    structure = snapshot.structure
    is_profile = structure.get("derivation") == "constraint"
    if structure["kind"] == "resource":
        examples = corpus.by_type.get(snapshot.type, [])
        if structure.get("abstract"):
            examples = [listed[0] for listed in corpus.by_type.values()]
        declared = [e for e in examples if is_profile and snapshot.url in e.declared]
        others = [e for e in examples if e not in declared]
        yield from ((Specimen(*e), True) for e in declared)
        yield from ((Specimen(*e), False) for e in others[:_LOOKED_AT])
    elif snapshot.type == "Extension" and is_profile:
        yield from ((s, False) for s in corpus.extensions.get(snapshot.url, ()))
        yield from ((s, False) for s in _with_extension(snapshot, corpus, samples))
    elif is_profile:
        yield from ((s, False) for s in _asked_for(snapshot.url, corpus, samples))
    else:
        yield from ((s, False) for s in _values(snapshot.type, corpus))


def _asked_for(url: str, corpus: Corpus, samples: Samples) -> Iterator[Specimen]:
    """The values that R4 itself wants to fit a profile of a data type."""
    for type_name, examples in corpus.by_type.items():
        snapshot = samples.snapshot(type_name)
        if snapshot is None:
            continue
        for element_id, element in snapshot.elements.items():
            asking = [t["code"] for t in element.get("type", ()) if url in t.get("profile", ())]
            keys = {json_key(snapshot, element_id, code) for code in asking}
            for example in examples[:_ADAPTED] if asking else ():
                for path in Places(snapshot, example.resource, ()).values(element_id)[:1]:
                    if not keys.isdisjoint(path):
                        yield Specimen(*example, path)


def _values(type_name: str, corpus: Corpus) -> list[Specimen]:
    """The values of a type; of an abstract one those of a type that derives from it."""
    stand_ins = {"Element": "HumanName", "BackboneElement": "Patient.contact"}
    return corpus.values.get(stand_ins.get(type_name, type_name), [])


def _with_extension(snapshot: Snapshot, corpus: Corpus, samples: Samples) -> Iterator[Specimen]:
    """Examples that are given the extension where it may stand."""
    extension = samples.extension(snapshot.url)
    is_modifier = snapshot.elements[snapshot.root].get("isModifier")
    key = "modifierExtension" if is_modifier else "extension"
    for context in snapshot.structure.get("context", ()):
        type_name, _, rest = context.get("expression", "").partition(".")
        steps = rest.replace("[x]", "").split(".") if rest else []
        if type_name in ("Resource", "DomainResource", "Element"):
            type_name = "Patient"
        for specimen in corpus.values.get(type_name, ()):
            whole, found = _reached(specimen, type_name, steps, samples)
            if extension is not None and found is not None:
                resource, holder = _holder(whole, found)
                resource = add(resource, holder, key, extension, is_array=True)
                last = len(at(resource, (*holder, key))) - 1
                yield Specimen(f"{specimen.name} extended", resource, (*holder, key, last))


def _holder(resource: Json, path: Path) -> tuple[Json, Path]:
    """Where a value has its extensions: itself, or `_x` of a primitive, made when it lacks."""
    if isinstance(at(resource, path), dict):
        return resource, path
    *above, key = path
    if isinstance(key, str):
        sibling: Path = (*above, f"_{key}")
        return (resource if at(resource, sibling) else put(resource, sibling, {})), sibling
    *holder, name = above
    sibling = (*holder, f"_{name}")
    siblings = at(resource, sibling) or [None for _ in at(resource, tuple(above))]
    siblings = [{} if i == key and s is None else s for i, s in enumerate(siblings)]
    return put(resource, sibling, siblings), (*sibling, key)


def _reached(
    specimen: Specimen, type_name: str, steps: list[str], samples: Samples
) -> tuple[Json, Path | None]:
    """The resource and the path of a value at a path of names, added where it is not there."""
    snapshot = samples.snapshot(type_name)
    resource, path, element_id = specimen.resource, specimen.root, type_name
    for step in steps:
        element_id = f"{element_id}.{step}"
        if snapshot and element_id not in snapshot.elements:
            element_id = f"{element_id}[x]"
        if snapshot is None or element_id not in snapshot.elements:
            return resource, None
        groups = Places(snapshot, resource, specimen.root).groups(element_id)
        found = next((v for g in groups if g.parent == path for v in g.values), None)
        if found is None:
            value = samples.of(snapshot, element_id)
            element, key = snapshot.elements[element_id], json_key(snapshot, element_id)
            if value is None or not isinstance(at(resource, path), dict):
                return resource, None
            resource = add(resource, path, key, value, is_array=is_array(element))
            found = (*path, key, 0) if is_array(element) else (*path, key)
        path = found
    return resource, path


def _differing(specimens: list[Specimen]) -> Iterator[Specimen]:
    """Those that add the most to what the ones before have, one after the other."""
    known: set[str] = set()
    left = [(s, frozenset(_shape(at(s.resource, s.root)))) for s in specimens]
    for _ in range(min(MOST, len(left))):
        best = max(left, key=lambda pair: len(pair[1] - known))
        left.remove(best)
        known |= best[1]
        yield best[0]


def _shape(value: Any, path: str = "") -> Iterator[str]:
    """The paths of all that a value has, without indexes."""
    yield path
    if isinstance(value, list):
        for item in value:
            yield from _shape(item, path)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _shape(child, f"{path}.{key}")
