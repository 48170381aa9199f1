"""What is worked out from the language files, remembered on disk: reading them takes seconds, this milliseconds."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import marshal
import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_CODE = ("language", "claims", "reading")  # rooms whose modules work out what `compiled` keeps
_SOURCES = ("babel", "unicode_rbnf")  # packages whose data goes into it
_DIGEST = 32  # bytes before the content, its SHA-256


def remembered(name: str, form: int, build: Callable[[], Any]) -> Any:
    """Return what `build` returns (plain JSON), built anew only after a change of the language files.

    `form` is raised with every change of what is built.
    """
    key = _short(f"{__version__} {form} {_languages()}")
    path = cache_folder() / f"{name}-{_place()}-{key}.json"
    with contextlib.suppress(OSError, ValueError):
        return json.loads(path.read_text("utf-8"))
    made = json.dumps(build(), ensure_ascii=False)
    with contextlib.suppress(OSError):
        _replace(path, f"{name}-{_place()}-*.json", made.encode())
    return json.loads(made)


def compiled(name: str, tag: str, build: Callable[[], Any]) -> Any:
    """Return what `build` returns for a language: nested dicts, lists, tuples, sets, strings and numbers.

    It is built anew after any change of the language's file (of all of them where `tag` is ""), of the other resources,
    of the code, of Python or of the packages whose data it uses. What is read back is compared with its digest before
    it is unpacked, and no code of it is ever run.
    """
    key = _short(f"{__version__} {sys.implementation.cache_tag} {sys.hexversion} {_code()} {_languages(tag)}")
    path = cache_folder() / f"{name}-{tag or 'all'}-{_place()}-{key}.bin"
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        return _unpacked(path.read_bytes())
    content = marshal.dumps(build())
    with contextlib.suppress(OSError):
        old = f"{name}-{tag or 'all'}-{_place()}-*.bin"
        _replace(path, old, hashlib.sha256(content).digest() + content)
    return marshal.loads(content)  # noqa: S302  our own, just made


def _unpacked(data: bytes) -> Any:
    """Return what a file holds. Raises ValueError if it is not what was written."""
    content = memoryview(data)[_DIGEST:]
    if hashlib.sha256(content).digest() != data[:_DIGEST]:
        raise ValueError("damaged")
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand new objects, none of them garbage
    try:
        return marshal.loads(content)  # noqa: S302  data only, whole as its digest tells
    finally:
        if collecting:
            gc.freeze()  # nor ever will be: they last as long as the program
            gc.enable()


def cache_folder() -> Path:
    """Return the user's folder for what can be worked out again; it need not exist."""
    return _cache_folder(os.environ.get("XDG_CACHE_HOME"))


@cache
def _cache_folder(_setting: str | None) -> Path:
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("factcheck", appauthor=False))


@cache
def _place() -> str:
    """Return what tells this installation from others that share the folder."""
    return _short(str(resource("languages")))[:8]


@cache
def _languages(tag: str = "") -> str:
    """Return what changes with every change of a language's file; of any one where no tag is given."""
    return _facts(resource("languages").glob(f"{tag or '*'}.toml"))


@cache
def _code() -> str:
    """Return what changes with the code that works things out, and with what else it reads."""
    rooms = (path for room in _CODE for path in Path(__file__).parent.parent.joinpath(room).glob("*.py"))
    return _facts([*rooms, *resource("languages").parent.glob("*.toml"), *_packages()])


def _packages() -> Iterator[Path]:
    for name in _SOURCES:
        found = find_spec(name)
        if found is not None and found.origin:
            yield Path(found.origin)


def _facts(paths: Iterable[Path]) -> str:
    return " ".join(f"{path.name}:{(s := path.stat()).st_size}:{s.st_mtime_ns}" for path in sorted(paths))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _replace(path: Path, old: str, content: bytes) -> None:
    """Write a file, and remove what was remembered before."""
    write_whole(path, content)
    for other in path.parent.glob(old):
        if other != path:
            other.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; another process may read or write the same one. Raises OSError."""
    import tempfile  # with the packers of archives under it, which nobody needs who only reads

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
