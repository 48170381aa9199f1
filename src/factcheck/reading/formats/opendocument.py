"""OpenDocument texts (ODT, FODT): paragraphs, headings, lists, tables; comments and deleted text are left out.

Elements are those of the OASIS standard OpenDocument 1.3, part 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.errors import UnreadableFileError
from factcheck.model import PassageKind
from factcheck.reading.formats.content import Lines, facts
from factcheck.reading.formats.markup import xml_tree
from factcheck.reading.formats.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reading.formats.content import Content, Fact, Part

_WHAT = "OpenDocument file"
_LEFT_OUT = frozenset({"annotation", "annotation-end", "tracked-changes", "note-citation", "bookmark", "sequence-decls",
                       "ruby-text", "change", "desc", "title"})  # fmt: skip


def read(part: Part) -> Iterator[Content]:
    """Yield the article of an OpenDocument text. Raises UnreadableFileError."""
    if part.data[:2] == b"PK":
        with Package(part.data, _WHAT) as package:
            content = xml_tree(package.read("content.xml"), _WHAT)
            meta = xml_tree(package.read("meta.xml"), _WHAT) if package.has("meta.xml") else None
    else:
        content = meta = xml_tree(part.data, _WHAT)
    body = next(content.iter("{*}body"), None)
    lines = Lines()
    if body is not None:
        for text, kind in _blocks(body):
            for line in text.split("\n"):
                lines.add(line, kind)
    if not lines.blocks:
        raise UnreadableFileError("The OpenDocument file has no text; if it holds pictures of text, save them as PDF.")
    yield lines.content(part, _facts(meta))


def _facts(meta: Any) -> tuple[Fact, ...]:
    told: dict[str, str] = {}
    if meta is not None:
        for element in next(meta.iter("{*}meta"), ()):
            if isinstance(element.tag, str) and element.text:
                told.setdefault(element.tag.rpartition("}")[2], element.text)
    return facts(
        "document properties",
        title=told.get("title"),
        author=told.get("initial-creator") or told.get("creator"),
        published=(told.get("creation-date") or told.get("date") or "")[:10],
        language=told.get("language"),
    )


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _blocks(body: Any) -> Iterator[tuple[str, PassageKind]]:
    done: set[Any] = set()
    for element in body.iter("{*}p", "{*}h", "{*}table-row"):
        if element in done or any(_name(parent) in _LEFT_OUT for parent in element.iterancestors()):
            continue
        if _name(element) == "table-row":
            cells = []
            for cell in element.iterchildren("{*}table-cell"):
                paragraphs = list(cell.iter("{*}p", "{*}h"))
                done.update(paragraphs)
                cells.append(" ".join(filter(None, map(_text, paragraphs))))
            yield " | ".join(cell for cell in cells if cell), PassageKind.SENTENCE
        else:
            yield _text(element), PassageKind.HEADING if _name(element) == "h" else PassageKind.SENTENCE


def _text(paragraph: Any) -> str:
    """Return the text of a paragraph, without the paragraphs of notes and frames in it, which follow by themselves."""
    made = [paragraph.text or ""]
    waiting = list(paragraph)[::-1]
    tails: list[tuple[Any, bool]] = [(child, True) for child in waiting]
    while tails:
        element, entering = tails.pop()
        name = _name(element)
        if entering and name not in _LEFT_OUT and name not in {"p", "h", "note", "frame", ""}:
            if name == "s":
                made.append(" " * min(_count(element), 100))
            made.append({"tab": "\t", "line-break": "\n"}.get(name, "") + (element.text or ""))
            tails.append((element, False))
            tails += [(child, True) for child in list(element)[::-1]]
        else:
            made.append(element.tail or "")
    return "".join(made).strip()


def _count(element: Any) -> int:
    value = next((value for key, value in element.items() if key.endswith("}c")), "1")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else 1
