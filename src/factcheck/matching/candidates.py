"""Which articles report the same event, and how alike sentences are: blocking through inverted lists of rare keys."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from itertools import combinations, groupby
from typing import TYPE_CHECKING

from factcheck.matching.clusters import average_linkage, mean_between, relative
from factcheck.matching.vocabulary import Texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.matching.sentences import Sentence
    from factcheck.matching.vocabulary import Vocabulary

# A key that more documents have than this tells little, and its pairs would grow with the square of the dossier.
_COMMON = 80
# Documents: how much more alike than usual they are, on average over the group (see clusters.relative).
_SAME_EVENT = 1.05
_NEIGHBOURS = 5  # how many next-best neighbours say what is usual
_KEYS_PER_DOCUMENT = 120  # only the rarest keys of an article look for other articles
# Articles of one language share turns of phrase, whatever they report.
_SAME_LANGUAGE = 0.5
# Keeps short texts with one rare key in common from looking identical; in the unit of an idf.
_SMOOTHING = 4.0


class Rarity:
    """How rare each key is: idf over a collection of `size` sets of keys."""

    def __init__(self, collections: Collection[Collection[str]]) -> None:
        self.size = len(collections)
        self.counts = Counter(key for keys in collections for key in keys)

    def weight(self, key: str) -> float:
        """Return idf squared; a value of one digit counts half, for it tells little wherever it stands."""
        idf = math.log((self.size + 1) / self.counts[key])
        return idf * idf * (0.5 if key.startswith("#") and len(key) == 2 else 1.0)

    def norm(self, keys: Iterable[str]) -> float:
        """Return the length of a set of keys."""
        return math.sqrt(sum(self.weight(key) for key in keys)) + _SMOOTHING


def shared_weights(collections: Mapping[int, Iterable[str]], rarity: Rarity, most: int) -> dict[tuple[int, int], float]:
    """Return the summed weight of shared keys for every pair (a < b) that shares a key which at most `most` have."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number in sorted(collections):
        for key in collections[number]:
            holders[key].append(number)
    total: dict[tuple[int, int], float] = defaultdict(float)
    for key in sorted(holders):
        if 1 < len(holders[key]) <= most:
            weight = rarity.weight(key)
            for pair in combinations(holders[key], 2):
                total[pair] += weight
    return total


def nearest(
    collections: Mapping[int, Iterable[str]], rarity: Rarity, most: int, languages: Mapping[int, str], keep: int
) -> tuple[dict[tuple[int, int], float], dict[tuple[str, str], float]]:
    """Return how alike items are (a < b, cosine of shared keys) and the mean of that between each two languages.

    Only keys that at most `most` items have are looked at, and only pairs are kept of which one is among the other's
    `keep` nearest of its language, so that time and memory grow with the number of items.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number in sorted(collections):
        for key in collections[number]:
            holders[key].append(number)
    weights = {key: rarity.weight(key) for key, here in holders.items() if 1 < len(here) <= most}
    norms = {number: rarity.norm(keys) for number, keys in collections.items()}
    kept: dict[tuple[int, int], float] = {}
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for number in sorted(collections):
        total: dict[int, float] = defaultdict(float)
        for key in sorted(collections[number]):
            weight = weights.get(key)
            if weight is not None:
                for other in holders[key]:
                    total[other] += weight
        total.pop(number, None)
        by_language: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for other, weight in total.items():
            by_language[languages[other]].append((weight / (norms[number] * norms[other]), -other))
        for language, found in by_language.items():
            tally = sums[languages[number], language]
            tally[0] += sum(value for value, _ in found)
            tally[1] += len(found)
            for value, other in heapq.nlargest(keep, found):
                kept[min(number, -other), max(number, -other)] = value
    return kept, {pair: total / count for pair, (total, count) in sums.items()}


class Events:
    """The documents of a dossier, and how alike they are by their rarest keys."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        words: dict[int, tuple[str, ...]] = {}
        self._languages: dict[int, str] = {}
        keys: dict[int, tuple[str, ...]] = {}
        for number, own in groupby(sentences, key=lambda sentence: sentence.document):
            here = list(own)
            keys[number] = tuple({key for sentence in here for key in sentence.keys})
            words[number] = tuple(sorted({word for sentence in here for word in sentence.words}))
            count: Counter[str] = Counter()
            for sentence in here:
                count[sentence.language] += len(sentence.words) + 1
            self._languages[number] = min(count, key=lambda tag: (-count[tag], tag))
        self._texts = Texts((self._languages[number], own) for number, own in words.items())
        self._place = {number: place for place, number in enumerate(words)}
        rarity = Rarity(keys.values())
        rare = {
            number: sorted(own, key=lambda key: (-rarity.weight(key), key))[:_KEYS_PER_DOCUMENT]
            for number, own in keys.items()
        }
        self._likeness, self._mean = nearest(rare, rarity, _COMMON, self._languages, _NEIGHBOURS + 3)

    def groups(self, vocabulary: Vocabulary | None = None) -> list[tuple[int, ...]]:
        """Return groups of documents (their indices) that seem to report the same event, in all languages at once.

        With a vocabulary, the words of the likeliest neighbours have a say too.
        """
        likeness, mean = self._likeness, self._mean
        if vocabulary is not None:
            pairs = sorted(likeness)
            alike = vocabulary.likeness(self._texts, [(self._place[a], self._place[b]) for a, b in pairs])
            likeness = {pair: likeness[pair] + more for pair, more in zip(pairs, alike, strict=True)}
            mean = mean_between(likeness, self._languages)
        near = relative(likeness, self._languages, mean, self._languages, _NEIGHBOURS)
        for (a, b), value in near.items():
            if self._languages[a] == self._languages[b]:
                near[a, b] = value * _SAME_LANGUAGE
        return average_linkage(near, _SAME_EVENT)
