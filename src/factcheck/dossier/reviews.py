"""What people decided: a log that only grows.

Undo and redo are entries of their own, so that both work across restarts and nothing is ever lost. Reviews belong to
finding ids, which are the same whenever the same two claims meet: a finding may vanish and come back to its review.
Where an article was edited, `reviewed` knows which ids are of the same finding.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.dossier import reviewed
from factcheck.model import Review, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.dossier.database import Database
    from factcheck.model import Document

COLUMNS = 'finding, verdict, note, reviewer, "when", reason'

# A review is in force unless the last thing done about it was to undo it.
_STANDING = """
    action = 'review' AND 'undo' IS NOT
    (SELECT later.action FROM reviews AS later WHERE later.target = reviews.number ORDER BY later.number DESC LIMIT 1)
"""


# The undoing that redo takes back: the last one, unless something was reviewed since.
_UNDONE = """
    undoing.action = 'undo' AND undoing.number > (SELECT max(number) FROM reviews WHERE action = 'review')
    AND NOT EXISTS (SELECT 1 FROM reviews AS later
                    WHERE later.target = undoing.target AND later.number > undoing.number)
    ORDER BY undoing.number DESC LIMIT 1
"""

# All ids of the finding with one of them.
_FAMILY = """
    (SELECT ?1 UNION SELECT finding FROM reviewed
     WHERE subject = (SELECT subject FROM reviewed WHERE finding = ?1))
"""


def read(row: tuple[Any, ...]) -> Review:
    """Return the review of a row with `COLUMNS`."""
    finding, verdict, note, reviewer, when, reason = row
    return Review(finding, Verdict(verdict), note, reviewer, datetime.fromisoformat(when), reason)


def add(database: Database, review: Review, document: Callable[[str], Document]) -> None:
    """Write a review to the log; when this returns it is on the disk."""
    with database.transaction():
        put(database, review, document)


def put(database: Database, review: Review, document: Callable[[str], Document]) -> None:
    """Write a review to the log, inside a transaction of the caller."""
    reviewed.note(database, review.finding, document)
    number = _log(database, "review", None, review)
    _put_in_force(database, review.finding, number)


def in_force(database: Database, finding: str) -> Review | None:
    """Return the review that counts for a finding, None if it is open."""
    rows = database.rows(
        f"SELECT {COLUMNS} FROM reviews WHERE number = (SELECT number FROM reviews_in_force WHERE finding = ?)",
        (finding,),
    )
    return read((finding, *rows[0][1:])) if rows else None


def history(database: Database, finding: str) -> list[Review]:
    """Return what was decided on a finding, oldest first, with what undoing and redoing left in force each time."""
    rows = database.rows(f"SELECT {COLUMNS} FROM reviews WHERE finding IN {_FAMILY} ORDER BY number", (finding,))
    return [read((finding, *row[1:])) for row in rows]


class LogEntry(NamedTuple):
    """A line of the log: `action` is "review", "undo" or "redo"; the quotes are empty where they are not known."""

    number: int
    action: str
    review: Review
    a_quote: str
    b_quote: str


def log(database: Database) -> list[LogEntry]:
    """Return the whole log, oldest first."""
    columns = ", ".join(f"reviews.{column}" for column in COLUMNS.split(", "))
    rows = database.rows(
        f"""SELECT number, action, {columns}, coalesce(a_quote, ''), coalesce(b_quote, '')
            FROM reviews LEFT JOIN reviewed ON reviewed.finding = reviews.finding ORDER BY number"""
    )
    return [LogEntry(number, action, read(tuple(row)), a, b) for number, action, *row, a, b in rows]


def last(database: Database) -> tuple[datetime | None, datetime | None]:
    """Return when the review that undo takes back was given, and when what redo puts back was undone."""
    done = database.value(f'SELECT "when" FROM reviews WHERE {_STANDING} ORDER BY number DESC LIMIT 1')
    undone = database.value(f'SELECT undoing."when" FROM reviews AS undoing WHERE {_UNDONE}')
    return tuple(datetime.fromisoformat(when) if when else None for when in (done, undone))  # type: ignore[return-value]


def undo(database: Database) -> Review | None:
    """Take back the last review that is in force; return it, or None if there is none."""
    with database.transaction():
        rows = database.rows(f"SELECT number, {COLUMNS} FROM reviews WHERE {_STANDING} ORDER BY number DESC LIMIT 1")
        if not rows:
            return None
        number, undone = rows[0][0], read(rows[0][1:])
        earlier = database.rows(
            f"SELECT number, {COLUMNS} FROM reviews WHERE {_STANDING} AND finding IN {_FAMILY} AND number < ?2 "
            "ORDER BY number DESC LIMIT 1",
            (undone.finding, number),
        )
        left = read(earlier[0][1:]) if earlier else Review(undone.finding, Verdict.OPEN, "", undone.reviewer, _now())
        _log(database, "undo", number, left)
        _put_in_force(database, undone.finding, earlier[0][0] if earlier else None)
    return undone


def redo(database: Database) -> Review | None:
    """Put back what was undone last, unless something was reviewed since; return it, or None if there is none."""
    with database.transaction():
        rows = database.rows(
            f"""SELECT number, {COLUMNS} FROM reviews WHERE number = (
                    SELECT undoing.target FROM reviews AS undoing WHERE {_UNDONE})"""
        )
        if not rows:
            return None
        number, redone = rows[0][0], read(rows[0][1:])
        _log(database, "redo", number, redone)
        _put_in_force(database, redone.finding, number)
    return redone


def _now() -> datetime:
    return datetime.now(UTC)


def _log(database: Database, action: str, target: int | None, review: Review) -> int:
    when = review.when if action == "review" else _now()
    return database.write(
        f"INSERT INTO reviews (action, target, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (action, target, review.finding, review.verdict.value, review.note, review.reviewer, when.isoformat(),
         review.reason),
    )  # fmt: skip


def _put_in_force(database: Database, finding: str, number: int | None) -> None:
    """Let a review count for a finding, under all ids that it had; without one it is open."""
    for (name,) in database.rows(f"SELECT * FROM {_FAMILY}", (finding,)):
        if number is None:
            database.write("DELETE FROM reviews_in_force WHERE finding = ?", (name,))
        else:
            database.write("INSERT OR REPLACE INTO reviews_in_force VALUES (?, ?)", (name, number))
        database.write(
            """UPDATE findings SET verdict = coalesce(
                   (SELECT verdict FROM reviews JOIN reviews_in_force USING (number)
                    WHERE reviews_in_force.finding = findings.id), 'open')
               WHERE id = ?""",
            (name,),
        )
