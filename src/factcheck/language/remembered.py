"""What is worked out from all language files, remembered on disk: reading them takes seconds, this milliseconds."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable


def remembered(name: str, form: int, build: Callable[[], Any]) -> Any:
    """Return what `build` returns (plain JSON), built anew only after a change of the language files.

    `form` is raised with every change of what is built.
    """
    key = hashlib.sha256(f"{__version__} {form} {_state()}".encode()).hexdigest()[:16]
    path = cache_folder() / f"{name}-{key}.json"
    with contextlib.suppress(OSError, ValueError):
        return json.loads(path.read_text("utf-8"))
    made = json.dumps(build(), ensure_ascii=False)
    with contextlib.suppress(OSError):
        _replace(path, name, made)
    return json.loads(made)


def cache_folder() -> Path:
    """Return the user's folder for what can be worked out again; it need not exist."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("factcheck", appauthor=False))


@cache
def _state() -> str:
    """Return what changes with every change of a language file."""
    files = sorted(Path(str(path)) for path in resource("languages").glob("*.toml"))
    return " ".join(f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in files)


def _replace(path: Path, name: str, text: str) -> None:
    """Write a file, and remove what was remembered before."""
    write_whole(path, text)
    for old in path.parent.glob(f"{name}-*.json"):
        if old != path:
            old.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all; another process may read or write the same one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
