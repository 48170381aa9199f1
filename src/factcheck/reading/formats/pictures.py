"""How large a picture is, by its first bytes: a small file may unpack to more than memory holds."""

from __future__ import annotations

_PNG = b"\x89PNG\r\n\x1a\n"
_TIFF = {b"II*\x00": "little", b"MM\x00*": "big"}
_TIFF_SIZES = {256: 0, 257: 1}  # tags of width and height (TIFF 6.0, section 8)
_SHORT, _ENTRY = 3, 12  # the type of a number of two bytes, and the bytes of an entry of a directory
# Markers of JPEG frames (ITU-T T.81, table B.1): C0 to CF but for tables (C4, CC) and an extension (C8).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length behind them
_FILL = 0xFF  # of which any number may stand before a marker (B.1.1.2)


def size(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG, JPEG, GIF, BMP, WebP or TIFF in pixels; (0, 0) where they cannot be told."""
    if data.startswith(_PNG):
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if data.startswith(b"GIF8"):
        return _two(data[6:10], 2)
    if data.startswith(b"BM"):
        width, height = _two(data[18:26], 4, signed=True)
        return abs(width), abs(height)  # a height below nought says which row comes first
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    return _tiff(data) if data[:4] in _TIFF else (0, 0)


def _two(data: bytes, length: int, *, signed: bool = False) -> tuple[int, int]:
    """Return two numbers of so many bytes, the lowest first."""
    first, second = data[:length], data[length : 2 * length]
    return int.from_bytes(first, "little", signed=signed), int.from_bytes(second, "little", signed=signed)


def _webp(data: bytes) -> tuple[int, int]:
    """Return the size of a WebP (RFC 9649): extended, lossless, lossy."""
    if data[12:16] == b"VP8X":
        width, height = _two(data[24:30], 3)
        return width + 1, height + 1
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = _two(data[26:30], 2)
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(data: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 <= len(data) and data[place] == _FILL:
        marker = data[place + 1]
        if marker in _FRAMES:
            return int.from_bytes(data[place + 7 : place + 9]), int.from_bytes(data[place + 5 : place + 7])
        if marker == _FILL:
            place += 1
            continue
        place += 2 if marker in _ALONE else 2 + int.from_bytes(data[place + 2 : place + 4])
    return 0, 0


def _tiff(data: bytes) -> tuple[int, int]:
    """Return the size of the first picture of a TIFF."""
    order = _TIFF[data[:4]]

    def number(place: int, length: int) -> int:
        return int.from_bytes(data[place : place + length], "little" if order == "little" else "big")

    found = [0, 0]
    directory = number(4, 4)
    for entry in range(min(number(directory, 2), 64)):
        place = directory + 2 + _ENTRY * entry
        if (at := _TIFF_SIZES.get(number(place, 2))) is not None:
            found[at] = number(place + 8, 2 if number(place + 2, 2) == _SHORT else 4)
    return found[0], found[1]
