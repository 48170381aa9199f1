"""The article is told from the page around it, whatever the layout; bench/boilerplate.py has all sixty pages."""

import fixture_files as made
import pytest

import boilerplate
from factcheck.model import PassageKind

PAGES = [(made.ARTICLES[n % 6], layout) for n, layout in enumerate(boilerplate.LAYOUTS)]


@pytest.mark.parametrize(
    ("article", "layout"), PAGES, ids=[f"{one.language}-{layout.__name__}" for one, layout in PAGES]
)
def test_layouts(article, layout):
    longer = boilerplate.longer(article)
    document = boilerplate.document_of(longer, layout)
    assert boilerplate.f1(longer, document) >= 0.95
    assert document.title == article.title or layout is boilerplate.plain  # where nothing tells the title from a menu
    assert document.language == article.language


def test_headlines_of_other_articles_are_related():
    document = boilerplate.document_of(boilerplate.longer(made.ENGLISH), boilerplate.semantic)
    kinds = {document.quote(one.span): one.kind for one in document.passages}
    assert kinds[made.FRENCH.title] is PassageKind.RELATED
    assert kinds["Related news"] is PassageKind.BOILERPLATE
