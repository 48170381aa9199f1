"""The parts of a workbook other than its rows (ISO/IEC 29500-1, SpreadsheetML)."""

from __future__ import annotations

import re
from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING

from factcheck.export.csv_file import COLUMNS
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WIDE = {
    "sentence": 60, "explanation": 42, "title": 34, "about": 34, "reasons": 50, "note": 34, "url": 36, "path": 26,
    "before": 40, "after": 40, "shown": 18, "text": 18, "published": 12, "when": 17, "type": 18,
}  # fmt: skip
_WIDTH = 13  # of the other columns, in characters

# What XML does not know is written "_x000B_" (22.9.2.19, ST_Xstring), and a text that looks like that is escaped too.
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff&<>]|_x[0-9A-Fa-f]{4}_")


class Style(IntEnum):
    """The formats of `resources/report_cells.xml`, by their place there."""

    PLAIN, HEAD, DAY, TIME, PERCENT, LINK, LEFT, RIGHT = range(8)

    __str__ = int.__repr__


def escaped(text: str) -> str:
    """Return a text as a cell holds it."""
    if not _SPECIAL.search(text):
        return text
    return escape(_ODD.sub(lambda found: f"_x{ord(found.group()):04X}_", text), quote=False)


def begin(right: bool) -> str:
    """Return what stands before the rows of a sheet; one that goes to the right begins there."""
    widths = [_WIDE.get(name[2:] if name.startswith(("a_", "b_")) else name, _WIDTH) for name in COLUMNS]
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(widths, 1)
    )
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheetViews><sheetView workbookViewId="0"{" rightToLeft=" + chr(34) + "1" + chr(34) if right else ""}>'
        '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/></sheetView>'
        "</sheetViews>"
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>\n'
    )


def end(last: str, links: Sequence[str]) -> str:
    """Return what stands after the rows: the filter down to the last cell, and the cells that are links."""
    made = "".join(f'<hyperlink ref="{ref}" r:id="link{number}"/>' for number, ref in enumerate(links))
    return (
        f'</sheetData><autoFilter ref="A1:{last}"/>{f"<hyperlinks>{made}</hyperlinks>" if made else ""}'
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape"/></worksheet>'
    )


def link_relations(addresses: Sequence[str]) -> str:
    """Return the file that tells where a sheet's links go."""
    made = "".join(
        f'<Relationship Id="link{number}" Type="{_OFFICE}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for number, address in enumerate(addresses)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def fixed(sheets: Sequence[str], heading: str, made: datetime) -> dict[str, str]:
    """Return the files of the archive other than its sheets, by name."""
    numbered = list(enumerate(sheets, 1))
    listed = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="sheet{at}"/>' for at, name in numbered)
    typed = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for at, _ in numbered
    )
    related = "".join(
        f'<Relationship Id="sheet{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at, _ in numbered
    )
    title = escape(re.sub(r"[\x00-\x1f\ufffe\uffff]", " ", heading or "factcheck"))
    return {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
            f'ContentType="{_TYPES}.sheet.main+xml"/>{typed}<Override PartName="/xl/styles.xml" '
            f'ContentType="{_TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="book" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="core" '
            f'Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
            f"<sheets>{listed}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{related}<Relationship Id="styles" '
            f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": resource("report_cells.xml").read_text("utf-8"),
        "docProps/core.xml": (
            f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{made:%Y-%m-%dT%H:%M:%SZ}</dcterms:created>'
            "</cp:coreProperties>"
        ),
    }
