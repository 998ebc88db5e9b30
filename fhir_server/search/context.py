"""Where the server stands, and what one search may know about its surroundings."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from .filters import LIVE, Filter, all_of, excludes_deleted

Visible = Callable[[str], Filter | None]
"""A resource type to what the caller may see of it; None: all of it."""

DEFAULT_TIMEZONE = ZoneInfo("Asia/Shanghai")


class Place(Struct):
    """What indexing and searching must agree on.

    `timezone` is that of values written without one. `bases` are the server's own base URLs,
    aliases included and without a trailing slash: absolute references under them are local.
    `text_search` says whether there are entries for `_text` and `_content`.
    """

    timezone: tzinfo = DEFAULT_TIMEZONE
    bases: tuple[str, ...] = ()
    text_search: bool = False


class SearchContext(Place):
    """What `parse` and `run` need beside the parameters.

    `key` signs cursors. `lenient` ignores what strict handling refuses. `count` is the page size
    where the client names none, `max_count` the largest it gets. `visible` narrows whatever is read
    of a type: matches, what is included, what a chain goes through (None: all is visible); its
    filters may have joins, which are not narrowed in turn.
    """

    key: bytes = b""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    lenient: bool = False
    count: int = 20
    max_count: int = 1000
    visible: Visible | None = None


def narrowed(resource_type: str, fragments: Iterable[Filter], ctx: SearchContext) -> Filter:
    """The AND of criteria on a type, of what exists and what the caller may see."""
    listed = list(fragments)
    if ctx.visible and (seen := ctx.visible(resource_type)) is not None:
        listed.append(seen)
    if not any(map(excludes_deleted, listed)):
        listed.append(LIVE)
    return listed[0] if len(listed) == 1 else all_of(listed)
