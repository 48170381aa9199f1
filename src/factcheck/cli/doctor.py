"""factcheck doctor: the whole job on the sample, with the network refused, and what it has to work with."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
import tempfile
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from factcheck import __version__
from factcheck.errors import FactcheckError

_REFUSED = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"})
_LITTLE = 500_000_000  # bytes of free space below which a check may not end
_PARTS = ("PySide6-Essentials", "tantivy", "Whoosh-Reloaded", "rapidfuzz", "py3langid", "babel")


class Network:
    """What of this process tried to reach another computer since `refuse`."""

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def refuse(self) -> None:
        """Refuse every connection of this process from now on, for good, and note it."""
        sys.addaudithook(self._look)

    def _look(self, event: str, given: tuple[Any, ...]) -> None:
        if event in _REFUSED:
            to_an_address = event in {"socket.connect", "socket.sendto"}
            address = given[-1] if to_an_address else given[0]
            if to_an_address and isinstance(address, (str, bytes)):
                return  # between processes of this computer
            self.attempts.append(f"{event} {address}")
            raise ConnectionRefusedError(f"factcheck doctor refuses the network: {event} {address}")


def doctor(
    dossier: Annotated[Optional[Path], typer.Argument(help="A dossier to look at too.")] = None,  # noqa: UP045
) -> None:
    """Check this installation: the sample is read, compared and searched with the network refused."""
    network = Network()
    network.refuse()
    trouble = [*_installation(), *_sample(network)]
    if dossier is not None:
        trouble += _health(dossier)
    for one in trouble:
        typer.echo(f"Trouble: {one}")
    typer.echo("All is well." if not trouble else f"{len(trouble)} things to see to.")
    if trouble:
        raise typer.Exit(1)


def _installation() -> list[str]:
    """Say what there is; return what is missing."""
    from factcheck.language.packs import packs
    from factcheck.resources import resource

    _say("factcheck", f"{__version__}, Python {platform.python_version()}, {platform.platform()}")
    _say("Parts", ", ".join(f"{name} {_version(name)}" for name in _PARTS) + f", SQLite {sqlite3.sqlite_version}")
    tags = packs()
    _say("Languages", f"{len(tags)}: {' '.join(sorted(tags))}")
    fonts = sorted(path.name for path in Path(str(resource("fonts"))).rglob("*.[ot]tf"))
    _say("Fonts", f"{len(fonts)}: {', '.join(fonts)}" if fonts else "those of the system")
    reader = shutil.which("tesseract")
    _say("Text in pictures", f"read by {reader}" if reader else "not read: Tesseract is not installed")
    free = shutil.disk_usage(tempfile.gettempdir()).free
    _say("Computer", f"{os.cpu_count()} cores, {free // 1_000_000:,} MB free in {tempfile.gettempdir()}")
    return [f"Only {free // 1_000_000} MB are free; make room before a check."] if free < _LITTLE else []


def _sample(network: Network) -> list[str]:
    """Do the whole job on the sample; return what went wrong."""
    from factcheck.checking import check
    from factcheck.dossier.store import Dossier
    from factcheck.export.formats import render
    from factcheck.model import Case, Relation
    from factcheck.resources import sample_dossier
    from factcheck.search.index import open_index

    began = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="factcheck-") as folder, Dossier(Path(folder)) as kept:
            cases = [each for each in check(kept, [Path(str(sample_dossier()))]) if isinstance(each, Case)]
            differ = [case for case in cases if case.finding.relation is Relation.DIFFER]
            with open_index(kept.index_folder, kept) as index:
                indexed = index.documents()
            written = len(render(differ, [], "json"))
            articles = kept.size()
    except (FactcheckError, OSError) as error:
        return [f"The sample could not be checked: {error}", *network.attempts]
    took = time.monotonic() - began
    _say("Sample", f"{articles} articles, {len(cases)} findings, {len(differ)} that differ, in {took:.1f} s")
    _say("Network", f"refused; {len(network.attempts)} attempts to reach it")
    trouble = [f"Something tried to reach the network: {attempt}" for attempt in network.attempts]
    if not differ or indexed != articles or not written:
        trouble.append("The sample's contradictions were not found, searched or written. Install factcheck again.")
    return trouble


def _health(dossier: Path) -> list[str]:
    from factcheck.dossier.health import problems

    found = problems(dossier)
    if not found:
        _say("Dossier", f"{dossier} is whole; {shutil.disk_usage(dossier).free // 1_000_000:,} MB free there")
    return found


def _say(name: str, told: str) -> None:
    typer.echo(f"{name + ':':18}{told}")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(missing)"
