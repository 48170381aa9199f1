"""What the dossier has taught, in whole words: for a search in one language that finds articles in another."""

from __future__ import annotations

import zlib
from array import array
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.language.folding import fold
from factcheck.language.packs import pack
from factcheck.matching.sentences import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.matching.vocabulary import Vocabulary

_SURE = 0.4  # weaker pairs help to tell sentences apart, but are no translations

Lesson = tuple[str, str, str, str, float]


class Spoken(NamedTuple):
    """How often articles have each word of a language, packed: the words a line each, and their counts."""

    language: str
    words: bytes
    counts: bytes


class Heard(NamedTuple):
    """Pairs of stems that go together (see `Vocabulary.pairs`), and the words that articles have."""

    pairs: Sequence[tuple[str, str, str, str, float]]
    spoken: list[Spoken]


def spoken(words: Mapping[str, Mapping[str, int]]) -> list[Spoken]:
    """Return how often articles have each word, by language, in little room."""
    return [
        Spoken(tag, zlib.compress("\n".join(own).encode(), 1), zlib.compress(array("I", own.values()).tobytes(), 1))
        for tag, own in words.items()
        if own
    ]


def heard(vocabulary: Vocabulary, spoken: Iterable[Spoken]) -> Heard:
    """Return what lessons are made of, so that `taught` can be done anywhere."""
    return Heard(vocabulary.pairs(_SURE), list(spoken))


def taught(heard: Heard) -> list[Lesson]:
    """Return the surer word pairs: language, folded word, other language, its word, strength from 0.4 to 1; in order.

    Words that stand in every text ("and") are left out: a search for one is not helped by another. Matching knows words
    by their stems; each stem stands for the form in which the dossier has it most often.
    """
    pairs, said = heard
    wanted: dict[str, set[str]] = defaultdict(set)
    for left, stem, right, other, _ in pairs:
        wanted[left].add(stem)
        wanted[right].add(other)
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for language, words, counts in said:
        for word, count in _unpacked(words, counts):
            for stem in wanted[language].intersection(stems_of(word, language)):
                forms[language, stem][word if word.startswith(stem) else stem] += count

    @cache
    def whole(language: str, stem: str) -> str:
        return min(forms[language, stem].items(), key=lambda item: (-item[1], item[0]), default=(stem, 0))[0]

    common = {tag: frozenset(map(fold, pack(tag).text.stop)) for tag in wanted}
    best: dict[tuple[str, str, str, str], float] = {}
    for left, stem, right, other, strength in pairs:
        lesson = left, whole(left, stem), right, whole(right, other)
        if lesson[1] in common[left] or lesson[3] in common[right]:
            continue
        best[lesson] = max(best.get(lesson, 0.0), round(strength, 3))
    return [(*lesson, strength) for lesson, strength in sorted(best.items())]


def _unpacked(words: bytes, counts: bytes) -> Iterable[tuple[str, int]]:
    return zip(zlib.decompress(words).decode().split("\n"), array("I", zlib.decompress(counts)), strict=True)
