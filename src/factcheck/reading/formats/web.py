"""Web pages: the article that trafilatura finds, inside all the text that the page shows.

The whole page is kept, block by block; trafilatura tells which blocks are the article. So nothing is lost where it is
mistaken, and the reader can show what surrounds the article.
"""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from trafilatura import bare_extraction

from factcheck.errors import UnreadableFileError
from factcheck.model import PassageKind
from factcheck.reading.formats.blocks import Block, blocks
from factcheck.reading.formats.content import Lines
from factcheck.reading.formats.markup import html_tree, unicode_of
from factcheck.reading.formats.page_facts import page_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reading.formats.content import Content, Fact, Part

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told by us
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_NOT_LETTERS = re.compile(r"[\W_]+")
_LONG = 25  # letters from which a block found anywhere in the article is a part of it
_LEAST = 80  # letters of an article that trafilatura is believed to have found
_MOST_BLOCKS = 50_000  # paragraphs, rows and entries of lists
_MOST_ELEMENTS = 20_000  # of a page in which trafilatura looks for the article; it takes seconds for so many
_HEADLINE = 5  # words from which a link to another page is a headline, not the name of a section


def read(part: Part) -> Iterator[Content]:
    """Yield the article of a page. Raises UnreadableFileError."""
    tree = html_tree(unicode_of(part.data, part.encoding))
    known = page_facts(tree)
    found = list(islice(blocks(tree), _MOST_BLOCKS + 1))
    if not found:
        raise UnreadableFileError("The page shows no text by itself; open it in a browser and save what you see there.")
    if len(found) > _MOST_BLOCKS:
        raise UnreadableFileError("The page has more lines than an article; save the part of it that you need as text.")
    yield _lines(found, _article(tree), _titles((*part.facts, *known))).content(part, known)


def fragment(markup: str) -> list[Block]:
    """Return the blocks of a piece of HTML, as feeds and mails have it; none if it shows no text."""
    if not markup.strip():
        return []
    return list(blocks(html_tree(f"<div>{markup}</div>")))


def kind_of(block: Block) -> PassageKind:
    """Return what a block of a page without navigation is by its markup alone."""
    return PassageKind.HEADING if block.heading else PassageKind.SENTENCE


def _article(tree: Any) -> list[str]:
    """Return the letters of each paragraph of the article, none where no article is found."""
    if next(islice(tree.iter(), _MOST_ELEMENTS, None), None) is not None:
        return []
    try:
        found = bare_extraction(
            tree, include_comments=False, include_tables=True, with_metadata=False, favor_recall=False
        )
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return []  # what the library stumbles over is read by its lines
    body = getattr(found, "body", None)
    if body is None:
        return []
    return [letters for element in body.iter("p", "head", "item", "row", "quote", "code", "ab", "cell")
            if (letters := _letters("".join(element.itertext())))]  # fmt: skip


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)


def _titles(known: Sequence[Fact]) -> set[str]:
    return {_letters(fact.value) for fact in known if fact.name == "title"}


def _lines(found: Sequence[Block], article: Sequence[str], titles: set[str]) -> Lines:
    """Return the blocks of a page, each with what it is."""
    lines, whole, exact = Lines(), "\n".join(article), set(article)
    believed = sum(map(len, exact)) >= _LEAST
    letters = [_letters(block.text) for block in found]
    inside = [believed and (own in exact or (len(own) >= _LONG and own in whole)) for own in letters]
    first = inside.index(True) if any(inside) else len(found)
    for index, (block, own) in enumerate(zip(found, letters, strict=True)):
        if own in titles and index <= first and not block.linked > 0.5:
            lines.add(block.text, PassageKind.HEADING)
        elif inside[index] or (not believed and not block.around):
            lines.add(block.text, kind_of(block))
        else:
            lines.add(block.text, _outside(block))
    return lines


def _outside(block: Block) -> PassageKind:
    """Return what a block outside of the article is: a headline or lead of another, or a part of the page."""
    words = max(block.text.count(" ") + 1, len(block.text) // 12)
    if words >= _HEADLINE and (block.linked > 0.5 or block.heading):
        return PassageKind.RELATED
    return PassageKind.BOILERPLATE
