"""Figures of two numbers or of special words: results, ordinals, shares, "a/b", multiples."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from factcheck.claims.calling import Calls
from factcheck.claims.dates import MONTH_DAY
from factcheck.claims.marks import NOTHING, Mark
from factcheck.claims.ordinals import Ordinals
from factcheck.claims.rules import Rules
from factcheck.claims.scores import DASHES
from factcheck.claims.shares import Shares, share
from factcheck.claims.units import POINT, TIMES
from factcheck.model import Kind, Quantity

if TYPE_CHECKING:
    from factcheck.claims.amounts import Amounts
    from factcheck.claims.scores import Scores
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

_DENOMINATOR = 10  # the largest of fractions in digits; a larger one names something

_Rule: TypeAlias = Callable[[int], "tuple[int, Mark] | None"]


class Pairs(Rules):
    """Reads them from the tokens of one text; each method returns the next token and what was read, or None."""

    def __init__(self, tokens: Tokens, words: Lexicon, amounts: Amounts, scores: Scores) -> None:
        super().__init__(tokens, words, amounts)
        self._calls = Calls(tokens, words, amounts)
        self._ordinals = Ordinals(tokens, words, amounts)
        self._shares = Shares(tokens, words, amounts)
        self._scores = scores
        self._of_both = self._rules_of_both()

    def read(self, at: int) -> tuple[int, Mark] | None:
        """Return the index of the token after the figure at a token, and the figure; None if there is none."""
        written = self._tokens.numbers[at] is not None
        for rule in self._rules_of_digits(at) if written else self._rules_of_words(at):
            if found := rule(at):
                return found
        return None

    def _rules_of_digits(self, at: int) -> list[_Rule]:
        """Return the rules that what stands beside a number in digits allows for, in order."""
        keys, words = self._keys, self._words
        before, after = keys[at - 1] if at else "", keys[at + 1] if at + 1 < len(keys) else ""
        if not (before or after or self._calls.said):
            return []
        rules: list[_Rule] = []
        ended = after == "." or after in words.ordinals_after.root
        if ended or after in words.names_after.root:
            rules.append(self._ordinals.name)
        if ended or before in words.ordinals_before.root:
            rules.append(self._ordinals.read)
        if self._calls.said:
            rules.append(self._calls.number)
        if after == "/":
            rules.append(self._slash)
        elif after in DASHES or after in words.scores.root or after in words.to.root:
            rules.append(self._scores.read)
        return rules + self._of_both

    def _rules_of_words(self, at: int) -> list[_Rule]:
        """Return the rules that a number word, or the like, allows for, in order."""
        key, words = self._keys[at], self._words
        rules = [self._ordinals.name, self._ordinals.read]
        if key in words.point_parts.root:
            rules.insert(0, self._points)
        if key in words.fractions.root:
            rules.append(self._shares.fraction)
        if key in words.multiples.root:
            rules.append(self._multiple)
        return rules + self._of_both

    def _rules_of_both(self) -> list[_Rule]:
        """Return the rules for whole and part that the language and the text have words for."""
        words = self._words
        rules: list[_Rule] = [self._shares.denominator_first] if words.over.root else []
        if words.tenths.root:
            rules.append(self._shares.tenths)
        if words.shares.root or words.wholes.root:
            rules.append(self._shares.whole_first)
        if not words.ratios.root.keys().isdisjoint(self._keys):
            rules.append(self._shares.ratio)
        return rules

    def _multiple(self, at: int) -> tuple[int, Mark] | None:
        found = self._words.multiples.longest(self._keys, at)
        if found is None:
            return None
        return self._tokens.marked(at, found[1], Kind.MULTIPLE, Quantity(found[0], found[0], TIMES.id))

    def _points(self, at: int) -> tuple[int, Mark] | None:
        """Return "a quarter of a percentage point"."""
        found = self._words.point_parts.longest(self._keys, at)
        if found is None:
            return None
        return self._tokens.marked(at, found[1], Kind.PERCENT, Quantity(found[0], found[0], POINT.id, Decimal("0.01")))

    @cached_property
    def _other_days(self) -> bool:
        """Return whether the text has "a/b" that can only be a day and month."""
        pairs = (self._amounts.over(at) for at in range(len(self._tokens)) if self._tokens.numbers[at] is not None)
        return any(pair and 31 >= pair[0] > pair[1] and 1 <= pair[1] <= 12 for pair in pairs)

    def _slash(self, at: int) -> tuple[int, Mark] | None:
        """Return "a/b" as a fraction, a day and month, or a name; None where it is a decimal number (Persian)."""
        pair = self._amounts.over(at)
        if pair is None or (at > 0 and self._keys[at - 1] == "/") or self._keys[at + 3 : at + 4] == ["/"]:
            return None
        amount = self._amounts.at(at)
        if amount and amount.end > at + 1:
            return None
        first, second = pair
        counted = self._words.nouns.longest(self._keys, at + 3) is not None
        if 0 < first < second and (counted or second <= _DENOMINATOR) and not (self._other_days and not counted):
            return self._tokens.marked(at, at + 3, Kind.PERCENT, share(Decimal(first), Decimal(second)))
        if self._is_day(first, second):
            day, month = (second, first) if self._words.slash == "month first" else (first, second)
            days = Quantity(Decimal(month * 100 + day), Decimal(month * 100 + day), MONTH_DAY)
            return self._tokens.marked(at, at + 3, Kind.DATE, days)
        return self._tokens.marked(at, at + 3, Kind.ID, NOTHING)

    def _is_day(self, first: int, second: int) -> bool:
        """Return whether "a/b" is a day and month: it cannot be a fraction, or the text has others that cannot be."""
        if self._words.slash == "month first":
            return 1 <= first <= 12 and 1 <= second <= 31 and (first > second or second > _DENOMINATOR)
        if self._words.slash == "decimal" or not (1 <= first <= 31 and 1 <= second <= 12):
            return False
        return first > second or self._other_days
