"""The expressions that find dates in a language, put together from CLDR and the language file.

CLDR gives the month names, the order of day and month, the signs around the numbers ("2023年9月") and the words between
the parts ("5 de mayo de 2020"); the language file what newsrooms put around them. Groups: y, y2 years; m month number,
name month name; d day, d1 first day of several; q quarter; h half; decade; century; cal calendar; numeric separator.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from factcheck.language.numerals import number_words
from factcheck.language.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from babel import Locale

    from factcheck.language.sections import Dates, Pack, Words

ALONE = r"(?<![0-9])(?<![0-9][.,:/–—-])"  # no other number before
BEFORE = ALONE + "(?<![a-z$€£])"
AFTER = r"(?![0-9])(?![.,:/–—-]?[0-9])"
DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
MONTH = "(?:1[0-2]|0?[1-9])"
YEAR = "[12][0-9]{3}"
_NUMBER, _TWO_NUMBERS = "[0-9]", "[0-9][-/.][0-9]"
OF_NUMBERS = frozenset({YEAR, _TWO_NUMBERS, _NUMBER})  # signs that hold digits and what joins them alone
NUMBERS = (rf"(?P<y>{YEAR}", "(?P<y>[12][0-9]{2}0", rf"(?P<m>{MONTH}", "(?:(?P<d1>", f"(?P<d>{DAY}")
_NEWS_YEAR = "(?:1[3489][0-9]{2}|20[0-9]{2})"  # of a period without a dash: Gregorian or Jalali
_QUARTERS = range(1, 5)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DASH = r"\s?[-–—~〜～]\s?"
_UNJOINED = r"(?<![\u0900-\u0963\u0966-\u0dff])"  # not behind a vowel sign of India, which is no letter to Python
# Years that follow each other: "2024/25", and where years are ordinals "2024./2025."
_TO_NEXT = rf"(?:{_DASH}|\.?/|\.{_DASH}(?=[12][0-9]{{3}}))(?P<y2>{YEAR}|[0-9]{{2}})"

# An expression, and its signs: expressions of what all that it finds holds, as a month's name, a year, two numbers.
Sought: TypeAlias = "tuple[str, tuple[str, ...]]"


def month_names(language: Pack) -> dict[str, tuple[str, int]]:
    """Return the month names in plain form; those with digits in them ("tháng 9") are left to the expressions."""
    found: dict[str, tuple[str, int]] = {}
    stop = {plain(word).text for word in language.text.stop}
    for key, names in language.dates.months.items():
        calendar, _, number = key.rpartition("-")
        for name in names:
            found.setdefault(plain(name).text, (calendar or "gregorian", int(number)))
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in language.locale.months[context].get(width, {}).items():
                text = plain(name).text
                for spelled in {text, text.rstrip(".")}:
                    common = spelled != text and spelled in stop  # "ஆக." is August, "10 ஆக" is "to 10"
                    if len(spelled) > 1 and not common and not any(c.isdigit() for c in spelled):
                        found.setdefault(spelled, ("gregorian", number))
    return found


def _year_leads(language: Pack) -> bool:
    """Return whether dates begin with their year."""
    return str(language.locale.date_formats["long"].pattern).startswith("y")


def _uninflected(language: Pack, months: dict[str, tuple[str, int]]) -> list[str]:
    """Return the names of months that CLDR writes in dates, and those that are no other name with an ending."""
    written = {plain(str(name)).text for names in language.locale.months["format"].values() for name in names.values()}
    endings = {plain(ending).text for ending in language.text.suffixes}

    def inflected(name: str) -> bool:
        return any(
            months[one] == months[name] and name[len(one) :] in endings for one in months if name.startswith(one)
        )

    return [name for name in months if name in written or not inflected(name)]


def _as_cldr_has_them(language: Pack, months: dict[str, tuple[str, int]]) -> list[str]:
    """Return the names of months that CLDR has, and abbreviations: those without an ending of their own."""
    contexts = language.locale.months.values()
    known = {plain(name).text.rstrip(".") for each in contexts for wide in each.values() for name in wide.values()}
    if _year_leads(language):
        known.update(name for name in _uninflected(language, months) if months[name][0] != "gregorian")
    return [name for name in months if name.rstrip(".") in known or name.endswith(".")]


def quarters(language: Pack) -> dict[str, int]:
    """Return the words for first to fourth, and Roman and plain numbers."""
    words, numbers = number_words(language.tag), language.numbers
    after_mark = words.cardinals if numbers.ordinals_before else {}  # "第二"
    known = (language.dates.quarters, numbers.ordinals, words.ordinals, after_mark, _ROMAN)
    found = {plain(word).text: int(n) for table in reversed(known) for word, n in table.items() if n in _QUARTERS}
    return {**found, **{str(n): n for n in _QUARTERS}}


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


def year_sign(language: Pack) -> str:
    """Return the sign behind a year that stands before its month and day, "" where none does: "年"."""
    return _suffix(language.locale, "y", "y")


def _links(locale: Locale) -> tuple[str, ...]:
    """Return the words between the parts of a written-out date: "de"."""
    quoted = re.findall(r"'([^']+)'", str(locale.date_formats["long"].pattern))
    return tuple(sorted({word for word in quoted if word.strip().isalpha() and len(word) > 1}))


def date_links(language: Pack) -> tuple[str, ...]:
    """Return the words that may stand between the parts of a written-out date."""
    return (*_links(language.locale), *language.dates.links)


def _no_money(locale: Locale) -> str:
    """Return the expression of no money behind a year: "in the third quarter 1904 euros" names no year.

    Only CLDR's plurals tell, where a language has one of each name: "in March 2024 euro area inflation" is of a year.
    """
    plurals = locale._data["currency_names_plural"].values()  # noqa: SLF001  Babel has no public way to list them
    named = [(each["one"].split(), each["other"].split()) for each in plurals if each.keys() == {"one", "other"}]
    counted = {many for one, other in named for many in set(other) - set(one) if many.isalpha()}
    return rf"(?!\s{any_of(counted)}(?!\w))" if counted else ""


def date_expressions(language: Pack, months: dict[str, tuple[str, int]], calendars: dict[str, str]) -> Iterator[Sought]:
    """Yield the expressions in the order in which they are tried; `months` and `calendars` are their names."""
    words, links = language.dates, date_links(language)
    to = (*language.bounds.to, *(second for _, *rest in language.bounds.between for second in rest))
    joined = rf"(?:{_DASH}|\s+{any_of(to)}\s+)" if to else _DASH
    sign = _suffix(language.locale, "y", "y")
    year_word = _maybe((*words.year, *links))
    written = rf"{YEAR}|[4-7][0-9]" if "buddhist" in words.calendars else YEAR  # "12 ส.ค. 67"
    ended = rf"(?:\s?{sign})?(?![0-9]|[.,][0-9])" if sign else AFTER + _no_money(language.locale)
    year = rf"(?P<y>{YEAR if sign else written}){ended}"
    calendar = _calendar(calendars)
    day_word = _maybe(words.day)
    ordinal = rf"(?:\.|º|{any_of(language.numbers.ordinals_after)})?" if language.numbers.ordinals_after else r"\.?"
    day = rf"(?:(?P<d1>{DAY}){ordinal}(?:{joined}|\s?/\s?))?(?P<d>{DAY}){ordinal}(?![0-9])"
    link = rf"[\s,.\-/]*(?:{any_of(links)}\s+)?" if links else r"[\s,.\-/]*"

    yield rf"{BEFORE}(?P<y>{YEAR})([-/.])(?P<m>{MONTH})\2(?P<d>{DAY}){AFTER}", (_TWO_NUMBERS,)
    yield from _quarters_and_halves(language, year_word, year)
    yield from _spans(words, language.numbers.ordinals_after)
    if sign:
        if words.eras:
            era = rf"(?P<era>{any_of(words.eras)})\s?(?P<e>[0-9]{{1,3}})\s?{sign}"
            yield rf"{era}(?:\s?{_of_month(language, joined)})?", (_NUMBER,)
        yield from _signed(language, sign, joined)
    if words.before_month:
        named = any_of(words.before_month)
        month = rf"{named}\s*(?P<m>{MONTH})(?![0-9]|[.,][0-9]{{3}}(?![0-9]))"
        yield rf"{BEFORE}{day_word}{day}[\s,]*{month}(?:[\s,/.-]*{year_word}{year})?", (named,)
        yield rf"(?<!\w){month}(?:[\s,/.-]*{year_word}{year})?", (named,)
    if months:
        named = any_of(months)
        name = rf"(?P<name>{_UNJOINED}{named})"
        yield rf"{BEFORE}{day_word}{day}{link}{name}(?!\w)(?:{link}{year_word}{year}{calendar})?", (named,)
        year_first = tuple(_year_first(language, months, rf"{BEFORE}{year_word}{year}[\s,.]*", (named,)))
        if _year_leads(language):  # "2023. szeptember 14."
            yield from year_first
        if -1 < _skeleton(language.locale, "MMMd").find("m") < _skeleton(language.locale, "MMMd").find("d"):
            after = rf"(?![.,:][0-9])(?!\w)(?:\s*,?\s*{year})?"
            plainly = rf"(?P<name>{_UNJOINED}{any_of(_uninflected(language, months))})"
            yield rf"(?<!\w){plainly}\.?\s*(?:(?P<d1>{DAY}){joined})?(?P<d>{DAY}){ordinal}(?![0-9]){after}", (named,)
        yield rf"(?<!\w){name}\.?\s*(?P<d>{DAY}),\s*{year}", (named,)
        twice = rf"(?:\s?\({named}\))?"  # "أيار (مايو) 2023"
        yield rf"(?<!\w){name}{twice}{link}{year_word}{year}{calendar}", (named,)
        yield from (*_days_behind(words, rf"{BEFORE}{year}[\s,.]*", name, joined, named), *year_first)
        yield from _days_behind(words, r"(?<!\w)", name, joined, named)
    numeric = rf"(?:(?P<d1>{DAY}){joined})?(?P<d>{DAY})(?P<numeric>[/.-])(?P<m>{MONTH})"
    yield rf"{ALONE}{day_word}{numeric}(?P=numeric)(?P<y>{YEAR}|[0-9]{{2}}){AFTER}", (_TWO_NUMBERS,)
    if "d. M" in str(language.locale.date_formats["medium"].pattern):  # "15. 6. 2023"
        yield rf"{ALONE}{day_word}(?P<d>{DAY})\. ?(?P<m>{MONTH})\.(?: ?(?P<y>{YEAR}){AFTER}|(?!\s?[0-9]))", (_NUMBER,)
    if words.day:
        yield rf"(?<!\w){any_of(words.day)}\s*{numeric}{AFTER}", (_TWO_NUMBERS,)
    yield from _years(language, to, year_word, calendars)


def _year_first(
    language: Pack, months: dict[str, tuple[str, int]], led: str, named: tuple[str, ...]
) -> Iterator[Sought]:
    """Yield the expressions of a month behind its year, which `led` is: "2023'ün Mayıs ayında", "2023. május 5"."""
    of = rf"(?:'?{any_of(language.dates.of)}\s+)?" if language.dates.of else ""
    uninflected = any_of(_as_cldr_has_them(language, months))  # "2023 májusában 5 százalék" is no fifth of May
    several = rf"(?:(?P<d1>{DAY})\.?{_DASH})?(?P<d>{DAY})(?![0-9])"
    yield rf"{led}{of}(?P<name>{_UNJOINED}{uninflected})(?!\w)\s*{several}", named
    yield rf"{led}{of}(?P<name>{_UNJOINED}{any_of(months)})(?!\w)", named


def _days_behind(words: Dates, led: str, name: str, joined: str, named: str) -> Iterator[Sought]:
    """Yield the expression of a month and a day where newsrooms write them so and CLDR does not: "ஜூன் 14-ஆம் தேதி".

    It begins with `led`, which may be a year: "2024-cü il martın 5-də".
    """
    if words.days_behind:
        of = rf"(?:'?{any_of(words.of)}\s+)?" if words.of and led[-1] == "*" else ""
        ended = rf"(?=\s*{any_of(words.days_behind)}|\s*[^\w\s%€$£/:-]|:\s|\s[-–—]\s|\s*$)(?![.,:][0-9])"
        yield rf"{led}{of}{name}\s*(?:(?P<d1>{DAY}){joined})?(?P<d>{DAY})(?![0-9]){ended}", (named,)


def _years(language: Pack, to: Words, year_word: str, calendars: Collection[str]) -> Iterator[Sought]:
    """Yield the expressions of years with a month's number before them, of several years, and of other calendars."""
    calendar = _calendar(calendars)
    if dotted := [word for word in language.dates.year if word.startswith(".")]:  # "2024. gadā"
        yield rf"{BEFORE}(?P<y>{YEAR})(?:{_TO_NEXT})?{any_of(dotted)}(?!\w)", (YEAR,)
    if short := [word for word in language.dates.of if word.endswith(".")]:  # "2000 m.", which is no length
        yield rf"{BEFORE}(?P<y>{YEAR})(?:{_TO_NEXT})?\s?{any_of(short)}", (YEAR,)
    yield rf"{BEFORE}(?P<m>{MONTH})/(?P<y>{YEAR}){AFTER}", (YEAR,)
    endings = language.numbers.ordinals_after
    ended = rf"(?:-?{any_of(endings)}(?!\w)|(?!\s?%|\w))" if endings else r"(?!\s?%|\w)"  # "2022-23ஆம் ஆண்டில்"
    yield rf"{BEFORE}(?P<y>{YEAR}){_TO_NEXT}{AFTER}{ended}{calendar}", (YEAR,)
    for fiscal in map(any_of, ([word] for word in language.dates.fiscal)):
        yield rf"(?<!\w){fiscal}\s?(?P<y>{YEAR})(?:{_TO_NEXT})?{AFTER}(?!\w)", (rf"{fiscal}\s?[0-9]",)
    if to:
        last = rf"(?P<y2>{_NEWS_YEAR}){AFTER}(?!\s?%|\w)"
        yield rf"{BEFORE}(?P<y>{_NEWS_YEAR})\s+{any_of(to)}\s*{year_word}{last}{calendar}", (YEAR,)
    marks = (word for many in language.dates.calendars.values() for word in many)
    if leading := [word.partition("#")[0].strip() for word in marks if "#" in word]:
        yield rf"(?<!\w){any_of(leading)}\s*(?P<y>{YEAR})(?:{_TO_NEXT})?{AFTER}", (YEAR,)
    if calendars:
        written = YEAR if "bikram" in language.dates.calendars else "1[0-9]{3}|2[45][0-9]{2}"
        if "bikram" in language.dates.calendars:  # "०८१/८२"
            yield r"(?<![0-9])0(?P<y>[3-9][0-9])/0?(?P<y2>[0-9]{2})(?![0-9]|/)", (_TWO_NUMBERS,)
        yield rf"{BEFORE}(?P<y>{written})\s*(?P<cal>{any_of(calendars)})(?!\w)", (YEAR,)


def _calendar(calendars: Collection[str]) -> str:
    """Return the expression of what may mark the calendar of a year before it."""
    return rf"(?:\s*(?P<cal>{any_of(calendars)})(?!\w))?" if calendars else ""


def _quarters_and_halves(language: Pack, year_word: str, year: str) -> Iterator[Sought]:
    """Yield the expressions of quarters, and of halves and quarters in one letter whose year is said: "T3 2023"."""
    words = language.dates
    verbs = [word for word in language.roles.level if len(word) <= 4]  # "in the quarter was 1703 euros"
    linking = rf"(?!{any_of(verbs)}\s)[^\W\d_]{{1,4}}" if verbs else r"[^\W\d_]{1,4}"
    of_year = rf"[\s,/.-]*(?:{linking}\s+)?{year_word}{year}"
    short = _short_quarters(words)
    yield from _parts_of_years(language, "q", {*words.quarter} - short, f"(?:{of_year})?")
    yield from _parts_of_years(language, "q", short, of_year)  # "3 t" are tonnes
    yield from _parts_of_years(language, "h", words.half, of_year)


def _short_quarters(words: Dates) -> set[str]:
    """Return the letters that are quarters only where their year is said."""
    return {word for word in words.quarter if len(word) == 1 and word.isalpha() and "Q" != word.upper() < "\u2e80"}


def _parts_of_years(language: Pack, group: str, words: Collection[str], of_year: str) -> Iterator[Sought]:
    """Yield the expressions of quarters and halves: "quý II năm 2023", "second half of 2023", "2023年第二季度"."""
    if not words:
        return
    many = 4 if group == "q" else 2
    named, edge, first = any_of(words), _edge(words), _maybe(language.numbers.ordinals_before)
    counts = any_of(word for word, number in quarters(language).items() if number <= many)
    part = rf"(?P<{group}>{counts}"
    ended = r"(?:[.°]|-?[^\W\d_]{1,3}(?!\w))?" if edge else ""  # "2.", "2nd", "2-й"
    counted = rf"{first}{part}(?:{edge}|(?<=[1-{many}])){ended})\s*{named}{edge}"
    certain = "buddhist" not in language.dates.calendars
    dated = (YEAR,) if certain and not of_year.endswith(")?") else ()  # a year is said in all that is found
    of = rf"|\s?{any_of(language.dates.of)}" if language.dates.of else ""  # "2023ஆம் ஆண்டின் இரண்டாம் காலாண்டில்"
    year_first = rf"{BEFORE}(?P<y>{YEAR})\.?(?:\s?'?[^\s\d.,;:!?()]{{1,6}}{of})??\s?{counted}"
    yield year_first, (named + edge, *((YEAR,) if certain else ()))
    if language.dates.of:  # "pirmąjį 2024 m. ketvirtį"
        within = rf"\s+(?P<y>{YEAR})\s?{any_of(language.dates.of)}\s+"
        yield rf"(?<!\w){first}{part}){ended}{within}{named}{edge}", (named + edge, YEAR)
    percents = any_of((*language.units.percent, *language.numbers.scales))
    counting = rf"(?![0-9]|[.,][0-9]|\s*{percents})"  # "in the quarter 4.2 %"
    stop = {plain(word).text for word in language.text.stop}  # "tredje kvartal i år"
    behind = any_of(word for word, number in quarters(language).items() if number <= many and word not in stop)
    begin = "" if any(word[0] > "\u0e00" for word in words) else r"(?<!\w)"
    numbered = rf"{begin}{named}\s*{first}(?P<{group}>{behind})"
    yield rf"{numbered}{edge}{counting}{of_year}", (rf"{named}\s*{first}{behind}", *dated)
    yield rf"{'(?<!' + chr(92) + 'w)' if edge else ''}{counted}{of_year}", (named + edge, *dated)


def _spans(words: Dates, endings: Words) -> Iterator[Sought]:
    """Yield the expressions of decades and centuries; `endings` are those of ordinals in digits."""
    if words.decade:
        named = any_of(words.decade)
        decade, behind = rf"(?P<decade>{_UNJOINED}{named})", rf"0[.'-]{{0,2}}\s?{named}"
        long = [word for word in words.decade if len(word) > 1 or not word.isascii()]
        if long:  # "30-е годы", "90年代"
            yield rf"{BEFORE}(?P<y>[12][0-9]{{2}}0|[2-9]0)[.'-]?\s?(?P<decade>{any_of(long)}){_edge(long)}", (behind,)
        begin = "" if any(word[0] > "\u0e00" for word in words.decade) else r"(?<!\w)"
        yield rf"{begin}{decade}[\s-]+'?(?P<y>[12][0-9]{{2}}0|[2-9]0){AFTER}(?!\w)", (rf"{named}[\s-]+'?[0-9]",)
        yield rf"{BEFORE}(?P<y>[12][0-9]{{2}}0|(?<=')[2-9]0)'?-?{decade}(?!\w)", (behind,)
    if words.tens:
        ending = any_of(words.tens)
        decade, signs = rf"-?(?P<decade>{ending})(?!\w)", (rf"0-?{ending}",)
        yield rf"{BEFORE}(?P<y>[12][0-9]{{2}}0){decade}", signs
        yield rf"(?<!\w){any_of((*words.year, *words.decade))}\s+(?P<y>[2-9]0){decade}", signs  # "tahun 80-an"
    if words.century:
        edge, named = _edge(words.century), any_of(words.century)
        # "XIXe siècle", but not "vào thế kỷ 19", whose number is behind
        ended = f"{any_of(endings)}|" if endings else ""
        number = rf"(?P<century>[12]?[0-9]|(?<!\w)[ivx]{{1,5}}(?={ended}[\W_]|$))"
        yield rf"{BEFORE}{number}(?:[.°]|-?[^\s\d.,;:!?()]{{1,4}})?[\s-]?{named}{edge}", (named,)
        before = r"(?:[^\W\d_]{1,3}-|[^\W\d_]{1,3}\s(?=[ivx]{2}))?"  # "secolul al XIX-lea"
        ages = r"\s?[-–—]\s?(?:2[2-9]|[3-9][0-9])(?![0-9])"  # "w wieku 15-24 lat", at the age of; it is a century too
        yield rf"{named}[\s-]*{before}{number}(?![0-9]|[.,][0-9]|{ages}){edge}", (named,)


def _edge(words: Iterable[str]) -> str:
    """Return the end of an expression: no letter may follow, unless the script is written without spaces."""
    return "" if any(word[-1] > "\u0e00" for word in words) else r"(?!\w)"


def _day_signs(locale: Locale, to: Iterable[str], joined: str) -> tuple[str, str, str]:
    """Return the signs of days and months, and the expression of a day or several."""
    day = _suffix(locale, "d", "d")
    month = _suffix(locale, "M", "m") or _suffix(locale, "M", "l") or _suffix(locale, "MMMd", "m").rstrip("d")
    to = rf"(?:{joined}|\s?{any_of(to)}\s?)" if to else joined
    return day, month, rf"(?:(?P<d1>{DAY})(?:\s?{day})?{to})?(?P<d>{DAY})\s?{day}"


def _of_month(language: Pack, joined: str) -> str:
    _, month, days = _day_signs(language.locale, language.bounds.to, joined)
    return rf"(?P<m>{MONTH})\s?{month}(?:\s?{days})?"


def _signed(language: Pack, year: str, joined: str) -> Iterator[Sought]:
    """Yield the expressions of languages that write a sign after year, month and day: 2023年9月14日."""
    locale = language.locale
    day, month, days = _day_signs(locale, language.bounds.to, joined)
    of_month = _of_month(language, joined)
    if month and day:
        several = rf"(?P<m1>{MONTH})(?:\s?{month})?(?:{joined}|{any_of(language.bounds.to)})"
        yield rf"{BEFORE}(?P<y>{YEAR})\s?{year}\s?(?:{several})?{of_month}", (YEAR,)
        yield (
            rf"{BEFORE}(?P<m>{MONTH})(?:\s?{month})?(?:{joined}|{any_of(language.bounds.to)}){MONTH}\s?{month}",
            (_NUMBER,),
        )
        yield rf"{BEFORE}(?P<m>{MONTH})·(?P<d>{DAY})(?![0-9])", (_NUMBER,)  # "6·25"
    yield rf"{BEFORE}(?P<y>{YEAR})\s?(?:{year})?{_DASH}(?P<y2>{YEAR}|[0-9]{{2}})\s?{year}", (YEAR,)
    yield rf"{BEFORE}(?P<y>{YEAR})\s?{year}", (YEAR,)
    if month and day:
        yield BEFORE + of_month, (_NUMBER,)
        if language.dates.days_after:
            yield rf"{BEFORE}{days}(?!\s?{any_of(language.dates.days_after)})", (_NUMBER,)
