"""Values: digits or number words with their magnitude words, added up."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims import spoken
from factcheck.claims.tries import Word
from factcheck.claims.values import Amount, last_factor, power_of_ten

if TYPE_CHECKING:
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

_ONE, _TENTH = Decimal(1), Decimal("0.1")
_EIGHTHS = 8  # the smallest parts in which news writes fractions in digits
_TEN, _HUNDRED = Decimal(10), Decimal(100)
_THOUSAND = Decimal(1000)
_POWER_OF_TEN = re.compile(
    r"(?:\s?[×·*]\s?10(?:\^\s?|\*\*)?|e\+?)(?:(?<=[*^e+\s])(-?[0-9]{1,2})|(?<=0)([⁺⁻]?[⁰¹²³⁴-⁹]{1,2}))(?![0-9a-z⁰¹²³⁴-⁹])"
)  # 1.5 × 10^6, 1.5×10⁶, 1.5e6
_FIFTH = Decimal("0.2")  # of what is added: the last digit of 2.5
_MYRIAD = Decimal(10_000)
_NO_CENTS = ([",", "-"], [",", "–"], [".", "-"], [".", "–"])
_LAST_SCALES = (Decimal(1000), Decimal(10_000))  # magnitude words after which digits may follow without one


class Amounts:
    """Reads amounts from the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self._tokens = tokens
        self._words = words
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
            return self._with_scales(Amount(at, end, value, value, approximate=True))
        if tokens.keys[at] in self._words.fractions.root and (share := spoken.of_scale(at, tokens, self._words)):
            return share
        first = self._scale_first(at) if self._words.scale_first and written is None else None
        amount = first or (self._words_at(at) if written is None else self._digits(at))
        if amount is None:
            return None
        return self._times_collective(amount)

    def _with_added(self, part: Decimal, at: int, after: int) -> Amount | None:
        """Return the number after a word that adds a part of its magnitude to it: "साढ़े तीन लाख", "सवा सौ", "पौने दो"."""
        scale = self._words.scales.longest(self._tokens.keys, after)
        amount = None if scale else self.at(after)
        if scale:
            value = (_ONE + part) * scale[0]
            return self._with_scales(Amount(at, scale[1], value, abs(part) * scale[0], scale=scale[0]))
        if amount is None:
            return None
        step = amount.scale if amount.scale > 1 or amount.value % _HUNDRED else power_of_ten(amount.value)
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

    def _digits(self, at: int) -> Amount | None:
        amount = self._with_scales(self._single(at))
        if amount.scale == _ONE:
            return amount
        while True:  # 3 triệu 200 nghìn, 3 ميلیون و 500 هزار
            after = amount.end
            if after < len(self._tokens) and self._tokens.keys[after] in self._words.joiners:
                after += 1
                if self._tokens.keys[after : after + 1] == ["-"] and self._tokens.adjacent(after):  # "ו-200 אלף"
                    after += 1
            if after >= len(self._tokens) or self._tokens.numbers[after] is None:
                return amount
            if whole := self._multiplied(amount, self._single(after)):
                return whole
            more = self._with_scales(self._single(after))
            last = more.scale == _ONE and amount.scale in _LAST_SCALES and more.value < amount.scale
            if last and (more.plain_digits or more.more):  # 85 bin 372, 1천500여
                return replace(amount, end=more.end, value=amount.value + more.value, precision=_ONE, more=more.more)
            if more.scale == _ONE or more.value >= amount.scale or more.scale >= amount.scale:
                return amount
            amount = replace(
                amount, end=more.end, value=amount.value + more.value, precision=more.precision, scale=more.scale
            )

    def _multiplied(self, amount: Amount, second: Amount) -> Amount | None:
        """Return a sum that a last, larger magnitude word multiplies: "7 lakh 90 thousand crore", "1 bin 20 milyar"."""
        keys, scales = self._tokens.keys, self._words.scales
        one = scales.longest(keys, second.end)
        if one and second.plain_digits and second.value < amount.scale < one[0] and amount.scale in _LAST_SCALES:
            large = spoken.last_scale(second.end, one, self._tokens, self._words)
            rest = amount.value % large  # of "2조3천456억" it is the 3,456
            value = amount.value - rest + rest * large + second.value * one[0]
            return replace(amount, end=one[1], value=value, precision=one[0], scale=large)
        two = scales.longest(keys, one[1]) if one else None
        if one is None or two is None or second.value * one[0] >= amount.scale or two[0] <= amount.scale:
            return None
        value = (amount.value + second.value * one[0]) * two[0]
        return replace(amount, end=two[1], value=value, precision=one[0] * two[0], scale=two[0])

    def _single(self, at: int) -> Amount:
        tokens = self._tokens
        written = tokens.numbers[at]
        assert written is not None
        amount = Amount(
            at, at + 1, written.value, written.precision, written.other, digits=True,
            plain_digits=written.bare and tokens.ends[at] - tokens.starts[at] <= 4,
        )  # fmt: skip
        if tokens.keys[at + 1 : at + 3] in _NO_CENTS and tokens.adjacent(at + 1) and tokens.adjacent(at + 2):
            money = self._words.money_before.before(tokens.keys, at)
            if money or self._words.units_after.longest(tokens.keys, at + 3):
                return replace(amount, end=at + 3, plain_digits=False)  # "3,- Euro"
        part = self.over(at)
        if part is not None and self._words.slash == "decimal" and self._counted(at + 3):
            value = Decimal(f"{written.value}.{tokens.text[tokens.starts[at + 2] : tokens.ends[at + 2]]}")
            step = _ONE.scaleb(tokens.starts[at + 2] - tokens.ends[at + 2])
            return replace(amount, end=at + 3, value=value, precision=step, plain_digits=False)
        if at + 1 < len(tokens) and tokens.adjacent(at + 1) and written.bare and len(tokens.keys[at + 1]) == 1:
            half = unicodedata.numeric(tokens.keys[at + 1], 0.0)
            if 0 < half < 1:  # 2½
                value = written.value + Decimal(str(half))
                return replace(amount, end=at + 2, value=value, precision=Decimal("0.01"), plain_digits=False)
        before = unicodedata.numeric(tokens.keys[at - 1], 0.0) if at and len(tokens.keys[at - 1]) == 1 else 0.0
        if 0 < before < 1 and written.bare and tokens.adjacent(at):  # "½14", as right-to-left texts have it
            value = written.value + Decimal(str(before))
            return replace(amount, value=value, precision=Decimal("0.01"), plain_digits=False)
        pointed = spoken.with_digits_after_point(amount, tokens, self._words) if self._words.point.root else None
        return pointed or self._with_fraction(amount) or self._power_of_ten(amount)

    def _with_fraction(self, amount: Amount) -> Amount | None:
        """Return a whole number with the fraction after it: "3 1/2 hours", "2-1/2 years"; None if there is none."""
        tokens, at = self._tokens, amount.end
        at += tokens.keys[at : at + 1] == ["-"] and tokens.adjacent(at) and tokens.adjacent(at + 1)
        part = self.over(at) if at < len(tokens) and tokens.numbers[at] is not None else None
        if part is None or not 0 < part[0] < part[1] <= _EIGHTHS or not self.measured(at + 3):
            return None
        value = amount.value + Decimal(part[0]) / part[1]
        return replace(amount, end=at + 3, value=value, precision=Decimal("0.01"), plain_digits=False)

    def _power_of_ten(self, amount: Amount) -> Amount:
        """Return the amount with the power of ten that multiplies it: 1.5 × 10^6, 1.5×10⁶."""
        tokens, after = self._tokens, amount.end
        found = _POWER_OF_TEN.match(tokens.text, tokens.ends[after - 1])
        if found is None:
            return amount
        while after < len(tokens) and tokens.starts[after] < found.end():
            after += 1
        exponent = int(unicodedata.normalize("NFKC", found[1] or found[2]).replace("\u2212", "-"))
        amount = amount.with_decimals()
        return replace(
            amount, end=after, value=amount.value.scaleb(exponent), precision=amount.precision.scaleb(exponent),
            plain_digits=False,
        )  # fmt: skip

    def over(self, at: int) -> tuple[int, int] | None:
        """Return both numbers of "a/b" written without spaces, or None."""
        tokens = self._tokens
        if (
            at + 2 >= len(tokens)
            or tokens.keys[at + 1] != "/"
            or not (tokens.adjacent(at + 1) and tokens.adjacent(at + 2))
        ):
            return None
        first, second = tokens.numbers[at], tokens.numbers[at + 2]
        if first is None or second is None or not (first.bare and second.bare):
            return None
        return int(first.value), int(second.value)

    def measured(self, at: int) -> bool:
        """Return whether a unit or a magnitude word stands at a token."""
        keys, words = self._tokens.keys, self._words
        return bool(words.units_after.longest(keys, at) or words.scales.longest(keys, at))

    def _counted(self, at: int) -> bool:
        """Return whether a unit, a magnitude word or a classifier stands at a token."""
        return self.measured(at) or self._words.counters.longest(self._tokens.keys, at) is not None

    def _with_scales(self, amount: Amount) -> Amount:
        keys = self._tokens.keys
        if amount.end >= len(keys) or keys[amount.end] not in self._words.scaling:
            return amount
        if inside := self._words.inside.longest(self._tokens.keys, amount.end):
            amount = replace(amount, end=inside[1], more=True, weak=False, plain_digits=False)
        scale, rough, end = _ONE, amount.approximate, amount.end
        filler = self._words.fillers.longest(keys, end)
        if filler and self._words.scales.longest(keys, filler[1]):
            end = filler[1]
        while found := self._words.scales.longest(keys, end):
            factor, after = found
            if not factor or self._is_unit(end, after):
                break
            if not amount.digits and factor <= amount.value * scale:  # "mille cent" is a sum
                break
            scale *= factor
            rough = rough or factor % _TEN != 0  # a dozen
            end = after
        if scale == _ONE:
            return self._with_half(amount)
        amount = amount.with_decimals()
        inside = self._words.inside.longest(self._tokens.keys, end)
        if inside and self._counted(inside[1]):  # "12亿多元"
            end, amount = inside[1], replace(amount, more=True)
        amount = replace(
            amount, end=end, value=amount.value * scale, precision=amount.precision * scale,
            scale=amount.scale * scale,
            weak=False, plain_digits=False, approximate=rough,
        )  # fmt: skip
        return self._with_half(amount)

    def _with_half(self, amount: Amount) -> Amount:
        """Return the amount with the half that is added to it: "two and a half", "2 triệu rưỡi"."""
        half = self._words.halves.longest(self._tokens.keys, amount.end)
        if half is None:
            return amount
        said = (
            amount.digits or amount.scale > 1
        )  # "sejuta setengah": a half of the million, which is no word of its own
        step = (amount.scale if said else last_factor(amount.value)) * half[0]
        more = replace(
            amount, end=half[1], value=amount.value + step, precision=step * _FIFTH, weak=False, plain_digits=False
        )
        return self._with_scales(more) if amount.scale == _ONE else more

    def _is_unit(self, at: int, end: int) -> bool:
        """Return whether a magnitude word is rather a unit here: "5 m" is metres, "$5 m" millions."""
        unit = self._words.units_after.longest(self._tokens.keys, at)
        if unit is None or unit[1] < end or unit[0].code:
            return False
        if unit[1] > end:
            return True  # "兆瓦"
        before = self._words.money_before.before(self._tokens.keys, at - 1)
        after = self._words.units_after.longest(self._tokens.keys, end) or self._words.nouns.longest(
            self._tokens.keys, end
        )
        return not before and not after

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
            return self._with_scales(pointed)
        return self._with_scales(made if two else spoken.or_one_more(made, parts[-1], self._tokens, words))

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
            return None if found is None or self._is_unit(at, found[1]) else found
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
            return replace(self._single(after).with_decimals().scaled(factor), start=at)
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
