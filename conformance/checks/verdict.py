"""How a check ends early: the server failed it, or it does not apply."""

from typing import Any

from conformance.says import Says, says


class _Ended(Exception):
    def __init__(self, key: str, /, **args: Any) -> None:
        self.reason: Says = says(key, **args)
        super().__init__(self.reason.english)


class Failed(_Ended):
    """The server does not do what the requirement demands; `reason` says what it did."""


class Skipped(_Ended):
    """It turned out that the check does not apply to this server."""
