"""The plain form of a text, in which figures are read: one spelling for digits, letter forms and invisible characters.

It is much closer to the text than `folding.fold`: tones and accents stay ("năm" is year or five, "nam" is south), only
letter case, digits of every script, width and presentation forms, Arabic and Persian letter forms, tashkeel and
invisible characters go. Every character gives one character or none, so that offsets are mostly the identity.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from itertools import compress
from typing import NamedTuple

from factcheck.language.expressions import standing

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۀ": "ه",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ۂ": "ه", "ؤ": "و", "ئ": "ي", "ـ": "", "\u00ad": "", "İ": "i",
    "’": "'", "‘": "'", "ʼ": "'", "＇": "'", "´": "'", "−": "-", "‐": "-", "־": "-", "‑": "-", "٪": "%", "℅": "%",
    "ş": "ș", "Ş": "ș", "ţ": "ț", "Ţ": "ț", "º": "°", "˚": "°", "⹁": ",",
}  # fmt: skip
_SAME_LETTER = re.compile(r"<(?:wide|narrow|small|isolated|initial|medial|final)> ([0-9A-F]{4,6})$")
# Newsrooms leave nuktas out as often as not, and Unicode writes them in two ways: "साढ़े" is "साढे".
_LETTERS |= {
    "\u093c": "", "\u09bc": "", "\u0a3c": "", "\u0958": "क", "\u0959": "ख", "\u095a": "ग", "\u095b": "ज",
    "\u095c": "ड", "\u095d": "ढ", "\u095e": "फ", "\u095f": "य", "\u09dc": "ড", "\u09dd": "ঢ", "\u09df": "য",
}  # fmt: skip
_IDEOGRAPHS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_FIRST, _ANY = "一二三四五六七八九", "〇零一二三四五六七八九"
_NUKTA, _POSITIONAL = standing(
    "spelling",
    "[\u093c\u09bc\u0a3c]",
    rf"(?<![{_ANY}十百千])[{_FIRST}](?:[{_ANY}]*〇[{_ANY}]*|[{_ANY}]{{3,}})(?![{_ANY}十百千])",  # 六〇人, 二零二三年
)
_TWO_SIGNS = "[\u0bc6\u0bc7][\u0bbe\u0bd7]|\u09c7[\u09be\u09d7]"  # a vowel of Tamil or Bengali in two signs: "ே" and "ா"
_COMBINING = re.compile(rf"[\u0300-\u036f]|{_TWO_SIGNS}")
_CHARACTER = re.compile(rf"{_TWO_SIGNS}|.[\u0300-\u036f]*", re.DOTALL)  # with its accents


class Plain(NamedTuple):
    """A plain text; `offsets` is None where every position is that of the original.

    `ends` are the ends of the characters in the original, where marks after some of them went.
    """

    text: str
    offsets: tuple[int, ...] | None
    ends: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of the original that the range [start, end) came from."""
        if self.offsets is None:
            return start, end
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.ends[end - 1] if self.ends else self.offsets[end - 1] + 1


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
    if text.isascii():
        return Plain(text.lower(), None)
    if _COMBINING.search(text):
        return _composed(text)
    out = text.translate(_TABLE)
    if len(out) == len(text):
        return Plain(out, None)
    offsets = list(compress(range(len(text)), map(_TABLE.__getitem__, map(ord, text))))
    marks = [m.start() for m in _NUKTA.finditer(text)]
    if not marks:
        return Plain(out, (*offsets, len(text)))
    ends = [index + 1 for index in offsets]
    for index in marks:
        at = bisect(offsets, index) - 1
        if at >= 0 and ends[at] == index:
            ends[at] += 1
    return Plain(out, (*offsets, len(text)), tuple(ends))


def positional(text: str) -> str:
    """Return a plain text of Chinese or Japanese with numbers of ideographs one a digit in digits: "二〇二三年"."""
    return _POSITIONAL.sub(lambda m: m[0].translate(_IDEOGRAPHS), text)


def _composed(text: str) -> Plain:
    """Return the plain form of a text that writes its accents as characters of their own."""
    out: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for found in _CHARACTER.finditer(text):
        char = _TABLE[ord(unicodedata.normalize("NFC", found[0])[0] if len(found[0]) > 1 else found[0])]
        if char:
            out.append(char)
            offsets.append(found.start())
            ends.append(found.end())
    return Plain("".join(out), (*offsets, len(text)), tuple(ends))
