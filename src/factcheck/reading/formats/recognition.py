"""Which format a file has: by its first bytes, then by the ending of its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reading.formats.content import Part

_HEAD = 4096  # bytes by which a format is told

# The first bytes of a file -> its format.
_BEGINNINGS = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "packed"),
    (b"BZh", "packed"),
    (b"\xfd7zXZ\x00", "packed"),
    (b"WARC/", "warc"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
)
# What cannot be read, in words for the person.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
    (b"Rar!", "RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"SQLite format 3", "database"),
)
_BY_ENDING = {
    "text": (".txt", ".text", ".md", ".markdown", ".mdown", ".rst", ".adoc"),
    "html": (".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php"),
    "mhtml": (".mhtml", ".mht"),
    "word": (".docx", ".docm", ".dotx"),
    "opendocument": (".odt", ".ott", ".fodt"),
    "rtf": (".rtf",),
    "ebook": (".epub",),
    "mail": (".eml", ".emlx"),
    "mailbox": (".mbox", ".mbx"),
    "feed": (".rss", ".atom", ".rdf"),
    "csv": (".csv", ".tsv", ".tab"),
    "xlsx": (".xlsx", ".xlsm"),
    "json": (".json", ".jsonl", ".ndjson"),
    "warc": (".warc",),
    "wacz": (".wacz",),
    "zip": (".zip",),
    "tar": (".tar",),
    "pdf": (".pdf",),
    "picture": (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".gif"),
}
_FORMATS = {ending: name for name, endings in _BY_ENDING.items() for ending in endings}
_OTHER_ENDINGS = {
    "old Office": (".doc", ".xls", ".ppt", ".msg"),
    "spreadsheet": (".ods", ".numbers"),
    "presentation": (".pptx", ".odp", ".key"),
    "Pages": (".pages",),
    "e-book": (".mobi", ".azw3"),
    "web archive": (".webarchive",),
    "data": (".yaml", ".yml", ".parquet", ".sql"),
    "subtitle": (".srt", ".vtt"),
    "drawing": (".svg", ".heic"),
    "sound or film": (".mp3", ".wav", ".ogg", ".m4a", ".mp4", ".mov", ".avi", ".mkv", ".webm"),
    "archive": (".rar", ".7z"),
}
_OTHER = {ending: name for name, endings in _OTHER_ENDINGS.items() for ending in endings}

_TEXTS = frozenset({"text", "csv", "json", "mail", "mailbox", "html", "mhtml", "feed", ""})
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){3}", re.IGNORECASE)
_MAIL_HEADERS = re.compile(
    rb"^(?:received|from|message-id|mime-version|subject|return-path):", re.IGNORECASE | re.MULTILINE
)
_MARKUP = re.compile(rb"<!doctype html|<html[\s>]", re.IGNORECASE)
_FEED = (b"<rss", b"<feed", b"<rdf:RDF", b"<channel")


def recognise(part: Part) -> str:
    """Return the name of a format that `opening` reads, "?name" for another that it cannot read, or "text"."""
    data, ending = part.data, part.ending.lower()
    head = data[:_HEAD]
    named = _FORMATS.get(ending, _FORMATS.get(ending.rpartition(".")[2] and "." + ending.rpartition(".")[2], ""))
    for begin, name in _BEGINNINGS:
        if head.startswith(begin):
            return "warc" if name == "packed" and ".warc" in ending else name
    for begin, name in _OTHERS:
        if head.startswith(begin):
            return f"?{_OTHER.get(ending, name)}"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, named, ending)
    if head[257:262] == b"ustar":
        return "tar"
    if ending in _OTHER:
        return f"?{_OTHER[ending]}"
    return _written(head, named) if named in _TEXTS else named


def _zipped(data: bytes, named: str, ending: str) -> str:
    """Return the format of a file that is a ZIP archive inside."""
    begin = data[:200]
    if b"application/epub+zip" in begin:
        return "ebook"
    if b"application/vnd.oasis.opendocument.text" in begin:
        return "opendocument"
    if b"application/vnd.oasis.opendocument" in begin:
        return "?OpenDocument of another kind"
    if named in {"word", "opendocument", "ebook", "xlsx", "wacz"}:
        return named
    if ending in _OTHER:
        return f"?{_OTHER[ending]}"
    if b"[Content_Types].xml" in data[: 64 * 1024] or b"[Content_Types].xml" in data[-64 * 1024 :]:
        tail = data[-64 * 1024 :]
        if b"word/document.xml" in tail:
            return "word"
        if b"xl/workbook.xml" in tail:
            return "xlsx"
    return "zip"


def _written(head: bytes, named: str) -> str:
    """Return the format of a file of characters."""
    begin = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").replace(b"\x00", b"")[:2000]
    lower = begin.lower()
    if named == "mhtml" or (b"multipart/related" in lower and b"snapshot-content-location" in lower):
        return "mhtml"
    if lower.startswith((b"<!doctype html", b"<html")):
        return "html"
    if lower.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:rdf", b"<!--")):
        if _MARKUP.search(lower):
            return "html"
        if any(mark in begin for mark in _FEED):
            return "feed"
        if b"office:document" in begin:
            return "opendocument"
        if not named:
            return "?XML"
    if begin.startswith(b"From ") and _MAIL_HEADERS.search(lower) and named != "text":
        return "mailbox"
    if not named and _HEADER.match(begin) and len(set(_MAIL_HEADERS.findall(lower))) >= 2:
        return "mail"
    return named or "text"
