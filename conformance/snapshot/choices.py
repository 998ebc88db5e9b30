"""The short form of a choice of types: `valueQuantity` for the slice `value[x]:valueQuantity`.

Source: FHIR R4 profiling.html#slicing (type slicing and its short form in differentials).
"""

from typing import Any

from .tree import Node

Json = dict[str, Any]

BY_TYPE = {"discriminator": [{"type": "type", "path": "$this"}], "ordered": False, "rules": "open"}


def spell_out(node: Node, change: Node) -> None:
    """Turn the short form `valueQuantity` into the slice `value[x]:valueQuantity`.

    Where nothing else slices the choice, it is closed: the types without a short form are out. A
    choice that has one type only is not sliced; the short form is another name for it.
    """
    for head in [c for c in node.children if c.name.endswith("[x]") and not c.slice]:
        said: Json = {
            k: v for c in change.named(head.name) if not c.slice for k, v in c.element.items()
        }
        types: list[Json] = said.get("type") or head.element.get("type", [])
        short = [(c, t) for c in change.children if (t := _type_meant(c.name, head.name, types))]
        is_sliced = "slicing" in head.element or "slicing" in said
        if short and len(types) > 1 and not is_sliced:
            closed = {"slicing": {**BY_TYPE, "rules": "closed"}, "type": [t for _, t in short]}
            change.children.insert(change.children.index(short[0][0]), Node(head.name, "", closed))
        for child, element_type in short:
            if len(types) > 1 or is_sliced:
                child.slice = _slice_of_type(node, head, element_type) or child.name
                child.element = {"type": [element_type], **child.element}
            child.name = head.name


def _type_meant(name: str, choice: str, types: list[Json]) -> Json | None:
    """The type of a choice that a name like `valueQuantity` means."""
    for element_type in types:
        code = type_code(element_type)
        if name == choice.removesuffix("[x]") + code[:1].upper() + code[1:]:
            return element_type
    return None


def _slice_of_type(node: Node, head: Node, element_type: Json) -> str | None:
    """The slice that a choice has for a type already."""
    for member in node.named(head.name):
        codes = [t["code"] for t in member.element.get("type", ())]
        if member.slice and codes == [element_type["code"]]:
            return member.slice
    return None


def type_code(element_type: Json) -> str:
    """The FHIR type; ids are FHIRPath system types that name theirs in an extension."""
    for extension in element_type.get("extension", ()):
        if str(extension.get("url", "")).endswith("/structuredefinition-fhir-type"):
            return str(extension.get("valueUrl", ""))
    return str(element_type["code"])
