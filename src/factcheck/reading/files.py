"""A file becomes Documents; a folder becomes the files in it that may be articles."""

from __future__ import annotations

import os
import stat
from collections import Counter
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factcheck.errors import UnreadableFileError
from factcheck.language.detection import detect, detect_passage, is_plainly, words_of
from factcheck.model import Document, PassageKind, Skipped
from factcheck.reading.cleaning import passages
from factcheck.reading.formats.columns import FIELDS
from factcheck.reading.formats.content import Content, Part, Unread, Working, day_of, identity, under
from factcheck.reading.formats.limits import FILE, LARGEST
from factcheck.reading.formats.names import safe_ending
from factcheck.reading.left_out import indexed, is_left_out, saved_with
from factcheck.reading.origin import known, told_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from factcheck.reading.formats.content import Mark

__all__ = ["FIELDS", "find", "from_text", "is_folder", "names", "read", "read_all"]

_SAMPLE = 4000  # code points of the longest lines, from which the language is told
_BEGINNING = 65_536  # bytes by which the format of a large file is told
_TOO_LARGE = "The file is too large ({} MB, at most {} MB are read); split it into single articles."
_PROSE = 40  # code points from which a line tells more of the article than of the page around it


def read(path: Path, *, language: str | None = None) -> Document:
    """Return the article in a file, the first if there are several. `language` overrides the detection.

    Raises UnreadableFileError if the file holds no article that can be read, and says what to do.
    """
    first: Document | Skipped | None = None
    for one in read_all(path, language=language):
        first = one if first is None or (isinstance(first, Skipped) and isinstance(one, Document)) else first
    if isinstance(first, Document):
        return first
    raise UnreadableFileError(first.reason if first else "No article was found in it; save the article as text (.txt).")


def read_all(
    path: Path, *, language: str | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Document | Skipped]:
    """Yield the articles in a file, in order, and what of it could not be read, with the reason; never raises.

    The text of a text file is kept to the last character: line ends stay as they are; only a byte order mark at the
    very beginning is left out. `language` overrides the detection, for the documents and all their passages; `columns`
    says which column of a table holds a field ("text", "title", "published", "url", "language", "author", "outlet").
    """
    # Their parsers take a second to load, which texts and what is read already need not wait for.
    from factcheck.reading.formats.opening import OWN, STREAMED, contents, format_of
    from factcheck.reading.process import parsed

    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        data, size, saved = _bytes(path)
    except UnreadableFileError as error:
        yield Skipped(shown, str(error))
        return
    large = size > FILE
    part = Part(
        "", data, safe_ending(path.name), columns=tuple((columns or {}).items()), path=str(path) if large else ""
    )
    kind = format_of(part)
    if large and kind not in STREAMED:
        yield Skipped(shown, _TOO_LARGE.format(size // 1_000_000, FILE // 1_000_000))
        return
    found = False
    for one in contents(part) if kind in OWN else parsed(part):
        if isinstance(one, Working):
            continue
        found = True
        name = under(shown, one.name) if one.name else shown
        yield Skipped(name, one.reason) if isinstance(one, Unread) else _document(one, name, language, saved)
    if not found:
        yield Skipped(shown, "No article was found in it; save the article as text (.txt).")


def from_text(text: str, *, path: str = "", language: str | None = None) -> Document:
    """Return the document that a text makes; its id is that of a UTF-8 file with this text."""
    (made,) = from_each([(text, language)], path=path)
    return made


def from_each(texts: Iterable[tuple[str, str | None]], *, path: str = "") -> list[Document]:
    """Return the documents that texts make, each with its language if it is known; of many it is faster than alone."""
    told = [
        (Content("", identity(text.encode("utf-8", "surrogatepass")), text), path, language, None)
        for text, language in texts
    ]
    return _documents(told)


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files to read, each once: files as given, folders walked in the order of their names.

    In folders, hidden and system files are left out, and files of settings, programs and indexes, which nobody means
    when naming a folder of articles. A folder that cannot be opened is yielded itself, so that reading it says why.
    """
    return map(Path, names(paths))


def names(paths: Iterable[Path]) -> Iterator[str]:
    """Yield what `find` finds as text, which many files are told by sooner."""
    seen = set()
    for path in paths:
        for one in _walk(str(path)) if is_folder(path) else (str(path),):
            if one not in seen:
                seen.add(one)
                yield one


def _walk(folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    files = {entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)}
    for entry in entries:
        if is_left_out(entry.name):
            continue
        path = entry.name if folder == os.curdir else entry.path  # as a Path is written
        if entry.is_dir(follow_symlinks=False):
            if not saved_with(entry.name, files) and not indexed(entry.name, files):
                yield from _walk(path)
        elif not (entry.is_symlink() and is_folder(path)):
            yield path


def is_folder(path: Path | str) -> bool:
    """Return whether there is a folder; not where that cannot be told, for which a Path would raise OSError."""
    return os.path.isdir(path)  # noqa: PTH112


def _bytes(path: Path) -> tuple[bytes, int, date | None]:
    """Return the bytes of a regular file, of a large one its beginning, how many it has, and when it was changed.

    Raises UnreadableFileError.
    """
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            os.scandir(path).close()  # a folder that may not be opened says so below
            raise UnreadableFileError("This is a folder; name the files in it, or check the folder as a whole.")
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadableFileError("This is a device or a pipe; copy what it holds into a file and check that.")
        if facts.st_size > LARGEST:
            raise UnreadableFileError(_TOO_LARGE.format(facts.st_size // 1_000_000, LARGEST // 1_000_000))
        with path.open("rb") as file:
            data = file.read(FILE + 1 if facts.st_size <= FILE else _BEGINNING)
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
    if facts.st_size <= FILE < len(data):
        raise UnreadableFileError("The file grew while it was read; wait until it is complete, then check again.")
    return data, facts.st_size, day_of(facts.st_mtime)


def _document(content: Content, path: str, language: str | None, saved: date | None = None) -> Document:
    return _documents([(content, path, language, saved)])[0]


def _documents(contents: Sequence[tuple[Content, str, str | None, date | None]]) -> list[Document]:
    """Return the documents of contents: each with its path, its language if a person told it, and when it was saved."""
    tags = [_tag(content, language) for content, _, language, _ in contents]
    found = [
        passages(content.text, tag, mixed=language is None, marks=content.marks)
        for (content, _, language, _), (tag, _) in zip(contents, tags, strict=True)
    ]
    about = [
        known(content.text, parts, tag, content.facts, PurePath(path).name if path else "")
        for (content, path, _, _), (tag, _), parts in zip(contents, tags, found, strict=True)
    ]
    return [
        Document(
            content.id, path, one.title, content.text, tag, one.published, one.url, parts, one.author, one.outlet,
            (*one.origins, ("language", source)), one.saved or saved,
        )
        for (content, path, _, saved), (tag, source), parts, one in zip(contents, tags, found, about, strict=True)
    ]  # fmt: skip


def _tag(content: Content, language: str | None) -> tuple[str, str]:
    """Return the language of an article, and who says so."""
    if language:
        return language, "person"
    told = told_language(content.facts)
    return (told, "column") if told else (_language(content.text, content.marks), "text")


def _language(text: str, marks: Sequence[Mark] = ()) -> str:
    """Return the language that most of the prose is in, by the length of its lines; a quotation decides nothing."""
    if marks:
        own = [text[mark.span.start : mark.span.end] for mark in marks if mark.kind is PassageKind.SENTENCE]
        text = "\n".join(own) or text
    lines = _sample(text)
    first = detect("\n".join(lines))
    if _is_mostly(lines, first):
        return first
    votes: Counter[str] = Counter()
    for line in lines:
        votes[detect(line)] += len(line)
    most = max(votes, key=lambda tag: (votes[tag], tag))
    # Neighbours such as Malay and Indonesian are told apart by all their lines together.
    return detect("\n".join(line for line in lines if detect_passage(line, most) == most) or text)


def _is_mostly(lines: Sequence[str], tag: str) -> bool:
    """Return whether more than two thirds of the lines, by their length, are in a language."""
    missing, rest = 2 * sum(map(len, lines)) / 3, []
    for line in lines:
        if is_plainly(words_of(line), tag):
            missing -= len(line)
            if missing < 0:
                return True
        else:
            rest.append(line)
    for line in rest:
        if detect_passage(line, tag) == tag:
            missing -= len(line)
            if missing < 0:
                return True
    return False


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
