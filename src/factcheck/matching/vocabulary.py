"""Word pairs learned from the dossier itself.

Sentences that surely say the same thing in two languages, found by names and figures, teach which words go together;
these lead to further sentences. The measure is Dice's coefficient over pairs of aligned sentences, less a discount for
chance, so that a pair seen once counts for nothing.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_DISCOUNT = 0.7  # of a co-occurrence: what one meeting by chance is worth
_LEAST_MEETINGS = 2
_LEAST_STRENGTH = 0.25
_MOST_TRANSLATIONS = 4  # of one word into one language
_MOST_EXAMPLES = 3000  # aligned sentences of two languages that are learned from; evenly drawn where there are more

_Table = dict[str, tuple[tuple[str, float], ...]]  # word -> what it goes with, strongest first


class Texts:
    """Texts of several languages to be compared by their words, of which rare ones weigh more (idf in the language)."""

    def __init__(self, texts: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """Take texts, each a language and its stems: ascending, each once."""
        self.languages: list[str] = []
        self.words: list[tuple[str, ...]] = []
        for language, words in texts:
            self.languages.append(language)
            self.words.append(words)
        sizes = Counter(self.languages)
        self.counts: dict[str, Counter[str]] = {language: Counter() for language in sizes}
        for language, words in zip(self.languages, self.words, strict=True):
            self.counts[language].update(words)
        self.weights = {
            language: {word: math.log((sizes[language] + 1) / count) for word, count in counts.items()}
            for language, counts in self.counts.items()
        }
        self.totals = [
            sum(map(self.weights[language].__getitem__, words))
            for language, words in zip(self.languages, self.words, strict=True)
        ]


class Vocabulary:
    """Which words of one language go with which of another, with a strength from 0 to 1; within a language, itself."""

    def __init__(self, texts: Texts, aligned: Iterable[tuple[int, int]] = ()) -> None:
        """Learn from pairs of indices of texts that say the same; without pairs nothing is known."""
        pairs: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for one, other in aligned:
            left, right = texts.languages[one], texts.languages[other]
            if left != right:
                pairs[min(left, right), max(left, right)].append((one, other) if left < right else (other, one))
        self._translations: dict[tuple[str, str], _Table] = {}
        for (left, right), examples in pairs.items():
            every = -(-len(examples) // _MOST_EXAMPLES)
            forth, back = _learn(texts, examples[::every])
            self._translations[left, right], self._translations[right, left] = forth, back

    def pairs(self) -> list[tuple[str, str, str, str, float]]:
        """Return what was learned, in order: language, stem, other language (after it), its stem, strength 0 to 1."""
        return sorted(
            (left, word, right, with_, strength)
            for (left, right), table in self._translations.items()
            if left < right
            for word, found in table.items()
            for with_, strength in found
        )

    def likeness(self, texts: Texts, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """Return, for each pair of texts, the share, from 0 to 1, of their words with a counterpart in the other one.

        Rare words weigh more (idf within their language).
        """
        places: dict[int, array[int]] = defaultdict(lambda: array("I"))
        for place, (one, other) in enumerate(pairs):
            places[one].append(place)
            places[other].append(place)
        here: dict[str, set[str]] = defaultdict(set)
        for number in places:
            here[texts.languages[number]].update(texts.words[number])
        tables = {
            (left, right): _within(self._translations.get((left, right), {}), here[left], here[right], weights)
            for right, weights in texts.weights.items()
            if right in here
            for left in here
            if left != right
        }
        heard: dict[str, set[str]] = {language: set() for language in here}
        for (_, right), table in tables.items():
            heard[right].update(with_ for found in table.values() for with_, _ in found)
        telling = {n: tuple(filter(heard[texts.languages[n]].__contains__, texts.words[n])) for n in places}
        covered = [0.0] * len(pairs)
        # all pairs of a text together, so that what its words mean in another language is worked out once
        for one, its in places.items():
            language = texts.languages[one]
            meant: dict[str, dict[str, float]] = {}
            for place in its:
                first, second = pairs[place]
                other = second if first == one else first
                into = texts.languages[other]
                if into not in meant:
                    weights, words = texts.weights[into], texts.words[one]
                    same = into == language
                    meant[into] = {w: weights[w] for w in words} if same else _meant(tables[language, into], words)
                words = texts.words[other] if into == language else telling[other]
                covered[place] += sum(filter(None, map(meant[into].get, words)))
        totals = (texts.totals[one] + texts.totals[other] for one, other in pairs)
        return [part / total if total else 0.0 for part, total in zip(covered, totals, strict=True)]


def _within(table: _Table, words: set[str], others: set[str], weights: Mapping[str, float]) -> _Table:
    """Return what of a table the given words of both languages need, each strength times the weight of what is meant.

    The table knows the whole dossier, the texts at hand have few of its words.
    """
    made: _Table = {}
    for word in filter(table.__contains__, words):
        found = [(with_, strength * weights[with_]) for with_, strength in table[word] if with_ in others]
        if found:
            made[word] = tuple(found)
    return made


def _meant(table: _Table, words: Iterable[str]) -> dict[str, float]:
    """Return every word that some of the words go with, with the best strength."""
    best: dict[str, float] = {}
    for with_, strength in chain.from_iterable(map(table.__getitem__, filter(table.__contains__, words))):
        if strength > best.get(with_, 0.0):
            best[with_] = strength
    return best


def _learn(texts: Texts, examples: Sequence[tuple[int, int]]) -> tuple[_Table, _Table]:
    """Return what goes with each word of the first text's language in the second's, and back."""
    mine = {one: _recurring(texts, one) for one in {one for one, _ in examples}}
    yours = {other: _recurring(texts, other) for other in {other for _, other in examples}}
    of_left: Counter[str] = Counter()
    of_right: Counter[str] = Counter()
    beside: dict[str, list[list[str]]] = defaultdict(list)  # what stands opposite each word, example by example
    for one, other in examples:
        of_left.update(mine[one])
        of_right.update(yours[other])
        for word in mine[one]:
            beside[word].append(yours[other])
    forth: dict[str, dict[str, float]] = defaultdict(dict)
    back: dict[str, dict[str, float]] = defaultdict(dict)
    for word, opposite in beside.items():
        if len(opposite) >= _LEAST_MEETINGS:
            # what stands opposite fewer times is too weak, however rare it is
            least = max(_LEAST_MEETINGS, len(opposite) * _LEAST_STRENGTH / (2 - _LEAST_STRENGTH))
            for with_, count in Counter(chain.from_iterable(opposite)).items():
                if count >= least:
                    strength = 2 * (count - _DISCOUNT) / (of_left[word] + of_right[with_])
                    if strength > _LEAST_STRENGTH:
                        forth[word][with_] = back[with_][word] = strength
    return _strongest(forth), _strongest(back)


def _recurring(texts: Texts, number: int) -> list[str]:
    """Return the words of a text that stand in enough texts to be learned."""
    counts = texts.counts[texts.languages[number]]
    return [word for word in texts.words[number] if counts[word] >= _LEAST_MEETINGS]


def _strongest(table: dict[str, dict[str, float]]) -> _Table:
    """Return the few strongest translations of each word."""
    return {
        word: tuple(sorted(found.items(), key=lambda each: (-each[1], each[0]))[:_MOST_TRANSLATIONS])
        for word, found in table.items()
    }
