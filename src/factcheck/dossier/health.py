"""Whether a dossier's file is whole, and how what is left of a damaged one is saved."""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.dossier import schema
from factcheck.dossier.database import NAME, Database
from factcheck.dossier.keeping import set_aside
from factcheck.dossier.locks import alone
from factcheck.errors import DossierError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# What cannot be made again comes first; findings are compared anew, and the index is filled anew.
_SAVED = (
    "reviews",
    "reviews_in_force",
    "reviewed",
    "corrections",
    "settings",
    "documents",
    "contents",
    "claims",
    "marks",
    "known",
    "as_read",
    "skipped",
)
_LOGS = {"reviews": "target", "corrections": "step"}  # and the column by which an entry points to an earlier one
_KEYS = {
    "reviews_in_force": "finding",
    "reviewed": "finding",
    "settings": "name",
    "documents": "id",
    "as_read": "document",
    "known": "document",
    "claims": "article",
}


class Saved(NamedTuple):
    """What was saved of a damaged dossier: numbers of reviews and articles, and where the damaged file is kept."""

    reviews: int
    articles: int
    damaged: Path


def problems(folder: Path) -> list[str]:
    """Return what is wrong with the dossier of a folder, in words; nothing if it is whole. Reads the whole file."""
    try:
        database = Database(folder, read_only=True)
    except DossierError as error:
        return [str(error)]
    try:
        database.check()
        lost = database.value("SELECT count(*) FROM documents WHERE id NOT IN (SELECT document FROM contents)")
        dangling = database.rows("PRAGMA foreign_key_check")
    except DossierError as error:
        return [str(error)]
    finally:
        database.close()
    found = []
    if lost:
        found.append(f"The texts of {lost} articles are missing. Repair the dossier, and check the articles again.")
    if dangling:
        found.append(f"{len(dangling)} entries point to what is not there. Repair the dossier.")
    return found


def repair(folder: Path) -> Saved:
    """Make a new file of all that can still be read of a folder's dossier; the damaged one is kept beside it.

    Reviews come first. The articles that could be saved are compared anew at the next check. Raises DossierError where
    nothing of a dossier can be read, or nothing written.
    """
    if not os.path.isfile(folder / NAME):  # noqa: PTH113 - a Path raises where the disk does not answer
        raise DossierError(f"There is no dossier in {folder}. Choose another folder.")
    if _is_newer(folder / NAME):
        raise DossierError("This dossier was made by a newer factcheck. Install the newest version to open it.")
    making = folder / f".repair-{uuid.uuid4().hex[:8]}"
    try:
        with alone(folder), closing(sqlite3.connect(folder / NAME)) as old:
            old.execute("PRAGMA writable_schema = ON")  # so that one table that is lost does not hide the others
            making.mkdir()
            with closing(Database(making)) as fresh, fresh.transaction():
                numbers = {table: _save(old, fresh, table) for table in _SAVED}
                _tidy(fresh)
                articles = fresh.value("SELECT count(*) FROM documents")
            old.close()
            damaged = set_aside(folder, "damaged")
            (making / NAME).replace(folder / NAME)
    except OSError as error:
        raise DossierError(f"The folder {folder} cannot be written. Copy it elsewhere, and repair the copy.") from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    if not any(numbers.values()):
        raise DossierError(
            f"Nothing could be read of the damaged dossier, which is kept as {damaged.name}. Restore a backup, or "
            "check the articles again."
        )
    return Saved(numbers["reviews"], articles, damaged)


def _is_newer(file: Path) -> bool:
    """Return whether a file says of itself that a newer factcheck made it (SQLite's database file format, 1.3)."""
    try:
        with file.open("rb") as opened:
            head = opened.read(72)
    except OSError:
        return False
    ours = head.startswith(b"SQLite format 3\0") and int.from_bytes(head[68:], "big") == schema.APPLICATION
    return ours and int.from_bytes(head[60:64], "big") > schema.VERSION


def _tidy(fresh: Database) -> None:
    """Leave out what belongs to nothing that was saved; all articles wait for the steps after reading."""
    fresh.write("DELETE FROM documents WHERE id NOT IN (SELECT document FROM contents)")
    fresh.write("DELETE FROM contents WHERE document NOT IN (SELECT id FROM documents)")
    for table in ("marks", "known", "as_read"):
        fresh.write(f"DELETE FROM {table} WHERE document NOT IN (SELECT id FROM documents)")
    fresh.write("DELETE FROM reviews_in_force WHERE number NOT IN (SELECT number FROM reviews)")
    fresh.write('UPDATE documents SET differ = 0, "check" = 0, agree = 0')
    for step in ("matching", "indexing"):
        fresh.write(f"INSERT OR IGNORE INTO pending SELECT '{step}', id FROM documents")


def _save(old: sqlite3.Connection, fresh: Database, table: str) -> int:
    """Copy the rows of a table that can be read; return how many."""
    fresh.write("PRAGMA defer_foreign_keys = ON")
    columns = [name for _, name, *_ in fresh.rows(f"PRAGMA table_info({table})")]
    there: list[str] = []
    with suppress(sqlite3.DatabaseError):
        there = [name for _, name, *_ in old.execute(f"PRAGMA table_info({table})") if name in columns]
    if not there:
        return 0
    named = ", ".join(f'"{name}"' for name in there)
    rows = _rows(old, table, named)
    if table in _LOGS:
        rows = _linked(rows, there.index("number"), there.index("action"), there.index(_LOGS[table]))
    saved = 0
    for row in rows:
        with suppress(DossierError):
            fresh.write(f"INSERT OR IGNORE INTO {table} ({named}) VALUES ({', '.join('?' * len(there))})", row)
            saved += 1
    return saved


def _linked(rows: Iterable[tuple[Any, ...]], number: int, action: int, to: int) -> Iterator[tuple[Any, ...]]:
    """Yield the entries of a log in order, none pointing to one that is lost.

    What was kept together with a lost entry goes on with the first that is left; what undid or redid nothing that is
    left is left out.
    """
    ordered = sorted(rows, key=lambda row: row[number])
    left = {row[number] for row in ordered}
    first: dict[int, int] = {}
    for row in ordered:
        at = row[to]
        if at is None or at in left:
            yield row
        elif row[action] in {"undo", "redo"}:
            if at in first:
                yield (*row[:to], first[at], *row[to + 1 :])
        else:
            yield (*row[:to], first.get(at), *row[to + 1 :])
            first.setdefault(at, row[number])


def _rows(old: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that can be read: as they come where the table is whole, else from both ends and one by one."""
    query = f"SELECT {columns} FROM {table}"
    try:
        for _ in old.execute(query):  # a table may be too large to hold
            pass
    except sqlite3.DatabaseError:
        pass
    else:
        yield from old.execute(query)
        return
    key = _KEYS.get(table, "rowid")
    seen: set[int] = set()
    for direction in ("", " DESC"):
        with suppress(sqlite3.DatabaseError):
            for at, *row in old.execute(f"SELECT {key}, {columns} FROM {table} ORDER BY {key}{direction}"):
                same = at if key == "rowid" else hash(tuple(row))  # an article has many figures
                if same not in seen:
                    seen.add(same)
                    yield tuple(row)
    if key == "rowid":
        for at in _between(seen):
            with suppress(sqlite3.DatabaseError):
                yield from old.execute(f"SELECT {columns} FROM {table} WHERE rowid = ?", (at,)).fetchall()


def _between(seen: set[int]) -> Iterator[int]:
    """Yield the numbers between those that were seen."""
    yield from (number for number in range(1, max(seen, default=0)) if number not in seen)
