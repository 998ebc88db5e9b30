"""Judging many resources: what to read, who judges it, what came of it.

The way of a file: `documents` finds it and cuts it into pieces, `workers` hands the pieces to
processes, `judge` says what is wrong with each resource, `results` gathers it, `baseline` takes
away what is known.
"""

from .baseline import Baseline, BaselineError
from .documents import Piece, pieces
from .judge import Judge, ProfileError, Wishes
from .results import Excerpt, Judged, Place, Result, Run
from .workers import judge_all

__all__ = [
    "Baseline",
    "BaselineError",
    "Excerpt",
    "Judge",
    "Judged",
    "Piece",
    "Place",
    "ProfileError",
    "Result",
    "Run",
    "Wishes",
    "judge_all",
    "pieces",
]
