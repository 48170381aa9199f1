"""Two values that belong together: ranges, whose magnitude word and unit may be said once, and movements."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.calendars import likely_year
from factcheck.claims.rules import CLAUSE_ENDS
from factcheck.claims.values import power_of_ten
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.claims.operands import Operands
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon, Trie
    from factcheck.claims.units import Unit
    from factcheck.claims.values import Amount, Operand

_DASHES = frozenset("-–—~〜～∼")
_YEARS = range(1900, 2100)
_NEAR = 6  # tokens
_FAR, _BEHIND = 24, 4  # tokens before "to", and behind its figure, where a movement may be told
_SENTENCE_ENDS = frozenset("!?;")
_YEAR = "duration-year"  # said of ages too
_MILLION = Decimal(1_000_000)
_COMMA, _TEN = "、", Decimal(10)  # between the ends of the small ranges of Chinese and Japanese
_MANY = Decimal(1000)  # from how many on people are what a rate is told of
_TIMES = Decimal(10)  # a value moves from 5 to 3 million, not from 5


class Ranges:
    """Reads them from the tokens of one text.

    `begun` and `reached` are where the values of the last movement begin: what stands between them is no bound.
    """

    def __init__(self, tokens: Tokens, words: Lexicon, operands: Operands) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words
        self._operands = operands
        self._money: Operand | None = None  # the last millions of some money
        self._carried: Operand | None = None  # the end of a movement, with the unit of its beginning
        self.begun = self.reached = -1

    def read(self, one: Operand) -> tuple[Operand, Operand | None]:
        """Return the ends of a range, or a single value and None; what one end leaves out is that of the other."""
        if self._carried is not None and self._carried.start == one.start:
            one, self._carried = self._carried, None
        if one.amount.scale >= _MILLION:
            one = self._in_money(one)
        if self._tokens.quiet(one.end):
            return one, None
        at = one.end
        dash = self._keys[at] in _DASHES
        after, closers, reaches = at + 1, None, False
        if dash and self._hangs(at):
            dash, one = False, replace(one, end=at + 1)
        if not dash:
            link = self._link(one) or self._tied(one) or self._repeated(one)
            if link is None:
                return one, None
            after, closers, reaches = link
        two = self._operands.at(after) if after < len(self._tokens) else None
        if two is None or two.amount.digits != one.amount.digits:
            return one, None
        if (one.amount.weak or two.amount.weak) and not (one.unit or two.unit or self._counts(two.end)):
            return one, None
        if one.unit and two.unit and one.unit != two.unit:
            return one, None
        if closers is not None and not closers.longest(self._keys, two.end):
            return one, None
        if not dash and closers is None and reaches and self._is_rate(one, two):
            return one, None
        if not dash and closers is None and (reaches or self._is_movement(one, two)):
            if self._is_alone_a_year(one) or self._is_alone_a_year(two):
                return one, None  # "stieg 2025 auf 12,82 Euro", "yüzde 86'dan 2022'de"
            return self._moved(one, two), None
        if not dash and closers is None and (self._came_to(one, two) or self._is_year_before(one, two)):
            return one, None
        return self._range(one, two)

    def _hangs(self, at: int) -> bool:
        """Return whether a hyphen stands for what the second value ends with: "15- to 24-year-olds"."""
        tokens = self._tokens
        return tokens.adjacent(at) and at + 1 < len(tokens) and tokens.starts[at + 1] > tokens.ends[at]

    def _in_money(self, one: Operand) -> Operand:
        """Return millions with the money of those that they are compared with: "€650 billion against 707 billion"."""
        if one.unit is not None:
            self._money = one if one.unit.kind is Kind.MONEY else self._money
            return one
        words, keys, tokens = self._words, self._keys, self._tokens
        about = words.bounds_before.before(keys, one.start)
        start = about[1] if about else one.start
        if self._money is None or self._money.unit is None or not words.starts.before(keys, start):
            return one
        ended = one.end == len(tokens) or keys[one.end] in CLAUSE_ENDS or tokens.marks[one.end] is not None
        ended = ended or any(each.alone(keys[one.end]) for each in (words.time_before, words.year_before))
        ratio = self._money.amount.value / one.amount.value if one.amount.value else _MILLION
        if not ended or words.openers.before(keys, start) or not 1 / _TIMES < ratio < _TIMES:
            return one
        return replace(one, unit=self._money.unit._replace(bare=True))

    def _link(self, one: Operand) -> tuple[int, Trie[bool] | None, bool] | None:
        """Return the token after the words between two values, what must close the range, and if something moves."""
        words, keys, at = self._words, self._keys, one.end
        key = keys[at]
        if key in words.closed.root and (closed := words.closed.longest(keys, at)):
            two = self._operands.at(closed[1]) if closed[1] < len(self._tokens) else None
            if two is not None and closed[0].longest(keys, two.end):
                return closed[1], closed[0], False
        joined = words.to.longest(keys, at) if key in words.to.root else None
        reaches = words.reaches.longest(keys, at) if key in words.reaches.root else None
        if reaches and (joined is None or reaches[1] > joined[1]) and not self._opened(one):
            return self._over_hyphen(reaches[1]), None, True
        if one.unit is None and key in words.moves.root and words.starts.before(keys, self.before_noun(one.start)):
            moved = words.moves.longest(keys, at)  # "s 12,4 zvišala na 13,1 odstotka"
            reached = words.reaches.longest(keys, moved[1]) if moved else None
            if reached:
                return self._over_hyphen(reached[1]), None, True
        after = joined[1] if joined else self._opened(one)
        return (self._over_hyphen(after), None, False) if after else None

    def _tied(self, one: Operand) -> tuple[int, Trie[bool] | None, bool] | None:
        """Return what `_link` does for two numbers side by side: "две-три недели", "iki üç hafta", "2、3週間"."""
        tokens, at = self._tokens, one.end
        listed = self._keys[at] == _COMMA and self._keys[one.start - 1 : one.start] != [_COMMA]
        if one.unit is not None or not (listed or not one.amount.digits):
            return None
        two = self._operands.at(at + listed) if at + listed < len(tokens) else None
        if two is None or two.amount.digits != one.amount.digits or two.amount.value <= one.amount.value:
            return None
        if two.end > two.amount.end and self._keys[two.amount.end] in self._words.joined:
            return None  # "un ventenne", "zwei Dreijährige"
        if not listed and tokens.text[tokens.ends[at - 1] : tokens.starts[at]] in _DASHES:
            return at, None, False
        follows = two.amount.value / power_of_ten(two.amount.value) == one.amount.value + 1 <= _TEN
        next_to_it = follows and (two.unit or self._counts(two.end))
        return (at + listed, None, False) if next_to_it else None

    def _repeated(self, one: Operand) -> tuple[int, Trie[bool] | None, bool] | None:
        """Return what `_link` does where both values have the same word or sign: "300人到500人", "Rp10-Rp15"."""
        tokens, at = self._tokens, one.end
        if one.start < one.amount.start and one.unit and one.unit.kind is Kind.MONEY:
            gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]  # a hyphen before a letter is no token
            return (at, None, False) if gap.strip() in _DASHES and gap.strip() else None
        if one.unit is not None or self._keys[at] in self._words.ands or tokens.numbers[at] is not None:
            return None
        joined = self._words.to.longest(self._keys, at + 1)
        after = joined[1] if joined else at + 2 if self._keys[at + 1 : at + 2] and self._keys[at + 1] in _DASHES else 0
        two = self._operands.at(after) if after and after < len(tokens) else None
        if two is None or two.unit is not None or two.end >= len(tokens):
            return None
        word = tokens.text[tokens.starts[at] : tokens.ends[at]]
        return (after, None, False) if tokens.text.startswith(word, tokens.starts[two.end]) else None

    def _counts(self, at: int) -> bool:
        """Return whether a counted noun or a classifier stands at a token."""
        words, keys = self._words, self._keys
        return words.nouns.longest(keys, at) is not None or words.counters.longest(keys, at) is not None

    def _over_hyphen(self, at: int) -> int:
        """Return the token after a hyphen that ties a word to the number after it: "ל-9"."""
        tied = self._keys[at : at + 1] == ["-"] and self._tokens.adjacent(at) and at + 1 < len(self._tokens)
        return at + 1 if tied and self._tokens.adjacent(at + 1) else at

    def _opened(self, one: Operand) -> int | None:
        """Return the token after the second word of a pair whose first stands before a value: "between ... and"."""
        opener = self._words.openers.before(self._keys, self.before_noun(one.start))
        inner = opener[0].longest(self._keys, one.end) if opener else None
        return inner[1] if inner else None

    def _is_movement(self, one: Operand, two: Operand) -> bool:
        """Return whether "from 5 % to 10 %" is a movement: words near it say that something rose, fell or went."""
        starts = self._words.starts.before(self._keys, self.before_noun(one.start)) is not None
        ages = two.unit is not None and two.unit.id == _YEAR  # "de 15 a 24 años subió al 9 %"
        if starts and self._ends_in_moving(two) and not ages:
            return True  # "van 5% tot 6% gestyg"
        if one.unit and two.unit:
            return self.moves(one.start)
        return starts and self.changes(one.start, one.start)

    def _is_alone_a_year(self, one: Operand) -> bool:
        """Return whether a value may be a year of the news, in the language's own calendar too."""
        if one.unit is not None or not one.amount.plain_digits:
            return False
        return one.amount.value in _YEARS or likely_year(int(one.amount.value), self._words.calendar)

    def _is_year_before(self, one: Operand, two: Operand) -> bool:
        """Return whether a year stands before what something came to: "in 2023 to 2.8 billion tonnes"."""
        return self._is_alone_a_year(one) and two.amount.value > _MANY * one.amount.value

    def _is_rate(self, one: Operand, two: Operand) -> bool:
        """Return whether one value is told of so many as the other says: "15,1 auf 100.000 Einwohner"."""
        many, scaled = two.amount.value, one.amount.scale != 1 or two.amount.scale != 1
        if scaled or one.unit or two.unit or many < _MANY or many != power_of_ten(many):
            return False
        return one.amount.value < many and not self.changes(one.start, one.start)

    def _came_to(self, one: Operand, two: Operand) -> bool:
        """Return whether "fell by 23,000 to 1.41 million" names a change and what it led to."""
        low, high = self._scaled(one.amount, two.amount)
        if high.value <= _TIMES * low.value or self._opened(one) is not None:
            return False
        return self.changes(one.start, one.start) or self._ends_in_moving(two)

    def _ends_in_moving(self, two: Operand) -> bool:
        """Return whether a word of moving closes the clause of a value: "met 5 000 tot 1,4 miljoen gedaal"."""
        return two.end < len(self._keys) and self._words.moves.longest(self._keys, two.end) is not None

    def _moved(self, one: Operand, two: Operand) -> Operand:
        """Return the beginning of a movement with the magnitude word and unit of its end, and keep the end."""
        self.begun, self.reached = one.start, two.start
        one = one if one.unit or two.factor == 1 else one.times(two.factor)  # "from 45 to 72 cents"
        if one.unit and not two.unit and one.start < one.amount.start:
            self._carried = replace(two, unit=one.unit)  # "yüzde 7'den 9'a"
            return one
        amount = one.amount
        if amount.scale == 1 and two.amount.scale != 1:
            near = amount.scaled(two.amount.scale).value
            if near <= two.amount.value * _TIMES and two.amount.value <= near * _TIMES:
                amount = amount.scaled(two.amount.scale)
        return replace(one, amount=amount, unit=one.unit or two.unit)

    def _range(self, one: Operand, two: Operand) -> tuple[Operand, Operand | None]:
        if one.unit is None and two.factor != 1:
            one = one.times(two.factor)
        low, high = self._scaled(one.amount, two.amount)
        if low.other is not None and high.other is None and low.value > high.value:
            low = low.with_decimals()
        if low.value >= high.value:
            return one, None
        unit = two.unit or one.unit
        behind = one.start == one.amount.start and one.end > one.amount.end
        if one.unit and not two.unit and one.unit.kind is not Kind.MONEY and behind:
            return one, None  # a unit before the first number is that of both: "%10-15", "aged 15 to 24"
        return replace(one, amount=low, unit=unit), replace(two, amount=high, unit=unit)

    def _scaled(self, low: Amount, high: Amount) -> tuple[Amount, Amount]:
        """Return both with the magnitude word that only one of them has: "3 to 5 million", "milioni 3 hadi 5"."""
        if low.scale == 1 and high.scale != 1 and low.value < high.mantissa:
            return low.scaled(high.scale), high
        power = power_of_ten(high.value)
        if not low.digits and low.value < _TEN <= power and low.value + 1 == high.value / power:  # "五、六百"
            return low.scaled(power), high
        if self._words.scale_first and high.scale == 1 and low.scale != 1 and low.mantissa < high.value:
            return low, high.scaled(low.scale)
        return low, high

    def moves(self, at: int) -> bool:
        """Return whether words shortly before a token say that something rose or moved."""
        near = range(max(0, at - _NEAR), at)
        found = (each.longest(self._keys, i) for i in near for each in (self._words.up, self._words.moves))
        return any(each and each[0] for each in found)

    def changes(self, at: int, last: int, first: int | None = None) -> bool:
        """Return whether words shortly before a token say that something rose, moved or fell; those from `last` on not.

        So "up to 5" itself says nothing of the kind. `first` is the token from which on they are looked for.
        """
        words = (self._words.up, self._words.moves, self._words.down)
        near = range(max(0, at - _NEAR) if first is None else first, last)
        found = (each.longest(self._keys, i) for i in near for each in words)
        return any(each and each[0] and each[1] <= last for each in found)

    def arrives(self, first: int, start: int, end: int) -> bool:
        """Return whether a word of ranges from `first` on says what a movement ended with, rather than a bound.

        Such a word ("до") does so wherever its sentence tells of a movement before it, or just behind the figure from
        `start` to `end`, or of a beginning.
        """
        keys, words = self._keys, self._words
        whole = words.to.longest(keys, first)
        if whole is None or whole[1] != start:
            return False  # "up to" is more than "to"
        low = max(0, first - _FAR)
        low = next((at + 1 for at in range(first - 1, low - 1, -1) if keys[at] in _SENTENCE_ENDS), low)
        if self.changes(first, first, low):
            return True
        if any(self._tokens.numbers[at] is not None and words.starts.before(keys, at) for at in range(low, first)):
            return True
        return self.changes(0, min(end + _BEHIND, len(keys)), end)

    def led_to(self, first: int) -> bool:
        """Return whether a change in per cent leads to what stands at a token: "bajaron un 4 %, hasta 2.800"."""
        return self.told_share(first) and self.changes(first, first, max(0, first - _FAR))

    def told_share(self, start: int) -> bool:
        """Return whether a percentage stands shortly before a token: "fell 4 % to 2.8 million tonnes"."""
        near = range(max(0, start - _FAR), start)
        said = (self._words.units_after.longest(self._keys, at + 1) for at in near if self._tokens.numbers[at])
        return any(each is not None and each[0].kind is Kind.PERCENT for each in said)

    def only_looks(self, bound: str, unit: Unit, at: int) -> bool:
        """Return whether what stands before a number of a unit is no bound: "under tolv månader", "per 5 metus"."""
        words, keys = self._words, self._keys
        if unit.id.startswith("duration-") and (bound == "above" or (bound == "below" and unit.id != _YEAR)):
            during, whole = words.during.before(keys, at), words.bounds_before.before(keys, at)
            return during is not None and whole is not None and during[1] == whole[1]  # but "på under 2 timer"
        return bound == "above" and unit.kind is Kind.MULTIPLE and words.compared.before(keys, at) is not None

    def before_noun(self, at: int) -> int:
        """Return where the counted noun before a token begins, in languages that count after the noun."""
        found = self._words.nouns_before.before(self._keys, at) if self._words.scale_first else None
        return found[1] if found else at
