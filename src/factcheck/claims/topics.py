"""What a figure is about: its indicator with the subject that narrows it, its group, what it counts.

Of the phrases found in its sentence a figure takes the nearest that fits it, where separators, brackets and other
figures lengthen the way (`words.Line.distance`), and where what stands beside
another figure is rather said of that one.
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.claims.indicators import Indicator, catalogue
from factcheck.claims.mentions import looks
from factcheck.claims.phrase_tables import phrases_of
from factcheck.claims.words import QUANTITY
from factcheck.language.common import common_words
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.claims.cues import Cue
    from factcheck.claims.figures import Figure
    from factcheck.claims.mentions import Mention
    from factcheck.claims.words import Line
    from factcheck.model import Document

# In words; see `words.Line.distance`.
_INDICATOR = 24
_LOOSE = ((4, 9), (7, 12))  # words that mean other things too: a single one and a phrase, of a count and of others
_SINGLE, _PHRASE = (11, 14), (14, 24)  # any other, of a count and of another figure
_COUNTED = 2  # what a number counts stands within so many words of it
_SUBJECT, _CAUSE = 6, 18
_NARROWED = 3  # an indicator gains so much by a subject that it takes, over one of the same words:
# "caught dengue" is a case, "caught tuna" output
_LESS = 4  # and loses so much by saying only what there is of something, or by taking a subject and having none
_GROUP = 12
_NOUN = 3
_PER = 4
_OF_NEXT = 5  # a cue behind the figure loses so much where the next figure is near: "to 4 % and near-poverty to 5 %"
_OF_LAST = 2  # and a cue before it where the last figure is: "5 % of women and 7 % of men"
_OWN, _OF_OTHER = 2, 4  # words between a figure and what is said of it; what that loses to a later figure
_MEASURED = frozenset(  # which no share is told of
    ("hectare", "square metre", "kilogram", "tonne", "litre", "barrel", "kilometre")
)
_BASE = 12  # what other figures are told as shares of loses so much to these
_TOO_MUCH = 1000  # tonnes
_PASSED = 8  # for each quantity between a cue and its figure
_WHOLE = 3  # "kinds" that do not fit but may: a change in per cent of something counted


class Topics:
    """The topics of one sentence; `tables` are its cues by table."""

    def __init__(
        self,
        document: Document,
        tag: str,
        line: Line,
        figures: Sequence[Figure],
        places: Sequence[Mention],
        tables: Mapping[str, Sequence[Cue]],
    ) -> None:
        self.document, self.line, self.figures, self.places, self.tables = document, line, figures, places, tables
        self.stop, self.looks, self.phrases = common_words(tag), looks(tag), phrases_of(tag)
        self.chosen: Cue | None = None  # whose words gave the last indicator
        groups = [cue for cue in tables.get("groups", ()) if cue.quantity < 0]
        groups = [cue for n, cue in enumerate(groups) if not n or cue.first > groups[n - 1].last + 1]
        self.turns = {w: groups[n].id for w, n in line.turns([(cue.first, cue.last) for cue in groups]).items()}
        self.ordinary = {
            i
            for name in ("places.after", "places.before")
            for c in tables.get(name, ())
            for i in range(c.first, c.last)
        }

    def per(self, word: int) -> Cue | None:
        """Return what a figure is one of: "a year", "per 1,000"; None if nothing near says so."""
        percent = self.figures[self.line.figures[word]].kind is Kind.PERCENT
        return self._nearest("per", word, _PER, without=_MEASURED if percent else frozenset())

    def _nearest(self, table: str, word: int, limit: int, *, without: frozenset[str] = frozenset()) -> Cue | None:
        """Return the nearest cue of a table, None if there is none within so many words; some ids are left out."""
        best, nearest = limit + 1, None
        for cue in self.tables.get(table, ()):
            if cue.id in without:
                continue
            far = self._far(cue, word)
            if far < best:
                best, nearest = far, cue
        return nearest

    def _far(self, cue: Cue, word: int) -> int:
        """Return how far a cue is from a figure, with what it loses to a figure that it stands nearer to."""
        far = cue.distance(self.line, word, figure=_PASSED)
        if cue.quantity == word or cue.first <= word < cue.last or (not far and cue.first > word):
            return far
        owner = next((i for i in range(cue.first - 1, cue.first - 1 - _OWN, -1) if i < 0 or i in self.line.stops
                      or self.line.words[i] == QUANTITY), -1)  # fmt: skip
        if owner >= 0 and cue.last <= word and self._linked(cue.first):
            return far  # "... and injured 120"
        begins = cue.first in self.line.stops  # "55 billion, imports though 53": said of the next
        if owner == word and not (begins or any(w in self.looks.ands for w in self.line.words[word + 1 : cue.first])):
            return far  # "1.1 million refugees, and Poland 950,000"
        owned = owner >= 0 and owner < word and cue.first not in self.line.stops
        if owned and self.line.words[owner] == QUANTITY:
            far += _OF_OTHER  # "37 dead and 112 injured", "50 people died and 100 were hurt"
        elif not far:
            return far
        beyond = range(cue.last, cue.last + _OF_NEXT) if cue.first > word else range(cue.first - _OF_LAST, cue.first)
        for other in beyond:
            if 0 <= other < len(self.line) and other != word:
                if other in self.line.stops or (cue.first > word and self.line.words[other] in self.looks.ands):
                    break
                if self.line.words[other] == QUANTITY:
                    return far + (_OF_NEXT if cue.first > word else _OF_LAST)
        return far

    def _encloses_other(self, cue: Cue, word: int) -> bool:
        """Return whether the gap of a phrase holds figures, and not this one: "fait 3 morts"."""
        inside = len(cue.parts) > 1 and QUANTITY in self.line.words[cue.first : cue.last]
        return inside and not cue.first <= word < cue.last

    def _linked(self, word: int) -> bool:
        """Return whether "and" stands before a word, which then begins what is said of the next figure."""
        words, ands = self.line.words, self.looks.ands
        if not ands:
            return False
        joined = words[word].startswith(ands) and len(words[word]) > len(ands[0]) and len(ands[0]) == 1
        return words[word - 1] in ands or (joined and not self.phrases.has_word(words[word], whole=True))

    def indicator(self, word: int, unit: str, *, changes: bool, arriving: bool = False) -> str | None:
        """Return the id of the nearest indicator that takes a figure of this kind, narrowed by its subject.

        `changes`: the figure may be how much it changed; `arriving`: it is what something came to.
        """
        known = catalogue().indicators
        self.chosen = None
        fitting: list[tuple[float, Cue, Indicator, Indicator]] = []  # as its words say, and as what the figure means
        rates = [cue for cue in self.tables.get("per", ()) if cue.id[0].isdigit()]
        bases = {cue.last for cue in rates}  # "per 100,000 births"
        for cue in self.tables.get("indicators", ()):
            if cue.first in bases or any(map(cue.within, rates)):
                continue
            indicator = known.get(cue.id)
            if indicator and indicator.same:
                indicator = known[indicator.same]
            if indicator is None or (cue.quantity >= 0 and cue.quantity != word):
                continue
            said = indicator
            gaps = cue.last - cue.first - cue.size
            around = cue.quantity < 0 and gaps > 0 and cue.first < word < cue.last  # "cut 300 jobs"
            words = cue.size - gaps + (around - (cue.quantity >= 0))
            far = self._far(cue, word) - (words - 1) / 4 + indicator.near / 8
            far += _OF_OTHER * self._encloses_other(cue, word)
            if not indicator.kinds & {unit, "any"}:
                numbered = changes and any(0 <= cue.first - n.last <= 1 for n in self.tables.get("number", ()))
                if unit == "percent" and indicator.share and not numbered:  # "the number of jobless fell 4 %"
                    indicator = known[indicator.share]
                elif unit == "percent" and indicator.growth:  # "to 2.5 % of GDP" says nothing of it
                    if not changes or arriving:
                        continue
                    indicator = known[indicator.growth]
                elif unit in {"percent", "multiple"} and changes:
                    far += _WHOLE
                else:
                    continue
            if far <= self._reach(word, cue, said, unit) and (unit != "count" or self._may_count(word, cue, indicator)):
                fitting.append((far, cue, said, indicator))
        outer = [
            (far, cue, said, indicator)
            for far, cue, said, indicator in fitting
            if indicator.id != "-"
            and not any(
                cue.within(other) and not (larger.rate and self._named_before(cue, said))
                for _, other, larger, _ in fitting
            )
        ]
        if not outer:
            return None
        weighed = []
        for far, cue, said, indicator in outer:
            subject = self._subject(word, cue, said)
            rivals = any(
                cue.first < other.last and other.first < cue.last for _, other, _, _ in outer if other is not cue
            )
            gain = _NARROWED * rivals if subject else -_LESS * (bool(said.of) and said.near)
            loss = _LESS * said.stock + _BASE * (indicator.id == said.growth)  # "spending rose by 2 % of GDP"
            weighed.append((far + loss - gain, indicator, subject, cue))
        _, indicator, subject, self.chosen = min(weighed, key=itemgetter(0))
        indicator = self._whole_or_each(word, indicator)
        return f"{subject} {indicator.id}" if subject else indicator.id

    def _whole_or_each(self, word: int, indicator: Indicator) -> Indicator:
        """Return output for a yield that is too much for one hectare, and a yield for output told per hectare."""
        known, per = catalogue().indicators, self.per(word)
        if indicator.per and indicator.whole and per is None:
            quantity = self.figures[self.line.figures[word]].quantity
            return known[indicator.whole] if (quantity.high or quantity.low or 0) >= _TOO_MUCH else indicator
        if per is not None:
            return _told_of_each().get((indicator.id, per.id), indicator)
        return indicator

    def _named_before(self, cue: Cue, indicator: Indicator) -> bool:
        """Return whether the word just before an indicator's narrows it: "food prices rose" is not all prices."""
        sorts = catalogue().subjects
        return any(
            other.last == cue.first and cue.first not in self.line.stops and sorts.get(other.id) in indicator.of
            for other in self.tables.get("subjects", ())
        )

    def _reach(self, word: int, cue: Cue, indicator: Indicator, unit: str) -> int:
        """Return how far from its figure an indicator's words may stand; single and loose ones say less."""
        if cue.quantity >= 0:
            return _INDICATOR
        if unit == "count" and any(0 <= cue.first - other.last <= 1 for other in self.tables.get("number", ())):
            return _PHRASE[1]  # "the number of doctors in Oran was put at 300"
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
        whole = value is None or value == value.to_integral_value()
        if indicator.noun and not indicator.mean and not whole and self.per(word) is None:
            return False
        after = range(word + 1, word + 1 + _COUNTED)
        if any(a < word + 1 + _COUNTED and b > word + 1 for a, b in cue.parts):
            return True
        for other in self.tables.get("nouns", ()):
            if other.first in after and not any(i in self.line.stops for i in range(word + 1, other.first + 1)):
                if catalogue().counts(indicator, other.id):
                    return True
                return other.id not in catalogue().persons and self._subject(word, cue, indicator) is not None
        doer = indicator.stock and indicator.near and cue.last <= word and indicator.noun in catalogue().persons
        return not (
            doer and not self.tables.get("number") and self._behind(word) is not None
        )  # "workers replaced 300 lamps"

    def group(self, word: int) -> str | None:
        """Return the id of the nearest group.

        A bracket without a place of its own is said of what the figure before it is said of: "4.8 % (plan: 3 %)".
        """
        if word in self.turns:
            return self.turns[word]
        bracket = self.line.brackets[word]
        local = bracket and any(self.line.brackets[p.first] == bracket for p in self.places)
        nearest = self._nearest("groups", word, _GROUP)
        if nearest is not None and self._begins_next(nearest, word):
            nearest = None
        if nearest is None or (local and self.line.brackets[nearest.first] != bracket):
            before = next((w for w in range(word - 1, -1, -1) if self.line.words[w] == QUANTITY), None)
            if not bracket or local or before is None or self.line.brackets[before]:
                return None
            return self.group(before)
        # Of groups in a row ("ethnic minorities and mountain areas") the first.
        for other in sorted(self.tables["groups"], key=lambda cue: -cue.first):
            if other.last <= nearest.first <= other.last + 1 and nearest.first not in self.line.stops:
                nearest = other
        return nearest.id

    def _begins_next(self, cue: Cue, word: int) -> bool:
        """Return whether words behind a figure begin a clause with a figure of its own: "62 %, and among women 51"."""
        if not any(word < stop <= cue.first for stop in self.line.stops):
            return False
        for other in range(cue.last, len(self.line)):
            if other in self.line.stops:
                return False
            if self.line.words[other] == QUANTITY:
                return True
        return False

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

    def noun(self, word: int, indicator: str | None) -> str | None:
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
        if self.figures[line.figures[word]].kind is not Kind.COUNT or (following := self._behind(word)) is None:
            return None
        return self.document.text[line.starts[following] : line.ends[following]].lower()

    def _behind(self, word: int) -> int | None:
        """Return the word behind a figure, if it may be what the figure counts."""
        line, following = self.line, word + 1
        if following >= len(line) or following in line.stops or line.figures[following] >= 0:
            return None
        plain = line.words[following]
        return None if not plain.isalpha() or plain in self.stop or following in self.ordinary else following


@cache
def _told_of_each() -> dict[tuple[str | None, str | None], Indicator]:
    """Return the indicators that are told of each of something, by the one of all of it and by what (hectare)."""
    return {(one.whole, one.per): one for one in catalogue().indicators.values() if one.whole}
