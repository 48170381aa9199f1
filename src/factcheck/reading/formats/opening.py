"""A file, or a file inside a file, becomes articles: the one place that knows which reader reads which format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats import ocr
from factcheck.reading.formats.content import Content, Part, Unread, Working, identity
from factcheck.reading.formats.limits import NESTING, TEXT, check_size
from factcheck.reading.formats.recognition import recognise
from factcheck.reading.formats.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reader = Callable[[Part], Iterator[Content | Part | Unread | Working]]

OWN = frozenset({"text", "csv", "json"})  # formats whose readers are ours and linear: they need no process of their own


STREAMED = frozenset({"zip", "tar", "mailbox", "warc", "pdf"})  # read from the disk piece by piece, however large


def contents(part: Part) -> Iterator[Content | Unread | Working]:
    """Yield the articles of a file, and what could not be read of it, in order; a sign of life where it takes long."""
    try:
        for one in _reader(_format(part))(part):
            if isinstance(one, Part):
                yield from contents(one)
            else:
                yield one
    except UnreadableFileError as error:
        yield Unread(part.name, str(error))
    except RecursionError:
        yield Unread(part.name, "It is nested too deeply; save the article as text.")
    except MemoryError:
        yield Unread(part.name, "It needs more memory than is allowed; split it into single articles.")


def _format(part: Part) -> str:
    """Return the name of a part's format. Raises UnreadableFileError if it cannot be read."""
    if part.nested > NESTING:
        raise UnreadableFileError("It is packed in too many archives; unpack the outer ones.")
    found = format_of(part)
    if found.startswith("?"):
        raise UnreadableFileError(
            f"Files of this format ({found[1:]}) cannot be read; save the article as text (.txt), PDF or Word (.docx)."
        )
    return found


def format_of(part: Part) -> str:
    """Return the name of a part's format, "?name" for one that cannot be read."""
    found = recognise(part) if part.data else "text"
    if part.path and found == "packed" and (".tar" in part.ending or part.ending in {".tgz", ".tbz", ".tbz2", ".txz"}):
        return "tar"  # unpacked on the way, as it is too large to be unpacked first
    return found


def _reader(name: str) -> Reader:
    """Return the reader of a format; it and its parser are imported when the first file of the format comes."""
    if name in _HERE:
        return _HERE[name]
    module, function = _READERS[name]
    found: Reader = getattr(import_module(f"factcheck.reading.formats.{module}"), function)
    return found


def _text(part: Part) -> Iterator[Content]:
    """Yield a text file to the last character."""
    check_size(len(part.data), TEXT)
    yield Content(part.name, identity(part.data), decode(part.data), (), part.facts)


def _picture(part: Part) -> Iterator[Content]:
    """Yield the text of a scan."""
    from factcheck.reading.formats.pdf_paragraphs import Page, paragraphs

    lines = paragraphs([Page.of_text(ocr.read(part.data))])
    if not lines.blocks:
        raise UnreadableFileError("OCR finds no text on this picture; scan it again, sharper and upright.")
    yield lines.content(part)


_HERE: dict[str, Reader] = {"text": _text, "picture": _picture}
_READERS = {
    "csv": ("table", "read_csv"), "json": ("table", "read_json"), "xlsx": ("table", "read_xlsx"),
    "html": ("web", "read"), "mhtml": ("mail", "read_page"), "mail": ("mail", "read"), "mailbox": ("mail", "read_box"),
    "feed": ("feed", "read"), "pdf": ("pdf", "read"), "word": ("word", "read"), "rtf": ("rich_text", "read"),
    "opendocument": ("opendocument", "read"), "ebook": ("ebook", "read"), "warc": ("crawl", "read"),
    "wacz": ("crawl", "read_packed"), "zip": ("archive", "read_zip"), "tar": ("archive", "read_tar"),
    "packed": ("archive", "read_packed"),
}  # fmt: skip
