"""A colleague's figures and articles, as this dossier has them: an article that was saved anew has another id.

A figure is known again by quotation: as it is written, in its sentence. An article is known again by its address, or by
its title and language. What fits several is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.dossier import as_told, claim_table, records, reviewed
from factcheck.language.folding import fold
from factcheck.model import Claim, Document, FigureFilter, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.dossier.database import Database


class KnownAgain:
    """What of another dossier is in this one. Its methods raise DossierError."""

    def __init__(self, here: Database, there: Database, corrected: Iterable[str]) -> None:
        """`corrected` are the ids of this dossier's figures of which somebody said something: values may be others."""
        self._here, self._there = here, there
        self._corrected = {name.partition(":")[0] for name in corrected}

    def article(self, id_: str) -> str | None:
        """Return the id that an article of the other dossier has here, None where it is not known."""
        if self._kept(id_):
            return id_
        rows = self._there.rows("SELECT title, language, url FROM documents WHERE id = ?", (id_,))
        read = as_told.as_read(self._there, id_)
        for title, language, url in [(read.title, read.language, read.url)] if read else rows:
            condition, values = ("url = ?", (url,)) if url else ("title = ? AND language = ?", (title, language))
            found = self._here.rows(f"SELECT id FROM documents WHERE {condition} LIMIT 2", values)
            if len(found) == 1:
                return str(found[0][0])
        return None

    def claim(self, name: str) -> str | None:
        """Return the id that a figure of the other dossier has here, None where it is not known."""
        start = name.partition(":")[0]
        if self._kept(start):
            return name
        for document, claims in _articles(self._there, start):
            claim = next((each for each in claims if each.id == name), None)
            if claim is not None and reviewed.sentence(document, claim).strip():  # not of a copy without texts
                return self._quoting(document, claim)
        return None

    def _kept(self, start: str) -> bool:
        return bool(self._here.value("SELECT 1 FROM documents WHERE id >= ? AND id < ?", (start, f"{start}g")))

    def _quoting(self, document: Document, claim: Claim) -> str | None:
        wanted, starts = _quotation(document, claim), set(self._corrected)
        if values := claim.quantity.values:
            wanted_value = FigureFilter(low=values[0], high=values[0])
            starts |= {f"{key:015x}" for key in claim_table.articles_with(self._here, wanted_value)}
        found = [
            each.id
            for start in starts
            for other, claims in _articles(self._here, start)
            for each in claims
            if _quotation(other, each) == wanted
        ]
        return found[0] if len(set(found)) == 1 else None


def _articles(database: Database, start: str) -> list[tuple[Document, tuple[Claim, ...]]]:
    """Return the articles whose ids begin so, as far as a quotation needs them, and their claims as read."""
    rows = database.rows(
        "SELECT document, text, passages, claims FROM contents WHERE document >= ? AND document < ?",
        (start, f"{start}g"),
    )
    return [
        (Document(id_, "", "", text, "", passages=records.read_all(Passage, passages)), records.read_all(Claim, claims))
        for id_, text, passages, claims in rows
    ]


def _quotation(document: Document, claim: Claim) -> tuple[str, str]:
    return fold(document.quote(claim.span)), fold(reviewed.sentence(document, claim))
