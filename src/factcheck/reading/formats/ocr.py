"""Scans: Tesseract reads them where it is installed, with the languages that it has.

It is asked twice: with several languages, which tells the language, and with that one alone. Together they hurt one
another: Vietnamese loses its marks beside French, and Persian letters become Arabic ones.
"""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import time
from functools import cache
from typing import TYPE_CHECKING, Any

from babel.core import get_global

from factcheck.errors import UnreadableFileError
from factcheck.language.detection import UNKNOWN, detect, script_codes
from factcheck.language.packs import base_of, packs
from factcheck.reading.formats.pictures import size

if TYPE_CHECKING:
    from collections.abc import Sequence

DOTS = 300  # an inch; what Tesseract's documentation asks for
_SECONDS = 60.0  # for a page, however often Tesseract is asked; less than `process.SECONDS`
_MOST = 6  # languages at once; each makes it slower
_LARGEST = 60_000_000  # pixels
_LAYOUT = "osd"  # its model that tells script and direction
_OTHERS = frozenset({_LAYOUT, "equ"})  # models of no language
_CODE = 4  # letters of a script's code
_HAN = frozenset({"Hans", "Hant"})  # which Tesseract's layout model does not tell apart
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
def _models(program: str) -> tuple[str, ...]:
    told = _run(program, ["--list-langs"], b"").decode("utf-8", "replace").splitlines()[1:]
    return tuple(filter(None, map(str.strip, told)))


def languages(program: str) -> tuple[str, ...]:
    """Return the languages that Tesseract has, by its names ("fas", "chi_sim"), those that have a file here first."""
    names = [name for name in _models(program) if name not in _OTHERS and "/" not in name and "_vert" not in name]
    return tuple(sorted(names, key=lambda name: (_tag(name) not in packs(), name)))


def read(picture: bytes) -> str:
    """Return the text on a picture (PNG, JPEG, TIFF, PNM ...), turned upright. Raises UnreadableFileError."""
    program = _program()
    known = languages(program) if program else ()
    if not program or not known:
        raise UnreadableFileError(NEEDED)
    width, height = size(picture)
    if width * height > _LARGEST:
        raise UnreadableFileError("The picture is too large for OCR; save it at a lower resolution.")
    begun = time.monotonic()
    script = _script(program, picture) if len(known) > 1 else frozenset()
    likely = [name for name in known if _script_of(name) in script] or list(known)
    text = _text(program, picture, likely[:_MOST], _SECONDS - time.monotonic() + begun)
    language, left = detect(text), _SECONDS - time.monotonic() + begun
    own = [name for name in known if _tag(name) == language]
    if not own or own == likely or left < _SECONDS / 2:
        return text
    try:
        return _text(program, picture, own, left) or text
    except UnreadableFileError:  # it takes longer than there is time left
        return text


def _text(program: str, picture: bytes, names: Sequence[str], seconds: float) -> str:
    """Return the text on a picture as Tesseract reads it with some of its languages."""
    # 1: upright first, for which it needs a model; 3: as it is
    manner = "1" if _LAYOUT in _models(program) else "3"
    told = ["stdin", "stdout", "-l", "+".join(names), "--dpi", str(DOTS), "--psm", manner]
    return _run(program, told, picture, seconds).decode("utf-8", "replace")


def _script(program: str, picture: bytes) -> frozenset[str]:
    """Return the codes (ISO 15924) of the script on a picture, none where Tesseract cannot tell."""
    if _LAYOUT not in _models(program):
        return frozenset()
    try:
        found = _run(program, ["stdin", "stdout", "--psm", "0", "--dpi", str(DOTS)], picture, _SECONDS / 4)
    except UnreadableFileError:  # too few letters
        return frozenset()
    told = found.decode("utf-8", "replace").splitlines()
    name = next((line.partition(":")[2].strip() for line in told if line.startswith("Script:")), "")
    return script_codes().get(name.upper(), frozenset())


@cache
def _tag(name: str) -> str:
    """Return the tag of the language that Tesseract calls so: "zh" for "chi_sim", "sk" for "slk"."""
    code = name.partition("_")[0]
    return base_of(get_global("language_aliases").get(code, code))


@cache
def _script_of(name: str) -> str:
    """Return the code of the script that a language is written in: "Arab", of Chinese "Hani"; "" if it is not known."""
    said, tag = name.partition("_")[2], _tag(name)
    if len(said) == _CODE:
        return said.title()  # "srp_latn"
    subtags = get_global("likely_subtags").get(tag, "").split("_") if tag != UNKNOWN else []
    code = subtags[1] if len(subtags) > 1 else ""
    return "Hani" if code in _HAN else code


def scale(width: float, height: float) -> float:
    """Return by how much a page of a size in points is enlarged for OCR: to `DOTS` an inch, or as far as it may be."""
    return min(DOTS / 72, math.sqrt(_LARGEST / max(1.0, width * height)))


def portable(bitmap: Any) -> bytes:
    """Return a grey bitmap of pypdfium2 as PGM, which needs no library to write."""
    buffer, stride = bytes(bitmap.buffer), bitmap.stride
    rows = (buffer[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def _run(program: str, arguments: Sequence[str], given: bytes, seconds: float = _SECONDS) -> bytes:
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # files are read by several processes already
    try:
        done = subprocess.run(  # noqa: S603 - the program found above, with arguments of ours
            [program, *arguments], input=given, capture_output=True, timeout=seconds, check=False, env=one_thread
        )
    except subprocess.TimeoutExpired:
        raise UnreadableFileError("OCR takes too long on this scan; export it again at a lower resolution.") from None
    except OSError as error:
        raise UnreadableFileError(f"Tesseract cannot be run ({error.strerror}); install it again.") from error
    if done.returncode:
        raise UnreadableFileError("Tesseract cannot read this picture; export the scan as PNG or PDF again.")
    return done.stdout or done.stderr
