"""Parsers run in a process of their own, which is stopped when it hangs or takes more memory than it may.

One such process serves all files that this process reads, and is started anew after it was stopped. Formats whose
readers are ours and linear are read here, without it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from functools import cache
from multiprocessing import current_process, get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.reading.formats.content import Content, Part, Unread, Working

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

SECONDS = 75.0  # for one article or one scanned page, and ...
SECONDS_A_MEGABYTE = 10.0  # ... so many more for each megabyte of the file
_MOST_SECONDS = 1800.0  # whatever the size
_MEMORY = 1_000_000_000  # bytes of addresses; libraries that are only mapped count too

_STUCK = "Reading it took too long and was stopped; save the article as text (.txt) or PDF."
_DIED = "The file makes its parser fail; open it in its program and save it again."


def parsed(part: Part) -> Iterator[Content | Unread | Working]:
    """Yield the articles of a file, read in the other process; what stops that process is told as unread."""
    if current_process().daemon:  # it may have no children; whoever made it looks after it
        from factcheck.reading.formats.opening import contents

        yield from contents(part)
        return
    yield from _parser().read(part, min(SECONDS + SECONDS_A_MEGABYTE * part.size / 1e6, _MOST_SECONDS))


class Parser:
    """The process that parses; started by the first file."""

    def __init__(self) -> None:
        self._process: Any = None
        self._link: Connection | None = None

    def read(self, part: Part, patience: float) -> Iterator[Content | Unread | Working]:
        """Yield what a file holds; no article or sign of life may take longer than `patience` seconds."""
        link = self._started()
        done = False
        try:
            link.send(part)
            while True:
                if not link.poll(patience):
                    yield Unread(part.name, _STUCK)
                    return
                one = link.recv()
                if one is None:
                    done = True
                    return
                yield one
        except (EOFError, OSError):
            yield Unread(part.name, _DIED)
        finally:
            if not done:  # hung, dead, or the caller wants no more
                self.stop()

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._link is not None:
            self._link.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._link = None

    def _started(self) -> Connection:
        if self._link is not None and self._process.is_alive():
            return self._link
        self.stop()
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True, name="factcheck-parser")
        self._process.start()
        theirs.close()
        self._link = ours
        return ours


@cache
def _parser() -> Parser:
    return Parser()


def _serve(link: Connection) -> None:
    """Read files as they come, until the other end is closed."""
    from factcheck.reading.formats.opening import contents

    _limit_memory()
    # Parsers warn there; the person gets the reason instead.
    sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the process
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            part = link.recv()
            for one in contents(part):
                link.send(one)
            link.send(None)


def _limit_memory() -> None:
    """Bound what this process may take, where the system can: Linux; macOS and Windows do not keep to it."""
    if sys.platform == "linux":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        least = _MEMORY if most == resource.RLIM_INFINITY else min(_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (least, most))
