"""Crawls (WARC, and WACZ around it): each page that was fetched, with its address and day.

ISO 28500, read by warcio; WACZ 1.1.1 of Webrecorder.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats.content import Unread, facts, under
from factcheck.reading.formats.limits import EXPANDED, FILE, MEMBERS, PAGE
from factcheck.reading.formats.names import safe_name
from factcheck.reading.formats.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reading.formats.content import Content, Part

_KINDS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom",
}  # fmt: skip
_FAULTS = (
    ArchiveLoadFailed,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    AttributeError,
    TypeError,
)
_STEP = 1 << 16


def read(part: Part) -> Iterator[Content | Part | Unread]:
    """Yield the pages of a crawl as parts. Raises UnreadableFileError."""
    with part.open() as source:
        yield from _pages(part, source)


def _pages(part: Part, source: BinaryIO) -> Iterator[Content | Part | Unread]:
    taken = count = 0
    try:
        for record in ArchiveIterator(source, arc2warc=True, check_digests=False):
            count += 1
            if count > 50 * MEMBERS:
                break
            if (ending := _ending(record)) is None:
                continue
            address = str(record.rec_headers.get_header("WARC-Target-URI") or "")
            data = _body(record)
            if data is None:
                yield Unread(under(part.name, safe_name(address)), "The page is too large; save its text alone.")
                continue
            taken += len(data)
            if taken > EXPANDED:
                yield Unread(part.name, "The crawl unpacks to more than is read; the rest was left out. Split it.")
                return
            day = str(record.rec_headers.get_header("WARC-Date") or "")[:10]
            _, _, charset = _type(record).partition("charset=")
            known = (*facts("crawl", url=address), *facts("crawl day", published=day))
            yield part.inner(safe_name(address), data, ending, known, charset.split(";")[0].strip("\"' ") or None)
    except _FAULTS as error:
        raise UnreadableFileError("The crawl is damaged from here on; fetch or copy it again.") from error


def read_packed(part: Part) -> Iterator[Content | Part | Unread]:
    """Yield the crawls in a WACZ file as parts."""
    with Package(part.data, "crawl") as package:
        names = [name for name in package.names() if name.startswith("archive/") and ".warc" in name]
        if not names:
            raise UnreadableFileError("The WACZ file holds no crawl; export it again.")
        for name in names:
            yield part.inner(safe_name(name), package.read(name, FILE), ".warc.gz")


def _type(record: Any) -> str:
    headers = record.http_headers
    return str((headers.get_header("Content-Type") if headers else None) or "").lower()


def _ending(record: Any) -> str | None:
    """Return the ending of the format of a record that may be an article, else None."""
    if record.rec_type not in {"response", "resource"}:
        return None
    headers = record.http_headers
    if headers is not None and record.rec_type == "response" and headers.get_statuscode() != "200":
        return None
    kind = _type(record) or str(record.rec_headers.get_header("Content-Type") or "").lower()
    return _KINDS.get(kind.partition(";")[0].strip())


def _body(record: Any) -> bytes | None:
    """Return the body that was fetched, chunks and compression undone; None if it is too large."""
    stream, data = record.content_stream(), bytearray()
    while piece := stream.read(_STEP):
        data += piece
        if len(data) > PAGE:
            return None
    return bytes(data)
