"""Text becomes the terms that are searched for.

One translation table and one regular expression do all of it: every character becomes its folded form, a mark that
matters inside a figure, or a space. What stands between two spaces is remembered: texts repeat most of their words.
A token gives one term or several for the same place in the text (the word as written, and without what Arabic writes
together with it), so that a search for the plain word finds it. Scripts that do not separate words (Chinese, Japanese,
Thai ...) give pairs of neighbouring characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from factcheck.language.folding import Folded, fold, fold_character
from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

Alternatives: TypeAlias = tuple[str, ...]  # the terms of one place in the text

_JOINER = "\u200c"  # zero-width non-joiner: Persian writes it inside words
_SPACE_IN_FIGURE = "\u00a0"
_KEPT = {
    "\u200c": _JOINER, ".": ".", ",": ",", "'": "'", "’": "'", "\u066b": ".", "\u066c": ",", "\u060c": ",",
    "\u00a0": _SPACE_IN_FIGURE, "\u202f": _SPACE_IN_FIGURE, "\u2009": _SPACE_IN_FIGURE,
}  # fmt: skip

# Scripts written without spaces between words, and Hangul, whose words carry their particles: Thai, Lao, Tibetan,
# Myanmar, Khmer, kana, Han, Hangul.
_DENSE = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_TOKEN = re.compile(
    r"(?P<grouped>(?<!\d[.,])(?!0)(?:\d{1,3}(?:[.,' \u00a0]\d{3})+(?:[.,]\d+)?(?!\d)|\d\d?(?:,\d\d)+,\d{3}(?!\d)))"
    r"|(?P<decimal>(?<!\d[.,])\d+[.,]\d+(?![.,]?\d))"
    r"|(?P<digits>\d+)"
    rf"|(?P<dense>[{_DENSE}]+)"
    rf"|(?P<word>[^\d\s.,'{_DENSE}]+)"
)
_SHORTEST_STEM = 3  # letters that must remain when a clitic goes
_SHORTEST_ARTICLE = 2  # letters of a clitic that is safe to drop from a word that somebody searches for
_CACHED_WORDS = 20_000

# What can be read by itself: up to the next space, unless a figure may go on behind it. Marks and invisible characters
# may end or begin a figure too.
_UNSEEN = "\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_PIECE = re.compile(rf"\S+(?:(?<=[\d{_UNSEEN}])\s(?=[\d{_UNSEEN}])\S+)*")
_LONGEST_REMEMBERED = 40  # characters of a piece; longer ones are of scripts without spaces


class _Table(dict[int, str]):
    """The translation table; it fills itself, so that `str.translate` works at the speed of C.

    `moving` are the characters met that do not become one: those behind them are at other places then.
    """

    def __init__(self) -> None:
        super().__init__()
        self.moving: set[str] = set()

    def __missing__(self, code: int) -> str:
        self[code] = made = _searchable(chr(code))
        if len(made) != 1:
            self.moving.add(chr(code))
        return made


def _searchable(char: str) -> str:
    if char in _KEPT:
        return _KEPT[char]
    return "".join(part if _is_letter(part) else " " for part in fold_character(char))


def _is_letter(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Token:
    """A place in a text: the terms it is found by, and its half-open range of code points in the original."""

    terms: Alternatives
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Postings:
    """What a text is found by, place by place from `start` on: the terms, and the word as written if there is one."""

    start: int
    places: list[tuple[Alternatives, str | None]]

    @property
    def end(self) -> int:
        """Return the first place after the text."""
        return self.start + len(self.places)

    def terms(self) -> dict[str, list[int]]:
        """Return each term with its places."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, (terms, _) in enumerate(self.places, self.start):
            for term in terms:
                found[term].append(place)
        return found

    def written(self) -> dict[str, list[int]]:
        """Return each word as written with its places."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, (_, word) in enumerate(self.places, self.start):
            if word is not None:
                found[word].append(place)
        return found


class Analyser:
    """Cuts texts of one language into terms; make it with `analyser(tag)`."""

    def __init__(self, clitics: tuple[str, ...] = ()) -> None:
        self._clitics = tuple(sorted({fold(c) for c in clitics} - {""}, key=len, reverse=True))
        self._known: dict[str, tuple[Alternatives, ...]] = {}
        self._pieces: dict[str, tuple[tuple[Alternatives, str | None], ...]] = {}

    def postings(self, text: str, start: int = 0) -> Postings:
        """Return what a text is found by; its places are counted from `start`."""
        made: list[tuple[Alternatives, str | None]] = []
        known = self._pieces
        for piece in _PIECE.findall(text):
            places = known.get(piece)
            made.extend(self._read(piece) if places is None else places)
        return Postings(start, made)

    def _read(self, piece: str) -> tuple[tuple[Alternatives, str | None], ...]:
        text = piece.translate(_TABLE)
        folded = None if _TABLE.moving.isdisjoint(piece) else _translate_with_offsets(piece)
        made: list[tuple[Alternatives, str | None]] = []
        for match in _TOKEN.finditer(text):
            start, end = folded.original(*match.span()) if folded else match.span()
            if match.lastgroup == "word":
                if terms := self._forms(match.group()):
                    made.append((terms, _composed(piece[start:end])))
                continue
            places = [terms for terms, _, _ in self._placed(match.group(), str(match.lastgroup))]
            word = _composed(piece[start:end]) if len(places) == 1 else None
            made += [(terms, word) for terms in places]
        if len(piece) <= _LONGEST_REMEMBERED:
            if len(self._pieces) >= _CACHED_WORDS:
                self._pieces.clear()
            self._pieces[piece] = tuple(made)
        return tuple(made)

    def terms(self, text: str) -> tuple[str, ...]:
        """Return the first term of each place, in order; of a run without spaces at the end, the pairs alone."""
        made: list[str] = []
        places: tuple[Alternatives, ...] = ()
        for match in _TOKEN.finditer(text.translate(_TABLE)):
            token = match.group()
            found = self._known.get(token) or self._remember(token, str(match.lastgroup))
            made.extend(terms[0] for terms in found)
            places = found or places
        if len(places) > 1:
            made.pop()  # the last pair holds the last character already
        return tuple(made)

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens in order, one for each place, with their range in `text`."""
        folded = _translate_with_offsets(text)
        made: list[Token] = []
        for match in _TOKEN.finditer(folded.text):
            kind = str(match.lastgroup)
            for terms, first, last in self._placed(match.group(), kind):
                start, end = folded.original(match.start() + first, match.start() + last)
                while end < len(text) and not _TABLE[ord(text[end])]:
                    end += 1  # accents that stand as characters of their own belong to their letter
                made.append(Token(terms, start, end))
        return made

    def _remember(self, token: str, kind: str) -> tuple[Alternatives, ...]:
        places = tuple(terms for terms, _, _ in self._placed(token, kind))
        if kind != "dense":
            if len(self._known) >= _CACHED_WORDS:
                self._known.clear()
            self._known[token] = places
        return places

    def _placed(self, token: str, kind: str) -> Iterator[tuple[Alternatives, int, int]]:
        """Yield the terms of each place in a token, with their range in it."""
        if kind == "dense":
            yield from _pairs(token)
        elif kind == "word":
            if terms := self._forms(token):
                yield terms, 0, len(token)
        else:
            parts = re.split(r"[ \u00a0]", token)  # "16 700" is found as 16700, and as typed: 16 and 700
            yield (_figure(token, kind), *(parts if len(parts) > 1 else ())), 0, len(token)

    def _forms(self, token: str) -> Alternatives:
        """Return a word as written, then its parts at zero-width joiners, then without clitics."""
        if _JOINER not in token and not token.startswith(self._clitics):  # as most are
            return (token,)
        word = token.replace(_JOINER, "")
        if not word:
            return ()
        forms = dict.fromkeys([word])
        if word != token:
            forms |= dict.fromkeys(part for part in token.split(_JOINER) if len(part) > 1)
        for form in tuple(forms):
            forms |= dict.fromkeys(_without_clitic(form, self._clitics))
        return tuple(forms)


def _without_clitic(word: str, clitics: tuple[str, ...]) -> Iterator[str]:
    for clitic in clitics:
        if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST_STEM:
            yield word[len(clitic) :]


def figure(text: str) -> str:
    """Return a figure in digits in one spelling: its digits, and a full stop before decimals."""
    made = text.strip().translate(_TABLE)
    match = _TOKEN.fullmatch(made)
    return _figure(made, str(match.lastgroup)) if match else made


def _figure(token: str, kind: str) -> str:
    """Return a figure in one spelling, so that 16,700 is found as 16.700 and 1,46 as ۱٫۴۶: digits, and a full stop."""
    if kind == "digits":
        return token
    whole, fraction = token, ""
    if kind == "decimal":
        whole, fraction = re.split("[.,]", token)
    elif match := re.fullmatch(r"(.*\d{3})[.,](\d{1,2}|\d{4,})", token):
        whole, fraction = match.groups()
    whole = re.sub(r"\D", "", whole)
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def _composed(word: str) -> str:
    """Return a word as written, accents composed and invisible characters left out."""
    if word.isascii():
        return word
    if _JOINER in word:
        word = word.replace(_JOINER, "")
    return word if unicodedata.is_normalized("NFC", word) else unicodedata.normalize("NFC", word)


def _pairs(run: str) -> Iterator[tuple[Alternatives, int, int]]:
    """Yield the pairs of neighbouring characters of a run, and its last character alone."""
    starts = [i for i, char in enumerate(run) if i == 0 or unicodedata.category(char)[0] != "M"]
    edges = [*starts, len(run), len(run)]
    for i, start in enumerate(starts):
        end = edges[i + 2]
        yield (run[start:end],), start, end


def _translate_with_offsets(text: str) -> Folded:
    out: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(text):
        made = _TABLE[ord(char)]
        out.append(made)
        offsets.extend([index] * len(made))
    offsets.append(len(text))
    return Folded("".join(out), tuple(offsets))


@cache
def analyser(tag: str) -> Analyser:
    """Return the analyser of a language; of "und", one that knows the clitics of all language files."""
    known = _clitics()
    if tag == "und":
        return Analyser(tuple(dict.fromkeys(clitic for clitics in known.values() for clitic in clitics)))
    return Analyser(known.get(tag.replace("_", "-").split("-")[0].lower(), ()))


@cache
def _clitics() -> dict[str, Alternatives]:
    """Return the clitics of each language."""
    made = compiled("clitics", ALL_LANGUAGES, lambda: {tag: pack(tag).text.clitics for tag in packs()})
    return {tag: tuple(clitics) for tag, clitics in made.items()}


@cache
def _articles() -> tuple[str, ...]:
    clitics = {fold(clitic) for known in _clitics().values() for clitic in known}
    return tuple(sorted((c for c in clitics if len(c) >= _SHORTEST_ARTICLE), key=len, reverse=True))


@cache
def _plain() -> Analyser:
    return Analyser()


def words_to_find(text: str) -> tuple[Alternatives, ...]:
    """Return what to look for, place by place: the terms of which any will do.

    A word that begins with an article is looked for without it too («الفقر» finds «فقر»).
    """
    tokens = _plain().tokens(text)
    if len(tokens) > 1 and tokens[-1].end == tokens[-2].end and is_dense(tokens[-1].terms[0]):
        tokens.pop()  # the last pair of a run holds its last character already
    return tuple(
        tuple(dict.fromkeys((token.terms[0], *_without_clitic(token.terms[0], _articles())))) for token in tokens
    )


def terms_to_find(text: str) -> tuple[str, ...]:
    """Return the first of the terms that `words_to_find` gives for each place."""
    return _plain().terms(text)


def words_as_written(text: str) -> tuple[str, ...]:
    """Return the words to look for where folding is not wanted, place by place; none for scripts without words."""
    tokens = _plain().tokens(text)
    if any(is_dense(token.terms[0]) for token in tokens):
        return ()
    return tuple(_composed(text[token.start : token.end]) for token in tokens)


def written(text: str, token: Token) -> str:
    """Return a token of a text as `words_as_written` gives it."""
    return _composed(text[token.start : token.end])


_DENSE_TERM = re.compile(f"[{_DENSE}]")


def is_dense(term: str) -> bool:
    """Return whether a term is of a script that does not separate words."""
    return bool(_DENSE_TERM.match(term))


def is_single(term: str) -> bool:
    """Return whether a term is one character of such a script: a part of the terms to find."""
    return is_dense(term) and sum(unicodedata.category(char)[0] != "M" for char in term) <= 1
