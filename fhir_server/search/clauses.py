"""One criterion of a search, `name=value`, compiled: plain, chained, or reverse chained.

    code:modifier=value                 a parameter of the type itself
    subject:Patient.REST=value          what refers to a Patient that meets REST=value
    subject.REST=value                  the same for every type `subject` refers to that has REST
    _has:Observation:patient:REST=value what an Observation that meets REST=value refers to

REST is again any of these. The steps become joins (`joins.py`).

Source: FHIR R4 search.html, 3.1.1.4.14 (chained parameters), 3.1.1.4.15 (reverse chaining).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from conformance.definitions import is_a, resource_types
from fhir_server.errors import NotSupported, TooCostly

from .canonical import NamedBy, ToNamed
from .catalogue import catalogue, derived
from .context import Place, SearchContext, narrowed
from .filter_clause import compile_filter
from .filters import Filter, any_of
from .fulltext import CONTENT, TEXT, compile_text
from .inside import through_contained
from .joins import Join
from .links import is_canonical, reference_parameter, reference_parameters
from .own import OWN
from .parameters import Parameter, defined_parameters, parameters
from .params import split_name, values_of
from .results import SHAPING
from .types import date, modifiers_of
from .types.model import Compiler
from .types.reference import ID, is_literal

HAS = "_has"
HAS_TYPE = f"{HAS}:"
FILTER = "_filter"
MOST_HOPS = 10
MOST_JOINS = 500


class Step(NamedTuple):
    """One step of a chain: through `parameter`, to or from a type ("" for any), then `rest`."""

    parameter: str
    type: str
    rest: str
    reverse: bool


def step_of(name: str) -> Step | None:
    """The first step of a chain; None when the name is that of a plain parameter."""
    if name.startswith(HAS_TYPE):
        _, type_, parameter, rest = [*name.split(":", 3), "", "", ""][:4]
        return Step(parameter, type_, rest, reverse=True)
    head, dot, rest = name.partition(".")
    if not dot:
        return None
    parameter, type_ = split_name(head)
    return Step(parameter, type_, rest, reverse=False)


class Clauses(Struct):
    """Compiles the criteria of one search, which share one allowance of joins."""

    ctx: SearchContext
    joins: int = 0

    def compile(self, resource_type: str, name: str, text: str, hops: int = 0) -> Filter:
        """The filter of one criterion; raises BadRequest, NotSupported or TooCostly."""
        if name in GENERAL and not hops:
            return GENERAL[name](self, resource_type, text)
        step = step_of(name)
        if step is None:
            parameter, compiler = _compiler_of(resource_type, name, hops > 0)
            return compiler(parameter, values_of(text), self.ctx)
        if name.count(".") + name.count(f"{HAS}:") > MOST_HOPS:
            raise TooCostly(f"A chain has at most {MOST_HOPS} steps.")
        compiled = self._referred if step.reverse else self._referring
        return compiled(resource_type, step, text, hops + 1)

    def _referring(self, resource_type: str, step: Step, text: str, hops: int) -> Filter:
        return self.through(
            resource_type,
            step.parameter,
            step.rest,
            lambda target: self.compile(target, step.rest, text, hops),
            fits=lambda target: fits(target, step.rest),
            type_=step.type,
        )

    def through(
        self,
        resource_type: str,
        code: str,
        rest: str,
        criterion: Callable[[str], Filter],
        *,
        fits: Callable[[str], bool],
        type_: str = "",
        hops: int = 0,
    ) -> Filter:
        """What refers by `code` to something that meets `criterion`, of the types it `fits`."""
        if hops > MOST_HOPS:
            raise TooCostly(f"A chain has at most {MOST_HOPS} steps.")
        parameter = reference_parameter(resource_type, code)
        targets = [t for t in _targets(parameter, type_) if fits(t)]
        if not targets and type_:  # says why
            targets = [type_]
        elif not targets:
            raise NotSupported(
                f"none of the types {code!r} refers to has {rest[:64]!r}: "
                f"{', '.join(parameter.targets)}"
            )
        return any_of(
            fragment
            for target in targets
            for fragment in self._to(parameter, target, criterion(target))
        )

    def _to(self, parameter: Parameter, target: str, criterion: Filter) -> Iterable[Filter]:
        """References to what meets a criterion: by type and id, canonical ones by URL."""
        wanted = narrowed(target, [criterion], self.ctx)
        source = parameter.resource_type
        self._count()
        for key in parameter.keys:
            if is_literal(parameter):
                yield {"idx": Join(target, wanted, "", f"{key}{target}/")}
            if is_canonical(parameter, target):
                yield {"idx": ToNamed(key, target, wanted)}
            if inside := through_contained(source, key, target, criterion, self.ctx):
                yield inside

    def _referred(self, resource_type: str, step: Step, text: str, hops: int) -> Filter:
        if step.type not in resource_types() or not step.rest:
            raise NotSupported(
                f"{HAS} is written {HAS}:[type]:[its reference parameter]:[its criterion]; "
                f"{step.type[:64]!r} is followed by no such thing"
            )
        source = reference_parameter(step.type, step.parameter, resource_type)
        wanted = narrowed(step.type, [self.compile(step.type, step.rest, text, hops)], self.ctx)
        self._count()
        fragments: list[Filter] = []
        for key in source.keys:
            if is_literal(source):
                fragments.append({"_id": Join(step.type, wanted, f"{key}{resource_type}/", "")})
            if is_canonical(source, resource_type):
                fragments.append({"idx": NamedBy(resource_type, key, step.type, wanted)})
        return any_of(fragments)

    def _count(self) -> None:
        self.joins += 1
        if self.joins > MOST_JOINS:
            raise TooCostly(
                f"The chain branches into more than {MOST_JOINS} steps; name the types on the way, "
                "as in subject:Patient.name"
            )


class Criterion(NamedTuple):
    """A criterion as written, and compiled."""

    name: str
    text: str
    filter: Filter


def together(
    resource_type: str, criteria: Sequence[Criterion], ctx: SearchContext
) -> Iterator[Filter]:
    """The filters of criteria; two bounds on one date, of which there is one, are a window."""
    if len(criteria) == 1:
        yield criteria[0].filter
        return
    names = [criterion.name for criterion in criteria]
    for i, (name, _, compiled) in enumerate(criteria):
        texts = [c.text for c in criteria if c.name == name] if names.count(name) == 2 else []
        window = _window(resource_type, name, texts, ctx) if texts else None
        if window is None:
            yield compiled
        elif names.index(name) == i:
            yield window


def _window(resource_type: str, name: str, texts: list[str], ctx: SearchContext) -> Filter | None:
    parameter = parameters(resource_type).get(name)
    if parameter is None or parameter.type != "date" or name in OWN:
        return None
    values = [value for text in texts for value in values_of(text)]
    return date.between(parameter, values, ctx) if len(values) == 2 else None


def modifiers(parameter: Parameter) -> dict[str, Compiler]:
    """Compilers by modifier, `""` for none."""
    return OWN.get(parameter.code) or modifiers_of(parameter)


@derived
def _compiler_of(resource_type: str, name: str, nested: bool) -> tuple[Parameter, Compiler]:
    """The parameter of this name, and what compiles its values; NotSupported is not remembered."""
    code, modifier = split_name(name)
    parameter = parameters(resource_type).get(code)
    if parameter is None:
        raise NotSupported(_unknown(resource_type, code, nested=nested))
    table = modifiers(parameter)
    if modifier not in table or name.endswith(":"):
        known = ", ".join(f":{m}" for m in table if m) or "none"
        raise NotSupported(f"{code!r} has no modifier {modifier[:64]!r} here; it has {known}")
    return parameter, table[modifier]


@derived
def fits(resource_type: str, name: str) -> bool:
    """Whether a type has a criterion of this name, however its value looks."""
    step = step_of(name)
    if step is None:
        return split_name(name).code in parameters(resource_type)
    if step.reverse:
        known = step.type in resource_types()
        sources = reference_parameters(step.type, resource_type) if known else {}
        return step.parameter in sources and fits(step.type, step.rest)
    found = reference_parameters(resource_type).get(step.parameter)
    return found is not None and any(
        fits(target, step.rest) for target in found.targets if step.type in ("", target)
    )


def _targets(parameter: Parameter, type_: str) -> tuple[str, ...]:
    if not type_:
        return parameter.targets
    if type_ in parameter.targets:
        return (type_,)
    raise NotSupported(
        f"{parameter.code!r} of {parameter.resource_type} never refers to {type_[:64]!r}; it "
        f"refers to {', '.join(parameter.targets)}"
    )


def _unknown(resource_type: str, code: str, *, nested: bool) -> str:
    shaping = () if nested else (FILTER, "_list", HAS, *(s for s in SHAPING if s != "_cursor"))
    supported = ", ".join([*parameters(resource_type), *shaping])
    if code in defined_parameters(resource_type):
        why = f"{code!r} is defined in R4 and not supported here"
    elif unused := catalogue().why_unused(resource_type, code):
        why = f"{code!r} is not in use ({unused})"
    else:
        why = f"{resource_type} has no search parameter {code[:64]!r}"
    return f"{why}; supported are {supported}"


def general_parameters(resource_type: str, place: Place) -> list[Parameter]:
    """What a type can be searched by that R4 defines without an expression, by code."""
    found = [FILTER]
    if place.text_search:
        found += [CONTENT, TEXT] if is_a(resource_type, "DomainResource") else [CONTENT]
    return [defined_parameters(resource_type)[code] for code in sorted(found)]


def _in_list(clauses: Clauses, resource_type: str, text: str) -> Filter:
    """`_list`: what a List has as its items; one of R4's functional lists (`$...`) is refused."""
    if not ID.fullmatch(text):
        raise NotSupported(f"{text[:80]!r} is not the id of a List")
    wanted = narrowed("List", [{"_id": text}], clauses.ctx)
    item = parameters("List")["item"].key
    return {"_id": Join("List", wanted, f"{item}{resource_type}/", "")}


def _text(code: str) -> "General":
    return lambda clauses, resource_type, text: compile_text(code, resource_type, text, clauses.ctx)


def _no_queries(_: Clauses, __: str, text: str) -> Filter:
    raise NotSupported(f"there is no named query {text[:64]!r}, nor any other")


General = Callable[[Clauses, str, str], Filter]
GENERAL: dict[str, General] = {
    FILTER: compile_filter,
    "_list": _in_list,
    TEXT: _text(TEXT),
    CONTENT: _text(CONTENT),
    "_query": _no_queries,
}
"""Criteria that every type has, and that are no search parameters with an expression."""
