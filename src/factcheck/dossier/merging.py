"""Two people's reviews of the same findings: what each decided goes together by hash, and by quotation.

A finding has the same id wherever both articles are the same, byte for byte. Where an article was saved anew, the
finding is known again by both figures as written, each in its sentence.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factcheck.dossier import records, reviewed, reviews
from factcheck.language.folding import fold
from factcheck.model import Claim, Document, Finding, Passage, Review

if TYPE_CHECKING:
    from factcheck.dossier.database import Database

_Quotation = frozenset[tuple[str, str]]


class Standing(StrEnum):
    """How a colleague's review stands to what is decided here."""

    NEW = "new"  # nothing is decided here
    NEWER = "newer than what is decided here, and otherwise"
    OLDER = "older than what is decided here"
    SAME = "the same as here"
    UNKNOWN = "of a finding that is not in this dossier"


class Change(NamedTuple):
    """A colleague's review, under the id that its finding has here, and the one in force here, if there is one."""

    review: Review
    present: Review | None
    standing: Standing

    @property
    def taken(self) -> bool:
        """Return whether the review is taken in."""
        return self.standing in {Standing.NEW, Standing.NEWER}


def merge(database: Database, other: Database, *, apply: bool) -> list[Change]:
    """Return what the reviews in force in another dossier change; `apply` adds them to the log, all or none."""
    theirs = [
        reviews.read(row)
        for row in other.rows(
            f"""SELECT {", ".join(f"reviews.{column}" for column in reviews.COLUMNS.split(", "))}
                FROM reviews WHERE number IN (SELECT number FROM reviews_in_force) ORDER BY number"""
        )
    ]
    here = _Here(database, other)
    changes = [here.change(review) for review in theirs]
    if apply:
        with database.transaction():
            for change in changes:
                if change.taken:
                    reviews.put(database, change.review, lambda id_: _document(database, id_))
    return changes


class _Here:
    """The findings of this dossier, as they can be known again."""

    def __init__(self, database: Database, other: Database) -> None:
        self._database, self._other = database, other
        self._by_quotation: dict[_Quotation, str] | None = None

    def change(self, review: Review) -> Change:
        name = self._known(review.finding)
        if name is None:
            return Change(review, None, Standing.UNKNOWN)
        review = Review(name, review.verdict, review.note, review.reviewer, review.when, review.reason)
        present = reviews.in_force(self._database, name)
        if present is None:
            return Change(review, None, Standing.NEW)
        if (review.verdict, review.note, review.reason) == (present.verdict, present.note, present.reason):
            return Change(review, present, Standing.SAME)
        return Change(review, present, Standing.NEWER if review.when > present.when else Standing.OLDER)

    def _known(self, finding: str) -> str | None:
        """Return the id that a finding of the other dossier has here."""
        exists = "SELECT 1 FROM findings WHERE id = ? UNION SELECT 1 FROM reviewed WHERE finding = ?"
        if self._database.value(exists, (finding, finding)) is not None:
            return finding
        # the other one may have gone through several editions of the articles
        for row in self._other.rows(
            """SELECT finding, a_quote, a_sentence, b_quote, b_sentence FROM reviewed
               WHERE subject = (SELECT subject FROM reviewed WHERE finding = ?)""",
            (finding,),
        ):
            if self._database.value(exists, (row[0], row[0])) is not None:
                return str(row[0])
            found = self._quotations().get(_quotation(*row[1:])) if row[2] and row[4] else None
            if found is not None:
                return found
        return None

    def _quotations(self) -> dict[_Quotation, str]:
        """Return those findings of this dossier that are reviewed in the other, by what they quote.

        Those that quote the same are left out.
        """
        if self._by_quotation is None:
            rows = self._other.rows("SELECT a_quote, a_sentence, b_quote, b_sentence FROM reviewed")
            wanted = {_quotation(*row) for row in rows}
            made: dict[_Quotation, str] = {}
            twice: set[_Quotation] = set()
            for (record,) in self._database.each("SELECT record FROM finding_records"):
                finding = records.read(Finding, record)
                said = _quotation(*self._side(finding.match.a), *self._side(finding.match.b))
                if said in made:
                    twice.add(said)
                if said in wanted:
                    made[said] = finding.id
            self._by_quotation = {said: name for said, name in made.items() if said not in twice}
        return self._by_quotation

    def _side(self, claim: Claim) -> tuple[str, str]:
        document = _document(self._database, claim.document)
        return document.quote(claim.span), reviewed.sentence(document, claim)


def _quotation(a_quote: str, a_sentence: str, b_quote: str, b_sentence: str) -> _Quotation:
    return frozenset({(fold(a_quote), fold(a_sentence)), (fold(b_quote), fold(b_sentence))})


def _document(database: Database, id_: str) -> Document:
    """Return what a quotation needs of a document."""
    ((text, passages),) = database.rows("SELECT text, passages FROM contents WHERE document = ?", (id_,))
    return Document(id_, "", "", text, "", passages=records.read_all(Passage, passages))
