"""The sample dossier and its manifest: what they say stands in the files."""

import itertools
import tomllib

import pytest

from factcheck.language.packs import packs
from factcheck.model import PassageKind
from factcheck.reading.files import find, read
from factcheck.resources import sample_dossier

FOLDER = sample_dossier()
MANIFEST = tomllib.loads((FOLDER / "manifest.toml").read_text("utf-8"))
ARTICLES = MANIFEST["article"]
QUOTES = [
    *itertools.chain.from_iterable([one, *one["stated_by"]] for one in MANIFEST["misquotation"]),
    *itertools.chain.from_iterable([one["a"], one["b"]] for one in MANIFEST["agreement"]),
]


def test_the_manifest_lists_the_files():
    assert {one["file"] for one in ARTICLES} == {path.name for path in find([FOLDER])}
    assert 12 <= len(ARTICLES) <= 14
    assert {one["language"] for one in ARTICLES} == {"ar", "en", "fa", "fr", "ms", "vi"} <= set(packs())


@pytest.mark.parametrize("article", ARTICLES, ids=lambda one: one["file"])
def test_articles(article):
    document = read(FOLDER / article["file"])
    assert document.language == article["language"]
    assert document.title == article["title"]
    assert document.url == article.get("url")
    assert 120 <= len(document.text.split()) <= 260
    kinds = {one.kind for one in document.passages}
    assert {PassageKind.SENTENCE, PassageKind.BOILERPLATE} <= kinds


@pytest.mark.parametrize("quote", QUOTES, ids=lambda one: f"{one['file']}: {one['text']}")
def test_quotes_stand_in_the_files(quote):
    text = (FOLDER / quote["file"]).read_text("utf-8")
    assert text.count(quote["quote"]) == 1
    assert quote["quote"].count(quote["text"]) == 1


@pytest.mark.parametrize("quote", QUOTES, ids=lambda one: f"{one['file']}: {one['text']}")
def test_quotes_are_in_one_sentence(quote):
    document = read(FOLDER / quote["file"])
    start = document.text.index(quote["quote"])
    inside = [
        one for one in document.passages if one.span.start <= start and start + len(quote["quote"]) <= one.span.end
    ]
    assert [one.kind for one in inside] == [PassageKind.SENTENCE]


def test_misquotations():
    digests = {one["file"] for one in ARTICLES if one.get("deliberate_errors")}
    assert {one["file"] for one in MANIFEST["misquotation"]} == digests
    assert len(digests) == 2
    assert 6 <= len(MANIFEST["misquotation"]) <= 8
    for one in MANIFEST["misquotation"]:
        assert one["wrong"] != one["right"]
        assert len(one["stated_by"]) >= 2
        languages = {side["file"].split(".")[1] for side in one["stated_by"]}
        assert len(languages) >= 2


def test_digests_say_that_they_contain_errors():
    for article in ARTICLES:
        if article.get("deliberate_errors"):
            first = (FOLDER / article["file"]).read_text("utf-8").splitlines()[0]
            assert "deliberate errors" in first or "cố ý" in first


def test_agreements_are_between_languages():
    assert len(MANIFEST["agreement"]) >= 12
    for one in MANIFEST["agreement"]:
        assert one["a"]["file"].split(".")[1] != one["b"]["file"].split(".")[1]
