"""Is the language of each passage right? python bench/passage_languages.py NTREX-DEV

Lines of more than 40 characters count: as passages of their article (DOCUMENT_IDS.tsv says which that is), and each as
an article by itself, which is harder: of one sentence Malay and Indonesian are often the same.
"""

import sys
from itertools import groupby
from pathlib import Path

from factcheck.reading.files import from_text

FLOOR = 0.99
LONG_ENOUGH = 40  # characters


def in_articles(lines, names):
    """Yield the language found for each long line, as a passage of its article."""
    for _, group in groupby(zip(names, lines, strict=True), key=lambda pair: pair[0]):
        article = [line for _, line in group]
        document = from_text("\n".join(article))
        start = 0
        for line in article:
            if len(line) > LONG_ENOUGH:
                inside = [one for one in document.passages if start <= one.span.start < start + len(line)]
                yield max(inside, key=lambda one: one.span.end - one.span.start).language if inside else "none"
            start += len(line) + 1


def alone(lines):
    """Yield the language found for each long line, as an article of its own."""
    return (from_text(line).passages[0].language for line in lines if len(line) > LONG_ENOUGH)


def main(folder):
    names = (Path(folder) / "DOCUMENT_IDS.tsv").read_text("utf-8").splitlines()
    shares = {}
    for way, find in (("in articles", lambda lines: in_articles(lines, names)), ("alone", alone)):
        right = total = 0
        for path in sorted(Path(folder).glob("??.txt")):
            found = list(find(path.read_text("utf-8").splitlines()))
            hits = sum(one == path.stem for one in found)
            right, total = right + hits, total + len(found)
            print(f"{way}, {path.stem}: {hits / len(found):.4f} of {len(found)}")
        shares[way] = right / total
        print(f"{way}, all: {shares[way]:.4f} of {total}")
    return shares["in articles"] < FLOOR


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
