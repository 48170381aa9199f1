"""PDF: the text layer, in reading order, as paragraphs; what repeats on every page stands apart.

PDFium reads the page (pypdfium2); `pdf_layout` puts its lines in order, `pdf_paragraphs` makes paragraphs of them.
Pages without a text layer are scans.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import PdfiumError

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats import ocr
from factcheck.reading.formats.content import facts
from factcheck.reading.formats.limits import PAGES
from factcheck.reading.formats.pdf_layout import Piece, ordered
from factcheck.reading.formats.pdf_paragraphs import Page, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reading.formats.content import Content, Fact, Part

_MOST_RUNS = 20_000  # of text on a page; a page of a newspaper has 2,000
_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")
# PDFium's marks for a hyphen at the end of a line, and for what has no character.
_SIGNS = str.maketrans({"\ufffe": "\u00ad", "\x02": "\u00ad", "\uffff": None, "\x00": None, "\ufeff": None})


def read(part: Part) -> Iterator[Content]:
    """Yield the article of a PDF. Raises UnreadableFileError, also where its pages are scans that nobody can read."""
    try:
        with pypdfium2.PdfDocument(part.data) as document:
            if len(document) > PAGES:
                raise UnreadableFileError(
                    f"The PDF has {len(document)} pages, at most {PAGES} are read; split it into parts."
                )
            pages, scans = [], []
            for number in range(len(document)):
                page = _page(document, number)
                pages.append(page)
                if not page.lines:
                    scans.append(number)
            if scans:
                _recognise(document, pages, scans)
            found = _facts(document)
    except PdfiumError as error:
        raise UnreadableFileError(_reason(str(error))) from error
    lines = paragraphs(pages)
    if not lines.blocks:
        raise UnreadableFileError("The PDF has no text; print or export the article as PDF again, or save its text.")
    yield lines.content(part, found)


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    page = document[number]
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            pieces = []
            for index in range(min(text.count_rects(), _MOST_RUNS)):
                left, bottom, right, top = text.get_rect(index)
                run = text.get_text_bounded(left, bottom, right, top).translate(_SIGNS)
                pieces.append(Piece(left, bottom, right, top, " ".join(run.split())))
        finally:
            text.close()
    finally:
        page.close()
    return Page(width, height, ordered(pieces))


def _recognise(document: pypdfium2.PdfDocument, pages: list[Page], scans: Sequence[int]) -> None:
    """Put the text that Tesseract reads in place of scanned pages; without it, say so if all pages are scans."""
    if not ocr.installed():
        if len(scans) == len(pages):
            raise UnreadableFileError(ocr.NEEDED)
        return
    for number in scans:
        page = document[number]
        try:
            picture = page.render(scale=ocr.DOTS / 72, grayscale=True)
            text = ocr.read(ocr.portable(picture))
        finally:
            page.close()
        pages[number] = Page.of_text(text)


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
