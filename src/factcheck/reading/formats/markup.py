"""Bytes of HTML and XML become trees, without loading anything that they name."""

from __future__ import annotations

import codecs
import re
from typing import Any

from lxml import etree, html

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats.limits import PAGE, check_size
from factcheck.reading.formats.text import decode

# The names that the Encoding Standard of the WHATWG gives to another encoding than Python does.
_RENAMED = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "x-sjis": "cp932", "shift_jis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "windows-31j": "cp932",
    "big5": "big5hkscs", "x-user-defined": "cp1252", "unicode": "utf-16", "iso-8859-8-i": "iso8859_8",
}  # fmt: skip
# Python knows others ("punycode", "unicode_escape") that no page is in.
_FAMILIES = ("utf", "iso8859", "cp", "koi8", "mac", "gb", "big5", "euc", "shift", "iso2022", "hz", "johab", "tis")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{1,40})", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_LONE = re.compile(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]")
_HEAD = 4096  # bytes at the beginning in which a page says its encoding; browsers look at 1024


def unicode_of(data: bytes, encoding: str | None = None) -> str:
    """Return the text of a page: by its byte order mark, `encoding` (of the mail or server), its own word, a guess.

    A declaration that the bytes contradict is not believed. Raises UnreadableFileError.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    declared = _XML_DECLARED.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    named = [encoding, declared[1].decode("ascii", "replace") if declared else None]
    for name in (*named, "utf-8"):
        if name and (text := _try(data, name.strip().lower())) is not None:
            return text
    try:
        return decode(data)
    except UnreadableFileError:
        if any(named):  # a page that is nearly what it says is better read with a few holes than not at all
            text = data.decode(_python_name(next(filter(None, named)).strip().lower()) or "utf-8", "replace")
            if text.count("\ufffd") <= max(2, len(text) / 500):
                return text
        raise


def html_tree(text: str) -> Any:
    """Return the tree of a page, or raise UnreadableFileError if there is nothing in it."""
    check_size(len(text), PAGE)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    data = _LONE.sub(" ", _XML_HEAD.sub("", text)).encode("utf-8")
    try:
        tree = html.document_fromstring(data, parser=parser) if data.strip() else None
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFileError("The page is empty or damaged; save it again from the browser.") from error
    if tree is None:
        raise UnreadableFileError("The page is empty; save it again from the browser.")
    return tree


def xml_tree(data: bytes, what: str) -> Any:
    """Return the root of XML of a few megabytes; entities, DTDs and links stay unread. Raises UnreadableFileError."""
    check_size(len(data), PAGE)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFileError(f"The {what} is damaged; open it in its program and save it again.") from error


def _python_name(name: str) -> str | None:
    try:
        known = codecs.lookup(_RENAMED.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return known if known.startswith(_FAMILIES) else None


def _try(data: bytes, name: str) -> str | None:
    known = _python_name(name)
    if known is None or (known.startswith("utf-16") and b"\x00" not in data[:_HEAD]):
        return None
    try:
        return data.decode(known)
    except (UnicodeError, LookupError):
        return None
