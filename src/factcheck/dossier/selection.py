"""Which findings to show."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.dossier.schema import RANK
from factcheck.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.dossier.database import Database
    from factcheck.model import Relation, Verdict


class Order(StrEnum):
    """By what findings are listed; the gravest and surest first where it leaves them equal."""

    BEST = "relation, score DESC"
    RELATION = "relation"
    SCORE = "score"
    GAP = "gap"
    LANGUAGES = "a_language, b_language"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Selection:
    """Restrictions on findings; an empty one does not restrict.

    `languages`: with one, either side is in it; with several, both sides are in one of them. `document`: either side
    is of it. `text`: every word stands, folded, in the explanation, a title or a quoted sentence. `order` restricts
    nothing. `numbers`: these alone, in order; `searched` finds them for the words of a text, so that paging need not
    look again. `leads`: of each case only the finding that leads it, where any of its findings is selected; of verdicts
    that of the lead counts. `together`: the findings of a case stand together, where the one that leads it stands.
    """

    relations: frozenset[Relation] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()
    languages: frozenset[str] = frozenset()
    document: str | None = None
    text: str = ""
    order: Order = Order.BEST
    descending: bool = False
    numbers: tuple[int, ...] | None = None
    leads: bool = False
    together: bool = False

    @property
    def restricts(self) -> bool:
        """Return whether any finding is left out."""
        return bool(self.relations or self.verdicts or self.languages or self.document or self.text)

    def page(self, offset: int, limit: int | None) -> Selection:
        """Return the selection with no more than the numbers of a page, where it has numbers."""
        if self.numbers is None:
            return self
        return replace(self, numbers=self.numbers[offset : None if limit is None else offset + limit])

    def ordering(self) -> str:
        """Return the SQL that orders the findings, which it calls `page`."""
        first = [] if self.order is Order.BEST else self.order.split(", ")
        rest = [term for term in ("relation", "score DESC", "id") if term.split()[0] not in first]
        terms = [*((f"{column} DESC" for column in first) if self.descending else first), *rest]
        ordered = [f"page.{term}" for term in terms]
        if self.together:
            ordered = [*map(_of_lead, terms), "page.under != ''", *ordered]
        return f"ORDER BY {', '.join(ordered)}"

    def conditions(self, found: Sequence[int] | None = None) -> tuple[str, list[object]]:
        """Return the SQL condition on findings, and its values; `found` are the numbers of those with all words."""
        if self.numbers is not None:
            return "number IN (SELECT value FROM json_each(?))", [json.dumps(self.numbers)]
        parts: list[str] = []
        values: list[object] = []
        for column, wanted in (
            ("relation", sorted(RANK[relation] for relation in self.relations)),
            ("verdict", sorted(verdict.value for verdict in self.verdicts)),
        ):
            if wanted:
                parts.append(_among(column, wanted))
                values += wanted
        pair, of_pair = self._conditions_of_pair(found)
        if self.leads:
            parts.append("under = ''")
            if pair:
                parts.append(f"({pair} OR id IN (SELECT under FROM findings WHERE under != '' AND {pair}))")
                values += of_pair * 2
        elif pair:
            parts.append(pair)
            values += of_pair
        return " AND ".join(parts) or "1", values

    def _conditions_of_pair(self, found: Sequence[int] | None) -> tuple[str, list[object]]:
        """Return the SQL condition on the two sides of a finding, empty without one, and its values."""
        parts: list[str] = []
        values: list[object] = []
        if self.languages:
            both = " OR " if len(self.languages) == 1 else " AND "
            parts.append(f"({both.join(_among(side, self.languages) for side in ('a_language', 'b_language'))})")
            values += sorted(self.languages) * 2
        if self.document is not None:
            parts.append("(a = ? OR b = ?)")
            values += (self.document, self.document)
        if found is not None:
            parts.append("number IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(found))
        elif words := fold(self.text).split():
            parts.append(f"number IN ({_with_words(words)})")
            values += words
        return " AND ".join(parts), values


def _of_lead(term: str) -> str:
    """Return a term of an order as it is of the finding that leads the case."""
    column, *way = term.split()
    of_other = f"SELECT lead.{column} FROM findings AS lead WHERE lead.id = page.under"
    return " ".join([f"iif(page.under = '', page.{column}, ({of_other}))", *way])


def _among(column: str, wanted: Collection[object]) -> str:
    return f"{column} IN ({', '.join('?' * len(wanted))})"


def _with_words(words: Collection[str]) -> str:
    return f"SELECT number FROM finding_records WHERE {' AND '.join(['instr(search, ?)'] * len(words))}"


def searched(database: Database, selection: Selection) -> Selection:
    """Return the selection with its words and its order looked up once, for a list that is paged through."""
    words = fold(selection.text).split()
    if not words and not selection.together:
        return selection
    found = [number for (number,) in database.rows(_with_words(words), words)] if words else None
    where, values = selection.conditions(found)
    order = selection.ordering()
    rows = [] if found == [] else database.rows(f"SELECT number FROM findings AS page WHERE {where} {order}", values)
    return replace(selection, numbers=tuple(number for (number,) in rows))
