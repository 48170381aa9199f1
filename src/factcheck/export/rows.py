"""The fields that every export carries, whatever its format."""

from __future__ import annotations

import ntpath
import posixpath
from functools import lru_cache
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from factcheck.language.packs import pack
from factcheck.language.statements import explain, told
from factcheck.language.wording import ENGLISH, describe, moment
from factcheck.model import Claim, PassageKind, Period, Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from types import ModuleType

    from factcheck.export.batch import Options
    from factcheck.model import Case, Direction, Document, Kind, Reason, Role, Scope

_AROUND = 160  # characters on both sides of a figure, where its sentence is not known
_CONTEXT = 400  # characters of the sentence before and after


def row(case: Case, folder: str = "", options: Options | None = None) -> dict[str, object]:
    """Return the fields of a case; "a" and "b" hold those of its sides.

    Positions are code points of the article's text. Paths are relative to `folder`; where they are not in it, the
    file's name alone: nothing tells of the machine's folders. Values that JSON knows, and None where there is nothing.
    What the options leave out is empty; what a person reads is in their language.
    """
    match = case.finding.match
    return {
        "a": side(match.a, case.a, folder, options),
        "b": side(match.b, case.b, folder, options),
        **compared(case, options),
        "reasons": [
            {"name": reason.name, "detail": detail, "weight": round(reason.weight, 4)}
            for reason, detail in reasons(case, options)
        ],
        **decided(case, options),
    }


def compared(case: Case, options: Options | None = None) -> dict[str, object]:
    """Return what comparing the two figures gave."""
    finding = case.finding
    return {
        "score": round(finding.match.score, 4),
        "relation": finding.relation.value,
        "type": finding.type,
        "explanation": explain(finding, _language(options)),
        "gap": None if finding.gap is None else round(finding.gap, 6),
    }


def reasons(case: Case, options: Options | None = None) -> list[tuple[Reason, str]]:
    """Return why the two figures were put side by side, each reason with its detail in the language chosen."""
    finding, language = case.finding, _language(options)
    if language == ENGLISH:
        return [(reason, reason.detail) for reason in finding.match.reasons]
    return [(reason, told(reason, finding, language)) for reason in finding.match.reasons]


def decided(case: Case, options: Options | None = None) -> dict[str, object]:
    """Return what a person decided, and the names of the case and the finding."""
    review, name = case.review, case.finding.id
    notes = review if options is None or options.notes else None
    return {
        "verdict": case.verdict.value,
        "reason": review.reason if review else "",
        "note": notes.note if notes else "",
        "reviewer": notes.reviewer if notes else "",
        "when": review.when.isoformat() if review else None,
        "case": case.finding.under or name,
        "finding": name,
    }


def side(claim: Claim, document: Document, folder: str = "", options: Options | None = None) -> dict[str, object]:
    """Return the fields of one side: where it stands, what it says, what it is about."""
    quantity, scope = claim.quantity, claim.scope
    low = _number(quantity.low)
    high = low if quantity.high is quantity.low else _number(quantity.high)
    span = sentence(claim, document)
    texts = options is None or options.texts
    before, after = context(claim, document) if texts else ("", "")
    return {
        "path": shown_path(document.path, folder, options),
        "start": claim.span.start,
        "end": claim.span.end,
        "text": document.quote(claim.span),
        "sentence": document.quote(span) if texts else "",
        "sentence_start": span.start,
        "sentence_end": span.end,
        "before": before,
        "after": after,
        "language": document.language,
        "title": document.title,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "document": document.id,
        "about": _about(scope, claim.kind, claim.role, claim.direction, _language(options)),
        "shown": moment(claim, _language(options)),
        "unit": quantity.unit,
        "value": low if quantity.low == quantity.high else None,
        "low": low,
        "high": high,
        "approximate": quantity.approximate,
        "kind": claim.kind.value,
        "role": claim.role.value,
        "direction": claim.direction.value if claim.direction else None,
        "indicator": scope.indicator,
        "noun": scope.noun,
        "group": scope.group,
        "place": scope.place,
        "period": _period(scope.period) if scope.period else None,
        "per": scope.per,
    }


def shown_path(path: str, folder: str, options: Options | None = None) -> str:
    """Return as much of a path as the options tell."""
    kept = options.paths if options else "short"
    if kept == "none":
        return ""
    return path if kept == "full" else relative(path, folder)


def sentence(claim: Claim, document: Document) -> Span:
    """Return the span of the sentence a claim stands in, without the white space around it."""
    if 0 <= claim.passage < len(document.passages):
        span = document.passages[claim.passage].span
        if span.start <= claim.span.start and claim.span.end <= span.end:
            return _trimmed(span, document.text)
    start, end = max(0, claim.span.start - _AROUND), min(len(document.text), claim.span.end + _AROUND)
    return _trimmed(Span(start, end), document.text)


def context(claim: Claim, document: Document) -> tuple[str, str]:
    """Return the sentences before and after a claim; "" where there is none, or it is not the article's own."""
    return _neighbour(claim, document, -1), _neighbour(claim, document, 1)


def _neighbour(claim: Claim, document: Document, step: int) -> str:
    at = claim.passage + step
    if not (0 <= claim.passage < len(document.passages) and 0 <= at < len(document.passages)):
        return ""
    passage = document.passages[at]
    if passage.kind in {PassageKind.BOILERPLATE, PassageKind.RELATED}:
        return ""
    text = document.quote(passage.span).strip()
    if text == document.title.strip():
        return ""  # the title stands above already
    if len(text) <= _CONTEXT:
        return text
    if step < 0:  # whole words, where the script has them
        cut = text[-_CONTEXT:]
        return f"… {cut.partition(' ')[2] or cut}"
    cut = text[:_CONTEXT]
    return f"{cut.rpartition(' ')[0] or cut} …"


_period = lru_cache(4096)(Period.__str__)


@lru_cache(65536)
def _about(scope: Scope, kind: Kind, role: Role, direction: Direction | None, language: str) -> str:
    """Return what claims like this are about; many are about the same."""
    return describe(Claim("", Span(0, 0), 0, Quantity(None, None), kind, role, direction, scope), language)


def _language(options: Options | None) -> str:
    return options.language if options else ENGLISH


def _trimmed(span: Span, text: str) -> Span:
    quoted = text[span.start : span.end]
    return Span(span.start + len(quoted) - len(quoted.lstrip()), span.end - len(quoted) + len(quoted.rstrip()))


def _number(value: Decimal | None) -> int | float | None:
    if value is None or not value.is_finite():
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def common_folder(paths: Iterable[str]) -> str:
    """Return the folder that all absolute paths have in common, "" where they have none."""
    folders = {_flavour(path).dirname(path) for path in paths if _flavour(path).isabs(path)}
    if not folders or len({_flavour(folder) for folder in folders}) > 1:
        return ""
    try:
        return str(_flavour(next(iter(folders))).commonpath(sorted(folders)))
    except ValueError:  # several drives
        return ""


@lru_cache(65536)
def relative(path: str, folder: str = "") -> str:
    """Return a path below a folder, with forward slashes; the file's name where it is not below it."""
    pure = PureWindowsPath(path) if _flavour(path) is ntpath else PurePosixPath(path)
    if folder and pure.is_relative_to(folder):
        return pure.relative_to(folder).as_posix()
    if pure.is_absolute() or pure.drive or ".." in pure.parts:
        return pure.name
    return pure.as_posix()


@lru_cache(256)
def right_to_left(language: str) -> bool:
    """Return whether a language is written from right to left."""
    return pack(language).right_to_left


def _flavour(path: str) -> ModuleType:
    return ntpath if path[1:3] in {":\\", ":/"} or path.startswith("\\\\") else posixpath
