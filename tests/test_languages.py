"""Every example of every language file: the sentence yields its figures, with all that the example says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.claims.extraction import extract
from factcheck.language.packs import pack, packs
from factcheck.model import NOT_QUANTITIES, Claim, Document, Passage, PassageKind, Span

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.language.sections import Example, ExampleFigure

EXAMPLES = [(tag, example) for tag in packs() for example in pack(tag).examples]


def claims_of(text: str, tag: str) -> list[Claim]:
    passage = Passage(Span(0, len(text)), PassageKind.SENTENCE, tag)
    document = Document("0" * 64, "example.txt", "", text, tag, passages=(passage,))
    return [claim for claim in extract(document) if claim.kind not in NOT_QUANTITIES]


def close(got: Decimal | None, wanted: float | None) -> bool:
    return (got is None) == (wanted is None) and (got is None or float(got) == pytest.approx(wanted, rel=1e-6))


def check_quantity(claim: Claim, wanted: ExampleFigure) -> None:
    quantity = claim.quantity
    if wanted.value is not None:
        assert close(quantity.low if quantity.low is not None else quantity.high, wanted.value)
        if wanted.kind is not None:
            assert close(quantity.exact, wanted.value)
    if wanted.low is not None or wanted.high is not None:
        assert close(quantity.low, wanted.low)
        assert close(quantity.high, wanted.high)
    if wanted.kind is not None:
        assert (claim.kind, quantity.unit) == (wanted.kind, wanted.unit)
    elif wanted.unit is not None:
        assert quantity.unit == wanted.unit


def check_scope(claim: Claim, wanted: ExampleFigure) -> None:
    scope = claim.scope
    got = {
        "role": claim.role,
        "direction": claim.direction,
        "indicator": scope.indicator,
        "noun": scope.noun,
        "group": scope.group,
        "place": scope.place,
        "period": str(scope.period) if scope.period else None,
        "per": scope.per,
    }
    asked = {name: getattr(wanted, name) for name in got if getattr(wanted, name) is not None}
    assert {name: got[name] for name in asked} == asked


@pytest.mark.parametrize(("tag", "example"), EXAMPLES, ids=[f"{tag}-{e.text[:40]}" for tag, e in EXAMPLES])
def test_example(tag: str, example: Example) -> None:
    claims = claims_of(example.text, tag)
    assert [example.text[c.span.start : c.span.end] for c in claims] == [f.text for f in example.figures]
    for claim, wanted in zip(claims, example.figures, strict=True):
        check_quantity(claim, wanted)
        check_scope(claim, wanted)


@pytest.mark.parametrize("tag", packs())
def test_every_language_has_examples(tag: str) -> None:
    assert len(pack(tag).examples) >= 5


@pytest.mark.parametrize("tag", packs())
def test_no_name_of_a_place_leads_to_two_places(tag: str) -> None:
    names = [(word, name) for name, words in pack(tag).places.known.items() for word in set(words)]
    assert len({word for word, _ in names}) == len(names)


@pytest.mark.parametrize("tag", packs())
def test_a_place_has_the_name_that_english_texts_lead_to(tag: str) -> None:
    aliases = {word: name for name, words in pack("en").places.known.items() for word in words}
    assert {name for name in pack(tag).places.known if aliases.get(name, name) != name} == set()
