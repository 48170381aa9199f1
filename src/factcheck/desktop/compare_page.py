"""Compare: two sources side by side, their sentences at the same height, why they were put together, the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.desktop.chips import StatusChip
from factcheck.desktop.compare_panes import ComparePanes, Side
from factcheck.desktop.decision import DecisionPanel
from factcheck.desktop.dots import DotStrip, rows_of
from factcheck.desktop.elided import ElidedLabel
from factcheck.desktop.lineup import Lineup
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name
from factcheck.desktop.notices import Emptiness, Notice, Tone
from factcheck.desktop.numbers import percent
from factcheck.desktop.plain_words import describe, explain, kind_of
from factcheck.desktop.quotation import Citation, quotation
from factcheck.desktop.reasons import Reasons
from factcheck.desktop.scrolling import Scrolled
from factcheck.desktop.sightings import outlier, sightings_of_case
from factcheck.desktop.status import status_of, word
from factcheck.desktop.timeline import Timeline
from factcheck.desktop.witness_bar import WitnessBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from factcheck.desktop.actions import Actions
    from factcheck.desktop.sightings import Sighting
    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier
    from factcheck.model import Case, Claim

FOOT, NARROW = 232, 800  # height of the foot, and width below which its parts are put one below the other, as designed
AROUND = 130  # beside the words about a case: margins and the ways on, as designed
WORDS = 200  # what is read of the words about a case, as designed
ROOMY, ENOUGH = 1500, 1000  # widths from which three sources are shown, and from which they can be, as designed
_ALONG, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_UNBOUNDED = 16_777_215  # Qt's QWIDGETSIZE_MAX


class ComparePage(QWidget):
    """Shows one case; the window knows which is next."""

    list_wanted = Signal()
    article_wanted = Signal(object)  # Claim

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look, self._actions = look, actions
        self._dossier: Dossier | None = None
        self._lineup: Lineup | None = None
        self._three: bool | None = None  # whether a third source is wanted; None: where there is much room
        self.witnesses = WitnessBar(look)
        self.side_by_side = ComparePanes(look)
        self.panes, self.third = self.side_by_side.all[:2], self.side_by_side.all[2]
        self.decision = DecisionPanel(look)
        self.notice = Notice(look)
        self.reasons = Reasons(look)
        self.dots, self.timeline = DotStrip(look), Timeline(look)
        self._drawings, self._by_time = QStackedWidget(), QPushButton(self.tr("Timeline"))
        self._chip, self._title, self._place = StatusChip(look), ElidedLabel(), ElidedLabel()
        self._explanation = QLabel()
        self._sides = QPushButton()
        self._copy = QToolButton()
        self._stack, self._foot = QStackedWidget(), QFrame()
        self._under, self._parts = QBoxLayout(_ALONG), QBoxLayout(_ALONG)
        self._empty = Emptiness(look, "compare")
        self._lay_out()
        self._empty.wanted.connect(self.list_wanted)
        self.witnesses.wanted.connect(self.set_beside)
        for pane in self.side_by_side.all:
            pane.reader.figure_chosen.connect(self.article_wanted)
        self.show_case(None, None)

    # ---- building

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 12, 18, 16)
        column.setSpacing(11)
        column.addLayout(self._build_head())
        column.addWidget(self.notice)
        column.addWidget(self.side_by_side, 1)
        column.addWidget(self._build_foot())
        self._stack.addWidget(body)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for name in ("previous", "next"):
            button = QToolButton()
            button.setDefaultAction(self._actions[name])
            button.setAccessibleName(self._actions[name].iconText())
            row.addWidget(button)
        self._title.setObjectName("title")
        self._title.setFixedHeight(px(30))  # Arabic letters are taller, and must not move the panes
        self._place.setObjectName("muted")
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._chip)
        line.addWidget(self._place, 1)
        line.addStrut(self.witnesses.sizeHint().height())  # the panes stand still, with further sources or without
        under = self._under
        under.addLayout(line, 1)
        under.addWidget(self.witnesses)
        first = QHBoxLayout()
        first.addWidget(self._title, 1)
        self._copy.setDefaultAction(self._actions["copy_quotation"])
        self._copy.setAccessibleName(self._actions["copy_quotation"].iconText())
        self._sides.setToolTip(self._actions["swap"].toolTip())
        self._sides.clicked.connect(self._actions["swap"].trigger)
        for tool in (self._copy, self._sides):
            first.addWidget(tool)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(first)
        words.addLayout(under)
        row.addSpacing(6)
        row.addLayout(words, 1)
        return row

    def _build_foot(self) -> QWidget:
        foot, row = self._foot, self._parts
        foot.setObjectName("card")
        foot.setLayout(row)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(24)
        self._explanation.setWordWrap(True)
        inner = QWidget()
        inner.setObjectName("scrolled")
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 4, 0)
        lines.setSpacing(6)
        lines.addWidget(self._explanation)
        lines.addWidget(self.reasons)
        lines.addStretch()
        self._why = scroll = Scrolled(inner)
        scroll.setAccessibleName(self.tr("Why these two"))
        self._drawings.addWidget(self.dots)
        self._drawings.addWidget(self.timeline)
        self._by_time.setCheckable(True)
        self._by_time.setObjectName("witness")
        self._by_time.toggled.connect(lambda on: self._drawings.setCurrentIndex(int(on)))
        for title, widget, share in (
            (self.tr("Reported values"), self._drawings, 34),
            (self.tr("Why these two"), scroll, 44),
            (self.tr("Your decision"), self.decision, 22),
        ):
            head = QLabel(title)
            head.setObjectName("section")
            column = QVBoxLayout()
            column.setSpacing(6)
            line = QHBoxLayout()
            line.addWidget(head, 1)
            if widget is self._drawings:
                line.addWidget(self._by_time)
            column.addLayout(line)
            column.addWidget(widget, 1)
            row.addLayout(column, share)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts of the foot one below the other where there is no room beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < px(NARROW)
        self._parts.setDirection(_DOWN if narrow else _ALONG)
        self._place_witnesses()
        high = max(px(FOOT), self.decision.fullest() + px(52))  # with the margins, and the words over it
        self._foot.setMinimumHeight(0 if narrow else high)
        self._foot.setMaximumHeight(_UNBOUNDED if narrow else high)
        self._why.setMinimumHeight(px(130) if narrow else 0)
        self._name_sides()
        if self._lineup is not None and (self._lineup.third is not None) != self._room_for_three(self._lineup):
            self._show_panes(self._lineup)

    # ---- what is shown

    def show_case(self, dossier: Dossier | None, case: Case | None, place: str = "") -> None:
        """Show a case; `place` tells where in the list it is ("3 of 12"), None says that there is nothing."""
        last = self._lineup
        if last is not None and (case is None or last.case.finding.id != case.finding.id):
            self.decision.keep_note()  # of the case that was shown
        self._dossier = dossier
        self._stack.setCurrentIndex(0 if case else 1)
        if case is None or dossier is None:
            self._lineup = None
            self._empty.say(
                self.tr("Nothing to compare"),
                self.tr("Choose a finding from the list to see its two sources side by side."),
                self.tr("Show the list"),
            )
            return
        finding = case.finding
        status = status_of(finding.relation)
        self._chip.show_status(status, word(status))
        self._title.setText(describe(finding.match.a))
        confidence = self.tr("confidence {0}").format(percent(finding.match.score))
        self._place.setText("  ·  ".join(part for part in (place, kind_of(finding), confidence) if part))
        self._explanation.setText(explain(finding))
        self.reasons.show_finding(finding)
        self.decision.show_review(finding.id, case.review)
        found = sightings_of_case(dossier, case)
        self.dots.show_rows(rows_of(found, frozenset({finding.match.a.id, finding.match.b.id})))
        self.timeline.show_sources(found)
        self._by_time.setVisible(self.timeline.tells)
        self._by_time.setChecked(self._by_time.isChecked() and self.timeline.tells)
        if last is not None and last.case.finding.id == finding.id:
            last.case, last.found = case, found
            self._show_witnesses(last)
        else:
            alone = outlier(dossier, case)
            self._lineup = Lineup(case, found, alone, swapped=last is not None and last.swapped)
            self._show_panes(self._lineup)

    def show_review(self, case: Case) -> None:
        """Show the decision in force, the panes stay as they are."""
        if self._lineup is not None:
            self._lineup.case = case
        self.decision.show_review(case.finding.id, case.review)

    @property
    def case(self) -> Case | None:
        """Return the case that is shown."""
        return self._lineup.case if self._lineup else None

    @property
    def claims(self) -> tuple[Claim, Claim] | None:
        """Return the two figures that are shown, the leading side's first."""
        if self._lineup is None:
            return None
        (_, one), (_, other) = self._lineup.sides
        return one, other

    def set_beside(self, each: Sighting) -> None:
        """Set a further source beside the figure that stands alone, or the case's first."""
        if self._lineup is not None:
            self._lineup.set_beside(each)
            self._show_panes(self._lineup)

    def toggle_third(self) -> None:
        """Show a third source, or leave it out; tell where there is none, or no room for it."""
        if self._lineup is None:
            return
        self._three = self._lineup.third is None
        if self._three and not self._room_for_three(self._lineup):
            self._three = None
            none = self.tr("There is no room for a third source, or there is none.")
            self.notice.say(Tone.INFORMATION, none)
        else:
            self._show_panes(self._lineup)

    def swap(self) -> None:
        """Let the two sides change places."""
        if self._lineup is not None:
            self._lineup.swap()
            self._show_panes(self._lineup)

    def quotation(self, citation: Citation = Citation.NOTE) -> str:
        """Return both quotations with their sources named in a style, in the order shown."""
        shown = self._lineup.shown if self._lineup else []
        return "\n\n".join(quotation(document, claim, citation) for document, claim in shown)

    def _room_for_three(self, lineup: Lineup) -> bool:
        least = px(ROOMY if self._three is None else ENOUGH)
        return self._three is not False and self.width() >= least and len(lineup.others) > 1

    def _show_witnesses(self, lineup: Lineup) -> None:
        self.witnesses.show_sources(lineup.alone, lineup.others, lineup.beside)
        self._place_witnesses()

    def _place_witnesses(self) -> None:
        """Put the further sources under the words about the case where those would not be read beside them."""
        room = self.width() - px(AROUND) - self._chip.sizeHint().width() - self.witnesses.sizeHint().width()
        beside = self.width() >= px(NARROW) and room >= px(WORDS)
        self._under.setDirection(_ALONG if beside else _DOWN)

    def _name_sides(self) -> None:
        """Name the languages side by side on the button that swaps them, where there is room for names."""
        names = [language_name(side.document.language) for side in self.side_by_side.shown]
        self._sides.setText("⇄" if self.width() < px(NARROW) else "  ⇄  ".join(names))
        self._sides.setAccessibleName(f"{self.tr('Swap sides')}: {', '.join(names)}")

    def _show_panes(self, lineup: Lineup) -> None:
        assert self._dossier is not None
        lineup.choose_third(room=self._room_for_three(lineup))
        status = lineup.second.status if lineup.second.finding else status_of(lineup.case.finding.relation)
        sides = [Side(document, claim, status) for document, claim in lineup.sides]
        if lineup.third is not None:
            sides.append(Side(lineup.third.document, lineup.third.claim, lineup.third.status))
        self.side_by_side.show_sides(self._dossier, sides)
        self._name_sides()
        self._show_witnesses(lineup)
        if self.side_by_side.source_gone:
            gone = self.tr("A source file is gone. Its text as it was read into the dossier is shown.")
            self.notice.say(Tone.WARNING, gone)
        else:
            self.notice.hide()
