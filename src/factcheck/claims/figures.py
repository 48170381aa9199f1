"""Numbers, ranges, fractions and bounds in running text.

What is no quantity (dates, times, addresses, codes) is read first and kept as figures of their own kinds; the rest is a
grammar over tokens (`grammar.Grammar`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.dates import read_dates
from factcheck.claims.grammar import Grammar
from factcheck.claims.lexicon import lexicon
from factcheck.claims.marks import in_order, read_marks
from factcheck.claims.relative import read_relative, told_from
from factcheck.claims.tokens import tokenize
from factcheck.language.expressions import standing
from factcheck.language.scripts import UNSPACED
from factcheck.language.spelling import plain, positional
from factcheck.model import Span

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model import Kind, Period, Quantity

_LONG = 400
_REST = 40  # characters that may be left of such a text
_SIGNS = r"0-9!-/:-@\[-`{-~"
_REPEATED, _UNBROKEN = standing(
    "figures",
    r"(\S{1,16}?)\1{49,}",  # one piece over and over: a ruler, a laugh, a damaged file
    # Far more than people write without a space, or in scripts without spaces without any sign: codes, files, chance.
    rf"[^\s\u200b{UNSPACED}]{{1000,}}|[\w{UNSPACED}]{{1000,}}",
)


@dataclass(slots=True)
class Figure:
    """A figure read from a text, before it is known what it is about.

    `span` covers the figure with its scale and unit ("524 bilion VND", "1-1,5%"), not the words of a bound before it.
    `period` is set where the kind is DATE and the year is known; such figures have the years as their quantity.
    """

    span: Span
    quantity: Quantity
    kind: Kind
    period: Period | None = None


def read_figures(
    text: str, tag: str, start: int = 0, end: int | None = None, *, published: date | None = None
) -> list[Figure]:
    """Return the figures in `text[start:end]`, in order, not overlapping; positions are those of `text`.

    `tag` is the language; one without a language file is read by what CLDR knows. Dates, clock times, codes and the
    like are returned too, with kinds of `model.NOT_QUANTITIES`; where it is known when the text was published, "last
    year" and the like are dates as well. Never raises.
    """
    part = text[start:end]
    if not part or part.isspace():
        return []
    form = plain(part)
    if len(form.text) >= _LONG:
        form = form._replace(text=_without_data(form.text, tag))
    words = lexicon(tag)
    if words.ideographs:
        form = form._replace(text=positional(form.text))
    marks = [*read_marks(form.text, words.glued), *read_dates(form.text, tag)]
    if published is not None:
        marks += read_relative(form.text, tag, published)
    marks = in_order(marks)
    tokens = tokenize(form.text, words, marks)
    found = []
    for read in Grammar(tokens, words, form, part, text).marks():
        mark = read if published is None else told_from(read, form.text, tag, published)
        first, last = form.original(mark.start, mark.end)
        found.append(Figure(Span(start + first, start + last), mark.quantity, mark.kind, mark.period))
    return found


def states_nothing(text: str, tag: str) -> bool:
    """Return whether a long text is but digits, signs and number words, one piece over and over, or without a break."""
    return len(text) > _LONG and len("".join(_without_data(plain(text).text, tag).split())) < _REST


def _without_data(text: str, tag: str) -> str:
    """Return a plain text with spaces for what is no language."""
    if len(text) < _LONG:
        return text
    for noise in (_data(tag), _REPEATED, _UNBROKEN):
        text = noise.sub(lambda m: " " * len(m[0]), text)
    return text


@lru_cache(maxsize=64)
def _data(tag: str) -> re.Pattern[str]:
    """Return the expression of digits, signs and letters of number words without a space for so long."""
    words = lexicon(tag)
    tries = (words.numbers, words.scales, words.tenths, words.over, words.halves, words.collectives)
    letters = {letter for trie in tries for word in trie.root if trie.alone(word) for letter in word}
    return re.compile(rf"[{_SIGNS}{re.escape(''.join(sorted(letters)))}]{{{_LONG},}}")
