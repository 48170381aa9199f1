"""What comes in from the clipboard, and from folders that are watched."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from factcheck.desktop.desk import ADDED
from factcheck.desktop.incoming import WATCHED

TEXT = "The poverty rate of the northern province fell to 4.21% at the end of 2023, the provincial office said."


@pytest.fixture
def added(empty_window, monkeypatch):
    """What is handed to the worker, without a worker."""
    handed = []
    monkeypatch.setattr(empty_window.checks, "start", lambda dossier, paths: handed.append((dossier, list(paths))))
    return handed


def test_text_on_the_clipboard_becomes_an_article(window, added):
    QGuiApplication.clipboard().setText(TEXT)
    window.actions_["paste"].trigger()
    ((dossier, (path,)),) = added
    assert dossier == window.dossier.folder
    assert Path(path).parent == dossier / "pasted"
    assert Path(path).read_text("utf-8") == TEXT


def test_pasting_starts_a_dossier_where_none_is_open(empty_window, added):
    QGuiApplication.clipboard().setText(TEXT)
    empty_window.actions_["paste"].trigger()
    assert empty_window.dossier is not None
    assert len(added) == 1


def test_an_empty_clipboard_says_so(window, added):
    QGuiApplication.clipboard().clear()
    window.actions_["paste"].trigger()
    assert not added
    assert "no text" in window.notice.text


def test_a_watched_folder_is_read_when_a_new_file_is_at_rest(window, added, tmp_path):
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    window.dossier.settings.set(ADDED, [str(folder)])
    window.actions_["watch"].trigger()
    assert window.dossier.settings.get(WATCHED, None) is True
    assert [paths for _, paths in added] == [[str(folder)]], "what changed before is read at once"
    window.incoming.look()
    assert len(added) == 1
    (folder / "b.txt").write_text(TEXT, "utf-8")
    window.incoming.look()
    assert len(added) == 1, "it may still be written"
    window.incoming.look()
    assert [paths for _, paths in added][1:] == [[str(folder)]]
    (folder / "a.txt").unlink()
    window.incoming.look()
    window.incoming.look()
    assert len(added) == 3
    window.actions_["watch"].trigger()
    assert window.dossier.settings.get(WATCHED, None) is False
    (folder / "c.txt").write_text(TEXT, "utf-8")
    window.incoming.look()
    window.incoming.look()
    assert len(added) == 3


@pytest.mark.usefixtures("added")
def test_a_dossier_remembers_that_it_is_watched(window, dossier_folder, tmp_path):
    window.dossier.settings.set(ADDED, [str(tmp_path)])
    window.actions_["watch"].trigger()
    assert window.desk.open(dossier_folder)
    assert window.actions_["watch"].isChecked()
    window.desk.close()
    assert not window.actions_["watch"].isEnabled()
