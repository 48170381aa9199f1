"""Where a query is found in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Span
from factcheck.search.analysis import analyser
from factcheck.search.distance import within
from factcheck.search.syntax import parse
from factcheck.search.tree import And, Fuzzy, Node, Or, Phrase, Prefix, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.search.analysis import Alternatives, Token


def highlights(query: str, text: str, language: str = "und") -> tuple[Span, ...]:
    """Return the spans of `text` that a query matches, in order, not overlapping; what it excludes is not among them.

    Positions are code points of `text` as given. `language` is the text's tag. Raises QueryError.
    """
    wanted = list(_positive(parse(query)))
    if not wanted:
        return ()
    tokens = analyser(language).tokens(text)
    found: list[Span] = []
    for part in wanted:
        found.extend(_find(part, tokens))
    return _merged(found)


def _positive(node: Node) -> Iterator[Word | Phrase | Prefix | Fuzzy]:
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _positive(part)
    elif isinstance(node, Word | Phrase | Prefix | Fuzzy):
        yield node


def _find(node: Word | Phrase | Prefix | Fuzzy, tokens: Sequence[Token]) -> Iterator[Span]:
    match node:
        case Word(terms=terms):
            yield from (Span(t.start, t.end) for t in tokens if not set(terms).isdisjoint(t.terms))
        case Prefix(term=start):
            yield from (Span(t.start, t.end) for t in tokens if any(term.startswith(start) for term in t.terms))
        case Fuzzy(term=wanted, distance=distance):
            yield from (Span(t.start, t.end) for t in tokens if any(within(term, wanted, distance) for term in t.terms))
        case Phrase(places=places, between=between):
            yield from _find_phrase(places, between, tokens)


def _find_phrase(places: Sequence[Alternatives], between: int, tokens: Sequence[Token]) -> Iterator[Span]:
    wanted = [set(place) for place in places]
    for first, token in enumerate(tokens):
        if wanted[0].isdisjoint(token.terms):
            continue
        at, matched = first, [token]
        for terms in wanted[1:]:
            reach = range(at + 1, min(at + 2 + between, len(tokens)))
            at = next((i for i in reach if not terms.isdisjoint(tokens[i].terms)), -1)
            if at < 0:
                break
            matched.append(tokens[at])
        else:
            if between:
                yield from (Span(one.start, one.end) for one in matched)
            else:
                yield Span(token.start, matched[-1].end)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that overlap as one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start < made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)
