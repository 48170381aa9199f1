"""What is written of findings, on disk until all of them are known: there are a dozen and more an article."""

from __future__ import annotations

import dataclasses
import marshal
from array import array
from contextlib import suppress
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.dossier import records
from factcheck.dossier.database import disk_in_words
from factcheck.dossier.schema import RANK
from factcheck.dossier.texts import storable
from factcheck.model import Finding, article_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from factcheck.dossier.texts import Quoted

_IN_MEMORY = 1 << 24  # bytes from which a file is made
_LENGTH = 4  # bytes that say how long what follows is


class Written(NamedTuple):
    """What the store keeps of a finding but under which other it stands: columns, `record` and `search`.

    `search` is the text by which it is found; the rest is as in `schema`.
    """

    id: str
    relation: int
    score: float
    a: str
    b: str
    a_article: int
    a_start: int
    b_article: int
    b_start: int
    gap: float | None
    record: str
    search: str


class Packed(NamedTuple):
    """What is written of some findings, one behind the other, and where each begins."""

    data: bytearray
    starts: NDArray[np.int64]


def write(finding: Finding, quoted: Quoted) -> Written:
    """Return what the store keeps of a finding about articles that are `quoted`."""
    a, b = finding.match.a, finding.match.b
    return Written(
        finding.id, RANK[finding.relation], finding.match.score, a.document, b.document,
        article_key(a.document), a.span.start, article_key(b.document), b.span.start,
        finding.gap, record_of(finding), quoted.search_text(finding),
    )  # fmt: skip


def record_of(finding: Finding) -> str:
    """Return the record of a finding; under which other it stands has a column of its own, since that may change."""
    return storable(records.write(dataclasses.replace(finding, under="") if finding.under else finding))


def pack(written: Iterable[Written]) -> Packed:
    """Return what is written of some findings as bytes; none of it is here twice."""
    data, starts = bytearray(), array("q")
    for one in written:
        starts.append(len(data))
        packed = marshal.dumps(tuple(one))
        data += len(packed).to_bytes(_LENGTH, "little")
        data += packed
    return Packed(data, np.array(starts, np.int64))


class Spool:
    """What is written of findings, in a file that nobody else sees; it is gone when it is closed."""

    def __init__(self, folder: Path | None) -> None:
        """Keep the file in a folder, in the system's for such files where none is named."""
        self._folder, self._end = folder, 0
        self._file = SpooledTemporaryFile(_IN_MEMORY, dir=str(folder) if folder else None)  # noqa: SIM115 - see close

    def put(self, packed: Packed) -> NDArray[np.int64]:
        """Keep what is written of findings; return the place of each. Raises DossierError."""
        places = packed.starts + self._end
        self._end += len(packed.data)
        with disk_in_words(self._folder):
            self._file.seek(0, 2)
            self._file.write(packed.data)
        return places

    def get(self, place: int) -> Written:
        """Return what is written of the finding at a place. Raises DossierError."""
        with disk_in_words(self._folder):
            self._file.seek(place)
            length = int.from_bytes(self._file.read(_LENGTH), "little")
            return Written(*marshal.loads(self._file.read(length)))  # noqa: S302 - nobody else writes this file

    def close(self) -> None:
        """Forget all; on a full disk closing a file fails too."""
        with suppress(OSError):
            self._file.close()


@dataclasses.dataclass(frozen=True, slots=True)
class Ready:
    """Findings that wait in a spool to be stored: their places, in order, and the ids of those under which they stand.

    Such an id is a number here, 0 for none: there may be millions.
    """

    spool: Spool
    places: NDArray[np.int64]
    under: NDArray[np.uint64]

    def __iter__(self) -> Iterator[tuple[Written, str]]:
        """Yield what is written of each, and under which it stands. Raises DossierError."""
        for place, lead in zip(self.places.data, self.under.data, strict=True):
            yield self.spool.get(place), f"{lead:016x}" if lead else ""
