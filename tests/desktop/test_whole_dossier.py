"""A dossier as a whole: its properties, copies to keep and to send, the bin."""

import sys

import pytest
from PySide6.QtCore import QFile, Qt
from PySide6.QtWidgets import QLabel

from factcheck.desktop.isolates import plain
from factcheck.desktop.properties_sheet import PropertiesSheet, size
from factcheck.dossier.corrections import Correction
from factcheck.dossier.keeping import opened, restore, save_copy
from factcheck.dossier.locks import Lock
from factcheck.dossier.store import Dossier
from factcheck.model import Verdict
from factcheck.search.index import open_index
from samples import review


def sheet_of(window):
    window.actions_["properties"].trigger()
    return next(each for each in window.findChildren(PropertiesSheet) if each.isVisible())


def test_properties_are_told(window):
    with open_index(window.dossier.index_folder, window.dossier) as index:
        index.rebuild()
    sheet = sheet_of(window)
    said = plain(" ".join(label.text() for label in sheet.findChildren(QLabel)))
    assert "4" in said
    assert str(window.dossier.folder) in said
    assert "Conflict 3" in said
    assert "French 1" in said
    assert "Whoosh" in said
    sheet.reject()


@pytest.mark.parametrize("texts", [True, False])
def test_copies_are_whole_or_without_texts(window, tmp_path, texts):
    file = tmp_path / "copy"
    window.whole.save_copy(file, texts=texts)
    assert "saved as" in window.notice.text
    with opened(file) as copy:
        assert copy.size() == 4
        assert ("Officials visited" in "".join(each.text for each in copy.documents())) is texts
    window.whole.save_copy(file / "copy", texts=texts)
    assert "cannot be written" in window.notice.text


def test_a_copy_or_a_dossier_that_comes_in_is_opened(window, tmp_path):
    mine, sent = window.dossier.folder, tmp_path / "Poverty.factcheck-copy"
    window.whole.save_copy(sent, texts=True)
    window.desk.take([str(sent)])
    assert window.dossier.folder == mine.with_name("Poverty (2).factcheck")
    assert window.dossier.size() == 4
    assert "made of the copy" in window.notice.text
    window.desk.take([str(mine)])
    assert window.dossier.folder == mine
    sent.write_bytes(b"")
    window.desk.take([str(sent)])
    assert window.dossier.folder == mine
    assert "no copy of a dossier" in window.notice.text


def test_a_folder_without_a_dossier_is_read_into_a_new_one(window, tmp_path, monkeypatch):
    read = []
    monkeypatch.setattr(window.checks, "start", lambda folder, paths: read.append((folder, paths)))
    before = window.dossier.folder
    window.desk.open_or_read(tmp_path)
    assert read == [(window.dossier.folder, [str(tmp_path)])]
    assert window.dossier.folder != before
    assert not (tmp_path / "dossier.sqlite3").exists()
    window.desk.open_or_read(before)
    assert window.dossier.folder == before


def test_reviews_and_corrections_of_a_copy_are_taken_in(window, tmp_path, monkeypatch):
    anew = []
    monkeypatch.setattr(window.checks, "compare_anew", anew.append)
    sent = tmp_path / "theirs.factcheck-copy"
    restored = tmp_path / "theirs"
    window.whole.save_copy(sent, texts=True)
    restore(sent, restored)
    with Dossier(restored) as theirs:
        finding = theirs.cases()[0].finding
        theirs.review(review(finding, Verdict.DISMISSED))
        theirs.corrections.keep([Correction((finding.match.a.id,), place="Hue", reviewer="Lan")])
        save_copy(theirs, sent, texts=False)
    preview = window.saving.taking_in.show(sent)
    assert "taken in: 1" in plain(" ".join(label.text() for label in preview.findChildren(QLabel)))
    assert not window.dossier.log()
    preview.accept()
    assert window.dossier.case(finding.id).verdict is Verdict.DISMISSED
    assert [each.place for each in window.dossier.corrections.in_force().values()] == ["Hue"]
    assert anew == [window.dossier.folder]
    sent.write_bytes(b"no copy")
    assert window.saving.taking_in.show(sent) is None
    assert "no copy of a dossier" in window.export.notice.text


def test_the_bin_asks_once_more(window, qtbot, monkeypatch):
    folder, thrown = window.dossier.folder, []
    monkeypatch.setattr(QFile, "moveToTrash", lambda path: thrown.append(path) is None)
    sheet = sheet_of(window)
    qtbot.mouseClick(sheet.bin, Qt.MouseButton.LeftButton)
    assert thrown == []
    assert sheet.isVisible()
    qtbot.mouseClick(sheet.bin, Qt.MouseButton.LeftButton)
    assert thrown == [str(folder)]
    assert window.dossier is None
    assert folder not in window.preferences.recent
    assert "in the bin" in window.notice.text


def test_what_cannot_be_thrown_away_stays_open(window, monkeypatch):
    folder = window.dossier.folder
    monkeypatch.setattr(QFile, "moveToTrash", lambda _path: False)
    window.whole.throw_away()
    assert window.dossier.folder == folder
    assert "could not be moved" in window.notice.text
    assert str(folder) in window.notice.text


def test_a_dossier_that_is_being_checked_elsewhere_is_not_thrown_away(window, monkeypatch):
    folder = window.dossier.folder
    monkeypatch.setattr(QFile, "moveToTrash", lambda _path: pytest.fail("it was"))
    with Lock(folder, "check"):
        window.whole.throw_away()
    assert window.dossier.folder == folder
    assert "is in use" in window.notice.text


@pytest.mark.skipif(sys.platform != "linux", reason="the bin is made by the system elsewhere")
def test_the_bin_is_made_where_there_is_none(window, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "new" / "share"))
    window.whole.throw_away()
    assert (tmp_path / "new" / "share" / "Trash" / "files" / "Poverty.factcheck" / "dossier.sqlite3").exists()


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0 byte"), (999, "999 byte"), (1500, "1.5 kB"), (52_000_000, "52 MB"), (3_000_000_000, "3 GB")],
)
def test_sizes_are_told_as_file_managers_do(count, told):
    assert size(count) == told
