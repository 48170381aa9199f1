"""A watched folder: which files came, changed or went since it was last looked at.

Looking again is cheap and works on every disk and network folder, where messages of the system do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.reading.files import find, is_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    Facts = tuple[int, int]  # bytes, and nanoseconds of the last change


@dataclass(frozen=True, slots=True)
class Changes:
    """Files that are new or other than they were, and files that are gone, each in the order of the folders."""

    fresh: tuple[Path, ...] = ()
    gone: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is any change."""
        return bool(self.fresh or self.gone)


@dataclass(slots=True)
class Watch:
    """Folders that are watched; what is in them at the beginning is known and no change.

    A file that is being written is told when two looks in a row find it the same, so that it is told once and whole;
    one that is gone is told when two looks in a row do not find it: programs save by putting a new file in its place.
    """

    folders: Sequence[Path]
    _told: dict[Path, Facts] = field(default_factory=dict, init=False)
    _seen: dict[Path, Facts] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._told = self._seen = self._look()

    def look(self) -> Changes:
        """Return what has changed, and is at rest, since it was told last; to be called every second or so."""
        before, now = self._seen, self._look()
        self._seen = now
        fresh = tuple(path for path, facts in now.items() if before.get(path) == facts != self._told.get(path))
        gone = tuple(path for path in self._told if path not in now and path not in before)
        self._told = {path: facts for path, facts in self._told.items() if path not in gone}
        self._told |= {path: now[path] for path in fresh}
        return Changes(fresh, gone)

    def _look(self) -> dict[Path, Facts]:
        found: dict[Path, Facts] = {}
        for path in find(folder for folder in self.folders if is_folder(folder)):
            try:
                status = path.stat()
            except OSError:
                continue  # it went between two looks
            found[path] = (status.st_size, status.st_mtime_ns)
        if not found:  # a disk that is not connected: nothing of it counts as gone
            return self._seen
        return found
