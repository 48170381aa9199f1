"""The export page: choices, copying, a colleague's reviews, and the PDF that Qt writes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from factcheck.desktop.copying import copied
from factcheck.desktop.export_choices import Lot
from factcheck.desktop.pdf_outline import Bookmark, add_outline
from factcheck.desktop.pdf_report import write as pdf
from factcheck.desktop.quotation import Citation, cite, quotation
from factcheck.errors import ExportError
from factcheck.export.batch import Batch, Options, Paged
from factcheck.export.formats import write
from factcheck.export.named import FORMATS
from factcheck.model import Case, Relation, Skipped, Verdict
from factcheck.reading.files import read
from samples import article, pair, review

PERSIAN, FRENCH, DIFFERING = pair()
CASE = Case(DIFFERING, PERSIAN, FRENCH, review(DIFFERING, Verdict.CONFIRMED, "Called.\nگفتند ۴٫۲۱ درصد است."))


@pytest.fixture
def page(window):
    window.go_to("export")
    return window.export


def choose(page, lot):
    page.choices.lot.setCurrentIndex(page.choices.lot.findData(lot))


# ---- choices


def test_findings_are_counted_with_the_cases_they_make(page, window):
    dossier = window.dossier
    findings = [case.finding for case in dossier.cases()]
    lead, other, *rest = [finding for finding in findings if finding.relation is Relation.DIFFER]
    dossier.replace_findings([replace(each, under=lead.id) if each == other else each for each in findings])
    window.show_dossier()
    assert len(rest) == 1
    assert page.relations[Relation.DIFFER].text() == "Conflict  (3 · 2 cases)"
    check = sum(finding.relation is Relation.CHECK for finding in findings)
    assert page.relations[Relation.CHECK].text() == f"Check  ({check})"


def test_a_lot_is_what_its_words_say(page, window):
    dossier = window.dossier
    choose(page, Lot.CONFIRMED)
    assert page.order.selection.verdicts == {Verdict.CONFIRMED}
    assert not page.relations[next(iter(page.relations))].isEnabled()
    choose(page, Lot.FILTERED)
    shown = window.discrepancies.model.selection
    assert page.order.selection == replace(shown, leads=False)  # with all the sources of each case
    window.discrepancies.select_row(1)
    choose(page, Lot.MARKED)
    assert page.order.marked == (window.discrepancies.current.finding.id,)
    assert dossier.count(page.order.selection) > 1


def test_the_marked_row_alone_is_written(page, window, tmp_path):
    window.discrepancies.select_row(0)
    choose(page, Lot.MARKED)
    page.formats["jsonl"].setChecked(True)
    page.skipped.setChecked(False)
    assert window.saving.save(page.order, tmp_path / "out")
    assert (tmp_path / "out").read_text("utf-8").count('"record": "finding"') == 1
    assert "1 finding written" in page.notice.text


def test_several_rows_can_be_marked(page, window):
    window.discrepancies.select_row(0)
    model = window.discrepancies.table.selectionModel()
    more = model.SelectionFlag.Select | model.SelectionFlag.Rows
    model.select(window.discrepancies.model.index(1, 0), more)
    choose(page, Lot.MARKED)
    assert page.order.marked == tuple(window.discrepancies.model.case(row).finding.id for row in (0, 1))


def test_how_sources_are_named_is_remembered_and_used(page, window):
    page.choices.citation.setCurrentIndex(page.choices.citation.findData(Citation.APA))
    assert window.preferences.citation == "apa"
    window.saving.copy(page.order)
    assert "(n.d.)" in QGuiApplication.clipboard().text(), "the articles have no day"


def test_what_a_format_does_not_know_cannot_be_chosen(page):
    choices = page.choices
    page.formats["csv"].setChecked(True)
    assert not choices.logo.isEnabled()
    assert not choices.author.isEnabled()
    page.formats["claimreview"].setChecked(True)
    assert choices.author.isEnabled()
    page.formats["xlsx"].setChecked(True)
    assert choices.right_to_left.isEnabled()
    choices.right_to_left.setChecked(True)
    choices.heading.setText("  Poverty ")
    choices.notes.setChecked(False)
    options = page.order.options
    assert (options.right_to_left, options.heading, options.notes, options.texts) == (True, "Poverty", False, True)


def test_every_format_has_a_preview(page, window):
    for form, button in page.formats.items():
        button.setChecked(True)
        window.saving.preview(page.order)
        shown = page._report.toPlainText() if form in {"html", "pdf", "docx"} else page._text.toPlainText()
        assert "4" in shown, form
    assert page.notice.isHidden()


def test_a_logo_that_is_none_is_said(page, window, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"no picture")
    page.choices._show_logo(tmp_path / "logo.png")
    assert not window.saving.save(page.order, tmp_path / "out")
    assert "must be a PNG" in page.notice.text
    page.choices._show_logo(None)
    assert window.saving.save(page.order, tmp_path / "out")


def test_cancelled_nothing_is_written(page, window, tmp_path, monkeypatch):
    monkeypatch.setattr("factcheck.desktop.saving.QProgressDialog.wasCanceled", lambda _: True)
    assert not window.saving.save(page.order, tmp_path / "out")
    assert "Nothing was written" in page.notice.text
    assert not (tmp_path / "out").exists()


# ---- copying


def test_findings_are_copied_as_rich_and_as_plain_text(page):
    page.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasHtml()
    assert "Conflict" in data.text()
    assert "findings copied" in page.notice.text


def test_a_copied_finding_is_the_articles_text_to_the_letter():
    data = copied([CASE], Options(language="fr"))
    assert "“نرخ فقر استان در سال ۲۰۲۳ به ۴٫۲۱ درصد رسید.”" in data.text()
    assert data.text().startswith("Contradiction: ")
    assert '<blockquote dir="rtl" lang="fa">' in data.html()
    assert ">۴٫۲۱ درصد</b>" in data.html()
    assert "Called." not in copied([CASE], Options(notes=False)).text()
    odd = replace(CASE, b=replace(FRENCH, title="<script>"))
    assert "<script>" not in copied([odd]).html()
    for text in (data.text(), data.html()):
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)


CITATIONS = [
    (Citation.NOTE, "Recul de la pauvreté, https://news.example/fr/poverty, 2023-11-20"),
    (Citation.ATTRIBUTION, "news.example, Nov 20, 2023"),
    (Citation.CHICAGO, "“Recul de la pauvreté,” news.example, November 20, 2023, https://news.example/fr/poverty."),
    (Citation.APA, "Recul de la pauvreté. (2023, November 20). news.example. https://news.example/fr/poverty"),
]


@pytest.mark.parametrize(("citation", "text"), CITATIONS)
def test_a_source_is_named_as_journalists_do(citation, text):
    assert cite(FRENCH, citation) == text
    assert quotation(FRENCH, DIFFERING.match.b, citation).endswith(f"2023.”\n{text}")


SIGNED = [
    (Citation.NOTE, "Linh Tran, Recul de la pauvreté, https://news.example/fr/poverty, 2023-11-20"),
    (Citation.ATTRIBUTION, "Le Matin, Nov 20, 2023"),
    (
        Citation.CHICAGO,
        "Linh Tran, “Recul de la pauvreté,” Le Matin, November 20, 2023, https://news.example/fr/poverty.",
    ),
    (
        Citation.APA,
        "Linh Tran. (2023, November 20). Recul de la pauvreté. Le Matin. https://news.example/fr/poverty",
    ),
]


@pytest.mark.parametrize(("citation", "text"), SIGNED)
def test_author_and_outlet_are_named_where_they_are_known(citation, text):
    assert cite(replace(FRENCH, author="Linh  Tran", outlet="Le Matin"), citation) == text


def test_a_source_without_day_and_address_is_named_by_its_file_alone():
    bare = replace(FRENCH, url=None, published=None)
    for citation in Citation:
        assert "/home/editor" not in cite(bare, citation)
        assert Path(FRENCH.path).name in cite(bare, citation)


# ---- a colleague's reviews


def test_reviews_are_taken_in_after_a_look(page, window, tmp_path):
    case = window.dossier.cases(limit=1)[0]
    theirs = replace(case, review=review(case.finding, Verdict.CONFIRMED, "from a colleague"))
    write(Batch([theirs]), "json", tmp_path / "theirs.json")
    preview = window.saving.taking_in.show(tmp_path / "theirs.json")
    assert preview.list.topLevelItemCount() == 1
    assert window.dossier.case(case.finding.id).review is None
    preview.accept()
    assert window.dossier.case(case.finding.id).review == theirs.review
    assert "1 review taken in" in page.notice.text
    again = window.saving.taking_in.show(tmp_path / "theirs.json")
    assert again.list.topLevelItemCount() == 0
    again.reject()


def test_a_file_that_holds_no_reviews_is_refused(page, window, tmp_path):
    (tmp_path / "odd.json").write_text("{}", "utf-8")
    assert window.saving.taking_in.show(tmp_path / "odd.json") is None
    assert "not an export" in page.notice.text


# ---- PDF


def pdf_of(tmp_path, cases, **options):
    path = tmp_path / "out.pdf"
    skipped = [Skipped("/home/editor/articles/scan.pdf", "It holds no text.")]
    articles = [(article("fa", "در ماده ۱۲"), ())]
    assert write(Batch(cases, skipped, articles, Options(**options)), "pdf", path, writer=pdf)
    return path.read_bytes()


def titles(data):
    found = re.findall(rb"/Title <([0-9a-f]+)>\n/Parent", data)
    return [bytes.fromhex(one.decode()).decode("utf-16") for one in found]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_pdf_has_a_bookmark_for_each_finding(tmp_path, language):
    data = pdf_of(tmp_path, [CASE, CASE], language=language)
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert len(titles(data)) == 4
    assert titles(data)[0].startswith("۱. " if language == "fa" else "1. ")
    assert f"/Lang ({language})".encode() in data
    places = [int(one) for one in re.findall(rb"^(\d{10}) 00000 n", data[data.rindex(b"\nxref") :], re.MULTILINE)]
    assert all(re.match(rb"\d+ 0 obj", data[place:]) for place in places)


def test_a_long_note_goes_on_on_further_pages(tmp_path):
    long = replace(CASE, review=review(DIFFERING, note="A long note. " * 3000))
    data = pdf_of(tmp_path, [long, CASE])
    assert data.count(b"/Type /Page\n") > 3
    assert len(titles(data)) == 4


def test_many_findings_take_pages_one_at_a_time(tmp_path):
    data = pdf_of(tmp_path, Paged(30, lambda _at, most: [CASE] * most))
    assert data.count(b"/Type /Page\n") >= 10
    assert len(titles(data)) == 32


def test_a_report_as_pdf_can_be_read_back(tmp_path):
    heading, *_ = titles(pdf_of(tmp_path, [CASE]))
    text = read(tmp_path / "out.pdf").text
    for said in ("Figures compared across languages", heading, FRENCH.title):
        assert said in text


def test_what_is_no_pdf_of_qt_gets_no_bookmarks(tmp_path):
    (tmp_path / "odd.pdf").write_bytes(b"%PDF-1.4 odd")
    with pytest.raises(ExportError, match="bookmarks"):
        add_outline(tmp_path / "odd.pdf", [Bookmark("x", 0, 0)], "en")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device on which every disk is full is Linux's")
def test_a_pdf_that_the_disk_does_not_take_says_so(monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"")
    with pytest.raises(OSError, match="No space left"):
        add_outline(Path("/dev/full"), [], "en")


def test_every_format_is_offered(page):
    assert [*page.formats] == [*FORMATS]
