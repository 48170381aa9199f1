"""The plain form of a text, in which figures are read: one spelling for digits, letter forms and invisible characters.

It is much closer to the text than `folding.fold`: tones and accents stay ("năm" is year or five, "nam" is south), only
letter case, digits of every script, width and presentation forms, Arabic and Persian letter forms, tashkeel and
invisible characters go. Every character gives one character or none, so that offsets are mostly the identity.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۀ": "ه",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ۂ": "ه", "ؤ": "و", "ئ": "ي", "ـ": "", "\u00ad": "", "İ": "i",
    "’": "'", "‘": "'", "ʼ": "'", "＇": "'", "´": "'", "−": "-", "‐": "-", "־": "-", "‑": "-", "٪": "%", "℅": "%",
    "ş": "ș", "Ş": "ș", "ţ": "ț", "Ţ": "ț", "º": "°", "˚": "°", "⹁": ",",
}  # fmt: skip
_SAME_LETTER = re.compile(r"<(?:wide|narrow|small|isolated|initial|medial|final)> ([0-9A-F]{4,6})$")
_COMBINING = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile(".[\u0300-\u036f]+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text; `offsets` is None where every position is that of the original."""

    text: str
    offsets: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of the original that the range [start, end) came from."""
        if self.offsets is None:
            return start, end
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


def _plain_character(char: str) -> str:
    if char < "\x80":
        return char.lower()
    if char in _LETTERS:
        return _LETTERS[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Cf" or "\u064b" <= char <= "\u065f" or char == "\u0670":
        return ""
    same = _SAME_LETTER.match(unicodedata.decomposition(char))
    if same:
        return _plain_character(chr(int(same[1], 16)))
    lower = char.lower()
    return lower if len(lower) == 1 else lower[0]


class _Table(dict[int, str]):
    """A translation table that fills itself, so that `str.translate` works at the speed of C."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain_character(chr(code))
        return plain


_TABLE = _Table()


def plain(text: str) -> Plain:
    """Return the plain form of a text with the way back to its offsets."""
    if _COMBINING.search(text):
        return _composed(text)
    out = text.translate(_TABLE)
    if len(out) == len(text):
        return Plain(out, None)
    offsets = [index for index, char in enumerate(text) if _TABLE[ord(char)]]
    return Plain(out, (*offsets, len(text)))


def _composed(text: str) -> Plain:
    """Return the plain form of a text that writes its accents as characters of their own."""
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in [*_CLUSTER.finditer(text), None]:
        until = found.start() if found else len(text)
        for index in range(at, until):
            char = _TABLE[ord(text[index])]
            out.append(char)
            offsets.extend([index] * len(char))
        if found:
            char = unicodedata.normalize("NFC", found[0])[0]
            out.append(_TABLE[ord(char)])
            offsets.extend([found.end() - 1] * len(out[-1]))
            at = found.end()
    starts = offsets
    return Plain("".join(out), (*starts, len(text)))
