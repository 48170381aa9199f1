"""Who is at a dossier: one window at a time may write it, and one check; the others are told who is there.

The system lets go of a lock when its process ends, however it ends. SQLite itself keeps single writes apart; this is
about people and jobs. Where files cannot be locked (some network folders) nobody is kept out.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from factcheck.errors import DossierError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

_PLACE = 1 << 30  # the byte that is locked: behind the text, which stays readable for others (Windows)


class Lock:
    """One job ("window" or "check") at a dossier's folder, held until it is released or the process ends."""

    def __init__(self, folder: Path | None, job: str) -> None:
        """Try to take the lock; see `held`. Never waits, and never raises: a folder may be read-only.

        A dossier in memory has no folder, and nobody else at it.
        """
        self.holder = ""  # who has it, where it is not held: "Noor on laptop-3 since 2024-05-14 09:12"
        self.held = True
        self._file: IO[str] | None = None
        if folder is None:
            return
        path = folder / f".{job}.lock"
        try:
            file = path.open("r+" if path.exists() else "w+", encoding="utf-8")
        except OSError:
            return
        try:
            _lock(file)
        except OSError as error:
            if isinstance(error, (BlockingIOError, PermissionError)):
                self.held = False
                with contextlib.suppress(OSError, UnicodeDecodeError):
                    self.holder = file.read(200).strip()
            file.close()
            return
        self._file = file
        with contextlib.suppress(OSError):
            file.seek(0)
            file.truncate()
            file.write(f"{_person()} on {platform.node()} since {datetime.now().astimezone():%Y-%m-%d %H:%M}")
            file.flush()

    def release(self) -> None:
        """Let others have it. Releasing twice does nothing."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have a dossier's folder for oneself meanwhile. Raises DossierError where a window or a check is at it."""
    with Lock(folder, "window") as window, Lock(folder, "check") as job:
        for lock in (window, job):
            if not lock.held:
                raise DossierError(f"This dossier is in use ({lock.holder}). Close it there, and try again.")
        yield


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name in the environment, nor in the system's list
        return "somebody"


def _lock(file: IO[str]) -> None:
    """Lock a file for this process, or raise BlockingIOError or PermissionError where another has it."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file.fileno(), _PLACE, os.SEEK_SET)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(file.fileno(), 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "ceph", "lustre", "gpfs"}
    | {f"fuse.{kind}" for kind in ("sshfs", "rclone", "gvfsd-fuse", "davfs2", "glusterfs", "s3fs", "smbnetfs")}
)


def on_network(folder: Path) -> bool:
    """Return whether a folder is known to be on another computer, where SQLite's log beside the file is not safe.

    Linux tells the kind of each mount, Windows that of each drive; elsewhere nothing is known.
    """
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(folder.absolute())[0]
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE
    with contextlib.suppress(OSError):
        table = Path("/proc/self/mounts").read_text("utf-8", errors="replace")
        return kind_of_mount(os.path.realpath(folder), table) in _NETWORK
    return False


def kind_of_mount(folder: str, table: str) -> str:
    """Return what kind of file system a folder is on, by Linux's table of mounts; "" if none of them holds it.

    Spaces and the like stand in it as octal numbers (getmntent(3)).
    """
    found = (0, "")
    for line in table.splitlines():
        place, kind = line.split(" ")[1:3]
        place = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), place).rstrip("/")
        if f"{folder}/".startswith(f"{place}/"):
            found = max((len(place) + 1, kind), found, key=lambda each: each[0])  # the later one hides the other
    return found[1]
