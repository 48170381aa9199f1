"""What two claims' scopes have in common, and in what they are known to part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.matching.places import same_place
from factcheck.model import Kind
from factcheck.quantities import fit_periods

if TYPE_CHECKING:
    from factcheck.model import Claim, Document, Period


@dataclass(frozen=True, slots=True)
class Common:
    """For each field of scope: True the same, False known to be others, None unknown on one side or both."""

    indicator: bool | None
    noun: bool | None
    group: bool | None
    place: bool | None
    period: bool | None
    role: bool | None
    direction: bool | None
    per: bool | None

    def conflicts(self) -> tuple[str, ...]:
        """Return the names of the fields in which the claims are known to part, as in `Match.conflicts`."""
        names = ("indicator", "noun", "group", "place", "period", "role", "direction", "per")
        return tuple(name for name in names if getattr(self, name) is False)


def common(a: Claim, b: Claim, document_a: Document, document_b: Document) -> Common:
    """Return what the scopes of two claims have in common."""
    one, other = a.scope, b.scope
    return Common(
        indicator=_same(one.indicator, other.indicator),
        noun=_same(one.noun, other.noun),
        group=_same(one.group, other.group)
        if one.group and other.group
        else (None if one.group == other.group else False),
        place=same_place(a, b, document_a, document_b),
        period=None if Kind.DATE in (a.kind, b.kind) else _same_period(one.period, other.period),
        role=a.role is b.role,
        direction=_same(a.direction, b.direction),
        per=_same(one.per, other.per),
    )


def _same(one: str | None, other: str | None) -> bool | None:
    return one == other if one and other else None


def _same_period(one: Period | None, other: Period | None) -> bool | None:
    """Return whether two periods are one; a year and the end of that year are, a year and five years are not."""
    inside = fit_periods(one, other)
    if not inside or one is None or other is None:
        return inside
    return one.years == other.years
