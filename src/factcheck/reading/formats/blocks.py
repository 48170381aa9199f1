"""A tree of HTML as blocks of text: paragraphs, headings, entries of lists, rows of tables.

What a browser does not show is left out; white space is made single, as a browser does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "embed", "applet", "canvas",
    "audio", "video", "source", "track", "map", "area", "select", "option", "datalist", "textarea", "input", "meter",
    "progress", "dialog", "frame", "frameset", "noframes",
})  # fmt: skip
_BLOCKS = frozenset({
    "html", "body", "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "h1", "h2", "h3",
    "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr",
    "blockquote", "pre", "figure", "figcaption", "address", "form", "fieldset", "details", "summary", "hr", "center",
    "button", "label", "legend", "menu", "title", "item", "para",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_PAGE = frozenset({"nav", "footer", "aside", "form", "button", "menu", "figcaption", "label", "dialog"})
_PAGE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog", "alert"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAK = "\x00"  # stands for <br>; pages have none, XML and HTML forbid it
_OPEN_END = re.compile(r"[\w,،;؛]$")  # a line that goes on
_SPACES = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page. `heading` is 1 to 6, or 0; `linked` the share (0 to 1) of its letters that are a link's."""

    text: str
    heading: int
    linked: float
    around: bool  # it stands in navigation, a footer, a form or a caption


class _Walk:
    """The state of one walk over a tree."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0
        self.around = 0
        self.heading = 0

    def flush(self) -> Iterator[Block]:
        text = _SPACES.sub(" ", "".join(self.pieces))
        for line in _lines(text):
            yield Block(line, self.heading, min(1.0, self.linked / len(text)), self.around > 0)
        self.pieces.clear()
        self.linked = 0

    def take(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.links:
                self.linked += len(text.strip())


def blocks(tree: Any) -> Iterator[Block]:
    """Yield the blocks of a tree of lxml, in order."""
    walk = _Walk()
    skipped: Any = None
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            if skipped is None:
                walk.take(element.tail)
            continue
        name = _name(element)
        if event == "start":
            if skipped is not None:
                continue
            if _is_unseen(element, name):
                skipped = element
                continue
            if name in _BLOCKS:
                yield from walk.flush()
            elif name == "br":
                walk.pieces.append(_BREAK)
            elif name in _CELLS and walk.pieces:
                walk.pieces.append(" | ")
            _enter(walk, element, name, 1)
            walk.take(element.text)
            continue
        if skipped is None:
            if name in _BLOCKS:
                yield from walk.flush()
            _enter(walk, element, name, -1)
        elif skipped is element:
            skipped = None
        if skipped is None and element is not tree:
            walk.take(element.tail)
    yield from walk.flush()


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a block; a single break inside a sentence is none."""
    line = ""
    for part in text.split(_BREAK):
        bare = part.strip(" |")
        if line and bare and (_OPEN_END.search(line) and not bare[0].isupper()):
            line = f"{line} {bare}"
            continue
        if line:
            yield line
        line = bare
    if line:
        yield line


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _enter(walk: _Walk, element: Any, name: str, step: int) -> None:
    """Count an element in (1) or out (-1)."""
    if name == "a":
        walk.links += step
    if name in _PAGE or element.get("role") in _PAGE_ROLES:
        walk.around += step
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        walk.heading = int(name[1]) if step > 0 else 0


def _is_unseen(element: Any, name: str) -> bool:
    if name in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))
