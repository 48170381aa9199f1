"""Folding: the form of a text in which spellings that mean the same are the same, with offsets kept.

Letter case, diacritics (Vietnamese, French), compatibility forms, Arabic and Persian letter forms, tashkeel, tatweel,
zero-width characters and the digits of every script are folded. The folded text is for matching and searching only;
every position in it leads back to the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain, compress, repeat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# Letters that Unicode does not decompose, and letter forms that Arabic and Persian newsrooms use for one another.
_LETTERS = {
    "đ": "d", "Đ": "d", "ð": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ı": "i", "œ": "oe", "Œ": "oe", "æ": "ae",
    "Æ": "ae", "ß": "ss", "ẞ": "ss", "þ": "th", "Þ": "th",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ک": "ك", "ڪ": "ك", "گ": "گ",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ؤ": "و", "ء": "", "ـ": "",
    "’": "'", "‘": "'", "ʼ": "'", "＇": "'",
}  # fmt: skip

_ACCENTS = (("\u0300", "\u036f"), ("\u0591", "\u05c7"), ("\u0610", "\u061a"), ("\u064b", "\u065f"),
            ("\u0670", "\u0670"), ("\u06d6", "\u06ed"))  # fmt: skip


class Folded(NamedTuple):
    """A folded text; `offsets[i]` is the index in the original of the character that gave `text[i]`.

    `offsets` has one entry more than `text`: the length of the original.
    """

    text: str
    offsets: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of the original that the folded range [start, end) came from."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=65536)
def fold_character(char: str) -> str:
    """Return the folded form of one character: none, one or more characters."""
    if char < "\x80":
        return char.lower()
    if char in _LETTERS:
        return _LETTERS[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Cf" or _is_accent(char):
        return ""
    if category == "Zs":
        return " "
    if "가" <= char <= "힣":
        return char
    out = []
    for part in unicodedata.normalize("NFKD", char).casefold():
        if part in _LETTERS:
            out.append(_LETTERS[part])
        elif not _is_accent(part):
            out.append(part)
    return "".join(out)


def _is_accent(char: str) -> bool:
    """Return whether a mark may go: accents, niqqud and tashkeel may; the vowel signs of Indic and Thai may not."""
    return any(first <= char <= last for first, last in _ACCENTS)


class _Table(dict[int, str]):
    """A translation table that fills itself, so that `str.translate` folds at the speed of C."""

    def __init__(self) -> None:
        self.gone = re.compile("(?!)")  # finds the characters met so far that folding takes away
        self._gone: list[str] = []

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        if not folded:
            self._gone.append(re.escape(chr(code)))
            self.gone = re.compile(f"[{''.join(self._gone)}]")
        self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return the folded text."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


def fold_with_offsets(text: str) -> Folded:
    """Return the folded text with the original index of each of its characters."""
    size = len(text)
    if text.isascii():
        return Folded(text.lower(), range(size + 1))
    whole = text.translate(_TABLE)
    if len(whole) == size and not _TABLE.gone.search(text):  # where none is gone, none has grown
        return Folded(whole, range(size + 1))
    folded = [*map(_TABLE.__getitem__, map(ord, text))]
    offsets = [*compress(range(size), folded)]
    if len(offsets) == len(whole):  # none has grown
        return Folded(whole, [*offsets, size])
    sizes = map(len, folded)
    return Folded(whole, [*chain.from_iterable(map(repeat, range(size), sizes)), size])
