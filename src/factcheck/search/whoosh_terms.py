"""The terms of a Whoosh segment and their postings, written a whole term at a time in the format of its third codec.

Whoosh's own writers take each posting through a dozen calls, and compress blocks that are smaller than what compression
adds to them. Whoosh's readers read these files as they read their own.
"""

from __future__ import annotations

import pickle
import struct
import zlib
from array import array
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from whoosh.codec import whoosh3
from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.util.numlists import GrowableArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BLOCK = 1024  # postings that are read at once
_WORTH = 200  # bytes of a block from which compressing it saves anything
_AT_ONCE = 1 << 20  # bytes that are written at once
_CRC = 1  # of Whoosh's hash functions, the fastest
_HEAD = struct.Struct("!ii")  # lengths of a key and its value
_SLOT = struct.Struct("!Iq")  # hash and position
_EXTENT = struct.Struct("!qi")  # position and length of a term's postings
_TERM = whoosh3.W3TermInfo._struct  # noqa: SLF001 - its layout is the file's
_MARK: bytes = whoosh3.WHOOSH3_HEADER_MAGIC
_NO_LENGTHS = 0, 0  # of the shortest and the longest article: they have a column of their own


class FieldWriter:
    """As much of Whoosh's `codec.base.FieldWriter` as is asked; `whoosh3.W3TermsReader` and `W3LeafMatcher` read it."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._terms = _Terms(segment.create_file(storage, whoosh3.W3Codec.TERMS_EXT))
        self._fields: dict[str, int] = {}
        self._terms.extras["fieldmap"] = self._fields
        self._postings = segment.create_file(storage, whoosh3.W3Codec.POSTS_EXT)
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: object, items: Iterable[tuple[str, Iterable[Any]]]) -> None:
        """Write fields in order, of each its terms in order, of each a list: number, weight and places by article."""
        del lengths
        waiting: list[bytes] = []
        at, written = 0, 0
        for field, terms in items:
            number = self._fields.setdefault(field, len(self._fields))
            prefix, placed = struct.pack("!H", number), schema[field].format.fixed_value_size() != 0
            for term, postings in terms:
                numbers, weights = postings[::3], postings[1::3]
                made = _blocks(numbers, weights, postings[2::3] if placed else None)
                length = len(made)
                info = _TERM.pack(
                    0, sum(weights), len(numbers), *_NO_LENGTHS, max(weights), numbers[0], numbers[-1]
                )  # 0: the postings are not part of the term's record
                self._terms.put(prefix + term.encode(), info + _EXTENT.pack(at, length))
                waiting.append(made)
                at += length
                if at - written >= _AT_ONCE:
                    self._postings.write(b"".join(waiting))
                    waiting, written = [], at
        self._postings.write(b"".join(waiting))

    def close(self) -> None:
        """Finish the files."""
        self._terms.close()  # type: ignore[no-untyped-call]
        self._postings.close()
        self.is_closed = True


def _blocks(numbers: Sequence[int], weights: Sequence[float], places: Sequence[bytes] | None) -> bytes:
    """Return the postings of a term: a mark, then block by block its length (of the last one below 0) and contents."""
    if len(numbers) <= _BLOCK:
        return _MARK + _block(numbers, weights, places, last=True)
    parts = [_MARK]
    for start in range(0, len(numbers), _BLOCK):
        end = start + _BLOCK
        part = places[start:end] if places is not None else None
        parts.append(_block(numbers[start:end], weights[start:end], part, last=end >= len(numbers)))
    return b"".join(parts)


def _block(numbers: Sequence[int], weights: Sequence[float], places: Sequence[bytes] | None, *, last: bool) -> bytes:
    """Return a block: its length, what is known of it, and its numbers (as differences), weights and places."""
    most, steps = weights[0], tuple(numbers)
    weight: float | tuple[float, ...] | None = most
    if len(numbers) > 1:  # most terms stand in one article
        most, steps = max(weights), (numbers[0], *(after - before for before, after in pairwise(numbers)))
        weight = most if weights.count(most) == len(weights) else tuple(weights)
    made = pickle.dumps((steps, None if weight == 1.0 else weight, tuple(places) if places is not None else None), 5)
    compressed = int(len(made) >= _WORTH)
    if compressed:
        made = zlib.compress(made, 1)
    known = pickle.dumps((len(numbers), numbers[-1], most, compressed, *_NO_LENGTHS), 5)
    length = len(known) + len(made)
    return struct.pack("!i", -length if last else length) + known + made


class _Terms(OrderedHashWriter):
    """The dictionary: as Whoosh's own, but written in a few large pieces, and with a faster hash."""

    def __init__(self, file: Any) -> None:
        HashWriter.__init__(self, file, hashtype=_CRC)
        self.index = GrowableArray()
        self._at = file.tell()
        self._places: list[int] = []
        self._waiting: list[bytes] = []

    def put(self, key: bytes, value: bytes) -> None:
        """Add a term; they come in order."""
        self._places.append(self._at)
        hashed = zlib.crc32(key)
        self.buckets[hashed & 255].append((hashed, self._at))
        self._waiting += (_HEAD.pack(len(key), len(value)), key, value)
        self._at += _HEAD.size + len(key) + len(value)

    def _write_hashes(self) -> None:
        """Write the terms, and 256 tables of slots, each with twice as many as it has terms; 0, 0 is an empty one."""
        self.dbfile.write(b"".join(self._waiting))
        at = self._at
        for entries in self.buckets:
            slots = 2 * len(entries)
            self.directory.append((at, slots))
            table: list[tuple[int, int]] = [(0, 0)] * slots
            for entry in entries:
                slot = (entry[0] >> 8) % slots
                while table[slot] != (0, 0):
                    slot = (slot + 1) % slots
                table[slot] = entry
            self.dbfile.write(struct.pack("!" + "Iq" * slots, *chain.from_iterable(table)))
            at += slots * _SLOT.size

    def _write_extras(self) -> None:
        self.index.array = array("q" if self._at >> 32 else "I", self._places)
        super()._write_extras()  # type: ignore[no-untyped-call]
