"""Files that are ZIP archives of parts (DOCX, ODT, EPUB, XLSX): one part at a time, none larger than the limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats.limits import PAGE, RATIO

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

# What a damaged archive makes Python's zipfile raise.
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)
_SMALL = 1_000_000  # bytes, from which the ratio of compression is looked at


class Package:
    """An open archive; used in a `with`. Raises UnreadableFileError where it is damaged.

    `sizes` are the bytes of each part, unpacked and packed, as the archive tells.
    """

    def __init__(self, data: bytes, what: str) -> None:
        self.what = what
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self.sizes = {one.filename: (one.file_size, one.compress_size) for one in self._archive.infolist()}
        except FAULTS as error:
            raise self._damaged() from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def names(self) -> list[str]:
        """Return the names of the parts."""
        return list(self.sizes)

    def has(self, name: str) -> bool:
        """Return whether there is a part of this name."""
        return name in self.sizes

    def read(self, name: str, limit: int = PAGE) -> bytes:
        """Return a part. Raises UnreadableFileError if it is missing, damaged, too large or a bomb."""
        if name not in self.sizes:
            raise self._damaged()
        size, packed = self.sizes[name]
        if size > limit or is_bomb(size, packed):
            raise UnreadableFileError(f"The {self.what} unpacks to more than can be an article; save its text alone.")
        try:
            with self._archive.open(name) as part:
                data = part.read(limit + 1)
        except FAULTS as error:
            raise self._damaged() from error
        if len(data) > limit:
            raise UnreadableFileError(f"The {self.what} unpacks to more than can be an article; save its text alone.")
        return data

    def _damaged(self) -> UnreadableFileError:
        return UnreadableFileError(f"The {self.what} is damaged or locked; open it in its program and save it again.")


def is_bomb(size: int, packed: int) -> bool:
    """Return whether `packed` bytes that unpack to `size` are packed tighter than any text is."""
    return size > _SMALL and size > RATIO * max(packed, 1)
