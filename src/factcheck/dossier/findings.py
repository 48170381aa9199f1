"""Findings on their way into the store: all of them anew, or those about some articles."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from contextlib import closing, contextmanager
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from factcheck.dossier import anew, articles, learned, records
from factcheck.dossier.schema import RANK
from factcheck.dossier.spool import Ready, Spool, pack, write
from factcheck.dossier.texts import Quoted
from factcheck.errors import DossierError
from factcheck.model import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from typing import TypeAlias

    from factcheck.dossier.corrections import Said
    from factcheck.dossier.database import Database
    from factcheck.dossier.spool import Written
    from factcheck.model import Document

    Taught: TypeAlias = Iterable[tuple[str, str, str, str, float]]  # word pairs, as `learned.replace` takes them


_TOGETHER = 5_000  # findings that are written at once, some 10 MB


def replace(
    database: Database,
    findings: Iterable[Finding] | Ready,
    document: Callable[[str], Document],
    taught: Taught | None,
    said: Said | None,
) -> None:
    """Keep findings in place of all that were there, and so what the articles `taught`; nothing waits any more.

    All goes on waiting where people said more than what the findings heed (`said`): they may not be what it says.

    Raises DossierError, and keeps what was there, where one is about an article that is not in the dossier.
    """
    with _ready(database, findings, document) as ready, anew.beside(database):
        counts: dict[str, list[int]] = defaultdict(lambda: [0] * len(RANK))
        for first, some in _lots(ready, 1):
            with database.transaction(lasting=False):
                _put(database, first, some, anew.COMING)
            for written, _ in some:
                for article in {written.a, written.b}:
                    counts[article][written.relation] += 1
        anew.make_indexes(database)
        with database.transaction(lasting=False):
            anew.put_in_place(database)
            _take_verdicts(database, 1)
            articles.put_counts(database, counts)
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
    anew.clear(database)  # what an end in the midst of `replace` left would slow down whatever is removed
    with _ready(database, findings, document) as ready, database.transaction(lasting=False):
        changed, heeded = set[str](), _heeds_all(database, said)
        for id_ in about:
            before = database.rows("SELECT number, a, b FROM findings WHERE a = ? OR b = ?", (id_, id_))
            changed.update(side for _, *sides in before for side in sides)
            database.write_many("DELETE FROM findings WHERE number = ?", [(number,) for number, *_ in before])
            if heeded:
                database.write("DELETE FROM pending WHERE step = 'matching' AND document = ?", (id_,))
            database.write("INSERT OR IGNORE INTO pending VALUES ('settling', ?)", (id_,))
        number = database.value("SELECT coalesce(max(number), 0) + 1 FROM findings")
        for first, some in _lots(ready, number):
            _put(database, first, some)
            changed.update(side for written, _ in some for side in (written.a, written.b))
        _take_verdicts(database, number)
        database.write("UPDATE findings SET under = '' WHERE under != '' AND under NOT IN (SELECT id FROM findings)")
        articles.count(database, changed)


def read(record: str, under: str) -> Finding:
    """Return the finding of a record, under the lead that it has now."""
    found = records.read(Finding, record)
    return found if found.under == under else dataclasses.replace(found, under=under)


def _heeds_all(database: Database, said: Said | None) -> bool:
    """Return whether nobody said more since; None stands for all that is said."""
    return said is None or (database.value("SELECT max(number) FROM corrections") or 0) <= said.last


@contextmanager
def _ready(
    database: Database, findings: Iterable[Finding] | Ready, document: Callable[[str], Document]
) -> Iterator[Ready]:
    """Work out what is written of findings before anything is locked, of those with the same id the first."""
    if isinstance(findings, Ready):
        yield findings
        return
    known, quoted, places, under = set[str](), Quoted(document), list[int](), list[int]()
    here = {id_ for (id_,) in database.rows("SELECT id FROM documents")}
    with closing(Spool(database.folder)) as spool:
        for finding in findings:
            if (id_ := finding.id) not in known:
                known.add(id_)
                _must_be(here, {finding.match.a.document, finding.match.b.document})
                places += spool.put(pack([write(finding, quoted)])).tolist()
                under.append(int(finding.under or "0", 16))
        under = [lead if f"{lead:016x}" in known else 0 for lead in under]
        yield Ready(spool, np.array(places, np.int64), np.array(under, np.uint64))


def _must_be(here: AbstractSet[str], articles: AbstractSet[str]) -> None:
    if not here >= articles:
        raise DossierError("A finding is about an article that is not in the dossier. Check the articles again.")


def _lots(ready: Ready, number: int) -> Iterator[tuple[int, list[tuple[Written, str]]]]:
    """Yield findings, some at a time, and the number of the first of them; they are counted from a number on."""
    rest = iter(ready)
    while some := list(islice(rest, _TOGETHER)):
        yield number, some
        number += len(some)


def _put(database: Database, first: int, some: Sequence[tuple[Written, str]], where: str = "") -> None:
    """Add findings to the tables in force, or to those `where` others are made, by their numbers.

    Raises DossierError where one of the articles that they are about is not here.
    """
    sides = {side for written, _ in some for side in (written.a, written.b)}
    languages = _languages(database, sides)
    _must_be(languages.keys(), sides)
    database.write_many(
        f"""INSERT INTO {where}findings (number, id, relation, score, a, b, a_article, a_start, b_article, b_start, gap,
            a_language, b_language, under) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            (number, *written[:-2], languages[written.a], languages[written.b], under)
            for number, (written, under) in enumerate(some, first)
        ),
    )
    database.write_many(
        f"INSERT INTO {where}finding_records VALUES (?, ?, ?)",
        ((number, written.record, written.search) for number, (written, _) in enumerate(some, first)),
    )


def _take_verdicts(database: Database, first: int) -> None:
    """Give findings from a number on the verdicts that are in force."""
    database.write(
        """UPDATE findings SET verdict = reviews.verdict FROM reviews_in_force JOIN reviews USING (number)
           WHERE reviews_in_force.finding = findings.id AND findings.number >= ?""",
        (first,),
    )


def _languages(database: Database, documents: Iterable[str]) -> dict[str, str]:
    sql = "SELECT id, language FROM documents WHERE id IN (SELECT value FROM json_each(?))"
    return dict(database.rows(sql, (json.dumps(list(documents)),)))
