"""What teaches and what draws: three hints, each once; the timeline of a figure; the map of a dossier."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from factcheck.desktop import picture_saving
from factcheck.desktop.dossier_map import DossierMap, DossierMapSheet, counted
from factcheck.desktop.opening import sample_place
from factcheck.desktop.settings import Settings
from factcheck.desktop.sightings import sightings_of_case
from factcheck.desktop.theme import Look
from factcheck.desktop.timeline import Timeline
from factcheck.dossier.store import LibraryRow


@pytest.fixture
def sample(window, dossier_folder, monkeypatch):
    monkeypatch.setattr("factcheck.desktop.hints.sample_place", lambda: dossier_folder)
    return window


def test_each_hint_is_told_once(sample):
    sample.go_to("library")
    assert "wavy line" in sample.hint.text
    assert sample.hint.isVisible()
    sample.go_to("discrepancies")
    assert "Enter" in sample.hint.text
    sample.go_to("library")
    assert sample.hint.isHidden(), "told before"
    sample.go_to("compare")
    assert "Ctrl+Z" in sample.hint.text
    assert sample.preferences.hinted == ["library", "discrepancies", "compare"]
    settings = Settings(sample, sample.preferences)
    assert not settings.hints.isChecked()
    settings.hints.setChecked(True)
    settings.reject()
    sample.go_to("library")
    assert sample.hint.isVisible()
    sample.hint.answer("enough")
    sample.go_to("discrepancies")
    assert sample.hint.isHidden()


def test_other_dossiers_have_no_hints(window):
    assert window.dossier.folder != sample_place()
    window.go_to("discrepancies")
    assert window.hint.isHidden()


def drawn(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_a_timeline_has_the_sources_in_their_order(window, qtbot, tmp_path):
    case = window.dossier.cases()[0]
    found = [
        replace(each, document=replace(each.document, published=date(2024, 5, 9) - timedelta(days=n)))
        for n, each in enumerate(sightings_of_case(window.dossier, case))
    ]
    timeline = Timeline(Look("light"))
    qtbot.addWidget(timeline)
    timeline.resize(420, 160)
    timeline.show_sources(found)
    assert timeline.tells
    assert timeline.accessibleDescription().startswith("2024-05-07")
    assert len(drawn(timeline)) > 8
    picture_saving.save(timeline, timeline._draw, Look("light").theme.surface, tmp_path / "line.svg")
    assert "<svg" in (tmp_path / "line.svg").read_text("utf-8")
    timeline.show_sources([replace(found[0], document=replace(found[0].document, published=None))])
    assert not timeline.tells


def test_compare_offers_the_timeline_only_where_it_tells(window):
    window.discrepancies.compare_current()
    window.go_to("compare")
    page = window.compare
    assert page._by_time.isVisible() == page.timeline.tells
    assert page._drawings.currentWidget() is page.dots


def test_the_map_counts_languages_and_times(window, qtbot):
    sheet = DossierMapSheet(window, window.look, window.articles)
    qtbot.addWidget(sheet)
    drawing = sheet.findChild(DossierMap)
    assert set(drawing._languages) == {"en", "fa", "fr", "vi"}
    assert len(drawn(drawing)) > 4
    sheet.reject()
    window.actions_["map"].trigger()
    assert any(each.isVisible() for each in window.findChildren(DossierMapSheet))


@pytest.mark.parametrize(
    ("days", "times"),
    [
        ([date(2024, 5, 1), date(2024, 5, 2)], ["2024-05-01", "2024-05-02"]),
        ([date(2024, 1, 1) + timedelta(days=n) for n in range(60)], ["2024-01", "2024-02"]),
        ([date(1990 + n, 1 + n % 12, 1) for n in range(40)], [str(year) for year in range(2006, 2030)]),
        ([date(2024, 5, 1), None], ["2024-05-01", ""]),
    ],
)
def test_times_are_as_fine_as_fits(days, times):
    counts, found = counted([("en", day) for day in days])
    assert found == times
    assert counts.total() == len(days)


def test_articles_most_of_a_language_come_first(qtbot):
    rows = [LibraryRow(str(n), "", "", tag, None, 0, 0, 0, 0) for n, tag in enumerate(("en", "fa", "fa"))]
    drawing = DossierMap(Look("dark"), rows)
    qtbot.addWidget(drawing)
    assert drawing._languages == ["fa", "en"]
    assert drawing.focusPolicy() & Qt.FocusPolicy.TabFocus
