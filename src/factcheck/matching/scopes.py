"""What two claims' scopes have in common, and in what they are known to part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled
from factcheck.matching.places import same_place
from factcheck.model import Kind, Role
from factcheck.quantities import fit_periods

if TYPE_CHECKING:
    from factcheck.model import Claim, Document, Period, Scope


_FAR = 31  # days
_CARRIED = 0.25  # what a place tells less for each claim to whose sentence it is carried over


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
        indicator=True if _of_its_group(one, other) else _same_indicator(one.indicator, other.indicator),
        noun=_same_noun(one.noun, other.noun),
        group=_same(one.group, other.group),
        place=same_place(a, b, document_a, document_b),
        period=None if Kind.DATE in (a.kind, b.kind) else _same_period(one.period, other.period),
        role=None if _points(a) and _points(b) else a.role is b.role,
        direction=_same(a.direction, b.direction),
        per=_same(one.per, other.per),
    )


def same_group(a: Claim, b: Claim) -> bool:
    """Return whether two claims are of one group, or of none: "youth unemployment" is of youth, said so or not."""
    one, other = a.scope, b.scope
    if one.group == other.group or _of_its_group(one, other):
        return True
    group = one.group or other.group
    within = one.indicator is not None and one.indicator.startswith(f"{group} ")
    return None in {one.group, other.group} and one.indicator == other.indicator and within


def _of_its_group(one: Scope, other: Scope) -> bool:
    """Return whether what is said of a group is what an indicator says: unemployment of youth, "youth unemployment"."""
    for whole, part in ((one, other), (other, one)):
        if whole.group and whole.indicator and part.indicator and part.group in {None, whole.group}:
            before, within, base = part.indicator.partition(f"{whole.group} ")
            if within and not before and base.split()[0] == whole.indicator.split()[0]:
                return True
    return False


def _points(claim: Claim) -> bool:
    """Return whether a claim is of percentage points, which a rate has none of: they are a change, said so or not."""
    return claim.quantity.unit == "percentage point" and claim.role is not Role.TARGET


def of_no_time(a: Claim, b: Claim) -> bool:
    """Return whether two claims are of what is measured, and neither says of which time."""
    return None not in {a.scope.indicator, b.scope.indicator} and a.scope.period is b.scope.period is None


def far_apart(a: Document, b: Document) -> bool:
    """Return whether two articles are known to have been published so far apart that "now" is two times in them."""
    return a.published is not None and b.published is not None and abs((a.published - b.published).days) > _FAR


def counted_later(a: Claim, b: Claim, document_a: Document, document_b: Document) -> bool:
    """Return whether the larger of two counts of no time, or of a time that goes on, was published on a later day.

    What is counted day by day, such as a toll, grows.
    """
    days = document_a.published, document_b.published
    if days[0] is None or days[1] is None or days[0] == days[1] or not all(map(_counted_to_now, (a, b))):
        return False
    first, last = (a, b) if days[0] < days[1] else (b, a)
    return bool(first.quantity.values and last.quantity.values) and last.quantity.values[-1] > first.quantity.values[-1]


def _counted_to_now(claim: Claim) -> bool:
    period = claim.scope.period
    return claim.kind is Kind.COUNT and (period is None or period.end is None)


def carried(*claims: Claim) -> bool:
    """Return whether the place of one of some claims is carried over to its sentence from another one."""
    return any("place" in claim.scope.carried for claim in claims)


def said_of_place(a: Claim, b: Claim) -> float:
    """Return how much the places of two claims tell, from 0 to 1: less where one is carried over, or both are."""
    return 1.0 - _CARRIED * (carried(a) + carried(b))


def _same(one: str | None, other: str | None) -> bool | None:
    return one == other if one and other else None


def _same_indicator(one: str | None, other: str | None) -> bool | None:
    """Return whether two indicators are one; deaths may be road deaths or may not."""
    same = _same(one, other)
    narrower = one and other and (one.endswith(f" {other}") or other.endswith(f" {one}"))
    return None if narrower else same


def _same_noun(one: str | None, other: str | None) -> bool | None:
    """Return whether two nouns are one; words that no language file has an id for tell nothing across languages."""
    same = _same(one, other)
    return same if same or {one, other} <= noun_ids() else None


@cache
def noun_ids() -> frozenset[str]:
    """Return the ids of what is counted: all else that stands as a noun is a word as written."""
    return frozenset(compiled("nouns", ALL_LANGUAGES, lambda: [noun for tag in packs() for noun in pack(tag).nouns]))


def _same_period(one: Period | None, other: Period | None) -> bool | None:
    """Return whether two periods are one; a year and the end of that year are, a year and five years are not."""
    inside = fit_periods(one, other)
    if not inside or one is None or other is None:
        return inside
    return one.years == other.years
