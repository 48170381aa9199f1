"""The list of articles: a model over the dossier's library, and the delegate that draws a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.desktop import fonts, numbers
from factcheck.desktop.chips import chip_width, paint_chip
from factcheck.desktop.isolates import is_right_to_left
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name
from factcheck.desktop.positions import Positions
from factcheck.desktop.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.desktop.theme import Look
    from factcheck.dossier.library import Library, LibraryRow
    from factcheck.search.snippets import Snippet

ROW_HEIGHT = 76  # as designed
FOUND_HEIGHT, SNIPPET_LINES = 116, 2  # of a row that shows why it was found
ROW = Qt.ItemDataRole.UserRole
SNIPPET = ROW + 1
_Index = QModelIndex | QPersistentModelIndex


class ArticleList(QStringListModel):
    """All articles, or those that a search found, best first.

    Its rows are counted in C++: a list view asks for their number with every row that it lays out.
    """

    more_wanted = Signal(object)  # int, the number of articles that are listed already

    def __init__(self) -> None:
        super().__init__()
        self._total_found = 0
        self._snippets: dict[str, tuple[str, Snippet]] = {}
        self._library: Library | None = None
        self._found: list[str] | None = None
        self._places: list[int] = []  # in the library, of what was found

    def set_rows(self, library: Library | None) -> None:
        """Show another library, or no articles; a search stays in force."""
        self._library = library
        self._choose()

    def show_found(
        self,
        documents: Sequence[str] | None,
        total: int = 0,
        snippets: Mapping[str, tuple[str, Snippet]] | None = None,
    ) -> None:
        """Show the articles of these ids, in this order, with why they were found; None shows all.

        Where more than these were found in all, `more_wanted` is told when the list is scrolled to its end.
        """
        self._found = None if documents is None else list(documents)
        self._total_found, self._snippets = total, dict(snippets or {})
        self._choose()

    def add_found(self, documents: Sequence[str], snippets: Mapping[str, tuple[str, Snippet]]) -> None:
        """Show further articles that the same search found."""
        new = self._places_of(documents)
        if self._found is None or not new:
            self._total_found = 0
            return
        before = len(self._places)
        self._found += documents
        self._places += new
        self._snippets.update(snippets)
        self.insertRows(before, len(new))

    def canFetchMore(self, parent: _Index) -> bool:
        """Return whether the search found more than is listed."""
        return not parent.isValid() and self._found is not None and len(self._found) < self._total_found

    def fetchMore(self, parent: _Index) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent):
            assert self._found is not None
            self.more_wanted.emit(len(self._found))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that a row can be chosen, and not written over."""
        chosen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return chosen if index.isValid() else Qt.ItemFlag.NoItemFlags

    @property
    def shows_why(self) -> bool:
        """Return whether rows show why they were found."""
        return bool(self._snippets)

    def _choose(self) -> None:
        self._places = self._places_of(self._found or ())
        self.setStringList([""] * (self.total if self._found is None else len(self._places)))

    def _places_of(self, documents: Iterable[str]) -> list[int]:
        library = self._library
        return [place for name in documents if library is not None and (place := library.place(name)) is not None]

    @property
    def total(self) -> int:
        """Return how many articles there are, shown or not."""
        return len(self._library) if self._library is not None else 0

    def row_of(self, document: str) -> int:
        """Return the row that shows an article, -1 where none does."""
        place = self._library.place(document) if self._library is not None else None
        if place is None:
            return -1
        return place if self._found is None else self._places.index(place) if place in self._places else -1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the words for a screen reader, or the row itself (`ROW`)."""
        if not index.isValid() or self._library is None:
            return None
        row = self._library[index.row() if self._found is None else self._places[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title or row.path
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([row.title or row.path, *self._found_as(row)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([row.title or row.path, *(text for text, _ in facts(row)), *self._found_as(row)])
        if role == SNIPPET:
            return self._snippets.get(row.document)
        return row if role == ROW else None

    def _found_as(self, row: LibraryRow) -> list[str]:
        """Return what stands in an article in place of the words asked for, and why it was taken for the same."""
        found = self._snippets.get(row.document)
        how = {
            "translation": self.tr("a translation"),
            "form": self.tr("another form of the word"),
            "name": self.tr("a name in another script"),
            "learned": self.tr("learned from the articles"),
        }
        return [f"{said}: {how[way]}" for said, way in found[1].found_as.items()] if found else []


def facts(row: LibraryRow) -> list[tuple[str, Status | None]]:
    """Return the chips of an article: language, figures, and how many of these differ or are to be checked."""
    figures = QCoreApplication.translate("ArticleList", "%n figure(s)", "", row.figures)
    found: list[tuple[str, Status | None]] = [(language_name(row.language), None), (figures, None)]
    for status, count in ((Status.CONFLICT, row.differ), (Status.CHECK, row.check), (Status.AGREE, row.agree)):
        if count:
            found.append((numbers.count(count), status))
    return found


class ArticleRow(QStyledItemDelegate):
    """Draws title and chips of an article, each title in its own direction."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the same for all rows."""
        del option
        model = index.model()
        return QSize(240, px(FOUND_HEIGHT if isinstance(model, ArticleList) and model.shows_why else ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row: LibraryRow | None = index.data(ROW)
        if row is None:
            return
        theme = self._look.theme
        state = option.state
        area = QRectF(option.rect).adjusted(6, 2, -6, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            ring = bool(state & QStyle.StateFlag.State_HasFocus) and selected
            painter.setPen(QPen(theme.accent, 1.6) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft if selected else theme.surface)
            painter.drawRoundedRect(area, 9, 9)
        self._paint_title(painter, row, area)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = area.left() + 12
        for text, status in facts(row):
            colours = theme.status[status or Status.SINGLE]
            width = chip_width(text, status or "", bold=status is not None)
            if left + width > area.right() - 8:
                break
            at = area.left() + area.right() - left - width if mirrored else left
            ground = theme.surface if selected and status is None else colours.soft
            paint_chip(painter, at, area.top() + px(38), text, (ground, colours.text), status or "")
            left += width + 5
        if found := index.data(SNIPPET):
            self._paint_snippet(painter, row, area, *found)
        painter.restore()

    def _paint_title(self, painter: QPainter, row: LibraryRow, area: QRectF) -> None:
        right = is_right_to_left(row.language)
        font = fonts.reading(row.language, 10, bold=True)
        painter.setFont(font)
        painter.setPen(self._look.theme.text)
        box = area.adjusted(12, 6, -12, 0)
        box.setHeight(px(28))
        title = " ".join((row.title or row.path).split())
        text = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, box.width())
        form = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        form.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        form.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.drawText(box, text, form)

    def _paint_snippet(self, painter: QPainter, row: LibraryRow, area: QRectF, text: str, shown: Snippet) -> None:
        """Draw the sentence that shows why an article was found.

        Matches stand on a ground of their own; those in place of the words asked for are underlined with dashes.
        """
        theme, elsewhere = self._look.theme, {one.span for one in shown.elsewhere}
        at = Positions(text)
        layout = QTextLayout(text.replace("\r\n", " ").replace("\n", " "), fonts.reading(row.language, 9))
        formats = []
        for span in shown.marks:
            part = QTextLayout.FormatRange()
            part.start = at.to_qt(span.start - shown.span.start)
            part.length = at.to_qt(span.end - shown.span.start) - part.start
            if span in elsewhere:
                part.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
                part.format.setUnderlineColor(theme.accent)
            else:
                part.format.setBackground(theme.hit)
            formats.append(part)
        layout.setFormats(formats)
        form = QTextOption()
        right = is_right_to_left(row.language)
        form.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(form)
        box = area.adjusted(12, px(66), -12, 0)
        layout.beginLayout()
        for number in range(SNIPPET_LINES):  # as far apart in all scripts: the room that Arabic fonts ask for is empty
            line = layout.createLine()
            if line.isValid():
                line.setLineWidth(box.width())
                line.setPosition(QPointF(0, px(13 + 18 * number) - line.ascent()))
        layout.endLayout()
        painter.setPen(theme.text)
        layout.draw(painter, box.topLeft())
