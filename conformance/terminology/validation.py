"""Whether a code is valid: in a value set or a code system, and with the words it came with.

Source: FHIR R4 valueset-operation-validate-code.html, terminologies.html, 4.1.5.
"""

from typing import Any, NamedTuple

from conformance.says import Says, says, shown

from .codesystem import CodeSystem
from .compose import Resolver
from .logic import some
from .model import Verdict
from .valueset import ValueSet


class Coded(NamedTuple):
    """A code as it stands in a resource; `abstract` False when it must not be a mere group."""

    system: str | None
    code: str
    version: str | None = None
    display: str | None = None
    abstract: bool | None = None


def judged(resolver: Resolver, members: ValueSet, system: str | None, code: str) -> Verdict:
    """Whether a code is in a value set; without a system, whether it is under any of its own."""
    named = (system,) if system is not None else members.systems
    spelled = [(s, _spelled(resolver, s, code)) for s in named]
    result = some(members.has(s, c) for s, c in spelled)
    if result:
        concept = next((s, c) for s, c in spelled if members.has(s, c))
        verdict = valid(resolver, *concept, code)
        return verdict if verdict.display else _with_word(verdict, members, concept)
    if system is None and result is False:
        result = members.has_code(code)
    return Verdict(result, _why_not(resolver, members, system, code, result))


def valid(resolver: Resolver, system: str, code: str, given: str) -> Verdict:
    """The verdict on a code that is one, with what is amiss all the same: a warning."""
    found = resolver.system(system)
    if not isinstance(found, CodeSystem):
        return Verdict(True)
    message = None
    if found.is_inactive(code):
        message = says("tx-inactive", code=code, system=system)
    elif code != given:
        message = says("tx-case", code=shown(given), system=system, right=code)
    return Verdict(True, message, found.display(code))


def refined(
    resolver: Resolver, verdict: Verdict, coded: Coded, members: ValueSet | None = None
) -> Verdict:
    """A verdict with a look at the version and the display that came with the code."""
    system, code = coded.system, coded.code
    found = resolver.system(system) if system is not None else None
    if not verdict.result or system is None or not isinstance(found, CodeSystem):
        return verdict
    if coded.version:
        verdict = _in_version(resolver, verdict, system, coded)
    spelled = found.spelled(code)
    if spelled is None or not verdict.result:
        return verdict
    if coded.abstract is False and found.is_abstract(spelled):
        return Verdict(False, says("tx-abstract", code=shown(code), system=system), verdict.display)
    if coded.display is None or verdict.message or verdict.display is None:
        return verdict
    said = members.listing.get((system, spelled), {}) if members else {}
    words = [verdict.display, said.get("display", "")]
    designations = (*found.designations(spelled), *said.get("designation", ()))
    words += (d.get("value", "") for d in designations)
    if _folded(coded.display) in map(_folded, words):
        return verdict
    right = shown(verdict.display)
    wrong = says("tx-display", display=shown(coded.display), code=shown(code), right=right)
    return verdict._replace(message=wrong)


def _in_version(resolver: Resolver, verdict: Verdict, system: str, coded: Coded) -> Verdict:
    """A verdict with a look at the codes of the version that is named."""
    there = resolver.system(system, coded.version)
    if there is None:
        unknown = says("tx-version-unknown", version=coded.version, system=system)
        return Verdict(None, unknown, verdict.display)
    if there.knows(coded.code) is False:
        named = f"{system}|{coded.version}"
        return Verdict(False, says("tx-no-code", code=shown(coded.code), system=named))
    return verdict


def _with_word(verdict: Verdict, members: ValueSet, concept: tuple[str, str]) -> Verdict:
    """A verdict with the display that the value set gives a code."""
    return verdict._replace(display=members.listing.get(concept, {}).get("display"))


def _why_not(
    resolver: Resolver, members: ValueSet, system: str | None, code: str, result: bool | None
) -> Says:
    about: dict[str, Any] = {"code": shown(code), "value_set": members.url}
    if result is None:
        named = (system,) if system is not None else (*members.systems, "")
        whys = (members.why_unknown(s, code) for s in named)
        why = next((w for w in whys if w is not None), says("tx-parts-missing"))
        return says("tx-member-unknown", **about, why=why)
    if system is None:
        return says("tx-not-member", **about)
    found = resolver.system(system)
    if found is not None and found.knows(code) is False:
        return says("tx-no-code", code=shown(code), system=system)
    return says("tx-not-member-of", **about, system=system)


def _spelled(resolver: Resolver, system: str, code: str) -> str:
    """A code as its system writes it, where that is known."""
    found = resolver.system(system)
    return (found.spelled(code) if isinstance(found, CodeSystem) else None) or code


def _folded(text: str) -> str:
    """A display as it is compared: without regard to case and white space."""
    return " ".join(text.casefold().split())
