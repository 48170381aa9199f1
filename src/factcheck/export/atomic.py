"""Writing a file so that there is never half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from factcheck.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADVICE = {
    errno.ENOSPC: "The disk is full. Free some space and export again",
    errno.ENOENT: "Its folder does not exist. Choose another place",
    errno.ENOTDIR: "Its folder does not exist. Choose another place",
    errno.EISDIR: "It is a folder. Choose a name for a file",
    errno.EROFS: "The disk cannot be written. Choose another place",
    errno.EACCES: "It cannot be written there. Close it in other programs, or choose another place",
    errno.EPERM: "It cannot be written there. Close it in other programs, or choose another place",
}


@contextmanager
def writing(output: Path) -> Iterator[TextIO]:
    """Give a file to write text to, in UTF-8, that takes the place of `output` once everything is on the disk.

    Lines end as they are written. If anything goes wrong, `output` stays as it was. Raises ExportError.
    """
    with replacing(output) as part, part.open("w", encoding="utf-8", errors="replace", newline="") as file:
        yield file


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """Give the name of an empty file to fill, which takes the place of `output` once everything is on the disk.

    If anything goes wrong, `output` stays as it was. Raises ExportError.
    """
    target = Path(os.path.realpath(output))
    part: Path | None = None
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(target))
        if output.exists() and not output.is_file():  # a device or a pipe is written to, and stays what it is
            yield output
            return
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
        part = Path(name)
        os.close(handle)
        yield part
        with part.open("r+b") as written:
            os.fsync(written.fileno())
        part.chmod(_mode(target))
        part.replace(target)
        part = None
        _sync_folder(target.parent)
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, f"{error.strerror or error}. Choose another place")
        raise ExportError(f"{output.name} was not written. {advice}.") from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink()


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those that a new file gets."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk too, where the system can."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
