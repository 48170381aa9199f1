"""Language files read strictly into packs, and packs as plain data, so that they can be remembered."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from factcheck.language.alphabets import in_both
from factcheck.language.sections import Example, ExampleFigure, Pack
from factcheck.language.strict import hints, read_strictly

if TYPE_CHECKING:
    from pathlib import Path


def load(path: Path) -> Pack:
    """Return the pack that a language file holds, strictly read, in both alphabets of a language that has two.

    Raises LanguageFileError.
    """
    return in_both(read_strictly(Pack, path, tag=path.stem))


def stored(pack: Pack) -> dict[str, Any]:
    """Return a pack as dicts and tuples, sections as the tuples of their values, for `restored`."""
    return {each.name: _plain(getattr(pack, each.name)) for each in fields(pack)}


def restored(data: dict[str, Any]) -> Pack:
    """Return the pack that was stored; what is not given is empty."""
    kinds = hints(Pack)
    examples = (Example(text, tuple(ExampleFigure(*one) for one in found)) for text, found in data.get("examples", ()))
    made = {name: kinds[name](*part) if is_dataclass(kinds[name]) else part for name, part in data.items()}
    return Pack(**{**made, "examples": tuple(examples)})


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return tuple(_plain(getattr(value, each.name)) for each in fields(value))
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value
