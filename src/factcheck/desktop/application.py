"""Starting the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QStyleFactory

from factcheck.desktop import fonts
from factcheck.desktop.notices import Tone
from factcheck.desktop.plurals import EnglishPlurals
from factcheck.desktop.preferences import Preferences
from factcheck.desktop.theme import Look
from factcheck.desktop.window import Window
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from types import TracebackType


def run(dossier: Path | None = None, *, sample: bool = False) -> int:
    """Open the window on a dossier, the sample, or what was open last; return the exit code when it is closed."""
    application = prepare()
    preferences = Preferences(Path(platformdirs.user_config_dir("factcheck", appauthor=False)) / "window.ini")
    window = Window(Look(preferences.theme), preferences)
    window.resize(1440, 900)
    window.restoreGeometry(preferences.geometry)
    window.show()
    sys.excepthook = lambda kind, error, trace: _tell(window, kind, error, trace)
    recent = preferences.recent
    if sample:
        QTimer.singleShot(0, window, window.desk.open_sample)
    elif dossier is not None or recent:
        QTimer.singleShot(0, window, lambda: window.desk.open(dossier or recent[0]))
    code = application.exec()
    sys.excepthook = sys.__excepthook__
    return code


def _tell(window: Window, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of an error that nobody expected; the window goes on, what was decided is on the disk."""
    if isinstance(error, FactcheckError):
        window.notice.say(Tone.ERROR, str(error))
        return
    sys.__excepthook__(kind, error, trace)
    words = QCoreApplication.translate("Application", "Something went wrong: {0}. Your decisions are safe.")
    window.notice.say(Tone.ERROR, words.format(error))


def prepare() -> QApplication:
    """Return Qt's application with the shipped fonts and the plain style that the themes are drawn on."""
    QCoreApplication.setApplicationName("factcheck")
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setStyle(QStyleFactory.create("Fusion"))
    fonts.load()
    application.setFont(fonts.interface())
    plurals = EnglishPlurals(application)
    application.installTranslator(plurals)
    return application
