"""The steps of a check, one after the other; each goes on where the last check, however it ended, left it."""

from __future__ import annotations

import os
from concurrent.futures import BrokenExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.checking import neighbours
from factcheck.checking.events import Progress
from factcheck.checking.executors import Workers
from factcheck.checking.judging import Judged
from factcheck.checking.kept import Kept
from factcheck.checking.reading import (
    Ask,
    Manner,
    gone,
    in_their_order,
    may_be_there,
    read_all,
    read_as_told,
    reader_name,
    to_read,
)
from factcheck.dossier.locks import Lock
from factcheck.dossier.selection import Selection
from factcheck.dossier.store import Dossier
from factcheck.errors import DossierError
from factcheck.matching.room import give_back
from factcheck.model import Case, Skipped
from factcheck.reading.files import names as names_of_files
from factcheck.search.index import open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from factcheck.matching.articles import Spread
    from factcheck.model import Document

    _Indexed = tuple[list[str], int]

_MANY_TO_INDEX = 200  # articles from which another process indexes them meanwhile
_MANY_TO_COMPARE = 4_000  # articles from which processes end with what they have to do: what they remember takes room
_AFTER_OTHERS = 10  # of 19: those who compare have more to do, and wait for one another now and then
_GIVEN_BACK = 2_000  # articles that are indexed before memory goes back to the system
_FIRST, _PAGE = 20, 500  # cases that are taken from the dossier at once: the first are waited for


def check(  # noqa: PLR0913 - each says something else of how
    dossier: Dossier | None,
    paths: Sequence[Path],
    *,
    language: str | None = None,
    columns: Mapping[str, str] | None = None,
    processes: int | None = None,
    cluster: str | None = None,
    afresh: bool = False,
    model: Path | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Generator[Progress | Skipped | Case, None, None]:
    """Read files and folders, compare all figures of the dossier, and yield what happens: the cases last, best first.

    Only files that are new or have changed are read, and those of a folder that are gone are forgotten. Without a
    dossier nothing is kept. `language` overrides what detection says, and `columns` say which
    column of a table holds a field, as in `reading.files.read_all`. The work is done in `processes` (as many as
    there are cores if not told) or on the Dask cluster at an address; the findings are the same. `afresh` compares all
    articles, also where a first look at the new ones would do (`neighbours`). `model` is the folder of a model of
    meaning, which the dossier remembers (its setting "model"). When `cancelled` says so, the check stops; what was done
    stays done, and the next one goes on from there. Raises FactcheckError.
    """
    workers = Workers(processes, cluster)
    manner = Manner(language, tuple((columns or {}).items()))
    if dossier is None:
        with Dossier.in_memory() as passing:
            passing.settings.set("model", str(model) if model else None)
            yield from _check(passing, paths, manner, workers, cancelled, afresh=True)
        return
    with Lock(dossier.folder if dossier.is_kept else None, "check") as lock:
        if not lock.held:
            raise DossierError(f"This dossier is being checked already ({lock.holder}). Wait until that is done.")
        if model is not None:
            dossier.settings.set("model", str(model))
        yield from _check(dossier, paths, manner, workers, cancelled, afresh=afresh)


def _check(
    dossier: Dossier, paths: Sequence[Path], manner: Manner, workers: Workers, cancelled: Callable[[], bool],
    *, afresh: bool,
) -> Iterator[Progress | Skipped | Case]:  # fmt: skip
    with suppress(_CancelledError):
        with workers:
            yield from _read(dossier, paths, manner, workers, cancelled)
            _go_on_unless(cancelled)
            read_as_told(dossier)
            indexing = _indexing_beside(dossier, workers)
            yield from _match(dossier, workers, cancelled, afresh=afresh)
            yield from _index(dossier, workers, indexing, cancelled)
        _go_on_unless(cancelled)
        yield from _cases(dossier)


def _read(
    dossier: Dossier, paths: Sequence[Path], manner: Manner, workers: Workers, cancelled: Callable[[], bool]
) -> Iterator[Progress | Skipped]:  # fmt: skip
    """Read what is new or has changed, and tell of what is still skipped."""
    names = list(names_of_files(paths))
    yield Progress("reading", 0, len(names))
    told: set[Skipped] = set()
    tried: set[str] = set()
    stays = in_their_order(names)
    asks, suspects, others = to_read(names, dossier.files.known(), reader_name(manner))
    for path in gone(paths, names, others):
        dossier.files.forget(path)
    while asks or suspects or (asks := _read_again(dossier, names, tried)):
        for happened in read_all(dossier.files, asks, suspects, workers, manner, cancelled, tried, stays):
            if isinstance(happened, Skipped):
                told.add(happened)
            yield happened
        if cancelled():
            return
        asks, suspects = [], []
    here = set(names)
    dossier.files.unlist([path for path in dossier.files.listed() if path not in here and not may_be_there(path)])
    yield from (one for one in dossier.files.skipped(names) if one not in told)
    yield Progress("reading", len(names), len(names), articles=dossier.size())


def _read_again(dossier: Dossier, names: Iterable[str], tried: Collection[str]) -> list[Ask]:
    """Return the files to read because an article that was given up may stand in them too."""
    waiting = dossier.files.waiting().difference(tried)
    return [Ask(name, "") for name in names if name in waiting] if waiting else []


def _match(dossier: Dossier, workers: Workers, cancelled: Callable[[], bool], *, afresh: bool) -> Iterator[Progress]:
    """Compare what waits for it; the findings are replaced all at once."""
    waiting, said = dossier.pending("matching"), dossier.corrections.said()
    if not waiting and not (afresh and dossier.size()):
        return
    yield Progress("matching", 0, 1)
    few = not afresh and neighbours.few(dossier)
    if few:
        findings = neighbours.look(dossier, waiting)
        _go_on_unless(cancelled)
        dossier.replace_findings_of(waiting, findings, said)
    else:
        width = workers.width(dossier.size())
        many = width > 1 and dossier.size() >= _MANY_TO_COMPARE
        if many:
            workers.restart()  # without what reading has made them remember
        archive = Kept.of(dossier, afar=width > 1 and workers.share_disk)
        spread = partial(workers.spread, passing=many) if width > 1 else map
        aside = dossier.folder if dossier.is_kept else None
        asking = _until(cancelled, spread)
        with closing(Judged(archive, dossier.settings.get("model"), said, asking, aside)) as judged:
            _go_on_unless(cancelled)
            dossier.replace_findings(judged.ready(), judged.learned, said)
    yield Progress("matching", 1, 1, fresh=tuple(waiting) if few else ())


class _CancelledError(Exception):
    """The person wants no more of it."""


def _go_on_unless(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise _CancelledError


def _until(cancelled: Callable[[], bool], spread: Spread) -> Spread:
    """Return a way to have tasks done that asks between any two pieces whether to go on."""

    def asking(task: Callable[[Any], Any], pieces: Iterable[Any]) -> Iterator[Any]:
        made = spread(task, pieces)  # which hands out the first of them now

        def unless_cancelled() -> Iterator[Any]:
            for each in made:
                _go_on_unless(cancelled)
                yield each

        return unless_cancelled()

    return asking


def _indexing_beside(dossier: Dossier, workers: Workers) -> Future[_Indexed] | None:
    """Let another process index what is new while this one compares, where that is much."""
    waiting = len(dossier.pending("indexing"))
    if not dossier.is_kept or waiting < _MANY_TO_INDEX or workers.processes == 1:
        return None
    return workers.beside(index_folder, str(dossier.folder), workers.wanted)


def _index(
    dossier: Dossier, workers: Workers, indexing: Future[_Indexed] | None, cancelled: Callable[[], bool]
) -> Iterator[Progress]:
    """Bring the full-text index up to date; it is filled again when it is missing or damaged."""
    if not dossier.is_kept:
        return
    yield Progress("indexing", 0, 1)
    done = _awaited(workers, indexing, cancelled) if indexing is not None else None
    dossier.done("indexing", *(done or _update_index(dossier, cancelled)))
    yield Progress("indexing", 1, 1)


def _awaited(workers: Workers, indexing: Future[_Indexed], cancelled: Callable[[], bool]) -> _Indexed | None:
    """Return what another process has indexed, None where it was ended: what it has not done is to be done here."""
    if not workers.awaited(indexing, cancelled):
        raise _CancelledError
    try:
        return indexing.result()
    except (BrokenExecutor, _CancelledError):
        return None


def index_folder(folder: str, wanted: str) -> _Indexed:
    """Bring the index of a dossier's folder up to date, in a process of its own, while the others leave it time.

    It stops when there is no file `wanted` any more. Returns what `Dossier.done` is to note by who compares meanwhile:
    that one writes the dossier.
    """
    if hasattr(os, "nice"):
        os.nice(_AFTER_OTHERS)
    with Dossier(Path(folder)) as dossier:
        return _update_index(dossier, lambda: not os.path.exists(wanted))  # noqa: PTH110 - asked before every article


def _update_index(dossier: Dossier, cancelled: Callable[[], bool]) -> _Indexed:
    """Bring the index up to date; return the ids of the articles that it has taken in or let go.

    And the number of the last correction that it may know of.
    """
    neighbours.prepare(dossier)
    waiting, said = dossier.pending("indexing"), dossier.corrections.said()
    with open_index(dossier.index_folder, dossier) as index:
        fresh = [id_ for id_ in waiting if dossier.has(id_)]
        if waiting or not index.is_current():
            gone = [id_ for id_ in waiting if not dossier.has(id_)]
            index.update(_some_at_a_time(dossier, fresh), gone, lambda: _go_on_unless(cancelled))
    return waiting, said.last


def _some_at_a_time(dossier: Dossier, ids: Sequence[str]) -> Iterator[Document]:
    """Yield articles; what writing those before has taken goes back to the system now and then."""
    for start in range(0, len(ids), _GIVEN_BACK):
        yield from dossier.documents(ids[start : start + _GIVEN_BACK])
        give_back()


def _cases(dossier: Dossier) -> Iterator[Case]:
    """Yield all findings with their documents, best first."""
    yield from (first := dossier.cases(limit=_FIRST))
    if len(first) == _FIRST:
        numbers = dossier.in_order()
        for start in range(_FIRST, len(numbers), _PAGE):
            yield from dossier.cases(Selection(numbers=tuple(numbers[start : start + _PAGE])))
