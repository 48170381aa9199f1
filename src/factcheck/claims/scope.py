"""What each figure is about: role and direction, indicator, counted noun, group, place, period, per.

The cues of a passage are found once (`phrases.py`), those that are but a part of others are left out, and places are
told from words; each figure then takes what it is about from what is left (`sentence.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims.compared import THAN, THAN_AFTER, Base, compared
from factcheck.claims.context import Context, read_title
from factcheck.claims.cues import Cue, covering, not_within
from factcheck.claims.indicators import EACH, catalogue, rates
from factcheck.claims.lines import read_line
from factcheck.claims.mentions import POSSIBLE, SURE, Mention, Names
from factcheck.claims.phrase_tables import phrases_of
from factcheck.claims.places import read_places
from factcheck.claims.sentence import Sentence, bare
from factcheck.claims.together import lots
from factcheck.claims.words import DATE, Line
from factcheck.model import NOT_QUANTITIES, Claim, PassageKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.claims.figures import Figure
    from factcheck.model import Document

# A word of role may be part of a phrase of these and still say its own: "下降" of "下降了".
_MINGLED = frozenset({"places.names", "roles.by", "roles.to", "roles.start", "roles.level"})
_NO_PLACE = frozenset({"roles.target", "roles.up", "roles.down", "indicators", "nouns", "groups", "number"})
_WITHIN = ("roles.", "places.", "per")  # of which tables a word may be but a part of a longer phrase
_PREPOSITIONS = frozenset({"roles.by", "roles.to", "roles.start"})  # of which bounds may hold words
_WHOLE = frozenset({"places.names", "places.whole", "places.verbs"})  # said even as a part of a longer phrase


def attach(document: Document, figures: Mapping[int, Sequence[Figure]]) -> list[Claim]:
    """Return a claim for each figure, in order; `figures` are those of each passage, by its index.

    Passages that it leaves out are not read.
    """
    return attach_each([document], [figures])[0]


def attach_each(documents: Sequence[Document], figures: Sequence[Mapping[int, Sequence[Figure]]]) -> list[list[Claim]]:
    """Return the claims of each document, as `attach` does; of many short ones together it is faster."""
    articles = [_Article(document, found) for document, found in zip(documents, figures, strict=True)]
    told = [(article, index) for article in articles for index in article.told()]
    for lot in lots(told, [article.size(index) for article, index in told]):
        lines = [_line(article, index) for article, index in lot]
        cues = [_cues(article, index, line) for (article, index), line in zip(lot, lines, strict=True)]
        places = [_places(*each, line, found) for each, line, (found, _) in zip(lot, lines, cues, strict=True)]
        for (article, index), line, (found, bases), named in zip(lot, lines, cues, places, strict=True):
            article.claims += _claims(article, index, line, found, named, bases)
    return [article.claims + article.rest() for article in articles]


@dataclass(slots=True)
class _Article:
    """A document on the way: its claims so far, and what they have established for what follows."""

    document: Document
    figures: Mapping[int, Sequence[Figure]]
    carried: Context = field(default_factory=Context)
    claims: list[Claim] = field(default_factory=list)
    end: int = 0  # of the last passage read
    telling: int = -1  # the last passage with a quantity

    def told(self) -> list[int]:
        """Return the passages of whose figures anything can be said, in order; the title is read first."""
        stating = (i for i, found in self.figures.items() if any(f.kind not in NOT_QUANTITIES for f in found))
        self.telling = max(stating, default=-1)
        if self.telling >= 0:
            read_title(self.document, self.carried)
        return sorted(index for index in self.figures if index <= self.telling)

    def size(self, index: int) -> int:
        """Return how many code points a passage has."""
        span = self.document.passages[index].span
        return span.end - span.start

    def carried_to(self, index: int) -> Context:
        """Return what is established before a passage is read."""
        passage, before = self.document.passages[index], self.end
        self.end = passage.span.end
        if passage.kind is PassageKind.BOILERPLATE:
            return Context()
        if passage.kind is PassageKind.RELATED:
            return Context(names=self.carried.names)
        if "\n" in self.document.text[before : passage.span.start]:
            self.carried.paragraph()
        return self.carried

    def rest(self) -> list[Claim]:
        """Return the claims of the passages behind the last quantity, of which nothing is said."""
        behind = sorted(index for index in self.figures if index > self.telling)
        return [bare(self.document, index, figure) for index in behind for figure in self.figures[index]]


def _line(article: _Article, index: int) -> Line:
    """Return the words of a passage."""
    text, passage = article.document.text, article.document.passages[index]
    phrases, span = phrases_of(passage.language), passage.span
    return read_line(text, span.start, span.end, article.figures[index], phrases.cutter, phrases.abbreviations)


def _cues(article: _Article, index: int, line: Line) -> tuple[dict[str, list[Cue]], dict[int, Base]]:
    """Return the cues of a passage by table, and which of its dates it only compares with."""
    tag = article.document.passages[index].language
    tables = phrases_of(tag).tables(line, article.figures[index], article.document.text)
    bases = compared(line, tables, tag, article.figures[index])
    for table in (THAN, THAN_AFTER):
        tables.pop(table, None)
    if "per" in tables:
        _keep(tables, "per", [cue for cue in tables["per"] if DATE not in line.words[cue.last : cue.last + 1]])
        _bases(tables)
    if "indicators" in tables:
        _keep(tables, "indicators", _narrowed(tables["indicators"]))
    _outermost(tables)
    return tables, bases


def _places(article: _Article, index: int, line: Line, tables: Mapping[str, Sequence[Cue]]) -> list[Mention]:
    """Return the places of a passage; what a name means, those before it in the article tell."""
    document, passage = article.document, article.document.passages[index]
    names = Names() if passage.kind is PassageKind.BOILERPLATE else article.carried.names
    places = read_places(document.text, passage.language, line, tables, names)
    return _without_words(places, tables) if places else places


def _claims(
    article: _Article,
    index: int,
    line: Line,
    tables: dict[str, list[Cue]],
    places: list[Mention],
    bases: Mapping[int, Base],
) -> list[Claim]:
    """Return the claims of a passage."""
    document, figures, carried = article.document, article.figures[index], article.carried_to(index)
    taken = {i for p in places if p.name for i in range(p.first, p.last)}
    for table, cues in list(tables.items()) if taken else ():
        left = [cue for cue in cues if taken.isdisjoint(range(cue.first, cue.last)) or len(cue.parts) > 1]
        _keep(tables, table, left)
    reader = Sentence(document, index, line, tables, places, figures, carried, bases)
    claims = [reader.claim(word) for word in line.stated]
    reader.carry(heading=document.passages[index].kind is PassageKind.HEADING)
    return claims


def _keep(tables: dict[str, list[Cue]], table: str, cues: list[Cue]) -> None:
    """Put cues in the place of those of a table, of which none is left that has no cue."""
    if cues:
        tables[table] = cues
    else:
        tables.pop(table, None)


def _without_words(places: list[Mention], tables: Mapping[str, Sequence[Cue]]) -> list[Mention]:
    """Return the places without words of what is measured or planned that but look like names by their capital."""
    opening = {cue.last for table in _NO_PLACE.intersection(tables) for cue in tables[table] if cue.first == 0}
    measured = {(cue.first, cue.last) for cue in tables.get("indicators", ())}
    return [
        p for p in places
        if (p.first or p.doubt < POSSIBLE or p.last not in opening)  # "Target for 2025: ..."
        and (p.doubt == SURE or (p.first, p.last) not in measured)  # "a Selic"
        and (not p.name or (len(p.name) != 1 and any(map(str.isalpha, p.name))))  # "L'inflation", "die Stadt 3.000"
    ]  # fmt: skip


def _narrowed(cues: list[Cue]) -> list[Cue]:
    """Leave out what is said of all prices where words that it shares say of which: "house prices" of "prices rose"."""
    changes = [cue for cue in cues if cue.id in rates()]
    if not changes or len(changes) == len(cues):
        return cues
    known = catalogue().indicators
    others = [(cue, known[cue.id]) for cue in cues if cue.size > 1 and cue.id in known]
    prices = [cue for cue, each in others if not each.rate and not each.share and "money" in each.kinds]
    wider = {cue for cue in changes for one in prices if _overlap(cue, one)}
    return [cue for cue in cues if cue not in wider]


def _overlap(one: Cue, other: Cue) -> bool:
    """Return whether two cues share words and neither lies within the other."""
    return one.first < other.last and other.first < one.last and not one.within(other) and not other.within(one)


def _bases(tables: dict[str, list[Cue]]) -> None:
    """Take "per" and a noun behind it as one cue: "30 pupils per teacher" says nothing of teachers."""
    each = [cue for cue in tables.get("per", ()) if cue.id == EACH]
    if not each:
        return
    nouns = {cue.first: cue for cue in tables.get("nouns", ()) if cue.id in catalogue().bases}
    made = [Cue("per", nouns[cue.last].id, ((cue.first, nouns[cue.last].last),)) for cue in each if cue.last in nouns]
    taken = {i for cue in made for i in range(cue.first, cue.last)}
    tables["per"] = [cue for cue in tables["per"] if cue.id != EACH]
    for table, cues in list(tables.items()):
        kept = [cue for cue in cues if not taken.issuperset(i for a, b in cue.parts for i in range(a, b))]
        _keep(tables, table, kept)
    if made:
        tables.setdefault("per", []).extend(made)


def _outermost(tables: dict[str, list[Cue]]) -> None:
    """Leave out words of role, per or place that are but part of a longer phrase."""
    bounds = covering(tables.pop("bounds", ()))
    for table in _PREPOSITIONS.intersection(tables) if bounds else ():
        _keep(tables, table, not_within(tables[table], bounds))
    over = covering(cue for table, cues in tables.items() if table not in _MINGLED for cue in cues if cue.size > 1)
    for table in [each for each in tables if each.startswith(_WITHIN) and each not in _WHOLE] if over else ():
        _keep(tables, table, not_within(tables[table], over))
