"""What figures say in plain words, ready to be shown: names in another script keep to their own direction."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.desktop.isolates import embed
from factcheck.language import wording

if TYPE_CHECKING:
    from factcheck.model import Claim, Finding, Reason


@lru_cache(maxsize=4096)
def describe(claim: Claim) -> str:
    """Return what a figure is about: "Poverty rate, Ninh Thuan, 2023"."""
    return embed(wording.describe(claim))


def explain(finding: Finding) -> str:
    """Return why a finding is one, on one line."""
    return embed(finding.explanation)


def detail(reason: Reason) -> str:
    """Return what a reason goes by."""
    return embed(reason.detail)


def kind_of(finding: Finding) -> str:
    """Return a finding's type, "" where it says no more than that the figures do not fit."""
    return "" if finding.type == "plain" else finding.type
