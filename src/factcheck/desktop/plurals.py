"""English plurals: "%n figure(s)" is written once, and read as "1 figure" or "2 figures"."""

from __future__ import annotations

from PySide6.QtCore import QTranslator


class EnglishPlurals(QTranslator):
    """Qt asks it for every text; only those with a number and "(s)" are changed."""

    def isEmpty(self) -> bool:
        """Return False: there is something to translate."""
        return False

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:
        """Return the text with its plural endings, or nothing for Qt to take the text as it is."""
        del context, comment
        return source.replace("(s)", "" if n == 1 else "s") if n >= 0 else None
