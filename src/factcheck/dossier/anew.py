"""All findings anew: they are written beside those in force and take their place in a moment, so that nobody waits.

There may be millions, which take minutes; as one transaction that would keep a person's decisions from being written.
"""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from factcheck.errors import DossierError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.dossier.database import Database

COMING = "coming_"  # what tables are called before they are in force,
_GONE = "gone_"  # and after
_TABLES = ("finding_records", "findings")  # the first refers to the second
NOT_IN_FORCE = tuple(f"{when}{table}" for when in (COMING, _GONE) for table in _TABLES)
_ANEW = "_anew"  # an index cannot be renamed: those of every other filling end so
_TOGETHER = 20_000  # rows that are deleted at once


@contextmanager
def beside(database: Database) -> Iterator[None]:
    """Have empty tables, without indexes and triggers, beside those of findings; they are gone when this ends.

    So are those that have been replaced. No other transaction may be open. Raises DossierError.
    """
    clear(database)
    with database.transaction(lasting=False):
        for table in _TABLES:
            database.write(_coming(database.value("SELECT sql FROM sqlite_master WHERE name = ?", (table,))))
    try:
        yield
    except BaseException:
        with suppress(DossierError):  # what is left, of a full disk, goes next time
            clear(database)
        raise
    clear(database)


def make_indexes(database: Database) -> None:
    """Make the indexes of what has been filled: all at once takes a third of the time of keeping them up to date."""
    for name, sql in _made(database, "index", "findings"):
        other = name.removesuffix(_ANEW) if name.endswith(_ANEW) else f"{name}{_ANEW}"
        with database.transaction(lasting=False):
            database.write(_coming(sql.replace(name, other, 1)))


def clear(database: Database) -> None:
    """Let go of the tables that are not in force, also those that another filling, cut short, has left.

    No transaction may be open. Raises DossierError.
    """
    for table in NOT_IN_FORCE:
        if not database.value("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)):
            continue
        for name, _ in _made(database, "index", table):
            with database.transaction(lasting=False):
                database.write(f"DROP INDEX {name}")
        for last in range(0, database.value(f"SELECT coalesce(max(number), 0) FROM {table}") + 1, _TOGETHER):
            with database.transaction(lasting=False):
                database.write(f"DELETE FROM {table} WHERE number <= ?", (last + _TOGETHER,))
        with database.transaction(lasting=False):
            database.write(f"DROP TABLE {table}")


def put_in_place(database: Database) -> None:
    """Put what has been filled in place of what is in force, inside a transaction of the caller."""
    triggers = _made(database, "trigger", "findings")
    for name, _ in triggers:
        database.write(f"DROP TRIGGER {name}")
    for old, new in (("", _GONE), (COMING, "")):
        for table in _TABLES:
            database.write(f"ALTER TABLE {old}{table} RENAME TO {new}{table}")
    for _, sql in triggers:
        database.write(sql)


def _coming(sql: str) -> str:
    """Return what makes a table or an index, for the tables that are coming."""
    return re.sub(rf"\b({'|'.join(_TABLES)})\b", rf"{COMING}\1", sql)


def _made(database: Database, kind: str, table: str) -> list[tuple[str, str]]:
    """Return the names of a table's indexes or triggers, and what makes them."""
    sql = "SELECT name, sql FROM sqlite_master WHERE type = ? AND tbl_name = ? AND sql NOT NULL ORDER BY name"
    return [(name, made) for name, made in database.rows(sql, (kind, table))]
