"""What a search asks for, in the interface's language; `search.tree.explain` says the same in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from factcheck.desktop import numbers
from factcheck.desktop.isolates import embed, is_right_to_left, isolate
from factcheck.desktop.names import language_name
from factcheck.desktop.plain_words import listed
from factcheck.desktop.translation import ENGLISH, interface
from factcheck.search import tree

if TYPE_CHECKING:
    from datetime import date

    from factcheck.search.tree import Node

tr = QCoreApplication.translate


def asked(node: Node) -> str:
    """Return what a query asks for, as a sentence."""
    said = tr("Searched", "Searching for {0}.").format(words(node))
    return said if is_right_to_left(interface()) else embed(said)


def words(node: Node) -> str:
    """Return what a part of a query asks for."""
    match node:
        case tree.Word(typed=typed, field="written") | tree.Phrase(typed=typed, field="written"):
            return tr("Searched", "“{0}” exactly as written").format(_typed(typed))
        case tree.Word(typed=typed):
            return tr("Searched", "“{0}”").format(_typed(typed))
        case tree.Phrase(typed=typed, between=0):
            return tr("Searched", "the phrase “{0}”").format(_typed(typed))
        case tree.Phrase(typed=typed):
            return tr("Searched", "the words “{0}” near each other").format(_typed(typed))
        case tree.Prefix(typed=typed):
            return tr("Searched", "words that begin with “{0}”").format(_typed(typed))
        case tree.Wildcard(typed=typed):
            return tr("Searched", "words of the form “{0}”").format(_typed(typed))
        case tree.Fuzzy(typed=typed):
            return tr("Searched", "words like “{0}”").format(_typed(typed))
        case tree.Also(part=part, others=others):
            tags = sorted({language_name(other.tag) for other in others if other.tag and other.how != "form"})
            forms = any(other.tag for other in others)
            also = listed(tags) or (tr("Searched", "other forms") if forms else tr("Searched", "other scripts"))
            return tr("Searched", "{0} (also: {1})").format(_inside(part), also)
        case tree.And(parts=parts):
            wanted = [_inside(part) for part in parts if not isinstance(part, tree.Limit | tree.Not)]
            limits = [words(part) for part in parts if isinstance(part, tree.Limit | tree.Not)]
            return "; ".join(([" + ".join(wanted)] if wanted else []) + limits)
        case tree.Or(parts=parts):
            return tr("Searched", " or ").join(_inside(part) for part in parts)
        case tree.Not(part=part):
            return tr("Searched", "without {0}").format(_inside(part))
    return _limit(node)


def _limit(node: Node) -> str:
    match node:
        case tree.Language(tag=tag):
            return tr("Searched", "language: {0}").format(language_name(tag))
        case tree.Source(typed=typed):
            return tr("Searched", "source: {0}").format(_typed(typed))
        case tree.File(typed=typed):
            return tr("Searched", "file: {0}").format(_typed(typed))
        case tree.Published(first=first, last=last):
            return tr("Searched", "published: {0}").format(_days(first, last))
        case tree.Figures(said=said):
            return tr("Searched", "figure: {0}").format(listed(_condition(each) for each in said))
    return ""


def _condition(one: tree.Condition) -> str:
    """Return one condition on a figure."""
    told = {
        "flagged": tr("Searched", "in conflict"),
        "check": tr("Searched", "to be checked"),
        "agrees": tr("Searched", "agrees with another"),
        "confirmed": tr("Searched", "confirmed"),
        "dismissed": tr("Searched", "dismissed"),
        "later": tr("Searched", "put off"),
        "open": tr("Searched", "in conflict, without a decision"),
        "level": tr("Searched", "a level"),
        "change": tr("Searched", "a change"),
        "target": tr("Searched", "a target"),
        "more": tr("Searched", "more than {0}"),
        "less": tr("Searched", "less than {0}"),
        "at least": tr("Searched", "at least {0}"),
        "at most": tr("Searched", "at most {0}"),
        "from": "{0}…",
        "to": "…{0}",
        "from to": "{0}…{1}",
        "value": tr("Searched", "value or period: {0}"),
        "period": tr("Searched", "value or period: {0}"),
        "about": tr("Searched", "about {0}"),
        "place": tr("Searched", "for {0}"),
        "unit": tr("Searched", "unit: {0}"),
    }
    return told[one.name].format(*one.values)


def _typed(text: str) -> str:
    """Return what somebody typed, to be shown in a sentence of either direction."""
    return isolate(text, ENGLISH) if is_right_to_left(interface()) else text


def _days(first: date | None, last: date | None) -> str:
    if first == last:
        return numbers.day(first) if first else ""
    return f"{numbers.day(first) if first else ''}…{numbers.day(last) if last else ''}"


def _inside(node: Node) -> str:
    return f"({words(node)})" if isinstance(node, tree.And | tree.Or) else words(node)
