"""The dates of a sentence that it only compares with: "4 % fewer than in 2022", "up from 300,000 in 2022"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.claims.cues import covering, not_within
from factcheck.claims.words import DATE, QUANTITY
from factcheck.language.folding import fold
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.claims.cues import Cue
    from factcheck.claims.figures import Figure
    from factcheck.claims.words import Line
    from factcheck.language.sections import Pack
    from factcheck.model import Period

_START, _ARRIVED = "roles.start", "roles.to"
THAN, THAN_AFTER = "than", "than_after"  # tables of phrases before and behind what is compared with
_OWN = 4  # words from a figure to the date that is its own: "up from 300,000 cars in 2022"
_BESIDE = 2  # the same where the date stands before it: "2022年的30万", up to the date
_LED = 3  # words from "from" or "to" to its figure: "to about 4 %"
_WHOLE = (0, 27, 28, 29, 30, 89, 90, 91, 364, 365)  # days between the first and the last one of a month, quarter, year
_BRACKET = 24  # as `Line.distance` counts, from a date to a figure in a bracket behind it: "than in 2022 (300,000)"


class _Words(NamedTuple):
    between: frozenset[str]  # what may stand between words of comparison and a date: "than at the end of 2022"
    clitics: tuple[str, ...]  # what may be written together with it
    of: frozenset[str]  # what makes a figure behind a date its own: "2022年的30万"


class Base(NamedTuple):
    """What a date that is but compared with is said of.

    `figure` is the word of the figure whose own it is ("up from 300,000 in 2022"), or -1; `leads` tells whether the
    comparison comes before all figures of its sentence ("Compared with 2022, ...").
    """

    figure: int
    leads: bool

    def serves(self, line: Line, date: int, word: int, *, changes: bool) -> bool:
        """Return whether a date is the period of a figure all the same: of the one that the base of comparison is."""
        if self.figure >= 0 or word < date or changes or not line.brackets[word]:
            return word == self.figure
        return line.distance(date, date + 1, word) <= _BRACKET


def compared(line: Line, tables: Mapping[str, Sequence[Cue]], tag: str, figures: Sequence[Figure]) -> dict[int, Base]:
    """Return the words of a line that are dates it only compares with, and those of beginnings of movements.

    `tables` are its cues, by table, `figures` those of its passage.
    """
    if DATE not in line.words or tables.keys().isdisjoint((THAN, THAN_AFTER, _START)):
        return {}
    words = _words(base_of(tag))
    found = _begun(line, tables, words, figures) if _ARRIVED in tables else {}
    over = covering(tables.get("roles.neutral", ()))
    starts = {cue.last for cue in tables.get(_START, ())}
    for cue in tables.get(THAN, ()):
        within = [one for one in over.get(cue.first, ()) if cue.within(one)]
        if within and not _between(line, within[0].first, cue.last):
            continue
        if cue.quantity >= 0 and cue.quantity == cue.last - 1:
            found.update(_own(line, cue.quantity, range(cue.quantity + 1, len(line))))
            continue
        for word in _reached(line, range(cue.last, len(line)), words):
            if line.words[word] == DATE:
                found[word] = Base(-1, QUANTITY not in line.words[: cue.first])
            elif word - 2 in found and line.words[word - 1] in words.of:
                found[word - 2] = Base(word, leads=False)
            elif cue.last in starts:
                found.update(_own(line, word, range(word + 1, len(line))))
    found.update({word: Base(-1, leads=False) for word in _changed_from(line, tables, words, figures)})
    for cue in not_within(tables.get(THAN_AFTER, ()), over):
        for word in _reached(line, range(cue.first - 1, -1, -1), words):
            if line.words[word] == DATE:
                found[word] = Base(-1, QUANTITY not in line.words[:word])
            elif line.words[word] == QUANTITY:
                found.update(_own(line, word, range(word - 1, -1, -1)[:_BESIDE]))
    return found


def _begun(
    line: Line, tables: Mapping[str, Sequence[Cue]], words: _Words, figures: Sequence[Figure]
) -> dict[int, Base]:
    """Return the dates of what movements began with: "from 5 % in 2020 to 4 %" does not tell when it was 4 %."""
    found: dict[int, Base] = {}
    for cue in tables.get(_START, ()):
        word = cue.quantity if cue.quantity >= 0 else _next(line, cue.last)
        if word < 0 or word >= cue.last + _LED:
            continue
        leads = cue.last <= word or any(first < word < last for first, last in cue.parts)  # "# से" stands behind it
        leads = leads and DATE not in line.words[cue.last : word]
        own = _own(line, word, range(word + 1, len(line))) if leads else {}
        if not own and word > 1 and line.words[word - 2] == DATE and line.words[word - 1] in words.of:
            own = {word - 2: Base(word, leads=False)}
        if own and _arrives(line, tables[_ARRIVED], cue, word, max(own), figures):
            found.update(own)
    return found


def _changed_from(
    line: Line, tables: Mapping[str, Sequence[Cue]], words: _Words, figures: Sequence[Figure]
) -> Iterator[int]:
    """Yield the dates since which something changed by the figure before them: "up 8 % from the year before"."""
    moves = [cue.first for table in ("roles.up", "roles.down") for cue in tables.get(table, ())]
    of = {cue.first for cue in tables.get("roles.by", ())}  # "de" is as often no beginning
    for cue in tables.get(_START, ()) if moves else ():
        if cue.quantity >= 0 or cue.first in of:
            continue
        word = next(_reached(line, range(cue.last, len(line)), words), -1)
        first = max((stop for stop in line.stops if stop <= cue.first), default=0)
        changed = [w for w in line.stated if first <= w < cue.first and figures[line.figures[w]].kind is Kind.PERCENT]
        if word < 0 or line.words[word] != DATE or not changed or not any(move >= first for move in moves):
            continue
        if not _is_one(figures[line.figures[word]].period):
            continue
        after = next((w for w in range(word + 1, len(line)) if w in line.stops or line.figures[w] >= 0), len(line))
        if after == len(line) or after in line.stops:
            yield word


def _between(line: Line, first: int, last: int) -> bool:
    """Return whether words that are else a bound compare a figure with a date: "8 % more than a year ago"."""
    return line.words[first - 1 : first] == (QUANTITY,) and line.words[last : last + 1] == (DATE,)


def _is_one(period: Period | None) -> bool:
    """Return whether a period is one month, quarter or year, and none of several: "from January to June"."""
    if period is None or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days in _WHOLE


def _next(line: Line, first: int) -> int:
    """Return the next figure from a word on that no separator parts from it, -1 if there is none."""
    for word in range(first, len(line)):
        if word in line.stops:
            return -1
        if line.words[word] == QUANTITY:
            return word
    return -1


def _arrives(line: Line, to: Sequence[Cue], start: Cue, word: int, date: int, figures: Sequence[Figure]) -> bool:
    """Return whether a movement from one figure, whose date is given, leads to another of its unit."""
    unit = figures[line.figures[word]].quantity.unit
    behind = _next(line, max(word, date) + 1)
    before = next((w for w in range(start.first - 1, -1, -1) if line.words[w] == QUANTITY or w + 1 in line.stops), -1)
    for other in (behind, before if before >= 0 and line.words[before] == QUANTITY else -1):
        if other < 0 or figures[line.figures[other]].quantity.unit != unit:
            continue
        first = max(word, date) if other == behind else -1
        if any(
            cue.quantity == other or (cue.quantity < 0 and first < cue.first and 0 <= other - cue.last < _LED)
            for cue in to
        ):
            return True
    return False


def _reached(line: Line, way: range, words: _Words) -> Iterator[int]:
    """Yield the dates on a way from words of comparison, as long as only words that may stand there come between.

    The way ends with the first figure.
    """
    for word in way:
        if (word if way.step > 0 else word + 1) in line.stops:
            return
        said = line.words[word]
        if said in {DATE, QUANTITY}:
            yield word
            if said == QUANTITY:
                return
        elif said not in words.between and not any(
            said.startswith(clitic) and said[len(clitic) :] in words.between for clitic in words.clitics
        ):
            return


def _own(line: Line, figure: int, way: range) -> dict[int, Base]:
    """Return the date that is a figure's own, if one stands near it on a way."""
    for word in way[: _OWN + 1]:
        if (word if way.step > 0 else word + 1) in line.stops or line.words[word] == QUANTITY:
            break
        if line.words[word] == DATE:
            return {word: Base(figure, leads=False)}
    return {}


@lru_cache(maxsize=32)
def _words(tag: str) -> _Words:
    """Return the folded words of a language beside a date that is compared with."""
    return _Words(*compiled("compared", tag, lambda: _build(pack(tag))))


def _build(known: Pack) -> tuple[Any, ...]:
    """Return the fields of `_Words` as plain data."""
    dates, text = known.dates, known.text
    phrases = (
        *text.stop, *text.again, *text.clitics, *text.particles, *dates.year, *dates.year_end, *dates.period,
        *dates.quarter, *dates.half, *dates.before_month, *dates.day, *dates.links, *dates.of, *known.places.before,
    )  # fmt: skip
    between = frozenset(word for phrase in phrases for word in fold(phrase).split())
    return between, tuple(map(fold, text.clitics)), frozenset(map(fold, dates.of))
