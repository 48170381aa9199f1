"""Which files of a folder nobody means when naming a folder of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_NAMES = frozenset(
    {"thumbs.db", "desktop.ini", "$recycle.bin", "system volume information", "__macosx", "__pycache__", "node_modules"}
)
_ENDINGS = (
    *(".toml", ".ini", ".cfg", ".lock", ".log", ".py", ".pyc", ".lnk", ".url"),
    *(".tmp", ".part", ".crdownload", ".download", ".swp", ".bak", "~"),
    *(".db", ".sqlite", ".sqlite3", ".sqlite3-wal", ".sqlite3-shm", ".sqlite3-journal", ".factcheck-copy"),
    *(".css", ".js", ".mjs", ".woff", ".woff2", ".ttf", ".otf", ".ico", ".map"),
)
_DOSSIER, _OF_A_DOSSIER = "dossier.sqlite3", "index"  # the file that makes a folder one, and what is made of it
_PAGES = (".html", ".htm", ".xhtml")


def is_left_out(name: str) -> bool:
    """Return whether a file or folder of this name holds settings, programs or indexes, or is hidden."""
    lower = name.lower()
    return lower.startswith((".", "~$")) or lower in _NAMES or lower.endswith(_ENDINGS)


def indexed(folder: str, siblings: Collection[str]) -> bool:
    """Return whether a folder holds the search index of a dossier that was put among the articles."""
    return folder == _OF_A_DOSSIER and _DOSSIER in siblings


def saved_with(folder: str, siblings: Collection[str]) -> bool:
    """Return whether a folder holds the pictures and scripts of a page that a browser saved beside it.

    Browsers name it after the page, with a word in the user's language behind: "a_files", "a-Dateien", "a_fichiers".
    """
    for sibling in siblings:
        lower = sibling.lower()
        ending = next((one for one in _PAGES if lower.endswith(one)), None)
        if ending:
            stem = sibling[: -len(ending)]
            rest = folder[len(stem) :]
            if folder.startswith(stem) and len(rest) > 1 and rest[0] in "_-. " and rest[1:].isalpha():
                return True
    return False
