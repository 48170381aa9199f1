"""Starting the window, and what it says when something goes wrong that nobody expected."""

import platformdirs
import pytest
from PySide6.QtCore import QTimer

from factcheck.desktop import application
from factcheck.desktop.window import Window
from factcheck.errors import DossierError


@pytest.fixture
def running(qapp, monkeypatch, tmp_path):
    """Run the window until it has been looked at; returns what `run` returned and what was seen."""
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_, **__: str(tmp_path))

    def run(look, **how):
        seen = []

        def see():
            window = next(w for w in qapp.topLevelWidgets() if isinstance(w, Window) and w.isVisible())
            seen.append(look(window))
            window.close()
            window.deleteLater()

        QTimer.singleShot(600, qapp, see)
        return application.run(**how), seen[0]

    return run


def test_the_window_opens_on_a_dossier_and_next_time_on_the_same(running, dossier_folder):
    def look(window):
        return window.page, len(window.dossier.document_ids()), window.windowTitle()

    expected = (0, ("library", 4, "Poverty – factcheck"))
    assert running(look, dossier=dossier_folder) == expected
    assert running(look) == expected


def test_it_starts_with_nothing(running):
    assert running(lambda window: (window.page, window.dossier)) == (0, ("start", None))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DossierError("The disk is full; make room and try again."), "The disk is full; make room and try again."),
        (ValueError("odd"), "Something went wrong: odd. Your decisions are safe."),
    ],
)
def test_errors_are_told_and_the_window_goes_on(empty_window, error, told, capsys):
    application._tell(empty_window, type(error), error, None)
    assert empty_window.notice.text == told
    assert empty_window.notice.isVisible()
    assert ("odd" in capsys.readouterr().err) == isinstance(error, ValueError)
