"""The worker: the window runs it beside itself and reads what happens from its standard output, as JSON lines."""

from __future__ import annotations

import json
import sys
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

from factcheck.checking import Progress, check
from factcheck.dossier.store import Dossier
from factcheck.errors import FactcheckError
from factcheck.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PAUSE = 0.1  # seconds between two reports of progress


def work(dossier: Path, paths: Sequence[Path], *, language: str | None = None) -> None:
    """Check the paths into the dossier. Events: progress, skipped, finished, cancelled, error."""
    stop = threading.Event()
    threading.Thread(target=_listen, args=(stop,), daemon=True).start()
    try:
        with Dossier(dossier) as kept:
            _check(kept, paths, stop, language)
    except FactcheckError as error:
        _say(event="error", message=str(error))
        sys.exit(2)
    except OSError as error:
        what = error.strerror or str(error)
        _say(
            event="error", message=f"The disk refused ({what}). Make room, check it, and go on; what was read is kept."
        )
        sys.exit(2)


def _check(dossier: Dossier, paths: Sequence[Path], stop: threading.Event, language: str | None) -> None:
    said = 0.0
    with closing(check(dossier, paths, language=language, cancelled=stop.is_set)) as happenings:
        for happened in happenings:
            if isinstance(happened, Skipped):
                _say(event="skipped", path=happened.path, reason=happened.reason)
            elif isinstance(happened, Progress):
                now = time.monotonic()
                if now - said >= _PAUSE or happened.done in {0, happened.total}:
                    said = now
                    _say(
                        event="progress",
                        step=happened.step,
                        done=happened.done,
                        total=happened.total,
                        detail=happened.detail,
                    )
            else:  # all is kept; the window takes what it shows from there
                break
    if stop.is_set():
        _say(event="cancelled")
    else:
        _say(event="finished", documents=dossier.size(), findings=dossier.count())


def _listen(stop: threading.Event) -> None:
    for line in sys.stdin:
        if line.strip() == "cancel":
            stop.set()
            return


def _say(**fields: Any) -> None:
    sys.stdout.write(json.dumps(fields, ensure_ascii=False) + "\n")
    sys.stdout.flush()
