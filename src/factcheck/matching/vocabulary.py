"""Word pairs learned from the dossier itself.

Sentences that surely say the same thing in two languages, found by names and figures, teach which words go together;
these lead to further sentences. The measure is Dice's coefficient over pairs of aligned sentences, less a discount for
chance, so that a pair seen once counts for nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from factcheck.matching.ragged import Numbers, Ragged, Values, meetings, ranks, starts_of, sums

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_DISCOUNT = 0.7  # of a co-occurrence: what one meeting by chance is worth
_LEAST_MEETINGS = 2
_LEAST_STRENGTH = 0.25
_MOST_TRANSLATIONS = 4  # of one word into one language
_MOST_EXAMPLES = 3000  # aligned sentences of two languages that are learned from; evenly drawn where there are more
_TOGETHER = 32  # texts whose words are looked up in others at once


class Lexicon(NamedTuple):
    """All words of a dossier, in order of their languages: what their numbers stand for.

    Those of language `n` are `words[starts[n] : starts[n + 1]]`, ascending.
    """

    languages: tuple[str, ...]
    starts: Numbers
    words: Sequence[str]

    def by_language(self) -> list[tuple[str, Sequence[str]]]:
        """Return the words of each language, ascending."""
        edges = zip(self.languages, self.starts.tolist(), self.starts[1:].tolist(), strict=False)
        return [(language, self.words[start:end]) for language, start, end in edges]

    def of_words(self) -> Numbers:
        """Return the language of each word, as its place in `languages`."""
        return np.repeat(np.arange(len(self.languages)), np.diff(self.starts))


class Texts:
    """Texts of several languages to be compared by their words, of which rare ones weigh more (idf in the language)."""

    def __init__(self, lexicon: Lexicon, words: Ragged, languages: NDArray[Any]) -> None:
        """Take texts: their words, ascending, each once, and their languages, as numbers of the lexicon."""
        self.lexicon = lexicon
        self.words = words
        self.languages = languages
        self.counts = np.bincount(words.numbers, minlength=len(lexicon.words))
        sizes = np.bincount(languages, minlength=len(lexicon.languages))
        self.weights = logarithms((sizes[lexicon.of_words()] + 1) / np.maximum(1, self.counts))
        self.totals = words.totals(self.weights)


class Vocabulary:
    """Which words of one language go with which of another, with a strength from 0 to 1; within a language, itself."""

    def __init__(self, texts: Texts, left: NDArray[Any], right: NDArray[Any]) -> None:
        """Learn from pairs of texts that say the same; without pairs nothing is known."""
        self._lexicon = texts.lexicon
        nothing = np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
        made = [nothing, *(_learn(texts, *examples) for examples in _by_languages(texts.languages, left, right))]
        words, with_, strength = (np.concatenate(parts) for parts in zip(*made, strict=True))
        order = np.lexsort((with_, words))
        self._with = Ragged(with_[order], starts_of(np.bincount(words, minlength=len(texts.lexicon.words))))
        self._strength = strength[order]

    def pairs(self, least: float = 0.0) -> list[tuple[str, str, str, str, float]]:
        """Return what was learned, in order: language, stem, other language (after it), its stem, strength 0 to 1."""
        lexicon, of_word = self._lexicon, self._lexicon.of_words()
        one, other = self._with.rows(), self._with.numbers
        wanted = (of_word[one] < of_word[other]) & (self._strength >= least)
        one, other = one[wanted], other[wanted]
        # each of them goes with several: it is looked up, and sent elsewhere, once
        word = {
            number: (lexicon.languages[of_word[number]], lexicon.words[number])
            for number in np.union1d(one, other).tolist()
        }
        sides = zip(one.tolist(), other.tolist(), self._strength[wanted].tolist(), strict=True)
        return [(*word[a], *word[b], strength) for a, b, strength in sides]

    def translations(self, words: NDArray[Any]) -> tuple[Numbers, Numbers, Numbers]:
        """Return what goes with some words: the place of each among these, what goes with it, their number."""
        which, places = self._with.places(words)
        return which, self._with.numbers[places], places

    def weighed(self, weights: Values) -> Values:
        """Return, by the number of the pair, the strength of each pair of words times the weight of what is meant."""
        weighed: Values = self._strength * weights[self._with.numbers]
        return weighed


class Counterparts:
    """Texts with a vocabulary, to be compared."""

    def __init__(self, texts: Texts, vocabulary: Vocabulary) -> None:
        self._texts, self._vocabulary = texts, vocabulary
        self._strength = vocabulary.weighed(texts.weights)
        self._column = np.full(len(texts.weights), -1)  # of words in the table at hand

    def likeness(self, a: NDArray[Any], b: NDArray[Any]) -> Values:
        """Return, for each pair of texts, the share, from 0 to 1, of their words with a counterpart in the other one.

        `a` is ascending.
        Rare words weigh more (idf within their language).
        """
        covered = np.zeros(len(a))
        for pairs, one, other in meetings(a, b, _TOGETHER):
            # a row for each of some texts: what its words mean in all languages, against the words of what it meets
            texts, row = np.unique(one, return_inverse=True)
            pair, words = self._texts.words.take(other)
            columns = self._take_columns(words)
            meant = self._meant(texts, len(columns))
            np.add.at(covered, pairs, sums(pair, meant[row[pair], self._column[words]], len(pairs)))
            self._column[columns] = -1
        total = self._texts.totals[a] + self._texts.totals[b]
        made: Values = np.divide(covered, total, out=covered, where=total > 0)
        return made

    def _take_columns(self, words: NDArray[Any]) -> NDArray[Any]:
        """Give each different word a column, and return them in the order of the columns."""
        self._column[words] = np.arange(len(words))
        columns: NDArray[Any] = words[self._column[words] == np.arange(len(words))]
        self._column[columns] = np.arange(len(columns))
        return columns

    def _meant(self, numbers: Numbers, width: int) -> Values:
        """Return for some texts, a row for each, how surely their words go with those that have a column."""
        made = np.zeros((len(numbers), width))
        row, words = self._texts.words.take(numbers)
        which, with_, places = self._vocabulary.translations(words)
        column = self._column[with_]
        known = column >= 0
        np.maximum.at(made.reshape(-1), row[which[known]] * width + column[known], self._strength[places[known]])
        own = self._column[words]
        made[row[own >= 0], own[own >= 0]] = self._texts.weights[words[own >= 0]]
        return made


def logarithms(values: Values) -> Values:
    """Return natural logarithms, the same on every machine, which numpy's need not be."""
    different, which = np.unique(values, return_inverse=True)
    return np.array([math.log(value) for value in different.tolist()])[which]


def _by_languages(
    languages: NDArray[Any], left: NDArray[Any], right: NDArray[Any]
) -> Iterator[tuple[NDArray[Any], NDArray[Any]]]:
    """Yield the pairs of two languages each, the lesser first, at most as many as are learned from."""
    count = int(languages.max(initial=0)) + 1
    between = np.minimum(languages[left], languages[right]) * count + np.maximum(languages[left], languages[right])
    for each in np.unique(between).tolist():
        if each // count != each % count:
            examples = np.flatnonzero(between == each)
            drawn = examples[:: -(-len(examples) // _MOST_EXAMPLES)]
            swapped = languages[left[drawn]] > languages[right[drawn]]
            yield np.where(swapped, right[drawn], left[drawn]), np.where(swapped, left[drawn], right[drawn])


def _learn(texts: Texts, left: NDArray[Any], right: NDArray[Any]) -> tuple[Numbers, Numbers, Values]:
    """Return what goes with each word of the first texts' language in the second's, and back: words and strengths."""
    mine, yours = _recurring(texts, left), _recurring(texts, right)
    of_left, of_right = (np.bincount(side.numbers, minlength=len(texts.weights)) for side in (mine, yours))
    which, with_ = yours.take(mine.rows())
    met = np.sort(mine.numbers[which] * np.int64(len(texts.weights)) + with_)
    first = np.flatnonzero(ranks(met) == 0)
    count = np.diff(np.r_[first, len(met)])
    again = count >= _LEAST_MEETINGS
    word, with_ = np.divmod(met[first[again]], len(texts.weights))
    count = count[again]
    strength = 2 * (count - _DISCOUNT) / (of_left[word] + of_right[with_])
    # what stands opposite fewer times is too weak, however rare it is
    sure = (strength > _LEAST_STRENGTH) & (count >= of_left[word] * _LEAST_STRENGTH / (2 - _LEAST_STRENGTH))
    word, with_, strength = word[sure], with_[sure], strength[sure]
    forth, back = _strongest(word, with_, strength), _strongest(with_, word, strength)
    return (
        np.concatenate([word[forth], with_[back]]),
        np.concatenate([with_[forth], word[back]]),
        np.concatenate([strength[forth], strength[back]]),
    )


def _recurring(texts: Texts, numbers: NDArray[Any]) -> Ragged:
    """Return the words of some texts that stand in enough of all to be learned."""
    row, words = texts.words.take(numbers)
    enough = texts.counts[words] >= _LEAST_MEETINGS
    return Ragged.sorted_into(row[enough], words[enough], len(numbers))


def _strongest(words: Numbers, with_: Numbers, strength: Values) -> Numbers:
    """Return where the few strongest translations of each word are."""
    order = np.lexsort((with_, -strength, words))
    return order[ranks(words[order]) < _MOST_TRANSLATIONS]
