"""How long and how much memory an export of many findings takes: python bench/export.py [NUMBER] [FORMAT...]."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from factcheck.export.batch import Batch, Paged
from factcheck.export.formats import FORMATS, write
from factcheck.model import Case, Skipped, Verdict
from samples import pair, review


def page(offset: int, limit: int) -> list[Case]:
    """Return cases that share nothing: what a dossier gives a page at a time."""
    made = []
    for number in range(offset, offset + limit):
        persian, french, finding = pair()
        documents = [replace(d, id=f"{number:08x}{d.id[8:]}", title=f"{d.title} {number}") for d in (persian, french)]
        a, b = (replace(c, document=d.id) for c, d in zip((finding.match.a, finding.match.b), documents, strict=True))
        one = replace(finding, match=replace(finding.match, a=a, b=b), explanation=f"{finding.explanation} {number}")
        made.append(Case(one, *documents, review(one, Verdict.CONFIRMED, f"Note {number}")))
    return made


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    began = time.process_time()
    for offset in range(0, number, 500):
        page(offset, 500)
    making = time.process_time() - began
    print(f"{number:,} findings; making them is {making:.1f} s of work, which is taken off")
    with tempfile.TemporaryDirectory() as folder:
        for form in sys.argv[2:] or FORMATS:
            base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            output, told = Path(folder) / f"out.{form}", 0
            began, worked = time.perf_counter(), time.process_time()

            def progress(done: int, _total: int) -> bool:
                nonlocal told
                told = done
                return True

            batch = Batch(
                Paged(number, page), [Skipped("scan.pdf", "It holds no text.")], folder="/home/editor/articles"
            )
            assert write(batch, form, output, progress=progress)
            took = time.perf_counter() - began
            worked = time.process_time() - worked - making * (2 if form == "html" else 1)
            peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) / 1024
            size = output.stat().st_size / 1e6
            work = f"{worked:6.1f} s of work, {took:6.1f} s by the clock with making them"
            print(f"{form:12} {work}  {size:8.1f} MB  memory +{peak:.0f} MB  progress {told:,}")


if __name__ == "__main__":
    main()
