"""Findings on their way out of the store: with their documents and reviews, counted, and by article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.dossier import findings, reviews
from factcheck.dossier.schema import RANK
from factcheck.model import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from factcheck.dossier.database import Database
    from factcheck.model import Document, Finding, Relation

_REVIEW = ", ".join(["page.id", *(f"reviews.{column}" for column in reviews.COLUMNS.split(", ")[1:])])
_BEST_FIRST = "ORDER BY page.relation, page.score DESC, page.id"
_FURTHER = """(SELECT count(*) FROM (SELECT a AS article FROM findings WHERE under = page.id AND under != ''
                                     UNION SELECT b FROM findings WHERE under = page.id AND under != '')
               WHERE article NOT IN (page.a, page.b))"""


def read(
    database: Database,
    documents: Callable[[Collection[str]], Mapping[str, Document]],
    where: str,
    values: Sequence[Any],
    order: str = _BEST_FIRST,
) -> list[Case]:
    """Return the cases of a condition; its values end with limit and offset. `documents` gives documents by their ids.

    Raises DossierError.
    """
    rows = database.rows(
        f"""SELECT record, under, {_FURTHER}, {_REVIEW}
            FROM (SELECT number AS chosen FROM findings AS page WHERE {where} {order} LIMIT ? OFFSET ?)
            CROSS JOIN findings AS page ON page.number = chosen
            JOIN finding_records ON finding_records.number = chosen
            LEFT JOIN reviews_in_force ON reviews_in_force.finding = page.id
            LEFT JOIN reviews ON reviews.number = reviews_in_force.number
            {order}""",
        values,
    )
    found = [findings.read(record, under) for record, under, *_ in rows]
    sides = documents({claim.document for finding in found for claim in (finding.match.a, finding.match.b)})
    return [
        Case(
            finding,
            sides[finding.match.a.document],
            sides[finding.match.b.document],
            reviews.read(tuple(review)) if review[1] else None,
            further,
        )
        for finding, (_, _, further, *review) in zip(found, rows, strict=True)
    ]


def of_article(database: Database, document: str) -> list[Finding]:
    """Return the findings with a side in an article, best first. Raises DossierError."""
    rows = database.rows(
        f"""SELECT record, under FROM findings AS page JOIN finding_records USING (number)
            WHERE a = ? OR b = ? {_BEST_FIRST}""",
        (document, document),
    )
    return [findings.read(record, under) for record, under in rows]


def counts(database: Database) -> Mapping[Relation, int]:
    """Return how many cases there are of each relation. Raises DossierError."""
    found = dict(database.rows("SELECT relation, count(*) FROM findings WHERE under = '' GROUP BY relation"))
    return {relation: found.get(rank, 0) for relation, rank in RANK.items()}


def language_pairs(database: Database, relation: Relation) -> Mapping[frozenset[str], int]:
    """Return how many cases of a relation there are between each two languages. Raises DossierError."""
    # leads through the index; then what stands under a lead of another relation or of other languages, once a case
    rows = database.rows(
        """SELECT one, other, sum(cases) FROM (
               SELECT min(a_language, b_language) AS one, max(a_language, b_language) AS other, count(*) AS cases
               FROM findings WHERE under = '' AND relation = ?1 GROUP BY a_language, b_language
               UNION ALL
               SELECT min(each.a_language, each.b_language), max(each.a_language, each.b_language),
                      count(DISTINCT each.under)
               FROM findings AS each JOIN findings AS lead ON lead.id = each.under
               WHERE each.under != '' AND each.relation = ?1 AND NOT (
                   lead.relation = ?1
                   AND min(lead.a_language, lead.b_language) = min(each.a_language, each.b_language)
                   AND max(lead.a_language, lead.b_language) = max(each.a_language, each.b_language))
               GROUP BY 1, 2)
           GROUP BY one, other""",
        (RANK[relation],),
    )
    return {frozenset(pair): count for *pair, count in rows}
