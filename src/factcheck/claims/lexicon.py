"""A language's words for figures, compiled once into tries over tokens.

What the language file says comes first, CLDR's number words and units fill the rest. All phrases are cut by the same
tokenizer as the text, in plain form.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factcheck.claims import units
from factcheck.claims.calendars import BARE
from factcheck.claims.digits import MARKS, SPACES, separators
from factcheck.language.numerals import number_words
from factcheck.language.packs import Pack, pack
from factcheck.language.spelling import plain
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")
_END = ""
_DIGIT = re.compile("[0-9]")

_MARK_RANGES = "".join(
    f"{chr(a)}-{chr(b)}"
    for a, b in ((0x300, 0x36F), (0x483, 0x489), (0x591, 0x5BD), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670))
) + "".join(
    chr(code) for code in range(0x6D6, 0x1A00) if unicodedata.category(chr(code)) in {"Mn", "Mc"}
)  # fmt: skip
_IDEOGRAPH = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = rf"[{_IDEOGRAPH}]|[^\W\d_{_IDEOGRAPH}]+(?:[{_MARK_RANGES}]+[^\W\d_{_IDEOGRAPH}]*)*"
_RUNNING = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\uac00-\ud7a3]")  # written without spaces


def running(word: str) -> bool:
    """Return whether a word is of a script that is written without spaces, or with endings attached (Hangul)."""
    return bool(_RUNNING.match(word))


class Trie(Generic[T]):
    """Phrases (tuples of tokens) and what they mean; finds the longest phrase at a place."""

    __slots__ = ("root",)

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}

    def add(self, phrase: Iterable[str], meaning: T) -> None:
        """Add a phrase; the first meaning given to it stays."""
        node = self.root
        for token in phrase:
            node = node.setdefault(token, {})
        if node is not self.root:
            node.setdefault(_END, meaning)

    def longest(self, keys: Sequence[str], at: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase that begins at a token, and the index after it."""
        node = self.root.get(keys[at]) if at < len(keys) else None
        best: tuple[T, int] | None = None
        while node is not None:
            at += 1
            if _END in node:
                best = (node[_END], at)
            node = node.get(keys[at]) if at < len(keys) and keys[at] else None
        return best

    def before(self, keys: Sequence[str], at: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase (added backwards) that ends before a token, and its first index."""
        node = self.root.get(keys[at - 1]) if at > 0 else None
        best: tuple[T, int] | None = None
        while node is not None:
            at -= 1
            if _END in node:
                best = (node[_END], at)
            node = node.get(keys[at - 1]) if at > 0 and keys[at - 1] else None
        return best


@dataclass(frozen=True, slots=True)
class Word:
    """The value of a number word; `weak` ones count only before a unit, a magnitude word or a counted noun."""

    value: Decimal
    weak: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The compiled words of one language. Tries named `..._before` hold their phrases backwards."""

    tag: str
    token: re.Pattern[str]
    spellings: dict[str, str]
    joiners: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    scale_first: bool
    slash: str  # what "a/b" may be besides a fraction: "decimal", "day first" or "month first"
    calendar: str  # whose years are written without naming it, besides the Gregorian one's
    numbers: Trie[Word] = field(default_factory=Trie)
    ordinals: Trie[Word] = field(default_factory=Trie)
    ordinals_before: Trie[bool] = field(default_factory=Trie)
    ordinals_after: Trie[bool] = field(default_factory=Trie)
    scales: Trie[Decimal] = field(default_factory=Trie)
    halves: Trie[bool] = field(default_factory=Trie)
    fractions: Trie[Decimal] = field(default_factory=Trie)
    collectives: Trie[Decimal] = field(default_factory=Trie)
    multiples: Trie[Decimal] = field(default_factory=Trie)
    units_after: Trie[units.Unit] = field(default_factory=Trie)
    units_before: Trie[units.Unit] = field(default_factory=Trie)
    money_before: Trie[units.Unit] = field(default_factory=Trie)
    bounds_before: Trie[str] = field(default_factory=Trie)  # "above", "below", "about"
    bounds_after: Trie[str] = field(default_factory=Trie)
    openers: Trie[Trie[bool]] = field(default_factory=Trie)  # "between" -> what may stand before the second number
    to: Trie[bool] = field(default_factory=Trie)
    up: Trie[bool] = field(default_factory=Trie)
    moves: Trie[bool] = field(default_factory=Trie)
    never: Trie[bool] = field(default_factory=Trie)  # what only looks like a figure: weekdays ("thứ bảy"), "tỷ lệ"
    ratios: Trie[bool] = field(default_factory=Trie)
    of: Trie[bool] = field(default_factory=Trie)
    names_before: Trie[bool] = field(default_factory=Trie)
    nouns: Trie[bool] = field(default_factory=Trie)
    year_before: Trie[bool] = field(default_factory=Trie)  # "năm", "année"
    time_before: Trie[bool] = field(default_factory=Trie)  # "since", "by", "in"
    year_after: Trie[bool] = field(default_factory=Trie)
    vocabulary: set[str] = field(default_factory=set)
    inflected: set[str] = field(default_factory=set)  # words that are known with any short ending after a number
    glued: set[str] = field(default_factory=set)  # words that may be written together with the number after them
    firsts: dict[str, int] = field(default_factory=dict)  # first letter -> longest word, in scripts without spaces

    def cut(self, phrase: str) -> list[str]:
        """Return the tokens of a phrase."""
        text = plain(phrase).text
        tokens = [
            m[0]
            for m in self.token.finditer(text)
            if not (
                m[0] == "-"
                and 0 < m.start() < len(text) - 1
                and text[m.start() - 1].isalpha()
                and text[m.end()].isalpha()
            )
        ]
        return [self.spellings.get(token, token) for token in tokens]

    def add(self, trie: Trie[T], phrase: str, meaning: T, *, backwards: bool = False) -> None:
        """Add a phrase of the language to one of its tries."""
        tokens = self.cut(phrase)
        for token in tokens:
            self.vocabulary.add(token)
        trie.add(reversed(tokens) if backwards else tokens, meaning)


@lru_cache(maxsize=64)
def lexicon(tag: str) -> Lexicon:
    """Return the compiled words of a language; CLDR's alone where it has no file."""
    language = pack(tag)
    numbers, words = language.numbers, number_words(language.tag)
    made = Lexicon(
        tag=tag,
        token=_token(language),
        spellings={plain(v).text: plain(k).text for k, variants in numbers.spellings.items() for v in variants},
        joiners=frozenset(plain(w).text for w in (*numbers.joiners, *words.joiners)),
        prefixes=tuple(plain(w).text for w in numbers.prefixes),
        suffixes=tuple(plain(w).text for w in numbers.suffixes),
        scale_first=words.scale_first,
        slash=_slash(language),
        calendar=next((name for name in BARE if name in language.dates.calendars), ""),
    )
    made.vocabulary.update(made.joiners)
    made.glued.update(_powers(language))
    before = [phrase for phrase, _, place in units.vocabulary(language.tag) if place != "after"]
    marks = [mark.partition("#")[0] for mark in words.ordinal_marks]
    for phrase in (*before, *marks, *numbers.ordinals_before):
        made.glued.add(plain(phrase).text.strip("-. "))
    made.vocabulary.update(made.spellings)
    _numbers(made, language)
    _units(made, language)
    _bounds(made, language)
    scales = {word for word, node in made.scales.root.items() if node.get(_END)}
    percents = {word for word, node in made.units_after.root.items() if node.get(_END) == units.PERCENT}
    made.inflected.update(scales | percents)
    for word in made.vocabulary:
        if running(word):
            made.firsts[word[0]] = max(len(word), made.firsts.get(word[0], 0))
    return made


def _token(language: Pack) -> re.Pattern[str]:
    spaces = f"[{SPACES}]" if not separators(language.tag).spaced else f"[{SPACES} ]"
    grouped = rf"(?:{spaces}[0-9]{{3}})+|(?: [0-9]{{3}}){{0,4}} 000"
    spaced = rf"(?<![0-9][.,])[1-9][0-9]{{0,2}}(?:{grouped})(?![0-9])(?:[.,][0-9]+)?(?![0-9]*[ {SPACES}]?[0-9])"
    plain_number = rf"[0-9]+(?:[{MARKS}][0-9]+)*"
    powers = "|".join(re.escape(word) for word in sorted(_powers(language), reverse=True))
    return re.compile(rf"(?P<n>{spaced}|{plain_number})|(?P<w>(?:{powers})(?!\w)|{_WORD})|(?P<s>[^\s\w]|_)")


def _powers(language: Pack) -> set[str]:
    """Return the unit words that hold a digit: "m2"."""
    phrases = (phrase for phrase, _, _ in units.vocabulary(language.tag))
    words = {plain(phrase).text for phrase in phrases if _DIGIT.search(phrase)}
    return {word for word in words if word[0].isalpha() and " " not in word}


def _slash(language: Pack) -> str:
    if "/" in language.numbers.decimals:
        return "decimal"
    pattern = str(getattr(language.locale.datetime_skeletons.get("Md"), "pattern", "d/M"))
    return "month first" if pattern.find("M") < pattern.find("d") else "day first"


def _numbers(made: Lexicon, language: Pack) -> None:
    words, numbers = number_words(language.tag), language.numbers
    weak = {tuple(made.cut(word)) for word in numbers.weak}
    cardinals = {
        **{w: Word(_exact(v)) for w, v in numbers.words.items()},
        **{w: Word(_exact(v)) for w, v in words.cardinals.items()},
    }
    single = {made.spellings.get(token, token) for w in cardinals for token in [plain(w).text] if " " not in token}
    attached = [p for p in made.prefixes if p in made.joiners]
    for phrase, word in cardinals.items():
        tokens: list[str] = []
        for token in made.cut(phrase):
            prefix = next(
                (p for p in attached if token not in single and token.startswith(p) and token[len(p) :] in single), ""
            )
            tokens += [prefix, made.spellings.get(token[len(prefix) :], token[len(prefix) :])] if prefix else [token]
        made.vocabulary.update(tokens)
        homograph = tuple(tokens) in weak or (
            phrase in words.cardinals and word.value in {0, 1} and phrase not in numbers.words
        )
        made.numbers.add(tokens, Word(word.value, weak=homograph))
    for phrase, ordinal in words.ordinals.items():
        made.add(made.ordinals, phrase, Word(_exact(ordinal), weak=tuple(made.cut(phrase)) in weak or ordinal < 3))
    for mark in words.ordinal_marks:
        before, _, after = mark.partition("#")
        if before.strip(". "):
            made.add(made.ordinals_before, before, meaning=True, backwards=True)
        if after:
            made.add(made.ordinals_after, after, meaning=True)
    for word_before in numbers.ordinals_before:
        made.add(made.ordinals_before, word_before, meaning=True, backwards=True)
    for word_after in numbers.ordinals_after:
        made.add(made.ordinals_after, word_after, meaning=True)
    weekdays = language.locale.days["format"]["wide"].values()
    for phrase in (*numbers.never, *(day for day in weekdays if not any(char.isdigit() for char in day))):
        made.add(made.never, phrase, meaning=True)
    for phrase in numbers.never:
        made.add(made.scales, phrase, Decimal(0))
        made.add(made.units_after, phrase, units.NONE)
    for phrase in numbers.halves:
        made.add(made.halves, phrase, meaning=True)
    for table, trie in (
        ({**words.scales, **units.compact_scales(language.locale)} | numbers.scales, made.scales),
        (numbers.fractions, made.fractions),
        (numbers.collectives, made.collectives),
        (numbers.multiples, made.multiples),
    ):
        for phrase, value in table.items():
            made.add(trie, phrase, _exact(value))


def _exact(value: float) -> Decimal:
    return Decimal(int(value)) if value == int(value) else Decimal(str(value))


def _units(made: Lexicon, language: Pack) -> None:
    for phrase, unit, place in units.vocabulary(language.tag):
        if place != "before":
            made.add(made.units_after, phrase, unit)
        if place != "after":
            made.add(made.units_before, phrase, unit)
            if unit.kind is Kind.MONEY:
                made.add(made.money_before, phrase, unit, backwards=True)
    for phrases in language.nouns.values():
        for phrase in phrases:
            made.add(made.nouns, phrase, meaning=True)


def _bounds(made: Lexicon, language: Pack) -> None:
    bounds, dates = language.bounds, language.dates
    for name in ("above", "below", "about"):
        for phrase in getattr(bounds, name):
            made.add(made.bounds_before, phrase, name, backwards=True)
        for phrase in getattr(bounds, f"{name}_after"):
            made.add(made.bounds_after, phrase, name)
    pairs: dict[str, Trie[bool]] = {}
    for opener, *seconds in bounds.between:
        inner = pairs.setdefault(opener, Trie())
        for second in seconds:
            made.add(inner, second, meaning=True)
    for opener, inner in pairs.items():
        made.add(made.openers, opener, inner, backwards=True)
    for phrase in bounds.to:
        made.add(made.to, phrase, meaning=True)
    for phrase in bounds.moves:
        made.add(made.moves, phrase, meaning=True)
    for phrase in language.numbers.ratios:
        made.add(made.ratios, phrase, meaning=True)
    for phrase in language.numbers.of:
        made.add(made.of, phrase, meaning=True)
    for phrase in language.roles.up:
        made.add(made.up, phrase, meaning=True)
    for phrase in dates.names:
        made.add(made.names_before, phrase, meaning=True, backwards=True)
    for phrase in (*dates.year, *dates.year_end, *dates.period):
        made.add(made.year_before, phrase, meaning=True, backwards=True)
    for phrase in (*dates.since, *dates.until, *language.places.before):
        made.add(made.time_before, phrase, meaning=True, backwards=True)
    for phrase in dates.year:
        made.add(made.year_after, phrase, meaning=True)
