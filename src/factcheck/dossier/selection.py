"""Which findings to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.dossier.schema import RANK
from factcheck.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.model import Relation, Verdict


@dataclass(frozen=True, slots=True)
class Selection:
    """Restrictions on findings; an empty one does not restrict.

    `languages`: with one, either side is in it; with several, both sides are in one of them. `document`: either side
    is of it. `text`: every word stands, folded, in the explanation, a title or a quoted sentence.
    """

    relations: frozenset[Relation] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()
    languages: frozenset[str] = frozenset()
    document: str | None = None
    text: str = ""

    def conditions(self) -> tuple[str, str, list[object]]:
        """Return the SQL tables to select from, the condition, and its values."""
        parts: list[str] = []
        values: list[object] = []

        def among(column: str, wanted: Collection[object]) -> str:
            values.extend(wanted)
            return f"{column} IN ({', '.join('?' * len(wanted))})"

        if self.relations:
            parts.append(among("relation", sorted(RANK[relation] for relation in self.relations)))
        if self.verdicts:
            parts.append(among("verdict", sorted(verdict.value for verdict in self.verdicts)))
        if self.languages:
            both = " OR " if len(self.languages) == 1 else " AND "
            sides = (among("a_language", sorted(self.languages)), among("b_language", sorted(self.languages)))
            parts.append(f"({both.join(sides)})")
        if self.document is not None:
            parts.append("(a = ? OR b = ?)")
            values.extend((self.document, self.document))
        words = fold(self.text).split()
        parts.extend(["instr(search, ?)"] * len(words))
        values.extend(words)
        source = "findings JOIN finding_records USING (number)" if words else "findings"
        return source, " AND ".join(parts) or "1", values
