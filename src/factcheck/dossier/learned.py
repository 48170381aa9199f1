"""The words that the articles themselves taught: pairs of two languages, filled by checking and asked by search."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.dossier.texts import storable
from factcheck.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.dossier.database import Database


def replace(database: Database, pairs: Iterable[tuple[str, str, str, str, float]]) -> None:
    """Keep pairs in place of those before: language, word, other language, its word, strength; known both ways.

    Inside a transaction.
    """
    kept = cache(lambda word: storable(fold(word)))  # a word has many translations
    both: dict[tuple[str, str, str, str], float] = {}
    for language, word, other, translation, strength in pairs:
        left, right = kept(word), kept(translation)
        both[language, left, other, right] = both[other, right, language, left] = strength
    database.write("DELETE FROM learned")
    database.write_many(
        "INSERT INTO learned VALUES (?, ?, ?, ?, ?)", [(*pair, strength) for pair, strength in both.items()]
    )


def of(database: Database, word: str) -> list[tuple[str, str, float]]:
    """Return what a folded word goes with: language, word, strength; the surest first."""
    rows = database.rows(
        "SELECT other, translation, max(strength) AS best FROM learned WHERE word = ? GROUP BY other, translation "
        "ORDER BY best DESC, other, translation",
        (word,),
    )
    return [(language, translation, strength) for language, translation, strength in rows]
