"""Numbers in digits with all that is written to them: "2½", "3 1/2", "1.5 × 10⁶", "3 triệu 200 nghìn"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims import spoken
from factcheck.claims.values import Amount, remainder

if TYPE_CHECKING:
    from factcheck.claims.scales import Scales
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

_ONE = Decimal(1)
_EIGHTHS = 8  # the smallest parts in which news writes fractions in digits
_POWER_OF_TEN = re.compile(
    r"(?:\s?[×·*]\s?10(?:\^\s?|\*\*)?|e\+?)(?:(?<=[*^e+\s])(-?[0-9]{1,2})|(?<=0)([⁺⁻]?[⁰¹²³⁴-⁹]{1,2}))(?![0-9a-z⁰¹²³⁴-⁹])"
)  # 1.5 × 10^6, 1.5×10⁶, 1.5e6
_NO_CENTS = ([",", "-"], [",", "–"], [".", "-"], [".", "–"])
_LAST_SCALES = (Decimal(100), Decimal(1000), Decimal(10_000))  # magnitude words that digits may follow without one


class InDigits:
    """Reads them from the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon, scales: Scales) -> None:
        self._tokens = tokens
        self._words = words
        self._scales = scales

    def read(self, at: int) -> Amount:
        """Return the number at a token, with its magnitude words and the smaller numbers that are added to it."""
        amount = self._scales.times(self.single(at))
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
            if whole := self._multiplied(amount, self.single(after)):
                return whole
            more = self._scales.times(self.single(after))
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
            low = remainder(amount.value, large)  # of "2조3천456억" it is the 3,456
            value = amount.value - low + low * large + second.value * one[0]
            return replace(amount, end=one[1], value=value, precision=one[0], scale=large)
        two = scales.longest(keys, one[1]) if one else None
        if one is None or two is None or second.value * one[0] >= amount.scale or two[0] <= amount.scale:
            return None
        value = (amount.value + second.value * one[0]) * two[0]
        return replace(amount, end=two[1], value=value, precision=one[0] * two[0], scale=two[0])

    def single(self, at: int) -> Amount:
        """Return the number at a token, with what is written to it but without magnitude words."""
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
        if part is not None and self._words.slash == "decimal" and self._scales.counted(at + 3):
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
        if part is None or not 0 < part[0] < part[1] <= _EIGHTHS or not self._scales.measured(at + 3):
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
