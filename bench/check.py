"""A check from end to end, reading, matching and indexing: articles a second, and what growth costs.

    check.py --data DIR [--sizes 1000,16000] [--processes 1,2]     each size and number of processes from scratch
    check.py --data DIR --add --sizes 16000                        one article added to so many

DIR is a line-parallel corpus as for growth.py, which makes the articles. Work is told in CPU seconds of all processes
together, which other programs disturb least, beside seconds by the clock.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import growth
from factcheck.checking import check
from factcheck.dossier.store import Dossier
from factcheck.model import Case


def cpu():
    """Return the CPU seconds of this process and of those it has ended."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def peak():
    """Return the most memory, in MB: of this process, and of the largest of its children."""
    return [resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]


def steps(dossier, paths, **options):
    """Run a check; return seconds by the clock and of CPU when each step was over, and the number of findings.

    What other processes did is known when they have ended, with the last step.
    """
    began, worked, ended, findings = time.perf_counter(), cpu(), {}, 0
    for happened in check(dossier, paths, **options):
        if isinstance(happened, Case):
            findings += 1
        elif hasattr(happened, "step"):
            ended[happened.step] = round(time.perf_counter() - began, 2), round(cpu() - worked, 2)
    return ended, findings


def one(folder, processes):
    """Check a folder from scratch."""
    articles = sum(1 for _ in (folder / "articles").iterdir())
    with tempfile.TemporaryDirectory(dir=folder) as kept, Dossier(Path(kept)) as dossier:
        worked, began = cpu(), time.perf_counter()
        ended, findings = steps(dossier, [folder / "articles"], processes=processes)
        took, worked = time.perf_counter() - began, cpu() - worked
        began = time.perf_counter()
    return {
        "articles": articles, "processes": processes, "findings": findings, "a_second": round(articles / took, 1),
        "a_cpu_second": round(articles / worked, 1), "cpu_ms_an_article": round(1000 * worked / articles, 2),
        "seconds": round(took, 1), "ended": ended, "memory_mb": peak(),
    }  # fmt: skip


def add(folder):
    """Check a folder, then add one article, change it and remove it."""
    told = {}
    with tempfile.TemporaryDirectory(dir=folder) as kept:
        with Dossier(Path(kept)) as dossier:
            told["first"] = steps(dossier, [folder / "articles"])
            began, _ = time.perf_counter(), dossier.library()
            told["library_rows"] = round(time.perf_counter() - began, 3)
        text = next((folder / "articles").iterdir()).read_text("utf-8")
        for what, change in (("added", "\n"), ("changed", "\n\n")):
            (folder / "articles" / "zz new.txt").write_text(text + change, "utf-8")
            began, worked = time.perf_counter(), cpu()
            with Dossier(Path(kept)) as dossier:
                ended, _ = steps(dossier, [folder / "articles"])
            told[what] = {"ended": ended, "cpu": round(cpu() - worked, 2)}
        began = time.perf_counter()
        with Dossier(Path(kept)) as dossier:
            first = dossier.cases(limit=50)
            rows = dossier.library()
        told["reopened"] = {"seconds": round(time.perf_counter() - began, 3), "rows": len(rows), "cases": len(first)}
    return told


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", default="1000")
    parser.add_argument("--processes", default=f"1,{os.cpu_count()}")
    parser.add_argument("--add", action="store_true")
    parser.add_argument("--one", nargs=2)
    args = parser.parse_args()
    if args.one:
        gc.set_threshold(100_000, 20, 20)  # as the program itself does
        folder, processes = Path(args.one[0]), int(args.one[1])
        print(json.dumps(one(folder, processes) if processes else add(folder)))
        return
    for size in map(int, args.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "articles").mkdir()
            for name, _, text in growth.articles(args.data, size):
                (Path(folder) / "articles" / name).write_text(text, "utf-8")
            for processes in ["0"] if args.add else args.processes.split(","):
                command = [sys.executable, __file__, "--data", str(args.data), "--one", folder, processes]
                made = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
                print(", ".join(f"{name} {value}" for name, value in made.items()), flush=True)


if __name__ == "__main__":
    main()
