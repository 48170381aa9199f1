"""The encodings of text files older than Unicode: which are looked for, and two that Python does not have.

VISCII (RFC 1456) and TCVN 5712-1 were the usual ones of Vietnamese newsrooms before Unicode.
"""

from __future__ import annotations

from locale import locale_alias

# What is tried on a file that is not Unicode; where two give the same text, the first is taken.
LEGACY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "viscii", "tcvn"),
    *("koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9", "iso8859_15"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp874"),
)

_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)

_TCVN_LOW = {
    0x01: "Ú",
    0x02: "Ụ",
    0x04: "Ừ",
    0x05: "Ử",
    0x06: "Ữ",
    0x11: "Ứ",
    0x12: "Ự",
    0x13: "Ỳ",
    0x14: "Ỷ",
    0x15: "Ỹ",
    0x16: "Ý",
    0x17: "Ỵ",
}
_TCVN = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)


def _table(low: dict[int, str], high: str) -> str:
    """Return the 256 characters of an encoding that has ASCII but for a few control codes."""
    return "".join(low.get(code, chr(code)) for code in range(128)) + high


_TABLES = {"viscii": _table(_VISCII_LOW, _VISCII), "tcvn": _table(_TCVN_LOW, _TCVN)}


def decode(data: bytes, encoding: str) -> str:
    """Return the text of bytes in an encoding of `LEGACY` or Python. Raises UnicodeDecodeError."""
    table = _TABLES.get(encoding)
    return data.decode("latin-1").translate(dict(enumerate(table))) if table else data.decode(encoding)


# The standard's name for an alphabet -> the encodings that newsrooms used for it, the most usual first.
_FAMILIES = {
    "ISO8859-1": ("cp1252", "iso8859_15"),
    "ISO8859-2": ("cp1250", "iso8859_2"),
    "ISO8859-5": ("cp1251", "koi8_r", "iso8859_5"),
    "ISO8859-6": ("cp1256", "iso8859_6"),
    "ISO8859-7": ("cp1253", "iso8859_7"),
    "ISO8859-8": ("cp1255", "iso8859_8"),
    "ISO8859-9": ("cp1254", "iso8859_9"),
    "ISO8859-13": ("cp1257",),
}


def usual(tag: str) -> tuple[str, ...]:
    """Return the encodings that were usual for a language, by Python's table of locales; none if it is not in it."""
    return _FAMILIES.get(locale_alias.get(tag, "").partition(".")[2].partition("@")[0], ())
