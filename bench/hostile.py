"""Damaged and malicious files: each is read or listed with a reason, in time and in bounds. python bench/hostile.py

Truncated and bit-flipped fixtures of every format, bombs, deep nesting, NULs, lone surrogates, one endless line, and
thousands of empty files. `--inputs` says how many; `--seed` makes the same ones again; `--skip` goes on behind some.
"""

import argparse
import gzip
import io
import random
import re
import resource
import sys
import tarfile
import tempfile
import time
import zipfile
from collections import Counter
from itertools import chain, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "reading"))

import fixture_files as made

from factcheck.model import Document, Skipped
from factcheck.reading import process
from factcheck.reading.files import read_all

SECONDS = 60.0  # no file may take longer, on a busy machine
MEMORY = 1_000_000_000  # bytes, of this process and of the parser's


def damaged(chance, count):
    """Yield `count` fixtures that were cut off or have a few bits turned."""
    fixtures = [(name, data) for name, data in made.every() if data]
    for number in range(count):
        name, data = fixtures[number % len(fixtures)]
        ending = name[name.index(".") :]
        changed = bytearray(data)
        if chance.random() < 0.4:
            del changed[chance.randrange(len(changed)) :]
        for _ in range(chance.choice((0, 1, 4, 30))):
            if changed:
                changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        yield f"{number}{ending}", bytes(changed)


def zip_bomb(levels=5):
    data = bytes(50_000_000)
    for level in range(levels):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(4):
                archive.writestr(f"{level}-{number}.{'txt' if not level else 'zip'}", data)
        data = buffer.getvalue()
    return data


def nested(depth, make):
    data = b"The poverty rate fell to 4% in 2023."
    for _ in range(depth):
        data = make(data)
    return data


def tar_of_traps():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, kind in (("../../x", tarfile.SYMTYPE), ("a", tarfile.LNKTYPE), ("b", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return buffer.getvalue()


def bombs(wanted=None):
    """Yield files that are made to do harm, all or the wanted ones."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    laugh = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{laughs}]><rss><channel><item><title>&l11;</title>'
    outside = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title>'
    )
    part = b"Content-Type: multipart/mixed; boundary=a\n\n"
    names = [("../../../tmp/x.txt", "The rate fell to 4%."), ("C:\\a\u202etxt.exe", "MZ"), ("/etc/p.txt", "4%")]
    makers = {
        "deep.eml": lambda: part + (b"--a\n" + part) * 20_000,
        "names.zip": lambda: made.zipped(names),
        "empty-members.zip": lambda: made.zipped([(f"{n}.txt", b"") for n in range(10_000)]),
        "bomb.zip": zip_bomb,
        "flat.txt.gz": lambda: gzip.compress(bytes(400_000_000)),
        "laughs.rss": (laugh + "</item></channel></rss>").encode,
        "outside.rss": (outside + "</item></rss>").encode,
        "laughs.docx": lambda: made.zipped([("word/document.xml", laugh), ("[Content_Types].xml", "<Types/>")]),
        "laughs.svg.html": ("<html><body>" + laugh).encode,
        "deep.html": lambda: b"<html><body>" + b"<div><b>" * 200_000 + b"The rate fell to 4%.",
        "deep.xml": lambda: b"<rss>" + b"<a>" * 200_000,
        "deep.json": lambda: b"[" * 1_000_000,
        "deep.jsonl": lambda: b'{"a":' * 500_000,
        "deep.rtf": lambda: b"{\\rtf1" + b"{" * 500_000 + b"text",
        "nested.zip": lambda: nested(12, lambda data: made.zipped([("a.zip", data)])),
        "nested.gz": lambda: nested(30, gzip.compress),
        "traps.tar": tar_of_traps,
        "line.txt": lambda: b"The poverty rate fell to 4.21% and " * 2_900_000,
        "line49.txt": lambda: b"4" * 49_000_000,
        "columns.csv": lambda: b"," * 5_000_000 + b"\n" + b"a," * 5_000_000,
        "quotes.csv": lambda: b'"' * 5_000_001,
        "rows.csv": lambda: b"title,text\n" + b"a,b\n" * 100_000,
        "nul.txt": lambda: b"\x00" * 1_000_000,
        "nul.html": lambda: b"<html>\x00<body>The\x00 rate</body>" + b"\x00" * 100_000,
        "surrogates.txt": lambda: "The rate fell to 4% \ud800\udfff in 2023.".encode("utf-8", "surrogatepass"),
        "surrogates.jsonl": lambda: b'{"title": "\\ud800", "text": "The rate fell \\udfff to 4%. ' + b"a " * 60 + b'"}',
        "bidi.txt": "The rate \u202e%4 \u2066 fell \u200f\u202c to 4% in 2023.".encode,
        "headers.eml": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 200_000 + b"\n\nThe rate fell to 4%.",
        "from.mbox": lambda: b"From a 2025\nA: b\n\n" * 50_000,
        "attributes.html": lambda: b"<p " + b"a=1 " * 1_000_000 + b">The rate fell to 4%.",
        "entities.html": lambda: b"<p>" + b"&amp;" * 2_000_000,
        "table.html": lambda: b"<table>" + b"<tr><td>4%" * 300_000,
        "pages.pdf": lambda: made.pdf([[(50, 700, 10, "The rate fell to 4%.")]] * 3_100),
    }
    for name, make in makers.items():
        if wanted is None or name in wanted:
            yield name, make()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--inputs", type=int, default=5000)
    parser.add_argument("--empty", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--skip", type=int, default=0, help="how many of the inputs were read before; no bombs then")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="that a file may take")
    chosen = parser.parse_args()
    process.SECONDS, process.SECONDS_A_MEGABYTE = chosen.seconds / 2, 1.0
    outcomes, slowest, faults = Counter(), [], []
    with tempfile.TemporaryDirectory() as folder:
        trap = Path(folder)
        empty = ((f"empty{n}.txt", b"") for n in range(chosen.empty))
        inputs = islice(damaged(random.Random(chosen.seed), chosen.inputs), chosen.skip, None)
        for name, data in inputs if chosen.skip else chain(bombs(), empty, inputs):
            path = trap / name
            path.write_bytes(data)
            start = time.monotonic()
            try:
                found = list(read_all(path))
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                faults.append((name, repr(error)))
                continue
            took = time.monotonic() - start
            slowest = sorted([*slowest, (round(took, 1), name)])[-8:]
            if took > chosen.seconds:
                faults.append((name, f"{took:.0f} seconds"))
            if not found or any(isinstance(one, Skipped) and ";" not in one.reason for one in found):
                faults.append((name, "no reason"))
            read = any(isinstance(one, Document) for one in found)
            outcomes["read" if read else re.sub(r"\d+", "#", found[0].reason)] += 1
            path.unlink()
        left = [one.name for one in trap.iterdir()]
    process._parser().stop()  # noqa: SLF001 - its memory is told when it has ended
    most = {who: resource.getrusage(whom).ru_maxrss * 1024 for who, whom in
            (("here", resource.RUSAGE_SELF), ("parser", resource.RUSAGE_CHILDREN))}  # fmt: skip
    for reason, count in outcomes.most_common():
        print(f"{count:6} {reason}")
    print("slowest:", slowest)
    print("memory:", {who: f"{size / 1e6:.0f} MB" for who, size in most.items()})
    print("faults:", faults, left)
    return bool(faults or left or max(most.values()) > MEMORY)


if __name__ == "__main__":
    sys.exit(main())
