"""HTML: a report for reading and printing; one file, without scripts, that loads nothing from anywhere."""

from __future__ import annotations

import html
import re
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from factcheck.export.rows import common_folder, context, relative, sentence
from factcheck.language.packs import pack
from factcheck.language.wording import describe, show
from factcheck.model import Relation, Verdict
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Case, Claim, Document, Review, Skipped

_MOST_LISTED = 300  # findings up to which the report begins with a list of them

_NAMES = {Relation.DIFFER: "Conflict", Relation.CHECK: "Check", Relation.AGREE: "Agrees"}
_VERDICTS = {
    Verdict.OPEN: "Open",
    Verdict.CONFIRMED: "Confirmed",
    Verdict.DISMISSED: "Dismissed",
    Verdict.LATER: "Later",
}
_ICONS = {  # paths in a square of 16; nothing is told by colour alone
    Relation.DIFFER: "M3 5.5h10M3 10.5h10M10.5 2l-5 12",
    Relation.CHECK: "M5.5 5.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.6v.4",
    Relation.AGREE: "M3 8.5l3.5 3.5L13 4.5",
}


def pieces(cases: Sequence[Case], skipped: Sequence[Skipped]) -> Iterator[str]:
    """Yield findings as an HTML report made now, piece by piece."""
    return report(cases, skipped, datetime.now(UTC))


def report(cases: Sequence[Case], skipped: Sequence[Skipped], made: datetime) -> Iterator[str]:
    """Yield the text of a report, piece by piece; `made` is the time it says it was made at."""
    documents = {document.id: document for case in cases for document in (case.a, case.b)}
    folder = common_folder([*(document.path for document in documents.values()), *(one.path for one in skipped)])
    languages = sorted({pack(document.language).name for document in documents.values()})
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>Figures compared, {made:%d %B %Y}</title>\n"
        f"<style>\n{resource('report.css').read_text('utf-8')}</style>\n</head>\n<body>\n<main>\n"
    )
    yield (
        '<header class="top">\n<p class="eyebrow">factcheck report</p>\n<h1>Figures compared across languages</h1>\n'
        f'<p class="lead">{_count(len(cases), "finding")} in {_count(len(documents), "article")}'
        f"{' in ' + _e(_listed(languages)) if languages else ''}. Made on {made:%d %B %Y, %H:%M} {_zone(made)}.</p>\n"
        f"{_summary(cases)}</header>\n"
    )
    if len(cases) > 1 and len(cases) <= _MOST_LISTED:
        yield from _contents(cases)
    if not cases:
        yield '<p class="nothing">No findings were selected.</p>\n'
    for number, case in enumerate(cases, 1):
        yield _case(number, case, folder)
    yield from _skipped(skipped, folder)
    yield (
        "<footer>Made offline with factcheck. A conflict says that two texts do not state the same; which of them is "
        "right, if any, is for a person to find out.</footer>\n</main>\n</body>\n</html>\n"
    )


def _summary(cases: Sequence[Case]) -> str:
    relations = Counter(case.finding.relation for case in cases)
    verdicts = Counter(case.verdict for case in cases)
    tiles = [(name, relations[one], one.value) for one, name in _NAMES.items()]
    tiles += [(_VERDICTS[one], verdicts[one], "verdict") for one in Verdict]
    return (
        '<dl class="summary">\n'
        + "".join(
            f'<div class="{kind}"><dt>{name}</dt><dd>{number:,}</dd></div>\n'
            for name, number, kind in tiles
            if number or kind in {"differ", "check"}
        )
        + "</dl>\n"
    )


def _contents(cases: Sequence[Case]) -> Iterator[str]:
    yield (
        '<nav aria-label="Findings">\n<table class="contents">\n<thead><tr><th>No.</th><th>Finding</th><th>About</th>'
        "<th>Figures</th><th>Languages</th><th>Review</th></tr></thead>\n<tbody>\n"
    )
    for number, case in enumerate(cases, 1):
        match = case.finding.match
        yield (
            f'<tr><td><a href="#finding-{number}">{number}</a></td><td>{_chip(case.finding.relation)}</td>'
            f'<td><bdi>{_e(describe(match.a))}</bdi></td><td class="figures">{_figure(match.a, case.a)} <i>/</i> '
            f"{_figure(match.b, case.b)}</td><td>{_e(pack(case.a.language).name)}, "
            f"{_e(pack(case.b.language).name)}</td><td>{_VERDICTS[case.verdict]}</td></tr>\n"
        )
    yield "</tbody>\n</table>\n</nav>\n"


def _case(number: int, case: Case, folder: str) -> str:
    finding = case.finding
    facts = [_e(finding.type[:1].upper() + finding.type[1:])] if finding.type else []
    if finding.gap is not None:
        facts.append(f"{finding.gap * 100:.3g} % apart" if finding.gap else "no gap")
    facts.append(f"{finding.match.score:.0%} sure that both speak of the same")
    reasons = "".join(
        f'<li class="{"against" if reason.weight < 0 else "for"}"><b>{_e(reason.name)}</b> '
        f"<bdi>{_e(reason.detail)}</bdi></li>"
        for reason in finding.match.reasons
    )
    return (
        f'<article class="case {finding.relation.value}" id="finding-{number}">\n<header>\n'
        f'<p class="status">{_chip(finding.relation)}<span class="facts">{" · ".join(facts)}</span>'
        f'<span class="number">{number}</span></p>\n<h2><bdi>{_e(describe(finding.match.a))}</bdi></h2>\n'
        f'<p class="explanation" dir="auto">{_e(finding.explanation)}</p>\n</header>\n<div class="panes">\n'
        f"{_pane(finding.match.a, case.a, folder)}{_pane(finding.match.b, case.b, folder)}</div>\n"
        + (f'<div class="why"><h3>Why these two</h3><ul>{reasons}</ul></div>\n' if reasons else "")
        + (_review(case.review) if case.review else "")
        + "</article>\n"
    )


def _pane(claim: Claim, document: Document, folder: str) -> str:
    """Return one side: figure, source, and the sentence with the figure marked, in the article's own direction."""
    right_to_left = pack(document.language).right_to_left
    lang = _e(document.language)
    span = sentence(claim, document)
    before, after = context(claim, document)
    said = (
        f"{_e(document.text[span.start : claim.span.start])}<mark>{_e(document.quote(claim.span))}</mark>"
        f"{_e(document.text[claim.span.end : span.end])}"
    )
    place = f'<span class="path"><bdi>{_e(relative(document.path, folder))}</bdi></span>'
    dated = f"<time>{document.published:%Y-%m-%d}</time>" if document.published else ""
    quantity = show(claim.quantity)
    same = quantity.replace(" ", "") == document.quote(claim.span).replace(" ", "").replace("\u00a0", "")
    return (
        f'<section class="pane" dir="{"rtl" if right_to_left else "ltr"}">\n<header>\n'
        f'<p class="figure">{_figure(claim, document)}'
        + ("" if same else f' <span class="means" dir="ltr">{_e(quantity)}</span>')
        + f'</p>\n<p class="title"><span class="language" dir="ltr">{_e(pack(document.language).name)}</span> '
        f'<bdi lang="{lang}">{_e(document.title)}</bdi></p>\n<p class="source" dir="ltr">'
        f"{' '.join(part for part in (dated, place, _link(document.url)) if part)}</p>\n</header>\n"
        f'<div class="text" lang="{lang}">\n'
        + (f'<p class="context" dir="auto">{_e(before)}</p>\n' if before else "")
        + f'<p class="sentence" dir="auto">{said}</p>\n'
        + (f'<p class="context" dir="auto">{_e(after)}</p>\n' if after else "")
        + "</div>\n</section>\n"
    )


def _review(review: Review) -> str:
    reason = f" · {_e(review.reason)}" if review.reason else ""
    note = f'<p class="note" dir="auto">{_e(review.note)}</p>\n' if review.note else ""
    return (
        f'<div class="review {review.verdict.value}"><p><b>{_VERDICTS[review.verdict]}</b>{reason} · by '
        f"<bdi>{_e(review.reviewer or 'unnamed')}</bdi>, <time>{review.when:%Y-%m-%d %H:%M} {_zone(review.when)}</time>"
        f"</p>\n{note}</div>\n"
    )


def _skipped(skipped: Sequence[Skipped], folder: str) -> Iterator[str]:
    if not skipped:
        return
    yield (
        f'<section class="skipped">\n<h2>{_count(len(skipped), "file")} not read</h2>\n<table>\n'
        "<thead><tr><th>File</th><th>Why</th></tr></thead>\n<tbody>\n"
    )
    for one in skipped:
        name = relative(one.path, folder)
        reason = one.reason.replace(one.path, name)
        yield f"<tr><td><bdi>{_e(name)}</bdi></td><td>{_e(reason)}</td></tr>\n"
    yield "</tbody>\n</table>\n</section>\n"


def _chip(relation: Relation) -> str:
    return (
        f'<span class="chip {relation.value}"><svg viewBox="0 0 16 16" aria-hidden="true">'
        f'<path d="{_ICONS[relation]}"/></svg>{_NAMES[relation]}</span>'
    )


def _figure(claim: Claim, document: Document) -> str:
    """Return a figure as written, kept apart from the direction of what is around it."""
    return f'<bdi class="value" lang="{_e(document.language)}">{_e(document.quote(claim.span))}</bdi>'


def _link(url: str | None) -> str:
    """Return a link to an article on the web; other addresses are shown, not linked."""
    if not url:
        return ""
    if re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        return f'<a href="{_e(url)}" rel="noreferrer noopener"><bdi>{_e(url)}</bdi></a>'
    return f"<bdi>{_e(url)}</bdi>"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _zone(when: datetime) -> str:
    return _e(when.tzname() or "")


def _e(text: str) -> str:
    """Return a text as HTML shows it; control characters that HTML does not know become visible."""
    return html.escape(_CONTROL.sub("\ufffd", text))


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
