"""What matches say for themselves, on disk until it is known which of them are kept: there are a dozen an article."""

from __future__ import annotations

import math
import struct
from contextlib import suppress
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from factcheck.dossier import records
from factcheck.dossier.database import disk_in_words
from factcheck.dossier.findings import Written
from factcheck.model import Finding, Match, Reason, Relation

if TYPE_CHECKING:
    from pathlib import Path

_IN_MEMORY = 1 << 24  # bytes from which a file is made
_HEAD = struct.Struct("<dII")  # the gap, not a number where there is none; bytes of the record and of the search text
_ON_DISK = ""  # the name of the reason that stands for those on disk, its place in the weight


class Spool:
    """What findings say, on disk; it is gone when it is closed."""

    def __init__(self, folder: Path | None = None) -> None:
        """Put it into a file of a folder, of the system's where none is named; nobody else sees that file."""
        self._file = SpooledTemporaryFile(_IN_MEMORY, dir=str(folder) if folder else None)  # noqa: SIM115 - closed with the spool
        self._folder, self._end = folder, 0

    def put(self, written: Written) -> tuple[Reason]:
        """Keep what a finding says; return what stands for the reasons of its match until they are wanted.

        All is put here before the first of it is asked for. Raises DossierError.
        """
        texts = written.record.encode(), written.search.encode()
        gap = math.nan if written.gap is None else written.gap
        place, self._end = self._end, self._end + _HEAD.size + sum(map(len, texts))
        with disk_in_words(self._folder):
            self._file.write(_HEAD.pack(gap, *map(len, texts)) + b"".join(texts))
        return (Reason(_ON_DISK, str(written.finding.relation), place),)

    def bare(self, match: Match) -> Finding | None:
        """Return the finding of a match that was put here, without what it says; None where it was not."""
        marks = [reason for reason in match.reasons if reason.name == _ON_DISK]
        return Finding(match, Relation(marks[0].detail), "", None, "") if marks else None

    def get(self, match: Match) -> Finding | None:
        """Return the finding of a match as it was put here; None where it was not. Raises DossierError."""
        kept = self._get(match)
        return None if kept is None else records.read(Finding, kept[1])

    def _get(self, match: Match) -> tuple[float | None, str, str] | None:
        place = next((reason.weight for reason in match.reasons if reason.name == _ON_DISK), None)
        if place is None:
            return None
        with disk_in_words(self._folder):
            self._file.seek(int(place))
            gap, *lengths = _HEAD.unpack(self._file.read(_HEAD.size))
            record, search = (self._file.read(length).decode() for length in lengths)
        return (None if math.isnan(gap) else gap), record, search

    def written(self, finding: Finding) -> Written | None:
        """Return what the store keeps of a finding; None where it is another, or says more, than what was put here."""
        changed = finding.type or len(finding.match.reasons) != 1
        kept = None if changed else self._get(finding.match)
        return None if kept is None else Written(finding, *kept)

    def whole(self, finding: Finding) -> Finding:
        """Return a finding with all that it says, whether that was put here or not."""
        before, match = self.get(finding.match), finding.match
        if before is None:
            return finding
        reasons: list[Reason] = []
        for reason in match.reasons:
            reasons += before.match.reasons if reason.name == _ON_DISK else [reason]
        match = Match(match.a, match.b, match.score, tuple(reasons), match.conflicts)
        said = finding if finding.type else before  # it was compared again, or was not
        return Finding(match, finding.relation, said.type, said.gap, said.explanation, finding.under)

    def close(self) -> None:
        """Forget all; on a full disk closing a file fails too."""
        with suppress(OSError):
            self._file.close()
