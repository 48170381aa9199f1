# ruff: noqa: E501
"""Speed and safety of search, beside SQLite FTS5 in the same run.

    bench/search.py speed --articles 10000 [--engine whoosh tantivy]   query kinds, building, adding one, opening
    bench/search.py kill [--times 20]                                  kill -9 in mid-write, for each engine
    bench/search.py fuzz [--queries 10000]                             random queries at 1,000 articles
    bench/search.py share --articles 2000                              building the index beside a whole check

Articles are made from sentences of a folder with a file a language (--sentences; NTREX-128's layout), 14 a piece, with
ten figures each that are made up: what a figure says does not matter here, how many there are does.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.dossier.store import Dossier
from factcheck.errors import QueryError
from factcheck.language.folding import fold
from factcheck.model import Claim, Document, Kind, Period, Quantity, Role, Scope, Span
from factcheck.search.index import ENGINE_SETTING, ENGINES, Index, open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SENTENCES = 14
CLAIMS = 10
UNITS = (
    "percent",
    "percent",
    "percent",
    None,
    "USD",
    "VND",
    "EUR",
    "length-kilometer",
    "mass-tonne",
    "percentage point",
)
ABOUT = (
    "poverty rate",
    "unemployment rate",
    "inflation",
    "deaths",
    "exports",
    "poor households",
    "turnout",
    "visitors",
)


def read_sentences(folder: Path) -> dict[str, list[str]]:
    return {path.stem: path.read_text("utf-8").splitlines() for path in sorted(folder.glob("*.txt"))}


def articles(sentences: dict[str, list[str]], number: int, seed: int = 1) -> Iterator[Document]:
    chance = random.Random(seed)
    tags = sorted(sentences)
    for n in range(number):
        tag = tags[n % len(tags)]
        lines = [_varied(chance, line, sentences[tag]) for line in chance.choices(sentences[tag], k=SENTENCES)]
        title = " ".join(lines[0].split()[:9])
        text = f"{title}\n" + " ".join(lines)
        id_ = hashlib.sha256(f"{n} {text}".encode()).hexdigest()
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(4000))
        yield Document(
            id_, f"/desk/{tag}/{n // 1000}/{n}.txt", title, text, tag, day, f"https://news{n % 40}.example/{n}"
        )


def _varied(chance: random.Random, line: str, others: list[str]) -> str:
    """Return a sentence with a tenth of its words from another, so that articles do not repeat each other."""
    words = line.split()
    other = chance.choice(others).split() or [""]
    for at in range(len(words)):
        if chance.random() < 0.1:
            words[at] = chance.choice(other)
    return " ".join(words)


def claims(document: Document, chance: random.Random, places: list[str]) -> list[Claim]:
    made = []
    for n in range(CLAIMS):
        unit = chance.choice(UNITS)
        value = Decimal(f"{chance.lognormvariate(3, 2):.2f}") if unit else Decimal(int(chance.lognormvariate(6, 3)))
        year = chance.randrange(2010, 2026)
        scope = Scope(chance.choice(ABOUT), None, None, chance.choice(places), Period.of_year(year))
        kind = Kind.PERCENT if unit == "percent" else Kind.COUNT
        role = chance.choice((Role.LEVEL, Role.LEVEL, Role.CHANGE, Role.TARGET))
        quantity = Quantity(value, value, unit)
        made.append(Claim(document.id, Span(n * 20, n * 20 + 4), 0, quantity, kind, role, None, scope))
    return made


class Corpus:
    """A dossier with articles and figures, kept for the next run with the same number."""

    def __init__(self, number: int, sentences: Path, keep: Path) -> None:
        self.folder = keep / f"corpus-{number}"
        made = read_sentences(sentences)
        places = sorted({w for line in made["en"] for w in line.split() if w[:1].isupper() and w.isalpha()})[:3000]
        done = self.folder / "done"
        if not done.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
            chance = random.Random(2)
            with Dossier(self.folder) as kept:
                for document in articles(made, number):
                    kept.save(document, claims(document, chance, places))
            done.touch()
        self.sentences, self.places = made, places


def queries(corpus: Corpus, seed: int = 3, each: int = 40) -> dict[str, list[str]]:
    """Return queries by kind, of the words of the articles."""
    chance = random.Random(seed)
    lines = [(tag, line) for tag in ("en", "fr", "vi", "fa", "ar", "ms", "ru", "zh") for line in corpus.sentences[tag]]

    def words(least: int = 3) -> list[str]:
        while True:
            found = [w.strip("«»“”\"'().,:;!?،؛。，") for w in chance.choice(lines)[1].split()]
            found = [w for w in found if len(w) >= least and w.isalpha()]
            if len(found) >= 4:
                return found

    counts: dict[str, int] = {}
    for _, line in lines:
        for word in {fold(w) for w in line.split() if w.isalpha()}:
            counts[word] = counts.get(word, 0) + 1
    common = sorted(counts, key=lambda w: -counts[w])[:60]
    made: dict[str, list[str]] = {name: [] for name in ("typing", "common word", "three words", "phrase", "fuzzy")}
    for _ in range(each):
        some = words()
        made["typing"].append(f"{some[0]} {chance.choice(some[1:])[:3]}*")
        made["common word"].append(chance.choice(common))
        made["three words"].append(" ".join(some[:3]))
        made["phrase"].append(f'"{" ".join(some[at] for at in (0, 1))}"')
        made["fuzzy"].append(f"{max(words(5), key=len)}~")
    extra = {
        "either of three": lambda: " OR ".join(words()[:3]),
        "without": lambda: f"{chance.choice(common)} NOT {words()[0]}",
        "prefix": lambda: f"{words(4)[0][:3]}*",
        "pattern": lambda: f"{words(6)[0][:2]}*{words(6)[1][-2:]}",
        "exact": lambda: f"={words()[0]}",
        "language and date": lambda: (
            f"{words()[0]} lang:{chance.choice(('en', 'fr', 'vi'))} date:{chance.randrange(2015, 2025)}"
        ),
        "date alone": lambda: f"date:{chance.randrange(2015, 2025)}-0{chance.randrange(1, 10)}",
        "value": lambda: f"value:{chance.randrange(1, 90)}..{chance.randrange(90, 120)}",
        "value and unit": lambda: f"value:4..{chance.randrange(5, 9)} unit:percent {words()[0]}",
        "about and period": lambda: f'about:"{chance.choice(ABOUT)}" period:{chance.randrange(2010, 2026)}',
        "unit alone": lambda: f"unit:{chance.choice(('percent', 'USD', 'kilometer'))}",
        "place": lambda: f"place:{chance.choice(corpus.places)}",
    }
    for name, make in extra.items():
        made[name] = [make() for _ in range(each)]
    return made


def timed(ask: Callable[[str], object], asked: list[str]) -> tuple[float, float]:
    """Return median and 95th percentile in ms of CPU time; each query is asked three times, the best counts."""
    times = []
    for query in asked:
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            ask(query)
            best = min(best, time.process_time() - start)
        times.append(best * 1000)
    times.sort()
    return statistics.median(times), times[max(0, round(len(times) * 0.95) - 1)]


FTS5 = {
    "typing": lambda q: " ".join(f'"{fold(w.rstrip("*"))}"' + ("*" if w.endswith("*") else "") for w in q.split()),
    "common word": lambda q: f'"{q}"',
    "three words": lambda q: " ".join(f'"{fold(w)}"' for w in q.split()),
    "phrase": lambda q: f'"{fold(q.strip(chr(34)))}"',
    "prefix": lambda q: f'"{fold(q.rstrip("*"))}"*',
    "either of three": lambda q: " OR ".join(f'"{fold(w)}"' for w in q.split(" OR ")),
    "without": lambda q: " NOT ".join(f'"{fold(w)}"' for w in q.split(" NOT ")),
}


def build_fts5(path: Path, kept: Dossier) -> float:
    start = time.process_time()
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as base:
        base.execute(
            "CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, title, body, tokenize='unicode61 remove_diacritics 2')"
        )
        base.executemany(
            "INSERT INTO t VALUES (?, ?, ?)", ((d.id, fold(d.title), fold(d.text)) for d in kept.documents())
        )
    base.close()
    return time.process_time() - start


def speed(arguments: argparse.Namespace) -> None:
    keep = arguments.keep
    keep.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(arguments.articles, arguments.sentences, keep)
    asked = queries(corpus, each=arguments.each)
    table: dict[str, dict[str, tuple[float, float]]] = {kind: {} for kind in asked}
    with Dossier(corpus.folder) as kept:
        for engine in arguments.engine:
            folder = corpus.folder / f"index-{engine}"
            with open_index(folder, kept, engine=engine) as index:
                if not index.is_current():
                    start, clock = _cpu(), time.perf_counter()
                    index.rebuild()
                    cpu, wall = _cpu() - start, time.perf_counter() - clock
                    print(
                        f"{engine}: built in {cpu:.1f} CPU s ({wall:.1f} s), {1000 * cpu / arguments.articles:.2f} ms an article"
                    )
                size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6
                print(f"{engine}: {index.documents()} articles, {size:.0f} MB")
                for kind, some in asked.items():
                    table[kind][engine] = timed(lambda q, i=index: i.search(q, limit=20), some)
                    print(
                        f"  {engine} {kind}: {table[kind][engine][0]:.1f} / {table[kind][engine][1]:.1f} ms", flush=True
                    )
                across = [
                    *asked["three words"],
                    "poverty rate",
                    "tỷ lệ hộ nghèo",
                    "نرخ فقر",
                    "unemployment rate",
                ]
                table.setdefault("across languages", {})[engine] = timed(
                    lambda q, i=index: i.search(q, limit=20, across=True), across
                )
                table.setdefault("facets", {})[engine] = timed(lambda q, i=index: i.facets(q), asked["three words"])
                table.setdefault("facets, common", {})[engine] = timed(
                    lambda q, i=index: i.facets(q), asked["common word"]
                )
                table.setdefault("did you mean", {})[engine] = timed(
                    index.did_you_mean, ["povretty", "kemiskinn", "pauvrte", "فقز"]
                )
                _adding(index, engine)
            _opening(folder, corpus.folder, engine)
        if not arguments.without_fts5:
            path = corpus.folder / "fts5.sqlite3"
            if not path.exists():
                print(f"FTS5: built in {build_fts5(path, kept):.1f} CPU s")
            base = sqlite3.connect(path)
            sql = "SELECT id, title FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20"
            for kind, translate in FTS5.items():
                table[kind]["FTS5"] = timed(lambda q, t=translate: base.execute(sql, (t(q),)).fetchall(), asked[kind])
            base.close()
    engines = [*arguments.engine, "FTS5"]
    print(f"\n{arguments.articles} articles, ms of CPU, median / p95\n{'':20}" + "".join(f"{e:>20}" for e in engines))
    for kind, row in table.items():
        cells = (f"{row[e][0]:.1f} / {row[e][1]:.1f}" if e in row else "" for e in engines)
        print(f"{kind:20}" + "".join(f"{cell:>20}" for cell in cells))


def _cpu() -> float:
    times = os.times()
    return times.user + times.system


def _adding(index: Index, engine: str) -> None:
    one = Document(hashlib.sha256(engine.encode()).hexdigest(), "/desk/new.txt", "Zyxwvut", "Zyxwvut is new.", "en")
    start = time.process_time()
    index.add([one])
    assert index.search("zyxwvut").total == 1
    print(f"  {engine}: one article added and found in {time.process_time() - start:.2f} s")
    index.remove([one.id])


def _opening(folder: Path, dossier: Path, engine: str) -> None:
    script = (
        "import time; t = time.process_time()\n"
        "from pathlib import Path\nfrom factcheck.dossier.store import Dossier\nfrom factcheck.search.index import open_index\n"
        f"kept = Dossier(Path({str(dossier)!r}), read_only=True)\nt1 = time.process_time()\n"
        f"index = open_index(Path({str(folder)!r}), kept, engine={engine!r})\nindex.documents()\n"
        "print(time.process_time() - t1, time.process_time() - t)"
    )
    times = []
    for _ in range(7):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        times.append([float(part) * 1000 for part in done.stdout.split()])
    opening = statistics.median(one[0] for one in times)
    print(
        f"  {engine}: opened in {opening:.0f} ms with its imports, {statistics.median(o[1] for o in times):.0f} with all imports"
    )


WRITER = """
import sys
from pathlib import Path
from factcheck.model import Document
from factcheck.search.index import open_index
import hashlib
with open_index(Path({folder!r}), engine={engine!r}) as index:
    for number in range({first}, {first} + 100000):
        text = f"Poverty {{number}} " + " ".join(f"w{{number * 7 + k}}" for k in range(300))
        index.add([Document(hashlib.sha256(str(number).encode()).hexdigest(), "a.txt", f"n{{number}}", text, "en")])
        print(number, flush=True)
"""


def kill(arguments: argparse.Namespace) -> None:
    for engine in arguments.engine:
        chance, lost, failed, first = random.Random(5), 0, 0, 0
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(arguments.times):
                script = WRITER.format(folder=folder, engine=engine, first=first)
                with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
                    assert process.stdout is not None
                    acknowledged = [process.stdout.readline() for _ in range(chance.randrange(1, 6))]
                    time.sleep(chance.random() * 0.15)
                    process.send_signal(signal.SIGKILL)
                    acknowledged += process.stdout.readlines()
                numbers = [int(line) for line in acknowledged if line.endswith("\n")]
                first = numbers[-1] + 1
                try:
                    with open_index(Path(folder), engine=engine) as index:
                        lost += sum(index.search(f"w{number * 7}").total == 0 for number in numbers)
                        failed += index.search("poverty").total < first
                except Exception as error:  # noqa: BLE001
                    failed += 1
                    print(engine, repr(error))
        print(f"{engine}: {arguments.times} kills, {failed} failures, {lost} acknowledged commits lost of {first}")


def fuzz(arguments: argparse.Namespace) -> None:
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    keep = arguments.keep
    keep.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(1000, arguments.sentences, keep)
    pieces = st.sampled_from(
        ["AND", "OR", "NOT", "(", ")", '"', "a*", "po*", "*ing", "p?l*", "povety~", "fakr~2", "-", "=", "=The", "lang:fr",
         "date:2023", "source:news", "file:desk", "value:4..6", "value:>", "unit:percent", 'about:"poverty rate"', "place:Hanoi",
         "period:2023", "role:target", "is:flagged", "is:", "2023", "فقر", "giam", "贫", "é", '"giam ngheo"~3', "the", "of",
         "NOT (a OR 2023)", "🙂", "\u200c", "4.21", ":", "~", "\x00", "'", "[", "{", "\\", "^", "|", "."]
    )  # fmt: skip
    words = st.sampled_from([w for tag in ("en", "fa", "zh", "vi") for w in corpus.sentences[tag][0].split()])
    strings = st.one_of(
        st.text(max_size=60), st.lists(pieces, max_size=8).map(" ".join), st.lists(pieces, max_size=8).map("".join),
        st.lists(st.one_of(words, pieces), max_size=6).map(" ".join),
    )  # fmt: skip
    for engine in arguments.engine:
        slowest, refused, asked = (0.0, ""), 0, 0
        with (
            Dossier(corpus.folder) as kept,
            open_index(corpus.folder / f"index-{engine}", kept, engine=engine) as index,
        ):
            if not index.is_current():
                index.rebuild()

            @settings(
                max_examples=arguments.queries,
                deadline=None,
                database=None,
                suppress_health_check=list(HealthCheck),
                print_blob=False,
            )
            @given(strings, st.booleans())
            def ask(query: str, across: bool) -> None:
                nonlocal slowest, refused, asked
                asked += 1
                start = time.process_time()
                try:
                    results = index.search(query, across=across)
                    assert "damaged" not in results.explanation
                    assert len(results.hits) <= results.total
                except QueryError:
                    refused += 1
                slowest = max(slowest, (time.process_time() - start, query))

            ask()
        print(
            f"{engine}: {asked} queries, no exception, {refused} refused in words, slowest {slowest[0]:.3f} s {slowest[1]!r}"
        )
        assert slowest[0] < 1


def share(arguments: argparse.Namespace) -> None:
    """Check a folder of articles in one process; tell what indexing costs beside all other work, for each engine."""
    import growth
    from factcheck.checking import check
    from factcheck.checking.events import Progress

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "articles"
        folder.mkdir()
        for name, _, text in growth.articles(arguments.sentences, arguments.articles):
            (folder / name).write_text(text, "utf-8")
        with Dossier(Path(place) / "kept") as kept:
            kept.settings.set(ENGINE_SETTING, "whoosh")
            began = _cpu()
            spent = [
                _cpu()
                for told in check(kept, [folder], processes=1)
                if isinstance(told, Progress) and told.step == "indexing"
            ]
            took = {"whoosh": spent[-1] - spent[0]}
            rest = _cpu() - began - took["whoosh"]
            print(f"{kept.size()} articles checked in {rest:.1f} CPU s, {1000 * rest / kept.size():.1f} ms an article")
            with open_index(kept.index_folder, kept) as index:
                start = _cpu()
                index.rebuild("tantivy")
                took["tantivy"] = _cpu() - start
            for engine, cpu in took.items():
                print(
                    f"{engine}: {cpu:.1f} CPU s, {cpu / rest:.1%} of that, {1000 * cpu / kept.size():.2f} ms an article"
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("speed", "kill", "fuzz", "share"))
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--each", type=int, default=40, help="queries of each kind")
    parser.add_argument("--engine", nargs="+", default=list(ENGINES), choices=ENGINES)
    parser.add_argument("--sentences", type=Path, default=Path("../shared/data/ntrex-dev"))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-bench-search")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--without-fts5", action="store_true")
    arguments = parser.parse_args()
    {"speed": speed, "kill": kill, "fuzz": fuzz, "share": share}[arguments.what](arguments)


if __name__ == "__main__":
    main()
