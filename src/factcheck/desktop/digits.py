"""Digit by digit: where two figures as written part, whatever digits their scripts use."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher


def apart(one: str, other: str) -> tuple[list[int], list[int]]:
    """Return the positions of the digits in each text that the other does not have in the same place.

    "4.12 %" and "۴٫۲۱ درصد" part in their second and third digits. Texts without digits part nowhere.
    """
    ours, theirs = _digits(one), _digits(other)
    if not ours or not theirs:
        return [], []
    if len(ours) == len(theirs):  # a swap is two other digits, not one put in and one left out
        places = [n for n, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a[1] != b[1]]
        return [ours[n][0] for n in places], [theirs[n][0] for n in places]
    matcher = SequenceMatcher(None, [digit for _, digit in ours], [digit for _, digit in theirs], autojunk=False)
    left: list[int] = []
    right: list[int] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            left += [at for at, _ in ours[a:b]]
            right += [at for at, _ in theirs[c:d]]
    return left, right


def _digits(text: str) -> list[tuple[int, int]]:
    found = ((at, unicodedata.decimal(letter, -1)) for at, letter in enumerate(text))
    return [(at, digit) for at, digit in found if digit >= 0]
