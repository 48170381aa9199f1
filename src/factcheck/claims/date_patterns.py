"""The expressions that find dates in a language, put together from CLDR and the language file.

CLDR gives the month names, the order of day and month, the signs around the numbers ("2023年9月") and the words between
the parts ("5 de mayo de 2020"); the language file what newsrooms put around them. Groups: y, y2 years; m month number,
name month name; d day, d1 first day of several; q quarter; h half; decade; century; cal calendar; numeric separator.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.claims.calendars import BARE
from factcheck.language.expressions import kept, ready
from factcheck.language.numerals import number_words
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from babel import Locale

    from factcheck.language.sections import Dates, Pack, Words

ALONE = r"(?<![0-9])(?<![0-9][.,:/–—-])"  # no other number before
BEFORE = ALONE + "(?<![a-z$€£])"
AFTER = r"(?![0-9])(?![.,:/–—-]?[0-9])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_MONTH = "(?:1[0-2]|0?[1-9])"
_YEAR = "[12][0-9]{3}"
_NUMBERS = (rf"(?P<y>{_YEAR}", "(?P<y>[12][0-9]{2}0", rf"(?P<m>{_MONTH}", "(?:(?P<d1>", f"(?P<d>{_DAY}")
_NEWS_YEAR = "(?:1[3489][0-9]{2}|20[0-9]{2})"  # of a period without a dash: Gregorian or Jalali
_QUARTERS = range(1, 5)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
OF_NUMBERS = frozenset({_YEAR, "[0-9][-/.][0-9]", "[0-9]"})  # signs that hold digits and what joins them alone
_DASH = r"\s?[-–—~〜～]\s?"
_TO_NEXT = rf"(?:{_DASH}|/)(?P<y2>{_YEAR}|[0-9]{{2}})"  # years that follow each other: "2024/25"


class Expression(NamedTuple):
    """An expression and where in a text it is worth trying.

    `signs` are the indices of the signs in `Patterns.signs` without each of which a text holds nothing that it finds.
    `begins` is "sign" or "number" where all that it finds begins with the first of them or with a number; where words
    may stand before the number ("on 14 May"), `led` is what follows them.
    """

    signs: tuple[int, ...]
    begins: str
    led: re.Pattern[str] | None
    whole: re.Pattern[str]


class Tried:
    """Expressions in the order in which they are tried, and which of them a text is worth trying."""

    def __init__(
        self, expressions: Iterable[Expression], signs: Sequence[re.Pattern[str]], months: Iterable[str]
    ) -> None:
        self._expressions = tuple(expressions)
        used = sorted({sign for one in self._expressions for sign in one.signs})
        self._numeric = [sign for sign in used if signs[sign].pattern in OF_NUMBERS]
        self._other = [sign for sign in used if signs[sign].pattern not in OF_NUMBERS]
        self._signs = signs
        named = any_of(months)
        self._named = next((sign for sign in used if signs[sign].pattern == named), -1)
        begun = {
            plain(name).text.split()[0] for name in months if name.strip()
        }  # without any of these no month is named
        self._begun = sorted(one for one in begun if not any(other in one for other in begun - {one}))
        self._known: dict[tuple[bool, ...], tuple[Expression, ...]] = {}

    def worth(self, text: str, first: int, last: int) -> tuple[Expression, ...]:
        """Return those of which a text holds all signs; its digits stand from `first` to `last`."""
        signs = self._signs
        seen = [signs[sign].search(text, first, last) is not None for sign in self._numeric]
        for sign in self._other:
            possible = sign != self._named or [one for one in self._begun if one in text]
            seen.append(bool(possible) and signs[sign].search(text) is not None)
        key = tuple(seen)
        found = self._known.get(key)
        if found is None:
            there = {sign for sign, is_there in zip([*self._numeric, *self._other], key, strict=True) if is_there}
            found = self._known[key] = tuple(one for one in self._expressions if there.issuperset(one.signs))
        return found


class Patterns(NamedTuple):
    """What a language needs to find dates; `expressions` are those for texts with digits.

    `roman` are those of them that find something in a text without any digit.
    `months` maps a name to calendar and number, `calendars` a marking word to a calendar, `quarters` a
    word to the number of a quarter; `native` is the calendar of
    bare years besides the Gregorian; `month_first`: 5/12 is the twelfth of May.
    """

    expressions: Tried
    roman: Tried
    signs: tuple[re.Pattern[str], ...]
    months: dict[str, tuple[str, int]]
    calendars: dict[str, str]
    eras: dict[str, int]
    quarters: dict[str, int]
    native: str
    month_first: bool


@lru_cache(maxsize=64)
def patterns(tag: str) -> Patterns:
    """Return the expressions of a language, compiled once."""
    base = base_of(tag)
    expressions, kept_signs, months, *rest = compiled("dates", base, lambda: _build(pack(base)))
    signs = tuple(map(ready, kept_signs))
    found = tuple(Expression(of, begins, led and ready(led), ready(one)) for of, begins, led, one in expressions)
    roman = (each for each in found if each.whole.groupindex.keys() & {"century", "q"})
    return Patterns(Tried(found, signs, months), Tried(roman, signs, months), signs, months, *rest)


def _build(language: Pack) -> tuple[Any, ...]:
    """Return the fields of `Patterns` as plain data."""
    months = month_names(language)
    calendars = {plain(w).text: name for name, words in language.dates.calendars.items() for w in words}
    native = next((name for name in BARE if name in language.dates.calendars), "")
    order = str(language.locale.date_formats["short"].pattern).lower()
    month_first = -1 < order.find("m") < order.find("d") < order.find("y")
    eras = {plain(name).text: before for name, before in language.dates.eras.items()}
    found = [(_signs(each, language, months), each) for each in _expressions(language, months, calendars)]
    signs = tuple(dict.fromkeys(sign for many, _ in found for sign in many))
    expressions = tuple(
        (tuple(map(signs.index, many)), *_beginning(each), kept(re.compile(each))) for many, each in found
    )
    kept_signs = tuple(kept(re.compile(sign)) for sign in signs)
    return expressions, kept_signs, months, calendars, eras, quarters(language), native, month_first


def quarters(language: Pack) -> dict[str, int]:
    """Return the words for first to fourth, and Roman and plain numbers."""
    words, numbers = number_words(language.tag), language.numbers
    after_mark = words.cardinals if numbers.ordinals_before else {}  # "第二"
    known = (language.dates.quarters, numbers.ordinals, words.ordinals, after_mark, _ROMAN)
    found = {plain(word).text: int(n) for table in reversed(known) for word, n in table.items() if n in _QUARTERS}
    return {**found, **{str(n): n for n in _QUARTERS}}


def _signs(expression: str, language: Pack, months: Iterable[str]) -> tuple[str, ...]:
    """Return the expressions of what all dates hold that an expression finds: a month's name, a year, two numbers."""
    words = language.dates
    if "(?P<name>" in expression:
        return (any_of(months),)
    if "(?P<decade>" in expression:
        decade = any_of(words.decade)
        return (rf"{decade}[\s-]+'?[0-9]" if rf"(?P<decade>{decade})[" in expression else rf"0[.'-]{{0,2}}\s?{decade}",)
    if "(?P<century>" in expression:
        return (any_of(words.century),)
    if "(?P<q>" in expression or "(?P<h>" in expression:
        return _signs_of_parts(expression, language)
    if words.before_month and any_of(words.before_month) + r"\s*(?P<m>" in expression:
        return (any_of(words.before_month),)
    if "(?P<numeric>" in expression or expression.startswith(rf"{BEFORE}(?P<y>{_YEAR})([-/.])"):
        return ("[0-9][-/.][0-9]",)
    if word := next((word for word in words.fiscal if expression.startswith(rf"(?<!\w){any_of([word])}")), ""):
        return (rf"{any_of([word])}\s?[0-9]",)
    by_year = expression.startswith((rf"{BEFORE}(?P<y>", rf"{BEFORE}(?P<m>{_MONTH})/(?P<y>"))
    return (_YEAR if by_year else "[0-9]",)


def _signs_of_parts(expression: str, language: Pack) -> tuple[str, ...]:
    """Return the signs of a quarter or a half (see `_parts_of_years`): its word, with the number behind, and a year."""
    words = language.dates
    short = _short_quarters(words)
    sorts = ({*words.quarter} - short, short, words.half)
    named = next(each for each in sorts if each and any_of(each) in expression)
    one = any_of(named) + _edge(named)
    if expression.startswith(rf"(?<!\w){any_of(named)}"):
        one = rf"{any_of(named)}\s*{_counting(language, 'q' if '(?P<q>' in expression else 'h')}"
    sure = "buddhist" not in words.calendars and not expression.endswith(")?")
    return (one, _YEAR) if sure else (one,)


def _beginning(expression: str) -> tuple[str, Any]:
    """Return `begins` and `led` of an expression."""
    if expression.startswith((r"(?<!\w)(?P<name>", r"(?<!\w)(?P<decade>")):
        return "sign", None
    border = next((border for border in (BEFORE, ALONE) if expression.startswith(border)), None)
    rest = "" if border is None else expression.removeprefix(border)
    if rest.startswith(_NUMBERS):
        return "number", None
    led = rest.partition(r")\s*)?")[2] if rest.startswith("(?:(?:") else ""  # see `_maybe`
    return "", kept(re.compile(led)) if led.startswith(_NUMBERS) else None


def month_names(language: Pack) -> dict[str, tuple[str, int]]:
    """Return the month names in plain form; those with digits in them ("tháng 9") are left to the expressions."""
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


def any_of(words: Iterable[str]) -> str:
    """Return an expression for any of the words, longest first."""
    forms = sorted({plain(w).text for w in words if w}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in forms) + ")"


def _maybe(words: Iterable[str]) -> str:
    """Return an expression for any of the words, or none of them, with the space after it."""
    forms = tuple(words)
    return rf"(?:{any_of(forms)}\s*)?" if forms else ""


def _skeleton(locale: Locale, name: str) -> str:
    return plain(str(getattr(locale.datetime_skeletons.get(name), "pattern", "") or "").replace("'", "")).text


def _suffix(locale: Locale, skeleton: str, letter: str) -> str:
    """Return the sign that CLDR writes after a field that stands alone, if it is no letter of an alphabet: "年"."""
    after = _skeleton(locale, skeleton).rpartition(letter)[2].strip(" .")
    return re.escape(after) if after and not after.isascii() and len(after) == 1 and after > "\u2e7f" else ""


def _links(locale: Locale) -> tuple[str, ...]:
    """Return the words between the parts of a written-out date: "de"."""
    quoted = re.findall(r"'([^']+)'", str(locale.date_formats["long"].pattern))
    return tuple(sorted({word for word in quoted if word.strip().isalpha() and len(word) > 1}))


def date_links(language: Pack) -> tuple[str, ...]:
    """Return the words that may stand between the parts of a written-out date."""
    return (*_links(language.locale), *language.dates.links)


def _expressions(language: Pack, months: dict[str, tuple[str, int]], calendars: dict[str, str]) -> Iterator[str]:
    words, links = language.dates, date_links(language)
    to = (*language.bounds.to, *(second for _, *rest in language.bounds.between for second in rest))
    joined = rf"(?:{_DASH}|\s+{any_of(to)}\s+)" if to else _DASH
    sign = _suffix(language.locale, "y", "y")
    year_word = _maybe((*words.year, *links))
    written = rf"{_YEAR}|[4-7][0-9]" if "buddhist" in words.calendars else _YEAR  # "12 ส.ค. 67"
    year = rf"(?P<y>{_YEAR})(?:\s?{sign})?(?![0-9]|[.,][0-9])" if sign else rf"(?P<y>{written}){AFTER}"
    calendar = rf"(?:\s*(?P<cal>{any_of(calendars)})(?!\w))?" if calendars else ""
    day_word = _maybe(words.day)
    ordinal = rf"(?:\.|º|{any_of(language.numbers.ordinals_after)})?" if language.numbers.ordinals_after else r"\.?"
    day = rf"(?:(?P<d1>{_DAY}){ordinal}(?:{joined}|\s?/\s?))?(?P<d>{_DAY}){ordinal}(?![0-9])"
    link = rf"[\s,.\-/]*(?:{any_of(links)}\s+)?" if links else r"[\s,.\-/]*"

    yield rf"{BEFORE}(?P<y>{_YEAR})([-/.])(?P<m>{_MONTH})\2(?P<d>{_DAY}){AFTER}"
    yield from _quarters_and_halves(language, year_word, year)
    yield from _spans(words, language.numbers.ordinals_after)
    if sign:
        if words.eras:
            era = rf"(?P<era>{any_of(words.eras)})\s?(?P<e>[0-9]{{1,3}})\s?{sign}"
            yield rf"{era}(?:\s?{_of_month(language, joined)})?"
        yield from _signed(language, sign, joined)
    if words.before_month:
        month = rf"{any_of(words.before_month)}\s*(?P<m>{_MONTH})(?![0-9]|[.,][0-9]{{3}}(?![0-9]))"
        yield rf"{BEFORE}{day_word}{day}[\s,]*{month}(?:[\s,/.-]*{year_word}{year})?"
        yield rf"(?<!\w){month}(?:[\s,/.-]*{year_word}{year})?"
    if months:
        name = rf"(?P<name>{any_of(months)})"
        yield rf"{BEFORE}{day_word}{day}{link}{name}(?!\w)(?:{link}{year_word}{year}{calendar})?"
        year_first = rf"{BEFORE}{year_word}{year}[\s,.]*{name}(?!\w)(?:\s*(?P<d>{_DAY})(?![0-9]))?"
        if str(language.locale.date_formats["long"].pattern).startswith("y"):  # "2023. szeptember 14."
            yield year_first
        if -1 < _skeleton(language.locale, "MMMd").find("m") < _skeleton(language.locale, "MMMd").find("d"):
            after = rf"(?![.,:][0-9])(?!\w)(?:\s*,?\s*{year})?"
            yield rf"(?<!\w){name}\.?\s*(?:(?P<d1>{_DAY}){joined})?(?P<d>{_DAY}){ordinal}(?![0-9]){after}"
        yield rf"(?<!\w){name}\.?\s*(?P<d>{_DAY}),\s*{year}"
        yield rf"(?<!\w){name}{link}{year_word}{year}{calendar}"
        yield year_first
    numeric = rf"(?:(?P<d1>{_DAY}){joined})?(?P<d>{_DAY})(?P<numeric>[/.-])(?P<m>{_MONTH})"
    yield rf"{ALONE}{day_word}{numeric}(?P=numeric)(?P<y>{_YEAR}|[0-9]{{2}}){AFTER}"
    if "d. M" in str(language.locale.date_formats["medium"].pattern):  # "15. 6. 2023"
        yield rf"{ALONE}{day_word}(?P<d>{_DAY})\. ?(?P<m>{_MONTH})\.(?: ?(?P<y>{_YEAR}){AFTER}|(?!\s?[0-9]))"
    if words.day:
        yield rf"(?<!\w){any_of(words.day)}\s*{numeric}{AFTER}"
    yield rf"{BEFORE}(?P<m>{_MONTH})/(?P<y>{_YEAR}){AFTER}"
    yield rf"{BEFORE}(?P<y>{_YEAR}){_TO_NEXT}{AFTER}(?!\s?%|\w){calendar}"
    yield from (rf"(?<!\w){any_of([word])}\s?(?P<y>{_YEAR})(?:{_TO_NEXT})?{AFTER}(?!\w)" for word in words.fiscal)
    if to:
        last = rf"(?P<y2>{_NEWS_YEAR}){AFTER}(?!\s?%|\w)"
        yield rf"{BEFORE}(?P<y>{_NEWS_YEAR})\s+{any_of(to)}\s*{year_word}{last}{calendar}"
    if calendars:
        yield rf"{BEFORE}(?P<y>1[0-9]{{3}}|2[45][0-9]{{2}})\s*(?P<cal>{any_of(calendars)})(?!\w)"


def _quarters_and_halves(language: Pack, year_word: str, year: str) -> Iterator[str]:
    """Yield the expressions of quarters, and of halves and quarters in one letter whose year is said: "T3 2023"."""
    words = language.dates
    of_year = rf"[\s,/.-]*(?:[^\W\d_]{{1,4}}\s+)?{year_word}{year}"
    short = _short_quarters(words)
    yield from _parts_of_years(language, "q", {*words.quarter} - short, f"(?:{of_year})?")
    yield from _parts_of_years(language, "q", short, of_year)  # "3 t" are tonnes
    yield from _parts_of_years(language, "h", words.half, of_year)


def _short_quarters(words: Dates) -> set[str]:
    """Return the letters that are quarters only where their year is said."""
    return {word for word in words.quarter if len(word) == 1 and word.isalpha() and "Q" != word.upper() < "\u2e80"}


def _counting(language: Pack, group: str) -> str:
    """Return the expression of what counts a quarter or a half: "first", "2"."""
    many = 4 if group == "q" else 2
    words = any_of(word for word, number in quarters(language).items() if number <= many)
    return f"{_maybe(language.numbers.ordinals_before)}{words}"


def _parts_of_years(language: Pack, group: str, named: Collection[str], of_year: str) -> Iterator[str]:
    """Yield the expressions of quarters and halves: "quý II năm 2023", "second half of 2023", "2023年第二季度"."""
    if not named:
        return
    many = 4 if group == "q" else 2
    edge, first = _edge(named), _maybe(language.numbers.ordinals_before)
    words = any_of(word for word, number in quarters(language).items() if number <= many)
    part = rf"(?P<{group}>{words}"
    ended = r"(?:[.°]|-?[^\W\d_]{1,3}(?!\w))?" if edge else ""  # "2.", "2nd", "2-й"
    counted = rf"{first}{part}(?:{edge}|(?<=[1-{many}])){ended})\s*{any_of(named)}{edge}"
    yield rf"{BEFORE}(?P<y>{_YEAR})(?:\s?'?[^\s\d.,;:!?()]{{1,6}})??\s?{counted}"
    yield rf"(?<!\w){any_of(named)}\s*{first}{part}){edge}(?![0-9]){of_year}"
    yield rf"{'(?<!' + chr(92) + 'w)' if edge else ''}{counted}{of_year}"


def _spans(words: Dates, endings: Words) -> Iterator[str]:
    """Yield the expressions of decades and centuries; `endings` are those of ordinals in digits."""
    if words.decade:
        decade = rf"(?P<decade>{any_of(words.decade)})"
        long = [word for word in words.decade if len(word) > 1 or not word.isascii()]
        if long:  # "30-е годы", "90年代"
            yield rf"{BEFORE}(?P<y>[12][0-9]{{2}}0|[2-9]0)[.'-]?\s?(?P<decade>{any_of(long)}){_edge(long)}"
        begin = "" if any(word[0] > "\u0e00" for word in words.decade) else r"(?<!\w)"
        yield rf"{begin}{decade}[\s-]+'?(?P<y>[12][0-9]{{2}}0|[2-9]0){AFTER}(?!\w)"
        yield rf"{BEFORE}(?P<y>[12][0-9]{{2}}0|(?<=')[2-9]0)'?-?{decade}(?!\w)"
    if words.century:
        edge, named = _edge(words.century), any_of(words.century)
        # "XIXe siècle", but not "vào thế kỷ 19", whose number is behind
        ended = f"{any_of(endings)}|" if endings else ""
        number = rf"(?P<century>[12]?[0-9]|(?<!\w)[ivx]{{1,5}}(?={ended}[\W_]|$))"
        yield rf"{BEFORE}{number}(?:[.°]|-?[^\s\d.,;:!?()]{{1,4}})?[\s-]?{named}{edge}"
        before = r"(?:[^\W\d_]{1,3}-|[^\W\d_]{1,3}\s(?=[ivx]{2}))?"  # "secolul al XIX-lea"
        yield rf"{named}[\s-]*{before}{number}(?![0-9]|[.,][0-9]){edge}"


def _edge(words: Iterable[str]) -> str:
    """Return the end of an expression: no letter may follow, unless the script is written without spaces."""
    return "" if any(word[-1] > "\u0e00" for word in words) else r"(?!\w)"


def _day_signs(locale: Locale, to: Iterable[str], joined: str) -> tuple[str, str, str]:
    """Return the signs of days and months, and the expression of a day or several."""
    day = _suffix(locale, "d", "d")
    month = _suffix(locale, "M", "m") or _suffix(locale, "M", "l") or _suffix(locale, "MMMd", "m").rstrip("d")
    to = rf"(?:{joined}|\s?{any_of(to)}\s?)" if to else joined
    return day, month, rf"(?:(?P<d1>{_DAY})(?:\s?{day})?{to})?(?P<d>{_DAY})\s?{day}"


def _of_month(language: Pack, joined: str) -> str:
    _, month, days = _day_signs(language.locale, language.bounds.to, joined)
    return rf"(?P<m>{_MONTH})\s?{month}(?:\s?{days})?"


def _signed(language: Pack, year: str, joined: str) -> Iterator[str]:
    """Yield the expressions of languages that write a sign after year, month and day: 2023年9月14日."""
    locale = language.locale
    day, month, days = _day_signs(locale, language.bounds.to, joined)
    of_month = _of_month(language, joined)
    if month and day:
        several = rf"(?P<m1>{_MONTH})(?:\s?{month})?(?:{joined}|{any_of(language.bounds.to)})"
        yield rf"{BEFORE}(?P<y>{_YEAR})\s?{year}\s?(?:{several})?{of_month}"
        yield rf"{BEFORE}(?P<m>{_MONTH})(?:\s?{month})?(?:{joined}|{any_of(language.bounds.to)}){_MONTH}\s?{month}"
        yield rf"{BEFORE}(?P<m>{_MONTH})·(?P<d>{_DAY})(?![0-9])"  # "6·25"
    yield rf"{BEFORE}(?P<y>{_YEAR})\s?(?:{year})?{_DASH}(?P<y2>{_YEAR}|[0-9]{{2}})\s?{year}"
    yield rf"{BEFORE}(?P<y>{_YEAR})\s?{year}"
    if month and day:
        yield BEFORE + of_month
        lasting = rf"(?!\s?{any_of(language.dates.days_after)})" if language.dates.days_after else ""
        if language.dates.days_after:
            yield BEFORE + days + lasting
