"""What each figure is about: role and direction, indicator, counted noun, group, place, period, per.

The cues of a passage are found once (`phrases.py`); each figure then takes of every kind the nearest that fits it,
where separators, brackets and other figures lengthen the way (`words.Line.distance`). Place and period carry over from
the sentence before, the paragraph's or the article's heading where a sentence has none of its own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.context import Context, read_title
from factcheck.claims.indicators import Indicator, catalogue, kind_of
from factcheck.claims.mentions import LIKELY, SURE, Mention
from factcheck.claims.phrases import phrases_of
from factcheck.claims.places import ADMINISTRATIVE, read_places
from factcheck.claims.roles import PLANS, read_role
from factcheck.claims.whereabouts import Whereabouts
from factcheck.claims.words import DATE, QUANTITY, Line, read_line
from factcheck.language.folding import fold
from factcheck.language.packs import pack
from factcheck.model import NOT_QUANTITIES, Claim, Direction, Kind, PassageKind, Period, Role, Scope

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.claims.figures import Figure
    from factcheck.claims.phrases import Cue
    from factcheck.model import Document, Passage

# In words; see `words.Line.distance`.
_INDICATOR = 24
_LOOSE = ((4, 9), (7, 12))  # words that mean other things too: a single one and a phrase, of a count and of others
_SINGLE, _PHRASE = (11, 14), (14, 24)  # any other, of a count and of another figure
_COUNTED = 2  # what a number counts stands within so many words of it
_SUBJECT, _CAUSE = 6, 14
_NARROWED = 3  # an indicator gains so much by a subject that it takes: "caught dengue" is a case, "caught tuna" output
_LESS = 4  # and loses so much by saying only what there is of something, or by taking a subject and having none
_GROUP = 12
_PER = 4
_NOUN = 3
_OF_NEXT = 5  # a cue behind the figure loses so much where the next figure is near: "to 4 % and near-poverty to 5 %"
_OF_LAST = 2  # and a cue before it where the last figure is: "5 % of women and 7 % of men"
_OWN, _OF_OTHER = 2, 4  # words between a figure and what is said of it; what that loses to a later figure
_PASSED = 8  # for each quantity between a cue and its figure
_PASSED_DATE = 4  # for each between a date or a place and the figure: one date often serves several
_DAY = 3  # a single day is rarer the period of a figure than a year is
_WHOLE = 3  # "kinds" that do not fit but may: a change in per cent of something counted
_MANY = 20  # a smaller number of something unknown may be of anything; so may a duration
_STATED = frozenset({Kind.PERCENT, Kind.MULTIPLE})
_CARRIED_DAYS = 27  # a period is carried over only if it is longer: a month at least


# A word of role may be part of a phrase of these and still say its own: "下降" of "下降了".
_MINGLED = frozenset({"places.names", "roles.by", "roles.to", "roles.start", "roles.level"})


def attach(document: Document, figures: Mapping[int, Sequence[Figure]]) -> list[Claim]:
    """Return a claim for each figure, in order; `figures` are those of each passage, by its index.

    Passages that it leaves out are not read.
    """
    carried = Context()
    claims: list[Claim] = []
    if not any(figures.values()):
        return claims
    read_title(document, carried)
    end = 0
    for index, passage in enumerate(document.passages):
        if index not in figures:
            continue
        if passage.kind is PassageKind.BOILERPLATE:
            carried_here = Context()
        elif passage.kind is PassageKind.RELATED:
            carried_here = Context(names=carried.names)
        else:
            carried_here = carried
            if "\n" in document.text[end : passage.span.start]:
                carried.paragraph()
        end = passage.span.end
        claims.extend(_read_passage(document, index, passage, figures[index], carried_here))
    return claims


def _read_passage(
    document: Document, index: int, passage: Passage, figures: Sequence[Figure], carried: Context
) -> list[Claim]:
    tag = passage.language
    phrases = phrases_of(tag)
    line = read_line(document.text, passage.span.start, passage.span.end, figures, phrases.cutter)
    cues = _outermost(
        [c for c in phrases.find(line) if c.table != "per" or DATE not in line.words[c.last : c.last + 1]]
    )
    places = read_places(document.text, tag, line, cues, carried.names)
    taken = {i for p in places if p.name for i in range(p.first, p.last)}
    cues = [cue for cue in cues if not any(i in taken for i in range(cue.first, cue.last)) or len(cue.parts) > 1]
    reader = _Sentence(document, index, tag, line, cues, places, figures, carried)
    claims = [reader.claim(word) for word, figure in enumerate(line.figures) if figure >= 0]
    reader.carry(heading=passage.kind is PassageKind.HEADING)
    return claims


def _outermost(cues: list[Cue]) -> list[Cue]:
    """Return the cues without words of role, per or place that are but part of a longer phrase."""
    topics = [cue for cue in cues if cue.size > 1]
    return [
        cue
        for cue in cues
        if not (cue.table.startswith(("roles.", "places.")) or cue.table == "per")
        or cue.table in {"places.names", "places.whole", "places.verbs"}
        or not any(cue.within(other) for other in topics if other.table not in _MINGLED)
    ]


class _Sentence:
    """One passage with its cues, ready to say what each of its figures is about."""

    def __init__(  # noqa: PLR0913, PLR0917 - everything known of one passage
        self,
        document: Document,
        index: int,
        tag: str,
        line: Line,
        cues: list[Cue],
        places: list[Mention],
        figures: Sequence[Figure],
        carried: Context,
    ) -> None:
        self.document, self.index, self.line, self.places = document, index, line, places
        self.figures, self.carried = figures, carried
        self.tables: dict[str, list[Cue]] = {}
        for cue in cues:
            self.tables.setdefault(cue.table, []).append(cue)
        self.roles = [cue for cue in cues if cue.table.startswith("roles.")]
        self.stop = _stop_words(tag)
        self.whereabouts = Whereabouts(document, line, places, self.tables, carried)
        self.last: str | None = None  # the indicator of the last percentage
        self.dates = [w for w, f in enumerate(line.figures) if f >= 0 and figures[f].period is not None]
        self.ordinary = {
            i for cue in cues if cue.table in {"places.after", "places.before"} for i in range(cue.first, cue.last)
        }

    def claim(self, word: int) -> Claim:
        """Return the claim of the figure that is a word of the line."""
        figure = self.figures[self.line.figures[word]]
        about = {"document": self.document.id, "span": figure.span, "passage": self.index}
        if figure.kind in NOT_QUANTITIES:
            scope = Scope(period=figure.period)
            return Claim(**about, quantity=figure.quantity, kind=figure.kind, scope=scope)  # type: ignore[arg-type]
        per = self._nearest("per", word, _PER)
        unit = kind_of(figure.quantity, figure.kind)
        role, direction = read_role(self.line, word, figure.kind, self.roles, per=per is not None)
        indicator = self._indicator(word, unit, changes=role is Role.CHANGE or direction is not None)
        grouped = self._group(word)
        if indicator is None and figure.kind is Kind.PERCENT:
            # As in: it fell by 4 %; the plan was 3 %. 61 % of women voted, and 58 % of men. 5 % in Bonn, in Trier 4 %.
            if role is not Role.LEVEL or direction or grouped or self._another_place(word):
                indicator = self.last
        elif indicator and figure.kind is Kind.PERCENT:
            self.last = indicator
        measured = bool(indicator) or figure.kind in _STATED or per is not None
        if (role is Role.CHANGE and not measured) or any(cue.table in PLANS for cue in self.roles):
            plan = {"measured": measured, "planned": self.carried.planned}
            role, direction = read_role(self.line, word, figure.kind, self.roles, per=per is not None, **plan)
        known = catalogue().base(indicator)
        if known and known.rate and role is Role.CHANGE and figure.quantity.unit == "percent":
            role, direction = Role.LEVEL, direction if direction is Direction.DOWN else None
        noun = self._noun(word, indicator) if figure.kind in {Kind.COUNT, Kind.PERCENT} else None
        group = grouped if indicator or figure.kind is Kind.PERCENT else None
        if known and "product" in known.of and group in catalogue().persons:
            group = None  # "farmers harvested ...": who did it
        if group and (group == (known.noun if known else None) or (figure.kind is Kind.COUNT and group == noun)):
            group = None
        if figure.kind is Kind.COUNT and group in catalogue().sectors:
            group = None
        scope = Scope(
            indicator=indicator,
            noun=noun,
            group=group,
            place=self.whereabouts.place(word, telling=self._telling(figure, indicator)),
            period=self._period(word, role),
            per=per.id if per else None,
        )
        return Claim(**about, quantity=figure.quantity, kind=figure.kind, role=role, direction=direction, scope=scope)  # type: ignore[arg-type]

    def carry(self, *, heading: bool) -> None:
        """Leave what this passage has established to the following ones."""
        named = [p for p in self.places if p.doubt == SURE]
        self.carried.named([p for p in named if p.name], heading=heading)
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
                    if place.name and (0 <= place.first - cue.last <= 1 or 0 <= cue.first - place.last <= _NOUN):
                        self.carried.kinds[table] = place.name
        periods = [p for w in self.dates if (p := self.figures[self.line.figures[w]].period) and _long(p)]
        if periods:
            self.carried.dated(periods[-1], heading=heading)

    def _nearest(self, table: str, word: int, limit: int) -> Cue | None:
        best, nearest = limit + 1, None
        for cue in self.tables.get(table, ()):
            far = self._far(cue, word)
            if far < best:
                best, nearest = far, cue
        return nearest

    def _another_place(self, word: int) -> bool:
        """Return whether a place is named between the figure before and this one."""
        before = next((w for w in range(word - 1, -1, -1) if self.line.words[w] == QUANTITY), word)
        return any(before < place.first < word for place in self.places)

    def _far(self, cue: Cue, word: int) -> int:
        """Return how far a cue is from a figure, with what it loses to a figure that it stands nearer to."""
        far = cue.distance(self.line, word, figure=_PASSED)
        if cue.quantity == word or cue.first <= word < cue.last or not far:
            return far
        owner = next((i for i in range(cue.first - 1, cue.first - 1 - _OWN, -1) if i < 0 or i in self.line.stops
                      or self.line.words[i] == QUANTITY), -1)  # fmt: skip
        if owner >= 0 and owner < word and cue.first not in self.line.stops and self.line.words[owner] == QUANTITY:
            far += _OF_OTHER  # "37 dead and 112 injured", "50 people died and 100 were hurt"
        beyond = range(cue.last, cue.last + _OF_NEXT) if cue.first > word else range(cue.first - _OF_LAST, cue.first)
        for other in beyond:
            if 0 <= other < len(self.line) and other != word:
                if other in self.line.stops:
                    break
                if self.line.words[other] == QUANTITY:
                    return far + (_OF_NEXT if cue.first > word else _OF_LAST)
        return far

    def _indicator(self, word: int, unit: str, *, changes: bool) -> str | None:
        """Return the id of the nearest indicator that takes a figure of this kind, narrowed by its subject."""
        known = catalogue().indicators
        fitting: list[tuple[float, Cue, Indicator, Indicator]] = []  # as its words say, and as what the figure means
        bases = {cue.last for cue in self.tables.get("per", ()) if cue.id[0].isdigit()}  # "per 100,000 births"
        for cue in self.tables.get("indicators", ()):
            if cue.first in bases:
                continue
            indicator = known.get(cue.id)
            if indicator and indicator.same:
                indicator = known[indicator.same]
            if indicator is None or (cue.quantity >= 0 and cue.quantity != word):
                continue
            said = indicator
            gaps = cue.last - cue.first - cue.size
            far = self._far(cue, word) - (cue.size - 1 - gaps) / 4 + indicator.near / 8
            if not indicator.kinds & {unit, "any"}:
                if unit == "percent" and indicator.share:
                    indicator = known[indicator.share]
                elif unit in {"percent", "multiple"} and changes:
                    far += _WHOLE
                else:
                    continue
            if far <= self._reach(word, cue, said, unit) and (unit != "count" or self._may_count(word, cue, indicator)):
                fitting.append((far, cue, said, indicator))
        outer = [one for one in fitting if not any(one[1].within(other[1]) for other in fitting) and one[3].id != "-"]
        if not outer:
            return None
        narrowed = [
            (far + _LESS * said.stock, said, indicator, self._subject(word, cue, said))
            for far, cue, said, indicator in outer
        ]
        _, _, indicator, subject = min(
            narrowed, key=lambda one: one[0] + (-_NARROWED if one[3] else _LESS if one[1].of and one[1].near else 0)
        )
        return f"{subject} {indicator.id}" if subject else indicator.id

    def _reach(self, word: int, cue: Cue, indicator: Indicator, unit: str) -> int:
        """Return how far from its figure an indicator's words may stand; single and loose ones say less."""
        if cue.quantity >= 0:
            return _INDICATOR
        if indicator.near and not (indicator.of and self._subject(word, cue, indicator)):
            return (
                -1
                if indicator.of and unit == "count" and "product" in indicator.of
                else _LOOSE[unit != "count"][cue.size > 1]
            )
        return _SINGLE[unit != "count"] if cue.size == 1 else _PHRASE[unit != "count"]

    def _may_count(self, word: int, cue: Cue, indicator: Indicator) -> bool:
        """Return whether what follows a number, if that is said, is something that the indicator counts."""
        value = self.figures[self.line.figures[word]].quantity.low
        if indicator.noun and value is not None and value != value.to_integral_value():
            return False
        after = range(word + 1, word + 1 + _COUNTED)
        if any(a < word + 1 + _COUNTED and b > word + 1 for a, b in cue.parts):
            return True
        for other in self.tables.get("nouns", ()):
            if other.first in after and not any(i in self.line.stops for i in range(word + 1, other.first + 1)):
                return catalogue().counts(indicator, other.id) or self._subject(word, cue, indicator) is not None
        return True

    def _group(self, word: int) -> str | None:
        """Return the id of the nearest group.

        A bracket without a place of its own is said of what the figure before it is said of: "4.8 % (plan: 3 %)".
        """
        bracket = self.line.brackets[word]
        local = bracket and any(self.line.brackets[p.first] == bracket for p in self.places)
        nearest = self._nearest("groups", word, _GROUP)
        if nearest is None or (local and self.line.brackets[nearest.first] != bracket):
            before = next((w for w in range(word - 1, -1, -1) if self.line.words[w] == QUANTITY), None)
            if not bracket or local or before is None or self.line.brackets[before]:
                return None
            return self._group(before)
        # Of groups in a row ("ethnic minorities and mountain areas") the first.
        for other in sorted(self.tables["groups"], key=lambda cue: -cue.first):
            if other.last <= nearest.first <= other.last + 1 and nearest.first not in self.line.stops:
                nearest = other
        return nearest.id

    def _subject(self, word: int, cue: Cue, indicator: Indicator) -> str | None:
        """Return the nearest subject that an indicator takes: rice for output, dengue for cases."""
        sorts, best, subject = catalogue().subjects, 10_000, None
        if not indicator.of:
            return None
        for other in self.tables.get("subjects", ()):
            if sorts.get(other.id) in indicator.of:
                far = min(
                    other.distance(self.line, word, figure=_PASSED),
                    *(other.distance(self.line, w, figure=_PASSED) for a, b in cue.parts for w in (a, b - 1)),
                )
                if far < best and far <= (_CAUSE if sorts[other.id] in {"cause", "disease"} else _SUBJECT):
                    best, subject = far, other.id
        return subject

    def _noun(self, word: int, indicator: str | None) -> str | None:
        """Return the id of what is counted, or the word beside the figure as written."""
        line = self.line
        best, noun = 2 * _NOUN + 2, None
        for cue in self.tables.get("nouns", ()):
            behind = cue.first > word
            area = cue.id in catalogue().areas
            if area and not (behind and line.distance(cue.first, cue.last, word) <= _COUNTED):
                continue
            if not behind and cue.first and line.words[cue.first - 1] == QUANTITY and cue.first - 1 != word:
                continue  # what the figure before counts
            far = 2 * line.distance(cue.first, cue.last, word, figure=_PASSED) + (not behind)
            if far < best and far <= 2 * _NOUN + 1:
                best, noun = far, cue.id
        if noun:
            return noun
        found = catalogue().indicators.get(indicator or "")
        if found and found.noun:
            return found.noun
        following = word + 1
        if self.figures[line.figures[word]].kind is not Kind.COUNT or following >= len(line) or following in line.stops:
            return None
        plain = line.words[following]
        if line.figures[following] >= 0 or not plain.isalpha() or plain in self.stop or following in self.ordinary:
            return None
        return self.document.text[line.starts[following] : line.ends[following]].lower()

    def _telling(self, figure: Figure, indicator: str | None) -> bool:
        """Return whether a figure is known to measure something, and is no small number of anything nor a duration."""
        if indicator or figure.kind in _STATED | {Kind.MONEY}:
            return True
        if figure.kind is Kind.MEASURE:
            return kind_of(figure.quantity, figure.kind) != "duration"
        return figure.kind is Kind.COUNT and (figure.quantity.high or figure.quantity.low or 0) >= _MANY

    def _period(self, word: int, role: Role) -> Period | None:
        """Return the period of the nearest date, else the one carried over."""
        best, period = 10_000, None
        dated = [(date, found) for date in self.dates if (found := self.figures[self.line.figures[date]].period)]
        latest = max((found.end.year for _, found in dated if found.end), default=0)
        for date, found in dated:
            far = 2 * self.line.distance(date, date + 1, word, figure=_PASSED_DATE) + (date > word)
            far += 0 if _long(found) else 2 * _DAY
            if role is Role.TARGET and found.end and found.end.year < latest:
                far += 2 * _DAY  # "fell by 2 % since 2020, and is to fall by 4 % by 2025"
            if far < best:
                best, period = far, found
        if period is None:
            period = self.carried.period
        if period and role is Role.TARGET and period.start is None and period.end is not None:
            return Period.of_year(period.end.year)
        return period


def _long(period: Period) -> bool:
    """Return whether a period is longer than a few days."""
    return period.start is None or period.end is None or (period.end - period.start).days >= _CARRIED_DAYS


@lru_cache(maxsize=32)
def _stop_words(tag: str) -> frozenset[str]:
    return frozenset(map(fold, pack(tag).text.stop)) | {QUANTITY, DATE}
