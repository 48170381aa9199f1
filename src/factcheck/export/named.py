"""The formats by name: the command line and the window list them without loading what writes them."""

from __future__ import annotations

from factcheck.errors import ExportError

PDF = "pdf"  # drawn by Qt, which only the desktop has: it hands `formats.write` a writer
FORMATS = (
    "html", PDF, "docx", "xlsx", "csv", "json", "jsonl", "markdown", "claimreview", "annotations", "sarif",
)  # fmt: skip
OWN_FORMATS = tuple(form for form in FORMATS if form != PDF)  # that `formats` writes itself
BY_CASE = frozenset({"html", PDF, "docx", "xlsx", "markdown"})  # for people: the findings of a case stand together
LIST = "list"  # what `factcheck check --format json` prints
ENDINGS = {"markdown": "md", "claimreview": "jsonld", "annotations": "jsonld"}  # of other formats: their name
_NEVER_PRINTED = frozenset({PDF, "docx", "xlsx"})


def of_ending(ending: str) -> str:
    """Return the format of files that end so (".xlsx"); a page to read where there is no ending. Raises ExportError."""
    known = {ENDINGS.get(form, form): form for form in reversed(FORMATS)}
    form = ({"": "html", "htm": "html"} | known).get(ending.removeprefix(".").lower())
    if form is None:
        endings = ", ".join(f".{each}" for each in reversed(known))
        raise ExportError(f"No format is known by the ending {ending}. Name the format, or end in one of {endings}.")
    return form


def must_be_known(form: str, *, printed: bool) -> None:
    """Raise ExportError where there is no such format, or where it is to be printed and cannot be."""
    if printed and form in _NEVER_PRINTED:
        raise ExportError(f"{form.upper()} cannot be printed. Name a file to write it to.")
    if form not in {*FORMATS, LIST}:
        raise ExportError(f"There is no format “{form}”. Choose one of {', '.join(FORMATS)}.")
