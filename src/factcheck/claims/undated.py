"""Months, quarters and days without a year, in a text whose day is known: "in March", "on 14 May", "一季度"."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.claims.calendars import AHEAD, in_gregorian
from factcheck.claims.date_expressions import any_of, month_names
from factcheck.claims.date_patterns import patterns
from factcheck.claims.dates import MONTH_DAY, day_of_year
from factcheck.claims.joined_dates import dated
from factcheck.claims.marks import Mark
from factcheck.language.expressions import kept, ready
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from factcheck.language.sections import Pack
    from factcheck.model import Period

_AHEAD, _BACK = timedelta(75), timedelta(290)  # what is so near is of the year that has it there: "in June"
_BESIDE = 6  # characters, as of " in "
_STEM, _ENDING = 4, 2  # letters that two forms of a name share at least, and of an ending at most
_LEAST = 3  # letters of a month's name without digits beside it; one less before a word that stands behind a time


class _Months(NamedTuple):
    begun: tuple[str, ...]  # without any of these a text names no month
    alone: re.Pattern[str]  # a month's name where words around it or its ending tell that it is one
    capitals: bool  # whether names of months begin with one


def near(mark: Mark, text: str, tag: str, day: date) -> Mark:
    """Return a month, a quarter or a day without a year as that of the year in which it was last, or soon will be.

    `day` is when the text was published; a date that no year can be found for stays as it is.
    """
    base = base_of(tag)
    native = "gregorian" if mark.quantity.unit == MONTH_DAY else patterns(base).native
    period = _period(text[mark.start : mark.end], base, native, day)
    return Mark(mark.start, mark.end, Kind.DATE, mark.quantity, period) if period else mark


@lru_cache(maxsize=10_000)
def _period(said: str, tag: str, calendar: str, day: date) -> Period | None:
    """Return the period of a date without a year in the year that has it near a day, None if there is none."""
    for year in _years(day, calendar):
        found = dated(said, (0, len(said)), year, tag)
        if found and _is_near(found.period, day):
            return found.period
    return None


def months_alone(
    text: str, marks: Sequence[Mark], tag: str, day: date, written: Callable[[int, int], str]
) -> Iterator[Mark]:
    """Yield the months of a plain text that no number stands with: "in March", "ocak ayında", with their years.

    `marks` are its other dates; `written` returns what a range of the text is in the original.
    """
    base = base_of(tag)
    known, names = _months(base), patterns(base).months
    if not [one for one in known.begun if one in text]:
        return
    for found in known.alone.finditer(text):
        name = found.lastgroup or ""
        start, end = found.span(name)
        if any(mark.start < end and start < mark.end + _BESIDE for mark in marks):
            continue  # part of a date, or of a year before it: "last year in June"
        if known.capitals and name != "own" and not written(start, end)[:1].isupper():
            continue
        calendar, month = names[" ".join(found[name].split())]
        for year in _years(day, calendar):
            period = in_gregorian(calendar, year, month, None)
            if _is_near(period, day):
                only = day_of_year((start, end), month, 0, 0, gregorian=calendar == "gregorian")
                yield Mark(start, end, Kind.DATE, *((only.quantity, period) if only else ()))
                break


def _years(day: date, calendar: str) -> Iterator[int]:
    """Yield the years that may be meant, of the calendar given and of the Gregorian one, the latest first."""
    for year in (day.year + 1, day.year, day.year - 1):
        if calendar in AHEAD:
            yield year - AHEAD[calendar]
        yield year


def _is_near(period: Period | None, day: date) -> bool:
    start = period.start if period else None
    return start is not None and -_BACK < start - day <= _AHEAD


@lru_cache(maxsize=64)
def _months(tag: str) -> _Months:
    begun, alone, capitals = compiled("months-alone", tag, lambda: _build(pack(tag)))
    return _Months(begun, ready(alone), capitals)


def _short(language: Pack) -> set[str]:
    """Return CLDR's short names of months that are not the full ones: "mar" is the sea too, "set" a set."""
    widths: dict[bool, set[str]] = {False: set(), True: set()}
    for context in language.locale.months.values():
        for width, names in context.items():
            widths[width == "wide"].update(plain(str(name)).text.rstrip(".") for name in names.values())
    return widths[False] - widths[True]


def _is_inflected(name: str, known: Mapping[str, tuple[str, int]]) -> bool:
    """Return whether a month's name is another one with an ending or a prefix: "ocakta", "במרץ", "vasarį" (vasaris)."""
    others = [one for one, meant in known.items() if one != name and meant == known[name]]
    return any(name.startswith(one) or name.endswith(one) or _share_stem(name, one) for one in others)


def _share_stem(name: str, other: str) -> bool:
    """Return whether two names differ in their endings alone."""
    stem = next((at for at, pair in enumerate(zip(name, other, strict=False)) if len(set(pair)) > 1), len(name))
    return stem >= _STEM and max(len(name), len(other)) - stem <= _ENDING


def _build(language: Pack) -> tuple[Any, ...]:
    """Return the fields of `_Months` as plain data."""
    dates, places = language.dates, language.places
    wide = language.locale.months["format"]["wide"].values() if language.tag != "und" else ()
    bare, short = {plain(str(name)).text for name in wide}, _short(language)
    known = {name: meant for name, meant in month_names(language).items() if name not in short}
    every = [name for name in known if len(name) >= _LEAST - 1 and not name.endswith(".")]
    names = [name for name in every if len(name) >= _LEAST]
    inflected = [name for name in names if name not in bare and _is_inflected(name, known)]
    # Where no name has a capital too many words are as months are: "الذي مارس", who exercised.
    stop = language.text.stop if any(name.upper() != name.lower() for name in bare) else ()
    led = (*stop, *places.before, *dates.year, *dates.since, *dates.until, *dates.before_month)
    month = language.units.measures.get("duration-month", ())
    led = (*led, *month)
    before = [word for word in led if word[-1:].isalpha() and "#" not in word]
    leads = not language.text.stop or not set(language.text.stop).isdisjoint(places.before)  # words lead to places
    after = places.behind or (() if leads else places.after)
    behind = [word for word in after if word[:1].isalpha()]
    ways = [rf"(?:{any_of(before)}\s+)(?P<name>{any_of(names)})(?!\w)"] if before and names else []
    said = [word for word in month if word.isalpha() and len(word) > _LEAST]  # "vasario mėnesį"
    ways += [rf"(?<![-–—])(?P<said>{any_of(names)})(?=\s+{any_of(said)}(?!\w))"] if said and names else []
    ways += [rf"(?P<own>{any_of(inflected)})(?!\w)"] if inflected else []
    ways += [rf"(?P<after>{any_of(every)})(?=\s*{any_of(behind)}(?!\w))"] if behind and names else []
    capitals = any(str(name)[:1].isupper() for name in wide)
    firsts = {name.split()[0] for name in (every if behind else names)}
    begun = tuple(sorted(one for one in firsts if not any(other in one for other in firsts - {one})))
    return begun, kept(re.compile(rf"(?<!\w)(?:{'|'.join(ways)})" if ways else "(?!)")), capitals
