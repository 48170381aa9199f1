"""Where the phrases of a language file occur in a passage: one walk over its words finds the cues of every table.

A phrase is a row of words; "..." stands for up to eight words of the same sentence, "#" for a quantity with its unit,
"#~iin" for one whose last word ends so.
Diacritics of the Latin script must agree ("giảm" falls, "giám" directs), unless the passage is written without any.
Words written together with what goes before ("clitics" of the language file: Arabic و ف ب ل ك ال) match with and
without it; a zero-width non-joiner matches a space and nothing.
"""

from __future__ import annotations

import re
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from factcheck.claims.cues import Cue, outside
from factcheck.claims.cutting import Cutter
from factcheck.claims.lines import split
from factcheck.claims.words import QUANTITY
from factcheck.language.folding import fold
from factcheck.language.shortened import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.claims.figures import Figure
    from factcheck.claims.words import Line

_SOFT = frozenset(',،«»“”"„-–—')  # separators that a gap may pass
_EACH = frozenset({"indicators", "places.after", "places.ordinary"})  # tables of which each cue is returned
_GAP = 8  # words that "..." stands for at most
_ANY = re.compile(r"#(?![\d~])")  # a figure of any value; "#65" is one of that value
_ENDED = QUANTITY + "~"  # how phrases name a figure whose last word has an ending: "#~iin" ("9 prosenttiin")
_MOST_FORMS = 200_000  # words whose forms are remembered
_ENDS, _HOLE = "", "…"  # keys of a node: the phrases that end there, and what follows a gap
_INFLECTED, _STEM, _PART = 6, 4, 3  # letters of a word with an ending, of one without it, and of a part of a compound
_SHORTEST = 2  # letters that must remain of a word without its article, one more without a clitic of one letter


class Phrases:
    """The phrases of some tables (table -> id -> phrases), ready to be looked for.

    They are a trie of dicts: a word leads to what may follow it, `_HOLE` to what may follow a gap, `_ENDS` to the
    tables and ids of the phrases that end there; these stand for the node itself where nothing may follow.
    """

    def __init__(
        self,
        tables: Mapping[str, Mapping[str, tuple[str, ...]]],
        clitics: tuple[str, ...] = (),
        endings: tuple[str, ...] = (),
        links: tuple[str, ...] = (),
        cutter: Cutter | None = None,
        abbreviations: tuple[str, ...] = (),
        stems: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.cutter = cutter
        self.abbreviations = shortened(abbreviations)
        self._endings: dict[str, tuple[str, ...]] = {}  # an ending -> what the word has in its place without it
        replaced = [(ending, stem) for stem, many in (stems or {}).items() for ending in many]
        for ending, stem in (*((ending, "") for ending in endings if len(fold(ending)) > 1), *replaced):
            self._endings[fold(ending)] = (*self._endings.get(fold(ending), ()), fold(stem))
        self._replaces = bool(replaced)  # a word with an ending is as often known from other phrases
        self._sizes = sorted(set(map(len, self._endings)), reverse=True)
        self._ended: tuple[str, ...] = ()  # endings of figures that phrases name
        self._links = tuple(sorted(map(fold, links), key=len, reverse=True))
        self._clitics = tuple(sorted(map(fold, clitics), key=len, reverse=True))
        self._root: dict[str, Any] = {}
        self._forms: dict[tuple[str, str | None], tuple[str, ...]] = {}
        # Folded word -> marks -> the trie's key; where it is read back, those without marks lead to the key itself.
        self._known: dict[str, Any] = {QUANTITY: {"": QUANTITY}}
        self._words: set[str] = set()  # those of phrases that are no names
        for table, lexicon in tables.items():
            for name, phrases in lexicon.items():
                for phrase in phrases:
                    for spelling in {phrase.replace("\u200c", ""), phrase.replace("\u200c", " ")}:
                        self._add(spelling, (table, name), article=table == "per")

    def stored(self) -> tuple[Any, ...]:
        """Return them as dicts, tuples, sets and strings, for `restored`."""
        joined = self._clitics, self._endings, self._links
        known = {word: keys[""] if keys.keys() == {""} else keys for word, keys in self._known.items()}
        cutter = self.cutter and self.cutter.stored()
        return joined, _short(self._root), known, self._words, cutter, self.abbreviations, self._ended

    @classmethod
    def restored(cls, data: tuple[Any, ...]) -> Phrases:
        """Return the phrases that were stored."""
        made = cls({})
        joined, made._root, made._known, made._words, cutter, made.abbreviations, made._ended = data
        made._clitics, made._endings, made._links = joined
        made._sizes = sorted(set(map(len, made._endings)), reverse=True)
        made._replaces = any(map(any, made._endings.values()))
        made.cutter = cutter and Cutter.restored(cutter)
        return made

    def _add(self, phrase: str, end: tuple[str, str], *, article: bool) -> None:
        """Add a phrase; `article`: its words are kept with what is written together with them ("للطن": a tonne)."""
        node = self._root
        for written in _ANY.sub(" # ", phrase.replace("...", " … ")).split():
            piece = written
            if piece == _HOLE:
                node = node.setdefault(_HOLE, {})
                continue
            if piece.startswith(_ENDED):
                ending = fold(piece.removeprefix(_ENDED))
                piece, self._ended = _ENDED + ending, (*dict.fromkeys((*self._ended, ending)),)
            for word, marks in [(piece, "")] if piece[0] == QUANTITY else split(piece, self.cutter):
                bare = word if article else self._bare(word)
                if end[0] != "places.names" and not (end[0] == "places.ordinary" and " " in phrase):
                    self._words.add(bare)
                key = self._known.setdefault(bare, {}).setdefault(marks, bare + marks)
                node = node.setdefault(key, {})
        if node is not self._root and end not in node.get(_ENDS, ()):
            node[_ENDS] = (*node.get(_ENDS, ()), end)

    def _bare(self, word: str) -> str:
        """Return a phrase's word without its article: a clitic of two letters or more."""
        for clitic in self._clitics:
            if len(clitic) > 1 and word.startswith(clitic) and len(word) - len(clitic) > _SHORTEST:
                return word[len(clitic) :]
        return word

    def has_article(self, word: str) -> bool:
        """Return whether a folded word begins with a clitic of two letters or more."""
        return self._bare(word) != word

    def has_word(self, word: str, *, whole: bool = False) -> bool:
        """Return whether a folded word occurs in some phrase, so that it is rather no name; `whole`: just as it is."""
        if whole:
            return word in self._words
        bare = (word[len(clitic) :] for clitic in self._clitics if word.startswith(clitic))
        return any(form in self._words for form in (word, *bare))

    def _known_forms(self, word: str, marks: str | None) -> tuple[str, ...]:
        """Return the words of phrases that a word of the text may be; marks None: written without any."""
        spellings = self._spelled(word, marks) if word in self._known else []
        if word.startswith(self._clitics):
            for clitic in self._clitics:
                if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST + (len(clitic) == 1):
                    spellings += self._spelled(word[len(clitic) :], marks)
        if len(word) >= _INFLECTED and (self._replaces or not spellings):
            spellings += self._inflected(word)
            if not spellings and self._links:
                spellings = self._compound(word)
        forms = tuple(dict.fromkeys(spellings)) if spellings else ()
        if len(self._forms) < _MOST_FORMS:
            self._forms[word, marks] = forms
        return forms

    def _spelled(self, word: str, marks: str | None) -> list[str]:
        """Return the trie's keys for a folded word with these marks, or with any if they are None."""
        known = self._known.get(word)
        if known is None:
            return []
        if known.__class__ is str:
            return [] if marks else [known]
        return [key for each, key in known.items() if marks is None or marks == each]

    def _inflected(self, word: str) -> list[str]:
        """Return the words of phrases that an unknown word is with one of the language's endings."""
        found: list[str] = []
        for size in self._sizes:
            for stem in self._endings.get(word[-size:], ()):
                bare = word[:-size] + stem
                if len(bare) >= _STEM and (more := self._spelled(bare, None)):
                    found += more
            if found and not self._replaces:
                break
        return found

    def _compound(self, word: str) -> list[str]:
        """Return the words of phrases that an unknown word is joined of: "Kaffeeexporte" is coffee and exports."""
        for at in range(_PART, len(word) - _PART + 1):
            for link in self._links:
                end = at - len(link)
                if end < _PART or not word.endswith(link, 0, at) or not (head := self._spelled(word[:end], None)):
                    continue
                if tail := self._spelled(word[at:], None) or self._inflected(word[at:]):
                    return head + tail
                break
        return []

    def find(self, line: Line, figures: Sequence[Figure] = (), text: str = "") -> list[Cue]:
        """Return the cues of a line, those of a table together; see `tables`."""
        return list(chain.from_iterable(self.tables(line, figures, text).values()))

    def tables(self, line: Line, figures: Sequence[Figure] = (), text: str = "") -> dict[str, list[Cue]]:
        """Return the cues of a line by table; of one, none that lies within another.

        `figures` are those of the line, `text` that which they stand in.

        Those of indicators are all returned: which of two that overlap is meant depends on the kind of the figure.
        """
        forms = self._forms_of(line)
        for stated in line.stated if figures else ():
            if (named := valued(figures[line.figures[stated]])) in self._known:
                forms[stated] = (*forms[stated], named)
        for stated in line.stated if self._ended else ():
            last = fold(text[line.starts[stated] : line.ends[stated]]) if line.words[stated] == QUANTITY else ""
            forms[stated] = (*forms[stated], *(_ENDED + ending for ending in self._ended if last.endswith(ending)))
        found: list[Cue] = []
        root, many, walk = self._root, len(forms), _Walk(forms, line.stops, found)
        for start, options in enumerate(forms):
            for word in options:  # of most words none
                following = root.get(word)
                if following is not None:
                    quantity = start if _is_any(word) else -1
                    if following.__class__ is tuple:
                        found += [Cue(table, name, ((start, start + 1),), quantity) for table, name in following]
                        continue
                    beside = forms[start + 1] if start + 1 < many else ()
                    if _HOLE in following or (beside and not following.keys().isdisjoint(beside)):
                        walk.on(following, start + 1, start, (), quantity)
                    elif _ENDS in following:
                        ends = following[_ENDS]
                        found += [Cue(table, name, ((start, start + 1),), quantity) for table, name in ends]
        by_table: dict[str, list[Cue]] = {}
        for cue in _each_once(found) if max(map(len, forms), default=0) > 1 else found:
            same = by_table.get(cue.table)
            if same is None:
                by_table[cue.table] = [cue]
            else:
                same.append(cue)
        for table, same in by_table.items():
            if len(same) > 1 and table not in _EACH and (longer := [cue for cue in same if cue.last - cue.first > 1]):
                by_table[table] = outside(same, longer)
        return by_table

    def _forms_of(self, line: Line) -> list[tuple[str, ...]]:
        """Return for each word of a line the words of phrases that it may be."""
        marks: Iterable[str | None] = line.marks if any(line.marks) else repeat(None, len(line.words))
        spelled = list(zip(line.words, marks, strict=True))
        forms = list(map(self._forms.get, spelled))
        if None not in forms:
            return forms  # type: ignore[return-value]
        return [self._known_forms(*pair) if form is None else form for pair, form in zip(spelled, forms, strict=True)]


def _short(node: dict[str, Any]) -> Any:
    """Return a node of the trie with the nodes that nothing may follow as what ends there."""
    if node.keys() == {_ENDS}:
        return node[_ENDS]
    return {key: after if key == _ENDS else _short(after) for key, after in node.items()}


def _each_once(cues: Iterable[Cue]) -> Iterable[Cue]:
    """Return the cues, each once: two spellings of a word lead to one phrase."""
    seen: dict[tuple[Any, ...], Cue] = {}
    for cue in cues:
        seen.setdefault((cue.table, cue.id, cue.parts, cue.quantity), cue)
    return seen.values()


class _Walk:
    """A walk over the words of a line; `stops` are those of the line, `found` the cues so far."""

    __slots__ = ("forms", "found", "stops")

    def __init__(self, forms: list[tuple[str, ...]], stops: Mapping[int, str], found: list[Cue]) -> None:
        self.forms, self.stops, self.found = forms, stops, found

    def on(self, node: Any, position: int, since: int, parts: tuple[tuple[int, int], ...], quantity: int) -> None:
        """Add the cues of the phrases that end before a word, and of those that go on from there.

        `node` is how far they have come: over `parts`, each up to a gap, and the words from `since` on.
        """
        leaf = node.__class__ is tuple
        for table, name in node if leaf else node.get(_ENDS, ()):
            self.found.append(Cue(table, name, (*parts, (since, position)), quantity))
        if leaf:
            return
        forms, stops = self.forms, self.stops
        if position < len(forms) and position not in stops:
            for word in forms[position]:
                following = node.get(word)
                if following is not None:
                    self.on(following, position + 1, since, parts, position if _is_any(word) else quantity)
        gap = node.get(_HOLE)
        if gap.__class__ is not dict:
            return
        for start in range(position, min(position + _GAP + 1, len(forms))):
            if start in stops and stops[start] not in _SOFT:
                break
            for word in forms[start]:
                following = gap.get(word)
                if following is not None:
                    before = (*parts, (since, position))
                    self.on(following, start + 1, start, before, start if _is_any(word) else quantity)


def valued(figure: Figure) -> str:
    """Return how phrases name a figure of a value and unit: "#65", "#5duration-year"."""
    quantity, unit = figure.quantity, (figure.quantity.unit or "").replace(" ", "-")
    return f"{QUANTITY}{quantity.high if quantity.low is None else quantity.low}{unit}"


def _is_any(word: str) -> bool:
    """Return whether a word of a phrase is a figure of any value, whose quantity the phrase then speaks of."""
    return word == QUANTITY or word.startswith(_ENDED)
