"""Dates, periods and clock times; Gregorian, Jalali, Hijri and Buddhist years, and those of Nepal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.calendars import AHEAD, in_gregorian, likely_year
from factcheck.claims.clock import read_times
from factcheck.claims.date_patterns import patterns
from factcheck.claims.marks import Mark, Row
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.claims.date_patterns import Expression, Patterns

MONTH_DAY = "month-day"  # the unit of dates without a year
_CENTURIES = 25
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LONGEST = 150  # years of a period; a longer one is none


def read_dates(text: str, tag: str, digits: Sequence[tuple[int, int]]) -> list[Mark]:
    """Return the dates, periods and clock times of a plain text, in order; dates do not overlap each other.

    Dates without a year have no period. The quantity of the others holds the first and the last year as written.
    `digits` are those of the text (`marks.digits_of`).
    """
    known = patterns(tag)
    found = Row()
    numbers = [start for start, _ in digits]
    places: dict[int, list[int]] = {}
    worth = known.expressions.worth(text, digits[0][0], digits[-1][1]) if digits else known.roman.worth(text, 0, 0)
    for one in worth:
        for m in _matches(one, known, text, numbers, places):
            mark = _read(m, known)
            if mark is not None:
                found.add(mark)
    for mark in read_times(text, tag, digits) if numbers else ():
        found.add(mark)
    return found.marks


def _places(sign: re.Pattern[str], text: str) -> list[int]:
    """Return where a sign begins in a text, one within another too."""
    places: list[int] = []
    at = 0
    while found := sign.search(text, at):
        places.append(found.start())
        at = found.start() + 1
    return places


def _matches(
    one: Expression, known: Patterns, text: str, numbers: Sequence[int], places: dict[int, list[int]]
) -> Iterable[re.Match[str]]:
    """Return what an expression finds in a text, looked for where it can begin; `places` are those of signs."""
    if one.begins == "number":
        return _at(one.whole, text, numbers)
    if one.begins == "sign":
        sign = one.signs[0]
        if sign not in places:
            places[sign] = _places(known.signs[sign], text)
        return _at(one.whole, text, places[sign])
    if one.led is not None and not any(one.led.match(text, at) for at in numbers):
        return ()
    return one.whole.finditer(text)


def _at(expression: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield what `finditer` does, where all that it finds begins at one of some places."""
    end = 0
    for start in places:
        if start >= end and (m := expression.match(text, start)):
            end = m.end()
            yield m


def _read(m: re.Match[str], known: Patterns) -> Mark | None:
    """Return what a match says, or None if it is no date."""
    part = {name: value for name, value in m.groupdict().items() if value}
    span = m.span()
    if "decade" in part:
        first = int(part["y"])
        first += 1900 if first < 100 else 0
        calendar = _calendar(m, part, first, known)
        century = first % 100 == 0 and first <= known.hundreds.get(part["decade"], 0)  # "1700-talet"
        return _years(span, calendar, first, 99 if century else 9)
    if "century" in part:
        written = part["century"]
        number = int(written) if written.isdigit() else _roman(written)
        return _years(span, "gregorian", number * 100 - 99, 99) if 0 < number <= _CENTURIES else None
    if "q" in part or "h" in part:
        return _part_of_year(m, part, known)
    calendar, month = "gregorian", int(part.get("m", 0))
    if "name" in part:
        calendar, month = known.months[" ".join(part["name"].split())]
    day = int(part.get("d", 0))
    if "numeric" in part and 0 < day <= 12 and (month > 12 or known.month_first):
        day, month = month, day
    if "era" in part:
        year = known.eras[part["era"]] + int(part["e"])
        return _day(span, "gregorian", (year, month, day), int(part.get("d1", day)))
    if "y" not in part:
        return day_of_year(span, month, int(part.get("d1", day)), day, gregorian=calendar == "gregorian")
    year = int(part["y"])
    if len(part["y"]) == 2:
        year += 2500 if known.native == "buddhist" else 2000 if year < 70 or known.native == "bikram" else 1900
    if "cal" in part or calendar == "gregorian":
        calendar = _calendar(m, part, year, known)
    if last := part.get("y2"):
        end = int(last) if len(last) == 4 else year // 100 * 100 + int(last)
        if calendar == "bikram" and end == year + 1 and "/" in m[0]:
            return _fiscal(span, year)
        return _years(span, calendar, year, end - year) if 0 < end - year <= _LONGEST else None
    if "m1" in part and calendar == "gregorian" and 0 < int(part["m1"]) < month:
        period = Period(Period.of_month(year, int(part["m1"])).start, Period.of_month(year, month).end)
        return Mark(*span, Kind.DATE, Quantity(Decimal(year), Decimal(year)), period)
    return _day(span, calendar, (year, month, day), int(part.get("d1", day)))


def _calendar(m: re.Match[str], part: Mapping[str, str], year: int, known: Patterns) -> str:
    """Return the calendar that words beside a year name; else the language's own, if the year is likely one of it.

    Where that has months of its own, none of the Gregorian ones is in it.
    """
    if "cal" in part:
        return known.calendars[part["cal"]]
    before = m.string[: m.start("y")].rstrip() if known.leading else ""
    if named := next((name for word, name in known.leading if before.endswith(word)), ""):
        return named
    own = likely_year(year, known.native) and not ("name" in part and known.native in AHEAD)
    return known.native if own else "gregorian"


def _roman(written: str) -> int:
    """Return the value of a Roman number of up to 39: a smaller sign before a larger one is taken away."""
    values = [_ROMAN[sign] for sign in written]
    return sum(-v if v < max(values[at:]) else v for at, v in enumerate(values))


def day_of_year(span: tuple[int, int], month: int, first: int, last: int, *, gregorian: bool = True) -> Mark | None:
    """Return the mark of a day or of days of a month without a year; 0 where only the month is said.

    Their quantity is month * 100 + day with the unit `MONTH_DAY`, so that the twelfth of June is not the eleventh.
    """
    if month > 12 or last > 31:
        return None
    if not gregorian or not month:
        return Mark(*span, Kind.DATE)
    days = Decimal(month * 100 + min(first, last)), Decimal(month * 100 + last)
    return Mark(*span, Kind.DATE, Quantity(*days, MONTH_DAY))


def _day(span: tuple[int, int], calendar: str, last: tuple[int, int, int], first_day: int) -> Mark | None:
    """Return the mark of a day, of several days of a month, of a month or of a year (0: not said)."""
    year, month, day = last
    until = in_gregorian(calendar, year, month or None, day or None)
    since = in_gregorian(calendar, year, month or None, first_day or None)
    if until is None or since is None:
        return None
    start = since.start if first_day < day else until.start
    return Mark(*span, Kind.DATE, Quantity(Decimal(year), Decimal(year)), Period(start, until.end))


def _years(span: tuple[int, int], calendar: str, first: int, more: int) -> Mark | None:
    """Return the mark of a year and so many after it."""
    since, until = in_gregorian(calendar, first, None, None), in_gregorian(calendar, first + more, None, None)
    if since is None or until is None:
        return None
    years = Quantity(Decimal(first), Decimal(first + more))
    return Mark(*span, Kind.DATE, years, Period(since.start, until.end))


def _fiscal(span: tuple[int, int], first: int) -> Mark:
    """Return the mark of a fiscal year of Nepal, "२०८१/८२": the years that others name it by, 2024/25."""
    year = first + AHEAD["bikram"]
    period = Period(Period.of_year(year).start, Period.of_year(year + 1).end)
    return Mark(*span, Kind.DATE, Quantity(Decimal(first), Decimal(first + 1)), period)


def _part_of_year(m: re.Match[str], part: Mapping[str, str], known: Patterns) -> Mark | None:
    """Return the mark of a quarter or a half."""
    span = m.span()
    if "y" not in part:
        return Mark(*span, Kind.DATE)
    written = " ".join((part.get("q") or part["h"]).split())
    year, number = int(part["y"]), known.quarters.get(written) or known.quarters.get(written[0])
    if number is None:
        return None
    months = 3 if "q" in part else 6
    calendar = _calendar(m, part, year, known)
    first, last = (in_gregorian(calendar, year, month, None) for month in (months * (number - 1) + 1, months * number))
    if first is None or last is None:
        return None
    return Mark(*span, Kind.DATE, Quantity(Decimal(year), Decimal(year)), Period(first.start, last.end))
