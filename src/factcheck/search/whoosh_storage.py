"""How articles lie in a Whoosh index: the fields, and postings that are data and nothing else.

Whoosh reads its files with pickle, which can run code that a file names. A dossier may come from somebody else, so
reading is restricted here to Whoosh's own record of a segment; everything else in the files is plain data.
"""

from __future__ import annotations

import io
import pickle
import sys
from array import array
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import whoosh.columns
import whoosh.filedb.structfile
import whoosh.formats
import whoosh.index
from whoosh import fields
from whoosh.codec import whoosh3
from whoosh.filedb.filestore import FileStorage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ALLOWED = {
    ("whoosh.codec.whoosh3", "W3Segment"),
    ("factcheck.search.whoosh_storage", "Codec"),
    ("collections", "defaultdict"),
    ("builtins", "int"),
    ("builtins", "set"),
    ("array", "array"),
    ("array", "_array_reconstructor"),
}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module.replace("__builtin__", "builtins"), name) not in _ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in an index")
        return super().find_class(module, name)


def _load(file: Any) -> Any:
    return _Unpickler(file).load()


def _loads(data: bytes) -> Any:
    return _Unpickler(io.BytesIO(data)).load()


def _dumps(data: object, _protocol: int) -> bytes:
    return pickle.dumps(data, 5)  # Whoosh asks for protocol 2, which knows no bytes: three times as large and slow


def restrict_reading() -> None:
    """Make Whoosh read data only, and write bytes as bytes. Old formats of Whoosh are refused."""
    for module, name, replacement in (
        (whoosh3, "dumps", _dumps),
        (whoosh3, "loads", _loads),
        (whoosh.filedb.structfile, "load_pickle", _load),
        (whoosh.columns, "loads", _loads),
        (whoosh.formats, "loads", _loads),
        (whoosh.index, "toc_loaders", {}),
    ):
        assert hasattr(module, name)
        setattr(module, name, replacement)


class Positions(whoosh.formats.Positions):
    """Positions as distances of four bytes each, lowest byte first."""

    def encode(self, places: list[int]) -> bytes:
        """Return ascending positions as bytes."""
        return encode(places)

    def decode_positions(self, value: bytes) -> list[int]:
        """Return the positions."""
        distances = array("I", value)
        if sys.byteorder == "big":
            distances.byteswap()
        return list(accumulate(distances))

    def decode_frequency(self, value: bytes) -> int:
        """Return how many positions there are."""
        return len(value) // 4


def encode(places: list[int]) -> bytes:
    """Return ascending positions as bytes."""
    if len(places) == 1:
        return places[0].to_bytes(4, "little")
    distances = array("I", (places[0], *(b - a for a, b in pairwise(places))))
    if sys.byteorder == "big":
        distances.byteswap()
    return distances.tobytes()


class Words(fields.FieldType):
    """A field that takes terms with their places and weights, ready made: {term: (places, weight)}."""

    def __init__(self, *, scorable: bool) -> None:
        super().__init__(Positions(), None, scorable=scorable)  # type: ignore[no-untyped-call]

    def index(
        self, value: dict[str, tuple[list[int], float]], **_: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield what Whoosh stores of each term."""
        for term, (places, weight) in value.items():
            yield term.encode(), len(places), weight, encode(places)


class Exact(fields.FieldType):
    """A field that takes one term as it is; with `column`, the term of an article can be looked up."""

    def __init__(self, *, column: bool = False) -> None:
        super().__init__(whoosh.formats.Existence(), None, sortable=column)  # type: ignore[no-untyped-call]

    def index(self, value: str, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield the term."""
        yield value.encode(), 1, 1.0, b""


class Keywords(fields.FieldType):
    """A field that takes any number of terms as they are."""

    def __init__(self) -> None:
        super().__init__(whoosh.formats.Existence(), None)  # type: ignore[no-untyped-call]

    def index(self, value: Iterable[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield the terms."""
        for term in value:
            yield term.encode(), 1, 1.0, b""


class Column(Exact):
    """A field that can be looked up by article, and not searched."""

    def index(self, value: str, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield nothing."""
        del value
        return iter(())


class Folder(FileStorage):
    """The files of an index in a folder; all that is open can be closed, also where opening failed half way."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))  # type: ignore[no-untyped-call]
        self._opened: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        """Return an open file."""
        file = super().open_file(name, **options)  # type: ignore[no-untyped-call]
        self._opened = [*(one for one in self._opened if not one.is_closed), file]
        return file

    def close(self) -> None:
        """Do nothing: Whoosh calls this with every segment that it closes."""

    def close_files(self) -> None:
        """Close every file that is still open."""
        for file in self._opened:
            if not file.is_closed:
                file.close()
        self._opened.clear()


def schema() -> Any:
    """Return the fields of an article in the index."""
    return fields.Schema(
        document=Exact(column=True),
        text=Words(scorable=True),
        written=Words(scorable=True),
        source=Words(scorable=False),
        file=Words(scorable=False),
        sounds=Keywords(),
        traits=Column(column=True),
        language=Exact(),
        published=Exact(column=True),
    )


class Codec(whoosh3.W3Codec):
    """Whoosh's third codec, without the lengths of articles beside each posting (they have a column of their own)."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(compression=1)  # type: ignore[no-untyped-call]


class PostingsByTerm:
    """Collects the postings of a batch by term, in memory, in place of Whoosh's sorted pool of single postings."""

    def __init__(self) -> None:
        self._found: dict[str, dict[bytes, list[Any]]] = {}

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """Add a posting: field, term, article, weight, positions. Articles come in ascending order."""
        field, term, *rest = posting
        self._found.setdefault(field, {}).setdefault(term, []).extend(rest)

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        """Yield the postings by field and term."""
        for field, terms in sorted(self._found.items()):
            for term in sorted(terms):
                flat = iter(terms[term])
                for number, weight, places in zip(flat, flat, flat, strict=True):
                    yield field, term, number, weight, places

    def cleanup(self) -> None:
        """Forget everything."""
        self._found.clear()
