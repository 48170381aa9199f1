"""Exports of articles as tables: CSV, XLSX, JSON Lines, JSON. Each row is an article.

Which column holds what is told by its name, in the words of all language files ([columns]), or by what stands in it;
the person may say otherwise. A table without a column of prose is one article, a line a row.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.errors import UnreadableFileError
from factcheck.model import PassageKind
from factcheck.reading.formats.columns import FIELDS, choose
from factcheck.reading.formats.content import Content, Lines, Unread, facts, under
from factcheck.reading.formats.limits import MEMBERS, TEXT, check_size
from factcheck.reading.formats.text import decode
from factcheck.reading.formats.web import fragment, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reading.formats.content import Part

Row = dict[str, str]
_WIDEST = 500  # columns
_SAMPLE = 200  # rows by which columns are told
_DELIMITERS = ",;\t|"


def read_csv(part: Part) -> Iterator[Content | Unread]:
    """Yield the articles of a CSV or TSV file. Raises UnreadableFileError."""
    check_size(len(part.data))
    text = decode(part.data)
    csv.field_size_limit(TEXT)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    try:
        yield from _articles(part, _named(rows))
    except csv.Error as error:
        raise UnreadableFileError("The table is damaged; export it again as CSV in UTF-8.") from error


def read_json(part: Part) -> Iterator[Content | Unread]:
    """Yield the articles of JSON Lines, or of a JSON list of objects. Raises UnreadableFileError."""
    check_size(len(part.data))
    yield from _articles(part, map(_flat, _objects(decode(part.data))))


def read_xlsx(part: Part) -> Iterator[Content | Unread]:
    """Yield the articles of the sheets of an Excel file. Raises UnreadableFileError."""
    from factcheck.reading.formats.spreadsheet import sheets

    several = sheets(part.data)
    for title, rows in several:
        inner = part if len(several) == 1 else part._replace(name=under(part.name, title))
        yield from _articles(inner, _named(rows))


def _named(rows: Iterator[Sequence[str]]) -> Iterator[Row]:
    """Yield rows by the names of their columns; the first row that is not blank names them."""
    head: list[str] = []
    for cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if not head:
            head = _distinct(cells[:_WIDEST])
            continue
        yield {name: cell.strip() for name, cell in zip(head, cells, strict=False)}


def _distinct(names: Sequence[str]) -> list[str]:
    made: list[str] = []
    for number, name in enumerate(names, 1):
        tidy = " ".join(name.split()) or str(number)
        made.append(tidy if tidy not in made else f"{tidy} {number}")
    return made


def _articles(part: Part, rows: Iterator[Row]) -> Iterator[Content | Unread]:
    first = list(islice(rows, _SAMPLE))
    if not first:
        raise UnreadableFileError("The table has no rows below its first one; export it again with its articles.")
    chosen = choose(first, dict(part.columns))
    if "text" not in chosen:
        yield _as_one(part, [*first, *islice(rows, MEMBERS)])
        return
    number = 0
    for source in (iter(first), rows):
        for row in source:
            number += 1
            if number > MEMBERS:
                yield Unread(part.name, f"The table has more than {MEMBERS} rows; the rest was left out. Split it.")
                return
            yield _article(part, row, chosen, number)


def _article(part: Part, row: Row, chosen: dict[str, str], number: int) -> Content | Unread:
    told = {field: row.get(column, "") for field, column in chosen.items()}
    name = under(part.name, str(number))
    text, title, lines = told.pop("text"), told.get("title", ""), Lines()
    lines.add(title, PassageKind.HEADING)
    if text.lstrip().startswith("<") or "</p>" in text or "<br" in text:
        for block in fragment(text):
            lines.add(block.text, kind_of(block))
    else:
        for line in text.splitlines():
            lines.add(line)
    if len(lines.blocks) <= bool(title.strip()):
        return Unread(name, "The row has no text; check which column holds the text of the articles.")
    known = facts("column", **{field: told.get(field) for field in FIELDS if field != "text"})
    key = json.dumps(row, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return lines.content(part, known, key=key)._replace(name=name)


def _as_one(part: Part, rows: Sequence[Row]) -> Content:
    """Return a table of figures as one article, a line a row."""
    lines = Lines()
    lines.add(" | ".join(rows[0]), PassageKind.HEADING)
    for row in rows:
        lines.add(" | ".join(cell for cell in row.values() if cell))
    return lines.content(part, key="\n".join(lines.blocks).encode("utf-8", "surrogatepass"))


def _delimiter(text: str) -> str:
    """Return the sign that divides the first line most often outside of quotes."""
    line, quoted = [], False
    for sign in text[:20_000].lstrip("\ufeff\r\n"):
        quoted ^= sign == '"'
        if sign in "\r\n" and not quoted:
            break
        line.append("" if quoted else sign)
    first = "".join(line)
    return max(_DELIMITERS, key=first.count)


def _objects(text: str) -> Iterator[Any]:
    """Yield the objects of JSON Lines, of a JSON list, or of the first list of objects in a JSON object."""
    try:
        whole = json.loads(text)
    except RecursionError:
        raise UnreadableFileError("The data are nested too deeply; export the articles again as JSON Lines.") from None
    except ValueError:
        yield from _by_line(text)
        return
    if isinstance(whole, dict):
        lists = [
            value for value in whole.values() if isinstance(value, list) and any(isinstance(v, dict) for v in value)
        ]
        whole = max(lists, key=len) if lists else [whole]
    found = [one for one in whole if isinstance(one, dict)] if isinstance(whole, list) else []
    if not found:
        raise UnreadableFileError("The data hold no articles; export them as JSON Lines, an article a line.")
    yield from found


def _by_line(text: str) -> Iterator[Any]:
    damaged = None
    found = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
        except (ValueError, RecursionError):
            damaged = damaged or number
            continue
        if isinstance(one, dict):
            found += 1
            yield one
    if not found:
        raise UnreadableFileError(f"The data are damaged in line {damaged or 1}; export the articles again.")


def _flat(one: dict[str, Any]) -> Row:
    """Return an object as a row: what is in objects inside it has names such as "author.name"."""
    row: Row = {}
    for name, value in list(one.items())[:_WIDEST]:
        if isinstance(value, dict):
            for inner, deeper in list(value.items())[:20]:
                if isinstance(deeper, str | int | float):
                    row[f"{name}.{inner}"] = str(deeper)
        elif isinstance(value, list):
            row[name] = ", ".join(str(each) for each in value[:50] if isinstance(each, str | int | float))
        elif value is not None:
            row[name] = str(value)
    return row


def cell_text(value: object) -> str:
    """Return what a cell shows: days in the form of ISO 8601, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.time().min else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
