"""The words of one passage, folded, with its figures in their places: what cues are looked for in."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from factcheck.language.folding import fold, fold_with_offsets
from factcheck.model import NOT_QUANTITIES, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.cutting import Cutter
    from factcheck.claims.figures import Figure

# Danda and its double (U+0964, U+0965) end sentences; all else of these blocks is letters and their signs.
_WORD = r"[^\W_]+(?:[\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3099\u309a]+[^\W_]*)*"
_TOKEN = re.compile(
    rf"({_WORD}|/)|([;؛；])|(、|(?<!\d)[,，،]|[,，،](?!\d))|([(\[（])|([)\]）])|([.!?؟]+(?=\s|$)|[।॥۔。！？]|\n)|([:：])"
    r"|((?<=\s)[-–—](?=\s)|[«»“”\"„‟「」『』])"
)

# Without any of these no word has marks (see `_marks`).
_MARKED = re.compile("[\u00a8-\u00aa\u00ac-\u00ba\u00bc-\u024f\u0300-\u036f\u1e00-\u1eff\u212b\u2c7e\u2c7f]")

# What stands between two words, as so many words more. Within a clause words are near; a semicolon ends what was said,
# a comma hardly does.
_COMMA, _COLON, _STRONG, _STOP = 3, 3, 18, 20
_COST = {2: _STRONG, 3: _COMMA, 6: _STOP, 7: _COLON, 8: 0}  # by the groups of _TOKEN; quotes only end names
_FULL_STOP = 6  # its group of _TOKEN
_NEXT = 3  # characters after a full stop in which the next word begins
_INTO_BRACKET = 20  # what a bracket holds is said of what stands in it

_ENDING = re.compile(r"[;؛；।॥۔。！？]|[.!?؟]+|\n")
QUANTITY, DATE = "#", "@"  # how phrases name a quantity with its unit, and a date


@dataclass(slots=True)
class Line:
    """The words of a passage, in order; a figure is one word.

    `words` are folded; `marks` are the diacritics that folding took from each; `starts` and `ends` are positions in
    the document's text; `figures` gives the index of the figure that a word is, or -1. `at` counts the words up to
    each word, separators counted in; `quantities` counts the quantities up to each word; `brackets` is 0 outside of
    brackets, else the number of the bracket. `stops` are the words (indices) with a separator or quotation mark before
    them, and which; `stated` the words that are figures.
    """

    words: tuple[str, ...]
    marks: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    figures: Sequence[int]
    at: Sequence[int]
    quantities: Sequence[int]
    brackets: Sequence[int]
    stops: dict[int, str]
    stated: Sequence[int]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def distance(self, first: int, last: int, word: int, *, figure: int = 0) -> int:
        """Return how far the words [first, last) are from a word: 0 if next to it or around it.

        Separators count as several words; each quantity in between adds `figure`.
        """
        if first <= word < last:
            return 0
        low, high = (word, first) if first > word else (last - 1, word)
        between = self.at[high] - self.at[low] - 1
        passed = self.quantities[high] - self.quantities[low + 1]
        if self.brackets[first] and self.brackets[first] != self.brackets[word]:
            between += _INTO_BRACKET
        return between + figure * passed

    def turns(self, said: Sequence[tuple[int, int]]) -> dict[int, int]:
        """Return which of the ranges of words is said of a figure, for figures that take turns with them.

        "85 years for women and 80 for men", "2021: 5, 2022: 6": up to a strong separator as many as there are
        quantities, all before theirs or all behind, none nearer to the one that it is not said of.
        """
        made: dict[int, int] = {}
        if len(said) < 2:
            return made
        ends = [0, *(stop for stop, sign in self.stops.items() if _ENDING.fullmatch(sign)), len(self)]
        for low, high in pairwise(ends):
            within = [n for n, (first, _) in enumerate(said) if low <= first < high]
            words = [word for word in self.stated if low <= word < high and self.words[word] == QUANTITY]
            if not 1 < len(words) == len(within) or any(self.brackets[word] for word in words):
                continue
            pairs = list(zip(words, (said[n] for n in within), strict=True))
            if all(last <= word for word, (_, last) in pairs):
                between = [(one, other, span) for (one, _), (other, span) in pairwise(pairs)]
                fits = all(one < first for one, _, (first, _) in between)
            elif all(word < first for word, (first, _) in pairs):
                between = [(other, one, span) for (one, span), (other, _) in pairwise(pairs)]
                fits = all(last <= one for one, _, (_, last) in between)
            else:
                continue
            if fits and all(self.distance(*span, own) <= self.distance(*span, one) for one, own, span in between):
                made.update(zip(words, within, strict=True))
        return made


def split(text: str, cutter: Cutter | None = None) -> list[tuple[str, str]]:
    """Return the words of a text without figures, as `read_line` cuts them, each folded and with its marks."""
    if cutter is None and text.isalpha() and (folded := fold(text)).isalpha():
        return [(folded, _marks(text))]
    line = read_line(text, 0, len(text), (), cutter)
    return list(zip(line.words, line.marks, strict=True))


@lru_cache(maxsize=65536)
def _marks(word: str) -> str:
    """Return the diacritics of a word in Latin script, sorted: where on its vowels they stand is a matter of style.

    In other scripts news leaves most of them out, so that they tell nothing.
    """
    found: list[str] = []
    for char in word.replace("İ", "i").lower():
        if "\x80" <= char < "\u0250" or "\u1e00" <= char < "\u1f00":
            parts = unicodedata.normalize("NFD", char)
            found.extend(parts[1:] if len(parts) > 1 else parts)
        elif "\u0300" <= char < "\u0370":
            found.append(char)
    return "".join(sorted(found))


def read_line(
    text: str,
    start: int,
    end: int,
    figures: Sequence[Figure],
    cutter: Cutter | None = None,
    abbreviations: frozenset[str] = frozenset(),
) -> Line:
    """Return the words of `text[start:end]`; `figures` are its figures, in order, with positions in `text`.

    `cutter` is that of the text's language, None where words stand apart by themselves; `abbreviations` are its folded
    words whose full stop ends no sentence.
    """
    part = text[start:end]
    folded = fold_with_offsets(part)
    offsets = folded.offsets
    row = _Row(text, start, folded.text, offsets, figures, cutter)
    row.abbreviations = abbreviations
    words, starts, ends = row.words, row.starts, row.ends
    free, clear = row.free()
    even = offsets.__class__ is range
    for match in _TOKEN.finditer(folded.text):
        if match.lastindex == 1:
            low, high = match.span()
            first, last = (low, high) if even else (offsets[low], offsets[high - 1] + 1)
            if free <= first and last <= clear:
                run = match[0]
                if cutter is not None and not run.isascii():
                    row.letters(low, high)
                    continue
                words.append(run)  # what `letters` does, without the call
                starts.append(start + first)
                ends.append(start + last)
                continue
        upcoming = row.upcoming
        row.token(match)
        if row.upcoming != upcoming:
            free, clear = row.free()
    while row.upcoming < len(figures):
        row.figure()
    return row.line(marked=_MARKED.search(part) is not None)


class _Row:
    """A line in the making."""

    __slots__ = ("abbreviations", "at", "bracket", "brackets", "cost", "cutter", "ends", "figures", "folded", "offsets",
                 "opened", "passed", "quantities", "start", "starts", "stops", "text", "upcoming", "which", "words",
                 )  # fmt: skip

    def __init__(
        self,
        text: str,
        start: int,
        folded: str,
        offsets: Sequence[int],
        figures: Sequence[Figure],
        cutter: Cutter | None,
    ) -> None:
        self.text, self.start, self.folded, self.offsets = text, start, folded, offsets
        self.figures, self.cutter = figures, cutter
        self.abbreviations: frozenset[str] = frozenset()
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.which: list[int] = []
        self.at: list[int] = []
        self.quantities: list[int] = []
        self.brackets: list[int] = []
        self.stops: dict[int, str] = {}
        self.cost = self.passed = self.bracket = self.opened = self.upcoming = 0

    def line(self, *, marked: bool) -> Line:
        """Return the line as far as it is read; `marked` tells whether its text has any diacritics."""
        self._even()
        stated = [word for word, figure in enumerate(self.which) if figure >= 0]
        marks = [""] * len(self.words)
        if marked:
            text = self.text
            written = [text[first:last] for first, last in zip(self.starts, self.ends, strict=True)]
            marks = ["" if word.isascii() else _marks(word) for word in written]
            for word in stated:
                marks[word] = ""
        return Line(tuple(self.words), tuple(marks), self.starts, self.ends, self.which, self.at, self.quantities,
                    self.brackets, self.stops, stated)  # fmt: skip

    def free(self) -> tuple[float, float]:
        """Return from where to where, in the passage, no figure stands: from the last one to the next."""
        begin = self.figures[self.upcoming - 1].span.end - self.start if self.upcoming else 0
        return begin, self.figures[self.upcoming].span.start - self.start if self.upcoming < len(self.figures) else inf

    def token(self, match: re.Match[str]) -> None:
        """Take the next token: letters, a separator or a bracket, and the figures that begin before it."""
        low, high = match.span()
        first = self.start + self.offsets[low]
        figures, limit = self.figures, len(self.figures)
        while self.upcoming < limit and first >= figures[self.upcoming].span.start:
            self.figure()
        inside = self.upcoming > 0 and first < figures[self.upcoming - 1].span.end
        kind = match.lastindex
        if kind == 1:
            last = self.start + self.offsets[high - 1] + 1
            if inside or (self.upcoming < limit and figures[self.upcoming].span.start < last):
                self._around_figures(low, high)
            else:
                self.letters(low, high)
        elif inside:
            return
        elif kind == 4:
            self._even()
            self.opened += 1
            self.bracket = self.opened
        elif kind == 5:
            self._even()
            self.bracket = 0
        elif kind != _FULL_STOP or match[0] != "." or not self._goes_on(low, high):
            self._even()
            self.cost += _COST[kind or 0]
            self.stops[len(self.words)] = match[0]

    def _goes_on(self, low: int, high: int) -> bool:
        """Return whether a full stop is that of an abbreviation: "pr. lærer", "approx. 5", "Dr. Weber"."""
        if self.words and self.words[-1] in self.abbreviations and self.folded.endswith(self.words[-1], 0, low):
            return True
        after = self.start + self.offsets[high - 1] + 1
        return self.text[after : after + _NEXT].lstrip()[:1].islower()

    def figure(self) -> None:
        """Take the next figure as a word."""
        self._even()
        span, sign = self.figures[self.upcoming].span, _sign(self.figures[self.upcoming])
        self._add(sign, span.start, span.end)
        self._even()
        self.which[-1] = self.upcoming
        self.passed += sign == QUANTITY
        self.upcoming += 1

    def _around_figures(self, low: int, high: int) -> None:
        """Take letters that are joined to figures, and these: "37人", "降至4%"."""
        figures, limit = self.figures, len(self.figures)
        while low < high:
            here = self.start + self.offsets[low]
            if self.upcoming and here < figures[self.upcoming - 1].span.end:
                low += 1
            elif self.upcoming < limit and here >= figures[self.upcoming].span.start:
                self.figure()
            else:
                until = figures[self.upcoming].span.start - self.start if self.upcoming < limit else len(self.text)
                end = bisect_left(self.offsets, until, low, high)
                self.letters(low, end)
                low = end

    def letters(self, low: int, high: int) -> None:
        """Take letters as the words that they are."""
        start, offsets = self.start, self.offsets
        run = self.folded[low:high]
        if self.cutter is None or run.isascii():
            first, last = start + offsets[low], start + offsets[high - 1] + 1
            self._add(run, first, last)
            return
        for one, other in self.cutter.cut(run):
            first, last = start + offsets[low + one], start + offsets[low + other - 1] + 1
            self._add(run[one:other], first, last)

    def _add(self, word: str, first: int, last: int) -> None:
        self.words.append(word)
        self.starts.append(first)
        self.ends.append(last)

    def _even(self) -> None:
        """Say of the words taken since where they stand: between the same figures, separators and brackets."""
        known, many = len(self.at), len(self.words)
        if known < many:
            self.which += [-1] * (many - known)
            self.at += range(known + self.cost, many + self.cost)
            self.quantities += [self.passed] * (many - known)
            self.brackets += [self.bracket] * (many - known)


def _sign(figure: Figure) -> str:
    if figure.kind is Kind.DATE:
        return DATE
    return "" if figure.kind in NOT_QUANTITIES else QUANTITY
