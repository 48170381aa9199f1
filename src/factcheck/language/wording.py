"""Claims and quantities in plain words, in any language that has words for it in `resources/wording`.

Numbers, units, currencies, months and names of magnitudes are written as CLDR has it (through Babel), in the language's
own digits; indicators, groups and counted things as the language files name them. Where there are no words, English is
used.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name
from babel.units import UnknownUnitError, format_unit, get_unit_name

from factcheck.language.locales import locale_of
from factcheck.language.packs import pack
from factcheck.language.writing import MOST_DIGITS, compact, decimal, in_digits
from factcheck.model import Kind, Period, Role
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from factcheck.model import Claim, Quantity

ENGLISH = "en"
_SCALES = (Decimal(10**12), Decimal(10**9), Decimal(10**6))
_WORDED = {"percent": "percent", "percentage point": "points", "times": "times"}  # units, and the words they have
_SUBJECTS = {Kind.COUNT, Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.MULTIPLE, Kind.ORDINAL, Kind.DATE, Kind.TIME}
_UNSAYABLE = ("...", "#", "/")  # signs of phrases that are patterns or abbreviations, and no names


@dataclass(frozen=True)
class Wording:
    """The words of one language: single ones, and tables of them."""

    tag: str
    plain: Mapping[str, str]
    tables: Mapping[str, Mapping[str, str]]

    def __getitem__(self, name: str) -> str:
        return self.plain[name]


def wordings() -> tuple[str, ...]:
    """Return the tags of the languages that claims can be told in, sorted."""
    return tuple(sorted(path.stem for path in resource("wording").glob("*.toml")))


@cache
def wording(tag: str) -> Wording:
    """Return the words of a language, those of English where it has none."""
    path = resource("wording") / f"{tag}.toml"
    if not path.exists():
        return wording(ENGLISH)
    data = tomllib.loads(path.read_text("utf-8"))
    plain = {name: value for name, value in data.items() if isinstance(value, str)}
    return Wording(tag, plain, {name: value for name, value in data.items() if isinstance(value, dict)})


@lru_cache(maxsize=8192)
def named(section: str, name: str, language: str) -> str:
    """Return how a language names an id of an indicator, group, counted thing or base ("per"); the id where not.

    `section` is that of the language files. An indicator narrowed by a subject ("rice output") is told by both.
    """
    if language == ENGLISH and section != "per":
        return name  # ids are plain English
    if own := wording(language).tables.get("names", {}).get(name):
        return own
    known = pack(language)
    phrases = (phrase for phrase in getattr(known, section).get(name, ()) if not any(s in phrase for s in _UNSAYABLE))
    if found := next(phrases, None):
        return str(found)
    if section == "indicators":
        for at in (n for n, letter in enumerate(name) if letter == " "):
            subject, indicator = name[:at], name[at + 1 :]
            if subject in known.subjects and indicator in known.indicators:
                what = named("indicators", indicator, language)
                return wording(language)["narrowed"].format(what=what, subject=named("subjects", subject, language))
    return name


def place_name(place: str, language: str) -> str:
    """Return how a language names a well-known place; others stay as written."""
    return next(iter(pack(language).places.known.get(place, ())), place)


def number(value: Decimal, language: str = ENGLISH) -> str:
    """Return a value as a reader of the language writes it: 4.21, 16,700, 524 billion."""
    with localcontext(prec=MOST_DIGITS):
        for scale in _SCALES:
            if abs(value) >= scale and (value / scale * 1000) % 1 == 0:
                if language == ENGLISH:
                    word = {12: "trillion", 9: "billion", 6: "million"}[scale.adjusted()]
                    return f"{_grouped(value / scale, 3)} {word}"
                return compact(value, language)
        if language == ENGLISH:
            return _grouped(value, 12)
        return decimal(value, language, "#,##0.############")


def _grouped(value: Decimal, most: int) -> str:
    """Return a value with groups of three digits and at most so many decimals, as CLDR's pattern for English."""
    return f"{value:,.{most}f}".rstrip("0").rstrip(".")


def unit_name(unit: str | None, language: str = ENGLISH) -> str:
    """Return the name of a unit: "%", "US dollars", "metres"; "" for a bare count."""
    if unit is None:
        return ""
    if unit in _WORDED:
        return wording(language)[_WORDED[unit]].format(x="").strip()
    if len(unit) == 3 and unit.isupper():
        return str(get_currency_name(unit, count=2, locale=language))
    try:
        return str(get_unit_name(unit, locale=language) or _own_name(unit, language))
    except (UnknownUnitError, UnknownLocaleError):
        return _own_name(unit, language)


def _own_name(unit: str, language: str) -> str:
    """Return what a unit that CLDR does not name is called: by its language, by a sign ("GWh"), or by its id."""
    words = pack(language).units.measures.get(unit) or _signs().get(unit)
    return words[0] if words else unit.partition("-")[2].replace("-", " ") or unit


@cache
def _signs() -> dict[str, list[str]]:
    signs: dict[str, list[str]] = tomllib.loads(resource("units.toml").read_text("utf-8"))["measures"]
    return signs


@lru_cache(maxsize=1 << 14)
def show(quantity: Quantity, language: str = ENGLISH) -> str:
    """Return a quantity in plain words: "4.21 %", "more than 524 billion VND", "4 to 5 %", "about 20"."""
    say = wording(language)
    if quantity.low is not None and quantity.high is not None:
        text = number(quantity.low, language)
        if quantity.low != quantity.high:
            text = say["range"].format(x=text, y=number(quantity.high, language))
    elif quantity.low is not None:
        text = say["more"].format(x=number(quantity.low, language))
    elif quantity.high is not None:
        text = say["less"].format(x=number(quantity.high, language))
    else:
        return say["some"]
    text = _with_unit(text, quantity, say)
    return say["about"].format(x=text) if quantity.approximate else text


def when(period: Period, language: str) -> str:
    """Return a period as a reader writes it: "2023", "2021 to 2023", "May 2023", "14 May 2023", "since 2020"."""
    say, start, end = wording(language), period.start, period.end
    if start is None or end is None:
        known = start or end
        if known is None:
            return ""
        return say["since" if start else "until"].format(x=_edge(known, language, first=start is not None))
    if start == end:
        return in_digits(str(format_date(start, "long", locale=language)), language)
    if period == Period.of_month(start.year, start.month):
        return in_digits(str(format_date(start, "MMMM y", locale=language)), language)
    one, other = _edge(start, language, first=True), _edge(end, language, first=False)
    return one if one == other else say["range"].format(x=one, y=other)


def _edge(day: date, language: str, *, first: bool) -> str:
    whole = (day.month, day.day) == ((1, 1) if first else (12, 31))
    told = str(day.year) if whole else str(format_date(day, "long", locale=language))
    return in_digits(told, language)


def _period(period: Period, language: str) -> str:
    """Return a period in few signs in English ("2021/2023"), where these are usual; else in words ("since 2020")."""
    usual = language == ENGLISH and period.start is not None and period.end is not None
    return str(period) if usual else when(period, language)


def moment(claim: Claim, language: str = ENGLISH) -> str:
    """Return what a claim states in plain words: a quantity as `show`, a date as "2023-05-14" or "12 June", "16:40".

    The score of a game is told with the smaller number first ("2-3"), since texts put either side first.
    """
    value = claim.quantity.exact
    if claim.kind is Kind.DATE and claim.scope.period:
        return _period(claim.scope.period, language)
    if claim.quantity.unit == "month-day" and value is not None:
        names = locale_of(language).months["format"]["wide"]
        month, day = names.get(int(value) // 100, ""), int(value) % 100
        return in_digits(f"{day} {month}" if day else str(month), language)
    if claim.quantity.unit == "time-of-day" and value is not None:
        return in_digits(f"{int(value) // 60}:{int(value) % 60:02}", language)
    if claim.kind in {Kind.DATE, Kind.PHONE} and value is not None:
        return in_digits(f"{value:f}", language)
    if claim.kind is Kind.SCORE:
        return in_digits("-".join(f"{value:f}" for value in claim.quantity.values), language)
    return show(claim.quantity, language)


def moments(a: Claim, b: Claim, language: str = ENGLISH) -> tuple[str, str]:
    """Return what two claims state, as `moment`; a bare number beside a date is a year and not grouped ("1997")."""

    def said(claim: Claim, other: Claim) -> str:
        value = claim.quantity.exact
        year = claim.kind is Kind.COUNT and other.kind is Kind.DATE and value is not None
        return in_digits(f"{value:f}", language) if year else moment(claim, language)

    return said(a, b), said(b, a)


def _with_unit(text: str, quantity: Quantity, say: Wording) -> str:
    unit, language = quantity.unit, say.tag
    if unit is None:
        return text
    if unit in _WORDED:
        return say[_WORDED[unit]].format(x=text)
    if len(unit) == 3 and unit.isupper():
        return say["money"].format(x=text, code=unit, name=unit_name(unit, language))
    # the plural is that of the value; a form without a number in it ("two metres" in Arabic) says it all
    value = Decimal(1) if quantity.exact == 1 else quantity.values[-1] if language != ENGLISH else Decimal(2)
    with localcontext(prec=MOST_DIGITS):
        pattern = _pattern(value, unit, language)
        said = format_decimal(value, locale=language, numbering_system="default")
    if pattern is None:
        return f"{text} {_own_name(unit, language)}"
    if said not in pattern and quantity.exact is None:
        return f"{text} {unit_name(unit, language)}"
    return pattern.replace(said, text, 1)


def _pattern(value: Decimal, unit: str, language: str) -> str | None:
    """Return a value with its unit as CLDR writes it, in full or else in short; None where it knows neither."""
    try:
        for length in ("long", "short"):
            told = str(format_unit(value, unit, length, locale=language, numbering_system="default"))
            if unit not in told:  # as Babel tells what has no name of this length
                return told
    except (UnknownUnitError, UnknownLocaleError, ValueError):
        pass
    return None


_ANYBODY = "people"  # whom nearly all that is counted is of: "flood deaths" need no more


def subject(claim: Claim, language: str = ENGLISH) -> list[str]:
    """Return what a claim is about: "Poverty rate", "ethnic minorities", "Ninh Thuan"; the period is not in it."""
    scope = claim.scope
    kind = claim.kind.value if claim.kind in _SUBJECTS else "figure"
    if scope.indicator:
        told = named("indicators", scope.indicator, language)
    elif scope.noun:
        told = named("nouns", scope.noun, language)
    else:
        told = wording(language).tables["kinds"][kind]
    parts = [told[:1].upper() + told[1:]]
    if scope.indicator and scope.noun and scope.noun != _ANYBODY and scope.noun not in scope.indicator:
        parts.append(named("nouns", scope.noun, language))
    if scope.group:
        parts.append(named("groups", scope.group, language))
    if scope.place:
        parts.append(place_name(scope.place, language))
    return parts


def describe(claim: Claim, language: str = ENGLISH) -> str:
    """Return what a claim is about: "Poverty rate, ethnic minorities, Ninh Thuan, 2021/2023, fall per year"."""
    scope, say = claim.scope, wording(language)
    parts = subject(claim, language)
    if scope.period:
        parts.append(_period(scope.period, language))
    moves = say.tables["moves"]
    move = moves[claim.direction.value if claim.direction else "change"]
    pace = _pace(scope.per, language)
    if claim.role is Role.CHANGE:
        parts.append(move + pace)
    elif claim.role is Role.TARGET:
        parts.append(f"{moves['target']} ({move}{pace})" if claim.direction and scope.per else moves["target"] + pace)
    elif pace:
        parts.append(pace.strip())
    return listed(parts, language)


def listed(parts: Iterable[str], language: str) -> str:
    """Return a list as a language writes it: "a, b", "a، b"."""
    return wording(language)["list"].format(x="\0", y="\0").strip("\0").join(parts)


def _pace(per: str | None, language: str) -> str:
    if not per:
        return ""
    return f" per {per}" if language == ENGLISH else f" {named('per', per, language)}"
