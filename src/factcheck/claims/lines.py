"""A passage cut into its words, with its figures in their places: how a `words.Line` is made."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

from factcheck.claims.tries import COMMON
from factcheck.claims.words import DATE, QUANTITY, Line
from factcheck.language.expressions import standing
from factcheck.language.folding import fold, fold_with_offsets
from factcheck.model import NOT_QUANTITIES, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.cutting import Cutter
    from factcheck.claims.figures import Figure
    from factcheck.language.folding import Folded

# Danda and its double (U+0964, U+0965) end sentences; all else of these blocks is letters and their signs.
_SIGNS = r"[\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3099\u309a]"
_WORD = rf"[{COMMON}0-9]++(?![^\W_]|{_SIGNS})|[^\W_]++(?:{_SIGNS}++[^\W_]*+)*+"  # as nearly all are; any
_WORDS, _SEPARATOR, _MARKED = standing(
    "words",
    rf"({_WORD}|/)",
    r"([;؛；])|(、|(?<!\d)[,，،]|[,，،](?!\d))|([(\[（])|([)\]）])|([.!?؟]+(?=\s|$)|[।॥۔。！？]|\n)|(：|(?<!\w):|:(?!\w))"
    r"|((?<=\s)[-–—](?=\s)|[«»“”„‟「」『』]|(?<!\w)\"|\"(?!\w))",  # none inside a word: 'ארה"ב', "USA:ssa"
    # Without any of these no word has marks (see `_marks`).
    "[\u00a8-\u00aa\u00ac-\u00ba\u00bc-\u024f\u0300-\u036f\u1e00-\u1eff\u212b\u2c7e\u2c7f]",
)
_SEMICOLON, _MARK, _OPENING, _CLOSING, _FULL_STOP, _LEADING, _QUOTE = range(1, 8)  # its groups
_SHORT_GAP = 16  # characters between two words whose separators are remembered

# What stands between two words, as so many words more. Within a clause words are near; a semicolon ends what was said,
# a comma hardly does.
_COMMA, _COLON, _STRONG, _STOP = 3, 3, 18, 20
_COST = {_SEMICOLON: _STRONG, _MARK: _COMMA, _FULL_STOP: _STOP, _LEADING: _COLON, _QUOTE: 0}  # quotes only end names
_NEXT = 3  # characters after a full stop in which the next word begins,
_PART = 8  # and in which a short one is whole


def split(text: str, cutter: Cutter | None = None) -> list[tuple[str, str]]:
    """Return the words of a text without figures, as `read_line` cuts them, each folded and with its marks."""
    if cutter is None and text.isalpha() and (folded := fold(text)).isalpha():
        return [(folded, _marks(text))]
    line = read_line(text, 0, len(text), (), cutter)
    return list(zip(line.words, line.marks, strict=True))


class _Letters(dict[int, str]):
    """A translation table of characters to their diacritics, or to themselves where these are part of them ("đ")."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        marks = char if "\u0300" <= char < "\u0370" else ""
        if "\x80" <= char < "\u0250" or "\u1e00" <= char < "\u1f00":
            parts = unicodedata.normalize("NFD", char)
            marks = parts[1:] or parts
        self[code] = marks
        return marks


_OF_LETTERS = _Letters()
_MONTHS, _YEARS = "duration-month", "duration-year"


@lru_cache(maxsize=65536)
def _marks(word: str) -> str:
    """Return the diacritics of a word in Latin script, sorted: where on its vowels they stand is a matter of style.

    In other scripts news leaves most of them out, so that they tell nothing.
    """
    return "".join(sorted(word.replace("İ", "i").lower().translate(_OF_LETTERS)))


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
    row = _Row(text, start, fold_with_offsets(part), figures, cutter, abbreviations)
    row.read()
    return row.line(marked=_MARKED.search(part) is not None)


def _separators(text: str, low: int, high: int) -> Sequence[tuple[int, int, int]]:
    """Return the separators in what stands between two words of a folded text: group, first and last character."""
    before, after = text[low - 1 : low], text[high : high + 1]
    if high - low > _SHORT_GAP:
        found = _separators_of.__wrapped__(text[low:high], before, after)
    else:  # of the words beside it no more counts than whether they are numbers
        found = _separators_of(text[low:high], before and "a0"[before.isdecimal()], after and "a0"[after.isdecimal()])
    return [(kind, low + first, low + last) for kind, first, last in found] if found else found


@lru_cache(maxsize=4096)
def _separators_of(gap: str, before: str, after: str) -> tuple[tuple[int, int, int], ...]:
    shift = len(before)
    found = _SEPARATOR.finditer(f"{before}{gap}{after}")
    return tuple((m.lastindex or 0, m.start() - shift, m.end() - shift) for m in found)


class _Row:
    """A line in the making; `costs` and `brackets`: from which word on how many words more count, and which bracket."""

    __slots__ = ("abbreviations", "brackets", "costs", "cutter", "ends", "figures", "folded", "offsets", "start",
                 "starts", "stated", "stops", "text", "words")  # fmt: skip

    def __init__(
        self,
        text: str,
        start: int,
        folded: Folded,
        figures: Sequence[Figure],
        cutter: Cutter | None,
        abbreviations: frozenset[str],
    ) -> None:
        self.text, self.start, self.folded, self.offsets = text, start, folded.text, folded.offsets
        self.figures, self.cutter, self.abbreviations = figures, cutter, abbreviations
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.stated: list[int] = []
        self.costs: list[tuple[int, int]] = []
        self.brackets: list[tuple[int, int]] = []
        self.stops: dict[int, str] = {}

    def read(self) -> None:
        """Take all that the text holds: words in rows, and each by itself what a separator or a figure stands at."""
        pieces = _WORDS.split(self.folded)  # a gap, a word, a gap, ... a gap
        borders = list(accumulate(map(len, pieces)))
        words, lows, highs = pieces[1::2], borders[:-1:2], borders[1::2]
        starts, ends = self._places(lows, highs)
        many = len(words)
        events: set[int] = set()  # words that figures may touch
        parted: dict[int, Sequence[tuple[int, int, int]]] = {}
        for index, gap in enumerate(pieces[::2]):
            if gap != " " and gap:
                low = highs[index - 1] if index else 0
                if found := _separators(self.folded, low, low + len(gap)):
                    parted[index] = found
        whole: dict[int, int] = {}  # words that figures begin and end with, and the word after
        for figure in self.figures:
            low, high = figure.span.start, figure.span.end
            first, after = bisect_right(ends, low), bisect_left(starts, high)
            events.update(range(first, after + 1))
            if first < after and starts[first] == low and ends[after - 1] == high:
                whole[first] = after
        done, plain = 0, self.cutter is None
        for index in sorted(events.union(parted)):
            if index < done:
                continue  # within a figure
            if plain and index not in events:
                for kind, low, high in parted[index]:
                    word = words[index - 1] if index else ""
                    self._part(kind, low, high, len(self.words) + index - done, word)
                continue
            if done < index:
                self._row(words[done:index], starts[done:index], ends[done:index], lows[done:index])
                done = index
            for kind, low, high in parted.get(index, ()):
                self._part_beside(kind, low, high)
            if index in whole and self._upcoming() == starts[index]:
                self._figures_until(starts[index] + 1)
                done = whole[index]
            elif index < many and index in events:
                self._figures_until(starts[index] + 1)
                if self._touches(starts[index], ends[index]):
                    self._around_figures(lows[index], highs[index])
                    done += 1
        self._row(words[done:], starts[done:], ends[done:], lows[done:])
        self._figures_until(inf)

    def _places(self, lows: list[int], highs: list[int]) -> tuple[list[int], list[int]]:
        """Return where in the document stretches of the folded text begin and end."""
        start, offsets = self.start, self.offsets
        if offsets.__class__ is not range:
            return [start + offsets[low] for low in lows], [start + offsets[high - 1] + 1 for high in highs]
        return ([start + low for low in lows], [start + high for high in highs]) if start else (lows, highs)

    def _upcoming(self) -> int:
        """Return where the next figure begins, -1 if there is none."""
        upcoming = len(self.stated)
        return self.figures[upcoming].span.start if upcoming < len(self.figures) else -1

    def _touches(self, start: int, end: int) -> bool:
        """Return whether the last figure taken, or the next one, covers some of a word."""
        figures, upcoming = self.figures, len(self.stated)
        return (upcoming > 0 and start < figures[upcoming - 1].span.end) or (
            upcoming < len(figures) and figures[upcoming].span.start < end
        )

    def _row(self, words: list[str], starts: list[int], ends: list[int], lows: list[int]) -> None:
        """Take words that stand in a row, of which no figure is a part."""
        if self.cutter is None:
            self.words += words
            self.starts += starts
            self.ends += ends
            return
        for word, start, end, low in zip(words, starts, ends, lows, strict=True):
            if word.isascii():
                self._add(word, start, end)
            else:
                self._letters(low, low + len(word))

    def line(self, *, marked: bool) -> Line:
        """Return the line as far as it is read; `marked` tells whether its text has any diacritics."""
        many, stated = len(self.words), self.stated
        marks = [""] * many
        if marked:
            text = self.text
            written = [text[first:last] for first, last in zip(self.starts, self.ends, strict=True)]
            marks = ["" if word.isascii() else _marks(word) for word in written]
            for word in stated:
                marks[word] = ""
        which, steps, passed, brackets = [-1] * many, [1] * (many + 1), [0] * (many + 2), [0] * many
        for figure, word in enumerate(stated):
            which[word] = figure
            passed[word + 1] = self.words[word] == QUANTITY and not _is_aside(self.figures[figure])
        steps[0] = 0
        for word, cost in self.costs:
            steps[word] += cost
        for word, bracket in self.brackets:
            brackets[word:] = [bracket] * (many - word)
        at, quantities = list(accumulate(steps)), list(accumulate(passed))
        return Line(tuple(self.words), tuple(marks), self.starts, self.ends, which, at, quantities, brackets,
                    self.stops, stated)  # fmt: skip

    def _part_beside(self, kind: int, low: int, high: int) -> None:
        """Take a separator near figures, and those that begin before it; within a figure it parts nothing."""
        first = self.start + self.offsets[low]
        self._figures_until(first + 1)
        if not self.stated or first >= self.figures[len(self.stated) - 1].span.end:
            self._part(kind, low, high, len(self.words), self.words[-1] if self.words else "")

    def _part(self, kind: int, low: int, high: int, word: int, before: str) -> None:
        """Take a separator or a bracket that stands before a word; `before` is the one before it."""
        if kind == _OPENING:
            self.brackets.append((word, len(self.brackets) + 1))
        elif kind == _CLOSING:
            self.brackets.append((word, 0))
        else:
            sign = self.folded[low:high]
            if kind != _FULL_STOP or sign != "." or not self._goes_on(low, high, before):
                self.costs.append((word, _COST[kind]))
                self.stops[word] = sign

    def _goes_on(self, low: int, high: int, before: str) -> bool:
        """Return whether a full stop is that of an abbreviation: "pr. lærer", "approx. 5", "Dr. Weber"."""
        if before in self.abbreviations and self.folded.endswith(before, 0, low):
            return True
        after = self.start + self.offsets[high - 1] + 1
        if self.text[after : after + _NEXT].lstrip()[:1].islower():
            return True
        following, stop, _ = self.text[after : after + _PART].partition(".")
        return bool(stop) and f"{before}. {fold(following).strip()}" in self.abbreviations  # "EE. UU."

    def _figures_until(self, place: float) -> None:
        """Take the figures that begin before a place of the document, each as a word."""
        figures, upcoming = self.figures, len(self.stated)
        while upcoming < len(figures) and (span := figures[upcoming].span).start < place:
            self.stated.append(len(self.words))
            sign = _sign(figures[upcoming])
            named = "" if sign else self.text[span.start : span.end]
            if named[:1].isalpha() and " " not in named:  # "COVID-19", "PM10": phrases hold them
                for word, _ in split(named):
                    self._add(word, span.start, span.end)
            else:
                self._add(sign, span.start, span.end)
            upcoming += 1

    def _around_figures(self, low: int, high: int) -> None:
        """Take letters that are joined to figures, and these: "37人", "降至4%"."""
        figures, limit = self.figures, len(self.figures)
        while low < high:
            here, upcoming = self.start + self.offsets[low], len(self.stated)
            if upcoming and here < figures[upcoming - 1].span.end:
                low += 1
            elif upcoming < limit and here >= figures[upcoming].span.start:
                self._figures_until(here + 1)
            else:
                until = figures[upcoming].span.start - self.start if upcoming < limit else len(self.text)
                end = bisect_left(self.offsets, until, low, high)
                self._letters(low, end)
                low = end

    def _letters(self, low: int, high: int) -> None:
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


def _is_aside(figure: Figure) -> bool:
    """Return whether a figure mostly says of whom or for what time another is: "15 to 24 years", "in nine months"."""
    low, high, unit = figure.quantity.low, figure.quantity.high, figure.quantity.unit
    return of_ages(figure) or (unit == _MONTHS and low == high)


def of_ages(figure: Figure) -> bool:
    """Return whether a figure is a range of years, as people's ages are."""
    low, high, unit = figure.quantity.low, figure.quantity.high, figure.quantity.unit
    return unit == _YEARS and low is not None and high is not None and low < high


def _sign(figure: Figure) -> str:
    if figure.kind is Kind.DATE:
        return DATE
    return "" if figure.kind in NOT_QUANTITIES else QUANTITY
