"""Word pairs learned from the dossier itself.

Sentences that surely say the same thing in two languages, found by names and figures, teach which words go together;
these lead to further sentences. The measure is Dice's coefficient over pairs of aligned sentences, less a discount for
chance, so that a pair seen once counts for nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.matching.sentences import Sentence

_DISCOUNT = 0.7  # of a co-occurrence: what one meeting by chance is worth
_LEAST_MEETINGS = 2
_LEAST_STRENGTH = 0.25


class Vocabulary:
    """Which words of one language go with which of another, with a strength from 0 to 1; within a language, itself."""

    def __init__(self, sentences: Sequence[Sentence], aligned: Iterable[tuple[int, int]] = ()) -> None:
        """Learn from pairs of indices into `sentences`; without pairs the vocabulary is empty."""
        self._sentences = sentences
        self._sizes = Counter(sentence.language for sentence in sentences)
        self._counts = Counter((sentence.language, word) for sentence in sentences for word in sentence.words)
        self._translations = self._learn(aligned)
        self._rarity: dict[tuple[str, str], float] = {}
        self._heard: dict[tuple[int, str], dict[str, float]] = {}
        self._totals: dict[int, float] = {}

    def _learn(self, aligned: Iterable[tuple[int, int]]) -> dict[tuple[str, str], dict[str, dict[str, float]]]:
        together: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        alone: dict[tuple[str, str], tuple[Counter[str], Counter[str]]] = defaultdict(lambda: (Counter(), Counter()))
        for one, other in aligned:
            a, b = self._sentences[one], self._sentences[other]
            if a.language == b.language:
                continue
            if a.language > b.language:
                a, b = b, a
            pair = a.language, b.language
            alone[pair][0].update(a.words)
            alone[pair][1].update(b.words)
            together[pair].update((word, with_) for word in a.words for with_ in b.words)
        learned: dict[tuple[str, str], dict[str, dict[str, float]]] = {}
        for (left, right), meetings in together.items():
            forth: dict[str, dict[str, float]] = defaultdict(dict)
            back: dict[str, dict[str, float]] = defaultdict(dict)
            of_left, of_right = alone[left, right]
            for (word, with_), count in meetings.items():
                if count >= _LEAST_MEETINGS:
                    strength = 2 * (count - _DISCOUNT) / (of_left[word] + of_right[with_])
                    if strength > _LEAST_STRENGTH:
                        forth[word][with_] = back[with_][word] = strength
            learned[left, right], learned[right, left] = forth, back
        return learned

    def translations(self, word: str, language: str, into: str) -> dict[str, float]:
        """Return the stems that a stem goes with in another language, each with its strength."""
        return dict(self._translations.get((language, into), {}).get(word, {}))

    def likeness(self, one: int, other: int) -> float:
        """Return the share, from 0 to 1, of the two sentences' words that have a counterpart in the other one.

        Rare words weigh more (idf within their language).
        """
        a, b = self._sentences[one], self._sentences[other]
        total = self._total(one) + self._total(other)
        if not total:
            return 0.0
        if a.language == b.language:
            return 2 * sum(self._weight(a.language, word) for word in a.words & b.words) / total
        found = self._covered(other, self._translated(one, b.language)) + self._covered(
            one, self._translated(other, a.language)
        )
        return found / total

    def _covered(self, number: int, by: dict[str, float]) -> float:
        if not by:
            return 0.0
        sentence = self._sentences[number]
        return sum(by[word] * self._weight(sentence.language, word) for word in sentence.words & by.keys())

    def _translated(self, number: int, into: str) -> dict[str, float]:
        """Return every word of a language that some word of the sentence goes with, with the best strength."""
        known = self._heard.get((number, into))
        if known is None:
            sentence = self._sentences[number]
            table = self._translations.get((sentence.language, into), {})
            known = {}
            for word in sentence.words & table.keys():
                for with_, strength in table[word].items():
                    if strength > known.get(with_, 0.0):
                        known[with_] = strength
            self._heard[number, into] = known
        return known

    def _total(self, number: int) -> float:
        if number not in self._totals:
            sentence = self._sentences[number]
            self._totals[number] = sum(self._weight(sentence.language, word) for word in sentence.words)
        return self._totals[number]

    def _weight(self, language: str, word: str) -> float:
        made = self._rarity.get((language, word))
        if made is None:
            made = math.log((self._sizes[language] + 1) / self._counts[language, word])
            self._rarity[language, word] = made
        return made
