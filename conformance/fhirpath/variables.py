"""Variables `%name`. FHIRPath N1 2.0.0, section 7, and FHIR R4, fhirpath.html, section 2.9.1.4."""

from decimal import Decimal
from typing import Any

from .errors import FhirPathError
from .model import root_node
from .scope import CODE_SYSTEMS, Code, Run, Scope

_PREFIXES = {
    "vs-": "http://hl7.org/fhir/ValueSet/",
    "ext-": "http://hl7.org/fhir/StructureDefinition/",
}


def external(name: str, position: int) -> Code:
    """The code of `%name`; where nothing has that name, running it raises `FhirPathError`."""
    fixed = _fixed(name)
    if fixed is not None:
        items: list[Any] = [fixed]
        return lambda _: items

    def run(scope: Scope) -> list[Any]:
        found = scope.variables.get(name)
        if found is None:
            found = _given(scope.run, name)
        if found is None:
            raise FhirPathError(f"There is no variable %{name}", position)
        return found

    return run


def _fixed(name: str) -> str | None:
    for prefix, url in _PREFIXES.items():
        if name.startswith(prefix):
            return url + name.removeprefix(prefix)
    return CODE_SYSTEMS.get(name)


def _given(run: Run, name: str) -> list[Any] | None:
    environment = run.options.get("environment") or {}
    if name in environment:
        value = environment[name]
        return [_item(v) for v in value] if isinstance(value, list) else [_item(value)]
    match name:
        case "context":
            return [run.context]
        case "resource":
            return [run.resource]
        case "rootResource":
            return [run.root]
    return None


def _item(value: Any) -> Any:
    """A value of the environment as an item."""
    if isinstance(value, float):
        return Decimal(repr(value))
    return root_node(value) if isinstance(value, dict) else value
