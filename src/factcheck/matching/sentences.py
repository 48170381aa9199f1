"""What a sentence offers for finding its like in another language: keys, words and values."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.language.common import clitics, common_words
from factcheck.language.folding import fold
from factcheck.language.scripts import UNSPACED
from factcheck.matching.names import key
from factcheck.model import NOT_QUANTITIES, Kind, PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from factcheck.matching.articles import Article
    from factcheck.model import Claim

_DIGITS = re.compile(r"\d{1,18}")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
MOMENTS = frozenset({Kind.DATE, Kind.TIME})  # compared as dates and times of day are, not as quantities
_UNSPACED = re.compile(f"[{UNSPACED}]")  # their words are taken as pairs of characters
_STEM = 7  # folded letters kept of a word: most inflection is behind them
FAINT = "="  # before keys that tell sentences of one event apart, but not which articles are of one
_NOT_NOUGHT = frozenset("123456789")
_TELLING_DIGITS = 3  # of a figure by which it is known again when they are swapped
_LEAST_STEM = 3  # letters that a word keeps when a clitic is taken off


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage seen as evidence.

    `document` is the number of the article, `passage` that in its passages. `keys` are language-independent (name keys;
    "#4.21" for a value; "@poverty rate" for an indicator or group; "=percent" for a unit and "=124" for the digits of
    4.21 or 4.12), `words` are stems of the language; both ascending, each once.
    `claims` are the indices, in the document's list of claims, of the claims in it that may be compared.
    """

    document: int
    passage: int
    language: str
    keys: tuple[str, ...]
    words: tuple[str, ...]
    claims: tuple[int, ...]


def value_key(value: Decimal) -> str:
    """Return the canonical text of a value: 4.210 and 4.21 are one."""
    return f"{value.normalize():f}"


def comparable(claim: Claim) -> bool:
    """Return whether a claim's figure is one that sources can contradict each other in."""
    if claim.kind in MOMENTS:
        return claim.scope.period is not None or claim.quantity.exact is not None
    if claim.kind is Kind.PHONE:
        return claim.quantity.exact is not None
    return claim.kind not in NOT_QUANTITIES or (claim.kind is Kind.SCORE and len(claim.quantity.values) > 1)


def claim_keys(claim: Claim, text: str) -> set[str]:
    """Return the language-independent keys of a claim: its values, and its indicator and group.

    Of dates, scores and the like, every number in the figure's `text` is a key.
    """
    if claim.kind in NOT_QUANTITIES:
        return {f"#{int(digits)}" for digits in _DIGITS.findall(text)} if claim.kind is not Kind.URL else set()
    made = {f"#{value_key(value)}" for value in claim.quantity.values}
    return made | {f"@{name}" for name in (claim.scope.indicator, claim.scope.group) if name}


def _misquoted_keys(claim: Claim) -> set[str]:
    """Return the keys that a figure keeps where digits of it are swapped, or its point slips: its digits, and its unit.

    The digits of a short figure stand in too many places to tell anything, as do noughts; the indicator tells the unit.
    """
    if claim.kind in NOT_QUANTITIES:
        return set()
    digits = ("".join(sorted(filter(_NOT_NOUGHT.__contains__, value_key(value)))) for value in claim.quantity.values)
    made = {f"{FAINT}{each}" for each in digits if len(each) >= _TELLING_DIGITS}
    unit = claim.quantity.unit if claim.scope.indicator is None else None
    return made | {f"{FAINT}{unit}"} if unit else made


def _forms(word: str, language: str) -> tuple[str, ...]:
    """Return a folded word and, where clitics may be written together with it, what is left without them."""
    stripped = [word[len(c) :] for c in clitics(language) if word.startswith(c) and len(word) - len(c) >= _LEAST_STEM]
    return (word, *stripped)


@lru_cache(maxsize=1 << 15)
def stems_of(word: str, language: str) -> tuple[str, ...]:
    """Return the stems of one folded word, each once; of a script without spaces, its pairs of characters."""
    if _UNSPACED.search(word):
        return tuple(dict.fromkeys(word[i : i + 2] for i in range(max(1, len(word) - 1))))
    return (min(_forms(word, language), key=len)[:_STEM],)


@lru_cache(maxsize=1 << 16)
def word_evidence(word: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (keys, stems) of one folded word, each once."""
    if _UNSPACED.search(word):
        return (), stems_of(word, language)
    forms = _forms(word, language)
    keys = dict.fromkeys(made for form in forms if (made := key(form)) and form not in common_words(language))
    return tuple(keys), stems_of(word, language)


def words_in(text: str) -> set[str]:
    """Return the words of a text, folded."""
    return set(_WORD.findall(fold(text)))


def stems(text: str, language: str) -> frozenset[str]:
    """Return the stems of the words of a text, without those too common to tell anything."""
    stop = common_words(language)
    words = (word for word in _WORD.findall(fold(text)) if word not in stop)
    return frozenset(stem for word in words for stem in stems_of(word, language))


def sentences(articles: Iterable[Article]) -> tuple[list[Sentence], dict[str, Counter[str]]]:
    """Return the sentences and headings of articles, in order, and by language how often they have each folded word.

    Boilerplate and related news are left out.
    """
    made: list[Sentence] = []
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    for index, document, claims in articles:
        by_passage: dict[int, list[int]] = defaultdict(list)
        keys_of: dict[int, set[str]] = defaultdict(set)
        for number, claim in enumerate(claims):
            keys_of[claim.passage] |= claim_keys(claim, document.quote(claim.span)) | _misquoted_keys(claim)
            if comparable(claim):
                by_passage[claim.passage].append(number)
        for number, passage in enumerate(document.passages):
            if passage.kind not in {PassageKind.SENTENCE, PassageKind.HEADING}:
                continue
            keys = keys_of[number]
            stems: set[str] = set()
            words = _WORD.findall(fold(document.quote(passage.span)))
            spoken[passage.language].update(words)
            for word in words:
                more_keys, more_stems = word_evidence(word, passage.language)
                keys.update(more_keys)
                stems.update(more_stems)
            ordered = tuple(sorted(keys)), tuple(sorted(stems))
            made.append(Sentence(index, number, passage.language, *ordered, tuple(by_passage[number])))
    return made, spoken
