"""Numbers and shares as a language writes them: the digits and signs of CLDR's numbering system for it.

Babel has the signs of every numbering system and puts them in, but leaves the digits as they are; here they follow.
What articles say is never passed through here.
"""

from __future__ import annotations

from decimal import localcontext
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from babel.numbers import format_compact_decimal, format_decimal, format_percent

from factcheck.language.locales import locale_of

if TYPE_CHECKING:
    from decimal import Decimal

_PLAIN = "0123456789"
_ZEROS = {  # CLDR's numberingSystems.xml: the systems that some language has for its own, and their zeros
    "adlm": "\U0001e950", "arab": "\u0660", "arabext": "\u06f0", "beng": "\u09e6", "cakm": "\U00011136",
    "deva": "\u0966", "hmnp": "\U0001e140", "mtei": "\uabf0", "mymr": "\u1040", "nkoo": "\u07c0", "olck": "\u1c50",
    "tibt": "\u0f20",
}  # fmt: skip
_ARABIC_MARK = "\u061c"  # what follows it is Arabic: the sign of per cent goes on the side where reading goes on
_LEAST = 0.0001  # of one: what is less is told as less
MOST_DIGITS = 1_000  # of a value that is told: Python reckons with 28, and takes more for an error
_ENGLISH_PERCENT = "0\u00a0%"  # as wording/en.toml has it; CLDR writes no space


@cache
def _digits(language: str) -> dict[int, int]:
    """Return what the digits 0 to 9 become in a language: nothing where they stay."""
    zero = _ZEROS.get(locale_of(language).default_numbering_system)
    return {} if zero is None else {ord(digit): ord(zero) + n for n, digit in enumerate(_PLAIN)}


def has_own_digits(language: str) -> bool:
    """Return whether a language writes numbers in other digits than 0 to 9."""
    return bool(_digits(language))


def in_digits(text: str, language: str) -> str:
    """Return a text of our own (a day, a number) in the digits of a language."""
    return text.translate(_digits(language))


def decimal(value: Decimal | float, language: str, pattern: str | None = None) -> str:
    """Return a number as CLDR writes it, grouped; the pattern is CLDR's for the language unless one is given."""
    with localcontext(prec=MOST_DIGITS):
        told = format_decimal(value, pattern, locale=locale_of(language), numbering_system="default")
    return in_digits(str(told), language)


@lru_cache(maxsize=4096)
def count(number: int, language: str) -> str:
    """Return a whole number, grouped: "1,234"."""
    return decimal(number, language)


def compact(value: Decimal | float, language: str, *, short: bool = False) -> str:
    """Return a large number with its scale as a word ("524 billion"), or as short as may be ("524B").

    Japanese, Korean and Chinese have one form only, which is both. Where a pattern has a form of its own for what is
    below zero (Swahili), the number is written out: Babel counts the zeros of both.
    """
    locale = locale_of(language)
    forms = locale.compact_decimal_formats
    kind: Literal["long", "short"] = "short" if short or "long" not in forms else "long"
    if any(";" in pattern.pattern for pattern in forms[kind]["other"].values()):
        return decimal(value, language)
    with localcontext(prec=MOST_DIGITS):
        form = format_compact_decimal(
            value,
            format_type=kind,
            locale=locale,
            fraction_digits=3,
            numbering_system="default",
        )
    return in_digits(str(form), language)


def percent(share: float, language: str, decimals: int = 2) -> str:
    """Return a share of one in per cent, rounded to so many decimals: "38 %", "0.4 %".

    Hardly any is "< 0.01 %", and nearly all is "99 %": only all is told as a hundred.
    """
    locale = locale_of(language)
    pattern = _ENGLISH_PERCENT if language == "en" else str(locale.percent_formats[None].pattern)
    if decimals:
        pattern = pattern.replace("0", "0." + "#" * decimals)
    value = max(share, _LEAST) if share else 0
    if share < 1:
        value = min(value, 1 - 10 ** -(decimals + 2))
    told = str(format_percent(value, pattern, locale=locale, numbering_system="default"))
    sign = locale.number_symbols[locale.default_numbering_system].get("percentSign", "%")
    told = in_digits(told.replace("%", sign), language)
    if has_own_digits(language) and locale.character_order == "right-to-left":
        told = _ARABIC_MARK + told
    return f"< {told}" if 0 < share < _LEAST else told
