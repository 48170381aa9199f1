"""Drawings as files, digits that part, and what is not the article folded away."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from factcheck.desktop import picture_saving
from factcheck.desktop.digits import apart
from factcheck.desktop.dots import DotStrip, Row
from factcheck.desktop.status import Status
from factcheck.errors import ExportError
from factcheck.model import Span


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        ("4.12 %", "4.21 %", [2, 3], [2, 3]),
        ("4.12%", "۴٫۲۱ درصد", [2, 3], [2, 3]),
        ("52.4 billion", "524 billion", [], []),
        ("180", "108", [1, 2], [1, 2]),
        ("1,200", "12,000", [], [5]),
        ("a dozen", "12", [], []),
        ("281", "281", [], []),
    ],
)
def test_digits_that_part(one, other, ours, theirs):
    assert apart(one, other) == (ours, theirs)
    assert apart(other, one) == (theirs, ours)


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_the_dot_strip_and_the_matrix_are_saved(window, tmp_path, ending):
    window.go_to("discrepancies")
    page = window.discrepancies
    for name, widget, draw in (
        ("dots", page.preview.dots, page.preview.dots._draw),
        ("matrix", page.matrix, page.matrix._paint),
    ):
        file = tmp_path / f"{name}.{ending}"
        picture_saving.save(widget, draw, window.look.theme.surface, file)
        image = QImage(str(file))
        assert not image.isNull()
        colours = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
        }
        assert len(colours) > 8
        assert widget.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
        assert [action.text() for action in widget.actions()] == ["Save the picture…"]


@pytest.mark.parametrize(("width", "named"), [(360, False), (700, True)])
def test_values_are_told_whole_before_sources_are_named(window, qtbot, tmp_path, width, named):
    strip = DotStrip(window.look)
    qtbot.addWidget(strip)
    strip.resize(width, 120)
    strip.show_rows(
        [
            Row("English", "daibieunhandan.vn", "more than 524 billion VND", 524e9, None, Status.CONFLICT, strong=True),
            Row("Arabic", "daibieunhandan.vn", "52.4 billion VND", 52.4e9, 52.4e9, Status.CONFLICT, strong=False),
        ]
    )
    file = tmp_path / "dots.svg"
    picture_saving.save(strip, strip._draw, window.look.theme.surface, file)
    drawn = "".join(re.findall(r"<text[^>]*>([^<]*)", file.read_text("utf-8")))
    assert "more than 524 billion VND" in drawn
    assert ("daibieunhandan.vn" in drawn) == named
    assert "…" not in drawn


def test_a_picture_that_cannot_be_written_is_told(window, tmp_path):
    page = window.discrepancies
    with pytest.raises(ExportError, match="Choose another place"):
        picture_saving.save(page.matrix, page.matrix._paint, window.look.theme.surface, tmp_path / "no" / "where.png")


def test_what_is_not_the_article_is_folded_and_shown_again(window):
    reader = window.library.reader
    title = reader.document_shown.passages[0].span
    reader._highlights.aside = [title]

    def lines():
        block, found = reader.document().firstBlock(), []
        while block.isValid():
            found.append(block.isVisible())
            block = block.next()
        return found

    assert all(lines())
    window.actions_["fold"].trigger()
    assert lines()[0] is False
    assert all(lines()[1:])
    assert reader.boxes(Span(title.end + 200, title.end + 220))
    window.actions_["fold"].trigger()
    assert all(lines())


def test_digits_that_part_are_underlined_in_compare(window):
    case = window.dossier.cases()[0]
    window.show_finding(case.finding)
    heads = [pane.head for pane in window.compare.panes]
    assert all(head._apart for head in heads)
    assert not any(head.grab().isNull() for head in heads)
