"""Searching in the window: facets, suggestions, other languages, former searches, F3, further pages."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from factcheck.desktop import result_saving
from factcheck.desktop.article_list import FOUND_HEIGHT, ROW, SNIPPET, ArticleList, ArticleRow
from factcheck.desktop.isolates import plain
from factcheck.desktop.query_words import asked
from factcheck.desktop.translation import ENGLISH, install
from factcheck.model import Span
from factcheck.search.index import open_index
from factcheck.search.snippets import Snippet
from factcheck.search.syntax import parse


@pytest.fixture
def library(window):
    with open_index(window.dossier.index_folder, window.dossier) as index:
        index.update(window.dossier.documents())
    window.desk.renew_search()
    window.search()
    return window.library


def ask(qtbot, library, query):
    library.search.setText(query)
    qtbot.waitUntil(lambda: library.side.answer is not None and library.side.answer.query == query, timeout=60_000)


def test_a_search_without_an_answer_yet_says_that_it_is_under_way(window, qtbot, monkeypatch):
    library = window.library
    window.search()
    with monkeypatch.context() as patch:
        patch.setattr(window.desk, "_search", None)
        library.search.setText("poverty")
        qtbot.waitUntil(lambda: library.panel.told.text() == "Searching…")
    library.search.clear()
    assert not library.panel.told.isVisible()


def test_an_answer_says_what_was_searched_for_and_shows_why(library, qtbot):
    ask(qtbot, library, "poverty")
    assert "“poverty”" in library.panel.told.text()
    assert library.model.rowCount() > 1, "other languages are found too"
    text, shown = library.model.index(0).data(SNIPPET)
    assert shown.marks
    assert text
    library.panel.across.setChecked(False)
    qtbot.waitUntil(lambda: "also" not in library.panel.told.text())


def test_a_translation_is_drawn_and_told_as_one(library, qtbot):
    ask(qtbot, library, "poverty")
    model = library.model
    found = [model.index(row).data(SNIPPET)[1] for row in range(model.rowCount())]
    translated = next(row for row, shown in enumerate(found) if shown.found_as)
    asked = next(row for row, shown in enumerate(found) if not shown.found_as)
    assert ": a translation" in model.index(translated).data(Qt.ItemDataRole.ToolTipRole)
    assert ": a translation" in model.index(translated).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "translation" not in model.index(asked).data(Qt.ItemDataRole.ToolTipRole)
    hit, accent = (getattr(library._look.theme, name).name() for name in ("hit", "accent"))
    assert hit in colours(library, asked)
    assert hit not in colours(library, translated)
    assert accent in colours(library, translated)


def colours(library, row):
    """Return the colours of the part of a row that shows why it was found."""
    view = library.list
    area = view.visualRect(library.model.index(row))
    image = view.viewport().grab(area.adjusted(12, 66, -12, -4)).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(("tag", "word"), [("fa", "فقر"), ("en", "poverty")])
def test_both_lines_that_show_why_stand_whole_in_their_row(library, tag, word):
    text = f"{word} " * 40
    row = library.model.index(0).data(ROW)._replace(language=tag)
    image = QImage(320, FOUND_HEIGHT + 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        whole = Snippet(Span(0, len(text)), (), ())
        ArticleRow(library._look)._paint_snippet(painter, row, QRectF(0, 0, 320, FOUND_HEIGHT - 4), text, whole)
    inked = [y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 128 for x in range(320))]
    second = next(after for before, after in pairwise(inked) if after - before > 1)
    first_line, second_line = ([y for y in inked if (y >= second) == below] for below in (False, True))
    assert [y - first_line[0] for y in first_line] == [y - second for y in second_line], "the same words, none cut off"
    assert second_line[-1] < FOUND_HEIGHT - 6


def test_a_mistake_is_marked_and_a_misspelling_mended(library, qtbot):
    ask(qtbot, library, "rate value:many")
    assert "<u>many</u>" in library.panel.told.text()
    ask(qtbot, library, "povetry")
    assert "Did you mean" in library.panel.told.text()
    library.panel.told.linkActivated.emit(library.side.answer.better)
    qtbot.waitUntil(lambda: library.model.rowCount() > 0, timeout=60_000)
    assert library.search.text() == library.side.query == "poverty"


def test_facets_narrow(library, qtbot):
    ask(qtbot, library, "NOT missing")
    actions = [action for action in library.panel.narrow.menu().actions() if action.text().startswith("French")]
    actions[0].trigger()
    assert library.search.text() == "NOT missing lang:fr"


def test_enter_opens_the_best_and_f3_goes_on(window, library, qtbot):
    ask(qtbot, library, "the OR of OR in")
    qtbot.keyClick(library.search, Qt.Key.Key_Return)
    assert library._hit == 0
    assert len(library._hits) > 1
    window.actions_["find_next"].trigger()
    assert library._hit == 1
    window.actions_["find_previous"].trigger()
    assert library._hit == 0
    qtbot.keyClick(library.search, Qt.Key.Key_Escape)
    assert library.search.text() == ""


def test_searches_are_saved_and_remembered(window, library, qtbot):
    ask(qtbot, library, "poverty")
    qtbot.keyClick(library.search, Qt.Key.Key_Return)
    library.panel.save_wanted.emit()
    library.panel.more.menu().aboutToShow.emit()
    told = [action.text() for action in library.panel.more.menu().actions()]
    assert told.count("poverty") == 2, "saved, and searched before"
    library.panel.forget_wanted.emit("poverty")
    assert window.dossier.settings.get("searches saved") == []


def test_the_list_is_exported(library, qtbot, tmp_path, monkeypatch):
    ask(qtbot, library, "poverty")
    place = tmp_path / "list.json"
    monkeypatch.setattr(result_saving.QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    library.panel.export_wanted.emit()
    assert len(json.loads(place.read_text("utf-8"))) == library.model.rowCount()


def test_articles_like_the_open_one(library, qtbot):
    library.panel.like_wanted.emit()
    qtbot.waitUntil(lambda: library.side.answer is not None, timeout=60_000)
    assert "like" in library.panel.told.text()


def test_further_pages_are_asked_for(finished_dossier, qtbot):
    model = ArticleList()
    from factcheck.dossier.store import Dossier

    with Dossier(finished_dossier, read_only=True) as dossier:
        rows = dossier.library()
        model.set_rows(rows)
        model.show_found([rows[0].document], 2)
        assert model.canFetchMore(QModelIndex())
        with qtbot.waitSignal(model.more_wanted):
            model.fetchMore(QModelIndex())
        model.add_found([rows[1].document], {})
        assert model.rowCount() == 2
        assert not model.canFetchMore(QModelIndex())


QUERIES = (
    "poverty",
    '"poverty rate"',
    "poverty OR (rate NOT level)",
    "hous* p?verty povetry~",
    "=Hanoi lang:fr source:reuters file:notes date:2021..2023",
    "value:4..6 unit:percent about:households place:Hanoi period:2023 role:level is:flagged",
    "value:>1000",
)


@pytest.mark.parametrize("query", QUERIES)
def test_what_was_searched_for_is_said_in_every_language(qapp, query):
    node, typed = parse(query), set(re.findall("[a-z]+", query.lower()))
    assert plain(asked(node)).startswith("Searching for ")
    for tag in ("ar", "fa"):
        install(qapp, tag)
        said = set(re.findall("[a-z]+", asked(node).lower()))
        assert said <= typed, tag
    install(qapp, ENGLISH)
    assert {each for each in typed if len(each) > 8} <= set(re.findall("[a-z]+", asked(node).lower()))


def test_a_place_with_or_in_its_name_is_one_place_in_every_language(qapp):
    node = parse('place:"Dead or Alive" value:>4')
    either = parse("place:Dead OR place:Alive")
    for tag in ("en", "fr", "vi", "ms", "ar", "fa"):
        install(qapp, tag)
        assert "Dead or Alive" in plain(asked(node)), tag
        assert asked(node) != asked(either)
        assert "Dead or Alive" not in plain(asked(either)) or tag == ENGLISH
    install(qapp, ENGLISH)
    assert plain(asked(node)) == "Searching for figure: for Dead or Alive, more than 4."
