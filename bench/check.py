"""A check from end to end, reading, matching and indexing: articles a second, and what growth costs.

    check.py --data DIR [--sizes 1000,16000] [--processes 1,2]     each size and number of processes from scratch
    check.py --data DIR --add --sizes 16000 [--keep FOLDER]        one article added to so many, changed and removed

DIR is a line-parallel corpus as for growth.py, which makes the articles. --keep has the articles, and the dossier that
one is added to, kept for another time; that is made anew where the knowledge of languages is another. Work is told in
CPU seconds of all processes together, which other programs disturb least, beside seconds by the clock; memory is the
most of one process, of one that it started, and of all of them at a time. What is added is read, compared and printed
by a process of its own: by the command line, and by the worker of the window.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import growth
import memory
from factcheck.checking import check
from factcheck.checking.reading import Manner, reader_name
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
    """Run a check; return seconds by the clock and of CPU when each step was over.

    What other processes did is known when they have ended, with the last step. The findings are in the dossier then;
    going through them is no part of a check.
    """
    began, worked, ended = time.perf_counter(), cpu(), {}
    with closing(check(dossier, paths, **options)) as happenings:
        for happened in happenings:
            if isinstance(happened, Case):
                break
            if hasattr(happened, "step"):
                ended[happened.step] = round(time.perf_counter() - began, 2), round(cpu() - worked, 2)
    return ended


def one(folder, processes):
    """Check a folder from scratch."""
    articles = sum(1 for _ in (folder / "articles").iterdir())
    with tempfile.TemporaryDirectory(dir=folder) as kept, Dossier(Path(kept)) as dossier:
        worked, began = cpu(), time.perf_counter()
        ended = steps(dossier, [folder / "articles"], processes=processes)
        took, worked = time.perf_counter() - began, cpu() - worked
        findings = dossier.count()
    return {
        "articles": articles, "processes": processes, "findings": findings, "a_second": round(articles / took, 1),
        "a_cpu_second": round(articles / worked, 1), "cpu_ms_an_article": round(1000 * worked / articles, 2),
        "seconds": round(took, 1), "ended": ended, "memory_mb": peak(),
    }  # fmt: skip


def fill(folder, data, size):
    """Write so many articles into a folder, if they are not there yet."""
    done = folder / "articles are there"
    if not done.exists():
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        for name, _, text in growth.articles(data, size):
            (folder / "articles" / name).write_text(text, "utf-8")
        done.touch()


def prepared(folder):
    """Return a dossier of the articles of a folder: the one that is kept there, or one that is made now."""
    dossier = folder / f"dossier {reader_name(Manner())}"
    done = dossier / "dossier is made"
    if not done.exists():
        for old in folder.glob("dossier *"):
            shutil.rmtree(old)
        run("check", folder / "articles", "--dossier", dossier)
        done.touch()
    return dossier


def run(*arguments):
    """Run a command of the program; return seconds by the clock and of CPU, until it has ended."""
    began, worked = time.perf_counter(), cpu()
    command = [sys.executable, "-m", "factcheck", *map(str, arguments)]
    subprocess.run(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True)
    return {"seconds": round(time.perf_counter() - began, 2), "cpu": round(cpu() - worked, 2)}


def add(folder):
    """Add one article to a dossier, change it and remove it; yield what each took, by either command."""
    articles, new = folder / "articles", folder / "articles" / "zz new.txt"
    made = prepared(folder)
    with Dossier(made, read_only=True) as dossier:
        text = dossier.cases(limit=1)[0].a.text  # what contradicts others there will contradict them again
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        for name, command in (("check", ["check", articles, "--dossier"]), ("work", ["work"])):
            kept = Path(scratch) / name
            shutil.copytree(made, kept)
            os.sync()  # or the first write of a check would wait for half a gigabyte of the copy
            given = [*command, kept] if name == "check" else [*command, kept, articles]
            for what, content in (("unchanged", None), ("added", "\n"), ("changed", "\n\n"), ("removed", None)):
                if content is not None:
                    new.write_text(text + content, "utf-8")
                if what == "removed":
                    new.unlink()
                yield {"command": name, "article": what, **run(*given), **findings(kept, new)}
            shutil.rmtree(kept)


def findings(kept, path):
    """Return how many articles and findings there are, and how many are about the article of a path."""
    with Dossier(kept, read_only=True) as dossier:
        about = [len(dossier.findings_of(row.document)) for row in dossier.library() if row.path == str(path)]
        return {"articles": dossier.size(), "findings": dossier.count(), "its": sum(about)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", default="1000")
    parser.add_argument("--processes", default=f"1,{os.cpu_count()}")
    parser.add_argument("--add", action="store_true")
    parser.add_argument("--keep", type=Path, help="folder in which articles and dossiers are kept for another time")
    parser.add_argument("--one", nargs=2)
    args = parser.parse_args()
    if args.one:
        gc.set_threshold(100_000, 20, 20)  # as the program itself does
        print(json.dumps(one(Path(args.one[0]), int(args.one[1]))))
        return
    for size in map(int, args.sizes.split(",")):
        with tempfile.TemporaryDirectory() as scratch:
            folder = (args.keep or Path(scratch)) / str(size)
            fill(folder, args.data, size)
            if args.add:
                for made in add(folder):
                    tell(made)
                continue
            for processes in args.processes.split(","):
                command = [sys.executable, __file__, "--data", str(args.data), "--one", str(folder), processes]
                told, together = memory.run(command)
                tell({**json.loads(told), "memory_together_mb": together})


def tell(made):
    """Print what was measured."""
    print(", ".join(f"{name} {value}" for name, value in made.items()), flush=True)


if __name__ == "__main__":
    main()
