"""Which sentences of articles on one event say the same thing, in all languages at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.matching.candidates import Events, keyed, nearest, shared
from factcheck.matching.clusters import Likeness, average_linkage, joined, mean_between, relative
from factcheck.matching.ragged import Ragged, all_pairs, ranks, sums
from factcheck.matching.room import give_back
from factcheck.matching.vocabulary import Counterparts, Texts, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from numpy.typing import NDArray

    from factcheck.matching.articles import Spread
    from factcheck.matching.corpus import Corpus
    from factcheck.matching.ragged import Numbers, Values

# How much more alike than usual (see clusters.relative) grouped sentences are: by keys alone, and with learned words.
_ALIKE_BY_KEYS = 1.3
_ALIKE = 0.75
_GUEST = 1.5  # the same of a sentence towards a group of another event
_LEAST_SENTENCES = 1500  # those of fewer are looked at as part of so many (see `candidates`)
_RARE = 20  # a key that more sentences have leads no guest anywhere
_ROUNDS = 2  # of learning words and aligning anew
_MEANING = 0.5  # what a model of meaning counts for beside learned words, both from 0 to 1
_TOGETHER = 16_384  # pairs of sentences that are grouped at once
_NO_GROUPS = Ragged.of([])
_RIVALS = 3  # how many next-best sentences of a document say what is usual

Alike = Callable[[int, int], float]
Group = tuple[int, ...]


@dataclass(frozen=True)
class Alignment:
    """Groups of sentences (indices) that say the same thing, at most one of a document in each.

    `guests` are pairs of a sentence and a group of another event (or another lone sentence) that may say the same
    thing; `likeness` has the pairs (a < b) of sentences with claims that are in one group, or guest and host;
    `vocabulary` is what the dossier has taught.
    """

    groups: Ragged
    guests: list[tuple[int, Group]]
    likeness: Likeness
    vocabulary: Vocabulary


class Event(NamedTuple):
    """The sentences of an event, from 0, with all that grouping them needs, so that it can be done anywhere.

    `languages`, numbers below `known`, and `articles` are theirs; grouped ones are more alike than the `threshold`.
    """

    likeness: Likeness
    languages: NDArray[Any]
    articles: NDArray[Any]
    known: int
    threshold: float


def grouped(events: Sequence[Event]) -> list[list[Group]]:
    """Return the groups of each event's sentences that are more alike than usual, one of a document in each."""
    found = []
    for likeness, languages, articles, known, threshold in events:
        mean = mean_between(likeness, languages, known)
        alike = relative(likeness, languages, mean, articles, _RIVALS)
        found.append(average_linkage(alike, threshold, articles))
    return found


def align(corpus: Corpus, meaning: Alike | None = None, spread: Spread = map) -> Alignment:
    """Return the alignment of the sentences of articles on one event, and of sentences that belong to another event.

    Sentences that share names and figures come first; they teach a vocabulary, with which events are found anew and
    their sentences aligned again, twice. Last come guests: a digest tells of many events, so that each of its sentences
    looks for its like everywhere. `meaning` says how alike two sentences are by a model of meaning, from 0 to 1;
    `spread` has the sentences of events grouped.
    """
    aligner = _Aligner(corpus, meaning, spread)
    events = aligner.events.groups()
    give_back()
    groups = aligner.aligned_by_keys(events)
    for _ in range(_ROUNDS):
        vocabulary = aligner.vocabulary(groups)
        events = aligner.events.groups(vocabulary)
        give_back()
        groups, likeness = aligner.aligned(events, vocabulary)
        give_back()
    guests, abroad = aligner.guests(aligner.likeness_abroad(events, vocabulary), groups)
    return Alignment(groups, guests, joined([likeness, abroad]), vocabulary)


class _Aligner:
    """The sentences with what aligning them needs over and over."""

    def __init__(self, corpus: Corpus, meaning: Alike | None, spread: Spread) -> None:
        self._meaning, self._spread = meaning, spread
        # a value of one digit tells little
        short = np.array([len(name) == 2 and name[0] == "#" for name in corpus.names], np.bool_)
        self.events = Events(corpus, short)
        self._texts = Texts(corpus.lexicon, corpus.words, corpus.languages)
        self._keyed = keyed(corpus.keys, short, _LEAST_SENTENCES)
        self._languages, self._count = corpus.languages, len(corpus.lexicon.languages)
        self._articles, self._stating = corpus.articles, corpus.stating
        self._size = len(self._articles)
        self._of_article = Ragged(np.arange(self._size), np.r_[corpus.begins, self._size])

    def members(self, events: Sequence[Group]) -> Iterator[Numbers]:
        """Yield the sentences of the articles of each event, ascending."""
        return (self._of_article.take(np.array(event))[1] for event in events)

    def vocabulary(self, groups: Ragged) -> Vocabulary:
        """Return the vocabulary that grouped sentences teach."""
        left, right = _pairs_within(groups)
        return Vocabulary(self._texts, left, right)

    def aligned_by_keys(self, events: Sequence[Group]) -> Ragged:
        """Return the groups of the sentences of all events by keys alone."""
        alike = ((event, self._by_keys(event)) for event in self.members(events))
        return Ragged.joined([_NO_GROUPS, *(found for found, _ in self._grouped(alike, _ALIKE_BY_KEYS))])

    def aligned(self, events: Sequence[Group], vocabulary: Vocabulary) -> tuple[Ragged, Likeness]:
        """Return the groups of the sentences of all events by keys and words, and the likeness within each."""
        groups, likeness = [_NO_GROUPS], list[Likeness]()
        counterparts = Counterparts(self._texts, vocabulary)

        def alike(event: Numbers) -> Likeness:
            a, b, known = self._worth_comparing(event)
            return Likeness(a, b, known + self._by_words(counterparts, a, b))

        for found, together in self._grouped(((event, alike(event)) for event in self.members(events)), _ALIKE):
            likeness.append(self._within(found, together))
            groups.append(found)
        return Ragged.joined(groups), joined(likeness)

    def _by_keys(self, event: Numbers) -> Likeness:
        """Return how alike sentences of an event are that share keys and are not of one article."""
        return shared(self._keyed, event, self._articles)

    def _worth_comparing(self, event: Numbers) -> Likeness:
        """Return the pairs that share a key, and all pairs of sentences with claims, and how alike by keys they are."""
        a, b, value = self._by_keys(event)
        stating = event[self._stating[event]]
        one, other = (stating[side] for side in np.triu_indices(len(stating), 1))
        parted = self._articles[one] != self._articles[other]
        pairs = np.union1d(a * self._size + b, one[parted] * self._size + other[parted])
        known = np.zeros(len(pairs))
        known[np.searchsorted(pairs, a * self._size + b)] = value
        return Likeness(*np.divmod(pairs, self._size), known)

    def _grouped(
        self, alike: Iterable[tuple[Numbers, Likeness]], threshold: float
    ) -> Iterator[tuple[Ragged, Likeness]]:
        """Yield the groups of each event's sentences, and how alike those are; some events are grouped at once."""
        waiting: deque[list[tuple[Numbers, Likeness]]] = deque()

        def handed_out() -> Iterator[list[Event]]:
            for some in _batches(alike):
                waiting.append(some)
                yield [self._event(event, likeness, threshold) for event, likeness in some]

        for found in self._spread(grouped, handed_out()):
            for (event, likeness), groups in zip(waiting.popleft(), found, strict=True):
                yield Ragged.of(groups).named(event.astype(np.int32)), likeness

    def _event(self, event: Numbers, likeness: Likeness, threshold: float) -> Event:
        here = Likeness(np.searchsorted(event, likeness.a), np.searchsorted(event, likeness.b), likeness.value)
        return Event(here, self._languages[event], self._articles[event], self._count, threshold)

    def _within(self, groups: Ragged, likeness: Likeness) -> Likeness:
        """Return how alike sentences with claims of one group are."""
        a, b = _pairs_within(groups)
        both = self._stating[a] & self._stating[b]
        known, wanted = likeness.a * self._size + likeness.b, a[both].astype(np.int64) * self._size + b[both]
        return likeness.only(np.isin(known, wanted))

    def likeness_abroad(self, events: Sequence[Group], vocabulary: Vocabulary) -> Likeness:
        """Return how alike sentences with claims are whose articles are not of one event: the nearest of each."""
        keys = self._keyed.keys
        stating = self._keyed._replace(keys=keys.only(np.repeat(self._stating, keys.lengths)))
        found, _ = nearest(stating, _RARE, self._languages, self._count, _RIVALS + 1)
        home = -1 - np.arange(len(self._of_article))
        for number, event in enumerate(events):
            home[list(event)] = number
        a, b, value = found.only(home[self._articles[found.a]] != home[self._articles[found.b]])
        a, b = a.astype(np.int64), b.astype(np.int64)
        return Likeness(a, b, value + self._by_words(Counterparts(self._texts, vocabulary), a, b))

    def _by_words(self, counterparts: Counterparts, a: NDArray[Any], b: NDArray[Any]) -> Values:
        """Return how alike sentences are by words that go together, and by their meaning where it is known."""
        alike = counterparts.likeness(a, b)
        if self._meaning is None:
            return alike
        return alike + _MEANING * np.array([self._meaning(*pair) for pair in zip(a.tolist(), b.tolist(), strict=True)])

    def guests(self, likeness: Likeness, groups: Ragged) -> tuple[list[tuple[int, Group]], Likeness]:
        """Return sentences, each with the group of another event that it is most like, and how like them they are."""
        usual = mean_between(likeness, self._languages, self._count)
        a, b, value = relative(likeness, self._languages, usual, self._languages, _RIVALS)
        guest, member, value = np.r_[a, b], np.r_[b, a], np.r_[value, value]
        group_of, size = self._group_of(groups), self._size
        # hosts are known by their first member
        first = np.r_[np.arange(size), groups.numbers[groups.starts[:-1]]].astype(np.int64)
        members = np.r_[np.ones(size), groups.lengths]
        host = np.where(group_of[member] < 0, member, group_of[member] + size)
        order = np.lexsort((member, first[host], guest))
        pairs, which = np.unique(guest[order] * size + first[host[order]], return_inverse=True)
        hosts = np.zeros(len(pairs), np.int64)
        hosts[which] = host[order]
        mean = sums(which, value[order], len(pairs)) / members[hosts]
        best = np.lexsort((first[hosts], -mean, pairs // size))
        best = best[(ranks(pairs[best] // size) == 0)]
        made = []
        for one, other in zip(
            (pairs[best] // size)[mean[best] > _GUEST].tolist(), hosts[best][mean[best] > _GUEST].tolist(), strict=True
        ):
            group = (other,) if other < size else tuple(groups[other - size].tolist())
            if self._articles[one] not in self._articles[list(group)]:
                made.append((one, group))
        wanted = np.array([min(one, each) * size + max(one, each) for one, group in made for each in group], np.int64)
        return made, likeness.only(np.isin(likeness.a * size + likeness.b, wanted))

    def _group_of(self, groups: Ragged) -> NDArray[np.int64]:
        """Return the group of each sentence, -1 where it is in none."""
        made = np.full(self._size, -1)
        made[groups.numbers] = groups.rows()
        return made


def _batches(alike: Iterable[tuple[Numbers, Likeness]]) -> Iterator[list[tuple[Numbers, Likeness]]]:
    """Yield events with how alike their sentences are, some at a time."""
    some: list[tuple[Numbers, Likeness]] = []
    pairs = 0
    for event, likeness in alike:
        some.append((event, likeness))
        pairs += len(likeness.a)
        if pairs >= _TOGETHER:
            yield some
            some, pairs = [], 0
    if some:
        yield some


def _pairs_within(groups: Ragged) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return all pairs of members of one group, in order."""
    one, other = [_NO_GROUPS.numbers], [_NO_GROUPS.numbers]
    for begin, end in groups.stretches(_TOGETHER):
        here = groups.stretch(begin, end)
        left, right = all_pairs(here.rows())
        one.append(here.numbers[left])
        other.append(here.numbers[right])
    return np.concatenate(one), np.concatenate(other)
