"""The command line, and the worker that the window runs beside itself."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn

_STREAMS = ("figures", "compare")
_NEW_OBJECTS = 100_000  # from which on garbage is looked for; hardly any of what reading makes is in circles


def main() -> None:
    """Run the command line; what goes wrong is said in one sentence."""
    gc.set_threshold(_NEW_OBJECTS, 20, 20)
    if len(sys.argv) == 3 and sys.argv[1] in _STREAMS and sys.argv[2] == "--jsonl":
        _stream(sys.argv[1])
        return
    try:
        from factcheck.cli.commands import run
    except KeyboardInterrupt:  # while it loads; later the commands know what to do
        _end(130)
    run()


def _stream(name: str) -> None:
    """Run a command of `streams` without the parser of options, which it needs not, and end at once.

    To take the tables of a dozen languages apart again, as Python does on its way out, would take as long as reading
    a hundred lines.
    """
    gc.disable()  # of what reading makes nothing is in circles
    from factcheck.cli import streams
    from factcheck.errors import FactcheckError

    try:
        getattr(streams, name)()
    except FactcheckError as error:
        _end(2, str(error))
    except BrokenPipeError:  # who reads this wants no more
        _end(1)
    except OSError as error:
        _end(2, f"What was found cannot be written ({error.strerror}). Make room, and try again.")
    except KeyboardInterrupt:
        _end(130)
    _end(0)


def _end(code: int, said: str = "") -> NoReturn:
    """End with the exit codes of the other commands; what was printed is out."""
    if said:
        sys.stderr.buffer.write(f"factcheck: {said}\n".encode())
        sys.stderr.flush()
    os._exit(code)
