"""Judging in several processes: pieces go out, results come back in order."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from .documents import Piece
from .judge import Judge, Wishes
from .results import Result

if TYPE_CHECKING:
    from concurrent.futures import Future

_FEW = 8  # pieces that one process has judged before others have started

_judge: Judge | None = None


def judge_all(pieces: Iterable[Piece], judge: Judge, jobs: int = 0) -> Iterator[Result]:
    """The results of all pieces, in order; `jobs` processes, 0 for as many as pay."""
    waiting = iter(pieces)
    head = list(islice(waiting, _FEW + 1))
    jobs = jobs or (os.cpu_count() or 1 if len(head) > _FEW else 1)
    everything = chain(head, waiting)
    if jobs == 1:
        yield from map(judge.piece, everything)
    else:
        yield from _in_processes(everything, judge.wishes, jobs)


def _in_processes(pieces: Iterator[Piece], wishes: Wishes, jobs: int) -> Iterator[Result]:
    """Keep few pieces under way, so that a long input is not all in memory."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # most runs need none

    with ProcessPoolExecutor(jobs, initializer=_prepare, initargs=(wishes,)) as pool:
        under_way: deque[Future[Result]] = deque()
        for piece in pieces:
            under_way.append(pool.submit(_piece, piece))
            if len(under_way) > jobs * 4:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _prepare(wishes: Wishes) -> None:
    global _judge  # noqa: PLW0603  # one judge in each process
    _judge = Judge(wishes)


def _piece(piece: Piece) -> Result:
    assert _judge is not None
    return _judge.piece(piece)
