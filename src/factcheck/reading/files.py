"""A file becomes a Document; a folder becomes the files in it that may be articles."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UnreadableFileError
from factcheck.language.detection import detect, detect_passage
from factcheck.model import Document
from factcheck.reading.cleaning import passages
from factcheck.reading.formats.recognition import other_format
from factcheck.reading.formats.text import decode
from factcheck.reading.origin import published, title, url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 50_000_000  # bytes; a thousand long features. A file of this size takes minutes, a larger one is no article

_SAMPLE = 4000  # code points of the longest lines, from which the language is told
_PROSE = 40  # code points from which a line tells more of the article than of the page around it


def read(path: Path, *, language: str | None = None) -> Document:
    """Return the article in a file. `language` overrides the detection, for the document and all its passages.

    The text is the file's, to the last character: line ends stay as they are; only a byte order mark at the very
    beginning is left out, which tells of the encoding and is no part of the text.
    Raises UnreadableFileError if the file is no article that can be read, and says what to do.
    """
    data = _bytes(path)
    if other := other_format(data, path.suffix) if data else None:
        raise UnreadableFileError(
            f"Files of this format ({other}) cannot be read yet; save the article as text (.txt)."
        )
    text = decode(data)
    return _document(hashlib.sha256(data).hexdigest(), os.fsencode(path).decode("utf-8", "replace"), text, language)


def from_text(text: str, *, path: str = "", language: str | None = None) -> Document:
    """Return the document that a text makes; its id is that of a UTF-8 file with this text."""
    return _document(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), path, text, language)


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files to read, each once: files as given, folders walked in the order of their names.

    In folders, hidden and system files are left out, and files of settings, programs and indexes, which nobody means
    when naming a folder of articles. A folder that cannot be opened is yielded itself, so that reading it says why.
    """
    seen = set()
    for path in paths:
        for one in _walk(path) if path.is_dir() else (path,):
            if one not in seen:
                seen.add(one)
                yield one


_LEFT_OUT_NAMES = frozenset(
    {"thumbs.db", "desktop.ini", "$recycle.bin", "system volume information", "__macosx", "__pycache__", "node_modules"}
)
_LEFT_OUT_ENDINGS = (
    *(".toml", ".ini", ".cfg", ".lock", ".log", ".py", ".pyc", ".lnk", ".url"),
    *(".tmp", ".part", ".crdownload", ".download", ".swp", ".bak", "~"),
    *(".db", ".sqlite", ".sqlite3", ".sqlite3-wal", ".sqlite3-shm", ".toc", ".seg"),
)


def _is_left_out(name: str) -> bool:
    lower = name.lower()
    return lower.startswith((".", "~$")) or lower in _LEFT_OUT_NAMES or lower.endswith(_LEFT_OUT_ENDINGS)


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if _is_left_out(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif not entry.is_dir():
            yield Path(entry.path)


def _bytes(path: Path) -> bytes:
    """Return the bytes of a regular file of a bearable size. Raises UnreadableFileError."""
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            os.scandir(path).close()  # a folder that may not be opened says so below
            raise UnreadableFileError("This is a folder; name the files in it, or check the folder as a whole.")
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadableFileError("This is a device or a pipe; copy what it holds into a file and check that.")
        if facts.st_size > LARGEST:
            raise UnreadableFileError(
                f"The file is too large ({facts.st_size // 1_000_000} MB, at most {LARGEST // 1_000_000} MB are read); "
                "split it into single articles."
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableFileError(
            "The file is not there; it may have been moved or deleted. Choose it again."
        ) from None
    except PermissionError:
        raise UnreadableFileError(
            "You are not allowed to read it; change its permissions or copy it elsewhere."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(f"It cannot be read ({reason}); check the disk or copy the file again.") from error
    if len(data) > LARGEST:
        raise UnreadableFileError("The file grew while it was read; wait until it is complete, then check again.")
    return data


def _document(name: str, path: str, text: str, language: str | None) -> Document:
    tag = language or _language(text)
    found = passages(text, tag, mixed=language is None)
    return Document(
        id=name, path=path, title=title(text, found), text=text, language=tag,
        published=published(text, found, tag), url=url(text, found), passages=found,
    )  # fmt: skip


def _language(text: str) -> str:
    """Return the language that most of the prose is in, by the length of its lines; a quotation decides nothing."""
    lines = _sample(text)
    votes: Counter[str] = Counter()
    for line in lines:
        votes[detect(line)] += len(line)
    most = max(votes, key=lambda tag: (votes[tag], tag))
    # Neighbours such as Malay and Indonesian are told apart by all their lines together.
    return detect("\n".join(line for line in lines if detect_passage(line, most) == most) or text)


def _sample(text: str) -> list[str]:
    """Return the lines that are prose, from the beginning on, or the whole text if there are none."""
    chosen, length = [], 0
    for line in text[: 50 * _SAMPLE].splitlines():
        if len(line) >= _PROSE:
            chosen.append(line[: _SAMPLE // 4])
            length += len(chosen[-1])
            if length >= _SAMPLE:
                break
    return chosen or [text[:_SAMPLE]]
