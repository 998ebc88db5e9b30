"""Look up what belongs to one resident or contract: searches by index, as typed records."""

from typing import TypeVar

import msgspec

from fhir_server.errors import BadRequest, NotFound
from fhir_server.http import Call
from fhir_server.operations.asked import Asked
from fhir_server.search import parse, resolved
from fhir_server.server import Server

from .asked import reference
from .gather import IN_FORCE, NOT_COVERING
from .records import Contract, EpisodeOfCare, Patient, Record, codes, first, id_of, is_within

T = TypeVar("T", bound=Record)

MOST = 500


class Looking:
    """Searches on behalf of one call."""

    def __init__(self, call: Call, server: Server) -> None:
        """Nothing is read yet."""
        self._server = server
        self._context = server.search_context(call)

    async def matches(self, row: type[T], **criteria: str) -> list[T]:
        """The resources that match, at most MOST; `_` in a name stands for `-`."""
        pairs = [(name.replace("_", "-"), value) for name, value in criteria.items()]
        query = parse(row.__name__, pairs, self._context)
        found = await resolved(self._server.store, query.filter)
        stored = await self._server.store.find(row.__name__, found, limit=MOST)
        return [msgspec.json.decode(each.json, type=row) for each in stored]

    async def read(self, row: type[T], id_: str) -> T:
        """One resource.

        Raises:
            NotFound: it does not exist.

        """
        stored = await self._server.store.read(row.__name__, id_)
        if stored is None or stored.deleted:
            raise NotFound(f"{row.__name__}/{id_[:64]} does not exist.")
        return msgspec.json.decode(stored.json, type=row)

    async def many(self, row: type[T], ids: list[str]) -> list[T]:
        """Those that exist."""
        stored = await self._server.store.read_many(row.__name__, ids)
        bodies = [each.json for each in stored.values() if not each.deleted]
        return [msgspec.json.decode(body, type=row) for body in bodies]


async def resident_of(asked: Asked, looking: Looking, contract: Contract | None) -> str:
    """The id of the resident that is asked about: named, by identifier, or the contract's only one.

    Raises:
        BadRequest: none or several could be meant, or the contract does not cover them.
        NotFound: nobody has the identifier.

    """
    covered = [id_of(s, "Patient") for s in contract.subject] if contract else []
    covered = [each for each in covered if each]
    if "patient" in asked:
        _, id_ = reference(asked.all("patient")[0], "patient", ("Patient",))
    elif identifier := asked.text("identifier") if "identifier" in asked else None:
        id_ = await _identified(looking, identifier)
    elif len(covered) == 1:
        (id_,) = covered
    else:
        raise BadRequest(
            "The parameter patient says who is meant."
            if not covered
            else f"The contract covers {len(covered)} residents: the parameter patient says which.",
            expression="http.patient",
        )
    if contract and id_ not in covered:
        raise BadRequest(
            f"The contract does not cover Patient/{id_[:64]}.", expression="http.patient"
        )
    return id_


async def _identified(looking: Looking, identifier: str) -> str:
    found = await looking.matches(Patient, identifier=identifier)
    if len(found) != 1:
        few = "Nobody has" if not found else f"{len(found)} residents have"
        raise NotFound(f"{few} this identifier.", expression="http.identifier")
    return found[0].id


async def covering(
    looking: Looking, resident: str, day: str
) -> tuple[EpisodeOfCare, Contract] | None:
    """The episode and the contract that cover a resident on a day; None without."""
    episodes = await looking.matches(EpisodeOfCare, patient=f"Patient/{resident}")
    open_ = [
        each
        for each in episodes
        if each.status not in NOT_COVERING
        and is_within(day, each.period)
        and "fd-contract" in codes(each.type_, "episode-kind")
    ]
    links = [(each, first(each.extension, "contract")) for each in open_]
    ids = {each.id: id_of(link.value_reference, "Contract") for each, link in links if link}
    contracts = {c.id: c for c in await looking.many(Contract, sorted(set(ids.values())))}
    for each in open_:
        contract = contracts.get(ids.get(each.id, ""))
        state = first(contract.extension, "contract-state") if contract else None
        if contract and state and state.value_code in IN_FORCE:
            return each, contract
    return None
