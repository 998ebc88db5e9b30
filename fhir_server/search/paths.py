"""What the text of a search expression tells before it runs: its roots, elements and types.

The official expressions name the paths of all base types at once (`Patient.name | Person.name`).
Here they are cut down to one type, and where an alternative is a plain path, the definitions say
which elements it ends at. Nothing is guessed: an expression that is more than a path is opaque.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from conformance.definitions import Element, is_a, type_named

ROOT = re.compile(r"\(*([A-Z]\w*)\.")
WHERE = re.compile(r"\.where\((?:[^()]|\([^()]*\))*\)")
CAST = re.compile(r"\.(?:as|ofType)\((\w+)\)")
EXTENSION = re.compile(r"\.extension\('[^']*'\)")
PLAIN = re.compile(r"\w+(?:\.\w+)*")
UNROOTED = re.compile(r"(?<![.\w])[A-Za-z_]\w*")
WORDS = frozenset({"and", "or", "not", "is", "true", "false"})
RESOLVED = re.compile(r"\.where\(resolve\(\) is (\w+)\)$")


class End(NamedTuple):
    """Where a plain path ends: the element, the types it may have, and the path's first step."""

    element: Element
    types: frozenset[str]
    first: Element
    targets: tuple[str, ...]

    def json_keys(self) -> list[str]:
        """The properties of the resource one of which the path needs."""
        keys = self.first.json_keys()
        return [k for k, t in keys.items() if self.first is not self.element or t in self.types]


def alternatives(expression: str, resource_type: str) -> tuple[str, ...]:
    """The parts of a union that can find anything in a resource of this type."""
    return tuple(part for part in _parts(expression) if part and _rooted(part, resource_type))


@lru_cache(maxsize=4_096)  # each is asked for by every type
def _parts(expression: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_without_parentheses(part) for part in _union(expression)))


def _union(expression: str) -> Iterator[str]:
    depth = start = 0
    for i, c in enumerate(expression):
        depth += (c == "(") - (c == ")")
        if c == "|" and depth == 0:
            yield expression[start:i].strip()
            start = i + 1
    yield expression[start:].strip()


def _without_parentheses(part: str) -> str:
    """`(a as b)` is `a as b`; `(a).b(c)` stays."""
    inner = part[1:-1]
    depth = 0
    for c in inner:
        depth += (c == "(") - (c == ")")
        if depth < 0:
            return part
    return inner.strip() if part[:1] == "(" and part[-1:] == ")" else part


def _rooted(part: str, resource_type: str) -> bool:
    root = ROOT.match(part)
    return root is None or type_named(root[1]) is None or is_a(resource_type, root[1])


def end_of(part: str, resource_type: str) -> End | None:
    """Where an alternative ends if it is a plain path, but for casts, `where`, `extension(url)`."""
    path, _, cast = part.partition(" as ")
    resolved = RESOLVED.search(path)
    path = EXTENSION.sub(".extension", CAST.sub(r".\1", WHERE.sub("", path)))
    if not PLAIN.fullmatch(path) or (cast and not cast.isalnum()):
        return None
    root, *steps = path.split(".")
    if not is_a(resource_type, root):
        return None
    trail = _walk([*steps, cast] if cast else steps, resource_type)
    if not trail:
        return None
    element, types = trail[-1]
    targets = (resolved[1],) if resolved else element.targets
    return End(element, types, trail[0][0], targets)


def _walk(steps: list[str], resource_type: str) -> list[tuple[Element, frozenset[str]]]:
    """Each element on the way with its types; empty when the path leaves the definitions."""
    trail: list[tuple[Element, frozenset[str]]] = []
    types = frozenset({resource_type})
    for step in steps:
        if step in types:  # a cast narrows the element before
            types = frozenset({step})
            trail[-1] = (trail[-1][0], types)
            continue
        known = [k.by_name.get(step) for k in map(type_named, types) if k]
        elements = [e for e in known if e]
        if len(elements) != 1:
            return []
        types = frozenset(elements[0].types)
        trail.append((elements[0], types))
    return trail


def keys_read(paths: Iterable[str], resource_type: str) -> frozenset[str] | None:
    """The properties of a resource that expressions read; None where they are not plain to see.

    They are, when every name in them is reached from the name of the type.
    """
    text = " ".join(paths)
    names = set(UNROOTED.findall(text))
    kind = type_named(resource_type)
    if kind is None or names - WORDS != {resource_type} or re.search(r"[%$'\"`]", text):
        return None
    steps = re.findall(rf"(?<![.\w]){resource_type}\.(\w+)", text)
    if text.count(resource_type) != len(steps) or not kind.by_name.keys() >= set(steps):
        return None
    keys = {key for step in steps for key in kind.by_name[step].json_keys()}
    return frozenset(keys | {f"_{key}" for key in keys})
