"""Dates and periods."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.claims.marks import Mark
from factcheck.model import Kind, Period

_YEARS = re.compile(r"(?<![\w.,/-])((?:1[5-9]|20)[0-9]{2})\s?[-–—/]\s?((?:1[5-9]|20)[0-9]{2}|[0-9]{2})(?![\w]|[.,/-][0-9])")


def read_dates(text: str, tag: str) -> list[Mark]:
    """Return the dates and periods of a plain text, in no order."""
    found = []
    for m in _YEARS.finditer(text):
        first = int(m[1])
        last = int(m[2]) if len(m[2]) == 4 else first // 100 * 100 + int(m[2])
        if first < last:
            found.append(Mark(*m.span(), Kind.DATE, Period.of_year(first, last), Decimal(first), Decimal(last)))
    return found
