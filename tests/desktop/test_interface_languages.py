"""The window in every language: nothing untranslated, plural forms whole, mirrored where it must be."""

import ast
import gc
import re
import weakref
from pathlib import Path

import pytest
from babel import Locale
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from sheets import sheets

import factcheck.desktop
from factcheck.desktop.actions import PAGES
from factcheck.desktop.application import Session
from factcheck.desktop.article_list import ROW
from factcheck.desktop.geometry import leading
from factcheck.desktop.measures import scale
from factcheck.desktop.names import language_name
from factcheck.desktop.numbers import day
from factcheck.desktop.preferences import Preferences
from factcheck.desktop.settings import Settings
from factcheck.desktop.theme import Look
from factcheck.desktop.translation import ENGLISH, chosen, install, interface, languages, texts
from factcheck.desktop.window import Window

OTHERS = [tag for tag in languages() if tag != ENGLISH]
# names that are the same in every language
NAMES = {"factcheck", "JSON", "JSON Lines", "Markdown", "ClaimReview", "Web Annotations", "SARIF"}
CALLS = {"tr": (0, 1), "translate": (1,), "QT_TRANSLATE_NOOP": (1,)}


def sources():
    """Yield every text that the code marks for translation."""
    for file in Path(factcheck.desktop.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            method = isinstance(called, ast.Attribute) and name == "tr"
            at = 0 if method else 1
            if name in CALLS and len(node.args) > at:
                text = node.args[at]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value


SOURCES = sorted(set(sources()) - NAMES)


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    install(qapp, ENGLISH)


def test_the_texts_are_found():
    assert len(SOURCES) > 300
    assert "&Quit" in SOURCES
    assert "Conflict" in SOURCES


@pytest.mark.parametrize("tag", OTHERS)
def test_every_text_is_translated(tag):
    known = texts(tag)["texts"]
    assert [text for text in SOURCES if text not in known] == []
    assert [text for text in known if text not in SOURCES] == [], "said nowhere any more"
    assert all(known.values())


@pytest.mark.parametrize("tag", OTHERS)
def test_what_is_filled_in_stays(tag):
    for source, found in texts(tag)["texts"].items():
        forms = [found] if isinstance(found, str) else list(found.values())
        for text in forms:
            assert set(re.findall(r"\{\w*\}", source)) <= set(re.findall(r"\{\w*\}", text)), source
            assert ("…" in source) <= ("…" in text), source
            assert text.count("(*.") == source.count("(*."), source
        if "%n" in source:
            assert not isinstance(found, str), source
            plural = Locale.parse(tag).plural_form
            assert {plural(n) for n in range(1000)} <= found.keys() or set(found) == {"other"}, source
            assert "%n" in found["other"], source


@pytest.mark.parametrize(
    ("tag", "counted"),
    [
        ("en", ["0 articles", "1 article", "2 articles"]),
        ("fr", ["0 article", "1 article", "2 articles"]),
        ("vi", ["0 bài viết", "1 bài viết", "2 bài viết"]),
        ("ar", ["لا مقالات", "مقال واحد", "مقالان"]),
    ],
)
def test_plural_forms(qapp, tag, counted):
    install(qapp, tag)
    assert [QCoreApplication.translate("Window", "%n article(s)", "", n) for n in range(3)] == counted
    eleven = QCoreApplication.translate("Window", "%n article(s)", "", 11)
    assert "11" in eleven


@pytest.mark.parametrize("tag", languages())
def test_qts_own_words(qapp, tag):
    install(qapp, tag)
    said = QCoreApplication.translate("QWidgetTextControl", "&Paste")
    assert (said == "&Paste") == (tag == ENGLISH)
    assert (QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel") == (tag == ENGLISH)


def words_of(top):
    """Yield what a widget and all in it say."""
    for widget in (top, *top.findChildren(QWidget)):
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.windowTitle()
    for action in top.actions():
        yield from (action.text(), action.toolTip(), action.statusTip())


@pytest.mark.parametrize("tag", OTHERS)
def test_the_window_says_nothing_in_english(qtbot, qapp, dossier_folder, folder, tag):
    install(qapp, tag)
    window = Window(Look("light"), Preferences(folder / "window.ini"))
    qtbot.addWidget(window)
    window.show()
    assert window.isRightToLeft() == (tag in {"ar", "fa"})
    assert window.desk.open(dossier_folder)
    known = texts(tag)["texts"]
    english = {source for source, found in known.items() if found != source and len(source) > 3}
    for page in PAGES:
        window.go_to(page)
        window.repaint()
        assert english.isdisjoint(words_of(window)), page
    for dialog in sheets(window):
        assert english.isdisjoint(words_of(dialog))
        dialog.reject()
    assert language_name("fr") == Locale("fr").get_display_name(tag)
    window.close()


@pytest.mark.parametrize("tag", ["en", "fa"])
def test_what_stands_below_each_other_begins_at_one_edge(qtbot, qapp, dossier_folder, folder, tag):
    install(qapp, tag)
    window = Window(Look("light"), Preferences(folder / "window.ini"))
    qtbot.addWidget(window)
    window.show()
    assert window.desk.open(dossier_folder)
    window.go_to("library")
    qapp.processEvents()
    side = window.library.side

    def from_the_edge(widget):
        left = widget.mapTo(side, widget.rect().topLeft()).x()
        return side.width() - left - widget.width() if window.isRightToLeft() else left

    assert abs(from_the_edge(side.panel.across) - from_the_edge(side.search)) <= 2
    window.actions_["facts"].trigger()
    saved = day(window.library.reader.document_shown.saved)
    assert [label.alignment() for label in window.findChildren(QLabel) if label.text() == saved] == [leading()]
    window.close()


def test_another_language_is_another_window_on_the_same_dossier(qtbot, qapp, dossier_folder, folder):
    preferences = Preferences(folder / "window.ini")
    preferences.language = "en"
    session = Session(qapp, preferences)
    first = session.window
    assert first.desk.open(dossier_folder)
    first.go_to("discrepancies")
    settings = Settings(first, preferences)
    settings.language_wanted.connect(first.appearance.change_language)
    settings.language.setCurrentIndex(settings.language.findData("fa"))
    settings.language.activated.emit(settings.language.currentIndex())
    qtbot.waitUntil(lambda: session.window is not first)
    assert interface() == "fa"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert session.window.page == "discrepancies"
    assert session.window.dossier.folder == dossier_folder
    assert session.window.discrepancies.model.rowCount() == 7
    session.window.close()
    session.deleteLater()


def test_another_size_is_another_window_on_the_same_article(qtbot, qapp, dossier_folder, folder):
    session = Session(qapp, Preferences(folder / "window.ini"))
    first = session.window
    assert first.desk.open(dossier_folder)
    third = first.library.model.index(2).data(ROW).document
    first.library.open_article(third)
    settings = Settings(first, first.preferences)
    settings.size_wanted.connect(first.appearance.choose_size)
    settings.size_.setCurrentIndex(settings.size_.findData(150))
    settings.size_.activated.emit(settings.size_.currentIndex())
    qtbot.waitUntil(lambda: session.window is not first)
    assert scale() == 1.5
    assert session.window.page == "library"
    assert session.window.library.reader.document_shown.id == third
    session.window.show_finding(session.window.dossier.cases()[2].finding)
    shown = session.window.compare.case.finding.id
    second = session.window
    second.appearance.choose_size(100)
    qtbot.waitUntil(lambda: session.window is not second)
    assert scale() == 1
    assert session.window.compare.case.finding.id == shown
    session.window.close()
    session.deleteLater()


def test_a_window_that_another_has_replaced_is_let_go(qtbot, qapp, folder):
    session = Session(qapp, Preferences(folder / "window.ini"))
    old = weakref.ref(session.window)

    def is_gone():
        gc.collect()
        return old() is None

    assert not is_gone()
    session.window.outdated.emit()
    qtbot.waitUntil(is_gone, timeout=20_000)
    session.window.close()
    session.deleteLater()


def test_the_desktops_language_is_taken_where_the_window_speaks_it():
    assert chosen("fa") == "fa"
    assert chosen("xx") == ENGLISH
    assert chosen("system") in languages()
