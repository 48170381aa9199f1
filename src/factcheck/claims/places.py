"""Which places a passage names, and where in it.

Names follow prepositions ("in Quang Ninh") and administrative nouns ("منطقه باک آی"), stand before such a noun
("Ninh Thuan province"), begin a line ("Gia Lai: ...") or a sentence as its subject ("Quang Ninh aims ..."), or are
known: CLDR's countries and time zone cities, names found elsewhere in the document. Where the script has capitals, a
name is a row of capitalised words; where it has none, one to three words up to a figure, a separator or a known word.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.cutting import unspaced
from factcheck.claims.mentions import LIKELY, POSSIBLE, SURE, UNLIKELY, Mention
from factcheck.claims.shapes import ADMINISTRATIVE, LONGEST_CASED, LONGEST_UNCASED, TOPICS, Shapes
from factcheck.claims.words import DATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.claims.cues import Cue
    from factcheck.claims.mentions import Names
    from factcheck.claims.words import Line

_BETWEEN = 1  # word between an administrative noun and the preposition of its name
_NEAR, _BESIDE = 12, 7  # words
_NO_SYLLABLE = 6  # letters of a word that is no syllable of a name in a language written syllable by syllable
_STEM = 3  # letters that remain at least of a name without the ending of an adjective
_LONG = 4  # letters from which a name is known by its first capital; of a shorter one more is asked
_BEHIND = 2  # words of a name at most before a word that follows places
_NAMED = frozenset({"storm"})  # subjects that have names of their own: "Typhoon Yagi"


def read_places(text: str, tag: str, line: Line, tables: Mapping[str, Sequence[Cue]], names: Names) -> list[Mention]:
    """Return the places that a line names, in order, not overlapping; sure ones are added to `names`.

    `tables` are the phrases found in it.
    """
    reader = _Reader(text, tag, line, tables, names)
    best: dict[int, Mention] = {}
    for mention in reader.mentions():
        old = best.get(mention.first)
        if old and old.last == mention.last and mention.leads and old.name is not None:
            best[mention.first] = replace(old, leads=True, doubt=SURE)
        elif old is None or (mention.doubt, -mention.last, -mention.reach) < (old.doubt, -old.last, -old.reach):
            best[mention.first] = mention
    kept: list[Mention] = []
    for mention in sorted(best.values(), key=lambda m: (m.doubt, m.first - m.last)):
        if all(mention.last <= other.first or other.last <= mention.first for other in kept):
            kept.append(mention)
            if mention.doubt == SURE and mention.name:
                names.add(line.words[mention.first : mention.last])
    return sorted(kept, key=lambda m: m.first)


class _Reader(Shapes):
    """The rules over one line."""

    def mentions(self) -> Iterator[Mention]:
        """Yield what each rule finds."""
        yield from self._known()
        if self.titled:
            return
        for cue in self.cues:
            if cue.table in {"places.whole", "places.nation"}:
                yield from self._whole(cue)
            elif cue.table in {"places.before", "places.of"}:
                behind = not self.ended.isdisjoint(range(cue.first - _BETWEEN, cue.first + 1))
                noun = behind and self.cased(cue.last)  # "district montagneux de"
                for named in self._after(cue.last, administrative=noun):
                    mention = self._reaching(named, cue)
                    weak = cue.table == "places.of" and mention.doubt != SURE
                    yield replace(mention, doubt=POSSIBLE, reach=_BESIDE) if weak else mention
            elif cue.table == "places.behind":
                if self.cased(cue.first - 1) and cue.first:  # "Rize'de"
                    sign = self.text[self.line.ends[cue.first - 1] : self.line.starts[cue.first]]
                    yield from self._capitals_before(cue.first, LIKELY) if sign in {"'", "’"} else ()
                else:
                    yield from self._begins(cue.first)
            elif cue.table in ADMINISTRATIVE:
                if self.joined(cue.first):  # "广宁省", "나라현": the name is what the noun is joined to
                    yield self.mention(cue.first - 1, cue.first, SURE)
                    continue
                if not self.cased(cue.first) and self.phrases.has_article(self.line.words[cue.last - 1]):
                    continue  # "the province", of which no name follows
                yield from self._after(cue.last, administrative=True)
                yield from map(self._adjective, self._capitals_before(cue.first, SURE))
            elif cue.table in TOPICS:
                yield from self._beside(cue)
            elif cue.table == "places.objects" or (cue.table == "places.verbs" and not self.cased(cue.first)):
                yield from self._object(cue.last)
        yield from self._opening()
        for word in range(self.size - 1) if self.looks.linking else ():
            if self.line.words[word].endswith(self.looks.linking) and word + 1 not in self.line.stops:
                for mention in self._after(word + 1, administrative=False):  # "موزه‌های شیراز": the museums of Shiraz
                    yield replace(mention, doubt=max(mention.doubt, POSSIBLE), reach=_BESIDE)

    def _reaching(self, mention: Mention, cue: Cue) -> Mention:
        """Return a place that a sentence begins with as one of all of it: "In Oran, prices rose 8 %, rents 5 %"."""
        opens = cue.first == 0 and self.cased(mention.first) and self.line.stops.get(mention.last, "") == ","
        return replace(mention, reach=10_000) if opens and mention.doubt <= LIKELY else mention

    def _adjective(self, mention: Mention) -> Mention:
        """Return a mention with the name that an adjective is made of ("Тверской области": Твер, which is Tver)."""
        name = mention.name or ""
        ending = next((e for e in self.looks.adjectival if name.endswith(e) and len(name) - len(e) >= _STEM), "")
        return replace(mention, name=name.removesuffix(ending)) if ending else mention

    def _whole(self, cue: Cue) -> Iterator[Mention]:
        """Yield what "the whole province" means: the name that follows ("toàn tỉnh Quảng Trị"), if any."""
        start = next((c.last for c in self.begun.get(cue.last, ()) if c.table == "places.before"), cue.last)
        if cue.table == "places.whole" and self.cased(start):
            named = list(self._after(start, administrative=True))
            if named:
                yield from named
                return
        leads = cue.first == 0 and self.line.stops.get(cue.last, "") == ":"
        yield Mention(cue.first, cue.last, None if cue.table == "places.whole" else "", SURE, leads=leads)

    def _known(self) -> Iterator[Mention]:
        for cue in self.known:
            first, last = cue.first, cue.last
            if not self.cased(first):
                ordinary = any(i in self.ordinary for i in range(first, last)) or self._is_topic(first, last)
                if ordinary or self.unclear(first, last):
                    continue
            elif not self.capital(first) or not (last - first > 1 or self._is_plain(cue)):
                continue
            elif self.capital(last) and last not in self.line.stops and not self.acronym(last, last + 1):
                continue  # a longer name; "UK GDP" is none
            yield self.mention(first, last, SURE)
        for start, word in enumerate(self.line.words if self.names.firsts else ()):
            if word not in self.names.firsts:
                continue
            length = self.names.prefix(self.line.words[start : start + LONGEST_CASED])
            if length and (not self.cased(start) or self.capital(start)):
                yield self.mention(start, start + length, SURE)

    def _is_topic(self, first: int, last: int) -> bool:
        """Return whether words are all part of what is measured: "米" of "米の価格", but not of "米国" (the US)."""
        topics = (cue for cue in self.cues if cue.table in TOPICS)
        return any(begin <= first and last <= end for cue in topics for begin, end in cue.parts)

    def _is_plain(self, cue: Cue) -> bool:
        """Return whether a known word is a name as it is written: "US" is, "Us" is not; "Ý" is, but in mid-sentence."""
        first = cue.first
        if len(self.line.words[first]) >= _LONG:
            return True
        if self.acronym(first, cue.last):
            return not self.shouted()
        return bool(cue.id and first) and first not in self.line.stops and not self.capital(first - 1)

    def _after(self, start: int, *, administrative: bool) -> Iterator[Mention]:
        """Yield the name that begins with a word, behind a preposition or an administrative noun."""
        line = self.line
        while start in self.begun and start not in line.stops and any(
            cue.table in ADMINISTRATIVE or (administrative and cue.table == "groups") for cue in self.begun[start]
        ):  # fmt: skip
            administrative = True
            start = max(c.last for c in self.begun[start] if c.table in ADMINISTRATIVE or c.table == "groups")
        if start >= self.size or start in line.stops or line.figures[start] >= 0:
            return
        if self.cased(start):
            last = self.capitals_from(start, administrative=administrative)
            if last > start and not self.acronym(start, last):
                seen = administrative or self.names.prefix(line.words[start:last]) == last - start
                doubt = SURE if seen else LIKELY
                yield self.mention(self.with_noun(start, last), last, doubt, 10_000 if seen else _NEAR)
            return
        if not administrative and self.phrases.has_article(line.words[start]):
            return
        last, ended = self.uncased_from(start)
        if last > start and (ended or administrative) and self.nameable(start, last):
            sure = administrative and ended and (last - start > 1 or self.names.prefix(line.words[start:last]))
            doubt = SURE if sure else LIKELY if ended else POSSIBLE
            yield self.mention(start, last, doubt, 10_000 if doubt == SURE else _NEAR)

    def _begins(self, end: int) -> Iterator[Mention]:
        """Yield the name before a word that follows places, where a clause begins with it ("나라에서는")."""
        first = end - 1
        while first > 0 and first not in self.line.stops and self.line.figures[first - 1] < 0 and end - first < _BEHIND:
            first -= 1
        clause = first == 0 or first in self.line.stops or self.line.words[first - 1] == DATE
        words = range(first, end)
        if end > first >= 0 and clause and end not in self.line.stops and not any(
            i in self.taken or self.line.figures[i] >= 0 or self.cased(i) for i in words
        ) and self.nameable(first, end):  # fmt: skip
            yield self.mention(first, end, POSSIBLE, _NEAR)

    def _object(self, start: int) -> Iterator[Mention]:
        """Yield the name behind a verb that it is the object of, or the subject in Arabic ("استقبلت كوانغ نينه")."""
        for mention in self._after(start, administrative=False):
            yield replace(mention, doubt=max(mention.doubt, POSSIBLE))

    def _beside(self, cue: Cue) -> Iterator[Mention]:
        """Yield a name that stands directly behind what is counted or measured ("dân số Quảng Ninh")."""
        start = cue.last
        if cue.table == "subjects" and cue.id in _NAMED:
            return
        opens = cue.first == 0 and len(self.line.words[0]) >= _NO_SYLLABLE  # "Ekonomi Kisumu"
        if self.topical(cue.first) and self.capital(cue.first) and not opens:
            return  # itself a name
        if start >= self.size or start in self.line.stops or self.line.figures[start] >= 0:
            return
        if self.cased(start):
            last = self.capitals_from(start)
            noun = self.looks.nouns_cased and not self.capital(start - 1)  # "die betroffenen Gebiete"
            if last > start and not noun and not self.acronym(start, last):
                yield self.mention(start, last, LIKELY, _BESIDE)
            people = cue.table in {"nouns", "groups"}  # "Afghan refugees returned to Oran", "Oran farmers"
            yield from self._capitals_before(cue.first, UNLIKELY if people else LIKELY)
        elif not (
            self.phrases.has_article(self.line.words[start]) or start in self.taken or unspaced(self.line.words[start])
        ):
            last, ended = self.uncased_from(start)
            ends = last >= self.size
            closed = not self.looks.verbs_last if ends else self.line.figures[last] >= 0 or last in self.prepositions
            if ended and last > start and (closed or last in self.taken) and self.nameable(start, last):
                yield self.mention(start, last, POSSIBLE, _NEAR)

    def _capitals_before(self, end: int, doubt: int) -> Iterator[Mention]:
        """Yield the row of capitalised words that ends before a word ("Ninh Thuan province", "Gia Lai's farmers")."""
        if end in self.line.stops:
            return
        last = end - 1 if end and self.line.words[end - 1] == "s" else end
        first = last
        while first > 0 and self.capital(first - 1) and first - 1 not in self.taken:
            first -= 1
            if first in self.line.stops:
                break
        if first == 0 and last == 1:
            return  # a sentence begins with a capital anyway
        named = any(cue.table == "subjects" and cue.id in _NAMED and cue.last == first for cue in self.cues)
        if first < last and not named:
            yield self.mention(first, last, doubt)

    def _opening(self) -> Iterator[Mention]:
        """Yield the name that the line, or a clause of it, has as its heading or its subject."""
        line = self.line
        for start in (0, *line.stops):
            if start >= self.size or (start and not self.clause_of_date(start)):
                continue
            if self.cased(start):
                last = self.capitals_from(start)
                named = any(cue.table == "subjects" and cue.id in _NAMED for cue in self.begun.get(start, ()))
                if last == start or named:
                    continue
                if self.looks.nouns_cased and not self.measured.isdisjoint(range(start + 1, last)):
                    continue  # "Jährliche Inflation"
                after = line.stops.get(last, "")
                alone = last == self.size <= LONGEST_UNCASED and self.text[line.ends[-1] :][:1] == "."
                if start == 0 and (after in {":", "-", "–", "—"} or alone):
                    yield replace(self.mention(start, last, SURE), leads=True)
                elif not after and last in self.subject_ends and not self.acronym(start, last):
                    verb = "places.verbs" in self.tables_at(last)
                    if verb or last - start > 1 or start:
                        yield self.mention(start, last, LIKELY if verb else POSSIBLE, _NEAR)
                elif not after and last in self.measured and not self.acronym(start, last) and (start or last > 1):
                    # "In 2023, Kisumu exports ...", "Tan Lac exports ...", but not "Annual exports ..."
                    yield self.mention(start, last, POSSIBLE, _BESIDE)
                elif not after and start == 0 and not self.acronym(start, last) and (
                    self.verb_follows(last) or (self.looks.postposed and DATE in line.words[last : last + 1])
                ):  # fmt: skip
                    yield self.mention(start, last, POSSIBLE, _BESIDE)
                continue
            last, ended = self.uncased_from(start)
            if last == start or not ended or not self.nameable(start, last):
                continue
            if start == 0 and line.stops.get(last, "") == ":":
                yield replace(self.mention(start, last, SURE), leads=True)
            elif (
                last < self.size
                and last not in line.stops
                and not any(self.phrases.has_article(w) for w in line.words[start:last])
                and (
                    last in self.subject_ends
                    or (DATE in line.words[last : last + (3 if last in self.prepositions else 1)])
                )
            ):
                yield self.mention(start, last, POSSIBLE)
