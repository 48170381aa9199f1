"""Copies of a dossier in one file: to keep, to send with or without its texts, and to go on with elsewhere."""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factcheck.dossier import anew, records
from factcheck.dossier.database import NAME, Database
from factcheck.dossier.locks import alone
from factcheck.dossier.store import Dossier
from factcheck.dossier.texts import storable_path, stored_path
from factcheck.errors import DossierError
from factcheck.language.folding import fold
from factcheck.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Span


def save_copy(dossier: Dossier, file: Path, *, texts: bool = True) -> None:
    """Write a whole dossier into one file, also while others write it; what was there is replaced at the very end.

    Without `texts` the articles' words are left out but for their titles and the figures of findings, and paths are
    reduced to file names: claims, findings and reviews can be looked at, sent back and merged all the same.
    Raises DossierError.
    """
    if file.name == NAME and file.exists():
        raise DossierError(f"{file} is a dossier, which a copy would replace. Choose another name.")
    beside = file.with_name(f".factcheck-{uuid.uuid4().hex[:8]}")
    # What others may look into never holds the texts, not even for a moment.
    home = dossier.file.parent
    made = beside if texts or not os.access(home, os.W_OK) else home / f"{beside.name}.passing"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.touch(exist_ok=False)  # so that it is told where nothing can be written
        dossier.copy_into(made)
        with closing(sqlite3.connect(made, isolation_level=None)) as copy:
            copy.execute("PRAGMA secure_delete = ON")
            copy.execute("PRAGMA foreign_keys = ON")
            copy.execute("BEGIN")
            copy.execute("DELETE FROM files")  # of this computer only
            for table in anew.NOT_IN_FORCE:  # which quote the articles too
                copy.execute(f"DROP TABLE IF EXISTS {table}")
            if not texts:
                _without_texts(copy)
            copy.execute("COMMIT")
            copy.execute("VACUUM")
            copy.execute("PRAGMA journal_mode = DELETE")
        if made != beside:
            shutil.copyfile(made, beside)
        _write_through(beside)
        beside.replace(file)
    except (OSError, sqlite3.Error) as error:
        raise DossierError(
            f"The copy {file} cannot be written ({_reason(error)}). Choose another place, with enough space."
        ) from error
    finally:
        for passing in (made, beside):
            with suppress(OSError):
                passing.unlink(missing_ok=True)


def restore(file: Path, folder: Path) -> Path | None:
    """Make the dossier of a folder out of a copy; return where the one that was there is kept, None if there was none.

    The copy is looked at whole before anything is changed, and nobody else may be at the dossier. Raises DossierError.
    """
    if not os.path.isfile(file):  # noqa: PTH113 - a Path raises where the disk does not answer
        raise DossierError(f"There is no copy {file}. Choose another file.")
    with closing(Database(file, read_only=True)) as copy:
        copy.check()
        target = folder / NAME
        beside = target.with_name(f".{NAME}.{uuid.uuid4().hex[:8]}")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with alone(folder):
                beside.touch(exist_ok=False)  # so that it is told where nothing can be written
                copy.copy_into(beside)
                _write_through(beside)
                before = set_aside(folder, "before") if target.exists() else None
                beside.replace(target)
                shutil.rmtree(folder / "index", ignore_errors=True)  # which is of other articles
        except OSError as error:
            raise DossierError(
                f"The copy cannot be put into {folder} ({_reason(error)}). Choose another folder."
            ) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    return before


@contextmanager
def opened(place: Path) -> Iterator[Dossier]:
    """Open a dossier's folder, or a copy in one file, to look at; it is not changed. Raises DossierError."""
    if not os.path.exists(place):  # noqa: PTH110 - see above
        raise DossierError(f"There is no dossier or copy {place}. Choose another one.")
    with Dossier(place, read_only=True) as dossier:
        yield dossier


def set_aside(folder: Path, why: str) -> Path:
    """Keep the file of a folder's dossier under a new name beside it, and return that. Raises OSError.

    It stays under its own name too, where the disk can do so, until another one replaces it.
    """
    file, stem = folder / NAME, PurePath(NAME).stem
    named = f"{stem} {why} {datetime.now().astimezone():%Y-%m-%d %H.%M.%S} {uuid.uuid4().hex[:4]}.sqlite3"
    kept = folder / named
    with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what waits beside the file belongs into it
    for ending in ("-wal", "-shm"):  # where that cannot be done, as of a damaged one, it goes with it
        companion = folder / f"{NAME}{ending}"
        if companion.exists():
            companion.replace(kept.with_name(f"{named}{ending}"))
    try:
        os.link(file, kept)
    except OSError:
        file.replace(kept)
    return kept


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _write_through(file: Path) -> None:
    """Have a file on the disk itself. Raises OSError."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _without_texts(copy: sqlite3.Connection) -> None:
    """Blank out all words of the articles but their titles and the figures of findings; positions stay."""
    for id_, path in copy.execute("SELECT id, path FROM documents").fetchall():
        name = PurePath(stored_path(path).replace("\\", "/")).name
        copy.execute(
            "UPDATE documents SET path = ?, file = ? WHERE id = ?", (storable_path(name), storable_path(name), id_)
        )
        (text,) = copy.execute("SELECT text FROM contents WHERE document = ?", (id_,)).fetchone()
        copy.execute("UPDATE contents SET text = ? WHERE document = ?", (blank(text, _figures(copy, id_)), id_))
    for number, finding in records.findings(copy):
        copy.execute("UPDATE finding_records SET search = ? WHERE number = ?", (fold(finding.explanation), number))
    copy.execute("UPDATE reviewed SET a_sentence = '', b_sentence = ''")
    for table in ("marks", "holders", "gone", "learned", "skipped", "pending", "settings"):  # which tell folders too
        copy.execute(f"DELETE FROM {table}")


def _figures(copy: sqlite3.Connection, document: str) -> Iterator[Span]:
    """Yield where the figures of findings stand in a document."""
    rows = copy.execute(
        "SELECT record FROM findings JOIN finding_records USING (number) WHERE a = ? OR b = ?", (document,) * 2
    )
    for (record,) in rows:
        match = records.read(Finding, record).match
        yield from (claim.span for claim in (match.a, match.b) if claim.document == document)


def blank(text: str, shown: Iterable[Span]) -> str:
    """Return a text of the same length with only what stands in the spans; line ends stay too."""
    letters = ["\n" if letter == "\n" else " " for letter in text]
    for span in shown:
        letters[span.start : span.end] = text[span.start : span.end]
    return "".join(letters)
