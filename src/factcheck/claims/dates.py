"""Dates, periods and clock times; Gregorian, Jalali, Hijri and Buddhist years.

The order of day, month and year, the month names and the letters around the numbers ("2023年9月", "tháng 9") come from
CLDR's date patterns (UTS #35 part 4); words around them from the language file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.calendars import BARE, in_gregorian, likely_year
from factcheck.claims.marks import NOTHING, Mark
from factcheck.language.packs import pack
from factcheck.language.spelling import plain
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from babel import Locale

    from factcheck.language.packs import Pack

_NUMBER_BEFORE = r"(?<![0-9])(?<![0-9][.,:/–—-])(?<![a-z$€£])"
_NUMBER_AFTER = r"(?![0-9])(?![.,:/–—-]?[0-9])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_MONTH = "(?:1[0-2]|0?[1-9])"
_YEAR = "[12][0-9]{3}"
_DASH = r"\s?[-–—]\s?"


@dataclass(frozen=True)
class _Patterns:
    """The compiled expressions of a language, in the order in which they are tried, and its words."""

    tag: str
    expressions: tuple[re.Pattern[str], ...]
    months: dict[str, tuple[str, int]]  # name -> calendar and number
    calendars: dict[str, str]  # marking word -> calendar
    native: str  # calendar of bare years besides the Gregorian
    month_first: bool
    clock: re.Pattern[str]


def read_dates(text: str, tag: str) -> list[Mark]:
    """Return the dates, periods and clock times of a plain text, in no order; they may overlap."""
    if not any(char.isdigit() for char in text):
        return []
    patterns = _patterns(pack(tag).tag)
    found: list[Mark] = []
    taken: list[tuple[int, int]] = []
    for expression in patterns.expressions:
        for m in expression.finditer(text):
            if any(m.start() < end and start < m.end() for start, end in taken):
                continue
            mark = _read(m, patterns)
            if mark is not None:
                found.append(mark)
                taken.append((mark.start, mark.end))
    for m in patterns.clock.finditer(text):
        group = next(name for name, value in m.groupdict().items() if value is not None)
        found.append(Mark(m.start(), m.end(), Kind.TIME) if group != "ratio" else Mark(*m.span(), Kind.SCORE))
    return found


def _read(m: re.Match[str], patterns: _Patterns) -> Mark | None:
    """Return what a match says, or None if it is no date."""
    part = {name.rstrip("_"): value for name, value in m.groupdict().items() if value}
    span = m.span()
    calendar, month = "gregorian", int(part["m"]) if "m" in part else 0
    if "name" in part:
        calendar, month = patterns.months[" ".join(part["name"].split())]
    if "cal" in part:
        calendar = patterns.calendars[part["cal"]]
    if "decade" in part:
        year = int(part["y"])
        year += 1900 if year < 100 else 0
        if year % 10:
            return None
        return _mark(span, "gregorian", year, None, None, year + 9)
    if "q" in part:
        quarter = int(part["q"]) * 3
        year = int(part.get("y", 0))
        period = Period(Period.of_month(year, quarter - 2).start, Period.of_month(year, quarter).end) if year else None
        return Mark(*span, Kind.DATE, NOTHING, period)
    if "y" not in part:
        if "numeric" in part and not _sensible(int(part["d"]), month):
            return None
        return Mark(*span, Kind.DATE)
    year = int(part["y"])
    if len(part["y"]) == 2:
        year += 2000 if year < 70 else 1900
    if calendar == "gregorian" and patterns.native and likely_year(year, patterns.native):
        calendar = patterns.native
    last = part.get("y2")
    if last:
        end = int(last) if len(last) == 4 else year // 100 * 100 + int(last)
        return _mark(span, calendar, year, None, None, end) if year < end <= year + 150 else None
    day = int(part["d"]) if "d" in part else None
    if day and month > 12 >= day or (day and "numeric" in part and patterns.month_first and day <= 12):
        day, month = month, day
    if month > 12 or (day or 1) > 31:
        return None
    return _mark(span, calendar, year, month or None, int(part["d1"]) if "d1" in part else day, None, day)


def _sensible(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _mark(
    span: tuple[int, int],
    calendar: str,
    year: int,
    month: int | None,
    day: int | None,
    last: int | None,
    last_day: int | None = None,
) -> Mark | None:
    period = in_gregorian(calendar, year, month, day)
    if period is None:
        return None
    if last is not None:
        until = in_gregorian(calendar, last, None, None)
        period = Period(period.start, until.end if until else period.end)
    elif last_day and day and last_day > day:
        until = in_gregorian(calendar, year, month, last_day)
        period = Period(period.start, until.end if until else period.end)
    return Mark(*span, Kind.DATE, Quantity(Decimal(year), Decimal(last or year)), period)


# ---- the expressions of a language


@lru_cache(maxsize=64)
def _patterns(tag: str) -> _Patterns:
    language = pack(tag)
    locale = language.locale
    months = _months(language)
    calendars = {plain(w).text: name for name, words in language.dates.calendars.items() for w in words}
    native = next((name for name in BARE if name in language.dates.calendars), "")
    order = str(locale.date_formats["short"].pattern).lower()
    month_first = "m" in order and "d" in order and order.index("m") < order.index("d") < (order.find("y") % 99)
    return _Patterns(
        tag, tuple(re.compile(e) for e in _expressions(language, months, calendars)), months, calendars, native,
        month_first, _clock(language),
    )  # fmt: skip


def _months(language: Pack) -> dict[str, tuple[str, int]]:
    """Return the month names in plain form; those with digits in them ("tháng 9") are left to the patterns."""
    found: dict[str, tuple[str, int]] = {}
    for key, names in language.dates.months.items():
        calendar, _, number = key.rpartition("-")
        for name in names:
            found.setdefault(plain(name).text, (calendar or "gregorian", int(number)))
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in language.locale.months[context].get(width, {}).items():
                text = plain(name).text
                for spelled in {text, text.rstrip(".")}:
                    if len(spelled) > 1 and not any(c.isdigit() for c in spelled):
                        found.setdefault(spelled, ("gregorian", number))
    return found


def _affixes(locale: Locale, skeleton: str, field: str) -> tuple[str, str]:
    """Return what CLDR writes before and after a field that stands alone: ("", "年")."""
    pattern = plain(str(getattr(locale.datetime_skeletons.get(skeleton), "pattern", "") or "").replace("'", "")).text
    before, _, after = pattern.partition(field.lower())
    after = after.lstrip(field.lower())
    return before.strip(" ."), after.strip(" .")


def _any(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(w).replace(r"\ ", r"\s+")
        for w in sorted({plain(w).text for w in words}, key=lambda w: (-len(w), w))
        if w
    )


def _expressions(language: Pack, months: dict[str, tuple[str, int]], calendars: dict[str, str]) -> Iterator[str]:
    words, locale = language.dates, language.locale
    names = _any(months)
    year_after, day_after = _affixes(locale, "y", "y")[1], _affixes(locale, "d", "d")[1]
    month_before, month_after = _affixes(locale, "MMM", "l") if "MMM" in locale.datetime_skeletons else ("", "")
    month_after = month_after or (
        "月" if any("月" in n for n in months) else "월" if any("월" in n for n in months) else ""
    )
    year_word = rf"(?:(?:{_any((*words.year, *_links(locale)))})\s*)?" if (words.year or _links(locale)) else ""
    year = (
        rf"(?P<y>{_YEAR})(?:\s?{re.escape(year_after)})?(?![0-9]|[.,][0-9])"
        if year_after
        else rf"(?P<y>{_YEAR}){_NUMBER_AFTER}"
    )
    cal = rf"(?:\s*(?P<cal>{_any(calendars)})(?!\w))?" if calendars else ""
    day_word = rf"(?:(?:{_any(words.day)})\s*)?" if words.day else ""
    ordinal = (
        r"(?:\.|º|"
        + _any((*language.numbers.ordinals_after, *(("st", "nd", "rd", "th") if language.tag == "en" else ())))
        + ")?"
        if language.numbers.ordinals_after
        else r"\.?"
    )
    day = rf"(?:(?P<d1>{_DAY}){_DASH})?(?P<d>{_DAY}){ordinal}(?![0-9])"
    link = rf"[\s,.\-/]*(?:(?:{_any(_links(locale))})\s+)?" if _links(locale) else r"[\s,.\-/]*"
    yield rf"{_NUMBER_BEFORE}(?P<y>{_YEAR})([-/.])(?P<m>{_MONTH})\2(?P<d>{_DAY}){_NUMBER_AFTER}"
    if year_after and not year_after.isascii():
        month = rf"(?P<m>{_MONTH})\s?{month_after}" if month_after else f"(?P<name>{names})"
        yield rf"{_NUMBER_BEFORE}(?P<y>{_YEAR})\s?{year_after}\s?{month}(?:\s?(?P<d>{_DAY})\s?{day_after})?"
        yield rf"{_NUMBER_BEFORE}(?P<y>{_YEAR})\s?(?:{year_after})?{_DASH}(?P<y2>{_YEAR})\s?{year_after}"
        yield rf"{_NUMBER_BEFORE}(?P<y>{_YEAR})\s?{year_after}"
    if month_after and not month_after.isascii():
        yield rf"{_NUMBER_BEFORE}(?P<m>{_MONTH})\s?{month_after}(?:\s?(?P<d>{_DAY})\s?{day_after})?"
    if words.before_month:
        month = rf"(?:{_any(words.before_month)})\s*(?P<m>{_MONTH})(?![0-9])"
        yield rf"{_NUMBER_BEFORE}{day_word}{day}[\s,]*{month}(?:[\s,/.-]*{year_word}{year})?"
        yield rf"(?<!\w){month}(?:[\s,/.-]*{year_word}{year})?"
    if names:
        yield rf"{_NUMBER_BEFORE}{day_word}{day}{link}(?P<name>{names})(?!\w)(?:{link}{year_word}{year}{cal})?"
        if "M" in (pattern := str(getattr(locale.datetime_skeletons.get("MMMd"), "pattern", ""))) and pattern.index(
            "M"
        ) < pattern.index("d"):
            yield rf"(?<!\w)(?P<name>{names})\.?\s*(?P<d1>{_DAY}){_DASH}(?P<d>{_DAY})(?![0-9])(?:\s*,?\s*{year})?"
            yield rf"(?<!\w)(?P<name>{names})\.?\s*(?P<d>{_DAY}){ordinal}(?![0-9]|[.,:][0-9])(?!\w)(?:\s*,?\s*{year})?"
        yield rf"(?<!\w)(?P<name>{names}){link}{year_word}{year}{cal}"
        yield rf"{_NUMBER_BEFORE}{year_word}{year}[\s,.]*(?P<name>{names})(?!\w)(?:\s*(?P<d>{_DAY})(?![0-9]))?"
    yield rf"(?<![0-9])(?<![0-9][.,:/–—-]){day_word}(?:(?P<d1>{_DAY}){_DASH})?(?P<d>{_DAY})(?P<numeric>[/.-])(?P<m>{_MONTH})(?P=numeric)(?P<y>{_YEAR}|[0-9]{{2}}){_NUMBER_AFTER}"
    if words.day:
        yield rf"(?<!\w)(?:{_any(words.day)})\s*(?:(?P<d1>{_DAY}){_DASH})?(?P<d>{_DAY})(?P<numeric>[/.-])(?P<m>{_MONTH}){_NUMBER_AFTER}"
    yield rf"{_NUMBER_BEFORE}(?P<m>{_MONTH})/(?P<y>{_YEAR}){_NUMBER_AFTER}"
    if words.quarter:
        yield rf"(?<!\w)(?:{_any(words.quarter)})\s*(?P<q>[1-4]){_NUMBER_AFTER}(?:[\s,/.-]*{year_word}{year})?"
    if words.decade:
        decades = _any(words.decade)
        yield rf"(?<!\w)(?:{decades})\s+(?P<decade>)?(?P<y>{_YEAR}|[2-9]0){_NUMBER_AFTER}(?!\w)".replace(
            "(?P<decade>)?", "(?P<decade>(?=[0-9]))"
        )
        yield rf"{_NUMBER_BEFORE}(?P<y>[12][0-9]{{2}}0|(?<=')[2-9]0)'?-?(?P<decade>{decades})(?!\w)"
    yield rf"{_NUMBER_BEFORE}(?P<y>{_YEAR})(?:{_DASH}|/)(?P<y2>{_YEAR}|[0-9]{{2}}){_NUMBER_AFTER}(?!\s?%|\w){cal}"
    joined = [w for w in language.bounds.to] + [second for _, *rest in language.bounds.between for second in rest]
    if joined:
        yield rf"{_NUMBER_BEFORE}(?P<y>1[89][0-9]{{2}}|20[0-9]{{2}}|1[34][0-9]{{2}})\s+(?:{_any(joined)})\s*{year_word}(?P<y2>1[89][0-9]{{2}}|20[0-9]{{2}}|1[34][0-9]{{2}}){_NUMBER_AFTER}{cal}(?!\s?%|\w)"
    if calendars:
        yield rf"{_NUMBER_BEFORE}(?P<y>1[0-9]{{3}}|2[45][0-9]{{2}})\s*(?P<cal>{_any(calendars)})(?!\w)"


def _links(locale: Locale) -> tuple[str, ...]:
    """Return the words between the parts of a written-out date: "de"."""
    pattern = str(locale.date_formats["long"].pattern)
    return tuple(
        sorted(
            {w for w in re.findall(r"'([^']+)'", pattern) if w.strip().isalpha() and len(w) > 1}
            | ({"of"} if "'of'" in pattern else set())
        )
    )


def _clock(language: Pack) -> re.Pattern[str]:
    """Return the expression of clock times: 10:30, 10h30, and what the language file says."""
    hour, minute = "(?:[01]?[0-9]|2[0-4])", "[0-5][0-9]"
    number = rf"{hour}(?:\s?[:.h]\s?{minute})?"
    own = [
        re.escape(plain(p).text).replace(r"\ ", r"\s*").replace(r"\#", number)
        for p in sorted(language.dates.clock, key=len, reverse=True)
    ]
    colon = rf"{hour}:{minute}(?::{minute})?"
    shapes = [rf"(?P<colon>{_NUMBER_BEFORE}{colon}{_NUMBER_AFTER}(?:\s?(?:am|pm|a\.m\.|p\.m\.))?)"]
    if own:
        shapes.append(rf"(?P<own>(?<![\w.,:/-])(?:{'|'.join(own)})(?![\w]))")
    shapes.insert(0, rf"(?P<hours>{_NUMBER_BEFORE}{hour}\s?h\s?{minute}(?!\w))")
    return re.compile("|".join(shapes))
