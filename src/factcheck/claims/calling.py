"""Numbers that words say are to be called: "call 116 123"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.marks import Mark, called
from factcheck.claims.rules import Rules
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.claims.amounts import Amounts
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

_SHORTEST = 3  # digits of a number to call
_CALLED = 12  # tokens between a number and the word that says it is to be called


class Calls(Rules):
    """Reads them from the tokens of one text; `said` is where its words of calling stand, half-open."""

    def __init__(self, tokens: Tokens, words: Lexicon, amounts: Amounts) -> None:
        super().__init__(tokens, words, amounts)
        self.said = self._where()

    def number(self, at: int) -> tuple[int, Mark] | None:
        """Return "116 123" or "911" where a word says that it is to be called."""
        tokens, end, size = self._tokens, at, 0
        while end < len(tokens) and (number := tokens.numbers[end]) is not None:
            written = tokens.text[tokens.starts[end] : tokens.ends[end]]
            written = "".join(written.split())
            if not written.isdigit() or (number.bare and end > at and tokens.keys[end - 1]):
                break
            size += len(written)
            end += 1
        if end == at or size < _SHORTEST or self._amounts.measured(end) or self._words.nouns.longest(self._keys, end):
            return None
        beside = end + 2 if self._keys[end : end + 1] == ["'"] and self._tokens.adjacent(end) else end  # "101'i arayın"
        near = min((at - stop if stop <= at else start - beside for start, stop in self.said), default=99)
        if near > _CALLED or (size < 5 and (near > 1 or end > at + 1)) or (end == at + 1 and size < 5 and near > 1):
            return None
        first, last = tokens.starts[at], tokens.ends[end - 1]
        return end, Mark(first, last, Kind.PHONE, called(tokens.text[first:last]))

    def _where(self) -> list[tuple[int, int]]:
        """Return where words say that a number is to be called, as token indexes, half-open."""
        root = self._words.phones.root
        if root.keys().isdisjoint(self._keys):
            return []
        found = ((at, self._words.phones.longest(self._keys, at)) for at, key in enumerate(self._keys) if key in root)
        return [(at, word[1]) for at, word in found if word]
