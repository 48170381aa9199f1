"""What the sentences before have established of place, period and plan, for a sentence that does not say it itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims.countries import countries, country_of
from factcheck.claims.lines import read_line
from factcheck.claims.mentions import SURE, Names
from factcheck.claims.phrase_tables import phrases_of
from factcheck.claims.places import read_places
from factcheck.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.claims.mentions import Mention
    from factcheck.claims.unsaid import Said
    from factcheck.model import Document, Period

WHOLE_COUNTRY = "whole country"  # the place of "nationwide" where an article names no country


@dataclass(slots=True)
class Context:
    """What is known so far of the article (`main` ...) and of the paragraph (`lead`, `place` ...)."""

    main: str | None = None
    main_period: Period | None = None
    lead: str | None = None  # "Gia Lai: ...": the place of all that follows in the paragraph
    place: str | None = None
    period: Period | None = None
    planned: bool = False  # the paragraph has spoken of a plan
    country: str | None = None
    kinds: dict[str, str] = field(default_factory=dict)  # "places.district" -> the last district named
    often: Counter[str] = field(default_factory=Counter)  # names of places, and how often each was named
    names: Names = field(default_factory=Names)
    said: Mapping[str, Said] = field(default_factory=dict)  # what the last sentence with figures stated, by their kind

    def whole(self) -> str | None:
        """Return the place that "the whole province" means: the paragraph's, the article's, else the one named most."""
        most = self.often.most_common(1)
        return self.lead or self.main or (most[0][0] if most else self.place)

    def nation(self, document: Document) -> str:
        """Return the place that "nationwide" means: the country that the article names, else that of its language."""
        if self.country is None:
            self.country = _country(document) or country_of(document.language) or WHOLE_COUNTRY
        return self.country

    def paragraph(self) -> None:
        """Begin a new paragraph: only what the article as a whole is about remains."""
        self.place, self.period, self.lead, self.planned = self.main, self.main_period, None, False

    def dated(self, period: Period, *, heading: bool) -> None:
        """Take over the last period that a sentence names; a title's "until 2025" yields to the body's."""
        self.period = period
        main = self.main_period
        if (heading and main is None) or (main and main.start is None and period.start and period.end):
            self.main_period = period

    def named(self, mentions: list[Mention]) -> None:
        """Take over the places that a sentence has named surely."""
        self.often.update(p.name for p in mentions if p.name)
        first = next((p for p in mentions if p.name), None)
        for mention in mentions:
            if mention.name in countries():
                self.country = mention.name
        if first is None:
            return
        self.place = first.name
        if first.leads:
            self.lead = first.name
        if self.main is None:  # the heading's, else the first that the article names
            self.main = first.name


def read_title(document: Document, context: Context) -> None:
    """Take the article's place from its title, unless that is of the first or only passage, which is read anyway."""
    first = document.passages[0] if document.passages else None
    alone = len(document.passages) == 1 and ("title", "text") in document.origins
    if (
        document.title
        and not alone
        and not (first and first.kind is PassageKind.HEADING and document.quote(first.span) == document.title)
    ):
        tag = document.language
        phrases = phrases_of(tag)
        line = read_line(document.title, 0, len(document.title), (), phrases.cutter)
        places = read_places(document.title, tag, line, phrases.tables(line), context.names)
        context.named([p for p in places if p.doubt == SURE and p.name])


def _country(document: Document) -> str | None:
    """Return the country that an article names first."""
    for passage in document.passages:
        if passage.kind in {PassageKind.BOILERPLATE, PassageKind.RELATED}:
            continue
        phrases = phrases_of(passage.language)
        line = read_line(document.text, passage.span.start, passage.span.end, (), phrases.cutter)
        for cue in phrases.tables(line).get("places.names", ()):
            if cue.id in countries():
                return cue.id
    return None
