"""Which format a file has, as far as it is not text."""

from __future__ import annotations

# The first bytes of a file -> its format, in words for the person.
_BEGINNINGS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "zipped"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x1f\x8b", "compressed"),
    (b"Rar!", "compressed"),
    (b"7z\xbc\xaf\x27\x1c", "compressed"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"SQLite format 3", "database"),
)

_ENDINGS = {
    "PDF": (".pdf",),
    "Word": (".docx", ".doc", ".docm", ".dotx"),
    "OpenDocument": (".odt", ".ods", ".odp", ".fodt"),
    "RTF": (".rtf",),
    "web page": (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive"),
    "e-book": (".epub", ".mobi", ".azw3"),
    "spreadsheet": (".xlsx", ".xls", ".csv", ".tsv", ".numbers"),
    "presentation": (".pptx", ".ppt", ".key"),
    "Pages": (".pages",),
    "mail": (".eml", ".msg", ".mbox"),
    "data": (".json", ".jsonl", ".xml", ".yaml", ".yml", ".parquet", ".sql"),
    "subtitle": (".srt", ".vtt"),
    "picture": (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".svg"),
    "sound or film": (".mp3", ".wav", ".ogg", ".m4a", ".mp4", ".mov", ".avi", ".mkv", ".webm"),
    "compressed": (".zip", ".gz", ".tar", ".rar", ".7z", ".bz2", ".xz"),
}  # fmt: skip
_BY_ENDING = {ending: name for name, endings in _ENDINGS.items() for ending in endings}


def other_format(data: bytes, ending: str) -> str | None:
    """Return the name of a file's format if it is not text, by its name's ending (".pdf") and its first bytes."""
    by_ending = _BY_ENDING.get(ending.lower())
    for beginning, name in _BEGINNINGS:
        if data.startswith(beginning):
            return by_ending or name
    begin = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "web page" if begin.startswith((b"<!doctype html", b"<html")) else by_ending
