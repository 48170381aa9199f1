"""Starting the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QStyleFactory

from factcheck.desktop import fonts
from factcheck.desktop.notices import Tone
from factcheck.desktop.preferences import Preferences
from factcheck.desktop.theme import Look
from factcheck.desktop.translation import ENGLISH, chosen, install
from factcheck.desktop.window import Window
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from types import TracebackType


def run(dossier: Path | None = None, *, sample: bool = False) -> int:
    """Open the window on a dossier, the sample, or what was open last; return the exit code when it is closed."""
    application = prepare()
    preferences = Preferences(Path(platformdirs.user_config_dir("factcheck", appauthor=False)) / "window.ini")
    session = Session(application, preferences)
    window = session.window
    recent = preferences.recent
    if sample:
        QTimer.singleShot(0, window, window.desk.open_sample)
    elif dossier is not None or recent:
        QTimer.singleShot(0, window, lambda: window.desk.open(dossier or recent[0]))
    code = application.exec()
    sys.excepthook = sys.__excepthook__
    return code


class Session(QObject):
    """The window in the language and size that were chosen; others are another window, on the same dossier."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__(application)
        self._application, self._preferences = application, preferences
        self.window = self._make()

    def _make(self) -> Window:
        install(self._application, chosen(self._preferences.language))
        fonts.choose_size(self._preferences.size)
        window = Window(Look(self._preferences.theme), self._preferences)
        window.resize(1440, 900)
        window.restoreGeometry(self._preferences.geometry)
        window.outdated.connect(self._again)
        window.show()
        sys.excepthook = lambda kind, error, trace: _tell(window, kind, error, trace)
        return window

    def _again(self) -> None:
        old = self.window
        folder, page = old.dossier.folder if old.dossier else None, old.page
        article, case = old.library.reader.document_shown, old.compare.case
        self._preferences.geometry = old.saveGeometry()
        old.desk.close()
        self.window = self._make()
        if folder is not None:
            self.window.desk.open(folder)
            self.window.library.open_article(article.id if article else None)
        if page == "compare" and case is not None:
            self.window.show_finding(case.finding)
        else:
            self.window.go_to(page)
        old.close()
        old.deleteLater()


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
    fonts.choose_size(100)
    install(application, ENGLISH)
    return application
