"""The SQLite file of a dossier: opened, checked, written in transactions; every error in words for the person."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.dossier import schema
from factcheck.dossier.locks import on_network
from factcheck.errors import DossierError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NAME = "dossier.sqlite3"
_PATIENCE = 15.0  # seconds to wait for another process that writes
_GIVEN = frozenset({"reviews", "reviews_in_force", "reviewed", "corrections", "settings"})  # tables of what people gave
_FULL = "The disk is full. Free some space and try again; what was saved stays saved."
_WRITING = "Another factcheck is writing this dossier. Wait until it is done and try again."
_ANSWERS_NOT = "The disk with {} does not answer. Check it and try again."
_SMALL = 8_000_000  # bytes up to which the whole file is checked on opening


@contextmanager
def disk_in_words(folder: Path | None) -> Iterator[None]:
    """Turn errors of a file in a folder, of the system's for such files where none is named, into words.

    Raises DossierError in place of OSError.
    """
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise DossierError(_FULL if full else _ANSWERS_NOT.format(folder or tempfile.gettempdir())) from error


class Database:
    """A connection to a dossier's file; for one thread."""

    def __init__(self, folder: Path | None, *, read_only: bool = False) -> None:
        """Open the file of a folder, or make it; without a folder it is in memory. Raises DossierError.

        A folder that cannot be written is opened read-only; a copy in one file, in place of a folder, can only be read.
        """
        self.folder = folder
        self._is_copy = folder is not None and read_only and os.path.isfile(folder)  # noqa: PTH113 - a Path may raise
        self.path = folder if folder is not None and self._is_copy else (folder or Path()) / NAME
        self.read_only = read_only
        self.rolled_back = 0  # transactions of which nothing was written
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        if read_only and not os.path.isfile(self.path):  # noqa: PTH113
            raise DossierError(f"There is no dossier in {folder}. Choose another folder, or make a new dossier there.")
        with self._said():
            self._connection = (
                self._connect(folder) if folder is not None else sqlite3.connect(":memory:", isolation_level=None)
            )
            try:
                self._prepare()
            except BaseException:
                self.close()
                raise

    def _connect(self, folder: Path) -> sqlite3.Connection:
        if self._is_copy:
            return self._connect_to_what_cannot_be_written(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            writable = os.access(folder, os.W_OK) and (not self.path.exists() or os.access(self.path, os.W_OK))
        except OSError as error:
            raise DossierError(f"The folder {folder} cannot be made: {error.strerror}. Choose another one.") from error
        if not writable:
            return self._connect_to_what_cannot_be_written(folder)
        return sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)

    def _connect_to_what_cannot_be_written(self, folder: Path) -> sqlite3.Connection:
        """Return a connection to a file in a folder where SQLite cannot put its own files beside it."""
        if not self.path.is_file():
            raise DossierError(f"The folder {folder} cannot be written. Choose another folder for the dossier.")
        self.read_only = True
        wal = self.path.with_name(f"{self.path.name}-wal")
        waiting = wal.exists() and wal.stat().st_size > 0  # not everything is in the file itself yet
        if waiting or self._version() < schema.VERSION:
            self._copy = tempfile.TemporaryDirectory(prefix="factcheck-")
            with disk_in_words(None):
                for file in (self.path, wal) if waiting else (self.path,):
                    shutil.copyfile(file, Path(self._copy.name) / file.name)
            return sqlite3.connect(Path(self._copy.name) / self.path.name, isolation_level=None)
        return sqlite3.connect(f"{self.path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)

    def _version(self) -> int:
        """Return the version of the file's tables (SQLite's database file format, 1.3: the user version)."""
        with self.path.open("rb") as file:
            file.seek(60)
            return int.from_bytes(file.read(4), "big")

    def _prepare(self) -> None:
        """Make the tables of a new file, or look whether those of an old one are whole and of a version we know."""
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA fullfsync = ON")  # macOS: through the drive's own cache
        version, application = self.value("PRAGMA user_version"), self.value("PRAGMA application_id")
        if version == 0 and not self.value("SELECT count(*) FROM sqlite_master"):
            if self.read_only:
                if self._is_copy:
                    raise self._damaged()
                raise DossierError(f"The dossier in {self.path.parent} is empty. Choose another folder.")
            self._choose_journal()
            with self.transaction():
                if not self.value("SELECT count(*) FROM sqlite_master"):  # nobody else has just made them
                    schema.create(self._connection)
        elif application != schema.APPLICATION:
            raise DossierError(f"{self.path} is not a dossier. Choose another folder.")
        elif version > schema.VERSION:
            raise DossierError("This dossier was made by a newer factcheck. Install the newest version to open it.")
        else:
            self.check(whole=self.path.stat().st_size <= _SMALL)
            if not self.read_only:
                self._choose_journal()
            if version < schema.VERSION:
                self._migrate()
        if self.read_only:
            self._connection.execute("PRAGMA query_only = ON")

    def _migrate(self) -> None:
        """Bring a dossier of an older version up to date, also where it is opened to be read."""
        asked, self.read_only = self.read_only, False
        try:
            with self.transaction():
                schema.migrate(self._connection, self.value("PRAGMA user_version"))
        finally:
            self.read_only = asked

    def _choose_journal(self) -> None:
        """Write ahead, so that others read meanwhile; not on another computer, where SQLite cannot share memory."""
        wanted = "delete" if on_network(self.path.parent) else "wal"
        if self.folder is not None and self.value("PRAGMA journal_mode") != wanted:
            self._connection.execute(f"PRAGMA journal_mode = {wanted}")

    def check(self, *, whole: bool = True) -> None:
        """Raise DossierError if the file is damaged; if not `whole`, its length and what people gave are looked at."""
        with self._said():
            pages, size = self.value("PRAGMA page_count"), self.value("PRAGMA page_size")
            wal = self.path.with_name(f"{self.path.name}-wal")
            cut = self.path.stat().st_size < pages * size and not (wal.exists() and wal.stat().st_size)
            named = self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = [""] if whole else [f"('{name}')" for (name,) in named if name in _GIVEN]
            if cut or any(self.value(f"PRAGMA quick_check{table}") != "ok" for table in tables):
                raise self._damaged()

    def _damaged(self) -> DossierError:
        if self._is_copy:
            return DossierError(f"{self.path} is damaged, or no copy of a dossier. Choose another file.")
        return DossierError(
            f"The dossier in {self.path.parent} is damaged. Restore it from a copy, or save what can be read, reviews "
            f'first, with: factcheck repair "{self.path.parent}"'
        )

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query. Raises DossierError."""
        with self._said():
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query that may be too many to hold; nothing is written meanwhile. Raises DossierError."""
        with self._said():
            yield from self._connection.execute(sql, values)

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Return the first value of the first row, None if there is no row. Raises DossierError."""
        with self._said():
            row = self._connection.execute(sql, values).fetchone()
            return row[0] if row else None

    def write(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Carry out a statement inside a transaction; return the number of the row it added. Raises DossierError."""
        with self._said():
            return self._connection.execute(sql, values).lastrowid or 0

    def write_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Carry out a statement for each row, inside a transaction. Raises DossierError."""
        with self._said():
            self._connection.executemany(sql, rows)

    def copy_into(self, file: Path) -> None:
        """Write the whole into a new file, as it is at one moment. Raises DossierError."""
        with self._said(), closing(sqlite3.connect(file)) as copy:
            self._connection.backup(copy)

    @contextmanager
    def transaction(self, *, lasting: bool = True) -> Iterator[None]:
        """Write all or nothing; if `lasting`, it is on the disk itself when this returns. Raises DossierError.

        What is not lasting survives a killed process, but not a power cut in the next seconds; it can be made again.
        """
        if self.read_only:
            raise DossierError(
                f"The dossier in {self.path.parent} can only be read. Copy it to a folder that can be written, and "
                "open the copy."
            )
        with self._said():
            if not lasting:
                self._connection.execute("PRAGMA synchronous = NORMAL")
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self.rolled_back += 1
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                if not lasting:
                    self._connection.execute("PRAGMA synchronous = FULL")

    def close(self) -> None:
        """Close the file. Closing twice does nothing."""
        with self._said():
            self._connection.close()
        if self._copy:
            self._copy.cleanup()

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Turn SQLite's errors into words."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
            if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}:
                raise self._damaged() from error
            advice = {
                sqlite3.SQLITE_FULL: _FULL,
                sqlite3.SQLITE_BUSY: _WRITING,
                sqlite3.SQLITE_LOCKED: _WRITING,
                sqlite3.SQLITE_READONLY: "The dossier can only be read. Copy it to a folder that can be written.",
                sqlite3.SQLITE_CANTOPEN: f"The dossier in {self.path.parent} cannot be opened. Check its permissions.",
                sqlite3.SQLITE_IOERR: _ANSWERS_NOT.format(self.path.parent),
            }.get(code, f"The dossier in {self.path.parent} cannot be used ({error}). Open it again.")
            raise DossierError(advice) from error
