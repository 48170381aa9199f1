"""What claims are about, learned from the dossier where the indicators do not tell.

Claims are gathered into wordings: one language, the same kind of figure, nearly the same words around it. Two wordings
that keep stating the same figure for the same place and year, whatever their words, state the same thing; two that
keep stating others do not. Both are weighed as log odds, beside what the indicators say.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcheck.matching.sentences import stems, value_key
from factcheck.quantities import dimension

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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

_Sort = tuple[str | None, str, str | None]


class Stated(NamedTuple):
    """A claim that says what it states: the number of its article, its place among the claims there, and its words.

    `words` are the stems in its sentence without its place and its figure, in `language`.
    """

    article: int
    place: int
    claim: Claim
    language: str
    words: frozenset[str]


@dataclass(slots=True)
class _Wording:
    """Claims that are said alike; `subjects` counts the indicators and nouns read into them."""

    sort: _Sort
    members: list[int] = field(default_factory=list)
    subjects: Counter[str] = field(default_factory=Counter)


def learn(stated: Sequence[Stated], cell: Callable[[Claim], tuple[object, ...] | None]) -> dict[str, str]:
    """Return, by the claim's id, the subject of each claim that has one: an indicator, a noun, or a name made here.

    `cell` returns a claim's place and time as one, None where it has not both; only such claims teach anything.
    """
    wordings, claims = _wordings(stated), [one.claim for one in stated]
    of_claim = {member: number for number, one in enumerate(wordings) for member in one.members}
    met, weighed = _meetings(claims, of_claim, cell)
    clusters = _gather(wordings, met, weighed)
    made: dict[str, str] = {}
    for cluster in clusters:
        members = [member for number in cluster for member in wordings[number].members]
        subjects = sum((wordings[number].subjects for number in cluster), Counter[str]())
        if subjects:
            subject = _chief(subjects)
        elif len(members) > 1:
            subject = f"wording {min(claims[member].id for member in members)}"
        else:
            continue
        made.update((claims[member].id, subject) for member in members)
    return made


def _wordings(stated: Sequence[Stated]) -> list[_Wording]:
    """Return the wordings of claims: in one, all are of one sort and subject, and their words are nearly the same."""
    made: list[_Wording] = []
    exact: dict[tuple[object, ...], int] = {}
    with_word: dict[tuple[object, ...], list[int]] = defaultdict(list)
    words_of: list[frozenset[str]] = []
    for number, (_, _, claim, language, words) in enumerate(stated):
        scope = claim.scope
        sort = (dimension(claim.quantity.unit), claim.role.value, scope.group)
        subject = scope.indicator or scope.noun
        common = (language, sort, subject)
        found = exact.get((*common, words))
        if found is None and len(words) >= _LEAST_WORDS:
            near = Counter(other for word in words for other in with_word[*common, word][:_MOST_ALIKE])
            # ties by number: a set's words come in another order with every start
            for other, shared in sorted(near.items(), key=lambda item: (-item[1], item[0]))[:_MOST_NEAR]:
                if shared >= _ALIKE * len(words | words_of[other]):
                    found = other
                    break
        if found is None:
            found = len(made)
            made.append(_Wording(sort))
            words_of.append(words)
            for word in words:
                with_word[*common, word].append(found)
        exact.setdefault((*common, words), found)
        made[found].members.append(number)
        if subject:
            made[found].subjects[subject] += 1
    return made


def words_of(document: Document, claim: Claim, language: str) -> frozenset[str]:
    """Return the stems of the words of a claim's sentence, without its place and its figure."""
    span = document.passages[claim.passage].span
    text = f"{document.text[span.start : claim.span.start]} {document.text[claim.span.end : span.end]}"
    place = stems(claim.scope.place, language) if claim.scope.place else frozenset[str]()
    return stems(text, language) - place


def _meetings(
    claims: Sequence[Claim], of_claim: Mapping[int, int], cell: Callable[[Claim], tuple[object, ...] | None]
) -> tuple[Counter[tuple[int, int]], dict[tuple[int, int], float]]:
    """Return for pairs of wordings how often they state the same figure, and the log odds of all that they state."""
    cells: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        where = cell(claim)
        if where is not None and claim.quantity.exact is not None:
            sort = (dimension(claim.quantity.unit), claim.role.value, claim.scope.group)
            cells[*where, *sort].append(number)
    met: Counter[tuple[int, int]] = Counter()
    weighed: dict[tuple[int, int], float] = defaultdict(float)
    for together in cells.values():
        for a, b in combinations(together[:_MOST_IN_CELL], 2):
            one, other = sorted((of_claim[a], of_claim[b]))
            if one == other or claims[a].document == claims[b].document:
                continue
            value = claims[a].quantity.exact
            if value is not None and value == claims[b].quantity.exact:
                met[one, other] += 1
                digits = len(value_key(value).strip("-0").replace(".", "").strip("0"))
                weighed[one, other] += math.log(_SAME_FACT / _CHANCE.get(max(1, digits), _RARE))
            else:
                weighed[one, other] += _UNEQUAL
    return met, weighed


def _gather(
    wordings: Sequence[_Wording], met: Mapping[tuple[int, int], int], weighed: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """Return the wordings (indices) that state the same thing, gathered surest pair first."""
    cluster = {number: [number] for number in range(len(wordings))}
    root = list(range(len(wordings)))
    subjects = [Counter(one.subjects) for one in wordings]
    odds: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), weight in weighed.items():
        odds[a][b] = odds[b][a] = weight
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        if wording.subjects:
            same[_chief(wording.subjects), wording.sort].append(number)

    def join(a: int, b: int) -> None:
        for other, weight in odds.pop(b, {}).items():
            odds[other].pop(b, None)
            if other != a:
                odds[a][other] = odds[other][a] = odds[a].get(other, 0.0) + weight
        for member in cluster[b]:
            root[member] = a
        cluster[a] += cluster.pop(b)
        subjects[a] += subjects[b]

    # What teaches nothing else says: first those that meet, surest first; then what has one indicator, if none objects.
    waiting = sorted(met, key=lambda pair: (-weighed[pair] - _prior(wordings, pair), pair))
    for a, b in waiting:
        one, other = min(root[a], root[b]), max(root[a], root[b])
        if one != other and odds[one].get(other, 0.0) + _of_subjects(subjects[one], subjects[other]) > _ENOUGH:
            join(one, other)
    for alike in same.values():
        for number in alike[1:]:
            one, other = sorted((root[alike[0]], root[number]))
            if one != other and odds[one].get(other, 0.0) + _of_subjects(subjects[one], subjects[other]) > 0:
                join(one, other)
    return [sorted(members) for _, members in sorted(cluster.items())]


def _prior(wordings: Sequence[_Wording], pair: tuple[int, int]) -> float:
    return _of_subjects(wordings[pair[0]].subjects, wordings[pair[1]].subjects)


def _of_subjects(one: Counter[str], other: Counter[str]) -> float:
    """Return the log odds that two wordings state the same thing, by the indicators and nouns read into them."""
    if not one and not other:
        return _UNKNOWN
    if not one or not other:
        return _ONE_UNKNOWN
    return _SAME_INDICATOR if _chief(one) == _chief(other) else _OTHER_INDICATOR


def _chief(subjects: Counter[str]) -> str:
    return min(subjects, key=lambda one: (-subjects[one], one))
