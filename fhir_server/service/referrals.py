"""The life of a referral: what belongs to each state, one table of steps, what plain writes may do.

The state stands in `Task.businessStatus` of the acceptance task, a code of referral-state. A
referral has that task from its first step on; before, and in what others recorded without tasks,
the state is what `ServiceRequest.status` tells.

Source: DECISIONS 32; the ConceptMaps referral-state-to-request-status and
referral-state-to-task-status; the OperationDefinitions servicerequest-*.
"""

from typing import NamedTuple

from fhir_server.errors import Conflict

from .elements import Json, code, extension_url, extension_value, own_reference, reference


class Standing(NamedTuple):
    """What belongs to a state: ServiceRequest.status, Task.status of the acceptance task."""

    request: str
    acceptance: str


STATES = {
    "draft": Standing("draft", "draft"),
    "in-review": Standing("draft", "draft"),
    "returned": Standing("draft", "draft"),
    "review-rejected": Standing("revoked", "draft"),
    "submitted": Standing("active", "requested"),
    "accepted": Standing("active", "accepted"),
    "declined": Standing("revoked", "rejected"),
    "arrived": Standing("active", "in-progress"),
    "no-show": Standing("revoked", "failed"),
    "completed": Standing("completed", "completed"),
    "referred-back": Standing("completed", "completed"),
    "closed": Standing("completed", "completed"),
    "cancelled": Standing("revoked", "cancelled"),
}

SENT = frozenset({"submitted", "accepted", "arrived", "completed", "referred-back", "closed"})
"""States after sending in which a review may still be open, of what was urgent."""


class Step(NamedTuple):
    """A step: from which states, to which, who takes it, the requirements it serves.

    From a state in `stays` the step leaves the state as it is. `who` is a row of `actors.WHO`.
    """

    start: frozenset[str]
    ends: tuple[str, ...]
    who: str
    requirements: tuple[str, ...]
    stays: frozenset[str] = frozenset()


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


STEPS = {
    "submit": Step(
        _from("draft", "returned"), ("in-review", "submitted"), "referrer", ("G1", "G3", "G4", "G5")
    ),
    "approve": Step(
        _from("in-review"), ("submitted", "in-review"), "reviewer", ("G3", "G4"), stays=SENT
    ),
    "return": Step(_from("in-review"), ("returned",), "reviewer", ("G4",)),
    "decline-review": Step(
        _from("in-review"), ("review-rejected",), "reviewer", ("G4",), stays=SENT
    ),
    "accept": Step(
        _from("submitted"), ("accepted",), "receiving-staff", ("G2", "G3", "G5", "G6", "G7", "G8")
    ),
    "reject": Step(_from("submitted"), ("declined",), "receiver", ("G2", "G3")),
    "arrive": Step(_from("accepted"), ("arrived",), "receiver", ("G2", "G3")),
    "no-show": Step(_from("accepted"), ("no-show",), "receiver", ("G2", "G3")),
    "complete": Step(_from("arrived"), ("completed",), "receiver", ("G3",)),
    "refer-back": Step(_from("arrived", "completed"), ("referred-back",), "receiver", ("G3", "G9")),
    "withdraw": Step(
        _from("draft", "in-review", "returned", "submitted", "accepted"),
        ("cancelled",),
        "sender",
        ("G3",),
    ),
    "close": Step(_from("completed", "referred-back"), ("closed",), "team", ("A12", "G3")),
}

OPEN = frozenset({"requested", "received", "accepted", "ready", "in-progress", "on-hold"})
"""Task.status of what is to be done, or is being done."""

_UNTOLD = {
    "draft": "draft",
    "active": "submitted",
    "completed": "completed",
    "revoked": "cancelled",
}
_PROFILES = {
    "ServiceRequest": ("fd-referral-up", "fd-referral-down", "fd-back-referral"),
    "Task": ("fd-review-task", "fd-acceptance-task", "fd-follow-up-task"),
}
_KEPT_BY = {"Slot": "status", "Location": "operationalStatus"}
# What chain, review and receiver rest on: it is settled when the referral is submitted.
_SETTLED = ("subject", "requester", "performer", "category", "basedOn", "replaces")
_FREE = frozenset({"draft", "returned"})


def claims(resource: Json, *profiles: str) -> bool:
    """Whether a resource declares one of our profiles, given by their ids."""
    urls = {extension_url(profile) for profile in profiles}
    declared = resource.get("meta", {}).get("profile", [])
    return any(str(url).partition("|")[0] in urls for url in declared)


def is_referral(resource: Json) -> bool:
    """Whether it is a referral of ours, up, down or back; the steps bind no other request."""
    return claims(resource, *_PROFILES["ServiceRequest"])


def is_back_referral(resource: Json) -> bool:
    """Whether it is a referral back, which has no steps of its own."""
    return claims(resource, "fd-back-referral")


def task_state(task: Json) -> str:
    """The state of the referral as a task of it tells, a code of referral-state; or ""."""
    return code(task.get("businessStatus"), "referral-state")


def state(request: Json, acceptance: Json | None) -> str:
    """Where a referral stands; "" where that cannot be told, as of one entered in error.

    Raises:
        Conflict: the request and its acceptance task contradict each other.

    """
    status = str(request.get("status", ""))
    told = task_state(acceptance or {}) or _UNTOLD.get(status, "")
    if told in STATES and STATES[told].request != status:
        raise Conflict(
            f"{own_reference(request)} is {status}, but its task {own_reference(acceptance or {})} "
            f"says {told}: mend one of them first.",
            expression="ServiceRequest.status",
            rule="rule-referral-state",
        )
    return told


def check_plain_write(before: Json | None, after: Json | None) -> None:
    """Refuse a plain write (create, update, patch, delete) that would be a step of a referral.

    Steps check who takes them, keep slots and leave a record; so each has its operation. What is
    over may be recorded as it was; whatever is of no referral of ours passes.

    Raises:
        Conflict: it changes a state, what a sent referral rests on, or a slot or bed that is kept.

    """
    old, new = before or {}, after or {}
    type_ = str((after or before or {}).get("resourceType", ""))
    if type_ in _KEPT_BY:
        _check_kept(old, new, _KEPT_BY[type_])
    elif type_ in _PROFILES and any(claims(each, *_PROFILES[type_]) for each in (old, new)):
        (_check_request if type_ == "ServiceRequest" else _check_task)(old, new)


def is_step(before: Json | None, after: Json | None) -> bool:
    """Whether `check_plain_write` refuses a write."""
    try:
        check_plain_write(before, after)
    except Conflict:
        return True
    return False


def _check_request(old: Json, new: Json) -> None:
    was, becomes = old.get("status", "draft"), new.get("status", "")
    is_settled = bool(old) and was != "draft"
    if not new:
        _refuse(is_settled, old, "status", "it was sent, so it is withdrawn, never deleted")
        return
    may = {was, "entered-in-error"} if was == "draft" else {was}
    may |= set() if old else {"completed", "revoked", "unknown"}
    wrong = becomes not in may
    _refuse(wrong, new, "status", f"it is {was} and becomes {becomes} by an operation only")
    for element in _SETTLED:
        changed = is_settled and old.get(element) != new.get(element)
        _refuse(changed, new, element, f"{element} was settled when it was submitted")


def _check_task(old: Json, new: Json) -> None:
    status = new.get("status")
    if not new:
        _refuse(old.get("status") != "draft", old, "status", "it says where a referral stands")
    elif not old:
        _refuse(status in OPEN, new, "status", "it is opened by the referral's operations")
    else:
        moved = old.get("status") != status and not {old.get("status"), status} <= OPEN
        turned = task_state(old) != task_state(new) or reference(old.get("focus")) != reference(
            new.get("focus")
        )
        _refuse(moved, new, "status", "its status follows the referral's operations")
        _refuse(turned, new, "businessStatus", "its state follows the referral's operations")


def _check_kept(old: Json, new: Json, element: str) -> None:
    kept, stays = (reference(extension_value(r, "reserved", "valueReference")) for r in (old, new))
    loses = bool(kept) and (kept != stays or old.get(element) != new.get(element))
    _refuse(loses, old, element, f"it is kept for {kept}, whose operations give it back")
    by_hand = bool(old) and bool(stays) and not kept
    _refuse(by_hand, new, "extension", "it is kept for a referral by $accept only")


def _refuse(wrong: bool, resource: Json, element: str, why: str) -> None:
    if wrong:
        type_ = resource["resourceType"]
        raise Conflict(
            f"{own_reference(resource) or type_} cannot be written so: {why}.",
            expression=f"{type_}.{element}",
            rule="rule-referral-state",
        )
