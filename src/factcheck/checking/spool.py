"""What matches say for themselves, on disk until it is known which of them are kept: there are a dozen an article."""

from __future__ import annotations

import json
import struct
from contextlib import suppress
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import DossierError
from factcheck.model import Finding, Match, Reason, Relation

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

_IN_MEMORY = 1 << 24  # bytes from which a file is made
_LENGTH = struct.Struct("<I")
_FULL = "The disk is full. Free some space and try again; what was saved stays saved."
_ON_DISK = ""  # the name of the reason that stands for those on disk, its place in the weight


class Said(NamedTuple):
    """What a finding says besides its figures: all that `model.Finding` has and `Match.reasons` are."""

    relation: str
    type: str
    gap: float | None
    explanation: str
    conflicts: list[str]
    reasons: list[tuple[str, str, float]]


def words_of(finding: Finding) -> bytes:
    """Return what a finding says, to be put on a spool of this or another process."""
    match = finding.match
    reasons = [(reason.name, reason.detail, reason.weight) for reason in match.reasons]
    told = str(finding.relation), finding.type, finding.gap, finding.explanation, match.conflicts, reasons
    return json.dumps(told).encode()


class Spool:
    """What findings say, on disk; it is gone when it is closed."""

    def __init__(self, folder: Path | None = None) -> None:
        """Put it into a file of a folder, of the system's where none is named; nobody else sees that file."""
        self._file = SpooledTemporaryFile(_IN_MEMORY, dir=str(folder) if folder else None)  # noqa: SIM115 - closed with the spool
        self._end = 0

    def put(self, told: bytes) -> tuple[Reason]:
        """Keep what a finding says; return what stands for its reasons until they are wanted. Raises DossierError."""
        place, self._end = self._end, self._end + _LENGTH.size + len(told)
        try:
            self._file.write(_LENGTH.pack(len(told)) + told)
        except OSError as error:
            raise DossierError(_FULL) from error
        return (Reason(_ON_DISK, "", place),)

    def get(self, match: Match) -> Said | None:
        """Return what was said of a match; None where nothing of it was put here."""
        if not match.reasons or not any(reason.name == _ON_DISK for reason in match.reasons):
            return None
        place = next(reason.weight for reason in match.reasons if reason.name == _ON_DISK)
        self._file.seek(int(place))
        (length,) = _LENGTH.unpack(self._file.read(_LENGTH.size))
        return Said(*json.loads(self._file.read(length)))

    def close(self) -> None:
        """Forget all; on a full disk closing a file fails too."""
        with suppress(OSError):
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def unfolded(match: Match, told: Said | None) -> Match:
    """Return a match with the reasons that were put on a spool in place of what stands for them."""
    if told is None:
        return match
    reasons: list[Reason] = []
    for reason in match.reasons:
        reasons += [Reason(*each) for each in told.reasons] if reason.name == _ON_DISK else [reason]
    return Match(match.a, match.b, match.score, tuple(reasons), match.conflicts)


def finding_of(match: Match, told: Said) -> Finding:
    """Return the finding of a match as it was put on a spool, without its words."""
    return Finding(match, Relation(told.relation), told.type, told.gap, "")
