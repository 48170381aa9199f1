"""Dates that say one period together: "May this year", "from 1 January to 30 June 2024", "2024年1月1日至6月30日"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.claims.calendars import AHEAD
from factcheck.claims.date_expressions import any_of, date_links, month_names, year_sign
from factcheck.claims.dates import read_dates
from factcheck.claims.marks import Mark, digits_of
from factcheck.language.expressions import kept, ready
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.language.sections import Pack

_YEAR = range(354, 372)  # days of a year
_REACH = 48  # characters before a date in which a month or the first word of a range is looked for
_NUMERIC = re.compile(r"[0-9]([-/.])[0-9]+$")
_NAME, _OPENINGS = re.compile(r"[^\W\d_]+"), frozenset(("", *'.!?:;"“'))  # before the first word of a sentence
_DASH = r"\s?[-–—~〜～]\s?"
_UNSPACED = "\u0e00"  # the last character before scripts whose words may stand without spaces


class _Joins(NamedTuple):
    day: re.Pattern[str]  # the word that a date may begin with: "am", "od"
    of: re.Pattern[str]  # between a month or day and its year
    month_of: re.Pattern[str]  # a month's name and that, up to the year
    month: re.Pattern[str]  # a month's name behind its year
    on: re.Pattern[str]  # from a month behind its year to another month: "2024 m. sausio–kovo"
    to: tuple[
        tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...
    ]  # before a range, in it, with a month first
    capitals: bool  # whether names of months begin with one
    sign: str  # behind a year, before what is said of it: "年"
    words: dict[str, bool]  # names of months that are common words too ("may"), and whether they are the full names


@lru_cache(maxsize=64)
def _joins(tag: str) -> _Joins:
    day, of, month_of, month, on, to, *others = compiled("joined", tag, lambda: _build(pack(tag)))
    ways = tuple((ready(before), ready(within), ready(first)) for before, within, first in to)
    return _Joins(ready(day), ready(of), ready(month_of), ready(month), ready(on), ways, *others)


def _build(language: Pack) -> tuple[Any, ...]:
    """Return the fields of `_Joins` as plain data."""
    dates, stop = language.dates, {plain(word).text for word in language.text.stop}
    written = language.locale.months["format"]["wide"].values() if language.tag != "und" else ()
    capitals = any(str(each)[:1].isupper() for each in written)
    names = [name for name in month_names(language) if capitals or name not in stop]
    full = {plain(str(each)).text for each in written}
    words = {name: name in full for name in month_names(language) if capitals and name in stop}
    name = rf"(?<!\w)(?P<name>{any_of(names)})\.?" if names else "(?!)"
    day = rf"(?:{any_of(dates.day)}\s+)?" if dates.day else ""
    of = rf"[\s,]*(?:{_words((*date_links(language), *dates.of), '')})?"
    ways = [("", _to((*language.bounds.to, *dates.to), day))]
    for opener, *seconds in language.bounds.between:
        ways.append((rf"(?<!\w){any_of([opener])}\s*{day}", _to(seconds, day)))
    to = [tuple(kept(re.compile(each)) for each in (f"{a}$", b, f"{a}{name}{b}$")) for a, b in ways]
    behind, on = rf"{of}{name}(?!\w)", rf"{_DASH}{name}(?!\w)"
    found = (kept(re.compile(each)) for each in (day, of, f"{name}{of}$", behind, on))
    return *found, to, capitals, year_sign(language), words


def _words(words: Iterable[str], before: str) -> str:
    """Return the expression of any of the words with the spaces around them; `before`: those that must stand first."""
    spaced = [word for word in words if word[-1] < _UNSPACED and word[-1] != "'"]
    others = [word for word in words if word not in spaced]
    made = [rf"{before}{any_of(spaced)}\s+"] if spaced else []
    made += [rf"\s?{any_of(others)}\s?"] if others else []
    return "|".join(made) or "(?!)"


def _to(words: Sequence[str], day: str) -> str:
    """Return the expression of what joins the ends of a range: a dash, or one of these words."""
    joining = _words(words, r"\s+")
    return rf"(?:{_DASH}|(?:{joining}){day})"


def joined_dates(text: str, marks: Sequence[Mark], tag: str, written: Callable[[int, int], str]) -> list[Mark]:
    """Return the marks of a plain text's dates, those that say one period together as one.

    `written` returns what a range of the text is in the original: a month with a capital is no other word ("May").
    """
    if not marks:
        return []
    row = _Row(text, base_of(tag), written)
    marks = [mark for mark in marks if not row.is_word(mark)]
    if not any(mark.period for mark in marks):
        return marks
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        row.add(mark)
    return row.marks


class _Row:
    """The dates of a text so far."""

    def __init__(self, text: str, tag: str, written: Callable[[int, int], str]) -> None:
        self.text, self.tag, self.written, self.known = text, tag, written, _joins(tag)
        self.marks: list[Mark] = []

    def is_word(self, mark: Mark) -> bool:
        """Return whether the month of a date is rather a common word: "may 25 katao" (there are 25 people).

        As a month it has a year or a capital, a short name one that does not only begin a sentence.
        """
        words = self.known.words
        if not words or mark.kind is not Kind.DATE or mark.period:
            return False
        for found in _NAME.finditer(self.text, mark.start, mark.end):
            if found[0] in words:
                begins = self.text[: mark.start].rstrip()[-1:] in _OPENINGS
                return not self.written(*found.span())[:1].isupper() or (begins and not words[found[0]])
        return False

    def add(self, mark: Mark) -> None:
        """Add a mark, and the last one to it if they say one period."""
        last = self.marks[-1] if self.marks else None
        if mark.kind is not Kind.DATE or (last and mark.start < last.end):
            self.marks.append(mark)
            return
        if whole := self._of_year(mark, last):
            mark = whole
        if last and mark.start <= last.start:
            self.marks.pop()
            last = self.marks[-1] if self.marks else None
        if whole := self._range(mark, last):
            mark = whole
        if last and mark.start <= last.start:
            self.marks.pop()
        self.marks.append(self._on(mark) or mark)

    def _on(self, mark: Mark) -> Mark | None:
        """Return the period from a month behind its year up to the month that is joined to it."""
        if mark.period is None or _is_year(mark) or self.text[mark.end - 1].isdigit():
            return None
        named = self.known.on.match(self.text, mark.end)
        if named is None or not self._is_name(named):
            return None
        second = dated(self.text, named.span("name"), int(mark.quantity.high or 0), self.tag)
        return _from(mark, second) if second else None

    def _of_year(self, mark: Mark, last: Mark | None) -> Mark | None:
        """Return a date together with its year before or behind it: "May" and "this year", "今年" and "5月"."""
        text, known = self.text, self.known
        beside = last is not None and last.kind is Kind.DATE and known.of.fullmatch(text, last.end, mark.start)
        if last and beside and mark.period is None and _is_year(last):
            return self._in_year((mark.start, mark.end), last)
        if not _is_year(mark):
            return None
        if last and beside and last.period is None:
            return self._in_year((last.start, last.end), mark)
        before = known.month_of.search(text, self._floor(mark, last), mark.start)
        if before and self._is_name(before):
            return self._in_year(before.span("name"), mark)
        behind = known.month.match(text, mark.end)
        return self._in_year(behind.span("name"), mark) if behind and self._is_name(behind) else None

    def _range(self, mark: Mark, last: Mark | None) -> Mark | None:
        """Return the period from a date before a mark up to that of the mark: "1 January" and "30 June 2024"."""
        if _is_year(mark):
            return None
        begin, first = self._inside(mark), self._inside(last) if last else 0
        for before, within, month in self.known.to:
            if last and last.kind is Kind.DATE and within.fullmatch(self.text, last.end, begin):
                if before.search(self.text, max(0, first - _REACH), first) is None:
                    continue
                if last.period and mark.period:
                    return _from(last, mark)
                if last.period and not _is_year(last):
                    second = dated(self.text, (mark.start, mark.end), int(last.quantity.high or 0), self.tag)
                    return _from(last, second) if second else None
                return self._until((last.start, last.end), mark)
            if mark.period is None:
                continue
            named = month.search(self.text, self._floor(mark, last), begin)
            if named and self._is_name(named):
                return self._until(named.span("name"), mark)
        return None

    def _until(self, first: tuple[int, int], mark: Mark) -> Mark | None:
        """Return the period from what stands at a range of the text, in the year of a mark or the one before it."""
        year = int(mark.quantity.low or 0)
        for each in (year, year - 1):
            begin = dated(self.text, first, each, self.tag)
            if begin and (whole := _from(begin, mark)):
                return whole
        return None

    def _in_year(self, part: tuple[int, int], year: Mark) -> Mark | None:
        """Return what stands at a range of the text as that of a year, None if the year has no such day."""
        period = year.period
        if period is None or period.start is None or period.end is None:
            return None
        own = (period.start.year - years for years in AHEAD.values())
        for each in dict.fromkeys((period.start.year, period.end.year, *own)):
            found = dated(self.text, part, each, self.tag)
            of = found.period if found else None
            if found and of and of.start and of.end and period.start <= of.start and of.end <= period.end:
                start, end = min(part[0], year.start), max(part[1], year.end)
                return Mark(start, end, Kind.DATE, found.quantity, of)
        return None

    def _inside(self, mark: Mark) -> int:
        """Return where a date begins behind the word that leads to it: "bis zum" is no part of "dem 30. Juni"."""
        found = self.known.day.match(self.text, mark.start, mark.end)
        return found.end() if found else mark.start

    def _is_name(self, found: re.Match[str]) -> bool:
        """Return whether a month's name is written as one."""
        return not self.known.capitals or self.written(*found.span("name"))[:1].isupper()

    @staticmethod
    def _floor(mark: Mark, last: Mark | None) -> int:
        return max(last.end if last else 0, mark.start - _REACH)


def dated(text: str, part: tuple[int, int], year: int, tag: str) -> Mark | None:
    """Return the mark of a month, a day or the like at a range of a text with a year, as the language writes it.

    None if the year has no such day.
    """
    said, sign = text[slice(*part)], _joins(tag).sign
    numeric = _NUMERIC.search(said)  # "1/1"
    whole = f"{year}{sign}{said}" if sign else f"{said}{numeric[1] if numeric else ' '}{year}"
    marks = read_dates(whole, tag, digits_of(whole))
    only = marks[0] if len(marks) == 1 else None
    if only is None or only.period is None or _is_year(only) or (only.start, only.end) != (0, len(whole)):
        return None
    return Mark(*part, Kind.DATE, only.quantity, only.period)


def _is_year(mark: Mark) -> bool:
    """Return whether a mark is a whole year."""
    period = mark.period
    if period is None or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days + 1 in _YEAR


def _from(first: Mark, second: Mark) -> Mark | None:
    """Return the mark of the period from one date up to another, None if that one is not later."""
    one, other = first.period, second.period
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return None
    if one.start >= other.start or one.end >= other.end:
        return None
    years = Quantity(first.quantity.low, second.quantity.high)
    start, end = min(first.start, second.start), max(first.end, second.end)
    return Mark(start, end, Kind.DATE, years, Period(one.start, other.end))
