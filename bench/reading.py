"""How fast files become articles, in CPU seconds, beside the libraries that read them: python bench/reading.py

Text is the project's seeds, over and over in long files; articles are the seeds as they are, each looked at for its
language anew; pages and PDFs are the fixtures of the tests, made longer. trafilatura alone and pypdfium2 alone read the
same bytes in the same run. Everything runs in one process, so that its time is counted.
"""

import sys
import tempfile
import time
from pathlib import Path

import pypdfium2
import trafilatura

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "reading"))

import fixture_files as made

from factcheck.language import detection
from factcheck.model import Document
from factcheck.reading import files, process
from factcheck.reading.formats.opening import contents
from factcheck.resources import sample_dossier

FLOORS = {"text": 5.0, "articles": 0.8, "web": 20.0, "pdf": 30.0}


def timed(work, items, times=3):
    """CPU seconds for work on each of the items, the least of several times: others may be at work here."""
    took = []
    for _ in range(times):
        start = time.process_time()
        for item in items:
            work(item)
        took.append(time.process_time() - start)
    return min(took)


def read_anew(path):
    """Read a file as if none was read before: what is remembered of the languages of texts is forgotten."""
    detection._rank.cache_clear()  # noqa: SLF001
    read_here(path)


def read_here(path):
    """Read a file without the second process, whose CPU time would not be counted."""
    found = [one for one in files.read_all(path) if isinstance(one, Document)]
    assert found, path


def texts(folder):
    """Files of a hundred kilobytes of prose, a language each."""
    by_language = {}
    for path in sorted(sample_dossier().glob("*.txt")):
        by_language.setdefault(path.name.split(".")[1], []).append(path.read_text("utf-8"))
    for tag, parts in by_language.items():
        whole = "\n\n".join(parts)
        whole = (whole + "\n\n") * (100_000 // len(whole.encode()) + 1)
        (folder / f"long.{tag}.txt").write_text(whole, "utf-8")
    return sorted(folder.glob("long.*.txt"))


def long(article, times=12):
    """The article with its paragraphs several times, as long as a feature."""
    return made.Article(article.language, article.title, article.paragraphs * times, article.figures)


def pages(folder, count=60):
    for number in range(count):
        (folder / f"{number}.html").write_bytes(made.page(long(made.ARTICLES[number % len(made.ARTICLES)])))
    return sorted(folder.glob("*.html"))


def pdfs(folder, count=6, pages_each=10):
    for number in range(count):
        article = made.ARTICLES[number]
        lines = [line for one in article.paragraphs * 8 for line in made.set_lines(one, 45)]
        columns = [(50 + 260 * (at // 50), 780 - 14 * (at % 50), 10, line) for at, line in enumerate(lines[:100])]
        (folder / f"{number}.pdf").write_bytes(made.pdf([columns] * pages_each))
    return sorted(folder.glob("*.pdf")), count * pages_each


def reference():
    """Millions of additions that Python does in a CPU second: so load is told from slowness."""
    total = 0
    start = time.process_time()
    for number in range(2_000_000):
        total += number & 3
    return 2 / (time.process_time() - start)


def pdfium_alone(path):
    with pypdfium2.PdfDocument(path.read_bytes()) as document:
        for page in document:
            page.get_textpage().get_text_range()


def main():
    process.parsed = contents
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain, web, (paper, count) = texts(folder), pages(folder), pdfs(folder)
        for one in (*plain, web[0], paper[0]):
            read_here(one)  # what is loaded once is not counted
        trafilatura.extract(web[0].read_bytes())
        small = sorted(sample_dossier().glob("*.txt"))
        size, small_size = (sum(path.stat().st_size for path in some) / 1e6 for some in (plain, small))
        rates = {
            "text": size / timed(read_anew, plain),
            "articles": small_size / timed(read_anew, small),
            "web": len(web) / timed(read_here, web),
            "pdf": count / timed(read_here, paper),
        }
        alone = {
            "web": len(web) / timed(lambda path: trafilatura.extract(path.read_bytes()), web),
            "pdf": count / timed(pdfium_alone, paper),
            "text": size / timed(lambda path: path.read_bytes().decode(), plain),
            "articles": small_size / timed(lambda path: path.read_bytes().decode(), small),
        }
    units = {"text": "MB", "articles": "MB", "web": "pages", "pdf": "pages"}
    peers = {
        "text": "decoding alone", "articles": "decoding alone", "web": "trafilatura alone", "pdf": "pypdfium2 alone"
    }  # fmt: skip
    print(f"{reference():.0f} million additions a CPU second in Python; a quiet core of 2024 does about 30")
    for kind, rate in rates.items():
        print(f"{kind:8} {rate:8.2f} {units[kind]} a CPU second (wanted: {FLOORS[kind]:g}); "
              f"{peers[kind]}: {alone[kind]:.1f}")  # fmt: skip
    return any(rates[kind] < FLOORS[kind] for kind in rates)


if __name__ == "__main__":
    sys.exit(main())
