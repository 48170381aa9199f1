"""The parts of a Word file: what is the same in all, paragraphs, runs in their direction, tables (ISO/IEC 29500-1)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from factcheck.language.scripts import LEFT_TO_RIGHT, RIGHT_TO_LEFT
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from factcheck.export.picture import Picture

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BEGIN = f"{_XML}<w:document {_SPACES}><w:body>"
END = (  # A4, in twentieths of a point
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1021" w:right="1021" w:bottom="1021" w:left="1021" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
)
_WIDTH = 9864  # of the text, in twentieths of a point
_LOGO_HEIGHT = 540_000  # English Metric Units: 1.5 cm

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RTL_LETTER = f"[{RIGHT_TO_LEFT}]"
_RTL_STRETCH = re.compile(rf"({_RTL_LETTER}+(?:[\s\u200c\u200d]+{_RTL_LETTER}+)*)")
_LTR_LETTER = f"[{LEFT_TO_RIGHT}]"
_LTR_STRETCH = re.compile(rf"({_LTR_LETTER}(?:[^{RIGHT_TO_LEFT}]*{_LTR_LETTER})?)")
_WEB = re.compile(r"https?://[^\s\"\\<>{}|^`\x00-\x20]+", re.IGNORECASE)


def xml(said: str) -> str:
    """Return a text as XML holds it; characters that XML does not know become visible."""
    return escape(_NOT_XML.sub("\ufffd", said))


def text(said: str, *, bold: bool = False, right: bool = False, shade: str = "") -> str:
    """Return a text as runs; in each the letters go one way, and `right` says which way the rest goes."""
    made = []
    for at, stretch in enumerate((_LTR_STRETCH if right else _RTL_STRETCH).split(said)):
        if stretch:
            made.append(f"<w:r>{_look(bold, right != bool(at % 2), shade)}{_lines(stretch)}</w:r>")
    return "".join(made)


@lru_cache(64)
def _look(bold: bool, right: bool, shade: str) -> str:
    """Return the properties of a run, in the order that the schema asks for."""
    parts = [
        "<w:b/><w:bCs/>" if bold else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "",
    ]
    parts.append("<w:rtl/>" if right else "")
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""


def _lines(said: str) -> str:
    lines = re.split(r"\r\n|[\n\r\u2028\u2029]", said)
    return "<w:br/>".join(f'<w:t xml:space="preserve">{xml(line)}</w:t>' if line else "" for line in lines)


def link(address: str) -> str:
    """Return a link to a page on the web; other addresses are text."""
    if not _WEB.fullmatch(address):
        return text(address)
    run = f'<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>{_lines(address)}</w:r>'
    return f'<w:fldSimple w:instr=" HYPERLINK &quot;{xml(address)}&quot; ">{run}</w:fldSimple>'


def paragraph(runs: str, style: str, *, right: bool = False) -> str:
    """Return a paragraph in a style of `fixed`, "" for the ordinary one."""
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{look}<w:bidi w:val="{int(right)}"/></w:pPr>{runs}</w:p>'


def begins_right_to_left(said: str) -> bool:
    """Return whether the first strong letter goes from right to left (Unicode Standard Annex 9, P2 and P3)."""
    strong = (unicodedata.bidirectional(letter) for letter in said)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)


def table(rows: Iterable[Sequence[str]], widths: Sequence[int], *, right: bool = False) -> Iterator[str]:
    """Yield a table, piece by piece; each cell is made of paragraphs. `widths` are shares of the page's."""
    size = [_WIDTH * share // sum(widths) for share in widths]
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in size)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:bidiVisual w:val="{int(right)}"/>'
        f'<w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    for row in rows:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(size, row, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    yield "</w:tbl>"


def listing(rows: Iterable[Sequence[str]], widths: Sequence[int], *, right: bool = False) -> Iterator[str]:
    """Yield a table of plain texts, each in its own direction."""
    cells = (
        [paragraph(text(cell, right=begins_right_to_left(cell)), "", right=begins_right_to_left(cell)) for cell in row]
        for row in rows
    )
    return table(cells, widths, right=right)


def drawing(logo: Picture) -> str:
    """Return a paragraph with the logo."""
    width = _LOGO_HEIGHT * logo.width // logo.height
    size = f'cx="{width}" cy="{_LOGO_HEIGHT}"'
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="1" name="Logo"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" '
        'name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="logo"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom '
        'prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
        "</w:r></w:p>"
    )


def fixed(heading: str, made: datetime, language: str, logo: Picture | None) -> dict[str, str | bytes]:
    """Return the files of the archive other than the document itself, by name."""
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    picture = f'<Default Extension="{logo.kind}" ContentType="image/{logo.kind}"/>' if logo else ""
    target = f'<Relationship Id="logo" Type="{relations}/image" Target="media/logo.{logo.kind}"/>' if logo else ""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/>{picture}<Override PartName="/word/document.xml" '
            f'ContentType="{types}.document.main+xml"/><Override PartName="/word/styles.xml" '
            f'ContentType="{types}.styles+xml"/><Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{_XML}<Relationships xmlns="{package}/relationships"><Relationship Id="document" '
            f'Type="{relations}/officeDocument" Target="word/document.xml"/><Relationship Id="core" '
            f'Type="{package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'{_XML}<Relationships xmlns="{package}/relationships"><Relationship Id="styles" '
            f'Type="{relations}/styles" Target="styles.xml"/>{target}</Relationships>'
        ),
        "docProps/core.xml": (
            f'{_XML}<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{xml(heading)}</dc:title>'
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{made:%Y-%m-%dT%H:%M:%SZ}</dcterms:created>'
            f"<dc:language>{language}</dc:language></cp:coreProperties>"
        ),
        "word/styles.xml": resource("report_styles.xml").read_text("utf-8").replace("LANGUAGE", language),
    }
    if logo:
        files[f"word/media/logo.{logo.kind}"] = logo.data
    return files
