"""What all rules of the grammar go by: the tokens of one text, the words of its language, the values read so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.claims.amounts import Amounts
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

CLAUSE_ENDS = frozenset(".,;:!?)،؛؟。।")  # signs, in plain form, that end a clause or a bracket


class Rules:
    """Rules of one sort over the tokens of one text; positions are token indexes."""

    def __init__(self, tokens: Tokens, words: Lexicon, amounts: Amounts) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words
        self._amounts = amounts
