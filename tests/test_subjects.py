"""What no indicator names is learned from figures that keep agreeing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.matching.sentences import value_key
from factcheck.matching.subjects import Stated, Statements, _wordings, learn, named, words_of
from factcheck.model import Claim, Document, Kind, Passage, PassageKind, Period, Quantity, Scope, Span


def told(tag: str, words: str, facts: list[tuple[str, int, int]]) -> tuple[list[Document], list[Claim]]:
    documents, claims = [], []
    for number, (place, year, value) in enumerate(facts):
        text = f"{words} {place} {year}: {value}"
        name = f"{tag}{number}{words[:3]}".ljust(64, "0")
        documents.append(
            Document(
                name, f"{name}.txt", "", text, tag, passages=(Passage(Span(0, len(text)), PassageKind.SENTENCE, tag),)
            )
        )
        scope = Scope(place=place, period=Period(date(year, 1, 1), date(year, 12, 31)))
        at = text.rindex(":") + 2
        claims.append(
            Claim(name, Span(at, len(text)), 0, Quantity(Decimal(value), Decimal(value)), Kind.COUNT, scope=scope)
        )
    return documents, claims


def subjects(*groups: tuple[list[Document], list[Claim]]) -> list[set[str | None]]:
    documents = {document.id: document for made, _ in groups for document in made}
    told_of = [(number, claim) for number, claim in enumerate(claim for _, made in groups for claim in made)]
    found = learn(
        Statements(
            Stated(number, 0, documents[claim.document].language, (None, "level", None), None, claim.scope.place,
                   claim.scope.period.years, value_key(claim.quantity.exact),
                   named(words_of(documents[claim.document], claim, documents[claim.document].language)))
            for number, claim in told_of
        ),
        {claim.scope.place: claim.scope.place for _, claim in told_of},
    )  # fmt: skip
    subject = {claim.id: found[number] for number, claim in told_of}
    return [{subject[claim.id] for claim in made} for _, made in groups]


FACTS = [("Lima", 2019, 4821), ("Oslo", 2020, 7312), ("Bonn", 2021, 9127)]


def test_wordings_that_state_the_same_figures_state_the_same_thing() -> None:
    english, french = subjects(
        told("en", "beehives were counted", FACTS), told("fr", "ruches ont été recensées", FACTS)
    )
    assert english == french
    assert len(english) == 1
    assert None not in english


def test_wordings_that_state_other_figures_stay_apart() -> None:
    others = [(place, year, value + 1111) for place, year, value in FACTS]
    english, french = subjects(
        told("en", "beehives were counted", FACTS), told("fr", "tracteurs ont été vendus", others)
    )
    assert english.isdisjoint(french)


def test_a_wording_used_once_says_nothing() -> None:
    (only,) = subjects(told("en", "beehives were counted", FACTS[:1]))
    assert only == {None}


def test_of_two_wordings_as_near_the_first_is_taken_however_words_are_hashed() -> None:
    near = [f"{number:02}" for number in range(30)]
    # both share 20 words of 30 with the last, and 10 with each other
    words = [near[:20], near[10:], near]
    alike = ("en", (None, "level", None), None, None, None, None)
    made = _wordings(Statements(Stated(n, 0, *alike, named(own)) for n, own in enumerate(words)))
    assert made.tolist() == [0, 1, 0]


def test_where_nothing_is_stated_nothing_is_learned():
    assert Statements().column("subject").tolist() == []
    assert learn(Statements(), {}) == []
