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

_DISCOUNT = 0.7  # of a co-occurrence: what one meeting by chance is worth
_LEAST_MEETINGS = 2
_LEAST_STRENGTH = 0.25
_MOST_TRANSLATIONS = 4  # of one word into one language
_MOST_EXAMPLES = 3000  # aligned sentences of two languages that are learned from; evenly drawn where there are more
_MOST_REMEMBERED = 4_000  # texts whose translations are kept at hand


class Vocabulary:
    """Which words of one language go with which of another, with a strength from 0 to 1; within a language, itself."""

    def __init__(self, texts: Sequence[tuple[str, tuple[str, ...]]], aligned: Iterable[tuple[int, int]] = ()) -> None:
        """Learn from pairs of indices into `texts`, each a language and its stems; without pairs nothing is known."""
        self._texts = texts
        self._sizes = Counter(language for language, _ in texts)
        self._counts = Counter((language, word) for language, words in texts for word in words)
        self._translations = self._learn(aligned)
        self._weights = {
            (language, word): math.log((self._sizes[language] + 1) / count)
            for (language, word), count in self._counts.items()
        }
        self._heard: dict[tuple[int, str], dict[str, float]] = {}
        self._sets: dict[int, frozenset[str]] = {}
        self._totals: dict[int, float] = {}

    def over(self, texts: Sequence[tuple[str, tuple[str, ...]]]) -> Vocabulary:
        """Return the same vocabulary, with other texts to be compared."""
        other = Vocabulary(texts)
        other._translations = self._translations
        return other

    def pairs(self) -> list[tuple[str, str, str, str, float]]:
        """Return what was learned, in order: language, stem, other language (after it), its stem, strength 0 to 1."""
        return sorted(
            (left, word, right, with_, strength)
            for (left, right), table in self._translations.items()
            if left < right
            for word, found in table.items()
            for with_, strength in found.items()
        )

    def _learn(self, aligned: Iterable[tuple[int, int]]) -> dict[tuple[str, str], dict[str, dict[str, float]]]:
        pairs: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for one, other in aligned:
            left, right = self._texts[one][0], self._texts[other][0]
            if left != right:
                pairs[min(left, right), max(left, right)].append((one, other) if left < right else (other, one))
        learned: dict[tuple[str, str], dict[str, dict[str, float]]] = {}
        for (left, right), examples in pairs.items():
            every = -(-len(examples) // _MOST_EXAMPLES)
            learned[left, right], learned[right, left] = self._learn_pair(left, right, examples[::every])
        return learned

    def _learn_pair(
        self, left: str, right: str, examples: Sequence[tuple[int, int]]
    ) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
        """Return what goes with each word of one language in the other one, forth and back."""
        of_left: Counter[str] = Counter()
        of_right: Counter[str] = Counter()
        together: Counter[tuple[str, str]] = Counter()
        for one, other in examples:
            mine, yours = self._recurring(left, self._texts[one][1]), self._recurring(right, self._texts[other][1])
            of_left.update(mine)
            of_right.update(yours)
            together.update((word, with_) for word in mine for with_ in yours)
        forth: dict[str, dict[str, float]] = defaultdict(dict)
        back: dict[str, dict[str, float]] = defaultdict(dict)
        for (word, with_), count in together.items():
            if count >= _LEAST_MEETINGS:
                strength = 2 * (count - _DISCOUNT) / (of_left[word] + of_right[with_])
                if strength > _LEAST_STRENGTH:
                    forth[word][with_] = back[with_][word] = strength
        return _strongest(forth), _strongest(back)

    def forget(self) -> None:
        """Let go of what was worked out for single texts, when they will not be compared again soon."""
        self._heard.clear()
        self._sets.clear()
        self._totals.clear()

    def _recurring(self, language: str, words: Iterable[str]) -> list[str]:
        """Return the words that stand in enough texts to be learned."""
        return [word for word in words if self._counts[language, word] >= _LEAST_MEETINGS]

    def likeness(self, one: int, other: int) -> float:
        """Return the share, from 0 to 1, of the words of two texts that have a counterpart in the other one.

        Rare words weigh more (idf within their language).
        """
        left, right = self._texts[one][0], self._texts[other][0]
        total = self._total(one) + self._total(other)
        if not total:
            return 0.0
        if left == right:
            return (
                2 * sum(self._weights[left, word] for word in self._texts[one][1] if word in self._words(other)) / total
            )
        forth = self._covered(other, self._translated(one, right))
        return (forth + self._covered(one, self._translated(other, left))) / total

    def _covered(self, number: int, by: dict[str, float]) -> float:
        if not by:
            return 0.0
        (language, words), weights = self._texts[number], self._weights
        return sum(by[word] * weights[language, word] for word in words if word in by)

    def _words(self, number: int) -> frozenset[str]:
        known = self._sets.get(number)
        if known is None:
            if len(self._sets) >= _MOST_REMEMBERED:
                self._sets.clear()
            known = self._sets[number] = frozenset(self._texts[number][1])
        return known

    def _translated(self, number: int, into: str) -> dict[str, float]:
        """Return every word of a language that some word of the text goes with, with the best strength."""
        known = self._heard.get((number, into))
        if known is None:
            language, words = self._texts[number]
            table = self._translations.get((language, into), {})
            known = {}
            for word in filter(table.__contains__, words):
                for with_, strength in table[word].items():
                    if strength > known.get(with_, 0.0):
                        known[with_] = strength
            if len(self._heard) >= _MOST_REMEMBERED:
                self._heard.clear()
            self._heard[number, into] = known
        return known

    def _total(self, number: int) -> float:
        if number not in self._totals:
            language, words = self._texts[number]
            self._totals[number] = sum(self._weights[language, word] for word in words)
        return self._totals[number]


def _strongest(table: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Return the few strongest translations of each word."""
    return {
        word: dict(sorted(found.items(), key=lambda each: (-each[1], each[0]))[:_MOST_TRANSLATIONS])
        for word, found in table.items()
    }
