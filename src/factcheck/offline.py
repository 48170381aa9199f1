"""The network refused, in this process and in all that it starts: by this `factcheck doctor` proves that none is used.

A process that is started finds the refusal in its environment as soon as it imports factcheck (`factcheck/__init__`),
and one that is forked inherits it (`checking/executors`). A person may ask for it too, by FACTCHECK_OFFLINE=1. Where
notes are kept, each tries at once to reach an address on this very computer, and notes what came of that. Python tells
what its sockets are about to do (PEP 578); what a library might do past Python's sockets is not seen.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from multiprocessing import current_process
from pathlib import Path
from typing import Any, NamedTuple

REFUSED = "FACTCHECK_OFFLINE"  # the variable that refuses the network, unless it is "" or "0"
NOTES = "FACTCHECK_OFFLINE_NOTES"  # the variable that names the file of notes, where any are kept

_TO_AN_ADDRESS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_BY_NAME = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})
_LOOKING: list[bool] = []  # holds something from when on this process, or one that it was forked from, is looked at
_PROVED: set[int] = set()  # this process and those that it was forked from, once they noted that they are
_NEAR = ("127.0.0.1", 9)  # the port "discard", at which nobody listens (RFC 863)


class Told(NamedTuple):
    """What the processes noted: those in which the network is refused, those in which it is not, and attempts."""

    refused: tuple[str, ...]
    open: tuple[str, ...]
    attempts: tuple[str, ...]


def is_wanted() -> bool:
    """Return whether the environment asks for it."""
    return os.environ.get(REFUSED, "0") not in {"", "0"}


def refuse(notes: Path | None = None) -> None:
    """Refuse every connection of this process and of those that it starts, for good; they note it in a file."""
    os.environ[REFUSED] = "1"
    if notes is not None:
        os.environ[NOTES] = str(notes)
    begin()


def begin() -> None:
    """Refuse every connection of this process; where notes are kept, see once whether that works, and note it."""
    if not _LOOKING:
        _LOOKING.append(True)
        sys.addaudithook(_look)
    if NOTES in os.environ and os.getpid() not in _PROVED:
        _PROVED.add(os.getpid())
        _prove()


def _prove() -> None:
    try:
        with socket.socket() as tried:
            tried.settimeout(1)
            tried.connect(_NEAR)
        refused = False
    except ConnectionRefusedError as error:
        refused = error.args == _refusal("socket.connect", _NEAR).args
    except OSError:
        refused = False
    _note("refused" if refused else "open", f"{current_process().name} ({os.getpid()})")


def told(notes: Path) -> Told:
    """Return what this process and those that it started have noted. Raises OSError."""
    found: dict[str, list[str]] = {"refused": [], "open": [], "attempts": []}
    for line in notes.read_text("utf-8").splitlines():
        what, said = json.loads(line)
        found[what].append(said)
    return Told(*(tuple(found[name]) for name in Told._fields))


def _look(event: str, given: tuple[Any, ...]) -> None:
    if event in _TO_AN_ADDRESS or event in _BY_NAME:
        address = given[-1] if event in _TO_AN_ADDRESS else given[0]
        if event in _TO_AN_ADDRESS and isinstance(address, (str, bytes, type(None))):
            return  # between processes of this computer
        if address != _NEAR:
            _note("attempts", f"{event} {address} by {current_process().name}")
        raise _refusal(event, address)


def _refusal(event: str, address: object) -> ConnectionRefusedError:
    return ConnectionRefusedError(f"The network is refused here: {event} {address}")


def _note(what: str, said: str) -> None:
    if NOTES not in os.environ:
        return
    with Path(os.environ[NOTES]).open("a", encoding="utf-8") as notes:  # one short line: it is written at once
        notes.write(json.dumps((what, said)) + "\n")
