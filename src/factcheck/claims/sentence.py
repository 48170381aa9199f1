"""One passage with its cues: what each of its figures is about, and what it leaves to the passages that follow.

Of every kind of cue a figure takes the nearest that fits it, where separators, brackets and other figures lengthen the
way (`words.Line.distance`). Place and period carry over from the sentence before, the paragraph's or the article's
heading where a sentence has none of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims.dates import MONTH_DAY
from factcheck.claims.indicators import catalogue, growing, kind_of
from factcheck.claims.lines import of_ages
from factcheck.claims.mentions import LIKELY, SURE, looks
from factcheck.claims.onwards import onwards
from factcheck.claims.roles import PLANS, arrives, read_role
from factcheck.claims.shapes import ADMINISTRATIVE
from factcheck.claims.topics import Topics
from factcheck.claims.unsaid import CHANGES, Said, Unsaid
from factcheck.claims.whereabouts import Whereabouts
from factcheck.claims.words import DATE, QUANTITY
from factcheck.model import NOT_QUANTITIES, Claim, Direction, Kind, Period, Role, Scope

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.claims.compared import Base
    from factcheck.claims.context import Context
    from factcheck.claims.cues import Cue
    from factcheck.claims.figures import Figure
    from factcheck.claims.indicators import Indicator
    from factcheck.claims.mentions import Mention
    from factcheck.claims.words import Line
    from factcheck.model import Document

# In words; see `words.Line.distance`.
_PASSED_DATE = 4  # for each quantity between a date and the figure: one date often serves several
_DAY = 3  # a single day is rarer the period of a figure than a year is
_BESIDE = 3  # from an administrative noun to the name before it
_COUNTED = 3  # words behind a figure in which what it is of may stand
_JOINED = 6  # between two changes: "9.5 % in volume and 33.6 %"
_COMPARED = 8  # and so many more where the first is told of a time before: "grew 0.3 % from the quarter before and 2 %"
_TOLD = frozenset({"roles.up", "roles.down", "roles.to", "roles.start", "roles.level", "roles.target"})
_MANY = 20  # a smaller number of something unknown may be of anything; so may a duration
_STATED = frozenset({Kind.PERCENT, Kind.MULTIPLE})
_GROWN = 3  # times: "from 5 to 12"; what grew by 5 to 90 began at 85
_CARRIED_DAYS = 27  # a period is carried over only if it is longer: a month at least


def bare(document: Document, index: int, figure: Figure) -> Claim:
    """Return the claim of a figure that states no quantity, so that nothing but a period is said of it."""
    return Claim(
        document=document.id, span=figure.span, passage=index, quantity=figure.quantity, kind=figure.kind,
        scope=Scope(period=figure.period),
    )  # fmt: skip


class _Changed(NamedTuple):
    """A change that a figure states: where, its unit, and what of it."""

    word: int
    unit: str | None
    direction: Direction | None
    indicator: str | None


class Sentence:
    """One passage with its cues, ready to say what each of its figures is about."""

    def __init__(  # noqa: PLR0913, PLR0917 - what is known of one passage
        self,
        document: Document,
        index: int,
        line: Line,
        tables: dict[str, list[Cue]],
        places: list[Mention],
        figures: Sequence[Figure],
        carried: Context,
        bases: Mapping[int, Base],
    ) -> None:
        self.document, self.index, self.line, self.places = document, index, line, places
        self.figures, self.carried, self.bases = figures, carried, bases
        self.tables = tables
        self.roles = [cue for table, cues in tables.items() if table.startswith("roles.") for cue in cues]
        self.tag = document.passages[index].language
        self.topics = Topics(document, self.tag, line, figures, places, self.tables)
        self.whereabouts = Whereabouts(document, line, places, self.tables, carried)
        self.last: str | None = None  # the indicator of the last percentage
        self.said: dict[str, Said] = {}  # what figures so far state, by their kind
        self.latest: Said | None = None
        self.changed: _Changed | None = None  # the change that the last figure states
        self.unsaid: Unsaid | None = None
        self.grows = any(cue.id in growing() for cue in tables.get("indicators", ()))  # "GDP grew 2 %", "2 % of GDP"
        self.dates = [w for w in line.stated if figures[line.figures[w]].period is not None]
        self.own = [w for w in self.dates if w not in bases]
        self.undated = [w for w in line.stated if line.words[w] == DATE and _month_alone(figures[line.figures[w]])]
        self.turns = line.turns([(word, word + 1) for word in self.dates])

    def claim(self, word: int) -> Claim:
        """Return the claim of the figure that is a word of the line."""
        figure = self.figures[self.line.figures[word]]
        if figure.kind in NOT_QUANTITIES:
            return bare(self.document, self.index, figure)
        per = self.topics.per(word)
        unit = kind_of(figure.quantity, figure.kind)
        whither = self._whither(word)
        role, direction = read_role(self.line, word, figure.kind, self.roles, per=per is not None, whither=whither)
        arriving = bool(self.changed or self.grows) and arrives(self.line, word, self.roles)
        changes = role is Role.CHANGE or (role is Role.TARGET and direction is not None)
        indicator = self.topics.indicator(word, unit, changes=changes, arriving=arriving)
        came = self._came_to(word, unit) if arriving else None
        if came:
            indicator = came.indicator
        elif indicator and self._spent(word, unit) and self._words_around().says_else(word, indicator):
            indicator = None  # "unemployment is 5 %, and 62 % of managers are confident"
        grouped = self.topics.group(word)
        if indicator is None and figure.kind is Kind.PERCENT and self.last:
            # As in: it fell by 4 %; the plan was 3 %. 61 % of women voted, and 58 % of men. 5 % in Bonn, in Trier 4 %.
            told = role is not Role.LEVEL or direction or grouped
            if told or (self._another_place(word) and not self._words_around().says_else(word, self.last)):
                indicator = self.last
        indicator = self._kept(indicator or self._taken_over(word, unit, changes=changes), unit)
        measured = bool(indicator) or figure.kind in _STATED or per is not None
        if (role is Role.CHANGE and not measured) or any(cue.table in PLANS for cue in self.roles):
            plan = {"measured": measured, "planned": self.carried.planned}
            role, direction = read_role(
                self.line, word, figure.kind, self.roles, per=per is not None, whither=whither, **plan
            )
        if came and role is not Role.TARGET:
            role, direction = Role.LEVEL, direction or came.direction
        elif role is Role.LEVEL and self.changed and self._goes_on(word, figure):
            role, direction = Role.CHANGE, self.changed.direction
            indicator = indicator or self.topics.indicator(word, unit, changes=True) or self.changed.indicator
        self.changed = _Changed(word, figure.quantity.unit, direction, indicator) if role is Role.CHANGE else None
        known = catalogue().base(indicator)
        told = Role.CHANGE if known and known.rate and role is Role.LEVEL else role
        if role is Role.CHANGE:
            role, direction = self._as_level(figure, known, direction) or (role, direction)
        if known and known.lost and role is Role.CHANGE and direction is Direction.DOWN and unit in known.kinds:
            indicator, role = known.lost, Role.LEVEL
        noun = self.topics.noun(word, indicator) if figure.kind in {Kind.COUNT, Kind.PERCENT} else None
        group = grouped if indicator or figure.kind is Kind.PERCENT else None
        if group and self._is_no_part(group, figure, known, noun):
            group = None
        period = self._period(word, told)
        if period and self._ahead(period) and period is not self.carried.period:
            role = Role.TARGET  # what nobody can have counted yet
        elif role is Role.TARGET and period and self._counted_since(word, period):
            role = Role.LEVEL
        place, carried = self.whereabouts.place(word, telling=self._telling(figure, indicator))
        scope = Scope(
            indicator=indicator,
            noun=noun,
            group=group,
            place=place,
            period=period,
            per=per.id if per else None,
            carried=("place",) if carried else (),
        )
        return Claim(
            document=self.document.id, span=figure.span, passage=self.index, quantity=figure.quantity,
            kind=figure.kind, role=role, direction=direction, scope=scope,
        )  # fmt: skip

    def carry(self, *, heading: bool) -> None:
        """Leave what this passage has established to the following ones."""
        named = [p for p in self.places if p.doubt == SURE]
        self.carried.named([p for p in named if p.name])
        for place in named:
            if place.name == "" and (place.leads or not any(p.name for p in named)):
                self.carried.place = self.carried.nation(self.document)
                self.carried.lead = self.carried.place if place.leads else self.carried.lead
        self.carried.planned = self.carried.planned or any(
            cue.table in {"roles.target", "roles.hope"} for cue in self.roles
        )
        for place in (p for p in self.places if p.doubt <= LIKELY):
            for table in ADMINISTRATIVE:
                for cue in self.tables.get(table, ()):
                    if place.name and (0 <= place.first - cue.last <= 1 or 0 <= cue.first - place.last <= _BESIDE):
                        self.carried.kinds[table] = place.name
        if QUANTITY in self.line.words or "indicators" in self.tables:
            self.carried.said = self.said
        periods = [p for w in self.own if (p := self.figures[self.line.figures[w]].period) and _long(p)]
        periods = [p for p in periods if heading or not self._ahead(p)]
        if periods:
            self.carried.dated(periods[-1], heading=heading)

    def _words_around(self) -> Unsaid:
        self.unsaid = self.unsaid or Unsaid(self.document.text, self.tag, self.line, self.places, self.tables)
        return self.unsaid

    def _spent(self, word: int, unit: str) -> bool:
        """Return whether the words of the indicator just found stand before another figure of its kind already."""
        cue = self.topics.chosen
        if cue is None or cue.last > word or cue.quantity == word:
            return False
        between = (w for w in self.line.stated if cue.last <= w < word and self.line.words[w] == QUANTITY)
        figures = (self.figures[self.line.figures[w]] for w in between)
        return any(kind_of(figure.quantity, figure.kind) == unit for figure in figures)

    def _whither(self, word: int) -> Direction | None:
        """Return the way from a figure to the next of its unit, None if they are not the ends of one movement."""
        line = self.line
        following = next((i for i in line.stated if i > word and line.words[i] == QUANTITY), None)
        if following is None or any(word < stop <= following for stop in line.stops):
            return None
        one, other = (self.figures[line.figures[i]].quantity for i in (word, following))
        low, high = one.exact, other.exact
        if one.unit != other.unit or low is None or high is None or low == high:
            return None
        return Direction.DOWN if high < low else Direction.UP if high <= _GROWN * low else None

    def _taken_over(self, word: int, unit: str, *, changes: bool) -> str | None:
        """Return the indicator that a figure leaves unsaid, if one before it said it, here or a sentence before."""
        key = f"{unit} change" if changes and f"{unit} change" in {**self.said, **self.carried.said} else unit
        here = self.said.get(key) or self.latest
        before = None if self.latest else self.carried.said.get(key)
        if here is None and before is None and unit == "percent" and (counted := self.carried.said.get("count")):
            return self._words_around().rate_of(word, counted)
        said = here or before
        if said is None:
            return None
        return self._words_around().taken_over(word, unit, said, changes=changes, behind=here is not None)

    def _goes_on(self, word: int, figure: Figure) -> bool:
        """Return whether a figure is joined to a change: "rose 9.5 % in volume and 33.6 % in value"."""
        last, line = self.changed, self.line
        if last is None or figure.kind is not Kind.PERCENT or last.unit != figure.quantity.unit:
            return False
        ands = [w for w in range(last.word + 1, word) if line.words[w] in looks(self.tag).ands]
        began = any(last.word < cue.first < max(ands, default=0) for cue in self.tables.get("roles.start", ()))
        compared = ands[-1] - 1 if began else last.word  # "from the year before" is told before "and"
        between = range(compared + 1, word)
        if len(between) > _JOINED or compared - last.word > _COMPARED or word in line.stops:
            return False
        if any(last.word < stop < word for stop in line.stops):
            return False
        said = any(
            cue.first in between or cue.first - 1 in (word, word + 1) for cue in self.roles if cue.table in _TOLD
        )
        if said or not ands or ands[-1] not in between:
            return False
        counted = range(word + 1, word + 1 + _COUNTED)
        return not any(cue.first in counted for name in ("nouns", "indicators") for cue in self.tables.get(name, ()))

    def _came_to(self, word: int, unit: str) -> _Changed | None:
        """Return the change just told, if a figure that something arrives at is what it led to: "fell 12 % to 340"."""
        last = self.changed
        known = catalogue().base(last.indicator) if last else None
        if last is None or known is None or unit not in known.kinds:
            return None
        if any(last.word < cue.first and cue.last <= word for cue in self.tables.get("indicators", ())):
            return None  # "profit fell 12 %, which brought sales to 340"
        return last

    @staticmethod
    def _is_no_part(group: str, figure: Figure, known: Indicator | None, noun: str | None) -> bool:
        """Return whether a group is no part of what a figure is of: what it counts, or who did it."""
        if known and "product" in known.of and group in catalogue().persons:
            return True  # "farmers harvested ..."
        if group == (known.noun if known else None):
            return True
        return figure.kind is Kind.COUNT and (group == noun or group in catalogue().sectors)

    def _kept(self, indicator: str | None, unit: str) -> str | None:
        """Return an indicator with what it is of where one before it says so, and keep it for figures that follow."""
        if indicator is None:
            return None
        if self.latest and (subject := self._carried_subject(indicator, self.latest)):
            indicator = f"{subject} {indicator}"
        if unit == "percent":
            self.last = indicator
        self.latest = Said(indicator, unit)
        base = catalogue().base(indicator)
        own = unit in CHANGES and base is not None and unit not in base.kinds
        self.said[f"{unit} change" if own else unit] = self.latest
        return indicator

    @staticmethod
    def _as_level(
        figure: Figure, known: Indicator | None, direction: Direction | None
    ) -> tuple[Role, Direction | None] | None:
        """Return role and direction of a change that states a level all the same, None if it does not."""
        if known and known.rate and figure.quantity.unit == "percent":
            return Role.LEVEL, direction if direction is Direction.DOWN else None
        falls = known is not None and known.falls and kind_of(figure.quantity, figure.kind) in known.kinds
        return (Role.LEVEL, None) if falls or of_ages(figure) else None  # "30 mm of rain fell", "of 15 to 24 years"

    @staticmethod
    def _carried_subject(indicator: str, latest: Said) -> str:
        """Return what a yield is of where output before it says so: "4 million tonnes of wheat, a yield of 3"."""
        known = catalogue().indicators.get(indicator)
        whole = f" {known.whole}" if known and known.whole else ""
        return latest.indicator.removesuffix(whole) if whole and latest.indicator.endswith(whole) else ""

    def _another_place(self, word: int) -> bool:
        """Return whether a place is named between the figure before and this one."""
        before = next((w for w in range(word - 1, -1, -1) if self.line.words[w] == QUANTITY), word)
        return any(before < place.first < word for place in self.places)

    def _telling(self, figure: Figure, indicator: str | None) -> bool:
        """Return whether a figure is known to measure something, and is no small number of anything nor a duration."""
        if indicator or figure.kind in _STATED | {Kind.MONEY}:
            return True
        if figure.kind is Kind.MEASURE:
            return kind_of(figure.quantity, figure.kind) != "duration"
        return figure.kind is Kind.COUNT and (figure.quantity.high or figure.quantity.low or 0) >= _MANY

    def _dated(self, date: int) -> Period | None:
        """Return the period that the date at a word of the line says of the figures beside it."""
        figure = self.figures[self.line.figures[date]]
        if figure.period is None or date in self.bases:
            return figure.period
        return onwards(self.document.text, figure.span, figure.period, self.tag)

    def _ahead(self, period: Period) -> bool:
        """Return whether a period lies behind the day of the article."""
        published = self.document.published
        return published is not None and period.start is not None and period.start > published

    def _counted_since(self, word: int, period: Period) -> bool:
        """Return whether a figure is of a time before the article, and another is between it and words of a plan."""
        line, published = self.line, self.document.published
        if published is None or period.end is None or period.end >= published:
            return False
        plans = [cue for cue in self.roles if cue.table in PLANS and cue.first <= word]
        return bool(plans) and all(line.quantities[word] > line.quantities[cue.last] for cue in plans)

    def _period(self, word: int, role: Role) -> Period | None:
        """Return the period of the nearest date, else the one carried over.

        A date that is compared with is that of the base alone. None where a figure behind one may be of either time:
        "4 % fewer than in 2022, when 5,000 came".
        """
        dated = {date: found for date in self.dates if (found := self._dated(date))}
        own = next((date for date, base in self.bases.items() if base.figure == word and date in dated), -1)
        if own >= 0:
            return dated[own]
        turn = self.dates[self.turns[word]] if word in self.turns else -1
        if turn >= 0 and turn not in self.bases:
            return dated[turn]
        best, period, unclear = 10_000, None, False
        latest = max(
            (found.end.year for date, found in dated.items() if found.end and date not in self.bases), default=0
        )
        for date, found in dated.items():
            base = self.bases.get(date)
            serves = base is None or base.serves(self.line, date, word, changes=role is not Role.LEVEL)
            if base and serves:
                return found
            if base and (word < date or base.leads or base.figure >= 0 or role is not Role.LEVEL):
                continue
            far = 2 * self.line.distance(date, date + 1, word, figure=_PASSED_DATE) + (date > word)
            far += 0 if _long(found) else 2 * _DAY
            if role is Role.TARGET and found.end and found.end.year < latest:
                far += 2 * _DAY  # "fell by 2 % since 2020, and is to fall by 4 % by 2025"
            if far < best:
                best, period, unclear = far, found, base is not None
        for date in self.undated:  # "in March", of an article of nobody knows when
            far = 2 * self.line.distance(date, date + 1, word, figure=_PASSED_DATE) + (date > word)
            unclear, best = unclear or far < best, min(far, best)
        if unclear:
            return None
        if period is None:
            period = self.carried.period
        if period and role is Role.TARGET and period.start is None and period.end is not None:
            return Period.of_year(period.end.year)
        return period


def _month_alone(figure: Figure) -> bool:
    """Return whether a figure is a month of which the year is not known."""
    low = figure.quantity.low
    return figure.period is None and figure.quantity.unit == MONTH_DAY and low is not None and not low % 100


def _long(period: Period) -> bool:
    """Return whether a period is longer than a few days."""
    return period.start is None or period.end is None or (period.end - period.start).days >= _CARRIED_DAYS
