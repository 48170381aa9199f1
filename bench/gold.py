"""Score the claims read from annotated articles, and the relations found between them.

    gold.py GOLD.json ARTICLES

GOLD.json has "claims" (path, start, end, value or low and high, unit, role, direction ...; some "required") and
"relations" (pairs of claims by file and text, with the relations that a reader would allow).
"""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.checking import find_discrepancies
from factcheck.claims.extraction import extract
from factcheck.model import NOT_QUANTITIES, Kind, PassageKind
from factcheck.reading.files import read

UNITS = {"count": None, "metre": "length-meter", "year": "duration-year", "day": "duration-day", "times": "times"}


@dataclass
class Score:
    """What was found: counts, and a line for each miss."""

    required: int = 0
    value: int = 0
    role: int = 0
    direction: int = 0
    extras: int = 0
    scope: dict[str, list[int]] = field(default_factory=dict)
    relations: list[tuple[str, set[str], list[str]]] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)


def same(a, b):
    return a is not None and b is not None and math.isclose(float(a), float(b), rel_tol=1e-9)


def right_value(claim, gold):
    low, high = gold.get("low", gold.get("value")), gold.get("high", gold.get("value"))
    if gold.get("bound") == "more than":
        high = None
    quantity = claim.quantity
    sides = ((quantity.low, low), (quantity.high, high))
    return all(mine is yours is None or same(mine, yours) for mine, yours in sides)


def score(gold_file: Path, articles: Path) -> Score:
    gold = json.loads(gold_file.read_text("utf-8"))
    documents = {path.name: read(path) for path in sorted(articles.glob("*.txt"))}
    claims = {name: extract(document) for name, document in documents.items()}
    made = Score()
    used = set()
    for wanted in gold["claims"]:
        here = [c for c in claims[wanted["path"]] if c.span.start < wanted["end"] and wanted["start"] < c.span.end]
        used |= {claim.id for claim in here}
        if not wanted["required"]:
            continue
        made.required += 1
        unit = UNITS.get(wanted["unit"], wanted["unit"])
        best = next((c for c in here if right_value(c, wanted) and c.quantity.unit == unit), None)
        said = f"{wanted['path'][:3]} {wanted['text']}"
        if best is None:
            made.misses.append(f"{said}: read as {[(str(c.kind), c.quantity) for c in here]}")
            continue
        made.value += 1
        right_role = str(best.role) == wanted["role"]
        made.role += right_role
        right_direction = (str(best.direction) if best.direction else None) == wanted.get("direction")
        made.direction += right_direction
        if not (right_role and right_direction):
            made.misses.append(f"{said}: {best.role} {best.direction}, not {wanted['role']} {wanted.get('direction')}")
        for name in ("indicator", "noun", "group", "place", "time", "per"):
            if name in wanted:
                value = best.scope.period if name == "time" else getattr(best.scope, name)
                made.scope.setdefault(name, []).append(int(value is not None))
    for name, found in claims.items():
        for claim in found:
            kind = documents[name].passages[claim.passage].kind
            counts = claim.kind not in NOT_QUANTITIES and claim.kind is not Kind.ORDINAL
            if counts and claim.id not in used and kind is not PassageKind.BOILERPLATE:
                made.extras += 1
                made.misses.append(f"extra {name[:3]} {documents[name].quote(claim.span)!r} ({kind})")
    add_relations(made, gold, documents, claims)
    return made


def add_relations(made, gold, documents, claims):
    by_id = {document.id: document for document in documents.values()}
    findings = find_discrepancies(list(documents.values()), {documents[n].id: c for n, c in claims.items()})

    def names(finding):
        sides = (finding.match.a, finding.match.b)
        return {(Path(by_id[c.document].path).name, by_id[c.document].quote(c.span)) for c in sides}

    found = {}
    for finding in findings:
        found[frozenset(names(finding))] = str(finding.relation)
        if finding.relation == "differ":
            made.differing.append(finding.explanation)
    for relation in gold["relations"]:
        members = [tuple(each) for each in relation["claims"]]
        verdicts = [found.get(frozenset({a, b}), "unrelated") for n, a in enumerate(members) for b in members[n + 1 :]]
        made.relations.append((relation["about"], set(relation["allowed"]), verdicts))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    args = parser.parse_args()
    made = score(args.gold, args.articles)
    print("\n".join(made.misses))
    print(
        f"{made.value} of {made.required} figures with value and unit, role right on {made.role}, "
        f"direction on {made.direction}, {made.extras} extras"
    )
    for name, values in made.scope.items():
        print(f"{name}: said of {sum(values)} of {len(values)}")
    for about, allowed, verdicts in made.relations:
        print(f"{'ok ' if set(verdicts) <= allowed else 'NOT'} {verdicts} of {sorted(allowed)}: {about}")
    print(f"differing: {made.differing}")


if __name__ == "__main__":
    main()
