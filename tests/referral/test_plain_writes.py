"""What plain writes may not do to referrals, their tasks, and what is kept for them."""

import pytest
from referral_desk import concept, profile, ref

from fhir_server.errors import Conflict
from fhir_server.service.referrals import check_plain_write
from profiles import CANONICAL

UP = {
    "resourceType": "ServiceRequest",
    "id": "r",
    "meta": profile("fd-referral-up"),
    "status": "draft",
    "subject": ref("Patient/1"),
    "performer": [ref("Organization/1")],
}
SENT = UP | {"status": "active"}
TASK = {
    "resourceType": "Task",
    "id": "t",
    "meta": profile("fd-acceptance-task"),
    "status": "requested",
    "businessStatus": concept("referral-state", "submitted"),
    "focus": ref("ServiceRequest/r"),
}
KEPT = {
    "resourceType": "Slot",
    "id": "s",
    "status": "busy",
    "extension": [
        {
            "url": f"{CANONICAL}/StructureDefinition/reserved",
            "valueReference": ref("ServiceRequest/r"),
        }
    ],
}
FREE = {"resourceType": "Slot", "id": "s", "status": "free"}
OTHER = {"resourceType": "ServiceRequest", "id": "o", "status": "draft"}

ALLOWED = {
    "a draft is begun": (None, UP),
    "and changed": (UP, UP | {"subject": ref("Patient/2")}),
    "and was an error": (UP, UP | {"status": "entered-in-error"}),
    "and deleted": (UP, None),
    "what is over is recorded": (None, UP | {"status": "completed"}),
    "a sent one gets a note": (SENT, SENT | {"note": [{"text": "-"}]}),
    "other requests": (OTHER, OTHER | {"status": "completed"}),
    "a task is taken up": (TASK, TASK | {"status": "received"}),
    "a draft of a second review": (None, TASK | {"status": "draft"}),
    "a slot is taken by others": (FREE, FREE | {"status": "busy"}),
    "a kept one is recorded": (None, KEPT),
    "a kept slot gets a comment": (KEPT, KEPT | {"comment": "-"}),
}
REFUSED = {
    "sent without review": (UP, SENT),
    "begun as sent": (None, SENT),
    "ended": (SENT, SENT | {"status": "completed"}),
    "revoked": (SENT, SENT | {"status": "revoked"}),
    "brought back": (UP | {"status": "revoked"}, SENT),
    "turned to another": (SENT, SENT | {"performer": [ref("Organization/2")]}),
    "no longer a referral": (SENT, SENT | {"meta": {}, "status": "completed"}),
    "deleted": (SENT, None),
    "a task that jumps": (TASK, TASK | {"businessStatus": concept("referral-state", "accepted")}),
    "a task that is done": (TASK, TASK | {"status": "completed"}),
    "a task of another": (TASK, TASK | {"focus": ref("ServiceRequest/q")}),
    "a task that appears": (None, TASK),
    "a task that vanishes": (TASK, None),
    "a kept slot that is freed": (KEPT, FREE),
    "or freed by its status": (KEPT, KEPT | {"status": "free"}),
    "or deleted": (KEPT, None),
    "a slot kept by hand": (FREE, KEPT),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_allowed(case):
    check_plain_write(*ALLOWED[case])


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case):
    with pytest.raises(Conflict) as error:
        check_plain_write(*REFUSED[case])
    assert error.value.issues[0].rule == "rule-referral-state"
