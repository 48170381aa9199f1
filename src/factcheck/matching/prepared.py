"""What is known of articles by themselves: all that comparing any two of them asks for, but their texts."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.matching.copies import shingles
from factcheck.matching.corpus import Corpus, Joined, corpus
from factcheck.matching.lessons import Spoken, spoken
from factcheck.matching.ragged import Ragged, starts_of
from factcheck.matching.sentences import sentences
from factcheck.matching.statements import stated_in
from factcheck.matching.subjects import Stated, Statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.matching.articles import Shelf


class Prepared(NamedTuple):
    """Some articles, ready to be compared.

    `languages` are theirs, `shingles` by what copies are known, `stated` the claims that say what they state,
    `spoken` the words of their texts.
    """

    languages: list[str]
    corpus: Corpus
    shingles: Ragged
    stated: Statements
    spoken: list[Spoken]


class Alone(NamedTuple):
    """What is known of some articles by themselves, on its way to whoever compares them."""

    languages: list[str]
    corpus: Corpus
    shingles: Ragged
    stated: list[Stated]
    spoken: list[Spoken]


def prepare(shelf: Shelf) -> Alone:
    """Return what is known of some articles by themselves."""
    articles = shelf.articles()
    found, words = sentences(articles)
    shingled = [shingles(each.document) for each in articles]
    return Alone(
        [each.document.language for each in articles],
        corpus(found),
        Ragged(np.concatenate(shingled), starts_of(np.array(list(map(len, shingled))))),
        [one for each in articles for one in stated_in(each)],
        spoken(words),
    )


def together(parts: Iterable[Alone]) -> Prepared:
    """Return several parts of an archive, in order, as one; each is taken in, and let go, as it comes."""
    languages, joined, shingled, stated, words = list[str](), Joined(), list[Ragged](), Statements(), list[Spoken]()
    for part in parts:
        languages += map(intern, part.languages)
        joined.add(part.corpus)
        shingled.append(part.shingles)
        for each in part.stated:
            stated.add(each)
        words += part.spoken
    return Prepared(languages, joined.one(), Ragged.joined(shingled), stated, words)
