"""A language's words for figures as tries over tokens: what they hold, not where it comes from (`lexicon`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factcheck.language.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from factcheck.claims import units

T = TypeVar("T")
END = ""
_SHORTEST, _LONGEST = (5, 3), 200  # letters of a word that may be put together from number words; of Hangul
_MOST_PIECES = 20_000
_SHORT = 4  # letters of a number word that another may follow in one word
RUNNING = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\uac00-\ud7a3"  # letters written without spaces
_RUNNING = re.compile(f"[{RUNNING}]")
IDEOGRAPH = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # each a word of its own
VULGAR = "\u00bc-\u00be\u2150-\u215e"  # ½ is a sign of its own, not a letter
SIGN = rf"[^\s\w]|[_{VULGAR}]"
# Small letters that most words are of; a class of nothing else is looked up at once, one of all letters tried in turn.
COMMON = "a-z\u00df-\u00f6\u00f8-\u00ff\u0101-\u017f\u01a1\u01b0\u03b1-\u03c9\u0430-\u045f\u0620-\u064a\u1ea1-\u1ef9"


def running(word: str) -> bool:
    """Return whether a word is of a script that is written without spaces, or with endings attached (Hangul)."""
    return bool(_RUNNING.match(word))


class Trie(Generic[T]):
    """Phrases (tuples of tokens) and what they mean; finds the longest phrase at a place.

    `root` maps a token to a node like it, `END` in a node to the index of a meaning; a token after which no phrase goes
    on may stand for that index alone.
    """

    __slots__ = ("meanings", "root")

    def __init__(self, root: dict[str, Any] | None = None, meanings: list[T] | None = None) -> None:
        self.root: dict[str, Any] = {} if root is None else root
        self.meanings: list[T] = [] if meanings is None else meanings

    def add(self, phrase: Iterable[str], meaning: T) -> None:
        """Add a phrase; the first meaning given to it stays."""
        node = self.root
        for token in phrase:
            node = node.setdefault(token, {})
        if node is not self.root and END not in node:
            node[END] = len(self.meanings)
            self.meanings.append(meaning)

    def alone(self, word: str) -> T | None:
        """Return the meaning of the phrase that is this one word."""
        node = self.root.get(word)
        index = node.get(END) if isinstance(node, dict) else node
        return None if index is None else self.meanings[index]

    def longest(self, keys: Sequence[str], at: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase that begins at a token, and the index after it."""
        node = self.root.get(keys[at]) if at < len(keys) else None
        if node is None:  # as nearly always
            return None
        best: tuple[T, int] | None = None
        while node is not None:
            at += 1
            if node.__class__ is int:
                return self.meanings[node], at
            if END in node:
                best = (self.meanings[node[END]], at)
            node = node.get(keys[at]) if at < len(keys) and keys[at] else None
        return best

    def before(self, keys: Sequence[str], at: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase (added backwards) that ends before a token, and its first index."""
        node = self.root.get(keys[at - 1]) if at > 0 else None
        if node is None:
            return None
        best: tuple[T, int] | None = None
        while node is not None:
            at -= 1
            if node.__class__ is int:
                return self.meanings[node], at
            if END in node:
                best = (self.meanings[node[END]], at)
            node = node.get(keys[at - 1]) if at > 0 and keys[at - 1] else None
        return best


@dataclass(frozen=True, slots=True)
class Word:
    """The value of a number word; `weak` ones count only before a unit, a magnitude word or a counted noun."""

    value: Decimal
    weak: bool = False


@dataclass(eq=False, repr=False)
class Lexicon:
    """The compiled words of one language. Tries named `..._before` hold their phrases backwards."""

    tag: str
    token: re.Pattern[str]
    spellings: dict[str, str]
    joiners: frozenset[str]
    ands: frozenset[str]  # between what is added up: "3 hours and 20 minutes"
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    scale_first: bool
    step: Decimal  # from one magnitude word to the next: 1,000, or 10,000 where there are myriads
    ideographs: bool  # numbers may be written with ideographs, one a digit: "二〇二三"
    compounds: bool  # long numbers are written as one word: "zweihundertfünf"
    slash: str  # what "a/b" may be besides a fraction: "decimal", "day first" or "month first"
    dotted: bool  # a full stop after digits makes an ordinal: "21. Jahrhundert"
    calendar: str  # whose years are written without naming it, besides the Gregorian one's
    numbers: Trie[Word] = field(default_factory=Trie)
    ordinals: Trie[Word] = field(default_factory=Trie)
    ordinals_before: Trie[bool] = field(default_factory=Trie)
    ordinals_after: Trie[bool] = field(default_factory=Trie)
    scales: Trie[Decimal] = field(default_factory=Trie)
    fillers: Trie[bool] = field(default_factory=Trie)
    halves: Trie[Decimal] = field(default_factory=Trie)  # what adds a half or a quarter, and which
    point: Trie[bool] = field(default_factory=Trie)  # the decimal mark in words: "phẩy"
    added: Trie[Decimal] = field(default_factory=Trie)  # before a number: what is added to it, "साढ़े" a half
    minus: Trie[bool] = field(default_factory=Trie)  # before a number that they make negative
    minus_after: Trie[Trie[bool]] = field(default_factory=Trie)  # the same, after it -> what must stand before, if any
    either: Trie[frozenset[Decimal]] = field(default_factory=Trie)  # one word for two numbers: "두세"
    counters: Trie[bool] = field(default_factory=Trie)  # classifiers: "명", "个"
    uncounted: set[str] = field(default_factory=set)  # number words that are none before them
    particles: frozenset[str] = frozenset()  # what may follow a classifier in one word: "을"
    hours_before: Trie[bool] = field(default_factory=Trie)  # beside an hour in words (backwards)
    hours_after: Trie[bool] = field(default_factory=Trie)
    minutes_to: Trie[Decimal] = field(default_factory=Trie)  # the same, and what they add to it: "halb" (backwards)
    minutes_after: Trie[bool] = field(default_factory=Trie)
    with_hours: Trie[bool] = field(default_factory=Trie)
    paces: Trie[str] = field(default_factory=Trie)  # before a length: "時速" -> "hour" (backwards)
    ones: Trie[units.Unit] = field(default_factory=Trie)  # measures, for "an hour and a half" (backwards)
    single: Trie[units.Unit] = field(default_factory=Trie)  # "a year", before so many of a smaller unit (backwards)
    fractions: Trie[Decimal] = field(default_factory=Trie)
    collectives: Trie[Decimal] = field(default_factory=Trie)
    indefinite: Trie[bool] = field(default_factory=Trie)  # "hundreds": no figure, nor what they multiply
    multiples: Trie[Decimal] = field(default_factory=Trie)
    point_parts: Trie[Decimal] = field(default_factory=Trie)  # "a quarter point"
    units_after: Trie[units.Unit] = field(default_factory=Trie)
    numbered: Trie[bool] = field(default_factory=Trie)  # names that end in a number: "Nord Stream" (backwards)
    duals: Trie[units.Unit] = field(default_factory=Trie)  # words that say a unit and how many of it: "عامين"
    said: Trie[Decimal] = field(default_factory=Trie)  # how many these say
    sums: Trie[units.Unit] = field(default_factory=Trie)  # magnitude words that name money as well: "mkr"
    unit_said: Trie[units.Unit] = field(default_factory=Trie)  # before a bare number: "aged" (backwards)
    units_before: Trie[units.Unit] = field(default_factory=Trie)
    money_before: Trie[units.Unit] = field(default_factory=Trie)
    bounds_before: Trie[str] = field(default_factory=Trie)  # "above", "below", "about"
    bounds_after: Trie[str] = field(default_factory=Trie)
    bounds_joined: Trie[str] = field(default_factory=Trie)  # "~" and an ending of the figure's last word, what follows
    during: Trie[bool] = field(default_factory=Trie)  # bounds that say something else of weeks or hours (backwards)
    compared: Trie[bool] = field(default_factory=Trie)  # what is no bound of a multiple (backwards)
    openers: Trie[Trie[bool]] = field(default_factory=Trie)  # "between" -> what may stand before the second number
    closed: Trie[Trie[bool]] = field(
        default_factory=Trie
    )  # between two values -> what closes the range: "és", "között"
    starts: Trie[bool] = field(default_factory=Trie)  # "from": before the first value of a movement, or of a range
    reaches: Trie[bool] = field(default_factory=Trie)  # between the values of a movement, never of a range: "auf"
    to: Trie[bool] = field(default_factory=Trie)
    up: Trie[bool] = field(default_factory=Trie)
    moves: Trie[bool] = field(default_factory=Trie)
    never: Trie[bool] = field(default_factory=Trie)  # what only looks like a figure: weekdays ("thứ bảy"), "tỷ lệ"
    ratios: Trie[bool] = field(default_factory=Trie)
    parts: Trie[bool] = field(default_factory=Trie)  # ratios after a number and any one word: "six Français sur dix"
    tenths: Trie[Decimal] = field(default_factory=Trie)
    inside: Trie[bool] = field(default_factory=Trie)  # "多" of "300多万"
    levels: Trie[bool] = field(default_factory=Trie)  # upper bounds that lead to a level after a movement: "up to"
    down: Trie[bool] = field(default_factory=Trie)
    over: Trie[bool] = field(default_factory=Trie)
    shares: Trie[Trie[bool]] = field(default_factory=Trie)  # between whole and part -> what may stand after the part
    wholes: Trie[Trie[Trie[bool]]] = field(default_factory=Trie)  # before the whole -> the same: "از هر"
    per: Trie[frozenset[Decimal]] = field(default_factory=Trie)  # "per" -> the numbers that it makes a rate of
    per_after: Trie[frozenset[Decimal]] = field(default_factory=Trie)  # the same, after the number: "1人当たり"
    per_around: Trie[Trie[bool]] = field(default_factory=Trie)  # before a rate's number -> what must stand after it
    scores: Trie[bool] = field(default_factory=Trie)
    games: Trie[bool] = field(default_factory=Trie)
    phones: Trie[bool] = field(default_factory=Trie)
    rates: Trie[bool] = field(default_factory=Trie)  # what is told in per cent, so that its "points" are such
    indices: Trie[bool] = field(default_factory=Trie)  # what has points of its own
    prices: Trie[bool] = field(default_factory=Trie)  # beside which hundredths are money; none where they always are
    others: Trie[units.Unit] = field(default_factory=Trie)  # the second measure of a name: "キロ" is kilograms too
    among: Trie[str] = field(default_factory=Trie)  # words beside which it is meant
    streets: set[str] = field(default_factory=set)
    moneys: Trie[units.Unit] = field(default_factory=Trie)  # money that has the name of a measure: "pounds"
    of: Trie[bool] = field(default_factory=Trie)
    nouns_before: Trie[bool] = field(default_factory=Trie)  # in languages that count after the noun ("watu 2,000")
    names_before: Trie[bool] = field(default_factory=Trie)
    names_after: Trie[bool] = field(default_factory=Trie)
    names_around: Trie[Trie[bool]] = field(default_factory=Trie)  # after a number of a name -> what stands before it
    centuries: Trie[bool] = field(default_factory=Trie)  # beside an ordinal in words they make a period of it
    centuries_before: Trie[bool] = field(default_factory=Trie)
    months: Trie[Decimal] = field(default_factory=Trie)  # after a day in words: "de mayo"
    decades_after: Trie[bool] = field(default_factory=Trie)  # the same, behind ideographs
    decades: Trie[bool] = field(default_factory=Trie)  # before a decade in words: "gli anni"
    articles: Trie[bool] = field(default_factory=Trie)
    nouns: Trie[bool] = field(default_factory=Trie)  # whether they are always written with a capital
    counted: Trie[bool] = field(default_factory=Trie)  # after a number they count people: "injured"
    year_before: Trie[bool] = field(default_factory=Trie)  # "năm", "année"
    time_before: Trie[bool] = field(default_factory=Trie)  # "since", "by", "in"
    year_after: Trie[bool] = field(default_factory=Trie)
    smaller: dict[str, dict[str, str]] = field(default_factory=dict)  # unit -> words after it -> the smaller units
    tenths_of: dict[str, tuple[str, ...]] = field(default_factory=dict)  # currency -> words for a tenth, after it
    vocabulary: set[str] = field(default_factory=set)
    abbreviated: set[str] = field(default_factory=set)  # words that are known only with a full stop after them
    whole: set[str] = field(default_factory=set)
    pieces: dict[str, tuple[str, ...]] = field(default_factory=dict)
    met: dict[str, str] = field(default_factory=dict)  # words met so far -> as they are known here, "" if they are not
    inflected: set[str] = field(default_factory=set)  # words that are known with any short ending after a number
    stems: set[str] = field(
        default_factory=set
    )  # measures that may be part of a word tied to a number: "300-километровый"
    joined: tuple[str, ...] = ()  # units that are written together with a number word, the longest first
    joinable: dict[str, str] = field(default_factory=dict)  # its beginning -> the number word: "vent" -> "venti"
    glued: set[str] = field(default_factory=set)  # words that may be written together with the number after them
    openings: set[str] = field(default_factory=set)  # fractions and the like that begin a word with endings (Hangul)
    firsts: dict[str, int] = field(default_factory=dict)  # first letter -> longest word, in scripts without spaces
    beginnings: set[str] = field(default_factory=set)  # words and signs with which a figure without digits may begin

    @cached_property
    def scaling(self) -> frozenset[str]:
        """Return the words with which begins what makes another number of the one before: magnitude words, halves."""
        return frozenset().union(self.inside.root, self.fillers.root, self.scales.root, self.halves.root)

    @cached_property
    def bound_endings(self) -> tuple[str, ...]:
        """Return the endings of a figure's last word with which a bound begins: "पेक्षा" ("१० टक्क्यांपेक्षा अधिक")."""
        return tuple(key[1:] for key in self.bounds_joined.root)

    @cached_property
    def attached(self) -> tuple[str, ...]:
        """Return what may be written together with the word before it: powers, endings, units."""
        return ("2", "3", *self.suffixes, *self.joined)

    def number_pieces(self, word: str) -> tuple[str, ...]:
        """Return the number words that make up a word, or none: drei, hundert, zwei of "dreihundertzwei"."""
        if word not in self.pieces:
            if len(self.pieces) > _MOST_PIECES:
                self.pieces.clear()
            fits = _SHORTEST[not word.isascii() and running(word)] < len(word) < _LONGEST
            self.pieces[word] = self.pieces_of(word) if fits and self._begins(word) else ()
        return self.pieces[word]

    def pieces_of(self, word: str) -> tuple[str, ...]:
        """Return the fewest pieces, the longest first where there is a choice."""
        best: list[tuple[str, ...] | None] = [None] * len(word) + [()]
        for at in range(len(word) - 1, -1, -1):
            for end in range(len(word), at, -1):
                rest = best[end]
                if rest is None or not self._is_piece(piece := word[at:end]):
                    continue
                now = best[at]
                if now is None or len(rest) + 1 < len(now):
                    best[at] = (piece, *rest)
        return best[0] or ()

    def measured_pieces(self, word: str) -> tuple[tuple[str, int], ...]:
        """Return the number words and the unit that a word is joined of, each with how many of its letters it has."""
        known = self.joinable
        for unit in filter(word.endswith, self.joined):
            stem, last = word.removesuffix(unit), (unit, len(unit))
            if stem in known:
                return (known[stem], len(stem)), last
            for at in range(_SHORT, len(stem) - 1):  # "двадцатипятилетний"
                if stem[:at] in known and stem[at:] in known:
                    return (known[stem[:at]], at), (known[stem[at:]], len(stem) - at), last
        return ()

    def _begins(self, word: str) -> bool:
        """Return whether a word begins with a number word or the like, as hardly any does."""
        numbers, scales, joiners = self.numbers.root, self.scales.root, self.joiners
        for end in range(1, len(word) + 1):
            piece = word[:end]
            if piece in numbers or piece in scales or piece in joiners:
                return True
        return False

    def _is_piece(self, piece: str) -> bool:
        return (self.numbers if piece in self.numbers.root else self.scales).alone(piece) is not None or (
            piece in self.joiners and len(piece) > 1
        )

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
        self.vocabulary.update(tokens)
        short = {token for token, after in pairwise(tokens) if after == "."}
        self.whole.update(token for token in tokens if token not in short)
        self.abbreviated.update(short)
        trie.add(reversed(tokens) if backwards else tokens, meaning)
