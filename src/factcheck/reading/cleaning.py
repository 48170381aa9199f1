"""What is the article and what is the page around it: a text becomes passages.

Nothing is removed: every part of the text that is not blank becomes a passage, and its kind tells what it is. Lines
are looked at by themselves first (`lines`), then by what stands around them: a list of other articles, a heading
before paragraphs, a name under the last one.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.language.detection import common_among, detect_passage, lead_of, words_of
from factcheck.language.folding import fold_with_offsets
from factcheck.model import Passage, PassageKind, Span
from factcheck.reading.lines import Line, Look, has_paragraph, line_at, read_lines
from factcheck.reading.phrases import LONGEST_LINE, phrases
from factcheck.reading.sentences import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.formats.content import Mark

_MANY_COMMON = 4  # common words of the language, more than of another, in a line that is plainly in it ...
_COMMON_IN_PLAIN = 1  # ... in a sentence of such a line ...
_COMMON = 2  # ... and in a sentence of another line
_DETECTABLE = 60  # code points; a shorter passage is taken to be in the document's language
_TAIL = 200  # code points at the end of a paragraph in which a photo credit is looked for

_LAST_COLON = re.compile(r"[:：][^.!?:]+[.)\]]*\s*$")

_KINDS = {
    Look.PARAGRAPH: PassageKind.SENTENCE,
    Look.ITEM: PassageKind.SENTENCE,
    Look.TITLE: PassageKind.HEADING,
    Look.RELATED: PassageKind.RELATED,
}

_OWN = frozenset({PassageKind.SENTENCE, PassageKind.HEADING})
_SHORT = frozenset({PassageKind.BOILERPLATE, PassageKind.HEADING})  # too short to tell their language
_NO_NEWS = frozenset({Look.FURNITURE, Look.SOURCE, Look.DATELINE, Look.RELATED_LABEL})


def passages(text: str, tag: str, *, mixed: bool = True, marks: Sequence[Mark] = ()) -> tuple[Passage, ...]:
    """Return the passages of a text in the language `tag`: in order, not overlapping, all that is not blank in one.

    Unless `mixed`, all of them are in that language. `marks` are what the format tells of each line; what it takes for
    the article is still looked at line by line.
    """
    if marks:
        lines, found_kinds = _marked(text, marks)
    else:
        lines = read_lines(text)
        found_kinds = kinds(lines)
    found: list[Passage] = []
    for line, kind in zip(lines, found_kinds, strict=True):
        parts = _parts(text, line, kind, tag)
        if not mixed or kind in _SHORT or len(line.text) < _DETECTABLE:
            found += [Passage(span, part, tag) for span, part in parts]
        else:
            languages = _languages(text, parts, tag)
            found += [Passage(span, part, language) for (span, part), language in zip(parts, languages, strict=True)]
    return tuple(found)


def _marked(text: str, marks: Sequence[Mark]) -> tuple[list[Line], list[PassageKind]]:
    """Return the lines of a text whose format tells what they are, and what they are to the article."""
    own = [mark for mark in marks if mark.kind in _OWN]
    own_lines = [line_at(text, mark.span, index) for index, mark in enumerate(own)]
    told = iter(zip(own_lines, own, kinds(own_lines), strict=True))
    lines, found = [], []
    for mark in marks:
        if mark.kind in _OWN:
            line, mark, kind = next(told)  # noqa: PLW2901
            lines.append(line)
            found.append(mark.kind if kind in _OWN else kind)
        else:
            line = line_at(text, mark.span, len(lines))
            lines.append(line)
            furniture = mark.kind is PassageKind.RELATED and line.look in _NO_NEWS
            found.append(PassageKind.BOILERPLATE if furniture else mark.kind)
    return lines, found


def kinds(lines: Sequence[Line]) -> list[PassageKind]:
    """Return what each line is to the article."""
    made = [_KINDS.get(line.look, PassageKind.BOILERPLATE) for line in lines]
    if not has_paragraph(lines):
        # A few words or a table: there is no article around which something could stand.
        return [PassageKind.SENTENCE if kind is PassageKind.HEADING else kind for kind in made]
    _mark_title(lines, made)
    if len(lines) == 1:
        return made  # all else is told by other lines
    _mark_links_on_top(lines, made)
    _mark_related(lines, made)
    _mark_tail(lines, made)
    _mark_repeated(lines, made)
    return made


def _mark_title(lines: Sequence[Line], made: list[PassageKind]) -> None:
    """Mark a short question in the first line of the article as its title."""
    for index, line in enumerate(lines):
        if made[index] is not PassageKind.BOILERPLATE:
            if line.look is Look.PARAGRAPH and line.words <= 20 and line.text.endswith(("?", "؟", "？")):
                made[index] = PassageKind.HEADING
            return


def _mark_links_on_top(lines: Sequence[Line], made: list[PassageKind]) -> None:
    """Mark the list of other articles that some papers put above the title: entries before any other line."""
    top = []
    for index, line in enumerate(lines):
        if line.look is Look.ITEM:
            top.append(index)
        elif made[index] is not PassageKind.BOILERPLATE:
            break
    if len(top) <= 6:
        for index in top:
            made[index] = PassageKind.RELATED


def _mark_related(lines: Sequence[Line], made: list[PassageKind]) -> None:
    """Mark the headlines and leads below a label such as "Related news".

    Behind the end of the article (a source line, a comment count) everything belongs to the list. Before it, the
    article goes on where two paragraphs follow each other: in a list, each lead has its headline.
    """
    index, body, ended = 0, False, False
    while index < len(lines):
        look = lines[index].look
        body = body or look is Look.PARAGRAPH
        ended = ended or (body and (look is Look.SOURCE or (look is Look.FURNITURE and lines[index].figures)))
        index += 1
        if look is Look.RELATED_LABEL and body:
            end = len(lines) if ended else _end_of_list(lines, index)
            for place in range(index, end):
                made[place] = _in_list(lines[place], made[place])
            index = end


def _end_of_list(lines: Sequence[Line], start: int) -> int:
    """Return where the article goes on: at the first of two paragraphs in a row; or the end."""
    for index in range(start, len(lines) - 1):
        if lines[index].look is Look.PARAGRAPH and lines[index + 1].look is Look.PARAGRAPH:
            return index
    return len(lines)


def _in_list(line: Line, kind: PassageKind) -> PassageKind:
    """Return the kind of a line in a list of other articles; a word or two without a figure name a section."""
    if kind is PassageKind.BOILERPLATE or (line.look is Look.TITLE and line.words <= 3 and not line.figures):
        return PassageKind.BOILERPLATE
    return PassageKind.RELATED


def _mark_tail(lines: Sequence[Line], made: list[PassageKind]) -> None:
    """Mark what stands under the last paragraph of the article: a name is boilerplate, and nothing is a heading."""
    last = max((i for i, line in enumerate(lines) if line.look is Look.PARAGRAPH and made[i] is PassageKind.SENTENCE),
               default=len(lines))  # fmt: skip
    for index in range(last + 1, len(lines)):
        line = lines[index]
        if made[index] is PassageKind.HEADING:
            short = line.words <= 5 and not line.figures
            made[index] = PassageKind.BOILERPLATE if short else PassageKind.SENTENCE


def _mark_repeated(lines: Sequence[Line], made: list[PassageKind]) -> None:
    """Mark a line that stands twice in a row: a picture's description and caption, or a headline's link and text."""
    for index in range(1, len(lines)):
        line = lines[index]
        if line.text != lines[index - 1].text or made[index] is PassageKind.RELATED:
            continue
        made[index] = PassageKind.BOILERPLATE
        if line.look is Look.PARAGRAPH and line.words <= 20 and not line.figures:
            made[index - 1] = PassageKind.BOILERPLATE


def _parts(text: str, line: Line, kind: PassageKind, tag: str) -> list[tuple[Span, PassageKind]]:
    """Return the sentences of a line, and the photo credit at its end if there is one."""
    end = line.span.end
    whole = kind in {PassageKind.BOILERPLATE, PassageKind.HEADING} and len(line.text) <= LONGEST_LINE
    if whole:
        return [(line.span, kind)]
    credit = _credit(line.text) if kind is PassageKind.SENTENCE else None
    if credit is not None:
        end = line.span.start + credit
    parts = [(span, kind) for span in split(text, tag, line.span.start, end)]
    if credit is None:
        return parts
    return [*parts, *((span, PassageKind.BOILERPLATE) for span in split(text, tag, end, line.span.end))]


def _credit(line: str) -> int | None:
    """Return where the photo credit at the end of a paragraph begins ("... on Monday. Photo: A Name")."""
    begin = max(0, len(line) - _TAIL)
    if (":" not in line and "：" not in line) or not _LAST_COLON.search(line, begin):
        return None
    tail = fold_with_offsets(line[begin:])
    found = phrases().credit.search(tail.text)
    return begin + tail.offsets[found.start()] if found and begin + found.start() > 0 else None


def _languages(text: str, parts: Sequence[tuple[Span, PassageKind]], tag: str) -> list[str]:
    """Return the language of each part of a line: the document's, unless it is long enough and surely in another."""
    words = [words_of(text[span.start : min(span.end, span.start + LONGEST_LINE)]) for span, _ in parts]
    # Where the line as a whole is plainly in the language, a common word tells so of its sentences.
    common = [common_among(own, tag) for own in words]
    leads = [lead_of(found, own, tag) for found, own in zip(common, words, strict=True)]
    whole = lead_of(frozenset().union(*common), [*chain(*words)], tag) if len(parts) > 1 else leads[0]
    least = _COMMON_IN_PLAIN if whole >= _MANY_COMMON else _COMMON
    return [
        tag if lead >= least or kind in _SHORT or span.end - span.start < _DETECTABLE
        else detect_passage(text[span.start : span.end], tag)
        for (span, kind), lead in zip(parts, leads, strict=True)
    ]  # fmt: skip
