"""A search request, read and compiled: what matches, in which order, and how it is shown.

Strict handling refuses, by name and with what would work, whatever is not understood. Lenient
handling leaves it out, reports it in `issues`, and drops it from `self_params`.

Source: FHIR R4 search.html.
"""

import json
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from msgspec import Struct, field

from conformance.issue import Issue
from fhir_server.errors import BadRequest, NotSupported, TooCostly

from . import page
from .clauses import Clauses, Criterion, together
from .context import SearchContext, narrowed
from .filters import Filter, all_of
from .include import Include, is_include, parse_include
from .joins import Join
from .results import PRESENTATION, SHAPING, SORT
from .sort import BY_ID, SortKey, beyond, paired

MOST_VALUES = 1000
MOST_PARAMETERS = 100
TEXT_ALONE = "_summary=text is not possible with _include and _revinclude; _summary=true is."
NOT_INSIDE = frozenset({"_content", "_has", "_list", "_text", "near"})
ONE_TYPE = "_contained=true or both is for searches on one type, outside of compartments."
ORDERED = (
    "_sort is not possible with _contained=true or both: matches come in the order of their "
    "container's type and id."
)
WHOLE = (
    "_elements names elements of the type that is searched, not of containers: write "
    "_containedType=contained too, or use _summary."
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)

Params = Sequence[tuple[str, str]]


class Within(NamedTuple):
    """The part of a type that is searched: what the URL calls it, and its filter."""

    name: str
    filter: Filter


class Query(Struct):
    """One search on one type.

    `filter` is what matches, a MongoDB filter that never matches a deleted resource, once its joins
    are resolved (`joins.py`). `after` is the position a page follows, or with `backwards` precedes
    (None: the first page). The last key of `sort` is the id. `count` 0 asks for the total only.
    `self_params` are the parameters understood, the cursor left out; `within` is the compartment.
    Where `contained` is "true" or "both", `criteria` are what a contained resource has to meet, and
    `contained_type` says whether it or its container is shown (`run_contained.py`). `cursor` is the
    page link's position, sealed.
    """

    type: str
    filter: Filter
    count: int = 20
    sort: tuple[SortKey, ...] = (BY_ID,)
    total: str = ""
    summary: str = "false"
    elements: tuple[str, ...] = ()
    includes: tuple[Include, ...] = ()
    after: list[Any] | None = None
    backwards: bool = False
    self_params: list[tuple[str, str]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    within: str = ""
    contained: str = "false"
    contained_type: str = "container"
    criteria: tuple[Filter, ...] = ()
    cursor: str = ""

    @property
    def alone(self) -> bool:
        """Whether contained resources are shown without their containers."""
        return self.contained_type == "contained"

    def canonical(self) -> str:
        """The criteria as one string, the same for all ways to write them in a search."""
        return f"{self.type}?{_canonical(self.filter)}"

    def scope(self) -> str:
        """The list that a cursor of this search is a position in.

        It goes by what was written, as the meaning of `ap` moves on from one page to the next.
        """
        shaping = SHAPING.keys() | PRESENTATION
        criteria = sorted(
            pair for pair in self.self_params if pair[0] not in shaping and not is_include(pair[0])
        )
        order = [(key.direction, key.code) for key in self.sort]
        return json.dumps([self.type, self.within, criteria, order, self.contained, self.alone])

    def page_filter(self) -> Filter | None:
        """What may stand on the page asked for; None when nothing can."""
        wanted = self.filter
        if self.after is not None:
            further = beyond(self.page_sort(), self.after)
            if further is None:
                return None
            wanted = all_of([wanted, further])
        return paired(self.type, wanted, self.sort)

    def page_sort(self) -> list[SortKey]:
        """The order to read in: that of the search, or its reverse."""
        return [key.reversed() for key in self.sort] if self.backwards else list(self.sort)

    def cursor_at(self, position: Sequence[Any], ctx: SearchContext, *, backwards: bool) -> str:
        """The page link to what follows or precedes the resource with these sort values."""
        written = written_position(position)
        return page.seal([backwards, *written], self.scope(), ctx.key)


def parse(
    resource_type: str,
    params: Params,
    ctx: SearchContext,
    *,
    within: Within | None = None,
    types: Collection[str] = (),
) -> Query:
    """Compile decoded parameters; raises BadRequest, NotSupported or TooCostly.

    `types` are those searched together, where there are several.
    """
    if len(params) > MOST_PARAMETERS:
        raise TooCostly(f"A search takes at most {MOST_PARAMETERS} parameters.")
    reading = _Reading(resource_type, ctx, types or (resource_type,), within, Clauses(ctx))
    for name, text in params:
        try:
            reading.take(name, text)
        except (BadRequest, TooCostly) as error:
            refusal = type(error)(f"{name}: {error}", expression=f"http.{name}")
            if not ctx.lenient or isinstance(error, TooCostly):
                raise refusal from error
            reading.issues += map(_ignored, refusal.issues)
    return reading.query()


class _Reading(Struct):
    """What has been understood so far."""

    type: str
    ctx: SearchContext
    types: Collection[str]
    within: Within | None
    clauses: Clauses
    criteria: list[Criterion] = field(default_factory=list)
    shaping: dict[str, Any] = field(default_factory=dict)
    includes: list[Include] = field(default_factory=list)
    understood: list[tuple[str, str]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    values: int = 0

    def take(self, name: str, text: str) -> None:
        """Read one parameter, or raise and leave everything as it was."""
        if name in SHAPING:
            text = self._take_shaping(name, text)
        elif is_include(name):
            self.includes.append(parse_include(self.types, name, text))
        elif name not in PRESENTATION:
            self.values += text.count(",") + 1
            if self.values > MOST_VALUES:
                raise TooCostly(f"A search takes at most {MOST_VALUES} values.")
            compiled = self.clauses.compile(self.type, name, text)
            self.criteria.append(Criterion(name, text, compiled))
        self.understood.append((name, text))

    def _take_shaping(self, name: str, text: str) -> str:
        """Note how results are wanted; returns how the self link says it."""
        attribute, read = SHAPING[name]
        if not text:
            raise BadRequest("the value is empty")
        if name == SORT:  # what is said again orders what is equal so far
            whole = ",".join([*(t for n, t in self.understood if n == SORT), text])
            self.shaping[attribute], _ = read(self.type, whole, self.ctx)
            return text
        if attribute in self.shaping:
            raise BadRequest("it is given twice")
        self.shaping[attribute], written = read(self.type, text, self.ctx)
        return written

    def query(self) -> Query:
        """The compiled search, at the position of its cursor."""
        fragments = tuple(together(self.type, self.criteria, self.ctx))
        confined = (self.within.filter, *fragments) if self.within else fragments
        query = Query(
            self.type,
            narrowed(self.type, confined, self.ctx),
            self.shaping.pop("count", min(self.ctx.count, self.ctx.max_count)),
            includes=tuple(self.includes),
            self_params=self.understood,
            issues=self.issues,
            within=self.within.name if self.within else "",
            criteria=fragments,
            **self.shaping,
        )
        if self.shaping:
            self._finish(query)
        return query

    def _finish(self, query: Query) -> None:
        """Check what goes together, and find the position of the cursor."""
        if query.summary == "text" and query.includes:
            raise BadRequest(TEXT_ALONE, expression="http._summary")
        if query.summary == "count":
            query.count = 0
        if query.contained != "false":
            self._check_contained(query)
        if query.cursor:
            query.self_params = [pair for pair in self.understood if pair[0] != "_cursor"]
            position = page.unseal(query.cursor, query.scope(), self.ctx.key)
            query.backwards, query.after = position[0], read_position(position[1:])

    def _check_contained(self, query: Query) -> None:
        """Refuse what a search on contained resources cannot do."""
        names = {name.partition(":")[0] for name, _ in self.understood}
        if stored := sorted(names & NOT_INSIDE):
            raise NotSupported(
                f"{stored[0]} finds resources of their own, not contained ones: it is not possible "
                "with _contained=true or both.",
                expression=f"http.{stored[0]}",
            )
        if self.within or len(self.types) > 1:
            raise NotSupported(ONE_TYPE, expression="http._contained")
        if query.sort != (BY_ID,):
            raise NotSupported(ORDERED, expression="http._sort")
        if query.elements and query.contained_type == "container":
            raise NotSupported(WHOLE, expression="http._elements")


def _ignored(issue: Issue) -> Issue:
    return Issue(
        issue.rule, "warning", issue.code, issue.expression, f"Ignored: {issue.diagnostics}"
    )


def _canonical(value: Any) -> str:
    """A filter as text, with what is unordered sorted."""
    if isinstance(value, Join):
        value = value._asdict()
    if isinstance(value, dict):
        return (
            "{" + ",".join(f"{json.dumps(k)}:{_canonical(value[k])}" for k in sorted(value)) + "}"
        )
    if isinstance(value, list):
        return "[" + ",".join(sorted(map(_canonical, value))) + "]"
    return json.dumps(value, default=str, ensure_ascii=False)


def written_position(position: Sequence[Any]) -> list[Any]:
    """Sort values as JSON: an instant as milliseconds in a list of one."""
    return [[(v - EPOCH) // MILLISECOND] if isinstance(v, datetime) else v for v in position]


def read_position(written: Sequence[Any]) -> list[Any]:
    """The opposite."""
    return [EPOCH + v[0] * MILLISECOND if isinstance(v, list) else v for v in written]
