"""The lines of a PDF page in reading order: columns side by side, headlines across them, right to left where it is.

A page is cut where white runs through it (Nagy and Seth's recursive X-Y cut): first across, then down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from factcheck.language.scripts import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top: points of the page

_RIGHT_TO_LEFT = re.compile(f"[{RIGHT_TO_LEFT}]")
_LETTER = re.compile(r"[^\W\d_]")
# A comma behind a number, or a full stop behind the last one, which PDFium puts before it.
_STRAYED = re.compile(r"(?<!\S)([،؛]|\.(?=\S+$))(\d+(?:[.,٫٬]\d+)*)(?!\S)")
_LETTER_WIDE = 2.0  # of its height: a letter, or some that are one sign
_SPACE_WIDE = 0.7  # of the height of the letters: what is still a space
_LINE_HIGH = 1.5  # of the highest letter: letters of one line, with those that reach below it
_DEEPEST = 24  # cuts in cuts
_ROWS = 400  # rows of a page that are looked at for columns


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and where it stands: points from the left and from the bottom of the page."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """Return the height of the run in points."""
        return self.top - self.bottom


def whole_runs(boxes: Iterable[Box]) -> list[Box]:
    """Return the boxes of runs of text, those of single letters side by side as one.

    Some programs place each letter by itself (Qt, and what prints through it), and PDFium takes each for a run: its
    text would then hold parts of its neighbours, and gaps between letters would be spaces.
    """
    made: list[Box] = []
    letters = False  # whether the last one is of letters that were placed by themselves
    for box in boxes:
        high = max(box[3] - box[1], made[-1][3] - made[-1][1] if letters else 0.0)  # a hyphen is flat
        letter = box[2] - box[0] < _LETTER_WIDE * high
        if made and letters and letter and _side_by_side(made[-1], box):
            left, bottom, right, top = made[-1]
            made[-1] = (min(left, box[0]), min(bottom, box[1]), max(right, box[2]), max(top, box[3]))
        else:
            made.append(box)
            letters = letter
    return made


def _side_by_side(run: Box, letter: Box) -> bool:
    """Return whether a letter stands in the line of a run and no more than a space from its end or beginning."""
    height = max(run[3] - run[1], letter[3] - letter[1])
    gap = max(letter[0] - run[2], run[0] - letter[2])
    return max(run[3], letter[3]) - min(run[1], letter[1]) < _LINE_HIGH * height and gap < _SPACE_WIDE * height


def ordered(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the columns of a page in reading order, each a list of its lines from top to bottom."""
    kept = [piece for piece in pieces if piece.text.strip()]
    if not kept:
        return []
    letters = "".join(piece.text for piece in kept)
    backwards = 2 * len(_RIGHT_TO_LEFT.findall(letters)) > len(_LETTER.findall(letters))
    size = median(piece.height for piece in kept) or 1.0
    found: list[list[Piece]] = []
    for region in _cut(kept, size, backwards, 0):
        lines = _lines(region, backwards)
        # Cuts across a single column leave regions below each other: they are one column.
        if found and lines and _continues(found[-1], lines, size):
            found[-1] += lines
        else:
            found.append(lines)
    return found


def _cut(pieces: list[Piece], size: float, backwards: bool, depth: int) -> list[list[Piece]]:
    """Return the regions of a page in reading order."""
    columns = _columns(pieces, size) if len(pieces) >= 4 and depth <= _DEEPEST else []
    if columns:
        parts = columns[::-1] if backwards else columns
        return [region for part in parts for region in _cut(part, size, backwards, depth + 1)]
    bands = _bands(pieces, size) if len(pieces) >= 4 and depth <= _DEEPEST else [pieces]
    if len(bands) == 1:
        return [pieces]
    return [region for band in bands for region in _cut(band, size, backwards, depth + 1)]


def _columns(pieces: list[Piece], size: float) -> list[list[Piece]]:
    """Return the columns side by side, from the left; none if there are not at least two."""
    parts = _split(pieces, 1.1 * size, across=False)
    return parts if len(parts) > 1 and all(_is_column(part, size) for part in parts) else []


def _bands(pieces: list[Piece], size: float) -> list[list[Piece]]:
    """Return the page cut across where columns begin and end: what stands in columns, and what does not."""
    rows = _split(pieces, 0.3 * size, across=True)
    if len(rows) > _ROWS:
        return [pieces]
    bands: list[list[Piece]] = []
    plain: list[Piece] = []
    start = 0
    while start < len(rows):
        run: list[Piece] = []
        end = start
        for place in range(start, len(rows)):
            run = [*run, *rows[place]]
            if len(_split(run, 1.1 * size, across=False)) == 1:
                break
            if _columns(run, size):
                end = place + 1
        if end > start:
            bands += [plain] if plain else []
            bands.append([piece for row in rows[start:end] for piece in row])
            plain, start = [], end
        else:
            plain = [*plain, *rows[start]]
            start += 1
    return [*bands, plain] if plain else bands


def _split(pieces: list[Piece], gap: float, *, across: bool) -> list[list[Piece]]:
    """Return the pieces between bands of white at least `gap` wide: from the top, or from the left."""
    if across:
        spans = sorted(((-piece.top, -piece.bottom, place) for place, piece in enumerate(pieces)))
    else:
        spans = sorted(((piece.left, piece.right, place) for place, piece in enumerate(pieces)))
    parts: list[list[Piece]] = []
    reach = float("-inf")
    for start, end, place in spans:
        if start - reach >= gap or not parts:
            parts.append([])
        parts[-1].append(pieces[place])
        reach = max(reach, end)
    return parts


def _is_column(pieces: list[Piece], size: float) -> bool:
    """Return whether pieces are a column of text: some lines below each other, broader than a mark or a number."""
    tops = {round(piece.bottom / size) for piece in pieces}
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    return len(tops) >= 2 and width >= 8 * size


def _continues(above: list[Piece], below: list[Piece], size: float) -> bool:
    """Return whether lines stand right below others and begin or end where they do."""
    last, first = above[-1], below[0]
    near = 0 <= last.bottom - first.top + size < 3 * size
    return near and (abs(last.left - first.left) < 2 * size or abs(last.right - first.right) < 2 * size)


def _lines(pieces: list[Piece], backwards: bool) -> list[Piece]:
    """Return the lines of a region from top to bottom; pieces at one height are one line."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-(one.top + one.bottom), one.left)):
        middle = (piece.top + piece.bottom) / 2
        if rows and any(one.bottom <= middle <= one.top or piece.bottom <= (one.top + one.bottom) / 2 <= piece.top
                        for one in rows[-1][-3:]):  # fmt: skip
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda one: -one.right if backwards else one.left), backwards) for row in rows]


def _joined(row: list[Piece], backwards: bool) -> Piece:
    """Return the pieces of a line as one, with a space where there is a gap."""
    text, before = row[0].text, row[0]
    for piece in row[1:]:
        gap = max(piece.left - before.right, before.left - piece.right)
        spaced = gap > 0.12 * max(piece.height, 1.0) and not text.endswith(" ") and not piece.text.startswith(" ")
        text += (" " if spaced else "") + piece.text
        before = piece
    if backwards:
        text = _STRAYED.sub(r"\2\1", text)
    return Piece(min(p.left for p in row), min(p.bottom for p in row), max(p.right for p in row),
                 max(p.top for p in row), " ".join(text.split()))  # fmt: skip
