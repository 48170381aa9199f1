"""The window's own numbers and days, in the digits of its language; in a line from right to left each keeps its order.

What articles say is quoted as it is written, and never passed through here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.desktop.isolates import is_right_to_left, isolate
from factcheck.desktop.translation import ENGLISH, interface
from factcheck.language import writing

if TYPE_CHECKING:
    from datetime import date

_MILLION = 10**6


def count(number: int) -> str:
    """Return a whole number, grouped: "1,234"."""
    return writing.count(number, interface())


def year(number: float) -> str:
    """Return a year, which is not grouped."""
    return writing.in_digits(f"{number:.0f}", interface())


def percent(share: float) -> str:
    """Return a share of one as a reader writes it: 38 %, 0.4 %."""
    language = interface()
    told = writing.percent(share, language, 0 if share >= 0.01 else 1)
    if not is_right_to_left(language):
        return told
    return isolate(told, language if writing.has_own_digits(language) else ENGLISH)


def day(when: date | str) -> str:
    """Return a day, month or moment, year first: "2023-05-14", "2023-05", "2023-05-14 16:40"."""
    told = writing.in_digits(str(when), interface())
    return isolate(told, ENGLISH) if is_right_to_left(interface()) else told


def short(value: float) -> str:
    """Return a value for an axis: 0.5, 1,500, 20M, 524B."""
    if abs(value) >= _MILLION:
        told = writing.compact(Decimal(f"{value:.4g}"), interface(), short=True)
        return isolate(told, interface()) if is_right_to_left(interface()) else told
    return writing.decimal(Decimal(f"{value:.6g}").normalize() or Decimal(0), interface(), "#,##0.######")
