"""Bookmarks for a PDF that Qt wrote: Qt draws pages but knows no outline (ISO 32000-1, 7.5.6 and 12.3.3).

They are added as an incremental update: what Qt wrote stays as it is, and a new cross-reference section follows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SIZE = re.compile(rb"/Size\s+(\d+)")
_ROOT = re.compile(rb"/Root\s+(\d+)\s+0\s+R")
_INFO = re.compile(rb"/Info\s+\d+\s+0\s+R")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+)\s+0\s+R")
_BOX = re.compile(rb"/MediaBox\s*\[\s*[\d.]+\s+[\d.]+\s+[\d.]+\s+([\d.]+)\s*\]")


class Bookmark(NamedTuple):
    """A place to go to: its name, its page from 0 on, and how far down, as a share of the page."""

    title: str
    page: int
    top: float


def add_outline(path: Path, bookmarks: Sequence[Bookmark], language: str) -> None:
    """Add bookmarks to a file, in their order, and tell its language.

    Raises ExportError if it is not one of Qt's, OSError if that is because the disk took no more.
    """
    data = path.read_bytes()
    try:
        old, size, root, trailer = _trailer(data)
        catalogue = _object(data, root)
        pages = _pages(data, catalogue)
        box = _BOX.search(data)
        height = float(box.group(1)) if box else 842.0
    except (AttributeError, IndexError, ValueError) as error:
        _write_on(path)  # Qt says nothing of a disk that is full
        raise ExportError("The PDF cannot be given bookmarks. Write HTML instead, and print that.") from error
    objects = {root: catalogue.rstrip().removesuffix(b">>") + b"/Lang (" + language.encode("ascii") + b")\n>>"}
    if bookmarks:
        objects[root] = objects[root].removesuffix(b">>") + b"/Outlines %d 0 R\n/PageMode /UseOutlines\n>>" % size
        objects |= _items(bookmarks, pages, height, size)
    with path.open("ab") as file:
        file.write(_update(len(data), objects, max(size, *objects) + 1, root, old, trailer))


def _write_on(path: Path) -> None:
    """Write some more to a file that is of no use. Raises OSError."""
    with path.open("ab") as file:
        file.write(bytes(1_000_000))


def _trailer(data: bytes) -> tuple[int, int, int, bytes]:
    """Return where the cross-reference stands, the number of objects, that of the catalogue, and the information."""
    end = _STARTXREF.search(data[-64:])
    old = int(end.group(1))  # type: ignore[union-attr]
    trailer = data[data.index(b"trailer", old) :]
    info = _INFO.search(trailer)
    return old, int(_SIZE.search(trailer).group(1)), int(_ROOT.search(trailer).group(1)), info.group() if info else b""  # type: ignore[union-attr]


def _object(data: bytes, number: int) -> bytes:
    found = re.search(rb"(?:^|[\r\n])%d 0 obj\s*(.*?)\s*endobj" % number, data, re.DOTALL)
    return found.group(1)  # type: ignore[union-attr]


def _pages(data: bytes, catalogue: bytes) -> list[int]:
    """Return the numbers of the pages' objects, in order."""
    tree = re.search(rb"/Pages\s+(\d+)\s+0\s+R", catalogue)
    kids = _KIDS.search(_object(data, int(tree.group(1))))  # type: ignore[union-attr]
    return [int(number) for number in _REFERENCE.findall(kids.group(1))]  # type: ignore[union-attr]


def _items(bookmarks: Sequence[Bookmark], pages: Sequence[int], height: float, first: int) -> dict[int, bytes]:
    """Return the outline, whose number is `first`, and its items, which follow."""
    last = first + len(bookmarks)
    made = {
        first: b"<<\n/Type /Outlines\n/First %d 0 R\n/Last %d 0 R\n/Count %d\n>>" % (first + 1, last, len(bookmarks))
    }
    for number, bookmark in enumerate(bookmarks, first + 1):
        title = b"\xfe\xff" + bookmark.title.encode("utf-16-be", "replace")
        top = height * (1 - bookmark.top)
        item = b"<<\n/Title <%s>\n/Parent %d 0 R\n" % (title.hex().encode(), first)
        item += b"/Dest [%d 0 R /XYZ null %d null]\n" % (pages[bookmark.page], round(top))
        item += b"/Prev %d 0 R\n" % (number - 1) if number > first + 1 else b""
        item += b"/Next %d 0 R\n" % (number + 1) if number < last else b""
        made[number] = item + b">>"
    return made


def _update(at: int, objects: Mapping[int, bytes], size: int, root: int, old: int, info: bytes) -> bytes:
    """Return what is added to the file: objects, where they stand, and the way to what was there before."""
    made, places = bytearray(b"\n"), {}
    for number in sorted(objects):
        places[number] = at + len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = at + len(made)
    made += b"xref\n"
    for number, place in places.items():
        made += b"%d 1\n%010d 00000 n \n" % (number, place)
    made += b"trailer\n<<\n/Size %d\n/Root %d 0 R\n%s\n/Prev %d\n>>\n" % (size, root, info, old)
    made += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(made)
