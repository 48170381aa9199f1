"""The report's first findings, side by side, for the preview: Qt's rich text knows too little CSS for the report."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from factcheck.desktop.isolates import is_right_to_left, isolate
from factcheck.desktop.names import language_name, source_shown, title_of
from factcheck.desktop.numbers import count
from factcheck.desktop.plain_words import describe, why
from factcheck.desktop.quotation import sentence_of
from factcheck.desktop.status import status_of, verdict_word, word
from factcheck.export.batch import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desktop.theme import StatusColours, Theme
    from factcheck.model import Case, Claim, Document


def preview(cases: Sequence[Case], total: int, theme: Theme, options: Options | None = None) -> str:
    """Return the cases as simple HTML in the theme's colours, with a line that tells how many more there are."""
    options = options or Options()
    parts = [f"<h2>{escape(options.heading)}</h2>"] if options.heading else []
    parts += [_case(number, case, theme, options) for number, case in enumerate(cases, 1)]
    more = total - len(cases)
    if more > 0:
        told = QCoreApplication.translate("ExportPage", "… and %n more finding(s)", "", more)
        parts.append(f'<p style="color:{theme.muted.name()}">{escape(told)}</p>')
    return "".join(parts)


def _case(number: int, case: Case, theme: Theme, options: Options) -> str:
    finding = case.finding
    status = status_of(finding.relation)
    colours = theme.status[status]
    chip = f'<span style="color:{colours.text.name()}"><b>{escape(word(status))}</b></span>'
    told = f"{chip} · {escape(verdict_word(case.verdict))} · {escape(why(finding))}"
    if options.notes and case.review and case.review.note:
        told += f"<br><i>{escape(case.review.note)}</i>"
    sides = "".join(
        _side(document, claim, colours, theme, options)
        for document, claim in ((case.a, finding.match.a), (case.b, finding.match.b))
    )
    return (
        f'<h3 style="margin-bottom:2px">{count(number)}. {escape(describe(finding.match.a))}</h3>'
        f'<p style="margin-top:0; color:{theme.muted.name()}">{told}</p>'
        f'<table width="100%" cellspacing="6" cellpadding="10" border="0"><tr>{sides}</tr></table><br>'
    )


def _side(document: Document, claim: Claim, colours: StatusColours, theme: Theme, options: Options) -> str:
    figure = claim.span
    sentence = sentence_of(document, claim) if options.texts else figure
    text = document.text
    before, after = text[sentence.start : figure.start], text[figure.end : sentence.end]
    style = f"background-color:{colours.colour.name()}; color:{colours.on.name()}"
    side = "rtl" if is_right_to_left(document.language) else "ltr"
    align = "right" if side == "rtl" else "left"
    source = " · ".join(
        (language_name(document.language), source_shown(document), isolate(title_of(document), document.language))
    )
    return (
        f'<td width="50%" valign="top" bgcolor="{theme.raised.name()}">'
        f'<p style="color:{theme.muted.name()}">{escape(source)}</p><p dir="{side}" align="{align}">'
        f'{escape(before)}<span style="{style}">&nbsp;{escape(document.quote(figure))}&nbsp;</span>'
        f"{escape(after)}</p></td>"
    )
