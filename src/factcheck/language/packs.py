"""Language packs: what a language file says, over what CLDR knows (through Babel).

A pack is pure data; its sections and their keys are in `sections.py`. The rooms that use a section compile it for
themselves, and what they make is remembered (`remembered.py`), so that a pack itself is seldom needed. The loader is
strict: an unknown section or key, or a value of another type, is a `LanguageFileError` that names file and key.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.language.remembered import compiled
from factcheck.resources import resource

if TYPE_CHECKING:
    from factcheck.language.sections import Pack


@cache
def packs() -> tuple[str, ...]:
    """Return the tags that have a language file, sorted."""
    return tuple(sorted(path.stem for path in resource("languages").glob("*.toml")))


@cache
def pack(tag: str) -> Pack:
    """Return the pack of a language: its file, or CLDR alone where there is none ("pt-BR" falls back to "pt").

    Raises LanguageFileError if the file is wrong.
    """
    from factcheck.language import loading  # with the sections, for which few have a use where all is remembered

    base = base_of(tag)
    if base not in packs():
        return loading.restored({"tag": base})
    file = resource("languages") / f"{base}.toml"
    return loading.restored(compiled("pack", base, lambda: loading.stored(loading.load(file))))


@cache
def base_of(tag: str) -> str:
    """Return the tag of the pack that a language has: "pt" for "pt-BR", "und" for what CLDR does not know."""
    base = _named(tag.replace("_", "-").split("-")[0].lower())
    if base in packs():
        return base
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(base)
    except ValueError:
        return "en" if base == "und" else "und"
    except (LookupError, UnknownLocaleError):
        return "und"
    return base


def _named(base: str) -> str:
    """Return the tag under which the language has its file, if it has one under another tag ("nb": "no")."""
    if base in packs():
        return base
    from babel.core import get_global

    aliases, parents = get_global("language_aliases"), get_global("parent_exceptions")
    others = [parents.get(base), aliases.get(base), *(old for old, new in aliases.items() if new == base)]
    return next((other for other in others if other in packs()), base)


_NEEDED = (
    "numbers.scales", "numbers.times", "numbers.fractions", "numbers.games", "numbers.phones", "units.percent",
    "units.points", "units.money", "units.measures", "bounds.above", "bounds.below", "bounds.about", "bounds.between",
    "bounds.to", "dates.year", "dates.since", "dates.until", "dates.clock", "dates.relative", "dates.names", "roles.up",
    "roles.down", "roles.target", "per", "places.before", "indicators", "nouns", "groups", "text.stop",
    "boilerplate.lines", "examples",
)  # fmt: skip


def missing(tag: str) -> list[str]:
    """Return what a language still lacks, as keys of its file in the file's order; all of them if it has no file.

    Only what every language is expected to have is asked for; an empty list does not say that nothing can be better.
    """
    found = pack(tag)

    def value(key: str) -> Any:
        part: Any = found
        for name in key.split("."):
            part = getattr(part, name)
        return part

    return [key for key in _NEEDED if not value(key)]
