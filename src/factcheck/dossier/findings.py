"""Findings on their way into the store: all of them anew, or those about some articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.dossier import articles, records
from factcheck.dossier.schema import RANK
from factcheck.dossier.texts import Quoted, storable
from factcheck.errors import DossierError
from factcheck.model import article_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from factcheck.dossier.database import Database
    from factcheck.model import Document, Finding


def replace(database: Database, findings: Iterable[Finding], document: Callable[[str], Document]) -> None:
    """Keep findings in place of all that were there; nothing waits for matching any more.

    Raises DossierError, and keeps what was there, where one is about an article that is not in the dossier.
    """
    with database.transaction(lasting=False):
        database.write("DELETE FROM finding_records")
        database.write("DELETE FROM findings")
        counted = _add(database, findings, document)
        database.write("""UPDATE documents SET differ = 0, "check" = 0, agree = 0 WHERE differ OR "check" OR agree""")
        articles.count(database, counted)
        database.write("DELETE FROM pending WHERE step IN ('matching', 'settling')")


def replace_of(
    database: Database, about: Collection[str], findings: Iterable[Finding], document: Callable[[str], Document]
) -> None:
    """Keep findings with a side in some articles in place of those that were there; these articles wait to settle.

    Raises DossierError.
    """
    with database.transaction(lasting=False):
        partners: set[str] = set()
        for id_ in about:
            rows = database.rows("SELECT number, a, b FROM findings WHERE a = ? OR b = ?", (id_, id_))
            partners.update(side for _, *sides in rows for side in sides)
            database.write_many("DELETE FROM findings WHERE number = ?", [(number,) for number, *_ in rows])
            database.write("DELETE FROM pending WHERE step = 'matching' AND document = ?", (id_,))
            database.write("INSERT OR IGNORE INTO pending VALUES ('settling', ?)", (id_,))
        articles.count(database, partners | _add(database, findings, document))


def _add(database: Database, findings: Iterable[Finding], document: Callable[[str], Document]) -> set[str]:
    """Add findings, of those with the same id the first; return the articles that they are about."""
    by_id: dict[str, Finding] = {}
    for finding in findings:
        by_id.setdefault(finding.id, finding)
    languages = dict(database.rows("SELECT id, language FROM documents"))
    quoted = Quoted(document)
    first = (database.value("SELECT max(number) FROM findings") or 0) + 1
    rows, texts = [], []
    for number, (id_, finding) in enumerate(by_id.items(), first):
        a, b = finding.match.a, finding.match.b
        if a.document not in languages or b.document not in languages:
            raise DossierError("A finding is about an article that is not in the dossier. Check the articles again.")
        rows.append(
            (number, id_, RANK[finding.relation], finding.match.score, a.document, b.document,
             languages[a.document], languages[b.document],
             article_key(a.document), a.span.start, article_key(b.document), b.span.start)
        )  # fmt: skip
        texts.append((number, storable(records.write(finding)), quoted.search_text(finding)))
    database.write_many(
        """INSERT INTO findings (number, id, relation, score, a, b, a_language, b_language,
           a_article, a_start, b_article, b_start) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        rows,
    )
    database.write_many("INSERT INTO finding_records VALUES (?, ?, ?)", texts)
    database.write(
        """UPDATE findings SET verdict = reviews.verdict FROM reviews_in_force JOIN reviews USING (number)
           WHERE reviews_in_force.finding = findings.id AND findings.number >= ?""",
        (first,),
    )
    return {side for row in rows for side in (row[4], row[5])}
