"""Scans: Tesseract reads them where it is installed, with the languages that it has."""

from __future__ import annotations

import os
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
# Where its installers put it on macOS and Windows, which programs with a window do not look in by themselves.
_PLACES = ("/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin", r"C:\Program Files\Tesseract-OCR")

_INSTALL = (
    "install Tesseract with the languages of your articles (Debian and Ubuntu: tesseract-ocr and tesseract-ocr-fas, "
    "-ara ...; macOS: brew install tesseract tesseract-lang; Windows: winget install UB-Mannheim.TesseractOCR), "
    "then check it again."
)
NEEDED = f"This is a scan and needs OCR; {_INSTALL}"
PAGES_NEEDED = f"These pages are scans and need OCR; {_INSTALL}"


def installed() -> bool:
    """Return whether Tesseract can be run here; one that is installed meanwhile is found."""
    return _program() is not None


def _program() -> str | None:
    return shutil.which("tesseract") or shutil.which("tesseract", path=os.pathsep.join(_PLACES))


@cache
def languages(program: str) -> tuple[str, ...]:
    """Return the languages that Tesseract has, by its names ("fas", "eng"), without its script and layout models."""
    told = _run(program, ["--list-langs"], b"").decode("utf-8", "replace").splitlines()[1:]
    return tuple(name for name in map(str.strip, told) if name and name not in {"osd", "equ"} and "/" not in name)


def read(picture: bytes) -> str:
    """Return the text on a picture (PNG, JPEG, TIFF, PNM ...). Raises UnreadableFileError."""
    program = _program()
    known = languages(program)[:_MOST] if program else ()
    if not program or not known:
        raise UnreadableFileError(NEEDED)
    return _run(program, ["stdin", "stdout", "-l", "+".join(known), "--dpi", str(DOTS)], picture).decode(
        "utf-8", "replace"
    )


def portable(bitmap: Any) -> bytes:
    """Return a grey bitmap of pypdfium2 as PGM, which needs no library to write."""
    if bitmap.width * bitmap.height > _LARGEST:
        raise UnreadableFileError("A scanned page is too large for OCR; export it again at a lower resolution.")
    buffer, stride = bytes(bitmap.buffer), bitmap.stride
    rows = (buffer[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def _run(program: str, arguments: Sequence[str], given: bytes) -> bytes:
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # files are read by several processes already
    try:
        done = subprocess.run(  # noqa: S603 - the program found above, with arguments of ours
            [program, *arguments], input=given, capture_output=True, timeout=_SECONDS, check=False, env=one_thread
        )
    except subprocess.TimeoutExpired:
        raise UnreadableFileError("OCR takes too long on this scan; export it again at a lower resolution.") from None
    except OSError as error:
        raise UnreadableFileError(f"Tesseract cannot be run ({error.strerror}); install it again.") from error
    if done.returncode:
        raise UnreadableFileError("Tesseract cannot read this picture; export the scan as PNG or PDF again.")
    return done.stdout or done.stderr
