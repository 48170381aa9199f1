"""Periods told from the day of the article: "last year", "tháng trước", "last Tuesday", "two weeks ago".

The words are in the language file; CLDR has those around so many days, weeks, months or years ago (UTS #35 part 4,
relative time formats), and the names of the weekdays.
"""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.claims.calendars import AHEAD, in_gregorian, year_of
from factcheck.claims.date_expressions import any_of
from factcheck.claims.date_patterns import patterns
from factcheck.claims.lexicon import lexicon
from factcheck.claims.marks import Mark
from factcheck.claims.tries import running
from factcheck.claims.units import vocabulary
from factcheck.language.expressions import kept, ready
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from babel import Locale

    from factcheck.claims.tries import Lexicon
    from factcheck.language.sections import Pack

_KEY = re.compile(r"(month|quarter|weekday|)(-?[0-9]+)")
_SPANS = ("year", "month", "week", "day")  # that something may be ago
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EDGE = r"[^\W\u0e00-\u0eff\u3000-\ud7a3]"  # a letter or number that no word begins behind
_LETTER = r"[^\W\d\u0e00-\u0eff\u3000-\ud7a3]"  # a letter that no word ends before: "今年5月"
_IDEOGRAPHS = "\u2e7f"  # the last character before those of East Asia
_REACH = 24  # characters before a length of time in which what makes it past may stand
_MOST = {"year": 120, "month": 36, "week": 60, "day": 400}


class _Relative(NamedTuple):
    words: re.Pattern[str] | None
    meanings: dict[str, tuple[str, int]]  # phrase -> "" (year), "month", "quarter" or a weekday, and how many from here
    ago: re.Pattern[str]  # behind a length of time, which makes it past
    before: re.Pattern[str]  # the same, before it
    joined: re.Pattern[str]  # the same, written to its end: "पूर्वी" of "दोन वर्षांपूर्वी"
    lasting: re.Pattern[str]  # before a length of time that lasted until now, whatever stands behind it


@lru_cache(maxsize=64)
def _relative(tag: str) -> _Relative:
    base = base_of(tag)
    words, meanings, *past = compiled("relative", base, lambda: _build(pack(base)))
    return _Relative(words and ready(words), meanings, *map(ready, past))


def _build(language: Pack) -> tuple[Any, ...]:
    """Return the fields of `_Relative` as plain data."""
    meanings: dict[str, tuple[str, int]] = {}
    for key, phrases in language.dates.relative.items():
        found = _KEY.fullmatch(key)
        if found is None:
            continue
        unit, away = found[1], int(found[2])
        for phrase in phrases:
            if unit == "weekday":
                for name, day in _weekdays(language.locale).items():
                    meanings[" ".join(plain(phrase.replace("#", name)).text.split())] = (day, away)
            else:
                meanings[" ".join(plain(phrase).text.split())] = (unit, away)
    words = re.compile(rf"(?<!{_EDGE}){any_of(meanings)}(?!{_LETTER})")
    before, after, joined = _past(language)
    behind = rf"\s?{any_of(after)}(?!{_EDGE})" if after else "(?!)"
    lasting = {plain(phrase).text for phrase in language.dates.lasting}
    led = (re.compile(rf"(?<!{_EDGE}){any_of(each)}\s?$" if each else "(?!)") for each in (before, lasting))
    ended = kept(re.compile(rf"{any_of(joined)}$" if joined else "(?!)"))
    before_it, lasts = map(kept, led)
    return kept(words) if meanings else None, meanings, kept(re.compile(behind)), before_it, ended, lasts


def _weekdays(locale: Locale) -> dict[str, str]:
    """Return the names of the days, as CLDR's phrases of them inflect them too: "среда", "среду"."""
    found: dict[str, str] = {}
    fields = locale._data["date_fields"]  # noqa: SLF001  Babel has no public way to list them
    said = {day: set(str((fields.get(day, {}).get("past") or {}).get("one", "")).split()) for day in _WEEK}
    for number, day in enumerate(_WEEK):
        for context in ("format", "stand-alone"):
            if name := locale.days[context].get("wide", {}).get(number):
                found[str(name)] = day
        others = set().union(*(said[other] for other in _WEEK if other != day))
        inflected = said[day] - others
        if len(inflected) == 1:
            found.setdefault(inflected.pop(), day)
    return found


def _past(language: Pack) -> tuple[set[str], set[str], set[str]]:
    """Return what stands before, behind and, joined to it, at the end of a length of time that is ago."""
    lengths = sorted(
        {plain(phrase).text for phrase, unit, _ in vocabulary(language.tag) if unit.id.startswith("duration-")},
        key=len, reverse=True,
    )  # fmt: skip
    before: set[str] = set()
    after: set[str] = set()
    joined: set[str] = set()
    fields = language.locale._data["date_fields"]  # noqa: SLF001  Babel has no public way to list them
    told = [str(phrase) for span in _SPANS for phrase in (fields.get(span, {}).get("past") or {}).values()]
    for phrase in [plain(each).text for each in told if "{0}" in each]:
        led, _, rest = (part.strip() for part in phrase.partition("{0}"))
        unit = rest.partition(" ")[0]
        if running(unit[-1:]) or unit[-1:] > "\u2e7f":  # "週間前"
            unit = next((length for length in lengths if rest.startswith(length)), unit)
        if led in lengths:  # "wiki {0} zilizopita"
            after.add(rest)
        elif rest != unit:  # "{0} weeks ago", "för {0} veckor sedan"
            after.add(rest.removeprefix(unit).strip())
        else:
            before.add(led)
    for phrase in language.dates.ago:
        led, _, rest = (part.strip() for part in phrase.partition("#"))
        tied = phrase[:1] == "#" and phrase[1:2].isalpha()
        (joined if tied else before if led else after).add(led or rest)
    return before - {""}, after - {""}, joined


def read_relative(text: str, tag: str, published: date, dates: Iterable[Mark] = ()) -> list[Mark]:
    """Return the years, quarters, months and weekdays that a plain text tells from the day it was published, in order.

    `dates` are those that it says itself: a number that is part of one counts nothing ("tháng 5 năm nay"). Years are
    those of the language's own calendar where it writes them without naming it (Jalali in Persian).
    """
    known = _relative(base_of(tag))
    if known.words is None:
        return []
    found, words, ends = [], lexicon(tag), {mark.end for mark in dates}
    for m in known.words.finditer(text):
        before = len(text[: m.start()].rstrip())
        if before not in ends and _counted(text[max(0, m.start() - _REACH) : m.start()], m[0], words):
            continue
        unit, away = known.meanings[" ".join(m[0].split())]
        period = _from(published, unit, away, patterns(base_of(tag)).native)
        if period is not None and period.start is not None:
            year = Decimal(period.start.year)
            found.append(Mark(*m.span(), Kind.DATE, Quantity(year, year), period))
    return found


def _counted(before: str, phrase: str, words: Lexicon) -> bool:
    """Return whether a number before a phrase makes its first word a unit: "5 năm trước" is not last year."""
    last, first = before.split()[-1:], phrase.split(maxsplit=1)[0]
    if not last or not (last[0][-1].isdigit() or words.numbers.alone(last[0]) is not None):
        return False
    shortest = 1 if running(first) or first > _IDEOGRAPHS else len(first)  # there, words are not told apart: "ปีที่แล้ว"
    units = (words.units_after.alone(first[:size]) for size in range(len(first), shortest - 1, -1))
    return any(unit is not None and unit.kind is Kind.MEASURE for unit in units)


def told_from(mark: Mark, text: str, tag: str, published: date) -> Mark:
    """Return "two weeks ago", of which a mark is the length of time, as a date; other marks as they are.

    The date is that day, or the week, month or year that holds it.
    """
    quantity, span = mark.quantity, (mark.quantity.unit or "").partition("-")[2]
    many = quantity.exact
    if mark.kind is not Kind.MEASURE or span not in _SPANS or quantity.approximate or many is None:
        return mark
    if not 0 < many <= _MOST[span] or many != many.to_integral_value():
        return mark
    known, led = _relative(base_of(tag)), text[max(0, mark.start - _REACH) : mark.start]
    after, end = known.ago.match(text, mark.end), mark.end
    if after:
        end = after.end()
    elif not known.before.search(led) and not known.joined.search(text[mark.start : mark.end]):
        return mark
    if known.lasting.search(led):
        return mark  # "katika miaka 5 iliyopita", in the past five years
    period = _from(published, span, -int(many), patterns(base_of(tag)).native)
    if period is None or period.start is None:
        return mark
    year = Decimal(period.start.year)
    return Mark(mark.start, end, Kind.DATE, Quantity(year, year), period)


def _from(day: date, unit: str, away: int, calendar: str) -> Period | None:
    """Return the day, week, month, quarter or year so many from that of a day, or the next or last of a weekday.

    None where it is in no year from 1 to 9999.
    """
    try:
        return _period(day, unit, away, calendar)
    except (ValueError, OverflowError):
        return None


def _period(day: date, unit: str, away: int, calendar: str) -> Period | None:
    if unit in _WEEK:
        ahead = (_WEEK.index(unit) - day.weekday()) % 7 or 7
        found = day + timedelta(days=ahead if away > 0 else ahead - 7 if ahead < 7 else -7)
        return Period(found, found)
    if unit == "day":
        found = day + timedelta(days=away)
        return Period(found, found)
    if unit == "week":
        monday = day + timedelta(days=7 * away - day.weekday())
        return Period(monday, monday + timedelta(days=6))
    if unit == "month":
        months = day.year * 12 + day.month - 1 + away
        return Period.of_month(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + away
        year, first = quarters // 4, quarters % 4 * 3 + 1
        return Period(Period.of_month(year, first).start, Period.of_month(year, first + 2).end)
    if calendar in AHEAD:
        return in_gregorian(calendar, year_of(day, calendar) + away, None, None)
    return Period.of_year(day.year + away)
