"""Is the language of each passage right? python bench/passage_languages.py NTREX-DEV

Every line of more than 40 characters is an article by itself.
"""

import sys
from pathlib import Path

from factcheck.reading.files import from_text

FLOOR = 0.99
LONG_ENOUGH = 40  # characters


def alone(line):
    return from_text(line).passages[0].language


def main(folder):
    texts = {path.stem: path.read_text("utf-8").splitlines() for path in sorted(Path(folder).glob("??.txt"))}
    right, total, wrong = 0, 0, {}
    for tag, lines in texts.items():
        kept = [line for line in lines if len(line) > LONG_ENOUGH]
        missed = [(found, line) for line in kept if (found := alone(line)) != tag]
        right, total = right + len(kept) - len(missed), total + len(kept)
        for found, _ in missed:
            wrong[tag, found] = wrong.get((tag, found), 0) + 1
        print(f"{tag}: {1 - len(missed) / len(kept):.4f} of {len(kept)}")
    print("mistaken:", dict(sorted(wrong.items(), key=lambda pair: -pair[1])[:12]))
    print(f"all: {right / total:.4f} of {total} (wanted: {FLOOR})")
    return right / total < FLOOR


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
