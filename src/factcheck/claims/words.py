"""The words of one passage, folded, with its figures in their places: what cues are looked for in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTO_BRACKET = 20  # words more to a figure outside: what a bracket holds is said of what stands in it
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
            if fits and all(self.distance(*span, own) <= self.distance(*span, one) + 1 for one, own, span in between):
                made.update(zip(words, within, strict=True))
        return made
