"""Places as sentences name them: how sure a mention is, which names a document has shown, what no name looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.language.folding import fold
from factcheck.language.packs import pack

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDING = 3  # letters; a word with so long an ending ("های") is an inflected word and no name

# How sure a mention is, in words of distance that it loses against a surer one.
SURE, LIKELY, POSSIBLE, UNLIKELY = 0, 2, 6, 12


@dataclass(frozen=True, slots=True)
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


@lru_cache(maxsize=32)
def endings(tag: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the folded endings that no name of a language has, and those that link a word to a name."""
    known = pack(tag)
    long = tuple(e for e in map(fold, known.text.suffixes) if len(e) >= _ENDING)
    return long + tuple(map(fold, known.places.endings)), tuple(map(fold, known.places.linking))


@lru_cache(maxsize=32)
def verbal(tag: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return how verbs of a language end and begin."""
    shapes = pack(tag).places.verbal
    ends = tuple(fold(shape[1:]) for shape in shapes if shape.startswith("*"))
    return ends, tuple(fold(shape[:-1]) for shape in shapes if shape.endswith("*"))


@lru_cache(maxsize=32)
def nouns_cased(tag: str) -> bool:
    """Return whether a language writes every noun with a capital, so that a capital makes no noun part of a name."""
    places = pack(tag).places
    nouns = [noun for noun in (*places.province, *places.district, *places.city) if noun[:1].isalpha()]
    return bool(nouns) and all(noun[0].isupper() for noun in nouns)


@lru_cache(maxsize=32)
def postposed(tag: str) -> tuple[str, ...]:
    """Return the folded words behind a place that say that it is one, of a language that has no such words before."""
    return tuple(map(fold, pack(tag).places.behind))


@lru_cache(maxsize=32)
def adjectival(tag: str) -> tuple[str, ...]:
    """Return the endings that make an adjective of a place's name, longest first."""
    return tuple(sorted(pack(tag).places.adjectives, key=len, reverse=True))
