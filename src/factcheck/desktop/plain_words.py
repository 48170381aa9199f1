"""What figures say in plain words, ready to be shown: names in another script keep to their own direction."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.desktop.isolates import embed
from factcheck.language import wording
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.model import Claim, Finding, Reason


@lru_cache(maxsize=4096)
def describe(claim: Claim) -> str:
    """Return what a figure is about: "Poverty rate, Ninh Thuan, 2023"."""
    return embed(wording.describe(claim))


def value(claim: Claim) -> str:
    """Return what a figure amounts to: "more than 524 billion VND", "4.21 %", and for dates the period."""
    if claim.kind is Kind.DATE and claim.scope.period is not None:
        return str(claim.scope.period)
    return wording.show(claim.quantity)


def explain(finding: Finding) -> str:
    """Return why a finding is one, on one line."""
    return embed(finding.explanation)


def detail(reason: Reason) -> str:
    """Return what a reason goes by."""
    return embed(reason.detail)


def kind_of(finding: Finding) -> str:
    """Return a finding's type, "" where it says no more than that the figures do not fit."""
    return "" if finding.type == "plain" else finding.type
