"""Which articles report the same event, and how alike sentences are: blocking through inverted lists of rare keys."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.matching.clusters import average_linkage, relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.matching.sentences import Sentence
    from factcheck.matching.vocabulary import Vocabulary

# A key that more documents have than this tells little, and its pairs would grow with the square of the dossier.
_COMMON = 80
# Documents: how much more alike than usual they are, on average over the group (see clusters.relative).
_SAME_EVENT = 1.2
_NEIGHBOURS = 5  # how many next-best neighbours say what is usual
_KEYS_PER_DOCUMENT = 120  # only the rarest keys of an article look for other articles
# Articles of one language share turns of phrase, whatever they report.
_SAME_LANGUAGE = 0.5
# Keeps short texts with one rare key in common from looking identical; in the unit of an idf.
_SMOOTHING = 4.0


class Rarity:
    """How rare each key is: idf over a collection of `size` sets of keys."""

    def __init__(self, collections: Sequence[frozenset[str]]) -> None:
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


class Events:
    """The documents of a dossier, and how alike they are by their rarest keys."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._keys: dict[int, set[str]] = defaultdict(set)
        self._words: dict[int, set[str]] = defaultdict(set)
        counts: dict[int, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            self._keys[sentence.document] |= sentence.keys
            self._words[sentence.document] |= sentence.words
            counts[sentence.document][sentence.language] += len(sentence.words) + 1
        self._languages = {number: count.most_common(1)[0][0] for number, count in counts.items()}
        rarity = Rarity([frozenset(keys) for keys in self._keys.values()])
        rare = {
            number: sorted(keys, key=lambda key: (-rarity.weight(key), key))[:_KEYS_PER_DOCUMENT]
            for number, keys in self._keys.items()
        }
        norms = {number: rarity.norm(keys) for number, keys in rare.items()}
        self._likeness = {
            (a, b): weight / (norms[a] * norms[b]) for (a, b), weight in shared_weights(rare, rarity, _COMMON).items()
        }

    def groups(self, vocabulary: Vocabulary | None = None) -> list[tuple[int, ...]]:
        """Return groups of documents (their indices) that seem to report the same event, in all languages at once.

        With a vocabulary, the words of the likeliest neighbours have a say too.
        """
        likeness = self._likeness
        if vocabulary is not None:
            order = sorted(self._words)
            place = {number: position for position, number in enumerate(order)}
            texts = vocabulary.over([(self._languages[number], frozenset(self._words[number])) for number in order])
            likeness = {
                (a, b): self._likeness[a, b] + texts.likeness(place[a], place[b]) for a, b in sorted(self._neighbours())
            }
        near = relative(likeness, self._languages, self._languages, _NEIGHBOURS)
        for (a, b), value in near.items():
            if self._languages[a] == self._languages[b]:
                near[a, b] = value * _SAME_LANGUAGE
        return average_linkage(near, _SAME_EVENT)

    def _neighbours(self) -> set[tuple[int, int]]:
        """Return the pairs of which one is among the other's nearest of its language."""
        nearest: dict[tuple[int, str], list[tuple[float, tuple[int, int]]]] = defaultdict(list)
        for (a, b), value in self._likeness.items():
            nearest[a, self._languages[b]].append((-value, (a, b)))
            nearest[b, self._languages[a]].append((-value, (a, b)))
        return {pair for values in nearest.values() for _, pair in sorted(values)[: _NEIGHBOURS + 3]}
