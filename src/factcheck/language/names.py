"""Names across scripts: a consonant skeleton that a name keeps when another newsroom spells it.

Vowels are where transliterations part ways ("Kavanaugh", كافانو, کاوانا), and so are the members of a few groups of
consonants (b and p, f and v, k and g and j). What is left is short but selective, since rare keys weigh most. Every
word has a key, not names alone: loan words and cognates ("president", presiden, پرزیدنت) find each other the same way.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_CLASSES = {"bp": "B", "fv": "F", "kqgj": "K", "szx": "S", "td": "T", "l": "L", "r": "R", "m": "M", "n": "N",
            "a": "a", "eiy": "i", "ouw": "u"}  # fmt: skip
_SOUNDS = {letter: sound for letters, sound in _CLASSES.items() for letter in letters}
# Digraphs of the romanisations in use, longest first, and the one sound they stand for.
_DIGRAPHS = (
    ("ngh", "n"), ("ng", "n"), ("ugh", "u"), ("tsh", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("th", "t"),
    ("kh", "k"), ("gh", "k"), ("ph", "f"), ("dh", "t"), ("ck", "k"), ("zh", "s"),
)  # fmt: skip
_SOFT_C = re.compile("c(?=[eiy])")
_NO_LETTER = re.compile("[^a-z]+")
_LONGEST = 6  # classes kept: endings differ by language (-tion, -si, -cion)
_SHORTEST = 3  # fewer classes than these say too little about a single word


@lru_cache(maxsize=1 << 12)
def romanise(text: str) -> str:
    """Return a text in the letters a to z, words separated by single spaces."""
    return _NO_LETTER.sub(" ", anyascii(text.replace("ا", "a").replace("آ", "a")).lower().replace("'", "")).strip()


@lru_cache(maxsize=1 << 14)
def sounds(word: str) -> str:
    """Return the sounds of one word: consonant classes in capitals, vowels as a, i or u, equal neighbours merged."""
    letters = _SOFT_C.sub("s", romanise(word).replace(" ", ""))
    for digraph, sound in _DIGRAPHS:
        letters = letters.replace(digraph, sound)
    out: list[str] = []
    for letter in letters.replace("c", "k"):
        sound = _SOUNDS.get(letter, "")
        if sound and (not out or out[-1] != sound):
            out.append(sound)
    return "".join(out)


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """Return the consonant classes of one word, equal neighbours merged; a first vowel counts as "A"."""
    heard = sounds(word)
    out: list[str] = ["A"] if heard[:1].islower() else []
    for sound in heard:
        if sound.isupper() and (not out or out[-1] != sound):
            out.append(sound)
    return "".join(out)


def key(word: str) -> str | None:
    """Return the matching key of a word, None where its skeleton says too little."""
    made = skeleton(word)
    return made[:_LONGEST] if len(made) >= _SHORTEST else None
