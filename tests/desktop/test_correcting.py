"""Correcting by hand: readings and pairs, by keyboard, menu and drag, undone and redone with the reviews."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu

from factcheck.desktop.correction_dialog import CorrectionDialog, number, written
from factcheck.desktop.figure_handling import FigureHandling, carried
from factcheck.desktop.translation import ENGLISH, install
from factcheck.desktop.why_dialog import WhyDialog
from factcheck.dossier.corrections import Correction
from factcheck.model import Relation, Verdict


@pytest.fixture
def window(window, monkeypatch):
    started = []
    monkeypatch.setattr(window.checks, "compare_anew", started.append)
    window.compared = started
    return window


def dialog_of(window, kind):
    return next(each for each in window.findChildren(kind) if each.isVisible())


def focus(window, language, quote):
    dossier = window.dossier
    row = next(row for row in dossier.library() if row.language == language)
    document = dossier.document(row.document)
    claim = next(c for c in dossier.claims_as_read(row.document) if document.quote(c.span) == quote)
    window.show_claim(claim)
    return claim


def test_a_value_is_corrected_by_keyboard_and_undone(window, qtbot):
    claim = focus(window, "fa", "۲٫۴٪")
    qtbot.keyClick(window.library.reader, Qt.Key.Key_E)
    dialog = dialog_of(window, CorrectionDialog)
    assert not dialog.back.isVisible()
    qtbot.waitUntil(dialog.low.hasFocus)
    dialog.low.selectAll()
    qtbot.keyClicks(dialog.low, "4.2")
    assert "4.2" in dialog._said.text()
    qtbot.keyClick(dialog.low, Qt.Key.Key_Return)
    assert window.dossier.corrections.in_force()[(claim.id,)].quantity.low == Decimal("4.2")
    assert window.library.inspector.found[0].claim.quantity.low == Decimal("4.2"), "the inspector tells it anew"
    assert window.compared == [window.dossier.folder]
    window.actions_["undo"].trigger()
    assert window.dossier.corrections.in_force() == {}
    assert window.library.inspector.found[0].claim.quantity.low == Decimal("2.4")
    window.actions_["redo"].trigger()
    assert (claim.id,) in window.dossier.corrections.in_force()
    window.correcting.correct()
    dialog = dialog_of(window, CorrectionDialog)
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert window.dossier.corrections.in_force() == {}


def test_what_is_no_figure_is_no_longer_marked(window, qtbot):
    claim = focus(window, "en", "1,200")
    marks = len(window.library.reader.marks)
    window.actions_["correct"].trigger()
    dialog = dialog_of(window, CorrectionDialog)
    dialog.none.setChecked(True)
    assert not dialog.low.isEnabled()
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert len(window.library.reader.marks) == marks - 1
    assert window.library.inspector.found == []
    assert window.dossier.corrections.in_force()[(claim.id,)].figure is False


def test_nonsense_is_not_kept(window):
    focus(window, "en", "4.2%")
    window.correcting.correct()
    dialog = dialog_of(window, CorrectionDialog)
    for low, high in (("four", ""), ("5", "4"), ("", ""), ("NaN", "")):
        dialog.low.setText(low)
        dialog.high.setText(high)
        assert not dialog.keep.isEnabled(), low
    dialog.low.setText("4")
    dialog.high.setText("5")
    assert dialog.correction.quantity.values == (4, 5)
    dialog.reject()


def test_a_unit_and_a_place_are_corrected(window):
    focus(window, "en", "4.2%")
    window.correcting.correct()
    dialog = dialog_of(window, CorrectionDialog)
    assert (dialog.unit.currentData(), dialog.unit.currentText()) == ("percent", "%")
    assert not [n for n in range(dialog.unit.count()) if any(map(str.isdigit, dialog.unit.itemText(n)))]
    dialog.unit.setCurrentIndex(dialog.unit.findData("percentage point"))
    dialog.place.setText("Hue")
    said = dialog.correction
    assert (said.quantity.unit, said.place) == ("percentage point", "Hue")
    assert "Hue" in dialog._said.text()
    dialog.reject()


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [("en", "1,234.5", "1234.5"), ("vi", "1.234,5", "1234.5"), ("vi", "4.2", "4.2"), ("fr", "4,2", "4.2"),
     ("fa", "۴٫۲", "4.2"), ("ar", "٤٫٢", "4.2")],
)  # fmt: skip
def test_numbers_are_written_as_the_language_does(qapp, tag, text, value):
    install(qapp, tag)
    try:
        assert number(text) == Decimal(value)
        assert number(written(Decimal("1234567.25"))) == Decimal("1234567.25")
    finally:
        install(qapp, ENGLISH)


def test_two_do_not_speak_of_the_same_thing(window, qtbot):
    window.actions_["discrepancies"].trigger()
    window.discrepancies.compare_current()
    pair = window.compare.claims
    qtbot.keyClick(window.compare.panes[0].reader, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert window.dossier.corrections.said().pairs == {frozenset(c.id for c in pair): False}
    window.actions_["undo"].trigger()
    assert window.dossier.corrections.said().pairs == {}


def test_one_is_held_and_another_said_to_be_the_same(window, qtbot):
    one = focus(window, "en", "more than 524 billion VND")
    qtbot.keyClick(window.library.reader, Qt.Key.Key_S)
    assert "Hold one figure" in window.line._counts.text()
    qtbot.keyClick(window.library.reader, Qt.Key.Key_H)
    assert "At hand" in window.notice.text
    other = focus(window, "fa", "۵۲۴ میلیارد دونگ")
    window.notice.answer("pair_same")
    assert window.dossier.corrections.said().pairs == {frozenset((one.id, other.id)): True}


def test_a_figure_is_dropped_on_another(window):
    dragged = focus(window, "en", "more than 524 billion VND")
    onto = focus(window, "fa", "۵۲۴ میلیارد دونگ")
    reader = window.library.reader
    at = reader.ink(reader.boxes(onto.span)[0]).center()
    data = carried(dragged)
    event = QDropEvent(at, Qt.DropAction.LinkAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    assert reader.findChild(FigureHandling).eventFilter(reader.viewport(), event)
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    menu.actions()[1].trigger()
    menu.close()
    assert window.dossier.corrections.said().pairs == {frozenset((dragged.id, onto.id)): False}


def test_files_dropped_on_a_reader_are_left_to_the_window(window, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    viewport = window.library.reader.viewport()
    event = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)  # fmt: skip
    handling = window.library.reader.findChild(FigureHandling)
    assert handling.eventFilter(viewport, event)
    assert not event.isAccepted()


def test_like_figures_are_asked_about(window, monkeypatch):
    claim = focus(window, "en", "4.2%")
    other = focus(window, "vi", "4,2%")
    monkeypatch.setattr("factcheck.checking.likeness.like", lambda _dossier, _claim: [other])
    window.correcting._read_as(claim, Correction((claim.id,), place="Hue"))
    assert "1 more" in window.notice.text
    window.notice.answer("like")
    assert window.dossier.corrections.in_force()[(other.id,)].place == "Hue"


def test_undo_takes_back_what_came_last(window):
    window.actions_["discrepancies"].trigger()
    window.discrepancies.compare_current()
    finding = window.compare.case.finding.id
    window.compare.decision.decide(Verdict.LATER)
    window.correcting.say_same(same=False, pair=window.compare.claims)
    window.actions_["undo"].trigger()
    assert window.dossier.case(finding).verdict is Verdict.LATER
    assert window.dossier.corrections.in_force() == {}
    window.actions_["undo"].trigger()
    assert window.dossier.case(finding).verdict is Verdict.OPEN
    window.actions_["redo"].trigger()
    assert window.dossier.case(finding).verdict is Verdict.LATER
    window.actions_["redo"].trigger()
    assert len(window.dossier.corrections.in_force()) == 1


def test_why_two_were_flagged_and_why_not(window, qtbot):
    window.actions_["discrepancies"].trigger()
    window.discrepancies.compare_current()
    window.correcting.why()
    dialog = dialog_of(window, WhyDialog)
    qtbot.waitUntil(lambda: dialog.obstacles.text() != "", timeout=20000)
    assert "figures do not fit" in dialog.obstacles.text()
    dialog.reject()
    dossier = window.dossier
    en = next(row.document for row in dossier.library() if row.language == "en")
    fa = next(row.document for row in dossier.library() if row.language == "fa")
    window.correcting.why((dossier.claims(en)[2], dossier.claims(fa)[0]))
    dialog = dialog_of(window, WhyDialog)
    qtbot.waitUntil(lambda: "Not compared" in dialog.verdict.text(), timeout=20000)
    assert "two sorts" in dialog.obstacles.text()
    dialog.reject()


def test_findings_stay_as_they_are_until_compared_anew(window):
    differ = window.dossier.counts()[Relation.DIFFER]
    claim = focus(window, "en", "4.2%")
    window.correcting._read_as(claim, Correction((claim.id,), figure=False))
    assert window.dossier.counts()[Relation.DIFFER] == differ
    assert window.dossier.pending("matching") == [claim.document]
