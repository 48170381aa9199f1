"""Values: digits, or number words with their magnitude words, added up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims import spoken
from factcheck.claims.in_digits import InDigits
from factcheck.claims.scales import Scales
from factcheck.claims.tries import Word
from factcheck.claims.values import Amount, last_factor, power_of_ten, remainder

if TYPE_CHECKING:
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

_ONE, _TENTH = Decimal(1), Decimal("0.1")
_TEN, _HUNDRED = Decimal(10), Decimal(100)
_THOUSAND = Decimal(1000)
_MYRIAD = Decimal(10_000)


class Amounts:
    """Reads amounts from the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self._tokens = tokens
        self._words = words
        self._scales = Scales(tokens, words)
        self._in_digits = InDigits(tokens, words, self._scales)
        self.measured = self._scales.measured  # for others too
        self.over = self._in_digits.over
        self._known: dict[int, Amount | None] = {}

    def at(self, at: int) -> Amount | None:
        """Return the amount that begins at a token, or None."""
        if at in self._known:
            return self._known[at]
        made = self._known[at] = self._read(at)
        return made

    def _read(self, at: int) -> Amount | None:
        tokens = self._tokens
        if at >= len(tokens.keys):
            return None
        written = tokens.numbers[at]
        if written is None and not tokens.keys[at]:
            return None
        if tokens.keys[at] in self._words.added.root and (added := self._words.added.longest(tokens.keys, at)):
            return self._with_added(added[0], at, added[1])
        if written is not None and tokens.alone(at):
            short = written.bare and tokens.ends[at] - tokens.starts[at] <= 4
            return Amount(at, at + 1, written.value, written.precision, written.other, digits=True, plain_digits=short)
        known = tokens.keys[at] in self._words.collectives.root
        if known and (collective := self._words.collectives.longest(tokens.keys, at)):
            value, end = collective
            linked = self._words.of.longest(tokens.keys, end)
            if linked and self._words.scales.longest(tokens.keys, linked[1]):
                end = linked[1]  # "une trentaine de millions"
            return self._scales.times(Amount(at, end, value, value, approximate=True))
        if tokens.keys[at] in self._words.fractions.root and (share := spoken.of_scale(at, tokens, self._words)):
            return share
        first = self._scale_first(at) if self._words.scale_first and written is None else None
        amount = first or (self._words_at(at) if written is None else self._in_digits.read(at))
        if amount is None:
            return None
        return self._times_collective(amount if amount.digits else self._with_digits(amount))

    def _with_digits(self, amount: Amount) -> Amount:
        """Return a number of words with the smaller magnitude in digits behind it: "ஒரு கோடியே 15 லட்சம்"."""
        tokens, end, step = self._tokens, amount.end, power_of_ten(amount.value)
        if step < _THOUSAND or end >= len(tokens) or tokens.numbers[end] is None:
            return amount
        rest = self._in_digits.read(end)
        if rest.scale < _THOUSAND or rest.value >= step:
            return amount
        return replace(rest, start=amount.start, value=amount.value + rest.value, digits=False)

    def _with_added(self, part: Decimal, at: int, after: int) -> Amount | None:
        """Return the number after a word that adds a part of its magnitude to it: "साढ़े तीन लाख", "सवा सौ", "पौने दो"."""
        scale = self._words.scales.longest(self._tokens.keys, after)
        amount = None if scale else self.at(after)
        if scale:
            value = (_ONE + part) * scale[0]
            return self._scales.times(Amount(at, scale[1], value, abs(part) * scale[0], scale=scale[0]))
        if amount is None:
            return None
        step = amount.scale if amount.scale > 1 or remainder(amount.value, _HUNDRED) else power_of_ten(amount.value)
        return replace(
            amount, start=at, value=amount.value + part * step, precision=abs(part) * step, weak=False, other=None,
            plain_digits=False,
        )  # fmt: skip

    def _times_collective(self, amount: Amount) -> Amount:
        """Return the amount with the collective that it counts: "два десятка" is 20."""
        found = None if amount.scale > 1 else self._words.collectives.longest(self._tokens.keys, amount.end)
        if found is None or amount.value >= _HUNDRED:
            return amount
        return replace(
            amount, end=found[1], value=amount.value * found[0], precision=found[0], approximate=True, other=None,
            weak=False, plain_digits=False,
        )  # fmt: skip

    def _words_at(self, at: int) -> Amount | None:
        """Return the number that words say from a token on.

        Parts are kept while they grow smaller; a magnitude word multiplies those before it that are smaller than it:
        [200, 40, 1] thousand, [400, 15] million is (241,000 + 415) million.
        """
        words, keys = self._words, self._tokens.keys
        found = words.numbers.longest(keys, at)
        two = spoken.first_of_two(at, found, self._tokens, words)
        found = found if two is None else (Word(two[0]), two[1])
        if found is None:
            return None
        # Each part, and below what another may follow it.
        parts, steps = [found[0].value], [power_of_ten(found[0].value)]
        end, weak, scale, rough = found[1], found[0].weak, _ONE, False
        while True:
            factor = self._factor(end)
            if factor and parts[-1] < factor[0] and not self._is_added(parts[-1], factor[0], end):
                kept = next((n for n in range(len(parts), 0, -1) if parts[n - 1] >= factor[0]), 0)
                product = sum(parts[kept:]) * factor[0]
                if not kept or product < steps[kept - 1]:
                    parts[kept:], steps[kept:] = [product], [factor[0]]
                    end, weak, scale, rough = factor[1], False, scale * factor[0], rough or factor[0] % _TEN != 0
                    continue
            if steps[-1] < _HUNDRED:
                break
            after = end + (end < len(keys) and keys[end] in words.joiners)
            more = words.numbers.longest(keys, after)
            if more is None:
                rest = self._after_comma(end, parts[-1])
                if rest is not None:
                    parts.append(rest.value)
                    end, weak, scale = rest.end, False, _ONE
                break
            if more[0].value >= steps[-1]:
                if not self._multiply(parts, steps, more[0].value):
                    break
                end, weak, scale = more[1], False, _ONE
                continue
            if more[0].value < 1 and not words.scales.longest(keys, more[1]):
                break  # "không trăm" is a part of a number, zero alone is not
            parts.append(more[0].value)
            steps.append(power_of_ten(more[0].value))
            end, weak, scale = more[1], False, _ONE
        scale = scale if len(parts) == 1 else _ONE
        value = sum(parts, Decimal(0))
        precision = scale if value >= 1 or not value else scale * _TENTH  # "half an hour"
        either = two[2] if two else _ONE
        made = Amount(at, end, value, precision, scale=scale, weak=weak, approximate=rough, either=either)
        if words.point.root and (pointed := spoken.with_words_after_point(made, self._tokens, words)):
            return self._scales.times(pointed)
        return self._scales.times(made if two else spoken.or_one_more(made, parts[-1], self._tokens, words))

    def _is_added(self, part: Decimal, factor: Decimal, at: int) -> bool:
        """Return whether a magnitude word is a number of myriads that the part before adds to: 사천십만 is 4,010 만."""
        few = _ONE < factor / self._words.step < part < self._words.step == _MYRIAD
        return few and self._words.numbers.longest(self._tokens.keys, at) is not None

    def _after_comma(self, at: int, whole: Decimal) -> Amount | None:
        """Return the rest of a number after the comma that parts its thousands: "two thousand, one hundred and five".

        Only several words can be such a rest; a single one is another number of a list.
        """
        if whole < _THOUSAND or self._tokens.keys[at : at + 1] != [","]:
            return None
        rest = self.at(at + 1)
        sure = rest is not None and not rest.digits and rest.end > at + 2
        return rest if rest and sure and rest.value < last_factor(whole) else None

    def _factor(self, at: int) -> tuple[Decimal, int] | None:
        """Return the magnitude word at a token; one that only begins a word of other meaning counts within a number."""
        found = self._words.scales.longest(self._tokens.keys, at)
        if found is None or found[0]:
            return None if found is None or self._scales.is_unit(at, found[1]) else found
        rest = self._tokens.keys[at : found[1]]  # "万一" (in case) is 万 and 一 after 五十六
        alone = self._words.scales.longest(rest[:1], 0)
        return (alone[0], at + 1) if alone and alone[0] and self._words.numbers.longest(rest, 1) else None

    def _multiply(self, parts: list[Decimal], steps: list[Decimal], value: Decimal) -> bool:
        """Add a word such as "three thousand" to smaller parts that it multiplies too: (300 + 3) thousand."""
        base = factor = self._words.step
        while value % (factor * base) == 0 and value > factor:
            factor *= base
        many, rest = divmod(value, factor)  # "tremilacinquecento": the rest stands after what is multiplied
        kept = next((n for n in range(len(parts), 0, -1) if parts[n - 1] >= factor), 0)
        product = (sum(parts[kept:], Decimal(0)) + many) * factor
        if not 0 < many < steps[-1] or (kept and product >= steps[kept - 1]):
            return False
        parts[kept:], steps[kept:] = [product], [factor]
        if rest:
            parts.append(rest)
            steps.append(power_of_ten(rest))
        return True

    def _scale_first(self, at: int) -> Amount | None:
        """Return what a magnitude word multiplies that stands before its number: "elfu kumi na mbili" is 12,000."""
        keys, scales = self._tokens.keys, self._words.scales
        alone = scales.alone(keys[at])
        found = scales.longest(keys, at) if alone is None else (alone, at + 1)
        if found is None:
            return None
        factor, after = found
        if after >= len(keys) or (factor < _THOUSAND and self._words.numbers.longest(keys, at)):
            return None
        if self._tokens.numbers[after] is not None:
            return replace(self._in_digits.single(after).with_decimals().scaled(factor), start=at)
        many = self._words_at(after)
        if many is None or many.value >= _THOUSAND:
            return None
        value, end, scale = many.value * factor, many.end, factor
        while rest := self._after_scale(end, factor):
            value, end, scale = value + rest.value, rest.end, _ONE
            factor = last_factor(rest.value)
        return Amount(at, end, value, scale, scale=scale)

    def _after_scale(self, at: int, factor: Decimal) -> Amount | None:
        """Return what is added to so many thousands or millions: "milioni tatu, elfu mia mbili", "... na elfu kumi"."""
        keys = self._tokens.keys
        if factor < _THOUSAND or at + 1 >= len(keys):
            return None
        smaller = self._words.scales.alone(keys[at + 1]) or Decimal(0)  # always smaller, so that sums come to an end
        if smaller >= factor or (keys[at] != "," and not (keys[at] in self._words.joiners and smaller)):
            return None
        rest = self.at(at + 1)
        sure = rest is not None and not rest.digits and (smaller > 0 or rest.end > at + 2)
        return rest if rest and sure and rest.value < factor else None
