"""The worker killed at random moments while the window is in use: it says so, offers to go on, and nothing is lost.

    window_kills.py [--kills 20] [--seed 1]

Between two kills a finding is decided and a figure corrected. In the end every decision and correction must be in force
and the findings be those of a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from factcheck.checking import check
from factcheck.dossier.corrections import Correction
from factcheck.dossier.store import Dossier
from factcheck.model import NOT_QUANTITIES, Verdict
from factcheck.resources import sample_dossier

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.desktop.window import Window

PATIENCE = 240.0  # seconds for a check on a busy machine
VERDICTS = (Verdict.CONFIRMED, Verdict.DISMISSED, Verdict.LATER)


class LostError(AssertionError):
    """Something is not as it must be."""


def must(true: object, said: str) -> None:
    """Raise LostError unless something is so."""
    if not true:
        raise LostError(said)


def wait(condition: Callable[[], bool], said: str) -> None:
    """Let the window go on until something is so."""
    end = monotonic() + PATIENCE
    while not condition():
        must(monotonic() < end, f"it took too long: {said}")
        QApplication.processEvents()


def kill_at_random(window: Window, articles: Path, kills: int, seed: int) -> int:
    """Kill the worker so often; return how many kills hit it at work. Raises LostError."""
    rng, hits = random.Random(seed), 0
    decided: dict[str, Verdict] = {}
    corrected: dict[tuple[str, ...], Correction] = {}
    process = window.checks.process
    ends: list[None] = []
    window.checks.finished.connect(lambda: ends.append(None))
    window.desk.add([str(articles)])
    for number in range(kills):
        if not process.running:
            for file in sorted(articles.glob("*.txt"))[number % 3 :: 3]:  # something to read again
                file.write_text(file.read_text("utf-8") + "\n", "utf-8")
            window.desk.add([str(articles)])
        end = monotonic() + rng.uniform(0.05, 4.0)
        while monotonic() < end and process.running:
            QApplication.processEvents()
        if process.running:
            ended = len(ends)
            process._process.kill()  # noqa: SLF001 - as the system does when memory is short
            wait(lambda: not process.running, "the window notices")
            must(window.notice.isVisible(), "the window says nothing of a worker that died")
            if len(ends) == ended:  # otherwise it had told its end, and was about to leave, when it was struck
                hits += 1
                must("stopped unexpectedly" in window.notice.text, window.notice.text)
            _decide(window, rng, decided)
            _correct(window, rng, corrected)
            window.notice.answer("retry") if window.notice.isVisible() else window.desk.read_again()
        _holds(window, decided, corrected)
    wait(lambda: not process.running, "the last check")
    while window.dossier is not None and window.dossier.pending("matching"):
        window.desk.read_again()
        wait(lambda: not process.running, "the last check again")
    _holds(window, decided, corrected)
    _as_undisturbed(window)
    return hits


def _decide(window: Window, rng: random.Random, decided: dict[str, Verdict]) -> None:
    window.go_to("discrepancies")
    rows = window.discrepancies.model.rowCount()
    if rows and window.dossier is not None:
        window.discrepancies.select_row(rng.randrange(rows))
        window.discrepancies.compare_current()
        if window.compare.case is not None:
            verdict = rng.choice(VERDICTS)
            decided[window.compare.case.finding.id] = verdict
            window.compare.decision.decide(verdict)


def _correct(window: Window, rng: random.Random, corrected: dict[tuple[str, ...], Correction]) -> None:
    dossier = window.dossier
    ids = dossier.document_ids() if dossier else []
    claims = [c for c in dossier.claims(rng.choice(ids)) if c.kind not in NOT_QUANTITIES] if dossier and ids else []
    if claims and dossier is not None:
        said = Correction((rng.choice(claims).id,), place="Hue")
        dossier.corrections.keep([said])
        corrected[said.claims] = said


def _holds(window: Window, decided: dict[str, Verdict], corrected: dict[tuple[str, ...], Correction]) -> None:
    assert window.dossier is not None
    for finding, verdict in decided.items():
        history = window.dossier.history(finding)
        must(history and history[-1].verdict is verdict, f"the decision on {finding} is lost")
    known = {(said.place, said.when) for said in window.dossier.corrections.in_force().values()}
    for said in corrected.values():
        must((said.place, said.when) in known, f"the correction of {said.claims} is lost")


def _as_undisturbed(window: Window) -> None:
    """Compare with a dossier that got the same corrections and one check."""
    assert window.dossier is not None
    in_force = list(window.dossier.corrections.in_force().values())
    with Dossier.in_memory() as other:
        for document in window.dossier.documents():
            other.save(document, window.dossier.claims_as_read(document.id))
        other.corrections.keep(in_force)
        for _ in check(other, [], afresh=True):
            pass
        must(_found(other) == _found(window.dossier), "the findings are others than without kills")


def _found(dossier: Dossier) -> set[tuple[str, str]]:
    return {(case.finding.id, case.finding.relation.value) for case in dossier.cases()}


def main() -> None:
    """Kill the worker at random; exit 1 where something was lost."""
    from factcheck.desktop.application import prepare
    from factcheck.desktop.preferences import Preferences
    from factcheck.desktop.theme import Look
    from factcheck.desktop.window import Window

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles"
        shutil.copytree(sample_dossier(), articles)
        window = Window(Look("light"), Preferences(Path(folder) / "window.ini"))
        window.show()
        window.desk.open(Path(folder) / "Killed.factcheck")
        try:
            hits = kill_at_random(window, articles, given.kills, given.seed)
        except LostError as error:
            sys.exit(f"lost: {error}")
        window.close()
    print(f"{given.kills} attempts, {hits} hit the worker at work; nothing was lost")


if __name__ == "__main__":
    main()
