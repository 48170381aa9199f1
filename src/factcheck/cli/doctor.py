"""factcheck doctor: the whole job on the sample, with the network refused, and what it has to work with."""

from __future__ import annotations

import html
import os
import platform
import shutil
import sqlite3
import tempfile
import time
from concurrent.futures import BrokenExecutor
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from factcheck import __version__, offline
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.dossier.store import Dossier

_LITTLE = 500_000_000  # bytes of free space below which a check may not end
_PARTS = ("PySide6-Essentials", "tantivy", "Whoosh-Reloaded", "rapidfuzz", "py3langid", "babel")


def doctor(
    dossier: Annotated[Optional[Path], typer.Argument(help="A dossier to look at too.")] = None,  # noqa: UP045
) -> None:
    """Check this installation: the sample is read, compared and searched with the network refused."""
    from factcheck.cli import listing

    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        notes = Path(folder) / "notes"
        offline.refuse(notes)
        trouble = [*_installation(), *_sample(Path(folder)), *(_health(dossier) if dossier is not None else ())]
        trouble += _network(offline.told(notes))
    for one in trouble:
        typer.echo(f"Trouble: {one}")
    typer.echo("All is well." if not trouble else f"{listing.counted(len(trouble), 'thing')} to see to.")
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


def _sample(folder: Path) -> list[str]:
    """Do the whole job on the sample, and each part of it once more in a process of its own; return what went wrong."""
    from factcheck.checking import check
    from factcheck.dossier.store import Dossier
    from factcheck.export.formats import render
    from factcheck.model import Case, Relation
    from factcheck.resources import sample_dossier
    from factcheck.search.index import open_index

    began = time.monotonic()
    try:
        with Dossier(folder / "dossier") as kept:
            cases = [each for each in check(kept, [Path(str(sample_dossier()))]) if isinstance(each, Case)]
            differ = [case for case in cases if case.finding.relation is Relation.DIFFER]
            with open_index(kept.index_folder, kept) as index:
                indexed = index.documents()
            written = len(render(differ, [], "json"))
            apart = _apart(kept)
            articles = kept.size()
    except (FactcheckError, OSError, BrokenExecutor) as error:
        return [f"The sample could not be checked: {error}"]
    took = time.monotonic() - began
    _say("Sample", f"{articles} articles, {len(cases)} findings, {len(differ)} that differ, in {took:.1f} s")
    if not differ or indexed != articles or not written or not apart:
        return ["The sample's contradictions were not found, searched or written. Install factcheck again."]
    return []


def _apart(kept: Dossier) -> bool:
    """Read an article in a worker and a page in the process of the parsers, and index; return whether all was done."""
    from factcheck.checking.executors import Workers
    from factcheck.checking.reading import Ask, Manner, read_files
    from factcheck.checking.steps import index_folder

    document = next(kept.documents())
    page = kept.folder.with_name("page.html")
    page.write_text(f"<html><body><article><p>{html.escape(document.text)}</p></article></body></html>", "utf-8")
    with Workers(2) as workers:
        readings = [
            workers.submit(read_files, [Ask(path, "")], Manner()).result()[0] for path in (document.path, str(page))
        ]
        workers.beside(index_folder, str(kept.folder), str(kept.folder)).result()
    return all(reading.articles for reading in readings)


def _network(told: offline.Told) -> list[str]:
    """Say what came of refusing the network; return what speaks against it."""
    where = f"refused in {len(told.refused)} processes ({', '.join(told.refused)})"
    _say("Network", f"{where}, {len(told.attempts)} attempts to reach it")
    trouble = [f"Something tried to reach the network: {attempt}" for attempt in told.attempts]
    return trouble + [f"The network could not be refused in {process}" for process in told.open]


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
