"""Number words and their values, from CLDR's spell-out rules (RBNF, UTS #35 part 3) turned round.

The rules say how a value is spelled; spelling out the values that matter and reading the table backwards gives the
words. Numbers below a hundred and the hundreds are kept whole; larger ones are sums and products of these and of the
magnitude words, which are found as what a spelled-out multiple has more than its factor. Tables are remembered.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_OTHER_RULES = ("financial", "year", "-with-")  # of cheques: language files; "trinta e" with the "e"
_EXPONENTS = (2, 3, 4, 5, 6, 7, 8, 9, 12, 15)
_FACTORS = (2, 3, 5, 7, 11, 20)
_ORDINALS = (*range(1, 101), *range(200, 1001, 100))


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language, in plain form (`spelling.plain`).

    `cardinals` and `ordinals` map a phrase to its value, `scales` a magnitude word to its factor; `joiners` are words
    that stand between the parts of a number; `ordinal_marks` are what is written around the digits of an ordinal
    ("#th", "第#"); `scale_first`: the magnitude word comes before what it multiplies (Swahili); `compounds`:
    long numbers are one word ("zweihundertfünf").
    """

    cardinals: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    scales: dict[str, int] = field(default_factory=dict)
    joiners: tuple[str, ...] = ()
    ordinal_marks: tuple[str, ...] = ()
    scale_first: bool = False
    compounds: bool = False


@cache
def number_words(tag: str) -> NumberWords:
    """Return the number words of a language; empty where CLDR has no rules for it."""
    return NumberWords(*compiled("numerals", tag, lambda: astuple(_build(tag))))


def _build(tag: str) -> NumberWords:
    from unicode_rbnf import RbnfEngine
    from unicode_rbnf.engine import NoRuleForNumberError

    name = "no" if tag in {"nb", "nn"} else tag
    if name not in RbnfEngine.get_supported_languages():
        return NumberWords()
    engine = RbnfEngine.for_language(name)
    sets = [s for s in engine.rulesets if not any(part in s for part in _OTHER_RULES)]
    cardinal = [s for s in sets if s.startswith(("spellout-cardinal", "spellout-numbering"))]
    ordinal = [s for s in sets if s.startswith("spellout-ordinal")]
    digital = [s for s in sets if s.startswith("digits-ordinal")]

    def spell(value: int, rules: str) -> str | None:
        try:
            text = str(engine.format_number(value, ruleset_names=[rules]).text)
        except (NoRuleForNumberError, ValueError, KeyError, IndexError, ZeroDivisionError, RecursionError):
            return None
        spelled = plain(text.replace("\u200b", " ").replace(",", " ")).text
        return " ".join(spelled.split()) or None

    cardinals: dict[str, int] = {}
    ordinals: dict[str, int] = {}
    scales: dict[str, int] = {}
    joiners: set[str] = set()
    scale_first = compounds = False
    for rules in cardinal:
        compounds = compounds or _are_compounds(spell, rules)
        values = _cardinal_values(spell, rules)
        if "plural" in rules:  # "sadat", "tuhannet": hundreds, thousands of
            values = [value for value in values if value < 10 or str(value).strip("0") != "1"]
        _collect(cardinals, values, spell, rules)
        _collect_stems(cardinals, spell, rules)
        before, found = _scales(spell, rules)
        scales.update({word: factor for word, factor in found.items() if not _digits(word)})
        scale_first = scale_first or before
        joiners |= _joiners(spell, rules)
        for value in range(2000, 10_001, 1000):  # "ששת אלפים": a thousand in a form of its own
            word = spell(value, rules)
            if word and " " in word and word.split()[-1] not in scales and not _digits(word):
                cardinals.setdefault(word, value)
    for rules in ordinal:
        _collect(ordinals, _ORDINALS, spell, rules)
    marks = {m for rules in digital for n in (*_ORDINALS, 101) if (m := _mark(spell(n, rules), n))}
    for word in cardinals.keys() & scales.keys():
        if cardinals[word] != scales[word]:
            del scales[word]
    ordinals = {word: value for word, value in ordinals.items() if word not in cardinals}
    return NumberWords(
        cardinals, ordinals, scales, tuple(sorted(joiners)), tuple(sorted(marks)), scale_first, compounds
    )


def _are_compounds(spell: Callable[[int, str], str | None], rules: str) -> bool:
    """Return whether long numbers are one word: 125, or 25 as 20 and 5 ("dvadsaťpäť", so also "dvestopäťdesiat")."""
    tens, ones = spell(20, rules) or "", spell(5, rules) or ""
    long = (spell(125, rules), spell(25, rules) if spell(25, rules) == tens + ones else None)
    return any(word and word.isalpha() and (word[0] < "\u2e80" or word[0] >= "\uac00") for word in long)


def _cardinal_values(spell: Callable[[int, str], str | None], rules: str) -> list[int]:
    values = [*range(100), *range(100, 1000, 100), *(10**n for n in range(3, 10))]
    sample = spell(125, rules)
    if sample and " " not in sample and "-" not in sample:  # compounds are one word: all of them are needed
        values += [*range(101, 1000), *range(2000, 100_000, 1000)]
    return values


def _collect(table: dict[str, int], values: Iterable[int], spell: Callable[[int, str], str | None], rules: str) -> None:
    for value in values:
        word = spell(value, rules)
        composed = value >= 1000 and word and (" " in word or "-" in word)  # "ten thousand": left to the grammar
        if word and not composed and not _digits(word) and table.get(word, value) == value:
            table[word] = value


def _collect_stems(table: dict[str, int], spell: Callable[[int, str], str | None], rules: str) -> None:
    """Add the forms that hundreds and tens have before another number: "ciento" (100 alone is "cien")."""
    for value in (*range(20, 100, 10), *range(100, 1000, 100)):
        for small in (1, 5):
            both, last = spell(value + small, rules), spell(small, rules)
            if both and last and both.endswith(" " + last):
                stem = both[: -len(last)].strip(" -")
                if " " not in stem and not _digits(stem):
                    table.setdefault(stem, value)


def _scales(spell: Callable[[int, str], str | None], rules: str) -> tuple[bool, dict[str, int]]:
    """Return whether magnitude words come first, and these words: what 5 million has more than 5."""
    after: Counter[tuple[str, int]] = Counter()
    before: Counter[tuple[str, int]] = Counter()
    for exponent in _EXPONENTS:
        for factor in _FACTORS:
            small, large = spell(factor, rules), spell(factor * 10**exponent, rules)
            if not small or not large or small == large:
                continue
            rest = large[len(small) :]
            if large.startswith(small) and (rest[0] in " -" or " " not in large):
                after[rest.strip(" -"), 10**exponent] += 1
            elif large.endswith(" " + small) and exponent > 2:
                before[large[: -len(small)].strip(" -"), 10**exponent] += 1
    first = len(before) > len(after)
    chosen = before if first else after
    return first, {word: factor for (word, factor), n in chosen.items() if word and len(word.split()) <= 2 and n > 1}


def _joiners(spell: Callable[[int, str], str | None], rules: str) -> set[str]:
    """Return the words between the parts of a number: what 105 has between 100 and 5."""
    found = set()
    for great, small in ((100, 5), (1000, 5), (1000, 20), (100, 21), (1_000_000, 300)):
        a, b, both = spell(great, rules), spell(small, rules), spell(great + small, rules)
        if a and b and both and both.startswith(a) and both.endswith(b) and len(both) > len(a) + len(b):
            middle = both[len(a) : -len(b)]
            if (not middle[0].isalpha() and not middle[-1].isalpha()) or " " not in both:
                found.add(middle.strip(" -"))
    return {word for word in found if word and " " not in word}


def _mark(text: str | None, value: int) -> str | None:
    digits = str(value)
    if not text or digits not in text or text == digits:
        return None
    mark = text.replace(digits, "#", 1)
    return None if mark in {"#.", "#", "#º", "#ª", "#'"} or _digits(mark) else mark


def _digits(text: str) -> bool:
    return any(char.isdigit() for char in text)
