"""A referral while a step is taken: its request, its tasks, and what the step does to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from conformance.issue import Issue
from fhir_server.errors import Conflict, NotFound, Unprocessable
from fhir_server.http import instant
from fhir_server.rules.model import Referral as Facts
from fhir_server.service import contracts
from fhir_server.service.elements import (
    Json,
    code,
    extension_url,
    own_reference,
    reference,
    system,
)
from fhir_server.service.policies import Terms
from fhir_server.service.referrals import (
    OPEN,
    STATES,
    is_back_referral,
    is_referral,
    state,
    task_state,
)
from fhir_server.service.unit import Unit
from fhir_server.store.documents import Document

from .actors import Actor, Parties
from .levels import levels


@dataclass
class Referral:
    """The referral of one step.

    `tasks` are those with the request as focus; `kept` is what its ownership document holds, with
    the acceptance task's reference once there is one. `reason` is what the Provenance says.
    """

    unit: Unit
    terms: Terms
    request: Json
    tasks: list[Json]
    kept: Document
    state: str = ""
    contract: Json | None = None
    reason: str = ""
    warnings: list[Issue] = field(default_factory=list)
    levels: tuple[str, str] | None = None

    @property
    def reference(self) -> str:
        """`ServiceRequest/id`."""
        return own_reference(self.request)

    @property
    def acceptance(self) -> Json:
        """The task of the receiver, which carries the state."""
        return next(t for t in self.tasks if own_reference(t) == self.kept["acceptance"])

    def stored_acceptance(self) -> Json | None:
        """The one that steps opened, or the first that others recorded; None before there is."""
        found = list(self._of_kind("acceptance"))
        own = next((t for t in found if own_reference(t) == self.kept.get("acceptance")), None)
        return own or min(found, key=lambda t: (t.get("authoredOn", ""), t["id"]), default=None)

    @property
    def reviews(self) -> list[Json]:
        """All reviews, of earlier rounds too."""
        return list(self._of_kind("review"))

    @property
    def open_reviews(self) -> list[Json]:
        """Reviews that are to be decided."""
        return [task for task in self.reviews if task["status"] in OPEN]

    def _of_kind(self, kind: str) -> Iterator[Json]:
        return (
            task
            for task in self.tasks
            if code(task.get("code"), "task-kind") == kind and task["status"] != "entered-in-error"
        )

    @property
    def receivers(self) -> tuple[str, ...]:
        """Whom the request names as receiver, as `Type/id`."""
        return tuple(reference(each) for each in self.request.get("performer", []))

    @property
    def requester(self) -> str:
        """Who refers, as `Type/id`."""
        return reference(self.request.get("requester"))

    @property
    def team(self) -> str:
        """Who follows up: the contracted team or doctor; without a contract, who referred."""
        return (contracts.team(self.contract) if self.contract else "") or self.requester

    @property
    def parties(self) -> Parties:
        """Those whom a step may be for."""
        return Parties(self.requester, self.receivers, self.team, tuple(self.open_reviews))

    def open_task(self, kind: str, status: str, owner: str, **more: object) -> Json:
        """A new task of the referral, put; `kind` is a code of task-kind."""
        made: Json = {
            "resourceType": "Task",
            "meta": {"profile": [extension_url(f"fd-{kind}-task")]},
            "status": status,
            "businessStatus": concept("referral-state", self.state),
            "intent": "order",
            "priority": self.request.get("priority", "routine"),
            "code": concept("task-kind", kind),
            "focus": {"reference": self.reference},
            "for": self.request["subject"],
            "authoredOn": self.now,
            "requester": self.request["requester"],
            "owner": {"reference": owner},
            **more,
        }
        self.put_task(made)
        self.tasks.append(made)
        return made

    def put_task(self, task: Json) -> None:
        """Change a task."""
        task["lastModified"] = self.now
        self.unit.put(task)

    @property
    def now(self) -> str:
        """The instant of the step."""
        return instant(self.unit.now)

    def enter(self, to: str) -> None:
        """Bring request, acceptance task and reviews to a state.

        Reviews that are open say the state, and those of this round. What is left to decide once
        the referral is returned or has ended is cancelled.
        """
        self.state = to
        status, accepted = STATES[to]
        self.request["status"] = status
        self.unit.put(self.request)
        self.acceptance.update(status=accepted, businessStatus=concept("referral-state", to))
        self.put_task(self.acceptance)
        for review in self.reviews:
            is_open = review["status"] in OPEN | {"draft"}
            if is_open and (to == "returned" or status == "revoked"):
                review["status"] = "cancelled"
            if is_open or task_state(review) == "in-review":
                review["businessStatus"] = concept("referral-state", to)
                self.put_task(review)

    def know_acceptance(self, stored: Json | None) -> None:
        """Take the task of the receiver as the one that carries the state, or open it.

        It is the task of the receiver's desk, where the request names one.
        """
        if stored is None:
            desks = (each for each in self.receivers if each.startswith("HealthcareService/"))
            owner = next(desks, next(iter(self.receivers), ""))
            stored = self.open_task("acceptance", STATES[self.state].acceptance, owner)
        self.kept["acceptance"] = own_reference(stored)

    def facts(self, actor: Actor, to: str, *, urgent: bool = False, reason: str = "") -> Facts:
        """What the rules of the policy judge a step by.

        Reviews are those of this round, of a referral up: others are not reviewed. Who acts is
        asked where a review is decided; the follow-ups, where one was opened or is due.
        """
        today, before = self.unit.today, self.state
        reviews = [each for each in self.reviews if task_state(each) != "returned"]
        is_deciding = any(each["status"] == "completed" for each in reviews)
        follow_ups = tuple(self._of_kind("follow-up"))
        returns = to == "referred-back" or before == "referred-back"
        return Facts(
            terms=self.terms,
            today=today,
            request=self.request,
            day=today,
            to=to,
            levels=self.levels,
            urgent=urgent,
            reason=reason or str(self.kept.get("reason", "")),
            reviews=tuple(reviews) if self.goes_up else None,
            actor=actor.role if is_deciding and before == "in-review" else None,
            contract=self.contract,
            follow_ups=follow_ups if returns else None,
        )

    @property
    def goes_up(self) -> bool:
        """Whether it goes to a higher level."""
        return any(
            code(category, "referral-direction") == "up" for category in self.request["category"]
        )


async def read_referral(unit: Unit, id_: str) -> Referral:
    """The referral that a step is about, held until the step ends.

    Raises:
        NotFound: there is none of that id.
        Unprocessable: it is no referral of ours, or one back, which has no steps.
        Conflict: its request and its task contradict each other.

    """
    name = f"ServiceRequest/{id_}"
    await unit.take(f"referral/{name}")
    request = await unit.read(name)
    if request is None:
        raise NotFound(f"{name[:90]} does not exist.")
    if not is_referral(request) or is_back_referral(request):
        is_ours = is_referral(request)
        raise Unprocessable(
            f"{name} has no steps: it is "
            + ("a referral back, part of another." if is_ours else "no referral by its profile."),
            expression="ServiceRequest.meta.profile",
            rule="rule-referral",
        )
    tasks = await unit.search("Task", f"focus={name}")
    terms = Terms.of(unit.server.settings.policy)
    found = Referral(unit, terms, request, tasks, unit.owned[f"referral/{name}"])
    acceptance = found.stored_acceptance()
    found.state = state(request, acceptance)
    if found.state:
        found.know_acceptance(acceptance)
    found.contract = await _contract(unit, request)
    found.levels = await levels(unit, request)
    return found


async def _contract(unit: Unit, request: Json) -> Json | None:
    named = (reference(each) for each in request.get("supportingInfo", []))
    contract = next((each for each in named if each.startswith("Contract/")), "")
    return await unit.read(contract) if contract else None


def concept(code_system: str, value: str) -> Json:
    """A CodeableConcept of one of our code systems."""
    return {"coding": [{"system": system(code_system), "code": value}]}


def output(kind: str, **value: object) -> Json:
    """A `Task.output`; `kind` is a code of referral-output."""
    return {"type": concept("referral-output", kind), **value}


def outputs(kind: str, references: Iterable[str]) -> list[Json]:
    """Outputs that refer to something."""
    return [output(kind, valueReference={"reference": each}) for each in references]


def output_references(task: Json | None, kind: str) -> list[str]:
    """What the outputs of a kind refer to, as `Type/id`."""
    return [
        reference(each.get("valueReference"))
        for each in (task or {}).get("output", [])
        if code(each.get("type"), "referral-output") == kind
    ]


def refuse(rule: str, expression: str, english: str, chinese: str) -> Unprocessable:
    """The refusal of a step that breaks a rule of the service."""
    issue = Issue(rule, "error", "business-rule", expression, english, chinese)
    return Unprocessable(issues=[issue])


def clash(rule: str, expression: str, english: str, chinese: str) -> Conflict:
    """The refusal of a step that the present state does not allow."""
    return Conflict(issues=[Issue(rule, "error", "conflict", expression, english, chinese)])
