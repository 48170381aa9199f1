"""DOCX: a report that editors can work on; a table a finding, each text in its own direction (ISO/IEC 29500-1)."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from factcheck.export import docx_parts as parts
from factcheck.export import left_out
from factcheck.export.docx_parts import link, paragraph, text
from factcheck.export.picture import picture
from factcheck.export.report_words import joined, words
from factcheck.export.rows import context, right_to_left, sentence, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.export.batch import Batch, Entry
    from factcheck.export.picture import Picture
    from factcheck.export.report_words import Words
    from factcheck.model import Claim, Document, Review

_SHADES = {"differ": "FCEAE1", "check": "F4E8F7", "agree": "E2F1FC"}


def write(batch: Batch, part: Path) -> None:
    """Write findings to a file, piece by piece: any number of them takes the same memory."""
    say = words(batch.options.language)
    logo = picture(batch.options.logo) if batch.options.logo else None
    if logo and not (logo.width and logo.height):
        logo = None  # Word knows no SVG without a picture beside it
    heading = batch.options.heading or say["title"]
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.fixed(heading, batch.options.made, say.tag, logo).items():
            archive.writestr(name, content)
        with archive.open("word/document.xml", "w", force_zip64=True) as file:
            for piece in _pieces(batch, say, heading, logo):
                file.write(piece.encode("utf-8", "replace"))


def _pieces(batch: Batch, say: Words, heading: str, logo: Picture | None) -> Iterator[str]:
    right = say.right_to_left
    yield parts.BEGIN
    if logo:
        yield parts.drawing(logo)
    yield paragraph(text(heading, right=right), "Title", right=right)
    lead = f"{say.count('findings', len(batch.cases))}. {say.made(batch.options.made)}"
    yield paragraph(text(lead, right=right), "Subtitle", right=right)
    for each in batch.entries():
        yield _case(each, batch, say)
    for title, heads, rows in left_out.lists(batch, say):
        yield paragraph(text(title, right=right), "Heading1", right=right)
        yield from parts.listing(rows, [2, 3] if len(heads) == 2 else [1, 4, 2], right=right)
    yield paragraph(text(say["footer"], right=right), "Quiet", right=right)
    yield parts.END


def _case(each: Entry, batch: Batch, say: Words) -> str:
    case, finding, right = each.case, each.case.finding, say.right_to_left
    title = f"{say.number(each.number)}. {say.relation(finding.relation)}: {say.describe(finding.match.a)}"
    facts = [say.kind(finding), say.apart(finding.gap), say.sure(finding.match.score), say.witness(each)]
    shade = _SHADES[finding.relation.value]
    sides = [
        _side(claim, document, batch, say, shade)
        for claim, document in ((finding.match.a, case.a), (finding.match.b, case.b))
    ]
    made = [
        paragraph(text(title, right=right), "Heading2" if each.lead else "Heading1", right=right),
        paragraph(text(say.explain(finding), right=right), "", right=right),
        paragraph(text(joined(facts, right=right), right=right), "Quiet", right=right),
        *parts.table(zip(*sides, strict=True), [1, 1]),
    ]
    if finding.match.reasons:
        reasons = "; ".join(": ".join(filter(None, (name, told))) for name, told, _ in say.reasons(finding))
        made.append(paragraph(text(say["why"], bold=True, right=right), "Quiet", right=right))
        made.append(paragraph(text(reasons, right=right), "Quiet", right=right))
    if case.review:
        made.append(_review(case.review, batch, say))
    return "".join(made)


def _side(claim: Claim, document: Document, batch: Batch, say: Words, shade: str) -> list[str]:
    """Return the cells of one side: its source, the figure, and the text with the figure marked."""
    right = right_to_left(document.language)
    path = shown_path(document.path, batch.folder or "", batch.options)
    dated = say.day(document.published) if document.published else ""
    source = paragraph(text(document.title, bold=True, right=right), "", right=right)
    source += paragraph(text(joined((say.language(document.language), dated, path))), "Quiet")
    if document.url:
        source += paragraph(link(document.url), "Quiet")
    figure = paragraph(text(document.quote(claim.span), bold=True, right=right), "Figure", right=right)
    if meaning := say.meaning(claim, document):
        # the mark keeps a number that comes first on the side on which it is read first
        own = text(f"\u200f{meaning}", right=True) if say.right_to_left else text(meaning)
        figure += paragraph(text("= ") + own, "Quiet")
    if not batch.options.texts:
        return [source, figure]
    span = sentence(claim, document)
    before, after = context(claim, document)
    said = (
        text(document.text[span.start : claim.span.start], right=right)
        + text(document.quote(claim.span), bold=True, right=right, shade=shade)
        + text(document.text[claim.span.end : span.end], right=right)
    )
    quoted = [paragraph(text(before, right=right), "Quiet", right=right) if before else ""]
    quoted.append(paragraph(said, "", right=right))
    quoted.append(paragraph(text(after, right=right), "Quiet", right=right) if after else "")
    return [source, figure, "".join(quoted)]


def _review(review: Review, batch: Batch, say: Words) -> str:
    right = say.right_to_left
    told = [review.reason]
    if batch.options.notes:
        told.append(say["by"].replace("{name}", review.reviewer or say["unnamed"]))
    told.append(say.time(review.when))
    made = text(say.verdict(review.verdict), bold=True, right=right)
    made = paragraph(made + text(joined((" ", *told), right=right), right=right), "", right=right)
    if batch.options.notes and review.note:
        for line in review.note.splitlines():
            line_right = parts.begins_right_to_left(line)
            made += paragraph(text(line, right=line_right), "Note", right=line_right)
    return made
