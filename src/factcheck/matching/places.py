"""Whether two claims speak of the same place, as far as their sentences say."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled
from factcheck.language.scripts import UNSPACED
from factcheck.matching.names import likeness, skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Document

_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
# Spellings of one place come out at 0.95 and more, of two that share a word ("Quang Ninh", "Quang Tri") at 0.8 at most.
_SAME_NAME = 0.9

WHOLE_COUNTRY = "whole country"  # the place of "nationwide" in an article that names no country


def same_name(a: str, b: str) -> bool:
    """Return whether two names of places are spellings of one, whatever their scripts."""
    return likeness(a, b) >= _SAME_NAME


def same_place(a: Claim, b: Claim, document_a: Document, document_b: Document) -> bool | None:
    """Return whether the two claims' places are the same; None where the texts do not say.

    A place that the other claim's sentence names counts as the same: a sentence may name two, and which of them the
    figure belongs to is not certain then.
    """
    here, there = a.scope.place, b.scope.place
    if here and there and same_name(here, there):
        return True
    if WHOLE_COUNTRY in (here, there):
        return None  # which country is not said
    if here and mentions(document_b, b.passage, here):
        return True
    if there and mentions(document_a, a.passage, there):
        return True
    return False if here and there else None


def mentions(document: Document, passage: int, name: str) -> bool:
    """Return whether a passage names a place, in whatever script; of a well-known one `name` may be the English one."""
    here = document.passages[passage]
    text = document.quote(here.span)
    return any(_named(text, each) for each in (name, *_known(here.language).get(name, ())))


def _named(text: str, name: str) -> bool:
    words, wanted = _words(text), _words(name)
    if not wanted:
        return False
    if _UNSPACED.search(name):
        return len(name) > 1 and name in text
    bones, sought = _bones(words), _bones(wanted)
    size = len(sought)
    for start in range(len(bones) - size + 1):
        # a clitic may be written together with the first word ("بكوانغ")
        if bones[start + 1 : start + size] == sought[1:] and bones[start].endswith(sought[0]):
            spelled = words[start : start + size]
            if _written_as_name(spelled, wanted) and likeness(" ".join(spelled), name) >= _SAME_NAME:
                return True
    return False


def _written_as_name(words: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether words have the capitals of a name: "Nông dân", farmers, sounds much like Ninh Thuan."""
    return not any(word[0].islower() and part[0].isupper() for word, part in zip(words, name, strict=True))


def well_known(name: str | None) -> bool:
    """Return whether a name is the English one of a place that a language file or CLDR knows."""
    return name in _well_known()


@cache
def _well_known() -> frozenset[str]:
    def listed() -> list[str]:
        theirs = {name for tag in packs() for name in pack(tag).places.known}
        return sorted(theirs.union(pack("en").locale.territories.values()))

    return frozenset(compiled("well-known places", ALL_LANGUAGES, listed))


@cache
def _known(language: str) -> dict[str, tuple[str, ...]]:
    """Return the names of well-known places in a language, by their English ones (CLDR's territories, the pack's)."""
    here = pack(language)
    own = here.locale.territories
    found: dict[str, tuple[str, ...]] = {
        name: (own[code],) for code, name in pack("en").locale.territories.items() if code in own and own[code] != name
    }
    for name, names in here.places.known.items():
        found[name] = (*found.get(name, ()), *names)
    return found


@lru_cache(maxsize=1 << 11)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=1 << 11)
def _bones(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(skeleton, words))
