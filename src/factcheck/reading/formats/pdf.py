"""PDF: the text layer, in reading order, as paragraphs; what repeats on every page stands apart.

PDFium reads the page (pypdfium2); `pdf_layout` puts its lines in order, `pdf_paragraphs` makes paragraphs of them.
Pages without a text layer are scans.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import PdfiumError
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats import ocr
from factcheck.reading.formats.content import Unread, Working, facts, under
from factcheck.reading.formats.limits import PAGES
from factcheck.reading.formats.pdf_layout import Piece, ordered, whole_runs
from factcheck.reading.formats.pdf_paragraphs import Page, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reading.formats.content import Content, Fact, Part

_MOST_RUNS = 20_000  # of text on a page; a page of a newspaper has 2,000
_MOST_SCANS = 300  # pages that are read by OCR; each takes seconds
_TOO_MANY = f"At most {_MOST_SCANS} scanned pages are read; split the PDF into parts."
_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")
# PDFium's marks for a hyphen at the end of a line, and for what has no character.
_SIGNS = str.maketrans({"\ufffe": "-", "\x02": "-", "\uffff": None, "\x00": None, "\ufeff": None})


def read(part: Part) -> Iterator[Content | Unread | Working]:
    """Yield the article of a PDF, and its scanned pages if nobody can read them. Raises UnreadableFileError."""
    try:
        with pypdfium2.PdfDocument(part.path or part.data) as document:
            if len(document) > PAGES:
                raise UnreadableFileError(
                    f"The PDF has {len(document)} pages, at most {PAGES} are read; split it into parts."
                )
            pages, scans = [], []
            for number in range(len(document)):
                page = _page(document, number)
                pages.append(page)
                if not page.lines and _is_scan(document, number):
                    scans.append(number)
            unread = dict.fromkeys(scans[_MOST_SCANS:], _TOO_MANY)
            if not ocr.installed():
                unread = dict.fromkeys(scans, ocr.NEEDED if len(scans) == len(pages) else ocr.PAGES_NEEDED)
            for number in scans:
                if number in unread:
                    continue
                yield Working()
                try:
                    pages[number] = _recognised(document, number)
                except UnreadableFileError as error:
                    unread[number] = str(error)
            found = _facts(document)
    except PdfiumError as error:
        raise UnreadableFileError(_reason(str(error))) from error
    lines = paragraphs(pages)
    if not lines.blocks and unread:
        raise UnreadableFileError(next(iter(unread.values())))
    if not lines.blocks:
        raise UnreadableFileError("The PDF has no text; print or export the article as PDF again, or save its text.")
    yield lines.content(part, found)
    for reason in dict.fromkeys(unread.values()):
        numbers = [number + 1 for number, why in unread.items() if why == reason]
        yield Unread(under(part.name, f"pages {ranges(numbers)}"), reason)


def ranges(numbers: Sequence[int]) -> str:
    """Return rising numbers as people list pages: "2, 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    page = document[number]
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            pieces = []
            for box in whole_runs(text.get_rect(index) for index in range(min(text.count_rects(), _MOST_RUNS))):
                run = text.get_text_bounded(*box).translate(_SIGNS)
                pieces.append(Piece(*box, " ".join(run.split())))
        finally:
            text.close()
    finally:
        page.close()
    return Page(width, height, ordered(pieces))


def _is_scan(document: pypdfium2.PdfDocument, number: int) -> bool:
    """Return whether a page without text shows a picture; one that shows nothing is blank."""
    page = document[number]
    try:
        return next(iter(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=4)), None) is not None
    finally:
        page.close()


def _recognised(document: pypdfium2.PdfDocument, number: int) -> Page:
    """Return a scanned page as Tesseract reads it. Raises UnreadableFileError."""
    page = document[number]
    try:
        return Page.of_text(ocr.read(ocr.portable(page.render(scale=ocr.scale(*page.get_size()), grayscale=True))))
    finally:
        page.close()


def _facts(document: pypdfium2.PdfDocument) -> tuple[Fact, ...]:
    told = document.get_metadata_dict(skip_empty=True)
    day = _DATE.match(told.get("CreationDate", ""))
    return facts(
        "document properties",
        title=told.get("Title"),
        author=told.get("Author"),
        published="-".join(day.groups()) if day else None,
    )


def _reason(error: str) -> str:
    if "password" in error.lower():
        return "The PDF is locked with a password; save a copy without one."
    return "The PDF is damaged; open it in a viewer and print it as PDF again."
