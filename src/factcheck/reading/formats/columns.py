"""Which column of a table holds what of an article: by its name in any language, or by what stands in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.folding import fold
from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# Fields of Document, in the order in which columns are given away; "outlet" is the paper or agency.
FIELDS = ("text", "title", "published", "url", "language", "author", "outlet")

_PROSE = 80  # code points, on average, of a column that is the text of articles
_ADDRESS = re.compile(r"https?://\S+")
_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_PARTS = re.compile(r"[\W_]+")


def choose(rows: Sequence[Mapping[str, str]], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return field -> column for those that are found; what the person `chosen` stands, if there is such a column."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    made = {field: column for field, column in chosen.items() if field in FIELDS and column in names}
    for field in FIELDS:
        if field not in made and (found := _by_name(field, names, made, rows)) is not None:
            made[field] = found
    for field, fits in _BY_CONTENT.items():
        if field not in made:
            free = [name for name in names if name not in made.values()]
            fitting = [
                (score, -names.index(name), name)
                for name in free
                if (score := fits([row.get(name, "") for row in rows]))
            ]
            if fitting:
                made[field] = max(fitting)[2]
    return made


def _by_name(
    field: str, names: Sequence[str], made: Mapping[str, str], rows: Sequence[Mapping[str, str]]
) -> str | None:
    """Return the first column that the words of the field name, the fullest if several do."""
    known = _words()[field]
    whole = [name for name in names if name not in made.values() and _plain(name) in known]
    partly = [name for name in names if name not in made.values() and set(_plain(name).split()) & known]
    for fitting in (whole, partly):
        if field == "text":
            fitting = [name for name in fitting if _prose([row.get(name, "") for row in rows])]  # noqa: PLW2901
        if fitting:
            return max(fitting, key=lambda name: sum(bool(row.get(name)) for row in rows))
    return None


def _plain(name: str) -> str:
    return " ".join(_PARTS.split(fold(name))).strip()


@cache
def _words() -> dict[str, frozenset[str]]:
    """Return field -> the folded names of columns for it in all languages."""
    kept = compiled(
        "columns", ALL_LANGUAGES, lambda: [[getattr(pack(tag).columns, field) for tag in packs()] for field in FIELDS]
    )
    return {field: frozenset(_plain(word) for words in listed for word in words)
            for field, listed in zip(FIELDS, kept, strict=True)}  # fmt: skip


def _share(values: Sequence[str], pattern: re.Pattern[str]) -> float:
    filled = [value for value in values if value]
    return sum(bool(pattern.fullmatch(value.strip())) for value in filled) / len(filled) if filled else 0.0


def _prose(values: Sequence[str]) -> float:
    """Return the mean length of a column if it is prose, else 0."""
    filled = [value for value in values if value]
    mean = sum(map(len, filled)) / len(filled) if filled else 0.0
    return mean if mean >= _PROSE and _share(values, _ADDRESS) < 0.5 else 0.0


_BY_CONTENT: dict[str, Callable[[Sequence[str]], float]] = {
    "text": _prose,
    "url": lambda values: _share(values, _ADDRESS) if _share(values, _ADDRESS) > 0.8 else 0.0,
    "published": lambda values: (
        _share([v[:10] for v in values], _DAY) if _share([v[:10] for v in values], _DAY) > 0.8 else 0.0
    ),
    "language": lambda values: _share(values, _TAG) if _share(values, _TAG) > 0.95 and len(set(values)) < 40 else 0.0,
}
