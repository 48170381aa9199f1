"""Figures of two numbers or of special words: ordinals, fractions, "a/b", scores."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from factcheck.claims.calling import Calls
from factcheck.claims.dates import MONTH_DAY
from factcheck.claims.marks import NOTHING, Mark
from factcheck.claims.spoken import last_digit
from factcheck.claims.units import PERCENT, POINT, TIMES
from factcheck.model import Kind, Quantity

if TYPE_CHECKING:
    from factcheck.claims.amounts import Amounts
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon
    from factcheck.claims.values import Amount

_DASHES = frozenset("-–—:")  # ":" only between numbers that are no clock time
_DENOMINATOR = 10  # the largest of fractions in digits; a larger one names something
_SCORE = 199
SCORE = "score"  # the unit of scores: the smaller number is `low`, since right-to-left texts turn them round
_TENTH = 10  # per cent
_LINK = 4  # letters of a word between a part and its period: "of 2022", "del 2022"
_YEARS = range(1900, 2100)
_WORDS_COUNTED = 2  # "young people", between a whole and its part
_MAP = 10_000  # of scales of maps
_SHARES = (*range(2, 11), 100, 1000)  # what shares are told of: 1 in 5, 3 of 10, 12 in 1,000

_Rule: TypeAlias = Callable[[int], "tuple[int, Mark] | None"]


class Pairs:
    """Reads them from the tokens of one text; each method returns the next token and what was read, or None."""

    def __init__(self, tokens: Tokens, words: Lexicon, amounts: Amounts) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words
        self._amounts = amounts
        self._calls = Calls(tokens, words, amounts)
        self._shared = not words.ratios.root.keys().isdisjoint(tokens.keys)  # whether a word of shares is in the text

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
            rules.append(self._name)
        if ended or before in words.ordinals_before.root:
            rules.append(self._ordinal)
        if self._calls.said:
            rules.append(self._calls.number)
        if after == "/":
            rules.append(self._slash)
        elif after in _DASHES or after in words.scores.root or after in words.to.root:
            rules.append(self._score)
        return rules + self._rules_of_both()

    def _rules_of_words(self, at: int) -> list[_Rule]:
        """Return the rules that a number word, or the like, allows for, in order."""
        key, words = self._keys[at], self._words
        rules = [self._name, self._ordinal]
        if key in words.point_parts.root:
            rules.insert(0, self._points)
        if key in words.fractions.root:
            rules.append(self._fraction)
        if key in words.multiples.root:
            rules.append(self._multiple)
        return rules + self._rules_of_both()

    def _rules_of_both(self) -> list[_Rule]:
        """Return the rules for whole and part that the language and the text have words for."""
        words = self._words
        rules: list[_Rule] = [self._denominator_first] if words.over.root else []
        if words.tenths.root:
            rules.append(self._tenths)
        if words.shares.root or words.wholes.root:
            rules.append(self._whole_first)
        if self._shared:
            rules.append(self._ratio)
        return rules

    def _mark(self, start: int, end: int, kind: Kind, quantity: Quantity = NOTHING) -> tuple[int, Mark]:
        return end, Mark(self._tokens.starts[start], self._tokens.ends[end - 1], kind, quantity)

    def _multiple(self, at: int) -> tuple[int, Mark] | None:
        found = self._words.multiples.longest(self._keys, at)
        if found is None:
            return None
        return self._mark(at, found[1], Kind.MULTIPLE, Quantity(found[0], found[0], TIMES.id))

    def _points(self, at: int) -> tuple[int, Mark] | None:
        """Return "a quarter of a percentage point"."""
        found = self._words.point_parts.longest(self._keys, at)
        if found is None:
            return None
        return self._mark(at, found[1], Kind.PERCENT, Quantity(found[0], found[0], POINT.id, Decimal("0.01")))

    @cached_property
    def _other_days(self) -> bool:
        """Return whether the text has "a/b" that can only be a day and month."""
        pairs = (self._amounts.over(at) for at in range(len(self._tokens)) if self._tokens.numbers[at] is not None)
        return any(pair and 31 >= pair[0] > pair[1] and 1 <= pair[1] <= 12 for pair in pairs)

    def _name(self, at: int) -> tuple[int, Mark] | None:
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
        return self._mark(at, end, Kind.ID) if self._words.names_after.longest(self._keys, end) else None

    # ---- ordinals and fractions

    def _ordinal(self, at: int) -> tuple[int, Mark] | None:
        tokens = self._tokens
        written = tokens.numbers[at]
        if written is not None:
            after = self._words.ordinals_after.longest(self._keys, at + 1) if at + 1 < len(tokens) else None
            if after and written.bare and tokens.text[tokens.ends[at] : tokens.starts[at + 1]] in {"", "-"}:
                return self._mark(at, after[1], Kind.ORDINAL, Quantity(written.value, written.value))
            if self._words.dotted and written.bare and self._dot_inside(at):
                return self._mark(at, at + 2, Kind.ORDINAL, Quantity(written.value, written.value))
            if written.bare and self._words.ordinals_before.before(self._keys, at):
                return self._mark(at, at + 1, Kind.ORDINAL, Quantity(written.value, written.value))
            return None
        found = self._words.ordinals.longest(self._keys, at)
        number = self._amounts.at(at)
        if number and (found is None or number.end >= found[1]):
            if more := self._ordinal_after(number):
                return more
            if self._words.ordinals_before.before(self._keys, at):
                return self._mark(at, number.end, Kind.ORDINAL, Quantity(number.value, number.value))
            return None
        if found is None:
            return None
        last = self._words.ordinals.longest(self._keys, found[1])
        if last and found[0].value % 10 == 0 and found[0].value >= 20 and last[0].value < 10:  # "vigésimo quinto"
            value = found[0].value + last[0].value
            return self._mark(at, last[1], Kind.ORDINAL, Quantity(value, value))
        if found[0].weak and not self._words.ordinals_before.before(self._keys, at):
            return None
        return self._mark(at, found[1], Kind.ORDINAL, Quantity(found[0].value, found[0].value))

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

    def _ordinal_after(self, number: Amount) -> tuple[int, Mark] | None:
        """Return the ordinal that a number word and an ordinal word after it make: "forty-fourth", "چهل و چهارمین"."""
        ten = 100 if number.value % 100 == 0 else 10
        if number.digits or number.value < 20 or number.value % ten:
            return None
        after = number.end + (
            self._keys[number.end : number.end + 1] != [] and self._keys[number.end] in self._words.joiners
        )
        last = self._words.ordinals.longest(self._keys, after)
        if last is None or not 0 < last[0].value < ten:
            return None
        value = number.value + last[0].value
        return self._mark(number.start, last[1], Kind.ORDINAL, Quantity(value, value))

    def _fraction(self, at: int) -> tuple[int, Mark] | None:
        found = self._words.fractions.longest(self._keys, at)
        number = self._words.numbers.longest(self._keys, at)
        if found is None:
            return None
        if number and (number[1] > found[1] or (number[1] == found[1] and self._amounts.measured(found[1]))):
            return None  # "half a million", "half an hour"
        said, scaled = self._words.duals.longest(self._keys, at), self._amounts.at(at)
        if (said and said[1] > found[1]) or (scaled and scaled.end > found[1]):
            return None  # "un quart d'heure", "a quarter of a million"
        if self._is_period(found[1]):
            return self._mark(at, found[1], Kind.DATE)  # "the first half of 2022", "a metà 2021"
        value = (found[0] * 100).quantize(Decimal("0.01"))
        quantity = Quantity(value, value, PERCENT.id, Decimal(1), approximate=True)
        return self._mark(at, found[1], Kind.PERCENT, quantity)

    def _is_period(self, at: int) -> bool:
        """Return whether a date or a year stands at a token, or after one short word that links to it."""
        tokens = self._tokens
        for first in (at, at + 1):
            if first >= len(tokens):
                return False
            mark, number = tokens.marks[first], tokens.numbers[first]
            if mark is not None:
                return mark.kind is Kind.DATE
            if number is not None:
                year = number.bare and number.value in _YEARS
                return year and not self._words.nouns.longest(self._keys, first + 1)
            if tokens.ends[first] - tokens.starts[first] > _LINK:
                return False
        return False

    def _denominator_first(self, at: int) -> tuple[int, Mark] | None:
        """Return "3分の1" as a share."""
        whole = self._amounts.at(at)
        found = self._words.over.longest(self._keys, whole.end) if whole else None
        part = self._amounts.at(found[1]) if found else None
        if whole is None or part is None or not 0 < part.value < whole.value:
            return None
        if whole.value >= _MAP and part.value == 1:
            return self._mark(at, part.end, Kind.ID)  # "2万5千分の1"
        return self._mark(at, part.end, Kind.PERCENT, _share(part.value, whole.value))

    def _tenths(self, at: int) -> tuple[int, Mark] | None:
        """Return "3割", "7割5分" (30, 75 per cent); the first is of tenths, since "5分" alone are five minutes."""
        value, end, step = Decimal(0), at, Decimal(100)
        while (amount := self._amounts.at(end)) and (found := self._words.tenths.longest(self._keys, amount.end)):
            if found[0] >= step or (end == at and found[0] < _TENTH):
                break
            value, end, step = value + amount.value * found[0], found[1], found[0]
        if end > at and self._words.ideographs and (digit := last_digit(end, self._tokens, self._words)):
            end, step = end + 1, step / _TENTH  # "三成五"
            value += digit * step
        if end == at or not 0 < value <= 100:
            return None
        spoken = self._tokens.numbers[at] is None
        return self._mark(at, end, Kind.PERCENT, Quantity(value, value, PERCENT.id, step, approximate=spoken))

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
            return self._mark(at, at + 3, Kind.PERCENT, _share(Decimal(first), Decimal(second)))
        if self._is_day(first, second):
            day, month = (second, first) if self._words.slash == "month first" else (first, second)
            days = Quantity(Decimal(month * 100 + day), Decimal(month * 100 + day), MONTH_DAY)
            return self._mark(at, at + 3, Kind.DATE, days)
        return self._mark(at, at + 3, Kind.ID, NOTHING)

    def _is_day(self, first: int, second: int) -> bool:
        """Return whether "a/b" is a day and month: it cannot be a fraction, or the text has others that cannot be."""
        if self._words.slash == "month first":
            return 1 <= first <= 12 and 1 <= second <= 31 and (first > second or second > _DENOMINATOR)
        if self._words.slash == "decimal" or not (1 <= first <= 31 and 1 <= second <= 12):
            return False
        if first > second:
            return True
        return self._other_days

    def _ratio(self, at: int) -> tuple[int, Mark] | None:
        """Return "1 in 10", "9 out of 10", "3 ménages sur 10" as a share."""
        one = self._amounts.at(at)
        if one is None or one.scale != 1 or one.value >= _SHARES[-1]:
            return None
        noun = self._words.nouns.longest(self._keys, one.end)
        found = self._words.ratios.longest(self._keys, noun[1] if noun else one.end)
        if found is None and self._words.parts.root and self._counted(one.end):
            found = self._words.parts.longest(self._keys, one.end + 1)
            two = self._amounts.at(found[1]) if found else None
            if two is None or self._words.nouns.longest(self._keys, two.end):
                return None  # "trois buts sur cinq matchs"
        two = self._amounts.at(found[1]) if found else None
        rate = self._words.per.before(self._keys, two.start) if two and two.value == _SHARES[-1] else None
        if two and rate and two.value in rate[0]:
            return None  # "5 médicos por cada mil habitantes"
        if two is None or two.value not in _SHARES or not 0 < one.value < two.value or self._amounts.measured(two.end):
            return None
        return self._mark(at, two.end, Kind.PERCENT, _share(one.value, two.value))

    def _counted(self, at: int) -> bool:
        """Return whether a word stands at a token that is no number and no unit: the "Français" of "six Français"."""
        tokens = self._tokens
        if at >= len(tokens) or tokens.numbers[at] is not None or tokens.marks[at] is not None:
            return False
        return tokens.text[tokens.starts[at]].isalpha() and not self._amounts.measured(at)

    def _whole_first(self, at: int) -> tuple[int, Mark] | None:
        """Return "10人中有1人", "از هر ده نفر شش نفر" as a share."""
        whole = self._amounts.at(at)
        opened = self._words.wholes.before(self._keys, at)
        if whole is None or whole.value not in _SHARES:
            return None
        found = (opened[0] if opened else self._words.shares).longest(self._keys, whole.end)
        named = self._part_after(whole.end) if opened and not found else None  # "از هر ده جوان یک نفر"
        part = self._amounts.at(found[1]) if found else named
        if part is None or not 0 < part.value < whole.value:
            return None
        after = found[0].longest(self._keys, part.end) if found else None
        return self._mark(at, after[1] if after else part.end, Kind.PERCENT, _share(part.value, whole.value))

    def _part_after(self, at: int) -> Amount | None:
        """Return the number after what is counted and a comma, if it is some of that: "ten young men, three"."""
        noun = self._words.nouns.longest(self._keys, at)
        end = noun[1] if noun else at
        while end < at + _WORDS_COUNTED and self._counted(end) and self._amounts.at(end) is None:
            end += 1
        end += self._keys[end : end + 1] in ([","], ["،"])
        part = self._amounts.at(end) if end > at else None
        return None if part is None or self._amounts.measured(part.end) else part

    def _score(self, at: int) -> tuple[int, Mark] | None:
        """Return "3-1", "0-2": two small numbers that make no range, or do so where a match is told of ("5 بر 3")."""
        after = self._second(at)
        if after is None:
            return None
        one, two = self._tokens.numbers[at], self._tokens.numbers[after]
        if one is None or two is None or not (one.bare and two.bare) or max(one.value, two.value) > _SCORE:
            return None
        dash = self._keys[at + 1] in _DASHES
        if self._keys[at + 1] == ":" and not (self._tokens.adjacent(at + 1) and self._tokens.adjacent(after)):
            return None
        tied = after == at + 2 and self._tokens.adjacent(at + 1) and self._tokens.adjacent(after)
        if self._keys[after + 1 : after + 2] == ["/"]:
            return None  # "2-1/2 years"
        if (self._amounts.measured(after + 1) and not self._of_year(after + 1)) or (
            at and self._keys[at - 1] in _DASHES
        ):
            return None
        if self._words.nouns.longest(self._keys, after + 1) and not (dash and two.value <= one.value):
            return None
        said = not dash and self._words.scores.longest(self._keys, at + 1) is not None
        began = self._words.starts.before(self._keys, at)  # "from 3 to 1"
        falls = two.value < one.value or one.value in {two.value, 0} or self._keys[at + 1] == ":"
        if not (
            said
            or (self._of_games and (dash or two.value in {0, one.value} or (falls and not began)))
            or (falls and (tied or dash))
        ):
            return None
        return self.score(at, after)

    def _of_year(self, at: int) -> bool:
        """Return whether the word at a token is no unit but that of the year after it: "3-1 سال 2018"."""
        word = self._words.year_before.root.get(self._keys[at]) is not None and at + 1 < len(self._tokens)
        return (
            word
            and self._tokens.numbers[at + 1] is not None
            and self._tokens.ends[at + 1] - self._tokens.starts[at + 1] == 4
        )

    def score(self, at: int, after: int) -> tuple[int, Mark] | None:
        """Return the score of two numbers at two tokens; None if they are not both small and bare."""
        one, two = self._tokens.numbers[at], self._tokens.numbers[after]
        if one is None or two is None or not (one.bare and two.bare) or max(one.value, two.value) > _SCORE:
            return None
        low, high = sorted((one.value, two.value))
        return self._mark(at, after + 1, Kind.SCORE, Quantity(low, high, SCORE))

    def _second(self, at: int) -> int | None:
        """Return where the second number stands after a dash, a word of scores or a word of ranges."""
        if at + 2 >= len(self._tokens):
            return None
        if self._keys[at + 1] in _DASHES:
            return at + 2
        found = self._words.scores.longest(self._keys, at + 1) or self._words.to.longest(self._keys, at + 1)
        return found[1] if found and found[1] < len(self._tokens) else None

    @cached_property
    def _of_games(self) -> bool:
        """Return whether the text tells of a game."""
        root = self._words.games.root
        return any(self._words.games.longest(self._keys, at) for at, key in enumerate(self._keys) if key in root)


def _share(part: Decimal, whole: Decimal) -> Quantity:
    value = (part / whole * 100).quantize(Decimal("0.01"))
    return Quantity(value, value, PERCENT.id, Decimal(1), approximate=True)
