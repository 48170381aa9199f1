"""The paths given on the command line, with standard input among them as "-"."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.reading.files import FIELDS
from factcheck.reading.pasting import keep

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STANDARD_INPUT = Path("-")


def chosen_columns(told: Sequence[str]) -> dict[str, str]:
    """Return field -> column of a table out of "field=column". Raises typer.BadParameter."""
    chosen = {}
    for one in told:
        field, sign, column = one.partition("=")
        if field not in FIELDS or not sign or not column:
            raise typer.BadParameter(
                f"{one!r}: name a field and its column, such as text=Body; fields are {', '.join(FIELDS)}."
            )
        chosen[field] = column
    return chosen


@contextmanager
def given(paths: Sequence[Path], dossier: Path | None = None) -> Iterator[list[Path]]:
    """Yield the paths; standard input is a file meanwhile, and stays one in the folder of the dossier if there is one.

    A dossier is checked again from other folders too: what it keeps are absolute paths, one for each file. Raises
    UnreadableFileError if standard input is too large or cannot be kept.
    """
    if dossier is not None:
        paths = [path if path == _STANDARD_INPUT else Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - ".." is resolved, links are not
    if _STANDARD_INPUT not in paths:
        yield list(paths)
        return
    with tempfile.TemporaryDirectory(prefix="factcheck-") as passing:
        folder = dossier / "pasted" if dossier is not None else Path(passing)
        kept = keep(sys.stdin.buffer.read(), folder)
        yield [kept if path == _STANDARD_INPUT else path for path in paths]
