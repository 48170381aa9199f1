"""The whole way through the window, once by the keyboard alone and once by the mouse, with the real worker."""

from pathlib import Path

import pytest
from patience import wait_for
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton

from factcheck.desktop.correction_dialog import CorrectionDialog
from factcheck.dossier.store import Dossier
from factcheck.model import Relation, Verdict

ENGLISH = "The poverty rate in Ninh Thuan stood at 4.2% in 2023, the province said. It has 31 communes.\n"
FRENCH = "Le taux de pauvreté à Ninh Thuan était de 2,4 % en 2023, a dit la province. Elle compte 31 communes.\n"
LONG = 60_000  # milliseconds in which a search answers


@pytest.fixture
def articles(folder):
    made = folder / "articles"
    made.mkdir()
    (made / "en.txt").write_text(ENGLISH, "utf-8")
    (made / "fr.txt").write_text(FRENCH, "utf-8")
    return made


class Keys:
    """Does everything by keys."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot

    def do(self, name):
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        action = self.window.actions_[name]
        assert action.isEnabled(), name
        self.press(action.shortcut())

    def press(self, keys):
        pressed = QKeySequence(keys)[0]
        QTest.keyClick(QApplication.focusWidget() or self.window, pressed.key(), pressed.keyboardModifiers())

    def write(self, field, words):
        QTest.keyClicks(field, words)

    def accept(self, dialog, path):
        field = dialog.findChild(QLineEdit)
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        field.setFocus()
        field.selectAll()
        self.write(field, str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def give(self, paths):
        self.do("add_folder")
        dialog = shown(self.window, QFileDialog)
        self.accept(dialog, paths[0].parent)

    def cancel(self):
        self.space(self.window.line.cancel)

    def answer(self, name):
        words = {"retry": "Go on"}[name]
        button = next(b for b in self.window.notice.findChildren(QPushButton) if b.text() == words)
        self.space(button)

    def space(self, button):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def keep(self, dialog):
        self.qtbot.waitUntil(dialog.low.hasFocus)
        self.press("Return")


class Mouse(Keys):
    """Does everything by clicks and drops; words are still written."""

    def do(self, name):
        action = self.window.actions_[name]
        assert action.isEnabled(), name
        if name in self.window.rail.buttons:
            self.click(self.window.rail.buttons[name])
            return
        bar = self.window.menuBar()
        menu = next(each for each in bar.findChildren(QMenu) if action in each.actions())
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(menu.menuAction()).center())
        self.qtbot.waitUntil(menu.isVisible)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    def click(self, widget):
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def give(self, paths):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                           Qt.KeyboardModifier.NoModifier)  # fmt: skip
        self.window.dropEvent(event)

    def cancel(self):
        self.click(self.window.line.cancel)

    def answer(self, name):
        words = {"retry": "Go on"}[name]
        self.click(next(b for b in self.window.notice.findChildren(QPushButton) if b.text() == words))

    def keep(self, dialog):
        self.click(dialog.keep)


def shown(window, kind):
    return next(each for each in window.findChildren(kind) if each.isVisible())


@pytest.mark.parametrize("hand", [Keys, Mouse], ids=["keys", "mouse"])
def test_the_whole_way(  # noqa: PLR0915 - a journey is long
    empty_window, qtbot, folder, articles, tmp_path, hand
):
    window, hand = empty_window, hand(empty_window, qtbot)
    checks = window.checks
    # a new dossier, articles, cancelled and gone on with
    hand.do("new")
    place = folder / "dossiers" / "Journey.factcheck"
    Keys.accept(hand, shown(window, QFileDialog), place)
    qtbot.waitUntil(lambda: window.dossier is not None)
    ends = []
    checks.process.cancelled.connect(lambda: ends.append("cancelled"))
    checks.finished.connect(lambda: ends.append("finished"))
    hand.give(sorted(articles.iterdir()))
    qtbot.waitUntil(lambda: window.line.busy)
    hand.cancel()
    wait_for(qtbot, checks.process, lambda: ends == ["cancelled"])
    qtbot.waitUntil(window.notice.isVisible)
    hand.answer("retry")
    wait_for(qtbot, checks.process, lambda: ends == ["cancelled", "finished"])
    assert "2 articles read" in window.notice.text, (window.notice.text, checks.process.log)
    qtbot.waitUntil(lambda: window.dossier.counts()[Relation.DIFFER] == 1)
    # search and open
    hand.do("search")
    hand.write(window.library.search, "compte")  # QTest types ASCII only
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1, timeout=LONG)
    QTest.keyClick(window.library.search, Qt.Key.Key_Return)
    assert window.library.reader.document_shown.language == "fr"
    # compare, decide, undo
    hand.do("discrepancies")
    if isinstance(hand, Mouse):
        hand.click(window.discrepancies.preview.compare)
    else:
        hand.press("Return")
    assert window.page == "compare"
    finding = window.compare.case.finding.id
    hand.do("later")
    assert window.dossier.case(finding).verdict is Verdict.LATER
    hand.do("undo")
    assert window.dossier.case(finding).verdict is Verdict.OPEN
    hand.do("confirm")
    # correct, and compare anew
    hand.do("correct")
    dialog = shown(window, CorrectionDialog)
    dialog.low.setFocus()
    dialog.low.selectAll()
    QTest.keyClicks(dialog.low, "2.4" if "4" in dialog.low.text()[:1] else "4.2")
    hand.keep(dialog)
    wait_for(qtbot, checks.process, lambda: len(ends) == 3)
    qtbot.waitUntil(lambda: window.dossier.counts()[Relation.DIFFER] == 0)
    hand.do("undo")
    wait_for(qtbot, checks.process, lambda: len(ends) == 4)
    qtbot.waitUntil(lambda: window.dossier.counts()[Relation.DIFFER] == 1)
    # export
    hand.do("export")
    output = tmp_path / "report.html"
    save = window.export.save
    hand.click(save) if isinstance(hand, Mouse) else hand.space(save)
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    Keys.accept(hand, dialog, output)
    qtbot.waitUntil(output.exists)
    # reopen
    window.close()
    with Dossier(place) as again:
        assert again.case(finding).verdict is Verdict.CONFIRMED
        assert again.corrections.in_force() == {}
    assert Path(place / "dossier.sqlite3").stat().st_size > 0
