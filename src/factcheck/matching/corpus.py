"""The sentences of many articles as numbers: what a dossier of any size can be compared by."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.matching.ragged import Numbering, Ragged, starts_of
from factcheck.matching.vocabulary import Lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from numpy.typing import NDArray

    from factcheck.matching.sentences import Sentence


class Corpus(NamedTuple):
    """Sentences in the order of their articles, a row each, and the articles that have any.

    `documents`, `passages` and `claims` are those of `Sentence`; `keys` are numbers of `names`, `words` of `lexicon`,
    `languages` of its languages. Of the articles, `begins` are their first sentences, `article_languages` what most of
    each is written in, and `article_words` all words of each, as words of that language. What stands for more is less
    than what comes after it: names and words are ascending.
    """

    documents: NDArray[np.int32]
    passages: NDArray[np.int32]
    languages: NDArray[np.int32]
    keys: Ragged
    words: Ragged
    claims: Ragged
    begins: NDArray[np.int64]
    article_languages: NDArray[np.int32]
    article_words: Ragged
    names: Sequence[str]
    lexicon: Lexicon

    @property
    def articles(self) -> NDArray[Any]:
        """Return the article of each sentence, from 0."""
        return np.repeat(np.arange(len(self.begins)), np.diff(np.r_[self.begins, len(self.documents)]))

    @property
    def stating(self) -> NDArray[np.bool_]:
        """Return which sentences have claims that may be compared."""
        return self.claims.lengths > 0


def corpus(sentences: Sequence[Sentence]) -> Corpus:
    """Return the sentences of some articles, in order, as numbers."""
    names, known = Numbering(), {tag: Numbering() for tag in sorted({sentence.language for sentence in sentences})}
    place = {tag: number for number, tag in enumerate(known)}
    keys = [list(map(names.__getitem__, sentence.keys)) for sentence in sentences]
    words = [list(map(known[sentence.language].__getitem__, sentence.words)) for sentence in sentences]
    begins, article_languages, article_words = [], [], []
    for _, numbers in groupby(range(len(sentences)), key=lambda number: sentences[number].document):
        here = list(numbers)
        size: Counter[str] = Counter()
        for number in here:
            size[sentences[number].language] += len(words[number]) + 1
        tag = min(size, key=lambda tag: (-size[tag], tag))
        said: set[int] = set()
        for number in here:
            same = sentences[number].language == tag
            said.update(words[number] if same else map(known[tag].__getitem__, sentences[number].words))
        begins.append(here[0])
        article_languages.append(place[tag])
        article_words.append(list(said))
    lexicon = _lexicon({tag: sorted(own) for tag, own in known.items()})
    order = np.concatenate([np.zeros(0, np.int64), *map(_order, known.values())])
    order += np.repeat(lexicon.starts[:-1], np.diff(lexicon.starts))
    languages = np.array([place[sentence.language] for sentence in sentences], np.int32)
    return Corpus(
        np.array([sentence.document for sentence in sentences], np.int32),
        np.array([sentence.passage for sentence in sentences], np.int32),
        languages,
        _renumbered(Ragged.of(keys), _order(names)),
        _renumbered(Ragged.of(words), order, lexicon.starts[languages]),
        Ragged.of([sentence.claims for sentence in sentences]),
        np.array(begins, np.int64),
        np.array(article_languages, np.int32),
        _renumbered(Ragged.of(article_words), order, lexicon.starts[article_languages]),
        sorted(names),
        lexicon,
    )


def joined(parts: Sequence[Corpus]) -> Corpus:
    """Return the sentences of several parts, in order, as one."""
    names = sorted({name for part in parts for name in part.names})
    known: dict[str, set[str]] = {tag: set() for tag in sorted({t for part in parts for t in part.lexicon.languages})}
    for part in parts:
        for tag, words in part.lexicon.by_language():
            known[tag].update(words)
    lexicon = _lexicon({tag: sorted(words) for tag, words in known.items()})
    number = {name: n for n, name in enumerate(names)}
    numbers = {
        tag: {word: start + n for n, word in enumerate(words)}
        for (tag, words), start in zip(lexicon.by_language(), lexicon.starts.tolist(), strict=False)
    }
    begins = np.cumsum([0, *(len(part.documents) for part in parts)])
    renamed = []
    for part, before in zip(parts, begins.tolist(), strict=False):
        name = np.array([number[each] for each in part.names], np.int32)
        word = np.array([numbers[tag][each] for tag, own in part.lexicon.by_language() for each in own], np.int32)
        language = np.array([lexicon.languages.index(tag) for tag in part.lexicon.languages], np.int32)
        renamed.append(
            part._replace(
                languages=language[part.languages],
                keys=part.keys.named(name),
                words=part.words.named(word),
                begins=part.begins + before,
                article_languages=language[part.article_languages],
                article_words=part.article_words.named(word),
            )
        )
    return Corpus(
        np.concatenate([part.documents for part in renamed]),
        np.concatenate([part.passages for part in renamed]),
        np.concatenate([part.languages for part in renamed]),
        Ragged.joined([part.keys for part in renamed]),
        Ragged.joined([part.words for part in renamed]),
        Ragged.joined([part.claims for part in renamed]),
        np.concatenate([part.begins for part in renamed]),
        np.concatenate([part.article_languages for part in renamed]),
        Ragged.joined([part.article_words for part in renamed]),
        names,
        lexicon,
    )


def _lexicon(words: dict[str, list[str]]) -> Lexicon:
    """Return the words of all languages, those of each in order."""
    starts = starts_of(np.array([len(each) for each in words.values()], np.int64))
    return Lexicon(tuple(words), starts, [word for each in words.values() for word in each])


def _order(numbers: Numbering) -> NDArray[np.int64]:
    """Return for each number which of the texts in order is its."""
    order = np.empty(len(numbers), np.int64)
    order[[numbers[text] for text in sorted(numbers)]] = np.arange(len(numbers))
    return order


def _renumbered(lists: Ragged, order: NDArray[np.int64], base: NDArray[np.int64] | None = None) -> Ragged:
    """Return lists of other numbers, ascending; `base` is added to the numbers of each list first."""
    rows = lists.rows()
    numbers = order[lists.numbers if base is None else lists.numbers + base[rows]]
    ascending = np.lexsort((numbers, rows))
    return Ragged(numbers[ascending].astype(np.int32), lists.starts)
