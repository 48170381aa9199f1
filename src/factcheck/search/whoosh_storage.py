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

from factcheck.search.whoosh_terms import FieldWriter

if TYPE_CHECKING:
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
    """A field of terms with their places and weights."""

    def __init__(self, *, scorable: bool) -> None:
        super().__init__(Positions(), None, scorable=scorable)  # type: ignore[no-untyped-call]


class Exact(fields.FieldType):
    """A field of terms as they are; with `column`, that of an article can be looked up."""

    def __init__(self, *, column: bool = False) -> None:
        super().__init__(whoosh.formats.Existence(), None, sortable=column)  # type: ignore[no-untyped-call]


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
        sounds=Exact(),
        traits=Exact(column=True),  # no term
        language=Exact(),
        published=Exact(column=True),
    )


class Codec(whoosh3.W3Codec):
    """Whoosh's third codec, without the lengths of articles beside each posting (they have a column of their own)."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(compression=1)  # type: ignore[no-untyped-call]

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """Return what writes the terms of a segment."""
        return FieldWriter(storage, segment)
