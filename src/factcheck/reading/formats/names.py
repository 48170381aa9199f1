"""Names inside archives and mails, which are never trusted: shown to the person, and never used as paths."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 120  # code points of a name, from its end
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def safe_name(name: str) -> str:
    """Return a name to show: one line, without signs that turn its direction, without "..", drive or root."""
    tidy = _UNSAFE.sub("", unicodedata.normalize("NFC", name.replace("\\", "/")))
    parts = [part.strip() for part in tidy.split("/")]
    kept = "/".join(part for part in parts if part and part not in {".", ".."} and not part.endswith(":"))
    return kept[-_LONGEST:].lstrip("/")


def safe_ending(name: str) -> str:
    """Return the ending of a name in small letters (".html"), or ""; ".tar.gz" counts as one."""
    lower = name.lower()
    double = re.search(r"\.(?:tar|warc)\.(?:gz|bz2|xz)$", lower)
    found = double or _ENDING.search(lower)
    return found.group() if found else ""
