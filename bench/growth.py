"""Matching as a dossier grows: CPU time an article and memory at several sizes.

    growth.py --data DIR [--sizes 1000,4000,16000]

DIR is a line-parallel corpus (DOCUMENT_IDS.tsv and a file a language). Each round makes new events of its documents:
sentences are drawn and shuffled, figures get other digits and names other consonants, the same in every language, so
that articles of one event still match and those of two rounds do not. Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import time
import unicodedata
from collections import defaultdict
from pathlib import Path

from factcheck.claims.extraction import extract
from factcheck.matching.names import key
from factcheck.matching.pairing import match
from factcheck.reading.files import from_text

LANGS = ("en", "fr", "vi", "ar", "fa", "ms")
# One letter for each class of consonants, in Latin and in Arabic script.
LATIN = {"b": "bp", "f": "fv", "k": "ckqg", "s": "szx", "t": "td", "l": "l", "r": "r", "m": "m", "n": "n"}
ARABIC = {"b": "بپ", "f": "ف", "k": "كکقگغ", "s": "سشصز", "t": "تطد", "l": "ل", "r": "ر", "m": "م", "n": "ن"}
ARABIC_LETTER = {"b": "ب", "f": "ف", "k": "ك", "s": "س", "t": "ت", "l": "ل", "r": "ر", "m": "م", "n": "ن"}
WORD = re.compile(r"[^\W\d_]+|\d+")


def corpus(data):
    ids = [line.split("\t")[0] for line in (data / "DOCUMENT_IDS.tsv").read_text("utf-8").splitlines()]
    text = {lang: (data / f"{lang}.txt").read_text("utf-8").split("\n") for lang in LANGS}
    documents = defaultdict(list)
    for row, document in enumerate(ids):
        documents[document].append(row)
    return text, documents


def renaming(rng):
    """Return tables that rename letters: Latin and Arabic, by one permutation of the classes of consonants."""
    classes = list(LATIN)
    shuffled = classes[:]
    rng.shuffle(shuffled)
    latin, arabic = {}, {}
    for old, new in zip(classes, shuffled, strict=True):
        latin |= dict.fromkeys(LATIN[old], new) | {letter.upper(): new.upper() for letter in LATIN[old]}
        arabic |= dict.fromkeys(ARABIC[old], ARABIC_LETTER[new])
    return str.maketrans(latin), str.maketrans(arabic)


def renamed(line, names, digits, latin, arabic):
    def swap(found):
        word = found.group()
        if word[0].isdecimal():
            return "".join(
                chr(ord(letter) - unicodedata.decimal(letter) + digits[unicodedata.decimal(letter)]) for letter in word
            )
        return word.translate(latin).translate(arabic) if key(word) in names else word

    return WORD.sub(swap, line)


def articles(data, size, seed=1):
    """Yield (path, language, text), `size` of them."""
    rng = random.Random(seed)
    text, documents = corpus(data)
    made = 0
    while made < size:
        latin, arabic = renaming(rng)
        digits = [0, *rng.sample(range(1, 10), 9)]
        for rows in documents.values():
            english = " ".join(text["en"][row] for row in rows)
            names = {key(word) for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", english)} - {None}
            for lang in LANGS:
                if made >= size:
                    return
                kept = rng.sample(rows, max(1, round(len(rows) * 0.7)))
                lines = [renamed(text[lang][row].strip(), names, digits, latin, arabic) for row in kept]
                yield f"g{made:06}.txt", lang, "\n\n".join(lines)
                made += 1


def measure(data, size):
    """Match a dossier of one size and return what it cost."""
    documents = [from_text(text, path=path, language=lang) for path, lang, text in articles(data, size)]
    claims = {document.id: extract(document) for document in documents}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    at = time.process_time()
    matches = match(documents, claims)
    cpu = time.process_time() - at
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"articles": size, "matches": len(matches), "cpu": cpu, "ms_an_article": 1000 * cpu / size,
            "memory_before_mb": before / 1024, "memory_mb": after / 1024}  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", default="1000,4000,16000")
    parser.add_argument("--one", type=int)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(args.data, args.one)))
        return
    costs = []
    for size in args.sizes.split(","):
        command = [sys.executable, __file__, "--data", str(args.data), "--one", size]
        made = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        costs.append(made["ms_an_article"])
        print(", ".join(f"{name} {value:.1f}" for name, value in made.items()), flush=True)
    print(f"cost an article, last against first: {costs[-1] / costs[0]:.2f}")


if __name__ == "__main__":
    main()
