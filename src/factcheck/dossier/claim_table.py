"""The table of figures that search asks: its rows, and a filter as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.dossier import records
from factcheck.dossier.schema import RANK
from factcheck.dossier.texts import storable
from factcheck.language.folding import fold
from factcheck.model import NOT_QUANTITIES, Claim, article_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import date

    from factcheck.dossier.database import Database
    from factcheck.model import FigureFilter

INSERT = "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SUBJECTS = ("indicator", "noun", "part")
_FIRST, _LAST = 0, 99991231  # of an open period


def rows(key: int, claims: Iterable[Claim]) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each quantity of an article."""
    for claim in claims:
        if claim.kind in NOT_QUANTITIES:
            continue
        values, scope, period = claim.quantity.values, claim.scope, claim.scope.period
        yield (
            key,
            claim.span.start,
            float(values[0]) if values else None,
            float(values[-1]) if values else None,
            claim.quantity.unit,
            claim.kind.value,
            claim.role.value,
            scope.indicator,
            scope.noun and storable(fold(scope.noun)),
            scope.group,
            scope.place and storable(" ".join(fold(scope.place).split())),
            _day(period.start, _FIRST) if period else None,
            _day(period.end, _LAST) if period else None,
        )


def put(database: Database, document: str, claims: Sequence[Claim]) -> int:
    """Keep the rows of an article in place of those that were there; return how many quantities it has."""
    key = article_key(document)
    database.write("DELETE FROM claims WHERE article = ?", (key,))
    database.write_many(INSERT, rows(key, claims))
    return sum(claim.kind not in NOT_QUANTITIES for claim in claims)


def select(wanted: FigureFilter, stands: Callable[[str, list[Any]], bool] = lambda *_: True) -> tuple[str, list[Any]]:
    """Return the SQL that selects the articles with a figure as wanted, and its values.

    `stands` tells whether any figure fulfils a condition: what nothing fulfils would keep an index from being used.
    """
    parts: list[str] = []
    values: list[Any] = []

    def among(column: str, choice: Collection[str]) -> str:
        values.extend(sorted(choice))
        return f"{column} IN ({', '.join('?' * len(choice))})"

    if wanted.units:
        parts.append(among("unit", wanted.units))
    for choice in wanted.about:
        said = [f"{column} IN ({', '.join('?' * len(choice))})" for column in _SUBJECTS]
        said = [one for one in said if stands(one, sorted(choice))] or said[:1]
        parts.append(f"({' OR '.join(said)})")
        values.extend(sorted(choice) * len(said))
    if wanted.places is not None:
        parts.append(among("place", wanted.places))
    if wanted.period is not None:
        parts.append("first <= ? AND last >= ?")
        values += [_day(wanted.period.end, _LAST), _day(wanted.period.start, _FIRST)]
    if wanted.roles:
        parts.append(among("role", wanted.roles))
    source, join = "claims", ""
    judged = []
    if wanted.relations:
        judged.append(f"relation IN ({', '.join(str(RANK[relation]) for relation in sorted(wanted.relations))})")
    if wanted.verdicts:
        named = ", ".join(f"'{verdict.value}'" for verdict in sorted(wanted.verdicts))
        judged.append(f"verdict IN ({named})")
    if judged:
        source = " UNION ".join(
            f"SELECT {side}_article AS article, {side}_start AS start FROM findings WHERE {' AND '.join(judged)}"
            for side in "ab"
        )
        source, join = f"({source})", " JOIN claims USING (article, start)"
    valued = wanted.low is not None or wanted.high is not None
    if not parts and not valued:
        return f"SELECT DISTINCT article FROM {source}", values
    if not valued:
        return f"SELECT DISTINCT article FROM {source}{join} WHERE {' AND '.join(parts)}", values
    low = float("-inf") if wanted.low is None else float(wanted.low)
    high = float("inf") if wanted.high is None else float(wanted.high)
    # Nearly all figures state one value; ranges have an index of their own for the other.
    one = [*parts, "low BETWEEN ? AND ?"]
    other = [f"likely({part})" for part in parts] + ["low < high AND high BETWEEN ? AND ?"]  # so that it is used
    selects = (f"SELECT article FROM {source}{join} WHERE {' AND '.join(which)}" for which in (one, other))
    return " UNION ".join(selects), [*values, low, high] * 2


def articles_with(database: Database, wanted: FigureFilter) -> list[int]:
    """Return the keys (`model.article_key`) of the articles with a figure that a filter asks for."""

    def stands(condition: str, values: list[Any]) -> bool:
        return database.value(f"SELECT 1 FROM claims WHERE {condition} LIMIT 1", values) is not None

    sql, values = select(wanted, stands)
    return [key for (key,) in database.rows(sql, values)]


def places(database: Database) -> list[str]:
    """Return the names of all places, folded."""
    # One step in the index a name; DISTINCT would read it whole.
    rows = database.rows(
        """WITH RECURSIVE names(place) AS (
               SELECT min(place) FROM claims
               UNION ALL
               SELECT (SELECT min(place) FROM claims WHERE place > names.place) FROM names WHERE place IS NOT NULL)
           SELECT place FROM names WHERE place IS NOT NULL"""
    )
    return [place for (place,) in rows]


def units(database: Database) -> list[str]:
    """Return all units, the most frequent first."""
    rows = database.rows("SELECT unit FROM claims WHERE unit IS NOT NULL GROUP BY unit ORDER BY count(*) DESC")
    return [unit for (unit,) in rows]


def fill(connection: sqlite3.Connection) -> None:
    """Fill the table from the records of a dossier that did not have it."""
    for (document,) in connection.execute("SELECT document FROM contents").fetchall():
        (record,) = connection.execute("SELECT claims FROM contents WHERE document = ?", (document,)).fetchone()
        connection.executemany(INSERT, rows(article_key(document), records.read_all(Claim, record)))
    for number, finding in records.findings(connection):
        match = finding.match
        connection.execute(
            "UPDATE findings SET a_article = ?, a_start = ?, b_article = ?, b_start = ? WHERE number = ?",
            (
                article_key(match.a.document),
                match.a.span.start,
                article_key(match.b.document),
                match.b.span.start,
                number,
            ),
        )


def _day(day: date | None, open_end: int) -> int:
    return open_end if day is None else day.year * 10_000 + day.month * 100 + day.day
