"""Lines of PDF pages become paragraphs: hyphens at line ends undone, headers, footers and page numbers set apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from factcheck.language.scripts import UNSPACED
from factcheck.model import PassageKind
from factcheck.reading.formats.content import Lines
from factcheck.reading.formats.pdf_layout import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EDGE = 0.12  # of a page's height, in which headers and footers stand
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:[^\W\d_]{1,8}\W{0,2})?\d{1,4}(?:\s*(?:/|[^\W\d_]{1,4})\s*\d{1,4})?\W*")
_STOP = re.compile(r"[.!?…:։。！？؟۔।॥][\"'”’»›)\]」』]*$")
_WIDE = re.compile(f"[{UNSPACED}\uff00-\uffef]")
_HYPHENS = "-‐\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size in points, and its columns of lines in reading order."""

    width: float
    height: float
    columns: list[list[Piece]]

    @property
    def lines(self) -> list[Piece]:
        """Return all lines in reading order."""
        return [line for column in self.columns for line in column]

    @classmethod
    def of_text(cls, text: str) -> Page:
        """Return a page of lines that are known by their text alone; an empty line leaves a gap."""
        found, top = [], 0.0
        for line in text.splitlines():
            if line.strip():
                found.append(Piece(0, -top - 10, 6.0 * len(line), -top, line.strip()))
            top += 12
        return cls(600, 0, [found] if found else [])


def paragraphs(pages: Sequence[Page]) -> Lines:
    """Return the paragraphs of a document, with headings by the size of their letters."""
    made = Lines()
    sizes = Counter(round(line.height) for page in pages for line in page.lines for _ in range(len(line.text)))
    usual = sizes.most_common(1)[0][0] if sizes else 0
    joined = _Hyphens(line.text for page in pages for line in page.lines)
    repeated = _repeated(pages)
    waiting: list[Piece] = []
    for page in pages:
        for column in page.columns:
            leading = _leading(column)
            left, right = min(line.left for line in column), max(line.right for line in column)
            before: Piece | None = None
            for line in column:
                if _is_around(line, page, repeated):
                    made.add(line.text, PassageKind.BOILERPLATE)
                    continue
                fresh = (_begins(waiting[-1], line, before, leading, left, right)) if waiting else False
                if fresh:
                    _end(made, waiting, joined, usual)
                waiting.append(line)
                before = line
    _end(made, waiting, joined, usual)
    return made


def _end(made: Lines, waiting: list[Piece], joined: _Hyphens, usual: int) -> None:
    if waiting:
        text = joined.join([line.text for line in waiting])
        large = usual and median(line.height for line in waiting) > 1.2 * usual + 0.5
        made.add(
            text, PassageKind.HEADING if large and len(waiting) <= 5 and len(text) <= 300 else PassageKind.SENTENCE
        )
        waiting.clear()


def _leading(column: Sequence[Piece]) -> float:
    """Return the usual distance from line to line of a column, in points."""
    steps = [above.bottom - below.bottom for above, below in pairwise(column)]
    steps = [step for step in steps if step > 0]
    return median(steps) if steps else 0.0


def _begins(last: Piece, line: Piece, before: Piece | None, leading: float, left: float, right: float) -> bool:
    """Return whether a line begins a paragraph after `last`; `before` is None at the top of a column or page."""
    if abs(line.height - last.height) > 0.25 * max(line.height, last.height) and abs(line.height - last.height) > 1.5:
        return True
    if before is None:  # a paragraph goes on in the next column unless it ended
        return bool(_STOP.search(last.text))
    if leading and before.bottom - line.bottom > 1.35 * leading:
        return True
    width = max(right - left, 1.0)
    indented = (
        line.left - before.left > 0.02 * width and line.left - left > 0.02 * width and line.left - left < 0.2 * width
    )
    short = before.right < right - 0.25 * width or before.left > left + 0.25 * width
    return bool(_STOP.search(before.text)) and (short or indented)


def _is_around(line: Piece, page: Page, repeated: frozenset[str]) -> bool:
    if not _is_at_edge(line, page):
        return False
    return _NUMBER.sub("#", line.text) in repeated or bool(_PAGE_NUMBER.fullmatch(line.text))


def _is_at_edge(line: Piece, page: Page) -> bool:
    middle = (line.top + line.bottom) / 2
    return bool(page.height) and not _EDGE * page.height < middle < (1 - _EDGE) * page.height


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """Return the lines at the edges that stand on several pages, with every number as "#"."""
    if len(pages) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_NUMBER.sub("#", line.text) for line in page.lines if _is_at_edge(line, page)})
    return frozenset(text for text, count in seen.items() if count >= max(3, len(pages) // 4))


class _Hyphens:
    """Joins lines; a hyphen at the end of a line stays where the document writes the word with it elsewhere."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            self._words.update(word.lower() for word in _WORD.findall(line))

    def join(self, lines: Sequence[str]) -> str:
        """Return the lines of a paragraph as one."""
        text = lines[0]
        for line in lines[1:]:
            text = self._two(text.rstrip(), line.lstrip())
        return text.replace("\u00ad", "")

    def _two(self, above: str, below: str) -> str:
        if above.endswith(tuple(_HYPHENS)) and len(above) > 1 and below:
            if above[-1] == "\u00ad":
                return above[:-1] + below
            if above[-2].isalpha() and below[0].islower():
                first, second = _last_word(above[:-1]), _first_word(below)
                kept = self._words[f"{first}-{second}"] > self._words[first + second]
                return above + below if kept else above[:-1] + below
            if above[-2].isalnum():
                return above + below  # "2020-" "2023", "Franco-" "Vietnamese"
        if above and below and _WIDE.match(above[-1]) and _WIDE.match(below[0]):
            return above + below
        return f"{above} {below}"


def _last_word(text: str) -> str:
    found = re.search(r"[^\W\d_]+$", text)
    return found.group().lower() if found else ""


def _first_word(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found.group().lower() if found else ""
