"""Findings leave the house, in the formats of `named`."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from factcheck.export import (
    claim_review,
    csv_file,
    docx_file,
    html_report,
    json_file,
    markdown_file,
    sarif_file,
    web_annotation,
    xlsx_file,
)
from factcheck.export.atomic import replacing, writing
from factcheck.export.batch import Batch
from factcheck.export.named import LIST, must_be_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factcheck.export.batch import Cases
    from factcheck.model import Skipped

_TEXTS: dict[str, Callable[[Batch], Iterator[str]]] = {
    "csv": csv_file.pieces,
    "json": json_file.pieces,
    "jsonl": json_file.line_pieces,
    "html": html_report.pieces,
    "markdown": markdown_file.pieces,
    "claimreview": claim_review.pieces,
    "annotations": web_annotation.pieces,
    "sarif": sarif_file.pieces,
    LIST: json_file.list_pieces,
}
_FILES: dict[str, Callable[[Batch, Path], None]] = {"xlsx": xlsx_file.write, "docx": docx_file.write}

_PAUSE = 0.05  # seconds at least between two tellings of the progress


class _CancelledError(Exception):
    """The person does not want the file any more."""


def export(cases: Cases, skipped: Sequence[Skipped], form: str, output: Path) -> None:
    """Write findings to a file, in the order given, in one of `OWN_FORMATS`, without choices. Raises ExportError."""
    write(Batch(cases, skipped), form, output)


def write(
    batch: Batch,
    form: str,
    output: Path,
    *,
    progress: Callable[[int, int], bool] | None = None,
    writer: Callable[[Batch, Path], None] | None = None,
) -> bool:
    """Write a batch to a file in one of `FORMATS`; return whether it was written.

    The file is there whole or not at all; one that was there before is replaced. `progress` is told how many findings
    of how many are done, and returns whether to go on: where it does not, nothing is written. `writer` writes a format
    that is made elsewhere (the desktop's PDF). Raises ExportError.
    """
    batch = replace(batch, step=_steps(len(batch.cases), progress)).ready()
    try:
        if writer or form in _FILES:
            with replacing(output) as part:
                (writer or _FILES[form])(batch, part)
        else:
            made = _pieces(batch, form)
            with writing(output) as file:
                file.writelines(made)
    except _CancelledError:
        return False
    return True


def render(cases: Cases, skipped: Sequence[Skipped], form: str) -> str:
    """Return what a file would hold, for printing: without the mark at its start. Raises ExportError."""
    text = "".join(_pieces(Batch(cases, skipped).ready(), form)).removeprefix("\ufeff")
    return text.encode("utf-8", "replace").decode("utf-8")


def _pieces(batch: Batch, form: str) -> Iterator[str]:
    must_be_known(form, printed=True)
    return _TEXTS[form](batch)


def _steps(total: int, progress: Callable[[int, int], bool] | None) -> Callable[[int], None]:
    done, told = 0, -_PAUSE

    def step(more: int) -> None:
        nonlocal done, told
        done += more
        if progress is not None and ((more and done == total) or monotonic() - told >= _PAUSE):
            told = monotonic()
            if not progress(done, total):
                raise _CancelledError

    return step
