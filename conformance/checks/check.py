"""A check: a function with a stable id, a title, the requirement it tests, and what it needs."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from conformance.says import Text

from .client import Client

Body = Callable[[Client], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    `requirement` is a row of `requirements.toml`, which knows the page of the specification and
    whether it is a SHALL. `needs` are written as `needs.py` reads them. A check that does not
    write leaves no trace on the server.
    """

    id: str
    subject: Text
    title: Text
    requirement: str
    needs: tuple[str, ...]
    writes: bool
    body: Body


CHECKS: dict[str, Check] = {}


def subject(name: Text, *shared: str, writes: bool = True) -> Callable[..., Callable[[Body], Body]]:
    """A decorator for the checks of one subject, all of which need what is `shared`."""

    def check(
        id_: str, requirement: str, english: str, chinese: str, *needs: str
    ) -> Callable[[Body], Body]:
        def register(body: Body) -> Body:
            assert id_ not in CHECKS, id_
            title = Text(english, chinese)
            CHECKS[id_] = Check(id_, name, title, requirement, (*shared, *needs), writes, body)
            return body

        return register

    return check
