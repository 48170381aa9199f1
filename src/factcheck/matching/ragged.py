"""Many short lists of numbers, one behind the other in one array: a dossier has millions of words."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Any, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

_AT_ONCE = 1 << 18  # numbers that are looked at together

Numbers = NDArray[np.int64]
Values = NDArray[np.float64]


Thing = TypeVar("Thing", bound=Hashable)


class Numbering(dict[Thing, int]):
    """Numbers for things as they come: where there are millions, numbers take a fraction of their room."""

    def __missing__(self, thing: Thing) -> int:
        self[thing] = number = len(self)
        return number


class Lines(Sequence[str]):
    """Many texts, one behind the other in one: each by itself would take five times the room."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._bytes, self._ends = bytearray(), array("q", [0])
        for text in texts:
            self._bytes += text.encode("utf-8", "surrogatepass")
            self._ends.append(len(self._bytes))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return [self._text(each) for each in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self._text(number)

    def __iter__(self) -> Iterator[str]:
        return map(self._text, range(len(self)))

    def _text(self, number: int) -> str:
        return self._bytes[self._ends[number] : self._ends[number + 1]].decode("utf-8", "surrogatepass")


class Ragged:
    """Lists of numbers; list `n` is `numbers[starts[n] : starts[n + 1]]`."""

    def __init__(self, numbers: NDArray[Any], starts: NDArray[Any]) -> None:
        self.numbers = numbers
        self.starts = starts

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> Ragged:
        """Return lists of numbers below 2^31."""
        starts = np.fromiter(accumulate(map(len, lists), initial=0), np.int64, len(lists) + 1)
        return cls(np.fromiter(chain.from_iterable(lists), np.int32, int(starts[-1])), starts)

    @classmethod
    def sorted_into(cls, rows: NDArray[Any], numbers: NDArray[Any], size: int) -> Ragged:
        """Return `size` lists: each number in the list of its row, in the order that they come in."""
        order = np.argsort(rows, kind="stable")
        return cls(numbers[order], starts_of(np.bincount(rows, minlength=size)))

    @classmethod
    def joined(cls, parts: Sequence[Ragged]) -> Ragged:
        """Return the lists of several parts, in order."""
        if not parts:
            return cls(np.zeros(0, np.int32), np.zeros(1, np.int64))
        lengths = np.concatenate([part.lengths for part in parts])
        return cls(np.concatenate([part.numbers for part in parts]), starts_of(lengths))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> NDArray[Any]:
        return self.numbers[self.starts[number] : self.starts[number + 1]]

    def named(self, others: NDArray[Any]) -> Ragged:
        """Return the lists with another number in place of each: the one that `others` has for it."""
        return Ragged(others[self.numbers], self.starts)

    @property
    def lengths(self) -> Numbers:
        """Return how long each list is."""
        lengths: Numbers = np.diff(self.starts)
        return lengths

    def rows(self) -> Numbers:
        """Return for each number the list that it is in."""
        return np.repeat(np.arange(len(self)), self.lengths)

    def stretches(self, most: int) -> Iterator[tuple[int, int]]:
        """Yield all lists, a stretch of them at a time with about so many numbers, as its begin and end."""
        begin = 0
        while begin < len(self):
            end = max(begin + 1, int(np.searchsorted(self.starts, self.starts[begin] + most, "right")) - 1)
            yield begin, end
            begin = end

    def stretch(self, begin: int, end: int) -> Ragged:
        """Return some lists that follow one another."""
        starts = self.starts[begin : end + 1]
        return Ragged(self.numbers[starts[0] : starts[-1]], starts - starts[0])

    def only(self, wanted: NDArray[np.bool_]) -> Ragged:
        """Return the lists with some of their numbers."""
        return Ragged(self.numbers[wanted], np.r_[0, np.cumsum(wanted)][self.starts])

    def totals(self, values: Values) -> Values:
        """Return for each list the sum of what its numbers are worth, added one after the other."""
        made = np.zeros(len(self))
        for begin, end in self.stretches(_AT_ONCE):
            here = self.stretch(begin, end)
            made[begin:end] = sums(here.rows(), values[here.numbers], end - begin)
        return made

    def take(self, lists: NDArray[Any]) -> tuple[Numbers, NDArray[Any]]:
        """Return for all numbers of some lists, in order, the place of their list among these, and the numbers."""
        which, at = self.places(lists)
        return which, self.numbers[at]

    def places(self, lists: NDArray[Any]) -> tuple[Numbers, Numbers]:
        """Return what `take` does, but instead of the numbers where they are in `numbers`."""
        begin = self.starts[lists]
        lengths = self.starts[lists + 1] - begin
        which = np.repeat(np.arange(len(lists)), lengths)
        return which, np.arange(len(which)) + np.repeat(begin - (np.cumsum(lengths) - lengths), lengths)

    def turned(self, size: int) -> Ragged:
        """Return for each number below `size` the lists that have it, ascending."""
        rows = np.repeat(np.arange(len(self), dtype=np.int32), self.lengths)
        return Ragged.sorted_into(self.numbers, rows, size)


class Growing:
    """Numbers that come a few at a time and are one array in the end, without ever being there twice."""

    def __init__(self, kind: DTypeLike) -> None:
        self._kind, self._data = np.dtype(kind), bytearray()  # which grows in place

    def extend(self, values: NDArray[Any]) -> None:
        """Put numbers behind those that are there; no array of these may be left."""
        self._data += np.ascontiguousarray(values, self._kind).data.cast("B") if len(values) else b""

    def all(self) -> NDArray[Any]:
        """Return all of them: what is written there is written here."""
        return np.frombuffer(self._data, self._kind)


def starts_of(lengths: NDArray[Any]) -> Numbers:
    """Return where lists of these lengths begin, and where the last one ends."""
    starts: Numbers = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def sums(rows: NDArray[Any], values: NDArray[Any], size: int) -> Values:
    """Return for each row the sum of its values, added one after the other, so that it is the same everywhere."""
    made: Values = np.bincount(rows, weights=values, minlength=size).astype(np.float64, copy=False)
    return made


def meetings(
    a: NDArray[Any], b: NDArray[Any], together: int
) -> Iterator[tuple[NDArray[Any], NDArray[Any], NDArray[Any]]]:
    """Yield pairs of items by each of their sides, ascending by it, those of some items at a time.

    What comes is the places of the pairs, the item, and the other one. `a` is ascending.
    """
    of_b = np.argsort(b, kind="stable").astype(np.int32)
    items = np.union1d(a[ranks(a) == 0], np.unique(b))
    edges = np.arange(0, len(items) + together, together)
    firsts = items[np.minimum(edges, len(items) - 1)] if len(items) else items
    forth, back = np.searchsorted(a, firsts), np.searchsorted(b, firsts, sorter=of_b)
    forth[-1:], back[-1:] = len(a), len(b)
    for n in range(len(firsts) - 1):
        one, other = np.arange(forth[n], forth[n + 1]), of_b[back[n] : back[n + 1]]
        yield np.r_[one, other], np.r_[a[one], b[other]], np.r_[b[one], a[other]]


def ranks(rows: NDArray[Any]) -> Numbers:
    """Return how many of the same row are before each; `rows` is ascending."""
    first = np.flatnonzero(np.r_[True, rows[1:] != rows[:-1]]) if len(rows) else np.zeros(0, np.int64)
    lengths = np.diff(np.r_[first, len(rows)])
    return np.arange(len(rows)) - np.repeat(first, lengths)


def all_pairs(rows: NDArray[Any]) -> tuple[Numbers, Numbers]:
    """Return the places of all pairs of the same row, each once, the first before the second; `rows` is ascending."""
    here = ranks(rows)
    last = np.flatnonzero(np.r_[rows[1:] != rows[:-1], True]) if len(rows) else np.zeros(0, np.int64)
    lengths = here[last] + 1
    after = np.repeat(lengths, lengths) - here - 1
    left = np.repeat(np.arange(len(rows)), after)
    return left, left + 1 + np.arange(len(left)) - np.repeat(np.cumsum(after) - after, after)
