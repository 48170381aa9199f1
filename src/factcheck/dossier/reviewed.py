"""What reviews are about: the claims and their words, kept beside the log.

A finding's id changes when one of its articles is edited. Its review goes with it as long as both figures are still
there, as written, in the same sentence or the same place; all ids that one finding had share a `subject`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factcheck.dossier import records
from factcheck.dossier.texts import storable
from factcheck.language.folding import fold
from factcheck.model import Claim, Document, Finding, Passage, Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from factcheck.dossier.database import Database

_INSERT = "INSERT OR IGNORE INTO reviewed VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_MOVED = 0.5  # of the words of a sentence that a figure's sentence must share with the one it stood in before


def note(database: Database, finding: str, document: Callable[[str], Document]) -> None:
    """Keep what a finding is about that is reviewed now; inside a transaction."""
    if database.value("SELECT 1 FROM reviewed WHERE finding = ?", (finding,)) is not None:
        return
    record = database.value("SELECT record FROM findings JOIN finding_records USING (number) WHERE id = ?", (finding,))
    if record is not None:
        match = records.read(Finding, record).match
        sides = [(claim, document(claim.document)) for claim in (match.a, match.b)]
        database.write(_INSERT, _row(finding, finding, sides))


def fill(connection: sqlite3.Connection) -> None:
    """Fill the table of a dossier that did not have it, from its findings."""

    def document(name: str) -> Document:
        text, passages = connection.execute(
            "SELECT text, passages FROM contents WHERE document = ?", (name,)
        ).fetchone()
        return Document(name, "", "", text, "", passages=records.read_all(Passage, passages))

    found = connection.execute(
        """SELECT id, record FROM findings JOIN finding_records USING (number)
           WHERE id IN (SELECT finding FROM reviews)"""
    )
    for finding, record in found.fetchall():
        match = records.read(Finding, record).match
        sides = [(claim, document(claim.document)) for claim in (match.a, match.b)]
        connection.execute(_INSERT, _row(finding, finding, sides))


def carry(database: Database, old: tuple[Document, Sequence[Claim]], new: tuple[Document, Sequence[Claim]]) -> None:
    """Let reviews of findings about an article go on with its new text; inside a transaction.

    A review follows its claim when the figure is written as before and stands in the same sentence, or in one that
    has most of its words. Otherwise the finding, if there is one again, is open.
    """
    prefix = old[0].id[:16]
    rows = database.rows(
        """SELECT finding, subject, a, b, a_quote, b_quote, a_sentence, b_sentence FROM reviewed
           WHERE (a >= ? AND a < ?) OR (b >= ? AND b < ?)""",
        (f"{prefix}:", f"{prefix};") * 2,
    )
    if not rows:
        return
    moved = followed(old, new)
    claims = {claim.id: claim for claim in new[1]}
    for finding, subject, a, b, *words in rows:
        now = [moved.get(side, "") if side.startswith(f"{prefix}:") else side for side in (a, b)]
        if not all(now) or now == [a, b]:
            continue
        name = finding_id(*now)
        said = [
            _words(new[0], claims[side]) if side in claims else (words[place], words[place + 2])
            for place, side in enumerate(now)
        ]
        database.write(_INSERT, (name, subject, *now, said[0][0], said[1][0], said[0][1], said[1][1]))
        number = database.value("SELECT number FROM reviews_in_force WHERE finding = ?", (finding,))
        if number is not None:
            database.write("INSERT OR REPLACE INTO reviews_in_force VALUES (?, ?)", (name, number))


def followed(old: tuple[Document, Sequence[Claim]], new: tuple[Document, Sequence[Claim]]) -> dict[str, str]:
    """Return, for the ids of an article's claims, those of the same claims in its new text."""
    waiting: dict[tuple[str, object], list[Claim]] = {}
    for claim in new[1]:
        waiting.setdefault((fold(new[0].quote(claim.span)), claim.kind), []).append(claim)
    made: dict[str, str] = {}
    for claim in old[1]:
        options = waiting.get((fold(old[0].quote(claim.span)), claim.kind), [])
        before = fold(sentence(old[0], claim))
        share = old[0].text and claim.span.start / len(old[0].text)
        best = max(
            options,
            key=lambda each: (
                _alike(before, fold(sentence(new[0], each))), -abs(each.span.start / len(new[0].text) - float(share))
            ),
            default=None,
        )  # fmt: skip
        if best is not None and _alike(before, fold(sentence(new[0], best))) >= _MOVED:
            made[claim.id] = best.id
            options.remove(best)
    return made


def sentence(document: Document, claim: Claim) -> str:
    """Return the sentence or line that a claim stands in."""
    within = 0 <= claim.passage < len(document.passages)
    span: Span = document.passages[claim.passage].span if within else claim.span
    return document.quote(span)


def finding_id(a: str, b: str) -> str:
    """Return the id of the finding on two claims, by theirs; as `Finding.id`."""
    return hashlib.sha256("|".join(sorted((a, b))).encode()).hexdigest()[:16]


def _alike(before: str, after: str) -> float:
    """Return 1 for the same sentence, else the share of the shorter one's words that both have."""
    if before == after:
        return 1.0
    left, right = set(before.split()), set(after.split())
    return 0.99 * len(left & right) / max(1, min(len(left), len(right)))


def _words(document: Document, claim: Claim) -> tuple[str, str]:
    """Return a figure as written, and its sentence."""
    return storable(document.quote(claim.span)), storable(sentence(document, claim))


def _row(finding: str, subject: str, sides: Sequence[tuple[Claim, Document]]) -> tuple[str, ...]:
    (a, a_text), (b, b_text) = sides
    said = [_words(a_text, a), _words(b_text, b)]
    return (finding, subject, a.id, b.id, said[0][0], said[1][0], said[0][1], said[1][1])
