"""Folders of a few plain articles, most without a date: what is found there, how sure it is, and what is not."""

from dataclasses import replace
from datetime import date

import pytest

from factcheck.checking import find_discrepancies
from factcheck.claims.extraction import extract
from factcheck.language.statements import why
from factcheck.language.wording import wordings
from factcheck.model import UNDATED, Relation
from factcheck.reading.files import from_text

FERRY = {
    "en": """Ferry sinks off Lanta Island

The ferry Andaman Star sank near Lanta Island with 212 passengers on board, and 63 of them were injured.
Rescue boats from Krabi reached the ferry within 40 minutes, captain Somchai Rattana said.
The ferry had been inspected in the port of Ban Saladan.""",
    "fr": """Un ferry coule au large de l'île de Lanta

Le ferry Andaman Star a coulé près de l'île de Lanta avec 212 passagers à bord, dont 36 ont été blessés.
Des bateaux de secours venus de Krabi sont arrivés en 40 minutes, selon le capitaine Somchai Rattana.
Le ferry avait été inspecté au port de Ban Saladan.""",
}
CHEESE = {
    "fr": """Un fromage primé à Besançon

Le comté de la fromagerie Petitjean a reçu une médaille parmi 212 concurrents.
La fromagerie emploie 36 personnes et vend 40 tonnes par an à Dole et à Pontarlier."""
}
BY_PLACE = {
    "en": "The unemployment rate in Ruvania stands at {}%, the statistics office said.",
    "es": "La tasa de desempleo en Ruvania es del {} %. Los jóvenes son los más afectados.",
}


def findings(*articles):
    documents = [from_text(text, path=f"{n}.txt", language=tag) for n, (tag, text) in enumerate(articles)]
    return documents, find_discrepancies(documents, {each.id: extract(each) for each in documents})


def quoted(documents, found, relation):
    texts = {each.id: each for each in documents}
    sides = ((each.match.a, each.match.b) for each in found if each.relation is relation)
    return [{texts[claim.document].quote(claim.span).split()[0] for claim in pair} for pair in sides]


def test_two_articles_on_one_event_are_enough():
    documents, found = findings(*FERRY.items())
    assert quoted(documents, found, Relation.DIFFER) == [{"63", "36"}]
    assert {"212"} in quoted(documents, found, Relation.AGREE)


def test_two_articles_that_have_nothing_in_common_but_numbers_are_left_alone():
    _, found = findings(("en", FERRY["en"]), *CHEESE.items())
    assert found == []


def rates(one, other, published=(None, None), **texts):
    """Return the finding, or None, of two articles that state a rate of one place, each with its day of publication."""
    texts = BY_PLACE | texts
    documents = [
        replace(from_text(texts[tag].format(value), path=f"{tag}.txt", language=tag), published=day)
        for tag, value, day in zip(("en", "es"), (one, other), published, strict=True)
    ]
    found = find_discrepancies(documents, {each.id: extract(each) for each in documents})
    percent = [each for each in found if each.match.a.quantity.unit == "percent"]
    return percent[0] if percent else None


def filler(count):
    """Return articles that report other things, so that not all that is stated seems one event."""
    return [
        ("en", f"In village {n}, Mr Jones{n} sold {n + 20} goats to Mrs Brown{n} of {n} Hill Street.") for n in count
    ]


def test_what_does_not_fit_of_one_place_without_a_time_is_to_be_checked():
    found = rates("7.1", "6,4")
    assert found.relation in {Relation.CHECK, Relation.DIFFER}
    dated = rates(
        "7.1", "6,4",
        en="In 2023 the unemployment rate in Ruvania stood at {}%, the statistics office said.",
        es="En 2023 la tasa de desempleo en Ruvania fue del {} %. Los jóvenes son los más afectados.",
    )  # fmt: skip
    assert dated.relation is Relation.DIFFER
    assert found.match.score < dated.match.score


def test_neither_of_two_is_told_as_such():
    documents, found = findings(
        *((tag, text.format(value)) for (tag, text), value in zip(BY_PLACE.items(), ("7.1", "6,4"), strict=True)),
        *filler(range(30)),
    )
    (case,) = (each for each in found if each.match.a.quantity.unit == "percent")
    assert (case.relation, case.type, case.match.conflicts) == (Relation.CHECK, "no time said", (UNDATED,))
    assert case.explanation.endswith(why(case, "en"))
    for language in wordings():
        assert why(case, language)
        assert "not said" not in why(case, "en")
    assert documents


@pytest.mark.parametrize(
    ("days", "relation"),
    [
        ((date(2024, 5, 3), date(2024, 5, 4)), Relation.DIFFER),
        ((date(2024, 5, 3), None), Relation.DIFFER),
        ((date(2024, 5, 3), date(2024, 8, 3)), Relation.CHECK),
    ],
)
def test_what_was_published_far_apart_may_have_been_counted_at_two_times(days, relation):
    texts = (FERRY["en"], FERRY["fr"].replace("36", "58"))
    documents = [
        replace(from_text(text, path=f"{tag}.txt", language=tag), published=day)
        for tag, text, day in zip(FERRY, texts, days, strict=True)
    ]
    found = find_discrepancies(documents, {each.id: extract(each) for each in documents})
    injured = [each for each in found if each.relation is not Relation.AGREE]
    assert [each.relation for each in injured] == [relation]


@pytest.mark.parametrize("figures", [("7.1", "7,1", "7,7"), ("7.1", "7,1", "9,7")])
def test_what_a_further_source_says_alike_is_no_matter_of_two_times(figures):
    texts = BY_PLACE | {"fr": "Le taux de chômage en Ruvania est de {} %, selon l'office de statistique."}
    documents, found = findings(
        *((tag, text.format(value)) for (tag, text), value in zip(texts.items(), figures, strict=True)),
        *filler(range(30)),
    )
    percent = {(each.relation, *each.match.conflicts) for each in found if each.match.a.quantity.unit == "percent"}
    assert percent == {(Relation.AGREE,), (Relation.DIFFER,)}
    assert documents


def test_a_rate_of_a_year_that_the_other_article_does_not_speak_of_is_no_contradiction():
    found = rates("7.1", "9,9", es="En 2019 la tasa de desempleo en Ruvania fue del {} %, según la oficina.")
    assert found is None or found.relation is Relation.CHECK


def test_the_same_digits_in_another_order_are_a_contradiction_without_a_time_too():
    documents, found = findings(
        *((tag, text.format(value)) for (tag, text), value in zip(BY_PLACE.items(), ("7.4", "4,7"), strict=True)),
        *filler(range(30)),
    )
    (case,) = (each for each in found if each.match.a.quantity.unit == "percent")
    assert (case.relation, case.type) == (Relation.DIFFER, "digits swapped")
    assert case.match.score < 0.9  # as sure as a year that both say would make it
    assert documents
