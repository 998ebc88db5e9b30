"""The search parameters of each resource type: R4's, the service's own, and those stored here.

Source: FHIR R4 searchparameter-registry.html. `SearchParameter.base` names the type or one of its
ancestors (`Resource`, `DomainResource`); a definition by way of example never replaces another, nor
does a stored one (`loaded.py`) replace R4's or the service's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Any

from conformance.definitions import (
    SearchParameter,
    codes_of,
    is_a,
    resource_types,
    search_parameters,
)
from conformance.fhirpath import compile as compile_path

from .catalogue import Definition, Part, being_indexed, catalogue, derived
from .components import Component, Relative, component_of, extractor
from .filters import SEPARATOR
from .paths import End, alternatives, end_of, keys_read
from .readable import readable
from .service import service_parameters

OWN_FIELDS = frozenset({"_id", "_lastUpdated"})
UNQUALIFIED = frozenset({"boolean", "code", "ContactPoint", "id", "string", "uri"})
BOOLEAN_SYSTEM = "http://hl7.org/fhir/special-values"

Extract = Callable[..., list[tuple[Any, str]]]


@dataclass(frozen=True, eq=False)
class Parameter:
    """A search parameter as one resource type has it.

    `type` is the search type (`token`). `paths` are the alternatives of the expression that can
    find anything in `resource_type`; none means that no resource of the type ever has a value.
    `entered_as` is the code its entries carry: parameters of one search type that read the same
    (`name`, `phonetic`) share their entries. One that reads exactly what several others read
    together (`combo-code`) has no entries, but is `united` from theirs. A composite has
    `components`. A `loaded` one is a stored resource, with entries of its own.

    While it is not `open`, documents lack its entries. Asking how these begin then raises Indexing:
    whatever is to be found by them cannot be, yet.

    There is one object for each as long as a catalogue is in effect, equal to itself only.
    """

    resource_type: str
    code: str
    type: str
    url: str
    paths: tuple[str, ...]
    entered_as: str
    declared_targets: tuple[str, ...] = ()
    description: str = ""
    components: tuple[Component, ...] = ()
    united: tuple[str, ...] = ()
    phonetic: bool = False
    loaded: bool = False
    open: bool = True

    @cached_property
    def key(self) -> str:
        """What each of its entries starts with."""
        return self.sorted_as + SEPARATOR

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The same of all parameters it is united from, or of itself."""
        own = self.sorted_as
        return tuple(code + SEPARATOR for code in self.united or (own,))

    @cached_property
    def sorted_as(self) -> str:
        """What its sort fields are called."""
        if not self.open:
            raise being_indexed(self.resource_type, f"{self.code!r} of {self.resource_type}")
        return self.entered_as

    @cached_property
    def ends(self) -> tuple[End, ...] | None:
        """The elements it reads, or None where an alternative is more than a plain path."""
        ends = [end_of(path, self.resource_type) for path in self.paths]
        return None if None in ends else tuple(e for e in ends if e)

    @cached_property
    def json_keys(self) -> frozenset[str] | None:
        """The properties that say which values a resource has; None when that is not known."""
        if self.components:
            return self.components[-1].parameter.json_keys
        if self.ends is None:
            return keys_read(self.paths, self.resource_type)
        keys = {key for end in self.ends for key in end.json_keys()}
        return frozenset(keys | {f"_{key}" for key in keys})

    @cached_property
    def unqualified(self) -> bool:
        """Whether all its values are plain codes, strings or booleans, which carry no system."""
        return bool(self.ends) and all(end.types <= UNQUALIFIED for end in self.ends or ())

    @cached_property
    def case_matters(self) -> bool:
        """Whether its values are codes of FHIR's own systems, which are case-sensitive."""
        return self.unqualified and self.kinds <= {"boolean", "code"}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The data types it is known to read; empty when that is not known."""
        return frozenset().union(*(end.types for end in self.ends or ()))

    @cached_property
    def systems(self) -> dict[str, frozenset[str]]:
        """The code systems its plain codes belong to, each with its codes, by required binding."""
        systems: dict[str, frozenset[str]] = {}
        for end in self.ends or ():
            if end.types == {"boolean"}:
                systems[BOOLEAN_SYSTEM] = frozenset({"true", "false"})
            binding = end.element.binding
            if end.types == {"code"} and binding and binding[0] == "required":
                systems |= codes_of(binding[1]) or {}
        return systems

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """The resource types its references may point to, sorted."""
        targets = set(self.declared_targets or resource_types())
        if self.ends is not None and all(end.targets for end in self.ends):
            targets &= {t for end in self.ends for t in end.targets}
        return tuple(sorted(targets & set(resource_types())))

    @cached_property
    def extract(self) -> Extract:
        """(value, FHIR type) of each value in a resource; compiled on first use."""
        if self.components:
            extract = extractor(self.resource_type, self.paths, self.components)
        else:
            extract = compile_path(" | ".join(self.paths), self.resource_type).read
        return readable(extract, self) if self.loaded else extract


@cache
def defined_parameters(resource_type: str) -> dict[str, Parameter]:
    """Every parameter that R4 and the service define for a type, by code."""
    found: dict[str, SearchParameter] = {}
    for definition in _by_precedence():
        if any(is_a(resource_type, base) for base in definition.base):
            found.setdefault(definition.code, definition)
    shared: dict[Reading, str] = {}
    listed = {}
    for code, definition in sorted(found.items()):
        paths = alternatives(definition.expression or "", resource_type)
        components = _components(definition, resource_type, paths)
        phonetic = definition.url in _phonetic()
        kind = f"{definition.type} by sound" if phonetic else definition.type
        reading = _reading(kind, components, paths)
        listed[code] = Parameter(
            resource_type,
            code,
            definition.type,
            definition.url,
            paths,
            shared.setdefault(reading, code) if paths else code,
            definition.target,
            definition.description,
            components,
            phonetic=phonetic,
        )
    return {code: _with_union(p, shared) for code, p in listed.items()}


Reading = tuple[str, tuple[object, ...], tuple[str, ...]]


def _reading(type_: str, components: tuple[Component, ...], paths: tuple[str, ...]) -> Reading:
    """What parameters have in common that share their entries."""
    return type_, tuple((c.parameter.type, c.relative) for c in components), paths


def _with_union(parameter: Parameter, shared: dict[Reading, str]) -> Parameter:
    """The parameter, united from those that read each a part of its paths and together all.

    Least first, so that none of them is itself united from others.
    """
    *kind, whole = _reading(parameter.type, parameter.components, parameter.paths)
    parts = {
        code: set(paths)
        for (*other, paths), code in shared.items()
        if other == kind and paths and set(paths) < set(whole)
    }
    codes: list[str] = []
    left = set(whole)
    for code, paths in sorted(parts.items(), key=lambda part: (len(part[1]), part[0])):
        if paths & left:
            codes.append(code)
            left -= paths
    return parameter if left or not codes else replace(parameter, united=tuple(codes))


def _components(
    definition: SearchParameter, resource_type: str, paths: tuple[str, ...]
) -> tuple[Component, ...]:
    """The parts of a composite, each typed by the parameter it refers to."""
    typed = [(_by_url()[url], expression) for url, expression in definition.components]
    found = []
    for i, (part, expression) in enumerate(typed):
        other = typed[1 - i][1] if len(typed) == 2 else ""
        relative = component_of(part.expression or "", expression, other)
        absolute = tuple(relative.from_(path, resource_type) for path in paths)
        parameter = Parameter(
            resource_type,
            part.code,
            part.type,
            part.url,
            tuple(path for each in absolute for path in each),
            part.code,
            part.target,
        )
        found.append(Component(parameter, relative))
    return tuple(found)


def loaded_parameter(resource_type: str, definition: Definition) -> Parameter:
    """What a stored definition is for one of its types.

    It shares no entries with others, so that these may come and go.
    """
    paths = alternatives(definition.expression, resource_type)
    return Parameter(
        resource_type,
        definition.code,
        definition.type,
        definition.url,
        paths,
        definition.code,
        definition.target,
        definition.description,
        tuple(_component(resource_type, paths, part) for part in definition.parts),
        phonetic=definition.phonetic,
        loaded=True,
    )


def _component(resource_type: str, paths: tuple[str, ...], part: Part) -> Component:
    relative = Relative(part.expression)
    absolute = tuple(each for path in paths for each in relative.from_(path, resource_type))
    parameter = Parameter(
        resource_type, part.code, part.type, part.url, absolute, part.code, part.target
    )
    return Component(parameter, relative)


@derived
def entered_parameters(resource_type: str) -> dict[str, Parameter]:
    """The parameters that resources of a type are entered by, by code, sorted."""
    standard = {
        code: parameter
        for code, parameter in defined_parameters(resource_type).items()
        if parameter.url not in _without_expression()
    }
    loaded = {d.code: _loaded(resource_type, d) for d in catalogue().loaded(resource_type)}
    return dict(sorted((standard | loaded).items()))


# An epoch may change one definition of many: the others stay compiled.
_loaded = lru_cache(maxsize=8_192)(loaded_parameter)


@derived
def parameters(resource_type: str) -> dict[str, Parameter]:
    """The parameters that can be searched on a type, by code, sorted; some may not be open yet."""
    known = catalogue()
    since = {d.code: d.since for d in known.loaded(resource_type)}
    return {
        code: p
        if known.is_open(resource_type, since.get(code, known.since))
        else replace(p, open=False)
        for code, p in entered_parameters(resource_type).items()
    }


def search_parameters_for(resource_type: str) -> tuple[Parameter, ...]:
    """What can be searched on a type now, sorted by code; the CapabilityStatement lists it."""
    return tuple(p for p in parameters(resource_type).values() if p.open)


def _by_precedence() -> Iterator[SearchParameter]:
    def by_way_of_example(definition: SearchParameter) -> bool:
        return definition.url.rpartition("/")[2].startswith("example")

    yield from sorted(search_parameters(), key=by_way_of_example)
    yield from (own.definition for own in service_parameters())


@cache
def _phonetic() -> frozenset[str]:
    return frozenset(own.definition.url for own in service_parameters() if own.phonetic)


@cache
def _by_url() -> dict[str, SearchParameter]:
    return {d.url: d for d in search_parameters()}


@cache
def _without_expression() -> frozenset[str]:
    return frozenset(d.url for d in search_parameters() if not d.expression)
