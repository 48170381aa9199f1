"""The nouns as compact JSON: a dataclass is a list of its fields in order.

A field that was added to a noun later, at its end and with a default, is simply missing in older records.
"""

from __future__ import annotations

import json
import marshal
import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from factcheck.model import Claim, Finding, Scope

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

_TOGETHER = 500  # findings that are read from the store at once
_MOST_AT_HAND = 8_000  # claims, some 8 MB, and as many scopes
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def write(noun: object) -> str:
    """Return a noun as JSON."""
    return _JSON.encode(_writer(type(noun))(noun))


def write_all(kind: type, nouns: Iterable[object]) -> str:
    """Return nouns of one kind as JSON."""
    writer = _writer(kind)
    return _JSON.encode([writer(noun) for noun in nouns])


def read(kind: type[T], record: str) -> T:
    """Return the noun that a record holds. Raises ValueError, TypeError or KeyError if it holds none."""
    made: T = _reader(kind)(json.loads(record))
    return made


def read_all(kind: type[T], record: str) -> tuple[T, ...]:
    """Return the nouns that a record holds. Raises ValueError, TypeError or KeyError if it holds none."""
    reader = _reader(kind)
    return tuple(reader(one) for one in json.loads(record))


def findings(connection: sqlite3.Connection) -> Iterator[tuple[int, Finding]]:
    """Yield all findings of a store with their numbers, some at a time: meanwhile others may be written."""
    last = 0
    sql = "SELECT number, record FROM finding_records WHERE number > ? ORDER BY number LIMIT ?"
    while rows := connection.execute(sql, (last, _TOGETHER)).fetchall():
        last = rows[-1][0]
        for number, record in rows:
            yield number, read(Finding, record)


def _same(value: Any) -> Any:
    return value


def _special(parts: Iterable[Callable[[Any], Any]]) -> list[tuple[int, Callable[[Any], Any]]]:
    """Return those parts that have something to do, with their place."""
    return [(at, part) for at, part in enumerate(parts) if part is not _same]


def _list_writer(
    values_of: Callable[[Any], tuple[Any, ...]], special: list[tuple[int, Callable[[Any], Any]]]
) -> Callable[[Any], Any]:
    def write_fields(noun: Any) -> list[Any]:
        values = list(values_of(noun))
        for at, part in special:
            values[at] = part(values[at])
        return values

    return write_fields


def _list_reader(kind: type, special: list[tuple[int, Callable[[Any], Any]]]) -> Callable[[Any], Any]:
    if not special:
        return lambda record: kind(*record)

    def read_fields(record: list[Any]) -> Any:
        values = list(record)
        for at, part in special:
            if at < len(values):
                values[at] = part(values[at])
        return kind(*values)

    return read_fields


_cached: Callable[[Callable[[Any], Callable[[Any], Any]]], Callable[[Any], Callable[[Any], Any]]] = cache


@_cached
def _writer(kind: Any) -> Callable[[Any], Any]:
    """Return what turns a value of a type into what JSON knows."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        inner = _writer(next(a for a in arguments if a is not type(None)))
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    if origin is tuple:
        inner = _writer(arguments[0])
        return list if inner is _same else lambda value: [inner(one) for one in value]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        return _list_writer(attrgetter(*names), _special(_writer(hints[name]) for name in names))
    if kind is Decimal:
        return str
    if kind in {date, datetime}:
        return lambda value: value.isoformat()
    return _same  # text, numbers, truth values; a StrEnum is text


def _sparing(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a reader that makes no new noun of a record that is at hand: a claim is part of many findings."""
    known: dict[bytes, Any] = {}

    def read_or_recall(record: list[Any]) -> Any:
        # of marshal the version in which equal records give equal bytes; its digest takes a tenth of the room
        name = blake2b(marshal.dumps(record, 2), digest_size=16).digest()
        noun = known.get(name)
        if noun is None:
            if len(known) >= _MOST_AT_HAND:
                known.clear()
            noun = known[name] = read(record)
        return noun

    return read_or_recall


@_cached
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Return what turns what JSON knows into a value of a type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        inner = _reader(next(a for a in arguments if a is not type(None)))
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    if origin is tuple:
        inner = _reader(arguments[0])
        return tuple if inner is _same else lambda value: tuple(inner(one) for one in value)
    if is_dataclass(kind):
        assert isinstance(kind, type)
        hints = get_type_hints(kind)
        read_fields = _list_reader(kind, _special(_reader(hints[field.name]) for field in fields(kind)))
        return _sparing(read_fields) if kind in {Claim, Scope} else read_fields
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {member.value: member for member in kind}.__getitem__
    if kind is Decimal:
        return Decimal
    if kind in {date, datetime}:
        return kind.fromisoformat  # type: ignore[no-any-return]
    return _same
