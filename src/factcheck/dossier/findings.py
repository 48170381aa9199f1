"""Findings on their way into the store: all of them anew, or those about some articles."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from factcheck.dossier import articles, learned, records
from factcheck.dossier.schema import RANK
from factcheck.dossier.texts import Quoted, storable
from factcheck.errors import DossierError
from factcheck.model import Finding, article_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from typing import TypeAlias

    from factcheck.dossier.database import Database
    from factcheck.model import Document

    Taught: TypeAlias = Iterable[tuple[str, str, str, str, float]]  # word pairs, as `learned.replace` takes them


def replace(
    database: Database, findings: Iterable[Finding], document: Callable[[str], Document], taught: Taught | None = None
) -> None:
    """Keep findings in place of all that were there, and so what the articles `taught`; nothing waits any more.

    Raises DossierError, and keeps what was there, where one is about an article that is not in the dossier.
    """
    rows = _rows(database, findings, document)
    with database.transaction(lasting=False):
        database.write("DELETE FROM finding_records")
        database.write("DELETE FROM findings")
        _add(database, rows)
        database.write("""UPDATE documents SET differ = 0, "check" = 0, agree = 0 WHERE differ OR "check" OR agree""")
        articles.count(database, {side for row in rows for side in row.sides})
        if taught is not None:
            learned.replace(database, taught)
        database.write("DELETE FROM pending WHERE step IN ('matching', 'settling')")


def replace_of(
    database: Database, about: Collection[str], findings: Iterable[Finding], document: Callable[[str], Document]
) -> None:
    """Keep findings with a side in some articles in place of those that were there; these articles wait to settle.

    Raises DossierError.
    """
    rows = _rows(database, findings, document)
    changed = {side for row in rows for side in row.sides}
    with database.transaction(lasting=False):
        for id_ in about:
            before = database.rows("SELECT number, a, b FROM findings WHERE a = ? OR b = ?", (id_, id_))
            changed.update(side for _, *sides in before for side in sides)
            database.write_many("DELETE FROM findings WHERE number = ?", [(number,) for number, *_ in before])
            database.write("DELETE FROM pending WHERE step = 'matching' AND document = ?", (id_,))
            database.write("INSERT OR IGNORE INTO pending VALUES ('settling', ?)", (id_,))
        _add(database, rows)
        articles.count(database, changed)


def read(record: str, under: str) -> Finding:
    """Return the finding of a record, under the lead that it has now: another may have gone with its article."""
    found = records.read(Finding, record)
    return found if found.under == under else dataclasses.replace(found, under=under)


class _Row(NamedTuple):
    sides: tuple[str, str]
    columns: tuple[object, ...]
    texts: tuple[str, str]


def _rows(database: Database, findings: Iterable[Finding], document: Callable[[str], Document]) -> list[_Row]:
    """Return what is written of findings, of those with the same id the first, before anything is locked."""
    by_id: dict[str, Finding] = {}
    for finding in findings:
        by_id.setdefault(finding.id, finding)
    languages = dict(database.rows("SELECT id, language FROM documents"))
    quoted = Quoted(document)
    rows = []
    for id_, finding in by_id.items():
        a, b = finding.match.a, finding.match.b
        sides = (a.document, b.document)
        if a.document not in languages or b.document not in languages:
            raise DossierError("A finding is about an article that is not in the dossier. Check the articles again.")
        columns = (
            id_, RANK[finding.relation], finding.match.score, *sides, languages[a.document], languages[b.document],
            article_key(a.document), a.span.start, article_key(b.document), b.span.start,
            finding.under if finding.under in by_id else "", finding.gap,
        )  # fmt: skip
        rows.append(_Row(sides, columns, (storable(records.write(finding)), quoted.search_text(finding))))
    return rows


def _add(database: Database, rows: Sequence[_Row]) -> None:
    first = (database.value("SELECT max(number) FROM findings") or 0) + 1
    database.write_many(
        """INSERT INTO findings (number, id, relation, score, a, b, a_language, b_language,
           a_article, a_start, b_article, b_start, under, gap) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        ((number, *row.columns) for number, row in enumerate(rows, first)),
    )
    database.write_many(
        "INSERT INTO finding_records VALUES (?, ?, ?)", ((number, *row.texts) for number, row in enumerate(rows, first))
    )
    database.write(
        """UPDATE findings SET verdict = reviews.verdict FROM reviews_in_force JOIN reviews USING (number)
           WHERE reviews_in_force.finding = findings.id AND findings.number >= ?""",
        (first,),
    )
