"""Bounds in every language: more than, at least (>); less than, at most, up to (<); nearly, about (~); none (=)."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims.figures import read_figures
from factcheck.language.packs import packs
from factcheck.model import NOT_QUANTITIES

LINES = Path(__file__).with_name("bounds.txt").read_text("utf-8").splitlines()
SENTENCES = [tuple(line.split(" ", 2)) for line in LINES]


def kind_of_bound(text: str, tag: str) -> str:
    (figure,) = (each for each in read_figures(text, tag) if each.kind not in NOT_QUANTITIES)
    quantity = figure.quantity
    if quantity.low is None or quantity.high is None:
        return "<" if quantity.low is None else ">"
    return "~" if quantity.approximate else "="


@pytest.mark.parametrize("tag", packs())
def test_each_language_has_sentences_with_every_bound(tag: str) -> None:
    assert {bound for language, bound, _ in SENTENCES if language == tag} >= set("<>~")


@pytest.mark.parametrize(("tag", "bound", "text"), SENTENCES)
def test_the_bound_is_read(tag: str, bound: str, text: str) -> None:
    assert kind_of_bound(text, tag) == bound


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("cs", "Zemřelo 2946 lidí a více než 5600 se zranilo."),
        ("de", "Es starben 2946 Menschen und mehr als 5600 wurden verletzt."),
        ("pl", "Zginęło 2946 osób i więcej niż 5600 zostało rannych."),
        ("ru", "Погибли 2946 человек и более 5600 получили ранения."),
        ("sk", "Zomrelo 2946 ľudí a viac ako 5600 sa zranilo."),
    ],
)
def test_what_begins_the_next_bound_is_none_of_the_figure_before(tag: str, text: str) -> None:
    one, two = (each.quantity for each in read_figures(text, tag))
    assert (one.exact, two.low, two.high) == (2946, 5600, None)
