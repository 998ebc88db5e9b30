"""Values that are right for an element, made from its definition; and some that are wrong."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from conformance.packages import Library
from conformance.terminology import Terminology
from conformance.terminology.model import TerminologyError

from .elements import Json, Snapshot, is_array, name_of, types_of, value_of

_CODING: Json = {"system": "http://example.org/codes", "code": "a"}
_TYPES: Json = {
    "base64Binary": "YQ==",
    "boolean": True,
    "canonical": "http://example.org/canonical",
    "code": "a",
    "date": "2020-02-02",
    "dateTime": "2020-02-02T02:02:02Z",
    "decimal": 1,
    "id": "a",
    "instant": "2020-02-02T02:02:02Z",
    "integer": 1,
    "markdown": "a",
    "oid": "urn:oid:1.2",
    "positiveInt": 1,
    "string": "A",
    "time": "02:02:02",
    "unsignedInt": 1,
    "uri": "urn:oid:1.2",
    "url": "http://example.org/a",
    "uuid": "urn:uuid:c757873d-ec9a-4326-a141-556f43239520",
    "xhtml": '<div xmlns="http://www.w3.org/1999/xhtml">a</div>',
    "Address": {"city": "a"},
    "Age": {"value": 1, "system": "http://unitsofmeasure.org", "code": "a"},
    "Annotation": {"text": "a"},
    "Attachment": {"contentType": "text/plain", "url": "http://example.org/a"},
    "CodeableConcept": {"coding": [_CODING]},
    "Coding": _CODING,
    "ContactDetail": {"name": "a"},
    "ContactPoint": {"system": "phone", "value": "1"},
    "Count": {"value": 1, "system": "http://unitsofmeasure.org", "code": "1"},
    "Distance": {"value": 1, "system": "http://unitsofmeasure.org", "code": "m"},
    "Dosage": {"text": "a"},
    "Duration": {"value": 1, "system": "http://unitsofmeasure.org", "code": "h"},
    "Expression": {"language": "text/fhirpath", "expression": "true"},
    "Extension": {"url": "http://example.org/an-extension", "valueBoolean": True},
    "HumanName": {"family": "a"},
    "Identifier": {"system": "http://example.org/ids", "value": "a"},
    "Meta": {"tag": [_CODING]},
    "Money": {"value": 1, "currency": "EUR"},
    "Narrative": {
        "status": "generated",
        "div": '<div xmlns="http://www.w3.org/1999/xhtml">a</div>',
    },
    "Period": {"start": "2020-02-02", "end": "2020-02-03"},
    "Quantity": {"value": 1, "unit": "a"},
    "Range": {"low": {"value": 1}, "high": {"value": 2}},
    "Ratio": {"numerator": {"value": 1}, "denominator": {"value": 2}},
    "SampledData": {"origin": {"value": 0}, "period": 1, "dimensions": 1, "data": "1 2"},
    "Signature": {
        "type": [{"system": "urn:iso-astm:E1762-95:2013", "code": "1.2.840.10065.1.12.1.1"}],
        "when": "2020-02-02T02:02:02Z",
        "who": {"reference": "Practitioner/a"},
    },
    "Timing": {"event": ["2020-02-02"]},
    "UsageContext": {"code": _CODING, "valueCodeableConcept": {"coding": [_CODING]}},
    "Resource": {
        "resourceType": "Basic",
        "id": "a",
        "code": {"text": "a"},
        "subject": {"reference": "#"},
    },
}

_CODED = frozenset({"code", "Coding", "CodeableConcept", "Quantity"})
_ANYWHERE = frozenset({"id", "extension", "modifierExtension"})

JSON_TYPES = {
    "boolean": "true?",
    "decimal": "one",
    "integer": "one",
    "positiveInt": "one",
    "unsignedInt": "one",
}
"""A value of the wrong JSON type, for those types that are not text."""

WRONG_FORMATS: Json = {
    "base64Binary": "~",
    "canonical": "not a canonical",
    "code": " a",
    "date": "2020-02-30",
    "dateTime": "2020-02-02T02:02",
    "id": "a/b",
    "instant": "2020-02-02",
    "integer": 2**31,
    "markdown": "\u0001",
    "oid": "urn:oid:3.1",
    "positiveInt": 0,
    "string": "\u0001",
    "time": "24:00:00",
    "unsignedInt": -1,
    "uri": "not a uri",
    "url": "not a url",
    "uuid": "urn:uuid:C757873D",
}
"""A value out of the form of a primitive type. A decimal has no form beyond that of JSON."""

WRONG_CODE = "not!a!code"
WRONG_SYSTEM = "http://example.org/of-no-value-set"
UNKNOWN_EXTENSION: Json = {"url": "http://example.org/unknown-extension", "valueBoolean": True}


class Code(NamedTuple):
    """A code of a value set."""

    system: str
    code: str


_SETS = "http://hl7.org/fhir/ValueSet/"
_ENDLESS = {
    "mimetypes": Code("urn:ietf:bcp:13", "text/plain"),
    "ucum-units": Code("http://unitsofmeasure.org", "kg"),
    "currencies": Code("urn:iso:std:iso:4217", "EUR"),
    "all-languages": Code("urn:ietf:bcp:47", "en"),
}
"""A code of each value set that is a rule, not a list."""


class Samples:
    """Makes values for elements."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._terminology = Terminology(library)
        self._codes = {f"{_SETS}{name}|4.0.1": [code] for name, code in _ENDLESS.items()}

    def of(self, snapshot: Snapshot, element_id: str, type_name: str = "", depth: int = 0) -> Any:
        """A value for an element; None when none can be made. Choices take their first type."""
        element = snapshot.elements[element_id]
        for prefix in ("fixed", "pattern"):
            given = value_of(element, prefix)
            if given is not None:
                return given
        reference = element.get("contentReference", "").partition("#")[2]
        if reference and depth < 4:
            return self.of(snapshot, reference, depth=depth + 1)
        wanted = type_name or next(iter(types_of(element)), "")
        if depth < 8 and any(snapshot.children(element_id)) and "." in element_id:
            return self._object(snapshot, element_id, wanted, depth)
        if wanted == "Extension":
            return self._extension(element, depth)
        return self._of_type(element, wanted, depth)

    def variants(self, snapshot: Snapshot, element_id: str) -> Iterator[Any]:
        """The least value of an element, then that with one more child each."""
        least = self.of(snapshot, element_id)
        if least is None:
            return
        yield least
        for child in snapshot.children(element_id) if isinstance(least, dict) else ():
            key, element = json_key(snapshot, child), snapshot.elements[child]
            if key not in least and element.get("max") != "0" and name_of(child) not in _ANYWHERE:
                value = self.of(snapshot, child)
                if value is not None:
                    yield {**least, key: [value] if is_array(element) else value}

    def _object(self, snapshot: Snapshot, element_id: str, type_name: str, depth: int) -> Any:
        """An object with all that has to be there; with one child when nothing has to be."""
        made: Json = {}
        children = snapshot.children(element_id)
        for child in children:
            slices = [s for s in snapshot.slices(child) if snapshot.elements[s].get("min")]
            for each in slices or ([child] if snapshot.elements[child].get("min") else []):
                self._add(made, snapshot, each, depth)
        started = self._of_type(snapshot.elements[element_id], type_name, depth) if not made else {}
        if isinstance(started, dict) and started:
            return started
        for child in children:
            if made:
                break
            if name_of(child) not in _ANYWHERE:
                self._add(made, snapshot, child, depth)
        return made or None

    def _add(self, made: Json, snapshot: Snapshot, child: str, depth: int) -> None:
        element = snapshot.elements[child]
        value = self.of(snapshot, child, depth=depth + 1)
        if value is not None and element.get("max") != "0":
            key = json_key(snapshot, child)
            made[key] = [*made.get(key, ()), value] if is_array(element) else value

    def _extension(self, element: Json, depth: int) -> Any:
        profile = next((p for t in element.get("type", ()) for p in t.get("profile", ())), None)
        return _TYPES["Extension"] if profile is None else self.extension(profile, depth)

    def extension(self, url: str, depth: int = 0) -> Any:
        """An extension of a definition; None when it is unknown."""
        structure = self._library.structure(url)
        if structure is None or depth > 6:
            return None
        snapshot = Snapshot(structure)
        value = f"{snapshot.root}.value[x]"
        made: Json = {}
        for child in snapshot.children(snapshot.root):
            for each in (child, *snapshot.slices(child)):
                element = snapshot.elements[each]
                has_min = element.get("min") and not snapshot.slices(child)
                if has_min or (each != child and element.get("min")):
                    self._add(made, snapshot, each, depth)
        if len(made) < 2:
            parts = snapshot.slices(f"{snapshot.root}.extension")
            is_simple = snapshot.elements.get(value, {}).get("max") != "0"
            for each in [value] if is_simple and value in snapshot.elements else parts[:1]:
                self._add(made, snapshot, each, depth)
        return made if len(made) > 1 else None

    def _of_type(self, element: Json, type_name: str, depth: int) -> Any:
        code = self._code(element) if type_name in _CODED else None
        if code is not None:
            coding = {k: v for k, v in code._asdict().items() if v}
            return {"code": code.code, "CodeableConcept": {"coding": [coding]}}.get(
                type_name, coding
            )
        if type_name == "Reference":
            return self._reference(element)
        if type_name in _TYPES:
            return _TYPES[type_name]
        snapshot = self.snapshot(type_name) if depth < 6 else None
        if snapshot is None:
            return None
        made = self._object(snapshot, snapshot.root, "", depth + 1)
        is_resource = snapshot.structure["kind"] == "resource"
        return {"resourceType": type_name, "id": "a", **(made or {})} if is_resource else made

    def of_type(self, type_name: str) -> Any:
        """A value of a type; None when none can be made."""
        return self._of_type({}, type_name, 0)

    def snapshot(self, canonical: str) -> Snapshot | None:
        """The snapshot of a type or profile; None when it is unknown."""
        structure = self._library.structure(canonical) if canonical else None
        return Snapshot(structure) if structure and "snapshot" in structure else None

    def backbone(self, path: str) -> Any:
        """A value of a backbone element, given by its path."""
        structure = self._library.structure(path.partition(".")[0])
        return None if structure is None else self.of(Snapshot(structure), path)

    def type_of(self, profile: str) -> str | None:
        """The type a profile is of; None when it is unknown."""
        structure = self._library.structure(profile)
        return None if structure is None else str(structure["type"])

    def _code(self, element: Json) -> Code | None:
        binding = element.get("binding", {})
        if binding.get("strength") in (None, "example") or "valueSet" not in binding:
            return None
        return next(iter(self.codes(binding["valueSet"])), None)

    def codes(self, value_set: str) -> list[Code]:
        """The first codes of a value set; none when it cannot be listed."""
        if value_set not in self._codes:
            try:
                found = self._terminology.expand(value_set, count=8).concepts
            except TerminologyError:
                found = []
            self._codes[value_set] = [Code(c.system, c.code) for c in found]
        return self._codes[value_set]

    def _reference(self, element: Json) -> Json:
        targets = [p for t in element.get("type", ()) for p in t.get("targetProfile", ())]
        names = (self.type_of(p) for p in targets)
        name = next((n for n in names if n not in (None, "Resource")), "Patient")
        return {"reference": f"{name}/a"}


def json_key(snapshot: Snapshot, element_id: str, type_name: str = "") -> str:
    """The JSON property of an element; of a choice that of a type, of its first one by default."""
    name = name_of(element_id)
    if not name.endswith("[x]"):
        return name
    chosen = type_name or next(iter(types_of(snapshot.elements[element_id])), "")
    return name.removesuffix("[x]") + chosen[:1].upper() + chosen[1:]
