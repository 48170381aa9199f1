"""A query as a tree, the same for every engine, and what it means in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from factcheck.language.packs import pack

if TYPE_CHECKING:
    from datetime import date

    from factcheck.search.analysis import Alternatives


@dataclass(frozen=True, slots=True)
class Word:
    """A word; any of its terms will do."""

    typed: str
    terms: Alternatives


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after the other; up to `between` others may stand between two of them."""

    typed: str
    places: tuple[Alternatives, ...]
    between: int = 0


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with a term."""

    typed: str
    term: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that differ from a term in at most `distance` letters (1 or 2)."""

    typed: str
    term: str
    distance: int


@dataclass(frozen=True, slots=True)
class Language:
    """Articles in a language."""

    tag: str


@dataclass(frozen=True, slots=True)
class Source:
    """Articles whose file name or web address holds these words, one after the other."""

    typed: str
    places: tuple[Alternatives, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """Articles published from the first to the last day, both included; None is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Articles without the part."""

    part: Node


Node: TypeAlias = Word | Phrase | Prefix | Fuzzy | Language | Source | Published | And | Or | Not


def explain(node: Node) -> str:
    """Return what a query asks for, in plain words: «“poverty” and words that begin with “rate”, in French»."""
    match node:
        case Word(typed=typed):
            return f"“{typed}”"
        case Phrase(typed=typed, between=0):
            return f"the phrase “{typed}”"
        case Phrase(typed=typed, between=between):
            return f"the words “{typed}” near each other (at most {between} between two)"
        case Prefix(typed=typed):
            return f"words that begin with “{typed}”"
        case Fuzzy(typed=typed, distance=distance):
            return f"words like “{typed}” (at most {distance} {'letter' if distance == 1 else 'letters'} different)"
        case Language(tag=tag):
            return f"in {language_name(tag)}"
        case Source(typed=typed):
            return f"from a file or site with “{typed}” in its name"
        case Published():
            return _explain_dates(node)
        case And(parts=parts):
            return _explain_all(parts)
        case Or(parts=parts):
            return "either " + " or ".join(_inside(part) for part in parts)
        case Not(part=part):
            return f"without {_inside(part)}"


def language_name(tag: str) -> str:
    """Return the English name of a language, or its tag if we know none."""
    known = pack(tag)
    return known.name if known.tag != "und" else tag


def _explain_all(parts: tuple[Node, ...]) -> str:
    wanted = [_inside(part) for part in parts if not isinstance(part, Language | Source | Published | Not)]
    limits = [explain(part) for part in parts if isinstance(part, Language | Source | Published | Not)]
    return ", ".join(([" and ".join(wanted)] if wanted else []) + limits)


def _inside(node: Node) -> str:
    return f"({explain(node)})" if isinstance(node, And | Or) else explain(node)


def _explain_dates(dates: Published) -> str:
    if dates.first and dates.last:
        return f"published from {dates.first} to {dates.last}" if dates.first < dates.last else f"of {dates.first}"
    return f"published from {dates.first} on" if dates.first else f"published until {dates.last}"
