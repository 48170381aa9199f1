"""The formats in which findings leave the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import ExportError
from factcheck.export import csv_file, html_report, json_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.model import Case, Skipped

_WRITERS = {"csv": csv_file.write, "json": json_file.write, "html": html_report.write}

FORMATS: tuple[str, ...] = tuple(_WRITERS)


def export(cases: Sequence[Case], skipped: Sequence[Skipped], form: str, output: Path) -> None:
    """Write findings to a file, in the order given, in one of `FORMATS`.

    The file is there whole or not at all; one that was there before is replaced. Raises ExportError.
    """
    if form not in _WRITERS:
        raise ExportError(f"There is no format “{form}”. Choose one of {', '.join(FORMATS)}.")
    _WRITERS[form](cases, skipped, output)
