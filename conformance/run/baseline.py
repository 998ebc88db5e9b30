"""The findings that are known: a file of them, so that only new ones fail.

A finding is known by file, resource, rule and element, not by its line, which moves with every
edit. Several alike are counted.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from operator import itemgetter
from pathlib import Path

from conformance.says import SaidError, says, says_os

from .results import Place

Key = tuple[str, str, str, str]

_NAMES = ("file", "resource", "rule", "expression")
_KEY_OF = itemgetter(*_NAMES)


class BaselineError(SaidError):
    """A baseline file that cannot be read."""


class Baseline:
    """Known findings, each with how often it may appear."""

    def __init__(self, counts: Counter[Key]) -> None:
        self._counts = counts

    @classmethod
    def of(cls, places: Iterable[Place]) -> "Baseline":
        """What is found now."""
        return cls(Counter(_key(place) for place in places))

    @classmethod
    def read(cls, path: Path) -> "Baseline":
        """The known findings of a file that `write` made.

        Raises:
            BaselineError: there is no such file, or it is no baseline.

        """
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))["findings"]
            return cls(Counter({_KEY_OF(row): int(row["count"]) for row in rows}))
        except OSError as error:
            raise BaselineError(says("baseline-file", file=path, why=says_os(error))) from error
        except (ValueError, KeyError, TypeError) as error:
            raise BaselineError(says("baseline-form", file=path)) from error

    def write(self, path: Path) -> None:
        """Write it as JSON, sorted, so that changes to it read well."""
        counts = sorted(self._counts.items())
        rows = [{**dict(zip(_NAMES, key, strict=True)), "count": n} for key, n in counts]
        text = json.dumps({"findings": rows}, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")

    def judge(self) -> Callable[[Place], bool]:
        """What says of findings, each asked once, whether they are known; as often as counted."""
        left = self._counts.copy()

        def is_known(place: Place) -> bool:
            key = _key(place)
            left[key] -= 1
            return left[key] >= 0

        return is_known


def _key(place: Place) -> Key:
    file = Path(place.file).as_posix()
    return file, place.resource, place.issue.rule, place.issue.expression
