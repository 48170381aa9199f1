"""The files that a dossier has read: what they were then, what came of them, and which ended the program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.dossier import articles, as_told, reviewed
from factcheck.dossier.corrections import Corrections
from factcheck.dossier.texts import storable, storable_path, stored_path
from factcheck.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcheck.dossier.database import Database
    from factcheck.model import Claim, Document

_TOGETHER = 10_000  # files that are read from the store at once
_TOO_OFTEN = 2  # crashes after which a file is set aside
_ASIDE = (
    "The program stopped twice while it read this file; it is set aside. Save its text as .txt and check that instead."
)


class Facts(NamedTuple):
    """By what a file is known to be unchanged without opening it: bytes, and nanoseconds since 1970."""

    size: int
    changed: int


class KnownFile(NamedTuple):
    """A file as it was when it was read; `state` is "begun" (and never ended), "read" or "aside"."""

    facts: Facts
    hash: str
    reader: str
    state: str


class Article(NamedTuple):
    """An article that was read, its claims, and the marks by which its neighbours are found."""

    document: Document
    claims: tuple[Claim, ...]
    marks: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file. `hash` is empty where its bytes could not be had.

    `unchanged`: the bytes are those of last time, and nothing else is told.
    """

    path: str
    facts: Facts
    hash: str
    reader: str
    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unchanged: bool = False


class Files:
    """The files of a dossier."""

    def __init__(
        self,
        database: Database,
        document: Callable[[str], Document],
        claims: Callable[[str], tuple[Claim, ...]],
        changed: Callable[[], None],
    ) -> None:
        """Take documents and claims by a document's id; `changed` is called where articles are other than they were."""
        self._database, self._document, self._claims, self._changed = database, document, claims, changed

    def known(self) -> Iterator[tuple[str, KnownFile]]:
        """Yield all files that were ever read, each with its path. Raises DossierError."""
        last: str | bytes = ""
        sql = "SELECT path, size, changed, hash, reader, state FROM files WHERE path > ? ORDER BY path LIMIT ?"
        while rows := self._database.rows(sql, (last, _TOGETHER)):
            last = rows[-1][0]
            for path, size, changed, hash_, reader, state in rows:
                yield stored_path(path), KnownFile(Facts(size, changed), hash_, reader, state)

    def waiting(self) -> set[str]:
        """Return the files that are to be read again, whatever their bytes are. Raises DossierError."""
        rows = self._database.rows("SELECT path FROM files WHERE hash = '' AND state != 'aside'")
        return {stored_path(path) for (path,) in rows}

    def begin(self, paths: Iterable[str]) -> None:
        """Note that reading begins: should it never end, these files are under suspicion. Raises DossierError."""
        with self._database.transaction(lasting=False):
            self._database.write_many(
                """INSERT INTO files (path, size, changed, hash, reader, state) VALUES (?, 0, 0, '', '', 'begun')
                   ON CONFLICT (path) DO UPDATE SET state = 'begun'""",
                [(storable_path(path),) for path in paths],
            )

    def leave(self, paths: Iterable[str]) -> None:
        """Note that files of which reading was to begin are still to be read: nobody waited. Raises DossierError."""
        with self._database.transaction(lasting=False):
            self._database.write_many(
                "UPDATE files SET state = 'read' WHERE path = ? AND state = 'begun'",
                [(storable_path(path),) for path in paths],
            )

    def crashed(self, path: str, facts: Facts, reader: str) -> Skipped | None:
        """Count that a file, read by itself, ended the process; return why it is set aside if that is too often.

        Raises DossierError.
        """
        stored = storable_path(path)
        with self._database.transaction(lasting=False):
            self._database.write(
                """INSERT INTO files VALUES (?, 0, 0, '', '', 'begun', 1)
                   ON CONFLICT (path) DO UPDATE SET crashes = crashes + 1""",
                (stored,),
            )
            if self._database.value("SELECT crashes FROM files WHERE path = ?", (stored,)) < _TOO_OFTEN:
                return None
            self._forget_articles(path, keep=set())
            skipped = Skipped(path, _ASIDE)
            self._list(path, [(skipped, None)])
            self._database.write(
                "UPDATE files SET size = ?, changed = ?, reader = ?, state = 'aside', crashes = 0 WHERE path = ?",
                (*facts, reader, stored),
            )
        return skipped

    def take_in(self, readings: Sequence[Reading], stays: Callable[[str, str], bool]) -> list[Skipped]:
        """Keep what came of reading some files; return what was skipped of them. All or nothing is kept.

        The same text in two files is read once: `stays` tells whether it stays with the first, though the second has
        it too. Raises DossierError.
        """
        skipped: list[Skipped] = []
        with self._database.transaction(lasting=False):
            for reading in readings:
                stored = storable_path(reading.path)
                if not reading.unchanged:
                    skipped += self._take_in(reading, stays)
                elif self._database.value("SELECT hash FROM files WHERE path = ?", (stored,)) != reading.hash:
                    continue  # meanwhile it is to be read again: the article that it is a copy of has gone
                self._database.write(
                    "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, 'read', 0)",
                    (stored, *reading.facts, reading.hash, reading.reader),
                )
        self._changed()
        return skipped

    def _take_in(self, reading: Reading, stays: Callable[[str, str], bool]) -> list[Skipped]:
        listed: list[tuple[Skipped, str | None]] = [(one, None) for one in reading.skipped]
        if not reading.hash:  # what cannot be had now may be there again; what was read of it stays
            self._list(reading.path, listed)
            return list(reading.skipped)
        taken: dict[str, Article] = {}
        for article in reading.articles:
            id_, path = article.document.id, article.document.path
            twin = self._database.rows("SELECT path, file FROM documents WHERE id = ?", (id_,))
            other = stored_path(twin[0][1]) if twin else reading.path
            if id_ in taken or (other != reading.path and stays(other, reading.path)):
                listed.append((_copy(path, taken[id_].document.path if id_ in taken else stored_path(twin[0][0])), id_))
                continue
            taken[id_] = article
            if other != reading.path:
                listed_now = _copy(stored_path(twin[0][0]), path)
                self._list_too(other, [(listed_now, id_)])
                self._database.write("UPDATE skipped SET reason = ? WHERE twin = ?", (storable(listed_now.reason), id_))
        self._follow(reading.path, list(taken.values()))
        self._forget_articles(reading.path, keep=set(taken))
        for document, claims, marks in taken.values():
            articles.keep(self._database, document, claims, reading.path, marks)
        self._list(reading.path, listed)
        return [one for one, _ in listed]

    def as_read(self, document: str) -> Document:
        """Return an article as the program read it, whatever people tell of it. Raises DossierError."""
        kept = self._document(document)
        read = as_told.as_read(self._database, document)
        return kept if read is None else replace(read, path=kept.path, text=kept.text)

    def stale(self) -> list[str]:
        """Return the ids of the articles of which people told something since their figures were read."""
        return [id_ for (id_,) in self._database.rows("SELECT document FROM as_read WHERE stale ORDER BY document")]

    def renew(self, article: Article) -> None:
        """Keep the claims of an article that is kept, read from its text by what people tell. Raises DossierError."""
        with self._database.transaction(lasting=False):
            articles.renew(self._database, article.document.id, article.claims, article.marks)
        self._changed()

    def forget(self, path: str) -> None:
        """Forget a file that is gone, and its articles; reviews are kept for the case that it comes back.

        Raises DossierError.
        """
        with self._database.transaction(lasting=False):
            self._forget_articles(path, keep=set())
            self._database.write("DELETE FROM files WHERE path = ?", (storable_path(path),))
            self._list(path, [])
        self._changed()

    def skipped(self, paths: Iterable[str]) -> list[Skipped]:
        """Return what was not read of some files, in their order. Raises DossierError."""
        found: dict[str, list[Skipped]] = {}
        for file, path, reason in self._database.rows("SELECT file, path, reason FROM skipped ORDER BY rowid"):
            found.setdefault(stored_path(file), []).append(Skipped(stored_path(path), reason))
        return [one for path in paths for one in found.get(path, ())]

    def unlist(self, paths: Iterable[str]) -> None:
        """No longer list what was not read of files that are gone. Raises DossierError."""
        with self._database.transaction(lasting=False):
            for path in paths:
                self._list(path, [])

    def listed(self) -> list[str]:
        """Return the files of which something was not read. Raises DossierError."""
        return [stored_path(file) for (file,) in self._database.rows("SELECT DISTINCT file FROM skipped")]

    def _list(self, path: str, skipped: Iterable[tuple[Skipped, str | None]]) -> None:
        """List what was not read of a file, with the id of the text that is there already."""
        self._database.write("DELETE FROM skipped WHERE file = ?", (storable_path(path),))
        self._list_too(path, skipped)

    def _list_too(self, path: str, skipped: Iterable[tuple[Skipped, str | None]]) -> None:
        stored = storable_path(path)
        self._database.write_many(
            "INSERT INTO skipped (path, reason, file, twin) VALUES (?, ?, ?, ?)",
            [(storable_path(one.path), storable(one.reason), stored, twin) for one, twin in skipped],
        )

    def _of(self, path: str) -> list[tuple[str, str]]:
        """Return id and path of each article of a file."""
        rows = self._database.rows("SELECT id, path FROM documents WHERE file = ?", (storable_path(path),))
        return [(id_, stored_path(of)) for id_, of in rows]

    def _forget_articles(self, path: str, keep: set[str]) -> None:
        for id_, _ in self._of(path):
            if id_ not in keep:
                articles.drop(self._database, id_)

    def _follow(self, path: str, fresh: Sequence[Article]) -> None:
        """Let reviews go on with the new texts of a file's articles: with those of the same path in it."""
        by_path = {article.document.path: article for article in fresh}
        for id_, of in self._of(path):
            article = by_path.get(of)
            if article is not None:
                before, now = (self._document(id_), self._claims(id_)), (article.document, article.claims)
                reviewed.carry(self._database, before, now)
                moved = reviewed.followed(before, now) | {id_: article.document.id}
                Corrections(self._database).carry(moved)


def _copy(path: str, of: str) -> Skipped:
    return Skipped(path, f"The same text, byte for byte, as {of}; it is read once.")
