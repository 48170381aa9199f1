"""Rich text (RTF), read by striprtf; what its information group tells is read here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from striprtf.striprtf import rtf_to_text

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats.content import Content, facts, identity
from factcheck.reading.formats.limits import PAGE, check_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reading.formats.content import Part

_PROPERTY = r"\{\\%s ((?:[^{}\\]|\\'[0-9a-fA-F]{2}|\\u-?\d+ ?.?|\\[^u'{}]){1,500})\}"
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_HEAD = 20_000  # characters at the beginning in which the information group stands


def read(part: Part) -> Iterator[Content]:
    """Yield the article of an RTF file. Raises UnreadableFileError."""
    check_size(len(part.data), PAGE)
    source = part.data.decode("latin-1")
    try:
        text = rtf_to_text(source, encoding="cp1252", errors="replace")
    except (ValueError, LookupError, IndexError, OverflowError, UnicodeError) as error:
        raise UnreadableFileError("The RTF file is damaged; open it in its program and save it again.") from error
    text = "\n\n".join(
        line.replace("|", " | ").strip(" |") for line in text.replace("\x00", "").split("\n") if line.strip()
    )
    if not text.strip():
        raise UnreadableFileError("The RTF file has no text; open it in its program and save it again.")
    head = source[:_HEAD]
    created = _CREATED.search(head)
    known = facts(
        "document properties",
        title=_property(head, "title"),
        author=_property(head, "author"),
        published="-".join(created.groups()) if created else None,
    )
    yield Content(part.name, identity(part.data), text, (), (*part.facts, *known))


def _property(head: str, name: str) -> str | None:
    found = re.search(_PROPERTY % name, head)
    if found is None:
        return None
    try:
        return str(rtf_to_text("{\\rtf1\\ansi " + found[1] + "}", encoding="cp1252", errors="replace"))
    except (ValueError, LookupError, IndexError, OverflowError, UnicodeError):
        return None
