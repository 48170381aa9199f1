"""What a person types becomes a query tree; `whoosh.qparser` reads the words, quotation marks and brackets.

Words are joined by AND. There are "phrases" (also «so» and “so”; "two words"~3 lets three others between them), AND,
OR, NOT (or a minus before a word), brackets, prefix*, fuzzy~ (fuzzy~2), and the fields lang:, source: and date:.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache
from typing import Any

from whoosh.qparser import plugins, syntax
from whoosh.qparser.default import QueryParser

from factcheck.errors import QueryError
from factcheck.language.folding import fold
from factcheck.language.packs import pack, packs
from factcheck.search.analysis import is_single, words_to_find
from factcheck.search.tree import And, Fuzzy, Language, Node, Not, Or, Phrase, Prefix, Published, Source, Word

_LONGEST = 1000  # characters; a longer query is no query but a text that was pasted
_DEEPEST = 20  # brackets within brackets
_MOST_EXPANDED = 12  # prefix* and fuzzy~ in one query: each looks through the dictionary
_QUOTES = str.maketrans("«»“”„‟〝〞", '""""""""')
_QUOTE = '"'
_FIELDS = {"lang": "lang", "language": "lang", "source": "source", "date": "date"}
_BEFORE = r"(?:^|(?<=[\s()\"]))"
_AFTER = r"(?=[\s()\"]|$)"


def parse(text: str) -> Node:
    """Return the tree of a query. Raises QueryError, in words for the person, if it cannot be understood."""
    if len(text) > _LONGEST:
        raise QueryError(f"The query is too long: {len(text)} characters. Use at most {_LONGEST}.")
    text = text.translate(_QUOTES)
    parser = _parser()
    tagged = parser.tag(text)
    _check(text, [node for node in tagged if not node.is_ws()])
    made = _tree(parser.filterize(tagged))
    if made is None:
        raise QueryError("There is no word to search for. Type a word, a figure or a name.")
    return made


@cache
def _parser() -> Any:
    return QueryParser(
        "text",
        schema=None,
        plugins=[
            plugins.WhitespacePlugin(),
            plugins.FieldsPlugin(rf"(?:{_BEFORE}|(?<=^-)|(?<=[\s(]-))(?P<text>[A-Za-z]+):(?!//)"),
            plugins.GroupPlugin(),
            plugins.OperatorsPlugin(
                And=rf"{_BEFORE}AND{_AFTER}",
                Or=rf"{_BEFORE}OR{_AFTER}",
                Not=rf"{_BEFORE}(?:NOT{_AFTER}|-(?=[^\s\d-]))",
                AndNot=None,
                AndMaybe=None,
                Require=None,
            ),
            plugins.PhrasePlugin(r'"(?P<text>[^"]*)"(?:~(?P<slop>[1-9][0-9]?)(?![0-9]))?'),
            plugins.PrefixPlugin(r'(?P<text>[^\s*()"]+)[*](?=[\s()]|$)'),
            plugins.FuzzyTermPlugin(r"(?<=[^\s()\"])~(?P<maxdist>[0-9])?(?P<prefix>(?!))?(?=[\s()]|$)"),
        ],
    )


def _check(text: str, nodes: list[Any]) -> None:
    """Raise QueryError where the parser would guess: brackets, quotation marks and operators that lack their other."""
    open_brackets: list[int] = []
    expanded = 0
    for index, node in enumerate(nodes):
        before = nodes[index - 1] if index else None
        after = nodes[index + 1] if index + 1 < len(nodes) else None
        at = f"at character {node.startchar + 1}"
        if isinstance(node, plugins.GroupPlugin.OpenBracket):
            open_brackets.append(node.startchar)
            if len(open_brackets) > _DEEPEST:
                raise QueryError(f"There are too many brackets within brackets {at}. Use at most {_DEEPEST}.")
        elif isinstance(node, plugins.GroupPlugin.CloseBracket):
            if not open_brackets:
                raise QueryError(f"The bracket ) {at} closes nothing. Remove it, or open one before it.")
            open_brackets.pop()
            if isinstance(before, plugins.GroupPlugin.OpenBracket):
                raise QueryError(f"The brackets {at} are empty. Put words between them or remove them.")
        elif isinstance(node, syntax.Operator):
            name = text[node.startchar : node.endchar]
            infix = not isinstance(node, syntax.PrefixOperator)
            if infix and not _is_operand(before, plugins.GroupPlugin.CloseBracket):
                raise QueryError(f"{name} {at} needs a word before it. To search for the word itself, write it small.")
            negated = infix and isinstance(after, syntax.PrefixOperator)
            if not negated and not _is_operand(after, plugins.GroupPlugin.OpenBracket):
                raise QueryError(f"{name} {at} needs a word after it. To search for the word itself, write it small.")
        elif isinstance(node, syntax.FieldnameNode):
            _check_field(node, after, at)
        elif isinstance(node, plugins.FuzzyTermPlugin.FuzzinessNode):
            expanded += 1
            if not isinstance(before, syntax.WordNode) or before.endchar != node.startchar or not _has_word(before):
                raise QueryError(f"The ~ {at} must follow a word.")
            if node.maxdist not in {1, 2}:
                raise QueryError(f"A word can differ in 1 or 2 letters: write ~ or ~2 instead of ~{node.maxdist} {at}.")
        elif isinstance(node, plugins.PrefixPlugin.PrefixNode):
            expanded += 1
        elif isinstance(node, syntax.WordNode):
            _check_word(node)
    if open_brackets:
        raise QueryError(f"The bracket ( at character {open_brackets[-1] + 1} is not closed.")
    if expanded > _MOST_EXPANDED:
        raise QueryError(f"There are too many words with * or ~. Use at most {_MOST_EXPANDED} in one query.")


def _is_operand(node: Any, bracket: type) -> bool:
    brackets = (plugins.GroupPlugin.OpenBracket, plugins.GroupPlugin.CloseBracket)
    if node is None or isinstance(node, syntax.Operator):
        return False
    return isinstance(node, bracket) or not isinstance(node, brackets)


def _has_word(node: Any) -> bool:
    return bool(words_to_find(node.text))


def _check_field(node: Any, after: Any, at: str) -> None:
    if node.fieldname.lower() not in _FIELDS:
        raise QueryError(
            f"There is no field “{node.fieldname}:” ({at}). Fields are lang:, source: and date:; "
            "to search for the word, write it without the colon."
        )
    valued = isinstance(after, syntax.TextNode | plugins.GroupPlugin.OpenBracket)
    if not valued or after.startchar != node.endchar:
        raise QueryError(f"{node.fieldname}: {at} needs a value right after it, such as lang:fr or date:2023.")


def _check_word(node: Any) -> None:
    if _QUOTE in node.text:
        raise QueryError(f"The quotation mark at character {_position(node, _QUOTE)} is not closed.")
    if "*" in node.text:
        raise QueryError(f"The * at character {_position(node, '*')} must stand at the end of a word.")
    if "~" in node.text[1:]:
        raise QueryError(f"The ~ at character {_position(node, '~')} must end a word, alone or with 1 or 2.")


def _position(node: Any, mark: str) -> int:
    return int(node.startchar + node.text.rindex(mark) + 1)


def _tree(node: Any) -> Node | None:
    """Return the parser's nodes as a tree of ours; None where there is nothing to search for."""
    if isinstance(node, syntax.NotGroup):
        part = _tree(syntax.AndGroup(list(node)))
        return Not(part) if part else None
    if isinstance(node, syntax.GroupNode):
        parts = tuple(part for part in map(_tree, node) if part is not None)
        if len(parts) < 2:
            return parts[0] if parts else None
        return Or(parts) if isinstance(node, syntax.OrGroup) else And(parts)
    if not isinstance(node, syntax.TextNode):
        return None
    field = _FIELDS.get((node.fieldname or "").lower())
    return _filter(field, node) if field else _words(node)


def _words(node: Any) -> Node | None:
    places = words_to_find(node.text)
    typed = node.text.strip()
    if not places:
        return None
    if len(places) > 1:
        if isinstance(node, plugins.PhrasePlugin.PhraseNode):
            apart = node.endchar > node.textstartchar + len(node.text) + 1  # there is a ~ after the quotation mark
            return Phrase(typed, places, node.slop if apart else 0)
        if isinstance(node, plugins.PrefixPlugin.PrefixNode):
            return And((*(Word(place[0], place) for place in places[:-1]), Prefix(places[-1][0], places[-1][0])))
        return Phrase(typed, places)
    term = places[0][0]
    if isinstance(node, plugins.PrefixPlugin.PrefixNode) or is_single(term):
        return Prefix(typed, term)
    if isinstance(node, plugins.FuzzyTermPlugin.FuzzyTermNode) and len(term) > 2:
        return Fuzzy(typed, term, min(node.maxdist, len(term) - 2))
    return Word(typed, places[0])


def _filter(field: str, node: Any) -> Node:
    value = node.text.strip()
    if isinstance(node, plugins.PrefixPlugin.PrefixNode | plugins.FuzzyTermPlugin.FuzzyTermNode):
        raise QueryError(f"{field}:{value} cannot be combined with * or ~. Write the value in full.")
    if field == "lang":
        return Language(_language(value))
    if field == "date":
        return _dates(value)
    places = words_to_find(value)
    if not places:
        raise QueryError("source: needs a word of a file name or web address, such as source:reuters.")
    return Source(value, places)


@cache
def _language_names() -> dict[str, str]:
    """Return tags by the names of the languages: their own and the English ones."""
    names: dict[str, str] = {}
    for tag in packs():
        locale = pack(tag).locale
        for shown in ("en", tag):
            names[fold(str(locale.get_language_name(shown)))] = tag
    return names


def _language(value: str) -> str:
    named = _language_names().get(fold(value))
    if named:
        return named
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value):
        known = ", ".join(packs())
        raise QueryError(f"“{value}” is not a language. Use its code, such as {known}.")
    return re.split("[-_]", value)[0].lower()


def _dates(value: str) -> Published:
    text = fold(value).replace("/", "-").replace("…", "..")
    if text[:1] in {">", "<"}:
        rest = text[1:].lstrip("=")
        text = f"{rest}.." if text[0] == ">" else f"..{rest}"
    start, dots, end = text.partition("..")
    try:
        days = [_days(part) for part in (start, end) if part]
        first, last = min(days)[0], max(days)[1]
    except ValueError:
        forms = "date:2023, date:2023-05, date:2023-05-14 or date:2021..2023"
        raise QueryError(f"“{value}” is not a date. Write {forms}.") from None
    return Published(first if start else None, last if end or not dots else None)


def _days(text: str) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day. Raises ValueError."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
