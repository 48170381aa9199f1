"""What figures say in plain words, in the window's language: names in another script keep to their own direction."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.desktop.isolates import embed, is_right_to_left
from factcheck.desktop.translation import interface
from factcheck.language import statements, wording
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Claim, Finding, Quantity, Reason


def describe(claim: Claim) -> str:
    """Return what a figure is about: "Poverty rate, Ninh Thuan, 2023"."""
    return _described(claim, interface())


@lru_cache(maxsize=4096)
def _described(claim: Claim, language: str) -> str:
    return _shown(wording.describe(claim, language), language)


def sentence(claim: Claim) -> str:
    """Return all that a figure says: "Poverty rate, Ninh Thuan, 2021 to 2023: fell by 1.46 % a year"."""
    return _shown(statements.sentence(claim, interface()), interface())


def value(claim: Claim) -> str:
    """Return what a figure amounts to: "more than 524 billion VND", "4.21 %", "16:40"; of a date the period."""
    if claim.kind is Kind.DATE and claim.scope.period is not None:
        return wording.when(claim.scope.period, interface())
    return wording.moment(claim, interface())


def amount(quantity: Quantity) -> str:
    """Return a quantity in words: "4.21 %"."""
    return wording.show(quantity, interface())


def unit_name(unit: str | None) -> str:
    """Return the name of a unit: "%", "US dollars", "metres"; "" for a bare count."""
    return wording.unit_name(unit, interface())


def explain(finding: Finding) -> str:
    """Return why a finding is one, on one line."""
    return _shown(statements.explain(finding, interface()), interface())


def detail(reason: Reason, finding: Finding) -> str:
    """Return what a reason goes by."""
    return _shown(statements.told(reason, finding, interface()), interface())


def why(finding: Finding) -> str:
    """Return why two figures do or do not fit, and no more: "two digits are swapped"."""
    return _shown(statements.why(finding, interface()), interface())


def kind_of(finding: Finding) -> str:
    """Return a finding's type, "" where it says no more than that the figures do not fit."""
    return statements.kind_of(finding, interface())


def listed(parts: Iterable[str]) -> str:
    """Return a list as the window's language writes it."""
    return wording.listed(parts, interface())


def _shown(text: str, language: str) -> str:
    return embed(text, right=is_right_to_left(language))
