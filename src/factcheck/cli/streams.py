"""The commands that other programs feed line by line: JSON in, JSON out.

`cli.main` calls them before it loads the parser of options, which takes longer than many a text.
"""

from __future__ import annotations

import json
import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Claim, Document

    Read = tuple[Document, Sequence[Claim]]

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_BATCH = 1000  # lines that are read together
_TEXT, _TWO_TEXTS = (("text",),), (("a", "text"), ("b", "text"))  # where a line must hold a text


def figures() -> None:
    """Read {"id", "lang", "text"} a line from standard input and print a line per figure."""
    for cases in _batches(_TEXT):
        read = _read(cases)
        _print(
            {"id": case["id"], **figure_row(claim, one)}
            for case, (one, claims) in zip(cases, read, strict=True)
            for claim in claims
        )


def compare() -> None:
    """Read {"id", "a", "b"} a line from standard input, each side {"lang", "text"}, and print a verdict of each."""
    for cases in _batches(_TWO_TEXTS):
        read = _read(case[side] for case in cases for side in ("a", "b"))
        pairs = zip(read[::2], read[1::2], strict=True)
        _print({"id": case["id"], **verdict(*pair)} for case, pair in zip(cases, pairs, strict=True))


def _read(cases: Iterable[Mapping[str, Any]]) -> list[Read]:
    """Return {"lang", "text"} as documents with their claims."""
    from factcheck.claims.extraction import extract_each
    from factcheck.reading.files import from_each

    documents = from_each((case["text"], case.get("lang")) for case in cases)
    return list(zip(documents, extract_each(documents), strict=True))


def figure_row(claim: Claim, document: Document) -> dict[str, Any]:
    """Return a claim as the fields of the command `figures`; numbers are floats, offsets code points."""
    quantity, scope = claim.quantity, claim.scope
    low, single = _number(quantity.low), quantity.low == quantity.high
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "text": document.quote(claim.span),
        "value": low if single else None,
        "low": low,
        "high": low if single else _number(quantity.high),
        "unit": quantity.unit,
        "kind": str(claim.kind),
        "approximate": quantity.approximate,
        "role": str(claim.role),
        "direction": str(claim.direction) if claim.direction else None,
        "indicator": scope.indicator,
        "noun": scope.noun,
        "group": scope.group,
        "place": scope.place,
        "period": str(scope.period) if scope.period else None,
        "per": scope.per,
        "passage": str(document.passages[claim.passage].kind),
    }


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def verdict(a: Read, b: Read) -> dict[str, Any]:
    """Return {"verdict", "pairs"} of two texts that say the same thing, each with its claims."""
    from factcheck.comparison import compare as judge
    from factcheck.matching.pairing import match_passages
    from factcheck.model import Relation

    found = [judge(each) for each in match_passages(*a, *b)]
    relations = {finding.relation for finding in found}
    order = (Relation.DIFFER, Relation.CHECK, Relation.AGREE)
    verdict = next((str(relation) for relation in order if relation in relations), "unrelated")
    pairs = [
        {
            "a": [finding.match.a.span.start, finding.match.a.span.end],
            "b": [finding.match.b.span.start, finding.match.b.span.end],
            "relation": str(finding.relation),
            "type": finding.type,
            "explanation": finding.explanation,
        }
        for finding in found
    ]
    return {"verdict": verdict, "pairs": pairs}


def _batches(texts: Sequence[Sequence[str]]) -> Iterator[list[dict[str, Any]]]:
    """Yield the lines of standard input, as many at a time as are quickly read together."""
    lines = _lines(texts)
    while several := list(islice(lines, _BATCH)):
        yield several


def _lines(texts: Sequence[Sequence[str]]) -> Iterator[dict[str, Any]]:
    """Yield the lines of standard input. Raises UnreadableFileError of one that is no JSON or lacks something."""
    for number, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            try:
                case = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise UnreadableFileError(f"Line {number} of standard input is not JSON: {error}") from error
            if not isinstance(case, dict) or "id" not in case:
                raise UnreadableFileError(f'Line {number} of standard input has no "id".')
            for names in texts:
                if not isinstance(_inside(case, names), str):
                    raise UnreadableFileError(f'Line {number} of standard input has no text in "{".".join(names)}".')
                tag = (*names[:-1], "lang")
                if not isinstance(_inside(case, tag), str | None):
                    raise UnreadableFileError(f'Line {number} of standard input has no language in "{".".join(tag)}".')
            yield case


def _inside(value: Any, names: Sequence[str]) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _print(rows: Iterable[dict[str, Any]]) -> None:
    # half of a character, as JSON may hold it, is written as it came
    rest = memoryview("".join(f"{_ENCODE(row)}\n" for row in rows).encode(errors="backslashreplace"))
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]  # with PYTHONUNBUFFERED a full disk takes a part, and says nothing
    sys.stdout.buffer.flush()
