"""The words of a language that tell nothing: those too common for it, and those written together with the next."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.language.folding import fold
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled

if TYPE_CHECKING:
    from factcheck.language.sections import Pack


def word_for_and(language: Pack) -> str:
    """Return the word between the two items of a list (CLDR, UTS #35 part 2, list patterns)."""
    return str(language.locale.list_patterns["standard"]["2"]).replace("{0}", "").replace("{1}", "").strip()


@lru_cache(maxsize=64)
def common_words(tag: str) -> frozenset[str]:
    """Return the common words of a language, folded."""
    base = base_of(tag)
    return frozenset(compiled("common-words", base, lambda: frozenset(map(fold, pack(base).text.stop))))


@lru_cache(maxsize=64)
def clitics(tag: str) -> tuple[str, ...]:
    """Return what is written together with the next word, folded, the longest first."""
    base = base_of(tag)
    return tuple(
        compiled("clitics", base, lambda: tuple(sorted(map(fold, pack(base).text.clitics), key=len, reverse=True)))
    )
