"""The window's dialogs; all are opened, none blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck import __version__
from factcheck.desktop.actions import DEEDS, MENUS, shown_keys, translated
from factcheck.desktop.geometry import leading
from factcheck.desktop.isolates import isolate
from factcheck.desktop.measures import px
from factcheck.desktop.messages import told
from factcheck.desktop.scrolling import Scrolled
from factcheck.desktop.translation import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from factcheck.model import Skipped

ROOM = 0.94  # of its window that a dialog takes at most


class Sheet(QDialog):
    """A dialog with a heading, something to read or to fill in, and buttons; it scrolls where it does not fit."""

    def __init__(self, parent: QWidget, title: str, words: str = "", size: tuple[int, int] = (0, 0)) -> None:
        """`size` is the least one wanted, as designed."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._wanted = size
        inner = QWidget()
        inner.setObjectName("scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(22, 18, 22, 8)
        self.body.setSpacing(10)
        self.head = QLabel(title)
        self.head.setObjectName("title")
        self.head.setAlignment(leading())
        self.head.setWordWrap(True)
        self.body.addWidget(self.head)
        if words:
            under = QLabel(words)
            under.setObjectName("muted")
            under.setAlignment(leading())
            under.setWordWrap(True)
            self.body.addWidget(under)
        self._room, self._inner = parent.window(), inner
        scroll = Scrolled(inner)
        scroll.setAccessibleName(title)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(22, 6, 22, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(self.foot)

    def end(self, buttons: QDialogButtonBox | None = None) -> None:
        """Add the buttons, or the one that closes."""
        if buttons is None:
            buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
            buttons.buttons()[0].setAccessibleName(self.tr("Close"))
            buttons.rejected.connect(self.reject)
        self.foot.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is needed, as far as the window allows: what is shown has its fonts now."""
        if not event.spontaneous():
            self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        wanted = QSize(px(self._wanted[0]), px(self._wanted[1])).expandedTo(self.minimumSizeHint())
        inner = self._inner
        inner.ensurePolished()
        room = self._room.size() * ROOM
        wide = min(max(wanted.width(), inner.minimumSizeHint().width() + px(14)), room.width())
        high = inner.heightForWidth(wide) if inner.hasHeightForWidth() else inner.sizeHint().height()
        foot = self.foot.sizeHint().height() + 4
        self.resize(QSize(wide, max(wanted.height(), high + foot)).boundedTo(room))


class ShortcutList(Sheet):
    """All keys, made from the table of actions."""

    def __init__(self, parent: QWidget) -> None:
        words = self.tr("Single letters rest while you write in a field.")
        super().__init__(parent, self.tr("Shortcuts"), words, (1020, 640))
        columns = QHBoxLayout()
        columns.setSpacing(34)
        for names in (("file", "edit"), ("view", "go"), ("review", "help")):
            column = QVBoxLayout()
            column.setSpacing(8)
            for name in names:
                self._add_menu(column, name)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.body.addLayout(columns, 1)
        self.end()

    def _add_menu(self, column: QVBoxLayout, menu: str) -> None:
        head = QLabel(translated(MENUS[menu]).replace("&", ""))
        head.setObjectName("section")
        column.addWidget(head)
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        for row, deed in enumerate(deed for deed in DEEDS if deed.menu == menu and deed.possible):
            words = QLabel(translated(deed.text).replace("&", "").rstrip("…"))
            words.setWordWrap(True)
            words.setAlignment(leading())
            grid.addWidget(words, row, 0)
            key = QLabel("  ".join(shown_keys(deed)))
            key.setObjectName("kbd")
            grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(grid)
        column.addSpacing(12)


class SkippedList(Sheet):
    """The files that were not read, and why."""

    def __init__(self, parent: QWidget, skipped: Sequence[Skipped]) -> None:
        words = self.tr("%n file(s) could not be read; all others were.", "", len(skipped))
        words = words if skipped else self.tr("No file was skipped.")
        super().__init__(parent, self.tr("Skipped files"), words, (900, 440))
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Skipped files"))
        self.list.setHeaderLabels([self.tr("File"), self.tr("Why, and what can be done")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.list.header().resizeSection(0, px(280))
        for each in skipped:
            item = QTreeWidgetItem([isolate(each.path, ENGLISH), told(each.reason)])
            item.setSizeHint(0, QSize(0, px(32)))
            item.setToolTip(0, each.path)
            item.setToolTip(1, told(each.reason))
            self.list.addTopLevelItem(item)
        self.body.addWidget(self.list, 1)
        self.end()


class WorkerLog(Sheet):
    """What the worker said before it stopped."""

    def __init__(self, parent: QWidget, lines: Sequence[str]) -> None:
        super().__init__(parent, self.tr("What the reader reported"), size=(760, 420))
        text = QPlainTextEdit("\n".join(lines))
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Log"))
        self.body.addWidget(text, 1)
        self.end()


class About(Sheet):
    """Version and licence."""

    def __init__(self, parent: QWidget) -> None:
        words = self.tr("Finds figures that contradict each other across languages. Version {0}.").format(__version__)
        super().__init__(parent, self.tr("factcheck"), words, (580, 290))
        text = QLabel(
            self.tr(
                "Works without a network: no article, figure or query leaves this computer.\n\n"
                "Licence: Apache 2.0. Fonts: Noto Sans and Noto Sans Arabic, SIL Open Font License 1.1. "
                "Built with Qt and PySide6 (LGPL 3), CLDR through Babel, and Whoosh."
            )
        )
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(text, 1)
        self.end()
