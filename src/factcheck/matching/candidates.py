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


def events(sentences: Sequence[Sentence]) -> list[tuple[int, ...]]:
    """Return groups of documents (their indices) that seem to report the same event, found in all languages at once."""
    keys: dict[int, set[str]] = defaultdict(set)
    words: dict[int, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        keys[sentence.document] |= sentence.keys
        words[sentence.document][sentence.language] += len(sentence.words)
    languages = {number: count.most_common(1)[0][0] for number, count in words.items()}
    rarity = Rarity([frozenset(some) for some in keys.values()])
    rare = {
        number: sorted(some, key=lambda key: (-rarity.weight(key), key))[:_KEYS_PER_DOCUMENT]
        for number, some in keys.items()
    }
    norms = {number: rarity.norm(some) for number, some in rare.items()}
    likeness = {
        (a, b): weight / (norms[a] * norms[b]) for (a, b), weight in shared_weights(rare, rarity, _COMMON).items()
    }
    near = relative(likeness, languages, languages, _NEIGHBOURS)
    for (a, b), value in near.items():
        if languages[a] == languages[b]:
            near[a, b] = value * _SAME_LANGUAGE
    return average_linkage(near, _SAME_EVENT)
