"""Text that comes without a file, pasted or from standard input, is kept as a file, so that it can be read again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats.content import identity
from factcheck.reading.formats.limits import check_size
from factcheck.reading.formats.names import safe_name

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_NAME = 40  # code points of the first words, as the name of the file
_NOT_IN_NAMES = re.compile(r"[^\w -]+")


def keep(text: bytes | str, folder: Path) -> Path:
    """Write a text into the folder and return its file, named after its first words; the same text is kept once.

    Raises UnreadableFileError if it is too large or the folder cannot be written.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    check_size(len(data))
    first = next((line for line in data[:2000].decode("utf-8", "ignore").splitlines() if line.strip()), "")
    words = " ".join(_NOT_IN_NAMES.sub(" ", safe_name(first)).split())[:_LONGEST_NAME].strip()
    path = folder / f"{words or 'text'} {identity(data)[:8]}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise UnreadableFileError(
            f"The text cannot be kept ({error.strerror}); choose a folder you may write to."
        ) from error
    return path
