"""kill -9 at random moments of reading, matching, indexing and reviewing, and what else can go wrong on a disk.

    kill.py [--kills 200] [--seed 1] [--editions 1]
                                          kill the worker, or who reviews beside it, and look at the dossier each time
    kill.py faults                        disk full, store read-only, index deleted, pages damaged, clock set back

After each kill the dossier must open whole and have every review that was acknowledged; in the end its findings and
its index must be those of an undisturbed run.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from factcheck.checking import check
from factcheck.dossier import health
from factcheck.dossier.database import NAME
from factcheck.dossier.store import Dossier
from factcheck.errors import DossierError
from factcheck.model import Case, Review, Verdict
from factcheck.search.index import open_index

SEEDS = Path(__file__).parent.parent / "seeds"
REVIEWER = """
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from factcheck.dossier.store import Dossier
from factcheck.model import Review, Verdict
folder, first = Path(sys.argv[1]), int(sys.argv[2])
with Dossier(folder) as kept:
    ids = [case.finding.id for case in kept.cases(limit=20)] or ["0" * 16]
    for number in range(first, first + 10_000):
        kept.review(Review(ids[number % len(ids)], Verdict.LATER, str(number), "harness", datetime.now(UTC)))
        print(number, flush=True)
        time.sleep(0.002)  # a person is slower still
"""


class BrokenError(AssertionError):
    """The dossier is not as it must be."""


def must(true, said):
    if not true:
        raise BrokenError(said)


def fresh_findings(articles):
    return [each.finding for each in check(None, [articles], processes=1) if isinstance(each, Case)]


def work(kept, articles, **options):
    command = [sys.executable, "-m", "factcheck", "work", str(kept), str(articles)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.PIPE, text=True, **options
    )


def change(articles, chance):
    """Edit, add or remove an article, so that there is something to do."""
    files = sorted(articles.rglob("*.txt"))
    path = chance.choice(files)
    what = chance.choice(["edit", "edit", "add", "remove"])
    text = path.read_text("utf-8")
    if what == "edit":
        path.write_text(f"{text}\n{chance.randrange(10**6)}\n", "utf-8")
    elif what == "add":
        (articles / f"added{chance.randrange(10**6)}.txt").write_text(f"{text}\n{chance.randrange(10**6)}\n", "utf-8")
    elif len(files) > 10:
        path.unlink()


class Followed(threading.Thread):
    """Reads what a process says, line by line, and remembers the last step or number."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process, self.lines, self.first = process, [], threading.Event()
        self.start()

    def run(self):
        for line in self.process.stdout:
            self.lines.append(line)
            self.first.set()
        self.first.set()

    @property
    def step(self):
        steps = [json.loads(line).get("step") for line in self.lines if line.startswith("{") and '"step"' in line]
        return steps[-1] if steps else "starting"


def kill_round(kept, articles, chance, longest, acknowledged):
    """Start a worker and a reviewer, kill one of them or both after a while; return what the worker was at."""
    reviewer = None
    if (kept / NAME).exists() and chance.random() < 0.5:
        with Dossier(kept) as dossier:
            command = [sys.executable, "-c", REVIEWER, str(kept), str(len(dossier.log()))]
        reviewer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    worker = work(kept, articles)
    heard = Followed(worker)
    noted = Followed(reviewer) if reviewer else None
    heard.first.wait(60)
    if noted:
        noted.first.wait(60)
    time.sleep(chance.random() * chance.random() * longest)  # rather early: mostly little is to be done
    step = heard.step
    ended = worker.poll() is not None
    for process in (worker, reviewer):
        if process is not None:
            process.kill()
            process.wait()
    heard.join()
    if noted:
        noted.join()
        acknowledged.update(int(line) for line in noted.lines if line.strip().isdigit() and line.endswith("\n"))
    for process in (worker, reviewer):
        for pipe in (process.stdin, process.stdout, process.stderr) if process else ():
            if pipe is not None:
                close(pipe)
    return ("reviewing " if reviewer else "") + ("after the end" if ended else step)


def close(pipe):
    """Close one end of a pipe whose other end may be gone."""
    with contextlib.suppress(BrokenPipeError):
        pipe.close()


def look(kept, acknowledged):
    """Open the dossier, whole, with all reviews that were acknowledged."""
    with Dossier(kept) as dossier:
        dossier.verify()
        there = {int(entry.review.note) for entry in dossier.log()}
        must(acknowledged <= there, f"reviews are lost: {sorted(acknowledged - there)[:5]}")
        must(len(there) == len(dossier.log()), "a review is there twice")


def finish(kept, articles):
    """Let a check go to its end; its result must be that of an undisturbed run."""
    worker = work(kept, articles)
    first = worker.stdout.readline()
    began = time.monotonic()
    told, errors = worker.communicate()
    took = time.monotonic() - began
    told = first + told
    must('"finished"' in told, f"the check did not finish: {told[-300:]} {errors[-2000:]}")
    with Dossier(kept) as dossier:
        found = [case.finding for case in dossier.cases()]
        expected = fresh_findings(articles)
        must(found == expected, f"{len(found)} findings, {len(expected)} in an undisturbed run")
        with open_index(dossier.index_folder, dossier) as index:
            must(index.documents() == dossier.size(), "the index has not all articles")
    return len(found), took


def prepare(base, editions=1):
    articles = base / "articles"
    shutil.copytree(SEEDS, articles)
    for path in sorted(articles.rglob("*.txt")):
        for number in range(1, editions):
            path.with_stem(f"{path.stem}-{number}").write_text(f"{path.read_text('utf-8')}\n{number}\n", "utf-8")
    return articles, base / "kept"


def kills(count, seed, editions):
    chance = random.Random(seed)
    moments, acknowledged = Counter(), set()
    with tempfile.TemporaryDirectory() as folder:
        articles, kept = prepare(Path(folder), editions)
        _, longest = finish(kept, articles)
        for number in range(count):
            if chance.random() < 0.15:
                shutil.rmtree(kept / "index", ignore_errors=True)
            for _ in range(chance.randrange(1, 6)):
                change(articles, chance)
            moments[kill_round(kept, articles, chance, longest, acknowledged)] += 1
            look(kept, acknowledged)
            if number % 20 == 19:
                print(f"{number + 1} kills, {len(acknowledged)} reviews acknowledged and there", flush=True)
                finish(kept, articles)
        findings, _ = finish(kept, articles)
    told = ", ".join(f"{moment} {times}" for moment, times in moments.most_common())
    print(f"{count} kills ({told}): the dossier opened each time, none of {len(acknowledged)} reviews lost, and the")
    print(f"{findings} findings and the index are those of an undisturbed run")


def faults():
    for fault in (disk_full, made_read_only, index_deleted, page_damaged, clock_set_back):
        with tempfile.TemporaryDirectory() as folder:
            articles, kept = prepare(Path(folder))
            print(f"{fault.__name__.replace('_', ' ')}: {fault(articles, kept)}", flush=True)


def give_review(kept, note="0"):
    with Dossier(kept) as dossier:
        dossier.review(Review(dossier.cases()[0].finding.id, Verdict.CONFIRMED, note, "harness", datetime.now(UTC)))
    return {int(note)}


def message(worker):
    told, errors = worker.communicate(timeout=300)
    said = [json.loads(line)["message"] for line in told.splitlines() if '"error"' in line]
    must(said and "Traceback" not in errors, f"no clear message: {told[-200:]} {errors[-1500:]}")
    return said[-1]


def mounted(kept, size):
    """Put a disk of its own, of a size, where the dossier is; return whether that is allowed here."""
    kept.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(kept)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def again(kept, options):
    return subprocess.run(["mount", "-o", f"remount,{options}", str(kept)], capture_output=True, check=False).returncode


def disk_full(articles, kept):
    """The disk of the dossier has so much space, then a bit more, then enough."""
    if not mounted(kept, "400k"):
        return "skipped: nothing can be mounted here"
    said = set()
    try:
        for size in ("400k", "600k", "800k", "1000k"):
            again(kept, f"size={size}")
            said.add(message(work(kept, articles)).replace(str(kept), "DOSSIER"))
            look(kept, set())
        again(kept, "size=64m")
        finish(kept, articles)
    finally:
        subprocess.run(["umount", "-l", str(kept)], check=False)
    return f"{sorted(said)}; then it goes on to the undisturbed result"


def made_read_only(articles, kept):
    """The disk of the dossier can only be read, from some moment on."""
    if not mounted(kept, "64m"):
        return "skipped: nothing can be mounted here"
    try:
        finish(kept, articles)
        acknowledged = give_review(kept)
        chance = random.Random(2)
        for _ in range(5):
            change(articles, chance)
        worker = work(kept, articles)
        worker.stdout.readline()
        if again(kept, "ro"):  # a file of it is open for writing: the system waits for a better moment
            worker.kill()
            worker.communicate()
            again(kept, "ro")
            worker = work(kept, articles)
        said = message(worker)
        with Dossier(kept) as dossier:
            must(dossier.read_only and dossier.cases(), "what is there cannot be looked at")
        again(kept, "rw")
        look(kept, acknowledged)
        finish(kept, articles)
    finally:
        subprocess.run(["umount", "-l", str(kept)], check=False)
    return f"“{said.replace(str(kept), 'DOSSIER')}” Then it goes on to the undisturbed result."


def index_deleted(articles, kept):
    finish(kept, articles)
    shutil.rmtree(kept / "index")
    finish(kept, articles)
    return "filled again at the next check"


def page_damaged(articles, kept):
    finish(kept, articles)
    acknowledged = set()
    for number in range(50):
        acknowledged |= give_review(kept, str(number))
    size = (kept / NAME).stat().st_size // 4096
    said, lost = "", 0
    for page in range(1, size, max(1, size // 12)):
        copy = kept.with_name(f"page{page}")
        shutil.copytree(kept, copy)
        data = bytearray((copy / NAME).read_bytes())
        data[page * 4096 : (page + 1) * 4096] = os.urandom(4096)
        (copy / NAME).write_bytes(data)
        try:
            Dossier(copy).close()
        except DossierError as error:
            said = str(error)
        if health.problems(copy):
            health.repair(copy)
        with Dossier(copy) as dossier:
            dossier.verify()
            lost = max(lost, len(acknowledged) - len(dossier.log()))
        finish(copy, articles)
        shutil.rmtree(copy)
    return f"“{said.replace(str(kept.parent), '')}” Repaired; at most {lost} of 50 reviews stood on the damaged page."


def clock_set_back(articles, kept):
    finish(kept, articles)
    with Dossier(kept) as dossier:
        name = dossier.cases()[0].finding.id
        for year, verdict in ((2030, Verdict.DISMISSED), (2001, Verdict.CONFIRMED)):
            dossier.review(Review(name, verdict, "0", "harness", datetime(year, 1, 1, tzinfo=UTC)))
        must(dossier.case(name).verdict is Verdict.CONFIRMED, "the later review is not in force")
        must(dossier.undo().verdict is Verdict.CONFIRMED, "the later review was not undone first")
    for path in articles.rglob("*.txt"):
        os.utime(path, (4_000_000_000, 4_000_000_000))
    change(articles, random.Random(1))
    finish(kept, articles)
    return "the order of reviews is that in which they were given, and files are known by their bytes"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["kills", "faults"], default="kills")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--editions", type=int, default=1, help="of each article; six need several processes")
    args = parser.parse_args()
    if args.what == "faults":
        faults()
    else:
        kills(args.kills, args.seed, args.editions)


if __name__ == "__main__":
    main()
