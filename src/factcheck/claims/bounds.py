"""The words around a figure that make it a bound: "more than 5", "5 or more", "about 5"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.claims.ranges import Ranges
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

_LONGEST = 3  # words that a bound has at most beyond what may stand behind a figure too
_OPENINGS = frozenset('.!?:;(«"“„')  # before the first word of a sentence or of what stands for itself


class Bounds:
    """Reads them from the tokens of one text.

    `skipped` are the last words that only look like a figure, half-open; `behind` is the token after the last bound
    that stands behind its figure.
    """

    def __init__(self, tokens: Tokens, words: Lexicon, ranges: Ranges) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words
        self._ranges = ranges
        self.skipped = (-1, -1)
        self.behind = 0

    def of(self, start: int, *ends: int, moving: bool = True) -> str | None:
        """Return "above", "below" or "about" where words around the figure say so; a bound outweighs "about".

        `ends` are the tokens after the number ("yıla kadar" is said of its unit too), after the unit, and after the
        noun that the figure counts, if there is one ("5人以上"). `moving`: the figure may be what something rose to.
        """
        found = set()
        start = self._ranges.before_noun(start)
        for _ in range(0 if start == self._ranges.reached else 2):
            before = self._words.bounds_before.before(self._keys, start)
            if before is None and self._ends_open(start):
                found.add("below")
            if before is None or self._is_skipped(before[1], start):
                break  # "le salaire minimum 1 766 euros" names what is stated, and states no bound
            level = before[0] == "below" and self._words.levels.before(self._keys, start)
            moved = moving and level and (self._ranges.changes(start, before[1]) or self._ranges.led_to(before[1]))
            told = moving or start - before[1] == 1  # "fielen bis zu 45 Zentimeter Schnee" tells of no movement
            if moved or (level and told and self._ranges.arrives(before[1], start, ends[-1])):
                return None  # "rose up to 5 %"
            found.add(before[0])
            start = before[1]
        after = [
            (end, self._words.bounds_after.longest(self._keys, end)) for end in ends if not self._tokens.quiet(end)
        ]
        if not any(each for _, each in after) and (more := self._with_last(ends[0])):
            after = [more]
        if not any(each for _, each in after) and (joined := self._with_ending(ends)):
            after = [joined]
        if said := next((each for end, each in after if each and not self._is_of_next(end, each[1])), None):
            if said[0] == "below" and self._words.moves.longest(self._keys, said[1]):
                return None  # "250 minə qədər azalıb": it fell to so many
            found.add(said[0])
            self.behind = said[1]
        return next((name for name in ("above", "below", "about") if name in found), None)

    def _place(self, at: int) -> tuple[int, int]:
        """Return where a token begins and ends."""
        return self._tokens.starts[at], self._tokens.ends[at]

    def _with_last(self, end: int) -> tuple[int, tuple[str, int]] | None:
        """Return what is said of a number in a form of its last word: "5 லட்சத்துக்கும் அதிகம்" (above 500,000)."""
        if not self._keys[end - 1]:
            return None
        found = self._words.bounds_after.longest(self._keys, end - 1)
        return (end, found) if found and found[1] > end else None

    def _with_ending(self, ends: tuple[int, ...]) -> tuple[int, tuple[str, int]] | None:
        """Return what is said with an ending of the figure's last word: "१० टक्क्यांपेक्षा अधिक" (above 10 %)."""
        tokens, words = self._tokens, self._words
        for end in ends if words.bound_endings else ():
            last = tokens.text[tokens.starts[end - 1] : tokens.ends[end - 1]]
            for ending in words.bound_endings if tokens.numbers[end - 1] is None else ():
                keys = [f"~{ending}", *self._keys[end : end + _LONGEST]]
                if last.endswith(ending) and (found := words.bounds_joined.longest(keys, 0)):
                    return end - 1, (found[0], end - 1 + found[1])
        return None

    def _is_skipped(self, first: int, last: int) -> bool:
        """Return whether words are part of others that only look like a figure; not where they hold those ("zo'n")."""
        start, end = self.skipped
        return first < end and not (first <= start and end < last)

    def _is_of_next(self, first: int, last: int) -> bool:
        """Return whether words behind a figure begin a bound of the next one: "200 died and more than 500 fled"."""
        for end in range(last, min(last + _LONGEST, len(self._keys) - 1) + 1):
            if self._tokens.numbers[end] is None and self._keys[end] not in self._words.beginnings:
                continue
            bound = self._words.bounds_before.before(self._keys, end)
            if bound and first <= bound[1] < last:
                return True
        return False

    def _ends_open(self, at: int) -> bool:
        """Return whether a sentence begins with the end of a range of which no beginning is said: "До 500 человек"."""
        opened = at == 1 or (at > 1 and self._keys[at - 2] in _OPENINGS)
        if at > 1 and self._keys[at - 2] == "." and self._tokens.written(*self._place(at - 1)).islower():
            return False  # "o 12 proc. do 340 mln": the full stop of an abbreviation
        return opened and bool(self._words.to.alone(self._keys[at - 1]))
