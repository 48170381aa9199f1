"""Fixtures of the window's tests: no network, no Qt warning, a dossier, the window on it."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

import pytest
from articles import make_dossier
from PySide6.QtCore import QEvent

from factcheck.desktop import opening
from factcheck.desktop.application import prepare
from factcheck.desktop.preferences import Preferences
from factcheck.desktop.theme import Look
from factcheck.desktop.window import Window


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refused(self, address, *rest):
        if self.family != getattr(socket, "AF_UNIX", None):
            raise AssertionError(f"The window reached for the network: {address}")
        return connect(self, address, *rest)

    connect = socket.socket.connect
    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.fixture(autouse=True)
def no_qt_warnings(qtlog):
    yield
    told = [r.message for r in qtlog.records if not r.message.startswith("This plugin ")]
    assert told == []


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp):
    """The application with its fonts, as `run` makes it."""
    assert prepare() is qapp
    return qapp


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder that dossiers are kept in; nothing of the user's own is touched."""
    monkeypatch.setattr(opening, "home", lambda: tmp_path / "dossiers")
    return tmp_path


@pytest.fixture(scope="session")
def finished_dossier(tmp_path_factory):
    """A dossier made once; tests work on copies of it."""
    place = tmp_path_factory.mktemp("dossier")
    return make_dossier(place / "Poverty.factcheck", place / "articles")


@pytest.fixture
def dossier_folder(folder, finished_dossier):
    return Path(shutil.copytree(finished_dossier, folder / "dossiers" / finished_dossier.name))


@pytest.fixture
def empty_window(qtbot, qapp, folder):
    window = Window(Look("light"), Preferences(folder / "window.ini"))
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    yield window
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(empty_window, dossier_folder, qapp):
    assert empty_window.desk.open(dossier_folder)
    qapp.processEvents()
    return empty_window
