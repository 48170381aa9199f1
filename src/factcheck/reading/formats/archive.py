"""Archives (ZIP, TAR) and compressed files (gz, bz2, xz): each file in them, as far as the limits go.

Nothing is written to disk, links are not followed, and names are only shown.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats.content import Unread, day_of, facts, under
from factcheck.reading.formats.limits import EXPANDED, FILE, MEMBERS, RATIO, TEXT
from factcheck.reading.formats.names import safe_ending, safe_name
from factcheck.reading.formats.package import FAULTS, is_bomb
from factcheck.reading.left_out import is_left_out, saved_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.reading.formats.content import Fact, Part

_TAR_FAULTS = (tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError, ValueError, IndexError)
_OPENERS: dict[str, Callable[[io.BytesIO], Any]] = {
    ".gz": lambda data: gzip.GzipFile(fileobj=data),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}
_BEGINNINGS = {b"\x1f\x8b": ".gz", b"BZh": ".bz2", b"\xfd7zXZ\x00": ".xz"}
_FIRST_DAY = date(1980, 1, 1)  # in a ZIP archive (APPNOTE.TXT 4.4.6, MS-DOS format)
_LOCKED = 0x1  # flag of a member that is encrypted (APPNOTE.TXT 4.4.4)


def read_zip(part: Part) -> Iterator[Part | Unread]:
    """Yield the files in a ZIP archive. Raises UnreadableFileError."""
    with part.open() as file:
        try:
            archive = zipfile.ZipFile(file)
            members = [one for one in archive.infolist() if not one.is_dir()]
        except FAULTS as error:
            raise UnreadableFileError("The archive is damaged; copy or download it again.") from error
        yield from _unzipped(part, archive, members)


def _unzipped(part: Part, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[Part | Unread]:
    budget = _Budget(part)
    folders = _saved_folders(_name(one.filename) for one in members)
    for one in members:
        name = _name(one.filename)
        if _is_no_article(name, folders):
            continue
        if told := budget.refuse(name, one.file_size, one.compress_size):
            yield told
            if budget.over:
                return
            continue
        if one.flag_bits & _LOCKED:
            yield Unread(
                under(part.name, name), "It is locked with a password; unpack the archive and check its files."
            )
            continue
        try:
            with archive.open(one) as file:
                data = file.read(FILE)
        except FAULTS:
            yield Unread(under(part.name, name), "It is damaged in the archive; copy or download the archive again.")
            continue
        budget.spent += len(data)
        yield part.inner(name, data, safe_ending(name), _saved(_zip_day(one)))


def read_tar(part: Part) -> Iterator[Part | Unread]:
    """Yield the files in a TAR archive. Raises UnreadableFileError."""
    budget = _Budget(part)
    try:
        # A file too large for memory is read from its beginning to its end once, unpacked on the way.
        with part.open() as source, tarfile.open(fileobj=source, mode="r|*" if part.path else "r:") as archive:
            for member in archive:
                name = _name(member.name)
                if not member.isreg() or _is_no_article(name, frozenset()):
                    continue
                if told := budget.refuse(name, member.size, member.size):
                    yield told
                    if budget.over:
                        return
                    continue
                file = archive.extractfile(member)
                data = file.read(FILE) if file else b""
                budget.spent += len(data)
                yield part.inner(name, data, safe_ending(name), _saved(day_of(member.mtime)))
    except _TAR_FAULTS as error:
        raise UnreadableFileError("The archive is damaged; copy or download it again.") from error


def read_packed(part: Part) -> Iterator[Part]:
    """Yield the file that a gz, bz2 or xz file holds. Raises UnreadableFileError."""
    ending = next((ending for begin, ending in _BEGINNINGS.items() if part.data.startswith(begin)), ".gz")
    limit = min(FILE, max(TEXT // 10, RATIO * len(part.data)))
    try:
        with _OPENERS[ending](io.BytesIO(part.data)) as file:
            data = file.read(limit + 1)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError) as error:
        raise UnreadableFileError("The compressed file is damaged; copy or download it again.") from error
    if len(data) > limit:
        raise UnreadableFileError("The file unpacks to more than is read; unpack it and check what is in it.")
    inner = part.inner("", data, _inner_ending(part.ending))
    yield inner._replace(name=part.name)


def _zip_day(member: zipfile.ZipInfo) -> date | None:
    """Return the day of a file in a ZIP archive; the first one that it can hold stands for none."""
    try:
        day = date(*member.date_time[:3])
    except ValueError:
        return None
    return day if day > _FIRST_DAY else None


def _saved(day: date | None) -> tuple[Fact, ...]:
    return facts("file", saved=day.isoformat() if day else None)


def _inner_ending(ending: str) -> str:
    """Return the ending of what is inside "x.tar.gz" or "x.tgz", "" where the outer one does not tell."""
    if ending in {".tgz", ".tbz", ".tbz2", ".txz"}:
        return ".tar"
    inner = ending.rpartition(".")[0]
    return inner if inner.startswith(".") else ""


def _name(name: str) -> str:
    return safe_name(name) or "file"


def _saved_folders(names: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return the folders that browsers saved beside a page, as the folder around them and their name."""
    pages: dict[str, set[str]] = {}
    folders: set[tuple[str, str]] = set()
    for name in names:
        path = PurePosixPath(name)
        pages.setdefault(str(path.parent), set()).add(path.name)
        folders.update((str(parent.parent), parent.name) for parent in path.parents if parent.name)
    return frozenset((around, folder) for around, folder in folders if saved_with(folder, pages.get(around, set())))


def _is_no_article(name: str, folders: frozenset[tuple[str, str]]) -> bool:
    """Return whether a file is one that the listing of a folder leaves out, too."""
    path = PurePosixPath(name)
    if any(is_left_out(piece) for piece in path.parts):
        return True
    return any((str(parent.parent), parent.name) in folders for parent in path.parents)


class _Budget:
    """How much of an archive was unpacked; `spent` are bytes."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self.spent = self._members = 0
        self.over = False

    def refuse(self, name: str, size: int, packed: int) -> Unread | None:
        """Return why a member is not read, or None; `over` says that the rest is not read either."""
        self._members += 1
        if self._members > MEMBERS or self.spent + size > EXPANDED:
            self.over = True
            return Unread(self._part.name, "The archive holds more than is read; unpack it and check its folder.")
        if size > FILE or is_bomb(size, packed):
            return Unread(under(self._part.name, name), "It is too large, or packed to do harm; unpack it to check it.")
        return None
