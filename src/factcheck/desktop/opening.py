"""Opening dossiers: where they are kept, and what to do when one cannot be written."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import platformdirs

from factcheck.dossier.database import NAME
from factcheck.dossier.locks import Lock
from factcheck.dossier.store import Dossier

ENDING = ".factcheck"
COPY_ENDING = ".factcheck-copy"


def home() -> Path:
    """Return the folder in which dossiers are kept that were given no other place."""
    return Path(platformdirs.user_data_dir("factcheck", appauthor=False)) / "dossiers"


def sample_place() -> Path:
    """Return the folder of the sample's dossier."""
    return home() / f"Sample{ENDING}"


def new_place() -> Path:
    """Return the folder of a dossier that starts now."""
    return free_place(f"Dossier {datetime.now().astimezone():%Y-%m-%d %H.%M}")


def free_place(stem: str) -> Path:
    """Return a folder for a dossier of that name, at which nothing is yet."""
    number, place = 2, home() / f"{stem}{ENDING}"
    while place.exists():
        number, place = number + 1, home() / f"{stem} ({number}){ENDING}"
    return place


def is_dossier(folder: Path) -> bool:
    """Return whether there is a dossier in a folder."""
    return os.path.isfile(folder / NAME)  # noqa: PTH113 - a Path raises where the disk does not answer


def open_dossier(folder: Path, lock: Lock | None = None) -> tuple[Dossier, Lock]:
    """Return the dossier of a folder, made where there is none, and the window's lock on it; raises DossierError.

    It can only be read where the folder is read-only, or another window has the lock; `lock` is one held already.
    """
    writable = not is_dossier(folder) or (os.access(folder, os.W_OK) and os.access(folder / NAME, os.W_OK))
    if writable:
        folder.mkdir(parents=True, exist_ok=True)
    taken = lock or Lock(folder, "window")
    try:
        return Dossier(folder, read_only=not (writable and taken.held)), taken
    except BaseException:
        if lock is None:
            taken.release()
        raise
