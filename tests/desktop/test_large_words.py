"""The window's words at twice their size: nothing that is shown is smaller than what it says."""

import os

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from sheets import sheets

from factcheck.desktop import fonts
from factcheck.desktop.actions import PAGES
from factcheck.desktop.chips import StatusChip
from factcheck.desktop.elided import ElidedLabel
from factcheck.desktop.measures import px, scale, scaled
from factcheck.desktop.preferences import Preferences
from factcheck.desktop.rail import RailButton
from factcheck.desktop.scrolling import Scrolled
from factcheck.desktop.theme import Look
from factcheck.desktop.translation import ENGLISH, install, languages
from factcheck.desktop.window import Window

SHOWN = [("en", 200), ("fa", 200), ("vi", 200), ("fa", 100)]
if os.environ.get("FACTCHECK_ALL"):  # every language at every size takes a minute
    SHOWN = [(tag, percent) for tag in languages() for percent in (100, 150, 200)]
TOLD = (QLabel, QAbstractButton, QLineEdit, QComboBox, StatusChip)


@pytest.fixture(autouse=True)
def as_before(qapp):
    yield
    install(qapp, ENGLISH)
    fonts.choose_size(100)


def settle(qapp):
    """Let layouts come to rest: some ask for another one."""
    for _ in range(4):
        qapp.processEvents()


def lacking(top):
    """Return what is shown in too little room: (class, words, room, need)."""
    found = []
    for widget in top.findChildren(QWidget):
        if not (isinstance(widget, TOLD) and widget.isVisible()) or isinstance(widget.parent(), QLineEdit):
            continue
        text = widget.text() if hasattr(widget, "text") else widget.accessibleName()
        need = widget.minimumSizeHint().expandedTo(widget.minimumSize())
        high = need.height()
        if isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
            high = widget.heightForWidth(widget.width())
        gives_way = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
        if (widget.width() < need.width() and not gives_way) or widget.height() < high:
            found.append((type(widget).__name__, text, widget.size().toTuple(), (need.width(), high)))
    return found


def outside(top):
    """Return what is shown beyond the edge of what it stands in, where that does not scroll."""
    found = []
    for widget in top.findChildren(QWidget):
        parent = widget.parentWidget()
        if not (isinstance(widget, TOLD) and widget.isVisible()) or parent is None:
            continue
        if isinstance(parent, (QLineEdit, QScrollArea)) or isinstance(parent.parentWidget(), QScrollArea):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append((type(widget).__name__, widget.accessibleName(), widget.geometry(), parent.rect()))
    return found


def sideways(top):
    """Return what scrolls sideways."""
    areas = [each for each in top.findChildren(Scrolled) if each.isVisible()]
    return [each.widget().objectName() for each in areas if each.horizontalScrollBar().maximum()]


@pytest.mark.parametrize(("tag", "percent"), SHOWN)
def test_nothing_is_clipped(qtbot, qapp, dossier_folder, folder, tag, percent):
    install(qapp, tag)
    fonts.choose_size(percent)
    window = Window(Look("light"), Preferences(folder / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    assert window.desk.open(dossier_folder)
    window.notice.say("warning", "x" * 40, [("retry", "Try again"), ("log", "Show the log")])
    assert window.width() == 1280, "nothing widens the window"
    for page in PAGES:
        window.go_to(page)
        if page == "library":
            window.library.step(1)
        if page == "compare":
            assert window.compare.case is not None
        settle(qapp)
        assert lacking(window) == [], page
        assert outside(window) == [], page
        assert sideways(window) == [], page
    for sheet in sheets(window):
        sheet.open()
        settle(qapp)
        assert lacking(sheet) == [], sheet.windowTitle()
        assert outside(sheet) == [], sheet.windowTitle()
        assert sheet.width() <= window.width()
        assert sheet.height() <= window.height()
        sheet.reject()
    window.close()


def test_lengths_follow_the_words():
    assert scale() == 1
    fonts.choose_size(150)
    assert px(20) == 30
    assert scaled("a { padding: 6px 9px; font-size: 9pt; margin: 0px }") == (
        "a { padding: 9px 14px; font-size: 13.50pt; margin: 0px }"
    )
    assert fonts.interface().pointSizeF() == pytest.approx(1.5 * 9.75)
    assert fonts.printed(9.5).pointSizeF() == pytest.approx(9.5), "a report has its own size"


def test_the_rail_keeps_its_icons_where_names_do_not_fit(qtbot, qapp, folder):
    fonts.choose_size(200)
    window = Window(Look("light"), Preferences(folder / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1280, 760)
    window.show()
    settle(qapp)
    folded = window.rail.width()
    window.resize(1280, 1300)
    settle(qapp)
    assert window.rail.width() > folded
    for button in window.rail.findChildren(RailButton):
        assert button.accessibleName()
        assert button.toolTip()
    window.close()


def test_what_fits_does_not_scroll_because_it_scrolled_before(qtbot, qapp):
    inner, words = QWidget(), QLabel("as many words as one line has")
    words.setWordWrap(True)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(words)
    area = Scrolled(inner)
    qtbot.addWidget(area)
    wide = words.fontMetrics().horizontalAdvance(words.text()) + 4
    one_line = words.heightForWidth(wide)
    assert words.heightForWidth(wide - area.verticalScrollBar().sizeHint().width()) > one_line
    area.resize(wide, one_line // 2)
    area.show()
    settle(qapp)
    assert area.verticalScrollBar().maximum() > 0
    area.resize(wide, one_line)
    settle(qapp)
    assert area.verticalScrollBar().maximum() == 0


def test_an_elided_label_tells_the_whole_by_its_tip(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("a long line of words that does not fit")
    label.resize(60, 20)
    label.show()
    label.grab()
    assert label.toolTip() == label.text()
