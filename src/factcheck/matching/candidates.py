"""Which articles report the same event, and how alike sentences are: blocking through inverted lists of rare keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.matching.clusters import Likeness, average_linkage, mean_between, pairs_between, relative
from factcheck.matching.ragged import Numbers, Ragged, Values, all_pairs, ranks, starts_of, sums
from factcheck.matching.sentences import FAINT
from factcheck.matching.vocabulary import Counterparts, Texts, logarithms

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    from factcheck.matching.corpus import Corpus
    from factcheck.matching.vocabulary import Vocabulary

# A key that more documents have than this tells little, and its pairs would grow with the square of the dossier.
_COMMON = 80
# Documents: how much more alike than usual they are, on average over the group (see clusters.relative).
_SAME_EVENT = 1.05
_NEIGHBOURS = 5  # how many next-best neighbours say what is usual
_KEYS_PER_DOCUMENT = 120  # only the rarest keys of an article look for other articles
# Articles of one language share turns of phrase, whatever they report.
_SAME_LANGUAGE = 0.5
# A few articles cannot tell what is rare, nor how alike articles are that have nothing to do with each other: of two on
# one event, and no others, all that they share is in "all articles", and they are as alike as is "usual". So fewer are
# looked at as part of so many, where no other has what they share; fewer pairs of two languages as among so many that
# are as alike, within a language and across, as the nearest of 372 articles in six languages were (by keys, and with
# words too); and what is usual among less than many is no less than that.
_LEAST_ARTICLES, _LEAST_PAIRS, _MANY_PAIRS = 100, 8, 100
_USUAL_BY_KEYS, _USUAL = (0.06, 0.03), (0.13, 0.05)
# Keeps short texts with one rare key in common from looking identical; in the unit of an idf.
_SMOOTHING = 4.0
_NOTHING = Likeness(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0))
_AT_ONCE = 1 << 18  # meetings of two items at a key that are looked at together


class Keyed(NamedTuple):
    """Items with their keys, the weight of each key, how many items have it, and how long the keys of each item are."""

    keys: Ragged
    weights: Values
    counts: Numbers
    norms: Values


def keyed(keys: Ragged, short: NDArray[np.bool_], least: int) -> Keyed:
    """Return items by their keys; a key weighs idf squared, a `short` one half: it tells little wherever it stands.

    Fewer items than the `least` are looked at as part of so many.
    """
    counts = np.bincount(keys.numbers, minlength=len(short))
    idf = logarithms((max(len(keys), least) + 1) / np.maximum(1, counts))
    weights = idf * idf * np.where(short, 0.5, 1.0)
    return Keyed(keys, weights, counts, lengths(keys, weights))


def lengths(keys: Ragged, weights: Values) -> Values:
    """Return how long sets of keys are."""
    return np.sqrt(keys.totals(weights)) + _SMOOTHING


def shared(items: Keyed, numbers: NDArray[Any], apart: NDArray[Any]) -> Likeness:
    """Return how alike items are that share keys (cosine); those with the same entry in `apart` are left out."""
    row, keys = items.keys.take(numbers)
    order = np.argsort(keys, kind="stable")
    left, right = all_pairs(keys[order])
    key, left, right = keys[order[left]], numbers[row[order[left]]], numbers[row[order[right]]]
    parted = apart[left] != apart[right]
    return _alike(items.weights[key[parted]], left[parted], right[parted], items.norms)


def _alike(weights: Values, left: NDArray[Any], right: NDArray[Any], norms: Values) -> Likeness:
    """Return the cosine for each pair that meets at keys of these weights, added in the order that they come in."""
    pairs, which = np.unique(left.astype(np.int64) * len(norms) + right, return_inverse=True)
    a, b = np.divmod(pairs, len(norms))
    return Likeness(a, b, sums(which, weights, len(pairs)) / (norms[a] * norms[b]))


def nearest(items: Keyed, most: int, languages: NDArray[Any], count: int, keep: int) -> tuple[Likeness, Values]:
    """Return how alike items are (cosine of shared keys) and the mean of that between each two of `count` languages.

    Only keys that at most `most` items have are looked at, and only pairs are kept of which one is among the other's
    `keep` nearest of its language, so that time and memory grow with the number of items.
    """
    having = np.bincount(items.keys.numbers, minlength=len(items.weights))
    telling = items.keys.only(((having > 1) & (having <= most))[items.keys.numbers])
    holders = telling.turned(len(items.weights))
    met = np.r_[0, np.cumsum(having[telling.numbers])][telling.starts]
    total, tally = np.zeros(count * count), np.zeros(count * count)
    kept: list[Likeness] = []
    begin = 0
    while begin < len(items.keys):
        end = max(begin + 1, int(np.searchsorted(met, met[begin] + _AT_ONCE, "right")) - 1)
        numbers = np.arange(begin, end)
        row, keys = telling.take(numbers)
        which, others = holders.take(keys)
        one = numbers[row[which]]
        apart = one != others
        a, b, value = _alike(items.weights[keys[which[apart]]], one[apart], others[apart], items.norms)
        between = languages[a].astype(np.int64) * count + languages[b]
        np.add.at(total, between, value)
        np.add.at(tally, between, 1.0)
        towards = a * count + languages[b]
        order = np.lexsort((-value, towards))
        order = order[ranks(towards[order]) < keep]
        a, b, value = a[order], b[order], value[order]
        kept.append(Likeness(np.minimum(a, b).astype(np.int32), np.maximum(a, b).astype(np.int32), value))
        begin = end
    a, b, value = (np.concatenate([nothing, *found]) for nothing, *found in zip(_NOTHING, *kept, strict=True))
    kept.clear()
    _, first = np.unique(a.astype(np.int64) * len(items.keys) + b, return_index=True)
    mean = total / np.maximum(1, tally)
    return Likeness(a[first], b[first], value[first]), mean.reshape(count, count)


class Events:
    """The articles of a dossier, and how alike they are by their rarest keys."""

    def __init__(self, corpus: Corpus, short: NDArray[np.bool_]) -> None:
        """Take the articles of a corpus; `short` says which keys tell little."""
        self._languages = corpus.article_languages
        self._count = len(corpus.lexicon.languages)
        self._texts = Texts(corpus.lexicon, corpus.article_words, corpus.article_languages)
        own, telling = _of_articles(corpus), np.array([name[0] != FAINT for name in corpus.names], np.bool_)
        every = keyed(own.only(telling[own.numbers]), short, _LEAST_ARTICLES)
        rare = _rarest(every)
        looking = Keyed(rare, every.weights, every.counts, lengths(rare, every.weights))
        del every
        self._likeness, self._mean = nearest(looking, _COMMON, self._languages, self._count, _NEIGHBOURS + 3)

    def groups(self, vocabulary: Vocabulary | None = None) -> list[tuple[int, ...]]:
        """Return groups of articles (their numbers) that seem to report the same event, in all languages at once.

        With a vocabulary, the words of the likeliest neighbours have a say too.
        """
        likeness, mean = self._likeness, self._mean
        if vocabulary is not None:
            a, b, value = likeness
            likeness = Likeness(a, b, value + Counterparts(self._texts, vocabulary).likeness(a, b))
            mean = mean_between(likeness, self._languages, self._count)
        mean = self._among_many(mean, _USUAL_BY_KEYS if vocabulary is None else _USUAL)
        likeness = relative(likeness, self._languages, mean, self._languages, _NEIGHBOURS)
        likeness.value[self._languages[likeness.a] == self._languages[likeness.b]] *= _SAME_LANGUAGE
        return average_linkage(likeness, _SAME_EVENT)

    def _among_many(self, mean: Values, usual: tuple[float, float]) -> Values:
        """Return mean likeness between languages of which few articles are seen as it would be among many."""
        pairs = pairs_between(self._likeness, self._languages, self._count)
        within, across = usual
        known = np.where(np.eye(self._count) > 0, within, across)
        lacking = np.maximum(0, _LEAST_PAIRS - pairs)
        made = np.where(lacking > 0, (mean * pairs + known * lacking) / (pairs + lacking), mean)
        among: Values = np.where(pairs < _MANY_PAIRS, np.maximum(made, known), made)
        return among


def _of_articles(corpus: Corpus) -> Ragged:
    """Return the keys of each article, ascending, each once."""
    articles, size = corpus.articles, len(corpus.names)
    whole = Ragged(corpus.keys.numbers, corpus.keys.starts[np.r_[corpus.begins, len(articles)]])
    made = []
    for begin, end in whole.stretches(_AT_ONCE):
        here = whole.stretch(begin, end)
        own, keys = np.divmod(np.unique(here.rows() * size + here.numbers), size)
        made.append(Ragged(keys.astype(np.int32), starts_of(np.bincount(own, minlength=end - begin))))
    return Ragged.joined(made)


def _rarest(items: Keyed) -> Ragged:
    """Return the weightiest keys of each article, ascending."""
    made = []
    for begin, end in items.keys.stretches(_AT_ONCE):
        here = items.keys.stretch(begin, end)
        rows = here.rows()
        order = np.lexsort((here.numbers, -items.weights[here.numbers], rows))
        rare = np.zeros(len(rows), np.bool_)
        rare[order[ranks(rows[order]) < _KEYS_PER_DOCUMENT]] = True
        made.append(here.only(rare))
    return Ragged.joined(made)
