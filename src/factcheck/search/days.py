"""The days that a query names: 2023, 2023-05, 2023-05-14, 2021..2023, >2021, in the digits of any script."""

from __future__ import annotations

import calendar
import re
from datetime import date

from factcheck.errors import QueryError
from factcheck.language.folding import fold


def days(value: str, field: str = "date") -> tuple[date | None, date | None]:
    """Return the first and the last day, both included; None is open. Raises QueryError."""
    text = fold(value).replace("…", "..")
    if field == "period":
        text = re.sub(r"(?<=\d{4})/(?=\d{4}$)", "..", text)
    text = text.replace("/", "-")
    if text[:1] in {">", "<"}:
        rest = text[1:].lstrip("=")
        text = f"{rest}.." if text[0] == ">" else f"..{rest}"
    start, dots, end = text.partition("..")
    try:
        named = [_days(part) for part in (start, end) if part]
        first, last = min(named)[0], max(named)[1]
    except ValueError:
        forms = f"{field}:2023, {field}:2023-05, {field}:2023-05-14 or {field}:2021..2023"
        raise QueryError(f"“{value}” is not a date. Write {forms}.") from None
    return first if start else None, last if end or not dots else None


def _days(text: str) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day. Raises ValueError."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
