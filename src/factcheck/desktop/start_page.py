"""Start: where to begin; recent dossiers, a place to drop articles, the sample, and what never happens."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from factcheck.desktop import fonts, icons
from factcheck.desktop.buttons import ActionButton
from factcheck.desktop.flow import Flow
from factcheck.desktop.isolates import isolate
from factcheck.desktop.measures import px
from factcheck.desktop.numbers import day
from factcheck.desktop.translation import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent

    from factcheck.desktop.actions import Actions
    from factcheck.desktop.theme import Look

NARROW = 820  # width below which its two parts stand one below the other, as designed


class DropZone(QFrame):
    """Takes files and folders."""

    dropped = Signal(object)  # list of str

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("dropzone")
        self.setAcceptDrops(True)
        self._look = look
        self._picture = QLabel()
        title, words = QLabel(self.tr("Drop articles here")), QLabel()
        title.setObjectName("title")
        words.setObjectName("muted")
        words.setText(
            self.tr(
                "Text, Word, PDF, web pages, mails, or a whole folder, in any language.\nNothing leaves this computer."
            )
        )
        buttons = Flow(10, centred=True)
        self.add_files = ActionButton(actions["add_files"], style="primary")
        self.add_folder = ActionButton(actions["add_folder"])
        buttons.addWidget(self.add_files)
        buttons.addWidget(self.add_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 30, 30, 34)
        column.setSpacing(10)
        column.addStretch()
        for label in (self._picture, title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._picture)
            column.addWidget(label)
        column.addSpacing(14)
        column.addLayout(buttons)
        column.addStretch()
        look.changed.connect(self._draw)
        self._draw()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files can be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held over it any more."""
        super().dragLeaveEvent(event)
        self._over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        self._over(over=False)
        paths = local_paths(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _over(self, *, over: bool) -> None:
        self.setProperty("over", over)
        self.style().polish(self)

    def _draw(self) -> None:
        self._picture.setPixmap(icons.picture("drop", self._look.theme.accent, 60))
        self.add_files.setIcon(icons.icon("add", self._look.theme.accent_text))


def local_paths(event: QDropEvent) -> list[str]:
    """Return the files and folders of this computer that are dropped."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


class RecentDossier(QPushButton):
    """A dossier opened before: its name, its folder, when."""

    def __init__(self, look: Look, path: Path) -> None:
        super().__init__()
        self._look, self._path = look, path
        self.setObjectName("recent")
        self.setAccessibleName(self.tr("Open {0}").format(name_of(path)))
        self.setToolTip(str(path))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of two lines."""
        return QSize(px(240), px(58))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, then both lines."""
        super().paintEvent(event)
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            right = self.isRightToLeft()
            size = px(24)
            edge = self.width() - 18 - size if right else 14
            icons.paint(painter, "folder", QRectF(edge, (self.height() - size) / 2, size, size), theme.accent)
            area = QRectF(14 if right else size + 26, px(8), self.width() - size - 40, px(22))
            side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
            painter.setPen(theme.text)
            painter.setFont(fonts.interface(9.75, bold=True))
            painter.drawText(area, side, name_of(self._path))
            painter.setPen(theme.muted)
            painter.setFont(fonts.interface(8.5))
            where = str(self._path.parent).replace(str(Path.home()), "~")
            told = f"{_when(self._path)}  ·  {isolate(where, ENGLISH)}"
            told = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideMiddle, int(area.width()))
            painter.drawText(area.translated(0, px(21)), side, told)


def name_of(dossier: Path) -> str:
    """Return a dossier's name: its folder's, without the ending."""
    return dossier.name.removesuffix(".factcheck")


def _when(path: Path) -> str:
    kept = path / "dossier.sqlite3"
    try:
        return day(f"{datetime.fromtimestamp(kept.stat().st_mtime).astimezone():%Y-%m-%d %H:%M}")
    except OSError:
        return "–"


class StartPage(QWidget):
    """Asks to open a dossier, and to read what is dropped."""

    dropped = Signal(object)  # list of str
    dossier_wanted = Signal(object)  # Path

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look = look
        self.drop_zone = DropZone(look, actions)
        self.drop_zone.dropped.connect(self.dropped)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(8)
        self._none = QLabel(self.tr("Dossiers that you open are listed here."))
        self._none.setObjectName("muted")
        self._none.setWordWrap(True)
        self._promises: list[tuple[str, QLabel]] = []
        title, under = QLabel(self.tr("Which figures contradict each other?")), QLabel()
        title.setObjectName("title")
        under.setText(self.tr("Give factcheck the articles of a story. It reads every figure, in every language."))
        under.setObjectName("muted")
        for label in (title, under):
            label.setWordWrap(True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(22)
        self._row.addWidget(self.drop_zone, 3)
        self._row.addWidget(self._side(actions), 2)
        inner = QWidget()
        inner.setMaximumWidth(px(1120))
        column = QVBoxLayout(inner)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(under)
        column.addSpacing(14)
        column.addLayout(self._row, 8)
        column.addSpacing(16)
        column.addLayout(self._promise_row())
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner, 12)
        outer.addStretch(1)
        look.changed.connect(self._draw)
        self._draw()

    def show_recent(self, dossiers: Sequence[Path]) -> None:
        """List the dossiers opened before."""
        while item := self._recent.takeAt(0):
            if (widget := item.widget()) and widget is not self._none:
                widget.hide()
                widget.deleteLater()
        for path in dossiers[:5]:
            button = RecentDossier(self._look, path)
            button.clicked.connect(lambda _=False, path=path: self.dossier_wanted.emit(path))
            self._recent.addWidget(button)
        self._none.setVisible(not dossiers)
        if not dossiers:
            self._recent.addWidget(self._none)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the recent dossiers below the drop zone where there is no room beside it."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction.TopToBottom if self.width() < px(NARROW) else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    def _side(self, actions: Actions) -> QWidget:
        side = QFrame()
        side.setObjectName("card")
        column = QVBoxLayout(side)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        head = QLabel(self.tr("Recent dossiers"))
        head.setObjectName("section")
        column.addWidget(head)
        column.addLayout(self._recent)
        column.addStretch()
        buttons = Flow()
        buttons.addWidget(ActionButton(actions["new"]))
        buttons.addWidget(ActionButton(actions["open"]))
        column.addLayout(buttons)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        column.addSpacing(4)
        column.addWidget(rule)
        column.addSpacing(4)
        new_here = QLabel(self.tr("New here?"))
        new_here.setObjectName("section")
        words = QLabel(
            self.tr("The sample: fourteen short articles in six languages, some with deliberate errors. One minute.")
        )
        words.setObjectName("muted")
        words.setWordWrap(True)
        self.sample = ActionButton(actions["sample"])
        column.addWidget(new_here)
        column.addWidget(words)
        column.addWidget(self.sample)
        return side

    def _promise_row(self) -> Flow:
        row = Flow(26)
        for icon, words in (
            ("offline", self.tr("Nothing leaves this computer")),
            ("library", self.tr("Your files are never changed")),
            ("confirm", self.tr("You decide; every decision can be undone")),
        ):
            picture, label = QLabel(), QLabel(words)
            picture.setFixedWidth(px(22))
            label.setObjectName("muted")
            self._promises.append((icon, picture))
            part = QHBoxLayout()
            part.setSpacing(8)
            part.addWidget(picture)
            part.addWidget(label)
            row.addLayout(part)
        return row

    def _draw(self) -> None:
        theme = self._look.theme
        for icon, label in self._promises:
            label.setPixmap(icons.picture(icon, theme.muted, 18))
