"""The report's pieces as the rich text that Qt draws: it knows tables and few styles."""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.export import left_out
from factcheck.export.docx_parts import begins_right_to_left
from factcheck.export.report_words import joined
from factcheck.export.rows import context, right_to_left, sentence, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.export.batch import Batch, Entry
    from factcheck.export.report_words import Words
    from factcheck.model import Claim, Document, Review

STYLE = """
h1 { font-size: 19pt; margin: 0; } h2 { font-size: 12.5pt; margin: 0; } p { margin: 2pt 0; }
.quiet { color: #55616D; font-size: 8.5pt; } .figure { font-size: 14pt; font-weight: bold; }
.text { font-size: 10.5pt; }
"""
_COLOURS = {"differ": ("#CC4400", "#FCEAE1"), "check": ("#600073", "#F4E8F7"), "agree": ("#0068AD", "#E2F1FC")}
_LISTED = 200  # lines of a list that are drawn at once
_SIGNS = {"differ": "≠", "check": "?", "agree": "="}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARKS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")  # they would reach beyond the text they stand in


def head(batch: Batch, say: Words) -> str:
    """Return the report's head."""
    counted = f"{say.count('findings', len(batch.cases))}. {say.made(batch.options.made)}"
    heading = batch.options.heading or say["title"]
    return (
        f'<p class="quiet"{_side(say)}>{_e(say["eyebrow"])}</p><h1{_side(say)}>{_e(heading)}</h1>'
        f'<p class="quiet"{_side(say)}>{_e(counted)}</p>'
    )


def title(each: Entry, say: Words) -> str:
    """Return the words of a finding's heading and bookmark."""
    found = each.case.finding
    return f"{say.number(each.number)}. {say.relation(found.relation)}: {say.describe(found.match.a)}"


def finding(each: Entry, batch: Batch, say: Words) -> str:
    """Return a finding: both passages side by side, with the figures marked."""
    case, found = each.case, each.case.finding
    dark, soft = _COLOURS[found.relation.value]
    kind = say.kind(found)
    facts = [kind, say.apart(found.gap), say.sure(found.match.score), say.witness(each)]
    sides = [
        f'<td width="50%" bgcolor="#F6F8FA">{_pane(claim, document, batch, say, dark)}</td>'
        for claim, document in ((found.match.a, case.a), (found.match.b, case.b))
    ]
    reasons = "; ".join(": ".join(filter(None, (name, told))) for name, told, _ in say.reasons(found))
    return (
        f'<table width="100%" cellspacing="0" cellpadding="6"><tr><td bgcolor="{soft}"><h2{_side(say)}>'
        f'<span style="color:{dark}">{_SIGNS[found.relation.value]}</span> {_e(title(each, say))}</h2>'
        f'<p{_side(say)}>{_e(say.explain(found))}</p><p class="quiet"{_side(say)}>'
        f"{_e(joined(facts, right=say.right_to_left))}</p></td></tr></table>"
        f'<table width="100%" cellspacing="4" cellpadding="8"><tr>{"".join(sides)}</tr></table>'
        + (f'<p class="quiet"{_side(say)}><b>{_e(say["why"])}</b></p>' if reasons else "")
        + (f'<p class="quiet"{_side(say)}>{_e(reasons)}</p>' if reasons else "")
        + (_review(case.review, batch, say) if case.review else "")
    )


def not_read(batch: Batch, say: Words) -> Iterator[tuple[str, str]]:
    """Yield what was not read: a heading and the list under it; where that is long, its rest without a heading."""
    for title, _, rows in left_out.lists(batch, say):
        told, head = title, f"<h2{_side(say)}>{_e(title)}</h2>"
        while part := list(islice(rows, _LISTED)):
            lines = (f"<p>{' · '.join(_e(field) for field in row if field)}</p>" for row in part)
            yield told, head + "".join(lines)
            told = head = ""


def foot(say: Words) -> str:
    """Return the report's last words."""
    return f'<p class="quiet"{_side(say)}>{_e(say["footer"])}</p>'


def _pane(claim: Claim, document: Document, batch: Batch, say: Words, dark: str) -> str:
    """Return one side in the direction of its language."""
    right = right_to_left(document.language)
    way = ' dir="rtl" align="right"' if right else ' dir="ltr" align="left"'
    start = "right" if right else "left"
    own = "rtl" if say.right_to_left else "ltr"
    path = shown_path(document.path, batch.folder or "", batch.options)
    dated = say.day(document.published) if document.published else ""
    source = [say.language(document.language), dated, path]
    made = f'<p class="figure"{way}><span style="color:{dark}">{_e(document.quote(claim.span))}</span></p>'
    if meaning := say.meaning(claim, document):
        made += f'<p class="quiet" dir="{own}" align="{start}">= {_e(meaning)}</p>'
    made += (
        f'<p{way}><b>{_e(document.title)}</b></p><p class="quiet" dir="ltr" align="{start}">{_e(joined(source))}</p>'
    )
    if document.url:
        made += f'<p class="quiet" dir="ltr" align="{start}">{_e(document.url)}</p>'
    if not batch.options.texts:
        return made
    span, (before, after) = sentence(claim, document), context(claim, document)
    marked = f'<span style="background-color:{dark}; color:#FFFFFF">{_e(document.quote(claim.span))}</span>'
    said = f"{_e(document.text[span.start : claim.span.start])}{marked}{_e(document.text[claim.span.end : span.end])}"
    made += f'<p class="quiet"{way}>{_e(before)}</p>' if before else ""
    made += f'<p class="text"{way}>{said}</p>'
    return made + (f'<p class="quiet"{way}>{_e(after)}</p>' if after else "")


def _review(review: Review, batch: Batch, say: Words) -> str:
    told = [review.reason]
    if batch.options.notes:
        told.append(say["by"].replace("{name}", review.reviewer or say["unnamed"]))
    told.append(say.time(review.when))
    rest = joined((" ", *told), right=say.right_to_left)
    made = f"<p{_side(say)}><b>{_e(say.verdict(review.verdict))}</b>{_e(rest)}</p>"
    if batch.options.notes and review.note:
        for line in review.note.splitlines():
            way = "rtl" if begins_right_to_left(line) else "ltr"
            made += f'<p dir="{way}" align="{"right" if way == "rtl" else "left"}">{_e(line)}</p>'
    return made


def _side(say: Words) -> str:
    return ' dir="rtl" align="right"' if say.right_to_left else ' dir="ltr" align="left"'


def _e(text: str) -> str:
    """Return a text of others as Qt's rich text shows it."""
    return html.escape(_CONTROL.sub("\ufffd", _MARKS.sub("", text)))
