"""The second way in: claims that state the same indicator for the same place and time, whatever their articles tell.

No article need retell another. Claims are put into drawers by what they state; within a drawer, those that part in
place or period are about something else, and are kept as things to check only where a plan or a change is meant, for
which other places and years are what a reader would set beside it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcheck.matching import evidence as model
from factcheck.matching.names import skeleton
from factcheck.matching.places import same_name
from factcheck.matching.retellings import detail
from factcheck.matching.scopes import Common, common
from factcheck.matching.sorts import digits, fits, slips
from factcheck.matching.subjects import Stated, learn, words_of
from factcheck.model import NOT_QUANTITIES, Kind, Match, PassageKind, Role
from factcheck.quantities import dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.matching.articles import Archive, Article, Shelf
    from factcheck.model import Claim, Document

_Drawer = tuple[str, str | None, Role, str | None]
_TOGETHER = 1024  # claims that are compared at once
_MOST_CHECKS = 3  # things to check that are kept for one claim
_MOST_IN_DRAWER = 400  # claims of one drawer, place and year; more are news of the day that all papers print


def stated_in(article: Article) -> list[Stated]:
    """Return the claims of an article that say what they state."""
    number, document, claims = article
    made = []
    for place, claim in enumerate(claims):
        if _states(claim, document):
            language = document.passages[claim.passage].language
            made.append(Stated(number, place, claim, language, words_of(document, claim, language)))
    return made


class Drawers(NamedTuple):
    """Claims that state the same, by drawer, with their articles: numbers of articles and places of claims in them.

    `places` are the spellings that stand for others.
    """

    shelf: Shelf
    drawers: list[list[tuple[int, int]]]
    places: dict[str, str]


def drawers(archive: Archive, stated: Sequence[Stated]) -> Iterator[Drawers]:
    """Yield all claims that have their like, some drawers at a time."""
    places = _places(one.claim for one in stated)

    def cell(claim: Claim) -> tuple[object, ...] | None:
        place, period = claim.scope.place, claim.scope.period
        return (places[place], period.years) if place and period else None

    subjects = learn(stated, cell)
    found: dict[_Drawer, list[Stated]] = defaultdict(list)
    for one in stated:
        claim = one.claim
        if claim.id in subjects:
            found[subjects[claim.id], dimension(claim.quantity.unit), claim.role, claim.scope.group].append(one)
    here: list[list[Stated]] = []
    for drawer in sorted(found, key=str):
        here += _worth_opening(found[drawer], places)
        if sum(map(len, here)) >= _TOGETHER:
            yield _opened(archive, here, places)
            here = []
    if here:
        yield _opened(archive, here, places)


def _worth_opening(drawer: list[Stated], places: Mapping[str, str]) -> list[list[Stated]]:
    """Return a drawer, or where it is too full for others to be checked, what is of one place and time in it each."""
    if len({one.article for one in drawer}) == 1:
        return []
    if drawer[0].claim.role is not Role.LEVEL and len(drawer) <= _MOST_IN_DRAWER:
        return [drawer]
    near: dict[object, list[Stated]] = defaultdict(list)
    for one in drawer:
        near[_where(one.claim, places)].append(one)
    return [each[:_MOST_IN_DRAWER] for each in near.values() if len({one.article for one in each}) > 1]


def _opened(archive: Archive, here: Sequence[Sequence[Stated]], places: Mapping[str, str]) -> Drawers:
    spelled = {one.claim.scope.place for drawer in here for one in drawer if one.claim.scope.place}
    return Drawers(
        archive.shelf({one.article for drawer in here for one in drawer}),
        [[(one.article, one.place) for one in drawer] for drawer in here],
        {place: places[place] for place in sorted(spelled)},
    )


def stated(drawers: Drawers) -> list[Match]:
    """Return the matches found through what the claims of some drawers state."""
    known = {each.number: each for each in drawers.shelf.articles()}
    documents = {each.document.id: each.document for each in known.values()}
    return [
        match
        for drawer in drawers.drawers
        for match in _matches([known[number].claims[place] for number, place in drawer], drawers.places, documents)
    ]


def _states(claim: Claim, document: Document) -> bool:
    """Return whether a claim states something of a place or a time, or what is known to be measured or counted."""
    if claim.kind in NOT_QUANTITIES or claim.kind is Kind.ORDINAL:
        return False
    scope = claim.scope
    known = scope.indicator or scope.noun or (scope.place and scope.period)
    return bool(known) and document.passages[claim.passage].kind not in {PassageKind.BOILERPLATE, PassageKind.RELATED}


def _places(claims: Iterable[Claim]) -> dict[str, str]:
    """Return, for every spelling of a place, one that stands for all of its spellings."""
    spellings = sorted({claim.scope.place for claim in claims if claim.scope.place})
    by_bones: dict[str, list[str]] = defaultdict(list)
    chosen: dict[str, str] = {}
    for spelling in spellings:
        near = by_bones["".join(skeleton(word) for word in spelling.split())]
        chosen[spelling] = next((known for known in near if same_name(known, spelling)), spelling)
        if chosen[spelling] == spelling:
            near.append(spelling)
    return chosen


def _matches(drawer: Sequence[Claim], places: Mapping[str, str], documents: Mapping[str, Document]) -> Iterator[Match]:
    """Yield the matches of one drawer: those of one place and time, and some that are to be checked."""
    near: dict[object, list[Claim]] = defaultdict(list)
    for claim in drawer:
        near[_where(claim, places)].append(claim)
    for together in near.values():
        for a, b in combinations(together[:_MOST_IN_DRAWER], 2):
            if a.document != b.document and (_pinned(a) or fits(a, b)):
                yield _match(a, b, common(a, b, documents[a.document], documents[b.document]))
    first = drawer[0]
    if first.role is not Role.LEVEL and len(drawer) <= _MOST_IN_DRAWER:
        yield from _to_check(near, documents)


def _where(claim: Claim, places: Mapping[str, str]) -> tuple[str | None, object]:
    """Return the place and the years of a claim, None where it has none."""
    scope = claim.scope
    return places[scope.place] if scope.place else None, scope.period.years if scope.period else None


def _pinned(claim: Claim) -> bool:
    """Return whether a claim says enough for another one of its drawer to contradict it.

    Two undated figures that do not fit may well be of two times, two numbers of people of no place of any two things.
    """
    scope = claim.scope
    return scope.period is not None and (scope.place is not None or scope.indicator is not None)


def _to_check(near: Mapping[object, Sequence[Claim]], documents: Mapping[str, Document]) -> Iterator[Match]:
    """Yield plans and changes of other places and years, the likeliest few for each claim."""
    options = [
        _match(a, b, common(a, b, documents[a.document], documents[b.document]))
        for left, right in combinations(near.values(), 2)
        for a in left
        for b in right
        if a.document != b.document
    ]
    kept: dict[str, int] = defaultdict(int)
    for option in sorted(options, key=lambda match: (-match.score, match.a.id, match.b.id)):
        if min(kept[option.a.id], kept[option.b.id]) < _MOST_CHECKS:
            kept[option.a.id] += 1
            kept[option.b.id] += 1
            yield option


def _match(a: Claim, b: Claim, shared: Common) -> Match:
    measured = any(claim.scope.indicator for claim in (a, b)) or a.scope.noun is None or b.scope.noun is None
    evidence = {"indicator": float(measured), "noun": float(not measured)}
    evidence |= {name: float(bool(getattr(shared, name))) for name in ("place", "period", "group")}
    if fits(a, b):
        evidence["figure"] = 1.0
    else:
        evidence["slip"] = float(slips(a, b) <= 1 and min(digits(a), digits(b)) > 1)
    conflicts = list(shared.conflicts())
    # what one of the two does not say may be another place or time
    conflicts += [
        name
        for name in ("place", "period")
        if (getattr(a.scope, name) is None) != (getattr(b.scope, name) is None) and getattr(shared, name) is None
    ]
    relevant = tuple(name for name in conflicts if name not in {"noun", "direction", "indicator"})
    return Match(
        a, b, model.score("topic", evidence), model.reasons("topic", evidence, partial(detail, a, b)), relevant
    )
