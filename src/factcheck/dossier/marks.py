"""The marks of articles (`checking.reading.marks`), and by mark the articles that have it.

What few new articles share with all others is looked up mark by mark (`holders`): a table by mark is made now and then
of all that is there (`gather`), in stretches of marks, some at a time; what came since is few, and looked through.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.dossier.database import Database

_STRETCH = 20  # bits of a mark within a stretch: of 32, so that there are 4096 stretches
_ALL = 1 << (32 - _STRETCH)
_BEGUN, _MADE = -1, _ALL  # rows beside those of stretches: up to which article they are being made, and are all made
_AT_ONCE = 1 << 22  # marks that are sorted at once, some 100 MB
_TOGETHER = 2_000  # articles whose marks are read at once
_ONE_IN = 64  # more than one article in so many that came since, and all are gathered anew


def put(database: Database, document: str, marks: bytes | None) -> None:
    """Keep the marks of an article in place of those before, or none; inside a transaction."""
    database.write("DELETE FROM marks WHERE document = ?", (document,))
    if marks is not None:
        database.write("INSERT INTO marks (document, marks) VALUES (?, ?)", (document, marks))


def of(database: Database, documents: Iterable[str]) -> dict[str, bytes]:
    """Return the marks of some articles, 32 bits each, by their ids. Raises DossierError."""
    return {
        id_: marks
        for document in documents
        for id_, marks in database.rows("SELECT document, marks FROM marks WHERE document = ?", (document,))
    }


def holders(database: Database, wanted: frozenset[int], most: int) -> dict[int, list[int]]:
    """Return the numbers of the articles that have a mark, for those that no more than `most` have.

    Raises DossierError.
    """
    found: dict[int, list[int]] = defaultdict(list)
    known: dict[int, int] = defaultdict(int)  # up to which article those found are all
    gone = {number for (number,) in database.rows("SELECT number FROM gone")}
    for stretch, some in groupby(sorted(wanted), key=lambda mark: mark >> _STRETCH):
        rows = database.rows("SELECT last, marks, numbers FROM holders WHERE stretch = ?", (stretch,))
        last, *its = rows[0] if rows else (0, b"", b"")
        marks, numbers = (array("I", each) for each in its)
        for mark in some:
            if here := numbers[bisect_left(marks, mark) : bisect_right(marks, mark)]:
                found[mark], known[mark] = list(here), last
    for mark, had in found.items():
        if len(had) - len(gone) <= most:
            found[mark] = [number for number in had if number not in gone]
    for number, its in database.rows("SELECT number, marks FROM marks WHERE number > ?", (_last(database),)):
        for mark in wanted.intersection(array("I", its)):
            if number > known[mark]:
                found[mark].append(number)
    return {mark: having for mark, having in found.items() if 0 < len(having) <= most}


def documents(database: Database, numbers: Iterable[int]) -> dict[int, str]:
    """Return the ids of the articles with some numbers. Raises DossierError."""
    sql = "SELECT number, document FROM marks WHERE number IN (SELECT value FROM json_each(?))"
    return dict(database.rows(sql, (json.dumps(list(numbers)),)))


def gather(database: Database) -> None:
    """Make the table by mark anew, where much has come or gone since it was made; others can write meanwhile.

    Raises DossierError.
    """
    other = "SELECT (SELECT count(*) FROM marks WHERE number > ?) + (SELECT count(*) FROM gone)"
    if database.value(other, (_last(database),)) * _ONE_IN <= database.value("SELECT count(*) FROM documents"):
        return
    last, marks = database.rows("SELECT coalesce(max(number), 0), total(length(marks)) / 4 FROM marks")[0]
    with database.transaction(lasting=False):
        _note(database, _BEGUN, last)  # from now on, whichever of these goes is noted as gone
        gone = database.rows("SELECT number FROM gone")
    at_once = max(1, int(_ALL * _AT_ONCE / max(1, marks)))
    for first in range(0, _ALL, at_once):
        stretches = range(first, min(first + at_once, _ALL))
        made = [(stretch, last, *its) for stretch, its in _sorted(database, stretches, last)]
        with database.transaction(lasting=False):
            database.write("DELETE FROM holders WHERE stretch BETWEEN ? AND ?", (stretches[0], stretches[-1]))
            database.write_many("INSERT INTO holders VALUES (?, ?, ?, ?)", made)
    with database.transaction(lasting=False):
        _note(database, _MADE, last)
        database.write_many("DELETE FROM gone WHERE number = ?", gone)


def _note(database: Database, row: int, last: int) -> None:
    database.write("INSERT OR REPLACE INTO holders VALUES (?, ?, x'', x'')", (row, last))


def _last(database: Database) -> int:
    """Return the number of the last article that the whole table by mark knows of."""
    return int(database.value("SELECT last FROM holders WHERE stretch = ?", (_MADE,)) or 0)


def _sorted(database: Database, stretches: range, until: int) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
    """Yield stretches that are not empty with their marks, in order, and the number of an article for each.

    Articles `until` a number count.
    """
    import numpy as np

    first, last = stretches.start << _STRETCH, (stretches.stop << _STRETCH) - 1
    parts = []
    for numbers, marks in _all(database, until):
        each = np.frombuffer(b"".join(marks), "<u4").astype(np.uint64)
        article = np.repeat(np.array(numbers, np.uint64), [len(its) // 4 for its in marks])
        parts.append((each << np.uint64(32) | article)[(each >= first) & (each <= last)])
    both = np.sort(np.concatenate(parts)) if parts else np.empty(0, np.uint64)
    each, article = (both >> np.uint64(32)).astype("<u4"), both.astype("<u4")
    edges = np.searchsorted(both, np.array(stretches, np.uint64) << np.uint64(_STRETCH + 32)).tolist()
    for stretch, start, end in zip(stretches, edges, [*edges[1:], len(both)], strict=True):
        if start < end:
            yield stretch, (each[start:end].tobytes(), article[start:end].tobytes())


def _all(database: Database, until: int) -> Iterator[tuple[list[int], list[bytes]]]:
    """Yield the numbers of all articles until one, and their marks, some at a time."""
    last = 0
    sql = "SELECT number, marks FROM marks WHERE number > ? AND number <= ? ORDER BY number LIMIT ?"
    while rows := database.rows(sql, (last, until, _TOGETHER)):
        last = rows[-1][0]
        yield [number for number, _ in rows], [marks for _, marks in rows]
