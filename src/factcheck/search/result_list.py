"""The list of what a search found, as rows for a table, a CSV or a JSON file."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from factcheck.errors import ExportError
from factcheck.search.snippets import snippet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.model import Claim, Document
    from factcheck.search.index import Results

FORMS = ("csv", "json")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula


def rows(
    results: Results, document: Callable[[str], Document], claims: Callable[[str], Sequence[Claim]] = lambda _: ()
) -> Iterator[dict[str, Any]]:
    """Yield a row for each article of a page of results, in their order.

    Fields: score, title, path, url, language, published, the snippet with where it starts and ends in the article's
    text (code points), the matches in it, and `found_as`, what stands there in place of the words asked for,
    with how it was found (translation, name, learned).
    """
    for hit in results.hits:
        one = document(hit.document)
        made = snippet(results.tree, one, claims(one.id)) if results.tree is not None else None
        yield {
            "document": one.id,
            "score": round(hit.score, 4),
            "title": one.title,
            "path": one.path,
            "url": one.url,
            "language": one.language,
            "published": one.published.isoformat() if one.published else None,
            "snippet": one.quote(made.span) if made else "",
            "start": made.span.start if made else 0,
            "end": made.span.end if made else 0,
            "matches": [[span.start, span.end] for span in made.marks] if made else [],
            "found_as": made.found_as if made else {},
        }


def render(lines: Sequence[dict[str, Any]], form: str) -> str:
    """Return rows as CSV (with a byte order mark, for spreadsheets) or JSON. Raises ExportError."""
    if form == "json":
        return json.dumps(list(lines), ensure_ascii=False, indent=2) + "\n"
    if form != "csv":
        raise ExportError(f"Search results cannot be written as {form}. Choose {' or '.join(FORMS)}.")
    made = io.StringIO()
    columns = ("title", "path", "url", "language", "published", "score", "snippet", "start", "end", "found_as")
    writer = csv.DictWriter(made, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for line in lines:
        found_as = "; ".join(f"{said} ({how})" for said, how in line["found_as"].items())
        told = {**line, "found_as": found_as, "snippet": " ".join(line["snippet"].split())}
        writer.writerow({name: _harmless(value) for name, value in told.items()})
    return "\ufeff" + made.getvalue()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
