"""Numbers, ranges, fractions and bounds in running text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Kind, Period, Quantity, Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure read from a text, before it is known what it is about.

    `span` covers the figure with its scale and unit ("524 bilion VND", "1-1,5%"), not the words of a bound before it.
    `period` is set where the kind is DATE.
    """

    span: Span
    quantity: Quantity
    kind: Kind
    period: Period | None = None
