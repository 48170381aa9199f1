"""Money named by halves: whose dollar, rupee or peso it is, and that it is assumed."""

from __future__ import annotations

import pytest

from factcheck.claims.extraction import extract
from factcheck.language.currencies import namesakes
from factcheck.model import Document, Kind, Passage, PassageKind, Span


def money(text: str, tag: str, url: str | None = None) -> list[tuple[str | None, bool]]:
    """Return the currency of each sum, and whether it is assumed."""
    passages = (Passage(Span(0, len(text)), PassageKind.SENTENCE, tag.partition("-")[0]),)
    claims = extract(Document("0" * 64, "a.txt", "", text, tag, url=url, passages=passages))
    return [(c.quantity.unit, c.quantity.assumed) for c in claims if c.kind is Kind.MONEY]


@pytest.mark.parametrize(
    ("tag", "url", "text", "wanted"),
    [
        ("en", "https://news.example.com.au/a", "It cost $5 million.", [("AUD", True)]),
        ("en", None, "It cost $5 million.", [("USD", True)]),
        ("en-NZ", None, "It cost $5 million.", [("NZD", True)]),
        ("en", "https://example.com.au/a", "It cost US$5 million, or S$6 million.", [("USD", False), ("SGD", False)]),
        ("en", "https://news.example.pk/a", "A kilo costs 20 rupees.", [("PKR", True)]),
        ("en", None, "Canada spent $5 million.", [("CAD", True)]),
        ("en", None, "He paid 5 Canadian dollars and 3 euros.", [("CAD", False), ("EUR", False)]),
        ("es", "https://diario.example.ar/a", "Costó 500 pesos.", [("ARS", True)]),
        ("es", "https://diario.example.mx/a", "Costó 500 pesos y 3 euros.", [("MXN", True), ("EUR", False)]),
        ("ar", "https://news.example.iq/a", "بلغ السعر 500 دينار.", [("IQD", True)]),
        ("sv", None, "Det kostar 500 kronor.", [("SEK", True)]),
        ("no", None, "Det koster 500 kroner.", [("NOK", True)]),
        ("vi", None, "Giá 500 đồng.", [("VND", False)]),
        ("fr", None, "La bibliothèque prête 12 000 livres par an.", []),
        ("fr", None, "Le club vaut 12 millions de livres.", [("GBP", True)]),
    ],
)
def test_whose_money_it_is(tag: str, url: str | None, text: str, wanted: list[tuple[str | None, bool]]) -> None:
    assert money(text, tag, url) == wanted


def test_currencies_of_one_name() -> None:
    assert namesakes("SEK") == {"SEK", "NOK", "DKK", "ISK"}
    assert namesakes("EUR") == {"EUR"}
    assert namesakes("XYZ") == {"XYZ"}
