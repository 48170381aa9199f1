"""The piece of an article that shows best why it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Span
from factcheck.search.across import is_asked_for
from factcheck.search.query import marks, marks_of, merged
from factcheck.search.tree import Also, And, Figures, Not, Or

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Claim, Document
    from factcheck.search.tree import Node, Other

_WIDTH = 160  # characters, about two lines
_LEAD = 40


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A match that stands in place of the words asked for, and how it was found (see `tree.Other.how`)."""

    span: Span
    said: str
    how: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of `Document.text`: its span, the matches in it (spans of the whole text), all matches of the text.

    `elsewhere` are those of all matches that stand in place of the words asked for: translations, names in another
    script, words that the dossier has taught.
    """

    span: Span
    marks: tuple[Span, ...]
    matches: tuple[Span, ...]
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def found_as(self) -> dict[str, str]:
        """Return what stands in the text in place of the words asked for, with how it was found; each text once."""
        return {one.said: one.how for one in reversed(self.elsewhere)}


def snippet(tree: Node, document: Document, claims: Iterable[Claim] = (), width: int = _WIDTH) -> Snippet:
    """Return the piece of a document's text with most of what a query asks for; its beginning if nothing stands there.

    Of `claims`, the figures that the query asks for are matches too. Snippets begin and end between words.
    """
    text, language = document.text, document.language
    found = matches(tree, document, claims)
    elsewhere = tuple(
        Elsewhere(span, text[span.start : span.end], other.how)
        for other in _others(tree)
        for span in marks_of(other, text, language)
    )
    if not found:
        return Snippet(Span(0, _word_end(text, min(width, len(text)))), (), ())
    words = [text[span.start : span.end].lower() for span in found]

    def worth(first: int) -> tuple[int, int]:
        inside = [i for i in range(first, len(found)) if found[i].end <= found[first].start + width - _LEAD]
        return len({words[i] for i in inside}), -first

    best = max(range(len(found)), key=worth) if len(found) < 2000 else 0
    start = _word_start(text, max(0, found[best].start - _LEAD))
    end = _word_end(text, min(len(text), max(start + width, found[best].end)))
    inside = tuple(span for span in found if start <= span.start and span.end <= end)
    return Snippet(Span(start, end), inside, found, elsewhere)


def matches(tree: Node, document: Document, claims: Iterable[Claim] = ()) -> tuple[Span, ...]:
    """Return all that a query finds in a document's text: words, and those of its figures that are asked for."""
    found = marks(tree, document.text, document.language)
    asked = list(_figures(tree))
    if not asked:
        return found
    spans = [claim.span for claim in claims if any(is_asked_for(claim, each) for each in asked)]
    return merged([*found, *spans])


def _figures(node: Node) -> Iterator[Figures]:
    match node:
        case Figures():
            yield node
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _figures(part)
        case _:
            return


def _others(node: Node) -> Iterator[Other]:
    match node:
        case Also(others=others):
            yield from others
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _others(part)
        case Not() | _:
            return


def _word_start(text: str, at: int) -> int:
    for position in range(at, min(at + _LEAD, len(text))):
        if position == 0 or text[position - 1].isspace():
            return position
    return at


def _word_end(text: str, at: int) -> int:
    for position in range(at, max(at - _LEAD, 0), -1):
        if position == len(text) or text[position].isspace():
            return position
    return at
