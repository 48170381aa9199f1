"""Journeys through the window, by keys, actions and the mouse."""

import os
from pathlib import Path

import pytest
from articles import make_dossier
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from factcheck.desktop import compare_page
from factcheck.desktop.actions import PAGES
from factcheck.desktop.case_table import CASE
from factcheck.desktop.compare_page import NARROW
from factcheck.desktop.measures import px
from factcheck.desktop.preferences import Preferences
from factcheck.desktop.theme import Look
from factcheck.desktop.window import Window
from factcheck.dossier.locks import Lock
from factcheck.dossier.store import Dossier
from factcheck.model import Relation, Verdict
from factcheck.search.index import open_index

PATIENCE = 60_000  # milliseconds: search is loaded and asked in a thread, on a busy machine too


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def trigger(window, name):
    assert window.actions_[name].isEnabled(), name
    window.actions_[name].trigger()


def colours(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


# ---- start


def test_an_empty_start(empty_window):
    assert empty_window.page == "start"
    assert "No dossier" in empty_window.line.counts
    assert not empty_window.actions_["confirm"].isEnabled()


def test_files_can_be_dropped(empty_window, qtbot, tmp_path):
    with qtbot.waitSignal(empty_window.start.dropped) as dropped:
        empty_window.start.dropped.disconnect(empty_window.desk.take)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org/b.txt")])
        event = QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        empty_window.start.drop_zone.dropEvent(event)
    assert [Path(path).name for path in dropped.args[0]] == ["a.txt"], "what is not on this computer is left out"


def test_recent_dossiers_are_listed_and_opened(window, qtbot):
    trigger(window, "start")
    recent = [b for b in window.start.findChildren(QAbstractButton) if b.objectName() == "recent"]
    assert [button.accessibleName() for button in recent] == ["Open Poverty"]
    qtbot.mouseClick(recent[0], Qt.MouseButton.LeftButton)
    assert window.page == "library"


def test_a_recent_dossier_on_a_disk_that_does_not_answer_is_left_out(window, folder):
    window.preferences.remember(folder / ("n" * 300))
    assert [path.name for path in window.preferences.recent] == ["Poverty.factcheck"]


def test_a_dossier_that_cannot_be_opened_is_told(empty_window, folder):
    damaged = folder / "dossiers" / "Damaged.factcheck"
    damaged.mkdir(parents=True)
    (damaged / "dossier.sqlite3").write_bytes(b"no database at all" * 500)
    assert not empty_window.desk.open(damaged)
    assert empty_window.notice.isVisible()
    assert len(empty_window.notice.text) > 20
    assert empty_window.dossier is None


# ---- library


def test_the_library_shows_articles_and_figures(window):
    assert window.page == "library"
    assert window.library.model.rowCount() == 4
    assert window.line.counts == "4 articles  ·  9 figures  ·  3 conflicts  ·  1 to check"
    assert window.library.reader.document_shown.language == "en"
    assert len(window.library.reader.marks) == 3


def test_j_and_k_walk_over_figures_and_enter_compares(window, qtbot):
    press(qtbot, window, Qt.Key.Key_J)
    first = window.library.reader.focus_span
    press(qtbot, window, Qt.Key.Key_J)
    assert window.library.reader.focus_span > first
    press(qtbot, window, Qt.Key.Key_K)
    assert window.library.reader.focus_span == first
    found = window.library.inspector.found
    assert found[0].document.language == "en"
    assert len(found) == 4
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.page == "compare"
    assert window.compare.case.finding.id == found[1].finding.id


def test_an_article_is_opened_from_the_list(window, qtbot):
    press(qtbot, window, Qt.Key.Key_Down)
    assert window.library.reader.document_shown.language == "fa"
    window.library.step(1)
    each = window.library.inspector.found[1]
    window.library.inspector.source_wanted.emit(each)
    assert window.library.reader.document_shown.id == each.document.id
    assert window.library.reader.focus_span == each.claim.span


def fill_index(window):
    with open_index(window.dossier.index_folder) as index:
        index.add(list(window.dossier.documents()))
    window.desk.renew_search()


def test_search_as_you_type_and_clear(window, qtbot):
    fill_index(window)
    trigger(window, "search")
    qtbot.keyClicks(window.library.search, "pauvres")
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1, timeout=PATIENCE)
    assert window.library.search.text() == "pauvres", "single letters act not while a field has the focus"
    assert window.page == "library"
    window.library.search.clear()
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 4, timeout=PATIENCE)


def test_nothing_found_says_so_and_offers_a_way_on(window, qtbot):
    fill_index(window)
    window.library.search.setText("zzzzz")
    qtbot.waitUntil(window.library.side.nothing.isVisible, timeout=PATIENCE)
    assert "zzzzz" in window.library.side.nothing._text.text()
    window.library.side.nothing.wanted.emit()
    assert window.library.search.text() == ""
    assert window.library.list.isVisible()


def test_stale_answers_are_dropped(window, qtbot):
    fill_index(window)
    for words in ("pauvres", "poverty", "households"):
        window.library.search.setText(words)
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1, timeout=PATIENCE)
    assert window.library.side.query == "households"


def test_find_in_page(window, qtbot):
    trigger(window, "find")
    qtbot.keyClicks(window.library.find_bar.field, "villages")
    assert window.library.find_bar.count.startswith("1 of ")
    trigger(window, "find_next")
    assert window.library.find_bar.count.startswith("2 of ")
    trigger(window, "find_previous")
    assert window.library.find_bar.count.startswith("1 of ")
    qtbot.keyClick(window.library.find_bar.field, Qt.Key.Key_Escape)
    assert not window.library.find_bar.isVisible()


def test_a_source_that_is_gone_still_shows(empty_window, folder):
    window = empty_window
    assert window.desk.open(make_dossier(folder / "Gone.factcheck", folder / "articles"))
    row = next(row for row in window.dossier.library() if row.language == "fa")
    Path(row.path).unlink()
    window.library.open_article(row.document)
    assert "gone" in window.library.notice.text
    assert window.library.notice.isVisible()
    assert window.library.reader.document_shown.text.startswith("نین توان")


def test_a_quotation_is_copied_with_its_source_and_without_marks(window, qapp):
    window.library.open_article(next(r.document for r in window.dossier.library() if r.language == "fa"))
    trigger(window, "next")
    trigger(window, "copy_quotation")
    text = qapp.clipboard().text()
    assert "۲٫۴٪" in text
    assert "fa.txt" in text
    assert not set(text) & set("\u2066\u2067\u2069\u061c")


# ---- discrepancies


def test_filters_and_their_counts(window, qtbot):
    trigger(window, "discrepancies")
    page = window.discrepancies
    assert page.everything.isChecked()
    assert page.everything.count == 7
    qtbot.mouseClick(page.relations[Relation.DIFFER], Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 3
    assert not page.everything.isChecked()
    page.filter.setText("households")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page._empty.isVisible()
    page._empty.wanted.emit()
    assert page.model.rowCount() == 7
    page.matrix.wanted.emit(frozenset({"fa", "fr"}))
    assert page.model.rowCount() == 2
    qtbot.mouseClick(page.everything, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 7


def test_the_matrix_asks_for_a_pair(window, qtbot):
    trigger(window, "discrepancies")
    matrix = window.discrepancies.matrix
    row, column = matrix._languages.index("fa"), matrix._languages.index("fr")
    place = matrix.field(max(row, column), min(row, column)).center().toPoint()
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
    assert window.discrepancies.model.selection.languages == {"fa", "fr"}
    qtbot.keyClick(matrix, Qt.Key.Key_Space)
    assert window.discrepancies.model.selection.languages == frozenset()


def test_nothing_flagged(window, qtbot):
    dossier = window.dossier
    dossier.replace_findings(
        [f for d in dossier.document_ids() for f in dossier.findings_of(d) if f.relation == "agree"]
    )
    window.show_dossier()
    trigger(window, "discrepancies")
    qtbot.mouseClick(window.discrepancies.relations[Relation.DIFFER], Qt.MouseButton.LeftButton)
    assert window.discrepancies._empty.title == "Nothing is flagged"
    assert window.discrepancies._empty._text.text() == "All 3 comparable figures agree."


# ---- compare and decide


@pytest.fixture
def comparing(window, qtbot):
    trigger(window, "discrepancies")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.page == "compare"
    return window


def test_both_sentences_stand_at_the_same_height(comparing):
    for _ in range(4):
        tops = []
        for pane in comparing.compare.panes:
            box = pane.reader.boxes(pane.sentence)[0]
            tops.append(pane.reader.viewport().mapTo(comparing, box.topLeft().toPoint()).y())
        assert abs(tops[0] - tops[1]) <= 12
        trigger(comparing, "next")


def test_the_panes_stand_still_from_case_to_case(comparing):
    tops = set()
    for _ in range(6):
        tops.add(comparing.compare.panes[0].mapTo(comparing, comparing.compare.panes[0].rect().topLeft()).y())
        trigger(comparing, "next")
    assert len(tops) == 1


def test_the_pane_of_a_persian_article_is_mirrored(comparing):
    directions = [pane.layoutDirection() for pane in comparing.compare.panes]
    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]
    assert comparing.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_swap(comparing, qtbot):
    before = [pane.reader.document_shown.language for pane in comparing.compare.panes]
    press(qtbot, comparing, Qt.Key.Key_X)
    assert [pane.reader.document_shown.language for pane in comparing.compare.panes] == before[::-1]


def test_further_sources_are_set_beside_the_one_that_stands_alone(comparing, qtbot):
    bar = comparing.compare.witnesses
    assert [button.isChecked() for button in bar.buttons] == [True, False]
    assert bar._words.text() == "One against 2"
    assert comparing.compare.panes[0].reader.document_shown.language == "fa", "fa stands alone"
    qtbot.mouseClick(bar.buttons[1], Qt.MouseButton.LeftButton)
    assert [pane.reader.document_shown.language for pane in comparing.compare.panes] == ["fa", "en"]
    assert [claim.document for claim in comparing.compare.claims] == [
        pane.reader.document_shown.id for pane in comparing.compare.panes
    ]
    trigger(comparing, "swap")
    assert [pane.reader.document_shown.language for pane in comparing.compare.panes] == ["en", "fa"]
    trigger(comparing, "next")
    trigger(comparing, "previous")
    assert bar.buttons[0].isChecked()


def test_further_sources_leave_room_for_the_words_about_the_case(comparing, qapp, monkeypatch):
    page = comparing.compare
    page.setFixedWidth(px(NARROW) + 20)
    beside = page.width() - page.witnesses.sizeHint().width()
    monkeypatch.setattr(compare_page, "WORDS", beside)  # more than is left of it
    trigger(comparing, "next")
    trigger(comparing, "previous")
    for _ in range(3):
        qapp.processEvents()
    assert len(page.witnesses.buttons) == 2
    assert page.witnesses.geometry().top() >= page._place.geometry().bottom()
    assert page._place.width() >= beside


def test_what_is_to_check_is_no_report_of_the_same_figure(window):
    trigger(window, "next")
    trigger(window, "next")
    assert window.library.inspector.found[1].finding.relation is Relation.CHECK
    assert window.library.inspector._heading.text() == "1 near it, to check"


def test_decide_go_on_and_undo(comparing, qtbot):
    first = comparing.compare.case.finding.id
    press(qtbot, comparing, Qt.Key.Key_N)
    qtbot.keyClicks(comparing.compare.decision.note, "ask Lan")
    press(qtbot, comparing, Qt.Key.Key_Return)
    assert comparing.dossier.case(first).review.note == "ask Lan"
    press(qtbot, comparing, Qt.Key.Key_C)
    review = comparing.dossier.case(first).review
    assert (review.verdict, review.note) == (Verdict.CONFIRMED, "ask Lan")
    qtbot.waitUntil(lambda: comparing.compare.case.finding.id != first)
    second = comparing.compare.case.finding.id
    press(qtbot, comparing, Qt.Key.Key_L)
    assert comparing.dossier.case(second).verdict is Verdict.LATER
    trigger(comparing, "undo")
    assert comparing.dossier.case(second).verdict is Verdict.OPEN
    assert comparing.compare.case.finding.id == second
    trigger(comparing, "undo")
    assert comparing.dossier.case(first).verdict is Verdict.OPEN
    assert comparing.compare.case.finding.id == first
    trigger(comparing, "redo")
    assert comparing.dossier.case(first).verdict is Verdict.CONFIRMED


def test_dismissal_asks_for_a_reason(comparing, qtbot):
    first = comparing.compare.case.finding.id
    press(qtbot, comparing, Qt.Key.Key_D)
    menu = comparing.compare.decision.reasons
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_2)
    review = comparing.dossier.case(first).review
    assert (review.verdict, review.reason) == (Verdict.DISMISSED, "Another period")
    qtbot.waitUntil(lambda: comparing.compare.case.finding.id != first)
    trigger(comparing, "discrepancies")
    chip = comparing.discrepancies.verdicts[Verdict.DISMISSED]
    assert chip.count == 1
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert comparing.discrepancies.table.model().index(0, 0).data(CASE).finding.id == first


def test_deciding_with_a_filter_on_skips_nothing(window, qtbot):
    trigger(window, "discrepancies")
    qtbot.mouseClick(window.discrepancies.verdicts[Verdict.OPEN], Qt.MouseButton.LeftButton)
    order = [window.discrepancies.model.case(row).finding.id for row in range(7)]
    window.discrepancies.compare_current()
    for number, finding in enumerate(order[:3]):
        assert window.compare.case.finding.id == finding
        window.compare.decision.decide(Verdict.LATER)
        qtbot.waitUntil(lambda number=number: window.compare.case.finding.id == order[number + 1])
    assert window.discrepancies.model.rowCount() == 4


def test_a_note_that_is_being_written_stays_while_the_worker_goes_on_and_is_kept_when_leaving(comparing, qtbot):
    first = comparing.compare.case.finding.id
    comparing.actions_["note"].trigger()
    qtbot.keyClicks(comparing.compare.decision.note, "ask Lan")
    comparing.checks.changed.emit()
    assert comparing.compare.decision.note.text() == "ask Lan"
    assert comparing.dossier.case(first).review is None
    comparing.actions_["next"].trigger()
    assert comparing.compare.case.finding.id != first
    assert comparing.compare.decision.note.text() == ""
    assert comparing.dossier.case(first).review.note == "ask Lan"
    comparing.actions_["undo"].trigger()
    assert comparing.compare.case.finding.id == first
    assert comparing.compare.decision.note.text() == ""


def test_letters_written_into_a_note_decide_nothing(comparing, qtbot):
    first = comparing.compare.case.finding.id
    press(qtbot, comparing, Qt.Key.Key_N)
    qtbot.keyClicks(comparing.compare.decision.note, "cdlxjk?")
    assert comparing.dossier.case(first).review is None
    assert comparing.compare.case.finding.id == first
    assert comparing.compare.decision.note.text() == "cdlxjk?"


def test_decisions_outlast_the_window(comparing, qtbot):
    first, place = comparing.compare.case.finding.id, comparing.dossier.folder
    press(qtbot, comparing, Qt.Key.Key_C)
    comparing.close()
    with Dossier(place) as dossier:
        assert dossier.case(first).verdict is Verdict.CONFIRMED


def test_a_dossier_open_in_another_window_can_be_read_but_not_decided(empty_window, dossier_folder):
    with Lock(dossier_folder, "window") as others:
        assert others.held
        assert empty_window.desk.open(dossier_folder)
        assert "open in another window" in empty_window.notice.text
        assert empty_window.dossier.read_only
        trigger(empty_window, "discrepancies")
        trigger(empty_window, "compare")
        assert empty_window.compare.case
        assert not empty_window.actions_["confirm"].isEnabled()
    assert empty_window.desk.open(dossier_folder), "the other one has let go of it"
    assert empty_window.desk.writable
    assert not Lock(dossier_folder, "window").held, "this window has it now"
    assert empty_window.desk.open(dossier_folder)
    assert empty_window.desk.writable, "a window does not stand in its own way"
    assert not Lock(dossier_folder, "window").held
    empty_window.desk.close()
    with Lock(dossier_folder, "window") as free:
        assert free.held


def test_a_read_only_dossier_can_be_read_but_not_decided(empty_window, dossier_folder, monkeypatch):
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert empty_window.desk.open(dossier_folder)
    assert "read-only" in empty_window.notice.text
    trigger(empty_window, "discrepancies")
    trigger(empty_window, "compare")
    assert empty_window.compare.case
    assert not empty_window.actions_["confirm"].isEnabled()
    assert not empty_window.compare.decision.confirm.isEnabled()


# ---- export, looks, access


def test_export_previews_and_writes(window, qtbot, tmp_path):
    trigger(window, "export")
    page = window.export
    assert page.save.isEnabled()
    for form in page.formats:
        page.formats[form].setChecked(True)
        qtbot.waitUntil(lambda form=form: page.order.form == form)
        assert window.saving.save(page.order, tmp_path / f"out.{form}")
        assert (tmp_path / f"out.{form}").stat().st_size > 0
    assert "4 findings written" in page.notice.text
    for box in page.relations.values():
        box.setChecked(False)
    qtbot.waitUntil(lambda: not page.save.isEnabled())
    assert page._empty.isVisible()


def test_zoom_and_theme_are_remembered(window, folder):
    trigger(window, "zoom_in")
    assert window.preferences.zoom == 110
    trigger(window, "zoom_normal")
    trigger(window, "zoom_out")
    trigger(window, "theme")
    assert window.look.choice == "dark"
    kept = Preferences(folder / "window.ini")
    assert (kept.zoom, kept.theme) == (90, "dark")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("mirrored", [False, True])
def test_every_page_is_drawn_in_both_themes_and_directions(window, theme, mirrored):
    window.look.choose(theme)
    if mirrored:
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for page in PAGES:
        trigger(window, page)
        assert len(colours(window)) > 8
        assert window.minimumSizeHint().width() <= 1280, page


@pytest.mark.parametrize("name", ["shortcuts", "about", "skipped"])
def test_dialogs_open_and_close(window, qtbot, name):
    trigger(window, name)
    qtbot.waitUntil(lambda: any(child.isWindow() and child.isVisible() for child in window.findChildren(QWidget)))
    dialog = next(child for child in window.findChildren(QWidget) if child.isWindow() and child.isVisible())
    assert len(colours(dialog)) > 2
    dialog.close()


def test_every_widget_that_takes_the_focus_has_a_name(window):
    nameless = []
    for page in PAGES:
        trigger(window, page)
        for widget in window.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                if not name:
                    nameless.append((page, type(widget).__name__, widget.objectName()))
    assert nameless == []


def test_the_window_remembers_its_place(qtbot, folder, window):
    window.resize(1000, 700)
    window.close()
    again = Window(Look("light"), Preferences(folder / "window.ini"))
    qtbot.addWidget(again)
    again.restoreGeometry(again.preferences.geometry)
    assert again.size().height() == 700
    assert again.preferences.recent[0].name == "Poverty.factcheck"


def test_a_third_source_is_shown_where_there_is_room(comparing, qapp):
    page = comparing.compare
    page.show_case(comparing.dossier, comparing.discrepancies.model.case(0))
    assert page.third.isHidden()
    trigger(comparing, "third")
    assert not page.third.isHidden()
    shown = [pane.reader.document_shown.language for pane in (*page.panes, page.third)]
    assert len(set(shown)) == 3
    assert shown[1] == "fa", "the one that stands alone is in the middle"
    assert [button.isChecked() for button in page.witnesses.buttons] == [True, True]
    for _ in range(3):
        qapp.processEvents()
    tops = {round(pane.sentence_area().top()) for pane in (*page.panes, page.third)}
    assert max(tops) - min(tops) <= 12
    trigger(comparing, "swap")
    assert [pane.reader.document_shown.language for pane in (*page.panes, page.third)] == shown[::-1]
    assert page.quotation().count("“") >= 3
    trigger(comparing, "third")
    assert page.third.isHidden()
    assert page.panes[0].reader.document_shown.language == "fa"
    comparing.resize(1900, 1000)
    for _ in range(3):
        qapp.processEvents()
    assert page.third.isHidden(), "who wants two has two"


def test_a_wide_window_shows_three_sources_by_itself(comparing, qapp):
    page = comparing.compare
    page.show_case(comparing.dossier, comparing.discrepancies.model.case(0))
    for width, hidden in ((1900, False), (1200, True)):
        comparing.resize(width, 900)
        for _ in range(3):
            qapp.processEvents()
        assert page.third.isHidden() == hidden


def test_that_there_is_no_third_source_is_told(comparing):
    page, model = comparing.compare, comparing.discrepancies.model
    for row in range(model.rowCount()):
        page.show_case(comparing.dossier, model.case(row))
        if len(page.witnesses.buttons) < 2:
            break
    assert len(page.witnesses.buttons) < 2
    assert not page.notice.isVisible()
    trigger(comparing, "third")
    assert page.notice.isVisible()
    assert page.third.isHidden()
