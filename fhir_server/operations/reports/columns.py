"""The columns of reports as spreadsheets, read from a table that a region can change."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from .records import CODES
from .strata import displays

OWN_COLUMNS = Path(__file__).with_name("columns.toml")


class ColumnsError(ValueError):
    """A file of columns that cannot be read: one sentence with file and key."""


class Column(Struct, frozen=True, forbid_unknown_fields=True):
    """A column; `columns.toml` says what its parts mean."""

    code: str = ""
    title: str = ""
    numerator: str = ""
    denominator: str = ""
    growth: str = ""
    target: bool = False

    @property
    def heading(self) -> str:
        """What stands above it."""
        known = displays(f"{CODES}report-column")
        return self.title or known.get(self.code, self.code)

    @property
    def is_sound(self) -> bool:
        """Whether it says one thing to show."""
        share = bool(self.numerator) and bool(self.denominator)
        kinds = [bool(self.code), share, bool(self.growth)]
        return sum(kinds) == 1 and bool(self.code or self.title)


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """The spreadsheet of a report."""

    title: str
    columns: list[Column]


@cache
def tables(path: Path = OWN_COLUMNS) -> dict[str, Table]:
    """The spreadsheets by id of their Measure.

    Raises:
        ColumnsError: the file cannot be read, or says what is no table of columns.

    """
    try:
        read: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        found = msgspec.convert(read, dict[str, Table])
    except (OSError, ValueError) as error:
        raise ColumnsError(f"{path.name}: {error}") from error
    for name, table in found.items():
        for number, column in enumerate(table.columns, 1):
            if not column.is_sound:
                raise ColumnsError(
                    f"{path.name}: column {number} of {name} has a code, or a title with numerator "
                    "and denominator or with growth."
                )
    return found
