"""The list of what a search found, saved as a file that the person names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from factcheck.errors import DossierError

if TYPE_CHECKING:
    from factcheck.desktop.searching import Answer
    from factcheck.dossier.store import Dossier

_MOST = 100_000  # rows


def save_list(parent: QWidget, dossier: Dossier, answer: Answer, *, across: bool) -> str:
    """Ask for a file and write the whole list into it; return its name, "" if none was chosen.

    Raises DossierError where the file cannot be written.
    """
    from factcheck.search.index import Hit, Results, open_index
    from factcheck.search.result_list import render, rows

    said = QCoreApplication.translate("ResultSaving", "Export the list")
    kinds = QCoreApplication.translate("ResultSaving", "Table (*.csv);;JSON (*.json)")
    name, _ = QFileDialog.getSaveFileName(parent, said, "articles.csv", kinds)
    if not name:
        return ""
    if answer.query and answer.total > len(answer.documents):
        with open_index(dossier.index_folder, dossier) as index:
            results = index.search(answer.query, limit=_MOST, across=across)
    else:
        hits = tuple(Hit(document, 0.0) for document in answer.documents)
        results = Results(answer.total, hits, answer.explanation, answer.tree)
    form = "json" if name.endswith(".json") else "csv"
    text = render(list(rows(results, dossier.document, dossier.claims)), form)
    try:
        Path(name).write_text(text, "utf-8", newline="")
    except OSError as error:
        raise DossierError(f"{name} cannot be written: {error.strerror or error}. Choose another place.") from error
    return name
