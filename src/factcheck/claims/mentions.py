"""Places as sentences name them: how sure a mention is, which names a document has shown, what no name looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.language.common import word_for_and
from factcheck.language.folding import fold
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.language.sections import Pack

_ENDING = 3  # letters; a word with so long an ending ("های") is an inflected word and no name

# How sure a mention is, in words of distance that it loses against a surer one.
SURE, LIKELY, POSSIBLE, UNLIKELY = 0, 2, 6, 12


@dataclass(slots=True)
class Mention:
    """A place named by the words [first, last).

    `name` is English for well-known places, else as written; None for "the whole province", "" for the country as a
    whole. `doubt` see above; a mention that may be ordinary words counts only for figures within `reach` words of it.
    `leads` tells that it is the heading of what follows ("Gia Lai: ...").
    """

    first: int
    last: int
    name: str | None
    doubt: int
    reach: int = 10_000
    leads: bool = False


@dataclass(slots=True)
class Names:
    """The names that a document has shown surely so far, as folded words, so that they are known where they recur."""

    seen: set[tuple[str, ...]] = field(default_factory=set)
    firsts: set[str] = field(default_factory=set)

    def prefix(self, words: Sequence[str]) -> int:
        """Return the length of the longest seen name that the words begin with, 0 if none."""
        if not words or words[0] not in self.firsts:
            return 0
        return next((n for n in range(len(words), 0, -1) if tuple(words[:n]) in self.seen), 0)

    def add(self, words: tuple[str, ...]) -> None:
        """Take a name as known from now on."""
        self.seen.add(words)
        self.firsts.add(words[0])


class Looks(NamedTuple):
    """How names and words of a language look, folded; endings of an adjective as they are written."""

    endings: tuple[str, ...]  # that no name has
    linking: tuple[str, ...]  # that link a word to a name
    verbs_end: tuple[str, ...]
    verbs_begin: tuple[str, ...]
    nouns_cased: bool  # every noun has a capital, so that a capital makes no noun part of a name
    postposed: tuple[str, ...]  # words behind a place that say that it is one, where no such words stand before
    adjectival: tuple[str, ...]  # endings that make an adjective of a place's name, longest first
    inner: frozenset[str]  # small words that may stand inside a name: "do"
    ands: tuple[str, ...]  # "and", also as the first letter of the word it links
    verbs_last: bool  # a sentence ends with its verb, which no name is
    bounds: frozenset[str]  # words that say of a number that it is a bound, and stand in no name
    listed: frozenset[str]  # words that the language's file calls names of places, whatever else they are part of


@lru_cache(maxsize=32)
def looks(tag: str) -> Looks:
    """Return how names and words of a language look."""
    base = base_of(tag)
    return Looks(*compiled("looks", base, lambda: _build(pack(base))))


def _ands(known: Pack) -> tuple[str, ...]:
    """Return the word "and" of a language, folded, where it is one."""
    word = fold(word_for_and(known)) if known.tag != "und" else ""
    return (word,) if word.isalpha() else ()


def bounding(known: Pack) -> frozenset[str]:
    """Return the words before a number that make it a bound or about so much, folded: "at", "least"."""
    phrases = (*known.bounds.above, *known.bounds.below, *known.bounds.about)
    return frozenset(word for phrase in phrases if "#" not in phrase for word in fold(phrase).split())


def _build(known: Pack) -> tuple[Any, ...]:
    places = known.places
    long = [ending for ending in map(fold, known.text.suffixes) if len(ending) >= _ENDING]
    nouns = [noun for noun in (*places.province, *places.district, *places.city) if noun[:1].isalpha()]
    return (
        (*long, *map(fold, places.endings)),
        tuple(map(fold, places.linking)),
        tuple(fold(shape[1:]) for shape in places.verbal if shape.startswith("*")),
        tuple(fold(shape[:-1]) for shape in places.verbal if shape.endswith("*")),
        bool(nouns) and all(noun[0].isupper() for noun in nouns),
        tuple(map(fold, places.behind)),
        tuple(sorted(places.adjectives, key=len, reverse=True)),
        frozenset(map(fold, places.inner)),
        _ands(known),
        bool(places.linking) or not places.before,
        bounding(known),
        frozenset(fold(name) for names in places.known.values() for name in names),
    )
