"""Every sheet of the window, filled from its dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.desktop.correction_dialog import CorrectionDialog
from factcheck.desktop.dialogs import About, ShortcutList, SkippedList, WorkerLog
from factcheck.desktop.dossier_map import DossierMapSheet
from factcheck.desktop.facts_sheet import FactsSheet
from factcheck.desktop.properties_sheet import PropertiesSheet
from factcheck.desktop.settings import Settings
from factcheck.desktop.taking_in import ReviewPreview
from factcheck.dossier.known_facts import facts
from factcheck.dossier.properties import properties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.desktop.dialogs import Sheet
    from factcheck.desktop.window import Window


def sheets(window: Window) -> Iterator[Sheet]:
    """Yield one sheet after the other."""
    dossier = window.dossier
    case = dossier.cases()[0]
    claim = case.finding.match.a
    yield Settings(window, window.preferences)
    yield ShortcutList(window)
    yield About(window)
    yield SkippedList(window, dossier.skipped())
    yield WorkerLog(window, ["7"])
    yield DossierMapSheet(window, window.look, dossier.library())
    yield PropertiesSheet(window, "Poverty", properties(dossier))
    yield CorrectionDialog(window, case.a, claim, (dossier.units(), dossier.places()), None)
    yield FactsSheet(window, case.a, facts(dossier, case.a.id), writable=True)
    yield ReviewPreview(window, [])
