"""The boilerplate words of all language files, ready to be looked up.

Pages mix languages (a Malay page says "No data", an Arabic one "Share"), so every line is held against the words of
all of them. Words and lines are compared folded, with every number as "#".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from factcheck.language.expressions import kept, ready
from factcheck.language.folding import fold
from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled

BEGINNING = 32  # code points in which most lines have their first word
LONGEST_LINE = 400  # code points; a longer line is a paragraph, whatever it begins with

_NUMBER = re.compile(r"\d+(?:[.,  ]\d+)*[km]?")
_FIRST = re.compile(r"[\W_]*([^\W_]+)")
_EDGES = " \t\u00a0\u202f•·*-–—>»«|:：…./\\✓→←▶►"
_COLON = (":", "：")
_BRACKETS = ("[", "]")


def plain(folded: str) -> str:
    """Return a folded line without bullets and final marks, with single spaces and every number as "#"."""
    return " ".join(_NUMBER.sub("#", folded.replace("#", " ")).split()).strip(_EDGES)


def unbracketed(line: str) -> str:
    """Return the line without the square brackets that some pages put around a place for advertising."""
    return line.replace("[", "").replace("]", "").strip()


class Phrases(NamedTuple):
    """What the language files list under [boilerplate], compiled; all of it takes folded text."""

    lines: frozenset[str]
    words: frozenset[str]  # that these consist of
    heads: frozenset[str]  # the beginnings of these words, up to what is no letter or digit
    firsts: frozenset[str]  # the first words of all that the expressions look for at the beginning of a line
    labelled: re.Pattern[str]  # a beginning such as "source:"
    opened: re.Pattern[str]  # a beginning without a colon, such as "published on"
    related: re.Pattern[str]  # the heading of a list of other articles; group "rest" is what follows a colon
    credit: re.Pattern[str]  # "photo: name" at the end of a line
    caption: re.Pattern[str]  # a beginning of a caption, such as "general view of"

    def beginning(self, line: str, folded: str) -> tuple[bool, bool]:
        """Return whether a line begins as what the expressions look for, and as one of `lines`.

        Most lines do neither, which their first word tells, and need no other look. `folded` are the first `BEGINNING`
        code points of the line.
        """
        found = _FIRST.match(folded)
        if len(line) > BEGINNING and (found is None or found.end() == len(folded)):
            found = _FIRST.match(folded := fold(line[:LONGEST_LINE]))
        if found is None:
            return True, True
        first = found[1]
        listed = first in self.firsts or "©" in folded[: found.start(1)]
        return listed, first in self.heads or not first.isalpha() or folded[found.end() : found.end() + 1] in _BRACKETS


@cache
def phrases() -> Phrases:
    """Return the phrases of all language files."""
    lines, words, heads, firsts, *expressions = compiled("boilerplate", ALL_LANGUAGES, _build)
    return Phrases(lines, words, heads, firsts, *map(ready, expressions))


def _build() -> tuple[Any, ...]:
    """Return the fields of `Phrases` as plain data."""
    listed = [pack(tag).boilerplate for tag in packs()]
    lines = frozenset(unbracketed(plain(fold(line.replace("#", "0")))) for one in listed for line in one.lines)
    starts = [fold(start).strip() for one in listed for start in one.starts]
    captions = [fold(start).strip() for one in listed for start in one.captions]
    labels_of_lists = [fold(word) for one in listed for word in one.related]
    related = _any(labels_of_lists)
    firsts = frozenset(found[1] for word in (*starts, *captions, *labels_of_lists) if (found := _FIRST.match(word)))
    labels = _bare(captions, colon=True)
    made = (
        rf"[\W_]*(?:{_any([*_bare(starts, colon=True), *labels])})\s*[:：]",
        rf"[\W_]*(?P<start>{_any(_bare(starts, colon=False))})(?!\w)",
        rf"[\W_]*(?:{related})\s*(?:[:：>»|]\s*(?P<rest>.*))?$",
        rf"(?:(?<=[\s.!?…)\"”»])|^)[(\[]?(?:{_any(labels)})\s*[:：]\s*[^.!?:]{{1,60}}[.)\]]*\s*$",
        rf"[\W_]*(?:{_any(_bare(captions, colon=False))})(?!\w)",
    )
    words = frozenset(word for line in lines for word in line.split())
    heads = frozenset(found[1] for word in words if (found := _FIRST.match(word)))
    return (lines, words, heads, firsts, *(kept(re.compile(expression)) for expression in made))


def _bare(words: list[str], *, colon: bool) -> list[str]:
    """Return the words that end in a colon, without it, or those that do not."""
    return [word.rstrip(":： ") for word in words if word.endswith(_COLON) is colon]


def _any(words: list[str]) -> str:
    """Return an alternation of the words, the longest first; it matches nothing if there are none."""
    ordered = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or r"(?!)"
