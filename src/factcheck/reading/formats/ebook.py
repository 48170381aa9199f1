"""E-books (EPUB): the chapters in the order of the spine, as one article.

Container and package are those of EPUB 3.3 (W3C), sections 4 and 5; EPUB 2 has the same.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats.blocks import blocks
from factcheck.reading.formats.content import Lines, facts
from factcheck.reading.formats.limits import TEXT, check_size
from factcheck.reading.formats.markup import html_tree, unicode_of, xml_tree
from factcheck.reading.formats.package import Package
from factcheck.reading.formats.web import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reading.formats.content import Content, Part

_WHAT = "e-book"


def read(part: Part) -> Iterator[Content]:
    """Yield the text of an e-book. Raises UnreadableFileError."""
    with Package(part.data, _WHAT) as package:
        container = xml_tree(package.read("META-INF/container.xml"), _WHAT)
        root = next((str(one.get("full-path") or "") for one in container.iter("{*}rootfile")), "")
        book = xml_tree(package.read(root), _WHAT)
        files = {str(one.get("id")): str(one.get("href") or "") for one in book.iter("{*}item")
                 if "nav" not in str(one.get("properties") or "").split()}  # fmt: skip
        lines, size = Lines(), 0
        for reference in book.iter("{*}itemref"):
            name = posixpath.normpath(
                posixpath.join(posixpath.dirname(root), unquote(files.get(str(reference.get("idref")), "")))
            )
            if str(reference.get("linear")) == "no" or not package.has(name):
                continue
            chapter = package.read(name)
            size += len(chapter)
            check_size(size, TEXT)
            for block in blocks(html_tree(unicode_of(chapter))):
                lines.add(block.text, kind_of(block))
    if not lines.blocks:
        raise UnreadableFileError("The e-book has no text, or it is locked; save the text of the article.")
    told = {name: next((one.text for one in book.iter(f"{{*}}{name}") if one.text), None)
            for name in ("title", "creator", "publisher", "date", "language")}  # fmt: skip
    known = facts("document properties", title=told["title"], author=told["creator"], outlet=told["publisher"],
                  published=told["date"], language=told["language"])  # fmt: skip
    yield lines.content(part, known)
