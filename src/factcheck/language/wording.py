"""Claims and quantities in plain words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import UnknownLocaleError
from babel.numbers import get_currency_name
from babel.units import UnknownUnitError, format_unit, get_unit_name

from factcheck.model import Direction, Kind, Role

if TYPE_CHECKING:
    from factcheck.model import Claim, Quantity

_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))

_SUBJECTS = {
    Kind.COUNT: "number",
    Kind.PERCENT: "percentage",
    Kind.MONEY: "amount of money",
    Kind.MEASURE: "measure",
    Kind.MULTIPLE: "multiple",
    Kind.ORDINAL: "rank",
    Kind.DATE: "date",
    Kind.TIME: "time of day",
}


def number(value: Decimal) -> str:
    """Return a value as an English reader writes it: 4.21, 16,700, 524 billion."""
    for scale, word in _SCALES:
        if abs(value) >= scale and (value / scale * 1000) % 1 == 0:
            return f"{_grouped(value / scale, 3)} {word}"
    return _grouped(value, 12)


def _grouped(value: Decimal, most: int) -> str:
    """Return a value with groups of three digits and at most so many decimals, as CLDR's pattern for English."""
    return f"{value:,.{most}f}".rstrip("0").rstrip(".")


def unit_name(unit: str | None) -> str:
    """Return the name of a unit: "percent", "US dollars", "metres"; "" for a bare count."""
    if unit is None:
        return ""
    if len(unit) == 3 and unit.isupper():
        return str(get_currency_name(unit, count=2, locale="en"))
    try:
        return str(get_unit_name(unit, locale="en") or unit)
    except (UnknownUnitError, UnknownLocaleError):
        return unit


def show(quantity: Quantity) -> str:
    """Return a quantity in plain words: "4.21 %", "more than 524 billion VND", "4 to 5 %", "about 20"."""
    if quantity.low is not None and quantity.high is not None:
        text = number(quantity.low)
        if quantity.low != quantity.high:
            text += f" to {number(quantity.high)}"
    elif quantity.low is not None:
        text = f"more than {number(quantity.low)}"
    elif quantity.high is not None:
        text = f"up to {number(quantity.high)}"
    else:
        return "some"
    text = _with_unit(text, quantity)
    return f"about {text}" if quantity.approximate else text


def moment(claim: Claim) -> str:
    """Return what a claim states in plain words: a quantity as `show`, a date as "2023-05-14" or "12 June", "16:40"."""
    value = claim.quantity.exact
    if claim.kind is Kind.DATE and claim.scope.period:
        return str(claim.scope.period)
    if claim.quantity.unit == "month-day" and value is not None:
        month, day = Locale("en").months["format"]["wide"].get(int(value) // 100, ""), int(value) % 100
        return f"{day} {month}" if day else str(month)
    if claim.quantity.unit == "time-of-day" and value is not None:
        return f"{int(value) // 60}:{int(value) % 60:02}"
    if claim.kind is Kind.DATE and value is not None:
        return str(value)
    return show(claim.quantity)


def moments(a: Claim, b: Claim) -> tuple[str, str]:
    """Return what two claims state, as `moment`; a bare number beside a date is a year and not grouped ("1997")."""

    def said(claim: Claim, other: Claim) -> str:
        value = claim.quantity.exact
        year = claim.kind is Kind.COUNT and other.kind is Kind.DATE and value is not None
        return f"{value:f}" if year else moment(claim)

    return said(a, b), said(b, a)


def _with_unit(text: str, quantity: Quantity) -> str:
    unit = quantity.unit
    if unit is None:
        return text
    if unit == "percent":
        return f"{text} %"
    if unit == "percentage point":
        return f"{text} percentage points"
    if unit == "times" or (len(unit) == 3 and unit.isupper()):
        return f"{text} {unit}"
    try:
        one = quantity.exact == 1
        pattern = format_unit(1 if one else 2, unit, length="long", locale="en")
    except (UnknownUnitError, UnknownLocaleError, ValueError):
        return f"{text} {unit}"
    return pattern.replace("1" if one else "2", text, 1)


def describe(claim: Claim) -> str:
    """Return what a claim is about: "Poverty rate, ethnic minorities, Ninh Thuan, 2021/2023, fall per year"."""
    scope = claim.scope
    subject = scope.indicator or scope.noun or _SUBJECTS.get(claim.kind, "figure")
    parts = [subject[:1].upper() + subject[1:]]
    if scope.indicator and scope.noun and scope.noun not in scope.indicator:
        parts.append(scope.noun)
    parts += [part for part in (scope.group, scope.place) if part]
    if scope.period:
        parts.append(str(scope.period))
    move = {Direction.UP: "rise", Direction.DOWN: "fall", None: "change"}[claim.direction]
    pace = f" per {scope.per}" if scope.per else ""
    if claim.role is Role.CHANGE:
        parts.append(move + pace)
    elif claim.role is Role.TARGET:
        parts.append(f"target ({move}{pace})" if claim.direction and scope.per else f"target{pace}")
    elif pace:
        parts.append(pace.strip())
    return ", ".join(parts)
