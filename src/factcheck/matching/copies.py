"""Copies: articles of one language with nearly the same sentences, as newsrooms print the text of an agency.

A group of copies is one source. What another article contradicts is told once for all of them, that they agree is not
news, and where one of them has another figure in the very same sentence, that is.

Copies are found by the overlap of their shingles (runs of four words). Each article is looked up by a small sample of
its shingles among the first articles that have them and are no copies themselves: the cost is linear.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.language.folding import fold
from factcheck.language.scripts import UNSPACED
from factcheck.matching.found import Rows, article_of, between_articles, found, numbers_of
from factcheck.matching.ragged import Ragged, starts_of
from factcheck.matching.sentences import comparable
from factcheck.matching.sorts import fits
from factcheck.model import Kind, Match, PassageKind, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from factcheck.matching.articles import Archive, Article, Shelf
    from factcheck.matching.found import Found, Put
    from factcheck.matching.ragged import Numbers
    from factcheck.model import Claim, Document

_LEAST = 12  # shingles of an article that can be a copy
_CONTAINED = 0.8  # of the shorter article's shingles
_EVERY = 16  # one shingle in so many is looked up,
_AT_LEAST = 8  # but at least so many of an article
_MOST_CANDIDATES = 6  # articles that one is compared with in full
_MOST_HAVING = 16  # articles that are kept for one shingle; more are a phrase of everyone's
_AROUND = 2  # words on each side of a figure by which it is known again in a copy
_REACH = 60  # characters in which these words are looked for
_SAME_SENTENCE = 4  # words that a sentence has besides its figures, to be known again in a copy
_ONE_IN = 4  # more figures than one in so many that are others: another day's report in the same words
_SCORE = 0.97  # what remains is an agency's correction of its own text

_WORD = re.compile(rf"[{UNSPACED}]|[^\W_]+")
# odd numbers near the golden ratio and other irrational ones, as xxHash has them; products are taken modulo 2^64
_FACTORS = tuple(map(np.uint64, (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)))

_TOGETHER = 64  # groups that are looked into at once

Group = tuple[int, ...]
Setting = tuple[object, ...]


def copies(languages: Sequence[str], shingled: Ragged) -> list[Group]:
    """Return the groups of copies, two and more, as ascending numbers of articles, in order of their first.

    Articles are given by their languages and their shingles.
    """
    by_language: dict[str, list[int]] = defaultdict(list)
    for index, language in enumerate(languages):
        by_language[language].append(index)
    parent = list(range(len(languages)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for indices in by_language.values():
        for one, other in _alike(indices, shingled):
            low, high = sorted((root(one), root(other)))
            parent[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(languages)):
        groups[root(index)].append(index)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _alike(indices: Sequence[int], shingled: Ragged) -> Iterable[tuple[int, int]]:
    """Yield pairs of copies: an article, and one before it that it is a copy of."""
    having: dict[int, list[int]] = {}
    samples = [_sample(shingled[index]) for index in indices]
    _, which, count = np.unique(np.concatenate(samples), return_inverse=True, return_counts=True)
    telling = Ragged(count[which] > 1, starts_of(np.array(list(map(len, samples)))))
    for place, index in enumerate(indices):
        own, sample = shingled[index], samples[place][telling[place]].tolist()
        seen = Counter(other for one in sample for other in having.get(one, ()))
        found = False
        for other, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:_MOST_CANDIDATES]:
            its = shingled[other]
            if len(np.intersect1d(own, its, assume_unique=True)) >= _CONTAINED * min(len(own), len(its)):
                found = True
                yield other, index
        for one in () if found else sample:
            here = having.setdefault(one, [])
            if len(here) < _MOST_HAVING:
                here.append(index)


def _sample(own: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return the shingles by which an article is looked up, none where they are too few."""
    looked_up = own % _EVERY == 0
    looked_up[:_AT_LEAST] = True
    return own[looked_up if len(own) >= _LEAST else slice(0)]


def shingles(document: Document) -> NDArray[np.uint32]:
    """Return the shingles of an article as numbers, ascending, each once."""
    words: list[int] = []
    for passage in document.passages:
        if passage.kind in {PassageKind.SENTENCE, PassageKind.HEADING}:
            words += map(_number, _words(document.quote(passage.span)))
    numbers = np.array(words, np.uint64)
    runs = (
        sum(numbers[n : len(numbers) - 3 + n] * factor for n, factor in enumerate(_FACTORS))
        if len(words) > 3
        else numbers[:0]
    )
    # the bits that put them in order, and behind these the ones that choose the sample
    return np.unique(((runs >> np.uint64(36)) << np.uint64(4) | runs >> np.uint64(3) & np.uint64(15)).astype(np.uint32))


@lru_cache(maxsize=1 << 15)
def _number(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) + 1


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


class Groups(NamedTuple):
    """Some groups of copies with their articles: pairs of the number of the group and its articles."""

    shelf: Shelf
    groups: list[tuple[int, Group]]


class Same(NamedTuple):
    """What is known of groups of copies.

    `settings` says by what each of their `claims` (numbers, see `found`) is known again, from 0; `sources` how many of
    a group state each setting; `differing` are a match for each figure that one copy has otherwise than another in the
    same sentence.
    """

    claims: Numbers
    settings: Numbers
    sources: Numbers
    differing: Found


def groups_of(archive: Archive, groups: Sequence[Group]) -> Iterator[Groups]:
    """Yield all groups of copies, some at a time."""
    numbered = list(enumerate(groups))
    for start in range(0, len(groups), _TOGETHER):
        here = numbered[start : start + _TOGETHER]
        yield Groups(archive.shelf({number for _, group in here for number in group}), here)


def look_into(groups: Groups) -> Same:
    """Return what is known of some groups of copies."""
    articles = groups.shelf.articles()
    known = {each.number: each for each in articles}
    settings: dict[str, Setting] = {}
    stating: dict[Setting, set[str]] = defaultdict(set)
    for number, group in groups.groups:
        for _, document, claims in (known[each] for each in group):
            for claim in claims:
                settings[claim.id] = setting = (number, *_setting(claim, document))
                stating[setting].add(document.id)
    sources = {setting: len(ids) for setting, ids in stating.items()}
    differing = [each for _, group in groups.groups for each in _differing([known[n] for n in group], settings)]
    told = [_told(each, [sources[settings[claim.id]] for claim in (each.a, each.b)]) for each in differing]
    number_of, place = numbers_of(articles), {setting: place for place, setting in enumerate(sources)}
    return Same(
        np.array([number_of[id_] for id_ in settings], np.int64),
        np.array([place[setting] for setting in settings.values()], np.int64),
        np.array(list(sources.values()), np.int64),
        found(told, articles),
    )


class Copies:
    """The copies among articles, and the claims that they share; `differing` are the matches in which copies part."""

    def __init__(self, size: int, groups: Sequence[Group], same: Iterable[Same], put: Put) -> None:
        """Take the groups of copies among so many articles, and what is known of all of them."""
        self._group = np.full(size, -1)
        for number, group in enumerate(groups):
            self._group[list(group)] = number
        claims, settings, self._sources = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], np.zeros(0, np.int64)
        differing = []
        for each in same:
            claims.append(each.claims)
            settings.append(each.settings + len(self._sources))
            self._sources = np.r_[self._sources, each.sources]
            differing.append(each.differing)
        order = np.argsort(np.concatenate(claims))
        self._claims, self._settings = np.concatenate(claims)[order], np.concatenate(settings)[order]
        self.differing = Rows.of(differing, put)

    def once(self, rows: Rows) -> Rows:
        """Return the matches as of one source for each group: no figure of a group contradicts another article twice.

        What copies say among themselves is left out (see `differing`); that several copies agree with another article
        stays, so that each of them shows it.
        """
        if not len(self._claims):
            return rows
        names = np.where(self._group < 0, np.arange(len(self._group)), self._group + len(self._group))
        kept = np.zeros(len(rows.a), np.bool_)
        for lot in between_articles(rows, names):
            kept[self._once(rows.only(lot)._replace(places=lot)).places] = True
        return rows.only(kept)

    def _once(self, rows: Rows) -> Rows:
        """Return what `once` does, of all matches between some articles and the copies of these."""
        groups = self._group[article_of(rows.a)], self._group[article_of(rows.b)]
        rows = rows.only((groups[0] < 0) | (groups[0] != groups[1]))
        sides = np.stack([rows.a, rows.b])
        settings = np.stack([self._setting_of(rows.a), self._setting_of(rows.b)])
        # numbers of settings lie below those of all claims
        sides = np.where((settings >= 0) & ~rows.fits, settings - len(self._sources), sides)
        sides.sort(axis=0)
        order = np.lexsort((rows.b, rows.a, -rows.score, sides[1], sides[0]))
        again = np.r_[False, np.all(sides[:, order[1:]] == sides[:, order[:-1]], axis=0)][: len(order)]
        return rows.only(np.sort(order[~again]))

    def told(self, rows: Rows) -> dict[int, tuple[Reason, ...]]:
        """Return, by the row, how many copies state a figure that does not fit another one, where they are several."""
        sources = np.r_[self._sources, 1]
        apart = np.flatnonzero(~rows.fits)
        numbers = np.stack([sources[self._setting_of(side[apart])] for side in (rows.a, rows.b)])
        several = np.flatnonzero(numbers.max(axis=0) > 1)
        return {int(apart[row]): _reasons(numbers[:, row].tolist()) for row in several.tolist()}

    def _setting_of(self, claims: Numbers) -> Numbers:
        """Return the settings of claims, -1 for those that do not stand in copies."""
        if not len(self._claims):
            return np.full(len(claims), -1)
        place = np.minimum(np.searchsorted(self._claims, claims), len(self._claims) - 1)
        made: Numbers = np.where(self._claims[place] == claims, self._settings[place], -1)
        return made


def _reasons(numbers: Iterable[int]) -> tuple[Reason, ...]:
    return tuple(Reason("copies", f"{number} copies say the same", 0.0) for number in numbers if number > 1)


def _told(each: Match, numbers: Sequence[int]) -> Match:
    """Return a match with a reason that says how many copies state one of its figures."""
    return replace(each, reasons=(*each.reasons, *_reasons(numbers)))


def _differing(group: Sequence[Article], settings: Mapping[str, Setting]) -> list[Match]:
    """Return a match for each figure that one copy of a group has otherwise than its first in the same sentence."""
    made: dict[object, Match] = {}
    own = _places(group[0].document, group[0].claims)
    for _, document, claims in group[1:]:
        pairs = [(own[place], claim) for place, claim in _places(document, claims).items() if place in own]
        apart = [(a, b) for a, b in pairs if not fits(a, b)]
        if len(apart) > max(1, len(pairs) // _ONE_IN):
            continue
        # a report of another day may repeat the words of the day before
        later = len(apart) > 1 and any(Kind.DATE in {a.kind, b.kind} for a, b in apart)
        for a, b in apart:
            reason = Reason("copies", "the same sentence in two copies of one text", 3.0)
            key = settings[a.id], settings[b.id]
            made.setdefault(key, Match(a, b, _SCORE, (reason,), ("period",) if later else ()))
    return list(made.values())


def _setting(claim: Claim, document: Document) -> Setting:
    """Return by what a figure is known again in a copy: what it says, and the words on both sides of it."""
    start, end = claim.span.start, claim.span.end
    before = _words(document.text[max(0, start - _REACH) : start])[-_AROUND:]
    after = _words(document.text[end : end + _REACH])[:_AROUND]
    quantity = claim.quantity
    return claim.kind, quantity.low, quantity.high, quantity.unit, claim.scope.period, tuple(before), tuple(after)


def _places(document: Document, claims: Sequence[Claim]) -> dict[tuple[object, ...], Claim]:
    """Return the comparable claims by their sentence without its figures and by their number in it.

    Sentences that an article has twice are left out, and so are those of a few words.
    """
    by_passage: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        kind = document.passages[claim.passage].kind
        if kind in {PassageKind.SENTENCE, PassageKind.HEADING} and comparable(claim):
            by_passage[claim.passage].append(claim)
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for number, here in by_passage.items():
        span = document.passages[number].span
        pieces, at = [], span.start
        for claim in here:
            pieces.append(tuple(_words(document.text[at : claim.span.start])))
            at = claim.span.end
        pieces.append(tuple(_words(document.text[at : span.end])))
        if sum(map(len, pieces)) >= _SAME_SENTENCE:
            for position, claim in enumerate(here):
                found[(*pieces, position)].append(claim)
    return {place: here[0] for place, here in found.items() if len(here) == 1}
