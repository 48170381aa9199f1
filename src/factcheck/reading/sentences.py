"""Sentences: where one ends and the next begins, in any script.

A full stop ends a sentence unless it belongs to an abbreviation of the language file, to an initial, to a list number,
to a date ("3. Oktober") or another ordinal ("der 2. Bundesliga"), or unless the text goes on in a small letter. Lines
are boundaries; the caller splits them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.common import common_words
from factcheck.language.expressions import standing
from factcheck.language.folding import fold
from factcheck.language.packs import base_of, pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled
from factcheck.language.shortened import shortened
from factcheck.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 4000  # code points; a longer "sentence" is cut at a space, so that no later step meets a megabyte

# Those in the second row need no space after them.
_STOPS = ".!?…։።᙮‼⁇⁈⁉"
_TIGHT_STOPS = "。！？｡．؟۔।॥"
_CLOSERS = "\"'”’»›)\\]}」』》）】〉"
_OPENERS = "\"'“‘«‹„‚([{¿¡「『《（【〈*_-–—•· \u00a0\u202f"
_BEHIND = _CLOSERS.replace("\\", "") + " \u00a0\u202f"
_ENDS = frozenset(_STOPS + _TIGHT_STOPS)
_NARROW = 24  # code points before a full stop in which the token that it may belong to stands
_NO_BREAK = "\u00a0\u202f\u2060"
_KEPT = re.compile(r"(?<!\w)[^\W\d_a-z]\w{0,3}\.$")  # a short word with a capital
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")  # "J", "U.S", "ق.م"
_ITEM = re.compile(r"[([]?(?:\d{1,3}|[ivxlc]{1,5}|[^\W\d_])", re.IGNORECASE)
_END, _BEFORE_WORD, _BEFORE_TOKEN = standing(
    "sentences",
    rf"[{_STOPS}{_TIGHT_STOPS}]+(?:[{_CLOSERS}]|[ \u00a0\u202f][»›])*",
    rf"[\s{re.escape(_OPENERS)}]{{0,20}}",
    r"[\s(\[{«“\"']",
)
_WORD = re.compile(r"[^\W\d_]+")
_MONTH = re.compile(r"(?:1[0-2]|0?[1-9])\.(?!\d)")  # behind a day: "15. 6. 2023"
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")  # behind a day and a month
_DAY = re.compile(r"(?<![\d.,])(?:3[01]|[12]\d|0?[1-9])\.\s?$")


def split(text: str, tag: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of text[start:end], in order, without the white space between them.

    `tag` is the language, for its abbreviations and months. The time is linear in the length.
    """
    end = len(text) if end is None else end
    first = start
    for found in _END.finditer(text, start, end):
        stop, after = found.span()
        if stop >= first and _ends(text, stop, after, first, end, tag):
            if after - first > LONGEST:
                yield from _cut(text, first, after)
            else:
                while text[first].isspace():
                    first += 1
                yield Span(first, after)
            first = after
    if first < end:
        yield from _cut(text, first, end)


def ends_sentence(line: str) -> bool:
    """Return whether a line ends the way a sentence does: in a full stop or its like, quotes and brackets aside."""
    return line[-1:] in _ENDS or line.rstrip(_BEHIND)[-1:] in _ENDS


def _ends(text: str, stop: int, after: int, first: int, end: int, tag: str) -> bool:
    """Return whether the stops at text[stop:after] end the sentence that began at `first`."""
    if after >= end:
        return True
    following = text[after]
    if not following.isspace():
        return text[stop] in _TIGHT_STOPS and text[stop] != "．"
    if following in _NO_BREAK and after - first > 1 and _KEPT.search(text, max(first, after - 6), after):
        return False  # "M.\u00a0Tran"; Vietnamese pages have such spaces between sentences too
    next_word = _BEFORE_WORD.match(text, after, end).end()  # type: ignore[union-attr]  # it matches nothing, too
    if next_word < end and text[next_word].islower():
        return text[stop] in _TIGHT_STOPS
    if text[stop] != "." or after - stop > 1:
        return True
    return not _belongs(text, stop, first, next_word, end, tag)


def _belongs(text: str, stop: int, first: int, next_word: int, end: int, tag: str) -> bool:
    """Return whether the full stop belongs to what stands before it."""
    token = _BEFORE_TOKEN.split(text[max(first, stop - _NARROW) : stop])[-1]
    begin = stop - len(token)
    if not token or stop - begin >= _NARROW:
        return False
    if begin - first < 8 and not text[first:begin].strip() and _ITEM.fullmatch(token):
        return True  # "1. Households", "a) ...": the number of a list
    following = _WORD.match(text, next_word, min(end, next_word + 40))
    word = following.group() if following else ""
    begins = word[:1].isupper() and len(word) > 1 and fold(word) in common_words(tag)  # "The", as no name does
    if following and f"{fold(token)}. {fold(word)}" in _abbreviations(tag) and text.startswith(".", following.end()):
        return True  # "EE." of "EE. UU."
    if (onward := _closing(tag).get(fold(token))) is not None and word[1:2].islower():
        return fold(word) in onward
    if fold(token) in _abbreviations(tag):
        return not (begins and text[first:begin].rstrip()[-1:].isdecimal())  # "at 5 p.m. The", but not "M. Le Pen"
    if len(token) > 2 and "." not in token:
        return False  # a word
    if token.isdecimal():
        if len(token) <= 2 and _in_digits(text, first, begin, stop, next_word, end):
            return True
        if len(token) > 2 or fold(word) in _months(tag):
            return len(token) <= 2
        before = text[first:begin].split()
        noun = word[:1].isupper() and not begins and _has_dotted_nouns(tag)
        return noun and bool(before) and fold(before[-1]) in common_words(tag)  # "des 1. Weltkriegs"
    if _DOTTED.fullmatch(token) and (not token[-1].islower() or "." in token):
        return not begins  # an initial goes with the name after it
    return False


def _in_digits(text: str, first: int, begin: int, stop: int, next_word: int, end: int) -> bool:
    """Return whether text[begin:stop] is the day or the month of a date in digits with spaces: "15. 6. 2023"."""
    if _YEAR.match(text, next_word, end):
        day = _DAY.search(text, max(first, begin - _NARROW), begin)
        return day is not None and _MONTH.match(text, begin) is not None
    return _DAY.match(text, begin, stop + 1) is not None and _MONTH.match(text, next_word, end) is not None


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield text[start:end] without white space at its ends, cut if it is too long; nothing if it is blank."""
    bare = text[start:end].strip()
    if not bare:
        return
    start = text.index(bare[0], start)
    end = start + len(bare)
    if len(bare) <= LONGEST:
        yield Span(start, end)
        return
    while end - start > LONGEST:
        cut = max(text.rfind(space, start + LONGEST // 2, start + LONGEST) for space in " \t\u00a0")
        if cut < 0:
            cut = start + LONGEST
            while cut > start + LONGEST // 2 and text[cut - 1].isalnum() and text[cut].isalnum():
                cut -= 1
        yield from _cut(text, start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)


@cache
def _abbreviations(tag: str) -> frozenset[str]:
    """Return what stands before the full stops of the language's abbreviations (`shortened`).

    Those of all languages where the language has no file.
    """

    def build(*tags: str) -> frozenset[str]:
        listed = (word for each in tags for word in pack(each).text.abbreviations)
        return shortened(listed)

    base = base_of(tag)
    own: frozenset[str] = compiled("abbreviations", base, lambda: build(base))
    return own or frozenset(compiled("abbreviations", ALL_LANGUAGES, lambda: build(*packs())))


@cache
def _closing(tag: str) -> dict[str, frozenset[str]]:
    """Return the abbreviations that end a sentence before a capital -> the words before which they do not, folded.

    These are places too: "5 proc. Lietuvos gyventojų".
    """
    base = base_of(tag)

    def build() -> dict[str, frozenset[str]]:
        known = pack(base)
        places = frozenset(fold(name).split()[0] for spellings in known.places.known.values() for name in spellings)
        listed = known.text.closing.items()
        return {fold(each).removesuffix("."): places.union(map(fold, then)) for each, then in listed}

    found: dict[str, frozenset[str]] = compiled("closing", base, build)
    return found


@cache
def _months(tag: str) -> frozenset[str]:
    """Return CLDR's month names of the language, folded."""
    base = base_of(tag)

    def build() -> frozenset[str]:
        widths = pack(base).locale.months["format"]
        return frozenset(
            fold(name).removesuffix(".") for width in ("wide", "abbreviated") for name in widths[width].values()
        )

    return frozenset(compiled("sentence-months", base, build))


@cache
def _has_dotted_nouns(tag: str) -> bool:
    """Return whether ordinals have a full stop and nouns a capital, as CLDR writes days and months: "3. Oktober"."""
    locale = pack(base_of(tag)).locale
    months = map(str, locale.months["format"]["wide"].values())
    return "d. MMMM" in str(locale.date_formats["long"].pattern) and all(name[:1].isupper() for name in months)
