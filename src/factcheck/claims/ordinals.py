"""Ordinals in digits and words: "21.", "第3", "forty-fourth"; and those that only name: "1. Weltkrieg"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.rules import Rules
from factcheck.claims.years import is_recent
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from factcheck.claims.marks import Mark
    from factcheck.claims.values import Amount


_INDIA, _BEYOND = "\u08ff", "\u0e00"  # around the letters of India
_LONG_ENDING = 3  # signs, vowels too


class Ordinals(Rules):
    """Reads them from the tokens of one text; each method returns the next token and what was read, or None."""

    def read(self, at: int) -> tuple[int, Mark] | None:
        """Return the ordinal at a token."""
        tokens = self._tokens
        written = tokens.numbers[at]
        if written is not None:
            after = self._words.ordinals_after.longest(self._keys, at + 1) if at + 1 < len(tokens) else None
            if after and written.bare and self._tied(at):
                if is_recent(written.value) and self._words.year_after.longest(["-", self._keys[at + 1]], 0):
                    period = Period.of_year(int(written.value))  # "2023-та"
                    return self._tokens.marked(at, after[1], Kind.DATE, Quantity(written.value, written.value), period)
                return self._tokens.marked(at, after[1], Kind.ORDINAL, Quantity(written.value, written.value))
            if self._words.dotted and written.bare and self._dot_inside(at):
                return self._tokens.marked(at, at + 2, Kind.ORDINAL, Quantity(written.value, written.value))
            if written.bare and self._words.ordinals_before.before(self._keys, at):
                return self._tokens.marked(at, at + 1, Kind.ORDINAL, Quantity(written.value, written.value))
            return None
        found = self._words.ordinals.longest(self._keys, at)
        number = self._amounts.at(at)
        if number and (found is None or number.end >= found[1]):
            if more := self._after(number):
                return more
            if self._words.ordinals_before.before(self._keys, at):
                return self._tokens.marked(at, number.end, Kind.ORDINAL, Quantity(number.value, number.value))
            return None
        if found is None:
            return None
        last = self._words.ordinals.longest(self._keys, found[1])
        if last and found[0].value % 10 == 0 and found[0].value >= 20 and last[0].value < 10:  # "vigésimo quinto"
            value = found[0].value + last[0].value
            return self._tokens.marked(at, last[1], Kind.ORDINAL, Quantity(value, value))
        if found[0].weak and not self._words.ordinals_before.before(self._keys, at):
            return None
        return self._tokens.marked(at, found[1], Kind.ORDINAL, Quantity(found[0].value, found[0].value))

    def _tied(self, at: int) -> bool:
        """Return whether the word behind a number is written to it, or is a long ending of India: "६९ व्या", "21 वीं"."""
        tokens = self._tokens
        gap, mark = tokens.text[tokens.ends[at] : tokens.starts[at + 1]], self._keys[at + 1]
        return gap in {"", "-"} or (gap == " " and len(mark) >= _LONG_ENDING and _INDIA < mark[0] < _BEYOND)

    def _dot_inside(self, at: int) -> bool:
        """Return whether a full stop after a number ends no sentence, so that "21." is an ordinal."""
        tokens = self._tokens
        if (
            self._keys[at + 1 : at + 2] != ["."]
            or not tokens.adjacent(at + 1)
            or tokens.ends[at] - tokens.starts[at] > 2
        ):
            return False
        rest = tokens.text[tokens.ends[at + 1] : tokens.ends[at + 1] + 2]
        return len(rest) == 2 and rest[0] in " \u00a0" and rest[1].isalpha()

    def _after(self, number: Amount) -> tuple[int, Mark] | None:
        """Return the ordinal that a number word and an ordinal word after it make: "forty-fourth", "چهل و چهارمین"."""
        if number.digits or number.value < 20:
            return None
        ten = 100 if number.value % 100 == 0 else 10
        if number.value % ten:
            return None
        after = number.end + (
            self._keys[number.end : number.end + 1] != [] and self._keys[number.end] in self._words.joiners
        )
        last = self._words.ordinals.longest(self._keys, after)
        if last is None or not 0 < last[0].value < ten:
            return None
        value = number.value + last[0].value
        return self._tokens.marked(number.start, last[1], Kind.ORDINAL, Quantity(value, value))

    def name(self, at: int) -> tuple[int, Mark] | None:
        """Return a number or an ordinal that only names what follows: "1. Weltkrieg", "1 numara"."""
        if not self._words.names_after.root:
            return None
        found = self._words.ordinals.longest(self._keys, at)
        end = found[1] if found else at + 1
        if found is None and self._tokens.numbers[at] is None:
            return None
        written = self._words.ordinals_after.longest(self._keys, end) if found is None else None
        end = written[1] if written else end
        end += self._keys[end : end + 1] == ["."]
        return self._tokens.marked(at, end, Kind.ID) if self._words.names_after.longest(self._keys, end) else None
