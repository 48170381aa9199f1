"""Which sentences of articles on one event say the same thing, in all languages at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.matching.candidates import Events, Rarity, nearest, shared_weights
from factcheck.matching.clusters import average_linkage, mean_between, relative
from factcheck.matching.vocabulary import Texts, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.matching.sentences import Sentence

# How much more alike than usual (see clusters.relative) grouped sentences are: by keys alone, and with learned words.
_ALIKE_BY_KEYS = 1.3
_ALIKE = 0.75
_GUEST = 1.5  # the same of a sentence towards a group of another event
_RARE = 20  # a key that more sentences have leads no guest anywhere
_ROUNDS = 2  # of learning words and aligning anew
_MEANING = 0.5  # what a model of meaning counts for beside learned words, both from 0 to 1
_RIVALS = 2  # how many next-best sentences of a document say what is usual


Alike = Callable[[int, int], float]


@dataclass(frozen=True)
class Alignment:
    """Groups of sentences (indices) that say the same thing, at most one of a document in each.

    `guests` are pairs of a sentence and a group of another event (or another lone sentence) that may say the same
    thing; `likeness` has the pairs (a < b) of sentences with claims that were worth comparing; `vocabulary` is what the
    dossier has taught.
    """

    groups: list[tuple[int, ...]]
    guests: list[tuple[int, tuple[int, ...]]]
    likeness: dict[tuple[int, int], float]
    vocabulary: Vocabulary

    def likeness_of(self, one: int, other: int) -> float:
        """Return how alike two sentences are; 0 where they were not worth comparing."""
        return self.likeness.get((one, other) if one < other else (other, one), 0.0)


def align(sentences: Sequence[Sentence], meaning: Alike | None = None) -> Alignment:
    """Return the alignment of the sentences of articles on one event, and of sentences that belong to another event.

    Sentences that share names and figures come first; they teach a vocabulary, with which events are found anew and
    their sentences aligned again, twice. Last come guests: a digest tells of many events, so that each of its sentences
    looks for its like everywhere. `meaning` says how alike two sentences are by a model of meaning, from 0 to 1.
    """
    aligner = _Aligner(sentences, meaning)
    documents = Events(sentences)
    events = documents.groups()
    by_keys = [aligner.likeness_by_keys(event, len(event)) for event in aligner.members(events)]
    groups = [group for likeness in by_keys for group in aligner.groups(likeness, _ALIKE_BY_KEYS)]
    likeness: dict[tuple[int, int], float] = {}
    for _ in range(_ROUNDS):
        vocabulary = aligner.vocabulary(groups)
        events = documents.groups(vocabulary)
        groups, likeness = aligner.aligned(events, vocabulary)
    abroad = aligner.likeness_abroad(events, vocabulary)
    return Alignment(groups, aligner.guests(abroad, groups), likeness | abroad, vocabulary)


class _Aligner:
    """The sentences with what aligning them needs over and over."""

    def __init__(self, sentences: Sequence[Sentence], meaning: Alike | None) -> None:
        self._sentences = sentences
        self._meaning = meaning
        self._texts = Texts((sentence.language, sentence.words) for sentence in sentences)
        self._rarity = Rarity([sentence.keys for sentence in sentences])
        self._norms = [self._rarity.norm(sentence.keys) for sentence in sentences]
        self._documents = [sentence.document for sentence in sentences]
        self._languages = dict(enumerate(sentence.language for sentence in sentences))
        self._sides = dict(enumerate(self._documents))
        self._stating = [bool(sentence.claims) for sentence in sentences]
        self._of_document: dict[int, list[int]] = defaultdict(list)
        for number, document in enumerate(self._documents):
            self._of_document[document].append(number)

    def members(self, events: Sequence[tuple[int, ...]]) -> list[list[int]]:
        """Return the sentences of the documents of each event, ascending."""
        return [sorted(number for document in event for number in self._of_document[document]) for event in events]

    def vocabulary(self, groups: Sequence[tuple[int, ...]]) -> Vocabulary:
        """Return the vocabulary that grouped sentences teach."""
        return Vocabulary(self._texts, (pair for group in groups for pair in combinations(group, 2)))

    def aligned(
        self, events: Sequence[tuple[int, ...]], vocabulary: Vocabulary
    ) -> tuple[list[tuple[int, ...]], dict[tuple[int, int], float]]:
        """Return the groups of the sentences of all events by keys and words, and the likeness of all pairs."""
        groups: list[tuple[int, ...]] = []
        likeness: dict[tuple[int, int], float] = {}
        for event in self.members(events):
            known = self.likeness_by_keys(event, len(event))
            pairs = list(_worth_comparing(self._sentences, event, known))
            alike = self._by_words(vocabulary, pairs)
            together = {pair: known.get(pair, 0.0) + more for pair, more in zip(pairs, alike, strict=True)}
            groups += self.groups(together, _ALIKE)
            likeness |= {(a, b): value for (a, b), value in together.items() if self._stating[a] and self._stating[b]}
        return groups, likeness

    def likeness_by_keys(self, numbers: Sequence[int], most: int) -> dict[tuple[int, int], float]:
        """Return how alike sentences of different documents are that share a key which at most `most` of them have."""
        shared = shared_weights({number: self._sentences[number].keys for number in numbers}, self._rarity, most)
        return {
            (a, b): weight / (self._norms[a] * self._norms[b])
            for (a, b), weight in shared.items()
            if self._documents[a] != self._documents[b]
        }

    def groups(self, likeness: dict[tuple[int, int], float], threshold: float) -> list[tuple[int, ...]]:
        """Return the groups of sentences that are more alike than usual, one of a document in each."""
        return average_linkage(self._relative(likeness), threshold, self._documents)

    def likeness_abroad(
        self, events: Sequence[tuple[int, ...]], vocabulary: Vocabulary
    ) -> dict[tuple[int, int], float]:
        """Return how alike sentences with claims are whose articles are not of one event: the nearest of each."""
        stating = {number: sentence.keys for number, sentence in enumerate(self._sentences) if sentence.claims}
        found, _ = nearest(stating, self._rarity, _RARE, self._languages, _RIVALS + 1)
        at_home = {document: number for number, event in enumerate(events) for document in event}
        home = [at_home.get(document, -1 - document) for document in self._documents]
        pairs = [(a, b) for a, b in sorted(found) if home[a] != home[b]]
        alike = self._by_words(vocabulary, pairs)
        return {pair: found[pair] + more for pair, more in zip(pairs, alike, strict=True)}

    def _by_words(self, vocabulary: Vocabulary, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """Return how alike sentences are by words that go together, and by their meaning where it is known."""
        alike = vocabulary.likeness(self._texts, pairs)
        if self._meaning is None:
            return alike
        return [value + _MEANING * self._meaning(a, b) for value, (a, b) in zip(alike, pairs, strict=True)]

    def guests(
        self, likeness: dict[tuple[int, int], float], groups: Sequence[tuple[int, ...]]
    ) -> list[tuple[int, tuple[int, ...]]]:
        """Return sentences, each with the group of another event that it is most like."""
        near: dict[int, dict[int, float]] = defaultdict(dict)
        usual = mean_between(likeness, self._languages)
        for (a, b), value in relative(likeness, self._languages, usual, self._languages, _RIVALS).items():
            near[a][b] = near[b][a] = value
        of_sentence = {number: group for group in groups for number in group}
        made = []
        for guest in sorted(near):
            hosts = {of_sentence.get(number, (number,)) for number in near[guest]}
            means = ((sum(near[guest].get(number, 0.0) for number in host) / len(host), host) for host in hosts)
            mean, host = min(means, key=lambda each: (-each[0], each[1]))
            if mean > _GUEST and self._documents[guest] not in {self._documents[number] for number in host}:
                made.append((guest, host))
        return made

    def _relative(self, likeness: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
        return relative(likeness, self._languages, mean_between(likeness, self._languages), self._sides, _RIVALS)


def _worth_comparing(
    sentences: Sequence[Sentence], event: Sequence[int], known: dict[tuple[int, int], float]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a key, and all pairs of sentences with claims."""
    yield from known
    stating = [number for number in event if sentences[number].claims]
    for a, b in combinations(stating, 2):
        if sentences[a].document != sentences[b].document and (a, b) not in known:
            yield a, b
