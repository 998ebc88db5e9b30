"""delete: `DELETE [base]/[type]/[id]`, or conditional, `[type]?...` (http.html 3.1.0.7)."""

from fhir_server.commit import Write, apply, perform
from fhir_server.criteria import criteria_of_query
from fhir_server.errors import BadRequest, MethodNotAllowed, TooCostly, outcome
from fhir_server.http import Call, Reply
from fhir_server.search import resolved
from fhir_server.search.types.reference import ID
from fhir_server.server import Server
from fhir_server.store.locks import Session
from fhir_server.versions import deletion

from .represent import check_presentation, said

MOST_AT_ONCE = 1_000


async def delete(call: Call, server: Server) -> Reply:
    """204, or 200 with an OperationOutcome where asked; deleting again makes no version."""
    intent = await write(call, server)
    if intent.criteria is not None and server.settings.conditional_delete == "multiple":
        return await _delete_all(call, server, intent)
    change = await perform(server, intent)
    gone = change.after
    what = f"{call.type}/{call.id}" if call.id else f"The {call.type} that meets the criteria"
    done = "was deleted" if change.draft else "did not exist"
    return _reply(call, f"{what} {done}.", gone.version if gone else None)


async def write(call: Call, server: Server) -> Write:
    """The delete in words."""
    if call.id and not ID.fullmatch(call.id):
        raise BadRequest(f"{call.id[:64]!r} is no resource id.")
    check_presentation(call)
    if not call.id and server.settings.conditional_delete == "not-supported":
        raise MethodNotAllowed("This server deletes by id only: DELETE [base]/[type]/[id].")
    return Write(
        "DELETE",
        call.type,
        call.now,
        id=call.id,
        criteria=None if call.id else criteria_of_query(call, server),
        if_match=call.headers.get("if-match", ""),
    )


async def _delete_all(call: Call, server: Server, intent: Write) -> Reply:
    criteria = intent.criteria
    assert criteria is not None

    async def work(session: Session) -> int:
        await server.store.lock([criteria.canonical()], session)
        wanted = await resolved(server.store, criteria.filter, session)
        found = await server.store.find_to_change(
            call.type, wanted, limit=MOST_AT_ONCE + 1, session=session
        )
        if len(found) > MOST_AT_ONCE:
            raise TooCostly(f"More than {MOST_AT_ONCE:,} resources match; narrow the criteria.")
        await apply(server, [deletion(s, call.now) for s in found], session)
        return len(found)

    await server.store.prepare([call.type])
    count = await server.store.transact(work, seconds=4.5)
    await server.stored(call.type)
    return _reply(call, f"{count} {call.type} deleted.", None)


def _reply(call: Call, sentence: str, version: int | None) -> Reply:
    if call.prefer.returns == "OperationOutcome":
        return Reply(200, outcome=outcome([said(sentence)]), version=version)
    return Reply(204, version=version)
