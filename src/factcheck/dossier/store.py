"""A dossier: the folder on disk that holds documents, claims, findings and reviews."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.dossier import articles, cases, claim_table, learned, marks, merging, records, reviews
from factcheck.dossier import findings as stored
from factcheck.dossier.corrections import Corrections
from factcheck.dossier.database import Database
from factcheck.dossier.files import Files
from factcheck.dossier.library import Library, LibraryRow
from factcheck.dossier.recent import TOGETHER, Recent
from factcheck.dossier.selection import Selection, searched
from factcheck.dossier.settings import Settings
from factcheck.dossier.texts import storable, storable_path, stored_path
from factcheck.errors import DossierError
from factcheck.model import Claim, Document, Skipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from types import TracebackType
    from typing import Self

    from factcheck.dossier.corrections import Said
    from factcheck.dossier.merging import Change
    from factcheck.dossier.reviews import LogEntry
    from factcheck.dossier.spool import Ready
    from factcheck.model import Case, FigureFilter, Finding, Relation, Review

__all__ = ["Dossier", "Library", "LibraryRow"]


class Dossier:
    """An open dossier, for use in one thread; others open their own, and one may write while the others read.

    Every method raises DossierError where the disk or the file refuses, or where it writes and the dossier can only be
    read.
    """

    def __init__(self, folder: Path | None, *, read_only: bool = False) -> None:
        """Open the dossier of a folder, or make one; a folder that cannot be written is opened read-only.

        None: see `in_memory`.
        """
        self.folder = folder or Path()
        self._database = Database(folder, read_only=read_only)
        self.settings = Settings(self._database)
        self._recent = Recent(self._database)
        self.corrections = Corrections(self._database, self._recent.clear)
        self.files = Files(self._database, self.document, self.claims_as_read, self._recent.clear)

    @classmethod
    def in_memory(cls) -> Self:
        """Return a dossier that is kept nowhere, and gone when it is closed."""
        return cls(None)

    @property
    def is_kept(self) -> bool:
        """Return whether the dossier is in a folder on disk."""
        return self._database.folder is not None

    @property
    def file(self) -> Path:
        """Return the file that holds all but the search index; of a copy it is the copy itself."""
        return self._database.path

    @property
    def index_folder(self) -> Path:
        """Return the folder of the search index, which is derived from the documents."""
        return self.folder / "index"

    @property
    def read_only(self) -> bool:
        """Return whether the dossier can only be read."""
        return self._database.read_only

    # Documents and claims

    def save(self, document: Document, claims: Sequence[Claim]) -> None:
        """Keep a document and its claims, in place of what was there under its id; its findings stay."""
        with self._database.transaction(lasting=False):
            articles.keep(self._database, document, claims)
        self._recent.clear()

    def remove(self, document_id: str) -> None:
        """Forget a document, its claims and findings; reviews are kept for the case that they come back."""
        with self._database.transaction(lasting=False):
            articles.drop(self._database, document_id)
        self._recent.clear()

    def document_ids(self) -> list[str]:
        """Return the ids of all documents, by path."""
        return [id_ for (id_,) in self._database.rows("SELECT id FROM documents ORDER BY path, id")]

    def has(self, document_id: str) -> bool:
        """Return whether a document is kept."""
        return self._database.value("SELECT 1 FROM documents WHERE id = ?", (document_id,)) is not None

    def document(self, document_id: str) -> Document:
        """Return a document."""
        return self._found([document_id])[document_id]

    def documents(self, ids: Sequence[str] | None = None) -> Iterator[Document]:
        """Yield documents that are kept, in order, all of them by path where none are named; none stays at hand."""
        ids = self.document_ids() if ids is None else ids
        for start in range(0, len(ids), TOGETHER):
            part = ids[start : start + TOGETHER]
            found = self._recent.read(part)
            yield from (found[id_] for id_ in part if id_ in found)

    def claims(self, document_id: str) -> tuple[Claim, ...]:
        """Return the claims of a document as people corrected them, in order; none if it is not kept."""
        return self.corrections.of(document_id, self.claims_as_read(document_id))

    def claims_as_read(self, document_id: str) -> tuple[Claim, ...]:
        """Return the claims of a document as the program read them, in order; none if it is not kept."""
        record = self._database.value("SELECT claims FROM contents WHERE document = ?", (document_id,))
        return records.read_all(Claim, record) if record else ()

    def articles(self, ids: Sequence[str]) -> list[tuple[Document, tuple[Claim, ...]]]:
        """Return documents that are kept, each with its claims as people corrected them; none of them stays at hand."""
        made = []
        for start in range(0, len(ids), TOGETHER):
            part = ids[start : start + TOGETHER]
            documents = _all_of(part, self._recent.read(part))
            rows = self._database.rows(
                f"SELECT document, claims FROM contents WHERE document IN ({', '.join('?' * len(part))})", tuple(part)
            )
            claims = {id_: self.corrections.of(id_, records.read_all(Claim, record)) for id_, record in rows}
            made += [(documents[id_], claims[id_]) for id_ in part]
        return made

    def articles_of(self, claims: Iterable[str]) -> set[str]:
        """Return the ids of the articles that are kept in which claims stand, by theirs."""
        starts = {name.split(":")[0] for name in claims}
        return {
            id_
            for start in starts
            for (id_,) in self._database.rows("SELECT id FROM documents WHERE id >= ? AND id < ?", (start, f"{start}g"))
        }

    def marks(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Return the marks of documents, by id (`checking.reading.marks`)."""
        return marks.of(self._database, ids)

    def holders(self, wanted: frozenset[int], most: int) -> dict[int, list[int]]:
        """Return the numbers of the documents that have a mark, for those marks that no more than `most` have."""
        return marks.holders(self._database, wanted, most)

    def numbered(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the ids of the documents with some numbers, as `holders` gives them."""
        return marks.documents(self._database, numbers)

    def gather_marks(self) -> None:
        """Make looking up `holders` quick again, where much has come or gone since."""
        marks.gather(self._database)

    def library(self) -> Library:
        """Return a row for each document that there is now, by path."""
        return Library(self._database)

    # Findings

    def replace_findings(
        self,
        findings: Iterable[Finding] | Ready,
        taught: stored.Taught | None = None,
        said: Said | None = None,
    ) -> None:
        """Keep these findings in place of all that were there; reviews stay with the same finding.

        Both documents of each must be kept. Of findings with the same id the first counts. What the articles `taught`,
        if it is given, is kept with them as by `learn`. `said` is what the findings heed: where people have said more
        since, all that waits for matching goes on waiting.
        """
        stored.replace(self._database, findings, self.document, taught, said)

    def replace_findings_of(
        self, about: Collection[str], findings: Iterable[Finding], said: Said | None = None
    ) -> None:
        """Keep these findings in place of those with a side in the articles `about`, which count as not settled.

        `said` is as in `replace_findings`.
        """
        stored.replace_of(self._database, about, findings, self.document, said)

    def pending(self, step: str) -> list[str]:
        """Return the ids of the articles that a step has not taken in, or let go, yet.

        Steps are "matching", "indexing" and "settling" (matched with their neighbours only).
        """
        return [id_ for (id_,) in self._database.rows("SELECT document FROM pending WHERE step = ?", (step,))]

    def done(self, step: str, documents: Iterable[str], last: int) -> None:
        """Note that a step has taken in articles; those of which people said something since its `last` go on waiting.

        That is the number of a correction (`Said.last`).
        """
        with self._database.transaction(lasting=False):
            since = self.corrections.spoken_of(last)
            taken = [(step, id_) for id_ in documents if id_[:16] not in since]
            self._database.write_many("DELETE FROM pending WHERE step = ? AND document = ?", taken)

    def cases(self, selection: Selection | None = None, *, offset: int = 0, limit: int | None = None) -> list[Case]:
        """Return the selected findings with documents and reviews: differ, check, agree; the surest first in each."""
        chosen = (selection or Selection()).page(offset, limit)
        offset = 0 if chosen.numbers is not None else offset
        where, values = chosen.conditions()
        page = (*values, -1 if limit is None else limit, offset)
        return cases.read(self._database, self._found, where, page, chosen.ordering())

    def in_order(self) -> array[int]:
        """Return the numbers of all findings in their order, to go through all cases (`Selection.numbers`)."""
        rows = self._database.each(f"SELECT number FROM findings AS page {Selection().ordering()}")
        return array("q", (number for (number,) in rows))

    def searched(self, selection: Selection) -> Selection:
        """Return the selection looked up once, where that helps paging; it is good until findings are replaced."""
        return searched(self._database, selection)

    def count(self, selection: Selection | None = None) -> int:
        """Return how many findings are selected."""
        if selection is not None and selection.numbers is not None:
            return len(selection.numbers)
        where, values = (selection or Selection()).conditions()
        return int(self._database.value(f"SELECT count(*) FROM findings WHERE {where}", values))

    def counts(self) -> Mapping[Relation, int]:
        """Return how many cases there are of each relation: findings, those of one case counted once."""
        return cases.counts(self._database)

    def language_pairs(self, relation: Relation) -> Mapping[frozenset[str], int]:
        """Return how many cases of a relation there are between each two languages, or within one."""
        return cases.language_pairs(self._database, relation)

    def case(self, finding_id: str) -> Case:
        """Return a finding with its documents and its review."""
        found = cases.read(self._database, self._found, "id = ?", (finding_id, 1, 0))
        if not found:
            raise DossierError("This discrepancy is no longer in the dossier. Go back to the list.")
        return found[0]

    def findings_of(self, document_id: str) -> list[Finding]:
        """Return the findings with a side in a document, best first."""
        return cases.of_article(self._database, document_id)

    # Reviews

    def review(self, review: Review) -> None:
        """Keep a review; when this returns it is on the disk, whatever happens next."""
        reviews.add(self._database, review, self.document)

    def history(self, finding_id: str) -> list[Review]:
        """Return what was decided on a finding, oldest first; undoing and redoing are entries too."""
        return reviews.history(self._database, finding_id)

    def undo(self) -> Review | None:
        """Take back the last review in force and return it, None if there is none."""
        return reviews.undo(self._database)

    def redo(self) -> Review | None:
        """Put back the review that was undone last and return it; None if there is none, or one was given since."""
        return reviews.redo(self._database)

    def last_reviewed(self) -> tuple[datetime | None, datetime | None]:
        """Return when the review that undo takes back was given, and when what redo puts back was undone."""
        return reviews.last(self._database)

    def tally(self) -> tuple[int, dict[str, int], dict[str, int]]:
        """Return the number of figures, of articles by language (most first), and of findings by verdict."""
        return (
            int(self._database.value("SELECT total(figures) FROM documents")),
            dict(self._database.rows("SELECT language, count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC, 1")),
            dict(self._database.rows("SELECT verdict, count(*) FROM findings GROUP BY 1")),
        )

    def log(self) -> list[LogEntry]:
        """Return all that was ever decided, undone and redone, oldest first."""
        return reviews.log(self._database)

    def merge(self, other: Dossier, *, apply: bool = False) -> list[Change]:
        """Return what a colleague's reviews would change here; `apply` takes them in, all or none."""
        return merging.merge(self._database, other._database, apply=apply)

    # What search asks

    def articles_with(self, wanted: FigureFilter) -> list[int]:
        """Return the keys (`model.article_key`) of the articles with a figure that a filter asks for."""
        return claim_table.articles_with(self._database, wanted)

    def places(self) -> list[str]:
        """Return the names of all places that figures are about, folded."""
        return claim_table.places(self._database)

    def units(self) -> list[str]:
        """Return the units of all figures, the most frequent first."""
        return claim_table.units(self._database)

    def learn(self, pairs: Iterable[tuple[str, str, str, str, float]]) -> None:
        """Keep pairs of words in place of those before: language, word, other language, its word, strength 0 to 1.

        Each pair is known both ways.
        """
        with self._database.transaction(lasting=False):
            learned.replace(self._database, pairs)

    def learned(self, word: str) -> list[tuple[str, str, float]]:
        """Return what a folded word goes with: language, word, strength; the surest first."""
        return learned.of(self._database, word)

    def size(self) -> int:
        """Return how many documents are kept."""
        return int(self._database.value("SELECT count(*) FROM documents"))

    # Skipped files

    def skipped(self) -> list[Skipped]:
        """Return the files that were not read, by path."""
        rows = self._database.rows("SELECT path, reason FROM skipped ORDER BY path")
        return [Skipped(stored_path(path), reason) for path, reason in rows]

    def replace_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Keep this list of files that were not read in place of the one before."""
        rows = [(storable_path(one.path), storable(one.reason), storable_path(one.path)) for one in skipped]
        with self._database.transaction(lasting=False):
            self._database.write("DELETE FROM skipped")
            self._database.write_many("INSERT INTO skipped (path, reason, file) VALUES (?, ?, ?)", rows)

    def copy_into(self, file: Path) -> None:
        """Write the store as it is now into a new file. Raises DossierError."""
        self._database.copy_into(file)

    def verify(self) -> None:
        """Read the whole file; raises DossierError if it is damaged. Takes seconds for large dossiers."""
        self._database.check()

    def close(self) -> None:
        """Close the dossier. Closing twice does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _found(self, ids: Collection[str]) -> dict[str, Document]:
        return _all_of(ids, self._recent.documents(ids))


def _all_of(ids: Collection[str], found: dict[str, Document]) -> dict[str, Document]:
    if len(found) < len(ids):
        raise DossierError("An article is no longer in the dossier. Go back to the list.")
    return found
