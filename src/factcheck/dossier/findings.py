"""Findings on their way into the store: all of them anew, or those about some articles."""

from __future__ import annotations

import dataclasses
import json
from contextlib import closing, suppress
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

from factcheck.dossier import articles, learned, records
from factcheck.dossier.database import disk_in_words
from factcheck.dossier.schema import RANK
from factcheck.dossier.texts import Quoted, storable
from factcheck.errors import DossierError
from factcheck.model import Finding, article_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from factcheck.dossier.corrections import Said
    from factcheck.dossier.database import Database
    from factcheck.model import Document

    Taught: TypeAlias = Iterable[tuple[str, str, str, str, float]]  # word pairs, as `learned.replace` takes them


_TOGETHER = 500  # findings that are written at once
_IN_MEMORY = 1 << 24  # bytes from which a file is made
_JSON = json.JSONEncoder(ensure_ascii=False)


class Written(NamedTuple):
    """What the store keeps of a finding, worked out in whichever process had its articles at hand (see `write`).

    `finding` may be without what it says: relation, score, figures and lead are its own, the rest is in the `record`.
    `search` is the text by which it is found.
    """

    finding: Finding
    gap: float | None
    record: str
    search: str


def write(finding: Finding, quoted: Quoted) -> Written:
    """Return what the store keeps of a finding about articles that are `quoted`."""
    # under which other it stands has a column of its own: that may change
    alone = dataclasses.replace(finding, under="") if finding.under else finding
    return Written(finding, finding.gap, storable(records.write(alone)), quoted.search_text(finding))


def replace(
    database: Database,
    findings: Iterable[Finding | Written],
    document: Callable[[str], Document],
    taught: Taught | None,
    said: Said | None,
) -> None:
    """Keep findings in place of all that were there, and so what the articles `taught`; nothing waits any more.

    All goes on waiting where people said more than what the findings heed (`said`): they may not be what it says.

    Raises DossierError, and keeps what was there, where one is about an article that is not in the dossier.
    """
    with closing(_WorkedOut(database, findings, document)) as rows, database.transaction(lasting=False):
        database.write("DELETE FROM finding_records")
        database.write("DELETE FROM findings")
        for some in rows:
            _add(database, some)
        database.write("UPDATE findings SET under = '' WHERE under != '' AND under NOT IN (SELECT id FROM findings)")
        database.write("""UPDATE documents SET differ = 0, "check" = 0, agree = 0 WHERE differ OR "check" OR agree""")
        articles.count(database, rows.sides)
        if taught is not None:
            learned.replace(database, taught)
        if _heeds_all(database, said):
            database.write("DELETE FROM pending WHERE step IN ('matching', 'settling')")


def replace_of(
    database: Database,
    about: Collection[str],
    findings: Iterable[Finding],
    document: Callable[[str], Document],
    said: Said | None,
) -> None:
    """Keep findings with a side in some articles in place of those that were there; these articles wait to settle.

    They go on waiting for matching too where people said more than what the findings heed (`said`).

    Raises DossierError.
    """
    with closing(_WorkedOut(database, findings, document)) as rows, database.transaction(lasting=False):
        changed, heeded = set(rows.sides), _heeds_all(database, said)
        for id_ in about:
            before = database.rows("SELECT number, a, b FROM findings WHERE a = ? OR b = ?", (id_, id_))
            changed.update(side for _, *sides in before for side in sides)
            database.write_many("DELETE FROM findings WHERE number = ?", [(number,) for number, *_ in before])
            if heeded:
                database.write("DELETE FROM pending WHERE step = 'matching' AND document = ?", (id_,))
            database.write("INSERT OR IGNORE INTO pending VALUES ('settling', ?)", (id_,))
        for some in rows:
            _add(database, some)
        database.write("UPDATE findings SET under = '' WHERE under != '' AND under NOT IN (SELECT id FROM findings)")
        articles.count(database, changed)


def read(record: str, under: str) -> Finding:
    """Return the finding of a record, under the lead that it has now."""
    found = records.read(Finding, record)
    return found if found.under == under else dataclasses.replace(found, under=under)


def _heeds_all(database: Database, said: Said | None) -> bool:
    """Return whether nobody said more since; None stands for all that is said."""
    return said is None or (database.value("SELECT max(number) FROM corrections") or 0) <= said.last


class _Row(NamedTuple):
    columns: tuple[object, ...]
    texts: tuple[str, str]


class _WorkedOut:
    """What is written of findings, of those with the same id the first: before anything is locked, and put on disk.

    There may be more of it than there is memory. `sides` are the articles that they are about.
    """

    def __init__(
        self, database: Database, findings: Iterable[Finding | Written], document: Callable[[str], Document]
    ) -> None:
        """Work out all rows. Raises DossierError, also where an article of a finding is not in the dossier."""
        self.sides: set[str] = set()
        self._folder, self._languages = database.folder, dict(database.rows("SELECT id, language FROM documents"))
        self._file = SpooledTemporaryFile(  # noqa: SIM115 - closed when all is written
            _IN_MEMORY, "w+", encoding="utf-8", newline="\n", dir=str(self._folder) if self._folder else None
        )
        known, quoted = set[str](), Quoted(document)
        try:
            for each in findings:
                finding = each.finding if isinstance(each, Written) else each
                if (id_ := finding.id) not in known:
                    known.add(id_)
                    self._look_up(finding)
                    line = _JSON.encode(self._row(id_, each if isinstance(each, Written) else write(each, quoted)))
                    with disk_in_words(self._folder):
                        self._file.write(f"{line}\n")
            with disk_in_words(self._folder):  # what is not on the disk yet is written
                self._file.seek(0)
        except BaseException:
            self.close()
            raise

    def _look_up(self, finding: Finding) -> None:
        for side in (finding.match.a.document, finding.match.b.document):
            if side not in self._languages:
                raise DossierError(
                    "A finding is about an article that is not in the dossier. Check the articles again."
                )
            self.sides.add(side)

    def _row(self, id_: str, written: Written) -> _Row:
        finding, languages = written.finding, self._languages
        a, b = finding.match.a, finding.match.b
        columns = (
            id_, RANK[finding.relation], finding.match.score, a.document, b.document,
            languages[a.document], languages[b.document], article_key(a.document), a.span.start,
            article_key(b.document), b.span.start, finding.under, written.gap,
        )  # fmt: skip
        return _Row(columns, (written.record, written.search))

    def __iter__(self) -> Iterator[list[_Row]]:
        """Yield the rows, once, some at a time. Raises DossierError."""
        while some := self._some():
            yield some

    def _some(self) -> list[_Row]:
        with disk_in_words(self._folder):
            return [_Row(*json.loads(line)) for line in islice(self._file, _TOGETHER)]

    def close(self) -> None:
        """Forget the rows; on a full disk closing a file fails too."""
        with suppress(OSError):
            self._file.close()


def _add(database: Database, rows: Sequence[_Row]) -> None:
    first = (database.value("SELECT max(number) FROM findings") or 0) + 1
    database.write_many(
        """INSERT INTO findings (number, id, relation, score, a, b, a_language, b_language,
           a_article, a_start, b_article, b_start, under, gap) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        ((number, *row.columns) for number, row in enumerate(rows, first)),
    )
    database.write_many(
        "INSERT INTO finding_records VALUES (?, ?, ?)", ((number, *row.texts) for number, row in enumerate(rows, first))
    )
    database.write(
        """UPDATE findings SET verdict = reviews.verdict FROM reviews_in_force JOIN reviews USING (number)
           WHERE reviews_in_force.finding = findings.id AND findings.number >= ?""",
        (first,),
    )
