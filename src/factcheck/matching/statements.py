"""The second way in: claims that state the same indicator for the same place and time, whatever their articles tell.

No article need retell another. Claims are put into drawers by what they state; within a drawer, those that part in
place or period are about something else, and are kept as things to check only where a plan or a change is meant, for
which other places and years are what a reader would set beside it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from factcheck.matching import evidence as model
from factcheck.matching.assignment import Answers
from factcheck.matching.found import found
from factcheck.matching.names import skeleton
from factcheck.matching.places import same_name
from factcheck.matching.ragged import Ragged
from factcheck.matching.retellings import detail
from factcheck.matching.scopes import Common, common, far_apart, noun_ids, said_of_place
from factcheck.matching.sentences import value_key
from factcheck.matching.sorts import digits, fits, same_digits, slips
from factcheck.matching.subjects import AS_WRITTEN, Sort, Stated, Statements, learn, named, words_of
from factcheck.model import NOT_QUANTITIES, UNDATED, Kind, Match, PassageKind, Role
from factcheck.quantities import dimension

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from factcheck.matching.articles import Archive, Article, Shelf
    from factcheck.matching.found import Found
    from factcheck.model import Claim, Document, Scope

_TOGETHER = 1024  # claims that are compared at once,
_PAIRS = 1 << 14  # and pairs of them: what comes of these is some 20 MB
_MOST_CHECKS = 3  # things to check that are kept for one claim
_MOST_UNDATED = 40  # claims of one subject and place without a time: of more, nobody can say which are of one time
_MOST_IN_DRAWER = 400  # claims of one drawer, place and year; more are news of the day that all papers print


def stated_in(article: Article) -> list[Stated]:
    """Return the claims of an article that say what they state."""
    number, document, claims = article
    made = []
    for place, claim in enumerate(claims):
        if _states(claim, document):
            language, scope, value = document.passages[claim.passage].language, claim.scope, claim.quantity.exact
            made.append(
                Stated(
                    number, place, language,
                    (dimension(claim.quantity.unit), claim.role.value, scope.group),
                    _subject(scope, language), scope.place or None,
                    scope.period.years if scope.period else None,
                    None if value is None else value_key(value) if value else "0",
                    named(words_of(document, claim, language)),
                )
            )  # fmt: skip
    return made


class Drawers(NamedTuple):
    """Claims that state the same, by drawer, with their articles: numbers of articles and places of claims in them.

    With each drawer comes which of its claims are compared with all behind them: a full one comes in several pieces.
    `places` are the spellings that stand for others.
    """

    shelf: Shelf
    drawers: list[tuple[list[tuple[int, int]], range]]
    places: dict[str, str]


def drawers(archive: Archive, stated: Statements, about: Collection[int] = ()) -> Iterator[Drawers]:
    """Yield all claims that have their like, some drawers at a time; where told, those with articles `about` only."""
    meant = stated.meant()
    where = [meant[number] for number in stated.column("where").tolist()]
    places = _places(where)
    worth = Ragged.of(list(_worth_opening(stated, [place and places[place] for place in where], learn(stated, places))))
    article, place = stated.column("article"), stated.column("place")
    held = np.isin(article[worth.numbers], list(about)) if about else np.ones(len(worth.numbers), np.bool_)
    here: list[tuple[NDArray[Any], range]] = []

    def opened() -> Drawers:
        rows = np.concatenate([drawer for drawer, _ in here])
        spelled = {where[row] for row in rows.tolist() if where[row]}
        return Drawers(
            archive.shelf(article[rows].tolist()),
            [
                (list(zip(article[drawer].tolist(), place[drawer].tolist(), strict=True)), first)
                for drawer, first in here
            ],
            {each: places[each] for each in sorted(spelled)},
        )

    for number in np.unique(worth.rows()[held]).tolist():
        for first in _pieces(len(worth[number])):
            here.append((worth[number], first))
            claims, pairs = sum(len(drawer) for drawer, _ in here), sum(_pairs(len(each), of) for each, of in here)
            if claims >= _TOGETHER or pairs >= _PAIRS:
                yield opened()
                here = []
    if here:
        yield opened()


def _pairs(count: int, first: range) -> int:
    """Return how many pairs the first claims of a drawer of so many make with those behind them."""
    return sum(count - 1 - place for place in first)


def _pieces(count: int) -> Iterator[range]:
    """Yield which claims of a drawer of so many are compared with all behind them, about `_PAIRS` pairs at a time."""
    begin = pairs = 0
    for place in range(count):
        pairs += count - 1 - place
        if pairs >= _PAIRS:
            yield range(begin, place + 1)
            begin, pairs = place + 1, 0
    if begin < count:
        yield range(begin, count)


def _worth_opening(
    stated: Statements, places: Sequence[str | None], subjects: Sequence[str | None]
) -> Iterator[list[int]]:
    """Yield drawers, and of those that are too full for others to be checked what is of one place and time each."""
    meant, sorts = stated.meant(), stated.column("sort").tolist()
    article, years = stated.column("article").tolist(), stated.column("years").tolist()
    found: dict[tuple[str, Sort], list[int]] = defaultdict(list)
    for row, subject in enumerate(subjects):
        if subject is not None:
            found[subject, meant[sorts[row]]].append(row)
    for subject, sort in sorted(found, key=str):
        drawer = found[subject, sort]
        if len({article[row] for row in drawer}) == 1:
            continue
        if sort[1] != Role.LEVEL and len(drawer) <= _MOST_IN_DRAWER:
            yield drawer
            continue
        near: dict[object, list[int]] = defaultdict(list)
        for row in drawer:
            near[places[row], years[row]].append(row)
        yield from (each[:_MOST_IN_DRAWER] for each in near.values() if len({article[row] for row in each}) > 1)


def stated(drawers: Drawers) -> Found:
    """Return the matches found through what the claims of some drawers state."""
    articles = drawers.shelf.articles()
    known = {each.number: each for each in articles}
    documents = {each.document.id: each.document for each in articles}
    made: list[Match] = []
    for drawer, firsts in drawers.drawers:
        claims = [known[number].claims[place] for number, place in drawer]
        made += _matches(claims, firsts, drawers.places, documents)
    return found(made, articles)


def _subject(scope: Scope, language: str) -> str | None:
    """Return what a claim is about as far as its language's file tells, else the counted word as written."""
    if scope.indicator or scope.noun is None or scope.noun in noun_ids():
        return scope.indicator or scope.noun
    return f"{AS_WRITTEN}{language} {scope.noun}"


def _states(claim: Claim, document: Document) -> bool:
    """Return whether a claim states something of a place or a time, or what is known to be measured or counted."""
    if claim.kind in NOT_QUANTITIES or claim.kind is Kind.ORDINAL:
        return False
    scope = claim.scope
    known = scope.indicator or scope.noun or (scope.place and scope.period)
    return bool(known) and document.passages[claim.passage].kind not in {PassageKind.BOILERPLATE, PassageKind.RELATED}


def _places(spellings: Iterable[str | None]) -> dict[str, str]:
    """Return, for every spelling of a place, one that stands for all of its spellings."""
    by_bones: dict[str, list[str]] = defaultdict(list)
    chosen: dict[str, str] = {}
    for spelling in sorted({each for each in spellings if each}):
        near = by_bones["".join(skeleton(word) for word in spelling.split())]
        chosen[spelling] = next((known for known in near if same_name(known, spelling)), spelling)
        if chosen[spelling] == spelling:
            near.append(spelling)
    return chosen


def _matches(
    drawer: Sequence[Claim], firsts: range, places: Mapping[str, str], documents: Mapping[str, Document]
) -> Iterator[Match]:
    """Yield the matches of one drawer: those of one place and time, and some that are to be checked.

    Of a piece (see `Drawers`) these are those of its first claims; what is to be checked comes with the first piece.
    """
    near: dict[object, list[Claim]] = defaultdict(list)
    for claim in drawer:
        near[_where(claim, places)].append(claim)
    for together in near.values():
        few = together[:_MOST_IN_DRAWER]
        answers = Answers(few)
        for a, b in ((few[place], other) for place in firsts for other in few[place + 1 :]):
            if a.document != b.document and (fits(a, b) or (_pinned(a) and answers.each_other(a, b))):
                yield _match(a, b, common(a, b, documents[a.document], documents[b.document]))
    if firsts.start:
        return
    yield from _likeliest(_undated(near, documents))
    if drawer[0].role is not Role.LEVEL and len(drawer) <= _MOST_IN_DRAWER:
        yield from _likeliest(_of_others(near, documents))


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


def _undated(near: Mapping[object, Sequence[Claim]], documents: Mapping[str, Document]) -> Iterator[Match]:
    """Yield what does not fit of one place where no claim says a time, and publication does not tell it either."""
    for together in near.values():
        scope = together[0].scope
        if scope.place is None or scope.period is not None or len(together) > _MOST_UNDATED:
            continue
        for a, b in combinations(filter(_known, together), 2):
            texts = documents[a.document], documents[b.document]
            if a.document != b.document and not far_apart(*texts) and not fits(a, b):
                yield _match(a, b, common(a, b, *texts))


def _known(claim: Claim) -> bool:
    """Return whether a language file has what a claim is about."""
    return claim.scope.indicator is not None or claim.scope.noun in noun_ids()


def _of_others(near: Mapping[object, Sequence[Claim]], documents: Mapping[str, Document]) -> Iterator[Match]:
    """Yield plans and changes of other places and years."""
    for left, right in combinations(near.values(), 2):
        for a in left:
            for b in right:
                if a.document != b.document:
                    yield _match(a, b, common(a, b, documents[a.document], documents[b.document]))


def _likeliest(options: Iterable[Match]) -> Iterator[Match]:
    """Yield the likeliest few matches of each claim."""
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
    evidence["place"] *= said_of_place(a, b)
    fitting = fits(a, b)
    if fitting:
        evidence["figure"] = 1.0
    else:
        evidence["slip"] = float(slips(a, b) <= 1 and min(digits(a), digits(b)) > 1)
    conflicts = list(shared.conflicts())
    if not fitting and a.scope.period is b.scope.period is None:
        evidence["undated"] = 1.0
        # what grows, or is of another year, hardly ever has the same digits
        if not (measured and same_digits(a, b)):
            conflicts.append(UNDATED)
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
