from dataclasses import replace

import pytest
from articles import claims_of, write_articles
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from factcheck.desktop.marks import Mark, marks_of
from factcheck.desktop.reader import EYE_LEVEL, ArticleReader
from factcheck.desktop.ruler import OverviewRuler
from factcheck.desktop.status import Status
from factcheck.desktop.theme import Look
from factcheck.model import Kind, PassageKind, Span
from factcheck.reading.files import read


@pytest.fixture
def documents(tmp_path):
    return {tag: read(path, language=tag) for tag, path in write_articles(tmp_path / "articles").items()}


@pytest.fixture
def reader(qtbot):
    reader = ArticleReader(Look("light"), lambda claim: f"said {claim.quantity.low}")
    qtbot.addWidget(reader)
    reader.resize(640, 520)
    reader.show()
    return reader


def marked(document, status=Status.CONFLICT):
    return [Mark(claim, status) for claim in claims_of(document)]


def colours_in(widget, box):
    image = widget.grab().toImage()
    ratio = image.devicePixelRatio()
    rows = range(int(box.top() * ratio), int(box.bottom() * ratio))
    columns = range(int(box.left() * ratio), int(box.right() * ratio))
    return [image.pixelColor(x, y) for y in rows for x in columns]


@pytest.mark.parametrize("tag", ["en", "fr", "fa", "vi"])
def test_a_figure_in_focus_is_filled_with_its_colour_and_can_be_read(reader, documents, tag):
    document = documents[tag]
    marks = marked(document)
    reader.show_document(document, marks)
    claim = marks[0].claim
    reader.set_focus(claim.span, document.passages[claim.passage].span, Status.CONFLICT)
    reader.align(claim.span)
    colours = Look("light").theme.status[Status.CONFLICT]
    found = colours_in(reader.viewport(), reader.ink(reader.boxes(claim.span)[0]))
    assert found.count(colours.colour) > len(found) * 0.3
    assert sum(colour.lightness() > 225 for colour in found) > 10, "the words on it are white"


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("tag", ["fr", "fa"])
def test_a_marked_figure_has_ground_and_underline(reader, documents, status, tag):
    document = documents[tag]
    marks = marked(document, status)
    reader.show_document(document, marks)
    reader.align(marks[0].claim.span)
    colours = Look("light").theme.status[status]
    for mark in marks:
        found = colours_in(reader.viewport(), reader.ink(reader.boxes(mark.claim.span)[0]))
        assert found.count(colours.soft) > len(found) * 0.3
        assert any(abs(c.hue() - colours.colour.hue()) < 12 and c.lightness() < 190 for c in found)


def test_a_figure_beside_the_article_is_marked_by_dots_alone(documents):
    document = documents["en"]
    claim = claims_of(document)[0]
    beside = [replace(p, kind=PassageKind.BOILERPLATE) for p in document.passages]
    for passages, status, faint in (
        (document.passages, Status.SINGLE, False),
        (beside, Status.SINGLE, True),
        (beside, Status.CONFLICT, False),
    ):
        shown = replace(document, passages=tuple(passages))
        assert marks_of(shown, [claim], {claim.id: status})[0].faint == faint
    assert marks_of(document, [replace(claim, kind=Kind.URL)], {claim.id: Status.SINGLE}) == []


def test_boxes_hold_the_figure_and_nothing_else(reader, documents):
    """The first figure's box begins where Qt puts the cursor, also beyond an emoji and from right to left."""
    for tag in ("en", "fa"):
        document = documents[tag]
        reader.show_document(document, marked(document))
        for claim in claims_of(document):
            box = reader.boxes(claim.span)[0]
            assert box.width() > 6
            at = reader.cursorForPosition(QPoint(round(box.center().x()), round(box.center().y()))).position()
            shown = reader._positions.to_code_point(at)
            assert claim.span.start <= shown <= claim.span.end


def test_the_text_is_the_documents_own(reader, documents, qapp):
    document = documents["fr"]
    reader.show_document(document, marked(document))
    reader.selectAll()
    assert reader.selected_text() == document.text
    reader.copy()
    assert qapp.clipboard().text() == document.text


def test_right_to_left_follows_the_article(reader, documents):
    reader.show_document(documents["fa"])
    assert reader.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert reader.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
    reader.show_document(documents["vi"])
    assert reader.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_click_chooses_a_figure_and_its_tip_says_what_it_means(reader, documents, qtbot):
    document = documents["en"]
    marks = marked(document)
    reader.show_document(document, marks)
    reader.reveal(marks[0].claim.span)
    point = reader.boxes(marks[0].claim.span)[0].center().toPoint()
    assert reader.mark_at(point) == marks[0]
    assert reader.mark_at(QPoint(3, 3)) is None
    with qtbot.waitSignal(reader.figure_chosen) as chosen:
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert chosen.args == [marks[0].claim]


def test_a_sentence_is_brought_to_eye_level_wherever_it_stands(reader, documents):
    document = documents["fr"]
    reader.show_document(document)
    for span in (Span(0, 5), claims_of(document)[1].span, Span(len(document.text) - 9, len(document.text) - 2)):
        reader.align(span)
        assert abs(reader.boxes(span)[0].top() - EYE_LEVEL * reader.viewport().height()) <= 2
    reader.resize(500, 700)
    assert abs(reader.boxes(span)[0].top() - EYE_LEVEL * reader.viewport().height()) <= 2


def test_hits_are_marked_and_shown(reader, documents):
    document = documents["en"]
    reader.show_document(document)
    at = document.text.index("households")
    reader.set_hits([Span(at, at + 10)], 0)
    assert Look("light").theme.hit in colours_in(reader.viewport(), reader.boxes(Span(at, at + 10))[0])


def test_zoom_makes_lines_taller(reader, documents):
    reader.show_document(documents["fa"])
    before = reader.boxes(Span(0, 4))[0].height()
    reader.set_zoom(200)
    assert reader.boxes(Span(0, 4))[0].height() > before * 1.7


def test_the_ruler_shows_where_figures_stand(reader, documents, qtbot):
    document = documents["en"]
    reader.show_document(document, marked(document))
    ruler = OverviewRuler(Look("light"), reader)
    qtbot.addWidget(ruler)
    ruler.resize(16, 520)
    ruler.show()
    places = ruler.places()
    assert [mark for _, mark in places] == list(reader.marks)
    assert 0 < places[0][0] < 1
    with qtbot.waitSignal(ruler.wanted) as wanted:
        qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(8, round(places[0][0] * 520)))
    assert wanted.args[0] in reader.marks
    assert QColor("#cc4400") in colours_in(ruler, ruler.rect().toRectF())


def test_nothing_shown_is_no_trouble(reader):
    reader.show_document(None)
    reader.grab()
    assert reader.selected_text() == ""
