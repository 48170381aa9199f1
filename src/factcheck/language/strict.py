"""TOML files read strictly into dataclasses: an unknown or missing key, or a value of another type, is an error."""

from __future__ import annotations

import tomllib
import types
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from factcheck.errors import LanguageFileError

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


def read_strictly(kind: type[T], path: Path, **given: str) -> T:
    """Return the dataclass that a TOML file holds; `given` are fields that the file need not name.

    Raises LanguageFileError, which names file and key, if the file is no TOML or does not fit the dataclass.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LanguageFileError(f"{path.name}: not valid TOML: {error}") from error
    made = _build(kind, {**given, **table}, path.name, "")
    assert isinstance(made, kind)
    return made


@cache
def hints(cls: type) -> dict[str, Any]:
    """Return the types of a dataclass's fields by their names."""
    return get_type_hints(cls)


def _build(kind: Any, value: Any, file: str, key: str) -> object:
    """Return `value` as the annotated type `kind`. Raises LanguageFileError with file and key."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        assert isinstance(kind, type)
        if not isinstance(value, dict):
            raise LanguageFileError(f"{file}: [{key}] must be a table")
        known = {f.name: f for f in fields(kind)}
        for name in value:
            if name not in known:
                raise LanguageFileError(f"{file}: unknown key {key + '.' if key else ''}{name}")
        for name, one in known.items():
            if name not in value and one.default is MISSING and one.default_factory is MISSING:
                raise LanguageFileError(f"{file}: missing key {key + '.' if key else ''}{name}")
        types_of = hints(kind)
        return kind(**{n: _build(types_of[n], v, file, f"{key}.{n}" if key else n) for n, v in value.items()})
    if origin is tuple:
        if not isinstance(value, list):
            raise LanguageFileError(f"{file}: {key} must be a list")
        return tuple(_build(arguments[0], v, file, f"{key}[{i}]") for i, v in enumerate(value))
    if origin is dict:
        if not isinstance(value, dict):
            raise LanguageFileError(f"{file}: {key} must be a table")
        return {str(k): _build(arguments[1], v, file, f"{key}.{k}") for k, v in value.items()}
    allowed = tuple(a for a in arguments if a is not type(None)) if origin in {Union, types.UnionType} else (kind,)
    accepted = (*allowed, int) if float in allowed else allowed
    if isinstance(value, bool) or not isinstance(value, accepted):
        raise LanguageFileError(f"{file}: {key} must be {' or '.join(a.__name__ for a in allowed)}")
    return value
