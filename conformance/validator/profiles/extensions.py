"""Extensions by their definitions: content, context of use, modifiers.

FHIR R4 extensibility.html, section 2.4, and defining-extensions.html, section 2.4.0.2.
"""

from collections.abc import Iterator
from typing import Any

from conformance.definitions import element_of, type_named
from conformance.fhirpath import FhirPathError, Node, compile  # noqa: A004
from conformance.issue import Severity

from .finding import Finding, finding
from .session import Session

_CORE = "http://hl7.org/fhir/StructureDefinition/"

# Contexts that definitions of R4 core forgot, though R4 itself uses the extensions there.
_FORGOTTEN = {
    f"{_CORE}regex": ["ElementDefinition.type"],
    f"{_CORE}structuredefinition-fhir-type": ["ElementDefinition.type"],
    f"{_CORE}structuredefinition-normative-version": ["DomainResource", "ElementDefinition"],
    f"{_CORE}valueset-concept-comments": ["CodeSystem.concept"],
}

# Conditions that say the opposite of what the extension is for: categories are of display items.
_MISTAKEN = frozenset({f"{_CORE}questionnaire-displayCategory"})


def judge_extension(node: Node, session: Session, out: list[Finding]) -> None:
    """Judge an extension; parts of a complex one are judged by the definition of the whole."""
    url = node.value.get("url") if type(node.value) is dict else None
    if type(url) is not str:
        return
    if ":" not in url:
        if node.parent is None or node.parent.type != "Extension":
            out.append(finding("extension-url", node, url=url))
        return
    structure = session.program.structure(url)
    if structure is None and session.program.why_broken(url) is None:
        _say_unknown(node, url, session, out)
    elif structure is None:
        out += session.findings(node, url)
    elif structure.get("type") != "Extension":
        out.append(finding("extension-no-extension", node, url=url))
    else:
        out += session.findings(node, url)
        _judge_modifier(node, structure, out)
        _judge_context(node, structure, session, out)


def _say_unknown(node: Node, url: str, session: Session, out: list[Finding]) -> None:
    severity = session.options.unknown_extension
    if severity != "ignore":
        worse: Severity = "warning" if severity == "information" else severity
        is_modifier = node.key == "modifierExtension"
        out.append(
            finding("extension-unknown", node, url=url, severity=worse if is_modifier else severity)
        )


def _judge_modifier(node: Node, structure: dict[str, Any], out: list[Finding]) -> None:
    is_modifier = bool(structure["snapshot"]["element"][0].get("isModifier"))
    if is_modifier != (node.key == "modifierExtension"):
        text = "extension-modifier" if is_modifier else "extension-no-modifier"
        out.append(finding("extension-modifier", node, text=text, url=structure["url"]))


def _judge_context(
    node: Node, structure: dict[str, Any], session: Session, out: list[Finding]
) -> None:
    parent, url = node.parent, structure["url"]
    if parent is None:
        return
    forgotten = _FORGOTTEN.get(url, ())
    contexts = [
        *structure.get("context", ()),
        *({"type": "element", "expression": each} for each in forgotten),
    ]
    if contexts and not any(_fits(c, parent, session) for c in contexts):
        permitted = [c.get("expression", "") for c in contexts]
        out.append(finding("extension-context", node, url=url, permitted=permitted))
    text = "extension-context-invariant"
    out += [
        finding("extension-context", node, text=text, url=url, expression=expression)
        for expression in structure.get("contextInvariant", ())
        if url not in _MISTAKEN and not _holds(expression, node, parent, session)
    ]


def _fits(context: dict[str, Any], parent: Node, session: Session) -> bool:
    """Whether an extension with this context may stand in a node."""
    expression = context.get("expression", "")
    match context.get("type"):
        case "element":
            return expression.replace("[x]", "") in _names_of(parent)
        case "extension":
            around = parent.parent if parent.key.startswith("value") else None
            return any(_url_path(each, expression) for each in (parent, around) if each)
        case "fhirpath":
            return _is_selected(expression, parent, session)
    return True


def _names_of(node: Node) -> Iterator[str]:
    """What an element context may call a node: its types, and its path from each type around it."""
    kind: str | None = node.type
    yield from _ancestors(kind)
    steps: list[str] = []
    while (parent := node.parent) is not None:
        found = element_of(parent.type or "", node.key)
        steps.insert(0, found[0].name if found else node.key)
        for name in _ancestors(parent.type):
            yield ".".join((name, *steps))
        if type(parent.value) is dict and "resourceType" in parent.value:
            return
        node = parent


def _ancestors(name: str | None) -> Iterator[str]:
    """A type and those it derives from; everything is an Element."""
    yield "Element"
    while name is not None:
        yield name
        kind = type_named(name)
        name = kind.base if kind else None


def _url_path(parent: Node, expression: str) -> bool:
    """Whether a node is the extension of a url, or a part of it by `url#part`."""
    if parent.type != "Extension" or type(parent.value) is not dict:
        return False
    own = parent.value.get("url")
    if own == expression:
        return True
    whole, _, part = expression.partition("#")
    around = parent.parent
    return (
        bool(part)
        and own == part.rpartition(".")[2].rpartition(":")[2]
        and around is not None
        and type(around.value) is dict
        and around.value.get("url") == whole
    )


def _is_selected(expression: str, node: Node, session: Session) -> bool:
    """Whether a FHIRPath selects a node in its resource; true where it cannot be read."""
    resource = node.resource()
    try:
        run = compile(expression, resource.type)
        options = session.environment(node)
        selected = run.locate(Node(resource.value, resource.type), **options)
    except FhirPathError:
        return True
    return node.location()[len(resource.location()) :] in selected or (
        node is resource and run(resource, **options) == [True]
    )


def _holds(expression: str, node: Node, parent: Node, session: Session) -> bool:
    options = session.environment(parent)
    options["environment"]["extension"] = node
    try:
        run = compile(expression, None)
        return run(parent, **options) == [True]
    except FhirPathError:
        return True
