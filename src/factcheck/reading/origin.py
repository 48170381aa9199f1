"""Where an article comes from: its title, its address and its day of publication, as far as the text says."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.folding import fold
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.language.packs import Pack
    from factcheck.model import Passage

LONGEST_TITLE = 120  # code points
_TOP = 12  # passages at the top in which the date of publication may stand
_LONGEST_DATELINE = 160  # code points

_URL = re.compile(r"https?://[^\s<>\"'«»“”]+", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?!\d)")
_WORDED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\.? (?:de )?(?P<month>[^\W\d]+)\.?,? (?:de )?(?P<year>\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})(?!\d)")


def title(text: str, passages: Sequence[Passage]) -> str:
    """Return the first heading, or the first line of the article if no heading comes before it, cut at a word."""
    own = [one for one in passages if one.kind in {PassageKind.HEADING, PassageKind.SENTENCE}]
    first = own[0] if own else passages[0] if passages else None
    if first is None:
        return ""
    words = " ".join(text[first.span.start : first.span.end].split()).lstrip("#•*- ").strip()
    if len(words) <= LONGEST_TITLE:
        return words
    cut = words.rfind(" ", LONGEST_TITLE // 2, LONGEST_TITLE)
    return words[: cut if cut > 0 else LONGEST_TITLE - 1].rstrip(" ,;:،؛") + "…"


def url(text: str, passages: Sequence[Passage]) -> str | None:
    """Return the address in the first source line of the page, or None; links in sentences are not the article's."""
    for passage in passages:
        if passage.kind is PassageKind.BOILERPLATE:
            found = _URL.search(text, passage.span.start, passage.span.end)
            if found:
                return found.group().rstrip(".,;)]")
    return None


def published(text: str, passages: Sequence[Passage], tag: str) -> date | None:
    """Return the day of publication from a date line near the top, or None.

    Also None where the language's regions do not agree whether the day or the month comes first.
    """
    for passage in passages[:_TOP]:
        line = text[passage.span.start : passage.span.end]
        if passage.kind is PassageKind.BOILERPLATE and len(line) <= _LONGEST_DATELINE:
            found = read_date(fold(line), tag)
            if found:
                return found
    return None


def read_date(folded: str, tag: str) -> date | None:
    """Return the one date in a folded line, in figures or with a month's name of the language; else None."""
    for found in _NUMERIC.finditer(folded):
        first, middle, last = int(found[1]), int(found[3]), int(found[4])
        if len(found[1]) == 4:
            return _date(first, middle, last)
        if len(found[4]) == 4:
            order = _order(tag)
            if first > 12 or (order == "dm" and middle <= 12) or first == middle:
                return _date(last, middle, first)
            if middle > 12 or order == "md":
                return _date(last, first, middle)
    months = _months(tag)
    for pattern in (_WORDED, _MONTH_FIRST):
        for found in pattern.finditer(folded):
            if found["month"] in months:
                return _date(int(found["year"]), months[found["month"]], int(found["day"]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where there is no such day or no newspaper put itself on the web."""
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if 1990 <= year <= 2100 else None


@cache
def _order(tag: str) -> str:
    """Return "dm" or "md" as CLDR's short date has it in most regions of the language, "" where they disagree."""
    from babel.localedata import locale_identifiers

    base = tag.split("-", maxsplit=1)[0]
    names = [name for name in locale_identifiers() if name.split("_")[0] == base]
    counted = Counter(_short_order(name) for name in names if _short_order(name))
    if not counted or _short_order(base) not in {"", counted.most_common(1)[0][0]}:
        return ""
    return counted.most_common(1)[0][0]


def _short_order(name: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        pattern = str(Locale.parse(name).date_formats["short"].pattern).lower()
    except (UnknownLocaleError, ValueError):
        return ""
    day, month = pattern.find("d"), pattern.find("m")
    return "" if day < 0 or month < 0 or pattern.startswith("y") else "dm" if day < month else "md"


@cache
def _months(tag: str) -> dict[str, int]:
    """Return CLDR's month names of the language, folded, and their numbers."""
    base = base_of(tag)
    return dict(compiled("months", base, lambda: _named_months(pack(base))))


def _named_months(language: Pack) -> dict[str, int]:
    widths = language.locale.months["format"]
    return {
        fold(name).rstrip("."): int(number)
        for width in ("abbreviated", "wide")
        for number, name in widths[width].items()
    }
