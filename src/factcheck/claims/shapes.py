"""How names of places look: where in a line a name may begin, where it ends, and which words are none.

Where the script has capitals, a name is a row of capitalised words; where it has none, one to three words up to a
figure, a separator or a known word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.cutting import unspaced
from factcheck.claims.mentions import Mention, looks
from factcheck.claims.phrase_tables import phrases_of
from factcheck.claims.words import DATE
from factcheck.language.common import common_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.claims.cues import Cue
    from factcheck.claims.mentions import Names
    from factcheck.claims.words import Line

ADMINISTRATIVE = frozenset(f"places.{name}" for name in ("province", "district", "commune", "city", "country"))
TOPICS = frozenset({"indicators", "subjects", "nouns", "groups"})
LONGEST_CASED, LONGEST_UNCASED = 5, 3
_SHORT_VERB = 3  # letters
_PREPOSITIONS = frozenset({"places.before", "places.of", "places.after", "per"})
_SUBJECT_OF = frozenset({"places.verbs", "roles.target", "roles.hope", "roles.up", "roles.down", "roles.level"})
_OPENING = TOPICS | ADMINISTRATIVE  # a sentence may begin with these words, and they are no names
_TITLE_CASE = 0.7  # share of words with capitals from which on a capital makes no name, in a line of more than a few
_TITLE_WORDS = 5


class Shapes:
    """The names of one line, by their looks; `tables` are the phrases found in it."""

    def __init__(self, text: str, tag: str, line: Line, tables: Mapping[str, Sequence[Cue]], names: Names) -> None:
        self.text, self.line, self.names = text, line, names
        self.phrases, self.looks, self.common = phrases_of(tag), looks(tag), common_words(tag)
        self.known = tables.get("places.names", ())
        self.english = {(cue.first, cue.last): cue.id for cue in self.known}
        self.cues: list[Cue] = []
        self.taken: set[int] = set()  # words of cues; those of a cue's gaps are not its own
        self.ordinary: set[int] = set()
        self.begun: dict[int, list[Cue]] = {}  # word -> the cues that begin with it
        self.ended: set[int] = set()  # behind administrative nouns
        self.prepositions: set[int] = set()
        self.measured: set[int] = set()
        self.subject_ends: set[int] = set()
        self.going_on: set[int] = set()  # words with which what follows a gap begins
        for table, cues in tables.items():
            if table != "places.names":
                self._sort(table, cues)
        self.size = len(line.words)
        self.initials = list(map(text.__getitem__, line.starts))
        self.capitals = list(map(str.isupper, self.initials))
        for word in line.stated:
            self.capitals[word] = False
        letters = self.size - len(line.stated)
        self.titled = letters >= _TITLE_WORDS and sum(self.capitals) >= _TITLE_CASE * letters

    def _sort(self, table: str, cues: Sequence[Cue]) -> None:
        """Take the cues of one table to what they tell of names."""
        self.cues += cues
        begun, taken = self.begun, self.taken
        for cue in cues:
            first = cue.first
            if first in begun:
                begun[first].append(cue)
            else:
                begun[first] = [cue]
            taken.add(first)
            if cue.size > 1:
                words = [i for a, b in cue.parts for i in range(a, b)]
                taken.update(words)
                if len(cue.parts) > 1:
                    self.going_on.update([a for a, _ in cue.parts])
        firsts = [cue.first for cue in cues]
        if table == "indicators":
            self.measured.update(firsts)
        elif table == "places.ordinary":
            self.ordinary.update([i for cue in cues for i in range(cue.first, cue.last)])
        elif table in ADMINISTRATIVE:
            self.ended.update([cue.last for cue in cues])
        elif table in _PREPOSITIONS:
            self.prepositions.update(firsts)
        elif table in _SUBJECT_OF:
            self.subject_ends.update(firsts)

    def unclear(self, first: int, last: int) -> bool:
        """Return whether a known name without capitals is rather a short ordinary word."""
        word = self.line.words[first]
        short = len(word) < (2 if unspaced(word) else 3)
        used = word not in self.looks.listed and self.phrases.has_word(word, whole=True)
        return last - first == 1 and (short or used)

    def with_noun(self, start: int, last: int) -> int:
        """Return where a name begins whose administrative noun is part of it: "Kota Bharu", a capital says so.

        Names of two words and more go without it, and so do those that the document has shown without it.
        """
        part = (
            not self.looks.nouns_cased
            and start > 0
            and start not in self.line.stops
            and self.tables_at(start - 1) & ADMINISTRATIVE
        )
        if (
            part
            and last - start == 1
            and self.capital(start - 1)
            and (self.inside(start - 1) or "places.before" not in self.tables_at(start - 1))
            and not self.names.prefix(self.line.words[start:last])
        ):
            return start - 1
        return start

    def joined(self, word: int) -> bool:
        """Return whether a word without capitals is joined to a word before it that nobody knows."""
        line, before = self.line, word - 1
        return (
            before >= 0
            and line.ends[before] == line.starts[word]
            and line.ends[before] - line.starts[before] > 1
            and line.figures[before] < 0
            and before not in self.taken
            and not self.cased(before)
        )

    def tables_at(self, word: int) -> set[str]:
        """Return the tables of the phrases that begin at a word."""
        return {cue.table for cue in self.begun.get(word, ())}

    def clause_of_date(self, start: int) -> bool:
        """Return whether a comma stands before a word, and a date before that ("In 2023, ...")."""
        return start <= 6 and self.line.stops[start] in ",،:" and DATE in self.line.words[:start]

    def capitals_from(self, start: int, *, administrative: bool = False) -> int:
        """Return the index after the row of capitalised words that begins at a word, `start` if there is none.

        Behind an administrative noun it may begin with a word that else is none of a name: "huyện Bắc Hà".
        """
        last = start
        several = self.capital(start + 1) and start + 1 not in self.line.stops  # but "in the province Wednesday"
        ordinary = self.ordinary if not (administrative and several) else frozenset()
        while (
            last < min(self.size, start + LONGEST_CASED)
            and (last == start or last not in self.line.stops)
            and self.capital(last)
            and not (last == start and last in ordinary)
            and not (last == start and (self._has_case(last) or self._opens(last)))
            and not (last == start and self.tables_at(last) & (ADMINISTRATIVE if self.topical(last) else _OPENING))
        ):
            last += 1
            if self.looks.inner:
                last += self._inner(last, last - start)
        return last

    def _inner(self, word: int, size: int) -> bool:
        """Return whether a word stands inside a name, of which so many words precede it: "Rio Grande do Sul"."""
        if word >= self.size or self.line.words[word] not in self.looks.inner or size + 1 >= LONGEST_CASED:
            return False
        return self.capital(word + 1) and not self.line.stops.keys() & {word, word + 1}

    def _has_case(self, word: int) -> bool:
        """Return whether a word that begins a sentence has an ending that a name of several words has at its end."""
        return (
            not self.inside(word)
            and self.line.words[word].endswith(self.looks.postposed)
            and self.capital(word + 1)
            and word + 1 not in self.line.stops
        )

    def _opens(self, word: int) -> bool:
        """Return whether a common word has its capital but because a sentence begins with it: "Его", "Fue"."""
        if self.inside(word) or self.line.words[word] not in self.common:
            return False
        return not self.capital(word + 1) or word + 1 in self.line.stops  # but "La Rioja"

    def uncased_from(self, start: int) -> tuple[int, bool]:
        """Return where a name without capitals ends, and whether something ends it before it grows too long."""
        line, last = self.line, start
        length = self.names.prefix(line.words[start : start + LONGEST_UNCASED + 1])
        if length:
            return start + length, True
        while True:
            if last >= self.size or (last > start and last in line.stops) or line.figures[last] >= 0:
                return last, True
            weak = last == start and not self.tables_at(last) - {"roles.level"}
            verb = line.words[last].endswith(self.looks.verbs_end)
            if (last in self.begun or last in self.going_on) and not weak:
                return (max(start + 1, last - 1) if verb and "places.after" in self.tables_at(last) else last), True
            if self.inflected(line.words[last]):
                return start, False
            if verb and last > start and len(line.words[last]) > _SHORT_VERB:
                return max(start + 1, last - 1), True  # of a verb's two words the first says what is done
            if last - start == LONGEST_UNCASED or self.cased(last):
                return last, False
            last += 1

    def nameable(self, first: int, last: int) -> bool:
        """Return whether words without capitals may be a name: seen as one, or not all words of the language."""
        words = self.line.words[first:last]
        if self.names.prefix(words) == len(words):
            return True
        if any(map(self.phrases.has_article, words[1:])) or any(i in self.ordinary for i in range(first, last)):
            return False
        if not self.looks.bounds.isdisjoint(words):
            return False
        return not all(word in self.common or self.phrases.has_word(word) for word in words)

    def inflected(self, word: str) -> bool:
        """Return whether a word without capitals has an ending that no name has."""
        for ending in self.looks.endings:
            first, _, last = ending.rpartition("*")
            if word.endswith(last) and word.startswith(first) and len(word) > len(ending) + 1:
                return True
        return False

    def verb_follows(self, last: int) -> bool:
        """Return whether what begins a sentence may be a place by what follows: two words of it, or a verb's shape."""
        if last >= self.size or self.line.figures[last] >= 0 or self.phrases.has_word(self.line.words[0]):
            return False
        word = self.line.words[last]
        return word.endswith(self.looks.verbs_end) or word.startswith(self.looks.verbs_begin)

    def topical(self, word: int) -> bool:
        """Return whether a word with a capital is a name although it is a word of a topic: "Trà Vinh" is no tea."""
        following = word + 1
        return self.inside(word) or (following not in self.line.stops and self.capital(following))

    def inside(self, word: int) -> bool:
        """Return whether a word stands inside a sentence, where only names have capitals."""
        return word > 0 and word not in self.line.stops

    def capital(self, word: int) -> bool:
        """Return whether a word begins with a capital."""
        return word < self.size and self.capitals[word]

    def cased(self, word: int) -> bool:
        """Return whether a word is of a script that has capitals."""
        if word >= self.size:
            return False
        char = self.initials[word]
        return char.lower() != char.upper()

    def acronym(self, first: int, last: int) -> bool:
        """Return whether a name is one word all in capitals: an organisation rather than a place."""
        name = self.text[self.line.starts[first] : self.line.ends[first]]
        return last - first == 1 and name.isupper() and len(name) > 1

    def shouted(self) -> bool:
        """Return whether the line is in capitals as a whole."""
        words = map(self.text.__getitem__, map(slice, self.line.starts, self.line.ends))
        return all(word.isupper() for word in words if word.isalpha())

    def mention(self, first: int, last: int, doubt: int, reach: int = 10_000) -> Mention:
        """Return the mention of a name: as it is written, in English if it is known."""
        name = self.english.get((first, last)) or self.text[self.line.starts[first] : self.line.ends[last - 1]]
        return Mention(first, last, name.strip(), doubt, reach)
