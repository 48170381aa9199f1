"""Conditions on figures: value:4..6 unit:percent about:"poverty rate" place:Hanoi period:2023 role:target is:flagged.

Names are understood in every language that has a language file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, cast

from factcheck.errors import QueryError
from factcheck.language.folding import fold
from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled, made_sure
from factcheck.model import FigureFilter, Period, Relation, Role, Verdict
from factcheck.search.analysis import figure, words_to_find
from factcheck.search.days import days
from factcheck.search.tree import Condition, Figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FIELDS = ("value", "unit", "about", "place", "period", "role", "is")

_FLAGS: dict[str, FigureFilter] = {
    "flagged": FigureFilter(relations=frozenset({Relation.DIFFER})),
    "check": FigureFilter(relations=frozenset({Relation.CHECK})),
    "agrees": FigureFilter(relations=frozenset({Relation.AGREE})),
    "confirmed": FigureFilter(verdicts=frozenset({Verdict.CONFIRMED})),
    "dismissed": FigureFilter(verdicts=frozenset({Verdict.DISMISSED})),
    "later": FigureFilter(verdicts=frozenset({Verdict.LATER})),
    "open": FigureFilter(relations=frozenset({Relation.DIFFER}), verdicts=frozenset({Verdict.OPEN})),
}
_BOUND = re.compile(r"(>=|<=|>|<|≥|≤)\s*(.+)")
_RANGE = re.compile(r"\s*(.*?)\s*(?:\.\.|…)\s*(.*?)\s*")
_STEP = Decimal("1e-9")  # of the value: what lies beyond ">"


def condition(field: str, value: str) -> Figures:
    """Return one condition. Raises QueryError, in words for the person."""
    match field:
        case "value":
            return _value(value)
        case "unit":
            units = unit_ids(value)
            return _asked("unit", " / ".join(sorted(units)), wanted=FigureFilter(units=units))
        case "about":
            return _asked("about", value, wanted=FigureFilter(about=(subject_ids(value),)))
        case "place":
            if not words_to_find(value):
                raise QueryError("place: needs a name, such as place:Hanoi.")
            return Figures((Condition("place", (value,)),), FigureFilter(), value)
        case "period":
            first, last = days(value, "period")
            period = Period(first, last)
            return _asked("period", str(period), wanted=FigureFilter(period=period))
        case "role":
            role = fold(value)
            if role not in set(Role):
                raise QueryError(f"“{value}” is not a role. Write role:level, role:change or role:target.")
            return _asked(role, wanted=FigureFilter(roles=frozenset({role})))
        case _:
            flag = _FLAGS.get(fold(value))
            if flag is None:
                raise QueryError(f"There is no is:{value}. Write is:{', is:'.join(_FLAGS)}.")
            return _asked(fold(value), wanted=flag)


def joined(asked: Sequence[Figures]) -> Figures:
    """Return conditions as one, about the same figure."""
    made = asked[0]
    for other in asked[1:]:
        a, b = made.wanted, other.wanted
        lows = [low for low in (a.low, b.low) if low is not None]
        highs = [high for high in (a.high, b.high) if high is not None]
        if made.place and other.place and fold(made.place) != fold(other.place):
            raise QueryError("One figure cannot be for two places. Join the places with OR.")
        wanted = FigureFilter(
            max(lows, default=None),
            min(highs, default=None),
            _both(a.units, b.units, "units"),
            a.about + b.about,
            a.places,
            _shared(a.period, b.period),
            _both(a.roles, b.roles, "roles"),
            a.relations | b.relations,
            a.verdicts | b.verdicts,
        )
        made = replace(made, said=made.said + other.said, wanted=wanted, place=made.place or other.place)
    return made


def _both(a: frozenset[str], b: frozenset[str], what: str) -> frozenset[str]:
    if not a or not b:
        return a | b
    if not a & b:
        raise QueryError(f"One figure cannot have two {what}. Join them with OR.")
    return a & b


def _shared(a: Period | None, b: Period | None) -> Period | None:
    if a is None or b is None:
        return a or b
    starts = [day for day in (a.start, b.start) if day]
    ends = [day for day in (a.end, b.end) if day]
    return Period(max(starts, default=None), min(ends, default=None))


def _value(value: str) -> Figures:
    if found := _BOUND.fullmatch(value.strip()):
        number, sign = _number(found[2], value), found[1]
        beyond = abs(number) * _STEP if sign in {">", "<"} else Decimal(0)
        if sign in {">", ">=", "≥"}:
            return _asked("more" if beyond else "at least", f"{number:,f}", wanted=FigureFilter(low=number + beyond))
        return _asked("less" if beyond else "at most", f"{number:,f}", wanted=FigureFilter(high=number - beyond))
    if (found := _RANGE.fullmatch(value)) and (found[1] or found[2]):
        low, high = (_number(part, value) if part else None for part in found.groups())
        if low is not None and high is not None and low > high:
            low, high = high, low
        ends = {name: f"{end:,f}" for name, end in (("from", low), ("to", high)) if end is not None}
        return _asked(" ".join(ends), *ends.values(), wanted=FigureFilter(low=low, high=high))
    number = _number(value, value)
    return _asked("value", f"{number:,f}", wanted=FigureFilter(low=number, high=number))


def _asked(name: str, *values: str, wanted: FigureFilter) -> Figures:
    return Figures((Condition(name, values),), wanted)


def _number(text: str, typed: str) -> Decimal:
    """Return a number in digits of any script, with a magnitude word if one follows: "4,2 triệu"."""
    folded = " ".join(fold(text).split())
    found = re.fullmatch(r"([-−]?)(\d[\d.,'\u066b\u066c\u060c ]*?)\s*([^\W\d].*)?", folded)
    scale = _scales().get(found[3] or "") if found else None
    if not found or (found[3] and scale is None):
        forms = 'value:4.21, value:4..6, value:>1000000 or value:"2 million"'
        raise QueryError(f"“{typed}” is not a number. Write {forms}.")
    try:
        number = Decimal(figure(found[2])) * Decimal(str(scale or 1))
    except InvalidOperation:
        raise QueryError(f"“{typed}” is not a number. Write value:4.21 or value:4..6.") from None
    return -number if found[1] else number


def prepare() -> None:
    """Work out what the first condition would wait for."""
    _scales()
    _units()
    made_sure(*_SUBJECTS)


@cache
def _scales() -> Mapping[str, float]:
    def build() -> dict[str, float]:
        return {fold(word): factor for tag in packs() for word, factor in pack(tag).numbers.scales.items()}

    return cast("dict[str, float]", compiled("scales", ALL_LANGUAGES, build))


@cache
def _units() -> Mapping[str, frozenset[str]]:
    """Return the ids of units by their folded words in all languages, codes and ids included."""
    return {word: frozenset(ids) for word, ids in compiled("unit-words", ALL_LANGUAGES, _read_units).items()}


def _read_units() -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)

    def note(words: Iterable[str], unit: str) -> None:
        for word in words:
            found[fold(word).strip()].add(unit)

    note(("%", "percent"), "percent")
    note(("points", "percentage point", "pp"), "percentage point")
    for tag in packs():
        units = pack(tag).units
        note((*units.percent, *units.percent_before), "percent")
        note(units.points, "percentage point")
        for code, words in units.money.items():
            note((*words, code), code)
        for id_, words in units.measures.items():
            note((*words, id_, id_.partition("-")[2]), id_)
    found.pop("", None)
    return {word: sorted(ids) for word, ids in found.items()}


def unit_ids(value: str) -> frozenset[str]:
    """Return the ids of a unit as somebody types it. Raises QueryError."""
    folded = fold(value).strip()
    if folded in _units():
        return _units()[folded]
    if re.fullmatch("[a-z]{3}", folded):
        return frozenset({folded.upper()})
    raise QueryError(
        f"“{value}” is not a unit. Write unit:percent, unit:USD, unit:kilometer or the word of an article."
    )


@cache
def _subjects() -> Mapping[str, tuple[str, ...]]:
    return cast("Mapping[str, tuple[str, ...]]", compiled(*_SUBJECTS))


def _read_subjects() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}  # many phrases are of the same ids, which are kept once
    for tag in packs():
        one = pack(tag)
        for table in (one.indicators, one.nouns, one.groups):
            for id_, phrases in table.items():
                for phrase in (*phrases, id_, id_.replace("-", " ")):
                    found[" ".join(fold(phrase).split())].add(id_)
    found.pop("", None)
    return {phrase: shared.setdefault(told := tuple(sorted(ids - {"-"})), told) for phrase, ids in found.items()}


_SUBJECTS = "subjects", ALL_LANGUAGES, _read_subjects


def subject_ids(value: str) -> frozenset[str]:
    """Return the ids of what figures are about, as somebody types it in any language, and the folded words themselves.

    Words that no language file knows may be counted nouns that an article uses. Raises QueryError.
    """
    folded = " ".join(fold(value).split())
    if not words_to_find(value):
        raise QueryError('about: needs words, such as about:"poverty rate".')
    return frozenset({*_subjects().get(folded, ()), folded})
