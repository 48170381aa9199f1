"""Lexicons as plain data, so that they can be kept on disk (`language.remembered`)."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from typing import Any

from factcheck.claims.tries import END, Lexicon, Trie, Word
from factcheck.claims.units import Unit
from factcheck.language import expressions
from factcheck.model import Kind

_NOT_STORED = frozenset({"met", "pieces", "whole"})  # filled while texts are read, or of use only before


def stored(words: Lexicon) -> dict[str, Any]:
    """Return a lexicon as dicts, tuples, sets, strings and numbers."""
    known: dict[str, str] = {}  # one object for each string, so that each is written once
    made: dict[str, Any] = {}
    for each in fields(Lexicon):
        value = getattr(words, each.name)
        if isinstance(value, Trie):
            made[each.name] = _trie(value, known)
        elif each.name == "token":
            made[each.name] = expressions.kept(value)
        elif each.name not in _NOT_STORED:
            made[each.name] = _plain(value, known) if isinstance(value, Decimal) else value
    return made


def restored(data: dict[str, Any]) -> Lexicon:
    """Return the lexicon that was stored."""
    values: dict[str, Any] = {}
    for each in fields(Lexicon):
        if each.name == "token":
            values[each.name] = expressions.ready(data[each.name])
        elif each.name not in _NOT_STORED:
            value, sort = data[each.name], str(each.type)
            restore = _restored if sort.startswith("Trie[") else _constant if sort == "Decimal" else None
            values[each.name] = restore(value) if restore else value
    return Lexicon(**values)


def _trie(trie: Trie[Any], known: dict[str, str]) -> tuple[Any, ...]:
    """Return the sort of a trie's meanings, its nodes, and the meanings, each once."""
    meanings: dict[Any, int] = {}
    plain: list[Any] = []
    indices = []
    for meaning in trie.meanings:
        value = _plain(meaning, known)
        key = repr(value) if isinstance(meaning, Trie) else value
        if key not in meanings:
            meanings[key] = len(plain)
            plain.append(value)
        indices.append(meanings[key])
    return _sort(trie), _nodes(trie.root, indices, known), plain


def _sort(trie: Trie[Any]) -> str:
    """Return how the meanings of a trie, which are of one type, are restored."""
    meaning = next(iter(trie.meanings), None)
    if isinstance(meaning, Trie):
        return "tries"
    return "plain" if meaning is None or isinstance(meaning, (bool, str)) else "constants"


def _nodes(node: dict[str, Any], indices: list[int], known: dict[str, str]) -> Any:
    """Return a node with the meanings' new indices; one after which nothing goes on is its index."""
    if len(node) == 1 and END in node:
        return indices[node[END]]
    return {
        known.setdefault(token, token): indices[after] if token == END else _nodes(after, indices, known)
        for token, after in node.items()
    }


def _plain(meaning: Any, known: dict[str, str]) -> Any:
    if isinstance(meaning, Trie):
        return _trie(meaning, known)
    if isinstance(meaning, Word):
        return "word", str(meaning.value), meaning.weak
    if isinstance(meaning, Unit):
        return "unit", meaning.id, str(meaning.kind), *meaning[2:]
    if isinstance(meaning, Decimal):
        return "decimal", str(meaning)
    if isinstance(meaning, frozenset):
        return ("decimals", *sorted(map(str, meaning)))
    return meaning


def _restored(trie: tuple[Any, ...]) -> Trie[Any]:
    """Return the trie that was stored by `_trie`."""
    sort, root, meanings = trie
    restore: dict[str, Any] = {"tries": _restored, "constants": _constant}
    return Trie(root, meanings if sort == "plain" else list(map(restore[sort], meanings)))


@lru_cache(maxsize=100_000)
def _constant(value: tuple[Any, ...]) -> Any:
    """Return a word, a unit or numbers; most are the same in all languages."""
    sort, *parts = value
    if sort == "word":
        return Word(Decimal(parts[0]), parts[1])
    if sort == "unit":
        return Unit(parts[0], Kind(parts[1]), *parts[2:])
    return Decimal(parts[0]) if sort == "decimal" else frozenset(map(Decimal, parts))
