"""Settings that belong to a dossier, not to a computer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.dossier.database import Database


class Settings:
    """Settings that belong to a dossier: names with values that JSON knows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str, default: Any = None) -> Any:
        """Return a setting, or the default where it was never set. Raises DossierError."""
        value = self._database.value("SELECT value FROM settings WHERE name = ?", (name,))
        return default if value is None else json.loads(value)

    def set(self, name: str, value: Any) -> None:
        """Keep a setting. Raises DossierError."""
        with self._database.transaction(lasting=False):
            text = json.dumps(value, ensure_ascii=False)
            self._database.write("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, text))
