"""Scans: Tesseract reads them where it is installed, with the languages that it has."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Sequence

DOTS = 300  # an inch; what Tesseract's documentation asks for
_SECONDS = 60  # for a page
_MOST = 6  # languages at once; each makes it slower
_LARGEST = 60_000_000  # pixels

NEEDED = (
    "This is a scan and needs OCR; install Tesseract with the languages of your articles "
    "(Debian and Ubuntu: tesseract-ocr and tesseract-ocr-fas, -ara ...; Windows and macOS: see tesseract-ocr), "
    "then check it again."
)


@cache
def installed() -> bool:
    """Return whether Tesseract can be run here."""
    return shutil.which("tesseract") is not None


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that Tesseract has, by its names ("fas", "eng"), without its script and layout models."""
    told = _run(["--list-langs"], b"").decode("utf-8", "replace").splitlines()[1:]
    return tuple(name for name in map(str.strip, told) if name and name not in {"osd", "equ"} and "/" not in name)


def read(picture: bytes) -> str:
    """Return the text on a picture (PNG, JPEG, TIFF, PNM ...). Raises UnreadableFileError."""
    if not installed():
        raise UnreadableFileError(NEEDED)
    known = languages()[:_MOST]
    if not known:
        raise UnreadableFileError(NEEDED)
    return _run(["stdin", "stdout", "-l", "+".join(known), "--dpi", str(DOTS)], picture).decode("utf-8", "replace")


def portable(bitmap: Any) -> bytes:
    """Return a grey bitmap of pypdfium2 as PGM, which needs no library to write."""
    if bitmap.width * bitmap.height > _LARGEST:
        raise UnreadableFileError("A scanned page is too large for OCR; export it again at a lower resolution.")
    buffer, stride = bytes(bitmap.buffer), bitmap.stride
    rows = (buffer[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def _run(arguments: Sequence[str], given: bytes) -> bytes:
    program = shutil.which("tesseract")
    assert program is not None
    try:
        done = subprocess.run(  # noqa: S603 - the program found on the PATH, with arguments of ours
            [program, *arguments], input=given, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableFileError("OCR takes too long on this scan; export it again at a lower resolution.") from None
    except OSError as error:
        raise UnreadableFileError(f"Tesseract cannot be run ({error.strerror}); install it again.") from error
    if done.returncode:
        raise UnreadableFileError("Tesseract cannot read this picture; export the scan as PNG or PDF again.")
    return done.stdout or done.stderr
