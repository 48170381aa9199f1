"""What the rooms below say in English, as the window says it: reasons, advice, errors.

The interface files have them as templates: "{0} is empty." also tells "a.txt is empty."; what none of them tells stays
as it is.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.desktop.isolates import isolate
from factcheck.desktop.translation import ENGLISH, interface, texts
from factcheck.language.writing import in_digits, percent

_HOLE = re.compile(r"\{(\d+)\}")
_SHARE = re.compile(r"(\d+)\s%")


def told(message: str) -> str:
    """Return a message in the interface's language."""
    return _told(message, interface())


def _told(message: str, language: str) -> str:
    known = texts(language).get("messages", {})
    if found := known.get(message):
        return str(found)
    for pattern, translation in _templates(language):
        if match := pattern.fullmatch(message):
            parts = [isolate(_part(part, language), ENGLISH) for part in match.groups()]
            return translation.format(*parts)
    return message


def _part(part: str, language: str) -> str:
    """Return what fills a hole: a number or a share as the language writes it, a message, or a name as it is."""
    if share := _SHARE.fullmatch(part):
        return percent(int(share[1]) / 100, language, 0)
    return in_digits(part, language) if part.isdecimal() else _told(part, language)


@cache
def _templates(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the templates with holes, those that say most first: "{0} {1}" would tell everything."""
    known = texts(language).get("messages", {})
    holed = sorted((key for key in known if _HOLE.search(key)), key=lambda key: -len(_HOLE.sub("", key)))
    return tuple((_pattern(key), str(known[key])) for key in holed)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _HOLE.split(template)
    return re.compile("".join("(.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts)), re.DOTALL)
