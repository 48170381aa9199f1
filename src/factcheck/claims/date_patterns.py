"""The expressions of a language's dates (`date_expressions`), compiled, and which of them a text is worth trying.

Each is tried only on texts that hold what all that it finds holds: a month's name, a year, two numbers side by side.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.claims.calendars import BARE
from factcheck.claims.date_expressions import (
    ALONE,
    BEFORE,
    NUMBERS,
    OF_NUMBERS,
    any_of,
    date_expressions,
    month_names,
    quarters,
)
from factcheck.language.expressions import kept, ready
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.language.sections import Pack


class Expression(NamedTuple):
    """An expression and where in a text it is worth trying.

    `signs` are the indices of the signs in `Patterns.signs` without each of which a text holds nothing that it finds.
    `begins` is "sign" or "number" where all that it finds begins with the first of them or with a number; where words
    may stand before the number ("on 14 May"), `led` is what follows them.
    """

    signs: tuple[int, ...]
    begins: str
    led: re.Pattern[str] | None
    whole: re.Pattern[str]


class Tried:
    """Expressions in the order in which they are tried, and which of them a text is worth trying."""

    def __init__(
        self, expressions: Iterable[Expression], signs: Sequence[re.Pattern[str]], months: Iterable[str]
    ) -> None:
        self._expressions = tuple(expressions)
        used = sorted({sign for one in self._expressions for sign in one.signs})
        self._numeric = [sign for sign in used if signs[sign].pattern in OF_NUMBERS]
        self._other = [sign for sign in used if signs[sign].pattern not in OF_NUMBERS]
        self._signs = signs
        named = any_of(months)
        self._named = next((sign for sign in used if signs[sign].pattern == named), -1)
        begun = {
            plain(name).text.split()[0] for name in months if name.strip()
        }  # without any of these no month is named
        self._begun = sorted(one for one in begun if not any(other in one for other in begun - {one}))
        self._known: dict[tuple[bool, ...], tuple[Expression, ...]] = {}

    def worth(self, text: str, first: int, last: int) -> tuple[Expression, ...]:
        """Return those of which a text holds all signs; its digits stand from `first` to `last`."""
        signs = self._signs
        seen = [signs[sign].search(text, first, last) is not None for sign in self._numeric]
        for sign in self._other:
            possible = sign != self._named or [one for one in self._begun if one in text]
            seen.append(bool(possible) and signs[sign].search(text) is not None)
        key = tuple(seen)
        found = self._known.get(key)
        if found is None:
            there = {sign for sign, is_there in zip([*self._numeric, *self._other], key, strict=True) if is_there}
            found = self._known[key] = tuple(one for one in self._expressions if there.issuperset(one.signs))
        return found


class Patterns(NamedTuple):
    """What a language needs to find dates; `expressions` are those for texts with digits.

    `roman` are those of them that find something in a text without any digit. `months` maps a name to calendar and
    number, `calendars` a marking word to a calendar, `quarters` a word to the number of a quarter, `hundreds` a word
    of decades to the last round year of which it says a century; `native` is the calendar of bare years besides the
    Gregorian; `month_first`: 5/12 is the twelfth of May; `leading` are the words before a year, and their calendars.
    """

    expressions: Tried
    roman: Tried
    signs: tuple[re.Pattern[str], ...]
    months: dict[str, tuple[str, int]]
    calendars: dict[str, str]
    eras: dict[str, int]
    quarters: dict[str, int]
    hundreds: dict[str, int]
    native: str
    month_first: bool
    leading: tuple[tuple[str, str], ...]


@lru_cache(maxsize=64)
def patterns(tag: str) -> Patterns:
    """Return the expressions of a language, compiled once."""
    base = base_of(tag)
    expressions, kept_signs, months, *rest = compiled("dates", base, lambda: _build(pack(base)))
    signs = tuple(map(ready, kept_signs))
    found = tuple(Expression(of, begins, led and ready(led), ready(one)) for of, begins, led, one in expressions)
    roman = (each for each in found if each.whole.groupindex.keys() & {"century", "q"})
    return Patterns(Tried(found, signs, months), Tried(roman, signs, months), signs, months, *rest)


def _build(language: Pack) -> tuple[Any, ...]:
    """Return the fields of `Patterns` as plain data."""
    months = month_names(language)
    marked = [(plain(w).text, name) for name, words in language.dates.calendars.items() for w in words]
    calendars = {word: name for word, name in marked if "#" not in word}
    leading = tuple((word.partition("#")[0].strip(), name) for word, name in marked if "#" in word)
    native = next((name for name in BARE if name in language.dates.calendars), "")
    order = str(language.locale.date_formats["short"].pattern).lower()
    month_first = -1 < order.find("m") < order.find("d") < order.find("y")
    eras = {plain(name).text: before for name, before in language.dates.eras.items()}
    hundreds = {plain(word).text: last for word, last in language.dates.hundreds.items()}
    found = list(date_expressions(language, months, calendars))
    signs = tuple(dict.fromkeys(sign for _, many in found for sign in many))
    expressions = tuple(
        (tuple(map(signs.index, many)), *_beginning(each), kept(re.compile(each))) for each, many in found
    )
    kept_signs = tuple(kept(re.compile(sign)) for sign in signs)
    more = eras, quarters(language), hundreds, native, month_first, leading
    return expressions, kept_signs, months, calendars, *more


def _beginning(expression: str) -> tuple[str, Any]:
    """Return `begins` and `led` of an expression."""
    if expression.startswith((r"(?<!\w)(?P<name>", r"(?<!\w)(?P<decade>")):
        return "sign", None
    border = next((border for border in (BEFORE, ALONE) if expression.startswith(border)), None)
    rest = "" if border is None else expression.removeprefix(border)
    if rest.startswith(NUMBERS):
        return "number", None
    led = rest.partition(r")\s*)?")[2] if rest.startswith("(?:(?:") else ""  # see `date_expressions`
    return "", kept(re.compile(led)) if led.startswith(NUMBERS) else None
