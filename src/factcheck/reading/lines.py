"""The lines of a text, and what each looks like."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.language.expressions import standing
from factcheck.language.folding import fold
from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled
from factcheck.language.scripts import UNSPACED
from factcheck.model import Span
from factcheck.reading.phrases import BEGINNING, LONGEST_LINE, phrases, plain, unbracketed
from factcheck.reading.sentences import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+\s+[-–—|]\s+\S")
_NUMERIC_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_YEAR = re.compile(r"(?<!\d)(?:1[34]\d\d|19\d\d|20\d\d)(?!\d)")
_FIGURE = re.compile(r"\d")
_ITEM, _IMAGE, _ADDRESS, _CLOCK, _LABEL_SIGN, _WIDE = standing(
    "lines",
    r"\s*[-–—•·*]\s+(?=\S)",
    r"(?i)\S[^\n]{0,80}\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|heic|mp4|mp3)",
    r"(?i)(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+",
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?|\(?gmt\s*[+-]\s*\d+(?::\d\d)?\)?|utc|\b[ap]\.?m\b\.?",
    r"[:：>»|©]",
    f"[{UNSPACED}]",
)

_MOST_WORDS = 26  # that are counted; all questions are about fewer
_DAY, _LONGEST_DAY = 3, 5  # words of a day that ends in a full stop; more where it begins with its year
_MANY_WORDS = 15  # a sentence of more words is neither a byline nor a caption, a share bar or a date line
_LONGEST_BAR = 20  # words; so long are share bars and the longest of the lines that language files list
_BETWEEN = "#|·•,/-–—"  # what may stand between the parts of a share bar
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LONGEST_LABEL = 80  # code points of a label such as "Read also:"


class Look(Enum):
    """What a line looks like by itself."""

    PARAGRAPH = auto()  # it ends as a sentence does, or is long
    TITLE = auto()  # short, without a full stop
    ITEM = auto()  # an entry of a list, without a full stop
    DATELINE = auto()  # the day of publication, with the paper or the author
    SOURCE = auto()  # a source line, a byline or another line with a known beginning
    RELATED_LABEL = auto()  # "Related news"
    RELATED = auto()  # "Read also: ..."
    FURNITURE = auto()  # share bars, comment counts, captions, image names


class Line(NamedTuple):
    """A line that is not blank; `span` leaves the white space at its ends out."""

    span: Span
    text: str
    look: Look
    words: int  # as there are spaces between them; two characters a word where none are written; counted up to 26

    @property
    def figures(self) -> bool:
        """Return whether there is a digit in it, near its beginning if it is long."""
        return _FIGURE.search(self.text, 0, LONGEST_LINE) is not None


def read_lines(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, in order; lines that were broken at a fixed width are joined."""
    spans, end = [], 0
    for line in text.splitlines(keepends=True):
        start, end = end, end + len(line)
        if bare := line.strip():
            start += line.index(bare[0])
            spans.append(Span(start, start + len(bare)))
    return [_line(text[span.start : span.end], span, index) for index, span in enumerate(_unwrapped(text, spans))]


def has_paragraph(lines: Sequence[Line]) -> bool:
    """Return whether any of the lines is a paragraph."""
    return any(line.look is Look.PARAGRAPH for line in lines)


def line_at(text: str, span: Span, index: int) -> Line:
    """Return the line at a span of a text; `index` is how many come before it."""
    return _line(text[span.start : span.end], span, index)


def _line(text: str, span: Span, index: int) -> Line:
    if len(text) > LONGEST_LINE:
        return Line(span, text, Look.PARAGRAPH, _MOST_WORDS)
    words = len(text.split(None, _MOST_WORDS - 1))
    if words < _MOST_WORDS and not text.isascii():
        words = min(_MOST_WORDS, max(words, len(_WIDE.findall(text)) // 2))
    return Line(span, text, _look(text, words, index), words)


def _look(text: str, words: int, index: int) -> Look:
    closed = ends_sentence(text)
    if closed and words > _MANY_WORDS and not _LABEL_SIGN.search(text, 0, _LONGEST_LABEL):
        return Look.PARAGRAPH  # all that is looked for below is shorter or begins with a label
    folded = fold(text[:BEGINNING])
    listed, barred = phrases().beginning(text, folded)
    if closed and not listed and words > _LONGEST_BAR:
        return Look.PARAGRAPH
    if len(text) > BEGINNING:
        folded = fold(text) if listed or barred else ""
    if listed and ":" in folded and phrases().labelled.match(folded):
        return Look.SOURCE
    if barred and (words <= _LONGEST_BAR or not _LETTER_OR_DIGIT.search(text)) and _is_listed(text, folded):
        return Look.FURNITURE
    if _is_furniture(text, words, index) or (listed and _is_caption(text, folded, words)):
        return Look.FURNITURE
    if listed and (look := _opened(text, folded, words, closed)) is not None:
        return look
    # "2024 m. kovo 12 d.", "12. ožujka 2024."
    dated = not closed or (words <= _LONGEST_DAY and text[:4].isdigit()) or (words <= _DAY and text[:1].isdigit())
    if dated and words <= 20 and _FIGURE.search(text) and _is_dateline(folded or fold(text)):
        return Look.DATELINE
    if closed or words > 25:
        return Look.PARAGRAPH
    return Look.ITEM if _ITEM.match(text) else Look.TITLE


def _is_listed(text: str, folded: str) -> bool:
    """Return whether the line is one that the language files list, or several: "Facebook Twitter Copy link 12"."""
    bare = unbracketed(plain(folded))
    return bare in phrases().lines or not bare or (bare == "#" and len(text) <= 12) or _is_bar(bare)


def _is_furniture(text: str, words: int, index: int) -> bool:
    """Return whether the line belongs to the page, not to the article, by its shape."""
    if text.startswith("©") and words <= 15:
        return True
    if "." in text[-5:] and text[-1].isalnum() and _IMAGE.fullmatch(text):
        return True
    if ("@" in text or "." in text) and _ADDRESS.fullmatch(text):
        return True
    return index < 3 and _SITE.match(text) is not None and not ends_sentence(text)  # "a.example - the daily of a town"


def _is_caption(text: str, folded: str, words: int) -> bool:
    """Return whether a line begins as captions do, or is a photo credit as a whole."""
    known = phrases()
    if words <= 15 and known.caption.match(folded) and not _FIGURE.search(text):
        return True
    return ":" in folded and known.credit.match(folded) is not None


def _opened(text: str, folded: str, words: int, closed: bool) -> Look | None:
    """Return what a line is by the words it begins with, if they are listed; `closed` says that it ends a sentence."""
    if found := phrases().related.match(folded):
        return Look.RELATED if (found["rest"] or "").strip() else Look.RELATED_LABEL
    found = phrases().opened.match(folded)
    if found and (words <= 8 if closed else words <= 15) and _is_byline(text, found["start"]):
        return Look.SOURCE
    return None


def _is_bar(bare: str) -> bool:
    """Return whether a line is made of known lines only, one behind the other."""
    words, place, known = bare.split(), 0, phrases()
    for word in words:
        if word not in known.words and word.strip(_BETWEEN):
            return False
    while place < len(words):
        longest = next((n for n in (4, 3, 2, 1) if " ".join(words[place : place + n]) in known.lines), 0)
        if not longest and words[place].strip(_BETWEEN):
            return False
        place += longest or 1
    return True


def _is_byline(text: str, start: str) -> bool:
    """Return whether what follows a short word such as "By" is a name: no word of it in small letters."""
    if len(start) > 4:
        return True
    rest = text.split()[1:]
    return 1 <= len(rest) <= 6 and not any(word[0].islower() or word[0].isdigit() for word in rest)


def _is_dateline(folded: str) -> bool:
    """Return whether a line is a date with little else: a weekday, a clock time, a paper or an author."""
    numeric = _NUMERIC_DATE.search(folded)
    if numeric and numeric.start() and folded[numeric.start() - 1].isalpha() and _YEAR.search(numeric.group()):
        return True  # a page's fields run together: "The Daily03/11/2025"
    rest = _NUMERIC_DATE.sub(" ", folded)
    if rest == folded:
        if not _YEAR.search(folded):
            return False
        months, rest = 0, _YEAR.sub(" ", folded)
        for name in _month_names():
            if name in rest:
                months, rest = 1, rest.replace(name, " ", 1)
                break
        if not months:
            return False
        rest = re.sub(r"\d{1,2}(?:st|nd|rd|th|er)?\b", " ", rest, count=1)
    elif not _YEAR.search(folded):
        return False
    rest = _CLOCK.sub(" ", rest)
    return len(re.findall(r"[^\W_]+", rest)) <= 4 and not re.search(r"\d", rest)


@cache
def _month_names() -> tuple[str, ...]:
    """Return CLDR's names of the months in the languages that have a file, folded, the longest first."""

    def build() -> tuple[str, ...]:
        names = {fold(n) for tag in packs() for n in pack(tag).locale.months["format"]["wide"].values() if len(n) > 2}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    return tuple(compiled("month-names", ALL_LANGUAGES, build))


def _unwrapped(text: str, spans: list[Span]) -> list[Span]:
    """Return the spans of lines, those of one paragraph as one if the text was broken at a fixed width.

    It was if no line is longer than 120 and most lines that do not end a sentence are as long as the width lets them.
    """
    if len(spans) < 5:
        return spans
    width = max(span.end - span.start for span in spans)
    if not 40 <= width <= 120:
        return spans
    joins = [_is_full(text, a, b, width) for a, b in pairwise(spans)]
    if sum(joins) < max(3, len(joins) * 0.4):
        return spans
    joined = [spans[0]]
    for span, join in zip(spans[1:], joins, strict=True):
        if join:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _is_full(text: str, a: Span, b: Span, width: int) -> bool:
    """Return whether line `b` goes on where the width cut line `a` off."""
    between = text[a.end : b.start]
    if (
        between.count("\n") > 1
        or (between.count("\r") > 1 and "\n" not in between)
        or _ITEM.match(text[b.start : b.end])
    ):
        return False
    word = text[b.start : b.end].split(maxsplit=1)[0]
    return a.end - a.start >= 0.6 * width and a.end - a.start + 1 + len(word) > 0.95 * width
