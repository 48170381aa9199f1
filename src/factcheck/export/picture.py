"""The logo at the head of a report."""

from __future__ import annotations

import base64
import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 2_000_000  # bytes
_PICTURES = {b"\x89PNG\r\n": "png", b"\xff\xd8\xff": "jpeg", b"<svg": "svg+xml", b"<?xml": "svg+xml"}
# JPEG (ITU-T T.81, table B.1): a frame header, of any coding process, holds height and width.
_FRAME = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]..\x08(....)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; `kind` is "png", "jpeg" or "svg+xml", `width` and `height` are pixels, 0 where it has none."""

    kind: str
    data: bytes
    width: int
    height: int

    @property
    def address(self) -> str:
        """Return the picture as a data address, for HTML."""
        return f"data:image/{self.kind};base64,{base64.b64encode(self.data).decode()}"


def picture(path: Path) -> Picture:
    """Return the picture that a file holds. Raises ExportError if it cannot be read or is no PNG, JPEG or SVG."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ExportError(f"The logo {path.name} cannot be read. Choose another picture.") from error
    kind = next((kind for start, kind in _PICTURES.items() if data.lstrip().startswith(start)), None)
    if kind is None or len(data) > _LARGEST:
        raise ExportError(f"The logo {path.name} must be a PNG, JPEG or SVG file of at most 2 MB.")
    width = height = 0
    if kind == "png" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
    elif kind == "jpeg" and (frame := _FRAME.search(data)):
        height, width = struct.unpack(">HH", frame.group(1))
    return Picture(kind, data, width, height)
