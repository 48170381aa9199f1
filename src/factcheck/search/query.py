"""Where a query is found in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from factcheck.model import Span
from factcheck.search.analysis import analyser, written
from factcheck.search.distance import within
from factcheck.search.syntax import parse
from factcheck.search.tree import Also, And, Fuzzy, Node, Or, Phrase, Prefix, Wildcard, Word, as_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.search.analysis import Alternatives, Token
    from factcheck.search.tree import Other


def highlights(query: str, text: str, language: str = "und") -> tuple[Span, ...]:
    """Return the spans of `text` that a query matches, in order, not overlapping; what it excludes is not among them.

    Positions are code points of `text` as given. `language` is the text's tag. Raises QueryError.
    """
    return marks(parse(query), text, language)


def marks(node: Node, text: str, language: str = "und") -> tuple[Span, ...]:
    """Return the same for a query that is a tree already, translations and other spellings included."""
    wanted = list(_positive(node, language.split("-", maxsplit=1)[0].lower()))
    if not wanted:
        return ()
    tokens = analyser(language).tokens(text)
    found: list[Span] = []
    for part in wanted:
        found.extend(_find(part, tokens, text))
    return merged(found)


Searched: TypeAlias = Word | Phrase | Prefix | Wildcard | Fuzzy


def marks_of(other: Other, text: str, language: str = "und") -> tuple[Span, ...]:
    """Return the spans of a text of a language where the same stands in another way."""
    return marks(other.node, text, language) if other.tag in {"", language.split("-", maxsplit=1)[0].lower()} else ()


def _positive(node: Node, language: str) -> Iterator[Searched]:
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _positive(part, language)
    elif isinstance(node, Also):
        yield from _positive(node.part, language)
        for other in node.others:
            if other.tag in {"", language}:
                yield from _positive(other.node, language)
    elif isinstance(node, Searched):
        yield node


def _find(node: Searched, tokens: Sequence[Token], text: str) -> Iterator[Span]:
    match node:
        case Word(terms=terms, field="written"):
            yield from (Span(t.start, t.end) for t in tokens if written(text, t) in terms)
        case Word(terms=terms):
            yield from (Span(t.start, t.end) for t in tokens if not set(terms).isdisjoint(t.terms))
        case Prefix(term=start):
            yield from (Span(t.start, t.end) for t in tokens if any(term.startswith(start) for term in t.terms))
        case Wildcard(pattern=pattern):
            fits = as_regex(pattern).fullmatch
            yield from (Span(t.start, t.end) for t in tokens if any(fits(term) for term in t.terms))
        case Fuzzy(term=wanted, distance=distance):
            yield from (Span(t.start, t.end) for t in tokens if any(within(term, wanted, distance) for term in t.terms))
        case Phrase(places=places, between=between, field=field):
            there = [{written(text, t)} if field == "written" else set(t.terms) for t in tokens]
            yield from _find_phrase(places, between, tokens, there)


def _find_phrase(
    places: Sequence[Alternatives], between: int, tokens: Sequence[Token], there: Sequence[set[str]]
) -> Iterator[Span]:
    wanted = [set(place) for place in places]
    for first, token in enumerate(tokens):
        if wanted[0].isdisjoint(there[first]):
            continue
        at, matched = first, [token]
        for terms in wanted[1:]:
            reach = range(at + 1, min(at + 2 + between, len(tokens)))
            at = next((i for i in reach if not terms.isdisjoint(there[i])), -1)
            if at < 0:
                break
            matched.append(tokens[at])
        else:
            if between:
                yield from (Span(one.start, one.end) for one in matched)
            else:
                yield Span(token.start, matched[-1].end)


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that overlap as one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start < made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)
