"""Files of every format are read to the same text, figures and facts."""

import re
from datetime import date

import fixture_files as made
import pytest

from factcheck.claims.extraction import extract
from factcheck.model import NOT_QUANTITIES, Document, PassageKind
from factcheck.reading.files import from_text, read_all

OWN = {PassageKind.SENTENCE, PassageKind.HEADING}


def read_bytes(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_all(path))


def own(document):
    """The article's own passages, white space made single."""
    return " ".join(" ".join(document.quote(one.span).split()) for one in document.passages if one.kind in OWN)


def figures(document):
    kinds = [one.kind for one in document.passages]
    return tuple(document.quote(claim.span) for claim in extract(document)
                 if claim.kind not in NOT_QUANTITIES and kinds[claim.passage] in OWN)  # fmt: skip


def bare(text):
    return re.sub(r"[\s#|]+", "", text)


def assert_is(document, article):
    assert isinstance(document, Document), document
    assert bare(own(document)) == bare(article.text)
    assert document.language == article.language
    assert document.title == article.title
    assert figures(document) == figures(from_text(article.text))
    stated = [*map(bare, figures(document))]
    assert [stated.count(bare(one)) for one in article.figures] == [1, 1, 1, 1]


@pytest.mark.parametrize("name", made.SINGLE)
@pytest.mark.parametrize("article", made.ARTICLES, ids=lambda one: one.language)
def test_one_article(tmp_path, name, article):
    found = read_bytes(tmp_path, name, made.SINGLE[name](article))
    assert len(found) == 1
    assert_is(found[0], article)
    assert found[0].path == str(tmp_path / name)


@pytest.mark.parametrize("name", made.SEVERAL)
def test_several_articles(tmp_path, name):
    found = read_bytes(tmp_path, name, made.SEVERAL[name](made.ARTICLES))
    assert len(found) == len(made.ARTICLES)
    for document, article in zip(found, made.ARTICLES, strict=True):
        assert_is(document, article)
        assert document.path.startswith(f"{tmp_path / name}#")
    assert len({document.id for document in found}) == len({document.path for document in found}) == len(found)


@pytest.mark.parametrize(("language", "encoding", "text"), made.SCRIPTS, ids=[f"{t}-{e}" for t, e, _ in made.SCRIPTS])
def test_encodings_of_text_and_pages(tmp_path, language, encoding, text):
    article = made.Article(language, text[:9], (text,), ())
    declared = "utf-8" if encoding.startswith("utf") else encoding
    plain = read_bytes(tmp_path, "a.txt", text.encode(encoding))[0]
    page = read_bytes(tmp_path, "a.html", made.page(article, charset=declared))[0]
    assert plain.text == text
    assert text in page.text
    assert plain.language == page.language == language
    assert figures(plain)
    assert set(figures(plain)) == set(figures(page))


FACTS = [
    ("a.html", {"title": "json-ld", "author": "json-ld", "outlet": "json-ld", "published": "json-ld", "url": "meta"}),
    ("a.eml", {"title": "mail header", "author": "mail header", "published": "mail header"}),
    ("a.docx", {"title": "text", "author": "document properties", "published": "document properties"}),
    ("a.odt", {"title": "text", "author": "document properties", "published": "document properties"}),
    ("a.rtf", {"title": "text", "author": "document properties", "published": "document properties"}),
    ("a.pdf", {"title": "text", "author": "document properties", "published": "document properties"}),
    ("a.epub", {"title": "text", "author": "document properties", "published": "document properties"}),
]


@pytest.mark.parametrize(("name", "sources"), FACTS)
def test_what_is_known_and_where_from(tmp_path, name, sources):
    document = read_bytes(tmp_path, name, made.SINGLE[name](made.ENGLISH))[0]
    told = dict(document.origins)
    assert told == {**sources, "language": "text"}
    assert document.published == date(2025, 11, 3)
    assert document.author == made.AUTHOR
    assert document.url == (made.ADDRESS if "url" in sources else None)
    assert document.outlet == (made.OUTLET if "outlet" in sources else "")
