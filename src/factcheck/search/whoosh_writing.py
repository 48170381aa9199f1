"""How articles get into a Whoosh index: the postings of a batch are collected by term, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.writing import SegmentWriter

from factcheck.search.engine import TITLE
from factcheck.search.whoosh_storage import Codec, encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.search.engine import Entry


class PostingsByTerm:
    """The postings of a batch by field and term: number, weight and places of each article, one after the other."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, list[Any]]] = {}

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """Add a posting of a segment that is merged: field, term, article, weight, positions; articles ascending."""
        field, term, *rest = posting
        self.of(field).setdefault(term.decode(), []).extend(rest)

    def of(self, field: str) -> dict[str, list[Any]]:
        """Return the postings of a field by term, to be added to."""
        return self._found.setdefault(field, {})

    def iter_postings(self) -> Iterator[tuple[str, Iterator[tuple[str, list[Any]]]]]:
        """Yield each field with its terms in order, and their postings."""
        for field, terms in sorted(self._found.items()):
            yield field, ((term, terms[term]) for term in sorted(terms))

    def cleanup(self) -> None:
        """Forget everything."""
        self._found.clear()


class Writer(SegmentWriter):
    """A writer of Whoosh's that takes articles as they were analysed. Raises Whoosh's LockError, and OSError."""

    pool: PostingsByTerm  # type: ignore[assignment]  # in place of Whoosh's sorted pool of single postings

    def __init__(self, index: Any, patience: float) -> None:
        """Lock an index; wait so many seconds while another process writes."""
        super().__init__(index, codec=Codec(), compound=False, timeout=patience)  # type: ignore[no-untyped-call]
        self.pool = PostingsByTerm()

    def add(self, one: Entry) -> None:
        """Add an article."""
        articles, number = self.perdocwriter, self.docnum
        articles.start_doc(number)
        for name, title, text in (
            ("text", one.title.terms(), one.text.terms()),
            ("written", one.title.written(), one.text.written()),
        ):
            words = _add_words(self.pool.of(name), number, title, text)
            articles.add_field(name, self.schema[name], None, words)
        _add_words(self.pool.of("source"), number, {}, one.source.terms())
        _add_words(self.pool.of("file"), number, {}, one.file.terms())
        exact = {"document": one.document, "language": one.language}
        if one.day:
            exact["published"] = str(one.day)
        for name, value in exact.items():
            _add_terms(self.pool.of(name), number, (value,))
        _add_terms(self.pool.of("sounds"), number, one.sounds)
        for name, value in (exact | {"traits": "\x1f".join("\x1e".join(values) for values in one.traits)}).items():
            field = self.schema[name]
            if field.column_type:
                articles.add_column_value(name, field.column_type, field.to_column_value(value))
        articles.finish_doc()
        self.docnum += 1
        self._added = True


def _add_words(
    found: dict[str, list[Any]], number: int, title: Mapping[str, list[int]], text: Mapping[str, list[int]]
) -> int:
    """Add an article's terms with their places, those of the title first; return how many places there are."""
    for term, places in text.items():
        if above := title.get(term):
            posting = number, float(len(places) + len(above) * TITLE), encode([*above, *places])
        elif len(places) == 1:  # as most are
            posting = number, 1.0, places[0].to_bytes(4, "little")
        else:
            posting = number, float(len(places)), encode(places)
        if term in found:
            found[term] += posting
        else:
            found[term] = [*posting]
    for term, places in title.items():
        if term not in text:
            found.setdefault(term, []).extend((number, float(len(places) * TITLE), encode(places)))
    return sum(map(len, text.values())) + sum(map(len, title.values()))


def _add_terms(found: dict[str, list[Any]], number: int, terms: Iterable[str]) -> None:
    for term in terms:
        if term in found:
            found[term] += (number, 1.0, b"")
        else:
            found[term] = [number, 1.0, b""]
