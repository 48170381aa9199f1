"""How alike two names are, whatever their scripts; what a name sounds like is in `language.names`."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from factcheck.language.names import key, romanise, skeleton, sounds

__all__ = ["key", "likeness", "romanise", "skeleton", "sounds"]


@lru_cache(maxsize=1 << 14)
def likeness(a: str, b: str) -> float:
    """Return how alike two names are, from 0 to 1, whatever their scripts ("Quang Ninh", کوانگ نین).

    Half of it is how alike their consonants are, half how alike they sound vowels included (RapidFuzz).
    """
    left, right = _heard(a), _heard(b)
    if not left or not right:
        return 1.0 if a == b else 0.0
    if left == right:
        return 1.0
    bones = fuzz.ratio(_bones(left), _bones(right))
    return (bones + fuzz.ratio(left, right)) / 200


@lru_cache(maxsize=1 << 14)
def _heard(name: str) -> str:
    return " ".join(sounds(word) for word in name.split())


def _bones(heard: str) -> str:
    return "".join(letter for letter in heard if not letter.islower())
