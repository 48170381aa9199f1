"""Numbers written in digits: which separators group and which one marks the decimals.

CLDR says what a language's own style is; newsrooms also write the style of their sources ("16,700" in Vietnamese,
"20.000" in Arabic). What cannot be told from the number alone is told from the rest of the text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain

if TYPE_CHECKING:
    from babel import Locale

    from factcheck.language.sections import Pack

SPACES = "\u00a0\u202f\u2009\u2007"
MARKS = ".,'٫٬،·"
_LONGEST = 40  # characters of a number; a longer one is noise
_WESTERN = re.compile(r"([0-9]{1,3})((?P<s>[^0-9])[0-9]{3})((?P=s)[0-9]{3})*")
_INDIAN = re.compile(r"[0-9]{1,2}(?P<s>[^0-9])[0-9]{2}((?P=s)[0-9]{2})*(?P=s)[0-9]{3}")
_MYRIAD = re.compile(r"[0-9]{1,4}(,[0-9]{4})+")


class Written(NamedTuple):
    """A number as written: its value, the value of its last digit, and whether it could also be read with decimals.

    `ambiguous` numbers have three digits after a single separator that the language uses for decimals; `other` is
    their value read that way.
    """

    value: Decimal
    precision: Decimal
    other: Decimal | None = None
    bare: bool = False  # digits only


class Separators(NamedTuple):
    """The decimal and grouping marks of a language."""

    decimals: frozenset[str]
    groups: frozenset[str]
    spaced: bool  # a plain space groups digits


@lru_cache(maxsize=64)
def separators(tag: str) -> Separators:
    """Return the separators that CLDR and the language file name, in plain form."""
    base = base_of(tag)
    return Separators(*compiled("separators", base, lambda: _build(pack(base))))


def _build(language: Pack) -> tuple[frozenset[str], frozenset[str], bool]:
    decimals, groups = set(language.numbers.decimals), set(language.numbers.groups)
    for symbols in _symbols(language.locale):
        decimals.add(symbols.get("decimal", "."))
        groups.add(symbols.get("group", ",").replace("’", "'"))
    spaced = any(group.isspace() for group in groups)
    return frozenset(decimals), frozenset(groups), spaced


def _symbols(locale: Locale) -> list[dict[str, str]]:
    """Return the symbols of the numbering systems that the language writes: its own and the Latin one."""
    systems = {locale.default_numbering_system, "latn", locale.other_numbering_systems.get("native", "latn")}
    return [dict(locale.number_symbols[system]) for system in sorted(systems) if system in locale.number_symbols]


@lru_cache(maxsize=65536)
def read_digits(token: str, tag: str) -> Written | None:
    """Return what a token of digits and separators says, or None if it is no single number ("1.2.3", "5,6,7")."""
    if len(token) > _LONGEST:
        return None
    if token.isdigit():
        return Written(Decimal(token), Decimal(1), bare=True)
    marks = separators(tag)
    compact = token
    for space in SPACES + " ":
        compact = compact.replace(space, "\u00a0")
    found = [char for char in compact if not char.isdigit()]
    last, kinds = found[-1], set(found)
    whole, _, part = compact.rpartition(last)
    if len(kinds) > 1:
        grouped = _groups(whole)
        if len(kinds) == 2 and found.count(last) == 1 and grouped is not None and last not in "'\u00a0٬":
            return _decimal(grouped, part)
        return None
    grouped = _groups(compact)
    if len(found) > 1:
        return Written(Decimal(grouped), Decimal(1)) if grouped is not None else None
    if last == "٬" and grouped is None and len(part) < 3:
        return _decimal(whole, part)
    if last in "\u00a0'٬":
        return Written(Decimal(grouped), Decimal(1)) if grouped is not None else None
    if grouped is None or last == "٫":
        return _decimal(whole, part) if last != "،" or last in marks.decimals else None
    value = Written(Decimal(grouped), Decimal(1))
    if last in marks.decimals and last not in marks.groups and part.strip("0"):
        return Written(value.value, Decimal(1), other=Decimal(f"{whole}.{part}"))
    return value


def _groups(token: str) -> str | None:
    """Return the digits of a number whose separators all group, else None."""
    if token.isdigit():
        return token
    if token[0] == "0" or not (_WESTERN.fullmatch(token) or _INDIAN.fullmatch(token) or _MYRIAD.fullmatch(token)):
        return None
    return "".join(char for char in token if char.isdigit())


def _decimal(whole: str, part: str) -> Written:
    return Written(Decimal(f"{whole}.{part}"), Decimal(1).scaleb(-len(part)))


@lru_cache(maxsize=16)
def shows_decimals(text: str, tag: str) -> bool:
    """Return whether a text uses the language's own decimal mark for decimals somewhere.

    Then three digits after it are decimals there too (the repair of foreign grouping is off).
    """
    marks = separators(tag)
    text = plain(text).text
    own = "".join(re.escape(mark) for mark in sorted(marks.decimals - marks.groups) if mark in ".,")
    if not own:
        return False
    return bool(
        re.search(rf"(?<![0-9.,])(?:0[{own}][0-9]+|[0-9]+[{own}](?:[0-9]{{1,2}}|[0-9]{{4,}}))(?![0-9.,]*[0-9])", text)
    )


@lru_cache(maxsize=16)
def shows_grouping(text: str, tag: str) -> bool:
    """Return whether a text groups digits by the language's own decimal mark: a French one with 1,234.5 or 1,234,567.

    Then three digits after it are a group there too, whatever unit follows.
    """
    marks = separators(tag)
    own = "".join(re.escape(mark) for mark in sorted(marks.decimals - marks.groups) if mark in ".,")
    if not own:
        return False
    grouped = rf"(?<![0-9.,])[1-9][0-9]{{0,2}}(?:[{own}][0-9]{{3}})"
    return bool(
        re.search(rf"{grouped}(?:(?:[{own}][0-9]{{3}})+|(?![{own}])[.,][0-9]+)(?![.,]?[0-9])", plain(text).text)
    )
