"""The window: it wires pages, worker, search and dossier together. Pages ask by signals, the window answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from factcheck.desktop import dialogs
from factcheck.desktop.actions import PAGES, Actions
from factcheck.desktop.appearance import Appearance
from factcheck.desktop.checks import Checks
from factcheck.desktop.choosing import Choosing
from factcheck.desktop.compare_page import ComparePage
from factcheck.desktop.correcting import Correcting
from factcheck.desktop.deeds import wire
from factcheck.desktop.desk import Desk
from factcheck.desktop.discrepancies_page import DiscrepanciesPage
from factcheck.desktop.export_page import ExportPage
from factcheck.desktop.figure_handling import FigureHandling
from factcheck.desktop.hints import Hints
from factcheck.desktop.incoming import Incoming
from factcheck.desktop.isolates import plain
from factcheck.desktop.library_page import LibraryPage
from factcheck.desktop.machine_translation import MachineTranslation
from factcheck.desktop.notices import Notice, Tone
from factcheck.desktop.numbers import count
from factcheck.desktop.quotation import quotation
from factcheck.desktop.rail import Rail
from factcheck.desktop.result_saving import save_list
from factcheck.desktop.reviewing import Reviewing
from factcheck.desktop.saving import Saving
from factcheck.desktop.scrolling import Scrolled
from factcheck.desktop.start_page import StartPage, local_paths, name_of
from factcheck.desktop.status_line import StatusLine
from factcheck.desktop.telling import Telling
from factcheck.desktop.whole_dossier import WholeDossier
from factcheck.errors import FactcheckError
from factcheck.model import Relation

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from factcheck.desktop.preferences import Preferences
    from factcheck.desktop.reader import ArticleReader
    from factcheck.desktop.searching import Answer
    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier, Library
    from factcheck.model import Claim, Finding

ADVANCE = 450  # milliseconds that a decision is shown before the next open finding comes


class Window(QMainWindow):
    """factcheck's one window."""

    dossier_changed = Signal()
    outdated = Signal()  # another language or size is chosen: another window is to take its place

    def __init__(self, look: Look, preferences: Preferences) -> None:
        super().__init__()
        self.look, self.preferences = look, preferences
        self._stale: set[str] = set()  # pages that do not show what the dossier holds now
        self.articles: Library | None = None
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.actions_.colour(look)
        self.start = StartPage(look, self.actions_)
        self.library = LibraryPage(look, self.actions_)
        self.discrepancies = DiscrepanciesPage(look, self.actions_)
        self.compare = ComparePage(look, self.actions_)
        self.export = ExportPage(look)
        self.hint = Notice(look, (16, 0, 16, 10))
        self.notice, self.line = Notice(look, (16, 10, 16, 0)), StatusLine(look)
        self.pages = QStackedWidget()
        self.checks = Checks(self.line, self.notice, self)
        self.desk = Desk(self.checks, self.notice, preferences, self)
        self.incoming = Incoming(self.actions_["watch"], self.desk, self.notice, self)
        self.whole = WholeDossier(self)
        self.reviewing, self.correcting, self.telling = Reviewing(self), Correcting(self), Telling(self)
        self.saving, self.translating = Saving(self.export, self), MachineTranslation(self)
        self.choosing, self.appearance, self.hints = Choosing(self), Appearance(self), Hints(self)
        self._lay_out()
        wire(self)
        self._wire_pages()
        self.appearance.dress()
        self.go_to("start")
        self.show_dossier()

    # ---- building

    def _lay_out(self) -> None:
        self.setWindowTitle("factcheck")
        self.setMinimumSize(1120, 700)
        self.actions_.fill_menus(self)
        pages = {name: self.actions_[name] for name in PAGES if name != "export"}
        self.rail = Rail(self.look, pages, {name: self.actions_[name] for name in ("export", "theme")})
        for name in PAGES:
            self.pages.addWidget(Scrolled(getattr(self, name)))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        column.addWidget(self.hint)
        body = QWidget()
        body.setObjectName("page")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(body)
        self.setStatusBar(self.line)

    def _wire_pages(self) -> None:
        self.start.dropped.connect(self.desk.take)
        self.start.dossier_wanted.connect(self.desk.open)
        self.library.search_wanted.connect(self.desk.search)
        self.library.export_list_wanted.connect(self.export_list)
        self.library.compare_wanted.connect(self.show_finding)
        self.library.add_wanted.connect(self.choosing.files)
        self.discrepancies.compare_wanted.connect(self.show_finding)
        self.discrepancies.add_wanted.connect(self.choosing.files)
        self.compare.list_wanted.connect(lambda: self.go_to("discrepancies"))
        self.compare.article_wanted.connect(self.show_claim)
        self.compare.decision.decided.connect(self.reviewing.decide)
        self.compare.decision.noted.connect(self.reviewing.note)
        self.compare.decision.left.connect(self.compare.panes[0].reader.setFocus)
        self.reviewing.reviewed.connect(self._reviewed)
        for reader in self.readers:
            handling = FigureHandling(reader)
            handling.menu_wanted.connect(self.correcting.show_menu)
            handling.dropped.connect(self.correcting.dropped)
        self.desk.opened.connect(self._opened)
        self.desk.changed.connect(self.show_dossier)
        self.desk.answered.connect(self.library.show_answer)
        self.checks.changed.connect(self.show_dossier)
        self.checks.list_wanted.connect(self.show_skipped)
        self.checks.findings_wanted.connect(lambda: self.go_to("discrepancies"))
        self.checks.log_wanted.connect(lambda: dialogs.WorkerLog(self, self.checks.process.log).open())

    # ---- the dossier

    @property
    def dossier(self) -> Dossier | None:
        """Return the dossier that is open."""
        return self.desk.dossier

    def show_dossier(self) -> None:
        """Show what the dossier holds now, on every page."""
        dossier = self.dossier
        self.articles = library = dossier.library() if dossier else None
        self._stale = {"start", "library", "discrepancies", "export"}
        self._freshen(*(self._stale if dossier is None else {self.page}))
        self.desk.renew_search()
        counts = dossier.counts() if dossier else {}
        conflicts = counts.get(Relation.DIFFER, 0)
        parts = (
            self.tr("%n article(s)", "", len(library) if library else 0),
            self.tr("%n figure(s)", "", library.figures if library else 0),
            self.tr("%n conflict(s)", "", conflicts),
            self.tr("%n to check", "", counts.get(Relation.CHECK, 0)),
        )
        self.line.show_counts("  ·  ".join(parts) if dossier else self.tr("No dossier is open"))
        self.rail.buttons["discrepancies"].set_badge(conflicts)
        self._show_case()
        self._allow()
        self.dossier_changed.emit()

    # ---- going about

    @property
    def page(self) -> str:
        """Return the name of the page that is shown."""
        return PAGES[self.pages.currentIndex()]

    def go_to(self, page: str) -> None:
        """Show a page."""
        self.pages.setCurrentIndex(PAGES.index(page))
        self.actions_[page].setChecked(True)
        self._freshen(page)
        if page == "compare":
            self._show_case()
            self.compare.panes[0].reader.setFocus()
        elif page == "start":
            self.start.drop_zone.add_files.setFocus()
        elif page == "library":
            self.library.list.setFocus()
        elif page == "discrepancies":
            self.discrepancies.table.setFocus()
        self.hints.show(page)
        self._allow()

    def show_finding(self, finding: Finding) -> None:
        """Show the case of a finding side by side."""
        self._freshen("discrepancies")
        case = finding.under or finding.id
        row = self.discrepancies.model.row_of(case)
        if row < 0:
            self.discrepancies.clear_filters()
            row = self.discrepancies.model.row_of(case)
        self.discrepancies.select_row(row)
        self.go_to("compare")

    def show_claim(self, claim: Claim) -> None:
        """Show a figure in its article."""
        self.go_to("library")
        self.library.open_article(claim.document, claim)

    def compare_this(self) -> None:
        """Compare what is selected on the page that is shown."""
        (self.discrepancies if self.page == "discrepancies" else self.library).compare_current()

    def step(self, by: int) -> None:
        """Go to the next or previous figure or finding."""
        if self.page == "library":
            self.library.step(by)
        elif self.page in {"compare", "discrepancies"}:
            self.discrepancies.step(by)
            self._show_case()

    def next_open(self) -> None:
        """Go to the next finding without a decision."""
        self.discrepancies.select_row(self.reviewing.next_open_row())
        self._show_case()

    def search(self) -> None:
        """Put the cursor into the search field."""
        self.go_to("library")
        self.library.search.setFocus()
        self.library.search.selectAll()

    def export_list(self, answer: Answer | None) -> None:
        """Save the list of what a search found."""
        if self.dossier is None or answer is None:
            return
        try:
            name = save_list(self, self.dossier, answer, across=self.library.panel.across.isChecked())
        except FactcheckError as error:
            self.notice.say(Tone.ERROR, str(error))
        else:
            if name:
                self.line.tell(self.tr("The list is saved."))

    def find_in_article(self) -> None:
        """Open the field to find words in the article."""
        self.go_to("library")
        self.library.find_bar.open()

    def copy_quotation(self) -> None:
        """Copy the sentence in focus, or both sentences of Compare, with their sources."""
        if self.page == "compare":
            text = self.compare.quotation(self.saving.citation)
        else:
            found = self.library.inspector.found
            text = quotation(found[0].document, found[0].claim, self.saving.citation) if found else ""
        if text:
            QApplication.clipboard().setText(plain(text))
            self.line.tell(self.tr("The quotation is copied."))

    @property
    def readers(self) -> tuple[ArticleReader, ...]:
        """Return all places where articles are read."""
        return (self.library.reader, *(pane.reader for pane in (*self.compare.panes, self.compare.third)))

    def show_skipped(self) -> None:
        """List the files that were skipped."""
        dialogs.SkippedList(self, self.dossier.skipped() if self.dossier else []).open()

    # ---- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files on every page."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what is dropped."""
        event.acceptProposedAction()
        self.desk.take(local_paths(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place, and let go of everything."""
        self.preferences.geometry = self.saveGeometry()
        self.translating.stop()
        self.desk.close()
        super().closeEvent(event)

    # ---- inner workings

    def _freshen(self, *pages: str) -> None:
        """Fill these pages with what the dossier holds now; those that are not looked at can wait."""
        wanted = {*pages, *(("discrepancies",) if {"compare", "export"} & {*pages} else ())}
        for page in sorted(wanted & self._stale):
            self._stale.remove(page)
            if page == "start":
                self.start.show_recent(self.preferences.recent)
            elif page == "library":
                self.library.show_dossier(self.dossier, self.articles)
            elif page == "discrepancies":
                self.discrepancies.show_dossier(self.dossier)
            else:
                self.export.show_dossier(self.dossier)

    def _opened(self, folder: Path) -> None:
        self.setWindowTitle(f"{name_of(folder)} – factcheck")
        self.library.search.clear()
        self.discrepancies.clear_filters()
        self.go_to("library")

    def _show_case(self) -> None:
        if self.dossier is None:
            self.compare.show_case(None, None)
        elif self.page == "compare":
            at, total = self.discrepancies.table.currentIndex().row(), self.discrepancies.model.rowCount()
            place = self.tr("{0} of {1}").format(count(at + 1), count(total))
            self.compare.show_case(self.dossier, self.discrepancies.current, place)
            self._allow()

    def _reviewed(self, finding: str, advance: bool) -> None:
        self.discrepancies.refresh()
        if self.dossier is not None and self.compare.case and self.compare.case.finding.id == finding:
            self.compare.show_review(self.dossier.case(finding))
        if advance:
            QTimer.singleShot(ADVANCE, self, lambda: self._advance(finding))

    def _advance(self, finding: str) -> None:
        shown = self.compare.case
        if self.page == "compare" and shown is not None and shown.finding.id == finding:
            self.next_open()

    def _allow(self) -> None:
        """Enable what can be done here and now."""
        comparing = self.page == "compare" and self.compare.case is not None
        for name in ("confirm", "dismiss", "later", "note"):
            self.actions_[name].setEnabled(comparing and self.desk.writable)
        self.compare.decision.set_possible(self.desk.writable)
        for name in ("swap", "third", "translate"):
            self.actions_[name].setEnabled(comparing)
        reading = comparing or self.page == "library"
        for name in ("correct", "same", "not_same"):
            self.actions_[name].setEnabled(reading and self.desk.writable)
        for name in ("hold", "why", "facts"):
            self.actions_[name].setEnabled(reading)
        for name in ("read_again", "skipped", "undo", "redo", "next_open", "copy_quotation", "map", "properties"):
            self.actions_[name].setEnabled(self.dossier is not None)
