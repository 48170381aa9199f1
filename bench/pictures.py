"""Takes pictures of the window on the sample dossier; `make pictures`.

Those of the README go to docs/pictures. To be looked at, every page and state, light and dark, in several languages and
sizes and with large words, goes to build/pictures or the folder named.

    pictures.py [--only readme|all] [--languages en,fa] [--themes light,dark] [--sizes 1280@100,1920@100] [--to FOLDER]
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
from factcheck.desktop import dialogs, fonts
from factcheck.desktop.actions import PAGES
from factcheck.desktop.application import prepare
from factcheck.desktop.correction_dialog import CorrectionDialog
from factcheck.desktop.dossier_map import DossierMapSheet
from factcheck.desktop.facts_sheet import FactsSheet
from factcheck.desktop.preferences import Preferences
from factcheck.desktop.properties_sheet import PropertiesSheet
from factcheck.desktop.settings import Settings
from factcheck.desktop.sightings import sightings_of_case
from factcheck.desktop.theme import Look
from factcheck.desktop.translation import install
from factcheck.desktop.why_dialog import WhyDialog
from factcheck.desktop.window import Window
from factcheck.dossier.known_facts import facts, set_fact
from factcheck.dossier.properties import properties
from factcheck.dossier.selection import Selection
from factcheck.dossier.store import Dossier
from factcheck.model import NOT_QUANTITIES, Case, Relation, Skipped
from factcheck.resources import sample_dossier

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (1440, 900)
_TURNS = 50  # of the event loop at least, before a picture
ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs" / "pictures"
ALL = ROOT / "build" / "pictures"
SIZES = (((1280, 800), 100), ((1920, 1200), 100), ((1280, 800), 200))  # of the window, of its words in per cent

PAGE = """<html lang="vi"><head><title>Ninh Thuận: tỷ lệ hộ nghèo giảm</title></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/kinh-te">Kinh tế</a></li><li><a href="/xa-hoi">Xã hội</a></li>
<li><a href="/the-gioi">Thế giới</a></li></ul></nav><article><h1>Ninh Thuận: tỷ lệ hộ nghèo giảm</h1>
<p>Tỷ lệ hộ nghèo của tỉnh Ninh Thuận giảm từ 8,23% năm 2021 xuống còn 5,35% vào cuối năm 2023, theo báo cáo của Sở.</p>
<p>Tỉnh đã hỗ trợ 1.200 hộ xây nhà mới và dành 542 tỷ đồng cho các xã miền núi trong ba năm qua.</p></article>
<aside><h2>Tin liên quan</h2><ul><li><a href="/a">Quảng Trị: 3.400 hộ thoát nghèo</a></li>
<li><a href="/b">Giá cà phê tăng 12%</a></li></ul></aside>
<footer><p>© 2024 Báo điện tử. Chia sẻ trên mạng xã hội. In bài viết này.</p></footer></body></html>
"""  # an article among what is not


def settle(seconds: float = 0.15) -> None:
    """Let the window do what it has to do; a busy machine gives it few turns in that time."""
    end, turns = monotonic() + seconds, 0
    while monotonic() < end or turns < _TURNS:
        QApplication.processEvents()
        turns += 1


def wait(condition: Callable[[], bool], seconds: float = 180) -> None:
    """Let the window go on until something is true."""
    end = monotonic() + seconds
    while not condition():
        if monotonic() > end:
            sys.exit("The window did not come so far in time.")
        QApplication.processEvents()


def make_dossiers(home: Path) -> Path:
    """Check the sample into a dossier, and make two empty ones to be listed as recent."""
    home.mkdir(parents=True, exist_ok=True)
    place = home / "Poverty in the highlands.factcheck"
    with Dossier(place) as dossier:
        page = home / "ninh-thuan-2.vi.html"
        page.write_text(PAGE, "utf-8")
        for _ in check(dossier, [sample_dossier(), page]):
            pass
        dossier.replace_skipped(
            [
                Skipped("notes/empty.txt", "The file is empty."),
                Skipped("scans/report-2023.pdf", "The PDF has 812 pages, at most 300 are read; split it into parts."),
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


class Views:
    """Takes every page and state of a window in one language and theme, at one size and with words of one size."""

    def __init__(self, folder: Path, home: Path, place: Path) -> None:
        self.folder, self.home, self.place = folder, home, place
        self.tail = ""

    def take(self, language: str, theme: str, size: tuple[int, int], percent: int) -> None:
        """Take them all."""
        install(prepare(), language)
        fonts.choose_size(percent)
        self.tail = f"{language}_{theme}_{size[0]}_{percent}"
        preferences = Preferences(self.home / f"{self.tail}.ini")
        preferences.language, preferences.theme, preferences.size = language, theme, percent
        window = Window(Look(theme), preferences)
        window.resize(*size)
        window.show()
        self._picture(window, "start_first")
        window.go_to("library")
        self._picture(window, "no_dossier")
        window.desk.open(self.home / "Budget 2026.factcheck")
        settle(0.3)
        for page in PAGES[1:]:
            window.go_to(page)
            self._picture(window, f"empty_{page}")
        window.desk.open(self.place)
        settle(0.4)
        self._pages(window)
        self._states(window)
        self._sheets(window)
        window.close()
        window.deleteLater()

    def _picture(self, widget: QWidget, name: str) -> None:
        take(widget, f"{name}_{self.tail}", self.folder)

    def _pages(self, window: Window) -> None:
        assert window.dossier is not None
        differ = window.dossier.cases(Selection(relations=frozenset({Relation.DIFFER})))
        pair = beside(differ, "fa", "en")
        for day, row in enumerate(window.dossier.library(), 1):
            set_fact(window.dossier, row.document, "published", f"2024-03-{day:02}", "Noor")
        window.go_to("start")
        self._picture(window, "start")
        window.show_claim(pair.finding.match.a)
        self._picture(window, "library")
        page = next(row.document for row in window.dossier.library() if row.path.endswith(".html"))
        window.library.open_article(page)
        self._picture(window, "unfolded")
        window.actions_["fold"].trigger()
        self._picture(window, "folded")
        window.actions_["fold"].trigger()
        window.go_to("discrepancies")
        window.discrepancies.select_row(0)
        self._picture(window, "discrepancies")
        window.show_finding(pair.finding)
        self._picture(window, "compare")
        window.compare._by_time.click()  # noqa: SLF001
        self._picture(window, "compare_timeline")
        window.compare._by_time.click()  # noqa: SLF001
        several = max(differ, key=lambda case: len(sightings_of_case(window.dossier, case)))
        window.show_finding(several.finding)
        self._picture(window, "compare_several")
        window.go_to("export")
        self._picture(window, "export")

    def _states(self, window: Window) -> None:
        window.go_to("library")
        window.library.search.setText("nghèo")
        wait(lambda: 0 < window.library.model.rowCount() < window.library.model.total)
        self._picture(window, "found")
        window.library.search.setText("zebra")
        wait(lambda: not window.library.model.rowCount())
        self._picture(window, "nothing_found")
        window.library.search.clear()
        settle(0.3)
        window.actions_["find"].trigger()
        window.library.find_bar.field.setText("2023")
        window.hint.say("information", window.hints.words()["library"], [("enough", window.hints.tr("No more hints"))])
        self._picture(window, "find_and_hint")
        window.hint.hide()
        window.library.find_bar.clear()
        window.go_to("discrepancies")
        window.discrepancies.filter.setText("zebra")
        settle(0.5)
        self._picture(window, "no_finding")
        window.discrepancies.clear_filters()
        window.checks._crashed("quang-ninh.ms.txt")  # noqa: SLF001 - the words of a worker that died
        window.line.show_progress("reading", 12, 40, "quang-ninh.ms.txt")
        self._picture(window, "crashed_and_busy")
        window.line.rest()
        newer = "This dossier was made by a newer factcheck. Install the newest version to open it."
        window.notice.say("warning", newer)
        self._picture(window, "warning")
        window.notice.hide()

    def _sheets(self, window: Window) -> None:
        dossier = window.dossier
        assert dossier is not None
        pair = beside(dossier.cases(Selection(relations=frozenset({Relation.DIFFER}))), "fa", "en")
        match = pair.finding.match
        for name, sheet in (
            ("correction", CorrectionDialog(window, pair.a, match.a, (dossier.units(), dossier.places()), None)),
            ("facts", FactsSheet(window, pair.a, facts(dossier, pair.a.id), writable=True)),
            ("properties", PropertiesSheet(window, self.place.stem, properties(dossier))),
            ("map", DossierMapSheet(window, window.look, dossier.library())),
            ("why", WhyDialog(window, window.look, dossier.folder, match.a, match.b)),
            ("settings", Settings(window, window.preferences)),
            ("shortcuts", dialogs.ShortcutList(window)),
            ("skipped", dialogs.SkippedList(window, dossier.skipped())),
            ("log", dialogs.WorkerLog(window, ["reading quang-ninh.ms.txt", "killed"])),
            ("about", dialogs.About(window)),
        ):
            sheet.open()
            if name == "why":
                wait(lambda sheet=sheet: sheet._asking.isFinished())  # noqa: SLF001
            self._picture(sheet, name)
            sheet.close()


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("readme", "all"))
    parser.add_argument("--languages", default="en,fa")
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--sizes", default="", help="such as 1280@200, with commas between them")
    parser.add_argument("--to", type=Path, default=ALL, help="the folder for all pictures")
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
            given.to.mkdir(parents=True, exist_ok=True)
            wanted = given.sizes.split(",") if given.sizes else None
            for language in given.languages.split(","):
                for theme in given.themes.split(","):
                    for size, percent in SIZES:
                        if wanted is None or f"{size[0]}@{percent}" in wanted:
                            Views(given.to, home, place).take(language, theme, size, percent)
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
