"""A dossier: the folder on disk that holds documents, claims, findings and reviews."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.dossier import claim_table, learned, records, reviews
from factcheck.dossier.database import Database
from factcheck.dossier.schema import RANK
from factcheck.dossier.selection import Selection
from factcheck.dossier.texts import Quoted, storable, storable_path, stored_path
from factcheck.errors import DossierError
from factcheck.model import (
    NOT_QUANTITIES,
    Case,
    Claim,
    Document,
    Finding,
    Passage,
    Relation,
    Skipped,
    article_key,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from factcheck.model import FigureFilter, Review

_DOCUMENT = "id, path, title, text, language, published, url, passages"
_REVIEW = ", ".join(f"reviews.{column}" for column in reviews.COLUMNS.split(", "))
_BEST_FIRST = "ORDER BY relation, score DESC, id"
_TOGETHER = 500  # values in one SQL list


class LibraryRow(NamedTuple):
    """What a list shows of a document; `figures` counts its quantities, the others its findings by relation."""

    document: str
    title: str
    path: str
    language: str
    published: date | None
    figures: int
    differ: int
    check: int
    agree: int


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


class Dossier:
    """An open dossier, for use in one thread; others open their own, and one may write while the others read.

    Every method raises DossierError where the disk or the file refuses, or where it writes and the dossier can only be
    read.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Open the dossier of a folder, or make one; a folder that cannot be written is opened read-only."""
        self.folder = folder
        self._database = Database(folder, read_only=read_only)
        self.settings = Settings(self._database)

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
        figures = sum(claim.kind not in NOT_QUANTITIES for claim in claims)
        with self._database.transaction(lasting=False):
            self._database.write(
                """INSERT INTO documents (id, path, title, language, published, url, figures)
                   VALUES (?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (id) DO UPDATE SET path = excluded.path, title = excluded.title,
                   language = excluded.language, published = excluded.published, url = excluded.url,
                   figures = excluded.figures""",
                (
                    document.id,
                    storable_path(document.path),
                    storable(document.title),
                    document.language,
                    document.published and document.published.isoformat(),
                    document.url and storable(document.url),
                    figures,
                ),
            )
            self._database.write(
                "INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?)",
                (
                    document.id,
                    storable(document.text),
                    records.write_all(Passage, document.passages),
                    storable(records.write_all(Claim, claims)),
                ),
            )
            key = article_key(document.id)
            self._database.write("DELETE FROM claims WHERE article = ?", (key,))
            self._database.write_many(claim_table.INSERT, claim_table.rows(key, claims))

    def remove(self, document_id: str) -> None:
        """Forget a document, its claims and findings; reviews are kept for the case that they come back."""
        with self._database.transaction(lasting=False):
            partners = self._database.rows(
                "SELECT b FROM findings WHERE a = ? UNION SELECT a FROM findings WHERE b = ?", (document_id,) * 2
            )
            self._database.write("DELETE FROM documents WHERE id = ?", (document_id,))
            self._database.write("DELETE FROM claims WHERE article = ?", (article_key(document_id),))
            self._database.write_many(
                """UPDATE documents SET (differ, "check", agree) = (
                       SELECT total(relation = 0), total(relation = 1), total(relation = 2)
                       FROM findings WHERE a = documents.id OR b = documents.id)
                   WHERE id = ?""",
                partners,
            )

    def document_ids(self) -> list[str]:
        """Return the ids of all documents, by path."""
        return [id_ for (id_,) in self._database.rows("SELECT id FROM documents ORDER BY path, id")]

    def has(self, document_id: str) -> bool:
        """Return whether a document is kept."""
        return self._database.value("SELECT 1 FROM documents WHERE id = ?", (document_id,)) is not None

    def document(self, document_id: str) -> Document:
        """Return a document."""
        return self._found([document_id])[document_id]

    def documents(self) -> Iterator[Document]:
        """Yield all documents, by path."""
        ids = self.document_ids()
        for start in range(0, len(ids), _TOGETHER):
            part = ids[start : start + _TOGETHER]
            found = self._documents(part)
            yield from (found[id_] for id_ in part if id_ in found)

    def claims(self, document_id: str) -> tuple[Claim, ...]:
        """Return the claims of a document, in order; none if it is not kept."""
        record = self._database.value("SELECT claims FROM contents WHERE document = ?", (document_id,))
        return records.read_all(Claim, record) if record else ()

    def library(self) -> list[LibraryRow]:
        """Return a row for each document, by path."""
        rows = self._database.rows(
            """SELECT id, title, path, language, published, figures, differ, "check", agree
               FROM documents ORDER BY path, id"""
        )
        return [
            LibraryRow(id_, title, stored_path(path), language, _date(published), *counts)
            for id_, title, path, language, published, *counts in rows
        ]

    # Findings

    def replace_findings(self, findings: Iterable[Finding]) -> None:
        """Keep these findings in place of all that were there; reviews stay with the same finding.

        Both documents of each must be kept. Of findings with the same id the first counts.
        """
        by_id: dict[str, Finding] = {}
        for finding in findings:
            by_id.setdefault(finding.id, finding)
        languages = dict(self._database.rows("SELECT id, language FROM documents"))
        quoted = Quoted(self.document)
        rows, texts = [], []
        counts = {relation: Counter[str]() for relation in Relation}
        for number, (id_, finding) in enumerate(by_id.items(), 1):
            a, b = finding.match.a, finding.match.b
            if a.document not in languages or b.document not in languages:
                raise DossierError(
                    "A finding is about an article that is not in the dossier. Check the articles again."
                )
            rows.append(
                (number, id_, RANK[finding.relation], finding.match.score, a.document, b.document,
                 languages[a.document], languages[b.document],
                 article_key(a.document), a.span.start, article_key(b.document), b.span.start)
            )  # fmt: skip
            texts.append((number, storable(records.write(finding)), quoted.search_text(finding)))
            counts[finding.relation].update({a.document, b.document})
        with self._database.transaction(lasting=False):
            self._database.write("DELETE FROM finding_records")
            self._database.write("DELETE FROM findings")
            self._database.write_many(
                """INSERT INTO findings (number, id, relation, score, a, b, a_language, b_language,
                   a_article, a_start, b_article, b_start) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows,
            )
            self._database.write_many("INSERT INTO finding_records VALUES (?, ?, ?)", texts)
            self._database.write(
                """UPDATE findings SET verdict = reviews.verdict FROM reviews_in_force JOIN reviews USING (number)
                   WHERE reviews_in_force.finding = findings.id"""
            )
            self._database.write("""UPDATE documents SET differ = 0, "check" = 0, agree = 0""")
            for relation, counted in counts.items():
                self._database.write_many(
                    f'UPDATE documents SET "{relation.value}" = ? WHERE id = ?',
                    [(number, id_) for id_, number in counted.items()],
                )

    def cases(self, selection: Selection | None = None, *, offset: int = 0, limit: int | None = None) -> list[Case]:
        """Return the selected findings with documents and reviews: differ, check, agree; the surest first in each."""
        source, where, values = (selection or Selection()).conditions()
        return self._cases(source, where, (*values, -1 if limit is None else limit, offset))

    def count(self, selection: Selection | None = None) -> int:
        """Return how many findings are selected."""
        source, where, values = (selection or Selection()).conditions()
        return int(self._database.value(f"SELECT count(*) FROM {source} WHERE {where}", values))

    def counts(self) -> Mapping[Relation, int]:
        """Return how many findings there are of each relation."""
        found = dict(self._database.rows("SELECT relation, count(*) FROM findings GROUP BY relation"))
        return {relation: found.get(rank, 0) for relation, rank in RANK.items()}

    def case(self, finding_id: str) -> Case:
        """Return a finding with its documents and its review."""
        cases = self._cases("findings", "id = ?", (finding_id, 1, 0))
        if not cases:
            raise DossierError("This discrepancy is no longer in the dossier. Go back to the list.")
        return cases[0]

    def findings_of(self, document_id: str) -> list[Finding]:
        """Return the findings with a side in a document, best first."""
        rows = self._database.rows(
            f"SELECT record FROM findings JOIN finding_records USING (number) WHERE a = ? OR b = ? {_BEST_FIRST}",
            (document_id, document_id),
        )
        return [records.read(Finding, record) for (record,) in rows]

    # Reviews

    def review(self, review: Review) -> None:
        """Keep a review; when this returns it is on the disk, whatever happens next."""
        reviews.add(self._database, review)

    def history(self, finding_id: str) -> list[Review]:
        """Return what was decided on a finding, oldest first; undoing and redoing are entries too."""
        return reviews.history(self._database, finding_id)

    def undo(self) -> Review | None:
        """Take back the last review in force and return it, None if there is none."""
        return reviews.undo(self._database)

    def redo(self) -> Review | None:
        """Put back the review that was undone last and return it; None if there is none, or one was given since."""
        return reviews.redo(self._database)

    # What search asks

    def articles_with(self, wanted: FigureFilter) -> list[int]:
        """Return the keys (`model.article_key`) of the articles with a figure that a filter asks for."""

        def stands(condition: str, values: list[Any]) -> bool:
            return self._database.value(f"SELECT 1 FROM claims WHERE {condition} LIMIT 1", values) is not None

        sql, values = claim_table.select(wanted, stands)
        return [key for (key,) in self._database.rows(sql, values)]

    def places(self) -> list[str]:
        """Return the names of all places that figures are about, folded."""
        return [place for (place,) in self._database.rows("SELECT DISTINCT place FROM claims WHERE place IS NOT NULL")]

    def learn(self, pairs: Iterable[tuple[str, str, str, str, float]]) -> None:
        """Keep pairs of words in place of those before: language, word, other language, its word, strength 0 to 1.

        Each pair is known both ways.
        """
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
        rows = [(storable_path(one.path), storable(one.reason)) for one in skipped]
        with self._database.transaction(lasting=False):
            self._database.write("DELETE FROM skipped")
            self._database.write_many("INSERT INTO skipped VALUES (?, ?)", rows)

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

    def _cases(self, source: str, where: str, values: Sequence[Any]) -> list[Case]:
        """Return the cases of a condition; its values end with limit and offset."""
        rows = self._database.rows(
            f"""SELECT record, {_REVIEW}
                FROM (SELECT number, id, relation, score FROM {source} WHERE {where} {_BEST_FIRST} LIMIT ? OFFSET ?)
                     AS page
                JOIN finding_records ON finding_records.number = page.number
                LEFT JOIN reviews_in_force ON reviews_in_force.finding = page.id
                LEFT JOIN reviews ON reviews.number = reviews_in_force.number
                {_BEST_FIRST}""",
            values,
        )
        findings = [records.read(Finding, record) for record, *_ in rows]
        documents = self._found({c.document for f in findings for c in (f.match.a, f.match.b)})
        return [
            Case(
                finding,
                documents[finding.match.a.document],
                documents[finding.match.b.document],
                reviews.read(tuple(review)) if review[0] else None,
            )
            for finding, (_, *review) in zip(findings, rows, strict=True)
        ]

    def _found(self, ids: Collection[str]) -> dict[str, Document]:
        found = self._documents(ids)
        if len(found) < len(ids):
            raise DossierError("An article is no longer in the dossier. Go back to the list.")
        return found

    def _documents(self, ids: Collection[str]) -> dict[str, Document]:
        found: dict[str, Document] = {}
        wanted = list(ids)
        for start in range(0, len(wanted), _TOGETHER):
            part = wanted[start : start + _TOGETHER]
            rows = self._database.rows(
                f"""SELECT {_DOCUMENT} FROM documents JOIN contents ON document = id
                    WHERE id IN ({", ".join("?" * len(part))})""",
                part,
            )
            for id_, path, title, text, language, published, url, passages in rows:
                found[id_] = Document(
                    id_,
                    stored_path(path),
                    title,
                    text,
                    language,
                    _date(published),
                    url,
                    records.read_all(Passage, passages),
                )
        return found


def _date(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
