"""SARIF 2.1.0 (OASIS), for pipelines: types of findings as rules, dismissals as suppressions."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from factcheck import __version__
from factcheck.export import left_out
from factcheck.export.rows import row, shown_path
from factcheck.language.wording import describe
from factcheck.model import Relation, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.export.batch import Batch
    from factcheck.model import Case, Claim, Document, Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Section 3.27.9 and 3.27.10: what is not a failure has the level "none".
_KINDS = {Relation.DIFFER: ("fail", "error"), Relation.CHECK: ("review", "none"), Relation.AGREE: ("pass", "none")}
_WORDS = {
    Relation.DIFFER: "Two texts state the same claim with other figures",
    Relation.CHECK: "A person must judge whether two texts speak of the same",
    Relation.AGREE: "Two texts state figures that fit",
}


def pieces(batch: Batch) -> Iterator[str]:
    """Yield a log with one run, piece by piece; the rules come last, when all are known."""
    rules: dict[str, Finding] = {}
    yield f'{{\n"$schema": {_text(_SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n"columnKind": "unicodeCodePoints",\n'
    yield '"results": ['
    for number, case in batch.numbered():
        rules.setdefault(_rule(case.finding), case.finding)
        result = _result(case, list(rules).index(_rule(case.finding)), batch)
        yield (",\n" if number > 1 else "\n") + _text(result)
    driver = {
        "name": "factcheck",
        "version": __version__,
        "rules": [_described(name, finding) for name, finding in rules.items()],
    }
    yield '\n],\n"invocations": [{"executionSuccessful": true, "toolExecutionNotifications": ['
    for number, note in enumerate(_notifications(batch)):
        yield (",\n" if number else "\n") + _text(note)
    yield f'\n]}}],\n"tool": {_text({"driver": driver})}\n}}]\n}}\n'


def _result(case: Case, rule: int, batch: Batch) -> dict[str, object]:
    finding = case.finding
    kind, level = _KINDS[finding.relation]
    made: dict[str, object] = {
        "ruleId": _rule(finding),
        "ruleIndex": rule,
        "kind": kind,
        "level": level,
        "message": {"text": f"{describe(finding.match.a)}: {finding.explanation}"},
        "locations": [_location(finding.match.a, case.a, batch)],
        "relatedLocations": [
            {"id": 1, "message": {"text": "The other text"}, **_location(finding.match.b, case.b, batch)}
        ],
        "rank": round(finding.match.score * 100, 2),
        "partialFingerprints": {"finding/v1": finding.id},
        "properties": row(case, batch.folder or "", batch.options),
    }
    if case.verdict is Verdict.DISMISSED and case.review:
        said = (case.review.reason, case.review.note if batch.options.notes else "")
        why = ": ".join(part for part in said if part)
        made["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": why or "Dismissed by a person"}
        ]
    return made


def _location(claim: Claim, document: Document, batch: Batch) -> dict[str, object]:
    start, text = claim.span.start, document.text
    region: dict[str, object] = {
        "startLine": text.count("\n", 0, start) + 1,
        "startColumn": start - text.rfind("\n", 0, start),
        "charOffset": start,
        "charLength": claim.span.end - start,
        "snippet": {"text": document.quote(claim.span)},
    }
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(document.path, document.id, batch)},
            "region": region,
        }
    }


def _uri(path: str, document: str, batch: Batch) -> str:
    """Return where a file is: an address below the folder of all, one of the machine, or a name by its bytes."""
    shown = shown_path(path, batch.folder or "", batch.options)
    if not shown:
        return f"urn:sha256:{document}" if document else "urn:factcheck:file"
    if shown.startswith("/"):
        return "file://" + quote(str(PurePosixPath(shown)), errors="replace")
    windows = PureWindowsPath(shown)
    if windows.drive.endswith(":") and windows.is_absolute():
        return "file:///" + quote(windows.as_posix(), safe="/:", errors="replace")
    return quote(shown.replace("\\", "/") if windows.is_absolute() else shown, errors="replace")


def _notifications(batch: Batch) -> Iterator[dict[str, object]]:
    """Yield the files and figures that were not read."""
    for one, skipped in zip(left_out.files(batch), batch.skipped, strict=True):
        yield _notification(f"{one['path']}: {one['reason']}", _uri(skipped.path, "", batch), None)
    for figure in batch.unread():
        region = {"charOffset": figure.span.start, "charLength": figure.span.end - figure.span.start}
        around = figure.around if batch.options.texts else ""
        told = f"The figure {figure.text} was not read. {around}".strip()
        yield _notification(told, _uri(figure.path, figure.document, batch), region)


def _notification(told: str, uri: str, region: dict[str, int] | None) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": uri}}
    if region:
        place["region"] = region
    return {"level": "warning", "message": {"text": told}, "locations": [{"physicalLocation": place}]}


def _rule(finding: Finding) -> str:
    return f"{finding.relation.value}/{re.sub(r'[^a-z0-9]+', '-', finding.type.lower()).strip('-') or 'plain'}"


def _described(name: str, finding: Finding) -> dict[str, object]:
    words, kind = _WORDS[finding.relation], finding.type
    return {
        "id": name,
        "shortDescription": {"text": f"{words}: {kind}." if kind and kind != "plain" else f"{words}."},
        "defaultConfiguration": {"level": _KINDS[finding.relation][1]},
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
