"""A CodeSystem, ready for questions: its codes, their hierarchy, their words.

What the resource leaves open is read as R4 advises: where `caseSensitive` is missing any case is
taken; a hierarchy whose meaning is missing is one of is-a. A code is inactive when a property says
`inactive`, or a status that is retired; one that is deprecated is still in use. A concept may stand
under several others: by nesting, and by the properties `parent`, `subsumedBy` and `child`.

Source: FHIR R4 codesystem.html, 4.8 (content, hierarchy, properties, supplements).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from conformance.says import says

from .model import Json, Property, Unsupported

CONCEPT = "http://hl7.org/fhir/concept-properties#"
OF_PARENTS = ("parent", "subsumedBy")
RETIRED = ("retired", "inactive")
HIERARCHIES = (None, "is-a")


class CodeSystem:
    """A code system whose resource is here, with the supplements that are in force."""

    def __init__(self, resource: Json, supplements: Iterable[Json] = ()) -> None:
        """`resource` is never changed."""
        self.resource = resource
        self.url: str = resource["url"]
        self.version: str | None = resource.get("version")
        self.name: str = resource.get("title") or resource.get("name") or self.url
        self.complete: bool = resource.get("content") == "complete"
        self._supplements = [concepts_of(s) for s in supplements]

    @cached_property
    def concepts(self) -> dict[str, Json]:
        """The concepts by code, in the order of the definition, those above first."""
        return concepts_of(self.resource)

    def spelled(self, code: str) -> str | None:
        """A code as the system writes it, or None when it is not listed."""
        if code in self.concepts:
            return code
        if self.resource.get("caseSensitive") is True:
            return None
        return self._folded.get(code.casefold())

    def knows(self, code: str) -> bool | None:
        """Whether it is a code of the system; None when only a part of the system is here."""
        return True if self.spelled(code) else False if self.complete else None

    def display(self, code: str, language: str = "") -> str | None:
        """The word for a code, in a language if there is one."""
        concept = self.concepts.get(code, {})
        if language:
            for designation in self.designations(code):
                if designation.get("language", "").casefold() == language.casefold():
                    return str(designation.get("value", ""))
        display: str | None = concept.get("display")
        return display

    def designations(self, code: str) -> list[Json]:
        """The other words for a code, those of supplements too."""
        found = list(self.concepts.get(code, {}).get("designation", ()))
        for supplement in self._supplements:
            concept = supplement.get(code, {})
            if "display" in concept:
                found.append({"value": concept["display"]})
            found += concept.get("designation", ())
        return found

    def properties(self, code: str) -> Iterator[Property]:
        """The properties that the concept is given, those of supplements too."""
        for source in (self.concepts, *self._supplements):
            for each in source.get(code, {}).get("property", ()):
                key = next((k for k in each if k.startswith("value")), None)
                if key and "code" in each:
                    yield Property(each["code"], key.removeprefix("value"), each[key])

    def values(self, code: str, name: str) -> list[str]:
        """What a property of a concept is, as text: those every system has, and its own."""
        match name:
            case "code" | "concept":
                return [code]
            case "display" | "definition":
                text = self.concepts[code].get(name)
                return [text] if text else []
            case "parent":
                return list(self.parents[code])
            case "child":
                return list(self.children.get(code, ()))
            case "inactive":
                return [str(self.is_inactive(code)).lower()]
        return [_text(p.value) for p in self.properties(code) if p.code == name]

    def has_property(self, name: str) -> bool:
        """Whether a property is one that every system has, or that this one declares or uses."""
        general = {"code", "concept", "display", "definition", "parent", "child", "inactive"}
        return name in general or name in self._known_properties

    def is_inactive(self, code: str) -> bool:
        """Whether a concept is no longer in use."""
        concept = self.concepts.get(code)
        if concept is None or "property" not in concept:
            return False
        return any(
            (self._means(p.code, "inactive") and p.value is True)
            or (self._means(p.code, "status") and p.value in RETIRED)
            for p in self.properties(code)
        )

    def is_abstract(self, code: str) -> bool:
        """Whether a concept only groups others, and is not for use in a record."""
        concept = self.concepts.get(code)
        if concept is None or "property" not in concept:
            return False
        return any(
            p.value is True and (self._means(p.code, "notSelectable") or p.code == "abstract")
            for p in self.properties(code)
        )

    @cached_property
    def parents(self) -> Mapping[str, tuple[str, ...]]:
        """Each code with those right above it: by nesting, and by properties."""
        above: dict[str, dict[str, None]] = {code: {} for code in self.concepts}
        for parent, concept in self.concepts.items():
            for child in concept.get("concept", ()):
                if "code" in child:
                    above[child["code"]][parent] = None
            for each in concept.get("property", ()):
                name, other = each.get("code"), each.get("valueCode")
                if name in OF_PARENTS and other in above:
                    above[parent][other] = None
                elif name == "child" and other in above:
                    above[other][parent] = None
        return {code: tuple(parents) for code, parents in above.items()}

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """Each code with those right below it."""
        below: defaultdict[str, list[str]] = defaultdict(list)
        for code, parents in self.parents.items():
            for parent in parents:
                below[parent].append(code)
        return {code: tuple(children) for code, children in below.items()}

    @property
    def is_hierarchy(self) -> bool:
        """Whether what stands below a concept is one of its kind."""
        return self.resource.get("hierarchyMeaning") in HIERARCHIES

    def ancestors(self, code: str) -> set[str]:
        """All codes above a code. Raises Unsupported where the hierarchy is not one of is-a."""
        return self._reached(code, self.parents)

    def descendants(self, code: str) -> set[str]:
        """All codes below a code. Raises Unsupported where the hierarchy is not one of is-a."""
        return self._reached(code, self.children)

    def _reached(self, code: str, steps: Mapping[str, tuple[str, ...]]) -> set[str]:
        if not self.is_hierarchy:
            meaning = self.resource["hierarchyMeaning"]
            raise Unsupported(says("tx-hierarchy-meaning", system=self.url, meaning=meaning))
        found: set[str] = set()
        left = [code]
        while left:
            new = set(steps.get(left.pop(), ())) - found
            found |= new
            left += new
        return found - {code}

    def _means(self, name: str, general: str) -> bool:
        """Whether a property of this system is one of those FHIR defines for all systems."""
        return name == general or self._known_properties.get(name) == CONCEPT + general

    @property
    def declared(self) -> dict[str, str | None]:
        """The properties that the system declares, with the URIs of what they mean."""
        listed = self.resource.get("property", ())
        return {p["code"]: p.get("uri") for p in listed if "code" in p}

    @cached_property
    def _known_properties(self) -> dict[str, str | None]:
        used = (p.get("code", "") for c in self.concepts.values() for p in c.get("property", ()))
        return {**dict.fromkeys(used), **self.declared}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {code.casefold(): code for code in reversed(self.concepts)}


def concepts_of(resource: Json) -> dict[str, Json]:
    """The concepts of a CodeSystem by code, nested ones after the one they are in."""
    found: dict[str, Json] = {}
    left = list(reversed(resource.get("concept", ())))
    while left:
        concept = left.pop()
        if "code" in concept:
            found.setdefault(concept["code"], concept)
        left += reversed(concept.get("concept", ()))
    return found


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):  # a Coding
        return str(value.get("code", ""))
    return str(value)
