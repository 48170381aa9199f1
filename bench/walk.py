"""A random walk through the window: `make walk`. Whatever is done in whatever order, nothing may break.

walk.py [--steps 2000] [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

if TYPE_CHECKING:
    from factcheck.desktop.window import Window

ASKING = {"quit", "sample", "read_again", "paste", "same", "not_same"}  # they end the walk, or start a worker
WORDS = ("nghèo", "4.21", "نرخ فقر", "(", '"', "zebra", "")
KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_PageDown,
        Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_D)  # fmt: skip

SIZES = ((1280, 800), (1120, 700), (1920, 1200))


def walk(window: Window, steps: int, seed: int) -> list[str]:
    """Take so many steps; return what was done."""
    rng = random.Random(seed)
    actions = [action for action in window.actions_ if action.objectName() not in ASKING]
    done: list[str] = []
    for _ in range(steps):
        kind = rng.choice(("action", "action", "key", "click", "search", "filter", "row", "size"))
        what = ""
        if kind == "action":
            action = rng.choice(actions)
            what = action.objectName()
            action.trigger()
        elif kind == "key":
            key = rng.choice(KEYS)
            what = key.name
            QTest.keyClick(QApplication.focusWidget() or window, key)
        elif kind == "click":
            page = window.pages.currentWidget()
            at = QPoint(rng.randrange(page.width()), rng.randrange(page.height()))
            under = page.childAt(at)
            inside = under is not None and not any(
                word in type(under).__name__ for word in ("PushButton", "ToolButton")
            )
            if under is not None and inside:
                QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(page, at))
            what = type(under).__name__
        elif kind == "search":
            what = rng.choice(WORDS)
            window.library.search.setText(what)
        elif kind == "filter":
            what = rng.choice(WORDS)
            window.discrepancies.filter.setText(what)
        elif kind == "size":
            size = rng.choice(SIZES)
            what = str(size)
            window.resize(*size)
        else:
            rows = window.discrepancies.model.rowCount()
            window.discrepancies.select_row(rng.randrange(rows) if rows else 0)
        done.append(f"{kind} {what}")
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible() and rng.random() < 0.5:
                QTest.keyClick(dialog.focusWidget() or dialog, rng.choice(KEYS))
                QApplication.processEvents()
            if isValid(dialog):  # the key may have closed it
                dialog.reject()
    return done


def main() -> None:
    """Walk over the sample; exit 1 where an exception or a Qt warning came up."""
    from factcheck.desktop.application import prepare
    from factcheck.desktop.preferences import Preferences
    from factcheck.desktop.theme import Look
    from factcheck.desktop.window import Window
    from pictures import make_dossiers

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    troubles: list[str] = []
    sys.excepthook = lambda kind, error, trace: troubles.append("".join(traceback.format_exception(kind, error, trace)))
    prepare()
    qInstallMessageHandler(
        lambda _mode, _context, told: None if told.startswith("This plugin ") else troubles.append(told)
    )
    done: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        place = make_dossiers(Path(folder))
        window = Window(Look("light"), Preferences(Path(folder) / "window.ini"))
        window.resize(1280, 800)
        window.show()
        window.desk.open(place)
        try:
            done = walk(window, given.steps, given.seed)
        except Exception:  # noqa: BLE001 - told with the others
            troubles.append(traceback.format_exc())
        window.close()
    print(f"{len(done)} steps, {len(troubles)} troubles")
    print("\n".join(dict.fromkeys(troubles)))
    sys.exit(bool(troubles))


if __name__ == "__main__":
    main()
