"""How much is read at most: of a file, of an archive, of a page. A file above a limit is listed, never half read."""

from __future__ import annotations

from factcheck.errors import UnreadableFileError

TEXT = 25_000_000  # bytes of a text; five hundred long features
PAGE = 20_000_000  # bytes of a web page or of one part of an office file
FILE = 150_000_000  # bytes of a file that is held in memory
LARGEST = 50_000_000_000  # bytes of an archive, a mailbox, a crawl or a PDF that is read from the disk piece by piece
MAIL = 60_000_000  # bytes of a mail with all that is attached to it; mail servers take less
MEMBERS = 20_000  # files in an archive, mails in a mailbox, rows of an export
EXPANDED = 2_000_000_000  # bytes that an archive may become
RATIO = 200  # times its size that a member larger than `PAGE` / 20 may become: text shrinks 3 to 20 times
NESTING = 4  # archives in archives
PAGES = 3_000  # of a PDF


def check_size(size: int, limit: int = TEXT) -> None:
    """Raise UnreadableFileError if a file is larger than a limit, both in bytes."""
    if size > limit:
        raise UnreadableFileError(
            f"The file is too large ({size // 1_000_000} MB, at most {limit // 1_000_000} MB are read); "
            "split it into single articles."
        )
