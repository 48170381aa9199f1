"""What is known of an article: shown with where it is from, changed, undone, refused with a reason."""

import pytest

from factcheck.desktop.facts_sheet import FactsSheet, origin_name
from factcheck.desktop.translation import ENGLISH, install, languages
from factcheck.dossier.known_facts import facts
from factcheck.reading.origin import ORDER


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    install(qapp, ENGLISH)


@pytest.fixture
def still(window, monkeypatch):
    """The window, without the worker that compares anew."""
    monkeypatch.setattr(window.checks, "compare_anew", lambda _: None)
    return window


def sheet_of(window):
    window.actions_["facts"].trigger()
    return next(each for each in window.findChildren(FactsSheet) if each.isVisible())


def known(window, name):
    document = window.library.reader.document_shown.id
    return next(fact for fact in facts(window.dossier, document) if fact.name == name)


def test_every_fact_is_shown_with_where_it_is_from(window):
    sheet = sheet_of(window)
    assert list(sheet.fields) == ["title", "author", "outlet", "published", "url", "language"]
    assert sheet.fields["title"].text() == window.library.reader.document_shown.title
    assert sheet.fields["language"].currentData() == "en"
    assert sheet.fields["title"].accessibleDescription().startswith("from ")
    assert sheet.fields["author"].accessibleDescription() == "not known"
    assert not sheet.said
    sheet.reject()


def test_a_fact_is_changed_shown_and_undone(still):
    window = still
    sheet = sheet_of(window)
    sheet.fields["author"].setText("Linh Tran")
    sheet.fields["published"].setText("2024-03-31")
    assert sheet.said == {"author": "Linh Tran", "published": "2024-03-31"}
    sheet.keep.click()
    assert not sheet.isVisible()
    assert known(window, "author").value == "Linh Tran"
    assert window.library.reader.document_shown.published.isoformat() == "2024-03-31"
    window.actions_["undo"].trigger()
    assert window.library.reader.document_shown.published is None
    window.actions_["redo"].trigger()
    assert window.library.reader.document_shown.published is not None


def test_as_read_counts_again(still):
    window, title = still, still.library.reader.document_shown.title
    sheet = sheet_of(window)
    sheet.fields["title"].setText("Another title")
    sheet.keep.click()
    assert window.library.reader.document_shown.title == "Another title"
    sheet = sheet_of(window)
    back = next(b for b in sheet.findChildren(type(sheet.keep)) if b.text() == "As read")
    assert back.accessibleName() == "As read: Title"
    back.click()
    assert sheet.said == {"title": None}
    sheet.keep.click()
    assert window.library.reader.document_shown.title == title
    assert known(window, "title").origin != "person"


def test_what_cannot_be_is_told_in_the_sheet(still):
    sheet = sheet_of(still)
    sheet.fields["url"].setText("example.org/a")
    sheet.keep.click()
    assert sheet.isVisible()
    assert "https://" in sheet._trouble.text()
    sheet.fields["url"].setText("https://example.org/a")
    sheet.keep.click()
    assert known(still, "url").value == "https://example.org/a"


def test_another_language_turns_the_page(still):
    sheet = sheet_of(still)
    sheet.fields["language"].setCurrentIndex(sheet.fields["language"].findData("fa"))
    sheet.keep.click()
    assert still.library.reader.isRightToLeft()


def test_a_dossier_that_can_only_be_read_is_only_shown(still):
    still.desk.writable = False
    sheet = sheet_of(still)
    assert not sheet.keep.isEnabled()
    assert not sheet.fields["title"].isEnabled()
    sheet.reject()


@pytest.mark.parametrize("tag", languages())
def test_every_origin_has_words(qapp, tag):
    install(qapp, tag)
    assert [origin for origin in ORDER if origin_name(origin) == origin] == []
