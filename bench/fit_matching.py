"""Fit the weights of `resources/matching.toml` on dossiers with planted figures, and print their calibration.

    fit_matching.py DOSSIER... [--write]

A DOSSIER is a folder with `articles/` and `truth.json` that tells for every article its document, its language and the
rows of its lines, and the planted figures. Pairs of claims of one row are positive where their figures fit or one of
them was planted, pairs of different documents are negative; translators' differences are left out. Half of the
documents fit the weights, the other half measures the calibration.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from bisect import bisect_right
from collections import Counter
from pathlib import Path

import numpy as np

from factcheck.claims.extraction import extract
from factcheck.matching.alignment import align
from factcheck.matching.articles import AtHand, shelves
from factcheck.matching.copies import copies
from factcheck.matching.evidence import weights
from factcheck.matching.parts import parts
from factcheck.matching.prepared import prepare, together
from factcheck.matching.retellings import Retellings
from factcheck.reading.files import from_text
from factcheck.resources import resource

AGAINST = {
    "alone", "small", "far", "split sources", "elsewhere",
    "other indicator", "other noun", "other place", "other period", "other role",
}  # fmt: skip
BY_HAND = ("meaning", "undated")  # no model has a say in the fit, and all articles of an event are of one time
PENALTY = 0.3  # of the squared weights: keeps rare evidence from being overrated


def examples(folder: Path):
    """Yield evidence, label, the document's number."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    documents = []
    for name, article in sorted(truth["articles"].items()):
        text = (folder / "articles" / name).read_text("utf-8")
        documents.append(from_text(text, path=name, language=article["lang"]))
    claims = {document.id: extract(document) for document in documents}
    paths = {document.id: document.path for document in documents}
    planted = {(p["path"], start, end) for p in truth["planted"] for start, end, _ in p["spans"]}
    order = {doc: number for number, doc in enumerate(sorted({a["doc"] for a in truth["articles"].values()}))}

    def where(claim):
        article = truth["articles"][paths[claim.document]]
        at = bisect_right([line[0] for line in article["lines"]], claim.span.start) - 1
        return article["doc"], article["lines"][max(at, 0)][2]

    def is_planted(claim):
        path = paths[claim.document]
        return any(p == path and claim.span.start < end and start < claim.span.end for p, start, end in planted)

    archive = AtHand.of(documents, claims)
    known = together(map(prepare, shelves(archive)))
    aligned = parts(archive, known.corpus, align(known.corpus), copies(known.languages, known.shingles), None)
    pairs = [(where(a), where(b), a, b, evidence) for part in aligned for a, b, evidence, _ in Retellings(part).pairs()]
    # two documents of the corpus that report one event are no example of different things
    mixed = Counter(frozenset((here[0], there[0])) for here, there, *_ in pairs if here[0] != there[0])
    for here, there, a, b, evidence in pairs:
        if mixed[frozenset((here[0], there[0]))] > len(pairs) / 200:
            continue
        fits = "figure" in evidence
        if here == there:
            if fits or is_planted(a) or is_planted(b):
                yield evidence, 1.0, order[here[0]]
        elif here[0] != there[0] or not fits:
            yield evidence, 0.0, order[here[0]]


def fit(matrix, labels):
    """Return weights (the last one the bias) that maximise the penalised likelihood, by Newton's method."""
    design = np.hstack([matrix, np.ones((len(matrix), 1))])
    penalty = np.full(design.shape[1], PENALTY)
    penalty[-1] = 0
    found = np.zeros(design.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-design @ found))
        gradient = design.T @ (labels - likely) - penalty * found
        curvature = (design * (likely * (1 - likely))[:, None]).T @ design + np.diag(penalty + 1e-6)
        step = np.linalg.solve(curvature, gradient)
        found += step
        if np.abs(step).max() < 1e-8:
            break
    return found


def fit_with_signs(matrix, labels, names):
    """Return the fit in which no evidence weighs against its meaning; such weights are 0, the others fitted anew."""
    kept = list(range(len(names)))
    while True:
        found = fit(matrix[:, kept], labels)
        wrong = [n for n, weight in zip(kept, found[:-1], strict=True) if (names[n] in AGAINST) == (weight > 0)]
        if not wrong:
            weights = np.zeros(len(names) + 1)
            weights[[*kept, -1]] = found
            return weights
        kept = [n for n in kept if n not in wrong]


def calibration(likely, labels, bins=10):
    """Return the expected calibration error: mean |share true - mean score| over equal bins, weighted by size."""
    error = 0.0
    for low in np.linspace(0, 1, bins, endpoint=False):
        inside = (likely >= low) & (likely < low + 1 / bins + (1e-9 if low + 1 / bins >= 1 else 0))
        if inside.any():
            error += inside.mean() * abs(labels[inside].mean() - likely[inside].mean())
    return error


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossiers", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    names = [name for name in weights("event") if name not in {"bias", *BY_HAND}]
    rows, labels, halves = [], [], []
    for folder in args.dossiers:
        for evidence, label, number in examples(folder):
            rows.append([evidence.get(name, 0.0) for name in names])
            labels.append(label)
            halves.append(number % 2)
    matrix, labels, halves = np.array(rows), np.array(labels), np.array(halves)
    differing = matrix[:, names.index("figure")] == 0
    print(f"{len(labels)} pairs, {labels.mean():.3f} true")
    print(f"{differing.sum()} of them differ, {labels[differing].mean():.3f} true")
    for half in (0, 1):
        found = fit_with_signs(matrix[halves == half], labels[halves == half], names)
        test = halves != half
        likely = 1 / (1 + np.exp(-(matrix[test] @ found[:-1] + found[-1])))
        apart = differing[test]
        print(
            f"half {half}: calibration error {calibration(likely, labels[test]):.3f}, "
            f"of differing pairs {calibration(likely[apart], labels[test][apart]):.3f}"
        )
    found = fit_with_signs(matrix, labels, names)
    table = tomllib.loads(resource("matching.toml").read_text("utf-8"))
    by_hand = {name: table["event"][name] for name in BY_HAND}
    table["event"] = {"bias": found[-1], **dict(zip(names, found[:-1], strict=True))}
    for name, weight in table["event"].items():
        used = (matrix[:, names.index(name)] != 0).sum() if name != "bias" else len(labels)
        print(f"{name:16} {weight:7.2f}  in {used}")
    table["event"] |= by_hand
    if args.write:
        text = resource("matching.toml").read_text("utf-8")
        head = text[: text.index("[event]")]
        for way, values in table.items():
            head += f"[{way}]\n" + "".join(f'"{name}" = {weight:.2f}\n' for name, weight in values.items()) + "\n"
        resource("matching.toml").write_text(head.rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    main()
