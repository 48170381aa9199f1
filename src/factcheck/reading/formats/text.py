"""Text files: bytes become text, in the encoding that they are in.

Unicode first: a byte order mark, or bytes that are valid UTF-8. Then the encodings older than Unicode: the one in
which most words are common words of a language file, or else what charset-normalizer finds, if the result reads like
a language. What is left is not text, or was damaged, and the person is told so; a wrong guess would give wrong figures.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache, lru_cache

from charset_normalizer import from_bytes

from factcheck.errors import UnreadableFileError
from factcheck.language.detection import detect, rank
from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled
from factcheck.reading.formats import encodings

_SAMPLE = 20_000  # bytes or code points from which an encoding is told
_GLANCE, _ENOUGH = 600, 10  # code points in which so many foreign ones tell whether the text is garbled
_COMMON = (
    0.06  # share of common words from which an encoding is taken to be right: prose has 0.1 to 0.5, wrongly read 0.02
)
_NATURAL = 0.6  # from which other text is taken to be right; see `_naturalness`

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII = bytes(range(128))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_INNER_SYMBOL = re.compile(r"[¤¦¨´¸¼½¾](?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]{2,}")

_SAVE_AGAIN = "open it in the program it was written with and save it as text in UTF-8."


def decode(data: bytes) -> str:
    """Return the text of a text file, to the last character, without a byte order mark at its beginning.

    Raises UnreadableFileError if it is empty, not text, or damaged.
    """
    text = _decoded(data)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b\x00"):
        raise UnreadableFileError("The file is empty; check that it was saved, or take it out of the folder.")
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > max(2, len(sample) / 200):
        raise UnreadableFileError("This is not a text file; save the article as text (.txt) in UTF-8.")
    if sample.count("\ufffd") > max(2, len(sample) / 200) or _is_garbled(sample):
        raise UnreadableFileError(f"Its letters are garbled, it was once saved in a wrong encoding; {_SAVE_AGAIN}")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableFileError(f"The file is damaged at byte {error.start}; {_SAVE_AGAIN}") from error
    if b"\x00" in data:
        return _without_mark(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        sample = data[max(0, error.start - _SAMPLE) : error.start + _SAMPLE]
        if _share_of_utf8(sample) > 0.9:
            raise UnreadableFileError(f"The file is UTF-8 but damaged at byte {error.start}; {_SAVE_AGAIN}") from error
    return _legacy(data)


def _without_mark(data: bytes) -> str:
    """Return UTF-16 text that has no byte order mark: every second byte of Latin letters is zero."""
    sample = data[:_SAMPLE]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = sample[first::2].count(0)
        if zeros > len(sample) / 20 and zeros > 20 * sample[1 - first :: 2].count(0):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    raise UnreadableFileError("This is not a text file; save the article as text (.txt) in UTF-8.")


def _legacy(data: bytes) -> str:
    """Return the text of a file that is not Unicode. Raises UnreadableFileError."""
    sample = _sample(data)
    found = [(_common_share(text), -place, name) for place, name in enumerate(encodings.LEGACY)
             if (text := _try(sample, name)) is not None]  # fmt: skip
    share, _, best = max(found, default=(0.0, 0, ""))
    if share < _COMMON:
        best = _most_natural(sample)
    best = best and _usual(sample, best)
    text = _try(data, best) if best else None
    if text is None:
        raise UnreadableFileError(f"Its encoding cannot be told, or it is not text; {_SAVE_AGAIN}")
    return text


def _most_natural(sample: bytes) -> str:
    """Return the encoding in which the sample reads most like a language, or "" where it never does."""
    known = [name for name in encodings.LEGACY if name not in {"viscii", "tcvn"}]
    match = from_bytes(sample, cp_isolation=known, enable_fallback=False).best()
    found = match.encoding if match else ""
    scored = [(_naturalness(text) + (name == found) / 10, -place, name) for place, name in enumerate([found, *known])
              if name and (text := _try(sample, name)) is not None]  # fmt: skip
    best, _, name = max(scored, default=(0.0, 0, ""))
    return name if best >= _NATURAL else ""


def _naturalness(text: str) -> float:
    """Return how much (0 to 1) the text reads like a language: known words' share of letters, each in one alphabet."""
    written = sum(not char.isspace() for char in text)
    words: list[str] = _WORD.findall(unicodedata.normalize("NFC", text))
    ranked = rank(text)
    if not words or not ranked:
        return 0.0
    sound = sum(len(word) for word in words if not _is_odd(word))
    return sound / written * ranked[0][1]


def _is_odd(word: str) -> bool:
    """Return whether a word mixes alphabets, or capitals and small letters as no language does."""
    mixed = len({*map(_alphabet, word)} - {""}) > 1
    return mixed or (not (word.islower() or word.isupper() or word[1:].islower()) and word.lower() != word)


@lru_cache(maxsize=4096)
def _alphabet(char: str) -> str:
    """Return the alphabet of a letter, as Unicode names it, or "" where alphabets may be mixed, as in Japanese."""
    name = unicodedata.name(char, "").split(" ")[0]
    return name if name in {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "THAI"} else ""


def _usual(sample: bytes, encoding: str) -> str:
    """Return the usual encoding of the language that the sample is in, or else `encoding`.

    Encodings of neighbours differ in few letters, and are mistaken for one another. Among those of one alphabet the
    one with the most common words is taken, then the one that puts the fewest symbols into words ("b½uf" in
    windows-1252 is "bœuf" in ISO 8859-15).
    """
    language = detect(_try(sample, encoding) or "")
    fitting = []
    for place, name in enumerate(encodings.usual(language)):
        text = _try(sample, name)
        if text is not None and detect(text) == language:
            fitting.append((-round(_common_share(text), 2), len(_INNER_SYMBOL.findall(text)), place, name))
    return min(fitting)[3] if fitting else encoding


def _sample(data: bytes) -> bytes:
    """Return the beginning of the file up to the end of a line or word, so that no character is cut."""
    if len(data) <= _SAMPLE:
        return data
    cut = max(data.rfind(b"\n", 0, _SAMPLE), data.rfind(b" ", 0, _SAMPLE))
    return data[: cut + 1 if cut > _SAMPLE // 2 else _SAMPLE]


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return encodings.decode(data, encoding)
    except UnicodeDecodeError:
        return None


@cache
def _common_words() -> tuple[frozenset[str], ...]:
    """Return the common words of each language file, composed."""
    kept = compiled("stop-words", ALL_LANGUAGES, lambda: [pack(tag).text.stop for tag in packs()])
    return tuple(frozenset(unicodedata.normalize("NFC", word.lower()) for word in words) for words in kept)


def _common_share(text: str) -> float:
    """Return the largest share (0 to 1) that the common words of a language have in the words of a text.

    Odd words, as wrongly read text has them, weigh five times.
    """
    words: list[str] = _WORD.findall(unicodedata.normalize("NFC", text))
    if not words:
        return 0.0
    lower = [word.lower() for word in words]
    odd = sum(map(_is_odd, words))
    return max(sum(word in common for word in lower) for common in _common_words()) / (len(words) + 4 * odd)


def _share_of_utf8(data: bytes) -> float:
    """Return the share (0 to 1) of the bytes above ASCII that are parts of valid UTF-8 sequences."""
    high = _high(data)
    inside = len(data) - len(_MULTIBYTE.sub(b"", data))
    return inside / high if high else 0.0


def _high(data: bytes) -> int:
    """Return how many of the bytes are above ASCII."""
    return len(data.translate(None, _ASCII))


def _foreign(text: str) -> int:
    """Return how many characters are not ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _is_garbled(text: str) -> bool:
    """Return whether the text is UTF-8 that was read in another encoding and saved: "pauvretÃ©", "ط§ظ„ظپظ‚ط±"."""
    foreign = _foreign(text[:_GLANCE])
    if foreign >= _ENOUGH:
        text = text[:_GLANCE]
    elif (foreign := _foreign(text)) < _ENOUGH:
        return False
    for encoding in ("cp1252", "cp1251", "cp1256", "latin-1"):
        data = text.encode(encoding, "replace")
        if _high(data) > 0.6 * foreign and _share_of_utf8(data) > 0.7:
            return True
    return False
