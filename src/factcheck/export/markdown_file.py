"""Markdown: a report for wikis, tickets and mail; every text of others is escaped, so that none becomes markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.export import left_out
from factcheck.export.report_words import words
from factcheck.export.rows import context, sentence, shown_path
from factcheck.language.scripts import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.export.batch import Batch, Entry
    from factcheck.export.report_words import Words
    from factcheck.model import Claim, Document

_SPECIAL = re.compile(  # CommonMark's own, GitHub's tables and bare addresses, and what begins a list or a heading
    r"([\\`*_{}\[\]<>#|~&$^]|:(?=//)|(?<=\bwww)\.|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)])", re.IGNORECASE
)
_RIGHT_TO_LEFT = re.compile(f"[{RIGHT_TO_LEFT}]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate: a document for people, not data
_MARKS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def pieces(batch: Batch) -> Iterator[str]:
    """Yield findings as Markdown (CommonMark), piece by piece."""
    say = words(batch.options.language)
    yield f"# {_e(batch.options.heading or say['title'])}\n\n"
    yield f"{say.count('findings', len(batch.cases))}. {say.made(batch.options.made)}\n"
    for each in batch.entries():
        yield _case(each, batch, say)
    for title, _, rows in left_out.lists(batch, say):
        yield f"\n## {title}\n\n"
        yield from (f"* {' · '.join(_e(field) for field in row if field)}\n" for row in rows)


def _case(each: Entry, batch: Batch, say: Words) -> str:
    case, finding, review = each.case, each.case.finding, each.case.review
    level = "###" if each.lead else "##"
    lines = [
        f"\n{level} {say.number(each.number)}. {say.relation(finding.relation)}: {_e(say.describe(finding.match.a))}",
        _e(say.explain(finding)),
    ]
    for claim, document in ((finding.match.a, case.a), (finding.match.b, case.b)):
        lines.append(_side(claim, document, batch, say))
    if finding.match.reasons:
        reasons = "; ".join(
            ": ".join(_e(part) for part in (name, told) if part) for name, told, _ in say.reasons(finding)
        )
        lines.append(f"**{say['why']}** {reasons}")
    facts = [_e(say.kind(finding)), say.apart(finding.gap), say.sure(finding.match.score), say.witness(each)]
    lines.append(" · ".join(fact for fact in facts if fact))
    if review:
        told = [f"**{say.verdict(review.verdict)}**", _e(review.reason)]
        if batch.options.notes:
            told += [_e(review.reviewer), say.time(review.when)]
        lines.append(" · ".join(part for part in told if part))
        if batch.options.notes and review.note:
            lines.append("\n".join(f"> {_e(line)}" for line in review.note.splitlines()))
    return "\n\n".join(lines) + "\n"


def _side(claim: Claim, document: Document, batch: Batch, say: Words) -> str:
    span = sentence(claim, document)
    path = shown_path(document.path, batch.folder or "", batch.options)
    dated = say.day(document.published) if document.published else ""
    source = [_e(document.title), _e(document.language), dated, _e(path), _e(document.url or "")]
    meaning = say.meaning(claim, document)
    figure = f"**{_e(document.quote(claim.span))}**" + (f" ({_e(meaning)})" if meaning else "")
    told = f"* {figure}, {' · '.join(part for part in source if part)}"
    if not batch.options.texts:
        return told
    before, after = context(claim, document)
    text, at = document.text, claim.span
    said = f"{_line(text[span.start : at.start])}**{_line(document.quote(at))}**{_line(text[at.end : span.end])}"
    # each line begins with the article's own words, so that its direction is theirs
    quoted = [part for part in (_line(before), said, _line(after)) if part]
    return told + "".join(f"\n  > {part}\n  >" for part in quoted).removesuffix("\n  >")


def _line(text: str) -> str:
    """Return a text of others on one line, as it is and not as markup."""
    return _SPECIAL.sub(r"\\\1", _MARKS.sub("", _CONTROL.sub(" ", text)))


def _e(text: str) -> str:
    """Return a text of others within a line of ours, in its own direction."""
    line = _line(text).strip()
    return f"{_ISOLATE}{line}{_END}" if _RIGHT_TO_LEFT.search(line) else line
