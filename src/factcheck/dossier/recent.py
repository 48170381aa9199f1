"""Documents read from the store, the latest of them at hand: many findings are about the same articles."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from factcheck.dossier import records
from factcheck.dossier.texts import stored_path
from factcheck.model import Document, Passage

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.dossier.database import Database

TOGETHER = 500  # values in one SQL list
_MOST = 12_000_000  # characters of text at hand; with their passages about five times as many bytes


class Recent:
    """The documents that were asked for lately; none of them is older than what the store has."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[str, Document] = {}
        self._size = 0
        self._state = -1

    def documents(self, ids: Collection[str]) -> dict[str, Document]:
        """Return those of these documents that are there, by id. Raises DossierError."""
        state = self._database.value("PRAGMA data_version")
        if state != self._state:  # another process has written
            self.clear()
            self._state = state
        missing = [id_ for id_ in ids if id_ not in self._kept]
        found = {id_: self._kept[id_] for id_ in ids if id_ in self._kept}
        for start in range(0, len(missing), TOGETHER):
            fresh = self.read(missing[start : start + TOGETHER])
            found |= fresh
            self._size += sum(len(document.text) for document in fresh.values())
            self._kept |= fresh
        while self._size > _MOST:  # the oldest go
            self._size -= len(self._kept.pop(next(iter(self._kept))).text)
        return found

    def clear(self) -> None:
        """Forget all, since the store has changed."""
        self._kept, self._size = {}, 0

    def read(self, ids: Collection[str]) -> dict[str, Document]:
        """Return documents, at most `TOGETHER`, without keeping them at hand. Raises DossierError."""
        rows = self._database.rows(
            f"""SELECT id, path, title, text, language, published, url, passages,
                       coalesce(author, ''), coalesce(outlet, ''), coalesce(origins, '[]'), saved
                FROM documents JOIN contents ON contents.document = id LEFT JOIN known ON known.document = id
                WHERE id IN ({", ".join("?" * len(ids))})""",
            tuple(ids),
        )
        return {
            id_: Document(
                id_,
                stored_path(path),
                title,
                text,
                language,
                date.fromisoformat(published) if published else None,
                url,
                records.read_all(Passage, passages),
                author,
                outlet,
                tuple((field, source) for field, source in json.loads(origins)),
                date.fromisoformat(saved) if saved else None,
            )
            for id_, path, title, text, language, published, url, passages, author, outlet, origins, saved in rows
        }
