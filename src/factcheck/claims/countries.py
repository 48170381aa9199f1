"""CLDR's countries and groups of them by their English names, and in which country alone a language is official."""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.packs import pack
from factcheck.language.remembered import NO_LANGUAGE, compiled

_GROUPS = frozenset({"EU", "EZ", "UN"})  # CLDR's territories of type "grouping" that have letters for a code


@lru_cache(maxsize=1)
def regions() -> frozenset[str]:
    """Return CLDR's English names of what countries are parts of: the world, continents, unions."""

    def build() -> list[str]:
        named = pack("en").locale.territories.items()
        return [name for code, name in named if not code.isalpha() or code in _GROUPS]

    return frozenset(compiled("regions", NO_LANGUAGE, build))


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Return CLDR's English names of countries, which stand for them in whatever language."""
    return frozenset(compiled("countries", NO_LANGUAGE, lambda: [name for name, _ in _territories()]))


def country_of(tag: str) -> str | None:
    """Return the one country where a language is official, None if there are several."""
    return _only_countries().get(tag)


@lru_cache(maxsize=1)
def _only_countries() -> dict[str, str]:
    """Return the country of each language that is official in just one."""

    def build() -> dict[str, str]:
        from babel.languages import get_official_languages

        found: dict[str, list[str]] = {}
        for name, code in _territories():
            for tag in get_official_languages(code, de_facto=True) if len(code) == 2 else ():
                found.setdefault(tag, []).append(name)
        return {tag: names[0] for tag, names in found.items() if len(names) == 1}

    return dict(compiled("only-countries", NO_LANGUAGE, build))


def _territories() -> list[tuple[str, str]]:
    """Return CLDR's English names of territories, and their codes."""
    return [(name, code) for code, name in pack("en").locale.territories.items() if code.isalpha()]
