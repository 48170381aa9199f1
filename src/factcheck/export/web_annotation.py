"""W3C Web Annotations: each side of a finding as a note on its article, found again by quotation and by position.

Positions are Unicode code points of the text as it was read, as the model's section 4.2.5 asks for. On the page itself
the quotation finds the figure.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.export.rows import shown_path
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.export.batch import Batch
    from factcheck.model import Case, Claim, Document

_AROUND = 32  # characters of prefix and suffix


def pieces(batch: Batch) -> Iterator[str]:
    """Yield a page of annotations, two a finding, piece by piece."""
    made = batch.options.made.isoformat(timespec="seconds")
    yield '{\n"@context": "http://www.w3.org/ns/anno.jsonld",\n"id": "urn:factcheck:annotations",\n'
    yield f'"type": "AnnotationPage",\n"modified": {json.dumps(made)},\n"startIndex": 0,\n"items": ['
    separator = "\n"
    for _, case in batch.numbered():
        match = case.finding.match
        for at, claim, document in (("a", match.a, case.a), ("b", match.b, case.b)):
            yield separator + json.dumps(_note(case, at, claim, document, batch), ensure_ascii=False, allow_nan=False)
            separator = ",\n"
    yield "\n]\n}\n"


def _note(case: Case, at: str, claim: Claim, document: Document, batch: Batch) -> dict[str, object]:
    finding, review, options = case.finding, case.review, batch.options
    name = f"urn:factcheck:finding:{finding.id}"
    bodies: list[dict[str, object]] = [
        {"type": "TextualBody", "value": finding.explanation, "format": "text/plain", "purpose": "describing"},
        {"type": "TextualBody", "value": finding.relation.value, "format": "text/plain", "purpose": "classifying"},
        {"type": "SpecificResource", "source": f"{name}:{'b' if at == 'a' else 'a'}", "purpose": "linking"},
    ]
    note: dict[str, object] = {
        "id": f"{name}:{at}",
        "type": "Annotation",
        "motivation": "assessing" if finding.relation is Relation.DIFFER else "questioning",
        "generator": {"type": "Software", "name": f"factcheck {__version__}"},
        "body": bodies,
        "target": _target(claim, document, batch),
    }
    if review:
        said = {"type": "TextualBody", "value": review.verdict.value, "format": "text/plain", "purpose": "assessing"}
        bodies.append({**said, "created": review.when.isoformat()})
        if options.notes and review.note:
            bodies.append({**said, "value": review.note, "purpose": "commenting"})
        if options.notes and review.reviewer:
            note["creator"] = {"type": "Person", "name": review.reviewer}
        note["created"] = review.when.isoformat()
    return note


def _target(claim: Claim, document: Document, batch: Batch) -> dict[str, object]:
    start, end = claim.span.start, claim.span.end
    quoted = {"type": "TextQuoteSelector", "exact": document.quote(claim.span)}
    if batch.options.texts:
        quoted["prefix"] = document.text[max(0, start - _AROUND) : start]
        quoted["suffix"] = document.text[end : end + _AROUND]
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    path = shown_path(document.path, batch.folder or "", batch.options)
    source: dict[str, object] = {
        "id": document.url or f"urn:factcheck:document:{document.id}",
        "type": "Text",
        "language": document.language,
    }
    if path:
        source["name"] = path
    return {"source": source, "selector": [quoted, position]}
