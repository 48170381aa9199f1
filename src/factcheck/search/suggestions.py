"""Did you mean: words that no article has, replaced by similar ones of the dictionary (RapidFuzz)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from factcheck.search.analysis import analyser, is_dense
from factcheck.search.syntax import parse
from factcheck.search.tree import Also, And, Node, Or, Phrase, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.search.engine import Engine
    from factcheck.search.index import Kept

_SHORTEST = 3
_LEAST_ALIKE = 0.6  # of 1: two letters of five may be wrong
_BEST = 20


def better_query(query: str, engine: Engine, kept: Kept | None) -> str | None:
    """Return the query with unknown words replaced by similar known ones, None if there is nothing to replace."""
    made = query
    for word in _words(parse(query)):
        if any(engine.frequency(term) for term in word.terms):
            continue
        if (similar := _similar(word.terms[0], engine)) and word.typed in made:
            made = made.replace(word.typed, _as_written(similar, engine, kept), 1)
    return made if made != query else None


def _words(node: Node) -> Iterator[Word]:
    match node:
        case Word(field="text"):
            yield node
        case Phrase(field="text", places=places, typed=typed):
            for place in places:
                found = next((part for part in typed.split() if place[0] in _terms(part)), "")
                if found:
                    yield Word(found, place)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _words(part)
        case Also(part=part):
            yield from _words(part)
        case _:
            return


def _terms(text: str) -> set[str]:
    return {term for token in analyser("und").tokens(text) for term in token.terms}


def _similar(term: str, engine: Engine) -> str | None:
    """Return the known word that is most like one, of several alike the most frequent."""
    if len(term) < _SHORTEST or is_dense(term) or term.isdigit():
        return None
    known: dict[str, int] = {}
    for start in dict.fromkeys((term[0], term[1])):  # the first letter is rarely wrong, but may be missing
        known.update(
            (word, frequency) for word, frequency in engine.starting_with(start) if abs(len(word) - len(term)) <= 2
        )
    best = process.extract(
        term, known.keys(), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_LEAST_ALIKE, limit=_BEST
    )
    if not best:
        return None
    top = best[0][1]
    return max((word for word, score, _ in best if score >= top - 0.01), key=lambda word: (known[word], word))


def _as_written(term: str, engine: Engine, kept: Kept | None) -> str:
    """Return a term as an article writes it."""
    page = engine.find(Word(term, (term,)), 1, 0).page
    if not page or kept is None:
        return term
    document = kept.document(page[0][0])
    text = f"{document.title}\n{document.text}"
    tokens = analyser(document.language or "und").tokens(text)
    return next((text[t.start : t.end].lower() for t in tokens if t.terms[0] == term), term)
