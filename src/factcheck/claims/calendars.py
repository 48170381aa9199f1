"""Years, months and days of other calendars as Gregorian periods.

The Persian calendar is reckoned by its cycle of 33 years with 8 leap years, as ICU and CLDR do: that is the official
calendar of Iran for all years since the law of 1925, and for those to come until 1502. The Islamic one is the civil
one, with 11 leap years in 30 (Reingold and Dershowitz, "Calendrical Calculations", 2018, chapters 7 and 15). That of
Nepal, Bikram Sambat, is solar: its months begin on the day on which the sun enters a sign as the Surya Siddhanta
reckons it, always so long after the year began. So reckoned, every month of the printed calendars of 1970 to 2083 (of
1913 to 2026) begins on its day.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import floor

from factcheck.model import Period

BARE = ("persian", "buddhist", "bikram")  # calendars whose years are written without naming the calendar
_PERSIAN_EPOCH = date(622, 3, 21).toordinal()  # of 1 Farvardin 1, less the leap day that the cycle begins with
_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1
_MONTHS = 12
AHEAD = {"persian": 621, "bikram": -57}  # years that the Gregorian calendar is ahead when a year of these begins
# Of Bikram Sambat the years before 2031 (1974) are written like those of today's news, and named where they are meant.
_LIKELY = {
    "persian": range(1250, 1450), "islamic": range(1300, 1500), "buddhist": range(2400, 2650),
    "bikram": range(2031, 2101),
}  # fmt: skip
_SIDEREAL_YEARS, _DAYS = 4_320_000, 1_577_917_828  # of an age of the Surya Siddhanta
_BIKRAM = (  # when the months of the year 0 began, in days as `date.toordinal` counts them
    -21113.493, -21082.576, -21051.139, -21019.727, -20988.024, -20957.000,
    -20926.552, -20896.657, -20867.175, -20837.566, -20808.423, -20778.594,
)  # fmt: skip


def likely_year(year: int, calendar: str) -> bool:
    """Return whether a bare year is one of the calendar rather than a Gregorian one."""
    return year in _LIKELY.get(calendar, ())


def year_of(day: date, calendar: str) -> int:
    """Return the year of a calendar of `AHEAD` that a day is in."""
    year = day.year - AHEAD[calendar]
    period = in_gregorian(calendar, year, None, None)
    return year - (period is not None and period.start is not None and day < period.start)


def year_period(first: int, last: int, calendar: str) -> Period | None:
    """Return the period of bare years, of the calendar if they are likely its years."""
    name = calendar if likely_year(first, calendar) else "gregorian"
    start, end = in_gregorian(name, first, None, None), in_gregorian(name, last, None, None)
    return Period(start.start, end.end) if start and end else None


def in_gregorian(calendar: str, year: int, month: int | None, day: int | None) -> Period | None:
    """Return the Gregorian period of a year, a month or a day of a calendar, or None if there is no such day.

    Calendars are "gregorian", "persian", "islamic" (the civil one, a day's uncertainty), "buddhist" and "bikram".
    """
    if calendar == "buddhist":
        calendar, year = "gregorian", year - 543
    try:
        if day and month:
            only = _day(calendar, year, month, day)
            return Period(only, only)
        if month:
            following = _day(calendar, year + month // 12, month % 12 + 1, 1)
            return Period(_day(calendar, year, month, 1), following - timedelta(days=1))
        return Period(_day(calendar, year, 1, 1), _day(calendar, year + 1, 1, 1) - timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def _day(calendar: str, year: int, month: int, day: int) -> date:
    if calendar == "gregorian":
        return date(year, month, day)
    begin = {"persian": _persian, "islamic": _islamic, "bikram": _bikram}[calendar]
    first, following = begin(year, month), begin(year + month // _MONTHS, month % _MONTHS + 1)
    if not (year > 0 and 1 <= month <= _MONTHS and 1 <= day <= following - first):
        raise ValueError(day)
    return date.fromordinal(first + day - 1)


def _persian(year: int, month: int) -> int:
    """Return the first day of a month: six months of 31 days, then of 30, the last one short but in leap years."""
    leap_days = (8 * year + 21) // 33
    return _PERSIAN_EPOCH + 365 * (year - 1) + leap_days + 31 * min(month - 1, 6) + 30 * max(month - 7, 0)


def _islamic(year: int, month: int) -> int:
    """Return the first day of a month: 30 and 29 days in turn, the last month longer in leap years."""
    return _ISLAMIC_EPOCH + 354 * (year - 1) + (11 * year + 3) // 30 + (59 * (month - 1) + 1) // 2


def _bikram(year: int, month: int) -> int:
    """Return the first day of a month: that on which the sun enters its sign."""
    return floor(year * (_DAYS / _SIDEREAL_YEARS) + _BIKRAM[month - 1])
