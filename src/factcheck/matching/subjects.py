"""What claims are about, learned from the dossier where the indicators do not tell.

Claims are gathered into wordings: one language, the same kind of figure, nearly the same words around it. Two wordings
that keep stating the same figure for the same place and year, whatever their words, state the same thing; two that
keep stating others do not. Both are weighed as log odds, beside what the indicators say.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from factcheck.matching.ragged import Numbering
from factcheck.matching.sentences import stems

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from factcheck.model import Claim, Document

_ALIKE = 0.65  # share of the words of two sentences that they must have in common to be one wording
_LEAST_WORDS = 2
_MOST_ALIKE = 40  # wordings that are looked at for each word
_MOST_NEAR = 3  # of these, the nearest, that are compared in full
_MOST_IN_CELL = 40  # claims of one place and year that are set against each other
# Log odds, in the dossiers at hand: two sources of one fact state the same figure in about 7 of 10 cases.
_SAME_FACT = 0.65
_UNEQUAL = math.log((1 - _SAME_FACT) / 0.99)
_SAME_INDICATOR, _OTHER_INDICATOR, _ONE_UNKNOWN, _UNKNOWN = 5.0, -5.0, -1.5, -1.0
_ENOUGH = 2.5
_CHANCE = {1: 0.2, 2: 0.04, 3: 0.006}  # that figures of so many digits are equal by chance
_RARE = 0.002

AS_WRITTEN = "~"  # before a counted word that no language file has an id for: another language has another word
Sort = tuple[str | None, str, str | None]  # dimension, role, group
Years = tuple[int | None, int | None]


class Stated(NamedTuple):
    """A claim that says what it states: the number of its article, its place among the claims there, and its words.

    `subject` is the indicator or noun that was read, a mere word of its language after `AS_WRITTEN`; `where` the place
    as written, `value` the canonical text of a single value; `words` names the stems in its sentence without its place
    and its figure, in `language`.
    """

    article: int
    place: int
    language: str
    sort: Sort
    subject: str | None
    where: str | None
    years: Years | None
    value: str | None
    words: array[int]


class Statements:
    """Claims that say what they state, a row each, in little room: there are two in an article."""

    def __init__(self, stated: Iterable[Stated] = ()) -> None:
        self._meant: Numbering[Hashable] = Numbering()
        self._rows, self._words, self._ends = array("i"), array("Q"), array("q", [0])
        for each in stated:
            self.add(each)

    def add(self, stated: Stated) -> None:
        """Take a claim in, behind all others."""
        self._rows.extend((stated.article, stated.place, *map(self._meant.__getitem__, stated[2:-1])))
        self._words.extend(stated.words)
        self._ends.append(len(self._words))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def column(self, name: str) -> NDArray[np.int32]:
        """Return a field of all claims, where it is none of numbers as the numbers that stand for it in `meant`."""
        return np.frombuffer(self._rows, np.int32).reshape(-1, len(Stated._fields) - 1)[:, Stated._fields.index(name)]

    def meant(self) -> list[Any]:
        """Return what the numbers stand for."""
        return list(self._meant)

    def words(self, row: int) -> frozenset[int]:
        """Return the words of a claim."""
        return frozenset(self._words[self._ends[row] : self._ends[row + 1]])


def learn(stated: Statements, places: Mapping[str, str]) -> list[str | None]:
    """Return the subject of each claim, None where it has none: an indicator, a noun, or a name made here.

    `places` has the spelling that stands for each; only claims with a place and a time teach anything.
    """
    if not len(stated):
        return []
    first, of_row, count = np.unique(_wordings(stated), return_inverse=True, return_counts=True)
    meant = stated.meant()
    subjects = [meant[number] for number in stated.column("subject")[first].tolist()]
    sorts = [meant[number] for number in stated.column("sort")[first].tolist()]
    sizes = count.tolist()
    wordings = [_Wording(*each) for each in zip(sorts, subjects, sizes, strict=True)]
    made: list[str | None] = [None] * len(wordings)
    for cluster in _gather(wordings, *_meetings(stated, of_row.tolist(), places)):
        read = _read_into(wordings[number] for number in cluster)
        if read:
            subject = _chief(read)
        elif sum(wordings[number].size for number in cluster) > 1:
            subject = f"wording {first[min(cluster)]}"
        else:
            continue
        for number in cluster:
            made[number] = subject
    return [made[number] for number in of_row.tolist()]


class _Wording(NamedTuple):
    """Claims that are said alike: of one sort, the indicator or noun that was read into them, and how many they are."""

    sort: Sort
    subject: str | None
    size: int


def _wordings(stated: Statements) -> NDArray[np.int64]:
    """Return for each claim the first of its wording: all are of one sort and subject, their words nearly the same."""
    made = np.empty(len(stated), np.int64)
    common = [stated.column(name) for name in ("language", "sort", "subject")]
    order = np.lexsort(common)
    parted = np.any([column[order[1:]] != column[order[:-1]] for column in common], axis=0)
    for rows in np.split(order, np.flatnonzero(parted) + 1):
        firsts: list[int] = []
        words_of: list[frozenset[int]] = []
        exact: dict[frozenset[int], int] = {}
        with_word: dict[int, list[int]] = defaultdict(list)
        for row in rows.tolist():
            words = stated.words(row)
            found = exact.get(words)
            if found is None and len(words) >= _LEAST_WORDS:
                near = Counter(other for word in words for other in with_word[word][:_MOST_ALIKE])
                # ties by number: a set's words come in another order with every start
                for other, shared in sorted(near.items(), key=lambda item: (-item[1], item[0]))[:_MOST_NEAR]:
                    if shared >= _ALIKE * len(words | words_of[other]):
                        found = other
                        break
            if found is None:
                found = len(firsts)
                firsts.append(row)
                words_of.append(words)
                for word in words:
                    with_word[word].append(found)
            exact.setdefault(words, found)
            made[row] = firsts[found]
    return made


def named(words: Iterable[str]) -> array[int]:
    """Return the numbers that stand for words, ascending: the same on every machine, and hardly ever one for two."""
    return array("Q", sorted(map(_name, words)))


@lru_cache(maxsize=1 << 15)
def _name(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def words_of(document: Document, claim: Claim, language: str) -> frozenset[str]:
    """Return the stems of the words of a claim's sentence, without its place and its figure."""
    span = document.passages[claim.passage].span
    text = f"{document.text[span.start : claim.span.start]} {document.text[claim.span.end : span.end]}"
    place = stems(claim.scope.place, language) if claim.scope.place else frozenset[str]()
    return stems(text, language) - place


def _meetings(
    stated: Statements, of_row: Sequence[int], places: Mapping[str, str]
) -> tuple[Counter[tuple[int, int]], dict[tuple[int, int], float]]:
    """Return for pairs of wordings how often they state the same figure, and the log odds of all that they state."""
    meant = stated.meant()
    columns = (stated.column(name).tolist() for name in ("where", "years", "value", "sort"))
    cells: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for row, (where, years, value, sort) in enumerate(zip(*columns, strict=True)):
        if None not in (meant[where], meant[years], meant[value]):
            cells[places[meant[where]], years, sort].append(row)
    articles, values = (stated.column(name).tolist() for name in ("article", "value"))
    met: Counter[tuple[int, int]] = Counter()
    weighed: dict[tuple[int, int], float] = defaultdict(float)
    for together in cells.values():
        for a, b in combinations(together[:_MOST_IN_CELL], 2):
            one, other = sorted((of_row[a], of_row[b]))
            if one == other or articles[a] == articles[b]:
                continue
            if values[a] == values[b]:
                met[one, other] += 1
                digits = len(meant[values[a]].strip("-0").replace(".", "").strip("0"))
                weighed[one, other] += math.log(_SAME_FACT / _CHANCE.get(max(1, digits), _RARE))
            else:
                weighed[one, other] += _UNEQUAL
    return met, weighed


def _gather(
    wordings: Sequence[_Wording], met: Mapping[tuple[int, int], int], weighed: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """Return the wordings (indices) that state the same thing, gathered surest pair first."""
    clusters: dict[int, list[int]] = {}  # of those that have been joined, and what was read into them
    subjects: dict[int, Counter[str]] = {}
    root = list(range(len(wordings)))
    odds: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), weight in weighed.items():
        odds[a][b] = odds[b][a] = weight
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        if wording.subject:
            same[wording.subject, wording.sort].append(number)

    def members(number: int) -> list[int]:
        return clusters.get(number) or [number]

    def read_into(number: int) -> Counter[str]:
        return subjects[number] if number in subjects else _read_into([wordings[number]])

    def join(a: int, b: int) -> None:
        for other, weight in odds.pop(b, {}).items():
            odds[other].pop(b, None)
            if other != a:
                odds[a][other] = odds[other][a] = odds[a].get(other, 0.0) + weight
        for member in members(b):
            root[member] = a
        clusters.setdefault(a, [a]).extend(members(b))
        subjects.setdefault(a, read_into(a)).update(read_into(b))
        clusters.pop(b, None)
        subjects.pop(b, None)

    def sure(a: int, b: int, enough: float) -> bool:
        known = odds[a].get(b, 0.0) if a in odds else 0.0
        return known + _of_subjects(read_into(a), read_into(b)) > enough

    # What teaches nothing else says: first those that meet, surest first; then what has one indicator, if none objects.
    waiting = sorted(met, key=lambda pair: (-weighed[pair] - _prior(wordings, pair), pair))
    for a, b in waiting:
        one, other = min(root[a], root[b]), max(root[a], root[b])
        if one != other and sure(one, other, _ENOUGH):
            join(one, other)
    for alike in same.values():
        for number in alike[1:]:
            one, other = sorted((root[alike[0]], root[number]))
            if one != other and sure(one, other, 0):
                join(one, other)
    return [sorted(members(number)) for number, its in enumerate(root) if number == its]


def _prior(wordings: Sequence[_Wording], pair: tuple[int, int]) -> float:
    return _of_subjects(*(_read_into([wordings[number]]) for number in pair))


def _read_into(wordings: Iterable[_Wording]) -> Counter[str]:
    """Return how often indicators and nouns were read into wordings."""
    read: Counter[str] = Counter()
    for wording in wordings:
        if wording.subject:
            read[wording.subject] += wording.size
    return read


def _of_subjects(one: Counter[str], other: Counter[str]) -> float:
    """Return the log odds that two wordings state the same thing, by the indicators and nouns read into them."""
    if not one and not other:
        return _UNKNOWN
    if not one or not other:
        return _ONE_UNKNOWN
    chiefs = _chief(one), _chief(other)
    if chiefs[0] == chiefs[1]:
        return _SAME_INDICATOR
    written = [chief.split()[0] for chief in chiefs if chief.startswith(AS_WRITTEN)]
    if len(written) == len(set(written)) > 0:
        return _ONE_UNKNOWN
    return _OTHER_INDICATOR


def _chief(subjects: Counter[str]) -> str:
    """Return the indicator or noun read most often; a word that no language file knows only where there is no other."""
    return min(subjects, key=lambda one: (one.startswith(AS_WRITTEN), -subjects[one], one))
