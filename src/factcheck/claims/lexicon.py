"""A language's words for figures, compiled once into tries over tokens.

What the language file says comes first, CLDR's number words and units fill the rest. All phrases are cut by the same
tokenizer as the text, in plain form.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.claims import units
from factcheck.claims.around import add_words_around
from factcheck.claims.calendars import BARE
from factcheck.claims.counting import add_joined, add_numbers
from factcheck.claims.digits import MARKS, SPACES, separators
from factcheck.claims.storage import restored, stored
from factcheck.claims.tries import COMMON, IDEOGRAPH, RUNNING, SIGN, VULGAR, Lexicon, running
from factcheck.language.common import word_for_and
from factcheck.language.numerals import number_words
from factcheck.language.packs import base_of, pack
from factcheck.language.remembered import compiled
from factcheck.language.spelling import plain
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.language.sections import Pack

_THOUSAND, _MYRIAD = Decimal(1000), Decimal(10_000)
_DIGIT = re.compile("[0-9]")
_SHORT = 4  # letters: signs of money have fewer, its names more
# "m2"; what is no unit is cut again. Alternatives that begin with a class are passed over where it does not fit.
_POWER = r"[a-z\u0400-\u06ff](?<![^\W\d].)[a-z\u0400-\u06ff]{0,3}+[23](?!\w|[.,][0-9])"

_MARK_RANGES = "".join(
    f"{chr(a)}-{chr(b)}"
    for a, b in ((0x300, 0x36F), (0x483, 0x489), (0x591, 0x5BD), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670))
) + "".join(
    chr(code) for code in range(0x6D6, 0x1A00) if unicodedata.category(chr(code)) in {"Mn", "Mc"}
)  # fmt: skip
_LETTER = rf"[^\W\d_{IDEOGRAPH}{VULGAR}]"
_WORD = rf"[{IDEOGRAPH}]|{_LETTER}+(?:[{_MARK_RANGES}]{_LETTER}*|\u00b7(?<=l.)(?=l){_LETTER}+)*"  # "sol·licituds"
# Nearly every word, and nothing that `_POWER` or `_WORD` would read otherwise.
_COMMON_WORD = rf"[{COMMON}]++(?![^\W\d]|[23\u00b7\u0400-\u06ff{_MARK_RANGES}])"


@lru_cache(maxsize=64)
def lexicon(tag: str) -> Lexicon:
    """Return the compiled words of a language; CLDR's alone where it has no file."""
    base = base_of(tag)
    return restored(compiled("lexicon", base, lambda: stored(_build(base))))


def _build(tag: str) -> Lexicon:
    language = pack(tag)
    numbers, words = language.numbers, number_words(language.tag)
    made = Lexicon(
        tag=tag,
        token=_token(_money_letters(language), spaced=separators(language.tag).spaced, runs=_runs(language)),
        spellings={plain(v).text: plain(k).text for k, variants in numbers.spellings.items() for v in variants},
        joiners=frozenset(plain(w).text for w in (*numbers.joiners, *words.joiners)),
        ands=frozenset(
            plain(w).text for w in (*numbers.joiners, *numbers.adds, *words.joiners, word_for_and(language))
        ),
        prefixes=tuple(sorted((plain(w).text for w in numbers.prefixes), key=len)),  # "وألف" is و and ألف
        suffixes=tuple(plain(w).text for w in numbers.suffixes),
        scale_first=units.scale_first(language),
        step=_MYRIAD if _MYRIAD in words.scales.values() else _THOUSAND,
        ideographs="十" in words.cardinals,
        particles=frozenset(plain(word).text for word in language.text.particles),
        compounds=words.compounds,
        slash=_slash(language),
        dotted="." in numbers.ordinals_after or "d." in str(language.locale.date_formats["long"].pattern),
        calendar=next((name for name in BARE if name in language.dates.calendars), ""),
    )
    made.vocabulary.update(made.joiners, made.ands)
    made.glued.update(_powers(language))
    before = [phrase for phrase, _, place in units.vocabulary(language.tag) if place != "after"]
    marks = [mark.partition("#")[0] for mark in words.ordinal_marks]
    for phrase in (*before, *marks, *numbers.ordinals_before):
        made.glued.add(plain(phrase).text.strip("-. "))
    made.smaller.update(units.smaller_units(language))
    made.tenths_of.update(language.units.tenths)
    made.vocabulary.update(made.spellings, *made.smaller.values(), *made.tenths_of.values())
    add_numbers(made, language)
    _units(made, language)
    add_joined(made, language)
    add_words_around(made, language)
    scales = {word for word in made.scales.root if made.scales.alone(word)}
    percents = {word for word in made.units_after.root if made.units_after.alone(word) == units.PERCENT}
    measures = {word for word in made.units_after.root if len(word) > 3 and _is_measure(made.units_after.alone(word))}
    made.inflected.update(scales | percents)
    made.stems.update(measures)
    for word in sorted(made.vocabulary):  # "процентный" is known as a part of the word for points
        stem = next((p for p in percents if word.startswith(p) and 0 < len(word) - len(p) <= 5 <= len(p)), "")
        if stem and made.units_after.alone(word) is None:
            made.units_after.add([word], units.PERCENT)
    made.abbreviated.difference_update(made.whole)
    for trie in (made.fractions, made.multiples, made.collectives, made.indefinite, made.duals):
        made.openings.update(word for word in trie.root if len(word) > 1)
    for word in made.vocabulary:
        if running(word):
            made.firsts[word[0]] = max(len(word), made.firsts.get(word[0], 0))
    figures = (made.never, made.numbers, made.ordinals, made.fractions, made.multiples, made.collectives)
    for words_of in (*figures, made.point_parts):
        made.beginnings.update(words_of.root)
    made.beginnings.update(
        made.indefinite.root,
        made.duals.root,
        made.either.root,
        made.added.root,
        made.halves.root,
        made.minus.root,
        made.units_before.root,
        made.scales.root if made.scale_first else (),
        "+-",
    )
    return made


def _runs(language: Pack) -> bool:
    """Return whether the language is written without spaces, or with endings attached, as its name of money tells."""
    return any(map(running, str(language.locale.currencies.get("USD", ""))))


def _is_measure(unit: units.Unit | None) -> bool:
    return unit is not None and unit.kind is Kind.MEASURE


@cache
def _token(money: tuple[str, ...], *, spaced: bool, runs: bool) -> re.Pattern[str]:
    spaces = f"[{SPACES} ]" if spaced else f"[{SPACES}]"
    grouped = rf"(?:{spaces}[0-9]{{3}})+|(?: [0-9]{{3}}){{0,4}} 000"
    grouping = rf"[1-9](?<![0-9][.,].)[0-9]{{0,2}}(?:{grouped})(?![0-9])(?:[.,][0-9]+)?(?![0-9]*[ {SPACES}]?[0-9])"
    plain_number = rf"[0-9]+(?:[{MARKS}][0-9]+)*"
    sum_before = "".join(rf"(?<!(?<![^\W\d_]){letters}[23])" for letters in money)
    power = rf"{_POWER}(?:(?!{spaces}[0-9]{{3}}(?![0-9]))|{sum_before})" if money else _POWER  # "R2 080" is no "m2"
    word = rf"{power}|[a-z]++(?=[{RUNNING}])|{_WORD}" if runs else rf"{power}|{_WORD}"  # "kg" of "5kg이다"
    return re.compile(rf"({_COMMON_WORD}|{grouping}|{plain_number}|{word}|{SIGN})")


def _money_letters(language: Pack) -> tuple[str, ...]:
    """Return the letters that stand before a sum: "R", "Rs"."""
    phrases = units.vocabulary(language.tag)
    words = {plain(each).text for each, unit, place in phrases if place != "after" and unit.kind is Kind.MONEY}
    return tuple(sorted(word for word in words if word.isascii() and word.isalpha() and len(word) < _SHORT))


def _powers(language: Pack) -> set[str]:
    """Return the unit words that hold a digit: "m2"."""
    phrases = (phrase for phrase, _, _ in units.vocabulary(language.tag))
    words = {plain(phrase).text for phrase in phrases if _DIGIT.search(phrase)}
    return {word for word in words if word[0].isalpha() and " " not in word}


def _slash(language: Pack) -> str:
    if "/" in language.numbers.decimals:
        return "decimal"
    pattern = str(getattr(language.locale.datetime_skeletons.get("Md"), "pattern", "d/M"))
    return "month first" if pattern.find("M") < pattern.find("d") else "day first"


def _units(made: Lexicon, language: Pack) -> None:
    numbers = language.numbers
    _moneys(made, language)
    for phrase, unit, place in units.vocabulary(language.tag):
        if place != "before":
            made.add(made.units_after, phrase, unit)
        if place != "after":
            made.add(made.units_before, phrase, unit)
            if unit.kind is Kind.MONEY:
                made.add(made.money_before, phrase, unit, backwards=True)
    for phrase, unit, place in units.vocabulary(language.tag) if numbers.halves else ():
        if unit.kind is Kind.MEASURE and place != "before" and len(phrase) > 1:
            made.add(made.ones, phrase, unit, backwards=True)
    for unit_id, phrases in language.units.single.items():
        for phrase in phrases:
            made.add(made.single, phrase, units.Unit(unit_id, Kind.MEASURE), backwards=True)
    first: dict[tuple[str, ...], str] = {}
    for unit_id, phrases in language.units.measures.items():
        for phrase in phrases:
            if first.setdefault(tuple(made.cut(phrase)), unit_id) != unit_id:
                made.add(made.others, phrase, units.Unit(unit_id, Kind.MEASURE))
    for unit_id, phrases in language.units.among.items():
        for phrase in phrases:
            made.add(made.among, phrase, unit_id)
    for pace, phrases in language.units.paces.items():
        for phrase in phrases:
            made.add(made.paces, phrase, pace, backwards=True)
    for sum_of, phrases in language.units.sums.items():
        factor, code = sum_of.split(" ")
        for phrase in phrases:
            made.add(made.scales, phrase, Decimal(factor))
            made.add(made.sums, phrase, units.Unit(code, Kind.MONEY))
    duals = {f"2 {unit_id}": phrases for unit_id, phrases in language.units.duals.items()}
    for said, phrases in (*language.units.said.items(), *duals.items()):
        many, unit_id = said.split(" ")
        for phrase in phrases:
            made.add(made.duals, phrase, units.Unit(unit_id, Kind.MEASURE))
            made.add(made.said, phrase, Decimal(many))
    for unit_id, phrases in language.units.before.items():
        for phrase in phrases:
            made.add(made.unit_said, phrase, units.Unit(unit_id, Kind.MEASURE), backwards=True)
    told_by = ((made.prices, language.units.prices), (made.rates, language.units.rates))
    for words_of, told in (*told_by, (made.indices, language.units.indices)):
        for phrase in told:
            made.add(words_of, phrase, meaning=True)
    for phrases in language.nouns.values():
        for phrase in phrases:
            made.add(made.nouns, phrase, meaning=phrase[:1].isupper())
            if made.scale_first:
                made.add(made.nouns_before, phrase, meaning=True, backwards=True)


def _moneys(made: Lexicon, language: Pack) -> None:
    """Add the names that the language file gives to a measure and to money."""
    phrases = [(tuple(made.cut(phrase)), unit) for phrase, unit, _ in units.vocabulary(language.tag)]
    measures = {tokens: unit for tokens, unit in phrases if unit.kind is Kind.MEASURE}
    for code, names in language.units.money.items():
        for name in names:
            if (tokens := tuple(made.cut(name))) in measures:
                made.moneys.add(tokens, units.money(code, name, language.locale))
                made.units_after.add(tokens, measures[tokens])
