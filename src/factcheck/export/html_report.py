"""HTML: a report for reading and printing; one file, without scripts, that loads nothing from anywhere."""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from factcheck.export import left_out
from factcheck.export.picture import picture
from factcheck.export.report_words import words
from factcheck.export.rows import context, right_to_left, sentence, shown_path
from factcheck.model import Relation, Verdict
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factcheck.export.batch import Batch, Cases, Entry
    from factcheck.export.report_words import Words
    from factcheck.model import Claim, Document, Review

_MOST_LISTED = 300  # findings up to which the report begins with a list of them
_FURTHER = ' class="further"'  # stands under the finding that leads its case
_ICONS = {  # paths in a square of 16; nothing is told by colour alone
    Relation.DIFFER: "M3 5.5h10M3 10.5h10M10.5 2l-5 12",
    Relation.CHECK: "M5.5 5.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.6v.4",
    Relation.AGREE: "M3 8.5l3.5 3.5L13 4.5",
}


def pieces(batch: Batch) -> Iterator[str]:
    """Yield findings as an HTML report, piece by piece."""
    cases, options, say = batch.cases, batch.options, words(batch.options.language)
    heading = _e(options.heading or say["title"])
    direction = "rtl" if say.right_to_left else "ltr"
    yield (
        f'<!DOCTYPE html>\n<html lang="{say.tag}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{heading}</title>\n"
        f"<style>\n{resource('report.css').read_text('utf-8')}</style>\n</head>\n<body>\n<main>\n"
    )
    count = _Count(cases)
    languages = say.listed(sorted(say.language(tag) for tag in count.languages))
    lead = [say.count("findings", len(cases)), say.count("articles", len(count.documents)), languages]
    logo = f'<img class="logo" alt="" src="{picture(options.logo).address}">\n' if options.logo else ""
    yield (
        f'<header class="top">\n{logo}<p class="eyebrow">{_e(say["eyebrow"])}</p>\n<h1 dir="auto">{heading}</h1>\n'
        f'<p class="lead">{_e(" · ".join(part for part in lead if part))}. {_e(say.made(options.made))}</p>\n'
        f"{_summary(count, say)}</header>\n"
    )
    if 1 < len(cases) <= _MOST_LISTED:
        yield from _contents(cases, say)
    if not len(cases):
        yield f'<p class="nothing">{_e(say["nothing"])}</p>\n'
    for each in batch.entries():
        yield _case(each, batch, say)
    for title, heads, rows in left_out.lists(batch, say):
        yield from _table(title, heads, rows)
    yield f"<footer>{_e(say['footer'])}</footer>\n</main>\n</body>\n</html>\n"


class _Count:
    """What the head of the report tells of its findings; gone through once, of each only its case is kept."""

    def __init__(self, cases: Cases) -> None:
        self.documents: set[str] = set()
        self.languages: set[str] = set()
        self.relations, self.verdicts = Counter[Relation](), Counter[Verdict]()
        self.cases: dict[Relation, set[str]] = defaultdict(set)
        for case in cases:
            for document in (case.a, case.b):
                self.documents.add(document.id)
                self.languages.add(document.language)
            self.relations[case.finding.relation] += 1
            self.cases[case.finding.relation].add(case.finding.under or case.finding.id)
            self.verdicts[case.verdict] += 1


def _summary(count: _Count, say: Words) -> str:
    tiles = [(say.relation(one), count.relations[one], one.value, len(count.cases[one])) for one in _ICONS]
    tiles += [(say.verdict(one), count.verdicts[one], "verdict", count.verdicts[one]) for one in Verdict]
    return (
        '<dl class="summary">\n'
        + "".join(
            f'<div class="{kind}"><dt>{_e(name)}</dt><dd>{say.number(number)}'
            f"{_of_cases(cases, say) if cases < number else ''}</dd></div>\n"
            for name, number, kind, cases in tiles
            if number or kind in {"differ", "check"}
        )
        + "</dl>\n"
    )


def _of_cases(cases: int, say: Words) -> str:
    return f" <small>{_e(say.count('cases', cases))}</small>"


def _contents(cases: Cases, say: Words) -> Iterator[str]:
    heads = "".join(
        f"<th>{_e(say[name])}</th>" for name in ("number", "finding", "about", "figures", "languages", "review")
    )
    yield f'<nav aria-label="{_e(say["finding"])}">\n<table class="contents">\n'
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    for number, case in enumerate(cases, 1):
        match = case.finding.match
        yield (
            f'<tr{_FURTHER if case.finding.under else ""}><td><a href="#finding-{number}">{say.number(number)}</a></td>'
            f"<td>{_chip(case.finding.relation, say)}</td>"
            f'<td>{_e(say.describe(match.a))}</td><td class="figures">{_figure(match.a, case.a)} <i>/</i> '
            f"{_figure(match.b, case.b)}</td><td>"
            f"{_e(say.listed(map(say.language, (case.a.language, case.b.language))))}</td>"
            f"<td>{_e(say.verdict(case.verdict))}</td></tr>\n"
        )
    yield "</tbody>\n</table>\n</nav>\n"


def _case(each: Entry, batch: Batch, say: Words) -> str:
    number, case, finding = each.number, each.case, each.case.finding
    kind = say.kind(finding)
    facts = [f"<bdi>{_e(kind[:1].upper() + kind[1:])}</bdi>" if kind else ""]
    facts += [_e(say.apart(finding.gap)), _e(say.sure(finding.match.score)), _e(say.witness(each))]
    reasons = "".join(
        f"<li{'' if backs else _against(say)}>{f'<b>{_e(name)}</b> ' if name else ''}<bdi>{_e(told)}</bdi></li>"
        for name, told, backs in say.reasons(finding)
    )
    further = " further" if each.lead else ""
    return (
        f'<article class="case {finding.relation.value}{further}" id="finding-{number}">\n<header>\n'
        f'<p class="status">{_chip(finding.relation, say)}<span class="facts">'
        f'{" · ".join(fact for fact in facts if fact)}</span><span class="number">{say.number(number)}</span></p>\n'
        f"<h2>{_e(say.describe(finding.match.a))}</h2>\n"
        f'<p class="explanation">{_e(say.explain(finding))}</p>\n</header>\n<div class="panes">\n'
        f"{_pane(finding.match.a, case.a, batch, say)}{_pane(finding.match.b, case.b, batch, say)}</div>\n"
        + (f'<div class="why"><h3>{_e(say["why"])}</h3><ul>{reasons}</ul></div>\n' if reasons else "")
        + (_review(case.review, batch, say) if case.review else "")
        + "</article>\n"
    )


def _against(say: Words) -> str:
    return f' class="against" data-but="{_e(say["but"])}"'


def _pane(claim: Claim, document: Document, batch: Batch, say: Words) -> str:
    """Return one side: figure, source, and the sentence with the figure marked, in the article's own direction."""
    lang = _e(document.language)
    path = shown_path(document.path, batch.folder or "", batch.options)
    place = f'<span class="path"><bdi>{_e(path)}</bdi></span>' if path else ""
    dated = _day(document.published, say) if document.published else ""
    meaning, direction = say.meaning(claim, document), "rtl" if say.right_to_left else "ltr"
    return (
        f'<section class="pane" dir="{"rtl" if right_to_left(document.language) else "ltr"}">\n<header>\n'
        f'<p class="figure">{_figure(claim, document)}'
        + (f' <span class="means" dir="{direction}">{_e(meaning)}</span>' if meaning else "")
        + f'</p>\n<p class="title"><span class="language" dir="auto">{_e(say.language(document.language))}</span> '
        f'<bdi lang="{lang}">{_e(document.title)}</bdi></p>\n<p class="source" dir="ltr">'
        f"{' '.join(part for part in (dated, place, _link(document.url)) if part)}</p>\n</header>\n"
        + (_text(claim, document, lang) if batch.options.texts else "")
        + "</section>\n"
    )


def _day(day: date, say: Words) -> str:
    return f'<time datetime="{day.isoformat()}"><bdi dir="ltr">{say.day(day)}</bdi></time>'


def _text(claim: Claim, document: Document, lang: str) -> str:
    span = sentence(claim, document)
    before, after = context(claim, document)
    said = (
        f"{_e(document.text[span.start : claim.span.start])}<mark>{_e(document.quote(claim.span))}</mark>"
        f"{_e(document.text[claim.span.end : span.end])}"
    )
    return (
        f'<div class="text" lang="{lang}">\n'
        + (f'<p class="context" dir="auto">{_e(before)}</p>\n' if before else "")
        + f'<p class="sentence" dir="auto">{said}</p>\n'
        + (f'<p class="context" dir="auto">{_e(after)}</p>\n' if after else "")
        + "</div>\n"
    )


def _review(review: Review, batch: Batch, say: Words) -> str:
    told = [f"<b>{_e(say.verdict(review.verdict))}</b>"]
    told += [f"<bdi>{_e(review.reason)}</bdi>"] if review.reason else []
    if batch.options.notes:
        by = _e(say["by"]).replace("{name}", f"<bdi>{_e(review.reviewer or say['unnamed'])}</bdi>")
        told.append(by)
    told.append(f"<time>{_e(say.time(review.when))}</time>")
    note = review.note if batch.options.notes else ""
    return (
        f'<div class="review {review.verdict.value}"><p>{" · ".join(told)}</p>\n'
        + (f'<p class="note" dir="auto">{_e(note)}</p>\n' if note else "")
        + "</div>\n"
    )


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    named = "".join(f"<th>{_e(head)}</th>" for head in heads)
    yield f'<section class="skipped">\n<h2>{_e(title)}</h2>\n<table>\n<thead><tr>{named}</tr></thead>\n<tbody>\n'
    for row in rows:
        yield f"<tr>{''.join(f'<td><bdi>{_e(part)}</bdi></td>' for part in row)}</tr>\n"
    yield "</tbody>\n</table>\n</section>\n"


def _chip(relation: Relation, say: Words) -> str:
    return (
        f'<span class="chip {relation.value}"><svg viewBox="0 0 16 16" aria-hidden="true">'
        f'<path d="{_ICONS[relation]}"/></svg>{_e(say.relation(relation))}</span>'
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


def _e(text: str) -> str:
    """Return a text as HTML shows it; control characters that HTML does not know become visible."""
    return html.escape(_CONTROL.sub("\ufffd", text))


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
