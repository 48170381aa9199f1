"""Numbers, ranges, fractions and bounds in running text.

What is no quantity (dates, times, addresses, codes) is read first and kept as figures of their own kinds; the rest is a
grammar over tokens (`grammar.read_tokens`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims.dates import read_dates
from factcheck.claims.grammar import read_tokens
from factcheck.claims.joined_dates import joined_dates
from factcheck.claims.lexicon import lexicon
from factcheck.claims.marks import digits_of, in_order, read_marks
from factcheck.claims.relative import read_relative, told_from
from factcheck.claims.together import lots
from factcheck.claims.tokens import tokenize
from factcheck.claims.undated import months_alone, near
from factcheck.language.expressions import standing
from factcheck.language.scripts import UNSPACED
from factcheck.language.spelling import plain, positional
from factcheck.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factcheck.claims.marks import Mark
    from factcheck.claims.tries import Lexicon
    from factcheck.language.spelling import Plain
    from factcheck.model import Period, Quantity

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


class Stretch(NamedTuple):
    """`text[start:end]`, to be read in the language `tag`; `published` is when the text was, if that is known."""

    text: str
    tag: str
    start: int = 0
    end: int | None = None
    published: date | None = None

    @property
    def part(self) -> str:
        """Return what is to be read."""
        return self.text[self.start : self.end]


def read_figures(
    text: str, tag: str, start: int = 0, end: int | None = None, *, published: date | None = None
) -> list[Figure]:
    """Return the figures in `text[start:end]`, in order, not overlapping; positions are those of `text`.

    `tag` is the language; one without a language file is read by what CLDR knows. Dates, clock times, codes and the
    like are returned too, with kinds of `model.NOT_QUANTITIES`; where it is known when the text was published, "last
    year" and the like are dates as well. Never raises.
    """
    (found,) = read_each([Stretch(text, tag, start, end, published)])
    return found


def read_each(stretches: Sequence[Stretch]) -> Iterator[list[Figure]]:
    """Yield the figures of each stretch, as `read_figures` returns them; of many together it is faster."""
    for lot in lots(stretches, [len(one.part) for one in stretches]):
        words = [lexicon(one.tag) for one in lot]
        forms = [_form(one, own) for one, own in zip(lot, words, strict=True)]
        digits = [digits_of(form.text) for form in forms]
        marks = [read_marks(form.text, own.glued, at) for form, own, at in zip(forms, words, digits, strict=True)]
        dates = [_dates(form, one, at) for form, one, at in zip(forms, lot, digits, strict=True)]
        whole = [in_order([*some, *others]) for some, others in zip(marks, dates, strict=True)]
        tokens = [tokenize(*each) for each in zip(forms, (one.part for one in lot), words, whole, strict=True)]
        for one, own, form, found in zip(lot, words, forms, tokens, strict=True):
            yield _figures(one, form, read_tokens(found, own, one.text))


def _form(one: Stretch, words: Lexicon) -> Plain:
    """Return the plain form of a stretch, without what is no language."""
    form = plain(one.part)
    if len(form.text) >= _LONG:
        form = form._replace(text=_without_data(form.text, one.tag))
    return form._replace(text=positional(form.text)) if words.ideographs else form


def _dates(form: Plain, one: Stretch, digits: Sequence[tuple[int, int]]) -> list[Mark]:
    """Return the dates of a stretch, whose plain form is `form`; `digits` are those of that."""
    dates = read_dates(form.text, one.tag, digits)
    if one.published is not None:
        dates += read_relative(form.text, one.tag, one.published, dates)

    def written(start: int, end: int) -> str:
        return one.part[slice(*form.original(start, end))]

    found = joined_dates(form.text, dates, one.tag, written)
    if one.published is not None:
        found += list(months_alone(form.text, found, one.tag, one.published, written))
    return found


def _figures(one: Stretch, form: Plain, marks: Iterable[Mark]) -> list[Figure]:
    """Return what is read in a stretch as figures."""
    found = []
    for read in marks:
        mark = read
        if one.published is not None:
            undated = read.kind is Kind.DATE and read.period is None
            mark = (near if undated else told_from)(read, form.text, one.tag, one.published)
        first, last = form.original(mark.start, mark.end)
        span = Span(one.start + first, one.start + last)
        found.append(Figure(span, mark.quantity, mark.kind, mark.period))
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
