"""Which sentences of articles on one event say the same thing, in all languages at once."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.matching.candidates import Rarity, shared_weights
from factcheck.matching.clusters import average_linkage, relative
from factcheck.matching.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.matching.sentences import Sentence

# How much more alike than usual (see clusters.relative) grouped sentences are: by keys alone, and with learned words.
_ALIKE_BY_KEYS = 1.3
_ALIKE = 1.0
_RIVALS = 2  # how many next-best sentences of a document say what is usual


class Alignment:
    """Groups of sentences (indices) that say the same thing, at most one of a document in each.

    `likeness` has every pair (a < b) within an event that was looked at, 0 to about 2.
    """

    def __init__(
        self, sentences: Sequence[Sentence], groups: list[tuple[int, ...]], likeness: dict[tuple[int, int], float]
    ) -> None:
        self.groups = groups
        self.likeness = likeness
        self._documents = [sentence.document for sentence in sentences]
        self._best: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        for (a, b), value in likeness.items():
            self._best[a, self._documents[b]].append((value, b))
            self._best[b, self._documents[a]].append((value, a))

    def likeness_of(self, one: int, other: int) -> float:
        """Return how alike two sentences are; 0 where they were not worth comparing."""
        return self.likeness.get((one, other) if one < other else (other, one), 0.0)

    def rival(self, one: int, other: int) -> float:
        """Return how alike `one` is to the sentence it is most like in the other's document, the other left out."""
        here = self._best[one, self._documents[other]]
        return max((value for value, number in here if number != other), default=0.0)


def align(sentences: Sequence[Sentence], events: Sequence[tuple[int, ...]]) -> Alignment:
    """Return the alignment of the sentences of each event's documents.

    Sentences that share names and figures come first; they teach a vocabulary, with which all are aligned again.
    """
    rarity = Rarity([sentence.keys for sentence in sentences])
    by_document: dict[int, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        by_document[sentence.document].append(number)
    members = [sorted(number for document in event for number in by_document[document]) for event in events]
    by_keys: list[dict[tuple[int, int], float]] = []
    for event in members:
        norms = {number: rarity.norm(sentences[number].keys) for number in event}
        shared = shared_weights({number: sentences[number].keys for number in event}, rarity, len(event))
        by_keys.append(
            {
                (a, b): weight / (norms[a] * norms[b])
                for (a, b), weight in shared.items()
                if sentences[a].document != sentences[b].document
            }
        )
    documents = [sentence.document for sentence in sentences]
    languages = dict(enumerate(sentence.language for sentence in sentences))
    sides = dict(enumerate(documents))
    sure = [
        group
        for likeness in by_keys
        for group in average_linkage(relative(likeness, languages, sides, _RIVALS), _ALIKE_BY_KEYS, documents)
    ]
    vocabulary = Vocabulary(sentences, (pair for group in sure for pair in combinations(group, 2)))
    likeness: dict[tuple[int, int], float] = {}
    groups: list[tuple[int, ...]] = []
    for event, known in zip(members, by_keys, strict=True):
        together = {
            pair: known.get(pair, 0.0) + vocabulary.likeness(*pair)
            for pair in _worth_comparing(sentences, event, known)
        }
        groups += average_linkage(relative(together, languages, sides, _RIVALS), _ALIKE, documents)
        likeness |= together
    return Alignment(sentences, groups, likeness)


def _worth_comparing(
    sentences: Sequence[Sentence], event: Sequence[int], known: dict[tuple[int, int], float]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a key, and all pairs of sentences with claims."""
    yield from known
    stating = [number for number in event if sentences[number].claims]
    for a, b in combinations(stating, 2):
        if sentences[a].document != sentences[b].document and (a, b) not in known:
            yield a, b
