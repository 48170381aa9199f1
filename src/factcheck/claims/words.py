"""The words of one passage, folded, with its figures in their places: what cues are looked for in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
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
    rf"({_WORD}|/)|([;؛；])|([,，،、])|([(\[（])|([)\]）])|([.!?؟]+(?=\s|$)|[।॥۔。！？]|\n)|([:：])"
    r"|((?<=\s)[-–—](?=\s)|[«»“”\"„‟「」『』])"
)

# What stands between two words, as so many words more. Within a clause words are near; a semicolon ends what was said,
# a comma hardly does.
_COMMA, _COLON, _STRONG, _STOP = 3, 3, 18, 20
_COST = {2: _STRONG, 3: _COMMA, 6: _STOP, 7: _COLON, 8: 0}  # by the groups of _TOKEN; quotes only end names
_INTO_BRACKET = 20  # what a bracket holds is said of what stands in it

QUANTITY, DATE = "#", "@"  # how phrases name a quantity with its unit, and a date


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a passage, in order; a figure is one word.

    `words` are folded; `marks` are the diacritics that folding took from each; `starts` and `ends` are positions in
    the document's text; `figures` gives the index of the figure that a word is, or -1. `at` counts the words up to
    each word, separators counted in; `quantities` counts the quantities up to each word; `brackets` is 0 outside of
    brackets, else the number of the bracket. `stops` are the words (indices) with a separator or quotation mark before
    them, and which.
    """

    words: tuple[str, ...]
    marks: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    figures: tuple[int, ...]
    at: tuple[int, ...]
    quantities: tuple[int, ...]
    brackets: tuple[int, ...]
    stops: dict[int, str]

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
    for char in word.lower():
        if "\x80" <= char < "\u0250" or "\u1e00" <= char < "\u1f00":
            parts = unicodedata.normalize("NFD", char)
            found.extend(parts[1:] if len(parts) > 1 else parts)
        elif "\u0300" <= char < "\u0370":
            found.append(char)
    return "".join(sorted(found))


def read_line(text: str, start: int, end: int, figures: Sequence[Figure], cutter: Cutter | None = None) -> Line:
    """Return the words of `text[start:end]`; `figures` are its figures, in order, with positions in `text`.

    `cutter` is that of the text's language, None where words stand apart by themselves.
    """
    folded = fold_with_offsets(text[start:end])
    offsets = folded.offsets
    words: list[str] = []
    marks: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    which: list[int] = []
    at: list[int] = []
    quantities: list[int] = []
    brackets: list[int] = []
    stops: dict[int, str] = {}
    position = passed = bracket = opened = upcoming = 0
    limit = len(figures)

    def add(word: str, first: int, last: int, figure: int) -> None:
        nonlocal position, passed
        words.append(word)
        marks.append("" if figure >= 0 else _marks(text[first:last]))
        starts.append(first)
        ends.append(last)
        which.append(figure)
        at.append(position)
        quantities.append(passed)
        brackets.append(bracket)
        position += 1
        passed += word == QUANTITY

    def add_words(low: int, high: int) -> None:
        if cutter is None:
            add(folded.text[low:high], start + offsets[low], start + offsets[high - 1] + 1, -1)
            return
        run = folded.text[low:high]
        for one, other in cutter.cut(run):
            add(run[one:other], start + offsets[low + one], start + offsets[low + other - 1] + 1, -1)

    for match in _TOKEN.finditer(folded.text):
        low, high = match.span()
        first, last = start + offsets[low], start + offsets[high - 1] + 1
        while upcoming < limit and first >= figures[upcoming].span.start:
            add(_sign(figures[upcoming]), figures[upcoming].span.start, figures[upcoming].span.end, upcoming)
            upcoming += 1
        inside = upcoming and first < figures[upcoming - 1].span.end
        kind = match.lastindex
        if kind == 1 and (inside or (upcoming < limit and figures[upcoming].span.start < last)):
            # letters joined to a figure: "37人", "降至4%"
            while low < high:
                if upcoming and start + offsets[low] < figures[upcoming - 1].span.end:
                    low += 1
                elif upcoming < limit and start + offsets[low] >= figures[upcoming].span.start:
                    add(_sign(figures[upcoming]), figures[upcoming].span.start, figures[upcoming].span.end, upcoming)
                    upcoming += 1
                else:
                    until = figures[upcoming].span.start - start if upcoming < limit else len(text)
                    end_of_run = next((i for i in range(low, high) if offsets[i] >= until), high)
                    add_words(low, end_of_run)
                    low = end_of_run
        elif inside:
            continue
        elif kind == 1:
            add_words(low, high)
        elif kind == 4:
            opened += 1
            bracket = opened
        elif kind == 5:
            bracket = 0
        else:
            position += _COST[kind or 0]
            stops[len(words)] = match[0]
    for figure in figures[upcoming:]:
        add(_sign(figure), figure.span.start, figure.span.end, upcoming)
        upcoming += 1
    return Line(tuple(words), tuple(marks), tuple(starts), tuple(ends), tuple(which), tuple(at), tuple(quantities),
                tuple(brackets), stops)  # fmt: skip


def _sign(figure: Figure) -> str:
    if figure.kind is Kind.DATE:
        return DATE
    return "" if figure.kind in NOT_QUANTITIES else QUANTITY
