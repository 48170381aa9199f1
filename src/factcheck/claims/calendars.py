"""Years, months and days of other calendars as Gregorian periods (by convertdate)."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.model import Period

BARE = ("persian", "buddhist")  # calendars whose years are written without naming the calendar
_LIKELY = {"persian": range(1250, 1450), "islamic": range(1300, 1500), "buddhist": range(2400, 2650)}


def likely_year(year: int, calendar: str) -> bool:
    """Return whether a bare year is one of the calendar rather than a Gregorian one."""
    return year in _LIKELY.get(calendar, ())


def year_period(first: int, last: int, calendar: str) -> Period | None:
    """Return the period of bare years, of the calendar if they are likely its years."""
    name = calendar if likely_year(first, calendar) else "gregorian"
    start, end = in_gregorian(name, first, None, None), in_gregorian(name, last, None, None)
    return Period(start.start, end.end) if start and end else None


def in_gregorian(calendar: str, year: int, month: int | None, day: int | None) -> Period | None:
    """Return the Gregorian period of a year, a month or a day of a calendar, or None if there is no such day.

    Calendars are "gregorian", "persian", "islamic" (the civil one, a day's uncertainty) and "buddhist".
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
    from convertdate import islamic, persian

    convert = {"persian": persian, "islamic": islamic}[calendar]
    if day > convert.month_length(year, month):
        raise ValueError(day)
    return date(*convert.to_gregorian(year, month, day))
