"""Dates from which on something is counted until now: "1,200 homes since 2020" are not those of that year."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.packs import base_of, pack
from factcheck.language.scripts import UNSPACED
from factcheck.model import Period

if TYPE_CHECKING:
    from factcheck.model import Span

_REACH = 32  # characters around a date in which such words are looked for
_AT_ONCE = r"['’]?\s*"  # between a date and words behind it: "2020'den beri"
_NO_LETTER = rf"(?<![^\W_](?<![{UNSPACED}]))"


def onwards(text: str, date: Span, period: Period, tag: str) -> Period:
    """Return the period of a date in a text as its figures mean it: without an end beside words such as "since"."""
    first, last = period.years
    if first is None or first != last:
        return period
    before, behind = _words(base_of(tag))
    after = text[date.end : date.end + _REACH]
    if (before and before.search(text[max(0, date.start - _REACH) : date.start])) or (behind and behind.match(after)):
        return period if _until(base_of(tag)).search(after) else Period(period.start, None)
    return period


@cache
def _words(tag: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return what stands before and what behind such a date, None where nothing does."""
    phrases = pack(tag).dates.onwards
    before = [re.escape(each) for each in phrases if not each.startswith("#")]
    behind = [re.escape(each.removeprefix("#").strip()) for each in phrases if each.startswith("#")]
    return (
        re.compile(rf"(?i){_NO_LETTER}(?:{'|'.join(before)})\s*$") if before else None,
        re.compile(rf"(?i){_AT_ONCE}(?:{'|'.join(behind)})") if behind else None,
    )


@cache
def _until(tag: str) -> re.Pattern[str]:
    """Return what leads from a date to the other end of a stretch of time: words, or a dash, and a number."""
    known = pack(tag)
    meant = {each.removeprefix("#").strip() for each in known.dates.onwards}
    words = sorted({*known.dates.until, *known.dates.to, *known.bounds.to, "-", "–"} - meant, key=len, reverse=True)
    return re.compile(rf"(?i)^\D{{0,12}}?(?:{'|'.join(map(re.escape, words))})\D{{0,8}}\d")
