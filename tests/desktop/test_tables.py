"""The models under Qt's model tester, and what their rows say."""

from dataclasses import replace
from decimal import Decimal

import pytest
from articles import claims_of, findings_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from factcheck.claims.extraction import extract
from factcheck.desktop.article_list import ROW, ArticleList, facts
from factcheck.desktop.case_rows import CaseCell
from factcheck.desktop.case_table import CASE, COLUMNS, PAGE, CaseTable, reported
from factcheck.desktop.dots import Axis, Scale, rows_of
from factcheck.desktop.numbers import short
from factcheck.desktop.sightings import Sighting, sightings, sightings_of_case, statuses
from factcheck.desktop.status import Status
from factcheck.dossier.selection import Selection
from factcheck.dossier.store import Dossier
from factcheck.model import Claim, Finding, Kind, Match, Period, Quantity, Relation, Scope, Span
from factcheck.reading.files import from_text

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def dossier(dossier_folder):
    with Dossier(dossier_folder) as dossier:
        yield dossier


def test_the_table_of_findings(dossier):
    model = CaseTable()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_cases(dossier, Selection())
    assert model.rowCount() == 7
    first = model.case(0)
    assert first.finding.relation is Relation.DIFFER
    texts = [model.index(0, column).data() for column in range(len(COLUMNS))]
    assert texts[0] == "Conflict"
    assert "4,2 %" in texts[2]
    assert "\u2067" in texts[2], "a right-to-left value is isolated"
    assert texts[3:] == ["Persian · French", "43\u00a0%", "95\u00a0%", "Open"]
    assert model.index(0, 0).data(CASE) == first
    assert model.row_of(first.finding.id) == 0
    assert model.row_of("none") == -1
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(len(COLUMNS))]
    assert heads[1:3] == ["Figure", "Reported"]
    model.show_cases(dossier, Selection(relations=frozenset({Relation.AGREE})))
    assert model.rowCount() == 3
    model.refresh()
    model.show_cases(None, Selection())
    assert model.rowCount() == 0
    assert model.case(0) is None
    del tester


def test_rows_come_a_page_at_a_time(dossier, monkeypatch):
    cases = dossier.cases()
    asked = []

    def many(_, *, offset, limit):
        asked.append((offset, limit))
        return [cases[n % len(cases)] for n in range(offset, min(offset + limit, 100_000))]

    monkeypatch.setattr(dossier, "cases", many)
    monkeypatch.setattr(dossier, "count", lambda _: 100_000)
    model = CaseTable()
    model.show_cases(dossier, Selection())
    assert asked == []
    assert model.case(99_999) == cases[99_999 % len(cases)]
    assert model.case(99_998)
    assert asked == [(99_999 // PAGE * PAGE, PAGE)]
    for row in range(0, 100_000, 5000):
        assert model.index(row, 1).data()
    assert len(model._pages) <= 12


def test_the_list_of_articles(dossier):
    model = ArticleList()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_rows(dossier.library())
    assert model.rowCount() == model.total == 4
    rows = {model.index(n).data(ROW).language: model.index(n).data(ROW) for n in range(4)}
    assert facts(rows["fa"])[:3] == [("Persian", None), ("2 figures", None), ("3", Status.CONFLICT)]
    model.show_found([rows["vi"].document, "gone", rows["fa"].document])
    assert [model.index(n).data(ROW).language for n in range(model.rowCount())] == ["vi", "fa"]
    assert model.row_of(rows["fa"].document) == 1
    assert model.row_of(rows["en"].document) == -1
    assert "Vietnamese" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.show_found(None)
    assert model.rowCount() == 4
    del tester


def test_a_status_belongs_to_a_figure_in_a_finding(dossier):
    documents = {document.language: document for document in dossier.documents()}
    claims = {tag: claims_of(document) for tag, document in documents.items()}
    states = statuses(claims["en"], findings_of(claims))
    assert [states[claim.id] for claim in claims["en"]] == [Status.CONFLICT, Status.CHECK, Status.AGREE]
    found = sightings(dossier, claims["en"][0])
    assert [(each.document.language, each.status) for each in found[1:]] == [
        ("fa", Status.CONFLICT),
        ("fr", Status.AGREE),
        ("vi", Status.AGREE),
    ]
    case = dossier.cases()[0]
    assert {each.document.language for each in sightings_of_case(dossier, case)} == {"fa", "fr", "en"}


@pytest.mark.parametrize("turned", [False, True])
def test_further_sources_stand_to_the_one_that_is_alone_whichever_side_it_is_on(dossier, turned):
    """Persian says 2.4 %, French and English 4.2 %, and so does Vietnamese, which is matched with French only."""
    claims = {document.language: claims_of(document) for document in dossier.documents()}
    en, fr, fa, vi = (claims[tag][0] for tag in ("en", "fr", "fa", "vi"))
    made = findings_of(claims)
    lead, second = (
        replace(each, match=Match(fr, fa, 0.95)) if turned and each == made[0] else each for each in made[:2]
    )
    beside = Finding(Match(vi, fr, 0.9), Relation.AGREE, "equal", 0.0, "The same.")
    dossier.replace_findings([lead, second, beside, Finding(Match(en, fr, 0.9), Relation.AGREE, "equal", 0.0, "")])
    found = sightings_of_case(dossier, dossier.case(lead.id))
    assert [each.claim.id for each in found[:2]] == [lead.match.a.id, lead.match.b.id]
    assert {each.claim.id: each.status for each in found[2:]} == {en.id: Status.CONFLICT, vi.id: Status.CONFLICT}


def test_the_dot_strip_shows_one_unit_on_one_axis(dossier):
    case = dossier.cases()[0]
    rows = rows_of(sightings_of_case(dossier, case), frozenset({case.finding.match.a.id}))
    assert [row.text for row in rows][:2] == ["2.4 %", "4.2 %"]
    assert [row.strong for row in rows][:2] == [True, False]
    assert [row.status for row in rows][:2] == [Status.CONFLICT] * 2
    assert rows_of([]) == []


@pytest.mark.parametrize(
    ("values", "logarithmic"),
    [
        ([4.8, 3.0, 3.0], False),
        ([0.03, 4.21, 42.1], True),
        ([524e9, 542e9], False),
        ([0.0, 0.0], False),
        ([-2, 3], False),
    ],
)
def test_an_axis_holds_all_its_values_and_names_few(values, logarithmic):
    scale = Scale(values, 100, 500)
    assert scale.logarithmic == logarithmic
    places = [scale.x(value) for value in values]
    assert all(99 <= place <= 501 for place in places)
    assert sorted(values) == [v for _, v in sorted(zip(places, values, strict=True))]
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 12
    assert len({name for _, name in ticks}) == len(ticks)


def test_years_are_written_as_years(dossier):
    document = next(dossier.documents())
    period = Period.of_year(2021, 2023)
    quantity = Quantity(Decimal(2021), Decimal(2023))
    claim = Claim(document.id, Span(0, 4), 0, quantity, Kind.DATE, scope=Scope(period=period))
    row = rows_of([Sighting(claim, document)])[0]
    assert (row.text, row.axis) == ("2021 to 2023", Axis.YEARS)
    assert {name for _, name in Scale([2021, 2023], 0, 300, axis=Axis.YEARS).ticks()} >= {"2021", "2023"}


@pytest.mark.parametrize(
    ("figure", "told"),
    [("16:40", "16:40"), ("14 May", "14 May"), ("3-2", "2-3"), ("0800 123 456", "800123456")],
)
def test_what_is_no_quantity_is_told_as_what_it_is_and_its_axis_has_no_names(figure, told):
    text = "They won 3-2 on 14 May, the march began at 16:40, and the number to call is 0800 123 456."
    document = from_text(text)
    claim = next(each for each in extract(document) if document.quote(each.span) == figure)
    row = rows_of([Sighting(claim, document)])[0]
    assert (row.text, row.axis) == (told, Axis.UNNAMED)
    assert Scale([row.low, row.high], 0, 300, axis=row.axis).ticks() == []


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (0.5, "0.5"), (1500, "1,500"), (2e6, "2M"), (524e9, "524B"), (2.5e12, "2.5T")]
)
def test_values_on_an_axis_are_short(value, text):
    assert short(value) == text


def test_a_click_on_a_head_sorts_and_a_third_one_gives_the_best_first_again(window):
    window.go_to("discrepancies")
    page = window.discrepancies
    header, model = page.table.horizontalHeader(), page.model
    best = [model.case(row).finding.id for row in range(model.rowCount())]
    header.setSortIndicator(COLUMNS.index("confidence"), Qt.SortOrder.DescendingOrder)
    scores = [model.case(row).finding.match.score for row in range(model.rowCount())]
    assert scores == sorted(scores)
    assert len(scores) == len(best)
    page.relations[Relation.DIFFER].click()
    assert [model.case(row).finding.match.score for row in range(model.rowCount())] == [0.8, 0.9, 0.95]
    page.clear_filters()
    header.setSortIndicator(COLUMNS.index("figure"), Qt.SortOrder.AscendingOrder)  # nothing to sort by
    assert header.sortIndicatorSection() == -1
    assert [model.case(row).finding.id for row in range(model.rowCount())] == best


def test_words_are_looked_up_once_and_then_paged(window):
    dossier = window.dossier
    looked_up = dossier.searched(Selection(text="stated NINH"))
    plain = dossier.cases(Selection(text="stated NINH"))
    assert dossier.count(looked_up) == len(plain)
    assert [c.finding.id for c in dossier.cases(looked_up, offset=1, limit=2)] == [c.finding.id for c in plain[1:3]]


def test_pairs_of_languages_are_counted(window):
    counted = window.dossier.language_pairs(Relation.DIFFER)
    assert counted == {frozenset({"fa", "fr"}): 2, frozenset({"fa", "en"}): 1}


def test_one_misquotation_is_one_row_with_the_number_of_its_sources(dossier):
    findings = [case.finding for case in dossier.cases()]
    lead, *rest = [finding for finding in findings if finding.relation is Relation.DIFFER]
    dossier.replace_findings([replace(each, under=lead.id) if each in rest else each for each in findings])
    model = CaseTable()
    model.show_cases(dossier, Selection())
    assert model.rowCount() == len(findings) - len(rest)
    row = model.row_of(lead.id)
    sides = {side.document for each in rest for side in (each.match.a, each.match.b)}
    further = len(sides - {lead.match.a.document, lead.match.b.document})
    assert model.case(row).further == further > 0
    tip = model.index(row, COLUMNS.index("languages")).data(Qt.ItemDataRole.ToolTipRole)
    assert f"{further} further source" in tip
    assert {each.finding.id for each in sightings_of_case(dossier, model.case(row)) if each.finding} >= {lead.id}


def test_a_further_source_is_shown_with_its_case(window):
    dossier = window.dossier
    findings = [case.finding for case in dossier.cases()]
    lead, other = [finding for finding in findings if finding.relation is Relation.DIFFER][:2]
    dossier.replace_findings([replace(each, under=lead.id) if each == other else each for each in findings])
    window.show_dossier()
    window.show_finding(dossier.case(other.id).finding)
    assert window.compare.case.finding.id == lead.id


def test_two_figures_stand_one_below_the_other_where_a_line_does_not_hold_them(window, monkeypatch):
    window.go_to("discrepancies")
    table, drawn = window.discrepancies.table, []
    monkeypatch.setattr(CaseCell, "_line", lambda _self, _painter, _area, text, *_, **__: drawn.append(text))
    both = reported(window.discrepancies.model.case(0))
    for width, lines in ((60, [*both]), (400, ["  ·  ".join(both)])):
        table.horizontalHeader().resizeSection(COLUMNS.index("reported"), width)
        drawn.clear()
        table.grab()
        assert [text for text in drawn if both[0] in text or both[1] in text][: len(lines)] == lines
