"""What is known of articles by themselves: all that comparing any two of them asks for, but their texts."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factcheck.matching.copies import shingles
from factcheck.matching.corpus import Corpus, corpus, joined
from factcheck.matching.lessons import Spoken, spoken
from factcheck.matching.sentences import sentences
from factcheck.matching.statements import stated_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.matching.articles import Shelf
    from factcheck.matching.ragged import Numbers
    from factcheck.matching.subjects import Stated


class Prepared(NamedTuple):
    """Some articles, ready to be compared.

    `languages` are theirs, `shingles` by what copies are known, `stated` the claims that say what they state,
    `spoken` the words of their texts.
    """

    languages: list[str]
    corpus: Corpus
    shingles: list[Numbers]
    stated: list[Stated]
    spoken: list[Spoken]


def prepare(shelf: Shelf) -> Prepared:
    """Return what is known of some articles by themselves."""
    articles = shelf.articles()
    found, words = sentences(articles)
    return Prepared(
        [each.document.language for each in articles],
        corpus(found),
        [shingles(each.document) for each in articles],
        [one for each in articles for one in stated_in(each)],
        spoken(words),
    )


def together(parts: Iterable[Prepared]) -> Prepared:
    """Return several parts of an archive, in order, as one."""
    languages, corpora, shingled, stated, words = zip(*parts, strict=True)
    return Prepared(
        list(chain(*languages)), joined(corpora), list(chain(*shingled)), list(chain(*stated)),
        list(chain(*words)),
    )  # fmt: skip
