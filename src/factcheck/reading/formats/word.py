"""Word files (DOCX): paragraphs, headings, tables, footnotes; what is deleted in tracked changes is left out.

Elements are those of ECMA-376, part 1, chapter 17.
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

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_WHAT = "Word file"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def read(part: Part) -> Iterator[Content]:
    """Yield the article of a Word file. Raises UnreadableFileError."""
    with Package(part.data, _WHAT) as package:
        document = xml_tree(package.read(_main(package)), _WHAT)
        styles = _headings(package)
        lines = Lines()
        space = _STRICT if document.tag.startswith(_STRICT) else _W
        for block, kind in _blocks(document, styles, space):
            for line in block.split("\n"):
                lines.add(line, kind)
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            if package.has(name):
                for block, _ in _blocks(xml_tree(package.read(name), _WHAT), {}, space):
                    lines.add(block)
        known = properties(package)
    if not lines.blocks:
        raise UnreadableFileError("The Word file has no text; if it holds pictures of text, save them as PDF.")
    yield lines.content(part, known)


def properties(package: Package) -> tuple[Fact, ...]:
    """Return what the core properties of an Office file say (ECMA-376, part 2, chapter 11)."""
    if not package.has("docProps/core.xml"):
        return ()
    core = xml_tree(package.read("docProps/core.xml"), _WHAT)
    told = {element.tag.rpartition("}")[2]: element.text for element in core if isinstance(element.tag, str)}
    return facts(
        "document properties",
        title=told.get("title"),
        author=told.get("creator"),
        published=(told.get("created") or "")[:10],
        language=told.get("language"),
    )


def _main(package: Package) -> str:
    """Return the name of the main part, which the package's relationships tell."""
    if package.has("_rels/.rels"):
        for relation in xml_tree(package.read("_rels/.rels"), _WHAT):
            target = str(relation.get("Target") or "").lstrip("/")
            if str(relation.get("Type") or "").endswith("/officeDocument") and package.has(target):
                return target
    return "word/document.xml"


def _headings(package: Package) -> dict[str, bool]:
    """Return the ids of the styles that are headings: those with an outline level, and the title."""
    if not package.has("word/styles.xml"):
        return {}
    found: dict[str, bool] = {}
    for style in xml_tree(package.read("word/styles.xml"), _WHAT).iter("{*}style"):
        names = [str(child.get(f"{_W}val") or "").lower() for child in style.iter("{*}name")]
        outlined = next(style.iter("{*}outlineLvl"), None) is not None
        identity = str(style.get(f"{_W}styleId") or style.get(f"{_STRICT}styleId") or "")
        found[identity] = outlined or any(
            name in {"title", "subtitle"} or name.startswith("heading ") for name in names
        )
    return found


def _blocks(root: Any, styles: dict[str, bool], space: str) -> Iterator[tuple[str, PassageKind]]:
    """Yield the paragraphs; each row of a table is one, its cells with a bar between them."""
    tables = {table for table in root.iter(f"{space}tbl") if next(table.iterancestors(f"{space}tbl"), None) is None}
    inside: set[Any] = set()
    for element in root.iter(f"{space}p", f"{space}tbl"):
        if element in tables:
            for row in element.iter(f"{space}tr"):
                cells = [" ".join(filter(None, (_text(p, space) for p in cell.iter(f"{space}p"))))
                         for cell in row.iterchildren(f"{space}tc", f"{space}sdt")]  # fmt: skip
                yield " | ".join(cell for cell in cells if cell), PassageKind.SENTENCE
            inside.update(element.iter(f"{space}p"))
        elif element.tag == f"{space}p" and element not in inside:
            style = element.find(f"{space}pPr/{space}pStyle")
            heading = styles.get(str(style.get(f"{space}val")), False) if style is not None else False
            yield _text(element, space), PassageKind.HEADING if heading else PassageKind.SENTENCE


def _text(paragraph: Any, space: str) -> str:
    made: list[str] = []
    for element in paragraph.iter():
        tag = element.tag
        if not isinstance(tag, str) or not tag.startswith(space):
            continue
        name = tag[len(space) :]
        if name == "t":
            if element.text and not _is_elsewhere(element, paragraph, space):
                made.append(element.text)
        elif name in _SIGNS and element.getparent().tag == f"{space}r":
            made.append(_SIGNS[name])
    return "".join(made).strip()


def _is_elsewhere(element: Any, paragraph: Any, space: str) -> bool:
    """Return whether a text belongs to a paragraph inside this one (a text box), or stands there twice."""
    for parent in element.iterancestors():
        if parent is paragraph:
            return False
        if parent.tag == f"{space}p" or str(parent.tag).endswith("}Fallback"):
            return True
    return False
