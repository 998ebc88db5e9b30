"""Where the server stands, and what one search may know about its surroundings."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

DEFAULT_TIMEZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Place:
    """What indexing and searching must agree on.

    `timezone` is that of values written without one. `bases` are the server's own base URLs,
    aliases included and without a trailing slash: absolute references under them are local.
    """

    timezone: tzinfo = DEFAULT_TIMEZONE
    bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchContext(Place):
    """What `parse` and `run` need beside the parameters.

    `key` signs cursors. `lenient` ignores what strict handling refuses. `count` is the page size
    where the client names none, `max_count` the largest it gets.
    """

    key: bytes = b""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    lenient: bool = False
    count: int = 20
    max_count: int = 1000
