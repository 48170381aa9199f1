"""The order of the steps: files are read, their claims matched and compared, the findings kept."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from factcheck.arithmetic import check_article
from factcheck.claims.extraction import extract
from factcheck.comparison import compare
from factcheck.errors import UnreadableFileError
from factcheck.matching.pairing import match
from factcheck.model import Case, Claim, Document, Finding, Relation, Skipped
from factcheck.reading.files import find, read
from factcheck.search.index import open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.dossier.store import Dossier

# From this many files on, reading in several processes is worth their start (about a second each).
_MANY_FILES = 60
# Findings less likely than this to speak of the same thing are not worth a person's time.
_LEAST_SCORE = {Relation.DIFFER: 0.35, Relation.CHECK: 0.2, Relation.AGREE: 0.2}
_ORDER = {Relation.DIFFER: 0, Relation.CHECK: 1, Relation.AGREE: 2}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step ("reading", "matching", "indexing") is: `done` of `total`, and what is at hand."""

    step: str
    done: int
    total: int
    detail: str = ""


def check(
    dossier: Dossier | None,
    paths: Sequence[Path],
    *,
    language: str | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Progress | Skipped | Case]:
    """Read files and folders, compare all figures of the dossier, and yield what happens: the cases last, best first.

    Without a dossier nothing is kept. `language` overrides what detection says. When `cancelled` says so, reading
    stops, and what was read stays read; nothing is compared then.
    """
    files = list(find(paths))
    known = _Known(dossier)
    skipped: list[Skipped] = []
    yield Progress("reading", 0, len(files))
    for done, outcome in enumerate(_read_all(files, language), 1):
        if cancelled():
            return
        fault = outcome if isinstance(outcome, Skipped) else known.take(*outcome)
        if fault is not None:
            skipped.append(fault)
            yield fault
        yield Progress("reading", done, len(files), str(files[done - 1]))
    documents, claims = known.documents, known.claims
    if dossier is not None:
        dossier.replace_skipped(skipped)
        yield from _index(dossier, known)
    yield Progress("matching", 0, 1)
    findings = find_discrepancies(list(documents.values()), claims)
    if cancelled():
        return
    if dossier is not None:
        dossier.replace_findings(findings)
    yield Progress("matching", 1, 1)
    for finding in findings:
        yield Case(finding, documents[finding.match.a.document], documents[finding.match.b.document])


def find_discrepancies(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> list[Finding]:
    """Return the findings worth keeping: what differs first, then what is to be checked, each by falling score."""
    ordered = sorted(documents, key=lambda document: document.id)
    made = [compare(each) for each in match(ordered, claims)]
    kept = [finding for finding in made if finding.match.score >= _LEAST_SCORE[finding.relation]]
    kept += [finding for document in ordered for finding in check_article(document, claims.get(document.id, ()))]
    return sorted(kept, key=lambda finding: (_ORDER[finding.relation], -finding.match.score, finding.id))


class _Known:
    """The documents of a dossier and their claims, while more are read; `fresh` and `gone` are for the index."""

    def __init__(self, dossier: Dossier | None) -> None:
        self._dossier = dossier
        self.documents = {} if dossier is None else {document.id: document for document in dossier.documents()}
        self.claims: dict[str, tuple[Claim, ...]] = {}
        if dossier is not None:
            self.claims = {document: dossier.claims(document) for document in self.documents}
        self._at = {document.path: document.id for document in self.documents.values()}
        self.fresh: list[Document] = []
        self.gone: list[str] = []

    def take(self, document: Document, claims: tuple[Claim, ...]) -> Skipped | None:
        """Take in a document that was read; return why not if the same bytes are known from another file."""
        twin = self.documents.get(document.id)
        if twin is not None and twin.path != document.path and self._at.get(twin.path) == twin.id:
            return Skipped(document.path, f"The same text, byte for byte, as {twin.path}; it is read once.")
        former = self._at.get(document.path)
        if former is not None and former != document.id:
            self._forget(former)
        if twin != document or self.claims.get(document.id) != claims:
            self.documents[document.id], self.claims[document.id] = document, claims
            self._at[document.path] = document.id
            self.fresh.append(document)
            if self._dossier is not None:
                self._dossier.save(document, claims)
        return None

    def _forget(self, document: str) -> None:
        del self.documents[document], self.claims[document]
        self.gone.append(document)
        if self._dossier is not None:
            self._dossier.remove(document)


def _index(dossier: Dossier, known: _Known) -> Iterator[Progress]:
    """Bring the full-text index up to date; it is filled again when it is missing or damaged."""
    with open_index(dossier.index_folder, dossier) as index:
        yield Progress("indexing", 0, 1)
        index.update(known.fresh, known.gone)
        yield Progress("indexing", 1, 1)


def _read_one(path: Path, language: str | None) -> tuple[Document, tuple[Claim, ...]] | Skipped:
    try:
        document = read(path, language=language)
    except UnreadableFileError as error:
        return Skipped(str(path), str(error))
    return document, tuple(extract(document))


def _read_all(files: Sequence[Path], language: str | None) -> Iterator[tuple[Document, tuple[Claim, ...]] | Skipped]:
    """Yield the outcome for each file, in order; many files are read by several processes."""
    processes = os.cpu_count() or 1
    if len(files) < _MANY_FILES or processes == 1:
        for path in files:
            yield _read_one(path, language)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_read_one, files, [language] * len(files), chunksize=8)
