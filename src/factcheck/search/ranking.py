"""A query tree over the segments of an index: which articles fit, and how well.

Words are weighed by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75); language, source and date only limit.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from factcheck.search import tree as nodes
from factcheck.search.whoosh_segment import follows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.search.analysis import Alternatives
    from factcheck.search.whoosh_segment import Segment

Scores: TypeAlias = "dict[int, float]"  # article number in its segment -> score

_K1 = 1.2
_B = 0.75
_ELSEWHERE = 0.5  # the weight of what is the same in another language
_EXACT = 2.0  # the weight of the very word among those that a prefix or a fuzzy word stands for


@dataclass(slots=True)
class Ranking:
    """Scores of articles for one query over all segments; `capped` holds what stood for too many words."""

    segments: Sequence[Segment]
    capped: set[str] = field(default_factory=set)

    def scores(self, node: nodes.Node) -> list[Scores]:
        """Return the scores of the articles that fit, for each segment."""
        return [
            {number: score for number, score in self._scores(node, segment).items() if number in segment.alive}
            for segment in self.segments
        ]

    def _scores(self, node: nodes.Node, segment: Segment) -> Scores:
        match node:
            case nodes.Word(terms=terms, field=name):
                return self._words(segment, dict.fromkeys(terms, 1.0), name)
            case nodes.Prefix() | nodes.Fuzzy() | nodes.Wildcard():
                return self._words(segment, self._expanded(node, segment))
            case nodes.Phrase(places=places, between=between, field=name):
                return self._phrase(segment, places, between, name)
            case nodes.Also(part=part, others=others):
                elsewhere = _best(self._scores(other.node, segment) for other in others)
                return _sum((self._scores(part, segment), {n: s * _ELSEWHERE for n, s in elsewhere.items()}))
            case nodes.And(parts=parts):
                return self._all(segment, parts)
            case nodes.Or(parts=parts):
                return _sum(self._scores(part, segment) for part in parts)
            case nodes.Not(part=part):
                return dict.fromkeys(segment.alive - self._scores(part, segment).keys(), 0.0)
            case nodes.Language(tag=tag):
                return dict.fromkeys(segment.articles("language", tag), 0.0)
            case nodes.Source(places=places):
                return dict.fromkeys(_standing_together(segment, "source", places, 0), 0.0)
            case nodes.File(places=places):
                return dict.fromkeys(_standing_together(segment, "file", places, 0), 0.0)
            case nodes.Articles(keys=keys):
                return {number: 0.0 for number, key in enumerate(segment.keys) if key in keys}
            case nodes.Figures():
                raise AssertionError("conditions on figures are answered before")
            case nodes.Published():
                first = int(f"{node.first:%Y%m%d}") if node.first else 1
                last = int(f"{node.last:%Y%m%d}") if node.last else 99991231
                return {number: 0.0 for number, day in enumerate(segment.days) if first <= day <= last}

    def _all(self, segment: Segment, parts: Iterable[nodes.Node]) -> Scores:
        wanted = [part for part in parts if not isinstance(part, nodes.Not)]
        unwanted = [part.part for part in parts if isinstance(part, nodes.Not)]
        made: Scores = dict.fromkeys(segment.alive, 0.0) if not wanted else {}
        for index, part in enumerate(wanted):
            scores = self._scores(part, segment)
            made = scores if index == 0 else {n: made[n] + scores[n] for n in made.keys() & scores.keys()}
            if not made:
                return {}
        for other in unwanted:
            for number in self._scores(other, segment):
                made.pop(number, None)
        return made

    def _expanded(self, node: nodes.Prefix | nodes.Fuzzy | nodes.Wildcard, segment: Segment) -> dict[str, float]:
        if isinstance(node, nodes.Wildcard):
            terms, capped = segment.of_form(nodes.as_regex(node.pattern).pattern)
            if capped:
                self.capped.add(node.typed)
            return dict.fromkeys(terms, 1.0)
        if isinstance(node, nodes.Prefix):
            terms, capped = segment.beginning_with("text", node.term)
        else:
            terms, capped = segment.similar(node.term, node.distance)
        if capped:
            self.capped.add(node.typed)
        return {term: _EXACT if term == node.term else 1.0 for term in terms}

    def _words(self, segment: Segment, terms: Mapping[str, float], name: str = "text") -> Scores:
        """Return the scores of articles with any of the terms, which count as one word."""
        if len(terms) == 1:
            (term,) = terms
            weights = dict(segment.postings(name, term))
            frequency = sum(one.frequency(term, name) for one in self.segments)
        else:
            gathered: dict[int, float] = defaultdict(float)
            for term, boost in terms.items():
                for number, weight in segment.postings(name, term):
                    gathered[number] += weight * boost
            weights = gathered
            # How many articles of the whole index have one of them would take another walk: as many as here, in share.
            frequency = round(len(weights) * self._articles() / max(1, segment.reader.doc_count_all()))
        return self._weigh(segment, weights, frequency)

    def _phrase(self, segment: Segment, places: Sequence[Alternatives], between: int, name: str) -> Scores:
        counts = _standing_together(segment, name, places, between)
        rarest = min(sum(one.frequency(term, name) for one in self.segments for term in terms) for terms in places)
        scores = self._weigh(segment, {number: float(count) for number, count in counts.items()}, rarest)
        return {number: score * len(places) for number, score in scores.items()}

    def _articles(self) -> int:
        return sum(segment.reader.doc_count_all() for segment in self.segments)

    def _weigh(self, segment: Segment, weights: Mapping[int, float], frequency: int) -> Scores:
        articles = self._articles()
        average = sum(one.words for one in self.segments) / max(1, articles) or 1.0
        rarity = math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5)) if frequency < articles else 0.1
        factor, base, slope, lengths = rarity * (_K1 + 1), _K1 * (1 - _B), _K1 * _B / average, segment.lengths
        return {n: factor * weight / (weight + base + slope * lengths[n]) for n, weight in weights.items()}


def _standing_together(segment: Segment, name: str, places: Sequence[Alternatives], between: int) -> dict[int, int]:
    """Return the articles in which terms stand one after the other, and how often they do."""
    among: set[int] | None = None
    for terms in places:
        articles = set().union(*(segment.articles(name, term) for term in terms))
        among = articles if among is None else among & articles
        if not among:
            return {}
    ends: dict[int, list[int]] = {}
    for index, terms in enumerate(places):
        here: dict[int, list[int]] = {}
        for term in terms:
            for number, found in segment.places(name, term, among).items():
                here[number] = sorted({*here[number], *found}) if number in here else found
        ends = here if index == 0 else {n: follows(ends[n], here[n], between) for n in ends.keys() & here.keys()}
        ends = {number: found for number, found in ends.items() if found}
        among = set(ends)
    return {number: len(found) for number, found in ends.items()}


def _sum(parts: Iterable[Scores]) -> Scores:
    made: dict[int, float] = defaultdict(float)
    for scores in parts:
        for number, score in scores.items():
            made[number] += score
    return made


def _best(parts: Iterable[Scores]) -> Scores:
    made: Scores = {}
    for scores in parts:
        for number, score in scores.items():
            if score > made.get(number, -1.0):
                made[number] = score
    return made
