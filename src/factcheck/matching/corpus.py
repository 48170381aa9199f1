"""The sentences of many articles as numbers: what a dossier of any size can be compared by."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.matching.ragged import Lines, Numbering, Ragged, starts_of
from factcheck.matching.vocabulary import Lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
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
    names: Numbering[str] = Numbering()
    known: dict[str, Numbering[str]] = {tag: Numbering() for tag in sorted({each.language for each in sentences})}
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
    lexicon = _lexicon(known)
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
        Lines(sorted(names)),
        lexicon,
    )


class Joined:
    """Parts of an archive, in order, on their way to one: numbers are given as they come, and put in order last."""

    def __init__(self) -> None:
        self._names: Numbering[str] = Numbering()
        self._words: dict[str, Numbering[str]] = defaultdict(Numbering)
        self._sentences = 0
        self._parts: list[Corpus] = []

    def add(self, part: Corpus) -> None:
        """Take a part in; of its names and words only their numbers are kept with it."""
        name = np.array([self._names[each] for each in part.names], np.int32)
        own: list[int] = []
        for tag, words in part.lexicon.by_language():
            own += map(self._words[tag].__getitem__, words)
        word = np.array(own, np.int32)
        self._parts.append(
            part._replace(
                keys=part.keys.named(name),
                words=part.words.named(word),
                begins=part.begins + self._sentences,
                article_words=part.article_words.named(word),
                names=(),
                lexicon=part.lexicon._replace(words=()),
            )
        )
        self._sentences += len(part.documents)

    def one(self) -> Corpus:
        """Return all parts as one, once."""
        tags = sorted(self._words)
        lexicon = _lexicon({tag: self._words[tag] for tag in tags})
        starts = zip(tags, lexicon.starts.tolist(), strict=False)
        word = {tag: start + _order(self._words[tag]) for tag, start in starts}
        names, name = Lines(sorted(self._names)), _order(self._names).astype(np.int32)
        self._names, self._words = Numbering(), {}
        for number, part in enumerate(self._parts):
            self._parts[number] = part._replace(
                languages=_renamed(part.languages, part, tags),
                keys=part.keys.named(name),
                words=_in_order(part.words, part.languages, part, word),
                article_languages=_renamed(part.article_languages, part, tags),
                article_words=_in_order(part.article_words, part.article_languages, part, word),
            )
        columns = {
            field: _joined([getattr(part, field) for part in self._parts])
            for field in Corpus._fields if field not in {"names", "lexicon"}
        }  # fmt: skip
        return Corpus(**columns, names=names, lexicon=lexicon)


def _joined(parts: list[Any]) -> Any:
    return Ragged.joined(parts) if isinstance(parts[0], Ragged) else np.concatenate(parts)


def _renamed(languages: NDArray[Any], part: Corpus, tags: Sequence[str]) -> NDArray[np.int32]:
    """Return languages of a part as numbers among those of all parts."""
    among_all: NDArray[np.int32] = np.array([tags.index(tag) for tag in part.lexicon.languages], np.int32)
    made: NDArray[np.int32] = among_all[languages]
    return made


def _in_order(lists: Ragged, languages: NDArray[Any], part: Corpus, order: dict[str, NDArray[np.int64]]) -> Ragged:
    """Return the words of texts in some languages by the numbers that they have in order."""
    made = np.empty(len(lists.numbers), np.int32)
    of_word = languages[lists.rows()]
    for number, tag in enumerate(part.lexicon.languages):
        its = of_word == number
        made[its] = order[tag][lists.numbers[its]]
    return Ragged(made, lists.starts)


def _lexicon(words: Mapping[str, Collection[str]]) -> Lexicon:
    """Return the words of all languages, those of each in order."""
    starts = starts_of(np.array([len(each) for each in words.values()], np.int64))
    return Lexicon(tuple(words), starts, Lines(word for each in words.values() for word in sorted(each)))


def _order(numbers: Numbering[str]) -> NDArray[np.int64]:
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
