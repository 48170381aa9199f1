"""Which of the places that a sentence names a figure belongs to, or which place is carried over to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.countries import countries, regions
from factcheck.claims.mentions import LIKELY, SURE
from factcheck.claims.shapes import ADMINISTRATIVE
from factcheck.claims.words import QUANTITY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.claims.context import Context
    from factcheck.claims.cues import Cue
    from factcheck.claims.mentions import Mention
    from factcheck.claims.words import Line
    from factcheck.model import Document

# In words; see `words.Line.distance`.
_PASSED = 4  # for each quantity between a place and its figure: one place often serves several
_AROUND = 14  # what a place loses that only says where another is, or that what follows is about
_APART = 9
_FAR = 14  # and where it is a union: "Malta has the highest birth rate of all members of the EU"
_BEHIND, _BEFORE = 3, 1  # from an administrative noun to its name
_RANKS = ("places.commune", "places.district", "places.city", "places.province")
_COUNTRY = len(_RANKS)
_UNION = _COUNTRY + 1


class Whereabouts:
    """The places of one sentence; `tables` are its cues by table."""

    def __init__(
        self,
        document: Document,
        line: Line,
        places: Sequence[Mention],
        tables: Mapping[str, Sequence[Cue]],
        carried: Context,
    ) -> None:
        self.document, self.line, self.places, self.tables, self.carried = document, line, places, tables, carried
        self.around = self._around()

    def place(self, word: int, *, telling: bool) -> tuple[str | None, bool]:
        """Return the place of the figure that is a word of the line, and whether it is carried over to its sentence.

        `telling`: the figure is known to measure something; a number of anything has only a place surely named.
        """
        best, nearest = 10_000, None
        for mention in self.places:
            if mention.doubt != SURE and not telling:
                continue
            far = self.line.distance(mention.first, mention.last, word, figure=_PASSED) + mention.doubt
            if far >= best:
                continue
            if self._of_next(mention, word):
                continue
            far += _AROUND if mention in self.around else 0
            if far < best and far <= mention.reach + mention.doubt:
                best, nearest = far, mention
        if nearest is not None:
            return nearest.name or self._unnamed(nearest), False
        if not telling:
            return None, False
        spoken_of = [t for t in ADMINISTRATIVE if t in self.tables and t in self.carried.kinds]
        if spoken_of:  # "the district": the last one named
            table = min(spoken_of, key=lambda t: min(c.distance(self.line, word) for c in self.tables[t]))
            return self.carried.kinds[table], False
        return self.carried.place, self.carried.place is not None

    def _around(self) -> list[Mention]:
        """Return the places that only say where another is: "the district of Bac Ai, in the province of Ninh Thuan"."""
        ranks = [self._rank(place) for place in self.places]
        return [
            outer
            for inner, outer, one, other in zip(self.places, self.places[1:], ranks, ranks[1:], strict=False)
            if one is not None and other is not None and one < other
            and outer.first - inner.last <= (_FAR if other == _UNION else _APART)
            and not inner.leads  # "PRAGUE - Unemployment in Slovakia fell": where it was written
            and not (other == _UNION and self._measured(outer))
            and (other == _UNION or QUANTITY not in self.line.words[outer.last : outer.last + 1])  # "Poland 950,000"
            and QUANTITY not in self.line.words[inner.last : outer.first]
        ]  # fmt: skip

    def _measured(self, place: Mention) -> bool:
        """Return whether what is measured stands right behind a place: "Iran said EU unemployment was 6 %"."""
        return any(cue.first == place.last for cue in self.tables.get("indicators", ()))

    def _of_next(self, place: Mention, word: int) -> bool:
        """Return whether a place behind a figure begins what is said of the next ("... 40, and Dakrong has 62")."""
        if place.first <= word or QUANTITY not in self.line.words[place.last : place.last + _APART]:
            return False
        stops = [stop for stop in self.line.stops if word < stop <= place.first]
        within = place.first in stops and self._capital(place.first - 1)  # "Punta Eugenia, Mexico" is one place
        return len(stops) > within

    def _capital(self, word: int) -> bool:
        """Return whether a word begins with a capital."""
        return self.document.text[self.line.starts[word]].isupper()

    def _rank(self, place: Mention) -> int | None:
        """Return how large a place is: 0 a commune ... 4 a country, 5 a union, None if it has no name."""
        if not place.name:
            return None
        if place.name in regions():
            return _UNION
        if place.name in countries():
            return _COUNTRY
        for rank, table in enumerate(_RANKS):
            for cue in self.tables.get(table, ()):
                if 0 <= place.first - cue.last <= _BEHIND or 0 <= cue.first - place.last <= _BEFORE:
                    return rank
        return _RANKS.index("places.province")

    def _unnamed(self, whole: Mention) -> str | None:
        """Return the place that "the whole province" or "nationwide" means in this sentence."""
        if whole.name == "":
            return self.carried.nation(self.document)
        before = [p for p in self.places if p.name and p.last <= whole.first and p.doubt <= LIKELY]
        return before[-1].name if before else self.carried.whole()
