"""Waiting for the worker as long as it works: a busy machine may give it a twentieth of what a quiet one does."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pytestqt.exceptions import TimeoutError as TooLongError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from factcheck.desktop.reading_process import ReadingProcess

LOOKED_AT = 20_000  # milliseconds after which the worker must have done something
MOST = 60.0  # CPU seconds; a check of two articles takes one or two, and six more where tables are made anew


def wait_for(qtbot: QtBot, process: ReadingProcess, condition: Callable[[], object]) -> None:
    """Wait until something is true; fail where the worker stands still, or does far more than there is to do."""
    before = -1.0
    while True:
        try:
            qtbot.waitUntil(lambda: bool(condition()), timeout=LOOKED_AT)
        except TooLongError:
            done = _effort(process)
            if not before < done < MOST:
                raise
            before = done
        else:
            return


def _effort(process: ReadingProcess) -> float:
    """Return the CPU seconds that the worker has used, 0 where none runs or the system does not tell."""
    running = process._process
    if running is None:
        return 0.0
    try:
        fields = Path(f"/proc/{running.processId()}/stat").read_text("utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
