"""Findings on the clipboard: as rich text for a document or a mail, and as plain text for everything else."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from factcheck.desktop.isolates import is_right_to_left
from factcheck.desktop.quotation import Citation, cite, sentence_of
from factcheck.export.batch import Options
from factcheck.export.report_words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.export.report_words import Words
    from factcheck.model import Case, Claim, Document


def copied(cases: Sequence[Case], options: Options | None = None, citation: Citation = Citation.NOTE) -> QMimeData:
    """Return findings for the clipboard; texts of articles are theirs to the letter, without marks of ours."""
    options = options or Options()
    say = words(options.language)
    data = QMimeData()
    data.setText("\n\n".join(_plain(case, options, say, citation) for case in cases))
    data.setHtml("".join(_rich(case, options, say, citation) for case in cases))
    return data


def _sides(case: Case) -> tuple[tuple[Document, Claim], tuple[Document, Claim]]:
    return (case.a, case.finding.match.a), (case.b, case.finding.match.b)


def _plain(case: Case, options: Options, say: Words, citation: Citation) -> str:
    lines = [f"{say.relation(case.finding.relation)}: {say.describe(case.finding.match.a)}", say.explain(case.finding)]
    for document, claim in _sides(case):
        text = document.quote(sentence_of(document, claim) if options.texts else claim.span).strip()
        lines += [f"“{text}”", f"    {cite(document, citation)}"]
    lines += [line for line in _review(case, options, say) if line]
    return "\n".join(lines)


def _rich(case: Case, options: Options, say: Words, citation: Citation) -> str:
    head = (
        f"<p><b>{escape(say.relation(case.finding.relation))}: {escape(say.describe(case.finding.match.a))}</b><br>"
        f"{escape(say.explain(case.finding))}</p>"
    )
    parts = [head]
    for document, claim in _sides(case):
        side = "rtl" if is_right_to_left(document.language) else "ltr"
        span = sentence_of(document, claim) if options.texts else claim.span
        before = document.text[span.start : claim.span.start].lstrip()
        after = document.text[claim.span.end : span.end].rstrip()
        figure = f'<b title="{escape(say.amount(claim))}">{escape(document.quote(claim.span))}</b>'
        parts.append(
            f'<blockquote dir="{side}" lang="{escape(document.language)}">{escape(before)}{figure}{escape(after)}'
            f'</blockquote><p dir="auto">{escape(cite(document, citation))}</p>'
        )
    review = "<br>".join(escape(line) for line in _review(case, options, say) if line)
    return "".join(parts) + (f'<p dir="auto">{review}</p>' if review else "")


def _review(case: Case, options: Options, say: Words) -> list[str]:
    if case.review is None:
        return []
    told = say.verdict(case.review.verdict) + (f" ({case.review.reason})" if case.review.reason else "")
    return [told, case.review.note if options.notes else ""]
