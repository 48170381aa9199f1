"""The tokens of a text: numbers in digits, known words, symbols; and what was already read as a whole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from factcheck.claims.digits import Written, read_digits
from factcheck.claims.marks import NOTHING, Mark
from factcheck.claims.tries import SIGN, running

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.tries import Lexicon
    from factcheck.language.spelling import Plain
    from factcheck.model import Kind, Period, Quantity

_HYPHEN, _DIGITS = "-", frozenset("0123456789")
_SIGN = re.compile(SIGN)
_SHORT_WORDS = 3  # of a number, one after the other: "구억 십오만 이천팔백"
_HANGUL = "\uac00"
_MOST_MET = 100_000  # words a language
_UNIT = 4  # letters of a classifier or unit in Hangul
_Found: TypeAlias = "tuple[list[str], list[str | None], list[int], list[int]]"  # tokens, keys, starts, ends
_STEM, _ENDING = 5, 5  # letters: the least of a magnitude or percent word, the most of an ending after it


@dataclass(slots=True)
class Tokens:
    """Parallel lists over the tokens of a plain text, which is the text of `form`, the plain form of `original`.

    `keys` holds the word or symbol as the lexicon knows it, "" for what it does not know; `numbers` what digits say;
    `marks` what was read as a whole before (dates, addresses ...), one token each.
    """

    text: str
    form: Plain
    original: str
    keys: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    numbers: list[Written | None] = field(default_factory=list)
    marks: list[Mark | None] = field(default_factory=list)
    stated: list[int] = field(default_factory=list)  # which of them are numbers in digits, or marks

    def quiet(self, at: int) -> bool:
        """Return whether no known word or symbol stands at a token, or the text has ended."""
        return at >= len(self.keys) or not self.keys[at]

    def alone(self, at: int) -> bool:
        """Return whether nothing after a number could belong to it: no known word or symbol, no other number."""
        return self.quiet(at + 1) and (at + 1 >= len(self.keys) or self.numbers[at + 1] is None)

    def written(self, start: int, end: int) -> str:
        """Return a stretch of the text as it was written, with its capitals; `start` and `end` are places in `text`."""
        first, last = self.form.original(start, end)
        return self.original[first:last]

    def is_capital(self, at: int) -> bool:
        """Return whether a token begins with a capital."""
        return self.written(self.starts[at], self.ends[at])[0].isupper()

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.keys)

    def add(self, key: str, start: int, end: int, number: Written | None = None, mark: Mark | None = None) -> None:
        """Append a token."""
        if number is not None or mark is not None:
            self.stated.append(len(self.keys))
        self.keys.append(key)
        self.starts.append(start)
        self.ends.append(end)
        self.numbers.append(number)
        self.marks.append(mark)

    def marked(
        self, start: int, end: int, kind: Kind, quantity: Quantity = NOTHING, period: Period | None = None
    ) -> tuple[int, Mark]:
        """Return the token after some, and what these were read as."""
        return end, Mark(self.starts[start], self.ends[end - 1], kind, quantity, period)

    def adjacent_to(self, start: int) -> bool:
        """Return whether the last token ends at a place of the text."""
        return bool(self.ends) and self.ends[-1] == start

    def adjacent(self, at: int) -> bool:
        """Return whether the token stands directly after the one before it."""
        return 0 < at < len(self.keys) and self.ends[at - 1] == self.starts[at]


def tokenize(form: Plain, original: str, words: Lexicon, marks: Sequence[Mark]) -> Tokens:
    """Return the tokens of a text in plain form; `marks` are in order and do not overlap."""
    pieces = words.token.split(form.text)  # what is passed over, a token, what is passed over, ...
    borders = list(accumulate(map(len, pieces)))
    found, starts, ends = pieces[1::2], borders[:-1:2], borders[1::2]
    keys: list[str | None] = [*map(words.met.get, found), None]
    _learn(found, keys, words)
    row = Tokens(form.text, form, original)
    done = 0
    for mark in marks:
        first, after = max(done, bisect_right(ends, mark.start)), bisect_left(starts, mark.end)
        if first < after:
            _take(row, words, (found, keys, starts, ends), done, first)
            row.add("", mark.start, mark.end, mark=mark)
            done = after
    _take(row, words, (found, keys, starts, ends), done, len(found))
    return row


def _learn(found: Sequence[str], keys: list[str | None], words: Lexicon) -> None:
    """Set the keys of words that were not met before, and remember them, where nothing else tells how they are read."""
    met, vocabulary, spellings, beside = words.met, words.vocabulary, words.spellings, words.attached
    at = keys.index(None)
    while at < len(found):
        token = found[at]
        if token[0] not in _DIGITS and len(token) > 1 and len(met) < _MOST_MET:
            key = spellings.get(token, token)
            if key in vocabulary:
                met[token] = keys[at] = key
            elif not (
                token.startswith(words.prefixes)
                or token.endswith(beside)
                or (not token.isascii() and running(token))
                or (words.compounds and words.number_pieces(token))
            ):
                met[token] = keys[at] = ""
        at = keys.index(None, at + 1)


def _take(tokens: Tokens, words: Lexicon, found: _Found, at: int, end: int) -> None:
    """Add what was found from one place to another: words met before many at a time, all else each by itself."""
    written, keys, starts, ends = found
    numbers = tokens.numbers
    while at < end:
        key = keys[at]
        if key is None or (not key and numbers and numbers[-1]):
            _one(tokens, written[at], starts[at], words)
            at += 1
            continue
        stop = min(keys.index(None, at), end)
        tokens.keys += keys[at:stop]  # type: ignore[arg-type]  # up to the first None
        tokens.starts += starts[at:stop]
        tokens.ends += ends[at:stop]
        numbers += [None] * (stop - at)
        tokens.marks += [None] * (stop - at)
        at = stop


def _one(tokens: Tokens, token: str, start: int, words: Lexicon) -> None:
    """Add a number, a sign, or a word that was not met before or is nothing by itself and stands behind a number."""
    if token[0] in _DIGITS:
        _number(tokens, token, start, words.tag)
    elif len(token) > 1 or not _SIGN.match(token):
        _word(tokens, token, start, words)
    elif token != _HYPHEN:
        words.met[token] = token
        tokens.add(token, start, start + 1)
    elif not _hyphen(tokens.text, start, start + 1):
        tokens.add(token, start, start + 1)


def _word(tokens: Tokens, token: str, start: int, words: Lexicon) -> None:
    """Add a word that was not met before, or is nothing by itself and stands behind a number."""
    vocabulary, spellings = words.vocabulary, words.spellings
    key = spellings.get(token, token)
    if key in vocabulary:
        if len(words.met) < _MOST_MET:
            words.met[token] = key
        tokens.add(key, start, start + len(token))
    elif token[-1] in "23":  # "a2" is no unit, as "m2" is
        word = spellings.get(token[:-1], token[:-1])
        if word in vocabulary:
            tokens.add(word, start, start + len(token) - 1)
        else:
            _unknown(tokens, token[:-1], start, words)
        _number(tokens, token[-1], start + len(token) - 1, words.tag)
    else:
        _unknown(tokens, token, start, words)


def _hyphen(text: str, start: int, end: int) -> bool:
    """Return whether a hyphen only ties a word to what stands before it ("twenty-five", "5-year")."""
    return start > 0 and end < len(text) and text[end].isalpha() and text[start - 1].isalnum()


def _number(tokens: Tokens, token: str, start: int, tag: str) -> None:
    written = read_digits(token, tag)
    if written is not None:
        tokens.add("", start, start + len(token), number=written)
        return
    at = 0
    for index, char in enumerate([*token, " "]):
        if not char.isdigit():
            if index > at:
                tokens.add("", start + at, start + index, number=read_digits(token[at:index], tag))
            if index < len(token):
                tokens.add(char, start + index, start + index + 1)
            at = index + 1


def _unknown(tokens: Tokens, token: str, start: int, words: Lexicon) -> None:
    """Add a word that is not known as it stands: with prefixes, an ending, or several words written as one."""
    vocabulary, spellings, text = words.vocabulary, words.spellings, tokens.text
    for first in words.prefixes if token.startswith(words.prefixes) else ():
        if token.startswith(first) and (rest := spellings.get(token[len(first) :], token[len(first) :])) in vocabulary:
            tokens.add(first, start, start + len(first))
            tokens.add(rest, start + len(first), start + len(token))
            return
    for last in words.suffixes if token.endswith(words.suffixes) else ():
        stem = token[: -len(last)]
        known = spellings.get(stem, stem)
        if token.endswith(last) and known in vocabulary and known not in words.numbers.root:
            tokens.add(known, start, start + len(token))
            return
    if words.joined and (joined := words.measured_pieces(token)):
        for key, size in joined:  # "vierunddreißigjährige", "trentaquattrenne"
            tokens.add(key, start, start + size)
            start += size
        return
    runs = not token.isascii() and running(token)
    if tokens.numbers and tokens.numbers[-1] is not None and (not runs or token >= _HANGUL):
        for size in range(len(token) - 1, max(len(token) - _ENDING, _STEM) - 1, -1):
            if token[:size] in words.inflected:  # "milyondan", "процентном"
                tokens.add(token[:size], start, start + len(token))
                return
        if text[start - 1] == _HYPHEN:
            for size in range(len(token) - 1, 3, -1):
                if token[:size] in words.stems:  # "300-километровый"
                    tokens.add(token[:size], start, start + len(token))
                    return
    if words.compounds and (
        pieces := words.number_pieces(token) or (_before_more(text, token, start, words) if runs else ())
    ):
        for piece in pieces:
            tokens.add(piece, start, start + len(piece))
            start += len(piece)
        return
    if runs and words.firsts:
        if token >= _HANGUL and (size := _classifier(tokens, token, words)):
            tokens.add(token[:size], start, start + size)
            if size < len(token):
                tokens.add("", start + size, start + len(token))
            return
        _segment(tokens, token, start, words)
        return
    if not runs and len(words.met) < _MOST_MET:
        words.met[token] = ""
    tokens.add("", start, start + len(token))


def _classifier(tokens: Tokens, token: str, words: Lexicon) -> int:
    """Return how much of a word in Hangul behind a number word is a classifier or unit, the rest being a particle."""
    last = tokens.keys[-1] if tokens.keys else ""
    if last in words.uncounted or not (last in words.numbers.root or last in words.either.root):
        return 0
    return _counted(token, words)


def _counted(token: str, words: Lexicon) -> int:
    """Return how many letters of a word are a classifier or unit whose rest is a particle or nothing, 0 if none are."""
    for size in range(min(len(token), _UNIT), 0, -1):
        known = token[:size] in words.counters.root or token[:size] in words.units_after.root
        if known and (size == len(token) or token[size:] in words.particles):
            return size
    return 0


def _before_more(text: str, token: str, start: int, words: Lexicon) -> tuple[str, ...]:
    """Return the pieces of a short number word in Hangul that more of it or a unit follows, else none.

    As in "십삼만 육천팔백", "삼백만 원을"; a word that begins with a magnitude word is none of them ("조사 건").
    """
    word, end = token, start + len(token)
    after = words.token.match(text, end + 1) if text[end : end + 1] == " " else None
    scaled = token[0] in words.numbers.root and any(letter in words.scales.root for letter in token)
    if after is not None and scaled and (after[0] in words.numbers.root or _counted(after[0], words)):
        return words.pieces_of(token)
    for _ in range(_SHORT_WORDS):
        if not running(word) or text[end : end + 1] != " " or word[-1] not in words.scales.root:
            return ()
        after = words.token.match(text, end + 1)
        if after is None:
            return ()
        word, end = after[0], after.end()
        if words.number_pieces(word):
            return words.pieces_of(token)
    return ()


_NEVER_FIRST = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ecd\u17b6-\u17d3]")  # vowel signs
_NEVER_LAST = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]")  # vowels written before their consonant


def _may_cut(tokens: Tokens, token: str, piece: tuple[int, int], start: int, words: Lexicon) -> bool:
    """Return whether a run of letters may be cut at both ends of a piece of it."""
    first, last = piece
    if (first and _NEVER_LAST.match(token[first - 1])) or (last < len(token) and _NEVER_FIRST.match(token[last])):
        return False
    return token[first:last] not in words.abbreviated or tokens.text[start + last : start + last + 1] == "."


def _is_number(key: str, words: Lexicon) -> bool:
    """Return whether a word is a number and nothing else."""
    found = words.numbers.longest([key], 0)
    return found is not None and not found[0].weak


def _segment(tokens: Tokens, token: str, start: int, words: Lexicon) -> None:
    """Add the known words that a run of letters of a script without spaces is made of, longest first."""
    at = unknown = 0
    after_number = bool(tokens.numbers) and (
        tokens.numbers[-1] is not None
        or bool(tokens.keys[-1] and words.scales.alone(tokens.keys[-1]))  # "만에" is no magnitude word
        or (_is_number(tokens.keys[-1], words) and not tokens.adjacent_to(start))
    )
    hangul = "\uac00" <= token[0] <= "\ud7a3"
    while at < len(token):
        longest = words.firsts.get(token[at], 0)
        known = words.vocabulary
        if hangul and (not after_number or unknown < at):
            known, longest = words.openings, longest if at == 0 else 0
        for size in range(min(longest, len(token) - at), 0, -1):
            if token[at : at + size] in known and _may_cut(tokens, token, (at, at + size), start, words):
                break
        else:
            at += 1
            continue
        if unknown < at:
            tokens.add("", start + unknown, start + at)
        key = token[at : at + size]
        tokens.add(words.spellings.get(key, key), start + at, start + at + size)
        unknown = at = at + size
    if unknown < len(token):
        tokens.add("", start + unknown, start + len(token))
