"""Periods told from the day of the article: "last year", "tháng trước"; the words are in the language file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factcheck.claims.calendars import in_gregorian
from factcheck.claims.date_patterns import any_of, patterns
from factcheck.claims.marks import Mark
from factcheck.language.expressions import kept, ready
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from datetime import date

    from factcheck.language.sections import Pack

_KEY = re.compile(r"(month|quarter|)(-?[0-9]+)")
_NOWROZ = (3, 21)  # the first day of a Jalali year, mostly


@dataclass(frozen=True)
class _Relative:
    words: re.Pattern[str] | None
    meanings: dict[str, tuple[str, int]]  # phrase -> "", "month" or "quarter", and how many from the article's own


@lru_cache(maxsize=64)
def _relative(tag: str) -> _Relative:
    base = base_of(tag)
    words, meanings = compiled("relative", base, lambda: _build(pack(base)))
    return _Relative(words and ready(words), meanings)


def _build(language: Pack) -> tuple[Any, ...]:
    """Return the fields of `_Relative` as plain data."""
    meanings: dict[str, tuple[str, int]] = {}
    for key, phrases in language.dates.relative.items():
        found = _KEY.fullmatch(key)
        if found:
            meanings.update({" ".join(plain(p).text.split()): (found[1], int(found[2])) for p in phrases})
    words = re.compile(
        rf"(?<![^\W\u0e00-\u0eff\u3000-\ud7a3])(?:{any_of(meanings)})(?![^\W\u0e00-\u0eff\u3000-\ud7a3])"
    )
    return kept(words) if meanings else None, meanings


def read_relative(text: str, tag: str, published: date) -> list[Mark]:
    """Return the years, quarters and months that a plain text tells from the day it was published, in order.

    Years are those of the language's own calendar where it writes them without naming it (Jalali in Persian).
    """
    known = _relative(pack(tag).tag)
    if known.words is None:
        return []
    found = []
    for m in known.words.finditer(text):
        unit, away = known.meanings[" ".join(m[0].split())]
        period = _period(published, unit, away, patterns(pack(tag).tag).native)
        if period is not None and period.start is not None:
            year = Decimal(period.start.year)
            found.append(Mark(*m.span(), Kind.DATE, Quantity(year, year), period))
    return found


def _period(day: date, unit: str, away: int, calendar: str) -> Period | None:
    """Return the period so many years, quarters or months from that of a day."""
    if unit == "month":
        months = day.year * 12 + day.month - 1 + away
        return Period.of_month(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + away
        year, first = quarters // 4, quarters % 4 * 3 + 1
        return Period(Period.of_month(year, first).start, Period.of_month(year, first + 2).end)
    if calendar == "persian":
        begun = (day.month, day.day) >= _NOWROZ
        return in_gregorian(calendar, day.year - 621 - (not begun) + away, None, None)
    return Period.of_year(day.year + away)
