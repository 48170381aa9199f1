"""The index of a large collection in a folder, kept by tantivy.

Terms come ready made (`analysis`), with several at one place, just as Whoosh gets them. One writer at a time; a commit
a batch; what is committed survives a killed process.
"""

from __future__ import annotations

from contextlib import suppress
from heapq import nsmallest
from itertools import chain, islice
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

import tantivy
from tantivy import Query

from factcheck.errors import DossierError
from factcheck.model import FigureFilter
from factcheck.search import tree as nodes
from factcheck.search.engine import FACETS, NAME, Found, entry
from factcheck.search.tantivy_query import Queries
from factcheck.search.tantivy_records import record_of, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence, Sized
    from pathlib import Path

    from factcheck.model import Claim, Document

_FORMAT = b"factcheck tantivy 3"  # changes with every change of analysis or fields
_BATCH = 10_000  # documents, with one commit each
_FEW = 200  # up to so many documents a small buffer will do
_HEAP, _SMALL_HEAP = 60_000_000, 15_000_000  # bytes
_PATIENCE = 10.0  # seconds to wait while another process writes
_MOST_VALUES = 1_000  # of a facet
_MOST_COUNTED = 20_000  # articles that facets look at where the dossier named them


class TantivyIndex:
    """An index of articles in a folder; see `engine.Engine`."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mark = folder / "format"
        self._meta = folder / "meta.json"
        self._seen: tuple[int, int] | None = None
        self._keys: frozenset[int] | None = None  # of all articles, where they were asked for
        try:
            self._index = self._open()
        except OSError as error:
            raise DossierError(f"The search index in {folder} cannot be opened: {error.strerror or error}.") from error
        self._schema = self._index.schema
        self._queries = Queries(self._schema)

    def _open(self) -> tantivy.Index:
        if self._mark.is_file() and self._mark.read_bytes() == _FORMAT:
            with suppress(Exception):  # whatever is wrong in the files: the index is derived and made anew
                index = tantivy.Index(schema(), path=str(self._folder), reuse=True)
                index.config_reader(reload_policy="manual")
                index.reload()
                index.searcher()
                return index
        return self._make()

    def _make(self) -> tantivy.Index:
        """Return an empty index: in the folder, or in memory where the folder cannot be written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for path in self._folder.iterdir():
                if path.is_file():
                    path.unlink()
            index = tantivy.Index(schema(), path=str(self._folder), reuse=False)
            self._mark.write_bytes(_FORMAT)
        except OSError:
            index = tantivy.Index(schema())
        index.config_reader(reload_policy="manual")
        return index

    def _writer(self, documents: int) -> Any:
        until = monotonic() + _PATIENCE
        while True:
            try:
                return self._index.writer(_SMALL_HEAP if documents <= _FEW else _HEAP, 1)
            except ValueError as error:
                if "lock" not in str(error).lower():
                    raise DossierError(f"The search index cannot be written: {error}.") from error
                if monotonic() > until:
                    message = "Another factcheck is writing the search index. Wait until it is done."
                    raise DossierError(message) from error
                sleep(0.05)

    def add(self, documents: Iterable[Document], claims: Callable[[str], Iterable[Claim]]) -> None:
        """Index documents, replacing those with the same id. Raises DossierError."""
        rest = iter(documents)
        while first := list(islice(rest, _FEW + 1)):
            writer = self._writer(len(first))
            known, written = bool(self.documents()), set()
            try:
                for document in chain(first, islice(rest, _BATCH - len(first))):
                    if known or document.id in written:
                        writer.delete_documents_by_term("document", document.id)
                    writer.add_document(record_of(entry(document, claims(document.id))))
                    written.add(document.id)
            except BaseException:
                writer.rollback()
                raise
            self._commit(writer, wait=len(written) > _FEW)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget documents. Raises DossierError."""
        ids = list(ids)
        if ids:
            writer = self._writer(0)
            for document in ids:
                writer.delete_documents_by_term("document", document)
            self._commit(writer)

    def _commit(self, writer: Any, *, wait: bool = True) -> None:
        try:
            writer.commit()
            if wait:
                writer.wait_merging_threads()
        except (OSError, ValueError) as error:
            raise DossierError(
                f"The search index cannot be written: {error}. Free some space and try again."
            ) from error
        self._index.reload()

    def find(self, tree: nodes.Node, limit: int, offset: int) -> Found:
        """Return a page of what a query finds, best first."""
        searcher = self._searcher()
        if _holds_articles(tree):
            return self._find_among(tree, searcher, limit, offset)
        result = searcher.search(self._queries.of(tree), max(1, limit), count=True, offset=offset)
        page = [(str(searcher.doc(at)["document"][0]), float(score)) for score, at in result.hits[:limit]]
        total = int(result.count or 0)  # type: ignore[attr-defined]  # missing in the stubs
        return Found(total, tuple(page))

    def _find_among(self, tree: nodes.Node, searcher: tantivy.Searcher, limit: int, offset: int) -> Found:
        """Find where the dossier named articles: its sets are put together with tantivy's here."""
        if isinstance(tree, nodes.Articles):  # nothing is weighed
            keys = tree.keys & self._everything(searcher)
            page = [(0.0, key) for key in nsmallest(offset + limit, keys)[offset:]]
            scores: Sized = keys
        else:
            scored = self._scores(tree, searcher)
            page = nsmallest(offset + limit, ((-score, key) for key, score in scored.items()))[offset:]
            scores = scored
        found = []
        for score, key in page:
            hits = searcher.search(Query.term_query(self._schema, "key", key), 1, count=False).hits
            found += [(str(searcher.doc(at)["document"][0]), -score) for _, at in hits]
        return Found(len(scores), tuple(found))

    def _scores(self, node: nodes.Node, searcher: tantivy.Searcher) -> dict[int, float]:
        """Return what a query finds, by key."""
        if not _holds_articles(node):
            return self._all_found(self._queries.of(node), searcher)
        match node:
            case nodes.Articles(keys=keys):
                return dict.fromkeys(keys & self._everything(searcher), 0.0)
            case nodes.And(parts=parts):
                return self._scores_of_all(parts, searcher)
            case nodes.Or(parts=parts):
                made: dict[int, float] = {}
                for part in parts:
                    for key, score in self._scores(part, searcher).items():
                        made[key] = made.get(key, 0.0) + score
                return made
            case nodes.Not(part=part):
                return dict.fromkeys(self._everything(searcher) - self._scores(part, searcher).keys(), 0.0)
        raise AssertionError("only AND, OR and NOT hold other parts")

    def _scores_of_all(self, parts: Sequence[nodes.Node], searcher: tantivy.Searcher) -> dict[int, float]:
        keys: frozenset[int] | None = None
        words = [part for part in parts if not _holds_articles(part)]
        for part in parts:
            if isinstance(part, nodes.Articles):
                keys = part.keys if keys is None else keys & part.keys
        made = (
            self._all_found(self._queries.of_all(words), searcher)
            if words
            else dict.fromkeys(self._everything(searcher), 0.0)
        )
        if keys is not None:
            made = {key: made[key] for key in made.keys() & keys}
        for part in parts:
            if isinstance(part, nodes.Not) and _holds_articles(part):
                unwanted = self._scores(part.part, searcher)
                made = {key: score for key, score in made.items() if key not in unwanted}
            elif _holds_articles(part) and not isinstance(part, nodes.Articles):
                others = self._scores(part, searcher)
                made = {key: made[key] + others[key] for key in made.keys() & others.keys()}
        return made

    def _all_found(self, query: Query, searcher: tantivy.Searcher) -> dict[int, float]:
        hits = searcher.search(query, max(1, int(searcher.num_docs)), count=False).hits
        keys = searcher.fast_field_values("key", [at for _, at in hits])
        return dict(zip(keys, (float(score) for score, _ in hits), strict=True))  # type: ignore[arg-type]

    def _everything(self, searcher: tantivy.Searcher) -> frozenset[int]:
        if self._keys is None:
            self._keys = frozenset(self._all_found(Query.const_score_query(Query.all_query(), 0.0), searcher))
        return self._keys

    def facets(self, tree: nodes.Node) -> dict[str, dict[str, int]]:
        """Return how many of the articles found have which value."""
        searcher = self._searcher()
        if _holds_articles(tree):
            keys = list(self._scores(tree, searcher))[:_MOST_COUNTED]
            query = Query.term_set_query(self._schema, "key", keys) if keys else Query.empty_query()
        else:
            query = self._queries.of(tree)
        wanted = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in FACETS}
        counted = searcher.aggregate(query, wanted)
        return {name: {str(b["key"]): int(b["doc_count"]) for b in counted[name]["buckets"]} for name in FACETS}

    def answers(self, wanted: FigureFilter) -> bool:
        """Return whether a filter asks for values alone, or for units alone: each article has a field of them."""
        alone = (FigureFilter(wanted.low, wanted.high), FigureFilter(units=wanted.units))
        return wanted in alone and wanted != FigureFilter()

    def documents(self) -> int:
        """Return how many documents are indexed."""
        return int(self._searcher().num_docs)

    def frequency(self, term: str) -> int:
        """Return how many articles have a term, about."""
        return int(self._searcher().doc_freq("text", term))

    def starting_with(self, start: str) -> Sequence[tuple[str, int]]:
        """Return the terms that begin with a letter or more, with how many articles have each."""
        return self._searcher().terms_with_prefix("text", start)

    def sounding_like(self, sound: str) -> list[str]:
        """Return the words of names that have a sound."""
        start = sound + NAME
        return sorted(term[len(start) :] for term, _ in self._searcher().terms_with_prefix("sounds", start))

    def languages(self) -> frozenset[str]:
        """Return the languages that articles are in."""
        return frozenset(tag for tag, _ in self._searcher().terms_with_prefix("language", ""))

    def is_sound(self) -> bool:
        """Return whether all of the index can be read."""
        try:
            self._index.reload()
            searcher = self._index.searcher()
            searcher.search(Query.all_query(), 1)
            for term, _ in searcher.terms_with_prefix("text", "", None, 100):
                searcher.search(Query.term_query(self._schema, "text", term), 10)
            wanted = {name: {"terms": {"field": name, "size": 1}} for name in FACETS}
            searcher.aggregate(Query.all_query(), wanted)
        except Exception:  # noqa: BLE001  the files may be damaged in any way
            return False
        return True

    def close(self) -> None:
        """Do nothing: readers hold no lock, and files are let go with the index."""

    def _searcher(self) -> tantivy.Searcher:
        """Return a searcher that sees what has been written, by this process or another."""
        try:
            status = self._meta.stat()
            seen = (status.st_mtime_ns, status.st_size)
        except OSError:
            seen = (0, 0)
        if seen != self._seen:
            self._index.reload()
            self._seen, self._keys = seen, None
        return self._index.searcher()


def _holds_articles(node: nodes.Node) -> bool:
    match node:
        case nodes.Articles():
            return True
        case nodes.And(parts=parts) | nodes.Or(parts=parts):
            return any(_holds_articles(part) for part in parts)
        case nodes.Not(part=part):
            return _holds_articles(part)
    return False
