"""What figures can be about: the ids of `resources/indicators.toml`, and which figures each takes."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from factcheck.errors import LanguageFileError
from factcheck.language.remembered import NO_LANGUAGE, compiled
from factcheck.model import Kind, Quantity
from factcheck.resources import resource

_KINDS = frozenset({"count", "percent", "money", "multiple", "area", "concentr", "digital", "duration", "energy",
                    "length", "mass", "power", "speed", "temperature", "volume", "pressure", "any"})  # fmt: skip
_FLAGS = ("rate", "near", "stock", "mean", "falls")
_NAMES = ("share", "same", "growth", "lost", "per", "whole")
EACH = "each"  # of [per]: a noun follows, and the figure is one per that


class Indicator(NamedTuple):
    """An indicator.

    `kinds` are the figures that it takes as a level (`kind_of`); `noun` is what is counted, where the text does not
    say; `share` the indicator that a percentage of it means ("poor households" -> "poverty rate"); `rate` tells that
    it is itself a change in per cent (inflation), `near` that its words mean other things too, `stock` that it counts
    what is there, so that words of what happened to it win; `of` are the sorts of subjects that narrow it ("product":
    "rice output"). `same` is another id that is said instead of it; `mean` tells that it is an average of counts;
    `growth` is the indicator that a change of it in per cent states, `lost` the one of so many fewer of it; `falls`
    tells that it moves by itself ("30 mm of rain fell"); `per` is what it is always told of, and `whole` the indicator
    of all of it (3 tonnes "per hectare" are a yield, 3,000,000 are output).
    """

    id: str
    kinds: frozenset[str]
    noun: str | None = None
    share: str | None = None
    rate: bool = False
    near: bool = False
    stock: bool = False
    same: str | None = None
    of: frozenset[str] = frozenset()
    mean: bool = False
    growth: str | None = None
    lost: str | None = None
    falls: bool = False
    per: str | None = None
    whole: str | None = None


class Catalogue(NamedTuple):
    """All ids: indicators by id, subjects with their sort ("rice" -> "product"), nouns, groups, and per."""

    indicators: dict[str, Indicator]
    subjects: dict[str, str]
    nouns: frozenset[str]
    groups: frozenset[str]
    per: frozenset[str]
    persons: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()

    def base(self, name: str | None) -> Indicator | None:
        """Return the indicator that an id names, with or without a subject ("rice output": output)."""
        words = (name or "").split()
        ends = (" ".join(words[start:]) for start in range(len(words)))
        return next((self.indicators[end] for end in ends if end in self.indicators), None)

    def counts(self, indicator: Indicator, noun: str) -> bool:
        """Return whether an indicator may count something: "deaths" people, of whatever sort, but not houses."""
        alike = self.persons, self.homes
        if indicator.noun == noun or any(noun in sort and indicator.noun in sort for sort in alike):
            return True
        return indicator.noun is None and noun not in self.areas | self.persons


def kind_of(quantity: Quantity, kind: Kind) -> str:
    """Return the kind of a figure as indicators name it: "count", "percent", "money", "mass" ..."""
    if kind is Kind.MEASURE and quantity.unit:
        return quantity.unit.split("-")[0]
    return kind.value


@cache
def catalogue() -> Catalogue:
    """Return what `resources/indicators.toml` lists. Raises LanguageFileError if it is wrong."""
    name = "indicators.toml"
    data = compiled("indicators", NO_LANGUAGE, lambda: _listed(name))
    for key in data:
        if key not in {"indicators", "subjects", "nouns", "groups", "per"}:
            raise LanguageFileError(f"{name}: unknown table [{key}]")
    subjects = {one: sort for sort, many in data.get("subjects", {}).items() for one in many}
    sorts = frozenset(data.get("subjects", {}))
    nouns = frozenset(data.get("nouns", {}).get("ids", ()))
    indicators = {key: _indicator(key, value, sorts, nouns) for key, value in data.get("indicators", {}).items()}
    for one in indicators.values():
        named = {"share": one.share, "same": one.same, "growth": one.growth, "lost": one.lost, "whole": one.whole}
        for key, other in named.items():
            if other is not None and other not in indicators:
                raise LanguageFileError(f"{name}: indicators.{one.id}.{key}: no indicator {other!r}")
    groups = frozenset(data.get("groups", {}).get("ids", ()))
    sorted_nouns = data.get("nouns", {})
    persons, areas, bases, homes = (
        frozenset(sorted_nouns.get(key, ())) for key in ("persons", "areas", "bases", "homes")
    )
    per = frozenset(data.get("per", {}).get("ids", ()))
    sectors = frozenset(data.get("groups", {}).get("sectors", ()))
    return Catalogue(indicators, subjects, nouns, groups, per, persons, areas, bases, homes, sectors)


@cache
def growing() -> frozenset[str]:
    """Return the ids of indicators of which a change in per cent is another indicator."""
    return frozenset(name for name, one in catalogue().indicators.items() if one.growth)


@cache
def rates() -> frozenset[str]:
    """Return the ids of indicators that are themselves changes in per cent."""
    return frozenset(name for name, one in catalogue().indicators.items() if one.rate)


def _listed(name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(resource(name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageFileError(f"{name}: not valid TOML: {error}") from error


def _indicator(key: str, value: dict[str, Any], sorts: frozenset[str], nouns: frozenset[str]) -> Indicator:
    known = {"kinds": _KINDS, "of": sorts, "noun": nouns}
    for name, given in value.items():
        if name not in {*known, *_FLAGS, *_NAMES}:
            raise LanguageFileError(f"indicators.toml: unknown key indicators.{key}.{name}")
        for one in () if name not in known else [given] if isinstance(given, str) else given:
            if one not in known[name]:
                raise LanguageFileError(f"indicators.toml: indicators.{key}.{name}: unknown {one!r}")
    kinds = frozenset(value.get("kinds", ()))
    said: dict[str, Any] = {name: value.get(name) is True for name in _FLAGS}
    said |= {name: value.get(name) for name in _NAMES}
    return Indicator(key, kinds, noun=value.get("noun"), of=frozenset(value.get("of", ())), **said)
