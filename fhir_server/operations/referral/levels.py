"""Between which levels a referral goes: as it says, and as the institutions are (DECISIONS 32).

What it says must be what its institutions are; where it says nothing, it is filled in. The class of
an institution is that of WS 218; the level of a hospital stands in its extension.
"""

from fhir_server.errors import Unprocessable
from fhir_server.service.elements import (
    Json,
    codes,
    extension_url,
    extension_value,
    extensions,
    part,
    reference,
)
from fhir_server.service.unit import Unit

from .actors import institution_of

_VILLAGE, _TOWNSHIP = "D600", "township"
_HOSPITALS = {"level-3": "tertiary", "level-2": "secondary", "level-1": _TOWNSHIP}
_PRIMARY = ("B", "C", "D")
"""Community health, township health centres, outpatient departments and clinics."""


def level_of(institution: Json) -> str:
    """The level of an institution, a code of referral-level; "" where it does not tell."""
    classes = [c for t in institution.get("type", []) for c in codes(t, "ws218-institution-class")]
    if _VILLAGE in classes:
        return "village"
    given = str(extension_value(institution, "institution-level", "valueCode") or "")
    if any(each.startswith(_PRIMARY) for each in classes):
        return _TOWNSHIP
    return next((level for word, level in _HOSPITALS.items() if given.startswith(word)), "")


async def levels(unit: Unit, request: Json) -> tuple[str, str] | None:
    """The sender's and the receiver's level; None where nothing tells.

    Raises:
        Unprocessable: the request says another level than an institution has.

    """
    said = next(extensions(request, "referral-level"), {})
    ends = ("from", request.get("requester")), ("to", next(iter(request["performer"]), None))
    found = []
    for name, who in ends:
        stated = str(part(said, name, "valueCode") or "")
        known = level_of(await _institution(unit, reference(who)))
        if stated and known and stated != known:
            raise Unprocessable(
                f"The referral says that it goes {name} the level {stated}, but the institution "
                f"is of the level {known}.",
                expression="ServiceRequest.extension",
                rule="rule-referral-level",
            )
        found.append(stated or known)
    return (found[0], found[1]) if all(found) else None


async def _institution(unit: Unit, who: str) -> Json:
    institution = await institution_of(unit, who)
    return (await unit.read(institution) if institution else None) or {}


def stated(levels: tuple[str, str]) -> Json:
    """The extension that says them."""
    parts = [{"url": n, "valueCode": v} for n, v in zip(("from", "to"), levels, strict=True)]
    return {"url": extension_url("referral-level"), "extension": parts}
