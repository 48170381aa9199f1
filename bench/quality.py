"""Run every quality benchmark at hand and print what each gives.

    quality.py [SHARED]     SHARED holds bench/ (scoring programs), data/ and gold/; ../shared where none is named

Without that folder only the sample dossier is scored. Nothing is written but a temporary folder.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from factcheck.checking import check
from factcheck.model import Case, Relation
from factcheck.resources import sample_dossier

ROOT = Path(__file__).parent.parent
FACTCHECK = [sys.executable, "-m", "factcheck"]
SIX = "en,fr,vi,ar,fa,ms"


def run(*command, stdin=None, stdout=subprocess.PIPE):
    made = subprocess.run([str(each) for each in command], stdin=stdin, stdout=stdout, check=True)
    return made.stdout.decode("utf-8") if made.stdout else ""


def sample():
    cases = [each for each in check(None, [sample_dossier()]) if isinstance(each, Case)]
    counts = {relation: sum(case.finding.relation is relation for case in cases) for relation in Relation}
    print("sample dossier:", ", ".join(f"{count} {relation}" for relation, count in counts.items()))


def dossiers(shared, work, *, seeds=(1, 2, 3, 4, 5)):
    program = shared / "bench" / "dossier.py"
    for langs in (SIX, "id,es,de,ru,tr,zh"):
        for seed in seeds:
            out = work / f"dossier-{langs[:2]}-{seed}"
            run(sys.executable, program, "make", "--data", shared / "data" / "ntrex-dev", "--out", out,
                "--langs", langs, "--seed", seed, "--scramble")  # fmt: skip
            flags(program, out, f"dossier {langs} seed {seed}")


def topics(shared, work, *, seeds=(1, 2, 3)):
    program = shared / "bench" / "topic.py"
    for seed in seeds:
        out = work / f"topic-{seed}"
        run(sys.executable, program, "make", "--data", shared / "data" / "topic-dev" / "topic.json", "--out", out,
            "--seed", seed)  # fmt: skip
        flags(program, out, f"topic seed {seed}")


def flags(program, out, name):
    """Check a made dossier and print the scoring program's last line."""
    at = time.perf_counter()
    found = run(*FACTCHECK, "check", out / "articles", "--format", "json")
    took = time.perf_counter() - at
    (out / "flags.json").write_text(found, "utf-8")
    told = run(sys.executable, program, "score", "--truth", out / "truth.json", "--flags", out / "flags.json")
    print(f"{name}: {told.strip().splitlines()[-1]}  ({len(json.loads(found))} flags, {took:.0f} s)", flush=True)


def passages(shared, work):
    program = shared / "bench" / "passages.py"
    out = work / "passages"
    run(sys.executable, program, "make", "--data", shared / "data" / "ntrex-dev", "--out", out, "--langs", SIX)
    with (out / "passages.jsonl").open("rb") as pairs, (out / "verdicts.jsonl").open("wb") as verdicts:
        run(*FACTCHECK, "compare", "--jsonl", stdin=pairs, stdout=verdicts)
    told = run(sys.executable, program, "score", "--truth", out / "truth.json", "--verdicts", out / "verdicts.jsonl")
    print("passages:", told.strip().splitlines()[-1], flush=True)


def figures(shared):
    for langs in ("ar,fa,fr,ms,vi", "ar,de,es,fa,fr,id,ms,ru,tr,vi,zh"):
        command = " ".join([*FACTCHECK, "figures", "--jsonl"])
        print(run(sys.executable, shared / "bench" / "figures.py", "--data", shared / "data" / "ntrex-dev",
                  "--langs", langs, "--cmd", command), flush=True)  # fmt: skip


def main():
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    sample()
    if not (shared / "bench").is_dir():
        print(f"No scoring programs in {shared}: nothing more to run.")
        return
    print(run(sys.executable, ROOT / "bench" / "gold.py", shared / "gold" / "seeds.json", shared / "seeds"))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        figures(shared)
        passages(shared, work)
        topics(shared, work)
        dossiers(shared, work)


if __name__ == "__main__":
    main()
