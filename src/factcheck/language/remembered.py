"""What is worked out from the language files, remembered on disk: reading them takes seconds, this milliseconds.

Each installation has a folder of its own in the user's cache, in which what is new takes the place of what was; one
that nobody has used for a month is removed by any other.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import marshal
import os
import sys
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factcheck import __version__
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ALL_LANGUAGES: Final = "all"  # said in place of a language
NO_LANGUAGE: Final = "none"

_ROOMS = (".", "language", "claims", "matching", "reading", "reading/formats", "search")  # whose code it is
_SOURCES = ("babel", "py3langid", "unicode_rbnf")  # packages whose data goes into it
_DIGEST = 32  # bytes before the content, its SHA-256
_DAY = 24 * 60 * 60  # seconds
_UNUSED = 30 * _DAY


def compiled(name: str, tag: str, build: Callable[[], Any]) -> Any:
    """Return what `build` returns for a language: nested dicts, lists, tuples, sets, strings, bytes and numbers.

    It is built anew after any change of the language's file (all of them or none where `tag` is `ALL_LANGUAGES` or
    `NO_LANGUAGE`), of the other resources, of the code, of Python or of the packages whose data it uses. What is read
    back is compared with its digest before it is unpacked, and no code of it is ever run.
    """
    path = path_of(name, tag, "bin")
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError), open(path, "rb") as file:  # noqa: PTH123  fast
        return _unpacked(file.read())
    content = marshal.dumps(build())
    with contextlib.suppress(OSError):
        keep(path, f"{name}-{tag}-*.bin", hashlib.sha256(content).digest() + content)
    return marshal.loads(content)  # noqa: S302  our own, just made


def made_sure(name: str, tag: str, build: Callable[[], Any]) -> None:
    """Have kept what `compiled` returns for the same: it may take a hundred megabytes, and is not wanted yet."""
    if not os.path.exists(path_of(name, tag, "bin")):  # noqa: PTH110 - it is text
        compiled(name, tag, build)


def _unpacked(data: bytes) -> Any:
    """Return what a file holds. Raises ValueError if it is not what was written."""
    content = memoryview(data)[_DIGEST:]
    if hashlib.sha256(content).digest() != data[:_DIGEST]:
        raise ValueError("damaged")
    collecting = gc.isenabled()
    gc.disable()  # thousands of new objects, none of them garbage
    try:
        return marshal.loads(content)  # noqa: S302  data only, whole as its digest tells
    finally:
        if collecting:
            gc.enable()


def path_of(name: str, tag: str, ending: str) -> str:
    """Return where something is kept as long as nothing changes that `compiled` minds."""
    return f"{_folder(os.environ.get('XDG_CACHE_HOME'))}{os.sep}{name}-{tag}-{_key(tag)}.{ending}"


def keep(file: str, former: str, content: bytes, *, lasting: bool = False) -> None:
    """Write a file whole or not at all, and remove those that have a name like `former` beside it. Raises OSError.

    Another process may read or write the same one. If `lasting`, it is whole after a power cut too.
    """
    import tempfile  # with the packers of archives under it, which nobody needs who only reads

    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            if lasting:
                opened.flush()
                os.fsync(opened.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    for other in path.parent.glob(former):
        if other != path:
            other.unlink(missing_ok=True)


@cache
def _folder(setting: str | None) -> str:
    """Return the folder of this installation as text; `setting` is where Linux is told to keep caches."""
    every = _cache_folder(setting)
    own = every / f"{sys.implementation.cache_tag}-{_short(str(resource('languages')))[:8]}"
    with contextlib.suppress(OSError):
        now = time.time()
        if own.stat().st_mtime < now - _DAY:
            os.utime(own)  # it is used
            _tidy(every, "*", now - _UNUSED)
            _tidy(own, ".*", now - _DAY)  # what somebody was writing as he ended
    return str(own)


def _cache_folder(setting: str | None) -> Path:
    if sys.platform != "linux":
        from platformdirs import user_cache_dir

        return Path(user_cache_dir("factcheck", appauthor=False))
    # what platformdirs says, which takes longer to import than all this
    try:
        return Path(setting if setting and setting.strip() else "~/.cache").expanduser() / "factcheck"
    except RuntimeError:  # who runs this has no home; nothing can be kept there
        return Path(os.devnull)


def _tidy(folder: Path, names: str, before: float) -> None:
    """Remove what has such a name and was last used before a time."""
    from shutil import rmtree

    for one in list(folder.glob(names)):
        if one.stat().st_mtime < before:
            if one.is_dir() and not one.is_symlink():
                rmtree(one, ignore_errors=True)
            else:
                one.unlink(missing_ok=True)


@cache
def _key(tag: str) -> str:
    """Return what changes with everything that what is worked out for a language depends on."""
    files = _languages()
    own = "" if tag == NO_LANGUAGE else " ".join(files.values()) if tag == ALL_LANGUAGES else files.get(tag, "")
    return _short(f"{__version__} {sys.hexversion} {_code()} {own}")


@cache
def _languages() -> dict[str, str]:
    """Return what changes with each language's file, by its tag."""
    return dict(_facts(resource("languages"), ".toml"))


@cache
def _code() -> str:
    """Return what changes with the code that works things out, and with what else it reads."""
    code = Path(__file__).parent.parent
    places = [(code / room, ".py") for room in _ROOMS] + [(resource("languages").parent, ".toml"), *_packages()]
    return " ".join(fact for place, ending in places for _, fact in _facts(place, ending))


def _packages() -> Iterator[tuple[Path, str]]:
    for name in _SOURCES:
        found = find_spec(name)
        if found is not None and found.origin:
            yield Path(found.origin).parent, "__init__.py"


def _facts(place: Path, ending: str) -> Iterable[tuple[str, str]]:
    """Return names without their ending and what changes with the file, of a folder's files with an ending, sorted."""
    with os.scandir(place) as entries:
        return sorted(
            (entry.name.removesuffix(ending), f"{entry.name}:{(s := entry.stat()).st_size}:{s.st_mtime_ns}")
            for entry in entries if entry.name.endswith(ending)
        )  # fmt: skip


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
