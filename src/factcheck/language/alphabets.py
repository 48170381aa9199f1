"""Languages that are written in two alphabets: the file has the words in one, and says the letters of the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from factcheck.language.sections import Pack

Writer: TypeAlias = Callable[[str], str]

_KEPT = frozenset({"tag", "examples", "letters", "spellings"})  # fields that hold no words, or words as names of others


def in_both(pack: Pack) -> Pack:
    """Return a pack whose words stand in both alphabets of its language, if its file names one (`text.letters`).

    Of two letters that are one in the other alphabet the longest come first ("lj" = "љ"), capitals are those of the
    first ("Lj" = "Љ"). What has no such letters stays once.
    """
    if not pack.text.letters:
        return pack
    letters = {case(ours): case(theirs) for ours, theirs in pack.text.letters.items() for case in _CASES}
    sought = re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True))))
    made: Pack = _both(pack, lambda word: sought.sub(lambda found: letters[found[0]], word))
    return made


_CASES: tuple[Writer, ...] = (str.upper, str.capitalize, str.lower)


def _both(value: Any, written: Writer) -> Any:
    """Return the words of a section, a list or a table in both alphabets; ids stay what they are."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{name: _both(part, written) for name, part in named.items() if name not in _KEPT})
    if isinstance(value, tuple):
        return tuple(dict.fromkeys((*value, *(_written(one, written) for one in value))))
    if isinstance(value, dict):
        if any(isinstance(part, tuple) and isinstance(part[0] if part else "", str) for part in value.values()):
            return {key: _both(part, written) for key, part in value.items()}
        return {**{written(key): part for key, part in value.items()}, **value}
    return value


def _written(value: Any, written: Writer) -> Any:
    """Return a word, or words that belong together, in the other alphabet."""
    return tuple(map(written, value)) if isinstance(value, tuple) else written(value)
