"""Copies of one agency text count as one source."""

import numpy as np
import pytest

from factcheck.checking import find_discrepancies
from factcheck.claims.extraction import extract
from factcheck.matching.articles import AtHand
from factcheck.matching.copies import copies, shingles
from factcheck.matching.parts import Part, Place
from factcheck.matching.ragged import Ragged, starts_of
from factcheck.matching.retellings import Retellings
from factcheck.model import Relation
from factcheck.reading.files import from_text


def groups_of(documents):
    shingled = [shingles(document) for document in documents]
    lists = Ragged(np.concatenate(shingled), starts_of(np.array(list(map(len, shingled)))))
    return copies([document.language for document in documents], lists)


WIRE = """Ferry sinks off Ly Son

A ferry with {aboard} people on board sank off Ly Son island on Tuesday, said Pham Thi Lan of the coast guard.
Rescuers found {dead} bodies by the evening, and the search goes on with 14 boats.
The ferry had left Sa Ky harbour at noon with 21 tonnes of rice for the island's two markets.
Fishermen reached the place first and took most of the passengers to the harbour."""
FRENCH = """Naufrage au large de Ly Son

Un ferry avec 86 personnes à bord a coulé mardi au large de l'île de Ly Son, selon Pham Thi Lan, des garde-côtes.
Les sauveteurs ont retrouvé 12 corps dans la soirée ; les recherches continuent avec 14 bateaux.
Le ferry avait quitté le port de Sa Ky à midi avec 21 tonnes de riz pour les deux marchés de l'île."""
OTHER = """Rice harvest begins in An Giang

Farmers in An Giang began the harvest on Monday, with 240,000 hectares to cut before the rains.
The price at the field stands at 310 dollars a tonne, said Tran Van Hai of the farmers' union.
Traders expect most of the grain to leave through the harbour of My Thoi by the end of the month."""


def dossier(*texts):
    documents = [from_text(text, path=f"{n}.txt", language=tag) for n, (tag, text) in enumerate(texts)]
    documents.sort(key=lambda document: document.id)
    return documents, {document.id: extract(document) for document in documents}


def wire(aboard=86, dead=12, end=""):
    return "en", WIRE.format(aboard=aboard, dead=dead) + end


def differing(documents, claims):
    by_id = {document.id: document for document in documents}
    return [
        (frozenset(by_id[claim.document].quote(claim.span).split()[0] for claim in (each.match.a, each.match.b)), each)
        for each in find_discrepancies(documents, claims)
        if each.relation is Relation.DIFFER
    ]


@pytest.mark.parametrize("number", [2, 3, 9])
def test_copies_are_grouped_and_others_are_not(number):
    documents, _ = dossier(*(wire(end=f"\nPrinted by paper {n}.") for n in range(number)), ("en", OTHER))
    (group,) = groups_of(documents)
    assert [documents[i].title for i in group] == ["Ferry sinks off Ly Son"] * number
    assert groups_of(documents[::-1]) == [tuple(sorted(len(documents) - 1 - i for i in group))]


def test_a_contradiction_is_told_once_for_all_copies():
    texts = [wire(aboard=68, end=f"\nPrinted by paper {n}.") for n in range(4)]
    documents, claims = dossier(*texts, ("fr", FRENCH))
    ((pair, finding),) = differing(documents, claims)
    assert pair == {"68", "86"}
    assert [r.detail for r in finding.match.reasons if r.name == "copies"] == ["4 copies say the same"]


def test_copies_that_part_in_one_figure_are_set_against_each_other_once():
    texts = [wire(end=f"\nPrinted by paper {n}.") for n in range(3)]
    documents, claims = dossier(*texts, wire(dead=17, end="\nPrinted by paper 4."))
    ((pair, finding),) = differing(documents, claims)
    assert pair == {"12", "17"}
    assert finding.match.score > 0.9
    assert not [each for each in find_discrepancies(documents, claims) if each.relation is Relation.AGREE]


def test_another_days_report_in_the_same_words_is_no_contradiction():
    documents, claims = dossier(wire(), wire(aboard=43, dead=5))
    assert not differing(documents, claims)


def test_a_short_note_and_an_empty_text_are_no_copies():
    documents, _ = dossier(("en", "The market is closed today."), ("en", "The market is closed today!"), ("en", " "))
    assert groups_of(documents) == []


def test_copies_have_one_vote():
    documents, claims = dossier(("fr", FRENCH), *(wire(end=f"\nPrinted by paper {n}.") for n in range(3)))
    votes = []
    # the sentence about those aboard, in each of the articles
    places = {
        number: Place(number, claim.passage, (place,))
        for number, document in enumerate(documents)
        for place, claim in enumerate(claims[document.id])
        if claim.quantity.exact == 86
    }
    assert len(places) == len(documents)
    for groups in ([], groups_of(documents)):
        first = {number: group[0] for group in groups for number in group}
        part = Part(AtHand.of(documents, claims), places, [tuple(places)], [], {}, first, None)
        votes.append(max(map(len, Retellings(part)._sources(list(places)).values())))
    assert votes == [3, 2]
