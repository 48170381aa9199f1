"""The first way in: claims of sentences that retell the same event."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.language.wording import moments
from factcheck.matching import evidence as model
from factcheck.matching.assignment import Answers, assign
from factcheck.matching.found import found
from factcheck.matching.places import same_place, well_known
from factcheck.matching.scopes import carried, common, counted_later, far_apart, of_no_time, said_of_place, same_group
from factcheck.matching.sentences import claim_keys
from factcheck.matching.sorts import digits, far, fits, same_digits, slips
from factcheck.model import UNDATED, Kind, Match
from factcheck.quantities import dimension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.matching.assignment import Pair
    from factcheck.matching.found import Found
    from factcheck.matching.parts import Part, Place
    from factcheck.matching.scopes import Common
    from factcheck.model import Claim, Document

_MOST_ALIKE = 1.0  # likeness beyond this is certain
_RETOLD = 0.25  # less alike, with half of how alike others are, two may speak of one thing, but not of one time
_MOST_COMPANY = 3  # further fitting figures in the same sentences add nothing
_MOST_SOURCES = 3  # nor do further sources
_OF_ANOTHER = frozenset({"place", "period", "indicator"})


class Retellings:
    """Some aligned sentences and the claims in them."""

    def __init__(self, part: Part) -> None:
        self._part = part
        articles = {each.number: each for each in part.shelf.articles()}
        self._documents = {number: each.document for number, each in articles.items()}
        self._claims = {number: each.claims for number, each in articles.items()}
        self._values = {
            claim.id: frozenset(key for key in claim_keys(claim, document.quote(claim.span)) if key[0] == "#")
            for _, document, claims in articles.values()
            for claim in claims
        }
        self._stated = {
            number: [(claim.passage, self._values[claim.id]) for claim in claims]
            for number, claims in self._claims.items()
        }
        self._dated = {
            (claim.document, claim.passage, claim.scope.period)
            for each in self._claims.values()
            for claim in each
            if claim.kind is Kind.DATE
        }

        self._began = {(id_, passage, period.start) for id_, passage, period in self._dated if period}
        self._answers = Answers((claim for each in self._claims.values() for claim in each), _stated)
        self._years: dict[str, set[int | None]] = {
            document.id: {document.published.year if document.published else None}
            for document in self._documents.values()
        }
        for id_, _, period in self._dated:
            self._years[id_].update(period.years if period else ())

    def claims_of(self, number: int) -> list[Claim]:
        """Return the claims of a sentence that may be compared, in order."""
        place = self._part.sentences[number]
        own = self._claims[place.document]
        return [own[claim] for claim in place.claims]

    def pairs(self) -> Iterator[tuple[Claim, Claim, dict[str, float], tuple[str, ...]]]:
        """Yield every pair of claims that answer to one another, with its evidence."""
        for group in self._part.groups:
            stating = [number for number in group if self._part.sentences[number].claims]
            sources = self._sources(stating)
            for one, other in combinations(stating, 2):
                yield from self._pairs_of(one, other, group, sources)
        for guest, hosts in self._part.guests:
            stating = [number for number in (*hosts, guest) if self._part.sentences[number].claims]
            sources = self._sources(stating)
            for host in (number for number in hosts if number in stating):
                for pair in self._pairs_of(min(host, guest), max(host, guest), stating, sources):
                    if _worth_a_guest(pair[2]):
                        yield pair

    def _sources(self, group: Sequence[int]) -> defaultdict[str, set[int]]:
        """Return, for the id of each claim of a group, the other sources of the group with a claim that fits it."""
        stated = [(number, claim) for number in group for claim in self.claims_of(number)]
        found: defaultdict[str, set[int]] = defaultdict(set)
        for (one, a), (other, b) in combinations(stated, 2):
            if one != other and fits(a, b):
                found[a.id].add(self._source(other))
                found[b.id].add(self._source(one))
        return found

    def _source(self, sentence: int) -> int:
        """Return the number of the source that a sentence is of: all copies of one text are one source."""
        document = self._part.sentences[sentence].document
        return self._part.sources.get(document, document)

    def _pairs_of(
        self, one: int, other: int, group: Sequence[int], sources: defaultdict[str, set[int]]
    ) -> Iterator[tuple[Claim, Claim, dict[str, float], tuple[str, ...]]]:
        left, right = self._part.sentences[one], self._part.sentences[other]
        texts = self._documents[left.document], self._documents[right.document]
        mine, yours = self.claims_of(one), self.claims_of(other)
        pairs = assign(mine, yours)
        fitting = sum(pair.fits for pair in pairs)
        alike = self._alikeness(one, other, group)
        telling = [mine[pair.a] for pair in pairs if pair.fits and _tells(mine[pair.a])]
        counted = any(claim.kind is Kind.COUNT for claim in telling)
        measured = any(pair.fits and mine[pair.a].scope.indicator for pair in pairs)
        another_time = _another_time(pairs, mine, yours)
        another_matter = _conflicts_of_sentences(mine, yours, texts)
        for pair in pairs:
            a, b = mine[pair.a], yours[pair.b]
            undated = not pair.fits and of_no_time(a, b)
            if another_time and not pair.fits and a.kind is Kind.DATE:
                continue
            shared = common(a, b, *texts)
            if not pair.fits and self._two_statements(a, b, shared):
                continue
            made = {**alike, "figures": float(min(_MOST_COMPANY, fitting - pair.fits))}
            made |= scope_evidence(a, b, shared)
            if self._part.meaning is not None:
                made["meaning"] = self._part.meaning[one, other]
            if pair.fits:
                made["figure"] = 1.0
            else:
                made |= self._doubts(a, b, left, right)
                made["undated"] = float(undated)
                here = {self._source(one), self._source(other)}
                fewer = min(len(sources[claim.id] - here) for claim in (a, b))
                made["split sources"] = float(min(_MOST_SOURCES, fewer))
            conflicts = self._conflicts(one, other, a, b, shared)
            if (pair.fits or telling) and not (well_known(a.scope.place) and well_known(b.scope.place)):
                conflicts -= {"place"}  # sentences that say the same: likelier than not one of the names is no place
            if not pair.fits and (another_time or self._of_another_year(a, b) or self._of_another_year(b, a)):
                conflicts |= {"period"}
            if conflicts & _OF_ANOTHER and not (pair.fits or telling or made["slip"]):
                continue  # a figure of another place, another year or something else is no wonder where all differ
            slipped = not alike["alone"] and made.get("slip")
            retold = fitting or slipped or alike["likeness"] + alike["cohesion"] / 2 >= _RETOLD
            if undated and not same_digits(a, b) and (far_apart(*texts) or not retold):
                conflicts |= {UNDATED}
            if not (pair.fits or counted or same_digits(a, b)) and counted_later(a, b, *texts):
                conflicts |= {UNDATED}
            if a.kind is Kind.DATE or b.kind is Kind.DATE:
                conflicts |= another_matter
                if made.get("elsewhere") and measured:
                    conflicts |= {"period"}  # what is measured every year may well come to the same in two of them
            elif pair.fits and digits(a) > 1:
                # the same figure in sentences that say the same: what was read of its scope is likelier wrong
                conflicts -= {"indicator", "role"} if _goes_on(a) is _goes_on(b) else {"indicator", "role", "period"}
            yield a, b, made, tuple(sorted(conflicts))

    def _two_statements(self, a: Claim, b: Claim, shared: Common) -> bool:
        """Return whether figures that do not fit are no misquotation of one another.

        One is a level of one thing, and the other a change of another; or their articles state several figures of one
        subject and time, of which others are nearer.
        """
        if shared.indicator is False and shared.role is False:
            return True
        return bool(shared.indicator and shared.period) and not self._answers.each_other(a, b)

    def _alikeness(self, one: int, other: int, group: Sequence[int]) -> dict[str, float]:
        """Return how alike two sentences are, and how alike each is to the rest of the group."""

        def alike(a: int, b: int) -> float:
            return self._part.likeness.get((a, b) if a < b else (b, a), 0.0)

        rest = [number for number in group if number not in {one, other}]
        cohesion = (
            min((sum(alike(each, number) for number in rest) / len(rest) for each in (one, other)), default=0.0)
            if rest
            else 0.0
        )
        return {
            "likeness": min(_MOST_ALIKE, alike(one, other)),
            "cohesion": min(_MOST_ALIKE, cohesion),
            "alone": float(not rest),
        }

    def _doubts(self, a: Claim, b: Claim, left: Place, right: Place) -> dict[str, float]:
        """Return evidence that only a difference can have: a slip of the pen, or a value that stands elsewhere."""
        return {
            "slip": float(slips(a, b) <= 1 and min(digits(a), digits(b)) > 1),
            "far": float(far(a, b)),
            "small": float(max(digits(a), digits(b)) == 1),
            "elsewhere": float(
                self._stands_elsewhere(a, right.document, right.passage)
                or self._stands_elsewhere(b, left.document, left.passage)
            ),
        }

    def _conflicts(self, one: int, other: int, a: Claim, b: Claim, shared: Common) -> set[str]:
        """Return the fields in which claims of aligned sentences surely part.

        What was carried over from elsewhere in the article, or read without knowing what the figure is about, is not
        sure: place and period must stand in the sentences themselves, and roles count where both indicators are known.
        Groups part where both sentences speak of one, and only one of the two figures is of it.
        """
        sure = set()
        if shared.place is False and not carried(a, b):
            sure.add("place")
        if shared.period is False and self._is_dated(a) and self._is_dated(b):
            sure.add("period")
        if shared.indicator is False:
            sure.add("indicator")
        if shared.role is False and shared.indicator:
            sure.add("role")
        if not same_group(a, b) and _groups(self.claims_of(one)) & _groups(self.claims_of(other)):
            sure.add("group")
        return sure

    def _is_dated(self, claim: Claim) -> bool:
        """Return whether a claim's sentence says its period; of "since 2020" the date is 2020."""
        period = claim.scope.period
        if period is not None and period.end is None:
            return (claim.document, claim.passage, period.start) in self._began
        return (claim.document, claim.passage, period) in self._dated

    def _of_another_year(self, dated: Claim, other: Claim) -> bool:
        """Return whether a claim is of a year that its sentence names, and the other's article nowhere speaks of it.

        What is measured, such as a rate, is one thing this year and another that.
        """
        period = dated.scope.period
        if period is None or other.scope.period is not None or None in {dated.scope.indicator, other.scope.indicator}:
            return False
        named = (dated.document, dated.passage, period) in self._dated
        return named and self._years[other.document].isdisjoint(period.years)

    def _stands_elsewhere(self, claim: Claim, document: int, but: int) -> bool:
        """Return whether another passage of a document states a claim's value."""
        wanted = self._values[claim.id]
        return any(wanted <= stated for passage, stated in self._stated[document] if passage != but)


def _stated(claim: Claim) -> object:
    """Return what a claim states, None where it says neither of what nor of when."""
    scope = claim.scope
    if scope.indicator is None or scope.period is None:
        return None
    return scope.indicator, scope.place, scope.group, scope.period, claim.role, dimension(claim.quantity.unit)


def _goes_on(claim: Claim) -> bool:
    """Return whether what a claim states goes on: "since 2020"."""
    return claim.scope.period is not None and claim.scope.period.end is None


def _tells(claim: Claim) -> bool:
    """Return whether a figure of two sentences that say the same is hardly one of both by chance, as years are."""
    return claim.kind is not Kind.DATE and digits(claim) > 1


def _groups(claims: Iterable[Claim]) -> set[str]:
    """Return the groups (minorities, women ...) that the figures of a sentence are about."""
    return {claim.scope.group for claim in claims if claim.scope.group}


def _conflicts_of_sentences(
    mine: Sequence[Claim], yours: Sequence[Claim], texts: tuple[Document, Document]
) -> set[str]:
    """Return "place" where each of two sentences names places and none is in both, "indicator" likewise."""
    indicators = [{claim.scope.indicator for claim in side if claim.scope.indicator} for side in (mine, yours)]
    places = [[claim for claim in side if claim.scope.place and not carried(claim)] for side in (mine, yours)]
    sure = set()
    if all(indicators) and not indicators[0] & indicators[1]:
        sure.add("indicator")
    if all(places) and not any(same_place(a, b, *texts) for a in places[0] for b in places[1]):
        sure.add("place")
    return sure


def _another_time(pairs: Sequence[Pair], mine: Sequence[Claim], yours: Sequence[Claim]) -> bool:
    """Return whether dates differ and no other figure of the two sentences fits: then they speak of two times."""
    dates = [mine[pair.a].kind is Kind.DATE for pair in pairs]
    parting = any(is_date and not pair.fits for is_date, pair in zip(dates, pairs, strict=True))
    fitting = any(not is_date and pair.fits for is_date, pair in zip(dates, pairs, strict=True))
    stating = all(any(claim.kind is not Kind.DATE for claim in side) for side in (mine, yours))
    return parting and stating and not fitting


def _worth_a_guest(evidence: Mapping[str, float]) -> bool:
    """Return whether claims of articles on two events have more in common than words: figures, or what they state."""
    same = {name for name in ("indicator", "noun", "place", "period") if evidence.get(name)}
    return bool(evidence["figures"]) or (bool(same & {"indicator", "noun"}) and bool(same & {"place", "period"}))


def scope_evidence(a: Claim, b: Claim, shared: Common) -> dict[str, float]:
    """Return the evidence in what two scopes have in common."""
    made: dict[str, float] = {}
    if a.quantity.unit is not None and a.quantity.unit == b.quantity.unit:
        made["unit"] = 1.0
    for name in ("indicator", "noun", "place", "period"):
        same = getattr(shared, name)
        if same is not None:
            made[name if same else f"other {name}"] = said_of_place(a, b) if name == "place" else 1.0
    if shared.role is False:
        made["other role"] = 1.0
    return made


def detail(a: Claim, b: Claim, name: str) -> str | None:
    """Return what a piece of evidence that two claims speak of the same says to the reader; None if it says nothing."""
    if name in _TOLD:
        return _TOLD[name](a, b)
    return _PLAIN.get(name)


def _said(a: Claim, b: Claim) -> str:
    """Return how two figures that fit are said."""
    one, other = moments(a, b)
    return f"both say {one}" if one == other else f"{one} fits {other}"


# What evidence says that says the same of any two claims, and what depends on them.
_PLAIN = {
    "likeness": "the sentences have names and words in common",
    "meaning": "the model of meaning finds the sentences alike",
    "cohesion": "what other sources say of it is alike too",
    "alone": "no further source speaks of it",
    "small": "small numbers meet by chance",
    "far": "one figure is several times the other",
    "figures": "other figures of the two sentences agree",
    "split sources": "each of the two has other sources on its side",
    "elsewhere": "the other figure stands elsewhere in the article",
    "unit": "the same unit",
    "undated": "neither says of which time it is: what grows, such as a toll, may have been counted later",
    "slip": "one digit or a swap turns one figure into the other",
}
_TOLD: dict[str, Callable[[Claim, Claim], str]] = {
    "figure": _said,
    "indicator": lambda a, _b: f"both speak of: {a.scope.indicator}",
    "other indicator": lambda a, b: f"{a.scope.indicator} beside {b.scope.indicator}",
    "noun": lambda a, _b: f"both count: {a.scope.noun}",
    "other noun": lambda a, b: f"{a.scope.noun} beside {b.scope.noun}",
    "place": lambda a, b: f"{a.scope.place or b.scope.place} = {b.scope.place or a.scope.place}",
    "other place": lambda a, b: f"{a.scope.place} beside {b.scope.place}",
    "period": lambda a, _b: f"both speak of {a.scope.period}",
    "other period": lambda a, b: f"{a.scope.period} beside {b.scope.period}",
    "other role": lambda a, b: f"{a.role} beside {b.role}",
    "group": lambda a, _b: f"both speak of: {a.scope.group}",
}


def retold(part: Part) -> Found:
    """Return the matches found through articles on the same event."""
    made = []
    articles = part.shelf.articles()
    for a, b, evidence, conflicts in Retellings(part).pairs():
        reasons = model.reasons("event", evidence, partial(detail, a, b))
        made.append(Match(a, b, model.score("event", evidence), reasons, conflicts))
    return found(made, articles)
