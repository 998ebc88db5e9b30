"""Reports as .xlsx: a row for all and one for each institution or team, or a line a figure."""

import io
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from fhir_server.http import SPREADSHEET, Reply, wants_spreadsheet

from .columns import Column, Table
from .evaluate import TENTH, Group, Part, Population
from .facts import Facts
from .strata import BREAKDOWNS, name_of

__all__ = ["Sheet", "figures", "table_of", "wants_spreadsheet", "workbook"]

Cell = str | int | Decimal | None
Json = dict[str, Any]

WHOLE = "合计"
HIDDEN = "*"
WIDTH = 14
MOST_TITLE = 31


class Sheet(NamedTuple):
    """A sheet: its name, lines above the table, headings, rows."""

    name: str
    above: Sequence[str]
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def workbook(sheets: Iterable[Sheet]) -> Reply:
    """The spreadsheet as an answer."""
    book = Workbook(write_only=True)
    for number, sheet in enumerate(sheets, 1):
        name = "".join(c for c in sheet.name if c not in r"[]:*?/\\")[: MOST_TITLE - 3]
        page = book.create_sheet(f"{number} {name}")
        for column in range(1, len(sheet.headings) + 1):
            page.column_dimensions[get_column_letter(column)].width = WIDTH
        page.freeze_panes = f"A{len(sheet.above) + 2}"
        for line in sheet.above:
            page.append([_cell(page, line, bold=True)])
        page.append([_cell(page, heading, bold=True, wrap=True) for heading in sheet.headings])
        for row in sheet.rows:
            page.append([_cell(page, value) for value in row])
    written = io.BytesIO()
    book.save(written)
    return Reply(200, raw=written.getvalue(), raw_type=SPREADSHEET)


def _cell(page: Any, value: Cell, *, bold: bool = False, wrap: bool = False) -> Any:
    """A cell; a text is a text, even one that looks like a formula."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = WriteOnlyCell(page, float(value) if isinstance(value, Decimal) else value)
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    if wrap:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def figures(measure: Json, groups: list[Group], facts: Facts) -> Sheet:
    """Each figure of a Measure in a line."""
    rows: list[list[Cell]] = []
    title = _chinese(measure, "title")
    for group in groups:
        # What a group is about has a display in one language at most; alone, it is the title.
        name = title if len(groups) == 1 else text_of(group.definition.get("code", {})) or title
        rows += _lines(name, "", group.whole)
        for stratifier in group.stratifiers:
            value = BREAKDOWNS[stratifier.name].value
            for part in stratifier.parts:
                rows += _lines(name, text_of(value(facts, part.key)), part)
    headings = ("指标", "分组", "项目", "数量", "结果（%）")
    return Sheet(measure.get("id", ""), _above(title, facts), headings, rows)


def _chinese(resource: Json, name: str) -> str:
    """An element in Chinese, if it has a translation, else as it is."""
    for translation in resource.get(f"_{name}", {}).get("extension", ()):
        parts = {part.get("url"): part for part in translation.get("extension", ())}
        if parts.get("lang", {}).get("valueCode", "").startswith("zh"):
            return str(parts.get("content", {}).get("valueString", ""))
    return str(resource.get(name, ""))


def _lines(name: str, part_name: str, part: Part) -> Iterable[list[Cell]]:
    for population in part.populations:
        hidden = part.is_hidden
        count = HIDDEN if hidden else population.count
        yield [name, part_name, text_of(population.code), count, HIDDEN if hidden else part.score]


def text_of(concept: Json) -> str:
    """A CodeableConcept in words."""
    coding: Json = next(iter(concept.get("coding", ())), {})
    return str(concept.get("text") or coding.get("display") or coding.get("code", ""))


def _above(title: str, facts: Facts) -> list[str]:
    return [title, f"统计期间 {facts.first} 至 {facts.last}；栏目和口径由本项目拟定"]


def table_of(table: Table, groups: list[Group], facts: Facts) -> Sheet:
    """A report as a table: a row for the whole scope, then one for each unit below it."""
    by_code = {_code(group): group.whole for group in groups}
    kind = "team" if facts.scope.institution or facts.scope.team else "institution"
    below = sorted(
        {getattr(u, kind) for part in by_code.values() for p in part.populations for u in p.units}
        - {""}
    )
    rows: list[list[Cell]] = [[WHOLE, *(_shown(c, by_code, facts) for c in table.columns)]]
    for id_ in below:
        parts = {code: _share(part, kind, id_) for code, part in by_code.items()}
        name = name_of(facts, "CareTeam" if kind == "team" else "Organization", id_)
        rows.append([name, *(_shown(c, parts, facts) for c in table.columns)])
    headings = ["填报单位", *(column.heading for column in table.columns)]
    return Sheet(table.title, _above(table.title, facts), headings, rows)


def _code(group: Group) -> str:
    codings = group.definition.get("code", {}).get("coding", [{}])
    return str(codings[0].get("code", ""))


def _share(part: Part, kind: str, id_: str) -> Part:
    """What of a whole is one unit's."""
    made = []
    for each in part.populations:
        own = [unit for unit in each.units if getattr(unit, kind) == id_]
        count = None if each.missing else sum(unit.amount for unit in own) // each.per
        made.append(Population(each.code, count, own, each.per, missing=each.missing))
    return Part(made)


def _shown(column: Column, parts: dict[str, Part], facts: Facts) -> Cell:
    if column.growth:
        points = parts[column.growth].score if column.growth in parts else None
        return _target(points, facts) if column.target else points
    if column.code:
        return _count(column.code, parts)
    over, under = _count(column.numerator, parts), _count(column.denominator, parts)
    if over is None or not under:
        return None
    return (Decimal(100 * over) / under).quantize(TENTH, ROUND_HALF_UP)


def _count(code: str, parts: dict[str, Part]) -> int | None:
    found = parts[code].populations if code in parts else []
    return found[0].count if found else None


def _target(points: Decimal | None, facts: Facts) -> str | None:
    """Whether growth reaches the points a year that the policy aims at."""
    targets = facts.policy.targets
    least = targets.coverage_growth_points_min.on(facts.day)
    most = targets.coverage_growth_points_max.on(facts.day)
    since = targets.coverage_growth_from_year.on(facts.day)
    if points is None or not least or (since and facts.day.year < since.value):
        return None
    aim = f"{least.value} 至 {most.value}" if most else f"不少于 {least.value}"
    word = "未达标" if points < least.value else "超出" if most and points > most.value else "达标"
    return f"{word}（目标每年 {aim} 个百分点）"
