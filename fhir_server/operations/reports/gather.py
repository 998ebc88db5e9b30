"""Read the rows of a report: one walk over each type that its indicators need, at one moment."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from sys import intern
from typing import Protocol, TypeVar

import msgspec

from fhir_server.search import SearchContext, parse
from fhir_server.search.filters import Filter

from . import records as r
from .facts import Agreement, Cover, Facts, Institution, Resident, Role, Stated, Team
from .records import code, codes, day_of, first, id_of, ours
from .scope import area

T = TypeVar("T", bound=r.Record)
Progress = Callable[[str, int], None]

RESIDENT = f"{r.OWN}fd-resident"
DIVISION = f"{r.CODES}gb-t-2260-division"
HEALTH_RECORD = "urn:oid:2.16.156.10011.1.2"
# Draft, applied, withdrawn, rejected, lapsed ones are not in force yet or never were; disputed and
# void ones count nowhere.
IN_FORCE = frozenset({"pending-start", "active", "expiring", "renewed", "expired", "terminated"})
PENDING = frozenset({"pending-payment", "pending-receipt"})
NOT_COVERING = frozenset({"cancelled", "entered-in-error", "onhold"})
FOREVER = "9999-12-31"
UNKNOWN_DAY = "0"


class Source(Protocol):
    """Where resources come from: a moment of the store."""

    def walk(self, type_: str, criteria: Filter = ...) -> AsyncIterator[list[bytes]]:
        """All of a type that match, as JSON."""

    def named(self, type_: str, ids: list[str]) -> AsyncIterator[list[bytes]]:
        """Some of a type."""


class Reading:
    """Walks that are decoded, and said to whoever follows the progress."""

    def __init__(self, source: Source, progress: Progress | None = None) -> None:
        """`progress` is called with a type and how many of it were read so far."""
        self._source = source
        self._progress = progress or (lambda _type, _count: None)

    def all(self, row: type[T], **criteria: str) -> AsyncIterator[Iterator[T]]:
        """The resources of the type that the structure is named like, in batches.

        `criteria` are those of a search by index.
        """
        type_ = row.__name__
        if not criteria:
            return self._decoded(row, self._source.walk(type_))
        wanted = parse(type_, list(criteria.items()), SearchContext()).filter
        return self._decoded(row, self._source.walk(type_, wanted))

    def named(self, row: type[T], ids: Iterable[str]) -> AsyncIterator[Iterator[T]]:
        """Those with some ids."""
        return self._decoded(row, self._source.named(row.__name__, sorted(ids)))

    async def _decoded(
        self, row: type[T], batches: AsyncIterator[list[bytes]]
    ) -> AsyncIterator[Iterator[T]]:
        decode, count = msgspec.json.Decoder(row).decode, 0
        async for batch in batches:
            yield map(decode, batch)
            count += len(batch)
            self._progress(row.__name__, count)


async def who_and_where(reading: Reading, facts: Facts) -> None:
    """Institutions, people at work, teams, groups: what everything else refers to."""
    rows = facts.rows
    async for organization_batch in reading.all(r.Organization):
        for organization in organization_batch:
            rows.institutions[organization.id] = _institution(organization)
    async for role_batch in reading.all(r.PractitionerRole):
        for role in role_batch:
            rows.roles[role.id] = Role(
                id_of(role.practitioner, "Practitioner"),
                id_of(role.organization, "Organization"),
                tuple(codes(role.code, "team-role")),
            )
    async for team_batch in reading.all(r.CareTeam):
        for team in team_batch:
            rows.teams[team.id] = _team(team)
    async for group_batch in reading.all(r.Group):
        for group in group_batch:
            _group(group, facts)


async def contracts(reading: Reading, facts: Facts) -> None:
    """Contracts, and from when to when they cover whom."""
    rows = facts.rows
    async for contract_batch in reading.all(r.Contract):
        for contract in contract_batch:
            agreement = _agreement(contract, facts)
            if agreement and agreement.state in PENDING:
                rows.pending.append(agreement)
            elif agreement:
                rows.agreements[agreement.id] = agreement
    async for episode_batch in reading.all(r.EpisodeOfCare):
        for episode in episode_batch:
            link = first(episode.extension, "contract")
            under = rows.agreements.get(id_of(link.value_reference, "Contract")) if link else None
            if under is None or episode.status in NOT_COVERING:
                continue
            end = episode.period.end or FOREVER
            cover = Cover(
                episode.period.start,
                end,
                under.id,
                under.team,
                under.institution,
                under.doctor or intern(id_of(episode.care_manager, "Practitioner")),
            )
            rows.covers.setdefault(intern(id_of(episode.patient, "Patient")), []).append(cover)


async def residents(reading: Reading, facts: Facts) -> None:
    """Residents: Patients that claim to be one."""
    async for patient_batch in reading.all(r.Patient):
        for patient in patient_batch:
            if RESIDENT in patient.meta.profile and patient.active:
                facts.rows.residents[patient.id] = _resident(patient, facts)


def _institution(organization: r.Organization) -> Institution:
    level = first(organization.extension, "institution-level")
    return Institution(
        organization.id,
        organization.name,
        next(iter(codes(organization.type_, "ws218-institution-class")), ""),
        level.value_code if level else "",
        organization.active,
        _division(organization.address, ""),
        id_of(organization.part_of, "Organization"),
    )


def _team(team: r.CareTeam) -> Team:
    caps = {}
    for each in ours(team.extension, "team-capacity"):
        parts = {part.url: part for part in each.extension}
        if parts.keys() >= {"unit", "max"}:
            caps[parts["unit"].value_code] = parts["max"].value_positive_int
    served = [e.value_coding.code for e in ours(team.extension, "service-area") if e.value_coding]
    by = next(iter(team.managing_organization), None)
    return Team(team, intern(id_of(by, "Organization")), caps, tuple(map(area, served)))


def _group(group: r.Group, facts: Facts) -> None:
    """A household, a group of monitored ones, or the number that an office states."""
    kind = code(group.code, "group-kind")
    rows = facts.rows
    if kind == "household" and group.active:
        members = [m for m in group.member if not m.inactive]
        rows.households[group.id] = [(id_of(m.entity, "Patient"), m.period) for m in members]
    elif kind == "monitored-households" and group.active:
        present = [m for m in group.member if not m.inactive and r.is_within(facts.last, m.period)]
        rows.monitored.update(id_of(m.entity, "Patient") for m in present)
        rows.monitored.update(f"Group/{id_of(m.entity, 'Group')}" for m in present)
    elif group.quantity is not None and (stated := code(group.code, "denominator-kind")):
        for each in group.characteristic or [r.Characteristic()]:
            concept = each.value_codeable_concept
            areas = [c.code for c in concept.coding if c.system == DIVISION] if concept else []
            division = area(areas[0]) if areas else ""
            rows.stated.append(Stated(group.id, stated, division, group.quantity, each.period))


def _agreement(contract: r.Contract, facts: Facts) -> Agreement | None:
    """A contract; None for one that counts nowhere."""
    state = first(contract.extension, "contract-state")
    kind = code(contract.type_, "contract-kind")
    if state is None or not kind or state.value_code not in IN_FORCE | PENDING:
        return None
    ended, reason = (
        first(contract.extension, "ended-on"),
        first(contract.extension, "early-end-reason"),
    )
    performers = [a.performer for term in contract.term for a in term.action]
    team = next(filter(None, (id_of(p, "CareTeam") for p in performers)), "")
    parties = {c.type_.code: c.party for c in contract.signer}
    signed_by = facts.rows.roles.get(id_of(parties.get("family-doctor"), "PractitionerRole"))
    institution = id_of(parties.get("institution"), "Organization")
    known = facts.rows.teams.get(team)
    kinds = {
        k for t in contract.term if t.offer.type_ for k in codes([t.offer.type_], "package-kind")
    }
    return Agreement(
        contract.id,
        state.value_code,
        day_of(contract.issued),
        contract.applies.start,
        contract.applies.end,
        ended.value_date if ended else contract.applies.end,
        intern(team),
        intern(institution or (known.institution if known else "")),
        intern(signed_by.practitioner if signed_by else ""),
        tuple(map(intern, filter(None, (id_of(s, "Patient") for s in contract.subject)))),
        tuple(filter(None, (id_of(s, "Group") for s in contract.subject))),
        is_renewal="renewal" in codes(contract.sub_type, "signing-kind"),
        is_tailored="tailored" in kinds,
        is_supplement=kind == "supplement",
        end_reason=code(reason.value_codeable_concept, "contract-end-reason") if reason else "",
        has_paper=contract.legally_binding_reference is not None,
    )


def _resident(patient: r.Patient, facts: Facts) -> Resident:
    groups = [e.value_codeable_concept for e in ours(patient.extension, "key-population")]
    found = set(codes([g for g in groups if g], "key-population-group"))
    home = [a for a in patient.address if r.is_within(facts.last, a.period)]
    registration = [first(a.extension, "household-registration") for a in home]
    died = day_of(patient.deceased_date_time) or (UNKNOWN_DAY if patient.deceased_boolean else "")
    return Resident(
        intern(patient.id),
        patient.birth_date,
        died,
        tuple(sorted(found - {"elderly", "child-0-6"})),
        intern(_division(home, "home")),
        any(each is not None and each.value_code == "registered" for each in registration),
        intern(id_of(patient.managing_organization, "Organization")),
        any(each.system == HEALTH_RECORD and each.value for each in patient.identifier),
    )


def _division(addresses: list[r.Address], use: str) -> str:
    """The division of the address of a use, else of the first that has one."""
    ranked = sorted(addresses, key=lambda a: a.use != use)
    found = (first(a.extension, "division") for a in ranked)
    return next((e.value_coding.code for e in found if e and e.value_coding), "")
