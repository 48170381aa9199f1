"""Takes pictures of the window on the sample dossier; `make pictures`.

Those of the README go to docs/pictures. To be looked at, every page and state, light and dark, in several languages and
sizes and with large text, goes to build/pictures.

    pictures.py [--only readme|all] [--languages en,fa]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.checking import check
from factcheck.desktop import dialogs
from factcheck.desktop.actions import PAGES
from factcheck.desktop.application import prepare
from factcheck.desktop.correction_dialog import CorrectionDialog
from factcheck.desktop.dossier_map import DossierMapSheet
from factcheck.desktop.preferences import Preferences
from factcheck.desktop.properties_sheet import PropertiesSheet
from factcheck.desktop.settings import Settings
from factcheck.desktop.theme import Look
from factcheck.desktop.translation import install
from factcheck.desktop.window import Window
from factcheck.dossier.properties import properties
from factcheck.dossier.selection import Selection
from factcheck.dossier.store import Dossier
from factcheck.model import NOT_QUANTITIES, Case, Relation, Skipped
from factcheck.resources import sample_dossier

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (1440, 900)
ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs" / "pictures"
ALL = ROOT / "build" / "pictures"
VIEWS = (
    ((1280, 800), 100),
    ((1920, 1200), 100),
    ((1280, 800), 200),
)  # size of the window, size of the text in per cent


def settle(seconds: float = 0.15) -> None:
    """Let the window do what it has to do."""
    end = monotonic() + seconds
    while monotonic() < end:
        QApplication.processEvents()


def wait(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Let the window go on until something is true."""
    end = monotonic() + seconds
    while not condition():
        if monotonic() > end:
            sys.exit("The window did not come so far in time.")
        QApplication.processEvents()


def make_dossiers(home: Path) -> Path:
    """Check the sample into a dossier, and make two empty ones to be listed as recent."""
    place = home / "Poverty in the highlands.factcheck"
    with Dossier(place) as dossier:
        for _ in check(dossier, [sample_dossier()]):
            pass
        dossier.replace_skipped(
            [
                Skipped("notes/empty.txt", "The file is empty."),
                Skipped("scans/report-2023.pdf", "Files of this format cannot be read yet; save the article as text."),
            ]
        )
    for name in ("Budget 2026", "Flood relief"):
        Dossier(home / f"{name}.factcheck").close()
    return place


def beside(cases: list[Case], *languages: str) -> Case:
    """Return the first case with a side in each language that is more than two figures that do not fit."""
    fitting = [
        case
        for case in cases
        if {case.a.language, case.b.language} == set(languages)
        and case.finding.match.a.kind not in NOT_QUANTITIES
        and case.finding.match.a.scope.place
    ]
    return next((case for case in fitting if case.finding.type != "plain"), (fitting or cases)[0])


def take(widget: QWidget, name: str, folder: Path = DOCS) -> None:
    """Write a picture."""
    settle()
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    image.save(str(folder / f"{name}.png"), "PNG", 0)  # 0: as small as it gets
    print(f"{name}.png")


def take_pages(window: Window, theme: str) -> None:
    """Take all pages in one theme."""
    dossier = window.dossier
    assert dossier is not None
    differ = dossier.cases(Selection(relations=frozenset({Relation.DIFFER})))
    window.go_to("start")
    take(window, f"start_{theme}")
    persian = beside(differ, "fa", "en")
    claim = persian.finding.match.a if persian.a.language == "fa" else persian.finding.match.b
    window.show_claim(claim)
    take(window, f"library_{theme}")
    window.go_to("discrepancies")
    window.discrepancies.select_row(0)
    take(window, f"discrepancies_{theme}")
    window.show_finding(persian.finding)
    take(window, f"compare_{theme}")
    cases = sorted(dossier.cases(), key=lambda case: case.finding.relation is Relation.CHECK)
    window.show_finding(beside(cases, "fa", "fr").finding)
    take(window, f"compare_persian_french_{theme}")
    window.go_to("export")
    take(window, f"export_{theme}")


def take_states(window: Window) -> None:
    """Take what is shown when something is missing, under way or wrong."""
    window.go_to("library")
    window.library.search.setText("nghèo")
    wait(lambda: 0 < window.library.model.rowCount() < window.library.model.total)
    take(window, "search_light")
    window.library.search.setText("zebra")
    wait(lambda: not window.library.model.rowCount())
    window.line.show_progress("reading", 12, 40, "quang-ninh.ms.txt")
    take(window, "nothing_found_light")
    window.library.search.clear()
    window.line.rest()
    skipped = dialogs.SkippedList(window, window.dossier.skipped() if window.dossier else [])
    skipped.open()
    take(skipped, "skipped_light")
    skipped.close()
    keys = dialogs.ShortcutList(window)
    keys.open()
    take(keys, "shortcuts_light")
    keys.close()


def take_all(home: Path, place: Path, language: str, theme: str) -> None:
    """Take every page and state in one language and theme, in all sizes, for looking at."""
    install(prepare(), language)
    for size, zoom in VIEWS:
        preferences = Preferences(home / f"{language}-{theme}.ini")
        preferences.zoom = zoom
        window = Window(Look(theme), preferences)
        window.resize(*size)
        window.show()
        tail = f"{language}_{theme}_{size[0]}_{zoom}"
        window.go_to("library")
        take(window, f"no_dossier_{tail}", ALL)
        window.desk.open(place)
        settle(0.4)
        differ = window.dossier.cases(Selection(relations=frozenset({Relation.DIFFER}))) if window.dossier else []
        pair = beside(differ, "fa", "en")
        for page in PAGES:
            if page == "library":
                window.show_claim(pair.finding.match.a)
            elif page == "compare":
                window.show_finding(pair.finding)
            else:
                window.go_to(page)
            take(window, f"{page}_{tail}", ALL)
        window.go_to("discrepancies")
        window.discrepancies.filter.setText("zebra")
        settle(0.5)
        take(window, f"no_finding_{tail}", ALL)
        window.discrepancies.clear_filters()
        window.checks._crashed("quang-ninh.ms.txt")  # noqa: SLF001 - the words of a worker that died
        window.line.show_progress("reading", 12, 40, "quang-ninh.ms.txt")
        take(window, f"crashed_{tail}", ALL)
        window.line.rest()
        if window.dossier is None:
            continue
        skipped, claim = window.dossier.skipped(), pair.finding.match.a
        choices = window.dossier.units(), window.dossier.places()
        for name, dialog in (
            ("correction", CorrectionDialog(window, pair.a, claim, choices, None)),
            ("properties", PropertiesSheet(window, place.stem, properties(window.dossier))),
            ("map", DossierMapSheet(window, window.look, window.dossier.library())),
            ("settings", Settings(window, preferences)),
            ("shortcuts", dialogs.ShortcutList(window)),
            ("skipped", dialogs.SkippedList(window, skipped)),
            ("about", dialogs.About(window)),
        ):
            dialog.open()
            take(dialog, f"{name}_{tail}", ALL)
            dialog.close()
        window.close()
        window.deleteLater()


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("readme", "all"))
    parser.add_argument("--languages", default="en,fa")
    given = parser.parse_args()
    application = prepare()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "Documents"
        place = make_dossiers(home)
        os.environ["HOME"] = folder  # so that the start page shows a short path
        if given.only != "all":
            DOCS.mkdir(parents=True, exist_ok=True)
            take_readme(home, place)
        if given.only != "readme":
            ALL.mkdir(parents=True, exist_ok=True)
            for language in given.languages.split(","):
                for theme in ("light", "dark"):
                    take_all(home, place, language, theme)
    application.exit()


def take_readme(home: Path, place: Path) -> None:
    """Take the pictures of the README."""
    for theme in ("light", "dark"):
        preferences = Preferences(home / f"{theme}.ini")
        window = Window(Look(theme), preferences)
        window.resize(*SIZE)
        window.show()
        for other in ("Flood relief", "Budget 2026"):
            preferences.remember(home / f"{other}.factcheck")
        window.desk.open(place)
        settle(0.4)
        take_pages(window, theme)
        if theme == "light":
            take_states(window)
        window.close()
        window.deleteLater()


if __name__ == "__main__":
    main()
