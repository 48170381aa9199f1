"""What a reader of a format gives: articles, files inside the file, and what could not be read."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import PassageKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Fact(NamedTuple):
    """Something known of an article: `name` is a field of Document, `source` one of `origin.ORDER`.

    The value is as written; a day may be in any form that `origin` reads.
    """

    name: str
    value: str
    source: str


class Mark(NamedTuple):
    """A stretch of text that the format itself tells about: a heading, a line of navigation, a list of other news."""

    span: Span
    kind: PassageKind


class Content(NamedTuple):
    """The text of an article. `name` tells it from others of the same file ("3", "inner/a.html"; "" if there is one).

    `id` is that of the document; see `identity`. With `marks`, every line of the text has one.
    """

    name: str
    id: str
    text: str
    marks: tuple[Mark, ...] = ()
    facts: tuple[Fact, ...] = ()


class Part(NamedTuple):
    """A file, or a file inside a file, to be read by its own format.

    `ending` is that of its name (".html"), "" if unknown. `facts` are known from outside, as a mail's or a crawl's day,
    and `encoding` as a mail or a server names it. `nested` counts the files around it, and
    `columns` are pairs of a field and the column of a table that the person chose for it.
    """

    name: str
    data: bytes
    ending: str
    facts: tuple[Fact, ...] = ()
    encoding: str | None = None
    nested: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    path: str = ""  # of a file on disk that is too large to be held in memory; `data` is its beginning then

    @property
    def size(self) -> int:
        """Return how many bytes it has."""
        return Path(self.path).stat().st_size if self.path else len(self.data)

    def open(self) -> io.BufferedReader | io.BytesIO:
        """Return it as a file to read from."""
        return Path(self.path).open("rb") if self.path else io.BytesIO(self.data)

    def identity(self) -> str:
        """Return the name by which its bytes are known again."""
        if not self.path:
            return identity(self.data)
        with self.open() as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def inner(
        self, name: str, data: bytes, ending: str, facts: Iterable[Fact] = (), encoding: str | None = None
    ) -> Part:
        """Return a part inside this one; what is known from outside of this one is known of it, too."""
        return Part(
            under(self.name, name), data, ending.lower(), (*facts, *self.facts), encoding, self.nested + 1, self.columns
        )


class Unread(NamedTuple):
    """A part that was not read, and why, in words for the person."""

    name: str
    reason: str


class Working:
    """A sign of life from a reader that takes long, as with scans; whoever waits for an article waits on."""

    __slots__ = ()


@dataclass(slots=True)
class Lines:
    """A text in the making, block by block, with what the format tells of each."""

    blocks: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    _length: int = 0

    def add(self, block: str, kind: PassageKind = PassageKind.SENTENCE) -> None:
        """Add a block, unless it is blank; blocks are two line ends apart."""
        block = block.strip()
        if not block:
            return
        start = self._length + 2 if self.blocks else 0
        self.blocks.append(block)
        self._length = start + len(block)
        self.marks.append(Mark(Span(start, self._length), kind))

    def content(self, part: Part, facts: Iterable[Fact] = (), *, key: bytes | None = None) -> Content:
        """Return the article of a part, what is known from outside first; `key` stands for the bytes of the part."""
        name = part.identity() if key is None else identity(key)
        return Content(part.name, name, "\n\n".join(self.blocks), tuple(self.marks), (*part.facts, *facts))


def identity(data: bytes) -> str:
    """Return the name by which an article is known again: the hexadecimal SHA-256 of its bytes in the file."""
    return hashlib.sha256(data).hexdigest()


def under(outer: str, inner: str) -> str:
    """Return the name of a part inside a part."""
    return f"{outer}#{inner}" if outer else inner


def day_of(seconds: float) -> date | None:
    """Return the day, here, of a time since 1970 in seconds; None where a file system or archive does not know it."""
    try:
        return datetime.fromtimestamp(seconds).astimezone().date() if seconds > 0 else None
    except (OSError, OverflowError, ValueError):
        return None


def facts(source: str, **values: str | None) -> tuple[Fact, ...]:
    """Return the facts that have a value; white space is made single."""
    tidy = {name: " ".join(value.split()) for name, value in values.items() if value}
    return tuple(Fact(name, value, source) for name, value in tidy.items() if value)
