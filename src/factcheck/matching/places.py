"""Whether two claims speak of the same place, as far as their sentences say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.matching.names import likeness, skeleton

if TYPE_CHECKING:
    from factcheck.model import Claim, Document

_WORD = re.compile(r"[^\W\d_]+")
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
    """Return whether a passage names a place, in whatever script."""
    words = _words(document.quote(document.passages[passage].span))
    wanted = _words(name)
    if not wanted:
        return False
    bones, sought = _bones(words), _bones(wanted)
    size = len(sought)
    for start in range(len(bones) - size + 1):
        # a clitic may be written together with the first word ("بكوانغ")
        if bones[start + 1 : start + size] == sought[1:] and bones[start].endswith(sought[0]):
            spelled = " ".join(words[start : start + size])
            if likeness(spelled, name) >= _SAME_NAME:
                return True
    return False


@lru_cache(maxsize=1 << 11)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=1 << 11)
def _bones(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(skeleton, words))
