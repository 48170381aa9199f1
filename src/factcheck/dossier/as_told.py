"""Articles as people tell of them: what a person says of one stands in place of what was read, which is kept beside it.

Everything else in the dossier knows only the article as told. Its figures are read by what is known of it: where that
changes, it waits to have them read again from its text (`files.Files.stale`).
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.dossier import records
from factcheck.dossier.texts import storable
from factcheck.dossier.waiting import wait
from factcheck.model import Document, Passage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.dossier.database import Database

NAMES = ("title", "author", "outlet", "published", "url", "language")  # of facts, in the order in which they are shown
PERSON = "person"  # the origin of what somebody says


def tell(read: Document, told: Mapping[str, str]) -> Document:
    """Return an article as a person tells of it; `told` holds a value for each fact, "" for one that it has not."""
    if not told:
        return read
    changes: dict[str, object] = {name: told[name] for name in ("title", "author", "outlet") if name in told}
    if "published" in told:
        changes["published"] = date.fromisoformat(told["published"]) if told["published"] else None
    if "url" in told:
        changes["url"] = told["url"] or None
    if "language" in told:
        tag = told["language"]
        changes["language"] = tag
        changes["passages"] = tuple(Passage(one.span, one.kind, tag) for one in read.passages)
    others = [pair for pair in read.origins if pair[0] not in told]
    return replace(read, **changes, origins=tuple(sorted([*others, *((name, PERSON) for name in told)])))  # type: ignore[arg-type]


def put(database: Database, read: Document, made: Document) -> None:
    """Keep what was read just now of an article, and what is known of it with what people tell.

    Inside a transaction; its row is there.
    """
    _keep_known(database, made)
    if made is read:
        database.write("DELETE FROM as_read WHERE document = ?", (read.id,))
    else:
        _keep(database, read)


def settle(database: Database, document: str, told: Mapping[str, str]) -> None:
    """Let an article be what is told of it now, inside a transaction; nothing happens if it is not kept."""
    read = as_read(database, document) or _current(database, document)
    if read is None:
        return
    made = tell(read, told)
    database.write(
        "UPDATE documents SET title = ?, language = ?, published = ?, url = ? WHERE id = ?", (*head(made), document)
    )
    database.write(
        "UPDATE contents SET passages = ? WHERE document = ?", (records.write_all(Passage, made.passages), document)
    )
    _keep_known(database, made)
    _keep(database, read)
    wait(database, document)


def renewed(database: Database, document: str, told: Mapping[str, str]) -> None:
    """Note that the figures of an article were read by what is told of it; inside a transaction."""
    if told:
        database.write("UPDATE as_read SET stale = 0 WHERE document = ?", (document,))
    else:
        database.write("DELETE FROM as_read WHERE document = ?", (document,))


def as_read(database: Database, document: str) -> Document | None:
    """Return an article as it was read, without its text and its path; None where nobody tells otherwise."""
    record = database.value("SELECT record FROM as_read WHERE document = ?", (document,))
    return records.read(Document, record) if record else None


def head(document: Document) -> tuple[str, str, str | None, str | None]:
    """Return title, language, day and address as the table of documents holds them."""
    return (
        storable(document.title),
        document.language,
        document.published.isoformat() if document.published else None,
        storable(document.url) if document.url else None,
    )


def known(document: Document) -> tuple[str, str, str]:
    """Return author, outlet and origins as the table of what is known holds them."""
    return storable(document.author), storable(document.outlet), json.dumps(document.origins)


def _keep_known(database: Database, document: Document) -> None:
    saved = document.saved and document.saved.isoformat()
    database.write(
        "INSERT OR REPLACE INTO known (document, author, outlet, origins, saved) VALUES (?, ?, ?, ?, ?)",
        (document.id, *known(document), saved),
    )


def _keep(database: Database, read: Document) -> None:
    record = storable(records.write(replace(read, path="", text="")))
    database.write("INSERT OR REPLACE INTO as_read VALUES (?, ?, 1)", (read.id, record))


def _current(database: Database, document: str) -> Document | None:
    """Return an article as it stands, without its path and text."""
    rows = database.rows(
        """SELECT title, language, published, url, passages, coalesce(author, ''), coalesce(outlet, ''),
                  coalesce(origins, '[]'), saved
           FROM documents JOIN contents ON contents.document = id LEFT JOIN known ON known.document = id
           WHERE id = ?""",
        (document,),
    )
    if not rows:
        return None
    title, language, published, url, passages, author, outlet, origins, saved = rows[0]
    return Document(
        document, "", title, "", language, published and date.fromisoformat(published), url,
        records.read_all(Passage, passages), author, outlet,
        tuple((name, source) for name, source in json.loads(origins)), saved and date.fromisoformat(saved),
    )  # fmt: skip
