"""Currencies of one name, and what countries pay with.

Which share a name is read from CLDR's English names ("Indian Rupee", "Pakistani Rupee"); which one a country pays with,
from CLDR's supplemental data.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.folding import fold
from factcheck.language.packs import pack
from factcheck.language.remembered import NO_LANGUAGE, compiled

if TYPE_CHECKING:
    from factcheck.model import Quantity

_ROOT = 4  # letters that "krona" and "krone", "riyal" and "riyals" have in common


@cache
def currencies() -> dict[str, str]:
    """Return the root of the last word of the English name of each currency in use: USD -> "doll"."""

    def build() -> dict[str, str]:
        english = pack("en").locale
        used = {code for codes in _all_currencies().values() for code in codes}
        return {code: fold(english.currencies[code].split()[-1])[:_ROOT] for code in sorted(used)}

    return dict(compiled("currency-names", NO_LANGUAGE, build))


@cache
def namesakes(code: str) -> frozenset[str]:
    """Return the ISO 4217 codes of all currencies with the same name, that of `code` among them."""
    root = currencies().get(code)
    return frozenset({code} if root is None else {other for other, r in currencies().items() if r == root})


def currencies_of(territory: str) -> tuple[str, ...]:
    """Return what a country (ISO 3166 code) pays with, the currency most used first; nothing for unknown ones."""
    return _all_currencies().get(territory, ())


def in_one_currency(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Return both quantities in the currency of the first, where a text says "$" only and the other may mean the same.

    The second is changed in its unit alone: nothing is converted, for both texts name one amount of "dollars".
    """
    if a.unit is None or b.unit is None or a.unit == b.unit or not (a.assumed or b.assumed):
        return a, b
    return (a, replace(b, unit=a.unit)) if b.unit in namesakes(a.unit) else (a, b)


@cache
def _all_currencies() -> dict[str, tuple[str, ...]]:
    """Return what each country pays with, by its ISO 3166 code."""

    def build() -> dict[str, tuple[str, ...]]:
        from babel.numbers import get_territory_currencies

        locale = pack("en").locale
        return {
            code: tuple(each for each in get_territory_currencies(code) if each in locale.currencies)
            for code in map(str, locale.territories)
            if len(code) == 2
        }

    return dict(compiled("currencies-of", NO_LANGUAGE, build))
