"""A segment of a Whoosh index, read block by block.

Whoosh's own matchers step from document to document, at some microseconds a step. Reading whole blocks of postings
gives the exact number of articles found, not only the first page, in the same time. Only internals of Whoosh's third
codec are used; the storage format is Whoosh's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from whoosh.reading import TermNotFound

from factcheck.model import article_key
from factcheck.search.distance import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_WALKED = 10_000  # terms of the dictionary looked at for one prefix
_MOST_EXPANDED = 2_000  # terms that one prefix may stand for; the most frequent are taken
_MOST_SHORT = 200  # the same for a prefix of one or two letters
_MOST_FUZZY = 200
_LONGEST_FUZZY = 40  # letters; longer words are searched for as they are


class Segment:
    """The articles of one segment, by number from 0."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader

    @cached_property
    def alive(self) -> frozenset[int]:
        """Return the numbers of the articles that are not deleted."""
        return frozenset(range(self.reader.doc_count_all())) - frozenset(self.reader.deleted_docs_set)

    @cached_property
    def lengths(self) -> Sequence[float]:
        """Return how many words each article has."""
        return [float(self.reader.doc_field_length(n, "text")) for n in range(self.reader.doc_count_all())]

    @property
    def words(self) -> float:
        """Return how many words all articles have together."""
        return float(self.reader.field_length("text"))

    def frequency(self, term: str, field: str = "text") -> int:
        """Return how many articles have a term in their text."""
        return int(self.reader.doc_frequency(field, term.encode()))

    def postings(self, field: str, term: str) -> Iterator[tuple[int, float]]:
        """Yield the articles with a term, ascending, and its weight in each (how often it stands there, or more)."""
        for block in self._blocks(field, term):
            block._read_weights()  # noqa: SLF001
            yield from zip(block._ids, block._weights, strict=True)  # noqa: SLF001

    def places(self, field: str, term: str, among: set[int] | None) -> dict[int, list[int]]:
        """Return where a term stands in each article (of `among`, if given)."""
        found: dict[int, list[int]] = {}
        for block in self._blocks(field, term):
            ids = block._ids  # noqa: SLF001
            if among is not None and among.isdisjoint(ids):
                continue
            block._read_values()  # noqa: SLF001
            for number, value in zip(ids, block._values, strict=True):  # noqa: SLF001
                if among is None or number in among:
                    found[number] = block.format.decode_positions(value)
        return found

    def articles(self, field: str, term: str) -> set[int]:
        """Return the articles with a term."""
        found: set[int] = set()
        for block in self._blocks(field, term):
            found.update(block._ids)  # noqa: SLF001
        return found

    def _blocks(self, field: str, term: str) -> Iterator[Any]:
        schema_field = self.reader.schema[field]
        try:
            matcher = self.reader._terms.matcher(field, term.encode(), schema_field.format)  # noqa: SLF001
        except TermNotFound:
            return
        while matcher.is_active():
            matcher._read_ids()  # noqa: SLF001
            yield matcher
            matcher._next_block()  # noqa: SLF001

    def beginning_with(self, field: str, start: str) -> tuple[list[str], bool]:
        """Return the terms that begin with `start`, and whether some were left out.

        The dictionary is walked once; where there are too many terms, the most frequent are taken.
        """
        prefix, most = start.encode(), _MOST_EXPANDED if len(start) > 2 else _MOST_SHORT
        found: list[tuple[int, bytes]] = []
        for (name, term), info in self.reader.iter_from(field, prefix):
            if name != field or not term.startswith(prefix):
                break
            found.append((info.doc_frequency(), term))
            if len(found) >= _MOST_WALKED:
                break
        capped = len(found) > most or len(found) >= _MOST_WALKED
        return [term.decode() for _, term in (nlargest(most, found) if capped else found)], capped

    def between(self, field: str, first: str, last: str) -> Iterator[str]:
        """Yield the terms from `first` to `last`, both included."""
        end = last.encode()
        for name, term in self.reader.terms_from(field, first.encode()):
            if name != field or term > end:
                break
            yield term.decode()

    @cached_property
    def _dictionary(self) -> str:
        """Return all terms of the text, each between two line feeds."""
        return "\n" + "\n".join(self.between("text", "", "\U0010ffff")) + "\n"

    def similar(self, term: str, distance: int) -> tuple[list[str], bool]:
        """Return the terms of the text that differ in at most `distance` letters, and whether some were left out.

        A word cut into one piece more than there are differences keeps at least one piece whole: only terms that have
        one near its place are looked at (Wu and Manber 1992).
        """
        if len(term) > _LONGEST_FUZZY:
            return [term], False
        words, found = self._dictionary, set()
        cuts = [len(term) * i // (distance + 1) for i in range(distance + 2)]
        for first, last in pairwise(cuts):
            at = -1
            while (at := words.find(term[first:last], at + 1)) >= 0:
                start = words.rfind("\n", max(0, at - first - distance - 1), at) + 1
                if not start or abs(at - start - first) > distance:
                    continue
                end = words.find("\n", at)
                if abs(end - start - len(term)) <= distance:
                    found.add(words[start:end])
        near = sorted(one for one in found if within(one, term, distance))
        return (nlargest(_MOST_FUZZY, near, key=self.frequency), True) if len(near) > _MOST_FUZZY else (near, False)

    def of_form(self, pattern: str) -> tuple[list[str], bool]:
        """Return the terms of the text that a regular expression matches whole, and whether some were left out."""
        within_line = pattern.replace(".", "[^\n]").replace("\\[^\n]", "\\.")
        found = re.findall(f"(?<=\n){within_line}(?=\n)", self._dictionary)
        capped = len(found) > _MOST_EXPANDED
        return (nlargest(_MOST_EXPANDED, found, key=self.frequency) if capped else found), capped

    def starting_with(self, start: str) -> list[tuple[str, int]]:
        """Return the terms of the text that begin with a letter or more, with how many articles have each."""
        lines = re.findall(f"(?<=\n){re.escape(start)}[^\n]*", self._dictionary)
        return [(line, self.frequency(line)) for line in lines]

    @cached_property
    def keys(self) -> Sequence[int]:
        """Return the key of each article (`model.article_key`)."""
        return [article_key(self.document(n)) for n in range(self.reader.doc_count_all())]

    @cached_property
    def days(self) -> Sequence[int]:
        """Return the day of each article as a number (20231120), 0 where it is not known."""
        column = self.reader.column_reader("published")
        return [int(column[n] or 0) for n in range(self.reader.doc_count_all())]

    @cached_property
    def traits(self) -> Sequence[tuple[tuple[str, ...], ...]]:
        """Return what facets count of each article, in the order of `engine.FACETS`."""
        column = self.reader.column_reader("traits")
        return [
            tuple(tuple(filter(None, part.split("\x1e"))) for part in str(column[n]).split("\x1f"))
            for n in range(self.reader.doc_count_all())
        ]

    def document(self, number: int) -> str:
        """Return the id of an article's document."""
        return str(self._documents[number])

    @cached_property
    def _documents(self) -> Any:
        return self.reader.column_reader("document")

    def number(self, document: str) -> int | None:
        """Return the number of the article that has a document id, None if there is none."""
        return next(iter(self.articles("document", document) & self.alive), None)

    def read_through(self) -> None:
        """Read every block once; whatever is damaged raises an error of whichever kind."""
        for (field, term), _ in self.reader:
            for block in self._blocks(field, term.decode()):
                block._read_weights()  # noqa: SLF001
                block._read_values()  # noqa: SLF001
        for number in self.alive:
            self.document(number)


def follows(places: list[int], others: list[int], between: int) -> list[int]:
    """Return those of `others` that come after one of `places` with at most `between` in between; both ascending."""
    if between == 0:
        wanted = {place + 1 for place in places}
        return [other for other in others if other in wanted]
    kept = []
    for other in others:
        at = bisect_left(places, other) - 1
        if at >= 0 and other - places[at] <= between + 1:
            kept.append(other)
    return kept
