"""Times of day: hours and minutes as a language writes them, and the parts of the day that tell a 12-hour clock.

CLDR names the parts of the day ("in the morning", "下午"; UTS #35 part 4, day periods); the language file says what
newsrooms write around the hour. The quantity of a time is its minutes since midnight, with the unit `UNIT`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.claims.date_expressions import AFTER, BEFORE, any_of
from factcheck.claims.marks import Mark
from factcheck.claims.tries import running
from factcheck.claims.units import vocabulary
from factcheck.language.expressions import kept, ready
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain
from factcheck.model import Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.language.sections import Pack

UNIT = "time-of-day"
_HOUR, _MINUTE = "(?:[01]?[0-9]|2[0-4])", "[0-5][0-9]"
_NUMBER = rf"{_HOUR}(?:\s?[:.h]\s?{_MINUTE})?"
_FULL = rf"{_HOUR}\s?[:.h]\s?{_MINUTE}"
_READ = re.compile(r"([0-9]{1,2})(?:\s?[:.h]\s?([0-9]{2}))?")
_LED = re.compile(r"[^\d]*[^\d\s]")  # the words before an hour
_DIGITS, _LAST_HOUR = re.compile("[0-9]+"), 24
_NEAR, _FEW = 48, 8  # characters between the hour and the words that make a time of it; hours in a short text
_MINUTES, _HALF_AN_HOUR = "duration-minute", 30
_REACH = 24  # characters before a time in which the part of the day may stand
# CLDR's day periods, and what they say of an hour from 1 to 12.
_PARTS = {"midnight": "midnight", "am": "am", "noon": "noon", "pm": "pm", "morning": "am", "afternoon": "pm",
          "evening": "pm", "night": "night"}  # fmt: skip
_ENGLISH = {"am": "am", "pm": "pm", "a.m.": "am", "p.m.": "pm", "a.m": "am", "p.m": "pm"}


class Clock(NamedTuple):
    """What a language needs to find times; `parts` maps a word to "am", "pm", "noon", "night" or "midnight"."""

    parts: dict[str, str]
    minutes: dict[str, int]  # words before an hour, and what they add to it: "halb"
    words: tuple[str, ...]  # a text without any of them near an hour and
    sign: re.Pattern[str]  # without this holds no time
    shapes: re.Pattern[str]
    part: re.Pattern[str]
    part_before: re.Pattern[str]
    part_after: re.Pattern[str]
    half: re.Pattern[str]  # after an hour: "半"
    less: re.Pattern[str]  # minutes before an hour: "kém"
    since: re.Pattern[str]  # the beginning of a range, before its last hour: "von 21 bis"
    until: re.Pattern[str]  # the end of one, after its first: "alle 5"
    lead: re.Pattern[str]  # what `shapes` begin with besides numbers: "lúc"


@lru_cache(maxsize=64)
def clock(tag: str) -> Clock:
    """Return the expressions of a language, compiled once."""
    base = base_of(tag)
    parts, minutes, known, *expressions = compiled("clock", base, lambda: _build(pack(base)))
    return Clock(parts, minutes, known, *map(ready, expressions))


def _build(language: Pack) -> tuple[Any, ...]:
    """Return the fields of `Clock` as plain data."""
    parts = _parts(language)
    words, (begin, end) = any_of(parts), _borders(parts)
    made = (
        _sign(language),
        "|".join(_shapes(language, parts)),
        rf"(?:{begin}|(?<=[0-9])){words}(?![^\W\d_])" if end == r"(?!\w)" else words,
        rf"{begin}{words}\s?$",
        rf"\s?{words}{end}",
        rf"\s?{any_of(language.numbers.halves)}{end}" if language.numbers.halves else "(?!)",
        rf"(?<!\w){any_of(language.dates.less)}(?!\w)" if language.dates.less else "(?!)",
        *_ranges(language),
        "|".join(sorted({before for _, (before, *_) in _spoken(language) if before})) or "(?!)",
    )
    minutes = {plain(phrase).text: many for phrase, many in language.dates.minutes.items()}
    return (
        parts,
        minutes,
        _words(language, (*parts, *minutes)),
        *(kept(re.compile(expression)) for expression in made),
    )


def _ranges(language: Pack) -> tuple[str, str]:
    """Return the expressions of the hour before and of the one after another, with what makes a range of both."""
    pairs = language.bounds.between
    to = any_of((*language.bounds.to, *(word for _, *seconds in pairs for word in seconds)))
    opened = any_of(first for first, *_ in pairs)
    link = rf"(?:\s*[-–—]\s*|\s+{to}\s+)"
    return (
        rf"(?<!\w){opened}\s+(?P<hour>{_HOUR}(?:[:.h]{_MINUTE})?)(?:\s[^\W\d]{{1,6}})?{link}$" if pairs else "(?!)",
        rf"{link}{_HOUR}(?:[:.h]{_MINUTE})?(?![:.,h]?[0-9])(?=\s*[^\w\s%€$£/-]|\s*$)",
    )


def _around_hours(language: Pack) -> set[str]:
    """Return what the language file says that stands before and after the hour."""
    return {piece.strip() for phrase in language.dates.clock for piece in plain(phrase).text.split("#")} - {""}


def _words(language: Pack, parts: Iterable[str]) -> tuple[str, ...]:
    """Return the words of times, without those that hold another and the letters beside a number."""
    own = {word.split()[0] for word in (*parts, *_around_hours(language)) if len(word) > 1}
    return tuple(sorted(word for word in own if not any(other in word for other in own - {word})))


def _sign(language: Pack) -> str:
    """Return the expression of hours and minutes, or of a letter beside a number."""
    short = {word for word in _around_hours(language) if len(word) == 1}
    spoken = rf"|[0-9]\s*{any_of(short)}|{any_of(short)}\s*[0-9]" if short else ""
    return rf"[0-9](?:\s?[:.h]\s?[0-5][0-9]){spoken}"


def _borders(words: Iterable[str]) -> tuple[str, str]:
    """Return what must stand before and after a word; scripts written without spaces have no borders of words."""
    if any(running(word[-1]) or word[-1] > "\u2e7f" for word in words):
        return r"(?<![a-z0-9.,:/-])", r"(?![a-z0-9])"
    return r"(?<![\w.,:/-])", r"(?!\w)"


def _parts(language: Pack) -> dict[str, str]:
    """Return the words for parts of the day in plain form."""
    found = {plain(word).text: name for name, words in language.dates.parts.items() for word in words}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for name, word in (language.locale.day_periods.get(context, {}).get(width) or {}).items():
                text = plain(str(word)).text.replace("\u00a0", " ")
                if len(text) > 1:
                    found.setdefault(text, _PARTS[name.rstrip("0123456789")])
    return {**_ENGLISH, **found}


def _spoken(language: Pack) -> list[tuple[str, list[str]]]:
    """Return the language's ways to say a time, and what stands around hour and minute in each, as expressions."""
    clocks = (*language.dates.clock, *(f"{phrase} #" for phrase in language.dates.minutes))
    own = sorted((plain(p).text for p in clocks), key=len, reverse=True)
    return [(pattern, re.escape(pattern).replace(r"\ ", r"\s*").split(r"\#")) for pattern in own]


def _shapes(language: Pack, parts: dict[str, str]) -> Iterator[str]:
    """Yield the expressions: 10:30, 10h30, "# p.m." and the like, and numbers with a part of the day after them."""
    units = {plain(phrase).text for phrase, _, _ in vocabulary(language.tag)}
    own_parts = {plain(word).text for words in language.dates.parts.values() for word in words}
    doubtful = units | (_ENGLISH.keys() - own_parts)  # "3 дня" is three days as well, "5 am" in German "5 on the"
    sure = [word for word, name in parts.items() if name != "night" and word not in doubtful]
    own = _spoken(language)
    begin, end = _borders((*parts, *(pattern.strip("# ") or "#" for pattern, _ in own)))
    yield rf"{BEFORE}{_HOUR}:{_MINUTE}\s?[-–—]\s?{_HOUR}:{_MINUTE}{AFTER}"
    if sure:
        yield rf"{begin}(?:{_NUMBER}\s?[-–—]\s?)?{_NUMBER}\s?{any_of(sure)}{end}"
    yield rf"{begin}{_FULL}\s?{any_of(parts)}{end}"
    yield rf"{BEFORE}{_HOUR}\s?h\s?{_MINUTE}(?!\w)"
    yield rf"{BEFORE}{_HOUR}:{_MINUTE}(?::{_MINUTE})?{AFTER}"
    minutes = any_of(
        phrase for phrase, unit, place in vocabulary(language.tag) if unit.id == _MINUTES and place != "before"
    )
    lengths = {plain(p).text for p, unit, _ in vocabulary(language.tag) if unit.id.startswith("duration-")}
    durations = any_of(lengths)
    following = any_of((*parts, *language.dates.day))
    ended = rf"(?=\s?(?:{minutes}|{following}){end}|\s*[^\w\s%]|\s*$)"
    more = rf"(?:\s?{_MINUTE}(?![0-9]|[.,][0-9]){ended}(?:\s?{minutes})?)?"  # "lúc 8 giờ 30 phút"
    for pattern, (hour, *minute) in own:
        if not minute:
            continue
        spoken = _NUMBER.join((hour, minute[0])) + "".join(_MINUTE + part for part in minute[1:])
        last = end if pattern[-1].isalnum() or pattern[-1] == "#" else ""
        lasting = rf"(?![:.,h]?[0-9])(?!\s?½?\s?{durations})" if pattern[-1] == "#" else ""  # "ใช้เวลา 2 ชั่วโมง"
        said = pattern.rpartition("#")[2].strip()
        longer = {word[len(said) :] for word in lengths if said and word.startswith(said) and word != said}
        unlike = rf"(?!{any_of(longer)})" if longer else ""  # "3時間" is no "3時"
        until = rf"(?:\s?[-–—]\s?{_FULL}(?![0-9]))?" if pattern[-1] == "#" else ""  # "pukul 07.00-09.00"
        yield rf"{begin}{spoken}{until}{unlike}{last}" + (more if pattern[-1].isalpha() else lasting)


def read_times(text: str, tag: str, digits: Sequence[tuple[int, int]]) -> list[Mark]:
    """Return the times of day of a plain text, in order; a part of the day beside a time belongs to it."""
    known = clock(tag)
    found: list[Mark] = []
    hours = [low for low, high in digits if high - low <= 2 and int(text[low:high]) <= _LAST_HOUR]
    if not hours:
        return found
    near = " ".join([text[max(0, at - _NEAR) : at + _NEAR] for at in hours]) if len(hours) <= _FEW else text
    if not [word for word in known.words if word in near] and not known.sign.search(text):
        return found
    for m in _found(known, text, max(0, hours[0] - _NEAR), hours[-1] + 2 * _NEAR):
        start, end = m.span()
        half = known.half.match(text, end)
        end, half = half.end() if half else end, half or known.half.search(m[0])
        inside = known.part.search(m[0])
        name = known.parts[" ".join(inside[0].split())] if inside else None
        if name is None and (after := known.part_after.match(text, end)):
            end, name = after.end(), known.parts[" ".join(after[0].split())]
        if name is None and (before := known.part_before.search(text[max(0, start - _REACH) : start])):
            name = known.parts[" ".join(before[0].split())]
            start -= len(before[0])
        read = _READ.findall(_spaced(known.less.sub(" - ", m[0])))
        minutes = sorted(_minutes(h, m2, name) for h, m2 in read[:2])
        if len(read) > 1 and known.less.search(m[0]):
            minutes = [_minutes(read[0][0], "", name) - int(read[1][0])]
        elif half and len(read) == 1 and not read[0][1]:
            minutes = [minutes[0] + _HALF_AN_HOUR]
        first = _READ.search(text, start)
        if first and (since := known.since.search(text[max(0, start - _REACH) : first.start()])):
            start = max(0, start - _REACH) + since.start("hour")
            if found and found[-1].end > start:
                found.pop()  # "de 21:00 a 5:00 horas"
            minutes += [_minutes(h, m2, name) for h, m2 in _READ.findall(since["hour"])]
        elif not text[end - 1].isalpha() and (until := known.until.match(text, end)):
            end = until.end()
            minutes += [_minutes(h, m2, name) for h, m2 in _READ.findall(until[0])]
        if minutes and known.minutes and (told := _LED.match(m[0])):
            more = known.minutes.get(" ".join(told[0].split()), 0)
            minutes = [each + more for each in minutes]
        if minutes:
            found.append(Mark(start, end, Kind.TIME, Quantity(Decimal(min(minutes)), Decimal(max(minutes)), UNIT)))
    return found


def _found(known: Clock, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what `shapes` find in a part of a text: all of them begin with a number or with `lead`."""
    places = [m.start() for m in _DIGITS.finditer(text, start, end)]
    at = start
    while found := known.lead.search(text, at, end):
        places.append(found.start())
        at = found.start() + 1
    for place in sorted(places):
        if place >= start and (m := known.shapes.match(text, place, end)):
            start = m.end()
            yield m


def _spaced(text: str) -> str:
    """Return a time with what stands between hour and minute as one sign: "8 giờ 30" is "8:30"."""
    return re.sub(r"(?<=[0-9])\s?[^\W\d]+[\u0900-\u0dff]*\s?(?=[0-5][0-9](?![0-9]))", ":", text)


def _minutes(hour: str, minute: str, part: str | None) -> int:
    """Return the minutes since midnight; hours above 12 are of the 24-hour clock whatever is said beside them."""
    h = int(hour) % 24
    if h <= 12 and part is not None:
        if part in {"am", "midnight"}:
            h %= 12
        elif part == "pm" or (part == "noon" and h <= 4) or (part == "night" and h > 5):
            h = h % 12 + (0 if part == "night" and h == 12 else 12)
    return h * 60 + int(minute or 0)
