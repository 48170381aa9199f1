"""The formats in which findings leave the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import ExportError
from factcheck.export import csv_file, html_report, json_file
from factcheck.export.atomic import writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.model import Case, Skipped

_FORMS = {"csv": csv_file.pieces, "json": json_file.pieces, "html": html_report.pieces}

FORMATS: tuple[str, ...] = tuple(_FORMS)


def export(cases: Sequence[Case], skipped: Sequence[Skipped], form: str, output: Path) -> None:
    """Write findings to a file, in the order given, in one of `FORMATS`.

    The file is there whole or not at all; one that was there before is replaced. Raises ExportError.
    """
    made = _pieces(cases, skipped, form)
    with writing(output) as file:
        file.writelines(made)


def render(cases: Sequence[Case], skipped: Sequence[Skipped], form: str) -> str:
    """Return what a file would hold, for printing: without the mark at its start. Raises ExportError."""
    text = "".join(_pieces(cases, skipped, form)).removeprefix("\ufeff")
    return text.encode("utf-8", "replace").decode("utf-8")


def _pieces(cases: Sequence[Case], skipped: Sequence[Skipped], form: str) -> Iterator[str]:
    if form not in _FORMS:
        raise ExportError(f"There is no format “{form}”. Choose one of {', '.join(FORMATS)}.")
    return _FORMS[form](cases, skipped)
