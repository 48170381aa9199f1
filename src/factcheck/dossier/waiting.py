"""Articles that the steps after reading have not taken in yet, or not let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.dossier.database import Database

STEPS = ("matching", "indexing")


def wait(database: Database, document: str) -> None:
    """Note that the steps after reading have an article to take in, or to let go; inside a transaction."""
    database.write_many("INSERT OR IGNORE INTO pending VALUES (?, ?)", [(step, document) for step in STEPS])
