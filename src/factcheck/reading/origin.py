"""What is known of an article, and where from: title, author, outlet, day of publication, address, language.

Of several that tell the same the first in `ORDER` is believed. The day of a file is a fact of its own: it tells when a
copy was saved, and taken for the day of publication it would move "last year" to another year.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.language.folding import fold
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.model import PassageKind
from factcheck.reading.formats.content import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.language.sections import Pack
    from factcheck.model import Passage

# Where a fact may be from, the most trusted first. What the person says stands above all, in `Document.language`.
ORDER = (
    "column",  # of a table
    "feed",
    "mail header",
    "json-ld",
    "meta",  # tags of a web page: Open Graph, Dublin Core ...
    "time element",
    "heading",  # the only <h1> of a page
    "date line", "source line", "text",  # of the article
    "document properties",  # of PDF, Word, OpenDocument, RTF, EPUB
    "page title",
    "markup",
    "saved page", "crawl",  # where the page was fetched from
    "crawl day",
    "file name",
    "file",  # its day, or that of the file in an archive: when it was saved, and nothing else
)  # fmt: skip
_RANK = {source: rank for rank, source in enumerate(ORDER)}

_SHOWN = ("author", "outlet", "title", "url")
_UNKNOWN = ("", "")

LONGEST_TITLE = 120  # code points
_ARTICLE = frozenset({PassageKind.HEADING, PassageKind.SENTENCE})
_TOP = 12  # passages at the top in which the date of publication may stand
_LONGEST_DATELINE = 160  # code points

_URL = re.compile(r"https?://[^\s<>\"'«»“”]+", re.IGNORECASE)
_ISO = re.compile(r"(?<![^\W_])((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?![^\W_])")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?!\d)")
_WORDED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\.? (?:de )?(?P<month>[^\W\d]+)\.?,? (?:de )?(?P<year>\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})(?!\d)")
# The year first: "2024 m. kovo 12 d.", "2024. március 12.", "2024. gada 12. martā", "2024年3月12日".
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})\.?(?: [^\W\d]{1,5}\.?)? (?P<month>[^\W\d]+)\.? (?P<day>\d{1,2})(?!\d)"
)
_MONTH_LAST = re.compile(r"(?<!\d)(?P<year>\d{4})\. [^\W\d]+ (?P<day>\d{1,2})\. (?P<month>[^\W\d]+)")
_SIGNED = re.compile(r"(?<!\d)(\d{4})[^\W\d] ?(\d{1,2})[^\W\d] ?(\d{1,2})[^\W\d]")


class Known(NamedTuple):
    """What is known of an article; `origins` are pairs of a field and its source."""

    title: str
    published: date | None
    url: str | None
    author: str
    outlet: str
    origins: tuple[tuple[str, str], ...]
    saved: date | None = None


def known(text: str, passages: Sequence[Passage], tag: str, facts: Sequence[Fact], name: str = "") -> Known:
    """Return what is known of an article in the language `tag`: by its file (`facts`), its text, the file's `name`."""
    found = _believed([*facts, Fact("title", title(text, passages), "text")]) if facts else {}
    if not facts and (own := title(text, passages)):
        found["title"] = (own, "text")
    day, day_source = _day(text, passages, tag, facts, name)
    address = url(text, passages)
    if address and "url" not in found:
        found["url"] = (address, "source line")
    origins = [(field, found[field][1]) for field in _SHOWN if field in found]
    if day:
        origins.append(("published", day_source))
    return Known(
        found.get("title", _UNKNOWN)[0],
        day,
        found["url"][0] if "url" in found else None,
        found.get("author", _UNKNOWN)[0],
        found.get("outlet", _UNKNOWN)[0],
        tuple(sorted(origins)),
        date.fromisoformat(found["saved"][0]) if "saved" in found else None,
    )


def _believed(facts: Sequence[Fact]) -> dict[str, tuple[str, str]]:
    """Return the value of each field and its source, the most trusted of several."""
    found: dict[str, tuple[str, str]] = {}
    for fact in sorted(facts, key=lambda one: _RANK[one.source]):
        value = _shown(fact) if fact.name != "published" else fact.value
        if value and (fact.name != "url" or _URL.fullmatch(value)):
            found.setdefault(fact.name, (value, fact.source))
    return found


def told_language(facts: Sequence[Fact]) -> str | None:
    """Return the language that a table or feed names for an article, if CLDR knows it; pages are not believed."""
    for fact in facts:
        if fact.name == "language" and fact.source == "column":
            from babel import Locale, UnknownLocaleError

            try:
                return str(Locale.parse(fact.value.strip().replace("_", "-"), sep="-").language)
            except (UnknownLocaleError, ValueError):
                return None
    return None


def _day(text: str, passages: Sequence[Passage], tag: str, facts: Sequence[Fact], name: str) -> tuple[date | None, str]:
    """Return the day of publication and its source, the first that can be read."""
    days = [(fact.source, fact.value) for fact in facts if fact.name == "published"] if facts else ()
    for source, value in sorted(days, key=lambda pair: _RANK[pair[0]]) if days else ():
        if _RANK[source] > _RANK["date line"] and (own := published(text, passages, tag)):
            return own, "date line"
        if found := read_date(fold(value), tag):
            return found, source
    if own := published(text, passages, tag):
        return own, "date line"
    stem = _ISO.search(name) if name else None
    return (_date(*map(int, stem.groups())), "file name") if stem else (None, "")


def _shown(fact: Fact) -> str:
    """Return the value of a fact in a line of bearable length."""
    value = " ".join(fact.value.split())
    return _cut(value) if fact.name in {"title", "author", "outlet"} else value


def title(text: str, passages: Sequence[Passage]) -> str:
    """Return the first heading, or the first line of the article if no heading comes before it, cut at a word."""
    if not passages:
        return ""
    first = next((one for one in passages if one.kind in _ARTICLE), passages[0])
    return _cut(" ".join(text[first.span.start : first.span.end].split()).lstrip("#•*- ").strip())


def _cut(words: str) -> str:
    if len(words) <= LONGEST_TITLE:
        return words
    cut = words.rfind(" ", LONGEST_TITLE // 2, LONGEST_TITLE)
    return words[: cut if cut > 0 else LONGEST_TITLE - 1].rstrip(" ,;:،؛") + "…"


def url(text: str, passages: Sequence[Passage]) -> str | None:
    """Return the address in the first source line of the page, or None; links in sentences are not the article's.

    Nor is any of several addresses in lines that follow one another: those are what a digest draws on.
    """
    listed: set[str] = set()
    for passage in passages:
        own = (passage.span.start, passage.span.end) if passage.kind is PassageKind.BOILERPLATE else (0, 0)
        found = {each.group().rstrip(".,;)]") for each in _URL.finditer(text, *own)}
        if listed and not found:
            break
        listed |= found
    return listed.pop() if len(listed) == 1 else None


def published(text: str, passages: Sequence[Passage], tag: str) -> date | None:
    """Return the day of publication from a date line near the top, or None.

    Also None where the language's regions do not agree whether the day or the month comes first.
    """
    for passage in passages[:_TOP]:
        if passage.kind is PassageKind.BOILERPLATE:
            line = text[passage.span.start : passage.span.end]
            if len(line) <= _LONGEST_DATELINE and (found := read_date(fold(line), tag)):
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
    if signed := _SIGNED.search(folded):
        return _date(int(signed[1]), int(signed[2]), int(signed[3]))
    for pattern in (_WORDED, _MONTH_FIRST, _YEAR_FIRST, _MONTH_LAST):
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
    base = base_of(tag)
    return str(compiled("order", base, lambda: _most_common_order(base)))


def _most_common_order(base: str) -> str:
    from babel.localedata import locale_identifiers

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
    """Return the names of the months in the language, folded, and their numbers."""
    base = base_of(tag)
    return dict(compiled("months", base, lambda: _named_months(pack(base))))


def _named_months(language: Pack) -> dict[str, int]:
    widths = language.locale.months["format"]
    listed = ((name, int(number)) for width in ("abbreviated", "wide") for number, name in widths[width].items())
    own = ((name, int(key)) for key, names in language.dates.months.items() if key.isdigit() for name in names)
    return {fold(name).rstrip("."): number for name, number in (*own, *listed)}
