"""What number words say besides a sum: decimals behind a mark in words, two numbers in one ("五六百"), fractions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.values import Amount, power_of_ten

if TYPE_CHECKING:
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon, Word

_ONE, _TEN, _HUNDRED, _THOUSAND = Decimal(1), Decimal(10), Decimal(100), Decimal(1000)
_MINUTES = "duration-minute"


def with_digits_after_point(amount: Amount, tokens: Tokens, words: Lexicon) -> Amount | None:
    """Return a whole number with the decimals that digits say: "2 point 5 million"; None if there are none."""
    found = words.point.longest(tokens.keys, amount.end) if amount.plain_digits else None
    if found is None or found[1] >= len(tokens):
        return None
    part, after = tokens.numbers[found[1]], found[1] + 1
    if part is None or not part.bare or not _measured(after, tokens, words):
        return None
    written = tokens.text[tokens.starts[after - 1] : tokens.ends[after - 1]]
    value, step = Decimal(f"{amount.value}.{written}"), _ONE.scaleb(-len(written))
    return replace(amount, end=after, value=value, precision=step, other=None, plain_digits=False)


def with_words_after_point(amount: Amount, tokens: Tokens, words: Lexicon) -> Amount | None:
    """Return a number with the decimals that words say: "three point five", "hai phẩy năm"; None if there are none."""
    keys = tokens.keys
    found = words.point.longest(keys, amount.end) if amount.scale == _ONE and amount.value < _THOUSAND else None
    if found is None:
        return None
    written, end = "", found[1]
    while number := words.numbers.longest(keys, end):
        value = number[0].value
        if value >= (_TEN if written else _HUNDRED) or value != int(value):
            break
        written, end = f"{written}{value}", number[1]
        if value >= _TEN:
            break
    if not written or _of_minutes(end, tokens, words):
        return None
    if amount.value and words.hours_after.longest(keys, amount.end) and not _measured(end, tokens, words):
        before = (words.units_before.longest(keys, at) for at in range(max(0, amount.start - 3), amount.start))
        if not any(unit and unit[1] == amount.start for unit in before):
            return None  # "十点二十分", but "百分之八点五"
    value, step = Decimal(f"{amount.value}.{written}"), _ONE.scaleb(-len(written))
    return replace(amount, end=end, value=value, precision=step, weak=False)


def _measured(at: int, tokens: Tokens, words: Lexicon) -> bool:
    """Return whether a magnitude word or a unit stands at a token, other than minutes: "3点5分" is a time."""
    unit = words.units_after.longest(tokens.keys, at)
    return words.scales.longest(tokens.keys, at) is not None or bool(unit and unit[0].id != _MINUTES)


def _of_minutes(at: int, tokens: Tokens, words: Lexicon) -> bool:
    unit = words.units_after.longest(tokens.keys, at)
    return unit is not None and unit[0].id == _MINUTES


def first_of_two(
    at: int, one: tuple[Word, int] | None, tokens: Tokens, words: Lexicon
) -> tuple[Decimal, int, Decimal] | None:
    """Return the smaller of two numbers said in one, the token after them, and how many times it the other one is.

    They are one word ("두세"), or two that share a magnitude word and stand side by side ("五六百"), of which `one` is
    the first.
    """
    keys = tokens.keys
    if keys[at] in words.either.root and (both := words.either.longest(keys, at)):
        low, high = min(both[0]), max(both[0])
        return low, both[1], high / low
    if one is None or not tokens.adjacent(one[1]) or not _ONE <= one[0].value < _TEN:
        return None
    two = words.numbers.longest(keys, one[1])
    if two is None or _digit(two[1], tokens, words):
        return None
    power = power_of_ten(two[0].value)
    if not two[0].value or two[0].value / power != one[0].value + 1:
        return None
    return one[0].value * power, two[1], two[0].value / power / one[0].value


def or_one_more(amount: Amount, last: Decimal, tokens: Tokens, words: Lexicon) -> Amount:
    """Return a number with the next one that it may be as well: "三十五六" is 35 or 36; `last` is its last part."""
    end = amount.end
    if not tokens.adjacent(end) or not (_ONE <= last < _TEN < amount.value):
        return amount
    more = words.numbers.longest(tokens.keys, end)
    if more is None or more[0].value != last + 1 or more[0].value >= _TEN or _digit(more[1], tokens, words):
        return amount
    return replace(amount, end=more[1], either=(amount.value + 1) / amount.value)


def _digit(at: int, tokens: Tokens, words: Lexicon) -> bool:
    """Return whether the word of a digit stands directly after the one before it."""
    found = words.numbers.longest(tokens.keys, at) if tokens.adjacent(at) else None
    return found is not None and found[0].value < _TEN


def last_digit(at: int, tokens: Tokens, words: Lexicon) -> Decimal | None:
    """Return the digit in words at a token that ends a number behind its unit: "三成五", "一米八"."""
    found = words.numbers.alone(tokens.keys[at]) if at < len(tokens) and tokens.adjacent(at) else None
    whole = found is not None and 0 < found.value < _TEN and found.value == int(found.value)
    return found.value if found and whole and ends_number(at + 1, tokens, words) else None


def ends_number(at: int, tokens: Tokens, words: Lexicon) -> bool:
    """Return whether nothing at a token goes on with a number before it or is counted by it."""
    after = (words.numbers, words.units_after, words.scales, words.counters, words.nouns)
    return not any(each.longest(tokens.keys, at) for each in after)


def of_scale(at: int, tokens: Tokens, words: Lexicon) -> Amount | None:
    """Return a fraction of a magnitude word: "un quart de million", "ćwierć miliona", "two thirds of a million"."""
    keys = tokens.keys
    found = words.fractions.longest(keys, at)
    if found is None:
        return None
    linked = words.of.longest(keys, found[1])
    after = linked[1] if linked else found[1]
    one = words.numbers.longest(keys, after)
    scale = words.scales.longest(keys, one[1] if one and one[0].value == _ONE else after)
    if scale is None or scale[0] < _THOUSAND or words.units_after.longest(keys, scale[1] - 1):
        return None
    return Amount(at, scale[1], found[0] * scale[0], scale[0] / _HUNDRED, scale=scale[0])


def last_scale(at: int, found: tuple[Decimal, int], tokens: Tokens, words: Lexicon) -> Decimal:
    """Return the last part of a magnitude word that is put together: 만 of "백만", which is a hundred myriads."""
    written, scales = "".join(tokens.keys[at : found[1]]), words.scales
    first, last = scales.alone(written[:-1]), scales.alone(written[-1:])
    return last if first and last and first * last == found[0] else found[0]
