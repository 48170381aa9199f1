"""Percent, money and measures: the words and symbols that make a number a quantity of something.

Ids are those of `model.Quantity.unit`. CLDR names the units (UTS #35 part 6) and currencies; the language file adds
what newsrooms write; `resources/units.toml` says which of CLDR's units matter and which symbols every language has.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.claims.currencies import is_bare
from factcheck.language.currencies import currencies_of, namesakes
from factcheck.language.numerals import number_words
from factcheck.language.packs import pack, packs
from factcheck.language.remembered import NO_LANGUAGE, compiled
from factcheck.language.spelling import plain
from factcheck.model import Kind, Quantity
from factcheck.quantities import dimension, in_base_unit
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale

    from factcheck.language.sections import Pack


class Unit(NamedTuple):
    """A unit as a word of it says.

    `code`: the word counts in capitals only ("USD", "TRY"), `small`: in small letters only ("g": 4G are no grams);
    `bare`: other currencies are called so too ("$", "rupees"); `tight`: its signs stand together ("S$", "km²");
    `common`: a word of the language is written so too (the "ha" of Italian); `hundredth`: a hundredth part of it
    ("cents", basis points); of money its letter stands directly after the number ("99p"); `rated`: only where rates are
    told of ("0.5 points"); `tied`: only behind a hyphen ("18-годишен").
    """

    id: str
    kind: Kind
    code: bool = False
    tight: bool = False
    small: bool = False
    bare: bool = False
    hundredth: bool = False
    common: bool = False
    rated: bool = False
    tied: bool = False


PERCENT = Unit("percent", Kind.PERCENT)
POINT = Unit("percentage point", Kind.PERCENT)
PER_MILLE = Unit("per mille", Kind.PERCENT)  # read as per cent
NONE = Unit("", Kind.COUNT)  # said of words that only look like a unit
TIMES = Unit("times", Kind.MULTIPLE)
YEARS = Unit("duration-year", Kind.MEASURE)
_MILLION = 1_000_000
DEGREES = "temperature-generic"  # of a scale that the text does not name


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = compiled("units", NO_LANGUAGE, _listed)
    return found


def _listed() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(resource("units.toml").read_text("utf-8"))


@lru_cache(maxsize=64)
def vocabulary(tag: str) -> tuple[tuple[str, Unit, str], ...]:
    """Return phrases, units and places ("after", "before" or "both" of the number), the more trusted ones first."""
    return tuple(dict.fromkeys(_phrases(pack(tag))))


def _phrases(language: Pack) -> Iterator[tuple[str, Unit, str]]:
    words, locale = language.units, language.locale
    place = "both" if scale_first(language) else "after"  # "tani milioni 6.5"
    yield from ((phrase, POINT, place) for phrase in words.points)
    yield from ((phrase, POINT._replace(hundredth=True), place) for phrase in words.basis)
    yield from ((phrase, POINT._replace(rated=True), "after") for phrase in words.points_of_rates)
    yield from ((phrase, PERCENT, "after") for phrase in words.percent)
    yield from ((phrase, PERCENT, "before") for phrase in words.percent_before)
    yield from ((phrase, PER_MILLE, "after") for phrase in (*words.per_mille, "‰"))
    yield from ((sign, PERCENT, "both") for sign in ("%", "٪"))
    yield from ((phrase, TIMES, "after") for phrase in language.numbers.times)
    yield from ((phrase, TIMES, "before") for phrase in language.numbers.times_before)
    for code, phrases in words.money.items():
        yield from ((phrase, money(code, phrase, locale), "both") for phrase in phrases)
    for code, phrases in words.hundredths.items():
        yield from ((phrase, _hundredth(code, phrase), "after") for phrase in phrases)
    for unit, phrases in words.measures.items():
        yield from ((phrase.removeprefix("-"), _measure(unit, phrase), place) for phrase in phrases)
    for code, phrases in _table()["money"].items():
        yield from ((phrase, money(code, phrase, locale), "both") for phrase in phrases)
    stop = frozenset(language.text.stop)
    for unit, phrases in _table()["measures"].items():
        for phrase in phrases:
            yield phrase, _measure(unit, phrase)._replace(common=len(phrase) > 1 and phrase in stop), "after"
    yield from _cldr_measures(locale)
    for phrase, one, where in _cldr_money(locale):
        if not (one.code and phrase.lower() in stop and one.id not in words.money):  # "ALL", "ANG": all, the
            yield phrase, one, where
    if language.tag not in packs():
        yield from _own_money(locale)


def _cldr_measures(locale: Locale) -> Iterator[tuple[str, Unit, str]]:
    patterns = locale._data["unit_patterns"]  # noqa: SLF001  Babel has no public way to list them
    for name, pattern in (patterns.get("concentr-percent", {}).get("long") or {}).items():
        if name != "per" and isinstance(pattern, str):
            before, _, after = (part.strip() for part in pattern.partition("{0}"))
            yield from ((word, PERCENT, place) for word, place in ((before, "before"), (after, "after")) if word)
    for unit in patterns:
        if unit.partition("-")[0] not in _table()["cldr"]["categories"] or unit in _table()["cldr"]["without"]:
            continue
        for length in ("long", "short"):
            for name, pattern in (patterns[unit].get(length) or {}).items():
                if not isinstance(pattern, str) or name in {"per", "compound"} or "{0}" not in pattern:
                    continue
                before, _, after = (part.strip() for part in pattern.partition("{0}"))
                if length == "short" and _too_short(after or before):
                    continue
                if after and not before:
                    yield after, Unit(unit, Kind.MEASURE), "after"
                elif before and not after:
                    yield before, Unit(unit, Kind.MEASURE), "before"


def money(code: str, phrase: str, locale: Locale) -> Unit:
    """Return the unit that a phrase for a currency is."""
    single = len(phrase) == 1 and "A" <= phrase <= "Z"  # "P500", but not "p. 500"
    return Unit(code, Kind.MONEY, single, " " not in phrase and "$" in phrase, bare=is_bare(code, phrase, locale))


def _hundredth(code: str, phrase: str) -> Unit:
    single = len(phrase) == 1 and phrase.isalpha()
    return Unit(code, Kind.MONEY, small=single, bare=not single and len(namesakes(code)) > 1, hundredth=True)


def _measure(unit: str, phrase: str) -> Unit:
    single = len(phrase) == 1
    code, small = single and "A" <= phrase <= "Z", single and "a" <= phrase <= "z"
    return Unit(unit, Kind.MEASURE, code=code, small=small, tied=phrase.startswith("-"))


def _too_short(symbol: str) -> bool:
    """Return whether an abbreviation would be taken for a word or letter ("in", "г"); units.toml has the safe ones."""
    symbol = symbol.rstrip(".")
    return symbol.isalpha() and symbol < "\u2e80" and len(symbol) <= (2 if symbol.isascii() else 1)


_METALS = frozenset({"XAU", "XAG", "XPT", "XPD"})  # of ISO 4217, no money in news


def _cldr_money(locale: Locale) -> Iterator[tuple[str, Unit, str]]:
    english = pack("en").locale
    for symbols in (locale.currency_symbols, english.currency_symbols):
        for code, symbol in dict(symbols).items():
            if code not in {symbol, "XXX"} and not symbol.isalpha():
                yield symbol, money(code, symbol, locale), "both"
    names = locale._data["currency_names_plural"]  # noqa: SLF001  Babel has no public way to list them
    for code, name in dict(locale.currencies).items():
        if code and name and "(" not in str(name) and code not in _METALS:  # "5 gold, 4 silver" are medals
            yield str(name), Unit(str(code), Kind.MONEY), "after"
            for plural in (names.get(code) or {}).values():
                yield str(plural), Unit(str(code), Kind.MONEY), "after"
    for code in english.currencies:
        yield str(code), Unit(str(code), Kind.MONEY, code=True), "both"


def _own_money(locale: Locale) -> Iterator[tuple[str, Unit, str]]:
    """Yield the sign of the money where most speakers live, letters too ("R"), and what it is called for short."""
    from babel.core import get_global

    territory = str(get_global("likely_subtags").get(str(locale), "")).rpartition("_")[2]
    for code in currencies_of(territory)[:1]:
        symbol = str(locale.currency_symbols.get(code, code))
        yield symbol, Unit(code, Kind.MONEY, code=len(symbol) == 1 and symbol.isalpha()), "both"
        yield str(locale.currencies.get(code, code)).split()[-1], Unit(code, Kind.MONEY), "after"


def scale_first(language: Pack) -> bool:
    """Return whether magnitude words stand before their number: "milioni 5"."""
    millions = (pattern for size, pattern in _compact(language.locale) if size == _MILLION)
    return number_words(language.tag).scale_first or next(millions, "0")[0].isalpha()


def numbered_names() -> tuple[str, ...]:
    """Return the names, written alike in all languages, that a number belongs to: "Nord Stream" (2), "Windows" (11)."""
    return tuple(_table()["names"]["numbered"])


@cache
def subunit(unit: Unit) -> Unit | None:
    """Return the unit that a number without one has after another unit: the inches of "6 ft 6"."""
    found = _table()["subunits"].get(unit.id)
    return Unit(found[0], Kind.MEASURE) if found else None


def smaller_units(language: Pack) -> dict[str, dict[str, str]]:
    """Return the words that are a smaller unit directly after a larger one, by its id: the "in" of "6ft 6in"."""
    table = _table()
    listed: list[tuple[str, ...]] = [
        (larger, *words) for name in ("subunits", "smaller") for larger, words in table[name].items()
    ]
    for of, own in language.units.smaller.items():
        larger, _, small = of.partition(" ")
        listed.append((larger, small or larger, *own))
    found: dict[str, dict[str, str]] = {}
    for larger, small, *words in listed:
        found.setdefault(larger, {}).update({plain(word).text: small for word in words})
    return found


def times_smaller(unit: str, small: str) -> Decimal | None:
    """Return how many of the smaller unit make one of the other, or None if they do not measure the same."""
    if unit == small or dimension(unit) != dimension(small):
        return None
    one, part = (in_base_unit(Quantity(Decimal(1), Decimal(1), each)).low for each in (unit, small))
    if not one or not part:
        return None
    ratio = one / part
    return ratio if ratio == ratio.to_integral_value() else None


def paced(unit: Unit, pace: str) -> Unit:
    """Return the speed that a length is in so much time, the length itself if no speed is told so."""
    speed = f"speed-{unit.id.partition('-')[2]}-per-{pace}"
    return Unit(speed, Kind.MEASURE) if unit.id.startswith("length-") and speed in _table()["measures"] else unit


def compact_scales(locale: Locale) -> dict[str, int]:
    """Return CLDR's magnitude words ("million", "Mio.", "万") and what they multiply by."""
    found: dict[str, int] = {}
    for size, pattern in _compact(locale):
        zeros = pattern.count("0")
        word = pattern.replace("0", "").replace("\u200f", "").strip()
        if zeros and len(word.rstrip(".")) > (0 if word[:1] > "\u3000" else 1) and "¤" not in word:
            found.setdefault(word, size // 10 ** (zeros - 1))
    return found


def _compact(locale: Locale) -> Iterator[tuple[int, str]]:
    """Yield sizes and CLDR's patterns for numbers of that size, the longer ones first."""
    formats = locale._data["compact_decimal_formats"]  # noqa: SLF001  Babel has no public way to list them
    for length in ("long", "short"):
        for plural in (formats.get(length) or {}).values():
            for size, pattern in plural.items():
                yield int(size), str(getattr(pattern, "pattern", pattern)).replace("'", "")
