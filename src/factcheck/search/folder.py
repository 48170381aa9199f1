"""An index in a folder: which engine keeps it, in which subfolder, and how it is made anew beside the old one.

The file `current` names the subfolder that is searched. A new index is filled in a subfolder of its own and becomes
current by replacing that file: others go on searching the old one until then, and see the new one at the next query.
"""

from __future__ import annotations

import math
import shutil
import uuid
from contextlib import suppress
from itertools import chain, islice
from time import time
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import DossierError, FactcheckError
from factcheck.model import FigureFilter, Relation
from factcheck.search.index import ENGINE_SETTING, ENGINES, MANY_ARTICLES, Hit, Results

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from factcheck.model import Claim, Document
    from factcheck.search.engine import Engine
    from factcheck.search.index import Kept
    from factcheck.search.tree import Node

T = TypeVar("T")

_CURRENT = "current"
_DAMAGED = "The search index was damaged and is empty now; it is filled again from the dossier."
_MANY = 50  # articles with whose indexing there is time for more
_TELLING = 25  # words of an article by which others like it are found
_MOST_SHOWN = 100  # values of a facet
_ABANDONED = 86_400  # seconds without a change, of an index that is not current


def _each(documents: Iterable[Document], before_each: Callable[[], None]) -> Iterator[Document]:
    for document in documents:
        before_each()
        yield document


def _prepare() -> None:
    """Work out what queries need of the language files while there is time: with the indexing, not with a query."""
    from factcheck.search import conditions, lexicon

    conditions.prepare()
    lexicon.prepare()


def _make(engine: str, folder: Path) -> Engine:
    if engine == "tantivy":
        from factcheck.search.tantivy_index import TantivyIndex

        return TantivyIndex(folder)
    from factcheck.search.whoosh_index import WhooshIndex

    return WhooshIndex(folder)


class FolderIndex:
    """See `index.Index`."""

    def __init__(self, folder: Path, kept: Kept | None, engine: str | None) -> None:
        if engine is not None and engine not in ENGINES:
            raise DossierError(f"There is no search engine {engine}. Choose {' or '.join(ENGINES)}.")
        self._folder, self._kept, self._chosen = folder, kept, engine
        self._named = ""
        self._opened: Engine | None = None
        self._current()

    # which index is current

    def _current(self) -> Engine:
        """Return the engine of the subfolder that is current now."""
        named = self._name()
        if self._opened is not None and (named == self._named or not named):
            return self._opened
        if not named:
            _remove_old_layout(self._folder)
            named = self._new_name(self._wanted())
            with suppress(OSError):  # where nothing can be written the engine keeps its index in memory
                self._point_to(named)
        self._close_engine()
        self._named = named
        self._opened = _make(named.partition("-")[0], self._folder / named)
        return self._opened

    def _name(self) -> str:
        try:
            named = (self._folder / _CURRENT).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""
        engine, _, rest = named.partition("-")
        return named if engine in ENGINES and rest.isalnum() else ""

    def _new_name(self, engine: str) -> str:
        return f"{engine}-{uuid.uuid4().hex[:8]}"

    def _point_to(self, named: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        beside = self._folder / f"{_CURRENT}.{uuid.uuid4().hex[:8]}"
        beside.write_text(named, "utf-8")
        beside.replace(self._folder / _CURRENT)

    def _wanted(self) -> str:
        """Return the engine that suits the dossier."""
        if self._chosen:
            return self._chosen
        if self._kept is None:
            return ENGINES[0]
        setting = self._kept.settings.get(ENGINE_SETTING, "auto")
        if setting in ENGINES:
            return str(setting)
        return "tantivy" if self._kept.size() >= MANY_ARTICLES else "whoosh"

    @property
    def engine(self) -> str:
        """Return which engine keeps the index."""
        return self._current().name

    def is_current(self) -> bool:
        """Return whether nothing is missing, and the engine suits the size."""
        if self._kept is None:
            return True
        return self.documents() == self._kept.size() and self.engine == self._wanted()

    def is_to_be_made(self) -> bool:
        """Return whether all is to be indexed anew."""
        if self._kept is None or not self._kept.size():
            return False
        return not self.documents() or self.engine != self._wanted()

    # writing

    def _claims(self) -> Callable[[str], Iterable[Claim]]:
        return self._kept.claims if self._kept is not None else lambda _: ()

    def add(self, documents: Iterable[Document]) -> None:
        """Index documents."""
        self._current().add(documents, self._claims())

    def remove(self, ids: Iterable[str]) -> None:
        """Forget documents."""
        self._current().remove(ids)

    def update(
        self, fresh: Iterable[Document] = (), gone: Iterable[str] = (), before_each: Callable[[], None] = lambda: None
    ) -> None:
        """Bring the index up to date with its dossier."""
        if self._kept is not None and self.engine != self._wanted():
            self._make_anew(self._wanted(), before_each)
            return
        rest = iter(fresh)
        first = list(islice(rest, _MANY))
        if len(first) == _MANY:  # one that waits for its article to be found can do without
            _prepare()
        self.remove(gone)
        self.add(_each(chain(first, rest), before_each))
        if not self.is_current():
            self._make_anew(self._wanted(), before_each)

    def rebuild(self, engine: str | None = None) -> None:
        """Make the index anew beside the old one."""
        self._make_anew(engine or self._wanted(), lambda: None)

    def _make_anew(self, engine: str, before_each: Callable[[], None]) -> None:
        if self._kept is None:
            raise DossierError("A search index is made from a dossier; there is none. Open the dossier first.")
        _prepare()
        named, old = self._new_name(engine), self._name()
        made = _make(engine, self._folder / named)
        try:
            made.add(_each(self._kept.documents(), before_each), self._claims())
        except BaseException:
            made.close()
            shutil.rmtree(self._folder / named, ignore_errors=True)
            raise
        try:
            self._point_to(named)
        except OSError:  # nothing can be written here: the index is in memory
            self._close_engine()
            self._opened, self._named = made, named
            return
        made.close()
        self._current()
        self._clear_away(old)

    def _clear_away(self, old: str) -> None:
        """Remove an index that is not current any more, and those that killed processes left half made."""
        for path in self._folder.glob("*-*"):
            with suppress(OSError):
                abandoned = time() - path.stat().st_mtime > _ABANDONED
                if path.is_dir() and (path.name == old or (abandoned and path.name != self._named)):
                    shutil.rmtree(path, ignore_errors=True)  # where others still read it, it goes another time

    # asking

    def search(self, query: str, *, limit: int = 50, offset: int = 0, across: bool = False) -> Results:
        """Return what a query finds, best first."""
        return self._ask(self._tree(query, across=across), limit, offset)

    def _tree(self, query: str, *, across: bool) -> Node:
        from factcheck.search.across import widened
        from factcheck.search.syntax import parse

        tree = parse(query)
        if not across:
            return tree
        return self._safely(lambda: widened(tree, self._current(), self._kept), tree)

    def _ask(self, tree: Node, limit: int, offset: int) -> Results:
        from factcheck.search.across import resolved
        from factcheck.search.tree import explain

        asked = resolved(tree, self._kept, self._current())
        found = self._safely(lambda: self._current().find(asked, limit, offset), None)
        if found is None:
            return Results(0, (), _DAMAGED, tree)
        said = f"Searching for {explain(tree)}."
        if found.capped:
            words = ", ".join(f"“{typed}”" for typed in sorted(found.capped))
            said += f" So many words fit {words} that only the most frequent were searched for: type more letters."
        return Results(found.total, tuple(Hit(*hit) for hit in found.page), said, tree)

    def facets(self, query: str, *, across: bool = False) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """Return how many of the articles found have which value, most first."""
        from factcheck.search.across import resolved
        from factcheck.search.tree import And, Articles

        asked = resolved(self._tree(query, across=across), self._kept, self._current())
        nothing: Mapping[str, Mapping[str, int]] = {}
        counts = self._safely(lambda: self._current().facets(asked), nothing)
        made = {
            name: tuple(sorted(values.items(), key=lambda one: (-one[1], one[0]))[:_MOST_SHOWN])
            for name, values in counts.items()
        }
        if self._kept is not None:
            flagged = Articles(
                frozenset(self._kept.articles_with(FigureFilter(relations=frozenset({Relation.DIFFER}))))
            )
            found = self._safely(lambda: self._current().find(And((asked, flagged)), 1, 0), None)
            made["flagged"] = (("yes", found.total),) if found and found.total else ()
        return made

    def did_you_mean(self, query: str) -> str | None:
        """Return the query with words that no article has replaced by similar ones."""
        from factcheck.search.suggestions import better_query

        return self._safely(lambda: better_query(query, self._current(), self._kept), None)

    def like(self, document: Document, *, limit: int = 50, offset: int = 0) -> Results:
        """Return the articles that share most of what is particular to one."""
        from factcheck.search.across import widened
        from factcheck.search.analysis import analyser
        from factcheck.search.tree import Or, Word

        found = analyser(document.language or "und").postings(f"{document.title}\n{document.text}").terms()
        engine = self._current()
        everything = max(2, engine.documents())

        def telling(term: str) -> float:
            frequency = engine.frequency(term)
            if frequency < 2 or frequency > everything / 2 + 1:
                return 0.0
            return math.sqrt(len(found[term])) * math.log(everything / frequency + 1)

        candidates = sorted(found, key=lambda term: -len(found[term]))[:400]
        weights = {term: telling(term) for term in candidates if len(term) > 1}
        best = sorted((term for term in weights if weights[term]), key=lambda term: (-weights[term], term))[:_TELLING]
        if not best:
            return Results(0, (), f"No article is like “{document.title}”.")
        asked: Node = Or(tuple(Word(term, (term,)) for term in best))
        tree = self._safely(lambda: widened(asked, self._current(), self._kept), asked)
        results = self._ask(tree, offset + limit + 1, 0)  # the article itself may stand anywhere among them
        hits = tuple(hit for hit in results.hits if hit.document != document.id)[offset : offset + limit]
        return Results(max(0, results.total - 1), hits, f"Articles like “{document.title}”.", results.tree)

    def documents(self) -> int:
        """Return how many documents are indexed."""
        return self._safely(lambda: self._current().documents(), 0)

    def _safely(self, ask: Callable[[], T], instead: T) -> T:
        """Return an answer; where the files are damaged, empty the index and return what to say instead."""
        try:
            return ask()
        except (FactcheckError, KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # tantivy's panics are no Exception
            if self._opened is not None and self._opened.is_sound():
                raise
        self._empty()
        return instead

    def _empty(self) -> None:
        old = self._named
        self._close_engine()
        with suppress(OSError):
            self._point_to(self._new_name(self._wanted()))
        shutil.rmtree(self._folder / old, ignore_errors=True)
        self._current()

    def _close_engine(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def close(self) -> None:
        """Let go of the files."""
        self._close_engine()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _remove_old_layout(folder: Path) -> None:
    """Remove the files of an index that stood in the folder itself."""
    with suppress(OSError):
        for path in folder.glob("*"):
            if path.is_file() and (path.name == "format" or path.name.startswith(("MAIN_", "_MAIN_"))):
                path.unlink()
