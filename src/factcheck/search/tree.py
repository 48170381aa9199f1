"""A query as a tree, the same for every engine, and what it means in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from babel import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model import FigureFilter
    from factcheck.search.analysis import Alternatives


@dataclass(frozen=True, slots=True)
class Word:
    """A word; any of its terms will do."""

    typed: str
    terms: Alternatives
    field: str = "text"  # "written": the terms are words as they stand in the text, letter by letter


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after the other; up to `between` others may stand between two of them."""

    typed: str
    places: tuple[Alternatives, ...]
    between: int = 0
    field: str = "text"


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with a term."""

    typed: str
    term: str


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words of a pattern: * stands for any letters, ? for one."""

    typed: str
    pattern: str


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
    """Articles whose outlet, file name or web address holds these words, one after the other."""

    typed: str
    places: tuple[Alternatives, ...]


@dataclass(frozen=True, slots=True)
class File:
    """Articles whose file or folder name holds these words, one after the other."""

    typed: str
    places: tuple[Alternatives, ...]


class Condition(NamedTuple):
    """One condition on a figure: which of `CONDITIONS` it is, and its values as they are shown."""

    name: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """Articles with a figure that is all that `wanted` says; `said` are the conditions of which it was made.

    `place` is the name as typed, found in other spellings and scripts too.
    """

    said: tuple[Condition, ...]
    wanted: FigureFilter
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Articles:
    """These articles, by key (`model.article_key`): what conditions on figures come to in a dossier."""

    keys: frozenset[int]


@dataclass(frozen=True, slots=True)
class Other:
    """The same in other words: what is looked for, in which language ("" for any), and how it was found."""

    tag: str
    said: str
    node: Node
    how: str  # "translation", "form" (of the word itself), "name" or "learned"


@dataclass(frozen=True, slots=True)
class Also:
    """A part, or the same in other languages, which weighs less."""

    part: Node
    others: tuple[Other, ...]


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


Limit: TypeAlias = (
    Language | Source | File | Published | Figures | Articles
)  # what limits the articles and has no weight
Node: TypeAlias = Word | Phrase | Prefix | Wildcard | Fuzzy | Limit | Also | And | Or | Not


CONDITIONS = {  # on a figure, in plain words
    "flagged": "that is flagged",
    "check": "to be checked",
    "agrees": "that agrees with another",
    "confirmed": "confirmed as a mistake",
    "dismissed": "dismissed",
    "later": "put off",
    "open": "flagged and open",
    "level": "that is a level",
    "change": "that is a change",
    "target": "that is a target",
    "more": "more than {0}",
    "less": "less than {0}",
    "at least": "of at least {0}",
    "at most": "of at most {0}",
    "from": "from {0}",
    "to": "to {0}",
    "from to": "from {0} to {1}",
    "value": "of {0}",
    "period": "of {0}",
    "about": "about {0}",
    "place": "for {0}",
    "unit": "in {0}",
}


def explain(node: Node) -> str:
    """Return what a query asks for, in plain words: «“poverty” and words that begin with “rate”, in French».

    Where no word is asked for it is articles: «articles in French».
    """
    said = _words(node)
    parts = node.parts if isinstance(node, And) else (node,)
    return f"articles {said}" if all(isinstance(part, Limit | Not) for part in parts) else said


def _words(node: Node) -> str:
    match node:
        case Word(typed=typed, field="written") | Phrase(typed=typed, field="written"):
            return f"“{typed}” exactly as written"
        case Word(typed=typed):
            return f"“{typed}”"
        case Phrase(typed=typed, between=0):
            return f"the phrase “{typed}”"
        case Phrase(typed=typed, between=between):
            return f"the words “{typed}” near each other (at most {between} between two)"
        case Prefix(typed=typed):
            return f"words that begin with “{typed}”"
        case Wildcard(typed=typed):
            return f"words of the form “{typed}”"
        case Fuzzy(typed=typed, distance=distance):
            return f"words like “{typed}” (at most {distance} {'letter' if distance == 1 else 'letters'} different)"
        case Language(tag=tag):
            return f"in {language_name(tag)}"
        case Source(typed=typed):
            return f"from an outlet, file or site with “{typed}” in its name"
        case File(typed=typed):
            return f"in a file or folder with “{typed}” in its name"
        case Figures(said=said):
            return f"with a figure {', '.join(CONDITIONS[each.name].format(*each.values) for each in said)}"
        case Articles(keys=keys):
            return f"among {len(keys)} articles"
        case Also(part=part, others=others):
            tags = sorted({language_name(other.tag) for other in others if other.tag and other.how != "form"})
            rest = "in other forms" if any(other.tag for other in others) else "in other scripts"
            elsewhere = f"in {', '.join(tags)}" if tags else rest
            return f"{_inside(part)} (also {elsewhere})"
        case Published():
            return _explain_dates(node)
        case And(parts=parts):
            return _explain_all(parts)
        case Or(parts=parts):
            return "either " + " or ".join(_inside(part) for part in parts)
        case Not(part=part):
            return f"{'not' if isinstance(part, Limit) else 'without'} {_inside(part)}"


@lru_cache(256)
def language_name(tag: str) -> str:
    """Return the English name of a language, or its tag if we know none."""
    try:
        return str(Locale.parse(tag).get_display_name("en") or tag)
    except (ValueError, UnknownLocaleError):
        return tag


def _explain_all(parts: tuple[Node, ...]) -> str:
    wanted = [_inside(part) for part in parts if not isinstance(part, Limit | Not)]
    limits = [_words(part) for part in parts if isinstance(part, Limit | Not)]
    return ", ".join(([" and ".join(wanted)] if wanted else []) + limits)


def _inside(node: Node) -> str:
    return f"({_words(node)})" if isinstance(node, And | Or) else _words(node)


def _explain_dates(dates: Published) -> str:
    if dates.first and dates.last:
        return f"published from {dates.first} to {dates.last}" if dates.first < dates.last else f"of {dates.first}"
    return f"published from {dates.first} on" if dates.first else f"published until {dates.last}"


@lru_cache(256)
def as_regex(pattern: str) -> re.Pattern[str]:
    """Return the pattern of a `Wildcard` as a regular expression for whole words."""
    return re.compile("".join({"*": ".*", "?": "."}.get(char) or re.escape(char) for char in pattern))
