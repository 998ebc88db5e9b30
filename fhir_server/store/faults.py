"""MongoDB's failures in the words of this server; nothing of the driver's text reaches a client."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from pymongo.errors import (
    BulkWriteError,
    ConnectionFailure,
    DocumentTooLarge,
    OperationFailure,
    PyMongoError,
    WriteConcernError,
)

from fhir_server.errors import TooCostly, TooLarge, Unavailable

AWAY = "MongoDB does not answer; try again in a few seconds."
MAYBE = (
    "MongoDB did not confirm the write in time: it may have been applied. Read before you retry."
)
LARGE = "The resource with its search entries exceeds the 15 MB that can be stored."
COSTLY = "The search took longer than the server allows; narrow it."

MAX_TIME_EXPIRED = 50
DUPLICATE_KEY = 11000
OBJECT_TOO_LARGE = 10334
# Elections, shutdowns, lost primaries, interrupted operations, concerns not reached in time.
TRANSIENT_CODES = frozenset(
    {6, 7, 63, 64, 89, 91, 112, 133, 189, 262, 10107, 11600, 11601, 11602, 13435}
)


class Raced(Exception):
    """Another write came first; read again and decide anew."""


class Unprepared(Exception):
    """Collections of these types have to be made first, which no transaction can."""

    def __init__(self, types: Iterable[str]) -> None:
        """Name them."""
        super().__init__()
        self.types = tuple(types)


@contextmanager
def translated(
    session: object = None, *, writing: bool = False, searching: bool = False
) -> Iterator[None]:
    """Turn the driver's exceptions into the server's; `writing` says the outcome may be unknown.

    With `searching`, a MongoDB that answers that the time is over is not away: the search is long.

    Inside a transaction they pass as they are: the driver knows by them whether to try again.
    """
    try:
        yield
    except DocumentTooLarge as error:
        raise TooLarge(LARGE) from error
    except PyMongoError as error:
        if session is not None:
            raise
        raise translate(error, writing=writing, searching=searching) from error


def translate(error: PyMongoError, *, writing: bool, searching: bool = False) -> Exception:
    """The server's error for one of the driver's; a bug of ours stays what it is."""
    code = error.code if isinstance(error, OperationFailure) else None
    if code == OBJECT_TOO_LARGE or "object to insert too large" in str(error):
        return TooLarge(LARGE)
    if code == MAX_TIME_EXPIRED and searching:
        return TooCostly(COSTLY)
    if is_transient(error):
        return Unavailable(MAYBE if writing else AWAY)
    return error


def is_transient(error: BaseException) -> bool:
    """Whether MongoDB was away, so that the outcome is unknown and a later try may succeed."""
    if isinstance(error, ConnectionFailure | WriteConcernError):
        return True
    if isinstance(error, BulkWriteError) and error.details.get("writeConcernErrors"):
        return True
    if isinstance(error, OperationFailure) and error.code in TRANSIENT_CODES:
        return True
    labelled = isinstance(error, PyMongoError) and (
        error.has_error_label("TransientTransactionError")
        or error.has_error_label("UnknownTransactionCommitResult")
    )
    return labelled or (isinstance(error, PyMongoError) and error.timeout)
