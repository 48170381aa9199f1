"""What a dossier is made of, for the page that shows its properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Relation, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.dossier.store import Dossier


class Properties(NamedTuple):
    """Counts, and sizes in bytes. `languages` counts articles, most first; `verdicts` findings that are reviewed.

    `unsettled` articles were compared with their neighbours only; `waiting` ones have not been compared yet. `engine`
    is the search engine whose index is there, "" if there is none.
    """

    folder: Path
    articles: int
    figures: int
    findings: Mapping[Relation, int]
    verdicts: Mapping[Verdict, int]
    languages: Mapping[str, int]
    skipped: int
    unsettled: int
    waiting: int
    bytes_kept: int
    bytes_of_index: int
    engine: str
    read_only: bool


def properties(dossier: Dossier) -> Properties:
    """Return the properties of an open dossier. Raises DossierError."""
    figures, languages, verdicts = dossier.tally()
    return Properties(
        folder=dossier.folder,
        articles=dossier.size(),
        figures=figures,
        findings=dossier.counts(),
        verdicts={verdict: verdicts.get(verdict.value, 0) for verdict in Verdict if verdict is not Verdict.OPEN},
        languages=languages,
        skipped=len(dossier.skipped()),
        unsettled=len(dossier.pending("settling")),
        waiting=len(dossier.pending("matching")),
        bytes_kept=sum(_size(dossier.file.with_name(f"{dossier.file.name}{ending}")) for ending in ("", "-wal")),
        bytes_of_index=sum(_size(path) for path in dossier.index_folder.rglob("*")),
        engine=_engine(dossier.index_folder),
        read_only=dossier.read_only,
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:  # it has just been replaced
        return 0


def _engine(index: Path) -> str:
    try:
        return (index / "current").read_text("utf-8").partition("-")[0]
    except (OSError, UnicodeDecodeError):
        return ""
