"""The four states of a figure, as the window shows them: always icon, word, colour and underline together.

A state belongs to a figure in a finding: one figure can agree with one source and differ from another. Where only one
state can be shown, the gravest wins.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from factcheck.model import Relation, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable


class Status(StrEnum):
    """What the window tells of a figure, the gravest first."""

    CONFLICT = "conflict"
    CHECK = "check"
    AGREE = "agree"
    SINGLE = "single"


_OF_RELATION = {Relation.DIFFER: Status.CONFLICT, Relation.CHECK: Status.CHECK, Relation.AGREE: Status.AGREE}

# How each is underlined: wave, dashes, a line, dots.
UNDERLINE = {
    Status.CONFLICT: None,
    Status.CHECK: Qt.PenStyle.DashLine,
    Status.AGREE: Qt.PenStyle.SolidLine,
    Status.SINGLE: Qt.PenStyle.DotLine,
}


def status_of(relation: Relation) -> Status:
    """Return how the window shows a relation."""
    return _OF_RELATION[relation]


def gravest(states: Iterable[Status]) -> Status:
    """Return the gravest of some states, SINGLE if there are none."""
    order = list(Status)
    return min(states, key=order.index, default=Status.SINGLE)


def word(status: Status) -> str:
    """Return the word for a state, translated."""
    tr = QCoreApplication.translate
    return {
        Status.CONFLICT: tr("Status", "Conflict"),
        Status.CHECK: tr("Status", "Check"),
        Status.AGREE: tr("Status", "Agrees"),
        Status.SINGLE: tr("Status", "Single source"),
    }[status]


def verdict_word(verdict: Verdict) -> str:
    """Return the word for a decision, translated."""
    tr = QCoreApplication.translate
    return {
        Verdict.OPEN: tr("Status", "Open"),
        Verdict.CONFIRMED: tr("Status", "Confirmed"),
        Verdict.DISMISSED: tr("Status", "Dismissed"),
        Verdict.LATER: tr("Status", "Later"),
    }[verdict]


def verdict_icon(verdict: Verdict) -> str:
    """Return the name of a decision's icon."""
    return {
        Verdict.OPEN: "open",
        Verdict.CONFIRMED: "confirm",
        Verdict.DISMISSED: "dismiss",
        Verdict.LATER: "later",
    }[verdict]
