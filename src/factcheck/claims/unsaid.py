"""What a figure leaves unsaid because one before it said it: "5.4 %, against 5.1 % in 2022", "In Perlis it was 3 %".

Such a figure brings nothing of its own but a date, a place, a group, a word of comparison, or a word that points back
("the figure"): any other word around it may say something else, and then nothing is taken over.
"""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims.indicators import catalogue
from factcheck.claims.lines import split
from factcheck.claims.mentions import LIKELY, looks
from factcheck.claims.words import DATE, QUANTITY
from factcheck.language.folding import fold
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.claims.cues import Cue
    from factcheck.claims.indicators import Indicator
    from factcheck.claims.mentions import Mention
    from factcheck.claims.words import Line
    from factcheck.language.sections import Pack

_TOLD = 2  # words of its own that a figure may have beside a word of comparison: "against a national average of 6 %"
_BESIDE = 3  # words from such a word to its figure
_MONTH, _ENDING = 4, 2  # letters of a month's name that remain at least, and that another ending may stand for
_OTHER = frozenset({"indicators", "subjects"})  # what speaks of something else
CHANGES = frozenset({"percent", "multiple"})  # units in which changes of what has others are told


class Said(NamedTuple):
    """What a figure before was found to state; `unit` is its kind (`indicators.kind_of`)."""

    indicator: str
    unit: str


class _Words(NamedTuple):
    """Folded words of a language that say nothing of what is measured, with their marks behind them and without.

    `back` are those that point back, `months` stems of names of months.
    """

    plain: frozenset[str]
    unmarked: frozenset[str]
    back: frozenset[str]
    clitics: tuple[str, ...]
    months: tuple[str, ...]


class Unsaid:
    """The words of one sentence that bring nothing of their own; `tables` are its cues by table."""

    def __init__(
        self, text: str, tag: str, line: Line, places: Sequence[Mention], tables: Mapping[str, Sequence[Cue]]
    ) -> None:
        self.text, self.line, self.tables = text, line, tables
        self.nouns_cased, self.ands = looks(tag).nouns_cased, looks(tag).ands
        # One word of a figure's own may be a verb; on the other side it would tell what "5 %" is of.
        self.verbs = (0, 1) if looks(tag).postposed else (1, 0)
        self.plain, self.unmarked, self.back, self.clitics, self.months = _words(tag)
        self.silent = {i for place in places if place.doubt <= LIKELY for i in range(place.first, place.last)}
        self.marked = any(line.marks)
        for table, cues in tables.items():
            if table not in _OTHER and table not in {"nouns", "places.ordinary", "places.after", "roles.neutral"}:
                self.silent.update(i for cue in cues for a, b in cue.parts for i in range(a, b))
        self.pointing = bool(places) or "groups" in tables

    def taken_over(self, word: int, unit: str, said: Said, *, changes: bool, behind: bool) -> str | None:
        """Return the indicator of a figure before if the figure that is a word of the line speaks of it too.

        `behind`: that one is of this sentence; else this one must point back, or add but a date, a place or a group.
        """
        known = catalogue().base(said.indicator)
        changing = changes and unit in CHANGES
        if known is None or not (unit == said.unit or unit in known.kinds or changing):
            return None
        if unit == "percent" and said.unit != unit and not changing:
            return None  # "1,200 arrived, 30 % by boat"
        first, last = self._around(word, whole=not behind)
        before, after = self._own(first, word, known), self._own(word + 1, last, known)
        if before is None or after is None:
            return None
        if not behind and not self._points_back(first, last):
            return None
        allowed = _TOLD if self._compared(word, first) or self._rated(word) else 0
        if before > allowed or after > (allowed or unit not in {"count", "percent"} or self.verbs[1]):
            return None
        return said.indicator

    def _rated(self, word: int) -> bool:
        """Return whether a figure is one of so many: "3,214 people, that is 5.6 per 100,000"."""
        rates = (cue for cue in self.tables.get("per", ()) if cue.id[0].isdigit())
        return any(cue.distance(self.line, word) < _BESIDE for cue in rates)

    def rate_of(self, word: int, counted: Said) -> str | None:
        """Return the rate of what a sentence before counted, if the figure points back to it: "the rate was 6 %"."""
        known = catalogue().base(counted.indicator)
        first, last = self._around(word, whole=True)
        if known is None or not known.share or self.back.isdisjoint(self.line.words[first:last]):
            return None
        before, after = self._own(first, word, known), self._own(word + 1, last, known)
        return known.share if before == 0 and after is not None and after <= self.verbs[1] else None

    def says_else(self, word: int, indicator: str) -> bool:
        """Return whether words around a figure say something else than what a figure before it was said to be."""
        known = catalogue().base(indicator)
        first, last = self._around(word, whole=False)
        parts = [self._own(low, high, known) for low, high in ((first, word), (word + 1, last))] if known else [None]
        told = (_TOLD, _TOLD) if self._compared(word, first) else self.verbs
        return any(own is None or own > most for own, most in zip(parts, told, strict=True))

    def _around(self, word: int, *, whole: bool) -> tuple[int, int]:
        """Return the range of words said of a figure alone; `whole`: from the beginning of the sentence."""
        line, first, last = self.line, word, word + 1
        while first > 0 and (whole or line.words[first - 1] != QUANTITY):
            first -= 1
        if not whole and first:
            first = next((i for i in range(first, word + 1) if i in line.stops), first)  # behind what the last one ends
        if not whole:  # "1.1 million refugees from Syria and Poland 950,000"
            first = next((i for i in range(word - 1, first - 1, -1) if line.words[i] in self.ands), first)
        bases = {cue.first for cue in self.tables.get("per", ()) if cue.id[0].isdigit()}
        while last < len(line) and last not in line.stops and last not in bases and line.words[last] != QUANTITY:
            last += 1
        return first, last

    def _own(self, first: int, last: int, known: Indicator | None) -> int | None:
        """Return how many words say something, None if they are known to say something else."""
        found = catalogue()
        if any(
            cue.first < last and cue.last > first and (table != "indicators" or found.base(cue.id) is not known)
            for table in _OTHER
            for cue in self.tables.get(table, ())
        ):
            return None
        grouped = {i for cue in self.tables.get("groups", ()) for a, b in cue.parts for i in range(a, b)}
        counted: set[int] = set()
        for cue in self.tables.get("nouns", ()):
            if first <= cue.first < last:
                if not grouped.issuperset(range(cue.first, cue.last)) and not (
                    known and known.noun and found.counts(known, cue.id)
                ):
                    return None
                counted.update(range(cue.first, cue.last))
        return sum(not self._plain(word) for word in range(first, last) if word not in self.silent | counted)

    def _plain(self, word: int) -> bool:
        written = self.line.words[word]
        if written in {DATE, QUANTITY} or self.line.figures[word] >= 0:
            return True
        if written + self.line.marks[word] in self.plain or (not self.marked and written in self.unmarked):
            return True
        if any(written.startswith(c) and written[len(c) :] in self.plain for c in self.clitics):
            return True
        return self._joined(word) or written.startswith(self.months) or self._named(word)

    def _joined(self, word: int) -> bool:
        """Return whether a word is but the ending of the figure or date before it: "2019-ben"."""
        line = self.line
        if not word or line.figures[word - 1] < 0:
            return False
        return not any(char.isspace() for char in self.text[line.ends[word - 1] : line.starts[word]])

    def _named(self, word: int) -> bool:
        """Return whether a word is a name by its capitals: who "took 30 %, and the SPD 15 %" says nothing of what."""
        line = self.line
        written = self.text[line.starts[word] : line.ends[word]]
        if not written[:1].isupper() or word == 0 or line.stops.get(word, "") not in {"", ",", ";"}:
            return False
        return not self.nouns_cased or not written[1:].islower()

    def _points_back(self, first: int, last: int) -> bool:
        words = self.line.words[first:last]
        return self.pointing or DATE in words or not self.back.isdisjoint(words)

    def _compared(self, word: int, first: int) -> bool:
        of = {cue.first for cue in self.tables.get("roles.by", ())}  # "de" is as often no comparison
        starts = (cue.last for cue in self.tables.get("roles.start", ()) if cue.first >= first and cue.first not in of)
        return any(0 <= word - last <= _BESIDE for last in starts)


@lru_cache(maxsize=32)
def _words(tag: str) -> _Words:
    """Return the words of a language that say nothing of what is measured."""
    base = base_of(tag)
    return _Words(*compiled("plain", base, lambda: tuple(_build(pack(base)))))


def _build(known: Pack) -> _Words:
    back = frozenset(piece for phrase in known.text.again for piece in fold(phrase).split())
    phrases = (*_plainly(known), *known.text.again)
    pieces = {pair for phrase in phrases for part in phrase.replace("#", " ").split() for pair in split(part)}
    unmarked = frozenset(word for word, _ in pieces)
    names = list(map(fold, known.locale.months["format"]["wide"].values())) if known.tag != "und" else []
    months = tuple(name[: max(_MONTH, len(name) - _ENDING)] for name in names if len(name) >= _MONTH)
    plain = frozenset(word + marks for word, marks in pieces)
    return _Words(plain | frozenset(names), unmarked, back, tuple(map(fold, known.text.clitics)), months)


def _plainly(known: Pack) -> Iterator[str]:
    """Yield the phrases of a language that say how a figure is meant, not what of."""
    text, dates, places = known.text, known.dates, known.places
    yield from (*text.stop, *text.number, *text.partly, *text.particles)
    yield from (*places.before, *places.of, *places.behind, *places.whole, *places.nation)
    for field in fields(known.roles):
        if field.name != "neutral":
            yield from getattr(known.roles, field.name)
    for field in fields(known.bounds):
        for phrase in getattr(known.bounds, field.name):
            yield from (phrase,) if isinstance(phrase, str) else phrase
    for words in (
        dates.year,
        dates.year_end,
        dates.since,
        dates.until,
        dates.quarter,
        dates.period,
        dates.before_month,
    ):
        yield from words
    for words in dates.relative.values():
        yield from words
