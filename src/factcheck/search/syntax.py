"""What a person types becomes a query tree; `whoosh.qparser` reads the words, quotation marks and brackets.

Words are joined by AND. There are "phrases" (also «so» and “so”; "two words"~3 lets three others between them), AND,
OR, NOT (or a minus before a word), brackets, prefix*, wi?d*ard, fuzzy~ (fuzzy~2), =exactly and ="as written", the
fields lang:, source:, file: and date:, and those of figures (see `conditions`): value:4..6 unit:percent place:"Hà Nội".
Conditions on figures that are joined by AND are about one and the same figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from babel import Locale
from whoosh.qparser import plugins, syntax
from whoosh.qparser.default import QueryParser

from factcheck.errors import QueryError
from factcheck.language.folding import fold
from factcheck.language.packs import packs
from factcheck.search import conditions
from factcheck.search import tree as nodes
from factcheck.search.analysis import is_dense, is_single, words_as_written, words_to_find
from factcheck.search.days import days

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 1000  # characters; a longer query is no query but a text that was pasted
_DEEPEST = 20  # brackets within brackets
_MOST_EXPANDED = 12  # prefix* and fuzzy~ in one query: each looks through the dictionary
_QUOTES = str.maketrans("«»“”„‟〝〞", '""""""""')
_QUOTE = '"'
_FIELDS = {"lang": "lang", "language": "lang", "source": "source", "file": "file", "date": "date",
           **{name: name for name in conditions.FIELDS}}  # fmt: skip
_LEAST_LETTERS = 2  # beside a * that does not end a word, or a ?
_ONE_LETTER = re.compile(r"(?<=\w)\?+(?=[\w*])")
_BEFORE = r"(?:^|(?<=[\s()\"]))"
_AFTER = r"(?=[\s()\"]|$)"


@lru_cache(256)
def parse(text: str) -> nodes.Node:
    """Return the tree of a query. Raises QueryError, in words for the person, if it cannot be understood."""
    if len(text) > _LONGEST:
        raise QueryError(f"The query is too long: {len(text)} characters. Use at most {_LONGEST}.")
    text = text.translate(_QUOTES)
    parser = _parser()
    tagged = parser.tag(text)
    try:
        _check(text, [node for node in tagged if not node.is_ws()])
        made = _tree(parser.filterize(tagged))
    except QueryError as error:
        said = re.search(r"at character (\d+)", str(error))
        error.at = int(said[1]) - 1 if said and error.at is None else error.at
        raise
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
            plugins.FuzzyTermPlugin(r"(?<=[^\s()\"])~(?P<maxdist>[0-9])?(?P<prefix>(?!))?(?=[\s()]|$)"),
        ],
    )


def _check(text: str, parsed: list[Any]) -> None:
    """Raise QueryError where the parser would guess: brackets, quotation marks and operators that lack their other."""
    open_brackets: list[int] = []
    expanded = 0
    for index, node in enumerate(parsed):
        before = parsed[index - 1] if index else None
        after = parsed[index + 1] if index + 1 < len(parsed) else None
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
        elif isinstance(node, syntax.WordNode):
            field = before.fieldname.lower() if isinstance(before, syntax.FieldnameNode) else ""
            _check_word(node, after, field)
            expanded += _is_pattern(node.text)
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
            f"There is no field “{node.fieldname}:” ({at}). Fields are lang:, source:, file:, date:, "
            f"{':, '.join(conditions.FIELDS)}:; "
            "to search for the word, write it without the colon."
        )
    valued = isinstance(after, syntax.TextNode | plugins.GroupPlugin.OpenBracket)
    if not valued or after.startchar != node.endchar:
        raise QueryError(f"{node.fieldname}: {at} needs a value right after it, such as lang:fr or date:2023.")


def _check_word(node: Any, after: Any, field: str) -> None:
    if _QUOTE in node.text:
        raise QueryError(f"The quotation mark at character {_position(node, _QUOTE)} is not closed.")
    if node.text == "=" and isinstance(after, plugins.PhrasePlugin.PhraseNode) and after.startchar == node.endchar:
        return
    if "*" in node.text and field:
        raise QueryError(f"{field}: cannot be combined with the * at character {_position(node, '*')}. Write it out.")
    if _is_pattern(node.text):
        letters = len(re.sub(r"[*?\W]", "", node.text))
        if not letters or (letters < _LEAST_LETTERS and not node.text.rstrip("*").isalnum()):
            raise QueryError(
                f"The * at character {_position(node, '*' if '*' in node.text else '?')} needs at least "
                f"{_LEAST_LETTERS} letters beside it."
            )
    if "~" in node.text[1:]:
        raise QueryError(f"The ~ at character {_position(node, '~')} must end a word, alone or with 1 or 2.")


def _is_pattern(text: str) -> bool:
    """Return whether a word holds a * or, between letters, a ?."""
    return "*" in text or bool(_ONE_LETTER.search(text))


def _position(node: Any, mark: str) -> int:
    return int(node.startchar + node.text.rindex(mark) + 1)


def _tree(node: Any) -> nodes.Node | None:
    """Return the parser's nodes as a tree of ours; None where there is nothing to search for."""
    if isinstance(node, syntax.NotGroup):
        part = _tree(syntax.AndGroup(list(node)))
        return nodes.Not(part) if part else None
    if isinstance(node, syntax.GroupNode):
        parts = tuple(part for part in map(_tree, _with_exact_phrases(node)) if part is not None)
        if isinstance(node, syntax.OrGroup):
            return nodes.Or(parts) if len(parts) > 1 else parts[0] if parts else None
        parts = _about_one_figure(parts)
        return nodes.And(parts) if len(parts) > 1 else parts[0] if parts else None
    if isinstance(node, _Exact):
        return _as_written(node.text)
    if not isinstance(node, syntax.TextNode):
        return None
    field = _FIELDS.get((node.fieldname or "").lower())
    return _filter(field, node) if field else _words(node)


@dataclass(frozen=True, slots=True)
class _Exact:
    text: str


def _with_exact_phrases(parsed: Any) -> Iterator[Any]:
    """Yield the nodes of a group; an equals sign and the quotation after it as one."""
    rest = list(parsed)
    while rest:
        node = rest.pop(0)
        is_sign = isinstance(node, syntax.WordNode) and node.text == "=" and not node.fieldname
        if is_sign and rest and isinstance(rest[0], plugins.PhrasePlugin.PhraseNode):
            yield _Exact(rest.pop(0).text)
        else:
            yield node


def _about_one_figure(parts: tuple[nodes.Node, ...]) -> tuple[nodes.Node, ...]:
    """Return parts that are joined by AND, all conditions on figures among them as one."""
    flat: list[nodes.Node] = []
    for part in parts:
        flat.extend(
            part.parts
            if isinstance(part, nodes.And) and any(isinstance(p, nodes.Figures) for p in part.parts)
            else (part,)
        )
    asked = [part for part in flat if isinstance(part, nodes.Figures)]
    if len(asked) < 2:
        return parts
    return (*(part for part in flat if not isinstance(part, nodes.Figures)), conditions.joined(asked))


def _as_written(text: str) -> nodes.Node | None:
    words = words_as_written(text)
    if not words:
        places = words_to_find(text)
        return (
            nodes.Phrase(text.strip(), places)
            if len(places) > 1
            else nodes.Word(text.strip(), places[0])
            if places
            else None
        )
    places = tuple((word,) for word in words)
    return (
        nodes.Word(text.strip(), places[0], "written")
        if len(places) == 1
        else nodes.Phrase(text.strip(), places, 0, "written")
    )


def _words(node: Any) -> nodes.Node | None:
    typed = node.text.strip()
    plain = isinstance(node, syntax.WordNode)
    if plain and typed.startswith("=") and len(typed) > 1:
        return _as_written(typed[1:])
    if plain and _is_pattern(typed):
        return _pattern(typed)
    places = words_to_find(typed)
    if not places:
        return None
    if len(places) > 1:
        apart = False
        if isinstance(node, plugins.PhrasePlugin.PhraseNode):
            apart = node.endchar > node.textstartchar + len(node.text) + 1  # there is a ~ after the quotation mark
        return nodes.Phrase(typed, places, node.slop if apart else 0)
    term = places[0][0]
    if is_single(term):
        return nodes.Prefix(typed, term)
    if isinstance(node, plugins.FuzzyTermPlugin.FuzzyTermNode) and len(term) > 2:
        return nodes.Fuzzy(typed, term, min(node.maxdist, len(term) - 2))
    return nodes.Word(typed, places[0])


def _pattern(typed: str) -> nodes.Node | None:
    """Return a word with * or ? in it: the words that it begins, or those of its form."""
    before = typed.rstrip("*")
    if before and not _is_pattern(before):
        places = words_to_find(before)
        if not places:
            return None
        *first, (last, *_) = places
        beginning = nodes.Prefix(before, last)
        return nodes.And((*(nodes.Word(place[0], place) for place in first), beginning)) if first else beginning
    made = ""
    for piece in re.split(r"([*?])", typed):
        if piece in {"*", "?"}:
            made += piece
        elif piece and (places := words_to_find(piece)):
            if len(places) > 1 or is_dense(places[0][0]):
                raise QueryError(f"“{typed}” is more than one word. Use * and ? inside a single word.")
            made += places[0][0]
    return nodes.Wildcard(typed, re.sub(r"\*+", "*", made))


def _filter(field: str, node: Any) -> nodes.Node:
    """Return the tree of a field with its value. Raises QueryError, which knows where the value stands."""
    try:
        return _limit(field, node)
    except QueryError as error:
        error.at = node.startchar
        raise


def _limit(field: str, node: Any) -> nodes.Node:
    value = node.text.strip()
    if field in conditions.FIELDS and not isinstance(node, plugins.FuzzyTermPlugin.FuzzyTermNode):
        return conditions.condition(field, value)
    if isinstance(node, plugins.FuzzyTermPlugin.FuzzyTermNode):
        raise QueryError(f"{field}:{value} cannot be combined with * or ~. Write the value in full.")
    if field == "lang":
        return nodes.Language(_language(value))
    if field == "date":
        return nodes.Published(*days(value))
    places = words_to_find(value)
    if not places:
        raise QueryError(f"{field}: needs a word of a file name or web address, such as {field}:reuters.")
    return nodes.File(value, places) if field == "file" else nodes.Source(value, places)


@cache
def _language_names() -> dict[str, str]:
    """Return tags by the names of the languages: their own and the English ones."""
    names: dict[str, str] = {}
    for tag in packs():
        locale = Locale.parse(tag)
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
