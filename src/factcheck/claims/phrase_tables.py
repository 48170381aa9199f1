"""The phrases of scope of a language, by table: those of its file, CLDR's names of places, months and days."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import localedata

from factcheck.claims.compared import THAN, THAN_AFTER
from factcheck.claims.cutting import Cutter, unspaced
from factcheck.claims.figures import read_figures
from factcheck.claims.mentions import bounding
from factcheck.claims.phrases import Phrases, valued
from factcheck.language.folding import fold
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.language.sections import Pack

_NO_PHRASES = frozenset({"known", "endings", "linking", "adjectives", "verbal", "inner"})  # of a language file's places
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=32)
def phrases_of(tag: str) -> Phrases:
    """Return the phrases of scope of a language."""
    base = base_of(tag)
    return Phrases.restored(compiled("phrases", base, lambda: _build(pack(base)).stored()))


def _build(known: Pack) -> Phrases:
    tables = {
        name: {key: _with_figures(phrases, known.tag) for key, phrases in getattr(known, name).items()}
        for name in ("indicators", "subjects", "nouns", "groups")
    }
    tables["per"] = known.per
    tables |= {f"roles.{f.name}": {"": getattr(known.roles, f.name)} for f in fields(known.roles)}
    places = {f.name: getattr(known.places, f.name) for f in fields(known.places) if f.name not in _NO_PHRASES}
    tables |= {f"places.{name}": {"": words} for name, words in places.items()}
    tables |= {THAN: {"": known.dates.than}, THAN_AFTER: {"": known.dates.than_after}}
    tables["bounds"] = {"": tuple(_bounds(known))}
    tables["number"] = {"": known.text.number}
    tables["places.names"] = {"": known.places.names, **_names(known)}
    tables["places.ordinary"] = {"": (*known.places.ordinary, *_calendar(known))}
    text = known.text
    cutter = _cutter(known, tables)
    return Phrases(tables, text.clitics, text.suffixes, text.links, cutter, text.abbreviations, text.stems)


def _bounds(known: Pack) -> Iterator[str]:
    """Yield the phrases of bounds that hold a word of roles: "more than" is no comparison, "más de" no beginning."""
    roles, bounds = known.roles, known.bounds
    single = {fold(phrase) for phrase in (*roles.by, *roles.to, *roles.start) if " " not in phrase}
    for phrase in (*bounds.above, *bounds.below, *bounds.about):
        words = fold(phrase).split()
        if len(words) > 1 and not single.isdisjoint(words):
            yield phrase


def _with_figures(phrases: tuple[str, ...], tag: str) -> tuple[str, ...]:
    """Return phrases and, after those with numbers in digits, the same with them as articles have them: as figures."""
    made = []
    for phrase in phrases:
        made.append(phrase)
        written = phrase
        for figure in reversed(read_figures(phrase, tag) if _DIGIT.search(phrase) else ()):
            before, after = written[: figure.span.start], written[figure.span.end :]
            written = f"{before} {valued(figure)} {after}"
        made += [written] if written != phrase else []
    return tuple(made)


def _cutter(known: Pack, tables: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Cutter | None:
    """Return what cuts the text of a language whose words are not parted by spaces, None for all others."""
    phrases = (phrase for lexicon in tables.values() for many in lexicon.values() for phrase in many)
    words = {piece for phrase in (*phrases, *known.text.stop) for piece in fold(phrase).split()} | bounding(known)
    return Cutter(words, map(fold, known.text.particles)) if any(map(unspaced, words)) else None


def _calendar(known: Pack) -> Iterator[str]:
    """Yield the names of months and days: they follow the same prepositions as places ("in March")."""
    for names in known.dates.months.values():
        yield from names
    if known.tag != "und":
        yield from known.locale.months["format"]["wide"].values()
        yield from known.locale.days["format"]["wide"].values()


def _regional(tag: str) -> Iterator[tuple[str, str]]:
    """Yield territories with the names that only some countries of a language have for them: "Polónia", "Irão"."""
    usual = localedata.load(tag)["territories"]
    for identifier in localedata.locale_identifiers():
        if identifier.startswith(f"{tag}_"):
            named = localedata.load(identifier)["territories"]
            yield from ((code, name) for code, name in named.items() if name != usual.get(code))


def _names(known: Pack) -> dict[str, tuple[str, ...]]:
    """Return names of countries, cities that name time zones, and other well-known places, by English name.

    The language file has the last word: "Туле" is Tula there, not Thule.
    """
    made: dict[str, list[str]] = {}
    if known.tag != "und":
        english, local = pack("en").locale, known.locale
        for code, name in (*local.territories.items(), *_regional(known.tag)):
            if code.isalpha() and code not in {"ZZ", "XA", "XB", "EZ", "QO"}:
                plain = str(name).partition(" (")[0]  # "Myanmar (Burma)"
                made.setdefault(english.territories.get(code, name), []).extend(dict.fromkeys((name, plain)))
        countries = {fold(name) for names in made.values() for name in names}
        for zone, words in local.time_zones.items():
            if "city" in words and fold(words["city"]) not in countries:  # "تونس" is rather Tunisia than Tunis
                last = zone.rsplit("/", 1)[-1].replace("_", " ")
                made.setdefault(english.time_zones.get(zone, {}).get("city", last), []).append(words["city"])
    ours = {spelling: name for name, spellings in known.places.known.items() for spelling in spellings}
    for name, found in made.items():
        found[:] = [one for one in found if ours.get(one, name) == name]
    for name, spellings in known.places.known.items():
        made.setdefault(name, []).extend(spellings)
    return {name: tuple(spellings) for name, spellings in made.items() if spellings}
