"""Corrections by hand: how a figure is read, whether two speak of the same thing, and why they were flagged or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from factcheck.desktop.correction_dialog import CorrectionDialog
from factcheck.desktop.notices import Tone
from factcheck.desktop.plain_words import sentence
from factcheck.desktop.reviewing import reviewer
from factcheck.desktop.why_dialog import WhyDialog
from factcheck.dossier.corrections import Correction
from factcheck.errors import DossierError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.desktop.window import Window
    from factcheck.dossier.corrections import Corrections
    from factcheck.model import Claim

MOST_PLACES = 4000  # offered while a place is written


class Correcting(QObject):
    """Acts on the figure in focus, on the two that Compare shows, or on the one held and the one in focus."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._held: Claim | None = None
        self._like: list[Correction] = []
        window.notice.answered.connect(self._answered)

    # ---- which figures

    @property
    def figure(self) -> Claim | None:
        """Return the figure in focus."""
        window = self._window
        if window.page == "compare":
            return window.compare.claims[0] if window.compare.claims else None
        found = window.library.inspector.found
        return found[0].claim if window.page == "library" and found else None

    @property
    def pair(self) -> tuple[Claim, Claim] | None:
        """Return the two figures in question."""
        window = self._window
        if window.page == "compare":
            return window.compare.claims
        held, figure = self._held, self.figure
        return (held, figure) if held and figure and held.id != figure.id else None

    def hold(self, claim: Claim | None = None) -> None:
        """Keep a figure at hand until it is put beside another."""
        claim = claim or self.figure
        if claim is None:
            return
        self._held = claim
        answers = [
            ("pair_same", self.tr("The same thing")),
            ("pair_not_same", self.tr("Not the same thing")),
            ("pair_why", self.tr("Why?")),
        ]
        words = self.tr("At hand: {0}. Choose another figure, and say what holds of the two.").format(sentence(claim))
        self._window.notice.say(Tone.INFORMATION, words, answers, stays=True)

    # ---- what is said

    def correct(self, claim: Claim | None = None) -> None:
        """Ask how a figure is to be read."""
        dossier, claim = self._window.dossier, claim or self.figure
        if dossier is None or claim is None or not self._window.desk.writable:
            return
        name = claim.id
        claim = next((each for each in dossier.claims_as_read(claim.document) if each.id == name), claim)
        held = dossier.corrections.in_force().get((name,))
        choices = (dossier.units(), dossier.places()[:MOST_PLACES])
        dialog = CorrectionDialog(self._window, dossier.document(claim.document), claim, choices, held)
        dialog.kept.connect(lambda said, claim=claim: self._read_as(claim, said))
        dialog.taken_back.connect(lambda: self._take_back((name,)))
        dialog.open()

    def say_same(self, *, same: bool, pair: tuple[Claim, Claim] | None = None) -> None:
        """Keep whether two figures speak of the same thing."""
        from factcheck.checking.likeness import like_pairs  # the checker is not needed to show the window

        pair, dossier = pair or self.pair, self._window.dossier
        if pair is None or dossier is None:
            self._window.line.tell(self.tr("Hold one figure (H), then choose another."))
            return
        if self._keep([Correction.of_two(*pair, same=same, reviewer=reviewer())]):
            self._held = None
            others = like_pairs(dossier, *pair)
            if not same:
                listed = {
                    frozenset((f.match.a.id, f.match.b.id)) for x, _ in others for f in dossier.findings_of(x.document)
                }
                others = [each for each in others if frozenset(one.id for one in each) in listed]
            self._ask_of_like([Correction.of_two(*each, same=same, reviewer=reviewer()) for each in others])

    def why(self, pair: tuple[Claim, Claim] | None = None) -> None:
        """Tell why two figures were flagged, or were not."""
        pair, dossier = pair or self.pair, self._window.dossier
        if pair is None or dossier is None:
            self._window.line.tell(self.tr("Hold one figure (H), then choose another."))
            return
        WhyDialog(self._window, self._window.look, dossier.folder, *pair).open()

    # ---- menus

    def show_menu(self, claim: Claim, where: QPoint) -> None:
        """Offer what can be done with a figure."""
        window, menu = self._window, QMenu(self._window)
        menu.addAction(window.actions_["correct"].text(), lambda: self.correct(claim)).setEnabled(window.desk.writable)
        menu.addAction(window.actions_["hold"].text(), lambda: self.hold(claim))
        pair = self.pair if window.page == "compare" else (self._held, claim) if self._held else None
        if pair is not None and pair[0].id != pair[1].id:
            menu.addSeparator()
            self._offer(menu, pair)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def dropped(self, name: str, onto: Claim, where: QPoint) -> None:
        """Offer what can be said of a figure and the one it was dropped on."""
        dossier = self._window.dossier
        if dossier is None:
            return
        claims = (each for document in dossier.articles_of([name]) for each in dossier.claims(document))
        dragged = next((each for each in claims if each.id == name), None)
        if dragged is not None:
            menu = QMenu(self._window)
            self._offer(menu, (dragged, onto))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(where)
            menu.setActiveAction(menu.actions()[0])

    def _offer(self, menu: QMenu, pair: tuple[Claim, Claim]) -> None:
        texts = {name: self._window.actions_[name].text() for name in ("same", "not_same", "why")}
        writable = self._window.desk.writable
        menu.addAction(texts["same"], lambda: self.say_same(same=True, pair=pair)).setEnabled(writable)
        menu.addAction(texts["not_same"], lambda: self.say_same(same=False, pair=pair)).setEnabled(writable)
        menu.addAction(texts["why"], lambda: self.why(pair))

    # ---- inner workings

    def _read_as(self, claim: Claim, said: Correction) -> None:
        from factcheck.checking.likeness import like

        dossier = self._window.dossier
        if dossier is None or not self._keep([said.by(reviewer())]):
            return
        known = dossier.corrections.in_force()
        others = [each for each in like(dossier, claim) if (each.id,) not in known]
        self._ask_of_like([said.by(reviewer(), each.id) for each in others])

    def _ask_of_like(self, corrections: Sequence[Correction]) -> None:
        self._like = list(corrections)
        if self._like:
            words = self.tr("%n more are written the same way. Does that hold of them too?", "", len(self._like))
            self._window.notice.say(Tone.INFORMATION, words, [("like", self.tr("Yes, of all of them"))], stays=True)

    def _take_back(self, claims: tuple[str, ...]) -> None:
        self._write(lambda log: log.take_back(claims), self.tr("The correction is taken back."))

    def _keep(self, corrections: Sequence[Correction]) -> bool:
        return self._write(lambda log: log.keep(corrections), self.tr("The correction is kept."))

    def _write(self, act: Callable[[Corrections], None], words: str) -> bool:
        window = self._window
        if window.dossier is None or not window.desk.writable:
            return False
        window.notice.hide()
        try:
            act(window.dossier.corrections)
        except DossierError as error:
            window.notice.say(Tone.ERROR, str(error))
            return False
        self.settle(words)
        return True

    def settle(self, words: str) -> None:
        """Show what was said, and let everything be compared anew."""
        window = self._window
        window.line.tell(words)
        window.show_dossier()
        if window.dossier is not None:
            window.checks.compare_anew(window.dossier.folder)

    def _answered(self, name: str) -> None:
        if name == "like":
            self._keep(self._like)
        elif name in {"pair_same", "pair_not_same"}:
            self.say_same(same=name == "pair_same")
        elif name == "pair_why":
            self.why()
