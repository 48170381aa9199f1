"""What was not read, files and figures, as every export lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.export.rows import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.export.batch import Batch
    from factcheck.export.report_words import Words


def files(batch: Batch) -> Iterator[dict[str, object]]:
    """Yield the files that were not read, with the reason."""
    for one in batch.skipped:
        path = shown_path(one.path, batch.folder or "", batch.options)
        reason = one.reason.replace(one.path, path or "This file") if one.path else one.reason
        yield {"path": path, "reason": reason}


def figures(batch: Batch) -> Iterator[dict[str, object]]:
    """Yield the figures that were not read, with where they stand (code points of the article's text)."""
    for one in batch.unread():
        yield {
            "path": shown_path(one.path, batch.folder or "", batch.options),
            "document": one.document,
            "start": one.span.start,
            "end": one.span.end,
            "text": one.text,
            "around": one.around if batch.options.texts else "",
        }


def lists(batch: Batch, say: Words) -> Iterator[tuple[str, tuple[str, ...], Iterator[tuple[str, ...]]]]:
    """Yield the lists of a report: title, heads of the columns, rows. Those that would be empty are left out."""
    if batch.skipped:
        rows = ((str(one["path"]), str(one["reason"])) for one in files(batch))
        yield say.count("files_not_read", len(batch.skipped)), (say["file"], say["cause"]), rows
    if number := sum(1 for _ in batch.unread()):
        told = ((str(one["text"]), str(one["around"]), str(one["path"])) for one in figures(batch))
        yield say.count("figures_not_read", number), (say["figure"], say["text"], say["file"]), told
