"""What matches say for themselves, on disk until it is known which of them are kept: there are a dozen an article."""

from __future__ import annotations

import json
import struct
from contextlib import suppress
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

from factcheck.dossier.database import disk_in_words
from factcheck.model import Finding, Match, Reason, Relation

if TYPE_CHECKING:
    from pathlib import Path

_IN_MEMORY = 1 << 24  # bytes from which a file is made
_LENGTH = struct.Struct("<I")
_ON_DISK = ""  # the name of the reason that stands for those on disk, its place in the weight


class Told(NamedTuple):
    """What a finding says besides its figures, and the conflicts of its match when it was made."""

    type: str
    gap: float | None
    explanation: str
    conflicts: list[str]
    reasons: list[tuple[str, str, float]]


def told(finding: Finding) -> tuple[str, str]:
    """Return the relation of a finding, and what it says, to be put on a spool of this or another process."""
    match = finding.match
    reasons = [(reason.name, reason.detail, reason.weight) for reason in match.reasons]
    words = Told(finding.type, finding.gap, finding.explanation, list(match.conflicts), reasons)
    return str(finding.relation), json.dumps(words)


class Spool:
    """What findings say, on disk; it is gone when it is closed."""

    def __init__(self, folder: Path | None = None) -> None:
        """Put it into a file of a folder, of the system's where none is named; nobody else sees that file."""
        self._file = SpooledTemporaryFile(_IN_MEMORY, dir=str(folder) if folder else None)  # noqa: SIM115 - closed with the spool
        self._folder, self._end = folder, 0

    def put(self, relation: str, words: str) -> tuple[Reason]:
        """Keep what a finding says; return what stands for the reasons of its match until they are wanted.

        All is put here before the first of it is asked for. Raises DossierError.
        """
        place, self._end = self._end, self._end + _LENGTH.size + len(words)
        with disk_in_words(self._folder):
            self._file.write(_LENGTH.pack(len(words)) + words.encode("ascii"))
        return (Reason(_ON_DISK, relation, place),)

    def bare(self, match: Match) -> Finding | None:
        """Return the finding of a match that was put here, without what it says; None where it was not."""
        marks = [reason for reason in match.reasons if reason.name == _ON_DISK]
        return Finding(match, Relation(marks[0].detail), "", None, "") if marks else None

    def get(self, match: Match) -> Told | None:
        """Return what was said of a match; None where nothing of it was put here. Raises DossierError."""
        place = next((reason.weight for reason in match.reasons if reason.name == _ON_DISK), None)
        if place is None:
            return None
        with disk_in_words(self._folder):
            self._file.seek(int(place))
            (length,) = _LENGTH.unpack(self._file.read(_LENGTH.size))
            return Told(*json.loads(self._file.read(length).decode("ascii")))

    def whole(self, finding: Finding) -> Finding:
        """Return a finding with all that it says, whether that was put here or not."""
        words, match = self.get(finding.match), finding.match
        if words is None:
            return finding
        reasons: list[Reason] = []
        for reason in match.reasons:
            reasons += [Reason(*each) for each in words.reasons] if reason.name == _ON_DISK else [reason]
        match = Match(match.a, match.b, match.score, tuple(reasons), match.conflicts)
        if finding.type:  # it was compared again
            return Finding(match, finding.relation, finding.type, finding.gap, finding.explanation, finding.under)
        return Finding(match, finding.relation, words.type, words.gap, words.explanation, finding.under)

    def close(self) -> None:
        """Forget all; on a full disk closing a file fails too."""
        with suppress(OSError):
            self._file.close()
