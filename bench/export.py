"""How long and how much memory the export of a dossier takes: bench/export.py [--findings 100000] [FORMAT...].

A dossier of articles in six languages is made once and kept in --keep. Each format is then written by `factcheck
export`, in a process of its own: CPU seconds, and memory above the same command for a dossier without findings.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations, count
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from factcheck.dossier.store import Dossier
from factcheck.export.named import FORMATS
from factcheck.model import Claim, Document, Finding, Relation, Skipped, Verdict
from samples import TEXTS, article, claim, finding, review

if TYPE_CHECKING:
    from collections.abc import Sequence

FIGURES = 12  # of an article, one a sentence
REVIEWED = 2_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("formats", nargs="*", default=FORMATS)
    parser.add_argument("--findings", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-bench-export")
    arguments = parser.parse_args()
    full, empty = arguments.keep / str(arguments.findings), arguments.keep / "empty"
    for folder, number in ((full, arguments.findings), (empty, 0)):
        if not (folder / "done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:  # its memory would count as ours
                apart.submit(make, folder, number).result()
            (folder / "done").touch()
    output = arguments.keep / "out"
    for form in arguments.formats:
        _, base, _ = export(empty, form, output)
        worked, most, took = export(full, form, output)
        size = output.stat().st_size / 1e6
        told = f"{worked:6.1f} CPU s, {took:6.1f} s by the clock, {size:7.1f} MB"
        print(f"{form:12} {told}, memory {base:.0f} + {most - base:.0f} MB", flush=True)
        output.unlink()


def make(folder: Path, number: int) -> None:
    """Fill a dossier with events that are told in six languages, each figure of one beside those of the others."""
    chance, started = random.Random(1), time.process_time()
    findings: list[Finding] = []
    with Dossier(folder) as dossier:
        for event in count():
            if len(findings) >= number:
                break
            told = [written(language, event, chance) for language in TEXTS]
            for document, claims in told:
                dossier.save(document, claims)
            for stated in zip(*(claims for _, claims in told), strict=True):
                for a, b in combinations(stated, 2):
                    findings.append(finding(a, b, chance.choice(list(Relation)), score=chance.random()))
        dossier.replace_findings(findings[:number])
        for one in findings[:REVIEWED]:
            dossier.review(review(one, Verdict.CONFIRMED, f"Note on {one.id}"))
        dossier.replace_skipped([Skipped(f"/home/editor/scan{n}.pdf", "It holds no text.") for n in range(50)])
        print(f"{dossier.size():,} articles, {dossier.count():,} findings: {time.process_time() - started:.0f} CPU s")


def written(language: str, event: int, chance: random.Random) -> tuple[Document, list[Claim]]:
    """Return an article with a figure in each of its sentences, and the claims of all but its title's."""
    title, _, text = (re.sub(r"\d", "", part) for part in TEXTS[language].partition("\n"))
    figures = [f"{n}.{chance.randrange(1000, 10_000)}" for n in range(FIGURES)]
    document = article(language, f"{title} {event}\n" + " ".join(f"{text} {figure} %." for figure in figures))
    return document, [claim(document, f"{figure} %", figure) for figure in figures]


def export(folder: Path, form: str, output: Path) -> tuple[float, float, float]:
    """Run the export of a dossier; return CPU seconds, the most memory in MB, and seconds by the clock."""
    started = time.perf_counter()
    command: Sequence[str] = (
        sys.executable, "-m", "factcheck", "export", str(folder), "--all", "--format", form, "--output", str(output),
        "--force",
    )  # fmt: skip
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    _, status, used = os.wait4(os.posix_spawn(sys.executable, command, os.environ, file_actions=quiet), 0)
    assert os.waitstatus_to_exitcode(status) == 0, form
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, time.perf_counter() - started


if __name__ == "__main__":
    main()
