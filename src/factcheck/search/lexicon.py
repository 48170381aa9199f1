"""The words of the language files as concepts: which phrases of which languages mean the same.

Indicators, subjects, counted nouns, groups, months and well-known places have ids; a phrase leads to its ids, and an
id to its phrases in every language. All phrases are in the terms of `analysis.words_to_find`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, cast

from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled, made_sure
from factcheck.search.analysis import is_dense, terms_to_find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.language.sections import Pack

Terms: TypeAlias = tuple[str, ...]

LONGEST = 6  # words of a phrase that is looked up
_SHORTEST = 3  # letters of a word that is looked up alone; shorter ones mean too many things
_MOST_PHRASES = 6  # of a concept in one language


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a language: as written, its terms, and how many words may stand between two of them."""

    written: str
    terms: Terms
    between: int = 0


def concepts(terms: Terms) -> frozenset[str]:
    """Return the concepts that a phrase means in any language."""
    return frozenset(concept for _, _, concept in _meanings(terms))


def languages_of(terms: Terms) -> frozenset[str]:
    """Return the languages that have a phrase."""
    return frozenset(tag for tag, _, _ in _meanings(terms))


@cache
def phrases(concept: str, tag: str) -> tuple[Phrase, ...]:
    """Return the phrases of a concept in a language; none that holds another of them."""
    made = {
        tuple(terms): Phrase(written, tuple(terms), between) for written, terms, between in _said(tag).get(concept, ())
    }
    kept = [one for one in made.values() if not any(_holds(one.terms, other) for other in made if other != one.terms)]
    return tuple(kept[:_MOST_PHRASES])


@cache
def common_words() -> frozenset[str]:
    """Return the words of all languages that are too common to tell anything."""
    return frozenset(compiled("common", ALL_LANGUAGES, _read_common))


def prepare() -> None:
    """Work out what the first query would wait for, seconds after a change of the language files."""
    made_sure(*_MEANINGS)
    common_words()


def _meanings(terms: Terms) -> Iterator[tuple[str, str, str]]:
    """Yield the language and the concept of each meaning of a phrase, parted by what stands in the middle."""
    return (meaning.partition(" ") for meaning in _all_meanings().get(" ".join(terms), ()))


@cache
def _all_meanings() -> dict[str, tuple[str, ...]]:
    """Return the meanings of phrases, each "language concept"; kept as they are read, for quick first use."""
    return cast("dict[str, tuple[str, ...]]", compiled(*_MEANINGS))


def _read_meanings() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for tag in packs():
        for concept, listed in _said(tag).items():
            meaning = f"{tag} {concept}"  # one for all its phrases, and kept once, as what phrases have in common is
            for _, terms, between in listed:
                if not between:
                    found[" ".join(terms)][meaning] = None
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    return {terms: shared.setdefault(meanings := tuple(its), meanings) for terms, its in found.items()}


_MEANINGS = "meanings", ALL_LANGUAGES, _read_meanings


def _read_common() -> list[str]:
    return sorted({terms[0] for tag in packs() for word in pack(tag).text.stop if (terms := terms_to_find(word))})


@cache
def _said(tag: str) -> dict[str, list[tuple[str, Terms, int]]]:
    """Return how a language says each concept: as written, terms, how many words may stand between two of them."""
    read = compiled("concepts", tag, lambda: _by_concept(tag))
    return cast("dict[str, list[tuple[str, Terms, int]]]", read)


def _by_concept(tag: str) -> dict[str, list[tuple[str, Terms, int]]]:
    found: dict[str, list[tuple[str, Terms, int]]] = defaultdict(list)
    for concept, written in _read(pack(tag)):
        phrase = _phrase(written)
        if phrase and _says_enough(phrase.terms):
            found[concept].append((phrase.written, phrase.terms, phrase.between))
    return dict(found)


def _read(one: Pack) -> Iterator[tuple[str, str]]:
    tables = (("indicator", one.indicators), ("subject", one.subjects), ("noun", one.nouns), ("group", one.groups))
    for kind, table in tables:
        for id_, written in table.items():
            if id_ != "-":
                yield from ((f"{kind}:{id_}", phrase) for phrase in written)
    for name, written in one.places.known.items():
        yield from ((f"place:{name}", phrase) for phrase in written)
        yield f"place:{name}", name
    for month, named in one.locale.months["format"]["wide"].items():
        yield f"month:{month}", str(named)
    for month, written in one.dates.months.items():
        yield from ((f"month:{month}", phrase) for phrase in written)
    for code, named in one.locale.territories.items():
        if len(code) == 2:
            yield f"territory:{code}", str(named)


def _phrase(written: str) -> Phrase | None:
    """Return a phrase of a language file; None where it needs a figure, or its words may stand far apart."""
    if "#" in written:
        return None
    gap = "..." in written
    terms = terms_to_find(written.replace("...", " "))
    if not terms or len(terms) > LONGEST or any(term.isdigit() for term in terms):
        return None
    return Phrase(written, terms, 6 if gap and len(terms) > 1 else 0)


def _says_enough(terms: Terms) -> bool:
    return len(terms) > 1 or is_dense(terms[0]) or len(terms[0]) >= _SHORTEST


def _holds(terms: Terms, other: Terms) -> bool:
    return any(terms[at : at + len(other)] == other for at in range(len(terms) - len(other) + 1))
